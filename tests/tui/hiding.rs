//! One key, or a quiet while, hides everything; an encrypted store is closed meanwhile and asks for its passphrase.

use bienban::i18n::Language;
use bienban::session::{Cost, Passphrase, Session};
use bienban::tui::testing::App;
use bienban::typing::Choice;

use super::stage::{Stage, with_a_visit};

const PASSPHRASE: &str = "suối mây họp lúc tám giờ";

/// The stage of a visit, its store encrypted, the program started on it.
pub(crate) fn encrypted() -> Stage {
    let Stage { app, clock, folder } = with_a_visit();
    app.close().unwrap();
    let data = folder.path().join("data");
    let (session, _) = Session::open(&data, clock.clone()).unwrap();
    session.encrypt(&Passphrase::typed(PASSPHRASE), Some(Cost { memory_kib: 8, passes: 1 })).unwrap();
    let app = App::open(&data, clock.clone(), (80, 24)).unwrap();
    Stage { app, clock, folder }
}

/// A stage with the visit open and a line half typed.
fn half_typed() -> Stage {
    let mut stage = encrypted();
    stage.app.write(PASSPHRASE).press("Enter");
    let app = stage.at("08:05");
    app.press("Enter Enter o i").write("-- tự phê bình còn nể");
    assert!(app.screen().contains("tự phê bình còn nể"), "{}", app.screen());
    stage
}

fn shows_nothing(app: &App) {
    for words in ["Sông Lam", "Thạch Khê", "tự phê bình", "Dòng ghi"] {
        assert!(!app.screen().contains(words), "{}", app.screen());
    }
}

#[test]
fn the_passphrase_is_asked_before_the_first_screen() {
    let mut stage = encrypted();
    let app = &mut stage.app;
    shows_nothing(app);
    assert!(app.screen().contains("Mật khẩu:"), "{}", app.screen());
    app.write("sai rồi sai rồi");
    assert!(!app.screen().contains("sai") && app.screen().contains("•••"), "{}", app.screen());
    app.press("Tab");
    assert!(app.screen().contains("sai rồi sai rồi"));
    app.press("Enter");
    shows_nothing(app);
    assert!(app.screen().contains("Mật khẩu không đúng") && app.is_locked(), "{}", app.screen());
    app.write("x").press("Ctrl+U").write(PASSPHRASE).press("Enter");
    assert!(app.screen().contains("Sông Lam") && !app.is_locked(), "{}", app.screen());
}

#[test]
fn the_built_in_typing_leaves_the_passphrase_alone_and_a_decomposed_one_is_the_same() {
    let mut stage = encrypted();
    let app = &mut stage.app;
    app.remember(Choice::Telex).write("aas dd w").press("Tab");
    assert!(app.screen().contains("aas dd w"), "{}", app.screen());
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(PASSPHRASE).collect();
    app.press("Ctrl+U").write(&decomposed).press("Enter");
    assert!(!app.is_locked());
}

#[test]
fn a_key_locks_at_once_and_the_line_is_where_it_was_afterwards() {
    let mut stage = half_typed();
    let data = stage.data();
    let app = &mut stage.app;
    app.press("F8");
    shows_nothing(app);
    assert!(app.is_locked());
    app.press("q Esc F1 Ctrl+P Ctrl+G n").write("abc");
    shows_nothing(app);
    assert!(Session::open(&data, stage.clock.clone()).is_err(), "nobody has the folder, and it is encrypted");
    app.press("Ctrl+U").write(PASSPHRASE).press("Enter");
    assert!(app.screen().contains("tự phê bình còn nể") && app.screen().contains("Dòng ghi"), "{}", app.screen());
    app.write(" nang").press("Enter");
    assert!(app.screen().contains("tự phê bình còn nể nang"), "{}", app.screen());
}

#[test]
fn the_unfinished_line_outlives_a_kill_while_locked() {
    let mut stage = half_typed();
    stage.app.press("F8");
    let mut stage = stage.killed_and_started_again();
    stage.app.write(PASSPHRASE).press("Enter");
    stage.app.press("Enter Enter i");
    assert!(stage.app.screen().contains("tự phê bình còn nể"), "{}", stage.app.screen());
}

#[test]
fn a_quiet_while_locks_with_one_wake_and_then_nothing_wakes() {
    let mut stage = half_typed();
    let app = &mut stage.app;
    app.lock_after(5).press("Esc");
    app.wait(4 * 60_000);
    assert!(!app.is_locked());
    app.press("Down").wait(4 * 60_000);
    assert!(!app.is_locked(), "a key begins the time anew");
    app.wait(60_000 + 1);
    assert!(app.is_locked() && app.is_idle(), "{}", app.screen());
    shows_nothing(app);
}

#[test]
fn it_never_locks_by_itself_where_that_is_settled_and_after_a_quarter_of_an_hour_where_nothing_is() {
    let mut stage = half_typed();
    stage.app.wait(14 * 60_000);
    assert!(!stage.app.is_locked());
    stage.app.wait(60_001);
    assert!(stage.app.is_locked());
    stage.app.write(PASSPHRASE).press("Enter").lock_after(0);
    stage.app.wait(600 * 60_000);
    assert!(!stage.app.is_locked());
}

#[test]
fn a_plain_store_is_only_hidden_and_any_key_shows_it_again() {
    let mut stage = with_a_visit();
    let app = &mut stage.app;
    let before = app.screen();
    app.press("F8");
    shows_nothing(app);
    assert!(!app.is_locked() && app.screen().contains("Nhấn phím bất kỳ"), "{}", app.screen());
    app.press("d");
    assert_eq!(app.screen(), before, "the key itself does nothing");
    app.speak(Language::English).press("F8");
    assert!(app.screen().contains("Any key"), "{}", app.screen());
    app.press("Ctrl+Q");
    assert!(app.left());
}

#[test]
fn what_is_typed_before_the_store_says_that_it_is_encrypted_is_its_passphrase() {
    let mut stage = encrypted();
    stage.app.paste(&format!("{PASSPHRASE}\nrm -rf")).press("Enter");
    assert!(!stage.app.is_locked());
}

#[test]
fn no_editor_of_ones_own_gets_a_text_of_an_encrypted_store() {
    let mut stage = half_typed();
    stage.app.edit_with("true").press("F4");
    assert!(stage.app.screen().contains("Dữ liệu đang được mã hóa"), "{}", stage.app.screen());
    assert!(!stage.data().join("editing").exists());
}

#[test]
fn a_passphrase_given_beforehand_opens_the_store_once_and_what_is_typed_meanwhile_is_no_part_of_it() {
    let Stage { app, clock, folder } = encrypted();
    app.close().unwrap();
    let data = folder.path().join("data");
    let given = |text: &str| App::open_given(&data, clock.clone(), (80, 24), Some(Passphrase::typed(text))).unwrap();
    let mut app = given(PASSPHRASE);
    assert!(!app.is_locked() && app.screen().contains("Sông Lam"), "{}", app.screen());
    app.press("F8").press("Enter");
    assert!(app.is_locked() && app.screen().contains("Mật khẩu:"), "only the first time: {}", app.screen());
    app.close().unwrap();

    let mut app = given("không phải mật khẩu");
    assert!(app.is_locked() && app.screen().contains("Mật khẩu không đúng"), "{}", app.screen());
    app.write(PASSPHRASE).press("Enter");
    assert!(!app.is_locked(), "{}", app.screen());
}
