//! What the checks say: what is missing, and what to do about it.

use super::both::both;
use crate::checks::{Check, Weight};

macro_rules! checks {
    ($($check:ident: $vi:literal, $vi_mend:literal; $en:literal, $en_mend:literal;)*) => {
        fn name_vi(check: Check) -> &'static str {
            match check { $(Check::$check => $vi,)* }
        }
        fn name_en(check: Check) -> &'static str {
            match check { $(Check::$check => $en,)* }
        }
        fn mend_vi(check: Check) -> &'static str {
            match check { $(Check::$check => $vi_mend,)* }
        }
        fn mend_en(check: Check) -> &'static str {
            match check { $(Check::$check => $en_mend,)* }
        }
    };
}

checks! {
    ChairMissing: "Chưa chọn người chủ trì", "chọn người chủ trì"; "Nobody presides", "choose who presides";
    RecorderMissing: "Chưa chọn người ghi biên bản", "chọn người ghi biên bản"; "Nobody records", "choose who records";
    NoDelegation: "Chưa ghi ai của Đoàn có mặt", "ghi thành phần của Đoàn"; "Nobody of the delegation is present", "fill in the delegation's attendance";
    NoUnit: "Chưa ghi ai của đơn vị có mặt", "ghi thành phần của đơn vị"; "Nobody of the unit is present", "fill in the unit's attendance";
    StartMissing: "Chưa ghi giờ bắt đầu", "ghi giờ bắt đầu"; "No start time", "fill in the start";
    EndMissing: "Chưa ghi giờ kết thúc", "ghi giờ kết thúc"; "No end time", "fill in the end";
    NoShortcoming: "Chưa ghi hạn chế, khuyết điểm nào", "ghi một hạn chế"; "No shortcoming is noted", "note a shortcoming";
    NoConclusion: "Chưa có ý kiến kết luận của người chủ trì", "ghi ý kiến kết luận"; "The chair has not concluded", "note the chair's conclusion";
    NoVerdict: "Việc kỳ trước chưa có kết quả khắc phục", "đánh giá kết quả khắc phục"; "A carried item has no verdict", "give the verdict";
    PercentMismatch: "Tỷ lệ không khớp", "đối chiếu, sửa số liệu trong dòng"; "A percent does not match", "compare and correct the figures in the line";
    SumMismatch: "Cộng không khớp", "đối chiếu, sửa số liệu trong dòng"; "Parts do not add up", "compare and correct the figures in the line";
    NoCause: "Hạn chế chưa có nguyên nhân", "ghi nguyên nhân"; "A shortcoming has no cause", "note the cause";
    NoResponsibility: "Hạn chế chưa rõ trách nhiệm", "ghi trách nhiệm"; "A shortcoming has nobody responsible", "note who is responsible";
    NoRecommendation: "Hạn chế chưa có đề nghị khắc phục", "ghi đề nghị"; "A fault has no recommendation", "note a recommendation";
    NoPosition: "Chưa ghi ý kiến của đơn vị về hạn chế", "ghi giải trình, tiếp thu"; "The unit's position on a fault is missing", "note the unit's explanation";
    VagueSubject: "Nêu chung chung, chưa có danh sách riêng", "ghi danh sách riêng (không in)"; "A vague subject without a private list", "fill in the private list (not printed)";
    NoDoer: "Đề nghị chưa rõ người thực hiện", "ghi người thực hiện"; "A recommendation has no doer", "name the doer";
    NoDue: "Đề nghị chưa có thời hạn", "ghi thời hạn"; "A recommendation has no due date", "give the due date";
    DueBeforeVisit: "Thời hạn đặt trước ngày làm việc", "sửa thời hạn"; "Due before the visit", "correct the due date";
    IssueUnanswered: "Vấn đề gợi ý chưa được trả lời", "ghi câu trả lời"; "A prompted issue is unanswered", "note the answer";
    MaterialMissing: "Tài liệu chưa nhận được", "ghi ngày nhận"; "A document has not come", "fill in when it came";
    MaterialLate: "Tài liệu gửi chậm", "xem lại ngày nhận, thời hạn"; "A document came late", "review its dates";
    BareAnswer: "Đối chiếu chỉ ghi “có” hoặc “không”", "ghi rõ nhận xét hoặc số lượng"; "A criterion has a bare yes or no", "say what was found, or how many";
    CapExceeded: "Tỷ lệ xuất sắc vượt trần", "xem lại số xếp loại trong dòng"; "The top level is over the cap", "review the ranking in the line";
    SecrecyUnset: "Chưa xác định mức độ mật", "chọn mức độ mật"; "The secrecy mark is not decided", "choose the secrecy mark";
    FewCopies: "Số bản không đủ cho hai bên", "sửa số bản"; "Too few copies for both sides", "correct the copies";
    GroupOfOne: "Nêu nhiều nơi nhưng danh sách riêng chỉ có một tên", "bổ sung danh sách riêng"; "A group of several with one name", "complete the private list";
}

