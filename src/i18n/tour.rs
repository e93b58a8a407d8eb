//! What the guided tour of the demonstration says.

use super::both::both;

both! {
    /// The words of the tour.
    struct Tour;
    words {
        open_delegation: "Dữ liệu ở đây là hư cấu, cứ thử thoải mái: nhấn ⟨home/open⟩ để mở mục đang chọn.", "Everything here is invented, so try what you like: ⟨home/open⟩ opens what is selected.";
        open_visit: "Chọn buổi làm việc có dấu ● (đang diễn ra) rồi nhấn ⟨delegation/open⟩ để vào ghi.", "Select the visit with ● (going on), then ⟨delegation/open⟩ to write in it.";
        strength: "Gõ “++ chi bộ sinh hoạt đúng kỳ” rồi ⟨capture/store-line⟩: mỗi dòng là một mục, ++ là ưu điểm.", "Type “++ cells meet on time”, then ⟨capture/store-line⟩: a line is an entry, ++ a strength.";
        figure: "Gõ “## 39/3.204 đảng viên, đạt 1,21%”: tỷ lệ được tính lại ngay khi gõ; ⟨capture/store-line⟩ để lưu.", "Type “## 39/3.204 members, 1,21%”: the percentage is computed as you type; ⟨capture/store-line⟩ saves.";
        shortcoming: "Gõ “-- chưa rà soát hồ sơ @Bình !2”, ⟨capture/store-line⟩: -- hạn chế, @ người nêu, ! mức độ.", "Type “-- files not reviewed @Bình !2”, ⟨capture/store-line⟩: -- a shortcoming, @ who says so, ! how grave.";
        cause: "Gõ “~c đôn đốc chưa thường xuyên ^”, ⟨capture/store-line⟩: ~c là nguyên nhân chủ quan của hạn chế ngay trên (^).", "Type “~c nobody reminded them ^”, ⟨capture/store-line⟩: ~c is a cause, ^ of the shortcoming above.";
        recommendation: "Gõ “>> rà soát xong hồ sơ @\"Ban Tổ chức\" <30/6 ^”, ⟨capture/store-line⟩: đề nghị có người làm, có thời hạn.", "Type “>> review the files @\"Ban Tổ chức\" <30/6 ^”, ⟨capture/store-line⟩: who must do it, and by when.";
        undo: "Nhấn ⟨entries/undo⟩ để lấy lại việc vừa làm, rồi ⟨entries/redo⟩ để làm lại: không sợ gõ nhầm.", "⟨entries/undo⟩ takes back what was done last, ⟨entries/redo⟩ makes it again: no slip is final.";
        chain: "Chọn một hạn chế, nhấn ⟨entries/chain⟩ để xem nguyên nhân, trách nhiệm, đề nghị nối với nó.", "Select a shortcoming; ⟨entries/chain⟩ shows its causes, who answers for it, what is asked.";
        carried: "Nhấn ⟨entries/carried-items⟩ xem việc kỳ trước của đơn vị, rồi ⟨carried/verdict-done⟩ hoặc ⟨carried/verdict-not⟩ để ghi kết quả một việc.", "⟨entries/carried-items⟩ shows what was left open before; give one item a verdict with ⟨carried/verdict-done⟩ or ⟨carried/verdict-not⟩.";
        checks: "Nhấn ⟨entries/checks⟩ để biết biên bản còn thiếu gì; ở đó ⟨checks/mend⟩ đưa đến đúng chỗ bổ sung.", "⟨entries/checks⟩ tells what the minutes lack; there ⟨checks/mend⟩ leads to what mends it.";
        export: "Nhấn ⟨entries/export⟩, ⟨gate/proceed⟩ ở câu hỏi, rồi ⟨form/save⟩: biên bản được xuất ra tệp.", "⟨entries/export⟩, ⟨gate/proceed⟩ at the question, then ⟨form/save⟩: the minutes are in a file.";
        to_delegation: "Nhấn ⟨home/open⟩ để mở mục đang chọn, rồi vào buổi làm việc đang diễn ra.", "⟨home/open⟩ opens what is selected; then go to the visit that is going on.";
        to_visit: "Chọn buổi làm việc có dấu ● rồi nhấn ⟨delegation/open⟩.", "Select the visit with ●, then ⟨delegation/open⟩.";
        to_line: "Nhấn ⟨entries/capture⟩ để về dòng ghi.", "⟨entries/capture⟩ goes to the capture line.";
        in_form: "Trong biểu mẫu: ⟨form/save⟩ để lưu hoặc thực hiện, ⟨form/back⟩ để quay lại.", "In a form: ⟨form/save⟩ saves or does it, ⟨form/back⟩ goes back.";
        to_list: "Nhấn ⟨capture/back⟩ để ra danh sách các mục.", "⟨capture/back⟩ goes to the list of entries.";
        keys: "⟨capture/tour-skip⟩ bỏ qua bước này · ⟨capture/tour-end⟩ thôi", "⟨capture/tour-skip⟩ skips this step · ⟨capture/tour-end⟩ ends";
        finished: "Xong phần làm quen; làm lại lúc nào cũng được: ⟨home/palette⟩, gõ “làm quen”.", "That was the tour; to take it again: ⟨home/palette⟩, type “tour”.";
        ended: "Đã thôi phần làm quen. Muốn làm lại: ⟨home/palette⟩, gõ “làm quen”.", "The tour is over. To take it again: ⟨home/palette⟩, type “tour”.";
        not_running: "Phần làm quen không mở. Muốn làm lại: ⟨home/palette⟩, gõ “làm quen”.", "No tour is going on. To take it: ⟨home/palette⟩, type “tour”.";
        only_demonstration: "Phần làm quen chỉ chạy trên dữ liệu minh họa: thoát rồi chạy bienban demo.", "The tour runs on invented data only: quit and run bienban demo.";
    }
    sentences {
        heading(at: usize, all: usize): format!("Làm quen {at}/{all}"), format!("Tour {at}/{all}");
        to_go_back(context: &str): format!("Nhấn ⟨{context}/back⟩ để quay lại."), format!("⟨{context}/back⟩ goes back.");
    }
    lists {}
}
