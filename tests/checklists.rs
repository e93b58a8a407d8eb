//! What a visit finds on a checklist, and how much of it anybody looked at.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{Answer, Criterion, Delegation, Edit, Extent, Kind, RecordId, ScopeId};
use bienban::session::{Action, ChecklistView, Error, Level, Outcome, Query, View};
use chrono::NaiveTime;
use support::{Office, Thachkhe, opened, planned};

fn checklist(office: &Office, visit: RecordId) -> ChecklistView {
    match office.session.ask(&Query::Checklist(visit)).unwrap() {
        View::Checklist(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn answer(place: &Thachkhe, criterion: &str) -> Answer {
    Answer {
        visit: Some(place.visit),
        checklist: "nqtw4-27".into(),
        criterion: criterion.into(),
        level: Some(Extent::Some),
        note: "nể nang trong 3 chi bộ".into(),
        ..Answer::default()
    }
}

fn local(code: &str, parent: &str) -> Criterion {
    Criterion { checklist: "nqtw4-27".into(), code: code.into(), parent: parent.into(), ..Criterion::default() }
}

#[test]
fn the_built_in_list_is_there_without_anything_brought_in() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let view = checklist(&office, place.visit);
    assert_eq!((view.coverage.items, view.coverage.looked_at), (27, 0));
    assert_eq!(view.criteria.iter().filter(|row| row.node.level == Level::Group).count(), 3);
    assert!(view.info.unwrap().built_in);
    // Nine texts were seen whole; the other eighteen are titles and nothing more.
    assert_eq!(view.criteria.iter().filter(|row| row.node.criterion.official_text().is_some()).count(), 9);
}

#[test]
fn an_answer_or_an_entry_that_cites_it_counts_as_looking_at_a_criterion() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.create(place.scope, &answer(&place, "I.1"));
    office.capture(place.visit, "-- còn nể nang #i.5 #II-4");
    let only_the_unit =
        Answer { level: None, note: String::new(), self_level: Some(Extent::Absent), ..answer(&place, "I.2") };
    office.create(place.scope, &only_the_unit);
    let view = checklist(&office, place.visit);
    let seen: Vec<&str> =
        view.criteria.iter().filter(|row| row.looked_at).map(|row| row.node.criterion.code.as_str()).collect();
    assert_eq!(seen, ["I.1", "I.5", "II.4"]);
    assert_eq!((view.coverage.looked_at, view.coverage.self_assessed), (3, 1));
    let progress: Vec<_> =
        view.criteria.iter().filter(|row| row.node.level == Level::Group).map(|row| row.progress).collect();
    assert_eq!(progress, [(2, 9), (1, 9), (0, 9)]);
}

#[test]
fn looking_at_a_local_item_is_looking_at_the_one_above_it() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.create(ScopeId::Office, &local("I.5.a", "I.5"));
    office.create(ScopeId::Office, &local("I.5.b", "I.5"));
    office.create(place.scope, &answer(&place, "I.5.a"));
    let coverage = checklist(&office, place.visit).coverage;
    assert_eq!((coverage.items, coverage.looked_at), (27, 1));
    assert_eq!((coverage.sub_items, coverage.sub_items_looked_at), (2, 1));
}

#[test]
fn scores_are_compared_where_both_sides_gave_one() {
    let mut office = Office::new();
    let place = opened(&mut office);
    for (code, score, self_score) in [("I.1", Some(6), Some(9)), ("I.2", Some(5), Some(5)), ("I.3", None, Some(10))] {
        office.create(place.scope, &Answer { score, self_score, ..answer(&place, code) });
    }
    let coverage = checklist(&office, place.visit).coverage;
    assert_eq!((coverage.scored, coverage.score, coverage.self_score), (2, 11, 14));
}

#[test]
fn a_criterion_is_answered_once_and_a_visit_that_is_over_takes_none() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let id = office.create(place.scope, &answer(&place, "I.5"));
    let again = Edit::create(office.session.fresh_id(), &answer(&place, "i.5"));
    let save = |edit: &Edit| Action::Save { scope: place.scope, edits: vec![edit.clone()] };
    assert!(matches!(office.act(save(&again)), Err(Error::Answered(code)) if code == "i.5"));
    let changed =
        Edit::change(id, &answer(&place, "I.5"), &Answer { note: "4 chi bộ".into(), ..answer(&place, "I.5") });
    assert_eq!(office.act(save(&changed)).unwrap(), Outcome::Saved(id));

    office.act(Action::OpenVisit(place.visit)).unwrap();
    office.act(Action::CloseVisit { visit: place.visit, end: NaiveTime::from_hms_opt(11, 5, 0), facts: None }).unwrap();
    let late = Edit::create(office.session.fresh_id(), &answer(&place, "I.6"));
    assert!(matches!(office.act(save(&late)), Err(Error::Sealed { .. })));
    let remove = Action::Remove { kind: Kind::ANSWER, id, reason: String::new() };
    assert!(matches!(office.act(remove), Err(Error::Sealed { .. })));
}

#[test]
fn the_answers_of_two_laptops_to_one_criterion_are_both_kept_and_told() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let ours = office.create(place.scope, &answer(&place, "I.5"));
    office.act(Action::Remove { kind: Kind::ANSWER, id: ours, reason: "gõ nhầm".into() }).unwrap();
    let other = Answer { note: "5 chi bộ".into(), score: Some(4), self_score: Some(8), ..answer(&place, "I.5") };
    let theirs = office.create(place.scope, &other);
    office.act(Action::Restore { kind: Kind::ANSWER, id: ours }).unwrap();
    let view = checklist(&office, place.visit);
    let row = view.criteria.iter().find(|row| row.node.criterion.code == "I.5").unwrap();
    let kept: Vec<_> = row.answers.iter().map(|row| (row.id, row.record.note.as_str())).collect();
    assert_eq!(kept, [(ours, "nể nang trong 3 chi bộ"), (theirs, "5 chi bộ")]);
    assert_eq!((view.coverage.looked_at, view.coverage.scored), (1, 0), "nobody said yet which score counts");
    let minutes = office.preview(place.visit);
    assert!(minutes.contains("Nể nang trong 3 chi bộ") && minutes.contains("5 chi bộ"), "{minutes}");
}

#[test]
fn an_answer_outside_the_chosen_list_is_kept_in_sight() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let stray = office.create(place.scope, &answer(&place, "I.5"));
    let before = support::song_lam();
    let after = Delegation { checklist: "tp-85".into(), ..before.clone() };
    let edit = Edit::change(place.delegation, &before, &after);
    office.act(Action::Save { scope: place.scope, edits: vec![edit] }).unwrap();
    let view = checklist(&office, place.visit);
    assert_eq!(view.info, None);
    assert_eq!(view.strays.iter().map(|row| row.id).collect::<Vec<_>>(), [stray]);
}
