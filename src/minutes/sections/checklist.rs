//! III: what was found on a checklist's criteria, with how much of it was looked at.

use super::super::outline::{Item, Origin, Part, Table};
use super::super::phrases::{capital, known, sentence, two_digits};
use super::super::source::{Answered, Held};
use super::super::{norm, words};
use super::Sections;
use crate::domain::{Answer, Kind};

/// Stands behind a title whose wording nobody compared with the official document.
const NOT_COMPARED: &str = " (*)";

impl Sections<'_> {
    /// The answered criteria as a table, and a sentence on the rest. What both sides left open has no column.
    pub(super) fn answered(&self) -> Part {
        let any = |given: fn(&Answer) -> bool| self.answers.iter().any(|row| given(row.answer));
        let (counted, self_assessed) =
            (any(|answer| answer.people_count.is_some() || answer.body_count.is_some()), any(Answer::is_self_assessed));
        let (scored, self_scored) = (any(|answer| answer.score.is_some()), any(|answer| answer.self_score.is_some()));
        let shown = [true, true, counted, true, scored, self_assessed, self_scored];
        let columns =
            ["Tiêu chí", "Kết quả", "Số người, tổ chức", "Ghi chú", "Điểm", "Đơn vị tự đánh giá", "Điểm tự chấm"];
        let of_shown = |at: &usize| shown.get(*at).copied().unwrap_or_default();
        let columns =
            columns.into_iter().enumerate().filter(|(at, _)| of_shown(at)).map(|(_, column)| column).collect();
        let row = |answered: &Answered| {
            let cells = cells(answered).into_iter().enumerate();
            (answered.id, cells.filter(|(at, _)| of_shown(at)).map(|(_, cell)| Some(cell)).collect())
        };
        let table = Table::of_records(columns, &Kind::ANSWER, self.answers.iter().map(row));
        let mut part = Part::tabled("checklist", "Đối chiếu danh mục", table);
        if !part.empty {
            part.items.extend(self.checklist.map(|held| told(coverage(held))));
            if self.answers.iter().any(|row| !row.verified) {
                part.items.push(told(format!("{NOT_COMPARED} Tên gọi tắt, chưa đối chiếu lời văn với văn bản gốc.")));
            }
        }
        part
    }
}

fn told(sentence: String) -> Item {
    Item { label: None, lines: vec![sentence.trim().to_owned()], origin: None::<Origin> }
}

fn cells(answered: &Answered) -> [String; 7] {
    let answer = answered.answer;
    let title = [norm(&answer.criterion), norm(answered.title)];
    let title = title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ");
    let mark = if answered.verified { "" } else { NOT_COMPARED };
    let found = match (answer.level, answer.is_given()) {
        (Some(level), _) => words::extent(level).to_owned(),
        (None, true) => String::new(),
        // The unit spoke of it, the delegation did not look: the minutes say so rather than leave it open.
        (None, false) => "Chưa đối chiếu".to_owned(),
    };
    let number = |count: Option<u32>| count.and_then(|count| usize::try_from(count).ok()).map(two_digits);
    let people = number(answer.people_count).map(|count| format!("{count} người"));
    let bodies = number(answer.body_count).map(|count| format!("{count} tổ chức"));
    let score = |score: Option<u32>| score.map(|score| score.to_string()).unwrap_or_default();
    let own = [answer.self_level.map(|level| words::extent(level).to_owned()), known(&answer.self_note)];
    [
        format!("{title}{mark}"),
        found,
        [people, bodies].into_iter().flatten().collect::<Vec<_>>().join(", "),
        capital(&norm(&answer.note)),
        score(answer.score),
        own.into_iter().flatten().collect::<Vec<_>>().join("; "),
        score(answer.self_score),
    ]
}

fn coverage(held: Held) -> String {
    let source = known(held.source).map(|source| format!(" ({source})")).unwrap_or_default();
    let title = norm(held.title);
    sentence(&format!("Đã xem xét {}/{} tiêu chí của danh mục {title}{source}", held.looked_at, held.items))
}
