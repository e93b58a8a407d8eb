//! Name and summary of every command of the interface.

/// What a command is called, and what it does in one short sentence.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// One to four words, for the hint bar.
    pub name: &'static str,
    /// One sentence without a full stop, for the help screen.
    pub summary: &'static str,
}

macro_rules! labels {
    ($($id:ident: $vi:literal, $vi_summary:literal; $en:literal, $en_summary:literal;)*) => {
        /// One label for each command.
        #[derive(Debug)]
        pub struct Commands {
            $(#[doc = $en_summary] pub $id: Label,)*
        }
        pub(super) const VIETNAMESE: Commands =
            Commands { $($id: Label { name: $vi, summary: $vi_summary },)* };
        pub(super) const ENGLISH: Commands =
            Commands { $($id: Label { name: $en, summary: $en_summary },)* };
    };
}

labels! {
    help: "Trợ giúp", "xem mọi phím dùng được ở đây"; "Help", "show every key that works here";
    back: "Quay lại", "về màn hình trước"; "Back", "go back one screen";
    quit: "Thoát", "thoát chương trình; mọi thứ đã gõ đều được giữ"; "Quit", "leave the program; everything typed is kept";
    hide: "Che màn hình", "che hết ngay; dữ liệu mã hóa thì khóa lại"; "Hide the screen", "hide everything at once; encrypted data is locked";
    switch_typing: "Kiểu gõ", "kiểu gõ tiếng Việt: Telex, VNI, tắt"; "Typing", "how Vietnamese is typed: Telex, VNI, off";
    undo_typing: "Lấy lại phím gõ", "lấy lại phím đã gõ của từ vừa chuyển thành tiếng Việt; không có từ nào thì trả lại cửa sổ lệnh"; "Keys back", "give back the keys of the word that just became Vietnamese; hand back the terminal when there is none";
    suspend: "Tạm dừng", "trả lại cửa sổ lệnh; gõ fg để quay lại"; "Suspend", "hand back the terminal; fg returns";
    interrupt: "Cách thoát", "nhắc cách thoát, không làm mất gì"; "How to quit", "tell how to quit; nothing is lost";
    redraw: "Vẽ lại", "vẽ lại màn hình"; "Redraw", "draw the screen again";
    palette: "Tìm lệnh", "tìm và chạy lệnh, hoặc đến thẳng đoàn, buổi, đơn vị, người theo tên, mục đã ghi theo nội dung"; "Find a command", "run a command, or go to a delegation, visit, unit or person by name, to what was written by its words";
    search: "Tìm kiếm", "tìm trong mọi thứ đã ghi: mục, đơn vị, người, văn bản…; gõ đến đâu thấy đến đó"; "Search", "search everything that is kept: entries, units, people, documents; found as you type";
    keep_search: "Giữ bộ lọc", "giữ chữ và bộ lọc đang gõ dưới một tên, để lần sau chọn lại"; "Keep the search", "keep what is typed under a name, to be chosen again";
    drop_search: "Bỏ bộ lọc", "bỏ bộ lọc đã giữ đang chọn"; "Drop the search", "drop the kept search that is selected";
    theme_terminal: "Màu theo cửa sổ lệnh", "dùng nền và màu của cửa sổ lệnh"; "Terminal colours", "the terminal's own ground and colours";
    theme_light: "Màu nền sáng", "chữ đậm trên nền trắng"; "Light colours", "dark letters on white";
    theme_dark: "Màu nền tối", "chữ sáng trên nền đen"; "Dark colours", "light letters on black";
    theme_contrast: "Màu tương phản cao", "đen, trắng và hai màu sáng, không chữ mờ"; "High contrast", "black, white and two bright colours, nothing faint";
    theme_none: "Không màu", "chỉ dùng chữ đậm, gạch chân, đảo nền"; "No colours", "bold, underlined and reversed only";
    mouse: "Chuột", "dùng chuột để chọn và cuộn, hoặc thôi dùng để bôi chọn, sao chép chữ bằng cửa sổ lệnh"; "Mouse", "select and scroll with the mouse, or leave it to the terminal for copying text";
    ascii: "Khung và dấu ASCII", "vẽ khung, dấu bằng ký tự ASCII, hoặc trở lại; chữ vẫn đủ dấu"; "ASCII signs", "draw rules and signs with ASCII alone, or go back; text stays whole";
    statistics: "Thống kê", "số liệu qua các buổi làm việc: lĩnh vực, nguyên nhân, đơn vị, thời gian, danh mục"; "Statistics", "figures over the visits: topics, causes, units, time, checklists";
    as_table: "Bảng/hình", "đổi giữa bảng số và biểu đồ"; "Table/bars", "show the figures as a table, or as bars again";
    export_table: "Xuất CSV", "xuất bảng đang xem ra tệp CSV cho bảng tính"; "CSV", "write the table shown to a CSV file for spreadsheets";
    next_section: "Phần sau", "sang phần sau của màn hình"; "Next part", "go to the next part of the screen";
    previous_section: "Phần trước", "về phần trước của màn hình"; "Previous part", "go to the part before";
    up: "Lên", "lên một dòng"; "Up", "one line up";
    complete: "Gõ nốt", "lấy gợi ý hiện trên dòng ghi; nhấn nữa để lấy gợi ý sau"; "Complete", "take what is proposed above the line; again for the next one";
    mark_strength: "Vừa gõ: ưu điểm", "đổi mục vừa gõ thành ưu điểm"; "Strength", "make the entry just typed a strength";
    mark_shortcoming: "Vừa gõ: hạn chế", "đổi mục vừa gõ thành hạn chế, khuyết điểm"; "Shortcoming", "make the entry just typed a shortcoming";
    mark_cause: "Vừa gõ: chủ quan", "đổi mục vừa gõ thành nguyên nhân chủ quan"; "Cause", "make the entry just typed a subjective cause";
    mark_objective_cause: "Vừa gõ: khách quan", "đổi mục vừa gõ thành nguyên nhân khách quan"; "Objective cause", "make the entry just typed an objective cause";
    mark_recommendation: "Vừa gõ: đề nghị", "đổi mục vừa gõ thành đề nghị, yêu cầu"; "Recommendation", "make the entry just typed a recommendation to the unit";
    mark_kind: "Vừa gõ: đổi loại", "chọn loại cho mục vừa gõ"; "Kind", "choose the kind of the entry just typed";
    mark_severity_1: "Vừa gõ: mức 1", "cho mục vừa gõ mức độ 1"; "Severity 1", "give the entry just typed severity 1";
    mark_severity_2: "Vừa gõ: mức 2", "cho mục vừa gõ mức độ 2"; "Severity 2", "give the entry just typed severity 2";
    mark_severity_3: "Vừa gõ: mức 3", "cho mục vừa gõ mức độ 3"; "Severity 3", "give the entry just typed severity 3";
    mark_severity_4: "Vừa gõ: mức 4", "cho mục vừa gõ mức độ 4"; "Severity 4", "give the entry just typed severity 4";
    mark_earlier: "Vừa gõ: mục trước", "đánh dấu lại mục gõ trước đó, trong một phút vừa qua"; "Just typed: the one before", "mark the entry before it anew, of those of the last minute";
    mark_later: "Vừa gõ: mục sau", "đánh dấu lại mục gõ sau đó, trong một phút vừa qua"; "Just typed: the one after", "mark the entry after it anew, of those of the last minute";
    link_to_fault: "Vừa gõ: liên kết", "liên kết mục vừa gõ với hạn chế ngay phía trên"; "Link", "link the entry just typed to the shortcoming above";
    each_line: "Từng mục", "lưu mỗi dòng vừa dán thành một mục"; "Each line", "store each pasted line as an entry";
    one_entry: "Một mục", "nối các dòng vừa dán thành một mục"; "One entry", "join the pasted lines into one entry";
    keep_lines: "Giữ lại để sửa", "giữ các dòng vừa dán trong ô gõ để sửa"; "Keep to edit", "keep the pasted lines in the capture line";
    down: "Xuống", "xuống một dòng"; "Down", "one line down";
    page_up: "Trang trước", "lên một trang"; "Page up", "one page up";
    page_down: "Trang sau", "xuống một trang"; "Page down", "one page down";
    first: "Đầu", "về đầu danh sách"; "First", "to the beginning";
    last: "Cuối", "về cuối danh sách"; "Last", "to the end";
    open: "Mở", "mở mục đang chọn"; "Open", "open what is selected";
    new: "Thêm", "thêm một mục mới"; "New", "add a new one";
    new_below: "Thêm cấp dưới", "thêm đơn vị trực thuộc đơn vị đang chọn"; "New below", "add a unit below the selected one";
    edit: "Sửa", "sửa mục đang chọn"; "Edit", "edit what is selected";
    edit_facts: "Sửa thông tin", "sửa thông tin chung của màn hình này"; "Edit facts", "edit the facts of this screen";
    remove: "Xóa", "đưa mục đang chọn vào thùng rác"; "Remove", "move what is selected to the trash";
    undo: "Hoàn tác", "lấy lại thay đổi gần nhất"; "Undo", "take the newest change back";
    redo: "Làm lại", "làm lại thay đổi vừa hoàn tác"; "Redo", "make it again";
    timeline: "Diễn biến", "xem mọi thay đổi của buổi theo thứ tự: ai, lúc nào, việc gì"; "Timeline", "see every change of the visit in order: who, when, what";
    history: "Lịch sử", "xem mục đang chọn đã thay đổi thế nào"; "History", "see how it changed";
    trash: "Thùng rác", "xem và khôi phục những gì đã xóa"; "Trash", "see and restore what was removed";
    units: "Đơn vị", "danh sách đơn vị được kiểm tra"; "Units", "the units";
    bases: "Văn bản căn cứ", "sổ văn bản căn cứ"; "Legal documents", "the register of legal documents";
    register: "Sổ theo dõi", "mọi việc đang theo dõi ở đây: kiến nghị, khuyết điểm, cam kết, việc từ nguồn khác"; "Register", "everything followed here: recommendations, faults, commitments, outside items";
    outside_items: "Nguồn khác", "việc từ nguồn khác và vụ việc theo dõi ở đơn vị này"; "Outside items", "items from outside sources and tracked cases at the unit";
    carried: "Việc kỳ trước", "những việc kỳ trước chuyển sang, ghi kết quả từng việc"; "Carried items", "what is open from before; give each its verdict";
    verdict_done: "Đã làm", "ghi kết quả: đã thực hiện"; "Done", "verdict: done";
    verdict_partly: "Một phần", "ghi kết quả: thực hiện một phần"; "Partly", "verdict: partly done";
    verdict_not: "Chưa làm", "ghi kết quả: chưa thực hiện"; "Not done", "verdict: not done";
    verdict_unverifiable: "Chưa rõ", "ghi kết quả: chưa xác minh được"; "Unclear", "verdict: cannot be verified";
    follow: "Ghi theo dõi", "ghi một lần theo dõi, đôn đốc, kiểm tra, trả lời; trong sổ: cho mọi việc đã đánh dấu"; "Follow up", "log a watch, urge, check or reply; in the register for everything marked";
    mark: "Đánh dấu", "đánh dấu hoặc bỏ dấu việc đang chọn"; "Mark", "mark the row, or unmark it";
    mark_all: "Đánh dấu hết", "đánh dấu mọi việc đang hiện, hoặc bỏ hết dấu"; "Mark all", "mark every row shown, or unmark all";
    filter: "Lọc", "chọn những gì được hiện: đơn vị, thời gian; trong sổ cả người thực hiện, trạng thái, loại, chữ"; "Filter", "choose what is shown: unit, dates; in the register doer, standing, kind, words too";
    only_overdue: "Quá hạn", "chỉ hiện việc quá hạn, hoặc hiện lại tất cả"; "Overdue", "show only what is overdue, or everything again";
    also_closed: "Cả việc đã xong", "hiện thêm việc đã hoàn thành, không còn phù hợp, hoặc ẩn đi"; "Closed too", "show also what is closed, or hide it";
    models: "Mô hình", "chỉ hiện mô hình, cách làm hay, hoặc trở lại"; "Models", "show only good practices, or go back";
    cases: "Vụ việc", "chỉ hiện vụ việc theo dõi và việc từ nguồn khác, hoặc trở lại"; "Cases", "show only tracked cases and outside items, or go back";
    clear_filter: "Bỏ lọc", "bỏ mọi điều kiện lọc"; "Clear", "drop every filter";
    sort: "Sắp xếp", "đổi cách sắp xếp: hạn, đơn vị, trạng thái; số liệu: số lượng, tên"; "Sort", "by due date, unit, standing; figures by number or name";
    raised_at: "Buổi đã nêu", "mở buổi làm việc đã nêu việc này"; "Visit", "open the visit that raised it";
    resume: "Gõ tiếp", "mở buổi làm việc còn dòng gõ dở"; "Resume", "open the visit with an unfinished line";
    new_member: "Thêm người", "thêm thành viên Đoàn"; "New member", "add a member";
    pick_bases: "Căn cứ", "chọn văn bản căn cứ cho Đoàn"; "Pick documents", "pick the delegation's legal documents";
    new_visit: "Buổi mới", "lập buổi làm việc với một đơn vị"; "New visit", "plan a visit to a unit";
    cancel_visit: "Hủy buổi", "hủy buổi làm việc, nêu lý do"; "Cancel visit", "cancel the visit, with a reason";
    plan_again: "Lập lại", "đưa buổi làm việc đã hủy về dự kiến"; "Plan again", "take a cancelled visit back";
    capture: "Gõ", "gõ vào dòng ghi"; "Type", "type in the capture line";
    store_line: "Ghi", "lưu dòng vừa gõ thành một mục"; "Store", "store the line as one entry";
    chain: "Liên kết", "nguyên nhân, trách nhiệm, đề nghị, ý kiến của đơn vị quanh mục đang chọn"; "Links", "causes, responsible, recommendations and positions around the entry";
    phrases: "Câu đã dùng", "chọn lại một câu đã gõ trước đây"; "Phrases", "take up a phrase typed before";
    link: "Nối", "nối với mục đã ghi, hoặc bỏ nối"; "Link", "link to entries, or take links away";
    unlink: "Bỏ nối", "bỏ nối với mục đang chọn"; "Unlink", "take the link to the selected one away";
    position: "Ý kiến ĐV", "đổi ý kiến của đơn vị: tiếp thu, giải trình, không đồng ý"; "Position", "what the unit holds: agrees, explains, objects";
    next_fault: "Hạn chế sau", "sang hạn chế (hoặc mục cùng loại) sau"; "Next", "to the next shortcoming, or entry alike";
    previous_fault: "Hạn chế trước", "về hạn chế (hoặc mục cùng loại) trước"; "Previous", "to the previous shortcoming, or entry alike";
    details: "Chi tiết", "ghi chi tiết của mục: lĩnh vực, phạm vi, nguồn, danh sách riêng…"; "Details", "what an entry says beside its words";
    change_kind: "Đổi loại", "đổi loại của mục đang chọn"; "Change kind", "change what the entry is";
    split: "Tách", "tách mục đang chọn làm hai; khi sửa mục: tách tại con trỏ"; "Split", "split the entry in two; while it is edited: at the caret";
    merge: "Gộp xuống", "gộp mục đang chọn với mục ngay bên dưới"; "Merge", "merge the entry with the one below";
    move_up: "Đưa lên", "đưa mục đang chọn lên một chỗ"; "Move up", "move the entry up";
    move_down: "Đưa xuống", "đưa mục đang chọn xuống một chỗ"; "Move down", "move the entry down";
    answer: "Ghi kết quả", "ghi kết quả đối chiếu và ý kiến tự đánh giá của đơn vị"; "Answer", "write down what was found and what the unit says of itself";
    next_unseen: "Chưa xem tiếp", "tới tiêu chí chưa ai xem kế tiếp"; "Next unseen", "go to the next criterion that nobody looked at";
    only_unseen: "Lọc chưa xem", "chỉ hiện những gì chưa ai xem, hoặc hiện tất cả"; "Only unseen", "show only what nobody looked at, or everything";
    choose_checklist: "Đổi danh mục", "chọn danh mục mà Đoàn đối chiếu"; "Change list", "choose the checklist that the delegation holds against";
    checklist: "Danh mục", "đối chiếu danh mục: kết quả từng tiêu chí, những gì chưa xem"; "Checklist", "hold against the checklist: answers, and what nobody looked at";
    checklists: "Danh mục", "các danh mục đối chiếu của cơ quan"; "Checklists", "the checklists of the office";
    attendance: "Thành phần", "thành phần dự buổi làm việc"; "Attendance", "who attends";
    preview: "Biên bản", "xem trước biên bản"; "Preview", "preview the minutes";
    open_visit: "Mở buổi", "bắt đầu buổi làm việc, hoặc mở lại; buổi đã niêm phong thì kèm lý do"; "Open visit", "begin the visit, or open it again: a sealed one with a reason";
    versions: "Phiên bản", "các phiên bản đã niêm phong; so sánh hai phiên bản theo từng từ"; "Versions", "the sealed versions; compare two of them by words";
    close_visit: "Kết thúc", "kết thúc buổi làm việc và niêm phong biên bản"; "Close visit", "end the visit and seal its minutes";
    built_in: "Mẫu có sẵn", "xem theo mẫu có sẵn, không theo mẫu Đoàn đã chọn; nhấn lần nữa để quay lại"; "Template shipped", "use the template shipped, not the one the delegation chose; again to go back";
    redacted_copy: "Bản lược bỏ", "xem và xuất bản không có họ tên, chức vụ, chi tiết riêng; nhấn lần nữa để quay lại"; "Without names", "see and export a copy without names, posts and private detail; again to go back";
    read_back: "Đọc lại", "đọc lại biên bản từng mục trên cả màn hình, sửa ngay tại chỗ"; "Read back", "read the minutes back item by item and put them right on the spot";
    next_item: "Mục sau", "đọc xong, sang mục sau"; "Next", "this one is read; go to the next";
    previous_item: "Mục trước", "về mục trước"; "Previous", "go to the item before";
    export: "Xuất", "xuất biên bản ra tệp Markdown"; "Export", "write the minutes to a Markdown file";
    diary: "Nhật ký", "nhật ký Đoàn, chỉ ghi thêm"; "Diary", "the diary of the delegation, only added to";
    new_part: "Thêm tổ", "lập tổ, Đoàn trực thuộc Đoàn này"; "Sub-delegation", "add a delegation that is part of this one";
    back_up: "Sao lưu", "toàn bộ dữ liệu cùng lịch sử vào một tệp, rồi đọc lại để kiểm tra"; "Back up", "everything with its history into one file that is read back";
    import_file: "Nhập từ tệp", "CSV, XLSX, TOML; xem trước rồi mới nhập"; "Import", "import what fits here from CSV, XLSX or TOML; shown first";
    import_all: "Nhập tất cả", "nhập mọi dòng mới và thay đổi của tệp"; "Import all", "take everything new and changed in the file";
    this_is_me: "Là tôi", "thành viên đang chọn là người gõ trên máy này"; "This is me", "the selected member types at this laptop";
    materials: "Tài liệu", "tài liệu đơn vị phải gửi và đã gửi"; "Documents", "documents due and received";
    issues: "Gợi ý", "vấn đề gợi ý đơn vị trả lời"; "Issues", "issues that the unit was asked to answer";
    received_today: "Nhận hôm nay", "ghi là hôm nay đã nhận tài liệu này"; "Received today", "note that the document came today";
    copy_issues: "Chép kỳ trước", "chép vấn đề gợi ý từ buổi làm việc trước của Đoàn"; "Copy", "copy the issues of the delegation's visit before";
    paste_citations: "Dán căn cứ", "dán các căn cứ, mỗi văn bản tự vào đúng ô"; "Paste", "paste citations; each falls into its fields";
    add_delegation: "Thêm cả Đoàn", "thêm mọi thành viên Đoàn vào thành phần"; "Add delegation", "add every member of the delegation";
    cite: "Chọn/bỏ", "chọn hoặc bỏ văn bản này làm căn cứ của Đoàn"; "Pick/drop", "pick the document for the delegation, or drop it";
    presence: "Có mặt/vắng", "đổi giữa có mặt và vắng; vắng thì hỏi lý do"; "Present/absent", "present or absent; asks for the reason of an absence";
    restore: "Khôi phục", "đưa mục đang chọn trở lại"; "Restore", "bring it back";
    next_field: "Ô sau", "sang ô sau"; "Next", "to the next field";
    previous_field: "Ô trước", "về ô trước"; "Previous", "to the previous field";
    accept: "Tiếp", "sang ô sau; ở ô cuối thì lưu"; "Next/save", "next field; saves on the last one";
    save: "Lưu", "lưu và đóng"; "Save", "save and close";
    drop_draft: "Bỏ phần nhập dở", "bỏ phần nhập dở được khôi phục"; "Drop draft", "drop what was recovered";
    checks: "Việc cần xem lại", "xem những gì biên bản còn thiếu hoặc nghi sai"; "Checks", "see what the minutes lack or may have wrong";
    mend: "Sửa", "đến đúng chỗ để bổ sung, sửa việc đang chọn"; "Mend", "go to what mends the selected warning";
    waive: "Bỏ qua", "bỏ qua loại việc này ở buổi này, có ghi lý do; với việc đã bỏ qua: nhắc lại"; "Switch off", "switch the check off for this visit with a reason, or on again";
    proceed: "Làm luôn", "cứ làm tiếp, các việc này để sau"; "Go on", "go on all the same";
    review: "Xem lại", "xem và sửa từng việc"; "Review", "look at each of them";
    yes: "Có", "đồng ý"; "Yes", "agree";
    no: "Không", "không, quay lại"; "No", "no, go back";
    choose: "Chọn", "chọn mục này"; "Choose", "choose this one";
    left: "Sang trái", "con trỏ sang trái; ở ô chọn: lựa chọn trước"; "Left", "cursor left; previous choice";
    right: "Sang phải", "con trỏ sang phải; ở ô chọn: lựa chọn sau"; "Right", "cursor right; next choice";
    select_left: "Chọn trái", "chọn chữ bên trái; gõ tiếp là thay chữ đã chọn"; "Select left", "select the letter to the left; what is typed next takes its place";
    select_right: "Chọn phải", "chọn chữ bên phải; gõ tiếp là thay chữ đã chọn"; "Select right", "select the letter to the right; what is typed next takes its place";
    word_left: "Từ trước", "về đầu từ"; "Word left", "one word left";
    word_right: "Từ sau", "sang từ sau"; "Word right", "one word right";
    edit_outside: "Soạn riêng", "soạn bằng trình soạn thảo riêng (biến VISUAL hoặc EDITOR)"; "Editor", "write it in an editor of your own (VISUAL or EDITOR)";
    line_start: "Đầu dòng", "về đầu dòng"; "Start", "to the start of the line";
    line_end: "Cuối dòng", "về cuối dòng"; "End", "to the end of the line";
    delete_back: "Xóa lùi", "xóa chữ trước con trỏ"; "Backspace", "delete the letter before";
    delete: "Xóa tới", "xóa chữ sau con trỏ"; "Delete", "delete the letter after";
    delete_word: "Xóa từ", "xóa từ trước con trỏ"; "Delete word", "delete the word before";
    delete_to_start: "Xóa về đầu", "xóa từ con trỏ về đầu dòng"; "Delete to start", "delete to the start of the line";
    delete_to_end: "Xóa về cuối", "xóa từ con trỏ về cuối dòng"; "Delete to end", "delete to the end of the line";
    tour_begin: "Làm quen", "đi lại phần làm quen từ đầu, trên dữ liệu minh họa"; "Tour", "take the tour of the demonstration from its beginning";
    tour_skip: "Bỏ qua bước", "sang bước sau của phần làm quen"; "Skip step", "go on to the next step of the tour";
    tour_end: "Thôi làm quen", "dừng phần làm quen, có thể làm lại sau"; "End tour", "no more of the tour for now";
    newline: "Xuống dòng", "xuống dòng trong cùng một mục"; "New line", "a new line within the entry";
}
