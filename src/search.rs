//! What a person types to find something: words, phrases and filters, read into what is sought.
//!
//! Pure: knows no store, no screen and no record. What cannot be read as a filter is sought as words, and a remark says so.

mod filters;
mod kinds;

use chrono::NaiveDate;

pub use filters::{FilterName, filter_names, is_query_word};
pub use kinds::{Wanted, kind_names};

use crate::domain::Severity;
use crate::text::{fold, pieces, unquoted};
use filters::{Filter, filter};

/// Where the items that are wanted stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Open.
    Open,
    /// Open and past the due date.
    Overdue,
    /// Closed.
    Closed,
}

/// What is sought. An empty list or field asks for nothing; of a list, one is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Words and phrases, all of which must be there.
    pub words: Vec<String>,
    /// What the record is.
    pub kinds: Vec<Wanted>,
    /// Words of the unit's name; those below it are wanted too.
    pub units: Vec<String>,
    /// Words of the delegation's name; its parts are wanted too.
    pub delegations: Vec<String>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Up to this day.
    pub to: Option<NaiveDate>,
    /// How grave a fault is.
    pub severities: Vec<Severity>,
    /// Where the item stands.
    pub stage: Option<Stage>,
    /// What was not taken as it may have been meant.
    pub remarks: Vec<Remark>,
}

/// Something that looks like a filter and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// There is no such filter; what was typed is sought as words.
    UnknownFilter(String),
    /// The filter does not know the value; what was typed is sought as words.
    UnknownValue {
        /// The filter, as typed.
        filter: String,
        /// Its value, as typed.
        value: String,
    },
}

impl Sought {
    /// Reads what was typed on a day.
    #[must_use]
    pub fn read(typed: &str, today: NaiveDate) -> Self {
        let mut sought = Self::default();
        for piece in pieces(typed) {
            if let Err(remark) = sought.take(piece, today) {
                sought.remarks.extend(remark);
                sought.words.push(unquoted(piece));
            }
        }
        sought.words.retain(|word| !word.is_empty());
        sought
    }

    /// Whether nothing is sought.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self { remarks: self.remarks.clone(), ..Self::default() }
    }

    /// Takes a piece as a filter; an error means that it is words.
    fn take(&mut self, piece: &str, today: NaiveDate) -> Result<(), Option<Remark>> {
        let Some((name, value)) = piece.split_once(':') else {
            self.stage = Some(filters::flag(&key(piece)).ok_or(None)?);
            return Ok(());
        };
        let value = unquoted(value);
        // "Kết luận:" and "14:30" are words.
        if value.is_empty() || !is_name(name) {
            return Err(None);
        }
        let Some(filter) = filter(&key(name)) else {
            return Err(Some(Remark::UnknownFilter(name.to_owned())));
        };
        let unknown = || Some(Remark::UnknownValue { filter: name.to_owned(), value: value.clone() });
        match filter {
            Filter::Kind => self.kinds.extend(kinds::kinds(&key(&value)).ok_or_else(unknown)?),
            Filter::Unit => self.units.push(value),
            Filter::Delegation => self.delegations.push(value),
            // A name is sought as it stands, wherever in the record.
            Filter::Person | Filter::Topic => self.words.push(value),
            Filter::From => self.from = Some(filters::first_day(&value, today).ok_or_else(unknown)?),
            Filter::To => self.to = Some(filters::last_day(&value, today).ok_or_else(unknown)?),
            Filter::Severity => {
                let level = value.parse().ok().and_then(Severity::from_level);
                self.severities.push(level.ok_or_else(unknown)?);
            }
            Filter::Stage => self.stage = Some(filters::stage(&key(&value)).ok_or_else(unknown)?),
        }
        Ok(())
    }
}

/// Brings a name to the form it is compared in: "Đơn-vị", "don_vi" and "donvi" are one.
fn key(typed: &str) -> String {
    fold(typed).chars().filter(|letter| !matches!(letter, '-' | '_')).collect()
}

