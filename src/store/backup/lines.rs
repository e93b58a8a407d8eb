//! The text of a backup: JSON lines, each with its own BLAKE3, the raw bytes of a change untouched within.
//!
//! `{"blake3":"<64 hex digits>","change":<JSON>}`, where the digits are of the JSON between the comma's name and the last
//! brace. First comes a `header`, then every change of each log in its order, then drafts, last an `end` that says how many
//! there were and what they come to.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Content, Refusal};
use crate::domain::{ChangeHash, Logged, StreamId};
use crate::store::cipher::Cipher;
use crate::store::tip::Tip;
use crate::store::{Draft, Error, LONGEST_CHANGE};

/// Version of this text.
const VERSION: u32 = 1;
const FORMAT: &str = "bienban-backup";
const HEAD: &str = "{\"blake3\":\"";
/// Longest line that is read: a change and what is around it; texts of drafts may be longer than a change.
const LONGEST_LINE: u64 = 16 * LONGEST_CHANGE as u64;

/// What a line holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// What the file is.
    Header,
    /// A change.
    Change,
    /// An unfinished text.
    Draft,
    /// The end: nothing follows.
    End,
}

impl What {
    const ALL: [Self; 4] = [Self::Header, Self::Change, Self::Draft, Self::End];

    const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Change => "change",
            Self::Draft => "draft",
            Self::End => "end",
        }
    }
}

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    format: String,
    version: u32,
    app: String,
    made: DateTime<FixedOffset>,
    pub(crate) logs: u64,
    pub(crate) changes: u64,
    drafts: u64,
}

impl Header {
    /// Describes what is to follow.
    pub(super) fn new(made: DateTime<FixedOffset>, content: &Content, drafts: u64) -> Self {
        let Content { logs, changes, .. } = *content;
        let (format, app) = (FORMAT.to_owned(), env!("CARGO_PKG_VERSION").to_owned());
        Self { format, version: VERSION, app, made, logs, changes, drafts }
    }
}

#[derive(PartialEq, Eq, Serialize, Deserialize)]
struct End {
    logs: u64,
    changes: u64,
    drafts: u64,
    content: String,
}

#[derive(Serialize, Deserialize)]
struct Unfinished {
    key: String,
    text: String,
}

/// Writes a line of JSON bytes whose hash is known.
pub(super) fn write(output: &mut impl Write, what: What, json: &[u8], hash: ChangeHash) -> io::Result<()> {
    write!(output, "{HEAD}{hash}\",\"{}\":", what.name())?;
    output.write_all(json)?;
    output.write_all(b"}\n")
}

/// Writes a line of something that becomes JSON.
pub(super) fn write_json(output: &mut impl Write, what: What, content: &impl Serialize) -> io::Result<()> {
    let json = serde_json::to_vec(content)?;
    write(output, what, &json, ChangeHash::of(&json))
}

/// Writes an unfinished text.
pub(super) fn write_draft(output: &mut impl Write, draft: &Draft) -> io::Result<()> {
    let Draft { key, text } = draft.clone();
    write_json(output, What::Draft, &Unfinished { key, text })
}

/// Writes the last line.
pub(super) fn write_end(output: &mut impl Write, content: &Content, drafts: u64) -> io::Result<()> {
    let Content { logs, changes, hash } = content.clone();
    write_json(output, What::End, &End { logs, changes, drafts, content: hash })
}

/// Takes a line without its newline apart; nothing when a bit of it is not as it was written.
fn read(line: &[u8]) -> Option<(What, &[u8], ChangeHash)> {
    let (digits, rest) = line.strip_prefix(HEAD.as_bytes())?.split_at_checked(64)?;
    let rest = rest.strip_prefix(b"\",\"")?;
    let what = What::ALL.into_iter().find(|what| rest.starts_with(what.name().as_bytes()))?;
    let json = rest.get(what.name().len()..)?.strip_prefix(b"\":")?.strip_suffix(b"}")?;
    let hash = ChangeHash::of(json);
    (hash.to_string().as_bytes() == digits).then_some((what, json, hash))
}

/// Something read from a backup.
#[derive(Debug)]
pub(crate) enum Item {
    /// A change that follows the one before it in its log.
    Change(Box<Logged>),
    /// An unfinished text.
    Draft(Draft),
}

/// Reads a backup from its first line to its last, believing nothing.
pub(crate) struct Reader {
    path: PathBuf,
    input: Box<dyn BufRead + Send>,
    line: u64,
    header: Header,
    tips: BTreeMap<StreamId, Tip>,
    drafts: u64,
    is_over: bool,
}

