//! Files of units, members and checklists: shown first, taken whole or not at all, and once.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use std::path::{Path, PathBuf};

use bienban::domain::{Kind, Role};
use bienban::session::{Action, Error, Fate, Fault, ImportView, ImportWhat, Outcome, Query, Session, View};
use bienban::tables::TableError;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use support::{Office, planned};

fn file(office: &Office, name: &str, content: &str) -> PathBuf {
    let path = office.folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn look(session: &Session, what: ImportWhat, path: &Path) -> ImportView {
    match session.ask(&Query::Import { what, path: path.to_owned() }).unwrap() {
        View::Import(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn take(office: &mut Office, what: ImportWhat, path: &Path) -> [usize; 4] {
    let view = look(&office.session, what, path);
    let outcome = office.act(Action::Save { scope: view.scope, edits: view.edits.clone() }).unwrap();
    assert_eq!(outcome == Outcome::Unchanged, view.edits.is_empty());
    view.counts()
}

fn units(office: &Office) -> Vec<(String, usize)> {
    let View::Units(view) = office.session.ask(&Query::Units).unwrap() else { panic!() };
    view.units.into_iter().map(|row| (row.unit.record.name, row.depth)).collect()
}

fn faults(view: &ImportView) -> Vec<(usize, Fault)> {
    let wrong = |row: &bienban::session::ImportRow| match &row.fate {
        Fate::Wrong(fault) => Some((row.line, fault.clone())),
        _ => None,
    };
    view.rows.iter().filter_map(wrong).collect()
}

#[test]
fn units_come_with_parents_that_stand_later_in_the_file_and_only_once() {
    let mut office = Office::new();
    let text = "\u{feff}Tên đơn vị;Cấp trên;Ghi chú;Làm điểm\nChi bộ 1;Đảng ủy xã A;;x\nChi bộ 1;Đảng ủy xã B;;\n\
                Đảng ủy xã A;;gần;\nĐảng ủy xã B;;;\n";
    let path = file(&office, "don-vi.csv", text);
    assert_eq!(take(&mut office, ImportWhat::Units, &path), [4, 0, 0, 0]);
    let mut found = units(&office);
    found.sort();
    assert_eq!(
        found,
        [("Chi bộ 1".into(), 1), ("Chi bộ 1".into(), 1), ("Đảng ủy xã A".into(), 0), ("Đảng ủy xã B".into(), 0)]
    );
    assert_eq!(take(&mut office, ImportWhat::Units, &path), [0, 0, 4, 0]);
    let path = file(&office, "don-vi.csv", &text.replace(";gần;", ";xa;"));
    assert_eq!(take(&mut office, ImportWhat::Units, &path), [0, 1, 3, 0]);
}

#[test]
fn one_wrong_row_stops_the_whole_file_and_every_wrong_row_is_named() {
    let office = Office::new();
    let text = "name,parent,pilot\nA,B,\nB,A,\n,A,\nC,Không có,\nD,,có thể\nE,,\nE,,\n";
    let view = look(&office.session, ImportWhat::Units, &file(&office, "x.csv", text));
    let found = faults(&view);
    assert_eq!(found[0], (2, Fault::Ring));
    assert_eq!(found[1], (3, Fault::Ring));
    assert_eq!(found[2], (4, Fault::Empty("name")));
    assert_eq!(found[3], (5, Fault::NoParent("Không có".into())));
    assert_eq!(found[4], (6, Fault::Flag("có thể".into())));
    assert_eq!(found[5], (8, Fault::Twice(7)));
    assert!(view.edits.is_empty() && view.counts() == [1, 0, 0, 6], "{:?}", view.counts());
}

#[test]
fn a_name_that_two_units_have_is_asked_about() {
    let mut office = Office::new();
    let path = file(&office, "a.csv", "tên,cấp trên\nA,\nB,\nChi bộ,A\nChi bộ,B\n");
    take(&mut office, ImportWhat::Units, &path);
    let view = look(&office.session, ImportWhat::Units, &file(&office, "b.csv", "ten,ghi chu\nchi bộ,x\n"));
    assert!(matches!(&faults(&view)[0].1, Fault::Several(name, _) if name == "chi bộ"));
    let view = look(&office.session, ImportWhat::Units, &file(&office, "c.csv", "ten,ma\nChi bộ,mới\n"));
    assert_eq!(view.counts(), [1, 0, 0, 0]);
}

#[test]
fn members_come_from_a_workbook_with_dates_in_cells() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["Họ và tên", "Chức vụ", "Vai trò", "Phụ trách", "Từ ngày"]) {
        sheet.write(0, column, name).unwrap();
    }
    sheet
        .write(1, 0, "Trần Thị Bình")
        .unwrap()
        .write(1, 1, "Phó Chủ nhiệm")
        .unwrap()
        .write(1, 2, "phó trưởng đoàn")
        .unwrap();
    let date = ExcelDateTime::from_ymd(2024, 3, 5).unwrap();
    sheet.write_with_format(1, 4, &date, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    sheet.write(2, 0, "Lê Minh Châu").unwrap().write(2, 3, 5).unwrap();
    let path = office.folder.path().join("doan.xlsx");
    book.save(&path).unwrap();
    let what = ImportWhat::People(place.delegation);
    assert_eq!(take(&mut office, what, &path), [1, 1, 0, 0]);
    let View::Delegation(view) = office.session.ask(&Query::Delegation(place.delegation)).unwrap() else { panic!() };
    let binh = &view.members.iter().find(|row| row.record.name == "Trần Thị Bình").unwrap().record;
    assert_eq!((binh.role, binh.posts[0].from), (Role::Deputy, Some(support::day("2024-03-05"))));
    let chau = &view.members.iter().find(|row| row.record.name == "Lê Minh Châu").unwrap().record;
    assert_eq!((chau.area.as_str(), chau.posts[0].title.as_str()), ("5", "Kiểm tra viên"));
    assert_eq!(take(&mut office, what, &path), [0, 0, 2, 0]);
}

#[test]
fn wrong_members_are_told_by_row() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let text = "họ tên,chức vụ,vai trò\nA,Bí thư từ 31/2/2024,\nB,,cố vấn\n";
    let view = look(&office.session, ImportWhat::People(place.delegation), &file(&office, "p.csv", text));
    assert_eq!(faults(&view), [(2, Fault::Date("31/2/2024".into())), (3, Fault::Role("cố vấn".into()))]);
}

#[test]
fn local_items_come_below_the_built_in_ones_and_an_office_completes_a_wording() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let rows: String = (0..58).map(|at| format!("I.{}.{at},tiểu mục {at},,\n", at % 9 + 1)).collect();
    let text = format!("mã,tiêu đề,lời văn,đã đối chiếu\n{rows}I.5,,Nguyên văn đã đối chiếu,có\n");
    let path = file(&office, "85.csv", &text);
    assert_eq!(take(&mut office, ImportWhat::Checklist, &path), [58, 1, 0, 0]);
    let View::Checklist(view) = office.session.ask(&Query::Checklist(place.visit)).unwrap() else { panic!() };
    assert_eq!((view.coverage.items, view.coverage.items + view.coverage.sub_items), (27, 85));
    let fifth = view.criteria.iter().find(|row| row.node.criterion.code == "I.5").unwrap();
    assert_eq!(fifth.node.criterion.official_text(), Some("Nguyên văn đã đối chiếu"));
    assert_eq!(take(&mut office, ImportWhat::Checklist, &path), [0, 0, 59, 0]);
}

#[test]
fn a_list_of_its_own_comes_from_toml_and_mistakes_are_named_by_line() {
    let mut office = Office::new();
    let text = "id = \"tp\"\ntitle = \"Danh mục tỉnh\"\n[[groups]]\ncode = \"I\"\ntitle = \"Một\"\n\
                [[groups.items]]\ncode = \"I.1\"\ntitle = \"a\"\n";
    let path = file(&office, "tp.toml", text);
    assert_eq!(take(&mut office, ImportWhat::Checklist, &path), [3, 0, 0, 0]);
    assert_eq!(take(&mut office, ImportWhat::Checklist, &path), [0, 0, 3, 0]);
    let path = file(&office, "sai.toml", "[[criteria]]\nparent = \"X.9\"\ncode = \"X.9.a\"\ntitle = \"x\"\n");
    let view = look(&office.session, ImportWhat::Checklist, &path);
    assert_eq!(faults(&view), [(3, Fault::NoParent("X.9".into()))]);
    let path = file(&office, "hong.toml", "[[criteria]]\ncode = \n");
    let error = office.session.ask(&Query::Import { what: ImportWhat::Checklist, path }).unwrap_err();
    assert!(matches!(error, Error::Import { line: Some(2), .. }), "{error:?}");
}

#[test]
fn an_import_is_one_change_that_is_taken_back_at_once() {
    let mut office = Office::new();
    let path = file(&office, "a.csv", "tên,cấp trên\nA,\nB,A\n");
    take(&mut office, ImportWhat::Units, &path);
    let undone = office.act(Action::Undo(bienban::domain::ScopeId::Office)).unwrap();
    let Outcome::TakenBack(records) = undone else { panic!("{undone:?}") };
    assert_eq!(records.iter().filter(|record| record.kind == Kind::UNIT).count(), 2);
}

/// Imports two units of one name and what the state audit and an inspectorate left open.
fn audited(office: &mut Office) -> PathBuf {
    planned(office);
    let path = file(
        office,
        "don-vi.csv",
        "tên,cấp trên\nĐảng ủy xã A,\nĐảng ủy xã B,\nChi bộ,Đảng ủy xã A\nChi bộ,Đảng ủy xã B\n",
    );
    take(office, ImportWhat::Units, &path);
    let text = "\u{feff}STT;Đơn vị;Nguồn;Văn bản;Ngày;Nội dung;Người thực hiện;Thời hạn;Phân loại;Tiêu chí;Số lần đã chuyển;Kết quả\n\
                1;huyện ủy thạch khê;Kiểm toán nhà nước khu vực II;15-KL/KT;5/3/2024;Thu hồi 1.250 triệu đồng;Ban Thường vụ; 30/6/2024;tài chính;I.5, I.6;1;đang làm\n\
                2;Huyện ủy Thạch Khê;Thanh tra tỉnh;;;Rà soát 12 hồ sơ;Văn phòng; ;;;;\n\
                3;Huyện ủy Thạch Khê;Thanh tra tỉnh;07-KL/TTr;;Rà soát 12 hồ sơ;;;;;;\n";
    file(office, "theo-doi.csv", text)
}

fn outside(office: &Office) -> Vec<bienban::session::ItemView> {
    let View::Register(view) = office.session.ask(&Query::Register(bienban::session::Filter::default())).unwrap()
    else {
        panic!()
    };
    let item = |row: bienban::session::RegisterRow<'_>| match office.session.ask(&Query::Item(row.item.id)).unwrap() {
        View::Item(view) => *view,
        other => panic!("{other:?}"),
    };
    view.rows.iter().map(item).collect()
}

