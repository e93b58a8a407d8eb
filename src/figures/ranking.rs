//! Rankings: so many at each of four levels, and how the top level stands to its cap.

use super::{Cap, CapBase, Decimal, Percent, print_count};

/// A level of quality (mức xếp loại chất lượng).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Hoàn thành xuất sắc nhiệm vụ.
    Excellent,
    /// Hoàn thành tốt nhiệm vụ.
    Good,
    /// Hoàn thành nhiệm vụ.
    Done,
    /// Không hoàn thành nhiệm vụ.
    NotDone,
}

impl Level {
    /// Every level, the highest first.
    pub const ALL: [Self; 4] = [Self::Excellent, Self::Good, Self::Done, Self::NotDone];

    /// Names it in short: "xuất sắc".
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Excellent => "xuất sắc",
            Self::Good => "tốt",
            Self::Done => "hoàn thành",
            Self::NotDone => "không hoàn thành",
        }
    }

    /// Reads the words around a count, small letters parted by spaces: "đạt hoàn thành tốt nhiệm vụ", "xuất sắc".
    pub(super) fn read(words: &[&str]) -> Option<Self> {
        const FILLERS: [&str; 14] =
            ["đạt", "xếp", "loại", "mức", "độ", "được", "hoàn", "thành", "xuất", "sắc", "tốt", "không", "nhiệm", "vụ"];
        let abbreviated = match words {
            ["htxs" | "htxsnv"] => Some(Self::Excellent),
            ["htt" | "httnv"] => Some(Self::Good),
            ["ht" | "htnv"] => Some(Self::Done),
            ["kht" | "khtnv"] => Some(Self::NotDone),
            _ => None,
        };
        let has = |sought: [&str; 2]| words.windows(2).any(|pair| pair == sought);
        let level = if has(["không", "hoàn"]) {
            Self::NotDone
        } else if has(["xuất", "sắc"]) {
            Self::Excellent
        } else if words.contains(&"tốt") {
            Self::Good
        } else if has(["hoàn", "thành"]) {
            Self::Done
        } else {
            return abbreviated;
        };
        // "3 chi bộ hoàn thành tốt" names who is ranked; "3 mô hình tốt" ranks nobody.
        let others = words.iter().filter(|word| !FILLERS.contains(word)).count();
        let clear = has(["hoàn", "thành"]) || level == Self::Excellent;
        (others == 0 || (clear && others <= 4)).then_some(level)
    }
}

/// What is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RankedObject {
    /// Tổ chức đảng.
    PartyBody,
    /// Đảng viên.
    PartyMember,
    /// Tập thể lãnh đạo, quản lý.
    LeadingBody,
    /// Cá nhân lãnh đạo, quản lý.
    Leader,
    /// Anything else, or nothing named.
    Other,
}

/// So many at each level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Who is ranked, as typed; may be empty.
    pub subject: String,
    /// How many at each level, the highest first; nothing where the text does not say.
    pub counts: [Option<u64>; 4],
    /// How many the text says they are in all.
    pub total: Option<u64>,
    /// The percent that the text states for each level in brackets, in the same order.
    pub shares: [Option<Decimal>; 4],
}

/// How the top level stands to its cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapCheck {
    /// How many stand at the top level.
    pub top: u64,
    /// How many they are compared with.
    pub base: u64,
    /// What percent they are of them; nothing of nothing.
    pub share: Option<Percent>,
    /// The most that may stand at the top level.
    pub most: u64,
    /// The cap.
    pub cap: Cap,
}

impl CapCheck {
    /// Whether more stand at the top level than may.
    #[must_use]
    pub fn is_exceeded(&self) -> bool {
        self.top > self.most
    }
}

impl Ranking {
    /// Returns how many stand at a level.
    #[must_use]
    pub fn at(&self, level: Level) -> Option<u64> {
        Level::ALL.into_iter().zip(self.counts).find(|(other, _)| *other == level).and_then(|(_, count)| count)
    }

    /// Returns the percent that the text states for a level.
    #[must_use]
    pub fn share(&self, level: Level) -> Option<Decimal> {
        Level::ALL.into_iter().zip(self.shares).find(|(other, _)| *other == level).and_then(|(_, share)| share)
    }

    /// Adds the levels up; nothing beyond what can be counted.
    #[must_use]
    pub fn sum(&self) -> Option<u64> {
        self.counts.iter().flatten().try_fold(0_u64, |sum, count| sum.checked_add(*count))
    }

