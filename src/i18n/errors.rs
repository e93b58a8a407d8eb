//! What went wrong and what to do next, in sentences.

/// Sentences about failures; each names the cause and the next step.
#[derive(Debug)]
pub struct Errors {
    /// Another process (pid, host, since) holds the data folder.
    pub in_use: fn(&str, u32, &str, &str) -> String,
    /// A file operation failed: path, cause.
    pub io: fn(&str, &str) -> String,
    /// The store is of a newer version: path, found, known.
    pub newer: fn(&str, u32, u32) -> String,
    /// Both copies are damaged: folder, what.
    pub both_damaged: fn(&str, &str) -> String,
    /// The database failed while running: path, cause.
    pub database: fn(&str, &str) -> String,
    /// A change was not saved: path, cause.
    pub not_saved: fn(&str, &str) -> String,
    /// A change is saved, but cannot be read back yet: why.
    pub behind: fn(&str) -> String,
    /// A record cannot be read: kind, reference, cause.
    pub unreadable: fn(&str, &str, &str) -> String,
    /// The record is in the trash: kind, reference.
    pub removed: fn(&str, &str) -> String,
    /// The record was changed meanwhile: kind, reference, field.
    pub stale: fn(&str, &str, &str) -> String,
    /// Minutes would be incomplete: how many entries are missing, which.
    pub incomplete: fn(usize, &str) -> String,
    /// There is no such record: kind, reference.
    pub not_found: fn(&str, &str) -> String,
    /// A field must be filled: its name.
    pub empty_field: fn(&str) -> String,
    /// Nothing is chosen in a field that needs a choice.
    pub not_chosen: fn(&str) -> String,
    /// A visit ends before it begins: start, end.
    pub visit_times: fn(&str, &str) -> String,
    /// A period ends before it begins: from, to.
    pub period: fn(&str, &str) -> String,
    /// A visit cannot go from one status to another: from, to.
    pub transition: fn(&str, &str) -> String,
    /// The visit is not open: its status.
    pub visit_not_open: fn(&str) -> String,
    /// Nothing to undo or redo.
    pub nothing_to_undo: &'static str,
    /// A unit would stand below itself.
    pub unit_cycle: &'static str,
    /// The minutes could not be made: cause.
    pub minutes: fn(&str) -> String,
    /// The folder of an export is not there: path.
    pub no_folder: fn(&str) -> String,
    /// A file could not be written: path, cause.
    pub export: fn(&str, &str) -> String,
    /// The cause "no space left".
    pub disk_full: &'static str,
    /// The cause "permission denied".
    pub permission_denied: &'static str,
    /// The cause "there is no such file or folder".
    pub no_such_file: &'static str,
    /// The cause "the disk is read-only".
    pub read_only: &'static str,
    /// The database was rebuilt from the journal: number of changes, where the old one was set aside.
    pub database_rebuilt: fn(u64, &str) -> String,
    /// The journal was restored from the database: number of changes, where the old one was set aside.
    pub journal_restored: fn(u64, &str) -> String,
    /// A cut-off last line was set aside: where.
    pub torn_line: fn(&str) -> String,
    /// Changes were folded in after a crash: how many.
    pub replayed: fn(u64) -> String,
    /// The data folder was brought to the present format: where the copy of the old one is.
    pub upgraded: fn(&str) -> String,
    /// The installation file was renewed.
    pub installation_renewed: &'static str,
    /// A draft could not be read: where it was set aside.
    pub draft_set_aside: fn(&str) -> String,
}

