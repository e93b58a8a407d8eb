//! What is said of backups and of restoring them.

use super::both::both;

both! {
    /// Sentences about backups.
    struct Backup;
    words {
        about: "Sao lưu toàn bộ dữ liệu cùng lịch sử vào một tệp, rồi đọc lại để kiểm tra", "Back everything up with its history into one file, and read it back";
        file: "Tệp sẽ ghi; đuôi .jsonl để có văn bản đọc được, không nén. Bỏ trống: tên theo ngày giờ, trong thư mục hiện tại", "File to write; ending .jsonl for readable text, not packed. Without it: a name by date and time, in this folder";
        encrypt: "Mã hóa bằng mật khẩu, hỏi trên màn hình (định dạng age)", "Encrypt to a passphrase, asked for at the terminal (age format)";
        secret_file: "Tệp có mật khẩu của bản sao lưu ở dòng đầu, thay cho câu hỏi", "File whose first line is the passphrase of the backup, instead of the question";
        recipient: "Mã hóa cho người giữ khóa age này (age1…); dùng được nhiều lần", "Encrypt to the holder of this age key (age1…); may be given several times";
        plain: "Ghi không mã hóa dù dữ liệu ở đây được mã hóa", "Write it readable although the data here is encrypted";
        choose: "Dữ liệu ở đây được mã hóa. Thêm --encrypt (mật khẩu), --recipient (khóa age), hoặc --plain nếu muốn tệp ai cũng đọc được.", "The data here is encrypted. Add --encrypt (a passphrase), --recipient (an age key), or --plain for a file that anybody can read.";
        restore_about: "Lấy từ bản sao lưu những gì ở đây chưa có; không bao giờ ghi đè", "Take from a backup what is not here; never write over anything";
        restore_file: "Tệp sao lưu", "The backup";
        identity: "Tệp khóa age (AGE-SECRET-KEY-1…) mở được bản sao lưu", "File of age keys (AGE-SECRET-KEY-1…) that open the backup";
        check_only: "Chỉ đọc và kiểm tra tệp, không lấy gì", "Only read and check the file, take nothing";
        ask: "Mật khẩu của bản sao lưu: ", "Passphrase of the backup: ";
        ask_again: "Gõ lại mật khẩu: ", "The passphrase again: ";
        differ: "Hai lần gõ mật khẩu không giống nhau; chưa sao lưu. Hãy gọi lại lệnh.", "The two passphrases differ; no backup was made. Give the command again.";
        empty: "Mật khẩu trống; chưa làm gì. Hãy gọi lại lệnh và gõ mật khẩu.", "The passphrase is empty; nothing was done. Give the command again and type one.";
        one_way: "Chọn một cách: mật khẩu (--encrypt hoặc --secret-file) hoặc người nhận (--recipient).", "Choose one way: a passphrase (--encrypt or --secret-file) or recipients (--recipient).";
        backing_up: "Đang sao lưu", "Backing up";
        restoring: "Đang đọc bản sao lưu", "Reading the backup";
        unchecked: "Tệp chỉ người giữ khóa mới mở được nên chưa thử mở; từng byte trên đĩa đã được so với những gì đã ghi.", "Only the holders of the keys can open it, so opening was not tried; every byte on the disk was compared with what was written.";
        nothing_new: "Mọi thay đổi trong tệp đều đã có ở đây.", "Every change in the file is here already.";
        not_here: "không phải bản sao lưu của bienban.", "it is no backup of bienban.";
        needs_passphrase: "tệp được mã hóa bằng mật khẩu; gõ mật khẩu khi được hỏi, hoặc chỉ tệp mật khẩu bằng --secret-file.", "it is encrypted to a passphrase; type it when asked, or name its file with --secret-file.";
        needs_identity: "tệp được mã hóa cho người giữ khóa age; chỉ tệp khóa bằng --identity.", "it is encrypted to the holders of age keys; name a file of keys with --identity.";
        wrong_key: "mật khẩu hoặc khóa này không mở được tệp. Chưa thay đổi gì; hãy gọi lại lệnh.", "this passphrase or key does not open it. Nothing was changed; give the command again.";
        in_the_open: "dữ liệu ở đây được mã hóa nên không ghi bản sao lưu ai cũng đọc được. Ở dòng lệnh: bienban backup --encrypt", "the data here is encrypted, so it is not backed up for anybody to read. At the command line: bienban backup --encrypt";
        title: "Sao lưu toàn bộ dữ liệu", "Back everything up";
        exists: "đã có tệp tên đó, không ghi đè. Hãy chọn tên khác.", "there is a file of that name, and it is not written over. Choose another name.";
        not_as_written: "đọc lại không giống những gì đã ghi nên đã bỏ; ổ đĩa có thể hỏng. Hãy sao lưu sang ổ khác.", "what was read back is not what was written, so it was dropped; the disk may be failing. Back up to another one.";
    }
    sentences {
        made(path: &str, changes: u64, size: &str): format!("Đã sao lưu {changes} lần lưu vào {path} ({size}) và đã đọc lại để kiểm tra."), format!("Backed {changes} changes up to {path} ({size}) and read it back.");
        made_sealed(path: &str, changes: u64, size: &str): format!("Đã sao lưu {changes} lần lưu vào {path} ({size})."), format!("Backed {changes} changes up to {path} ({size}).");
        content(hash: &str): format!("Mã nội dung: {hash}"), format!("Content hash: {hash}");
        content_here(hash: &str): format!("Mã nội dung ở đây: {hash}"), format!("Content hash here: {hash}");
        restored(new: u64, all: u64): format!("Đã lấy {new} trong {all} lần lưu của bản sao lưu; những lần còn lại đã có ở đây."), format!("Took {new} of the {all} changes in the backup; the others were here already.");
        drafts(new: u64, left: u64): match left { 0 => format!("Lấy về {new} đoạn đang viết dở."), _ => format!("Lấy về {new} đoạn đang viết dở; {left} đoạn ở đây khác với trong tệp nên giữ như ở đây.") }, match left { 0 => format!("Took {new} unfinished texts."), _ => format!("Took {new} unfinished texts; {left} differ here from those in the file and were left as they are here.") };
        whole(path: &str, changes: u64): format!("{path} nguyên vẹn: {changes} lần lưu."), format!("{path} is whole: {changes} changes.");
        refused(path: &str, why: &str): format!("Bản sao lưu {path}: {why}"), format!("Backup {path}: {why}");
        newer(found: u32, known: u32): format!("tệp do phiên bản mới hơn tạo ra (định dạng {found}, bản này biết đến {known}). Hãy cập nhật bienban."), format!("a newer version made it (format {found}, this one knows {known}). Update bienban.");
        bad_key(key: &str): format!("«{key}» không phải khóa age. Khóa người nhận bắt đầu bằng age1, tệp khóa riêng có dòng AGE-SECRET-KEY-1."), format!("“{key}” is no age key. Recipients begin with age1, files of identities have a line AGE-SECRET-KEY-1.");
        ends(line: u64): format!("tệp bị cụt ở dòng {line} nên không lấy gì. Hãy chép lại tệp hoặc dùng bản sao lưu khác."), format!("it ends in line {line} before it is complete, so nothing was taken. Copy the file again or use another backup.");
        damaged(line: u64): format!("dòng {line} không còn như lúc ghi nên không lấy gì. Hãy chép lại tệp hoặc dùng bản sao lưu khác."), format!("line {line} is not as it was written, so nothing was taken. Copy the file again or use another backup.");
        diverged(from: u64, here: u64, there: u64): format!("cùng một sổ đã được ghi tiếp ở hai nơi: từ lần lưu {from} trở đi, ở đây (đến {here}) khác với trong tệp (đến {there}). Thường là vì thư mục dữ liệu được chép sang máy khác rồi cả hai cùng dùng. Không lấy gì, không mất gì: hãy phục hồi tệp này vào một thư mục riêng (bienban --data-dir THƯ-MỤC-MỚI restore TỆP) để xem, rồi gõ lại phần còn thiếu."), format!("one log went on in two places: from change {from} on, here (up to {here}) differs from the file (up to {there}). That comes of a data folder that was copied to another machine and used on both. Nothing was taken and nothing is lost: restore this file into a folder of its own (bienban --data-dir NEW-FOLDER restore FILE) to see it, and type again what is missing.");
        automatic_failed(why: &str): format!("Chưa sao lưu tự động được: {why}"), format!("The automatic backup could not be made: {why}");
        wanting(last: Option<(&str, &str)>): match last { Some((path, day)) => format!("Chưa sao lưu tự động được. Bản gần nhất: ngày {day}, {path}. Để sao lưu ngay: ⟨home/back-up⟩"), None => "Chưa sao lưu tự động được lần nào. Để sao lưu ngay: ⟨home/back-up⟩".to_owned() }, match last { Some((path, day)) => format!("The automatic backup could not be made. The last one: {day}, {path}. To back up now: ⟨home/back-up⟩"), None => "No automatic backup could be made so far. To back up now: ⟨home/back-up⟩".to_owned() };
        newest(path: &str): format!(" Bản sao lưu tự động mới nhất: {path}. Để lấp chỗ hỏng bằng bản ấy: bienban restore {path}"), format!(" The newest automatic backup: {path}. To fill with it what is damaged: bienban restore {path}");
        mended(changes: u64): format!("Cả hai bản lưu hỏng ở cùng một chỗ; {changes} lần lưu đã được lấp bằng bản sao lưu, không mất gì."), format!("Both copies were damaged in the same place; {changes} changes were filled from the backup, and nothing is lost.");
        mended_in_part(changes: u64, missing: &str): format!("Cả hai bản lưu hỏng ở cùng một chỗ; {changes} lần lưu đã được lấp bằng bản sao lưu. Bản sao lưu cũng không có: {missing}. Những lần lưu sau chỗ đó không xếp lại được, nhưng vẫn nằm trong các tệp đặt riêng (.damaged-…, .torn-…) trong thư mục dữ liệu."), format!("Both copies were damaged in the same place; {changes} changes were filled from the backup. The backup lacks too: {missing}. What was saved after that could not be put in order, but it lies in the files set aside (.damaged-…, .torn-…) in the data folder.");
    }
    lists {}
}
