//! The frame of the minutes: what stands above, before and below the record itself.

use super::outline::{Closing, Head, Signature, Title};
use super::people::{Directory, Person};
use super::phrases::{
    DOTS, cited_date_or_dots, date_in_words, known, listed, noted, or_dots, time_in_words, two_digits,
};
use super::{Source, materials};
use crate::domain::{LegalBasis, Role, Secrecy, Side, Visit, VisitStatus};

/// Gathers what stands above the title.
pub(super) fn head(source: &Source) -> Head {
    Head {
        authority: known(&source.delegation.authority),
        decision: known(&source.delegation.decision_symbol),
        secrecy: match source.visit.secrecy {
            Secrecy::Unset | Secrecy::Open => None,
            Secrecy::Secret => Some("MẬT".to_owned()),
            Secrecy::HighlySecret => Some("TỐI MẬT".to_owned()),
            Secrecy::TopSecret => Some("TUYỆT MẬT".to_owned()),
        },
        place: known(&source.delegation.place_name),
        date: date_in_words(source.visit.date),
    }
}

/// Gathers the title and the facts of the session.
pub(super) fn title(source: &Source, directory: &Directory) -> Title {
    let visit = source.visit;
    let delegation = source.delegation;
    let person = |id| directory.member(id).map(|person| person.described(directory.words));
    Title {
        is_draft: visit.status != VisitStatus::Closed,
        unit: known(source.unit),
        parent_unit: source.parent_unit.and_then(known),
        subject: known(&visit.subject).or_else(|| known(&delegation.theme)).map(|subject| without_about(&subject)),
        bases: bases(source),
        started: format!("{}, {}", time_in_words(visit.start), date_in_words(visit.date)),
        place: known(&visit.place),
        period: format!(
            "từ ngày {} đến ngày {}",
            cited_date_or_dots(delegation.period_from),
            cited_date_or_dots(delegation.period_to)
        ),
        chair: person(visit.chair),
        recorder: person(visit.recorder),
        materials: materials::used(source),
        other_information: noted(&visit.other_information, ""),
    }
}

/// The title says "về" itself, and so may the person who typed the theme.
fn without_about(subject: &str) -> String {
    let rest = subject.strip_prefix("về ").or_else(|| subject.strip_prefix("Về "));
    rest.unwrap_or(subject).to_owned()
}

fn bases(source: &Source) -> Vec<String> {
    let delegation = source.delegation;
    let mut bases = vec![format!(
        "Quyết định số {}, ngày {} của {}",
        or_dots(&delegation.decision_symbol),
        cited_date_or_dots(delegation.decision_date),
        or_dots(&delegation.authority)
    )];
    // A delegation may go without a plan, so that dots would claim one.
    if let Some(symbol) = known(&delegation.plan_symbol) {
        bases.push(format!("Kế hoạch số {symbol}, ngày {}", cited_date_or_dots(delegation.plan_date)));
    }
    bases.extend(source.bases.iter().map(|basis| cite(basis)));
    listed(bases)
}

/// Cites a legal document. A charter has neither number nor date, and an issuer may go without saying, so these are left out
/// rather than asked for by dots; a numbered document has a date.
pub(super) fn cite(basis: &LegalBasis) -> String {
    let mut cited = known(&basis.form).unwrap_or_else(|| "Văn bản".to_owned());
    if let Some(symbol) = known(&basis.symbol) {
        cited.push_str(&format!(" số {symbol}, ngày {}", cited_date_or_dots(basis.date)));
    } else if basis.date.is_some() {
        cited.push_str(&format!(" ngày {}", cited_date_or_dots(basis.date)));
    }
    if let Some(issuer) = known(&basis.issuer) {
        cited.push_str(&format!(" của {issuer}"));
    }
    if let Some(title) = known(&basis.title) {
        let about = if SAY_THEMSELVES.iter().any(|word| title.starts_with(word)) { "" } else { "về " };
        cited.push_str(&format!(" {about}{}", without_about(&title)));
    }
    cited
}

/// Titles that begin so follow the issuer without "về".
const SAY_THEMSELVES: [&str; 7] = ["quy định", "hướng dẫn", "sửa đổi", "ban hành", "phê duyệt", "công bố", "“"];

/// Gathers the facts of the closing sentence.
pub(super) fn closing(visit: &Visit) -> Closing {
    let copies = |copies: Option<u32>| copies.and_then(|copies| usize::try_from(copies).ok()).map(two_digits);
    Closing { ended: time_in_words(visit.end), copies: copies(visit.copies), copies_each: copies(visit.copies_each) }
}

/// Names who signs: recorder, unit, head of the delegation or whoever presided instead.
///
/// The unit signs by the first of its people who came: attendance is listed by rank.
pub(super) fn signatures(source: &Source, directory: &Directory) -> Vec<Signature> {
    let name = |person: Option<&Person>| person.and_then(|person| known(person.bare_name()));
    let recorder = directory.member(source.visit.recorder);
    let unit = directory.side(Side::Unit).find(|person| !person.is_absent());
    let chair = directory.member(source.visit.chair);
    let (title, presiding) = match chair {
        Some(chair) if chair.role != Some(Role::Head) => ("NGƯỜI CHỦ TRÌ", Some(chair)),
        Some(chair) => ("TRƯỞNG ĐOÀN", Some(chair)),
        None => ("TRƯỞNG ĐOÀN", directory.head().filter(|head| !head.is_absent())),
    };
    vec![
        Signature { title: "NGƯỜI GHI BIÊN BẢN", how: "ký, ghi rõ họ tên", name: name(recorder) },
        Signature { title: "ĐẠI DIỆN ĐƠN VỊ", how: "ký, ghi rõ họ tên, đóng dấu", name: name(unit) },
        Signature { title, how: "ký, ghi rõ họ tên", name: name(presiding) },
    ]
}

/// Lists who receives the minutes, closing with the delegation's own file.
pub(super) fn recipients(visit: &Visit) -> Vec<String> {
    let mut recipients: Vec<String> = visit.recipients.split(['\n', ';']).filter_map(known).collect();
    if recipients.is_empty() {
        recipients.push(DOTS.to_owned());
    }
    let kept = |line: &String| line.to_lowercase().starts_with("lưu");
    if !recipients.iter().any(kept) {
        recipients.push("Lưu hồ sơ Đoàn".to_owned());
    }
    listed(recipients)
}
