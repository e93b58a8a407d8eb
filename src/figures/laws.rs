//! Figures as people type them, and what holds for every text.

use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Vec<Figure> {
    read_figures(text).into_iter().map(|reading| reading.figure).collect()
}

fn count(amount: Amount, noun: &str) -> Count {
    Count { amount, noun: noun.into() }
}

fn exact(number: u64, noun: &str) -> Figure {
    Figure::Count(count(Amount::Exact(number), noun))
}

fn about(nearness: Nearness, number: u64, noun: &str) -> Figure {
    Figure::Count(count(Amount::About(nearness, number), noun))
}

fn between(least: u64, most: u64, noun: &str) -> Figure {
    Figure::Count(count(Amount::Between(least, most), noun))
}

fn percent(digits: u64, places: u32) -> Decimal {
    Decimal::new(digits, places).unwrap()
}

fn ratio(part: u64, whole: u64, noun: &str, stated: Option<Decimal>) -> Figure {
    Figure::Ratio(Ratio { part, whole, noun: noun.into(), stated })
}

fn classes(subject: &str, classes: &[(&str, u64)], total: u64) -> Figure {
    let classes = classes.iter().map(|(class, count)| ((*class).to_owned(), *count)).collect();
    Figure::Classes(Classes { subject: subject.into(), classes, total, shares: Vec::new() })
}

fn ranking(subject: &str, counts: [u64; 4], total: Option<u64>) -> Figure {
    Figure::Ranking(Ranking { subject: subject.into(), counts: counts.map(Some), total, shares: [None; 4] })
}

#[test]
fn counts_are_read_with_their_nouns() {
    for (text, figures) in [
        ("tổ chức 46 lớp", vec![exact(46, "lớp")]),
        ("46", vec![exact(46, "")]),
        ("5.120quần chúng", vec![exact(5_120, "quần chúng")]),
        ("tổ chức 46 lớp; 512quần chúng tham gia", vec![exact(46, "lớp"), exact(512, "quần chúng tham gia")]),
        ("nhận trên 180 đơn", vec![about(Nearness::Over, 180, "đơn")]),
        ("trên 20", vec![about(Nearness::Over, 20, "")]),
        ("Gần 5.300 lượt người", vec![about(Nearness::Nearly, 5_300, "lượt người")]),
        ("khoảng 40 hộ, hơn 12 thôn", vec![about(Nearness::Around, 40, "hộ"), about(Nearness::Over, 12, "thôn")]),
        ("1 đến 2 buổi", vec![between(1, 2, "buổi")]),
        ("3–5", vec![between(3, 5, "")]),
        ("3-5 chi bộ", vec![between(3, 5, "chi bộ")]),
        ("3 - 5 chi bộ", vec![between(3, 5, "chi bộ")]),
        ("cấp 12,5 ha đất", vec![Figure::Count(count(Amount::Measure(percent(125, 1)), "ha đất"))]),
        ("trong số 46 hồ sơ có 7 hồ sơ thiếu", vec![exact(46, "hồ sơ"), exact(7, "hồ sơ thiếu")]),
        ("mỗi năm 4 kỳ", vec![exact(4, "kỳ")]),
        ("hướng dẫn 15 đơn vị", vec![exact(15, "đơn vị")]),
        ("200 giờ làm thêm", vec![exact(200, "giờ làm thêm")]),
        ("2020 đảng viên", vec![exact(2_020, "đảng viên")]),
        ("12 đơn trên 3 xã", vec![exact(12, "đơn"), about(Nearness::Over, 3, "xã")]),
        ("5.120 qua\u{302}\u{300}n chúng", vec![exact(5_120, "qua\u{302}\u{300}n chúng")]),
    ] {
        assert_eq!(read(text), figures, "{text}");
    }
}

