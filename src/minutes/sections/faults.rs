//! Numbers of the faults, by which causes, recommendations and explanations refer to them.

use crate::domain::{Entry, EntryKind, RecordId};

/// The faults of a visit in order.
pub(super) struct Faults {
    shortcomings: Vec<RecordId>,
    signs: Vec<RecordId>,
}

impl Faults {
    pub(super) fn number(entries: &[(RecordId, &Entry)]) -> Self {
        let of = |kind| entries.iter().filter(|(_, entry)| entry.kind == kind).map(|(id, _)| *id).collect();
        Self { shortcomings: of(EntryKind::Shortcoming), signs: of(EntryKind::ViolationSign) }
    }

    /// Names a fault by its number: "Hạn chế 2".
    pub(super) fn label(&self, id: RecordId) -> Option<String> {
        let at = |faults: &[RecordId]| faults.iter().position(|fault| *fault == id);
        at(&self.shortcomings)
            .map(|at| format!("Hạn chế {}", at + 1))
            .or_else(|| at(&self.signs).map(|at| format!("Dấu hiệu vi phạm {}", at + 1)))
    }

    /// Says which faults an entry answers: "đối với hạn chế 1, 3 và dấu hiệu vi phạm 2"; links to anything else say nothing.
    pub(super) fn answered(&self, links: &[RecordId]) -> Option<String> {
        let named = |word: &str, faults: &[RecordId]| {
            let numbers: Vec<String> = faults
                .iter()
                .enumerate()
                .filter(|(_, fault)| links.contains(fault))
                .map(|(at, _)| (at + 1).to_string())
                .collect();
            (!numbers.is_empty()).then(|| format!("{word} {}", numbers.join(", ")))
        };
        let named = [named("hạn chế", &self.shortcomings), named("dấu hiệu vi phạm", &self.signs)];
        let named: Vec<String> = named.into_iter().flatten().collect();
        (!named.is_empty()).then(|| format!("đối với {}", named.join(" và ")))
    }
}
