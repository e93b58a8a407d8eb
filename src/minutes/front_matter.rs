//! What a Markdown file says about itself: flat keys with quoted values, so that any reader of YAML takes them.

use super::SealMark;
use super::escape::norm;
use super::outline::Summary;

/// Writes the front matter.
///
/// The empty line before the closing mark keeps viewers that know no YAML from printing it all as one giant heading.
pub(super) fn front_matter(summary: &Summary, template: &str, seal: Option<&SealMark>) -> String {
    let keys = [
        ("loai", "bien-ban-lam-viec"),
        ("don_vi", &summary.unit),
        ("ngay", &summary.date),
        ("doan", &summary.delegation),
        ("mau", template),
        ("tao_boi", "bienban"),
    ];
    let sealed = seal.map(SealMark::keys);
    let sealed = sealed.iter().flatten().map(|(key, value)| (*key, value.as_str()));
    let mut written = String::from("---\n");
    for (key, value) in keys.into_iter().chain(sealed) {
        // A JSON string is a valid double-quoted YAML one.
        let value = serde_json::Value::String(norm(value));
        written.push_str(&format!("{key}: {value}\n"));
    }
    written.push_str("\n---\n\n");
    written
}

/// Reads the value of a key, as it was written here; nothing where the text has no such front matter.
pub(super) fn value_of(text: &str, key: &str) -> Option<String> {
    let front = text.trim_start_matches('\u{feff}').strip_prefix("---")?;
    let lines = front.lines().skip(1).take_while(|line| line.trim_end() != "---");
    let value = lines.filter_map(|line| line.split_once(": ")).find(|(name, _)| *name == key)?.1;
    serde_json::from_str(value.trim_end()).ok()
}