#[test]
fn a_ratio_takes_the_percent_that_is_stated_for_it() {
    for (text, figures) in [
        ("1.204/1.250 đảng viên, đạt 96,32%", vec![ratio(1_204, 1_250, "đảng viên", Some(percent(9_632, 2)))]),
        ("44/8.147 (0,53%)", vec![ratio(44, 8_147, "", Some(percent(53, 2)))]),
        ("44/8.147 hộ (chiếm 0,53 %)", vec![ratio(44, 8_147, "hộ", Some(percent(53, 2)))]),
        (
            "quán triệt nghị quyết 3.118/3.204 đảng viên, báo cáo ghi đạt 97,32%",
            vec![ratio(3_118, 3_204, "đảng viên", Some(percent(9_732, 2)))],
        ),
        (
            "39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%",
            vec![ratio(39, 3_204, "đảng viên", Some(percent(121, 2)))],
        ),
        (
            "39/3.204 đảng viên, Báo cáo số 218-BC/HU ghi 1,21%",
            vec![ratio(39, 3_204, "đảng viên", Some(percent(121, 2)))],
        ),
        ("1.204/1.250 đảng viên 96,32%", vec![ratio(1_204, 1_250, "đảng viên", Some(percent(9_632, 2)))]),
        ("đạt 96,32% (1.204/1.250 đảng viên)", vec![ratio(1_204, 1_250, "đảng viên", Some(percent(9_632, 2)))]),
        ("96 phần trăm", vec![Figure::Percent(percent(96, 0))]),
        ("9/11 xã", vec![ratio(9, 11, "xã", None)]),
        ("12 chi bộ/46 chi bộ", vec![ratio(12, 46, "chi bộ", None)]),
        ("12 chi bộ/46, đạt 26,09%", vec![ratio(12, 46, "chi bộ", Some(percent(2_609, 2)))]),
        ("9/11 xã, 100% chi bộ có khuyết điểm", vec![ratio(9, 11, "xã", None), Figure::Percent(percent(100, 0))]),
        ("9/11 xã đạt chuẩn; đạt 81,82%", vec![ratio(9, 11, "xã", None), Figure::Percent(percent(8_182, 2))]),
        (
            "1.512 lượt/987 vụ việc",
            vec![Figure::Pair(count(Amount::Exact(1_512), "lượt"), count(Amount::Exact(987), "vụ việc"), None)],
        ),
        (
            "tiếp 214 lượt/163 vụ việc",
            vec![Figure::Pair(count(Amount::Exact(214), "lượt"), count(Amount::Exact(163), "vụ việc"), None)],
        ),
    ] {
        assert_eq!(read(text), figures, "{text}");
    }
}

#[test]
fn classes_and_their_total_are_one_figure() {
    let four = |subject, total| vec![ranking(subject, [12, 29, 4, 1], total)];
    for (text, figures) in [
        (
            "xếp loại tổ chức cơ sở đảng: 12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành, tổng 46",
            four("tổ chức cơ sở đảng", Some(46)),
        ),
        ("12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành", four("", None)),
        ("1 không hoàn thành, 29 tốt, 4 hoàn thành và 12 xuất sắc, tổng số 46", four("", Some(46))),
        (
            "Kết quả xếp loại tập thể lãnh đạo, quản lý: 12 hoàn thành xuất sắc nhiệm vụ; 29 hoàn thành tốt nhiệm vụ; \
             4 hoàn thành nhiệm vụ; 1 không hoàn thành nhiệm vụ; tổng cộng 46",
            four("tập thể lãnh đạo, quản lý", Some(46)),
        ),
        (
            "đảng viên: xuất sắc 12, tốt 29, hoàn thành 4, không hoàn thành 1, tổng số: 46",
            vec![ranking("đảng viên", [12, 29, 4, 1], None), exact(46, "")],
        ),
        ("đạt xuất sắc 12, đạt tốt 29, đạt hoàn thành 4, không hoàn thành 1, tổng 46 chi bộ", four("chi bộ", Some(46))),
        ("tổng 46 chi bộ: 12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành", four("chi bộ", Some(46))),
        ("xếp loại đảng viên 12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành", four("đảng viên", None)),
        (
            "biểu quyết lần hai 12 đồng ý, 2 không đồng ý, tổng 14",
            vec![classes("biểu quyết lần hai", &[("đồng ý", 12), ("không đồng ý", 2)], 14)],
        ),
        (
            "phiếu: 12 đồng ý, 2 không đồng ý, tổng 14",
            vec![classes("phiếu", &[("đồng ý", 12), ("không đồng ý", 2)], 14)],
        ),
        (
            "ý kiến các chi bộ: 30 nhất trí; 2 không nhất trí; tổng 32",
            vec![classes("ý kiến các chi bộ", &[("nhất trí", 30), ("không nhất trí", 2)], 32)],
        ),
        ("nhận 5 đơn, giải quyết 3 đơn", vec![exact(5, "đơn"), exact(3, "đơn")]),
    ] {
        assert_eq!(read(text), figures, "{text}");
    }
}