#[test]
fn what_other_bodies_left_open_comes_once_with_everything_a_list_says_of_it() {
    let mut office = Office::new();
    let path = audited(&mut office);
    let what = ImportWhat::Outside(None);
    let view = look(&office.session, what, &path);
    assert_eq!((view.counts(), view.unused), ([3, 0, 0, 0], vec!["STT".to_owned(), "Kết quả".to_owned()]));
    assert_eq!(take(&mut office, what, &path), [3, 0, 0, 0]);
    let rows = outside(&office);
    let first = rows.first().unwrap();
    let item = &first.item;
    assert_eq!(
        (first.unit.as_str(), &*item.source, &*item.text, &*item.class),
        ("Huyện ủy Thạch Khê", "Kiểm toán nhà nước khu vực II (15-KL/KT)", "Thu hồi 1.250 triệu đồng", "tài chính")
    );
    assert_eq!((item.raised, item.due), (Some(support::day("2024-03-05")), Some(support::day("2024-06-30"))));
    assert_eq!(
        (&*item.doers, &*item.criteria),
        (&["Ban Thường vụ".to_owned()][..], &["I.5".to_owned(), "I.6".to_owned()][..])
    );
    assert_eq!(rows.len(), 3);
    assert_eq!(take(&mut office, what, &path), [0, 0, 3, 0]);
    // A list of later days changes what it says and leaves the rest; an empty cell takes nothing away.
    let text = "nội dung,nguồn,văn bản,đơn vị,thời hạn\nthu hồi 1.250 triệu đồng,KIỂM TOÁN NHÀ NƯỚC khu vực II,15-kl/kt,Huyện ủy Thạch Khê,31/12/2024\n";
    let path = file(&office, "moi.csv", text);
    let view = look(&office.session, what, &path);
    let Fate::Changed(changes) = &view.rows[0].fate else { panic!("{view:?}") };
    assert!(changes.contains(&("due", "30/6/2024".into(), "31/12/2024".into())), "{changes:?}");
    assert_eq!(take(&mut office, what, &path), [0, 1, 0, 0]);
    assert_eq!(outside(&office).len(), 3);
    assert_eq!(take(&mut office, what, &path), [0, 0, 1, 0]);
}

