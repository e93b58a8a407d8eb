//! What the command line prints.

/// Sentences of the command line.
#[derive(Debug)]
pub struct Cli {
    /// What the program is, in one line.
    pub about: &'static str,
    /// Exit codes and where the data lives, after the help.
    pub after_help: &'static str,
    /// `--data-dir`.
    pub data_dir: &'static str,
    /// `--lang`.
    pub lang: &'static str,
    /// `--json`.
    pub json: &'static str,
    /// `demo`.
    pub demo: &'static str,
    /// `demo --scale`.
    pub demo_scale: &'static str,
    /// `demo --seed`.
    pub demo_seed: &'static str,
    /// A large store was made: delegations, visits, entries, recommendations; where.
    pub demo_made: fn([usize; 4], &str) -> String,
    /// `export`.
    pub export: &'static str,
    /// `export --to`.
    pub export_to: &'static str,
    /// Help of `--make-folder`.
    pub make_folder: &'static str,
    /// `check`.
    pub check: &'static str,
    /// `list`.
    pub list: &'static str,
    /// `list WHAT`.
    pub list_what: &'static str,
    /// `show`.
    pub show: &'static str,
    /// `show REFERENCE`.
    pub reference: &'static str,
    /// `show --private`.
    pub show_private: &'static str,
    /// So many private names are not shown.
    pub withheld: fn(usize) -> String,
    /// `add`.
    pub add: &'static str,
    /// `add LINE`.
    pub add_line: &'static str,
    /// `diary`.
    pub diary: &'static str,
    /// `diary REFERENCE`.
    pub diary_of: &'static str,
    /// `diary TEXT`.
    pub diary_text: &'static str,
    /// `add-basis`.
    pub add_basis: &'static str,
    /// `add-basis --delegation`.
    pub add_basis_for: &'static str,
    /// `add-basis TEXT`.
    pub add_basis_text: &'static str,
    /// A visit by reference.
    pub visit: &'static str,
    /// `doctor`.
    pub doctor: &'static str,
    /// `--help`.
    pub help: &'static str,
    /// `--version`.
    pub version: &'static str,
    /// Heading of the usage line.
    pub usage: &'static str,
    /// Heading of the commands.
    pub commands: &'static str,
    /// Heading of the arguments.
    pub arguments: &'static str,
    /// Heading of the options.
    pub options: &'static str,
    /// Stands for the options in a usage line.
    pub options_placeholder: &'static str,
    /// Stands for a command in a usage line.
    pub command_placeholder: &'static str,
    /// The command line could not be understood: what clap says.
    pub bad_usage: fn(&str) -> String,
    /// A word that the command line does not know.
    pub unknown_word: fn(&str) -> String,
    /// A word that is missing.
    pub missing_word: fn(&str) -> String,
    /// An unquoted `--` stands before a line.
    pub quote_the_line: &'static str,
    /// There is no record of that reference.
    pub no_reference: fn(&str) -> String,
    /// Several records share that reference: which.
    pub several: fn(&str, &str) -> String,
    /// The record is not of the kind wanted: reference, kind it is, kind wanted.
    pub wrong_kind: fn(&str, &str, &str) -> String,
    /// No visit is open and none was named.
    pub no_open_visit: &'static str,
    /// Several visits are open and none was named: which.
    pub several_open: fn(&str) -> String,
    /// An entry was saved: reference, kind.
    pub saved: fn(&str, &str) -> String,
    /// Something went wrong with a line: number, why.
    pub line_failed: fn(usize, &str) -> String,
    /// Nothing to list.
    pub nothing: &'static str,
    /// A visit's number of entries.
    pub entries: fn(usize) -> String,
    /// Minutes were written: path.
    pub exported: fn(&str) -> String,
    /// Both copies are whole: changes, records, folder.
    pub sound: fn(u64, u64, &str) -> String,
    /// Damage was found: what.
    pub damage: fn(&str) -> String,
    /// Damage was mended.
    pub mended: &'static str,
    /// The config file has a mistake: path, what.
    pub bad_config: fn(&str, &str) -> String,
    /// The platform has no home folder to put the data in.
    pub no_home: &'static str,
    /// Standard input could not be read: cause.
    pub bad_input: fn(&str) -> String,
    /// The interface could not start: cause.
    pub no_terminal: fn(&str) -> String,
}

