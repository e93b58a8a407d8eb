//! The form of what an entry says beside its words: the fields that its kind has, and those that hold something all the same.

use crate::domain::{Bearer, Edit, Entry, EntryKind, Extent, Material, Position, Proposal, Provenance, Severity};
use crate::figures::print_date;
use crate::session::{Action, Row, VisitView, full_name};

use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind, code_of, flag_choices, id_code, open_choices, record_choices};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveDetails {
    row: Row<Entry>,
    asked: Vec<&'static str>,
    /// Full names that what is typed for people may mean.
    known: Vec<String>,
}

/// Makes the form of an entry's details.
#[must_use]
pub fn of(row: &Row<Entry>, view: &VisitView, shared: &Shared) -> FormSpec {
    let texts = shared.texts;
    let asked = asked(row);
    FormSpec {
        title: (texts.chain.details_title)((texts.terms.entry_kind)(row.record.kind)),
        key: format!("details:{}", row.id),
        fields: asked.iter().map(|name| field(name, &row.record, view, shared)).collect(),
        purpose: Box::new(SaveDetails {
            row: row.clone(),
            asked,
            known: view.people().into_iter().map(str::to_owned).collect(),
        }),
    }
}

/// Lists the fields of the entry's kind, then those of other kinds that it held when its kind was changed.
fn asked(row: &Row<Entry>) -> Vec<&'static str> {
    let mut asked = row.record.kind.details().to_vec();
    let written = Edit::create(row.id, &row.record).fields;
    for name in EntryKind::ALL.iter().flat_map(|kind| kind.details()) {
        if !asked.contains(name) && written.contains_key(*name) {
            asked.push(name);
        }
    }
    asked
}

fn field(name: &'static str, entry: &Entry, view: &VisitView, shared: &Shared) -> Field {
    let (texts, none) = (shared.texts, shared.texts.chain.unsaid);
    let terms = &texts.terms;
    let text = |value: &str| Field::typed(name, label(name, texts), FieldKind::Text, value);
    let list = |label: String, value: &[String]| Field::typed(name, label, FieldKind::List, &value.join("; "));
    let choice = |choices, code: String| Field::choice(name, label(name, texts), choices, &code);
    match name {
        "people" => list(people_label(entry.kind, shared).to_owned(), &entry.people),
        "due" => {
            let due = entry.due.map(print_date).unwrap_or_default();
            Field::typed(name, label(name, texts), FieldKind::Date, &due)
        }
        "criteria" => list(label(name, texts), &entry.criteria),
        "private_names" => list(label(name, texts), &entry.private_names),
        "severity" => choice(open_choices(none, &Severity::ALL, terms.severity), code_of(&entry.severity)),
        "extent" => {
            // That there is no sign of something is said of criteria, not of what was found.
            let extents: Vec<Extent> = Extent::ALL.into_iter().filter(|extent| *extent != Extent::Absent).collect();
            choice(open_choices(none, &extents, terms.extent), code_of(&entry.extent))
        }
        "bearer" => choice(open_choices(none, &Bearer::ALL, terms.bearer), code_of(&entry.bearer)),
        "provenance" => choice(open_choices(none, &Provenance::ALL, terms.provenance), code_of(&entry.provenance)),
        "position" => choice(open_choices(none, &Position::ALL, terms.position), code_of(&entry.position)),
        "proposal" => choice(open_choices(none, &Proposal::ALL, terms.proposal), code_of(&entry.proposal)),
        "deep_review" => {
            choice(flag_choices(texts), entry.deep_review.to_string()).hinted(texts.chain.deep_review_hint)
        }
        "material" => {
            let materials = view.materials.iter().map(|row| (row.id, material_name(&row.record)));
            choice(record_choices(none, materials), id_code(entry.material))
        }
        "topic" => text(&entry.topic).suggesting(topics(view)),
        "locality" => text(&entry.locality),
        "document" => text(&entry.document),
        "page" => text(&entry.page),
        "category" => text(&entry.category),
        "remedy" => text(&entry.remedy),
        "measure" => text(&entry.measure),
        "model_name" => text(&entry.model_name),
        _ => text(&entry.result),
    }
}

fn people_label(kind: EntryKind, shared: &Shared) -> &'static str {
    let words = &shared.texts.chain;
    match kind {
        EntryKind::RecommendationUp => words.who_is_asked,
        EntryKind::Responsibility => words.who_bears,
        EntryKind::GoodPractice => words.who_owns,
        kind if kind.names_doers() => words.who_acts,
        _ => words.who_speaks,
    }
}

/// Lists the delegation's topics, then others that the visit uses already.
fn topics(view: &VisitView) -> Vec<String> {
    let mut topics = view.delegation.record.topics.clone();
    for row in &view.entries {
        if !row.record.topic.is_empty() && !topics.contains(&row.record.topic) {
            topics.push(row.record.topic.clone());
        }
    }
    topics
}

/// Names a document as lists show it.
pub fn material_name(material: &Material) -> String {
    let parts = [material.form.as_str(), material.symbol.as_str(), material.title.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

impl SaveDetails {
    fn set(&self, entry: &mut Entry, name: &'static str, answers: &Answers<'_>) -> Result<(), Wrong> {
        match name {
            "people" => {
                let known: Vec<&str> = self.known.iter().map(String::as_str).collect();
                entry.people = answers.list(name).iter().map(|typed| full_name(typed, &known)).collect();
            }
            "due" => entry.due = answers.date(name)?,
            "criteria" => {
                let codes = answers.list(name).join(" ");
                entry.criteria = codes.split([' ', ',']).filter(|code| !code.is_empty()).map(str::to_owned).collect();
            }
            "private_names" => entry.private_names = answers.list(name),
            "severity" => entry.severity = answers.open_choice(name),
            "extent" => entry.extent = answers.open_choice(name),
            "bearer" => entry.bearer = answers.open_choice(name),
            "provenance" => entry.provenance = answers.open_choice(name),
            "position" => entry.position = answers.open_choice(name),
            "proposal" => entry.proposal = answers.open_choice(name),
            "deep_review" => entry.deep_review = answers.flag(name),
            "material" => entry.material = answers.record(name),
            "topic" => entry.topic = answers.text(name),
            "locality" => entry.locality = answers.text(name),
            "document" => entry.document = answers.text(name),
            "page" => entry.page = answers.text(name),
            "category" => entry.category = answers.text(name),
            "remedy" => entry.remedy = answers.text(name),
            "measure" => entry.measure = answers.text(name),
            "model_name" => entry.model_name = answers.text(name),
            _ => entry.result = answers.text(name),
        }
        Ok(())
    }
}

impl Purpose for SaveDetails {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let mut after = self.row.record.clone();
        for name in &self.asked {
            self.set(&mut after, name, answers)?;
        }
        Ok(vec![Action::ChangeEntry(Edit::change(self.row.id, &self.row.record, &after))])
    }
}
