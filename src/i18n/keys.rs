//! What is said of keys that a person wrote for himself.

use super::both::both;

both! {
    /// The words of a person's own keys.
    struct Keys;
    words {
        about: "Bảng phím đang dùng, và các lỗi trong tệp keys.toml", "The keys in force, and the mistakes in keys.toml";
        what: "show: in bảng phím đang dùng, dưới dạng một tệp keys.toml; check: kiểm tra tệp keys.toml, báo mọi lỗi", "show the keys in force, in the form of a file keys.toml; check the file and tell every mistake";
        shipped: "Chưa có phím riêng; mọi phím theo chương trình.", "No keys of your own; all are as shipped.";
        unknown_command: "không có lệnh này", "there is no such command";
    }
    sentences {
        meant(name: &str): format!("; có lẽ là “{name}”"), format!("; perhaps “{name}” is meant");
        mistake(path: &str, line: usize, command: &str, what: &str): format!("{path}, dòng {line}, “{command}”: {what}."), format!("{path}, line {line}, “{command}”: {what}.");
        unknown_screen(name: &str): format!("không có màn hình “{name}”"), format!("there is no screen “{name}”");
        not_here(screen: &str, others: &str): format!("màn hình “{screen}” không có lệnh này; có ở: {others}"), format!("the screen “{screen}” does not have this command; these do: {others}");
        no_key(name: &str): format!("“{name}” không phải tên phím; ví dụ: a, A, F5, Ctrl+P, Alt+Enter, Space, PgDn"), format!("“{name}” names no key; as: a, A, F5, Ctrl+P, Alt+Enter, Space, PgDn");
        same_as(key: &str, sent: &str): format!("cửa sổ lệnh gửi {key} như {sent}"), format!("terminals send {key} as {sent}");
        composed(key: &str): format!("“{key}” phải gõ bằng bộ gõ; chọn phím không dấu"), format!("“{key}” is typed with an input method; take a key without marks");
        writes(key: &str, screen: &str): format!("ở “{screen}”, {key} là chữ để gõ; chọn phím kèm Ctrl hoặc Alt, hoặc F2 đến F12"), format!("in “{screen}”, {key} is text; take a key with Ctrl or Alt, or F2 to F12");
        stays(key: &str, screen: &str, other: &str): format!("ở “{screen}”, {key} luôn là phím của “{other}”"), format!("in “{screen}”, {key} always stays with “{other}”");
        taken(key: &str, screen: &str, other: &str, name: &str): format!("ở “{screen}”, {key} đang là phím của “{other}” ({name}); đổi phím của lệnh ấy trước"), format!("in “{screen}”, {key} already means “{other}” ({name}); give that one another key first");
        again(line: usize): format!("lệnh này đã có phím ở dòng {line}"), format!("line {line} gave this command keys already");
        sound(path: &str): format!("{path}: không có lỗi."), format!("{path}: no mistakes.");
        left_out(count: usize): format!("keys.toml có {count} chỗ sai, những chỗ đó dùng phím có sẵn. Xem bằng lệnh “bienban keys check”."), format!("keys.toml has {}; the shipped keys hold there. The command “bienban keys check” names them.", super::screens::counted(count, "mistake"));
    }
    lists {}
}
