//! What a reader that misbehaves can do: nothing but fail, and that within its time.
//!
//! This binary is its own child. In it, what reads is made up: it hangs, eats memory, panics, or tries what is shut.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use import::{Document, ImportError, Pages};
use libtest_mimic::{Arguments, Failed, Trial};
use parse::{Limits, Password, Reader, Step, Unread};

fn main() -> ExitCode {
    if let Some(code) = parse::answer_if_asked_with(misbehave) {
        return code;
    }
    let mut all: Vec<(&str, fn())> = vec![
        ("a_document_is_read", a_document_is_read),
        ("a_hang_ends", a_hang_ends),
        ("a_busy_loop_ends", a_busy_loop_ends),
        ("a_stop_ends_it", a_stop_ends_it),
        ("memory_ends", memory_ends),
        ("one_huge_table_ends", one_huge_table_ends),
        (
            "who_ends_without_a_word_and_was_large_lacked_memory",
            who_ends_without_a_word_and_was_large_lacked_memory,
        ),
        (
            "who_waits_for_ever_and_was_large_lacked_memory",
            who_waits_for_ever_and_was_large_lacked_memory,
        ),
        ("the_answer_ends", the_answer_ends),
        ("a_panic_is_one_message", a_panic_is_one_message),
        ("depth_without_end_is_one_message", depth_without_end_is_one_message),
        ("a_crash_is_one_message", a_crash_is_one_message),
        ("noise_is_no_answer", noise_is_no_answer),
        ("nonsense_is_not_believed", nonsense_is_not_believed),
        ("a_refusal_crosses_word_for_word", a_refusal_crosses_word_for_word),
        ("passwords_are_tried_in_turn", passwords_are_tried_in_turn),
        ("pages_are_told_as_they_are_read", pages_are_told_as_they_are_read),
        ("a_stop_between_pages_ends_it", a_stop_between_pages_ends_it),
        ("notes_without_end_end", notes_without_end_end),
    ];
    if cfg!(target_os = "linux") {
        all.extend([
            ("every_door_is_told", every_door_is_told as fn()),
            ("what_is_shut_stays_shut", what_is_shut_stays_shut),
            ("an_orphan_ends", an_orphan_ends),
        ]);
    }
    let trials = all
        .into_iter()
        .map(|(name, test)| {
            Trial::test(name, move || {
                test();
                if children_of(std::process::id()).is_empty() {
                    Ok(())
                } else {
                    Err(Failed::from("a process is left over"))
                }
            })
        })
        .collect();
    let mut arguments = Arguments::from_args();
    // One after another: what one leaves over is not to be taken for another's.
    arguments.test_threads = Some(1);
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Does what the words of the file say.
fn misbehave(
    bytes: &[u8],
    name: Option<&str>,
    password: Option<&str>,
    tell: &mut dyn FnMut(Pages),
) -> Result<Document, ImportError> {
    let words = std::str::from_utf8(bytes).unwrap();
    match words {
        "hang" => loop {
            std::thread::sleep(Duration::from_secs(1));
        },
        "spin" => loop {
            std::hint::spin_loop();
        },
        "eat" => {
            let mut eaten: Vec<Vec<u8>> = Vec::new();
            loop {
                eaten.push(vec![1; 1 << 20]);
            }
        }
        // As a library does that gets no more memory.
        "eat and abort" => {
            let eaten = vec![1_u8; 400 << 20];
            std::thread::sleep(Duration::from_millis(200));
            std::hint::black_box(eaten);
            std::process::abort()
        }
        // As PDFium and the crate around it do: what is thrown leaves a lock behind that is asked for again.
        "eat and wait" => {
            let eaten = vec![1_u8; 400 << 20];
            let lock = std::sync::Mutex::new(eaten);
            let held = lock.lock().unwrap();
            let again = lock.lock().unwrap();
            Err(ImportError::Empty((held.len() + again.len()).to_string()))
        }
        "gulp" => Err(ImportError::Empty(vec![1_u8; 3 << 30].len().to_string())),
        "panic" => panic!("words of the document"),
        "deep" => Err(ImportError::Empty(deep(1).to_string())),
        "abort" => std::process::abort(),
        "noise" => {
            println!("noise");
            std::process::exit(0)
        }
        "much" => import::import("many words\n\n".repeat(1 << 13).as_bytes(), name),
        "nonsense" => import::import(b"Forty pumps.", name).map(|mut document| {
            document.blocks[0].end = 4_000_000_000;
            document
        }),
        "refuse" => Err(ImportError::Damaged {
            found: "its “directory” is\n\u{202e}odd".into(),
        }),
        "locked" if password != Some("harbour") => Err(ImportError::Locked {
            tried: password.is_some(),
        }),
        "turn pages" => {
            for read in 1..=PAGES {
                tell(Pages { read, all: PAGES });
                std::thread::sleep(Duration::from_millis(20));
            }
            import::import(bytes, name)
        }
        "flood" => loop {
            tell(Pages { read: 1, all: 2 });
        },
        "try" => Err(ImportError::Empty(tried())),
        _ => import::import(bytes, name),
    }
}

/// Of a file that is read so slowly that every page is told.
const PAGES: u32 = 40;

#[allow(unconditional_recursion)]
fn deep(so_far: u64) -> u64 {
    let kept = std::hint::black_box([so_far; 64]);
    deep(so_far + 1) + kept[7]
}

/// What a reader could do to somebody, tried one by one: "connect: refused, …".
fn tried() -> String {
    use std::fs::File;
    use std::net::{TcpStream, UdpSocket};
    use std::process::Command;
    let own = std::env::temp_dir().join("gainsay-left-by-a-reader");
    let tries = [
        ("connect", TcpStream::connect("127.0.0.1:9").err()),
        ("send", UdpSocket::bind("127.0.0.1:0").err()),
        ("run", Command::new("/bin/true").status().err()),
        ("read", File::open("/etc/passwd").err()),
        ("write", File::create(own).err()),
        ("list", std::fs::read_dir("/").err()),
        (
            "look",
            File::open(format!("/proc/{}/environ", std::process::id())).err(),
        ),
        ("thread", std::thread::Builder::new().spawn(|| ()).err()),
    ];
    let told = tries.map(|(what, error)| match error.map(|error| error.kind()) {
        Some(std::io::ErrorKind::PermissionDenied) => format!("{what}: refused"),
        Some(kind) => format!("{what}: {kind}"),
        None => format!("{what}: DONE"),
    });
    told.join(", ")
}

fn reader() -> Reader {
    Reader::of_this_program().unwrap()
}

fn brief() -> Reader {
    reader().within(Limits {
        time: Duration::from_millis(700),
        ..Limits::default()
    })
}

fn small() -> Reader {
    reader().within(Limits {
        memory: 64 << 20,
        ..Limits::default()
    })
}

fn read(reader: &Reader, words: &str) -> Result<Document, Unread> {
    reader.bytes(words.as_bytes(), "a.txt", &AtomicBool::new(false))
}

fn message(reader: &Reader, words: &str) -> String {
    read(reader, words).expect_err("no document").to_string()
}

fn a_document_is_read() {
    let words = "Forty pumps were sold. Ünïcödé 🙂 \u{202e}odd\u{202c}.";
    assert_eq!(
        read(&reader(), words).unwrap(),
        import::import(words.as_bytes(), Some("a.txt")).unwrap()
    );
    let pasted = reader()
        .pasted("# A head\n\nForty pumps.", &AtomicBool::new(false))
        .unwrap();
    assert_eq!(pasted, import::import_pasted("# A head\n\nForty pumps.").unwrap());
}

fn a_hang_ends() {
    let told = message(&brief(), "hang");
    assert!(told.starts_with("it took more than 700 milliseconds"), "{told}");
}

fn a_busy_loop_ends() {
    assert!(matches!(read(&brief(), "spin"), Err(Unread::TooSlow(_))));
}

fn a_stop_ends_it() {
    let stop = Arc::new(AtomicBool::new(false));
    let later = Arc::clone(&stop);
    let stopping = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        later.store(true, Ordering::Release);
    });
    // Were it not for the stop, the test would take twenty seconds and end otherwise.
    assert!(matches!(reader().bytes(b"hang", "a.txt", &stop), Err(Unread::Stopped)));
    stopping.join().unwrap();
}