#[test]
fn wrong_rows_of_a_list_of_items_are_named_and_nothing_is_taken() {
    let mut office = Office::new();
    audited(&mut office);
    let text = "nội dung,nguồn,đơn vị,ngày,số lần đã chuyển,mã\nx,Kiểm toán,Không có,,,\nx,Kiểm toán,Chi bộ,,,\nx,Kiểm toán,,,,\n\
                ,Kiểm toán,Đảng ủy xã A,,,\nx,,Đảng ủy xã A,,,\nx,Kiểm toán,Đảng ủy xã A,31/2/2024,,\nx,Kiểm toán,Đảng ủy xã A,,nhiều,\n\
                x,Kiểm toán,Đảng ủy xã A,,,\nX,kiểm  toán,Đảng ủy xã A,,2,\ny,Kiểm toán,Đảng ủy xã A,,,ABCD\n";
    let view = look(&office.session, ImportWhat::Outside(None), &file(&office, "sai.csv", text));
    let found = faults(&view);
    assert!(matches!(&found[1], (3, Fault::SeveralUnits(name, _)) if name == "Chi bộ"), "{:?}", found[1]);
    let others: Vec<(usize, Fault)> = found.into_iter().filter(|(line, _)| *line != 3).collect();
    let wanted = [
        (2, Fault::NoUnit("Không có".into())),
        (4, Fault::Empty("unit")),
        (5, Fault::Empty("text")),
        (6, Fault::Empty("source")),
        (7, Fault::Date("31/2/2024".into())),
        (8, Fault::Number("nhiều".into())),
        (10, Fault::Twice(9)),
        (11, Fault::NoReference("ABCD".into())),
    ];
    assert_eq!((others.as_slice(), view.edits.len()), (wanted.as_slice(), 0));
}

