//! What a Markdown file says about itself: flat keys with quoted values, so that any reader of YAML takes them.

use super::escape::norm;
use super::outline::Summary;

/// Writes the front matter.
///
/// The empty line before the closing mark keeps viewers that know no YAML from printing it all as one giant heading.
pub(super) fn front_matter(summary: &Summary, template: &str) -> String {
    let keys = [
        ("loai", "bien-ban-lam-viec"),
        ("don_vi", &summary.unit),
        ("ngay", &summary.date),
        ("doan", &summary.delegation),
        ("mau", template),
        ("tao_boi", "bienban"),
    ];
    let mut written = String::from("---\n");
    for (key, value) in keys {
        // A JSON string is a valid double-quoted YAML one.
        let value = serde_json::Value::String(norm(value));
        written.push_str(&format!("{key}: {value}\n"));
    }
    written.push_str("\n---\n\n");
    written
}
