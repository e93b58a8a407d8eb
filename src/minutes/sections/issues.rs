//! Prompted issues beside what was answered to them.

use super::super::norm;
use super::super::outline::Table;
use super::super::phrases::capital;
use super::Sections;
use crate::domain::{PromptedIssue, Record, RecordId};

/// What stands beside an issue that nobody answered: the gap is told, not left for the hand.
const UNANSWERED: &str = "Chưa được trả lời.";

impl Sections<'_> {
    /// The issues in order, each with its own answer and those of the entries that are linked to it.
    pub(super) fn prompted_issues(&self) -> Table {
        let columns = vec!["STT", "Vấn đề gợi ý", "Nội dung trả lời"];
        let row = |(at, (id, issue)): (usize, &(RecordId, &PromptedIssue))| {
            let text = Some(capital(&norm(&issue.text)));
            (*id, vec![Some((at + 1).to_string()), text, Some(self.answer(*id, issue))])
        };
        Table::of_records(columns, &PromptedIssue::KIND, self.issues.iter().enumerate().map(row))
    }

    fn answer(&self, id: RecordId, issue: &PromptedIssue) -> String {
        let mut answers = vec![norm(&issue.answer)];
        for (_, entry) in self.entries.iter().filter(|(_, entry)| entry.links.contains(&id)) {
            let text = norm(&entry.text);
            answers.push(match self.directory.names(&entry.people) {
                Some(people) => format!("{people}: {text}"),
                None => text,
            });
        }
        let answers: Vec<String> = answers.into_iter().filter(|answer| !answer.is_empty()).collect();
        if answers.is_empty() { UNANSWERED.to_owned() } else { capital(&answers.join("; ")) }
    }

    /// Says which issues an entry answers: "vấn đề gợi ý 1, 3".
    pub(super) fn issues_answered(&self, links: &[RecordId]) -> Option<String> {
        let numbers: Vec<String> = self
            .issues
            .iter()
            .enumerate()
            .filter(|(_, (id, _))| links.contains(id))
            .map(|(at, _)| (at + 1).to_string())
            .collect();
        (!numbers.is_empty()).then(|| format!("trả lời vấn đề gợi ý {}", numbers.join(", ")))
    }
}
