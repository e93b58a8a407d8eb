//! What is said of encryption, of the passphrase and of hiding the screen.

use super::both::both;

both! {
    /// Sentences about encryption and the passphrase.
    struct Locking;
    words {
        encrypting: "Đang ghi lại toàn bộ dữ liệu", "Writing all data anew";
        key_restored: "Một trong hai bản của tệp khóa bị hỏng hoặc mất; đã lập lại từ bản kia.", "One of the two copies of the key file was damaged or gone; it was made anew from the other.";
        encryption_finished: "Lần trước chương trình dừng khi đang bật mã hóa; nay đã làm xong, dữ liệu được mã hóa.", "The program stopped while encryption was being turned on; that is finished now, and the data is encrypted.";
        decryption_finished: "Lần trước chương trình dừng khi đang tắt mã hóa; nay đã làm xong, dữ liệu không còn mã hóa.", "The program stopped while encryption was being turned off; that is finished now, and the data is not encrypted any more.";
    }
    sentences {
        locked(folder: &str):
            format!("Dữ liệu ở {folder} được mã hóa, cần mật khẩu mới mở được. Gõ mật khẩu khi được hỏi, hoặc chỉ tệp chứa mật khẩu bằng --passphrase-file."),
            format!("The data in {folder} is encrypted and needs its passphrase. Type it when asked, or name a file that holds it by --passphrase-file.");
        wrong(folder: &str):
            format!("Mật khẩu không đúng với dữ liệu ở {folder}. Chưa thay đổi gì; hãy gõ lại, chú ý phím Caps Lock và bộ gõ tiếng Việt."),
            format!("That is not the passphrase of the data in {folder}. Nothing was changed; type it again, with an eye on Caps Lock and the input method.");
        key_lost(folder: &str):
            format!("Dữ liệu ở {folder} được mã hóa nhưng cả key.json lẫn key.copy.json đều hỏng hoặc mất, nên không đọc được gì. Chép lại một trong hai tệp đó từ bản sao lưu của chính thư mục này rồi mở lại."),
            format!("The data in {folder} is encrypted, but both key.json and key.copy.json are damaged or gone, so nothing can be read. Put one of them back from a backup of this very folder and open again.");
    }
    lists {}
}
