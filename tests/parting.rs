//! Splitting an entry in two and merging two: nothing is lost, and each is one change.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{Edit, Entry, EntryKind, FollowUp, Kind, RecordId};
use bienban::session::{Action, Error, Outcome, Query, View, line_of};
use proptest::prelude::*;
use support::{Office, Thachkhe, morning, opened};

fn split(office: &mut Office, visit: RecordId, id: RecordId, behind: &str) -> Result<Outcome, Error> {
    let line = line_of(&office.entry(visit, id).record);
    let at = line.find(behind).map_or(line.len(), |at| at + behind.len());
    office.act(Action::Split { entry: id, line, at })
}

/// Three faults, the second with a cause linked to it, a list of names and a due recommendation.
fn with_faults() -> (Office, Thachkhe, [RecordId; 4]) {
    let mut office = Office::new();
    let place = opened(&mut office);
    let one = office.capture(place.visit, "-- tự phê bình còn nể nang #I.5 !2");
    let two = office.capture(place.visit, "-- một số chi bộ chậm nộp báo cáo; sổ biên bản ghi sơ sài @An #I.6");
    let cause = office.capture(place.visit, "~c kiểm tra chưa thường xuyên ^");
    let three = office.capture(place.visit, "-- hồ sơ lưu thiếu #I.6");
    let before = office.entry(place.visit, two).record;
    let after = Entry { private_names: vec!["chi bộ Trạm Y tế".into()], ..before.clone() };
    office.act(Action::ChangeEntry(Edit::change(two, &before, &after))).unwrap();
    (office, place, [one, two, cause, three])
}

#[test]
fn an_entry_is_split_where_its_line_is_cut_and_put_together_again() {
    let (mut office, place, [_, two, cause, _]) = with_faults();
    let whole = office.entry(place.visit, two).record;
    split(&mut office, place.visit, two, "báo cáo;").unwrap();
    let rows = office.visit(place.visit).entries;
    assert_eq!(rows.len(), 5);
    let (first, second) = (&rows[1], &rows[2]);
    assert_eq!((first.id, first.record.text.as_str()), (two, "một số chi bộ chậm nộp báo cáo;"));
    assert_eq!(second.record.text, "sổ biên bản ghi sơ sài");
    assert_eq!((&second.record.people, &second.record.criteria), (&whole.people, &whole.criteria));
    assert_eq!((&second.record.private_names, second.record.author), (&whole.private_names, whole.author));
    assert_eq!(second.record.noted_at, whole.noted_at);
    assert_eq!(office.entry(place.visit, cause).record.links, [two], "the cause stays with the first part");

    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(office.visit(place.visit).entries.len(), 4);
    assert_eq!(office.entry(place.visit, two).record, whole, "one undo takes both parts back");
    office.act(Action::Redo(place.scope)).unwrap();
    office.act(Action::Merge(two)).unwrap();
    assert_eq!(office.entry(place.visit, two).record, whole);
}

#[test]
fn a_cut_beside_the_words_or_through_a_mark_is_refused() {
    let (mut office, place, [one, two, ..]) = with_faults();
    for (id, behind) in [(one, "--"), (one, "#I."), (two, "@\"Nguyễn"), (one, "not there")] {
        let refused = split(&mut office, place.visit, id, behind);
        assert!(matches!(refused, Err(Error::NoCut)), "{behind}: {refused:?}");
    }
    assert_eq!(office.visit(place.visit).entries.len(), 4);
}

#[test]
fn what_was_typed_before_the_cut_is_stored_with_it() {
    let (mut office, place, [one, ..]) = with_faults();
    let line = "-- tự phê bình còn nể nang, né tránh. Chưa có người nhận trách nhiệm #I.5 !3 ^";
    let at = line.find("Chưa").unwrap();
    office.act(Action::Split { entry: one, line: line.into(), at }).unwrap();
    let texts = office.texts(place.visit);
    // The link to an entry above the first one leads nowhere, so it stays text, as it does when a line is edited.
    assert_eq!(texts[..2], ["tự phê bình còn nể nang, né tránh.", "Chưa có người nhận trách nhiệm ^"]);
    assert_eq!(office.entry(place.visit, one).record.severity.map(|severity| severity.level()), Some(3));
}

