//! What an office types beside Vietnamese words, and what keys do beside typing them.

use super::hand::{Hand, TELEX, VNI, typed};

#[test]
fn abbreviations_with_a_barred_d_come_out_right() {
    for (telex, vni, text) in [
        ("HDDND", "HD9ND", "HĐND"),
        ("QDD", "QD9", "QĐ"),
        ("QDDi", "QD9i", "QĐi"),
        ("TCCSDD", "TCCSD9", "TCCSĐ"),
        ("DDV", "D9V", "ĐV"),
        ("DDBQH", "D9BQH", "ĐBQH"),
        ("TCDD", "TCD9", "TCĐ"),
        ("DDU", "D9U", "ĐU"),
        ("BTVDDU", "BTVD9U", "BTVĐU"),
        ("LDDLDD", "LD9LD9", "LĐLĐ"),
        ("08-QDDi/TW", "08-QD9i/TW", "08-QĐi/TW"),
        ("30/2020/NDD-CP", "30/2020/ND9-CP", "30/2020/NĐ-CP"),
        ("84/QDD-UBND", "84/QD9-UBND", "84/QĐ-UBND"),
        ("BB/DDKT", "BB/D9KT", "BB/ĐKT"),
        ("hddnd", "hd9nd", "hđnd"),
        ("qdd", "qd9", "qđ"),
        ("DDaif PT-TH", "D9ai2 PT-TH", "Đài PT-TH"),
        ("5.000dd", "5.000d9", "5.000đ"),
    ] {
        for (style, keys) in [(TELEX, telex), (VNI, vni)] {
            assert_eq!(typed(&format!("{keys} "), style), format!("{text} "), "{keys}");
            assert_eq!(typed(&format!("{keys}⏎"), style), text, "{keys}");
        }
    }
}

#[test]
fn names_of_places_in_minority_languages_come_out_right() {
    for (telex, vni, text) in [
        ("DDawks Lawks", "D9a81k La81k", "Đắk Lắk"),
        ("DDAWKS LAWKS", "D9A8K1 LA8K1", "ĐẮK LẮK"),
        ("ddawks lawks", "d9a8k1 la8k1", "đắk lắk"),
        ("Ddawks R'tish", "D9a8k1 R'ti1h", "Đắk R'tíh"),
        ("Ddawks R’tish", "D9a8k1 R’tih1", "Đắk R’tíh"),
        ("Kroong Nangw", "Kro6ng Nang8", "Krông Năng"),
        ("Kroong Buks", "Kro6ng Buk1", "Krông Búk"),
        ("Krông Pawcs", "Krông Pa8c1", "Krông Pắc"),
        ("Kon Ploong", "Kon Plo6ng", "Kon Plông"),
        ("Chuw Pawh", "Chu7 Pa8h", "Chư Păh"),
        ("Chuw Puwh", "Chu7 Pu7h", "Chư Pưh"),
        ("M'Drawks", "M'Dra8k1", "M'Drắk"),
        ("Cuw Juts", "Cu7 Jut1", "Cư Jút"),
        ("EE-ddee", "E6-d9e6", "Ê-đê"),
        ("DDak Ddoa", "D9ak D9oa", "Đak Đoa"),
        ("Mang Yang", "Mang Yang", "Mang Yang"),
        ("Pleiku", "Pleiku", "Pleiku"),
        ("Ea H'leo", "Ea H'leo", "Ea H'leo"),
    ] {
        for (style, keys) in [(TELEX, telex), (VNI, vni)] {
            assert_eq!(typed(&format!("{keys} "), style), format!("{text} "), "{keys}");
        }
    }
}

#[test]
fn what_is_not_vietnamese_stays_as_typed() {
    for words in [
        "TW BCH UBKT BTV BTC VKSND TAND MTTQ KH-XH PCTN UBND BHXH CNTT THCS QPAN",
        "Windows windows website Website report office issue password server data test mail email",
        "offices issues passwords tests users reset session message error traffic staff success",
        "facebook zalo internet online file excel word video laptop scan pdf photo wifi taxi visa virus",
        "book Book look root boot meet keep week street speed free problem from program project",
        "Microsoft Google Samsung iPhone Covid-19 ISO KPI ADSL SWOT",
        "04-NQ/TW 50-CT/TW 31-KH/TU 84/2025/QH15 16/11/2016 98,71% 32.560 7K2QX 8:05 /tw",
        "nguyenvana@example.vn hoas@example.com toans.nguyenx@vp.gov.vn as@b.vn bos_1@c.vn",
        "https://example.gov.vn/tos/hoaf?x=as http://a.vn/tos ftp://moos www.hoas.vn",
        "Ctrl+S F1 <30/4 ^7K2QX #4 !! >> -- ++",
    ] {
        for word in words.split(' ') {
            assert_eq!(typed(&format!("{word} "), TELEX), format!("{word} "));
            assert_eq!(typed(&format!("{word}⏎"), TELEX), word);
            assert_eq!(typed(&format!("{word} "), VNI), format!("{word} "));
        }
    }
}

