//! The journal: one append-only file for each log, one line for each change. What is in it is saved.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::cipher::Cipher;
use super::files::{At, names_in, private_file, sync_folder};
use super::tip::Tip;
use super::{Error, disk, line};
use crate::domain::{ChangeHash, Logged, StreamId};

const EXTENSION: &str = ".jsonl";

/// The open journal: where each log stands, and the files being appended to.
#[derive(Debug)]
pub(super) struct Journal {
    folder: PathBuf,
    tips: BTreeMap<StreamId, Tip>,
    files: BTreeMap<StreamId, File>,
    cipher: Cipher,
    /// Set by a failed write: what is on the disk is then uncertain until both copies were read again.
    poisoned: bool,
}

impl Journal {
    /// Takes up a journal whose files were found to end at `tips`.
    pub(super) fn new(folder: PathBuf, tips: BTreeMap<StreamId, Tip>, cipher: Cipher) -> Self {
        Self { folder, tips, files: BTreeMap::new(), cipher, poisoned: false }
    }

    /// Where every log stands.
    pub(super) fn tips(&self) -> &BTreeMap<StreamId, Tip> {
        &self.tips
    }

    /// Whether an append failed.
    pub(super) fn is_poisoned(&self) -> bool {
        self.poisoned
    }

    /// Takes over a log whose file was put in place by others, and ends at `tip`.
    pub(super) fn adopt(&mut self, stream: StreamId, tip: Tip) {
        // An open file would be the one that was replaced.
        self.files.remove(&stream);
        self.tips.insert(stream, tip);
    }

    /// Appends a change that follows its log's tip; it is on the disk when this returns.
    pub(super) fn append(&mut self, logged: &Logged) -> Result<(), Error> {
        let stream = logged.change.stream;
        let path = file_of(&self.folder, stream);
        if self.poisoned {
            let source = io::Error::other("an earlier write failed; the data folder must be checked or opened again");
            return Err(Error::NotSaved { path, source });
        }
        let tip = self.tips.entry(stream).or_insert_with(|| Tip::new(logged.change.scope));
        let outcome = line::of_change(logged, &self.cipher)
            .and_then(|line| write_line(&self.folder, &path, stream, tip.length, &mut self.files, &line));
        match outcome {
            Ok(()) => {
                tip.advance(logged, &self.cipher);
                Ok(())
            }
            Err(source) => {
                self.poisoned = true;
                // Best effort: a torn line that stays is found and set aside on the next opening.
                if let Some(file) = self.files.get(&stream) {
                    let _ = disk::set_len(file, tip.length).and_then(|()| disk::sync_data(file));
                }
                Err(Error::NotSaved { path, source })
            }
        }
    }
}

fn write_line(
    folder: &Path,
    path: &Path,
    stream: StreamId,
    length: u64,
    files: &mut BTreeMap<StreamId, File>,
    line: &[u8],
) -> io::Result<()> {
    let file = match files.entry(stream) {
        std::collections::btree_map::Entry::Occupied(open) => open.into_mut(),
        std::collections::btree_map::Entry::Vacant(free) => {
            let is_new = !path.exists();
            let file = disk::open(private_file().append(true).create(true), path)?;
            // Bytes of unknown origin after the last known line must not become part of the next one.
            if file.metadata()?.len() != length {
                return Err(io::Error::other("the file is not as long as it was"));
            }
            if is_new {
                sync_folder(folder).map_err(io::Error::other)?;
            }
            free.insert(file)
        }
    };
    disk::write_all(file, line)?;
    disk::sync_data(file)
}

/// File of a log.
pub(super) fn file_of(folder: &Path, stream: StreamId) -> PathBuf {
    folder.join(format!("{stream}{EXTENSION}"))
}

/// Lists the logs that have a file; other files are left alone.
pub(super) fn streams_in(folder: &Path) -> Result<Vec<StreamId>, Error> {
    let names = names_in(folder)?;
    Ok(names
        .iter()
        .filter_map(|name| {
            name.strip_suffix(EXTENSION)?.parse::<StreamId>().ok().filter(|id| id.to_string() + EXTENSION == *name)
        })
        .collect())
}

