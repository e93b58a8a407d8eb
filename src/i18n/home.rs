//! What the first screen says of today.

use chrono::Weekday;

use super::both::both;

both! {
    /// The words of the first screen.
    struct Home;
    words {
        visits: "Buổi làm việc", "Visits";
        awaited: "Tài liệu đơn vị chưa gửi", "Documents not received";
        delegations: "Các đoàn", "Delegations";
        under_way: "đang diễn ra", "going on";
        is_today: "hôm nay", "today";
        over: "đã kết thúc", "closed";
        missed: "quá ngày, chưa mở", "its day went by";
        tomorrow: "ngày mai", "tomorrow";
        no_visits: "Hôm nay và sắp tới không có buổi làm việc nào.", "No visit today or to come.";
        counting: "Kiến nghị, đề nghị còn mở: đang đếm…", "Open recommendations: counting…";
        only_delegations: "Phím này dùng cho Đoàn: hãy chọn một Đoàn trong danh sách.", "This key is for delegations: select one in the list.";
    }
    sentences {
        today(weekday: &str, date: &str): format!("Hôm nay, {weekday}, {date}"), format!("Today, {weekday}, {date}");
        open(open: &str, overdue: &str): if !overdue.is_empty() { format!("Kiến nghị, đề nghị còn mở: {open}, quá hạn {overdue}") } else { format!("Kiến nghị, đề nghị còn mở: {open}") }, if !overdue.is_empty() { format!("Open recommendations: {open}, {overdue} overdue") } else { format!("Open recommendations: {open}") };
        overdue(count: &str): format!("{count} quá hạn"), format!("{count} overdue");
        still_open(count: &str): format!("{count} còn mở"), format!("{count} open");
        since(date: &str): format!("từ {date}"), format!("since {date}");
        late(count: usize, date: &str): format!("{count} chậm, hạn {date}"), format!("{count} late, due {date}");
        soon(count: usize): format!("{count} sắp đến hạn"), format!("{count} due soon");
        soon_on(count: usize, date: &str): format!("{count} sắp đến hạn, {date}"), format!("{count} due soon, {date}");
    }
    lists {
        weekday: fn(Weekday) -> &'static str = |day| match day {
            Weekday::Mon => "thứ Hai",
            Weekday::Tue => "thứ Ba",
            Weekday::Wed => "thứ Tư",
            Weekday::Thu => "thứ Năm",
            Weekday::Fri => "thứ Sáu",
            Weekday::Sat => "thứ Bảy",
            Weekday::Sun => "Chủ nhật",
        }, |day| match day {
            Weekday::Mon => "Monday",
            Weekday::Tue => "Tuesday",
            Weekday::Wed => "Wednesday",
            Weekday::Thu => "Thursday",
            Weekday::Fri => "Friday",
            Weekday::Sat => "Saturday",
            Weekday::Sun => "Sunday",
        };
        short_weekday: fn(Weekday) -> &'static str = |day| match day {
            Weekday::Mon => "T2",
            Weekday::Tue => "T3",
            Weekday::Wed => "T4",
            Weekday::Thu => "T5",
            Weekday::Fri => "T6",
            Weekday::Sat => "T7",
            Weekday::Sun => "CN",
        }, |day| match day {
            Weekday::Mon => "Mon",
            Weekday::Tue => "Tue",
            Weekday::Wed => "Wed",
            Weekday::Thu => "Thu",
            Weekday::Fri => "Fri",
            Weekday::Sat => "Sat",
            Weekday::Sun => "Sun",
        };
    }
}
