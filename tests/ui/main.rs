//! What the derive says about mistakes: each case in the folders beside this file, with what rustc prints.
//!
//! Messages differ from compiler to compiler, so the cases are compared where `rustc --version` is the one in
//! `rustc-version.txt`. After a change, `TRYBUILD=overwrite cargo test -p fastjson-tests --test ui` takes the new texts
//! over, for the review to read.

mod legal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui")
}

#[test]
fn mistakes() {
    let pinned = fs::read_to_string(here().join("rustc-version.txt")).expect("the pinned version");
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs").stdout;
    let version = String::from_utf8_lossy(&version);
    if version.trim() != pinned.trim() {
        println!(
            "not compared: the texts are those of {}, this is {}",
            pinned.trim(),
            version.trim()
        );
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*/*.rs");
}

/// The text of each underline in what rustc printed.
fn underlined(stderr: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut source = "";
    for line in stderr.lines() {
        let Some((number, text)) = line.split_once(" |") else { continue };
        if number.trim().parse::<u32>().is_ok() {
            source = text;
        } else if let (Some(start), true) = (text.find('^'), number.trim().is_empty()) {
            let len = text[start..].chars().take_while(|&c| c == '^').count();
            let chars = source.chars().skip(text[..start].chars().count());
            found.push(chars.take(len).collect());
        }
    }
    found
}

#[test]
fn no_underline_is_the_derive() {
    let mut cases = 0;
    for class in fs::read_dir(here()).expect("the classes").flatten() {
        let Ok(files) = fs::read_dir(class.path()) else { continue };
        for path in files.flatten().map(|file| file.path()) {
            if path.extension().is_none_or(|extension| extension != "stderr") {
                continue;
            }
            cases += 1;
            let stderr = fs::read_to_string(&path).expect("a readable text");
            let underlined = underlined(&stderr);
            assert!(!underlined.is_empty(), "nothing is underlined in {}", path.display());
            for text in underlined {
                let is_derive = ["FastJson", "Encode", "Decode"].contains(&text.trim());
                assert!(!is_derive, "`{text}` is underlined in {}", path.display());
            }
        }
    }
    assert!(cases >= 170, "only {cases} cases found");
}