pub(super) const VIETNAMESE: Cli = Cli {
    about: "Ghi biên bản làm việc của đoàn kiểm tra: gõ tại chỗ, không cần mạng, không mất chữ nào.",
    after_help: "Không kèm lệnh: mở giao diện.\n\n\
        Mã thoát:\n  0  xong\n  1  lỗi đọc, ghi hoặc dữ liệu\n  2  gõ sai lệnh, hoặc tệp cấu hình sai\n  \
        3  không tìm thấy, hoặc chưa rõ là mục nào\n  4  dữ liệu đang mở ở nơi khác\n  5  có hỏng hóc, đã sửa xong\n  \
        6  có hỏng hóc, không tự sửa được\n  \
        7  check: còn việc cần xem lại\n  8  verify: đúng bản niêm phong, nhưng đã có phiên bản mới hơn\n  \
        9  verify: tệp đã bị sửa so với bản niêm phong\n  10  verify: bản chưa niêm phong\n  \
        11  dữ liệu được mã hóa, thiếu mật khẩu hoặc mật khẩu sai\n  \
        12  verify: đúng bản niêm phong, nhưng chữ ký bên cạnh không hợp lệ\n  \
        13  verify: đúng bản niêm phong, nhưng không rõ ai ký",
    data_dir: "Thư mục dữ liệu (mặc định: nơi hệ điều hành dành cho dữ liệu ứng dụng)",
    lang: "Ngôn ngữ giao diện: vi hoặc en",
    json: "In kết quả dạng JSON",
    demo: "Mở một kho dữ liệu minh họa riêng, với các đơn vị hư cấu",
    demo_scale: "Không mở mà tạo một kho lớn để đo tốc độ; 100 là 50 đoàn, 400 buổi, 60.000 mục, 20.000 kiến nghị",
    demo_seed: "Số gieo: cùng một số thì tạo ra cùng một kho [mặc định: 0]",
    demo_made: |[delegations, visits, entries, recommendations], folder| {
        format!(
            "Đã tạo {delegations} đoàn, {visits} buổi làm việc, {entries} mục và {recommendations} kiến nghị trong {folder}\n\
             Mở bằng lệnh: bienban --data-dir '{folder}'"
        )
    },
    export: "Xuất biên bản của một buổi làm việc ra tệp Markdown",
    make_folder: "Tạo thư mục của --to nếu chưa có",
    export_to: "Thư mục đặt tệp (mặc định: thư mục hiện tại); không bao giờ ghi đè tệp đã có",
    check: "Xem những gì biên bản còn thiếu hoặc nghi sai; không thay đổi gì",
    list: "Liệt kê",
    list_what: "delegations: các đoàn; visits: các buổi làm việc; units: các đơn vị; entries, materials, issues: các dòng, tài liệu, vấn đề gợi ý của một buổi",
    show: "Xem một mục theo mã",
    reference: "Mã 5 ký tự của mục",
    show_private: "Hiện cả danh sách riêng, vốn không in và không xuất ra đâu",
    withheld: |names| format!("có {names} tên, xem bằng --private"),
    add: "Ghi thêm vào buổi làm việc đang mở; cú pháp như trong ô gõ",
    add_line: "Dòng cần ghi; bỏ trống hoặc “-” thì đọc từng dòng từ đầu vào chuẩn",
    diary: "Xem nhật ký Đoàn, hoặc ghi thêm một dòng của hôm nay",
    diary_of: "Mã của Đoàn",
    diary_text: "Việc đã làm; bỏ trống thì liệt kê nhật ký",
    add_basis: "Thêm văn bản căn cứ từ câu trích dẫn; văn bản đã có trong sổ thì dùng lại",
    add_basis_for: "Chọn luôn làm căn cứ của Đoàn có mã này",
    add_basis_text: "Các căn cứ, cách nhau bằng dấu chấm phẩy hoặc xuống dòng; bỏ trống hoặc \"-\" thì đọc từ đầu vào chuẩn",
    visit: "Mã buổi làm việc (mặc định: buổi duy nhất đang mở)",
    doctor: "Kiểm tra toàn bộ dữ liệu, sửa bản hỏng từ bản còn tốt",
    help: "Xem hướng dẫn",
    version: "Xem phiên bản",
    usage: "Cách dùng:",
    commands: "Lệnh",
    arguments: "Tham số",
    options: "Tùy chọn",
    options_placeholder: "TÙY CHỌN",
    command_placeholder: "LỆNH",
    bad_usage: |why| format!("Lệnh chưa đúng: {why}. Xem bienban --help."),
    unknown_word: |word| format!("không hiểu “{word}”"),
    missing_word: |word| format!("thiếu {word}"),
    quote_the_line: "đặt cả dòng trong dấu nháy, ví dụ bienban add '-- tự phê bình còn nể nang'",
    no_reference: |reference| format!("Không có mục nào mang mã {reference}. Xem mã bằng bienban list."),
    several: |reference, which| format!("Mã {reference} trùng ở nhiều mục ({which})."),
    wrong_kind: |reference, is, wanted| format!("{reference} là {is}, không phải {wanted}."),
    no_open_visit: "Không có buổi làm việc nào đang mở. Hãy mở một buổi trong giao diện, hoặc chỉ rõ bằng --visit.",
    several_open: |which| format!("Nhiều buổi làm việc đang mở ({which}). Hãy chỉ rõ bằng --visit."),
    saved: |reference, kind| format!("Đã lưu {reference} · {kind}"),
    line_failed: |number, why| format!("Dòng {number}: {why}"),
    nothing: "Chưa có gì.",
    entries: |count| format!("{count} mục"),
    exported: |path| format!("Đã xuất biên bản: {path}"),
    sound: |changes, records, folder| {
        format!("Dữ liệu nguyên vẹn: {changes} thay đổi, {records} mục, hai bản khớp nhau. ({folder})")
    },
    damage: |what| format!("Phát hiện hỏng hóc: {what}."),
    mended: "Đã sửa xong từ bản còn tốt, không mất gì.",
    bad_config: |path, what| format!("Tệp cấu hình {path} có lỗi: {what}"),
    no_home: "Không xác định được thư mục của người dùng. Hãy chỉ rõ bằng --data-dir.",
    bad_input: |cause| format!("Không đọc được đầu vào: {cause}."),
    no_terminal: |cause| {
        format!("Không mở được giao diện trên thiết bị này: {cause}. Dùng các lệnh list, show, add, export thay thế.")
    },
};