#[test]
fn a_reference_finds_an_item_whatever_else_changes_and_a_unit_of_several() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let path = file(&office, "a.csv", "nội dung,nguồn\nThu hồi,Kiểm toán\n");
    assert_eq!(faults(&look(&office.session, ImportWhat::Outside(None), &path)), [(2, Fault::Empty("unit"))]);
    let what = ImportWhat::Outside(Some(place.unit));
    assert_eq!(take(&mut office, what, &path), [1, 0, 0, 0]);
    let reference = outside(&office)[0].item.id.reference();
    let text = format!("mã,nội dung,đơn vị\n{},Thu hồi đủ,{}\n", reference.to_lowercase(), place.unit.reference());
    let path = file(&office, "b.csv", &text);
    assert_eq!(take(&mut office, ImportWhat::Outside(None), &path), [0, 1, 0, 0]);
    assert_eq!(&*outside(&office)[0].item.text, "Thu hồi đủ");
    assert_eq!(take(&mut office, ImportWhat::Outside(None), &path), [0, 0, 1, 0]);
    let view = look(
        &office.session,
        what,
        &file(&office, "c.csv", &format!("nội dung,nguồn,mã\nthu hồi đủ,Kiểm toán,\nx,Kiểm toán,{reference}\n")),
    );
    assert_eq!(faults(&view), [(3, Fault::Twice(2))]);
}

