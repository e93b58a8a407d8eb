//! Citations as people paste them, and what holds for every paste.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use chrono::Datelike;
use proptest::prelude::*;

use super::citations;
use crate::domain::LegalBasis;
use crate::figures::print_date;
use crate::text::nfc;

/// Writes a document as a line of a table: form | symbol | date | issuer | title.
fn row(basis: &LegalBasis) -> String {
    let date = basis.date.map(print_date).unwrap_or_default();
    [basis.form.as_str(), &basis.symbol, &date, &basis.issuer, &basis.title].join(" | ")
}

#[track_caller]
fn reads(pasted: &str, wanted: &[&str]) {
    let read: Vec<String> = citations(pasted).iter().map(row).collect();
    assert_eq!(read, wanted, "{pasted}");
}

#[test]
fn a_citation_falls_into_its_fields_however_it_is_written() {
    for (pasted, wanted) in [
        (
            "Chỉ thị số 50-CT/TW, ngày 07/12/2015 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng",
            "Chỉ thị | 50-CT/TW | 7/12/2015 | Bộ Chính trị | tăng cường sự lãnh đạo của Đảng",
        ),
        ("- Căn cứ Quy định số 08-QĐi/TW, ngày 25/10/2018;", "Quy định | 08-QĐi/TW | 25/10/2018 |  | "),
        (
            "Kết luận số 01-Kl/TW ngày 18-5-2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 05-CT/TW",
            "Kết luận | 01-Kl/TW | 18/5/2021 | Bộ Chính trị | tiếp tục thực hiện Chỉ thị số 05-CT/TW",
        ),
        (
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ quy định về công tác văn thư.",
            "Nghị định | 30/2020/NĐ-CP | 5/3/2020 | Chính phủ | quy định về công tác văn thư",
        ),
        (
            "Luật Thanh tra số 84/2025/QH15, ngày 25 tháng 6 năm 2025 của Quốc hội",
            "Luật Thanh tra | 84/2025/QH15 | 25/6/2025 | Quốc hội | ",
        ),
        ("Kế hoạch 31-KH/TU ngày 30.10.2016", "Kế hoạch | 31-KH/TU | 30/10/2016 |  | "),
        (
            "Nghị quyết số 04-NQ/TW, ngày 30 tháng 10 năm 2016, Hội nghị lần thứ tư Ban Chấp hành Trung ương (khóa XII) về \
             tăng cường xây dựng, chỉnh đốn Đảng",
            "Nghị quyết | 04-NQ/TW | 30/10/2016 | Hội nghị lần thứ tư Ban Chấp hành Trung ương (khóa XII) | tăng cường \
             xây dựng, chỉnh đốn Đảng",
        ),
        (
            "quy định số 101-QĐ/TW của Ban Bí thư, ngày 07/6/2012 về trách nhiệm nêu gương",
            "quy định | 101-QĐ/TW | 7/6/2012 | Ban Bí thư | trách nhiệm nêu gương",
        ),
        ("Luật Phòng, chống tham nhũng số 36/2018/QH14", "Luật Phòng, chống tham nhũng | 36/2018/QH14 |  |  | "),
        ("Hướng dẫn số: 05 -HD/UBKTTW ngày 3/ 8/2022", "Hướng dẫn | 05-HD/UBKTTW | 3/8/2022 |  | "),
        (
            "Quyết định số 412-QĐ/TU ngày 3/3/2026 của Ban Chỉ đạo Trung ương về phòng, chống tham nhũng về việc kiểm tra",
            "Quyết định | 412-QĐ/TU | 3/3/2026 | Ban Chỉ đạo Trung ương về phòng, chống tham nhũng | việc kiểm tra",
        ),
        ("Công văn số 1234 ngày 5/1/2026 của Văn phòng", "Công văn | 1234 | 5/1/2026 | Văn phòng | "),
        ("50-CT/TW, ngày 07/12/2015", " | 50-CT/TW | 7/12/2015 |  | "),
        ("1. Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", "Điều lệ Đảng Cộng sản Việt Nam |  |  |  | "),
        ("Hướng dẫn về thực hiện Quy định số 24-QĐ/TW", "Hướng dẫn |  |  |  | thực hiện Quy định số 24-QĐ/TW"),
        (
            "Chi\u{309} thi\u{323} số 50-CT/TW nga\u{300}y 07/12/2015 của Bộ Chính trị về xây dựng",
            "Chỉ thị | 50-CT/TW | 7/12/2015 | Bộ Chính trị | xây dựng",
        ),
    ] {
        reads(pasted, &[wanted]);
    }
}

