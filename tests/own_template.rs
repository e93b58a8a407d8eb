//! A delegation that chose a template of its office: used, missing, broken – and never replaced unasked.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{Delegation, Edit};
use bienban::i18n::Language;
use bienban::session::{Action, Error, Outcome, Query, Settings, View, explain};
use support::{Office, files, opened, song_lam};

fn markdown(office: &Office, query: &Query) -> Result<String, Error> {
    match office.session.ask(query)? {
        View::Preview(view) => Ok(view.markdown),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_template_is_used_as_chosen_and_never_replaced_unasked() {
    let Office { folder, clock, session } = Office::new();
    let config = folder.path().join("config");
    let session = session.with_settings(Settings::read(&config).unwrap());
    let mut office = Office { folder, clock, session };
    let place = opened(&mut office);
    let chosen = Delegation { template: "mẫu tỉnh".into(), ..song_lam() };
    let edits = vec![Edit::change(place.delegation, &song_lam(), &chosen)];
    office.act(Action::Save { scope: place.scope, edits }).unwrap();
    let texts = Language::Vietnamese.texts();

    // Missing: told with its name and folder; nothing is written.
    let own = Query::Preview(place.visit);
    let missing = markdown(&office, &own).unwrap_err();
    assert!(matches!(missing, Error::NoTemplate { .. }) && missing.is_of_template());
    let said = explain::error(&missing, texts);
    for words in ["mẫu tỉnh", "templates", "mẫu có sẵn"] {
        assert!(said.contains(words), "no {words:?} in {said}");
    }
    let out = office.folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    let export = |built_in| Action::Export { visit: place.visit, folder: out.clone(), built_in };
    assert!(matches!(office.act(export(false)), Err(Error::NoTemplate { .. })));
    assert!(files(&out).is_empty());
    // The one shipped is there for the asking.
    assert!(markdown(&office, &Query::PreviewBuiltIn(place.visit)).unwrap().contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
    assert!(matches!(office.act(export(true)), Ok(Outcome::Exported(_))));

    // Copied: listed, chosen, used.
    let templates = Settings::read(&config).unwrap().templates;
    let path = templates.copy("bien-ban-nha-nuoc", "mẫu tỉnh").unwrap();
    assert_eq!(templates.own().unwrap(), ["mẫu tỉnh"]);
    let used = markdown(&office, &own).unwrap();
    assert!(used.contains("mau: \"mẫu tỉnh\"") && used.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));

    // Broken: told with file, line, column and the field that was meant.
    std::fs::write(&path, "một\nhai {{ head.palce }}\n").unwrap();
    let said = explain::error(&markdown(&office, &own).unwrap_err(), texts);
    for words in ["mẫu tỉnh.md.j2, dòng 2, cột 8", "“head.palce”", "“head.place”"] {
        assert!(said.contains(words), "no {words:?} in {said}");
    }
    let reading = Query::ReadBack { visit: place.visit, built_in: false };
    assert!(office.session.ask(&reading).unwrap_err().is_of_template());
    std::fs::write(&path, b"m\xff").unwrap();
    assert!(explain::error(&markdown(&office, &own).unwrap_err(), texts).contains("UTF-8"));
    let (_, mistakes) = templates.check("mẫu tỉnh").unwrap();
    assert_eq!(mistakes.len(), 1);
}