pub(super) const VIETNAMESE: Errors = Errors {
    in_use: |folder, pid, host, since| {
        format!(
            "Dữ liệu đang được mở ở một bienban khác từ {since} (tiến trình {pid}, máy {host}). Hãy đóng bản đó, hoặc chọn thư mục khác bằng --data-dir. ({folder})"
        )
    },
    io: |path, cause| format!("Không đọc, ghi được {path}: {cause}."),
    newer: |path, found, known| {
        format!(
            "{path} do phiên bản mới hơn tạo ra (định dạng {found}, bản này biết đến {known}). Hãy cập nhật bienban; dữ liệu chưa bị thay đổi."
        )
    },
    both_damaged: |folder, what| {
        format!(
            "Cả hai bản lưu trong {folder} đều hỏng ở cùng một chỗ: {what}. Chưa có gì bị thay đổi: hãy sao chép nguyên thư mục ra nơi khác rồi khôi phục từ bản sao lưu."
        )
    },
    database: |path, cause| {
        format!("Cơ sở dữ liệu {path} gặp lỗi: {cause}. Nhật ký vẫn còn đủ; hãy mở lại bienban để tự sửa.")
    },
    not_saved: |path, cause| {
        format!("CHƯA LƯU được vào {path}: {cause}. Nội dung vẫn còn trên màn hình; xử lý nguyên nhân rồi lưu lại.")
    },
    behind: |why| {
        format!(
            "Đã lưu vào nhật ký, nhưng chưa đọc lại được: {why} Xử lý nguyên nhân rồi mở lại bienban; không mất gì."
        )
    },
    unreadable: |kind, reference, cause| {
        format!("{kind} {reference} không đọc được bằng phiên bản này ({cause}); dữ liệu vẫn được giữ nguyên.")
    },
    removed: |kind, reference| format!("{kind} {reference} đang ở trong thùng rác. Hãy khôi phục trước."),
    stale: |kind, reference, field| {
        format!("{kind} {reference} vừa được sửa ở chỗ khác (ô “{field}”). Chưa lưu; hãy mở lại để xem rồi sửa tiếp.")
    },
    incomplete: |count, which| format!("Chưa lập biên bản vì sẽ thiếu {count} mục không đọc được. {which}"),
    not_found: |kind, reference| format!("Không tìm thấy {kind} {reference}."),
    empty_field: |field| format!("Chưa nhập “{field}”."),
    not_chosen: |field| format!("Chưa chọn “{field}”."),
    visit_times: |start, end| format!("Giờ kết thúc ({end}) phải sau giờ bắt đầu ({start})."),
    period: |from, to| format!("Mốc thời gian kết thúc ngày {to}, trước ngày bắt đầu {from}. Hãy sửa một trong hai."),
    transition: |from, to| format!("Buổi làm việc “{from}” không chuyển sang “{to}” được."),
    visit_not_open: |status| {
        format!("Buổi làm việc “{status}”, chưa ghi được. Hãy mở buổi làm việc trước; dòng vừa gõ vẫn còn.")
    },
    nothing_to_undo: "Không còn gì để hoàn tác hoặc làm lại.",
    unit_cycle: "Một đơn vị không thể là cấp trên của chính mình.",
    minutes: |cause| format!("Không lập được biên bản: {cause}."),
    no_folder: |path| {
        format!(
            "Chưa có thư mục {path}, nên chưa xuất gì. Tạo thư mục (dòng lệnh: --make-folder) hoặc chọn thư mục khác."
        )
    },
    export: |path, cause| format!("Không xuất được ra {path}: {cause}. Hãy chọn thư mục khác."),
    disk_full: "ổ đĩa đã đầy",
    permission_denied: "không có quyền",
    no_such_file: "không có tệp hoặc thư mục này",
    read_only: "ổ đĩa chỉ cho đọc",
    database_rebuilt: |changes, aside| {
        format!(
            "Cơ sở dữ liệu bị hỏng đã được dựng lại từ nhật ký ({changes} thay đổi, không mất gì).{}",
            set_aside_vi(aside)
        )
    },
    journal_restored: |changes, aside| {
        format!(
            "Nhật ký bị hỏng đã được khôi phục từ cơ sở dữ liệu ({changes} thay đổi, không mất gì).{}",
            set_aside_vi(aside)
        )
    },
    torn_line: |aside| format!("Một dòng đang ghi dở khi máy tắt, chưa từng báo đã lưu, được giữ riêng tại {aside}."),
    upgraded: |backup| {
        format!("Đã chuyển dữ liệu của phiên bản trước sang định dạng mới, không mất gì; bản cũ được giữ ở {backup}.")
    },
    replayed: |changes| format!("Lần trước dừng đột ngột: đã đưa lại {changes} thay đổi từ nhật ký, không mất gì."),
    installation_renewed: "Tệp nhận diện máy bị hỏng hoặc thiếu: đã lập mới; dữ liệu cũ vẫn đủ.",
    draft_set_aside: |aside| format!("Một bản nháp không đọc được, được giữ riêng tại {aside}."),
};