#[test]
fn two_entries_become_one_with_everything_that_was_linked_to_either() {
    let (mut office, place, [one, two, cause, _]) = with_faults();
    let (before, below) = (office.entry(place.visit, one).record, office.entry(place.visit, two).record);
    assert_eq!(office.act(Action::Merge(one)).unwrap(), Outcome::Saved(one));
    let joined = office.entry(place.visit, one).record;
    assert_eq!(joined.text, format!("{}; {}", before.text, below.text));
    assert_eq!(
        (joined.criteria.as_slice(), joined.severity),
        (&["I.5".to_owned(), "I.6".to_owned()][..], before.severity)
    );
    assert_eq!((&joined.people, &joined.private_names), (&below.people, &below.private_names));
    assert_eq!(office.entry(place.visit, cause).record.links, [one]);
    let View::Trash(trash) = office.session.ask(&Query::Trash(place.scope)).unwrap() else { panic!() };
    assert_eq!((trash.items[0].id, trash.items[0].reason.as_str()), (two, format!("→ {}", one.reference()).as_str()));
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(office.entry(place.visit, one).record, before);
    assert_eq!(office.entry(place.visit, two).record, below);
    assert_eq!(office.entry(place.visit, cause).record.links, [two]);
}

#[test]
fn entries_that_differ_or_are_followed_are_not_merged_and_it_is_said_why() {
    let (mut office, place, [_, two, cause, three]) = with_faults();
    assert!(matches!(office.act(Action::Merge(two)), Err(Error::Differ(fields)) if fields == ["kind"]));
    assert!(matches!(office.act(Action::Merge(three)), Err(Error::NothingBelow)));
    office.act(Action::Remove { kind: Kind::ENTRY, id: cause, reason: String::new() }).unwrap();
    let act = FollowUp { date: Some(morning().date_naive()), by: "An".into(), ..FollowUp::default() };
    office.act(Action::Follow { items: vec![three], follow_up: act }).unwrap();
    assert!(matches!(office.act(Action::Merge(two)), Err(Error::Followed { id, .. }) if id == three));
    office
        .act(Action::CloseVisit {
            visit: place.visit,
            end: morning().time().overflowing_add_signed(chrono::TimeDelta::hours(2)).0.into(),
            facts: None,
        })
        .unwrap();
    assert!(matches!(office.act(Action::Merge(two)), Err(Error::Sealed { .. })));
    assert!(matches!(split(&mut office, place.visit, two, "chi bộ"), Err(Error::Sealed { .. })));
}

#[test]
fn a_list_without_room_between_two_entries_gets_new_places() {
    let (mut office, place, [one, two, cause, three]) = with_faults();
    let order = office.entry(place.visit, two).record.order;
    let before = office.entry(place.visit, one).record;
    // Two laptops may have made the same index.
    let crowded = Entry { order, ..before.clone() };
    office.act(Action::ChangeEntry(Edit::change(one, &before, &crowded))).unwrap();
    split(&mut office, place.visit, one, "phê bình").unwrap();
    let rows = office.visit(place.visit).entries;
    let ids: Vec<RecordId> = rows.iter().map(|row| row.id).filter(|id| [one, two, cause, three].contains(id)).collect();
    assert_eq!((rows.len(), ids), (5, vec![one, two, cause, three]));
    assert_eq!(rows[1].record.text, "còn nể nang");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_letter_is_lost_wherever_a_line_is_cut(text in "[a-zâđ@#.;]{1,6}( [a-zâđ@\"!<^]{1,6}){0,5}", at in 0usize..60) {
        let mut office = Office::new();
        let place = opened(&mut office);
        let id = office.capture(place.visit, &format!("-- x {text}"));
        let before = office.entry(place.visit, id).record;
        let line = line_of(&before);
        let at = (0..=at.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        match office.act(Action::Split { entry: id, line, at }) {
            Ok(_) => {
                let texts = office.texts(place.visit);
                prop_assert_eq!(texts.len(), 2);
                prop_assert_eq!(letters(&texts.concat()), letters(&before.text));
            }
            Err(error) => {
                prop_assert!(matches!(error, Error::NoCut), "{error:?}");
                prop_assert_eq!(office.entry(place.visit, id).record, before);
            }
        }
    }
}

#[test]
fn a_figure_that_cannot_be_is_refused_in_either_half() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "## kết nạp 12 đảng viên; quán triệt 3.118/3.204 đảng viên");
    let line = "## kết nạp 12 đảng viên; quán triệt 3.304/3.204 đảng viên".to_owned();
    let at = line.find("; ").unwrap() + 1;
    let refused = office.act(Action::Split { entry: id, line, at });
    assert!(matches!(refused, Err(Error::Impossible(_))), "{refused:?}");
    assert_eq!(office.entry(place.visit, id).record.kind, EntryKind::Figure);
    assert_eq!(office.visit(place.visit).entries.len(), 1);
}