#[test]
fn what_does_not_parse_stays_as_typed() {
    for (pasted, wanted) in [
        (
            "Chỉ thị số 50-CT/TW, ngày 31/2/2015 của Bộ Chính trị",
            "Chỉ thị | 50-CT/TW |  | Bộ Chính trị | ngày 31/2/2015",
        ),
        ("Chỉ thị số 50-CT/TW (bản gốc) năm 2015", "Chỉ thị | 50-CT/TW |  |  | (bản gốc) năm 2015"),
        ("các văn bản khác có liên quan", " |  |  |  | các văn bản khác có liên quan"),
        ("Chỉ thị số năm mươi về tăng cường", "Chỉ thị số năm mươi |  |  |  | tăng cường"),
    ] {
        reads(pasted, &[wanted]);
    }
    reads(" ; \n - \n", &[]);
}

#[test]
fn several_citations_come_in_one_paste() {
    let three =
        ["Nghị quyết | 04-NQ/TW | 30/10/2016 |  | ", "Quy định | 08-QĐi/TW |  |  | ", "Quy định | 101-QĐ/TW |  |  | "];
    for pasted in [
        "Nghị quyết số 04-NQ/TW, ngày 30/10/2016; Quy định số 08-QĐi/TW; Quy định số 101-QĐ/TW.",
        "Nghị quyết số 04-NQ/TW, ngày 30/10/2016\nQuy định số 08-QĐi/TW\r\nQuy định số 101-QĐ/TW",
        "- Căn cứ Nghị quyết số 04-NQ/TW, ngày 30/10/2016;\n- Căn cứ Quy định số 08-QĐi/TW;\n- Quy định số 101-QĐ/TW.",
        "Căn cứ Nghị quyết số 04-NQ/TW, ngày 30/10/2016, căn cứ Quy định số 08-QĐi/TW. Căn cứ Quy định số 101-QĐ/TW",
        "1. Nghị quyết số 04-NQ/TW, ngày\n30/10/2016; 2) Quy định số 08-QĐi/TW; và Quy định số 101-QĐ/TW",
    ] {
        reads(pasted, &three);
    }
    reads(
        "Chỉ thị số 50-CT/TW của Bộ Chính trị về tăng cường\nsự lãnh đạo của Đảng; phòng, chống lãng phí",
        &["Chỉ thị | 50-CT/TW |  | Bộ Chính trị | tăng cường sự lãnh đạo của Đảng; phòng, chống lãng phí"],
    );
    reads(
        "Kế hoạch số 5-KH/TU về thực hiện\nNghị quyết số 04-NQ/TW",
        &["Kế hoạch | 5-KH/TU |  |  | thực hiện Nghị quyết số 04-NQ/TW"],
    );
}

#[test]
fn the_same_document_is_known_by_its_symbol_in_any_case() {
    let read = |pasted: &str| citations(pasted).remove(0);
    let known = read("Kết luận số 01-KL/TW, ngày 18/5/2021");
    assert!(read("kết luận 01-Kl/tw").is_same_document(&known));
    assert!(read("Kết luận số 01 -KL/TW ngày 18/5/2021").is_same_document(&known));
    assert!(!read("Kết luận số 01-KL/TW, ngày 4/4/2016").is_same_document(&known), "the term of office before");
    assert!(!read("Kết luận số 10-KL/TW").is_same_document(&known));
    assert!(read("Căn cứ Điều lệ Đảng").is_same_document(&read("điều lệ Đảng")));
}

