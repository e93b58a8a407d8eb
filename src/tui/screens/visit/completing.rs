//! Completion of the capture line: proposals beside it that change nothing until one key takes one over.

use std::iter;

use crate::capture::{Completion, Offers, complete};

use super::super::super::widgets::editor::LineEditor;

/// Most proposals shown at once.
const SHOWN: usize = 5;

/// What the line may go on with, and what was taken over last.
#[derive(Debug, Default)]
pub(super) struct Completing {
    /// What the visit itself offers; it changes with every entry.
    pub(super) here: Offers,
    /// What the office offers, once it was read.
    pub(super) office: Option<Offers>,
    chosen: Option<Chosen>,
}

/// A proposal that was taken over, and the others there were.
#[derive(Debug)]
struct Chosen {
    /// The line as it was typed.
    typed: String,
    found: Vec<Completion>,
    at: usize,
}

impl Chosen {
    /// The line with a proposal in it; behind the last one, the line as it was typed.
    fn line(&self, at: usize) -> String {
        match self.found.get(at) {
            Some(one) => format!("{}{}", self.typed.get(..one.range.start).unwrap_or_default(), one.text),
            None => self.typed.clone(),
        }
    }
}

impl Completing {
    fn found(&self, editor: &LineEditor) -> Vec<Completion> {
        let text = editor.text();
        if editor.caret() < text.len() || editor.is_blank() {
            return Vec::new();
        }
        let offers: Vec<&Offers> = iter::once(&self.here).chain(&self.office).collect();
        complete(text, &offers, SHOWN)
    }

    /// The choice that still stands in the line as it was made.
    fn standing(&self, editor: &LineEditor) -> Option<&Chosen> {
        self.chosen
            .as_ref()
            .filter(|chosen| editor.caret() == editor.text().len() && chosen.line(chosen.at) == editor.text())
    }

    /// Lists what the key takes over next, the first one first.
    pub(super) fn proposed(&self, editor: &LineEditor) -> Vec<String> {
        match self.standing(editor) {
            Some(chosen) => chosen.found.iter().skip(chosen.at + 1).map(|one| one.shown.clone()).collect(),
            None => self.found(editor).into_iter().map(|one| one.shown).collect(),
        }
    }

    /// Takes over the first proposal, or the next one when the last key did; after the last one the line is as it was typed.
    /// Says whether there was any.
    pub(super) fn take_over(&mut self, editor: &mut LineEditor) -> bool {
        let next = match self.standing(editor) {
            Some(chosen) => {
                let at = (chosen.at + 1) % (chosen.found.len() + 1);
                Chosen { typed: chosen.typed.clone(), found: chosen.found.clone(), at }
            }
            None => Chosen { typed: editor.text().to_owned(), found: self.found(editor), at: 0 },
        };
        if next.found.is_empty() {
            return false;
        }
        editor.set(&next.line(next.at));
        self.chosen = Some(next);
        true
    }
}
