//! What earlier visits left open, beside what this one found of it.

use super::super::norm;
use super::super::outline::{Origin, Table};
use super::super::phrases::{capital, cited_date, known};
use super::Sections;
use crate::domain::{CarriedItem, EntryKind, FollowUp, FollowedItem, ItemKind, Kind, RecordId, Verdict, VerdictLevel};

/// Printed where nobody said what came of an item: dots would invite a guess.
const NO_RESULT: &str = "Chưa có kết quả kiểm tra";

impl Sections<'_> {
    pub(super) fn carried(&self) -> Table {
        let columns = vec!["STT", "Nội dung kỳ trước", "Nguồn", "Thời hạn", "Kết quả kỳ này", "Số lần chuyển"];
        let row = |(at, carried): (usize, &&CarriedItem)| {
            let cells = [
                (at + 1).to_string(),
                self.original(&carried.item),
                source(&carried.item),
                due(&carried.item),
                self.result(carried),
                carried.times.to_string(),
            ];
            cells.map(Some).into()
        };
        let origin = |carried: &&CarriedItem| {
            let kind = if carried.item.kind == ItemKind::Outside { Kind::OUTSIDE_ITEM } else { Kind::ENTRY };
            Some(Origin::Record(kind, carried.item.id))
        };
        Table {
            columns,
            rows: self.carried.iter().enumerate().map(row).collect(),
            origins: self.carried.iter().map(origin).collect(),
        }
    }

    /// What was found or asked, in its own words, and who was to act.
    fn original(&self, item: &FollowedItem) -> String {
        let text = capital(&norm(&item.text));
        let doers = self.directory.names(item.doers.iter());
        let note = doers.map(|doers| format!("{}: {doers}", doers_label(item.kind)));
        let words = note.map_or(text.clone(), |note| format!("{text} ({note})"));
        let tag = if item.is_tagged_for_review() { " (gợi ý kiểm điểm sâu)" } else { "" };
        what(item.kind).map_or(words.clone(), |what| format!("{what}{tag}: {words}"))
    }

    fn result(&self, carried: &CarriedItem) -> String {
        let verdict = carried.verdict.as_ref().and_then(|(_, verdict)| verdict_in_words(carried.item.kind, verdict));
        let reply = self.reply(carried.item.id);
        let result = verdict.unwrap_or_else(|| NO_RESULT.to_owned());
        reply.map_or(result.clone(), |reply| format!("{result}; {reply}"))
    }

    /// What the addressee of a recommendation answered: "nơi nhận trả lời ngày 12/4/2025: đã giao Ban Tổ chức".
    pub(super) fn reply(&self, item: RecordId) -> Option<String> {
        let (_, reply) = self.replies.iter().find(|(id, _)| *id == item)?;
        let FollowUp { date, result, .. } = reply;
        let when = date.map(|date| format!(" ngày {}", cited_date(date))).unwrap_or_default();
        known(result).map(|result| format!("nơi nhận trả lời{when}: {result}"))
    }
}

/// Says what kind of item it is.
fn what(kind: ItemKind) -> Option<&'static str> {
    match kind {
        ItemKind::Entry(EntryKind::Shortcoming) => Some("Hạn chế, khuyết điểm"),
        ItemKind::Entry(EntryKind::ViolationSign) => Some("Dấu hiệu vi phạm"),
        ItemKind::Entry(EntryKind::RecommendationUp) => Some("Đơn vị kiến nghị"),
        ItemKind::Entry(EntryKind::RecommendationDown) => Some("Đề nghị, yêu cầu"),
        ItemKind::Entry(EntryKind::Commitment) => Some("Cam kết"),
        ItemKind::DeepReview => Some("Gợi ý kiểm điểm sâu"),
        ItemKind::Entry(_) | ItemKind::Outside => None,
    }
}

fn doers_label(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Entry(EntryKind::RecommendationUp) => "nơi nhận",
        ItemKind::Entry(EntryKind::Commitment) => "người cam kết",
        _ => "người thực hiện",
    }
}

fn source(item: &FollowedItem) -> String {
    let what = if item.kind == ItemKind::Outside { "ngày" } else { "buổi làm việc ngày" };
    let when = item.raised.map(|raised| format!("{what} {}", cited_date(raised)));
    let parts: Vec<String> = known(&item.source).into_iter().chain(when).collect();
    parts.join(", ")
}

fn due(item: &FollowedItem) -> String {
    let first = item.first_due.map_or_else(|| "Không nêu".to_owned(), cited_date);
    match item.due.filter(|due| Some(*due) != item.first_due) {
        Some(due) => format!("{first}; gia hạn đến {}", cited_date(due)),
        None => first,
    }
}

/// Writes what a visit found: "Thực hiện một phần: đã rà soát 20 hồ sơ; thời hạn mới: 30/6/2026". A fault is put right, not carried
/// out.
fn verdict_in_words(kind: ItemKind, verdict: &Verdict) -> Option<String> {
    let is_fault = matches!(kind, ItemKind::Entry(kind) if kind.is_fault());
    let level = match (verdict.level?, is_fault) {
        (VerdictLevel::Done, false) => "Đã thực hiện",
        (VerdictLevel::Done, true) => "Đã khắc phục",
        (VerdictLevel::Partly, false) => "Thực hiện một phần",
        (VerdictLevel::Partly, true) => "Khắc phục một phần",
        (VerdictLevel::Not, false) => "Chưa thực hiện",
        (VerdictLevel::Not, true) => "Chưa khắc phục",
        (VerdictLevel::Unverifiable, _) => "Chưa xác minh được",
    };
    let said = known(&verdict.words).map_or_else(|| level.to_owned(), |words| format!("{level}: {words}"));
    let due = verdict.due.map(|due| format!("; thời hạn mới: {}", cited_date(due)));
    Some(said.trim_end_matches('.').to_owned() + &due.unwrap_or_default())
}
