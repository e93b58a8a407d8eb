//! One field of a form: a text, a date, a time, a number, or a choice.

use serde::Serialize;

use crate::domain::RecordId;
use crate::i18n::Texts;
use crate::text::fold;

use super::super::widgets::editor::LineEditor;

/// What a field takes.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// Any text of one line.
    Text,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A whole number.
    Number,
    /// Posts with their dates.
    Posts,
    /// Several texts parted by semicolons.
    List,
    /// One of several.
    Choice(Vec<Choice>),
}

/// One of several things to choose from.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What it stands for, the same in every version.
    pub code: String,
    /// What the screen says.
    pub label: String,
}

/// A field with what was typed into it.
#[derive(Clone, Debug)]
pub struct Field {
    /// Name of the field in its record.
    pub name: &'static str,
    /// What the screen calls it.
    pub label: String,
    /// What it takes.
    pub kind: FieldKind,
    /// The text typed; for a choice what it is searched by.
    pub editor: LineEditor,
    /// The choice made.
    pub chosen: usize,
    /// What is wrong with it, once that was found.
    pub wrong: Option<String>,
    /// Whether it still says what it was filled in with, so that the first letter typed replaces it.
    pub untouched: bool,
    /// What to say below the form while it is being filled in, in place of what its kind says.
    pub hint: Option<&'static str>,
    /// What others typed here before, to be taken over by one key.
    pub suggestions: Vec<String>,
    initial: String,
}

impl Field {
    /// Makes a field that is typed.
    #[must_use]
    pub fn typed(name: &'static str, label: String, kind: FieldKind, value: &str) -> Self {
        let editor = LineEditor::single(value);
        let initial = editor.text().to_owned();
        let (untouched, suggestions) = (!initial.is_empty(), Vec::new());
        Self { name, label, kind, untouched, initial, editor, chosen: 0, wrong: None, suggestions, hint: None }
    }

    /// Says something of its own below the form.
    #[must_use]
    pub fn hinted(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// Offers texts to take over beside typing freely.
    #[must_use]
    pub fn suggesting(mut self, suggestions: Vec<String>) -> Self {
        self.suggestions = suggestions;
        self
    }

    /// Takes over the next suggestion that begins with what is typed; says whether there was one.
    pub fn complete(&mut self) -> bool {
        if self.editor.caret() < self.editor.text().len() {
            return false;
        }
        let typed = fold(self.editor.text());
        let known = self.suggestions.iter().position(|offered| fold(offered) == typed);
        let next = match known {
            Some(at) => self.suggestions.iter().cycle().nth(at + 1),
            None => self.suggestions.iter().find(|offered| fold(offered).starts_with(&typed)),
        };
        let Some(next) = next.cloned() else { return false };
        self.editor.set(&next);
        self.untouched = false;
        true
    }

    /// Makes a field where one of several is chosen.
    #[must_use]
    pub fn choice(name: &'static str, label: String, choices: Vec<Choice>, code: &str) -> Self {
        let chosen = choices.iter().position(|choice| choice.code == code).unwrap_or(0);
        let mut field = Self::typed(name, label, FieldKind::Choice(choices), "");
        field.chosen = chosen;
        field.initial = field.value();
        field
    }

    /// Returns what the field says: the text typed, or the code of the choice.
    #[must_use]
    pub fn value(&self) -> String {
        match &self.kind {
            FieldKind::Choice(choices) => {
                choices.get(self.chosen).map(|choice| choice.code.clone()).unwrap_or_default()
            }
            _ => self.editor.text().to_owned(),
        }
    }

    /// Whether it says what it was filled in with, and typing takes the place of that.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.untouched
    }

