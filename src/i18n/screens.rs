//! What the screens say: headings, invitations, hints, and what went on.

use super::both::both;

fn of_parts(parts: &[(&str, &str)]) -> String {
    let named: Vec<String> =
        parts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}{value}")).collect();
    named.join(", ")
}

pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn in_brackets(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" ({text})") }
}

both! {
    /// The words of the screens.
    struct Screens;
    words {
        demonstration: "DỮ LIỆU MINH HỌA", "DEMONSTRATION";
        opening: "Đang mở dữ liệu…", "Opening the data…";
        loading: "Đang đọc…", "Reading…";
        welcome: "Chào mừng đến với bienban – sổ ghi biên bản của Đoàn kiểm tra.", "Welcome to bienban, the minutes of inspection delegations.";
        flag_yes: "Có", "Yes";
        flag_no: "Không", "No";
        saved: "Đã lưu.", "Saved.";
        removed: "Đã xóa. Nhấn ⟨entries/undo⟩ để lấy lại.", "Removed. ⟨entries/undo⟩ brings it back.";
        first_unit: "Đơn vị đầu tiên; lưu xong, ⟨delegation/new-visit⟩ lập buổi làm việc", "First unit; once saved, ⟨delegation/new-visit⟩ plans the visit";
        removed_visit: "một buổi đã xóa", "a removed visit";
        wait_for_line: "Dòng vừa gõ đang được lưu, chờ một chút.", "The line is being saved; wait a moment.";
        unchanged: "Không có gì thay đổi.", "Nothing changed.";
        restored: "Đã khôi phục.", "Restored.";
        store_gone: "Phần lưu trữ đã dừng. Hãy thoát (Ctrl+Q) rồi mở lại; những gì đã báo lưu vẫn còn đủ.", "The storage has stopped. Quit (Ctrl+Q) and start again; everything that was said to be saved is there.";
        how_to_quit: "Muốn thoát: Ctrl+Q. Mọi thứ đã gõ đều được giữ.", "To quit: Ctrl+Q. Everything typed is kept.";
        nowhere_to_paste: "Ở đây không có chỗ để dán văn bản.", "There is nowhere to paste text here.";
        confirm_title: "Xác nhận", "Confirm";
        help_title: "Trợ giúp", "Help";
        not_here_now: "Chưa dùng được lúc này", "Not now";
        marks_heading: "Dấu đầu dòng – loại nội dung", "Mark at the start – kind of entry";
        no_unit: "(chưa rõ đơn vị)", "(no unit)";
        no_date: "(chưa định ngày)", "(no date)";
        none: "(không)", "(none)";
        not_chosen: "(chưa chọn)", "(not chosen)";
        new_delegation: "Đoàn mới", "New delegation";
        edit_delegation: "Sửa thông tin Đoàn", "Edit the delegation";
        new_unit: "Đơn vị mới", "New unit";
        edit_unit: "Sửa đơn vị", "Edit the unit";
        new_basis: "Văn bản căn cứ mới", "New legal document";
        edit_basis: "Sửa văn bản căn cứ", "Edit the legal document";
        new_member: "Thêm thành viên Đoàn", "New member";
        edit_member: "Sửa thành viên Đoàn", "Edit the member";
        new_visit: "Buổi làm việc mới", "New visit";
        edit_visit: "Sửa thông tin buổi làm việc", "Edit the visit";
        close_visit: "Kết thúc và niêm phong buổi làm việc", "Close and seal the visit";
        new_attendee: "Thêm người dự", "New attendee";
        edit_attendee: "Sửa người dự", "Edit the attendee";
        full_name: "Họ và tên", "Full name";
        presence: "Có mặt hay vắng", "Present or absent";
        absence_reason: "Lý do vắng", "Reason of absence";
        remove_reason: "Lý do (có thể bỏ trống)", "Reason (may stay empty)";
        export_title: "Xuất biên bản", "Export the minutes";
        folder: "Thư mục", "Folder";
        drop_form: "Bỏ những gì vừa nhập?", "Drop what was typed?";
        drop_recapture: "Bỏ những gì vừa sửa? Mục cũ giữ nguyên.", "Drop the changes? The entry stays as it was.";
        form_recovered: "Khôi phục nội dung nhập dở lần trước. ⟨form/save⟩ để lưu, ⟨form/drop-draft⟩ để bỏ.", "What was being typed last time is back. ⟨form/save⟩ saves it, ⟨form/drop-draft⟩ drops it.";
        resume_here: "Nhấn ⟨home/new⟩ để nhập tiếp.", "⟨home/new⟩ goes on with it.";
        resume_delegation: "Chọn đúng Đoàn đó rồi nhấn ⟨home/edit⟩ để nhập tiếp.", "Select the delegation; ⟨home/edit⟩ goes on with it.";
        resume_units: "Nhấn ⟨home/units⟩, rồi ⟨units/new⟩ (đơn vị mới) hoặc ⟨units/edit⟩ (đơn vị đã có) để nhập tiếp.", "⟨home/units⟩, then ⟨units/new⟩ (a new unit) or ⟨units/edit⟩ (one that exists) goes on with it.";
        resume_bases: "Nhấn ⟨home/legal-bases⟩, rồi ⟨bases/new⟩ (văn bản mới) hoặc ⟨bases/edit⟩ (văn bản đã có) để nhập tiếp.", "⟨home/legal-bases⟩, then ⟨bases/new⟩ (a new document) or ⟨bases/edit⟩ (one that exists) goes on with it.";
        resume_new_member: "Mở Đoàn rồi nhấn ⟨delegation/new-member⟩ để nhập tiếp.", "Open the delegation; ⟨delegation/new-member⟩ goes on with it.";
        resume_member: "Mở Đoàn, chọn đúng người đó rồi nhấn ⟨delegation/edit⟩ để nhập tiếp.", "Open the delegation, select the member; ⟨delegation/edit⟩ goes on with it.";
        resume_new_visit: "Mở Đoàn rồi nhấn ⟨delegation/new-visit⟩ để nhập tiếp.", "Open the delegation; ⟨delegation/new-visit⟩ goes on with it.";
        resume_visit: "Mở Đoàn, chọn đúng buổi đó rồi nhấn ⟨delegation/edit⟩ để nhập tiếp.", "Open the delegation, select the visit; ⟨delegation/edit⟩ goes on with it.";
        resume_attendee: "Mở buổi làm việc, nhấn ⟨entries/attendance⟩, rồi ⟨attendance/new⟩ (người mới) hoặc ⟨attendance/edit⟩ (người đã có) để nhập tiếp.", "Open the visit, then ⟨entries/attendance⟩, then ⟨attendance/new⟩ (somebody new) or ⟨attendance/edit⟩ (who is listed) goes on with it.";
        resume_closing: "Mở buổi làm việc rồi nhấn ⟨entries/close-visit⟩ để nhập tiếp.", "Open the visit; ⟨entries/close-visit⟩ goes on with it.";
        resume_elsewhere: "Mở lại đúng biểu mẫu đó để nhập tiếp.", "Open the same form again to go on.";
        a_form: "chưa rõ tên", "unnamed";
        line_recovered: "Dòng gõ dở lần trước được khôi phục.", "The unfinished line of last time is back.";
        searching: "tìm", "find";
        date_hint: "Ngày/tháng/năm, ví dụ 19/3/2026. Có thể bỏ trống.", "Day/month/year, as 19/3/2026. May stay empty.";
        time_hint: "Giờ:phút, ví dụ 8:05 hoặc 8h05. Có thể bỏ trống.", "Hour:minute, as 8:05. May stay empty.";
        number_hint: "Số nguyên, ví dụ 6. Có thể bỏ trống.", "A whole number, as 6. May stay empty.";
        posts_hint: "Cách nhau bằng dấu chấm phẩy, ví dụ: Bí thư Huyện ủy từ 1/6/2020 đến 30/9/2025; Tỉnh ủy viên", "Parted by semicolons, as: Secretary từ 1/6/2020 đến 30/9/2025; Member";
        choice_hint: "← → để đổi, hoặc gõ vài chữ để tìm.", "← → to change, or type some letters to find.";
        untouched_hint: "Gõ là thay cả ô; ← → hoặc Backspace để sửa.", "Typing replaces it; ← → or Backspace to edit.";
        nothing_else: "Chưa có gì khác để chọn.", "There is nothing else to choose yet.";
        one_field_hint: "Enter để thực hiện, Esc để thôi.", "Enter does it, Esc gives up.";
        only_marks: "Mới có dấu, chưa có nội dung; gõ thêm rồi Enter.", "Only marks so far; type some text.";
        kind_title: "Đổi loại của mục", "Change the kind";
        units_title: "Đơn vị được kiểm tra", "Units";
        no_units: "Chưa có đơn vị nào. Nhấn ⟨units/new⟩ để thêm đơn vị đầu tiên, ⟨units/new-below⟩ để thêm đơn vị trực thuộc đơn vị đang chọn.", "No units yet. ⟨units/new⟩ adds the first one, ⟨units/new-below⟩ one below the selected one.";
        bases_title: "Sổ văn bản căn cứ", "Register of legal documents";
        pick_bases_title: "Chọn văn bản căn cứ cho Đoàn", "Pick the delegation's legal documents";
        no_bases: "Chưa có văn bản nào. Nhấn ⟨bases/paste-citations⟩ để dán phần căn cứ chép từ quyết định, kế hoạch; ⟨bases/new⟩ để nhập từng văn bản.", "No documents yet. ⟨bases/paste-citations⟩ pastes the citations of a decision or plan; ⟨bases/new⟩ adds one document.";
        more_below: " ↓ còn nữa", " ↓ more";
        no_trash: "Thùng rác trống.", "The trash is empty.";
        was_undo: " (hoàn tác)", " (undo)";
        moved: "Đổi vị trí trong danh sách", "Moved in the list";
        no_reason: "đã xóa", "removed";
        visits: "Buổi làm việc", "Visits";
        no_visits: "Chưa có buổi làm việc. Nhấn ⟨delegation/new-visit⟩ để lập buổi đầu tiên.", "No visits yet. ⟨delegation/new-visit⟩ plans the first one.";
        members: "Thành viên Đoàn", "Members";
        no_visits_no_units: "Nhấn ⟨delegation/units⟩ để thêm đơn vị, rồi ⟨delegation/new-visit⟩ để lập buổi đầu tiên.", "⟨delegation/units⟩ adds the unit; then ⟨delegation/new-visit⟩ plans the first visit.";
        no_members: "Chưa có thành viên. Nhấn ⟨delegation/new-member⟩ để thêm; người đầu tiên được coi là Trưởng đoàn.", "No members yet. ⟨delegation/new-member⟩ adds one; the first is taken for the head.";
        cited_bases: "Văn bản căn cứ", "Legal documents";
        no_citations: "Chưa chọn văn bản nào. Nhấn ⟨delegation/pick-legal-bases⟩ để chọn.", "None picked yet. ⟨delegation/pick-legal-bases⟩ picks them.";
        unfinished: "còn gõ dở", "unfinished";
        unfinished_entry: "còn gõ dở: nhấn ⟨entries/edit⟩ để sửa tiếp", "unfinished: ⟨entries/edit⟩ goes on";
        attendance_title: "Thành phần", "Attendance";
        no_attendees: "Chưa có ai. Nhấn ⟨attendance/add-delegation⟩ để thêm cả Đoàn, ⟨attendance/new⟩ để thêm từng người của đơn vị hoặc khách mời.", "Nobody yet. ⟨attendance/add-delegation⟩ adds the delegation, ⟨attendance/new⟩ one person.";
        preview_title: "Xem trước biên bản", "Preview";
        open_first: "Buổi làm việc chưa mở: nhấn ⟨entries/open-visit⟩ để mở rồi ghi.", "The visit is not open: ⟨entries/open-visit⟩ opens it.";
        open_first_line_kept: "Buổi làm việc chưa mở nên chưa lưu được; dòng đã gõ vẫn còn. Nhấn Esc rồi ⟨entries/open-visit⟩ để mở.", "The visit is not open; the line is kept. Esc, then ⟨entries/open-visit⟩ opens it.";
        nothing_typed: "Chưa gõ gì để lưu.", "Nothing is typed yet.";
        capture_line: "Dòng ghi", "Capture line";
        open_again: "Mở lại", "Open again";
        leave_edit: "Thôi sửa", "Leave as it was";
        to_list: "Danh sách", "The list";
        line_invitation: "Nhấn ⟨entries/capture⟩ hoặc Enter để gõ.", "⟨entries/capture⟩ or Enter to type.";
        not_open_yet: "Chưa bắt đầu. ⟨entries/open-visit⟩ mở buổi. Trước đó: ⟨entries/attendance⟩ thành phần, ⟨entries/materials⟩ tài liệu, ⟨entries/prompted-issues⟩ gợi ý.", "Not begun. ⟨entries/open-visit⟩ opens the visit; before: ⟨entries/attendance⟩ attendance, ⟨entries/materials⟩ documents, ⟨entries/prompted-issues⟩ issues.";
        closed_to_edits: "Buổi làm việc đã kết thúc. Nhấn ⟨entries/open-visit⟩ để mở lại rồi sửa.", "The visit is closed. ⟨entries/open-visit⟩ opens it again for changes.";
        not_begun: "chưa bắt đầu", "not begun";
        no_start: "chưa ghi giờ bắt đầu (phím ⟨entries/edit-facts⟩)", "no start time yet (key ⟨entries/edit-facts⟩)";
        no_attendance_yet: "Chưa ghi thành phần dự (phím ⟨entries/attendance⟩).", "No attendance yet (key ⟨entries/attendance⟩).";
        no_entries: "Chưa có nội dung nào. Gõ một dòng rồi Enter: mỗi dòng thành một mục, có giờ ghi.", "Nothing noted yet. Type a line, then Enter: each line is one entry with its time.";
        no_entries_planned: "Chưa có nội dung nào. Nhấn ⟨entries/open-visit⟩ để mở buổi làm việc rồi gõ từng dòng.", "Nothing noted yet. ⟨entries/open-visit⟩ opens the visit; then type line by line.";
        no_entries_closed: "Không có nội dung nào được ghi. Nhấn ⟨entries/open-visit⟩ để mở lại rồi ghi.", "Nothing was noted. ⟨entries/open-visit⟩ opens the visit again.";
        space_key: "Phím cách", "Space";
        not_saved: "CHƯA LƯU", "NOT SAVED";
        saving: "đang lưu", "saving";
        link_elsewhere: "mục không còn trong danh sách", "an entry that is not listed";
        link_nowhere: "↳ ở trên chưa có mục hợp với dấu ^", "↳ nothing above that ^ could mean";
        marks_hint: "++ ưu điểm  -- hạn chế  ~c nguyên nhân  >> đề nghị  @ai  <hạn  ^ trên  / khác", "++ strength  -- shortcoming  ~c cause  >> request  @who  <due  ^ above  / more";
    }
    sentences {
        too_small(width: u16, height: u16): format!("Cửa sổ quá nhỏ ({width}×{height}); cần ít nhất 40×10. Những gì đang gõ vẫn còn."), format!("The window is too small ({width}×{height}); 40×10 at least. What is typed is kept.");
        nothing_matches(typed: &str): format!("Không có mục nào khớp “{typed}”. Xóa bớt chữ, hoặc ← → để chọn."), format!("Nothing matches “{typed}”. Delete some letters, or choose with ← →.");
        no_match(typed: &str): format!("{typed} (không có mục này)"), format!("{typed} (no such choice)");
        suggestion_hint(offered: &str): format!("→ lấy mục đang dùng: {offered}."), format!("→ takes one in use: {offered}.");
        unfinished_form(title: &str, how: &str): format!("Còn biểu mẫu “{title}” nhập dở. {how}"), format!("The form “{title}” is unfinished. {how}");
        not_now(key: &str): format!("Lúc này chưa dùng được phím {key}."), format!("The key {key} does nothing now.");
        taken_back(what: &str): format!("Đã hoàn tác: {what}. ⟨entries/redo⟩ để làm lại."), format!("Taken back: {what}. ⟨entries/redo⟩ makes it again.");
        was_added(what: &str): format!("thêm “{what}”"), format!("adding “{what}”");
        was_changed(what: &str): format!("sửa “{what}”"), format!("changing “{what}”");
        was_removed(what: &str): format!("xóa “{what}”"), format!("removing “{what}”");
        make_folder(path: &str): format!("Chưa có thư mục {path}. Tạo thư mục này rồi xuất?"), format!("There is no folder {path}. Make it and export?");
        and_more(count: usize): format!("và {count} mục khác"), format!("and {count} more");
        made_again(what: &str): format!("Đã làm lại: {what}."), format!("Made again: {what}.");
        exported(path: &str): format!("Đã xuất biên bản ra “{path}”."), format!("The minutes are in “{path}”.");
        unfinished_at(visit: &str): format!("Còn dòng gõ dở ở buổi làm việc với {visit}. Nhấn ⟨home/resume⟩ để gõ tiếp."), format!("An unfinished line waits at {visit}. ⟨home/resume⟩ opens it.");
        unreadable(count: usize, first: &str): format!("{count} bản ghi không đọc được bằng phiên bản này, vẫn được giữ nguyên: {first}"), format!("{count} records cannot be read by this version and are kept: {first}");
        decision_of(symbol: &str, date: &str, authority: &str): of_parts(&[("Quyết định ", symbol), ("ngày ", date), ("", authority)]), of_parts(&[("Decision ", symbol), ("dated ", date), ("", authority)]);
        plan(symbol: &str, date: &str): of_parts(&[("Kế hoạch ", symbol), ("ngày ", date)]), of_parts(&[("Plan ", symbol), ("dated ", date)]);
        period(from: &str, to: &str): format!("Mốc {from} – {to}"), format!("Period {from} – {to}");
        dated(date: &str): format!("ngày {date}"), format!("dated {date}");
        visit_counts(visits: usize, open: usize): if open > 0 { format!("{visits} buổi làm việc, {open} đang diễn ra") } else { format!("{visits} buổi làm việc") }, if open > 0 { format!("{}, {open} going on", counted(visits, "visit")) } else { counted(visits, "visit") };
        visits_of_unit(visits: usize): format!("  ({visits} buổi làm việc)"), format!("  ({})", counted(visits, "visit"));
        entry_count(entries: usize): format!("{entries} mục"), if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") };
        group(group: usize): ["Ở màn hình này", "Di chuyển", "Gõ và sửa chữ", "Chung"].get(group).copied().unwrap_or_default().to_owned(), ["On this screen", "Moving", "Typing", "Everywhere"].get(group).copied().unwrap_or_default().to_owned();
        absent_title(name: &str): format!("{name} vắng mặt"), format!("{name} is absent");
        remove_title(kind: &str, name: &str): format!("Xóa {}: {name}", kind.to_lowercase()), format!("Remove {}: {name}", kind.to_lowercase());
        cancel_title(name: &str): format!("Hủy buổi làm việc: {name}"), format!("Cancel the visit: {name}");
        wrong_time(typed: &str): format!("“{typed}” không phải là giờ; hãy gõ như 8:05."), format!("“{typed}” is no time; type it as 8:05.");
        wrong_number(typed: &str): format!("“{typed}” không phải là số nguyên."), format!("“{typed}” is no whole number.");
        wrong_date(typed: &str): format!("“{typed}” không phải là ngày; hãy gõ như 19/3/2026."), format!("“{typed}” is no date; type it as 19/3/2026.");
        no_such_day(day: u32, month: u32, typed: &str): format!("Không có ngày {day} tháng {month} (“{typed}”)."), format!("There is no day {day} in month {month} (“{typed}”).");
        no_year(typed: &str): format!("“{typed}” thiếu năm; hãy gõ đủ như 19/3/2026."), format!("“{typed}” has no year; type it as 19/3/2026.");
        no_such_month(month: u32): format!("Không có tháng {month}; gõ ngày/tháng/năm."), format!("There is no month {month}; type day/month/year.");
        reversed_post(title: &str): format!("Chức vụ “{title}” kết thúc trước khi bắt đầu."), format!("The post “{title}” ends before it begins.");
        removed_at(when: &str, reason: &str): format!("xóa lúc {when}{}", in_brackets(reason)), format!("removed {when}{}", in_brackets(reason));
        side_count(side: &str, present: usize, all: usize): format!("{side} {present}/{all}"), format!("{side} {present}/{all}");
        absent_because(reason: &str): format!("vắng: {reason}"), format!("absent: {reason}");
        absentees(names: &str): format!("vắng: {names}"), format!("absent: {names}");
        chaired_by(name: &str): format!("Chủ trì: {name}"), format!("Chair: {name}");
        recorded_by(name: &str): format!("Ghi: {name}"), format!("Recorder: {name}");
        since(time: &str): format!("Từ {time}"), format!("Since {time}");
        minutes_passed(minutes: i64): if minutes < 60 { format!("đã {minutes} phút") } else { format!("đã {} giờ {:02} phút", minutes / 60, minutes % 60) }, if minutes < 60 { format!("{minutes} min") } else { format!("{} h {:02} min", minutes / 60, minutes % 60) };
        editing_entry(reference: &str): format!("Sửa mục {reference} – Enter lưu, Esc thôi"), format!("Entry {reference} – Enter replaces, Esc gives up");
        said_by(names: &str): format!("người nêu: {names}"), format!("said by {names}");
        done_by(names: &str): format!("thực hiện: {names}"), format!("to be done by {names}");
        asked_of(names: &str): format!("gửi: {names}"), format!("to {names}");
        borne_by(names: &str): format!("chịu trách nhiệm: {names}"), format!("responsible: {names}");
        owned_by(names: &str): format!("của: {names}"), format!("of {names}");
        due_on(date: &str): format!("hạn {date}"), format!("due {date}");
        at_time(time: &str): format!("lúc {time}"), format!("at {time}");
        criteria(codes: &str): format!("tiêu chí {codes}"), format!("criteria {codes}");
        severity(level: &str): format!("mức độ {level}"), format!("severity {level}");
        several_people(typed: &str, names: &str): format!("“{typed}” có thể là {names} – hãy gõ rõ hơn"), format!("“{typed}” may be {names}");
        cancelled_already(reason: &str): format!("Buổi làm việc đã hủy{}. Nhấn ⟨entries/plan-again⟩ để lập lại.", in_brackets(reason)), format!("The visit is cancelled{}. ⟨entries/plan-again⟩ plans it again.", in_brackets(reason));
        not_understood(parts: &str): format!("Chưa hiểu, giữ nguyên thành chữ: {parts}."), format!("Not understood, kept as text: {parts}.");
        people_of_one_name(typed: &str, count: usize): format!("@{typed}: có {} người", match count { 2 => "hai".to_owned(), 3 => "ba".to_owned(), more => more.to_string() }), format!("@{typed}: {count} people");
        name_without_quotes(first: &str, whole: &str): format!("@{first}: chỉ chữ đầu được lấy làm tên; họ tên nhiều chữ viết @\"{whole}\""), format!("@{first}: only the first word is taken as the name; write @\"{whole}\"");
        nobody_of_this_name(typed: &str): format!("@{typed}: chưa có trong thành phần"), format!("@{typed}: not in the attendance");
        unknown_doer(typed: &str): format!("{typed} (chưa có trong thành phần; tên nhiều chữ đặt trong ngoặc kép: @\"…\")"), format!("{typed} (not in the attendance; a name of several words takes quotes: @\"…\")");
        no_such_entry(reference: &str): format!("↳ không có mục mang mã {reference}"), format!("↳ no entry has the reference {reference}");
        unknown_person(typed: &str): format!("{typed} (chưa có trong thành phần)"), format!("{typed} (not in the attendance)");
        doubt_kind(part: &str): format!("{part} không phải là dấu loại nào (F1 xem danh sách); giữ nguyên trong nội dung"), format!("{part} is no mark of a kind (F1 lists them); it stays text");
        doubt_space(part: &str, kind: &str): format!("{part}: thêm dấu cách sau dấu nếu là “{kind}”; hiện giữ nguyên trong nội dung"), format!("{part}: needs a space after the mark to be “{kind}”; it stays text");
        doubt_name(part: &str): format!("{part} chưa thành tên; tên nhiều chữ viết @\"Ban Thường vụ\""), format!("{part} is no name yet; write @\"Ban Thường vụ\"");
        doubt_quote(part: &str): format!("{part}: thiếu dấu nháy đóng tên"), format!("{part}: the closing quote is missing");
        doubt_time(part: &str): format!("{part}: không có giờ này; giữ nguyên trong nội dung"), format!("{part}: no such time; it stays text");
        doubt_date(part: &str): format!("{part}: không có ngày này; giữ nguyên trong nội dung"), format!("{part}: no such date; it stays text");
        doubt_criterion(part: &str): format!("{part} không phải là mã tiêu chí (ví dụ #I.5)"), format!("{part} is no criterion (as #I.5)");
        doubt_severity(part: &str): format!("{part}: mức độ từ !1 đến !4"), format!("{part}: severity is !1 to !4");
        doubt_reference(part: &str): format!("{part} không phải là mã mục (5 chữ, số) hoặc ^"), format!("{part} is no reference (5 letters) or ^");
        before_due(word: &str): format!("thời hạn in riêng: bỏ chữ “{word}” trước dấu < kẻo lời văn bị lửng"), format!("the due date prints apart: leave “{word}” before < out");
        doubt_second(part: &str): format!("{part}: đã có một rồi; giữ nguyên trong nội dung"), format!("{part}: there is one already; it stays text");
    }
    lists {
        first_steps: &'static [&'static str] = &[
            "Chưa có Đoàn nào. Trước hết hãy lập Đoàn: nhấn ⟨home/new⟩, nhập cơ quan ban hành quyết định, số và ngày quyết định, nội dung kiểm tra; nhấn ⟨form/save⟩ để lưu.",
            "Sau đó mở Đoàn bằng Enter để thêm thành viên (⟨delegation/new-member⟩), văn bản căn cứ (⟨delegation/pick-legal-bases⟩), đơn vị (⟨delegation/units⟩) và lập buổi làm việc (⟨delegation/new-visit⟩).",
            "Khi buổi làm việc mở, mỗi dòng gõ rồi Enter là một mục có giờ ghi; gõ đến đâu lưu đến đó, tắt máy đột ngột cũng không mất.",
            "Nhấn F1 ở bất cứ đâu để xem các phím dùng được. Muốn được dẫn đi từng bước trước, trên dữ liệu hư cấu: thoát (Ctrl+Q) rồi chạy bienban demo.",
        ], &[
            "There is no delegation yet. Make one first: press ⟨home/new⟩, fill in the authority, the decision and the theme; ⟨form/save⟩ saves.",
            "Then open it with Enter to add members (⟨delegation/new-member⟩), legal documents (⟨delegation/pick-legal-bases⟩), units (⟨delegation/units⟩) and visits (⟨delegation/new-visit⟩).",
            "In an open visit each line and Enter is one entry with its time; everything is saved as you go, even if the machine stops.",
            "F1 shows the keys that work, anywhere. To be guided step by step first, on invented data: quit (Ctrl+Q) and run bienban demo.",
        ];
        inner_marks: &'static [(&'static str, &'static str)] = &[
            ("@Em  @\"Ban TV\"", "người nêu, người thực hiện"),
            ("@8:05", "giờ ghi, nếu khác lúc gõ"),
            ("<30/4", "thời hạn"),
            ("#I.5", "tiêu chí"),
            ("!1 … !4", "mức độ"),
            ("^  ^A1B2C", "liên kết với mục trên, hoặc với mục có mã đó"),
            ("\\", "dấu đứng sau là chữ thường"),
        ], &[
            ("@Em  @\"Ban TV\"", "who speaks, or who must act"),
            ("@8:05", "time, if other than now"),
            ("<30/4", "due date"),
            ("#I.5", "criterion"),
            ("!1 … !4", "severity"),
            ("^  ^A1B2C", "link to the entry above, or to the one named"),
            ("\\", "what follows is ordinary text"),
        ];
    }
}
