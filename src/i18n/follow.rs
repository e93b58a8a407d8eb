//! Following up: what is refused, and what the command line says of it.

use super::both::both;

both! {
    /// Words of following up.
    struct Follow;
    words {
    }
    sentences {
        not_followed(kind: &str, reference: &str):
            format!("{kind} {reference} không thuộc diện theo dõi: chỉ theo dõi hạn chế, dấu hiệu vi phạm, kiến nghị, đề nghị, cam kết, mục gợi ý kiểm điểm sâu, mô hình của các buổi đã diễn ra và việc từ nguồn khác."),
            format!("{kind} {reference} is not followed: only faults, recommendations, commitments, deep reviews and models of visits that took place, and items from outside, are.");
        not_carried(item: &str):
            format!("{item} không phải là việc kỳ trước của buổi làm việc này. Hãy ghi vào nhật ký theo dõi của việc đó."),
            format!("{item} is not carried over to this visit. Write to its follow-up log instead.");
        no_move(item: &str, from: &str, to: &str, allowed: &str):
            format!("{item} đang ở “{from}”, không chuyển sang “{to}” được. Chuyển được sang: {allowed}. Chưa lưu gì."),
            format!("{item} stands at “{from}” and cannot go to “{to}”. It may go to: {allowed}. Nothing was saved.");
        no_proof(item: &str, field: &str):
            format!("{item}: ghi là hoàn thành thì phải nêu căn cứ ở ô “{field}”. Chưa lưu gì."),
            format!("{item}: to call it done, say what proves it in “{field}”. Nothing was saved.");
        future(date: &str, today: &str):
            format!("Ngày {date} còn chưa tới (hôm nay là {today}). Hãy sửa ngày."),
            format!("{date} is still to come (today is {today}). Correct the date.");
    }
    lists {
    }
}