fn is_name(typed: &str) -> bool {
    !typed.is_empty() && typed.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EntryKind, Kind};

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().unwrap())
    }

    fn read(typed: &str) -> Sought {
        Sought::read(typed, "2026-03-20".parse().unwrap())
    }

    #[test]
    fn filters_are_read_in_both_languages_with_and_without_accents() {
        let nothing = Sought::default;
        let shortcomings = || Sought { kinds: vec![Wanted::Entry(EntryKind::Shortcoming)], ..nothing() };
        let of_unit = || Sought { units: vec!["Thạch Khê".into()], ..nothing() };
        let overdue = || Sought { stage: Some(Stage::Overdue), ..nothing() };
        for (typed, sought) in [
            ("loai:hc", shortcomings()),
            ("Loại:hạn-chế", shortcomings()),
            ("type:shortcoming", shortcomings()),
            ("don-vi:\"Thạch Khê\"", of_unit()),
            ("đơn-vị:“Thạch Khê”", of_unit()),
            ("unit:\"Thạch Khê\"", of_unit()),
            ("qua-han", overdue()),
            ("quá-hạn", overdue()),
            ("overdue", overdue()),
            ("is:overdue", overdue()),
            ("con-mo", Sought { stage: Some(Stage::Open), ..nothing() }),
            ("tinh-trang:xong", Sought { stage: Some(Stage::Closed), ..nothing() }),
            ("doan:120", Sought { delegations: vec!["120".into()], ..nothing() }),
            ("tu:1/2/2026", Sought { from: day("2026-02-01"), ..nothing() }),
            ("from:2025 to:2025", Sought { from: day("2025-01-01"), to: day("2025-12-31"), ..nothing() }),
            ("đến:2/2025", Sought { to: day("2025-02-28"), ..nothing() }),
            ("muc:3", Sought { severities: vec![Severity::VerySerious], ..nothing() }),
            ("nguoi:\"Nguyễn Văn A\"", Sought { words: vec!["Nguyễn Văn A".into()], ..nothing() }),
            (
                "loai:nguoi",
                Sought { kinds: vec![Wanted::Record(Kind::MEMBER), Wanted::Record(Kind::ATTENDEE)], ..nothing() },
            ),
        ] {
            assert_eq!(read(typed), sought, "{typed}");
        }
    }

    #[test]
    fn the_rest_is_words() {
        for (typed, words) in [
            ("giao đất \"Thạch Khê\"", vec!["giao", "đất", "Thạch Khê"]),
            ("Kết luận: 14:30", vec!["Kết", "luận:", "14:30"]),
            ("\"qua-han\"", vec!["qua-han"]),
            ("mô hình", vec!["mô", "hình"]),
            ("\"\" :", vec![":"]),
        ] {
            assert_eq!(
                read(typed),
                Sought { words: words.into_iter().map(str::to_owned).collect(), ..Sought::default() }
            );
        }
        assert!(read(" \"\" ").is_empty() && !read("qua-han").is_empty());
    }

    #[test]
    fn what_is_no_filter_is_sought_as_words_and_told() {
        let unknown = |filter: &str, value: &str| Remark::UnknownValue { filter: filter.into(), value: value.into() };
        for (typed, remark) in [
            ("mau:xanh", Remark::UnknownFilter("mau".into())),
            ("loai:xanh", unknown("loai", "xanh")),
            ("tu:hôm-qua", unknown("tu", "hôm-qua")),
            ("to:31/2/2026", unknown("to", "31/2/2026")),
            ("muc:5", unknown("muc", "5")),
            ("is:lost", unknown("is", "lost")),
        ] {
            assert_eq!(read(typed), Sought { words: vec![typed.into()], remarks: vec![remark], ..Sought::default() });
        }
    }

    #[test]
    fn every_name_means_one_thing() {
        let names: Vec<String> = filter_names().iter().flat_map(|row| row.names).map(|name| key(name)).collect();
        for name in &names {
            assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
        }
        let codes: Vec<String> = kind_names().flatten().map(|name| key(name)).collect();
        for code in &codes {
            assert_eq!(codes.iter().filter(|other| *other == code).count(), 1, "{code}");
        }
        for kind in EntryKind::ALL {
            assert!(codes.iter().any(|code| kinds::kinds(code).unwrap() == [Wanted::Entry(kind)]), "{kind:?}");
        }
    }
}
