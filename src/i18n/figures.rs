//! What is said of figures: how they were understood, and what in them does not add up.

use super::both::both;

both! {
    /// The words of figures.
    struct Figures;
    words {
        within_cap: "trong mức trần", "within the cap";
        over_cap: "vượt trần", "over the cap";
        base_good: "xếp loại tốt", "ranked good";
        base_good_or_better: "xếp loại tốt và xuất sắc", "ranked good or excellent";
        base_all: "được xếp loại", "ranked";
        ranking: "xếp loại", "ranking";
        range: "khoảng số phải tăng dần", "a range must rise";
        slashes: "quá hai số cách nhau bằng dấu /, chưa rõ đâu là tổng", "more than two numbers with slashes; which is the whole is not clear";
        grouping: "chưa rõ là số nào; hàng nghìn viết 1.250, số lẻ viết 12,5", "which number is meant is not clear; thousands are written 1.250, decimals 12,5";
    }
    sentences {
        percent_right(ratio: &str, percent: &str): format!("{ratio} = {percent}%: khớp"), format!("{ratio} = {percent}%: agrees");
        percent_wrong(ratio: &str, percent: &str, stated: &str): format!("{ratio} = {percent}% – báo cáo ghi {stated}%: lệch"), format!("{ratio} = {percent}% – the report says {stated}%: does not agree");
        percent(ratio: &str, percent: &str): format!("{ratio} = {percent}%"), format!("{ratio} = {percent}%");
        pair(first: &str, second: &str): format!("{first}; {second}: hai số riêng, không tính tỷ lệ"), format!("{first}; {second}: two counts, no percent");
        two_nouns(first: &str, second: &str, stated: &str): format!("{first} và {second} là hai loại khác nhau, không tính tỷ lệ – báo cáo ghi {stated}%: cần hỏi lại"), format!("{first} and {second} are two different things, so there is no percent – the report says {stated}%: ask again");
        alone(percent: &str): format!("{percent}%: không có số để tính lại"), format!("{percent}%: no numbers to compute it from");
        sum_right(terms: &str, sum: &str): format!("{terms} = {sum}: khớp tổng"), format!("{terms} = {sum}: agrees with the total");
        sum(terms: &str, sum: &str): format!("{terms} = {sum}"), format!("{terms} = {sum}");
        sum_wrong(terms: &str, sum: &str, total: &str): format!("{terms} = {sum} – ghi tổng {total}: lệch"), format!("{terms} = {sum} – total given as {total}: does not agree");
        cap(top: &str, base: &str, of: &str, share: &str, percent: &str, most: &str, verdict: &str): format!("xuất sắc {top}/{base} {of}{share}; trần {percent}% là {most}: {verdict}"), format!("excellent {top}/{base} {of}{share}; the cap of {percent}% is {most}: {verdict}");
        doubt(part: &str, why: &str): format!("“{part}”: {why}"), format!("“{part}”: {why}");
        part_over_whole(part: &str, whole: &str): format!("{part}/{whole}: phần lớn hơn tổng, không lưu được; sửa lại số rồi Enter. Vượt chỉ tiêu thì ghi rõ “chỉ tiêu” hoặc tỷ lệ trên 100%."), format!("{part}/{whole}: the part is more than the whole, so it is not saved; correct the line, then Enter. Of a target that was exceeded write “chỉ tiêu”, or the percent beyond 100.");
        whole_is_zero(part: &str): format!("{part}/0: tổng bằng 0, không lưu được; sửa lại số trong dòng rồi Enter."), format!("{part}/0: the whole is 0, so it is not saved; correct the line, then Enter.");
    }
    lists {}
}