    /// Tells which of the kinds of object is ranked.
    #[must_use]
    pub fn object(&self) -> RankedObject {
        let subject = crate::text::nfc(&self.subject).to_lowercase();
        let has = |word: &str| subject.contains(word);
        if has("tập thể") {
            RankedObject::LeadingBody
        } else if has("cá nhân") {
            RankedObject::Leader
        } else if has("đảng viên") {
            RankedObject::PartyMember
        } else if has("tổ chức") && has("đảng") || has("đảng bộ") || has("chi bộ") {
            RankedObject::PartyBody
        } else {
            RankedObject::Other
        }
    }

    /// Compares the top level with its cap; nothing where the text does not say how many there are to compare.
    #[must_use]
    pub fn cap(&self, cap: Cap) -> Option<CapCheck> {
        let (top, good) = (self.at(Level::Excellent)?, self.at(Level::Good));
        let base = match cap.base {
            CapBase::Good => good?,
            CapBase::GoodOrBetter => good?.checked_add(top)?,
            CapBase::All => self.total.or_else(|| self.sum())?,
        };
        let most = u128::from(base) * u128::from(cap.percent.as_hundredths()) / 10_000;
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        Some(CapCheck { top, base, share: Percent::of(top, base), most, cap })
    }

    pub(super) fn print(&self) -> String {
        let counted = Level::ALL.into_iter().zip(self.counts);
        let counted = counted.filter_map(|(level, count)| Some(format!("{} {}", print_count(count?), level.short())));
        let total = self.total.map(|total| format!("tổng {}", print_count(total)));
        let counted: Vec<String> = counted.chain(total).collect();
        let subject = if self.subject.is_empty() { String::new() } else { format!(" {}", self.subject) };
        format!("xếp loại{subject}: {}", counted.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranking(excellent: u64, good: u64) -> Ranking {
        let counts = [Some(excellent), Some(good), Some(4), Some(1)];
        Ranking { subject: String::new(), counts, total: None, shares: [None; 4] }
    }

    #[test]
    fn the_cap_is_a_part_of_those_it_is_compared_with() {
        let cap = |base| Cap { percent: Percent::whole(20), base };
        for (excellent, good, base, most, share, exceeded) in [
            (12, 29, CapBase::Good, 5, Some("41,38"), true),
            (5, 29, CapBase::Good, 5, Some("17,24"), false),
            (6, 29, CapBase::Good, 5, Some("20,69"), true),
            (5, 25, CapBase::Good, 5, Some("20"), false),
            (1, 0, CapBase::Good, 0, None, true),
            (0, 0, CapBase::Good, 0, None, false),
            (12, 29, CapBase::GoodOrBetter, 8, Some("29,27"), true),
            (9, 29, CapBase::All, 8, Some("20,93"), true),
        ] {
            let check = ranking(excellent, good).cap(cap(base)).unwrap();
            assert_eq!((check.most, check.is_exceeded()), (most, exceeded), "{excellent}/{good}");
            assert_eq!(check.share.map(Percent::print).as_deref(), share);
        }
        let unsaid = Ranking { counts: [Some(3), None, None, None], ..ranking(3, 0) };
        assert_eq!(unsaid.cap(Cap::default()), None);
    }

    #[test]
    fn levels_are_known_in_short_and_in_full() {
        for (words, level) in [
            ("xuất sắc", Some(Level::Excellent)),
            ("hoàn thành xuất sắc nhiệm vụ", Some(Level::Excellent)),
            ("đạt tốt", Some(Level::Good)),
            ("tổ chức đảng hoàn thành tốt nhiệm vụ", Some(Level::Good)),
            ("hoàn thành", Some(Level::Done)),
            ("xếp loại hoàn thành nhiệm vụ", Some(Level::Done)),
            ("không hoàn thành nhiệm vụ", Some(Level::NotDone)),
            ("htxsnv", Some(Level::Excellent)),
            ("khtnv", Some(Level::NotDone)),
            ("mô hình tốt", None),
            ("đồng ý", None),
            ("", None),
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            assert_eq!(Level::read(&words), level, "{words:?}");
        }
    }

    #[test]
    fn objects_are_known_by_their_words() {
        for (subject, object) in [
            ("tổ chức cơ sở đảng", RankedObject::PartyBody),
            ("chi bộ", RankedObject::PartyBody),
            ("Đảng viên", RankedObject::PartyMember),
            ("tập thể lãnh đạo, quản lý", RankedObject::LeadingBody),
            ("cá nhân lãnh đạo, quản lý", RankedObject::Leader),
            ("công chức", RankedObject::Other),
            ("", RankedObject::Other),
        ] {
            assert_eq!(Ranking { subject: subject.into(), ..ranking(1, 1) }.object(), object, "{subject}");
        }
    }
}
