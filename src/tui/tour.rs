//! The guided tour of the demonstration: one sentence at a time, each step left by really doing what it says.
//!
//! Nothing is staged: what is read from the store and what became of an action decide whether a step is done.

use std::collections::BTreeSet;

use crate::domain::{Entry, EntryKind, RecordId, VisitStatus};
use crate::i18n::Tour as Words;
use crate::session::{Outcome, View};

use super::command::{COMMANDS, Command, Context};
use super::keymap::has;
use super::screen::Cx;
use super::state::{Doing, Shared};
use super::widgets::paint::wrapped;

/// Under this key the store of the demonstration remembers how far somebody came.
const KEPT: &str = "tour";
/// What is remembered once somebody came to the end, or wanted no more of it.
const OVER: &str = "over";

/// How far somebody is.
#[derive(Debug, Default)]
pub struct Tour {
    at: usize,
    /// Entries typed before it began, which count for nothing.
    before: BTreeSet<RecordId>,
}

/// One step: where it is done, what it says, and how it is known to be done.
struct Step {
    /// Its name, the same in every version.
    id: &'static str,
    at: &'static [Context],
    says: fn(&Words) -> &'static str,
    done: fn(&Seen<'_>) -> bool,
}

const LINE: &[Context] = &[Context::Capture, Context::PastedLines];

static STEPS: [Step; 12] = [
    Step {
        id: "open-delegation",
        at: &[Context::Home],
        says: |words| words.open_delegation,
        done: |seen| seen.a_delegation(),
    },
    Step {
        id: "open-visit",
        at: &[Context::Delegation],
        says: |words| words.open_visit,
        done: |seen| seen.an_open_visit(),
    },
    Step { id: "strength", at: LINE, says: |words| words.strength, done: |seen| seen.typed(is_strength) },
    Step { id: "figure", at: LINE, says: |words| words.figure, done: |seen| seen.typed(is_figure) },
    Step { id: "shortcoming", at: LINE, says: |words| words.shortcoming, done: |seen| seen.typed(is_shortcoming) },
    Step { id: "cause", at: LINE, says: |words| words.cause, done: |seen| seen.typed(is_linked_cause) },
    Step {
        id: "recommendation",
        at: LINE,
        says: |words| words.recommendation,
        done: |seen| seen.typed(is_whole_recommendation),
    },
    Step { id: "undo", at: &[Context::Entries], says: |words| words.undo, done: |seen| seen.made_again() },
    Step { id: "chain", at: &[Context::Entries], says: |words| words.chain, done: |seen| seen.a_chain() },
    Step {
        id: "carried",
        at: &[Context::Entries, Context::Carried, Context::Form],
        says: |words| words.carried,
        done: |seen| seen.a_verdict(),
    },
    Step { id: "checks", at: &[Context::Entries], says: |words| words.checks, done: |seen| seen.checks() },
    Step {
        id: "export",
        at: &[Context::Entries, Context::Preview, Context::Gate, Context::Form, Context::Confirm],
        says: |words| words.export,
        done: |seen| seen.exported(),
    },
];

fn is_strength(entry: &Entry) -> bool {
    entry.kind == EntryKind::Strength
}

fn is_figure(entry: &Entry) -> bool {
    entry.kind == EntryKind::Figure
}

fn is_shortcoming(entry: &Entry) -> bool {
    entry.kind == EntryKind::Shortcoming
}

fn is_linked_cause(entry: &Entry) -> bool {
    matches!(entry.kind, EntryKind::SubjectiveCause | EntryKind::ObjectiveCause) && !entry.links.is_empty()
}

fn is_whole_recommendation(entry: &Entry) -> bool {
    entry.kind == EntryKind::RecommendationDown && entry.due.is_some() && !entry.people.is_empty()
}

/// What came from the store.
pub(super) enum Came<'a> {
    /// Something was read.
    Read(&'a View),
    /// Something was done.
    Done(&'a Outcome, Doing),
}

/// What came, and where.
struct Seen<'a> {
    came: Came<'a>,
    context: Context,
    /// Entries typed since the tour began.
    typed: BTreeSet<RecordId>,
}

impl Seen<'_> {
    fn a_delegation(&self) -> bool {
        self.an_open_visit()
            || (matches!(self.came, Came::Read(View::Delegation(_))) && self.is_at(Context::Delegation))
    }

    fn an_open_visit(&self) -> bool {
        matches!(self.came, Came::Read(View::Visit(view)) if view.visit.record.status == VisitStatus::Open)
    }

    fn typed(&self, is_meant: fn(&Entry) -> bool) -> bool {
        let Came::Read(View::Visit(view)) = self.came else { return false };
        view.entries.iter().any(|row| self.typed.contains(&row.id) && is_meant(&row.record))
    }

    fn made_again(&self) -> bool {
        matches!(self.came, Came::Done(Outcome::TakenBack(_), Doing::Redoing))
    }

    fn a_chain(&self) -> bool {
        matches!(self.came, Came::Read(View::Chain(_))) && self.is_at(Context::Chain)
    }

    fn a_verdict(&self) -> bool {
        matches!(self.came, Came::Read(View::Carried(view)) if view.items.iter().any(|item| item.verdict.is_some()))
    }

    fn checks(&self) -> bool {
        matches!(self.came, Came::Read(View::Checks(_))) && self.is_at(Context::Checks)
    }