pub(super) const ENGLISH: Cli = Cli {
    about: "Minutes of inspection delegations: typed in the room, offline, nothing ever lost.",
    after_help: "Without a command: opens the interface.\n\n\
        Exit codes:\n  0  done\n  1  reading, writing or the data failed\n  2  wrong usage or a mistake in the config file\n  \
        3  not found, or not clear which\n  4  the data is open elsewhere\n  5  damage was found and mended\n  \
        6  damage was found that cannot be mended\n  \
        7  check: something is left to look at\n  8  verify: sealed, but there is a newer version\n  \
        9  verify: altered since it was sealed\n  10  verify: a draft, not sealed\n  \
        11  the data is encrypted, and the passphrase is missing or wrong\n  \
        12  verify: sealed, but the signature beside it is not valid\n  \
        13  verify: sealed, but signed by an unknown key",
    data_dir: "Data folder (default: where the platform keeps application data)",
    lang: "Language of the interface: vi or en",
    json: "Print the result as JSON",
    demo: "Open a separate store with invented units to look around in",
    demo_scale: "Instead make a large store to measure with; 100 is 50 delegations, 400 visits, 60,000 entries, 20,000 recommendations",
    demo_seed: "Seed: the same one makes the same store [default: 0]",
    demo_made: |[delegations, visits, entries, recommendations], folder| {
        format!(
            "Made {delegations} delegations, {visits} visits, {entries} entries and {recommendations} recommendations in {folder}\n\
             Open them with: bienban --data-dir '{folder}'"
        )
    },
    export: "Write the minutes of a visit to a Markdown file",
    make_folder: "Make the folder of --to when it is not there",
    export_to: "Folder of the file (default: the current one); an existing file is never overwritten",
    check: "Show what the minutes lack or may have wrong; changes nothing",
    list: "List",
    list_what: "delegations, visits, units, or the lines (entries), documents (materials) or prompted issues (issues) of one visit",
    show: "Show one record by its reference",
    reference: "Five-letter reference of the record",
    show_private: "Show the private list as well, which is otherwise neither printed nor exported",
    withheld: |names| format!("{names}, shown by --private"),
    add: "Add to the open visit, in the syntax of the capture line",
    add_line: "The line; when left out or \"-\", lines are read from standard input",
    diary: "List the diary of a delegation, or add a line of today",
    diary_of: "Reference of the delegation",
    diary_text: "What was done; when left out, the diary is listed",
    add_basis: "Add legal documents from citations; known ones are reused",
    add_basis_for: "Pick them for the delegation of this reference",
    add_basis_text: "Citations, parted by semicolons or line breaks; when left out or \"-\", standard input is read",
    visit: "Reference of the visit (default: the only open one)",
    doctor: "Check all data; mend a damaged copy from the sound one",
    help: "Print help",
    version: "Print the version",
    usage: "Usage:",
    commands: "Commands",
    arguments: "Arguments",
    options: "Options",
    options_placeholder: "OPTIONS",
    command_placeholder: "COMMAND",
    bad_usage: |why| format!("The command is not right: {why}. See bienban --help."),
    unknown_word: |word| format!("\"{word}\" is not known"),
    missing_word: |word| format!("{word} is missing"),
    quote_the_line: "quote the whole line, as in bienban add '-- tự phê bình còn nể nang'",
    no_reference: |reference| format!("No record has the reference {reference}. bienban list shows them."),
    several: |reference, which| format!("Several records have the reference {reference} ({which})."),
    wrong_kind: |reference, is, wanted| format!("{reference} is a {is}, not a {wanted}."),
    no_open_visit: "No visit is open. Open one in the interface, or name one with --visit.",
    several_open: |which| format!("Several visits are open ({which}). Name one with --visit."),
    saved: |reference, kind| format!("Saved {reference} · {kind}"),
    line_failed: |number, why| format!("Line {number}: {why}"),
    nothing: "Nothing yet.",
    entries: |count| format!("{count} entries"),
    exported: |path| format!("Minutes written: {path}"),
    sound: |changes, records, folder| {
        format!("The data is whole: {changes} changes, {records} records, both copies agree. ({folder})")
    },
    damage: |what| format!("Damage found: {what}."),
    mended: "Mended from the sound copy, nothing lost.",
    bad_config: |path, what| format!("The config file {path} has a mistake: {what}"),
    no_home: "The home folder is not known. Name a data folder with --data-dir.",
    bad_input: |cause| format!("Standard input cannot be read: {cause}."),
    no_terminal: |cause| {
        format!("The interface cannot open on this device: {cause}. The commands list, show, add and export work here.")
    },
};