impl Reader {
    /// Begins with the header; `path` is how the file is called in errors.
    pub(crate) fn new(input: Box<dyn BufRead + Send>, path: &Path) -> Result<Self, Error> {
        let header = Header {
            format: String::new(),
            version: 0,
            app: String::new(),
            made: DateTime::default(),
            logs: 0,
            changes: 0,
            drafts: 0,
        };
        let (path, tips) = (path.to_owned(), BTreeMap::new());
        let mut reader = Self { path, input, line: 0, header, tips, drafts: 0, is_over: false };
        let first = reader.line()?;
        let known = |json: &[u8]| serde_json::from_slice::<AnyVersion>(json).ok().filter(|any| any.format == FORMAT);
        let Some((What::Header, json, _)) = read(&first) else { return Err(Refusal::NotABackup.of(&reader.path)) };
        let Some(AnyVersion { version, .. }) = known(json) else { return Err(Refusal::NotABackup.of(&reader.path)) };
        if version > VERSION {
            return Err(Refusal::Newer { found: version, known: VERSION }.of(&reader.path));
        }
        reader.header = serde_json::from_slice(json).map_err(|_| reader.damaged())?;
        Ok(reader)
    }

    /// What the first line says.
    pub(crate) fn header(&self) -> &Header {
        &self.header
    }

    /// What was read so far.
    pub(crate) fn content(&self) -> Content {
        Content::of(self.tips.iter())
    }

    /// Number of the last change of a log read so far.
    pub(crate) fn last_of(&self, log: StreamId) -> u64 {
        self.tips.get(&log).map_or(0, |tip| tip.seq)
    }

    /// The file, as it is called in errors.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads on; nothing after the last line, when everything was there that it says.
    pub(crate) fn next(&mut self) -> Result<Option<Item>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let line = self.line()?;
        let Some((what, json, hash)) = read(&line) else { return Err(self.damaged()) };
        match what {
            What::Header => Err(self.damaged()),
            What::Change => {
                let logged = Logged::decode(json.to_vec()).ok().filter(|logged| logged.hash == hash);
                let Some(logged) = logged.filter(|logged| logged.raw.len() <= LONGEST_CHANGE) else {
                    return Err(self.damaged());
                };
                let tip = self.tips.entry(logged.change.stream).or_insert_with(|| Tip::new(logged.change.scope));
                if !tip.is_followed_by(&logged) {
                    return Err(self.damaged());
                }
                // Only a journal's file has a length that depends on how it is written.
                tip.advance(&logged, &Cipher::Plain);
                Ok(Some(Item::Change(Box::new(logged))))
            }
            What::Draft => {
                let Unfinished { key, text } = serde_json::from_slice(json).map_err(|_| self.damaged())?;
                self.drafts += 1;
                Ok(Some(Item::Draft(Draft { key, text })))
            }
            What::End => {
                let end: End = serde_json::from_slice(json).map_err(|_| self.damaged())?;
                let Content { logs, changes, hash } = self.content();
                if end != (End { logs, changes, drafts: self.drafts, content: hash }) {
                    return Err(self.damaged());
                }
                self.read_past_the_end()?;
                self.is_over = true;
                Ok(None)
            }
        }
    }

    fn damaged(&self) -> Error {
        Refusal::Damaged { line: self.line }.of(&self.path)
    }

    /// Reads the next line.
    fn line(&mut self) -> Result<Vec<u8>, Error> {
        self.line += 1;
        let mut bytes = Vec::new();
        let read = (&mut self.input).take(LONGEST_LINE).read_until(b'\n', &mut bytes);
        match read {
            Ok(_) if bytes.pop_if(|last| *last == b'\n').is_some() => Ok(bytes),
            Ok(read) if read as u64 == LONGEST_LINE => Err(self.damaged()),
            Ok(_) => Err(Refusal::Ends { line: self.line }.of(&self.path)),
            Err(error) => Err(unreadable(error, self.line, &self.path)),
        }
    }

    /// Reads past the last line, so that gzip and age prove their own ends too.
    fn read_past_the_end(&mut self) -> Result<(), Error> {
        self.line += 1;
        match self.input.read(&mut [0]) {
            Ok(0) => Ok(()),
            Ok(_) => Err(self.damaged()),
            Err(error) => Err(unreadable(error, self.line, &self.path)),
        }
    }
}

/// What gzip or age cannot make sense of is damage; anything else is the disk's.
pub(super) fn unreadable(error: io::Error, line: u64, path: &Path) -> Error {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Refusal::Ends { line }.of(path),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Refusal::Damaged { line }.of(path),
        _ => Error::Io { path: path.to_owned(), source: error },
    }
}

#[derive(Deserialize)]
struct AnyVersion {
    format: String,
    version: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_json_and_no_single_bit_of_it_can_change_unnoticed() {
        let mut line = Vec::new();
        write_json(&mut line, What::Draft, &Unfinished { key: "a".into(), text: "ă".into() }).unwrap();
        assert!(serde_json::from_slice::<serde_json::Value>(&line).is_ok());
        let line = line.strip_suffix(b"\n").unwrap();
        assert!(read(line).is_some());
        for bit in 0..line.len() * 8 {
            let mut bad = line.to_vec();
            bad[bit / 8] ^= 1 << (bit % 8);
            // The word that says what a line holds is not hashed; what it then holds does not fit it.
            assert!(read(&bad).is_none(), "bit {bit}");
        }
    }
}
