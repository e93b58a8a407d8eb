//! The name that a file of minutes is offered.

use super::Source;

/// Folders and mail of every system take a name of this length, with a number and an extension added.
const LONGEST: usize = 80;

/// Names the file of a visit's minutes, without extension: `bien-ban_huyen-uy-thach-khe_2026-03-19`.
///
/// Plain ASCII letters, digits, `-` and `_`, at most 80 of them; parts that are not known are left out. The fixed first word keeps
/// clear of the names that Windows reserves, and keeps the name from being empty.
#[must_use]
pub fn file_stem(source: &Source) -> String {
    let date = source.visit.date.map(|date| date.format("_%Y-%m-%d").to_string()).unwrap_or_default();
    let room = LONGEST.saturating_sub("bien-ban_".len() + date.len());
    let unit: String = slug::slugify(source.unit).chars().take(room).collect();
    let unit = unit.trim_matches('-');
    if unit.is_empty() { format!("bien-ban{date}") } else { format!("bien-ban_{unit}{date}") }
}
