//! A folder with a project in it, and the program run on it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a run of the program left.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub out: Vec<u8>,
    pub err: String,
}

impl Ran {
    /// Standard output as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }

    /// Standard output as JSON objects, one a line and nothing else.
    pub fn lines(&self) -> Vec<Value> {
        self.text()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}")))
            .collect()
    }

    /// The one JSON object.
    pub fn object(&self) -> Value {
        let lines = self.lines();
        assert_eq!(lines.len(), 1, "{self:?}");
        lines.into_iter().next().unwrap()
    }

    /// The error that `--json` writes to standard error, and its sentence.
    pub fn error(&self) -> (String, String) {
        let line = self
            .err
            .lines()
            .find(|line| line.starts_with('{'))
            .unwrap_or_else(|| panic!("{self:?}"));
        let error: Value = serde_json::from_str(line).unwrap();
        let part = |name: &str| error["error"][name].as_str().unwrap().to_owned();
        (part("code"), part("message"))
    }
}

/// A folder that goes with it.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub fn empty() -> Desk {
        Desk {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// With a project in it.
    pub fn new() -> Desk {
        let desk = Desk::empty();
        desk.done(&["new", "P", "--title", "Pumps"]);
        desk
    }

    /// With a project in which two documents tell of the same sale.
    pub fn with_two_documents() -> (Desk, String, String) {
        let desk = Desk::new();
        let a = desk.import(
            "ledger.txt",
            LEDGER,
            &["--author", "Nadia Rehm", "--published", "2019-05-01"],
        );
        let b = desk.import(
            "gazette.txt",
            GAZETTE,
            &["--author", "Bo Ek", "--published", "2019-06-01"],
        );
        (desk, a, b)
    }

    /// With two claims that disagree: the desk, the claims' ids and the disagreement's.
    pub fn with_a_disagreement() -> (Desk, [String; 2], String) {
        let (desk, a, b) = Desk::with_two_documents();
        let first = desk.claim(&a, "Oslo sold 40 pumps to Fiji in 2018", &["--question", HOW_MANY]);
        let second = desk.claim(&b, "Oslo sold 90 pumps to Fiji in 2018", &["--question", HOW_MANY]);
        let found = desk.done(&["disagreements", "P", "--json"]).object();
        (
            desk,
            [first, second],
            found["disagreement"].as_str().unwrap().to_owned(),
        )
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn project(&self) -> PathBuf {
        self.path("review.gainsay")
    }

    pub fn write(&self, name: &str, words: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, words).unwrap();
        path
    }

    /// The program with arguments, in the folder; "P" stands for the project.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        for argument in arguments {
            match *argument {
                "P" => command.arg("review.gainsay"),
                argument => command.arg(argument),
            };
        }
        for variable in ["GAINSAY_REVIEWER", "NO_COLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        command.env("USER", "ada");
        command
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"));
        command
    }

    /// Runs it to its end.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        ran(&mut self.command(arguments))
    }

    /// Runs it to its end with more in its environment.
    pub fn run_with(&self, arguments: &[&str], more: &[(&str, &std::ffi::OsStr)]) -> Ran {
        ran(self.command(arguments).envs(more.iter().copied()))
    }

    /// Runs it with something on standard input.
    pub fn fed(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let input = input.as_ref().to_owned();
        let feeding = std::thread::spawn(move || {
            let _ = pipe.write_all(&input);
        });
        let output = child.wait_with_output().unwrap();
        feeding.join().unwrap();
        finished(output)
    }

    /// Runs it where it must succeed, with nothing to say on standard error.
    pub fn done(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(ran.status, 0, "{arguments:?}: {ran:?}");
        assert_eq!(ran.err, "", "{arguments:?}");
        ran
    }

    /// Runs it where it must be refused; the code and the sentence of the error.
    pub fn refused(&self, arguments: &[&str]) -> (String, String) {
        let mut all = arguments.to_vec();
        all.push("--json");
        let ran = self.run(&all);
        assert_eq!(ran.status, 1, "{arguments:?}: {ran:?}");
        let (code, message) = ran.error();
        assert!(
            ran.err.contains(&format!("error: {message}\n")),
            "the sentence stands there too: {}",
            ran.err
        );
        (code, message)
    }

    /// Imports words as a file; the document's id.
    pub fn import(&self, name: &str, words: &str, flags: &[&str]) -> String {
        self.write(name, words);
        let mut arguments = vec!["import", "P", name, "--json"];
        arguments.extend(flags);
        self.done(&arguments).object()["document"].as_str().unwrap().to_owned()
    }

    /// Records a claim; its id.
    pub fn claim(&self, document: &str, exact: &str, flags: &[&str]) -> String {
        let mut arguments = vec!["claim", "add", "P", "--document", document, "--exact", exact, "--json"];
        arguments.extend(flags);
        self.done(&arguments).object()["claim"].as_str().unwrap().to_owned()
    }
}

pub const HOW_MANY: &str = "How many pumps did Oslo sell to Fiji in 2018?";

pub const LEDGER: &str = "The pump trade\n\nOslo sold 40 pumps to Fiji in 2018, the harbour book says. Each cost $9,000.\n\n\
The buyers were content. 🙂 Oslo has sold pumps since 2013.\n";

pub const GAZETTE: &str = "Pumps again\n\nOslo sold 90 pumps to Fiji in 2018. The island has no other seller.\n\n\
Oslo has not sold any pumps to Samoa. The trade began in May 2015.\n";

fn ran(command: &mut Command) -> Ran {
    finished(command.output().unwrap())
}

fn finished(output: std::process::Output) -> Ran {
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(!err.contains("panicked"), "{err}");
    Ran {
        status: output.status.code().unwrap_or(-1),
        out: output.stdout,
        err,
    }
}

/// Whether every key of an object stands there, absent values as `null`.
pub fn has_keys(object: &Value, keys: &[&str]) {
    let map = object.as_object().unwrap_or_else(|| panic!("{object}"));
    for key in keys {
        assert!(map.contains_key(*key), "{key} is missing in {object}");
    }
}

pub fn exists(path: impl AsRef<Path>) -> bool {
    path.as_ref().exists()
}