#[test]
fn what_is_no_figure_is_passed_over() {
    for text in [
        "ngày 19/7/2019",
        "5.3.2026 và 5-3-2026",
        "trước 30/4",
        "dịp 2/9, lễ 30/4, ngày 5",
        "từ 14 giờ 30 phút",
        "lúc 8:05, 8h05, 8h",
        "Báo cáo số 218-BC/HU, 04-NQ/TW, 30/2020/NĐ-CP, 84/2025/QH15, 08-QĐi/TW",
        "trang 7",
        "năm 2023",
        "giai đoạn 2020-2025",
        "từ 2020 đến 2025",
        "tiêu chí I.5, II.4",
        "Nghị quyết Trung ương 4 khóa XII",
        "Chỉ thị 05 của Bộ Chính trị",
        "Quyết định số 15",
        "tháng 3/2026",
        "thôn 5, khu 7, mục 2b",
        "(1) kiểm điểm",
        "1. Tổ chức",
        "ngày 19 tháng 7 năm 2019",
        "",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn what_is_not_certain_is_told_and_not_guessed() {
    use FigureDoubt::{Grouping, Range, Slashes};
    for (text, doubt) in [
        ("1.20 đơn", Grouping),
        ("1,250 đảng viên", Grouping),
        ("1 204 đảng viên", Grouping),
        ("1.20/46 đơn", Grouping),
        ("46/1.20 đơn", Grouping),
        ("96.32%", Grouping),
        ("12/29/46 chi bộ", Slashes),
        ("5-3 lớp", Range),
    ] {
        assert_eq!(read(text).first(), Some(&Figure::Doubt(doubt)), "{text}");
    }
}

#[test]
fn a_ratio_that_cannot_be_is_found() {
    let over = |part, whole| Some(Impossible::PartOverWhole { part, whole });
    for (text, found) in [
        ("1.250/1.204 đảng viên, đạt 96,32%", over(1_250, 1_204)),
        ("12 chi bộ/9 chi bộ", over(12, 9)),
        ("30/4 chi bộ", over(30, 4)),
        // Only what was to be reached can be exceeded.
        ("120/100 chỉ tiêu", None),
        ("thu ngân sách 1.250/1.204 tỷ đồng, đạt 103,82%", None),
        ("1.250/1.204 tỷ đồng kế hoạch", None),
        ("1.250/1.204 đảng viên, đạt 99%", over(1_250, 1_204)),
        ("5/0 đơn", Some(Impossible::WholeIsZero { part: 5 })),
        ("0/0", Some(Impossible::WholeIsZero { part: 0 })),
        ("họp 30/4", None),
        ("1.204/1.250 đảng viên", None),
        ("214 lượt/163 vụ việc", None),
    ] {
        assert_eq!(impossible(text), found, "{text}");
    }
}

#[test]
fn what_does_not_add_up_is_found() {
    let found = |text| mismatches(text, Cap::default());
    assert_eq!(found("3.118/3.204 đảng viên, báo cáo ghi đạt 97,32%"), []);
    let computed = Percent::hundredths(122);
    let wrong = Mismatch::Percent { part: 39, whole: 3_204, stated: percent(121, 2), computed };
    assert_eq!(found("39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%"), [wrong]);
    let over = found("12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành, tổng 46");
    assert!(matches!(over.as_slice(), [Mismatch::Cap(check)] if check.most == 5), "{over:?}");
    assert_eq!(found("5 xuất sắc, 29 tốt, tổng 35"), [Mismatch::Sum { sum: Some(34), total: 35, terms: vec![5, 29] }]);
    assert_eq!(
        found("phiếu: 12 đồng ý, 2 không đồng ý, tổng 15"),
        [Mismatch::Sum { sum: Some(14), total: 15, terms: vec![12, 2] }]
    );
    assert_eq!(found("phiếu: 12 đồng ý, 2 không đồng ý, tổng 14"), []);
    assert_eq!(found("120/100 chỉ tiêu, đạt 120%"), []);
    assert!(matches!(found("120/100 chỉ tiêu, đạt 102%").as_slice(), [Mismatch::Percent { part: 120, .. }]));
    let nouns = found("tiếp 214 lượt/163 vụ việc, đạt 131,29%");
    assert_eq!(
        nouns,
        [Mismatch::TwoNouns { first: "lượt".into(), second: "vụ việc".into(), stated: percent(13_129, 2) }]
    );
}

#[test]
fn percents_of_single_classes_are_read_with_them_and_compared() {
    let text =
        "chi bộ: 2 xuất sắc (4,35%), 39 tốt (84,78%), 4 hoàn thành (8,7%) và 1 không hoàn thành (2,17%), tổng 46";
    let [Figure::Ranking(ranking)] = &read(text)[..] else { panic!("{:?}", read(text)) };
    assert_eq!(
        (ranking.counts, ranking.total, ranking.share(Level::Done)),
        ([Some(2), Some(39), Some(4), Some(1)], Some(46), Some(percent(87, 1)))
    );
    assert_eq!(mismatches(text, Cap::default()), []);
    let wrong = mismatches(&text.replace("84,78", "87,78"), Cap::default());
    assert!(matches!(wrong.as_slice(), [Mismatch::Percent { part: 39, whole: 46, .. }]), "{wrong:?}");
    let text = "phiếu: 12 đồng ý (85,71%); 2 không đồng ý (14,29%); tổng 14";
    assert!(matches!(&read(text)[..], [Figure::Classes(classes)] if classes.shares.len() == 2), "{:?}", read(text));
    assert_eq!(mismatches(text, Cap::default()), []);
}

fn noun() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["đảng viên", "lượt", "vụ việc", "đơn", "chi bộ", "hồ sơ kê khai"]).prop_map(str::to_owned)
}

