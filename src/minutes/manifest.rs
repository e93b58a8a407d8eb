//! The manifest: a small text beside exported minutes that `sha256sum -c` alone can check.

use crate::domain::Seal;

/// What the file of sealed minutes ends in.
pub const MINUTES: &str = "md";
/// What the file of their canonical export ends in.
pub const EXPORT: &str = "jsonl";
/// What the manifest ends in.
pub const MANIFEST: &str = "manifest";
/// What the signature over the manifest ends in.
pub const SIGNATURE: &str = "manifest.sig";

/// Writes the manifest of a version whose files are called `stem`.
///
/// Lines that begin with `#` are comments to every program that checks sums.
#[must_use]
pub fn manifest(seal: &Seal, stem: &str) -> String {
    let at = seal.at.map(|at| at.to_rfc3339()).unwrap_or_default();
    let mut written = format!("# bienban: phiên bản {}, niêm phong {at}, mã {}\n", seal.version, seal.code());
    if !seal.by.is_empty() {
        written.push_str(&comment("người niêm phong", &seal.by));
    }
    if !seal.reason.is_empty() {
        written.push_str(&comment("lý do mở lại", &seal.reason));
    }
    if !seal.previous.is_empty() {
        written.push_str(&comment("bản trước", &seal.previous));
    }
    written.push_str(&format!("{}  {stem}.{MINUTES}\n{}  {stem}.{EXPORT}\n", seal.minutes, seal.export));
    written
}

/// Writes one comment; what people typed must not begin a line of its own.
fn comment(what: &str, said: &str) -> String {
    format!("# {what}: {}\n", said.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_comment_or_a_sum() {
        let seal = Seal {
            version: 2,
            by: "Lê Minh Châu".into(),
            reason: "ghi sai số\n0000  /etc/passwd".into(),
            minutes: "a".repeat(64),
            export: "b".repeat(64),
            previous: "c".repeat(64),
            ..Seal::default()
        };
        let written = manifest(&seal, "bien-ban_x_v2");
        let sums: Vec<&str> = written.lines().filter(|line| !line.starts_with('#')).collect();
        let (minutes, export) = ("a".repeat(64), "b".repeat(64));
        assert_eq!(sums, [format!("{minutes}  bien-ban_x_v2.md"), format!("{export}  bien-ban_x_v2.jsonl")]);
    }
}
