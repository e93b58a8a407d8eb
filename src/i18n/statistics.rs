//! Names of figures over many visits, on screen, in tables and on the command line.

use super::both::both;
use super::screens::counted;

both! {
    /// The words of statistics.
    struct Statistics;
    words {
        title: "Thống kê", "Statistics";
        by_topic: "Lĩnh vực", "Topic";
        by_cause: "Nguyên nhân", "Causes";
        by_unit: "Đơn vị", "Unit";
        by_delegation: "Đoàn", "Delegation";
        by_time: "Theo thời gian", "Over time";
        by_checklist: "Danh mục", "Checklist";
        period: "Thời gian", "Period";
        visits: "Buổi", "Visits";
        strengths: "Ưu điểm", "Strengths";
        faults: "Hạn chế", "Faults";
        shortcomings: "Hạn chế, khuyết điểm", "Shortcomings";
        signs: "Dấu hiệu vi phạm", "Signs of violation";
        objective: "Khách quan", "Objective";
        subjective: "Chủ quan", "Subjective";
        unexplained: "Chưa nêu", "No cause";
        unexplained_faults: "Hạn chế chưa nêu nguyên nhân", "Faults without a cause";
        recommendations: "Kiến nghị, đề nghị", "Recommendations";
        open: "Còn mở", "Open";
        overdue: "Quá hạn", "Overdue";
        open_asked: "Kiến nghị còn mở", "Open recommendations";
        overdue_asked: "Kiến nghị quá hạn", "Overdue recommendations";
        closed_asked: "Kiến nghị đã xong", "Closed recommendations";
        raised: "Mới nêu", "Raised";
        closed_in: "Xong trong kỳ", "Closed in it";
        open_at_end: "Còn mở cuối kỳ", "Open at its end";
        closed_by_end: "Đã xong đến cuối kỳ", "Closed by its end";
        criterion: "Tiêu chí", "Criterion";
        code: "Mã", "Code";
        looked_at: "Buổi đã xem", "Visits that looked";
        of_visits: "Tổng số buổi", "Visits in all";
        total: "Tổng cộng", "Total";
        unnamed: "(không ghi)", "(none given)";
        everything: "Tất cả các đoàn", "All delegations";
        empty: "Chưa có buổi làm việc nào đã diễn ra để thống kê.", "No visit took place yet.";
        none_over: "Không có buổi làm việc nào trong phạm vi đã chọn. Nhấn ⟨statistics/filter⟩ để chọn lại, ⟨statistics/clear-filter⟩ để bỏ chọn.", "No visit is within what was chosen. ⟨statistics/filter⟩ chooses again, ⟨statistics/clear-filter⟩ drops the choice.";
        nothing: "Chưa có số liệu cho phần này.", "No figures for this part.";
        over_title: "Phạm vi thống kê", "Which visits are counted";
        from: "Từ ngày", "From";
        to: "Đến ngày", "To";
        export_title: "Xuất bảng số liệu (CSV)", "Export the table (CSV)";
        about: "Thống kê qua các buổi làm việc: phát hiện theo lĩnh vực, nguyên nhân, đơn vị, đoàn; kiến nghị theo thời gian; danh mục đã xem", "Figures over the visits: findings by topic, cause, unit, delegation; recommendations over time; coverage of checklists";
        from_day: "Buổi làm việc từ ngày này, như 1/1/2026", "Visits on this day or later, as 1/1/2026";
        to_day: "Buổi làm việc đến ngày này", "Visits on this day or earlier";
        by: "Chỉ một bảng: topic, cause, unit, delegation, time, checklist (lĩnh vực, nguyên nhân, đơn vị, đoàn, thời gian, danh mục)", "One table only: topic, cause, unit, delegation, time, checklist";
        csv: "In bảng dưới dạng CSV cho bảng tính: UTF-8 có BOM, ngăn bằng dấu chấm phẩy (mặc định: bảng đơn vị)", "Print the table as CSV for spreadsheets: UTF-8 with a byte order mark, parted by semicolons (default: the table of units)";
        file_topic: "thong-ke-linh-vuc", "statistics-topics";
        file_cause: "thong-ke-nguyen-nhan", "statistics-causes";
        file_unit: "thong-ke-don-vi", "statistics-units";
        file_delegation: "thong-ke-doan", "statistics-delegations";
        file_time: "thong-ke-thoi-gian", "statistics-time";
        file_checklist: "thong-ke-danh-muc", "statistics-checklists";
    }
    sentences {
        month(month: u32, year: i32): format!("Tháng {month}/{year}"), format!("Month {month}/{year}");
        quarter(quarter: u32, year: i32): format!("Quý {quarter}/{year}"), format!("Quarter {quarter}/{year}");
        of_which(overdue: &str): format!("{overdue} quá hạn"), format!("{overdue} overdue");
        open_and_closed(open: &str, closed: &str): format!("{open} còn mở, {closed} xong"), format!("{open} open, {closed} closed");
        held(visits: usize): format!("{visits} buổi"), counted(visits, "visit");
        of_faults(strengths: &str, faults: &str, open: &str, overdue: &str): format!("{strengths} ưu điểm · {faults} hạn chế · {open} kiến nghị còn mở, {overdue} quá hạn"), format!("{strengths} strengths · {faults} faults · {open} recommendations open, {overdue} overdue");
        between(from: &str, to: &str): match (from, to) { ("", "") => String::new(), (from, "") => format!("từ {from}"), ("", to) => format!("đến {to}"), (from, to) => format!("{from} – {to}") }, match (from, to) { ("", "") => String::new(), (from, "") => format!("from {from}"), ("", to) => format!("to {to}"), (from, to) => format!("{from} – {to}") };
        covered(title: &str, seen: usize, items: usize, visits: usize): format!("{title}: {seen}/{items} mục đã có người xem, qua {visits} buổi"), format!("{title}: {seen}/{items} items looked at, over {}", counted(visits, "visit"));
        sorted(by_name: bool): if by_name { "xếp theo tên" } else { "xếp theo số lượng" }.to_owned(), if by_name { "by name" } else { "by number" }.to_owned();
    }
    lists {
    }
}
