//! What is said of files that people bring along.

use super::both::both;

both! {
    /// The words of imports.
    struct Imports;
    words {
        about: "Nhập đơn vị, thành viên Đoàn, danh mục hoặc việc từ nguồn khác từ tệp CSV, XLSX, TOML", "Import units, members, a checklist or outside items from a CSV, XLSX or TOML file";
        what_help: "units: đơn vị; people: thành viên Đoàn; checklist: danh mục, tiểu mục; outside-items: việc theo dõi từ nguồn khác", "units; people: members of a delegation; checklist: a checklist or local items; outside-items: what is followed from outside sources";
        file_help: "Tệp cần nhập", "The file";
        delegation_help: "Mã của Đoàn nhận thành viên (với people)", "Reference of the delegation, with people";
        unit_help: "Mã của đơn vị cho những dòng không ghi đơn vị (với outside-items)", "Reference of the unit of rows that name none, with outside-items";
        dry_run_help: "Chỉ cho xem trước, không lưu gì", "Only show what would be done";
        units_title: "Nhập đơn vị từ tệp", "Import units";
        people_title: "Nhập thành viên Đoàn từ tệp", "Import members";
        checklist_title: "Nhập danh mục, tiểu mục từ tệp", "Import a checklist";
        outside_title: "Nhập việc từ nguồn khác", "Import outside items";
        outside_columns: "CSV, XLSX có cột nội dung, nguồn; thêm: đơn vị, văn bản, ngày, người thực hiện, thời hạn, phân loại, tiêu chí, số lần đã chuyển, mã. Enter xem trước.", "CSV or XLSX with columns text and source; also unit, document, date, doers, due, class, criteria, carried, reference. Enter shows it first.";
        units_columns: "CSV hoặc XLSX có cột tên; thêm được: cấp trên, ghi chú, làm điểm, mã. Enter để xem trước.", "CSV or XLSX with a column name; also parent, note, pilot, reference. Enter shows it first.";
        people_columns: "CSV hoặc XLSX có cột họ tên; thêm được: chức vụ, vai trò, phụ trách, từ ngày, đến ngày, mã. Enter để xem trước.", "CSV or XLSX with a column name; also posts, role, area, from, until, reference. Enter shows it first.";
        checklist_columns: "TOML, hoặc CSV, XLSX có cột mã; thêm được: tiêu đề, cấp trên, lời văn, đã đối chiếu, danh mục. Enter để xem trước.", "TOML, or CSV, XLSX with a column code; also title, parent, text, verified, checklist. Enter shows it first.";
        resume: "Nhấn ⟨home/import-file⟩ (thành viên Đoàn: ⟨delegation/import-file⟩ trong Đoàn; danh mục: ⟨home/checklists⟩ rồi ⟨checklists/import-file⟩; việc từ nguồn khác: ⟨home/register⟩ rồi ⟨register/import-file⟩) để nhập tiếp.", "⟨home/import-file⟩ goes on with it (members: ⟨delegation/import-file⟩ in the delegation; checklist: ⟨home/checklists⟩, then ⟨checklists/import-file⟩; outside items: ⟨home/register⟩, then ⟨register/import-file⟩).";
        path: "Đường dẫn tệp", "Path of the file";
        new: "mới", "new";
        changed: "đổi", "changed";
        same: "đã có", "there already";
        wrong: "lỗi", "wrong";
        nothing_new: "Mọi thứ trong tệp đã có sẵn: không có gì để nhập.", "Everything in the file is there already.";
        mend_first: "Tệp còn lỗi nên chưa nhập gì. Sửa tệp rồi nhập lại.", "Nothing is imported while the file has mistakes. Mend the file and import it again.";
        enter_imports: "Enter để nhập tất cả, Esc để thôi.", "Enter imports everything, Esc gives up.";
        needs_delegation: "cần --delegation với mã của Đoàn (xem bienban list delegations)", "--delegation with the delegation's reference is needed (see bienban list delegations)";
        not_a_workbook: "không phải sổ tính XLSX đọc được; tệp .xls cũ cần lưu lại thành .xlsx hoặc .csv", "not an XLSX workbook that can be read; save an old .xls as .xlsx or .csv";
        empty_table: "tệp không có dòng nào", "the file has no rows";
        too_many_rows: "tệp có quá 20.000 dòng; hãy chia nhỏ", "the file has more than 20,000 rows; part it";
        too_many_columns: "tệp có quá 1.000 cột; hãy xóa các ô lạc ở xa bên phải", "the file has more than 1,000 columns; remove cells that strayed far to the right";
        too_large: "tệp lớn hơn 8 MB; hãy chia nhỏ", "the file is larger than 8 MB; part it";
        a_folder: "đây là thư mục, không phải tệp", "it is a folder, not a file";
        ring: "đứng trên chính nó, trực tiếp hoặc qua đơn vị khác", "stands above itself";
        too_deep: "sâu hơn ba cấp (nhóm, tiêu chí, tiểu mục)", "more than three deep (group, criterion, local item)";
        dates_of_several: "cột từ ngày, đến ngày chỉ dùng khi có đúng một chức vụ; với nhiều chức vụ, ghi “từ …”, “đến …” ngay sau từng chức vụ", "columns of dates go with one post alone; with several write từ … đến … behind each";
    }
    sentences {
        summary(new: usize, changed: usize, same: usize, wrong: usize): format!("{new} mới · {changed} thay đổi · {same} đã có · {wrong} lỗi"), format!("{new} new · {changed} changed · {same} there already · {wrong} wrong");
        done(new: usize, changed: usize): format!("Đã nhập: {new} mới, {changed} thay đổi."), format!("Imported: {new} new, {changed} changed.");
        line(line: usize): format!("dòng {line}"), format!("line {line}");
        change(field: &str, before: &str, after: &str): format!("{field}: “{before}” → “{after}”"), format!("{field}: “{before}” → “{after}”");
        unreadable(path: &str, cause: &str): format!("Không đọc được tệp {path}: {cause}. Kiểm tra lại tệp và đường dẫn."), format!("Cannot read {path}: {cause}. Check the file and its path.");
        refused(path: &str, why: &str): format!("Chưa nhập được {path}: {why}."), format!("Nothing was imported from {path}: {why}.");
        not_utf8(): "không phải chữ Unicode UTF-8; lưu lại tệp dạng “CSV UTF-8”".to_owned(), "not UTF-8 text; save the file as “CSV UTF-8”".to_owned();
        no_column(field: &str, there: &str): format!("không có cột “{field}”; các cột có: {there}"), format!("there is no column “{field}”; there are: {there}");
        bad_line(text: &str): format!("không hiểu “{text}”"), format!("“{text}” is not understood");
        empty(field: &str): format!("chưa ghi “{field}”"), format!("“{field}” is empty");
        twice(line: usize): format!("trùng với dòng {line}"), format!("the same as line {line}");
        no_parent(name: &str): format!("không thấy cấp trên “{name}” trong tệp hay trong sổ"), format!("nothing called “{name}” stands above, in the file or in the register");
        several_parents(name: &str, which: &str): format!("có nhiều đơn vị tên “{name}” ({which}): ghi mã vào cột cấp trên"), format!("several are called “{name}” ({which}): write the reference into the parent column");
        several(name: &str, which: &str): format!("đã có nhiều mục tên “{name}” ({which}): thêm cột “mã” để chỉ rõ, hoặc ghi “mới”"), format!("several are called “{name}” ({which}): say which in a column “reference”, or write “new”");
        elsewhere(name: &str, which: &str): format!("“{name}” ({which}) đang trực thuộc đơn vị khác: ghi mã đó vào cột “mã” để chuyển, hoặc ghi “mới” để thêm"), format!("“{name}” ({which}) stands below another unit: write that reference into a column “reference” to move it, or “new” to add one");
        no_reference(text: &str): format!("không có mục mang mã {text}"), format!("nothing has the reference {text}");
        role(text: &str): format!("không hiểu vai trò “{text}” (Trưởng đoàn, Phó Trưởng đoàn, Thư ký, Thành viên)"), format!("“{text}” is no role (Head, Deputy head, Secretary, Member)");
        date(text: &str): format!("“{text}” không phải ngày (ví dụ 19/3/2026)"), format!("“{text}” is not a date (as 19/3/2026)");
        reversed(post: &str): format!("chức vụ “{post}” kết thúc trước khi bắt đầu"), format!("the post “{post}” ends before it begins");
        no_unit(name: &str): format!("không có đơn vị nào tên “{name}”: nhập đơn vị đó trước"), format!("no unit is called “{name}”: add the unit first");
        several_units(name: &str, which: &str): format!("có nhiều đơn vị tên “{name}” ({which}): ghi mã vào cột đơn vị"), format!("several units are called “{name}” ({which}): write the reference into the column of units");
        number(text: &str): format!("“{text}” không phải số"), format!("“{text}” is not a number");
        unused(columns: &str): format!("Cột không được nhập: {columns}."), format!("Columns that are not imported: {columns}.");
        flag(text: &str): format!("“{text}” không phải có hay không"), format!("“{text}” is neither yes nor no");
        no_checklist(code: &str): format!("máy này chưa có danh mục “{code}”: nhập danh mục đó bằng tệp TOML trước"), format!("this machine has no checklist “{code}”: import it from a TOML file first");
    }
    lists {}
}
