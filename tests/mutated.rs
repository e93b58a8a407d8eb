//! Everything that reads what came from outside, given what nobody would write: seeds that are cut, joined, repeated and flipped.
//! `BIENBAN_ROUNDS` tries more, `BIENBAN_SEED` repeats a run. Keys and Markdown have tests of this kind of their own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[path = "store/chance.rs"]
mod chance;
#[path = "store/kit.rs"]
mod kit;

use std::fs;

use bienban::capture::{Context, format, parse};
use bienban::domain::{Change, Logged, ScopeId};
use bienban::minutes::{Layout, Template, full};
use bienban::store::{Error, Key, Pulse, Secrecy, verify};
use bienban::tables::Table;
use chance::{Chance, rounds};
use kit::{Folder, entry};

/// Makes something new of one of the seeds, by up to six strokes.
fn mutate(seeds: &[Vec<u8>], words: &[&[u8]], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = chance.pick(seeds).clone();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() as u64 + 1) as usize;
        match chance.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.splice(at..at, chance.pick(words).to_vec())),
            2 => drop(bytes.drain(at..bytes.len().min(at + 1 + chance.below(8) as usize))),
            3 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            4 => drop(bytes.splice(at..at, chance.pick(seeds).clone())),
            5 if at < bytes.len() => bytes[at] = chance.below(256) as u8,
            _ => {
                let piece: Vec<u8> = bytes[at..].iter().take(1 + chance.below(20) as usize).copied().collect();
                bytes.splice(at..at, piece.repeat(1 + chance.below(4) as usize));
            }
        }
    }
    bytes.truncate(1 << 16);
    bytes
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_capture_line_is_read_to_its_last_letter() {
    let mut chance = Chance::new("capture line");
    let example = fs::read_to_string("tests/data/visit-example.txt").unwrap();
    let seeds: Vec<Vec<u8>> = example.lines().map(|line| line.as_bytes().to_vec()).collect();
    let words: [&[u8]; 14] = [
        b"@",
        b"#",
        b"!!",
        b"--",
        b"->",
        b"=>",
        b"\"",
        b"9h75",
        b"30/2",
        b"^",
        "ế".as_bytes(),
        "e\u{302}\u{301}".as_bytes(),
        "\u{202e}".as_bytes(),
        b"\0",
    ];
    for _ in 0..rounds(2_000) {
        let line = text(&mutate(&seeds, &words, &mut chance));
        let parsed = parse(&line, &Context::default());
        let tiled: String = parsed.spans.iter().map(|span| &line[span.range.clone()]).collect();
        assert_eq!(tiled, line);
        let _ = parse(&format(&parsed.draft), &Context::default());
    }
}

#[test]
fn a_table_is_read_or_refused() {
    let mut chance = Chance::new("table");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, name) in (0..).zip(["Tên đơn vị", "Xã Mới", "Xã Cũ"]) {
        sheet.write(row, 0, name).unwrap();
    }
    let seeds =
        [book.save_to_buffer().unwrap(), "Tên;Chức vụ\n\"An; B\";Bí thư\n".as_bytes().to_vec(), b"a,b\n1,2\n".to_vec()];
    let words: [&[u8]; 6] = [b"\"", b";", b",", b"\r\n", b"\xff", b"PK\x03\x04"];
    for _ in 0..rounds(1_000) {
        let _ = Table::read(&mutate(&seeds, &words, &mut chance));
    }
}

#[test]
fn a_template_prints_or_says_where_it_is_wrong() {
    let mut chance = Chance::new("template");
    let shipped = Template::BuiltIn(Layout::for_regime(bienban::domain::Regime::Party));
    let seeds = [shipped.text().as_bytes().to_vec()];
    let words: [&[u8]; 8] =
        [b"{{", b"}}", b"{% for x in parts %}", b"{% endfor %}", b"{% if", b"| safe", b"{% macro a() %}", b"{{ a() }}"];
    let outline = full(true);
    for _ in 0..rounds(60) {
        let template = Template::Edited { name: "x".into(), text: text(&mutate(&seeds, &words, &mut chance)) };
        if let Err(error) = template.render(&outline) {
            assert!(error.mistake.line <= template.text().lines().count() + 1, "{error}");
        }
    }
}

#[test]
fn a_backup_is_whole_or_refused() {
    let mut chance = Chance::new("backup");
    let folder = Folder::new();
    let mut store = folder.open();
    for number in 1..=4 {
        folder.save(&mut store, ScopeId::Office, &[entry(number, 1, "ý kiến")]);
    }
    let path = folder.path().join("all.jsonl");
    let content = store.back_up(&path, Secrecy::Plain, &Pulse::default()).unwrap();
    let seeds = [fs::read(&path).unwrap()];
    let words: [&[u8]; 6] = [b"\n", b"{\"blake3\":\"", b"}", b"\x1f\x8b", b"age-encryption.org/v1\n", b"\"change\":"];
    for _ in 0..rounds(1_000) {
        let bytes = mutate(&seeds, &words, &mut chance);
        fs::write(&path, &bytes).unwrap();
        match verify(&path, &Key::None, &Pulse::default()) {
            Ok(found) => assert_eq!((found, bytes), (content.clone(), seeds[0].clone())),
            Err(Error::Backup { .. }) => {}
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn a_change_is_read_or_refused_and_keeps_its_bytes() {
    let mut chance = Chance::new("change");
    let folder = Folder::new();
    let mut store = folder.open();
    let logged = folder.save(&mut store, ScopeId::Office, &[entry(1, 1, "ý kiến")]);
    let seeds = [logged.raw];
    let words: [&[u8]; 6] = [b"\"over\":[]", b"null", b"1e999", b"{}", b"\"\\u0000\"", b"["];
    for _ in 0..rounds(2_000) {
        let bytes = mutate(&seeds, &words, &mut chance);
        let Ok(read) = Logged::decode(bytes.clone()) else { continue };
        assert_eq!(read.raw, bytes);
        let again: Change = serde_json::from_slice(&serde_json::to_vec(&read.change).unwrap()).unwrap();
        assert_eq!(again, read.change);
    }
}
