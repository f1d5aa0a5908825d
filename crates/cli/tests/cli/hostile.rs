//! Files made to do harm, through the built program and its children: one message each, and nothing else happened.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::collections::{packed, zipped};
use crate::desk::{Desk, LEDGER};

/// A ZIP archive with an entry of so many megabytes of one letter beside others.
fn burst(entries: &[(&str, &str)], name: &str, head: &str, letter: u8, megabytes: usize) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, words) in entries {
        writer.start_file(*name, packed(name)).unwrap();
        writer.write_all(words.as_bytes()).unwrap();
    }
    writer.start_file(name, SimpleFileOptions::default()).unwrap();
    writer.write_all(head.as_bytes()).unwrap();
    for _ in 0..megabytes {
        writer.write_all(&vec![letter; 1 << 20]).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const RELATIONS: (&str, &str) = (
    "_rels/.rels",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" \
     Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
);
const CONTAINER: (&str, &str) = (
    "META-INF/container.xml",
    "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>",
);
const WORD_SPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn word(body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!("<?xml version=\"1.0\"?>{body}");
    let mut parts = vec![
        (RELATIONS.0, RELATIONS.1.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ];
    parts.extend_from_slice(more);
    zipped(&parts)
}

fn book(spine: &str, pages: &[(&str, &[u8])]) -> Vec<u8> {
    let description = format!(
        "<package><metadata><title>B</title></metadata><manifest><item id=\"a\" href=\"a.xhtml\" \
         media-type=\"application/xhtml+xml\"/></manifest><spine>{spine}</spine></package>"
    );
    let mut parts = vec![
        ("mimetype", &b"application/epub+zip"[..]),
        (CONTAINER.0, CONTAINER.1.as_bytes()),
        ("b.opf", description.as_bytes()),
    ];
    parts.extend_from_slice(pages);
    zipped(&parts)
}

/// What is left when the program has ended: the project as it was but for what was imported, no file, no process.
fn nothing_is_left(desk: &Desk, documents: usize) {
    assert_eq!(desk.done(&["documents", "P", "--json"]).lines().len(), documents);
    assert!(desk.done(&["check", "P"]).text().contains("sound"));
    let left: Vec<_> = std::fs::read_dir(desk.path("tmp")).unwrap().flatten().collect();
    assert!(left.is_empty(), "{left:?}");
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return;
    };
    for process in processes.flatten() {
        let read = |what: &str| std::fs::read_to_string(process.path().join(what)).unwrap_or_default();
        let command = read("cmdline");
        let ours = command.starts_with(env!("CARGO_BIN_EXE_gainsay")) && command.contains("--read-one-file");
        let state: Vec<String> = read("stat")
            .rsplit(')')
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let orphan = state.get(1).is_some_and(|parent| parent == "1");
        assert!(!(ours && orphan), "{process:?} goes on without its parent");
    }
}

/// Every file under a folder.
fn everything(folder: &Path) -> BTreeSet<PathBuf> {
    let mut files = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            match entry.file_type().unwrap().is_dir() {
                true => open.push(entry.path()),
                false => drop(files.insert(entry.path())),
            }
        }
    }
    files
}

