//! A question with yes and no; on yes the screen below is told.

use ratatui::layout::Rect;

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::paint::{inset, paragraph};

/// A question.
#[derive(Debug)]
pub struct Confirm {
    question: String,
}

impl Confirm {
    /// Puts a question.
    #[must_use]
    pub fn asking(question: impl Into<String>) -> Self {
        Self { question: question.into() }
    }
}

impl Screen for Confirm {
    fn context(&self) -> Context {
        Context::Confirm
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.screens.confirm_title.to_owned()
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        match command {
            Command::Yes => cx.confirm(),
            Command::No => cx.pop(),
            _ => {}
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        paragraph(canvas, inset(area, 2), 2, &self.question, shared.theme.heading());
    }
}
