//! Units, members and a checklist from a file: named, looked at row by row, then taken whole or left.

use super::stage::{Stage, hides, shows, with_a_visit};

/// A list as a spreadsheet in Vietnamese writes it: two new units, one that changes, one that is there already.
const UNITS: &str = "\u{feff}Tên đơn vị;Cấp trên;Ghi chú;Làm điểm\r\nChi bộ thôn Đông;Đảng ủy xã Bình Lộc;;\r\n\
    Đảng ủy xã Bình Lộc;Huyện ủy Thạch Khê;xã miền núi;x\r\nHuyện ủy Thạch Khê;Tỉnh ủy Sông Lam;14 đảng bộ xã;\r\n\
    Tỉnh ủy Sông Lam;;;\r\n";

/// Writes a file and types its path into the form that asks for it, which `keys` open.
fn at_file(mut stage: Stage, name: &str, content: &str, keys: &str) -> Stage {
    let path = stage.folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    stage.app.press(keys).press("Ctrl+U").write(&path.display().to_string()).press("Enter");
    stage
}

/// What importing the units would do.
pub(crate) fn with_units_shown() -> Stage {
    at_file(with_a_visit(), "don-vi.csv", UNITS, "q I")
}

/// What is wrong in a list of units.
pub(crate) fn with_wrong_units() -> Stage {
    let text = "Tên đơn vị,Cấp trên,Làm điểm\nĐảng ủy xã A,Đảng ủy xã D,\nĐảng ủy xã D,Đảng ủy xã A,\n\
                Đảng ủy xã B,Huyện ủy Không Có,\n,Huyện ủy Thạch Khê,\nĐảng ủy xã C,,có lẽ\n";
    at_file(with_a_visit(), "sai.csv", text, "q v I")
}

/// What importing members would do.
pub(crate) fn with_members_shown() -> Stage {
    let text = "Họ và tên,Chức vụ,Vai trò,Phụ trách,Từ ngày\nTrần Thị Bình,,,Khối xã,\nLê Minh Châu,,Thành viên,,\n\
                Đỗ Thị Ngọc Ánh,Chuyên viên,Thành viên,,5/3/2024\n";
    at_file(with_a_visit(), "doan.csv", text, "I")
}

#[test]
fn units_are_shown_first_left_untouched_and_then_taken_once() {
    let mut stage = with_units_shown();
    let app = &mut stage.app;
    shows(
        app,
        &[
            "Nhập đơn vị từ tệp · don-vi.csv",
            "2 mới · 1 thay đổi · 1 đã có · 0 lỗi",
            "▸ dòng 2 · mới · Chi bộ thôn Đông",
            "dòng 4 · đổi · Huyện ủy Thạch Khê",
            "“14 đảng bộ xã”",
            "dòng 5 · đã có · Tỉnh ủy Sông Lam",
        ],
    );
    app.press("Esc v");
    hides(app, "Bình Lộc");
    // The path is proposed again, among the units too.
    app.press("I Enter");
    shows(app, &["2 mới · 1 thay đổi"]);
    app.press("Enter");
    shows(app, &["Đã nhập: 2 mới, 1 thay đổi.", "Đảng ủy xã Bình Lộc · làm điểm", "Chi bộ thôn Đông"]);
    app.press("I Enter");
    shows(app, &["0 mới · 0 thay đổi · 4 đã có · 0 lỗi", "Mọi thứ trong tệp đã có sẵn"]);
    app.press("Enter");
    shows(app, &["· Mọi thứ trong tệp đã có sẵn"]);
    app.press("Esc u");
    shows(app, &["Đã hoàn tác", "└ Huyện ủy Thạch Khê"]);
    hides(app, "└ Đảng ủy xã Bình Lộc");
}

#[test]
fn what_is_wrong_is_told_row_by_row_and_nothing_is_taken() {
    let mut stage = with_wrong_units();
    let app = &mut stage.app;
    shows(
        app,
        &[
            "0 mới · 0 thay đổi · 0 đã có · 5 lỗi",
            "Tệp còn lỗi nên chưa nhập gì. Sửa tệp rồi nhập lại.",
            "▸ dòng 2 · lỗi · Đảng ủy xã A · đứng trên chính nó",
            "dòng 4 · lỗi · Đảng ủy xã B · không thấy cấp trên “Huyện ủy Không Có”",
            "dòng 5 · lỗi · chưa ghi “Tên”",
            "dòng 6 · lỗi · Đảng ủy xã C · “có lẽ” không phải có hay không",
        ],
    );
    app.press("Enter");
    shows(app, &["· Tệp còn lỗi nên chưa nhập gì."]);
    app.press("Esc");
    hides(app, "Đảng ủy xã");
}

