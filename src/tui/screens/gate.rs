//! The warnings once more, before the minutes are written or the visit is closed. Nothing is held back: Enter goes on.

use ratatui::layout::Rect;

use crate::checks::Warning;
use crate::domain::{Kind, RecordId};
use crate::session::{ChecksView, Query, View};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, paragraph, rows};
use super::checks::{ChecksScreen, open_line, weight_style};
use super::form::Form;

/// What comes after the warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The form that exports the minutes.
    Export {
        /// Whether the minutes were looked at by the template shipped.
        built_in: bool,
    },
    /// The form that closes the visit.
    Close,
}

/// The warnings of a visit before something is done; it shows itself only when there are any.
#[derive(Debug)]
pub struct Gate {
    visit: RecordId,
    then: Then,
    view: Option<Box<ChecksView>>,
    top: Selection,
}

impl Gate {
    /// Looks at a visit before something is done.
    #[must_use]
    pub fn before(visit: RecordId, then: Then) -> Self {
        Self { visit, then, view: None, top: Selection::default() }
    }

    /// Whether the minutes to be exported are sealed: nothing that a warning asks for can change them any more.
    fn is_fixed(&self) -> bool {
        let sealed = self.view.as_ref().is_some_and(|view| view.visit.visit.record.sealed.is_some());
        sealed && matches!(self.then, Then::Export { .. })
    }

    /// Lists what is worth showing now: the form that closes a visit asks for some of it itself.
    fn warnings(&self) -> Vec<&Warning> {
        let asked_next = |warning: &&Warning| {
            let fields = forms::closing::FIELDS;
            let is_asked = warning.place.kind == Kind::VISIT && warning.place.is_field_of(fields);
            self.then == Then::Close && is_asked
        };
        self.view.iter().flat_map(|view| &view.open).filter(|warning| !asked_next(warning)).collect()
    }

    /// Counts what is not shown because the next form asks for it.
    fn asked_next(&self) -> usize {
        let open = self.view.as_ref().map_or(0, |view| view.open.len());
        open.saturating_sub(self.warnings().len())
    }

    fn go_on(&self, cx: &mut Cx<'_>) {
        let Some(view) = &self.view else { return };
        let form = match self.then {
            Then::Export { built_in } => {
                let template = &view.visit.delegation.record.template;
                forms::export::of(self.visit, template, built_in, cx.shared)
            }
            Then::Close => forms::closing::of(&view.visit.visit, cx.shared),
        };
        cx.pop();
        cx.push(Form::open(form, cx.shared));
    }
}

impl Screen for Gate {
    fn context(&self) -> Context {
        Context::Gate
    }

    fn title(&self, shared: &Shared) -> String {
        match self.then {
            Then::Export { .. } => shared.texts.checks.before_export,
            Then::Close => shared.texts.checks.before_closing,
        }
        .to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Checks(self.visit))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.top.follow(command, self.warnings().len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Proceed => self.go_on(cx),
            Command::Review => {
                cx.pop();
                cx.push(ChecksScreen::of(self.visit));
            }
            Command::Back => cx.pop(),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        if let View::Checks(view) = view {
            self.view = Some(view);
            if self.is_fixed() || self.warnings().is_empty() {
                self.go_on(cx);
            }
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let (words, theme) = (&shared.texts.checks, shared.theme);
        let Some(view) = &self.view else {
            line(canvas, area, 1, shared.texts.screens.loading, theme.faint());
            return;
        };
        let warnings = self.warnings();
        line(canvas, area, 0, &(words.left)(warnings.len()), theme.heading());
        let keys = match self.then {
            Then::Export { .. } => words.export_anyway,
            Then::Close => words.close_anyway,
        };
        let mut used = paragraph(canvas, area, 1, &shared.keyed(keys), theme.faint()).saturating_add(1);
        if self.asked_next() > 0 {
            used += paragraph(canvas, area, used, &(words.asked_next)(self.asked_next()), theme.faint());
        }
        let used = used.saturating_add(1);
        let list = rows(area, used, area.height.saturating_sub(used));
        let height = usize::from(list.height);
        let first = self.top.within(warnings.len()).min(warnings.len().saturating_sub(height));
        for (at, warning) in (0..list.height).zip(warnings.iter().skip(first)) {
            let style = weight_style(warning.check.weight(), theme);
            line(canvas, list, at, &open_line(view, warning, shared), style);
        }
    }
}