    /// Puts text in; in place of what the field was filled in with, if nobody has touched that.
    pub fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.untouched) {
            self.editor.set("");
        }
        self.editor.insert(text);
    }

    /// Sets what the field says, without changing what it said at first.
    pub fn set_value(&mut self, value: &str) {
        self.untouched = self.untouched && self.initial == value;
        match &self.kind {
            FieldKind::Choice(choices) => {
                if let Some(at) = choices.iter().position(|choice| choice.code == value) {
                    self.chosen = at;
                }
            }
            _ => self.editor.set(value),
        }
    }

    /// Whether it says something else than at first.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.value() != self.initial
    }

    /// Goes back to what it said at first.
    pub fn reset(&mut self) {
        let initial = self.initial.clone();
        self.set_value(&initial);
        self.untouched = !initial.is_empty() && !matches!(self.kind, FieldKind::Choice(_));
        self.wrong = None;
        if matches!(self.kind, FieldKind::Choice(_)) {
            self.editor.set("");
        }
    }

    /// Lists the choices that meet the letters typed: those named so from the beginning before the others.
    fn matches(&self) -> Vec<usize> {
        let FieldKind::Choice(choices) = &self.kind else { return Vec::new() };
        let typed = fold(self.editor.text().trim());
        let labels: Vec<String> = choices.iter().map(|choice| fold(&choice.label)).collect();
        let meeting = |meets: &dyn Fn(&str) -> bool| {
            labels.iter().enumerate().filter(|(_, label)| meets(label)).map(|(at, _)| at).collect::<Vec<usize>>()
        };
        let mut found = meeting(&|label| label.starts_with(&typed));
        found.extend(meeting(&|label| !label.starts_with(&typed) && label.contains(&typed)));
        found
    }

    /// Which of the choices to choose from now is chosen, and how many there are.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        let found = self.matches();
        (found.iter().position(|at| *at == self.chosen).map_or(0, |at| at + 1), found.len())
    }

    /// Returns what is searched for in vain.
    #[must_use]
    pub fn sought_in_vain(&self) -> Option<&str> {
        let typed = self.editor.text().trim();
        let sought = matches!(self.kind, FieldKind::Choice(_)) && !typed.is_empty();
        (sought && self.matches().is_empty()).then_some(typed)
    }

    /// Takes the next or previous of the choices that meet the letters typed, around the ends.
    pub fn turn(&mut self, forward: bool) {
        if self.sought_in_vain().is_some() {
            self.editor.set("");
        }
        let found = self.matches();
        let count = found.len().max(1);
        let at = found.iter().position(|at| *at == self.chosen).unwrap_or(0);
        let step = if forward { 1 } else { count - 1 };
        self.chosen = found.get((at + step) % count).copied().unwrap_or(self.chosen);
    }

    /// Chooses the first of what is named by the letters typed.
    pub fn find(&mut self) {
        if !self.editor.is_blank()
            && let Some(first) = self.matches().first()
        {
            self.chosen = *first;
        }
    }
}

/// Makes the choices of an enum from its values and their names.
pub fn enum_choices<T: Serialize + Copy>(values: &[T], name: impl Fn(T) -> &'static str) -> Vec<Choice> {
    values.iter().map(|value| Choice { code: code_of(value), label: name(*value).to_owned() }).collect()
}

/// Makes the choices of an enum that may be left open, with "not said" first.
pub fn open_choices<T: Serialize + Copy>(none: &str, values: &[T], name: impl Fn(T) -> &'static str) -> Vec<Choice> {
    let nothing = Choice { code: String::new(), label: none.to_owned() };
    std::iter::once(nothing).chain(enum_choices(values, name)).collect()
}

/// Makes the choices of yes and no.
pub fn flag_choices(texts: &Texts) -> Vec<Choice> {
    let choice = |code: &str, label: &str| Choice { code: code.to_owned(), label: label.to_owned() };
    vec![choice("false", texts.screens.flag_no), choice("true", texts.screens.flag_yes)]
}

/// Makes the choices of records, with "none" first.
pub fn record_choices(none: &str, records: impl Iterator<Item = (RecordId, String)>) -> Vec<Choice> {
    let nothing = Choice { code: String::new(), label: none.to_owned() };
    std::iter::once(nothing).chain(records.map(|(id, label)| Choice { code: id.to_string(), label })).collect()
}

/// Returns the name of an enum's value as the journal writes it.
pub fn code_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

/// Returns the id of a record as a choice's code.
pub fn id_code(id: Option<RecordId>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}