/// Imports files; what each was told, by its name: the error's sentence, or nothing. How many documents there are then.
fn told(desk: &Desk, files: &[(String, Vec<u8>)]) -> (Vec<(String, Option<String>)>, usize) {
    let mut arguments = vec!["import".to_owned(), "P".to_owned(), "--json".to_owned()];
    for (name, bytes) in files {
        desk.write(name, bytes);
        arguments.push(name.clone());
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    std::fs::create_dir_all(desk.path("tmp")).unwrap();
    let before = everything(&desk.path("."));
    let ran = desk.run_with(&arguments, &[("TMPDIR", desk.path("tmp").as_os_str())]);
    // Beside the project, which is one file again, only what names this device.
    let after = everything(&desk.path("."));
    let left: Vec<&PathBuf> = after
        .difference(&before)
        .filter(|path| !path.ends_with("gainsay/device"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    let lines = ran.lines();
    let new = |line: &&serde_json::Value| line["document"].is_string() && line["duplicate_of"].is_null();
    let documents = lines.iter().filter(new).count();
    let of_documents = lines.iter().filter(|line| line["skipped"].is_null());
    let told = of_documents
        .map(|line| {
            let file = line["file"].as_str().unwrap().to_owned();
            (file, line["error"]["message"].as_str().map(str::to_owned))
        })
        .collect();
    (told, documents)
}

#[test]
fn what_is_made_to_burst_costs_one_message() {
    let desk = Desk::new();
    let files: Vec<(String, Vec<u8>)> = vec![
        (
            "bomb.docx".into(),
            burst(
                &[RELATIONS],
                "word/document.xml",
                "<?xml version=\"1.0\"?><a>",
                b'x',
                90,
            ),
        ),
        ("bomb.odt".into(), {
            let mime = ("mimetype", "application/vnd.oasis.opendocument.text");
            burst(&[mime], "content.xml", "<office:document-content>", b' ', 70)
        }),
        ("bomb.epub".into(), {
            let description = "<package><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>";
            let parts = [("mimetype", "application/epub+zip"), CONTAINER, ("b.opf", description)];
            burst(&parts, "a.xhtml", "<p>", b'x', 70)
        }),
        (
            "bomb.zip".into(),
            burst(&[("good.txt", LEDGER)], "bomb.txt", "", b' ', 70),
        ),
        ("crowd.zip".into(), {
            let names: Vec<String> = (0..10_001).map(|number| format!("{number}.txt")).collect();
            let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
            zipped(&entries)
        }),
    ];
    assert!(files.iter().all(|(_, bytes)| bytes.len() < 2 << 20));
    let (told, documents) = told(&desk, &files);
    let names: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "bomb.docx",
            "bomb.odt",
            "bomb.epub",
            "bomb.zip/good.txt",
            "bomb.zip/bomb.txt",
            "crowd.zip"
        ]
    );
    for (name, error) in &told {
        let error = error.as_deref().unwrap_or_default();
        match name.as_str() {
            "bomb.zip/good.txt" => assert_eq!(error, ""),
            "crowd.zip" => assert!(error.contains("10001 files"), "{error}"),
            _ => assert!(error.contains("as no text does"), "{name}: {error}"),
        }
    }
    nothing_is_left(&desk, documents);
}

#[test]
fn depth_and_circles_end() {
    let desk = Desk::new();
    let deep =
        |open: &str, close: &str, times: usize| format!("{}deep words{}", open.repeat(times), close.repeat(times));
    let body = format!(
        "<w:document {WORD_SPACE}><w:body>{}</w:body></w:document>",
        deep("<w:p><w:r><w:t>", "</w:t></w:r></w:p>", 50_000)
    );
    let chapter = b"<html><body><p>Forty pumps.</p><iframe src=\"a.xhtml\"/></body></html>";
    let files: Vec<(String, Vec<u8>)> = vec![
        ("deep.docx".into(), word(&body, &[])),
        ("deep.html".into(), deep("<div>", "", 100_000).into_bytes()),
        ("deep.md".into(), deep("> ", "", 60_000).into_bytes()),
        (
            "deep.rtf".into(),
            format!("{{\\rtf1 {}", deep("{", "}", 100_000)).into_bytes(),
        ),
        (
            "deep-json.html".into(),
            format!(
                "<!doctype html><script type=\"application/ld+json\">{}</script><p>Forty pumps.</p>",
                "[".repeat(1 << 20)
            )
            .into_bytes(),
        ),
        // A book whose reading order names one chapter two thousand times.
        (
            "round.epub".into(),
            book(&"<itemref idref=\"a\"/>".repeat(2_000), &[("a.xhtml", chapter)]),
        ),
        (
            "itself.epub".into(),
            zipped(&[
                ("mimetype", b"application/epub+zip"),
                (
                    "META-INF/container.xml",
                    b"<container><rootfile full-path=\"META-INF/container.xml\"/></container>",
                ),
            ]),
        ),
    ];
    let (told, documents) = told(&desk, &files);
    assert_eq!(told.len(), files.len(), "{told:?}");
    for (name, error) in &told {
        // A reader that crashed would be told, too: none of these may need that.
        assert!(
            !error.as_deref().unwrap_or_default().contains("the reader failed"),
            "{name}: {error:?}"
        );
    }
    let by = |name: &str| told.iter().find(|(told, _)| told == name).unwrap().1.clone();
    assert_eq!((by("deep.html"), by("deep-json.html")), (None, None));
    assert!(by("itself.epub").is_some());
    nothing_is_left(&desk, documents);
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    // Somebody listens; whoever reaches for anything below reaches here.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let there = format!("http://{}", listener.local_addr().unwrap());
    let desk = Desk::new();
    desk.write("secret.txt", "the secret words");
    let files = reaching(&there, &desk.path("secret.txt").display().to_string());
    let (told, documents) = told(&desk, &files);
    assert_eq!(told.len(), files.len());
    let refused: Vec<&str> = told
        .iter()
        .filter(|(_, error)| error.is_some())
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(refused, ["entity.docx", "laughs.docx"], "{told:?}");
    for document in desk.done(&["documents", "P", "--json"]).lines() {
        let text = desk.done(&["text", "P", document["document"].as_str().unwrap()]);
        assert!(text.text().contains("Forty"), "{document}");
        assert!(!text.text().contains("the secret words"), "{document}");
    }
    assert!(listener.accept().is_err(), "something was fetched");
    nothing_is_left(&desk, documents);
}

/// From here on whoever asks for a socket is killed for it: the program and whatever it starts.
#[cfg(target_os = "linux")]
fn no_sockets() {
    use seccompiler::{SeccompAction, SeccompFilter, TargetArch};
    let calls = [
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
    ];
    let rules = calls.into_iter().map(|call| (call, Vec::new())).collect();
    let arch = TargetArch::try_from(std::env::consts::ARCH).unwrap();
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, SeccompAction::KillProcess, arch).unwrap();
    let program: seccompiler::BpfProgram = filter.try_into().unwrap();
    seccompiler::apply_filter(&program).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by the test below"]
fn somebody_asks_for_a_socket() {
    drop(std::net::UdpSocket::bind("127.0.0.1:0"));
}

/// Not even asked for: neither by what reads nor by what waits for it.
#[cfg(target_os = "linux")]
#[test]
fn nobody_asks_for_a_connection() {
    use std::os::unix::process::ExitStatusExt;
    let hold = || {
        no_sockets();
        let who = ["--ignored", "--exact", "hostile::somebody_asks_for_a_socket"];
        let mut caught = std::process::Command::new(std::env::current_exe().unwrap());
        let caught = caught.args(who).output().unwrap().status;
        assert_eq!(caught.signal(), Some(libc::SIGSYS), "the net has holes: {caught:?}");
        let desk = Desk::new();
        let (told, documents) = told(&desk, &reaching("http://127.0.0.1:9", "/etc/hostname"));
        let failed = told.iter().filter(|(_, error)| error.is_some()).count();
        assert_eq!((told.len(), failed), (8, 2), "{told:?}");
        nothing_is_left(&desk, documents);
    };
    std::thread::spawn(hold).join().unwrap();
}

/// Files that reach for an address, and for a file.
fn reaching(there: &str, secret: &str) -> Vec<(String, Vec<u8>)> {
    let entity = format!("<!DOCTYPE x [<!ENTITY a SYSTEM \"file://{secret}\"><!ENTITY b SYSTEM \"{there}/b\">]>");
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let body = |words: &str| {
        format!(
            "<w:document {WORD_SPACE}><w:body><w:p><w:r><w:t>Forty pumps. {words}</w:t></w:r></w:p></w:body></w:document>"
        )
    };
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"{there}/t.dotm\" TargetMode=\"External\"/>\
         <Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk\" Target=\"../../secret.txt\"/></Relationships>"
    );
    let page = format!(
        "<!doctype html><html><head><link rel=stylesheet href={there}/s.css><base href={there}/><script src={there}/x.js></script>\
         <meta http-equiv=refresh content=\"0;url={there}/r\"></head><body><p>Forty pumps were sold.</p><img src={there}/i.png>\
         <iframe src=\"file://{secret}\"></iframe><object data={there}/o></object><svg><image href={there}/v.svg /></svg></body></html>"
    );
    vec![
        ("entity.docx".into(), word(&format!("{entity}{}", body("&a;&b;")), &[])),
        ("laughs.docx".into(), word(&format!("{laughs}{}", body("&c;")), &[])),
        ("outside.docx".into(), word(&body("Whole."), &[("word/_rels/document.xml.rels", relations.as_bytes()), ("word/vbaProject.bin", b"macro")])),
        ("page.html".into(), page.clone().into_bytes()),
        ("book.epub".into(), book("<itemref idref=\"a\"/>", &[("a.xhtml", page.as_bytes())])),
        ("entity.html".into(), format!("{entity}<html><body><p>Forty &a; pumps &b;.</p></body></html>").into_bytes()),
        ("field.rtf".into(), format!("{{\\rtf1 Forty pumps. {{\\field{{\\*\\fldinst INCLUDETEXT \"{secret}\"}}{{\\fldrslt here}}}}{{\\object\\objemb{{\\*\\objdata 4d5a}}}}}}").into_bytes()),
        ("picture.md".into(), format!("Forty pumps. ![a]({there}/m.png) <img src=\"{there}/n.png\"> [b](file://{secret})").into_bytes()),
    ]
}

