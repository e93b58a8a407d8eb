//! The words that change with what the delegation is: its name, its act, its forms of address.

use serde::Serialize;

use super::phrases::capital;
use crate::domain::{Delegation, DelegationKind, Extent, Numbering, Regime, Role, Severity};

/// Words printed for one delegation, chosen by its regime and kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Name of such a delegation: "Đoàn kiểm tra".
    pub delegation: &'static str,
    /// Its short form in the number of the minutes: "ĐKT".
    pub delegation_short: &'static str,
    /// What it does: "kiểm tra".
    pub act: &'static str,
    /// Label of the period under inspection: "Mốc thời gian kiểm tra".
    pub period: &'static str,
    /// How people are addressed inside a sentence: "đồng chí".
    pub address: &'static str,
    /// What the delegation does when it wants something of the unit: "đề nghị".
    pub ask: &'static str,
}

impl Words {
    /// Chooses the words for a delegation.
    #[must_use]
    pub fn of(delegation: &Delegation) -> Self {
        let (name, short, act) = match delegation.kind {
            DelegationKind::ComplianceInspection
            | DelegationKind::ViolationInspection
            | DelegationKind::FinanceInspection => ("Đoàn kiểm tra", "ĐKT", "kiểm tra"),
            DelegationKind::ThematicSupervision | DelegationKind::RegularSupervision => {
                ("Đoàn giám sát", "ĐGS", "giám sát")
            }
            DelegationKind::StateInspection => ("Đoàn thanh tra", "ĐTTr", "thanh tra"),
        };
        let (address, ask) = match delegation.regime {
            Regime::Party => ("đồng chí", "đề nghị"),
            Regime::State => ("ông (bà)", "yêu cầu"),
        };
        Self { delegation: name, delegation_short: short, act, period: period(delegation), address, ask }
    }
}

/// The law on state inspection says "thời kỳ"; Party practice says "mốc thời gian".
fn period(delegation: &Delegation) -> &'static str {
    match (delegation.regime, delegation.kind) {
        (_, DelegationKind::StateInspection) => "Thời kỳ thanh tra",
        (Regime::State, DelegationKind::ThematicSupervision | DelegationKind::RegularSupervision) => "Thời kỳ giám sát",
        (Regime::State, _) => "Thời kỳ kiểm tra",
        (Regime::Party, DelegationKind::ThematicSupervision | DelegationKind::RegularSupervision) => {
            "Mốc thời gian giám sát"
        }
        (Regime::Party, _) => "Mốc thời gian kiểm tra",
    }
}

/// Names a role in the delegation.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Head => "Trưởng đoàn",
        Role::Deputy => "Phó Trưởng đoàn",
        Role::Secretary => "Thư ký",
        Role::Member => "Thành viên",
    }
}

/// Names how far a criterion's sign reaches.
pub(super) fn extent(extent: Extent) -> &'static str {
    match extent {
        Extent::Absent => "Không có biểu hiện",
        Extent::Isolated => "Cá biệt",
        Extent::Some => "Một số",
        Extent::Widespread => "Phổ biến",
    }
}

/// Names a severity as it prints after a shortcoming.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => "ít nghiêm trọng",
        Severity::Serious => "nghiêm trọng",
        Severity::VerySerious => "rất nghiêm trọng",
        Severity::Extreme => "đặc biệt nghiêm trọng",
    }
}

/// Counts a line of a list, with the mark that parts it from what follows: "Một là,", "Thứ nhất,", "1.".
pub(super) fn count(numbering: Numbering, number: usize) -> String {
    let end = if numbering == Numbering::Digits { "." } else { "," };
    format!("{}{end}", count_in_table(numbering, number))
}

/// Counts a row of a table: "Một là", "Thứ nhất", "1".
pub(super) fn count_in_table(numbering: Numbering, number: usize) -> String {
    match numbering {
        Numbering::OneIs => format!("{} là", capital(&cardinal(number))),
        Numbering::First => format!("Thứ {}", ordinal(number)),
        Numbering::Digits => number.to_string(),
    }
}

/// Counts in words: "một", "mười lăm", "hai mươi mốt"; digits from one hundred on.
fn cardinal(number: usize) -> String {
    const UNITS: [&str; 10] = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let (tens, units) = (number / 10, number % 10);
    let named = |digit: usize| UNITS.get(digit).copied().unwrap_or_default();
    let unit = match (tens, units) {
        (2.., 1) => "mốt",
        (1.., 5) => "lăm",
        _ => named(units),
    };
    let words = match tens {
        0 => unit.to_owned(),
        1 => format!("mười {unit}"),
        2..=9 => format!("{} mươi {unit}", named(tens)),
        _ => number.to_string(),
    };
    words.trim_end().to_owned()
}

/// Counts places: the first is "nhất", and every fourth is "tư" but the fourteenth.
fn ordinal(number: usize) -> String {
    match (number / 10, number % 10) {
        (0, 1) => "nhất".to_owned(),
        (0 | 2..=9, 4) => {
            let words = cardinal(number);
            words.strip_suffix("bốn").map_or(words.clone(), |tens| format!("{tens}tư"))
        }
        _ => cardinal(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_count_as_people_do() {
        let counted = [
            (1, "Một là,", "Thứ nhất,"),
            (2, "Hai là,", "Thứ hai,"),
            (4, "Bốn là,", "Thứ tư,"),
            (5, "Năm là,", "Thứ năm,"),
            (10, "Mười là,", "Thứ mười,"),
            (11, "Mười một là,", "Thứ mười một,"),
            (14, "Mười bốn là,", "Thứ mười bốn,"),
            (15, "Mười lăm là,", "Thứ mười lăm,"),
            (20, "Hai mươi là,", "Thứ hai mươi,"),
            (21, "Hai mươi mốt là,", "Thứ hai mươi mốt,"),
            (34, "Ba mươi bốn là,", "Thứ ba mươi tư,"),
            (55, "Năm mươi lăm là,", "Thứ năm mươi lăm,"),
            (100, "100 là,", "Thứ 100,"),
        ];
        for (number, one_is, first) in counted {
            assert_eq!(count(Numbering::OneIs, number), one_is);
            assert_eq!(count(Numbering::First, number), first);
            assert_eq!(count(Numbering::Digits, number), format!("{number}."));
        }
    }

    #[test]
    fn the_kind_names_the_delegation_and_the_regime_its_manners() {
        let words = |regime, kind| Words::of(&Delegation { regime, kind, ..Delegation::default() });
        let party = words(Regime::Party, DelegationKind::ThematicSupervision);
        assert_eq!((party.delegation, party.delegation_short, party.act), ("Đoàn giám sát", "ĐGS", "giám sát"));
        assert_eq!((party.address, party.period), ("đồng chí", "Mốc thời gian giám sát"));
        let state = words(Regime::State, DelegationKind::StateInspection);
        assert_eq!((state.delegation, state.delegation_short, state.act), ("Đoàn thanh tra", "ĐTTr", "thanh tra"));
        assert_eq!((state.address, state.period), ("ông (bà)", "Thời kỳ thanh tra"));
    }
}