fn set_aside_vi(path: &str) -> String {
    if path.is_empty() { String::new() } else { format!(" Bản cũ giữ tại {path}.") }
}

fn set_aside_en(path: &str) -> String {
    if path.is_empty() { String::new() } else { format!(" The old copy is kept at {path}.") }
}

pub(super) const ENGLISH: Errors = Errors {
    in_use: |folder, pid, host, since| {
        format!(
            "The data is open in process {pid} on {host} since {since}. Close that one, or choose another folder with --data-dir. ({folder})"
        )
    },
    io: |path, cause| format!("Cannot read or write {path}: {cause}."),
    newer: |path, found, known| {
        format!(
            "{path} was made by a newer version (format {found}, this one knows {known}). Update bienban; nothing was changed."
        )
    },
    both_damaged: |folder, what| {
        format!(
            "Both copies in {folder} are damaged in the same place: {what}. Nothing was changed: copy the whole folder elsewhere, then restore from a backup."
        )
    },
    database: |path, cause| {
        format!("The database {path} failed: {cause}. The journal has everything; reopen bienban to mend it.")
    },
    not_saved: |path, cause| {
        format!("NOT SAVED to {path}: {cause}. The text is still on the screen; mend the cause and save again.")
    },
    behind: |why| {
        format!("Saved in the journal, but not readable yet: {why} Mend the cause and reopen bienban; nothing is lost.")
    },
    unreadable: |kind, reference, cause| {
        format!("{kind} {reference} cannot be read by this version ({cause}); it is kept as it is.")
    },
    removed: |kind, reference| format!("{kind} {reference} is in the trash. Restore it first."),
    stale: |kind, reference, field| {
        format!("{kind} {reference} was changed elsewhere meanwhile (“{field}”). Not saved; open it again, then edit.")
    },
    incomplete: |count, which| format!("No minutes: {count} entries that cannot be read would be missing. {which}"),
    not_found: |kind, reference| format!("There is no {kind} {reference}."),
    empty_field: |field| format!("“{field}” is empty."),
    not_chosen: |field| format!("“{field}” is not chosen."),
    visit_times: |start, end| format!("The end, {end}, is not after the start, {start}. Correct one of them."),
    period: |from, to| format!("The period ends on {to}, before it begins on {from}. Correct one of them."),
    transition: |from, to| format!("A visit that is “{from}” cannot become “{to}”."),
    visit_not_open: |status| {
        format!("The visit is “{status}”, so nothing can be added. Open it first; the line is still there.")
    },
    nothing_to_undo: "Nothing left to undo or redo.",
    unit_cycle: "A unit cannot stand above itself.",
    minutes: |cause| format!("The minutes could not be made: {cause}."),
    no_folder: |path| {
        format!(
            "There is no folder {path}, so nothing was written. Make it (on the command line --make-folder) or choose another."
        )
    },
    export: |path, cause| format!("Cannot write {path}: {cause}. Choose another folder."),
    disk_full: "the disk is full",
    permission_denied: "permission denied",
    no_such_file: "no such file or folder",
    read_only: "the disk is read-only",
    database_rebuilt: |changes, aside| {
        format!(
            "The damaged database was rebuilt from the journal ({changes} changes, nothing lost).{}",
            set_aside_en(aside)
        )
    },
    journal_restored: |changes, aside| {
        format!(
            "The damaged journal was restored from the database ({changes} changes, nothing lost).{}",
            set_aside_en(aside)
        )
    },
    torn_line: |aside| {
        format!("A line that was being written when the machine stopped, never said to be saved, is kept at {aside}.")
    },
    upgraded: |backup| {
        format!(
            "The data of the earlier version was brought to the new format, nothing is lost; the old one is kept in {backup}."
        )
    },
    replayed: |changes| {
        format!("The last stop was sudden: {changes} changes were folded in again from the journal, nothing lost.")
    },
    installation_renewed: "The installation file was damaged or missing and was made anew; the data is complete.",
    draft_set_aside: |aside| format!("A draft could not be read; it is kept at {aside}."),
};
