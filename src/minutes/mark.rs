//! What sealed minutes say of their seal: in the front matter, for programs, and at the foot, for paper.

use chrono::{DateTime, FixedOffset, SecondsFormat};

use super::front_matter::value_of;
use super::phrases::{date_in_words, time_in_words};

/// The version that minutes were sealed as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealMark {
    /// Its number.
    pub version: u32,
    /// When it was sealed.
    pub at: DateTime<FixedOffset>,
    /// What names it: the first digits of the hash of its export, in groups.
    pub code: String,
}

/// Stands before the code at the foot, and nowhere else in minutes made here.
const FOOT: &str = "; mã niêm phong ";

impl SealMark {
    /// Returns the lines of the front matter.
    pub(super) fn keys(&self) -> [(&'static str, String); 3] {
        [
            ("phien_ban", self.version.to_string()),
            ("niem_phong", self.at.to_rfc3339_opts(SecondsFormat::Secs, false)),
            (CODE, self.code.clone()),
        ]
    }

    /// Returns the line below the minutes. Its only letters that people chose are digits, so nothing is to be escaped.
    pub(super) fn foot(&self) -> String {
        let at = self.at.naive_local();
        let (time, date) = (time_in_words(Some(at.time())), date_in_words(Some(at.date())));
        format!("\n*Phiên bản {}, niêm phong lúc {time}, {date}{FOOT}{}.*\n", self.version, self.code)
    }
}

const CODE: &str = "ma_niem_phong";

/// Whether a text says of itself that it is minutes of this program.
#[must_use]
pub fn are_minutes(text: &str) -> bool {
    value_of(text, "tao_boi").as_deref() == Some("bienban")
}

/// Returns the words of minutes: what stands after the front matter and above the line of the seal.
#[must_use]
pub fn body_of(text: &str) -> &str {
    let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(text, |(_, body)| body);
    let foot = body.rfind("\n*Phiên bản ").filter(|at| body.get(*at..).is_some_and(|foot| foot.contains(FOOT)));
    foot.and_then(|at| body.get(..at)).unwrap_or(body).trim_matches('\n')
}

/// Finds the codes that a text says it was sealed under: two alike where nobody touched them.
#[must_use]
pub fn codes_in(text: &str) -> Vec<String> {
    let foot = text.lines().rev().find_map(|line| line.split_once(FOOT)).map(|(_, rest)| {
        let code = rest.trim_end_matches(['*', '.', ' ']);
        code.to_owned()
    });
    value_of(text, CODE).into_iter().chain(foot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_moment_is_told_to_the_second() {
        let at = "2026-03-19T11:05:30.123456789+07:00".parse().unwrap();
        let mark = SealMark { version: 1, at, code: String::new() };
        assert!(mark.keys().contains(&("niem_phong", "2026-03-19T11:05:30+07:00".to_owned())));
    }

    #[test]
    fn both_places_name_the_code() {
        let mark = SealMark {
            version: 2,
            at: "2026-03-19T11:05:30+07:00".parse().unwrap(),
            code: "0123-4567-89ab-cdef".into(),
        };
        let [.., (key, code)] = mark.keys();
        let text = format!("---\ntao_boi: \"bienban\"\n{key}: \"{code}\"\n\n---\n\nLời văn.\n{}", mark.foot());
        assert!(are_minutes(&text));
        assert_eq!(body_of(&text), "Lời văn.");
        assert_eq!(codes_in(&text), ["0123-4567-89ab-cdef", "0123-4567-89ab-cdef"]);
        assert_eq!(
            mark.foot().trim(),
            "*Phiên bản 2, niêm phong lúc 11 giờ 05 phút, ngày 19 tháng 3 năm 2026; mã niêm phong 0123-4567-89ab-cdef.*"
        );
        assert!(codes_in("không phải biên bản").is_empty() && !are_minutes("---\n---\n"));
    }
}
