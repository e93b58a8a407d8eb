//! Whether a file is what was sealed, byte for byte.

use super::super::{Error, Row, Session};
use super::packing::sha256;
use crate::domain::{Record, Seal, Visit};
use crate::minutes::{are_minutes, codes_in, manifest};

/// What a file turns out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Verified {
    /// What was sealed, to the last byte.
    Sealed(Sealed, Part),
    /// What was sealed, changed since.
    Altered(Sealed, Difference),
    /// Minutes that say of themselves that they are not sealed.
    Draft,
    /// Sealed, but this store has no such seal.
    Elsewhere {
        /// What names the seal in print.
        code: String,
    },
    /// Nothing that this program wrote, as far as can be told.
    Unknown,
}

/// Which of the files of a sealed version something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The minutes.
    Minutes,
    /// The canonical export.
    Export,
    /// The manifest.
    Manifest,
}

/// A sealed version, and how it stands to the others of its visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Sealed {
    /// The version.
    pub seal: Seal,
    /// Name of the unit, as it is called now, or empty.
    pub unit: String,
    /// The visit.
    pub visit: Option<Row<Visit>>,
    /// The newest version of the visit.
    pub newest: u32,
}

impl Sealed {
    /// Whether a later version was sealed.
    #[must_use]
    pub fn is_superseded(&self) -> bool {
        self.newest > self.seal.version
    }

    /// Whether the visit is open again, so that another version is to come.
    #[must_use]
    pub fn is_reopened(&self) -> bool {
        self.visit.as_ref().is_some_and(|row| row.record.sealed.is_none())
    }
}

/// The first place where two texts differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its line, counted from one.
    pub line: usize,
    /// The letter of the line, counted from one.
    pub column: usize,
    /// What was sealed there, to the end of the line.
    pub sealed: String,
    /// What stands there now.
    pub found: String,
}

/// A text that shares less with a sealed one, in hundredths, is something else.
const ALIKE: usize = 50;

impl Session {
    /// Says whether a file is what was sealed.
    ///
    /// # Errors
    /// When the store fails.
    pub fn verify(&self, bytes: &[u8]) -> Result<Verified, Error> {
        let hash = sha256(bytes);
        let seals = self.all::<Seal>()?;
        if !seals.unreadable.is_empty() {
            return Err(Error::Incomplete(seals.unreadable));
        }
        let seals: Vec<Seal> = seals.rows.into_iter().map(|row| row.record).collect();
        let text = String::from_utf8_lossy(bytes);
        for seal in &seals {
            let parts = [
                (Part::Minutes, seal.minutes == hash),
                (Part::Export, seal.export == hash),
                (Part::Manifest, is_manifest(seal, &text)),
            ];
            if let Some((part, _)) = parts.into_iter().find(|(_, is_it)| *is_it) {
                return Ok(Verified::Sealed(self.sealed_of(seal, &seals)?, part));
            }
        }
        let codes = codes_in(&text);
        let named = seals.iter().find(|seal| codes.contains(&seal.code()));
        if let Some(seal) = named {
            let minutes = self.sealed_version(seal)?.minutes;
            return Ok(Verified::Altered(self.sealed_of(seal, &seals)?, difference(&minutes, &text)));
        }
        if codes.is_empty() && are_minutes(&text) {
            return Ok(Verified::Draft);
        }
        if let Some((seal, sealed)) = self.nearest(bytes, &seals)? {
            return Ok(Verified::Altered(self.sealed_of(seal, &seals)?, difference(&sealed, &text)));
        }
        Ok(codes.into_iter().next().map_or(Verified::Unknown, |code| Verified::Elsewhere { code }))
    }

    /// Finds the sealed text that begins and ends most like a file, if any does so at all.
    fn nearest<'a>(&self, bytes: &[u8], seals: &'a [Seal]) -> Result<Option<(&'a Seal, String)>, Error> {
        let mut best: Option<(usize, &Seal, String)> = None;
        for seal in seals {
            let version = self.sealed_version(seal)?;
            for sealed in [version.minutes, version.export, manifest(seal, &seal.file_name)] {
                let alike = likeness(sealed.as_bytes(), bytes);
                if alike >= ALIKE && best.as_ref().is_none_or(|(most, ..)| alike > *most) {
                    best = Some((alike, seal, sealed));
                }
            }
        }
        Ok(best.map(|(_, seal, sealed)| (seal, sealed)))
    }

    fn sealed_of(&self, seal: &Seal, seals: &[Seal]) -> Result<Sealed, Error> {
        let stored = seal.visit.map(|visit| self.store.get(&Visit::KIND, visit)).transpose()?.flatten();
        let visit: Option<Row<Visit>> = stored.map(|state| super::super::reading::typed(&state)).transpose()?;
        let unit = self.unit_name(visit.as_ref().and_then(|row| row.record.unit))?;
        let own = seals.iter().filter(|other| other.visit == seal.visit);
        let newest = own.map(|other| other.version).max().unwrap_or(seal.version);
        Ok(Sealed { seal: seal.clone(), unit, visit, newest })
    }
}

/// Whether a text is the manifest of a version, whatever its files are called.
fn is_manifest(seal: &Seal, text: &str) -> bool {
    let line = text.lines().find_map(|line| line.strip_prefix(seal.minutes.as_str()));
    let stem = line.and_then(|rest| rest.strip_prefix("  ")?.strip_suffix(".md"));
    stem.is_some_and(|stem| manifest(seal, stem) == text)
}

/// Says how much of the longer of two texts is the same at both ends, in hundredths.
fn likeness(a: &[u8], b: &[u8]) -> usize {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let left = a.len().min(b.len()) - head;
    let tail = a.iter().rev().zip(b.iter().rev()).take(left).take_while(|(a, b)| a == b).count();
    (head + tail) * 100 / a.len().max(b.len()).max(1)
}

/// Finds the first place where a text departs from the sealed one.
fn difference(sealed: &str, found: &str) -> Difference {
    let same = sealed.chars().zip(found.chars()).take_while(|(sealed, found)| sealed == found);
    let (mut line, mut column, mut letters) = (1, 1, 0);
    for (letter, _) in same {
        letters += 1;
        if letter == '\n' {
            (line, column) = (line + 1, 1);
        } else {
            column += 1;
        }
    }
    let rest = |text: &str| text.chars().skip(letters).take_while(|letter| *letter != '\n').collect();
    Difference { line, column, sealed: rest(sealed), found: rest(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_told_by_line_and_letter() {
        let told = difference("một\nhai ba\n", "một\nhai bốn\n");
        let sealed = Difference { line: 2, column: 6, sealed: "a".into(), found: "ốn".into() };
        assert_eq!(told, sealed);
        let cut = difference("một\nhai\n", "một\n");
        assert_eq!((cut.line, cut.column, cut.sealed.as_str(), cut.found.as_str()), (2, 1, "hai", ""));
    }

    #[test]
    fn texts_are_as_alike_as_their_ends() {
        assert_eq!(likeness(b"abcd", b"abXd"), 75);
        assert_eq!(likeness(b"aa", b"aaaa"), 50);
        assert_eq!(likeness(b"", b""), 0);
        assert_eq!(likeness(b"abc", b"xyz"), 0);
    }
}
