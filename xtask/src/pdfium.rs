//! PDFium's library: what reads PDF files.
//!
//! It is built in C++ for hours, so it is taken ready-made out of a Python wheel (pypdfium2, built in public from PDFium's
//! sources): one version, one SHA-256, refused where it differs. It is kept under `target/pdfium`, where the programs and
//! tests look for it, with the licences of what it is made of; the package carries both.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::tree;

/// A wheel that holds the library for one kind of machine.
struct Wheel {
    system: &'static str,
    processor: &'static str,
    name: &'static str,
    folder: &'static str,
    sha256: &'static str,
    library: &'static str,
}

/// The package and its version, as PyPI has it.
const PACKAGE: &str = "pypdfium2==5.15.2";

const WHEELS: &[Wheel] = &[
    Wheel {
        system: "linux",
        processor: "x86_64",
        name: "pypdfium2-5.15.2-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
        folder: "c8/e5/2e668bc1bc6fe22f9006694b5571a2dd2c9b874d6a21d16ee839c8f7f6ea",
        sha256: "dc31aea5b0fb9fefc9b537a65f4113980b2c40798445736a7e6565bc85161e37",
        library: "libpdfium.so",
    },
    Wheel {
        system: "linux",
        processor: "aarch64",
        name: "pypdfium2-5.15.2-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.whl",
        folder: "03/1f/7a18e64c50049dce8512239bcdb9f8469d0a0c352dd42ae85b6b01d143f8",
        sha256: "dd46e93c0c3a73f6cea8489baff6d77a5d0759dd53fbbce0aeb49c91830176fc",
        library: "libpdfium.so",
    },
    Wheel {
        system: "macos",
        processor: "aarch64",
        name: "pypdfium2-5.15.2-py3-none-macosx_13_0_arm64.whl",
        folder: "e7/bb/bf88a781a53c905022b25b2d1fb742c908f86b8076403471f626cc41a508",
        sha256: "e71fe832e94421ac3c28d6a6ed4a9e61f22417089652d339f391c4ffc2a44c35",
        library: "libpdfium.dylib",
    },
    Wheel {
        system: "windows",
        processor: "x86_64",
        name: "pypdfium2-5.15.2-py3-none-win_amd64.whl",
        folder: "fe/7f/8aa446529fa14523e5c18f89e823afc95526689f76a75efe68a82a10d850",
        sha256: "74d1bace34fb01c660d0b64344d5a4b7d276942b7c6623c88ab59ea21c5acfbd",
        library: "pdfium.dll",
    },
];

/// Where the library and its licences are kept.
pub fn folder() -> PathBuf {
    tree::target().join("pdfium")
}

/// The library's file, where this machine has a wheel.
pub fn library() -> Result<PathBuf> {
    Ok(folder().join(wheel()?.library))
}

/// The licences of all that the library is made of, in one file.
pub fn notices() -> PathBuf {
    folder().join("NOTICES.txt")
}

/// Sees to it that the library is there; says where it came from.
pub fn bring() -> Result<String> {
    let wheel = wheel()?;
    let stamp = folder().join("wheel.sha256");
    let kept = fs::read_to_string(&stamp).is_ok_and(|kept| kept == wheel.sha256);
    if kept && folder().join(wheel.library).is_file() && notices().is_file() {
        return Ok("there".to_owned());
    }
    fs::create_dir_all(folder())?;
    let (bytes, from) = fetch(wheel)?;
    unpack(&bytes, wheel)?;
    fs::write(stamp, wheel.sha256)?;
    Ok(format!("{PACKAGE} from {from}"))
}

fn wheel() -> Result<&'static Wheel> {
    let (system, processor) = (std::env::consts::OS, std::env::consts::ARCH);
    WHEELS
        .iter()
        .find(|wheel| wheel.system == system && wheel.processor == processor)
        .with_context(|| format!("no PDFium for {system} on {processor}: build it and name its file in GAINSAY_PDFIUM"))
}

