//! The pictures of the guide and of the README: real screens, drawn anew when the program changes.
//!
//! `BIENBAN_UPDATE_GOLDEN=1 cargo test --test tui pictures` draws them; without it, the test fails where one is stale.

use std::path::{Path, PathBuf};

use bienban::i18n::Language;
use bienban::typing::Choice;

use super::stage::{Stage, empty};
use super::svg;
use super::tour::{demonstration, until};

/// A picture: its name, the window, how one gets there, and what it shows, in both languages.
struct Picture {
    name: &'static str,
    size: (u16, u16),
    drawn: fn(Language) -> Stage,
    shows: [&'static str; 2],
}

fn first_run(language: Language) -> Stage {
    let mut stage = empty();
    stage.app.speak(language);
    stage
}

/// The first screen of the demonstration, the tour put away.
fn home(language: Language) -> Stage {
    let mut stage = demonstration();
    stage.app.speak(language).press("Ctrl+X").wait(20_000);
    stage
}

/// The visit of the demonstration that is going on, the caret in the capture line.
fn visit(language: Language) -> Stage {
    let mut stage = home(language);
    let going_on = if language == Language::English { "going on" } else { "đang diễn ra" };
    until(stage.app.press("g"), "Down", going_on);
    stage.app.press("Enter").wait(20_000);
    stage
}

fn capture(language: Language) -> Stage {
    let mut stage = visit(language);
    stage.app.write("-- hồ sơ giao đất chưa đầy đủ @Bình !2").press("Enter");
    stage.app.write(">> rà soát hồ sơ giao đất @Hải <15/5/2027 ^");
    stage
}

fn figures(language: Language) -> Stage {
    let mut stage = visit(language);
    stage.app.write("## 39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%");
    stage
}

fn chain(language: Language) -> Stage {
    let mut stage = visit(language);
    stage.app.press("Esc");
    until(&mut stage.app, "Up", "xếp loại chạy theo");
    stage.app.press("l");
    stage
}

fn carried(language: Language) -> Stage {
    let mut stage = visit(language);
    stage.app.press("Esc b 2").write("đã rà soát 31/46 hồ sơ").press("Ctrl+S").wait(20_000);
    stage
}

fn checks(language: Language) -> Stage {
    let mut stage = visit(language);
    stage.app.press("Esc w Down Down Down");
    stage
}

fn minutes(language: Language) -> Stage {
    let mut stage = visit(language);
    stage.app.press("Esc p");
    stage
}

fn tour(language: Language) -> Stage {
    let mut stage = demonstration();
    stage.app.speak(language);
    let going_on = if language == Language::English { "going on" } else { "đang diễn ra" };
    until(stage.app.press("g"), "Down", going_on);
    stage.app.press("Enter").write("++ chi bộ sinh hoạt đúng kỳ").press("Enter");
    stage.app.write("## 39/3.204 đảng viên, đạt 1,21%").wait(20_000);
    stage
}

static PICTURES: [Picture; 9] = [
    Picture {
        name: "first-run",
        size: (80, 24),
        drawn: first_run,
        shows: ["Lần mở đầu tiên: màn hình nói việc cần làm trước", "The first run: the screen says what to do first"],
    },
    Picture {
        name: "tour",
        size: (80, 24),
        drawn: tour,
        shows: [
            "Phần làm quen ở cuối màn hình, bước ghi số liệu",
            "The tour at the bottom of the screen, at the step of figures",
        ],
    },
    Picture {
        name: "home",
        size: (92, 24),
        drawn: home,
        shows: [
            "Màn hình đầu: buổi làm việc hôm nay, việc còn mở, các Đoàn",
            "The first screen: visits of today, what is open, delegations",
        ],
    },
    Picture {
        name: "capture",
        size: (92, 24),
        drawn: capture,
        shows: [
            "Một buổi làm việc đang ghi, dòng ghi ở cuối màn hình",
            "A visit being written down, the capture line at the bottom",
        ],
    },
    Picture {
        name: "figures",
        size: (92, 20),
        drawn: figures,
        shows: [
            "Tỷ lệ được tính lại khi đang gõ: 39/3.204 là 1,22%, báo cáo ghi 1,21%",
            "A percentage computed while it is typed: 39 of 3,204 is 1.22 %, the report says 1.21 %",
        ],
    },
    Picture {
        name: "chain",
        size: (92, 20),
        drawn: chain,
        shows: [
            "Một hạn chế với nguyên nhân, trách nhiệm, đề nghị",
            "A shortcoming with its causes, who answers for it, what is asked",
        ],
    },
    Picture {
        name: "carried",
        size: (92, 24),
        drawn: carried,
        shows: ["Việc kỳ trước của đơn vị và kết quả khắc phục", "What was left open before, with verdicts"],
    },
    Picture {
        name: "checks",
        size: (92, 24),
        drawn: checks,
        shows: ["Việc cần xem lại trước khi biên bản đi", "What to look at before the minutes leave"],
    },
    Picture {
        name: "minutes",
        size: (92, 28),
        drawn: minutes,
        shows: ["Biên bản trên màn hình", "The minutes on screen"],
    },
];

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

const LANGUAGES: [(&str, Language); 2] = [("vi", Language::Vietnamese), ("en", Language::English)];

#[test]
fn the_pictures_are_what_the_program_shows() {
    let folder = docs().join("pictures");
    let update = std::env::var_os("BIENBAN_UPDATE_GOLDEN").is_some();
    let mut stale = Vec::new();
    for picture in &PICTURES {
        for ((code, language), words) in LANGUAGES.into_iter().zip(picture.shows) {
            let mut stage = (picture.drawn)(language);
            stage.app.remember(Choice::Telex).resize(picture.size.0, picture.size.1);
            let drawn = svg::of(&stage.app, words);
            let path = folder.join(format!("{code}-{}.svg", picture.name));
            if update {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &drawn).unwrap();
            }
            if std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != drawn {
                stale.push(path.display().to_string());
            }
        }
    }
    assert!(stale.is_empty(), "stale; BIENBAN_UPDATE_GOLDEN=1 draws them anew: {stale:#?}");
}

#[test]
fn every_picture_is_in_its_guide_and_every_picture_that_is_named_is_there() {
    let readme = std::fs::read_to_string(docs().join("../README.md")).unwrap();
    for (code, guide) in [("vi", "huong-dan.md"), ("en", "guide.md")] {
        let guide = std::fs::read_to_string(docs().join(guide)).unwrap();
        for picture in &PICTURES {
            let named = format!("](pictures/{code}-{}.svg)", picture.name);
            assert!(guide.contains(&named), "{named}");
        }
        assert_eq!(guide.matches("](pictures/").count(), PICTURES.len());
    }
    assert!(readme.contains("](docs/pictures/vi-capture.svg)"));
}
