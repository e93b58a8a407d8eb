//! What is said of encryption, of the passphrase and of hiding the screen.

use super::both::both;

both! {
    /// Sentences about encryption and the passphrase.
    struct Locking;
    words {
        no_editor: "Dữ liệu đang được mã hóa nên không mở trình soạn thảo riêng: chữ sẽ nằm ở dạng đọc được trên đĩa. Hãy viết ngay ở đây; dòng nhập xuống dòng được.", "The data is encrypted, so no editor of your own is opened: the text would lie readable on the disk. Write it here; the line takes more than one row.";
        about_lock: "Mã hóa toàn bộ dữ liệu bằng mật khẩu", "Encrypt all data with a passphrase";
        about_unlock: "Bỏ mã hóa, ghi lại dữ liệu ở dạng đọc được (cần mật khẩu)", "Take encryption off and write the data readable again (needs the passphrase)";
        about_passphrase: "Đổi mật khẩu của dữ liệu đã mã hóa", "Change the passphrase of encrypted data";
        about_code: "Lập mã khôi phục để in ra, dùng khi quên mật khẩu; mã cũ hết hiệu lực", "Make a recovery code to be printed, for when the passphrase is forgotten; the old code is void then";
        passphrase_file: "Đọc mật khẩu từ dòng đầu của tệp này thay vì hỏi", "Read the passphrase from the first line of this file instead of asking";
        new_passphrase_file: "Đọc mật khẩu mới từ dòng đầu của tệp này thay vì hỏi", "Read the new passphrase from the first line of this file instead of asking";
        remove_leftovers: "Xóa các bản đọc được đã nêu mà không hỏi lại", "Remove the readable copies that are named without asking";
        any_key: "Nhấn phím bất kỳ để hiện lại.", "Any key shows the screen again.";
        opening: "Đang mở…", "Opening…";
        keys: "Enter mở · ⟨form/next-field⟩ hiện, ẩn chữ đang gõ · Quên mật khẩu thì gõ mã khôi phục · ⟨form/quit⟩ thoát. Kiểu gõ Telex, VNI của chương trình không tác động vào ô này.", "Enter opens · ⟨form/next-field⟩ shows or hides what is typed · the recovery code works too · ⟨form/quit⟩ leaves. The program's own Telex and VNI do not touch this field.";
        ask: "Mật khẩu: ", "Passphrase: ";
        ask_current: "Mật khẩu hiện nay (hoặc mã khôi phục): ", "Passphrase in force (or recovery code): ";
        ask_new: "Mật khẩu mới: ", "New passphrase: ";
        ask_again: "Gõ lại mật khẩu mới: ", "The new passphrase again: ";
        differ: "Hai lần gõ không giống nhau; hãy gõ lại từ đầu.", "The two are not the same; begin again.";
        try_again: "Mật khẩu không đúng; hãy gõ lại, chú ý phím Caps Lock và bộ gõ tiếng Việt.", "Wrong passphrase; type it again, with an eye on Caps Lock and the input method.";
        given_up: "Chưa có mật khẩu nên chưa mở; không thay đổi gì.", "Without a passphrase nothing was opened; nothing was changed.";
        already: "Dữ liệu đã được mã hóa. Muốn đổi mật khẩu thì dùng bienban passphrase.", "The data is encrypted already. To change the passphrase there is bienban passphrase.";
        not_encrypted: "Dữ liệu chưa được mã hóa. Muốn mã hóa thì dùng bienban lock-store.", "The data is not encrypted. To encrypt it there is bienban lock-store.";
        leftovers: "Khi mã hóa xong, các bản đọc được sau đây sẽ bị xóa (muốn giữ thì chép ra nơi an toàn trước):", "Once everything is encrypted, these readable copies are removed (copy what you want to keep to a safe place first):";
        leftovers_ask: "Tiếp tục? [c/K] ", "Go on? [y/N] ";
        leftovers_refused: "Chưa mã hóa, không thay đổi gì. Khi chạy không có người trả lời, thêm --remove-leftovers để đồng ý xóa các bản đọc được.", "Nothing was encrypted or changed. Where nobody can answer, --remove-leftovers agrees to their removal.";
        forgotten: "Quên mật khẩu mà không có mã khôi phục thì không ai mở lại được. Hãy lập mã ngay bằng bienban recovery-code, in ra và cất riêng.", "Whoever forgets the passphrase and has no recovery code can never open the data again. Make one now by bienban recovery-code, print it and keep it apart.";
        locked_now: "Đã mã hóa toàn bộ dữ liệu. Lần mở sau chương trình sẽ hỏi mật khẩu. Tệp đã xuất và bản sao lưu làm trước đây vẫn đọc được.", "All data is encrypted. The program asks for the passphrase from now on. Files exported and backups made before are still readable.";
        unlocked_now: "Đã bỏ mã hóa; dữ liệu lại nằm ở dạng đọc được.", "Encryption is off; the data lies readable again.";
        changed_now: "Đã đổi mật khẩu. Mã khôi phục, nếu có, vẫn dùng được. Bản sao cũ của key.json vẫn mở bằng mật khẩu cũ.", "The passphrase is changed. The recovery code, if there is one, still works. An old copy of key.json still opens by the old passphrase.";
        code_below: "Mã khôi phục (in hoặc chép ra giấy, cất riêng; chương trình không hiện lại mã này):", "Recovery code (print it or copy it by hand, and keep it apart; it is not shown again):";
        code_replaces: "Mã khôi phục cũ hết hiệu lực.", "The old recovery code is void.";
        empty_file: "Dòng đầu của tệp mật khẩu trống.", "The first line of the passphrase file is empty.";
        encrypting: "Đang ghi lại toàn bộ dữ liệu", "Writing all data anew";
        key_restored: "Một trong hai bản của tệp khóa bị hỏng hoặc mất; đã lập lại từ bản kia.", "One of the two copies of the key file was damaged or gone; it was made anew from the other.";
        encryption_finished: "Lần trước chương trình dừng khi đang bật mã hóa; nay đã làm xong, dữ liệu được mã hóa.", "The program stopped while encryption was being turned on; that is finished now, and the data is encrypted.";
        decryption_finished: "Lần trước chương trình dừng khi đang tắt mã hóa; nay đã làm xong, dữ liệu không còn mã hóa.", "The program stopped while encryption was being turned off; that is finished now, and the data is not encrypted any more.";
    }
    sentences {
        too_short(fewest: usize):
            format!("Mật khẩu cần ít nhất {fewest} ký tự; một câu vài từ vừa dễ nhớ vừa khó đoán."),
            format!("A passphrase needs at least {fewest} signs; a sentence of a few words is easy to remember and hard to guess.");
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