fn memory_ends() {
    assert!(message(&small(), "eat").starts_with("it needed more than 64 MB of memory"));
    assert!(message(&reader(), "eat").starts_with("it needed more than 512 MB of memory"));
}

fn one_huge_table_ends() {
    assert!(matches!(read(&reader(), "gulp"), Err(Unread::TooMuchMemory(512))));
}

fn who_ends_without_a_word_and_was_large_lacked_memory() {
    if cfg!(target_os = "linux") {
        assert!(message(&reader(), "eat and abort").starts_with("it needed more than 512 MB of memory"));
    }
}

fn who_waits_for_ever_and_was_large_lacked_memory() {
    let patient = reader().within(Limits {
        time: Duration::from_secs(600),
        ..Limits::default()
    });
    assert!(matches!(
        read(&patient, "eat and wait"),
        Err(Unread::TooMuchMemory(512))
    ));
}

fn the_answer_ends() {
    let limited = reader().within(Limits {
        output: 1 << 16,
        ..Limits::default()
    });
    assert!(matches!(read(&limited, "much"), Err(Unread::TooMuchText)));
}

fn a_panic_is_one_message() {
    let told = message(&reader(), "panic");
    assert!(told.starts_with("the reader failed on it"), "{told}");
    assert!(!told.contains("words of the document"), "{told}");
}

fn depth_without_end_is_one_message() {
    assert!(matches!(read(&reader(), "deep"), Err(Unread::Failed)));
}

fn a_crash_is_one_message() {
    assert!(matches!(read(&reader(), "abort"), Err(Unread::Failed)));
}

fn noise_is_no_answer() {
    assert!(matches!(read(&reader(), "noise"), Err(Unread::Failed)));
}

fn nonsense_is_not_believed() {
    assert!(matches!(read(&reader(), "nonsense"), Err(Unread::Failed)));
}