#[test]
fn members_come_into_their_delegation() {
    let mut stage = with_members_shown();
    let app = &mut stage.app;
    shows(
        app,
        &[
            "Nhập thành viên Đoàn từ tệp · doan.csv",
            "1 mới · 2 thay đổi · 0 đã có · 0 lỗi",
            "dòng 3 · đổi · Lê Minh Châu · Vai trò",
            "“Thư ký” → “Thành viên”",
            "dòng 4 · mới · Đỗ Thị Ngọc Ánh",
        ],
    );
    app.press("Enter");
    shows(app, &["Đã nhập: 1 mới, 2 thay đổi.", "Đỗ Thị Ngọc Ánh · Thành viên · Chuyên viên"]);
    app.press("u");
    hides(app, "Ngọc Ánh");
}

#[test]
fn local_items_come_into_the_checklist() {
    let text = "[[criteria]]\ncode = \"I.5.a\"\ntitle = \"Không dám nhận khuyết điểm\"\n";
    let mut stage = at_file(with_a_visit(), "tieu-muc.toml", text, "q c I");
    shows(&stage.app, &["Nhập danh mục, tiểu mục từ tệp", "dòng 2 · mới · I.5.a Không dám nhận khuyết điểm"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Đã nhập: 1 mới, 0 thay đổi.", "27 tiêu chí, 1 tiểu mục"]);
}

/// What importing items from outside sources would do, from the register of those of a unit.
pub(crate) fn with_outside_items_shown() -> Stage {
    let text = "STT;Nội dung;Nguồn;Thời hạn;Đơn vị;Kết quả\n1;Thu hồi 1.250 triệu đồng;Kiểm toán nhà nước;30/6/2024;;đang làm\n\
                2;Rà soát 12 hồ sơ;Thanh tra tỉnh;;Tỉnh ủy Sông Lam;\n";
    at_file(with_a_visit(), "theo-doi.csv", text, "v j o I")
}

#[test]
fn what_other_bodies_left_open_comes_into_the_register_of_a_unit() {
    let mut stage = with_outside_items_shown();
    let app = &mut stage.app;
    shows(
        app,
        &[
            "Nhập việc từ nguồn khác · theo-doi.csv",
            "2 mới · 0 thay đổi · 0 đã có · 0 lỗi",
            "Cột không được nhập: STT, Kết quả.",
            "▸ dòng 2 · mới · Thu hồi 1.250 triệu đồng",
        ],
    );
    app.press("Enter");
    shows(app, &["Đã nhập: 2 mới, 0 thay đổi.", "Thu hồi 1.250 triệu đồng"]);
    // The other one names its own unit, which is not the one shown here.
    hides(app, "Rà soát 12 hồ sơ");
    app.press("u");
    shows(app, &["Đã hoàn tác"]);
    hides(app, "▸ Thu hồi");
    app.press("Ctrl+R");
    shows(app, &["Thu hồi 1.250 triệu đồng"]);
    app.press("I Enter");
    shows(app, &["0 mới · 0 thay đổi · 2 đã có · 0 lỗi"]);
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_its_cause() {
    let mut stage = with_a_visit();
    stage.app.press("q I Enter");
    shows(&stage.app, &["✗ Chưa nhập “Đường dẫn tệp”."]);
    stage.app.write("/khong/co.csv").press("Enter");
    shows(&stage.app, &["Không đọc được tệp /khong/co.csv: không có tệp hoặc thư mục này."]);
    stage.app.press("Enter Esc I");
    shows(&stage.app, &["/khong/co.csv"]);
    let path = stage.folder.path().display().to_string();
    stage.app.press("Ctrl+U").write(&path).press("Enter");
    shows(&stage.app, &["đây là thư mục, không phải tệp"]);
}

#[test]
fn a_path_being_typed_outlives_the_program() {
    let mut stage = with_a_visit();
    stage.app.press("q I").write("/media/usb/don-vi").wait(500);
    let mut stage = stage.killed_and_started_again();
    shows(&stage.app, &["Còn biểu mẫu “Nhập đơn vị từ tệp” nhập dở. Nhấn I"]);
    stage.app.press("I");
    shows(&stage.app, &["/media/usb/don-vi"]);
}