#[test]
fn names_that_lead_elsewhere_lead_nowhere() {
    let desk = Desk::new();
    let outside = desk.path("evil.txt");
    let names = [
        "../evil.txt",
        "../../../../tmp/gainsay-evil.txt",
        "/tmp/gainsay-evil.txt",
        "C:\\gainsay-evil.txt",
        "a/\u{0}b.txt",
        "\u{202e}txt.exe",
    ];
    let texts: Vec<String> = names.iter().map(|name| format!("Pumps of {name} were sold.")).collect();
    let entries: Vec<(&str, &[u8])> = names
        .iter()
        .zip(&texts)
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let (told, documents) = told(&desk, &[("names.zip".to_owned(), zipped(&entries))]);
    assert_eq!(told.len(), names.len(), "{told:?}");
    assert!(!outside.exists() && !Path::new("/tmp/gainsay-evil.txt").exists());
    assert_eq!(told[0], ("names.zip/../evil.txt".to_owned(), None));
    nothing_is_left(&desk, documents);
}

#[test]
fn odd_letters_and_endless_lines_are_read_or_refused() {
    let desk = Desk::new();
    // Without figures: what is checkable in five megabytes is not what this is about.
    let line = "The pumps were sold and the buyers were content with them. ".repeat(5 << 20 >> 6);
    let lone: Vec<u8> = "\u{feff}Forty pumps X were sold."
        .encode_utf16()
        .map(|unit| if unit == u16::from(b'X') { 0xd800 } else { unit })
        .flat_map(u16::to_le_bytes)
        .collect();
    let files: Vec<(String, Vec<u8>)> = vec![
        ("line.txt".into(), line.clone().into_bytes()),
        (
            "line.md".into(),
            line[..1 << 20].replace("pumps", "*pumps*").into_bytes(),
        ),
        (
            "line.html".into(),
            format!("<!doctype html><p>{}", line[..1 << 19].replace("sold", "<b>sold</b>")).into_bytes(),
        ),
        ("lone.txt".into(), lone),
        // Not one blank: nothing may look at it from every place of it.
        ("glued.txt".into(), ".[".repeat(1 << 18).into_bytes()),
        (
            "lone.html".into(),
            b"<!doctype html><p>Forty pumps &#xD800; \xed\xa0\x80 were sold.</p>".to_vec(),
        ),
        (
            "nul.txt".into(),
            [b"Forty pumps\0".to_vec(), LEDGER.repeat(20).into_bytes()].concat(),
        ),
        ("nuls.txt".into(), vec![0; 1 << 20]),
        (
            "marks.txt".into(),
            "\u{202e}Forty\u{202c} pumps\u{200b} were\u{2066} sold.".into(),
        ),
    ];
    let (told, documents) = told(&desk, &files);
    let refused: Vec<&str> = told
        .iter()
        .filter(|(_, error)| error.is_some())
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(refused, ["nuls.txt"], "{told:?}");
    nothing_is_left(&desk, documents);
    // Kept as they are: what is shown is the window's affair.
    let marks = desk.done(&["text", "P", "marks"]);
    assert_eq!(marks.text(), "\u{202e}Forty\u{202c} pumps\u{200b} were\u{2066} sold.");
}

