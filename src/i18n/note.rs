//! What the line mode says.

use super::both::both;
use super::screens::counted;

both! {
    /// The words of the line mode.
    struct Note;
    words {
        about: "Ghi từng dòng vào buổi làm việc đang mở, không vẽ màn hình: cho trình đọc màn hình, đường ống, đọc chính tả", "Take lines into the open visit without drawing a screen: for screen readers, pipes and dictation";
        how: "Mỗi dòng rồi Enter là một mục. /trogiup: trợ giúp; /het hoặc Ctrl+D: kết thúc.", "Each line and Enter is one entry. /help explains; /end or Ctrl+D ends.";
        kept: "Dòng này được giữ trong ô gõ của buổi làm việc; mở giao diện để sửa rồi lưu.", "The line is kept in the capture line of the visit; the interface opens it.";
    }
    sentences {
        greeting(unit: &str, date: &str, entries: usize): format!("Buổi làm việc với {unit}, {date}, đã có {entries} mục."), format!("Visit to {unit}, {date}, {} so far.", if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") });
        unfinished(text: &str): format!("Trong ô gõ còn phần chưa lưu: {text}"), format!("The capture line holds what is not saved: {text}");
        not_kept(why: &str, line: &str): format!("Cũng không giữ lại được: {why} Dòng đó là: {line}"), format!("It could not be kept either: {why} The line is: {line}");
        ended(saved: usize): format!("Đã lưu {saved} dòng."), format!("Saved {}.", counted(saved, "line"));
        taken_back(what: &str): format!("Đã hoàn tác: {what}. /lamlai để làm lại."), format!("Taken back: {what}. /redo makes it again.");
        made_again(what: &str): format!("Đã làm lại: {what}."), format!("Made again: {what}.");
    }
    lists {
        help: &'static [&'static str] = &[
            "Mỗi dòng là một mục; dấu ở đầu dòng cho biết loại, không có dấu là ý kiến phát biểu.",
            "/xem: 10 mục mới nhất; /xem 30: 30 mục",
            "/hoantac: lấy lại thay đổi mới nhất; /lamlai: làm lại",
            "/het hoặc Ctrl+D: kết thúc",
            "Một dòng chỉ gồm lệnh mới là lệnh; muốn ghi chính chữ đó thì thêm dấu \\ đằng trước.",
        ], &[
            "Each line is one entry; the mark at its start says the kind, without one it is a statement.",
            "/list: the newest 10 entries; /list 30: that many",
            "/undo: takes the newest change back; /redo: makes it again",
            "/end or Ctrl+D: ends",
            "Only a line that is nothing but a command is one; \\ before it makes it text.",
        ];
    }
}