fn figure() -> impl Strategy<Value = Figure> {
    let nearness = prop::sample::select(vec![Nearness::Over, Nearness::Under, Nearness::Nearly, Nearness::Around]);
    let stated = prop::option::of((0u64..10_000, 0u32..4).prop_map(|(digits, places)| percent(digits, places)));
    let levels = prop::array::uniform4(0u64..1_000_000);
    prop_oneof![
        (any::<u64>(), noun()).prop_map(|(number, noun)| exact(number, &noun)),
        (nearness, any::<u64>(), noun()).prop_map(|(nearness, number, noun)| about(nearness, number, &noun)),
        (0u64..u64::MAX / 2, 1u64..1_000_000, noun()).prop_map(|(least, more, noun)| between(
            least,
            least + more,
            &noun
        )),
        (any::<u64>(), any::<u64>(), noun(), stated.clone()).prop_map(|(a, b, noun, stated)| ratio(
            a.min(b),
            a.max(b).max(1),
            &noun,
            stated
        )),
        (any::<u64>(), any::<u64>(), stated.clone()).prop_map(|(visits, cases, stated)| {
            Figure::Pair(count(Amount::Exact(visits), "lượt"), count(Amount::Exact(cases), "vụ việc"), stated)
        }),
        (0u64..1_000_000, 0u32..4).prop_map(|(digits, places)| Figure::Percent(percent(digits, places))),
        (0u64..1_000, 0u64..1_000, any::<u64>()).prop_map(|(yes, no, total)| classes(
            "phiếu",
            &[("đồng ý", yes), ("không đồng ý", no)],
            total
        )),
        (noun(), levels, prop::option::of(any::<u64>()))
            .prop_map(|(subject, counts, total)| ranking(&subject, counts, total)),
    ]
}

proptest! {
    #[test]
    fn what_is_printed_reads_back(figure in figure()) {
        prop_assert_eq!(read(&print_figure(&figure)), [figure]);
    }

    #[test]
    fn every_place_lies_inside_the_text_and_after_the_one_before(
        any_text in any::<String>(),
        shaped in r"([0-9]{1,4}|[./,;:%()–-]| |đến|tổng|xuất sắc|tốt|đảng viên|đạt|ghi|trên|và|giờ|ngày|năm|số|2023|á){0,40}",
    ) {
        for text in [any_text, shaped] {
            let mut end = 0;
            for reading in read_figures(&text) {
                let words = text.get(reading.range.clone());
                prop_assert!(words.is_some_and(|words| !words.is_empty()), "{text:?} {reading:?}");
                prop_assert!(end <= reading.range.start, "{text:?} {reading:?}");
                end = reading.range.end;
                if let Figure::Ratio(ratio) = &reading.figure {
                    prop_assert!(ratio.whole > 0);
                }
            }
            let _ = mismatches(&text, Cap::default());
        }
    }

    #[test]
    fn a_percent_agrees_exactly_when_it_is_the_rounded_one(part in 0u64..1_000_000, more in 0u64..1_000_000, digits in 0u64..10_001) {
        let whole = (part + more).max(1);
        let wide = (u128::from(part) * 20_000 + u128::from(whole)) / (u128::from(whole) * 2);
        let ratio = Ratio { part, whole, noun: String::new(), stated: Some(percent(digits, 2)) };
        prop_assert_eq!(u128::from(ratio.computed().as_hundredths()), wide);
        prop_assert_eq!(ratio.agrees(), Some(u128::from(digits) == wide));
        let right = Ratio { stated: Decimal::new(ratio.computed().as_hundredths(), 2), ..ratio };
        prop_assert_eq!(right.agrees(), Some(true));
    }
}