    fn exported(&self) -> bool {
        matches!(self.came, Came::Done(Outcome::Exported(_) | Outcome::ExportedSealed { .. }, _))
    }

    fn is_at(&self, context: Context) -> bool {
        self.context == context
    }
}

/// Begins where somebody left off, or at the beginning; not at all once they came to the end.
pub(super) fn resume(shared: &mut Shared) {
    if !shared.demonstration || shared.tour.is_some() {
        return;
    }
    let kept = shared.drafts.get(KEPT);
    if kept != Some(OVER) {
        let at = STEPS.iter().position(|step| Some(step.id) == kept).unwrap_or(0);
        shared.tour = Some(Tour { at, before: shared.kept.clone() });
    }
}

/// Looks at what came from the store, and goes on as far as that is what the steps ask for.
pub(super) fn see(came: Came<'_>, context: Context, cx: &mut Cx<'_>) {
    let Some(tour) = &cx.shared.tour else { return };
    let seen = Seen { came, context, typed: cx.shared.kept.difference(&tour.before).copied().collect() };
    let begun = tour.at;
    let left = STEPS.iter().skip(begun).take_while(|step| (step.done)(&seen)).count();
    if left > 0 {
        go_to(begun + left, cx);
    }
}

/// Carries out a command of the tour.
pub(super) fn command(command: Command, cx: &mut Cx<'_>) {
    let words = &cx.shared.texts.tour;
    match (command, &cx.shared.tour) {
        (Command::TourBegin, _) if !cx.shared.demonstration => cx.say(words.only_demonstration),
        (Command::TourBegin, _) => {
            cx.shared.tour = Some(Tour { at: 0, before: cx.shared.kept.clone() });
            go_to(0, cx);
        }
        (_, None) => cx.say(words.not_running),
        (Command::TourSkip, Some(tour)) => go_to(tour.at + 1, cx),
        (_, Some(_)) => {
            end(cx);
            cx.say(words.ended);
        }
    }
}

fn go_to(at: usize, cx: &mut Cx<'_>) {
    match STEPS.get(at) {
        Some(step) => {
            if let Some(tour) = &mut cx.shared.tour {
                tour.at = at;
            }
            cx.note_draft(KEPT, step.id);
        }
        None => {
            end(cx);
            // Where the file is was said just now, and is still needed.
            let said = cx.shared.status.take().map(|status| status.text).unwrap_or_default();
            cx.notify(format!("{} {said}", cx.shared.texts.tour.finished));
        }
    }
}

fn end(cx: &mut Cx<'_>) {
    cx.shared.tour = None;
    cx.note_draft(KEPT, OVER);
}

/// Rows that the sentence takes at most in a window of 80 columns.
const MOST_ROWS: usize = 2;

/// What the panel of the tour says: its heading, then the sentence, in rows of so many cells.
pub(super) struct Panel {
    /// Which step of how many, and the keys of the tour.
    pub(super) heading: String,
    /// The sentence.
    pub(super) rows: Vec<String>,
}

/// Lays out what is to be done now, or which way leads to where it is done.
pub(super) fn panel(context: Context, shared: &Shared, cells: usize) -> Option<Panel> {
    let tour = shared.tour.as_ref()?;
    let (words, step) = (&shared.texts.tour, STEPS.get(tour.at)?);
    let heading = format!("{} · {}", (words.heading)(tour.at + 1, STEPS.len()), words.keys);
    let laid_out = |said: &str| wrapped(&shared.keyed(said), cells);
    let says = (step.says)(words);
    let rows = if context == Context::Form {
        // Every letter is text there, so no key of another screen is spoken of.
        laid_out(words.in_form)
    } else if step.at.contains(&context) {
        laid_out(says)
    } else {
        // What waits behind the way is said with it where there is room.
        let way = way(context, step, words);
        let both = if way == says { laid_out(says) } else { laid_out(&format!("{way} {says}")) };
        if both.len() <= MOST_ROWS { both } else { laid_out(&way) }
    };
    Some(Panel { heading: shared.keyed(&heading), rows })
}

/// Says how to get from somewhere else to where a step is done.
fn way(context: Context, step: &Step, words: &Words) -> String {
    let goes_back = COMMANDS.iter().any(|spec| spec.command == Command::Back && has(spec, context));
    match context {
        Context::Home => words.to_delegation.to_owned(),
        Context::Delegation if !step.at.contains(&Context::Home) => words.to_visit.to_owned(),
        Context::Entries if step.at == LINE => words.to_line.to_owned(),
        Context::Capture if step.at.contains(&Context::Entries) => words.to_list.to_owned(),
        _ if goes_back => (words.to_go_back)(context.name().0),
        _ => (step.says)(words).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::tui::keymap::Keymap;

    #[test]
    fn every_sentence_is_short_in_both_languages_and_no_step_has_the_name_of_another() {
        for language in [Language::Vietnamese, Language::English] {
            let texts = language.texts();
            for step in &STEPS {
                let said = Keymap::default().filled((step.says)(&texts.tour), texts, false);
                assert!(wrapped(&said, 78).len() <= MOST_ROWS, "{said}");
                for context in Context::ALL {
                    let way = Keymap::default().filled(&way(*context, step, &texts.tour), texts, false);
                    assert!(wrapped(&way, 78).len() <= MOST_ROWS && !way.contains('⟨'), "{way}");
                }
                assert_eq!(STEPS.iter().filter(|other| other.id == step.id).count(), 1, "{}", step.id);
            }
        }
    }
}
