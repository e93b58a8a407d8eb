//! Following up: what is refused, and what the command line says of it.

use super::both::both;

both! {
    /// Words of following up.
    struct Follow;
    words {
        register: "Sổ theo dõi: mọi việc còn mở của tất cả các đoàn", "The register: everything open, over all delegations";
        of_unit: "Chỉ của đơn vị này và các đơn vị trực thuộc", "Only of this unit and those below it";
        of_delegation: "Chỉ của Đoàn này và các đoàn thành phần", "Only of this delegation and its parts";
        of_doer: "Người thực hiện có các chữ này, không cần dấu", "Words in the doers' names, with or without accents";
        of_text: "Nội dung, nguồn hoặc phân loại có các chữ này", "Words in the text, source or class";
        due_from: "Thời hạn từ ngày này", "Due on this day or later";
        due_to: "Thời hạn đến ngày này", "Due on this day or earlier";
        of_kind: "Loại: shortcoming, violation_sign, recommendation_up, recommendation_down, commitment, deep_review, outside, good_practice; nhắc lại được",
            "Kind: shortcoming, violation_sign, recommendation_up, recommendation_down, commitment, deep_review, outside, good_practice; may be repeated";
        of_standing: "Trạng thái: noted, new, assigned, in_progress, reported_done, done, partly_done, not_done, obsolete; nhắc lại được",
            "Standing: noted, new, assigned, in_progress, reported_done, done, partly_done, not_done, obsolete; may be repeated";
        of_class: "Phân loại do người dùng đặt", "The user's own class";
        only_overdue: "Chỉ việc quá hạn", "Only what is overdue";
        only_open: "Chỉ việc còn mở (mặc định)", "Only what is open (default)";
        only_closed: "Chỉ việc đã xong hoặc không còn phù hợp", "Only what is done or no longer applies";
        all: "Cả việc đã xong", "What is closed too";
        follow: "Ghi một lần theo dõi, đôn đốc, kiểm tra vào nhật ký của một hoặc nhiều việc; việc nào không hợp lệ thì không ghi việc nào",
            "Write one act to the log of one or several items; when one of them does not allow it, nothing is written";
        items: "Mã các việc", "References of the items";
        act: "Hình thức: watch (theo dõi), urge (đôn đốc), check (kiểm tra), reply (trả lời kiến nghị)",
            "What was done: watch, urge, check, reply";
        date: "Ngày làm, như 19/3/2026 (mặc định: hôm nay)", "On which day, as 19/3/2026 (default: today)";
        by: "Ai làm", "By whom";
        result: "Kết quả", "What came of it";
        standing: "Trạng thái mới: assigned, in_progress, reported_done, done, partly_done, not_done, obsolete, new",
            "Where it stands from now on: assigned, in_progress, reported_done, done, partly_done, not_done, obsolete, new";
        due: "Thời hạn mới, khi được lùi", "A new due date, when it was put off";
        evidence: "Minh chứng; bắt buộc khi ghi hoàn thành", "What proves it; needed for done";
        carried: "Việc kỳ trước chuyển sang một buổi làm việc, và kết quả kỳ này", "What earlier visits left open for a visit, and what it found";
        overdue: "quá hạn", "overdue";
        nothing_carried: "Không có việc kỳ trước.", "Nothing is carried over.";
        no_verdict: "Chưa có kết quả", "No verdict yet";
        contested: "hai người ghi khác nhau, cần ghi lại", "two people wrote differently; give it again";
    }
    sentences {
        not_followed(kind: &str, reference: &str):
            format!("{kind} {reference} không thuộc diện theo dõi: chỉ theo dõi hạn chế, dấu hiệu vi phạm, kiến nghị, đề nghị, cam kết, mục gợi ý kiểm điểm sâu, mô hình của các buổi đã diễn ra và việc từ nguồn khác."),
            format!("{kind} {reference} is not followed: only faults, recommendations, commitments, deep reviews and models of visits that took place, and items from outside, are.");
        not_carried(item: &str):
            format!("{item} không phải là việc kỳ trước của buổi làm việc này. Hãy ghi vào nhật ký theo dõi của việc đó."),
            format!("{item} is not carried over to this visit. Write to its follow-up log instead.");
        no_move(item: &str, from: &str, to: &str, allowed: &str):
            format!("{item} đang ở “{from}”, không chuyển sang “{to}” được. Chuyển được sang: {allowed}. Chưa lưu gì."),
            format!("{item} stands at “{from}” and cannot go to “{to}”. It may go to: {allowed}. Nothing was saved.");
        no_proof(item: &str):
            format!("{item}: ghi là đã hoàn thành thì phải nêu đã làm gì, minh chứng. Chưa lưu gì."),
            format!("{item}: to call it done, say what proves it. Nothing was saved.");
        future(date: &str, today: &str):
            format!("Ngày {date} còn chưa tới (hôm nay là {today}). Hãy sửa ngày."),
            format!("{date} is still to come (today is {today}). Correct the date.");
        counts(open: usize, overdue: usize, closed: usize, total: usize):
            format!("Còn mở {open} (quá hạn {overdue}), đã xong {closed}, tất cả {total}."),
            format!("{open} open ({overdue} overdue), {closed} closed, {total} in all.");
        coverage(with_result: usize, all: usize):
            format!("Cam kết đã có kết quả: {with_result}/{all}."),
            format!("Commitments with a result: {with_result}/{all}.");
        times(times: u32): format!("chuyển lần thứ {times}"), if times == 1 { "carried once".to_owned() } else { format!("carried {times} times") };
        recurs(criterion: &str, times: u32):
            format!("Tiêu chí {criterion} đã nêu lần thứ {times} tại đơn vị này."),
            format!("Criterion {criterion} was found here {times} times.");
        followed(references: &str):
            format!("Đã ghi vào nhật ký theo dõi: {references}"),
            format!("Written to the log: {references}");
        causes(objective: usize, subjective: usize):
            format!("khách quan {objective}, chủ quan {subjective}"),
            format!("{objective} objective, {subjective} subjective");
        not_a_date(typed: &str):
            format!("không đọc được ngày “{typed}” (viết như 19/3/2026)"),
            format!("“{typed}” is no date (write as 19/3/2026)");
    }
    lists {
    }
}
