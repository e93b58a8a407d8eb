//! The checklist that comes with the program.

use std::sync::LazyLock;

use super::file::{self, ChecklistFile};
use crate::domain::{Checklist, Criterion};

/// Code of the built-in checklist.
pub const BUILT_IN: &str = "nqtw4-27";

static FILE: LazyLock<ChecklistFile> =
    LazyLock::new(|| file::read_toml(include_str!("nqtw4-27.toml")).unwrap_or_default());

/// Its title, source and version.
pub(super) fn checklist() -> &'static Checklist {
    &FILE.checklist
}

/// Its criteria in order.
pub(super) fn criteria() -> impl Iterator<Item = &'static Criterion> {
    FILE.criteria.iter().map(|numbered| &numbered.criterion)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_groups_of_nine_and_no_wording_that_was_not_compared() {
        assert!(file::read_toml(include_str!("nqtw4-27.toml")).is_ok());
        assert_eq!(checklist().code, BUILT_IN);
        assert_eq!(checklist().source, "Nghị quyết 04-NQ/TW, ngày 30/10/2016");
        for group in ["I", "II", "III"] {
            assert_eq!(criteria().filter(|criterion| criterion.parent == group).count(), 9, "{group}");
        }
        assert_eq!(criteria().count(), 30);
        assert_eq!(criteria().filter(|criterion| criterion.official_text().is_some()).count(), 9);
        assert!(criteria().all(|criterion| criterion.text.is_empty() || criterion.text_verified));
    }
}
