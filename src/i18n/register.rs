//! Words of following up: carried items, the register, one item, and their forms.

use crate::domain::{Standing, VerdictLevel};

use super::both::both;
use super::screens::counted;

fn on_vi(day: &str) -> String {
    if day.is_empty() { String::new() } else { format!(" (ngày {day})") }
}

fn on_en(day: &str) -> String {
    if day.is_empty() { String::new() } else { format!(" ({day})") }
}

both! {
    /// The words of following up.
    struct Register;
    words {
        alone: "riêng đơn vị này", "this unit alone";
        carried_title: "Việc kỳ trước", "Carried items";
        no_carried: "Đơn vị này không có việc nào từ kỳ trước còn để ngỏ. Nhấn ⟨carried/outside-items⟩ để ghi kiến nghị, khuyết điểm của đoàn khác hoặc từ trước khi dùng chương trình.", "Nothing from before is open at this unit. ⟨carried/outside-items⟩ notes what other delegations left open, or what is older than this program.";
        no_verdict: "chưa có kết quả", "no verdict yet";
        to_entries: "Esc sang ghi nội dung.", "Esc goes on to the entries.";
        verdicts_need_open: "Buổi làm việc chưa mở nên chưa ghi kết quả được: quay lại (Esc) rồi nhấn ⟨entries/open-visit⟩ để mở.", "The visit is not open, so that no verdict can be given: Esc, then ⟨entries/open-visit⟩ opens it.";
        no_verdict_yet_here: "Việc này chưa có kết quả: 1 đã thực hiện, 2 một phần, 3 chưa, 4 chưa xác minh được.", "There is no verdict yet: 1 done, 2 partly, 3 not, 4 cannot be verified.";
        several_verdicts: "hai máy ghi khác nhau: ghi lại để chốt", "two laptops differ: give it again to settle";
        overdue: "QUÁ HẠN", "OVERDUE";
        no_due: "không hạn", "no due date";
        deep_review: "Gợi ý kiểm điểm sâu", "Deep review suggested";
        deep_review_short: "Kiểm điểm", "Review";
        deep_review_tag: "kiểm điểm sâu", "deep review";
        outside: "Nguồn khác", "Outside source";
        outside_short: "Nguồn khác", "Outside";
        new_due: "Hạn mới", "New due date";
        all_title: "Sổ theo dõi", "Register";
        register_empty: "Chưa có việc nào để theo dõi. Kiến nghị, khuyết điểm, cam kết ghi trong các buổi làm việc sẽ tự vào sổ; n thêm việc từ nguồn khác.", "Nothing is followed yet. Recommendations, faults and commitments of the visits come here by themselves; n adds an item from outside.";
        no_units_yet: "Chưa có đơn vị nào: thêm đơn vị trước (v ở màn hình đầu).", "There is no unit yet: v on the first screen adds one.";
        nothing_open: "Không có việc nào đang mở. x hiện cả việc đã xong.", "Nothing is open. x shows closed ones too.";
        nothing_found: "Không có việc nào khớp điều kiện lọc. c bỏ lọc, x hiện cả việc đã xong.", "Nothing meets the filter. c clears it, x shows closed ones too.";
        filtered_by: "Lọc", "Filter";
        sorted_by: "Xếp theo", "Sorted by";
        by_due: "hạn", "due date";
        by_unit: "đơn vị", "unit";
        by_standing: "trạng thái", "standing";
        nothing_changed_here: "Chưa ghi gì từ sổ này để hoàn tác. Muốn hoàn tác việc khác: mở việc đó (Enter) rồi nhấn ⟨item/undo⟩.", "Nothing was changed from here. To take back something else, open the item (Enter), then ⟨item/undo⟩.";
        stage_field: "Hiện", "Show";
        due_column: "Hạn", "Due";
        standing_column: "Trạng thái", "Standing";
        unit_column: "Đơn vị", "Unit";
        words_column: "Nội dung", "Words";
        proposal_column: "Đề nghị", "Proposal";
        doer_column: "Thực hiện", "Doer";
        filter_title: "Lọc sổ theo dõi", "Filter the register";
        any: "(tất cả)", "(any)";
        due_from: "Hạn từ ngày", "Due from";
        due_to: "Hạn đến ngày", "Due to";
        words: "Có chữ", "With the words";
        doers: "Người thực hiện", "Doers";
        not_from_outside: "Việc này nằm trong biên bản của một buổi làm việc: mở nó (Enter), rồi ⟨item/raised-at⟩ để sang buổi ấy sửa.", "This stands in the minutes of a visit: open it (Enter), then ⟨item/raised-at⟩ goes to that visit.";
        nothing_to_follow: "Mô hình, cách làm hay không phải việc phải theo dõi.", "A good practice is nothing to follow up.";
        new_outside: "Việc từ nguồn khác", "New outside item";
        edit_outside: "Sửa việc từ nguồn khác", "Edit the outside item";
        outside_source: "Nguồn (cơ quan nêu)", "Source (who raised it)";
        original: "Ban đầu", "As raised";
        now: "Hiện nay", "Now";
        log: "Theo dõi, đôn đốc, kiểm tra", "Watched, urged, checked";
        no_log: "Chưa ghi lần nào. n để ghi.", "Nothing yet. n adds one.";
        item_title: "Việc theo dõi", "Followed item";
        raised_nowhere: "Việc này do nguồn khác nêu, không thuộc buổi làm việc nào.", "It came from outside, not from a visit.";
        verdict_at_visit: "Buổi làm việc", "Visit";
        act_date: "Ngày", "Date";
        by_whom: "Người thực hiện", "By";
        result: "Kết quả", "Result";
        new_standing: "Trạng thái mới", "New standing";
        unchanged_standing: "(giữ nguyên)", "(unchanged)";
        evidence: "Minh chứng", "Evidence";
        evidence_needed: "Ghi “Hoàn thành (đã xác minh)” thì phải nêu minh chứng: văn bản, trang, ảnh chụp.", "To say “Done (verified)” name the evidence: a document, a page, a photograph.";
        resume_verdict: "Mở buổi làm việc, nhấn ⟨entries/carried-items⟩, chọn đúng việc rồi nhấn 1–4 để nhập tiếp.", "Open the visit, then ⟨entries/carried-items⟩, select the item, 1–4 goes on with it.";
        resume_register: "Nhấn ⟨home/register⟩, chọn đúng việc rồi mở lại biểu mẫu ấy để nhập tiếp.", "⟨home/register⟩, then open the form again on the same item.";
        no_source: "(chưa rõ nguồn)", "(no source)";
    }
    sentences {
        acts_on(count: usize, what: &str): format!("{count} việc theo dõi: {what}"), format!("{}: {what}", counted(count, "followed item"));
        moved_to(standing: &str): format!("chuyển sang “{standing}”"), format!("moved to “{standing}”");
        carried_head(all: usize, open: usize): if open > 0 { format!("{all} việc kỳ trước, còn {open} chưa có kết quả.") } else { format!("{all} việc kỳ trước, đã có kết quả cả.") }, if open > 0 { format!("{}, {open} without a verdict.", counted(all, "carried item")) } else { format!("{}, each with its verdict.", counted(all, "carried item")) };
        carried_count(all: usize, open: usize): if open > 0 { format!("Kỳ trước: {all} việc, còn {open} chưa có kết quả (phím ⟨entries/carried-items⟩)") } else { format!("Kỳ trước: {all} việc, đã có kết quả (phím ⟨entries/carried-items⟩)") }, if open > 0 { format!("From before: {all}, {open} without a verdict (key ⟨entries/carried-items⟩)") } else { format!("From before: {all}, each with its verdict (key ⟨entries/carried-items⟩)") };
        carried_times(times: u32): format!("chuyển kỳ lần {times}"), format!("carried ×{times}");
        times_carried(times: u32): format!("Số lần chuyển kỳ: {times}"), format!("Times carried: {times}");
        last_verdict(day: &str, verdict: &str): format!("Kết quả gần nhất{}: {verdict}", on_vi(day)), format!("Last verdict{}: {verdict}", on_en(day));
        raised(day: &str): format!("Ngày nêu: {day}"), format!("Raised on {day}");
        nth_time(times: u32): format!("lần thứ {times}"), format!("time {times}");
        found_again(criterion: &str, times: u32): format!("tiêu chí {criterion}: đã nêu lần thứ {times} tại đơn vị này"), format!("criterion {criterion}: found at this unit {times} times");
        until(date: &str): format!("hạn {date}"), format!("due {date}");
        new_due_is(date: &str): format!("hạn mới {date}"), format!("new due date {date}");
        first_due(date: &str): format!("Hạn đầu: {date}"), format!("First due: {date}");
        last_due(date: &str): format!("Hạn hiện nay: {date}"), format!("Due now: {date}");
        new_due_now(date: &str): format!("Hạn mới (đang là {date})"), format!("New due date (now {date})");
        due_between(from: &str, to: &str): match (from, to) { (from, "") => format!("hạn từ {from}"), ("", to) => format!("hạn đến {to}"), (from, to) => format!("hạn {from} – {to}") }, match (from, to) { (from, "") => format!("due from {from}"), ("", to) => format!("due to {to}"), (from, to) => format!("due {from} – {to}") };
        open_count(count: usize): format!("{count} việc đang theo dõi"), format!("{} open", counted(count, "item"));
        overdue_count(count: usize): format!("{count} quá hạn"), format!("{count} overdue");
        closed_count(count: usize): format!("{count} đã xong"), format!("{count} closed");
        models_count(count: usize): format!("{count} mô hình, cách làm hay"), counted(count, "good practice");
        commitments(with_result: usize, all: usize): format!("cam kết có kết quả {with_result}/{all}"), format!("commitments with a result {with_result}/{all}");
        shown_count(count: usize): format!("{count} việc"), counted(count, "item");
        stage(at: usize): ["Việc đang mở", "Quá hạn", "Việc đã xong", "Cả việc đã xong"].get(at).copied().unwrap_or_default().to_owned(), ["Open", "Overdue", "Closed", "Closed ones too"].get(at).copied().unwrap_or_default().to_owned();
        marked(count: usize): format!("Đã đánh dấu {count}: t ghi một lần cho tất cả"), format!("{count} marked: t follows up all of them");
        of_unit(unit: &str): format!("đơn vị {unit}"), format!("unit {unit}");
        of_doer(doer: &str): format!("người thực hiện “{doer}”"), format!("doer “{doer}”");
        of_class(class: &str): format!("phân loại {class}"), format!("class {class}");
        with_words(words: &str): format!("có chữ “{words}”"), format!("“{words}”");
        raised_on(date: &str): format!("nêu ngày {date}"), format!("raised on {date}");
        source(source: &str): format!("Nguồn: {source}"), format!("Source: {source}");
        doer(doers: &str): format!("Thực hiện: {doers}"), format!("To be done by {doers}");
        criteria(codes: &str): format!("Tiêu chí: {codes}"), format!("Criteria: {codes}");
        class(class: &str): format!("Phân loại: {class}"), format!("Class: {class}");
        unit(unit: &str): format!("Đơn vị: {unit}"), format!("Unit: {unit}");
        result_is(result: &str): format!("Kết quả: {result}"), format!("Result: {result}");
        evidence_is(evidence: &str): format!("Minh chứng: {evidence}"), format!("Evidence: {evidence}");
        follow_many(count: usize): format!("Ghi theo dõi cho {count} việc đã đánh dấu"), format!("Follow up {} marked", counted(count, "item"));
        follow_one(words: &str): format!("Ghi theo dõi: {words}"), format!("Follow up: {words}");
        verdict_of(verdict: &str, words: &str): format!("{verdict}: {words}"), format!("{verdict}: {words}");
    }
    lists {
        standing_short: fn(Standing) -> &'static str = |standing| match standing {
            Standing::Noted => "Ghi nhận",
            Standing::New => "Mới",
            Standing::Assigned => "Đã giao",
            Standing::InProgress => "Đang làm",
            Standing::ReportedDone => "Báo xong",
            Standing::Done => "Hoàn thành",
            Standing::PartlyDone => "Một phần",
            Standing::NotDone => "Chưa làm",
            Standing::Obsolete => "Thôi",
        }, |standing| match standing {
            Standing::Noted => "Noted",
            Standing::New => "New",
            Standing::Assigned => "Assigned",
            Standing::InProgress => "In hand",
            Standing::ReportedDone => "Reported",
            Standing::Done => "Done",
            Standing::PartlyDone => "Partly",
            Standing::NotDone => "Not done",
            Standing::Obsolete => "Obsolete",
        };
        verdict_asks: fn(VerdictLevel) -> &'static str = |level| match level {
            VerdictLevel::Done => "Đã làm gì, minh chứng",
            VerdictLevel::Partly => "Còn lại việc gì",
            VerdictLevel::Not => "Vì sao chưa làm",
            VerdictLevel::Unverifiable => "Vì sao chưa xác minh được",
        }, |level| match level {
            VerdictLevel::Done => "What was done, evidence",
            VerdictLevel::Partly => "What is left",
            VerdictLevel::Not => "Why not",
            VerdictLevel::Unverifiable => "Why it cannot be verified",
        };
    }
}