fn weight_vi(weight: Weight) -> &'static str {
    match weight {
        Weight::Heavy => "phải xem",
        Weight::Medium => "nên xem",
        Weight::Light => "lưu ý",
    }
}

fn weight_en(weight: Weight) -> &'static str {
    match weight {
        Weight::Heavy => "must see",
        Weight::Medium => "should see",
        Weight::Light => "note",
    }
}

both! {
    /// The words of the checks.
    struct Checks;
    words {
        title: "Việc cần xem lại", "Checks";
        nothing: "Không còn việc nào cần xem lại.", "Nothing is left to look at.";
        switched_off: "Đã bỏ qua", "Switched off";
        why_off: "Vì sao bỏ qua", "Why it is switched off";
        not_asked_now: "hiện không phát hiện gì", "finds nothing now";
        before_export: "Trước khi xuất biên bản", "Before the export";
        before_closing: "Trước khi kết thúc buổi làm việc", "Before closing the visit";
        export_anyway: "Enter xuất luôn, ⟨gate/review⟩ xem lại từng việc. Biên bản không thay đổi vì các việc này.", "Enter exports all the same, ⟨gate/review⟩ reviews them. The minutes do not change because of them.";
        close_anyway: "Enter kết thúc luôn, ⟨gate/review⟩ xem lại từng việc. Kết thúc rồi vẫn mở lại được.", "Enter closes all the same, ⟨gate/review⟩ reviews them. A closed visit can be opened again.";
        line_not_stored: "Dòng đang gõ chưa lưu: nhấn Enter để lưu rồi làm tiếp.", "A line is being typed: Enter stores it first.";
        sign_without_recommendation: "Dấu hiệu vi phạm chưa có đề nghị", "A sign of violation has no recommendation";
        sign_without_position: "Chưa ghi ý kiến của đơn vị về dấu hiệu vi phạm", "The unit's position on a sign of violation is missing";
        cancelled: "Buổi làm việc đã hủy, không có biên bản để soát.", "The visit is cancelled; there are no minutes to check.";
    }
    sentences {
        left(count: usize): format!("Còn {count} việc cần xem lại"), if count == 1 { "1 thing to look at".to_owned() } else { format!("{count} things to look at") };
        left_key(count: usize): format!("Còn {count} việc cần xem lại (phím ⟨entries/checks⟩)"), if count == 1 { "1 thing to look at (key ⟨entries/checks⟩)".to_owned() } else { format!("{count} things to look at (key ⟨entries/checks⟩)") };
        asked_next(count: usize): format!("{count} việc nữa được hỏi ngay ở biểu mẫu kết thúc."), if count == 1 { "1 more is asked in the form that follows.".to_owned() } else { format!("{count} more are asked in the form that follows.") };
        of_weight(count: usize, weight: &str): format!("{count} {weight}"), format!("{count} {weight}");
        waive_title(name: &str): format!("Bỏ qua ở buổi này: {name}"), format!("Switch off for this visit: {name}");
        because(reason: &str): format!("lý do: {reason}"), format!("because: {reason}");
        cases(count: usize): format!("{count} trường hợp"), if count == 1 { "1 case".to_owned() } else { format!("{count} cases") };
        to_do(what: &str): format!("Cần {what}."), format!("Now {what}.");
        mended_by(what: &str): format!("⟨checks/mend⟩: {what}"), format!("⟨checks/mend⟩: {what}");
        or_linked(what: &str): format!("{what} · ⟨checks/chain⟩: nối với mục đã ghi"), format!("{what} · ⟨checks/chain⟩: link an entry that is there");
        words(name: &str, found: &str): format!("{name}: “{found}”"), format!("{name}: “{found}”");
        copies(name: &str, all: u32, each: u32): format!("{name}: {all} bản, mỗi bên giữ {each}"), format!("{name}: {all} copies, {each} for each side");
        due(name: &str, day: &str): format!("{name}: hạn {day}"), format!("{name}: due {day}");
        late(name: &str, last: &str, received: &str): format!("{name}: hạn {last}, nhận {received}"), format!("{name}: due {last}, received {received}");
        left_before(late: &str, left: usize, needed: u32): format!("{late}, chỉ trước {left} ngày làm việc (cần {needed})"), format!("{late}, only {left} working days before ({needed} needed)");
        figures(name: &str, arithmetic: &str): format!("{name}: {arithmetic}"), format!("{name}: {arithmetic}");
        times(name: &str, times: u32): if times < 2 { name.to_owned() } else { format!("{name} (chuyển kỳ lần thứ {times})") }, if times < 2 { name.to_owned() } else { format!("{name} (carried {times} times)") };
    }
    lists {
        name: fn(Check) -> &'static str = name_vi, name_en;
        mend: fn(Check) -> &'static str = mend_vi, mend_en;
        weight: fn(Weight) -> &'static str = weight_vi, weight_en;
    }
}