fn passwords_are_tried_in_turn() {
    let given = |words: &[&str]| words.iter().map(|words| Password::new(*words)).collect::<Vec<_>>();
    let asks = |words: &[&str]| {
        read(&reader().trying(given(words)), "locked")
            .err()
            .and_then(|why| why.asks_for_password())
    };
    assert_eq!(asks(&[]), Some(false));
    assert_eq!(asks(&["mole", "quay"]), Some(true));
    let opened = read(&reader().trying(given(&["mole", "harbour", "quay"])), "locked").unwrap();
    assert_eq!(opened.text, "locked");
}

/// What is met on the way through a file with these words; it is stopped where `meet` says so.
fn met(words: &str, stop_at: impl Fn(&Step) -> bool) -> Vec<Step> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    std::fs::write(&path, words).unwrap();
    let stop = AtomicBool::new(false);
    let mut steps = Vec::new();
    reader().each(&[path], &stop, &mut |step| {
        if stop_at(&step) {
            stop.store(true, Ordering::Release);
        }
        steps.push(step);
    });
    steps
}

fn pages_are_told_as_they_are_read() {
    let steps = met("turn pages", |_| false);
    let pages: Vec<Pages> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Pages(pages) => Some(*pages),
            _ => None,
        })
        .collect();
    // Not each one, but several on the way, in order, and the last.
    assert!(pages.len() >= 3, "{pages:?}");
    assert!(pages.windows(2).all(|pair| pair[0].read < pair[1].read), "{pages:?}");
    assert!(pages.iter().all(|pages| pages.all == PAGES), "{pages:?}");
    assert_eq!(pages.last().map(|pages| pages.read), Some(PAGES));
    assert!(matches!(steps.first(), Some(Step::Reads(_))), "{steps:?}");
    assert!(matches!(steps.last(), Some(Step::Done(_, Ok(_)))), "{steps:?}");
}

fn a_stop_between_pages_ends_it() {
    let steps = met("turn pages", |step| matches!(step, Step::Pages(_)));
    let last: Vec<&Step> = steps.iter().rev().take(2).collect();
    assert!(
        matches!(last[..], [Step::Done(_, Err(Unread::Stopped)), Step::Pages(pages)] if pages.read < PAGES),
        "{steps:?}"
    );
}

fn notes_without_end_end() {
    assert!(matches!(read(&brief(), "flood"), Err(Unread::TooSlow(_))));
}

fn a_refusal_crosses_word_for_word() {
    let expected = misbehave(b"refuse", None, None, &mut |_| ()).unwrap_err();
    assert!(matches!(read(&reader(), "refuse"), Err(Unread::Content(told)) if told == expected));
}

fn every_door_is_told() {
    let doors = reader().doors().unwrap();
    let told: Vec<&str> = doors.0.iter().map(|door| door.to.as_str()).collect();
    assert_eq!(told, ["memory", "time", "files", "network and programs"]);
    assert!(
        doors
            .to_string()
            .starts_with("memory: shut (512 MB by rlimit); time: shut"),
        "{doors}"
    );
}

/// Where the kernel has the locks, each of these is refused; where it has not, the doors say so.
fn what_is_shut_stays_shut() {
    let told = message(&reader(), "try");
    if reader().doors().unwrap().all_shut() {
        assert_eq!(
            told,
            "there is no text in it: connect: refused, send: refused, run: refused, read: refused, write: refused, \
             list: refused, look: refused, thread: refused"
        );
    } else {
        eprintln!("not all doors can be shut here: {}; {told}", reader().doors().unwrap());
    }
}

/// A child whose parent is killed goes along.
fn an_orphan_ends() {
    use std::process::{Command, Stdio};
    if let Some(asked) = std::env::var_os("GAINSAY_TEST_PARENT") {
        drop(asked);
        let _ = read(&reader(), "hang");
        return;
    }
    let mut parent = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "an_orphan_ends"])
        .env("GAINSAY_TEST_PARENT", "yes")
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let children = wait_until(|| Some(children_of(parent.id())).filter(|children| !children.is_empty()));
    parent.kill().unwrap();
    parent.wait().unwrap();
    for child in children {
        // Dead and not yet taken note of by whoever inherits it ("Z") is dead.
        wait_until(|| status_of(child).is_none_or(|status| status == "Z").then_some(()));
    }
}

/// The letter a process's state has, where there is such a process.
fn status_of(process: u32) -> Option<String> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    Some(stat.rsplit(')').next()?.split_whitespace().next()?.to_owned())
}

fn wait_until<T>(mut there: impl FnMut() -> Option<T>) -> T {
    for _ in 0..2000 {
        if let Some(found) = there() {
            return found;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("waited in vain");
}

/// Processes whose parent is this one, where the system tells.
fn children_of(parent: u32) -> Vec<u32> {
    let Ok(all) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    all.flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|process: &u32| {
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
            let after = stat.rsplit(')').next().unwrap_or_default();
            after.split_whitespace().nth(1) == Some(&parent.to_string())
        })
        .collect()
}
