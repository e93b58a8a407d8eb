//! Writes as many entries for the peers as our large office has, in the files that they read.
use std::fmt::Write;
use std::path::Path;

const ENTRIES: usize = 60_000;
const TEXT: &str = "Cấp ủy chậm ban hành kế hoạch kiểm tra, giám sát năm; hồ sơ lưu thiếu biên bản, chưa phân công người theo dõi việc khắc phục sau kiểm tra, kết quả chuyển biến còn chậm so với yêu cầu của cấp trên.";

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "data".to_owned());
    let folder = Path::new(&folder);
    let tasks = folder.join("tasks");
    std::fs::create_dir_all(&tasks)?;

    let (mut journal, mut pending) = (String::from("["), String::new());
    for number in 0..ENTRIES {
        let comma = if number == 0 { "" } else { "," };
        let day = number % 28 + 1;
        let _ = write!(
            journal,
            r#"{comma}{{"id":{number},"date":"2026-01-{day:02}T08:00:00Z","title":"Mục số {number}","content":"{TEXT} ({number})","tags":["thach-khe"],"priority":null}}"#
        );
        let _ = writeln!(
            pending,
            r#"[description:"Mục số {number} {TEXT}" entry:"1767225600" modified:"1767225600" project:"thach-khe" status:"pending" uuid:"00000000-0000-4000-8000-{number:012x}"]"#
        );
    }
    journal.push(']');
    std::fs::write(folder.join("journal.json"), journal)?;
    std::fs::write(tasks.join("pending.data"), pending)?;
    std::fs::write(tasks.join("completed.data"), "")?;
    std::fs::write(folder.join("taskrc"), format!("data.location={}\nconfirmation=no\n", tasks.display()))
}