#[test]
fn cut_and_changed_files_are_read_or_refused() {
    let page = format!("<!doctype html><title>Pumps</title><article><h1>Pumps</h1><p>{LEDGER}</p></article>");
    let whole: Vec<(&str, Vec<u8>)> = vec![
        (
            "docx",
            word(
                &format!(
                    "<w:document {WORD_SPACE}><w:body><w:p><w:r><w:t>{LEDGER}</w:t></w:r></w:p></w:body></w:document>"
                ),
                &[],
            ),
        ),
        ("epub", book("<itemref idref=\"a\"/>", &[("a.xhtml", page.as_bytes())])),
        ("html", page.clone().into_bytes()),
        (
            "rtf",
            format!(
                "{{\\rtf1\\ansi {{\\b Pumps}}\\par {}}}",
                LEDGER.replace('🙂', "\\u-10179?\\u-8702?")
            )
            .into_bytes(),
        ),
        (
            "zip",
            zipped(&[("a.txt", LEDGER.as_bytes()), ("b.html", page.as_bytes())]),
        ),
    ];
    let desk = Desk::new();
    let mut files = Vec::new();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).unwrap()
    };
    for (ending, bytes) in &whole {
        for number in 0..8 {
            let mut changed = bytes.clone();
            for _ in 0..=next(5) {
                let at = next(changed.len());
                changed[at] ^= 1 << next(8);
            }
            if number % 2 == 0 {
                changed.truncate(next(changed.len()));
            }
            files.push((format!("{number}.{ending}"), changed));
        }
    }
    let (told, documents) = told(&desk, &files);
    assert!(told.len() >= files.len(), "{told:?}");
    for (name, error) in &told {
        assert!(
            !error.as_deref().unwrap_or_default().contains("the reader failed"),
            "{name}: {error:?}"
        );
    }
    nothing_is_left(&desk, documents);
}