/// The wheel's bytes, by the first program that brings the right ones.
fn fetch(wheel: &Wheel) -> Result<(Vec<u8>, &'static str)> {
    let address = format!(
        "https://files.pythonhosted.org/packages/{}/{}",
        wheel.folder, wheel.name
    );
    let part = folder().join(wheel.name);
    let place = part.display().to_string();
    let below = folder().display().to_string();
    let get = format!(
        "fetch({address:?}).then(r => r.arrayBuffer()).then(b => require('fs').writeFileSync({place:?}, Buffer.from(b)))"
    );
    let ways: [(&str, Vec<&str>); 4] = [
        (
            "curl",
            vec!["-fsSL", "--retry", "3", "--max-time", "300", "-o", &place, &address],
        ),
        // pip knows of a mirror where there is one.
        (
            "python3",
            vec![
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--only-binary=:all:",
                "-d",
                &below,
                PACKAGE,
            ],
        ),
        ("wget", vec!["-q", "-O", &place, &address]),
        ("node", vec!["-e", &get]),
    ];
    let mut said = Vec::new();
    for (program, arguments) in ways {
        let _ = fs::remove_file(&part);
        match Command::new(program).args(arguments).stdin(Stdio::null()).output() {
            Err(_) => said.push(format!("{program}: not here")),
            Ok(out) if !out.status.success() => {
                let error = String::from_utf8_lossy(&out.stderr).trim().to_owned();
                said.push(format!("{program}: {}", error.lines().last().unwrap_or("failed")));
            }
            Ok(_) => match verified(&part, wheel.sha256) {
                Ok(bytes) => {
                    fs::remove_file(&part)?;
                    return Ok((bytes, program));
                }
                Err(error) => said.push(format!("{program}: {error}")),
            },
        }
    }
    bail!(
        "PDFium could not be brought:\n  {}\nDownload {address}\nto {place} elsewhere, unpack its {} and name that file in GAINSAY_PDFIUM",
        said.join("\n  "),
        wheel.library
    )
}

fn verified(path: &Path, sha256: &str) -> Result<Vec<u8>> {
    let bytes = fs::read(path).context("brought nothing")?;
    let found: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    ensure!(
        found == sha256,
        "brought other bytes (SHA-256 {found}, expected {sha256})"
    );
    Ok(bytes)
}

/// Takes the library and the licences out of the wheel.
fn unpack(bytes: &[u8], wheel: &Wheel) -> Result<()> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).context("the wheel is no archive")?;
    let names: Vec<String> = archive
        .file_names()
        .filter_map(|name| name.ok().map(|name| name.into_owned()))
        .collect();
    let mut notices = format!(
        "PDFium's library ({}), as the Python package {PACKAGE} carries it, is used unchanged to read PDF files.\n\
         It is made of the works below, under these licences.\n",
        wheel.library
    );
    let mut texts: Vec<&String> = names.iter().filter(|name| is_notice(name)).collect();
    texts.sort();
    ensure!(texts.len() > 5, "the wheel holds no licences");
    for name in texts {
        let mut text = Vec::new();
        archive.by_name(name)?.read_to_end(&mut text)?;
        let title = name.split_once("licenses/").map_or("", |(_, title)| title);
        notices.push_str(&format!(
            "\n\n======== {title} ========\n\n{}",
            String::from_utf8_lossy(&text).trim()
        ));
    }
    fs::write(self::notices(), notices + "\n")?;
    let inside = format!("pypdfium2_raw/{}", wheel.library);
    let mut library = Vec::new();
    archive
        .by_name(&inside)
        .with_context(|| format!("the wheel holds no {inside}"))?
        .read_to_end(&mut library)?;
    // Written beside and moved: a program that has the old one loaded keeps it.
    let part = folder().join("library.part");
    fs::write(&part, library)?;
    fs::rename(part, folder().join(wheel.library))?;
    Ok(())
}

/// Licences of the wheel's parts, without those of parts that only other systems' libraries hold.
fn is_notice(name: &str) -> bool {
    name.contains(".dist-info/licenses/")
        && !name.ends_with('/')
        && !["/android/", "/cibw_musl/", "/pbin_musl/", "/v8_xfa/", "CC-BY"]
            .iter()
            .any(|other| name.contains(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wheel_is_pinned_by_a_whole_hash_and_its_own_name() {
        for wheel in WHEELS {
            assert_eq!(wheel.sha256.len(), 64, "{}", wheel.name);
            assert!(
                wheel.sha256.bytes().all(|byte| byte.is_ascii_hexdigit()),
                "{}",
                wheel.name
            );
            let (package, version) = PACKAGE.split_once("==").unwrap_or_default();
            assert!(
                wheel.name.starts_with(&format!("{package}-{version}-")),
                "{}",
                wheel.name
            );
            assert_eq!(wheel.folder.replace('/', "").len(), 64, "{}", wheel.name);
        }
    }
}