#[test]
fn digits_are_digits_where_no_word_stands_before_them() {
    for (keys, text) in [
        ("19/7/2019 ", "19/7/2019 "),
        ("ngay2 19 tha1ng 7 na8m 2019 ", "ngày 19 tháng 7 năm 2019 "),
        ("nam2025 ", "nam2025 "),
        ("QH15 ", "QH15 "),
        ("TT01 ", "TT01 "),
        ("5.120qua6n2 chu1ng ", "5.120qua6n2 chúng "),
        ("14 gio72 30 ", "14 giờ 30 "),
        ("(12) 5a6 ", "(12) 5a6 "),
    ] {
        assert_eq!(typed(keys, VNI), text);
    }
    assert_eq!(typed("5.120quaanf chungs ", TELEX), "5.120quần chúng ");
}

#[test]
fn a_mark_typed_again_takes_the_mark_back() {
    for (keys, text) in [
        ("ass", "as"),
        ("tess", "tes"),
        ("aaa", "aa"),
        ("ddd", "dd"),
        ("oww", "ow"),
        ("uww", "uw"),
        ("tww", "tw"),
        ("DDD", "DD"),
        ("HDDD", "HDD"),
        ("casss", "cass"),
        ("toansz", "toan"),
        ("toansf", "toàn"),
        ("toanz", "toanz"),
        ("xooong", "xoong"),
    ] {
        assert_eq!(typed(&format!("{keys} "), TELEX), format!("{text} "), "{keys}");
    }
    for (keys, text) in [("a11", "a1"), ("a66", "a6"), ("d99", "d9"), ("toan10", "toan"), ("toan12", "toàn")] {
        assert_eq!(typed(&format!("{keys} "), VNI), format!("{text} "), "{keys}");
    }
}

#[test]
fn w_alone_is_a_letter_after_an_onset_only() {
    for (keys, text) in [
        ("nhw", "như"),
        ("twf", "từ"),
        ("thws", "thứ"),
        ("ddwowcj", "được"),
        ("dduowcj", "được"),
        ("giwx", "giữ"),
        ("ngwowif", "người"),
        ("w", "w"),
        ("W", "W"),
        ("TW", "TW"),
        ("TUW", "TƯ"),
    ] {
        assert_eq!(typed(&format!("{keys} "), TELEX), format!("{text} "), "{keys}");
    }
}

#[test]
fn a_word_is_decided_when_it_ends() {
    for (keys, text) in [("meet", "mêt"), ("meet ", "meet "), ("meet⏎", "meet"), ("meets.", "mết."), ("ddoot.", "đôt.")]
    {
        assert_eq!(typed(keys, TELEX), text);
    }
}

#[test]
fn backspace_within_a_word_leaves_it_to_be_typed_on() {
    for (keys, text) in [
        ("vieejt⌫t", "việt"),
        ("vieejt⌫⌫eets", "viết"),
        ("tieesng⌫⌫⌫⌫ieesng", "tiếng"),
        ("hoas⌫n", "hón"),
        ("nguwowif⌫⌫⌫uowif", "người"),
        ("HDDND⌫⌫ND", "HĐND"),
        ("toan ⌫s", "toán"),
        ("QDDi⌫⌫⌫QDD", "QĐ"),
    ] {
        assert_eq!(typed(keys, TELEX), text, "{keys}");
    }
}

#[test]
fn the_keys_of_a_word_can_be_had_back() {
    for (keys, text) in [
        ("tets↶", "tets"),
        ("tets ↶", "tets "),
        ("tets, ↶", "tets, "),
        ("tets ↶↶", "tets "),
        ("tieesng vieejt↶", "tiếng vieejt"),
        ("tets↶f", "tetsf"),
        ("tets↶ tets", "tets tét"),
        ("website ↶", "website "),
        ("↶", ""),
        ("HDDND ↶", "HDDND "),
        ("tets. Toons↶", "tét. Toons"),
    ] {
        assert_eq!(typed(keys, TELEX), text, "{keys}");
    }
}

#[test]
fn a_finished_word_of_the_text_is_not_decided_anew() {
    let mut hand = Hand::new(TELEX);
    hand.text = "vieet".replace("ee", "ê");
    hand.write(" ↶");
    assert_eq!(hand.text, "viêt ");
    hand.text = "test".to_owned();
    hand.write("s ");
    assert_eq!(hand.text, "tests ");
    hand.text = "toan".to_owned();
    hand.write("s ");
    assert_eq!(hand.text, "toán ");
}

#[test]
fn what_stood_in_the_text_is_not_unmade_by_what_is_typed_behind_it() {
    let mut hand = Hand::new(TELEX);
    hand.text = "tiến".to_owned();
    hand.write("vieet.");
    assert_eq!(hand.text, "tiếnvieet.");
    hand.text = "viêt".to_owned();
    hand.write("h ");
    assert_eq!(hand.text, "viêth ");
}