/// The clock, by a reader that cannot end: the built program has no such reader, so it is stopped from outside.
#[cfg(target_os = "linux")]
#[test]
fn a_program_that_is_killed_leaves_no_reader() {
    let desk = Desk::new();
    let name = "slow.txt";
    // Enough words to read for a while.
    desk.write(name, "Forty pumps were sold in 2018.\n\n".repeat(1 << 20));
    std::fs::create_dir_all(desk.path("tmp")).unwrap();
    let mut program = desk.command(&["import", "P", name]).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    let _ = program.kill();
    program.wait().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(200));
    let documents = desk.done(&["documents", "P", "--json"]).lines().len();
    nothing_is_left(&desk, documents);
}

/// A page whose drawing inflates beyond all memory, deflated twice, so that nobody can tell before.
#[test]
fn what_lacks_memory_says_so() {
    let deflated = |write: &dyn Fn(&mut dyn Write)| {
        let mut deflate = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        write(&mut deflate);
        deflate.finish().unwrap()
    };
    let once = deflated(&|to| (0..700).for_each(|_| to.write_all(&vec![b' '; 1 << 20]).unwrap()));
    let twice = deflated(&|to| to.write_all(&once).unwrap());
    let mut file = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
        .to_vec();
    let head = format!(
        "4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length {}>>stream\n",
        twice.len()
    );
    file.extend(
        [
            head.as_bytes(),
            &twice,
            b"\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF\n",
        ]
        .concat(),
    );
    let desk = Desk::new();
    let (told, documents) = told(&desk, &[("bomb.pdf".to_owned(), file)]);
    let error = told[0].1.as_deref().unwrap_or_default();
    if cfg!(target_os = "linux") {
        assert!(error.contains("it needed more than 512 MB of memory"), "{error}");
    }
    assert_eq!(documents, 0);
    nothing_is_left(&desk, documents);
}
