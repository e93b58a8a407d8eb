//! The sealed versions of a visit, and what differs between two of them.

use super::super::{CompareView, Error, Session, Version, VersionsView};
use super::signatures::signed_at_sealing;
use crate::domain::{RecordId, Visit};
use crate::minutes::body_of;
use crate::text::{Fate, Words, compare};

impl Session {
    /// Lists the sealed versions of a visit.
    pub(in crate::session) fn versions(&self, visit: RecordId) -> Result<VersionsView, Error> {
        let row = self.row::<Visit>(visit)?;
        let unit = self.unit_name(row.record.unit)?;
        let own = self.device()?;
        let seals = self.seals(visit)?.into_iter().map(|row| row.record);
        let versions = seals.map(|seal| Version { signed: signed_at_sealing(&seal, &own), seal }).collect();
        Ok(VersionsView { visit: row, unit, versions })
    }

    /// Compares two versions of the minutes of a visit by words.
    pub(in crate::session) fn compare(
        &self,
        visit: RecordId,
        from: u32,
        to: Option<u32>,
    ) -> Result<CompareView, Error> {
        let before = self.version(visit, from)?.minutes;
        let after = match to {
            Some(to) => self.version(visit, to)?.minutes,
            None => self.preview(visit, false)?.markdown,
        };
        Ok(CompareView { from, to, lines: differing(compare(body_of(&before), body_of(&after))) })
    }
}

/// Keeps the lines that differ, and the headings above them.
fn differing(lines: Vec<Vec<Words>>) -> Vec<Vec<Words>> {
    let mut kept: Vec<Vec<Words>> = Vec::new();
    let mut above: Vec<(usize, Vec<Words>)> = Vec::new();
    for line in lines {
        let level = match line.first() {
            Some(first) => first.text.bytes().take_while(|byte| *byte == b'#').count(),
            None => 0,
        };
        let is_changed = line.iter().any(|words| words.fate != Fate::Same && !words.text.trim().is_empty());
        if level > 0 {
            above.retain(|(other, _)| *other < level);
        }
        if is_changed {
            kept.extend(above.drain(..).map(|(_, heading)| heading));
            kept.push(line);
        } else if level > 0 {
            above.push((level, line));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_stands_below_its_headings_once() {
        let before = "# A\n\n## I\n\nnhư cũ\n\n## II\n\n### 1\n\nmột\n\nhai\n";
        let after = "# A\n\n## I\n\nnhư cũ\n\n## II\n\n### 1\n\nmốt\n\nhái\n";
        let lines = differing(compare(before, after));
        let told: Vec<String> = lines
            .iter()
            .map(|line| line.iter().map(|words| words.text.as_str()).collect::<Vec<_>>().join("|"))
            .collect();
        assert_eq!(told, ["# A", "## II", "### 1", "một|mốt", "hai|hái"]);
        assert!(differing(compare(before, before)).is_empty());
    }
}