#[test]
fn a_document_is_named_by_its_symbol_or_by_its_own_name() {
    let named = |pasted: &str| citations(pasted).remove(0).is_named();
    assert!(named("50-CT/TW") && named("Điều lệ Đảng") && named("Hiến pháp") && named("Nghị quyết về công tác cán bộ"));
    assert!(!named("Chỉ thị") && !named("các văn bản khác"));
}

/// Counts the words of a text without the marks around them; digits without the zeros in front.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let is_part = |sign: char| sign.is_whitespace() || "-/.,;:–—•*+()“”\"«»".contains(sign);
    for word in text.split(is_part).filter(|word| !word.is_empty()) {
        let bare = word.trim_start_matches('0');
        *counts.entry(if bare.is_empty() { "0".to_owned() } else { bare.to_owned() }).or_default() += 1;
    }
    counts
}

fn any_part() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "Căn cứ",
        "căn cứ vào",
        "Theo",
        "và",
        "Chỉ thị",
        "QUY ĐỊNH",
        "Luật Phòng, chống tham nhũng",
        "Điều lệ Đảng",
        "số",
        "số:",
        "Số",
        "50-CT/TW",
        "08-QĐi/TW",
        "30/2020/NĐ-CP",
        "31 -KH/TU",
        "12",
        "ngày",
        "07/12/2015",
        "30-10-2016",
        "31/2/2016",
        "ngày 30 tháng 10 năm 2016",
        "tháng",
        "năm 2016",
        "của",
        "của Bộ Chính trị",
        "Ban Chỉ đạo Trung ương về phòng",
        "về",
        "Về việc",
        "V/v",
        "quy định",
        "tăng cường sự lãnh đạo",
        "“Học tập”",
        "(khóa XII)",
        "漢字",
        "👩‍🌾",
        ",",
        ";",
        ".",
        "-",
        "1.",
        "a)",
        "+",
        "\n",
        "\r\n",
    ]);
    prop_oneof![4 => fixed.prop_map(str::to_owned), 1 => "[0-9a-zđĐ/.,; -]{0,12}", 1 => any::<String>()]
}

proptest! {
    #[test]
    fn every_word_of_a_paste_is_in_a_field_or_only_connects(parts in prop::collection::vec(any_part(), 0..24), glued in any::<bool>()) {
        let pasted = parts.join(if glued { "" } else { " " });
        let read = citations(&pasted);
        let mut kept = BTreeMap::new();
        for basis in &read {
            let date = basis.date.map(|date| format!(" {} {} {}", date.day(), date.month(), date.year()));
            let fields = [&basis.form, &basis.symbol, &basis.issuer, &basis.title, &date.unwrap_or_default()];
            for (word, count) in fields.into_iter().flat_map(|field| words(field)) {
                *kept.entry(word).or_insert(0) += count;
            }
        }
        // A number parted by a space is one word in its field.
        let whole: String = read.iter().map(|basis| basis.symbol.as_str()).collect();
        for (word, count) in words(&nfc(&pasted)) {
            let connects = ["căn", "cứ", "vào", "theo", "thực", "hiện", "cùng", "với", "và", "số", "ngày", "tháng", "năm", "của", "về", "v"];
            let is_list_mark = word.len() <= 2 && word.chars().all(|sign| sign.is_ascii_alphanumeric());
            let is_kept = kept.get(&word).copied().unwrap_or_default() >= count;
            prop_assert!(
                is_kept || connects.contains(&word.to_lowercase().as_str()) || is_list_mark || whole.contains(&word),
                "{word:?} of {pasted:?} is not in {read:?}"
            );
        }
    }

    #[test]
    fn no_paste_breaks_the_reader(pasted in any::<String>()) {
        for basis in citations(&pasted) {
            prop_assert!(basis != LegalBasis::default());
        }
    }
}