/// Rows of a few names, so that they meet each other: name, unit above or post, note or area, and whether it says "new".
fn rows() -> impl Strategy<Value = Vec<(String, String, String, bool)>> {
    let name = prop::sample::select(vec!["Đảng ủy A", "Đảng ủy B", "Chi bộ", "chi  bộ", "Ánh", ""]);
    let above = prop::sample::select(vec!["", "", "Đảng ủy A", "Đảng ủy B", "Chi bộ"]);
    let note = prop::sample::select(vec!["", "gần", "xa; cách trở"]);
    let row = (name, above, note, prop::bool::weighted(0.2));
    let row = row.prop_map(|(name, above, note, new)| (name.to_owned(), above.to_owned(), note.to_owned(), new));
    prop::collection::vec(row, 1..6)
}

fn table(head: &str, rows: &[(String, String, String, bool)]) -> String {
    let line = |(name, above, note, new): &(String, String, String, bool)| {
        format!("{name},{above},{note},{}\n", if *new { "mới" } else { "" })
    };
    format!("{head}\n{}", rows.iter().map(line).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_second_import_of_any_file_changes_nothing(files in prop::collection::vec(rows(), 1..4)) {
        let mut office = Office::new();
        let place = planned(&mut office);
        for (what, head) in [
            (ImportWhat::Units, "tên,cấp trên,ghi chú,mã"),
            (ImportWhat::People(place.delegation), "tên,chức vụ,phụ trách,mã"),
            (ImportWhat::Outside(Some(place.unit)), "nội dung,nguồn,văn bản,mã"),
        ] {
            for rows in &files {
                let path = file(&office, "x.csv", &table(head, rows));
                let view = look(&office.session, what, &path);
                prop_assert_eq!(view.rows.len(), view.counts().iter().sum::<usize>());
                prop_assert!(!view.is_wrong() || view.edits.is_empty());
                if view.is_wrong() {
                    continue;
                }
                take(&mut office, what, &path);
                let again = look(&office.session, what, &path);
                prop_assert!(again.edits.is_empty() && again.counts()[2] == again.rows.len(), "{:?}", again.rows);
            }
        }
    }
}

#[test]
fn a_unit_that_stands_elsewhere_is_moved_only_by_its_reference() {
    let mut office = Office::new();
    let path = file(&office, "a.csv", "tên,cấp trên\nA,\nB,\nChi bộ,A\n");
    take(&mut office, ImportWhat::Units, &path);
    let text = "tên,cấp trên,mã\nChi bộ,B,MÃ\n";
    let view = look(&office.session, ImportWhat::Units, &file(&office, "b.csv", &text.replace("MÃ", "")));
    let [(2, Fault::Elsewhere(_, reference))] = &faults(&view)[..] else { panic!("{view:?}") };
    let path = file(&office, "b.csv", &text.replace("MÃ", reference));
    assert_eq!(take(&mut office, ImportWhat::Units, &path), [0, 1, 0, 0]);
    let path = file(&office, "a.csv", "tên,cấp trên,mã\nChi bộ,A,mới\n");
    assert_eq!(take(&mut office, ImportWhat::Units, &path), [1, 0, 0, 0]);
    assert_eq!(take(&mut office, ImportWhat::Units, &path), [0, 0, 1, 0]);
}

#[test]
fn two_members_of_one_name_are_told_apart_by_reference_or_not_at_all() {
    let mut office = Office::new();
    let what = ImportWhat::People(planned(&mut office).delegation);
    let text = "tên,chức vụ,mã\nTrần Văn Ba,Bí thư,mới\nTrần Văn Ba,Kế toán,mới\n";
    let path = file(&office, "a.csv", text);
    assert_eq!(take(&mut office, what, &path), [2, 0, 0, 0]);
    assert_eq!(take(&mut office, what, &path), [0, 0, 2, 0]);
    let view = look(&office.session, what, &file(&office, "b.csv", "tên,phụ trách\ntrần văn ba,khối xã\n"));
    let [(2, Fault::Several(_, which))] = &faults(&view)[..] else { panic!("{view:?}") };
    let (first, second) = which.split_once(", ").unwrap();
    let text = format!("tên,phụ trách,mã\nTrần Văn Ba,khối xã,{first}\nTrần Văn Ba,khối huyện,{second}\n");
    let path = file(&office, "b.csv", &text);
    assert_eq!(take(&mut office, what, &path), [0, 2, 0, 0]);
    let text = format!("tên,phụ trách,mã\nTrần Văn Ba,x,{first}\nBa,y,{first}\n");
    assert_eq!(faults(&look(&office.session, what, &file(&office, "b.csv", &text))), [(3, Fault::Twice(2))]);
}

#[test]
fn a_workbook_is_read_as_a_person_would_type_it() {
    let mut office = Office::new();
    let mut book = Workbook::new();
    book.add_worksheet();
    let sheet = book.add_worksheet();
    let cells = [["Tên", "Ghi chú", "Làm điểm"], ["Đảng ủy xã A", "", ""], ["Đảng ủy xã B", "", ""]];
    for (row, cells) in (2..).zip(cells) {
        for (column, cell) in (1..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    sheet.write(3, 2, 3204.0).unwrap().write(3, 3, true).unwrap().write(4, 2, 0.5).unwrap().write(4, 3, 0).unwrap();
    let path = office.folder.path().join("don-vi.xlsx");
    book.save(&path).unwrap();
    let view = look(&office.session, ImportWhat::Units, &path);
    assert_eq!(view.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 5]);
    assert_eq!(take(&mut office, ImportWhat::Units, &path), [2, 0, 0, 0]);
    let View::Units(view) = office.session.ask(&Query::Units).unwrap() else { panic!() };
    let found: Vec<_> = view.units.iter().map(|row| (row.unit.record.note.as_str(), row.unit.record.pilot)).collect();
    assert_eq!(found, [("3204", true), ("0.5", false)]);
}

#[test]
fn a_file_that_is_no_table_is_refused_as_a_whole() {
    let office = Office::new();
    let refused = |name: &str, bytes: &[u8], what: ImportWhat| {
        let path = office.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        match office.session.ask(&Query::Import { what, path }).unwrap_err() {
            Error::Import { line, fault, .. } => (line, fault),
            other => panic!("{other:?}"),
        }
    };
    let units = ImportWhat::Units;
    assert_eq!(refused("a.csv", b"name\nT\xean\n", units), (Some(2), Fault::Table(TableError::NotUtf8(2))));
    let checklist = ImportWhat::Checklist;
    let bytes = b"id = \"tp\"\ntitle = \"T\xean\"\n";
    assert_eq!(refused("a.toml", bytes, checklist), (Some(2), Fault::Table(TableError::NotUtf8(2))));
    assert_eq!(refused("b.csv", b"", units), (None, Fault::Table(TableError::Empty)));
    assert_eq!(
        refused("c.csv", "mã,ghi chú\nx,y\n".as_bytes(), units),
        (None, Fault::NoColumn("name", "mã, ghi chú".into()))
    );
    let missing = office.session.ask(&Query::Import { what: units, path: office.folder.path().into() }).unwrap_err();
    assert!(matches!(missing, Error::ImportFile { .. }), "{missing:?}");
}

#[test]
fn a_checklist_in_a_table_takes_parents_later_in_it_and_refuses_rings_and_depth() {
    let mut office = Office::new();
    let path = file(&office, "a.csv", "mã;tiêu đề;cấp trên\nIV.1;một;IV\nIV;Nhóm bốn;\n");
    assert_eq!(take(&mut office, ImportWhat::Checklist, &path), [2, 0, 0, 0]);
    assert_eq!(take(&mut office, ImportWhat::Checklist, &path), [0, 0, 2, 0]);
    let text = "mã;tiêu đề;cấp trên\nV;x;VI\nVI;y;V\nI.5.a;x;I.5\nI.5.a.b;x;I.5.a\nI.5.A;y;I.5\n;x;\n";
    let view = look(&office.session, ImportWhat::Checklist, &file(&office, "b.csv", text));
    let wrong =
        [(2, Fault::Ring), (3, Fault::Ring), (5, Fault::TooDeep), (6, Fault::Twice(4)), (7, Fault::Empty("code"))];
    assert_eq!((faults(&view).as_slice(), view.edits.len()), (wrong.as_slice(), 0));
}