/// Length of a file; 0 when there is none.
pub(super) fn length_of(path: &Path) -> Result<u64, Error> {
    match std::fs::metadata(path) {
        Ok(about) => Ok(about.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(source) => Err(Error::Io { path: path.to_owned(), source }),
    }
}

/// A line as it stands in a file, good or bad.
#[derive(Debug)]
pub(super) struct Line {
    /// Offset of its first byte.
    pub(super) offset: u64,
    /// Its bytes without the newline.
    pub(super) bytes: Vec<u8>,
    /// Whether a newline ends it.
    pub(super) ended: bool,
}

impl Line {
    /// The change it holds; nothing when it is torn, damaged or no change.
    pub(super) fn change(&self, cipher: &Cipher) -> Option<Logged> {
        self.ended.then(|| line::change(&self.bytes, cipher))?
    }
}

/// Reads the lines of a file one by one.
#[derive(Debug)]
pub(super) struct Lines {
    path: PathBuf,
    reader: Option<io::Take<BufReader<File>>>,
    offset: u64,
}

impl Lines {
    /// Starts at a byte; lines that begin at or after `end` are not read. No file is a file without lines.
    pub(super) fn read(path: &Path, start: u64, end: u64) -> Result<Self, Error> {
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            file => Some(file.at(path)?),
        };
        let reader = match file {
            Some(mut file) => {
                file.seek(SeekFrom::Start(start)).at(path)?;
                Some(BufReader::new(file).take(end.saturating_sub(start)))
            }
            None => None,
        };
        Ok(Self { path: path.to_owned(), reader, offset: start })
    }
}

impl Iterator for Lines {
    type Item = Result<Line, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        match self.reader.as_mut()?.read_until(b'\n', &mut bytes) {
            Ok(0) => None,
            Ok(read) => {
                let offset = self.offset;
                self.offset += read as u64;
                let ended = bytes.pop_if(|last| *last == b'\n').is_some();
                Some(Ok(Line { offset, bytes, ended }))
            }
            Err(source) => Some(Err(Error::Io { path: self.path.clone(), source })),
        }
    }
}

/// Where the file of a log ends.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct End {
    /// Its length in bytes.
    pub(super) length: u64,
    /// Name of the change in its last line; nothing when that is not a whole one.
    pub(super) head: Option<ChangeHash>,
}

/// Looks at the end of the file of every log.
pub(super) fn ends(folder: &Path, cipher: &Cipher) -> Result<BTreeMap<StreamId, End>, Error> {
    let look = |stream| {
        let path = file_of(folder, stream);
        let length = length_of(&path)?;
        Ok((stream, End { length, head: head_at(&path, length, cipher)? }))
    };
    streams_in(folder)?.into_iter().map(look).collect()
}

/// Names the change in the line that ends right before byte `end`; nothing when there is none that is whole.
pub(super) fn head_at(path: &Path, end: u64, cipher: &Cipher) -> Result<Option<ChangeHash>, Error> {
    Ok(line_before(path, end)?.and_then(|line| line::name_of_change(&line, cipher)))
}

/// Reads the line that ends right before byte `end`, without reading the file up to there.
fn line_before(path: &Path, end: u64) -> Result<Option<Vec<u8>>, Error> {
    let mut file = File::open(path).at(path)?;
    let (mut start, mut step) = (end, 4096);
    // What was read of the line so far; the newline that ends it belongs to it until the end.
    let mut found: Vec<u8> = Vec::new();
    loop {
        let read = start.min(step);
        start -= read;
        let mut block = vec![0; usize::try_from(read).unwrap_or_default()];
        file.seek(SeekFrom::Start(start)).and_then(|_| file.read_exact(&mut block)).at(path)?;
        let last = found.is_empty().then(|| block.pop());
        if last.is_some_and(|last| last != Some(b'\n')) {
            return Ok(None);
        }
        let before = block.iter().rposition(|byte| *byte == b'\n');
        if let Some(before) = before {
            block.drain(..=before);
        }
        block.append(&mut found);
        if before.is_some() || start == 0 {
            return Ok(Some(block));
        }
        found = block;
        // A sealed version is a long line.
        step *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_from_its_end_however_long_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.jsonl");
        let lengths = [0, 1, 4094, 4095, 4096, 4097, 0, 12_287, 12_288, 12_289, 300_000, 5];
        let lines: Vec<Vec<u8>> = lengths.iter().zip(b'a'..).map(|(length, letter)| vec![letter; *length]).collect();
        std::fs::write(&path, lines.iter().flat_map(|line| [line, &b"\n"[..]].concat()).collect::<Vec<u8>>()).unwrap();
        let mut end = 0;
        assert_eq!(line_before(&path, end).unwrap(), None, "nothing stands before the first byte");
        for line in &lines {
            end += line.len() as u64 + 1;
            assert_eq!(line_before(&path, end).unwrap().as_ref(), Some(line), "{} bytes", line.len());
        }
        assert_eq!(line_before(&path, end - 2).unwrap(), None, "a line is not over where it was cut");
    }
}
