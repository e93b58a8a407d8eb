//! What is said of signatures and of the key that makes them.

use super::both::both;

both! {
    /// The words around signatures.
    struct Signatures;
    words {
        about: "In dòng khóa công khai của máy này, để người khác kiểm tra chữ ký trên biên bản", "Print the line of this device's public key, by which others check its signatures";
        about_more: "Chép dòng này vào tệp allowed_signers của người kiểm tra, hoặc đưa tệp ấy cho bienban verify --signers.\nNơi không có bienban: ssh-keygen -Y verify -f allowed_signers -I TÊN -n bienban -s TỆP.manifest.sig < TỆP.manifest", "The line goes into the allowed_signers file of whoever checks, which bienban verify --signers reads too.\nWithout bienban: ssh-keygen -Y verify -f allowed_signers -I NAME -n bienban -s FILE.manifest.sig < FILE.manifest";
        identity: "Tên của máy trong dòng khóa, một từ (mặc định: bienban- và mã của máy)", "The name of the device in the line, one word (default: bienban- and the reference of the installation)";
        renew: "Bỏ khóa cũ, lập khóa mới cho máy này (khi thư mục dữ liệu từng bị sao chép hoặc lộ)", "Give this device a new key in the place of the old one (when the data folder was copied or leaked)";
        wrong_identity: "tên của máy phải là một từ, không có dấu cách, dấu phẩy, dấu ngoặc kép, # * ? !", "the name of the device must be one word without commas, quotes, # * ? !";
        renewed: "Đã lập khóa mới. Chữ ký cũ vẫn kiểm tra được bằng khóa cũ; hãy đưa dòng khóa mới cho người cần kiểm tra.", "There is a new key. Earlier signatures are still checked by the old one; give the new line to whoever checks.";
        signers: "Tệp allowed_signers: khóa của các máy đã biết, mỗi dòng một máy (bienban signing-key in ra dòng của từng máy)", "An allowed_signers file: the keys of known devices, a line each, as bienban signing-key prints them";
        no_signature: "Không có tệp chữ ký (.manifest.sig) bên cạnh.", "There is no signature (.manifest.sig) beside it.";
        unreadable: "CHỮ KÝ HỎNG: tệp .manifest.sig không còn nguyên vẹn hoặc không phải chữ ký. Hãy xin lại tệp.", "SIGNATURE DAMAGED: the .manifest.sig is not a whole signature. Ask for the file again.";
        mismatch: "CHỮ KÝ KHÔNG KHỚP: tệp .manifest không phải là tệp đã được ký, hoặc chữ ký đã bị sửa.", "SIGNATURE DOES NOT HOLD: the .manifest is not the one that was signed, or the signature was changed.";
        no_manifest: "KHÔNG KIỂM TRA ĐƯỢC CHỮ KÝ: thiếu tệp .manifest bên cạnh tệp .manifest.sig.", "SIGNATURE NOT CHECKED: the .manifest is missing beside the .manifest.sig.";
        restored: "Một trong hai bản của khóa ký bị hỏng hoặc mất; đã lập lại từ bản kia.", "One of the two copies of the key that signs was damaged or gone; it was made anew from the other.";
        by_this_device: "khóa của máy này", "the key of this device";
        this_device: "máy này", "this device";
        another_device: "máy khác", "another device";
        not_signed: "không có chữ ký", "not signed";
        not_valid: "CHỮ KÝ KHÔNG HỢP LỆ", "SIGNATURE NOT VALID";
    }
    sentences {
        key(identity: &str, key: &str): format!("Khóa của {identity}, dấu vân tay {key}. Người nhận nên đọc lại dấu vân tay để đối chiếu."), format!("The key of {identity}, fingerprint {key}. Whoever receives it should compare the fingerprint with you.");
        good(whose: &str, key: &str): format!("CHỮ KÝ ĐÚNG, ký bằng {whose} ({key})."), format!("SIGNATURE GOOD, made with {whose} ({key}).");
        listed(name: &str): format!("khóa của {name}"), format!("the key of {name}");
        sealer(key: &str): format!("CHỮ KÝ ĐÚNG, ký bằng khóa của máy đã niêm phong phiên bản này ({key}), theo bản ghi ở đây."), format!("SIGNATURE GOOD, made with the key of the device that sealed this version ({key}), as the record here has it.");
        unknown(key: &str): format!("CHƯA RÕ AI KÝ: chữ ký khớp, nhưng khóa {key} không có ở đây. Hãy xin dòng khóa của máy đã ký (bienban signing-key) rồi kiểm tra lại với --signers TỆP."), format!("SIGNED BY AN UNKNOWN KEY: the signature holds, but the key {key} is not known here. Ask for the line of that device (bienban signing-key) and verify again with --signers FILE.");
        namespace(name: &str): format!("CHỮ KÝ KHÔNG HỢP LỆ: được ký cho mục đích khác ({name}), không phải cho biên bản."), format!("SIGNATURE NOT VALID: it was made for another purpose ({name}), not for minutes.");
        algorithm(name: &str): format!("KHÔNG KIỂM TRA ĐƯỢC CHỮ KÝ: ở đây không kiểm tra chữ ký loại {name}. Hãy dùng ssh-keygen -Y verify -n bienban."), format!("SIGNATURE NOT CHECKED: signatures of the kind {name} are not checked here. Use ssh-keygen -Y verify -n bienban.");
        other_file(key: &str): format!("CHỮ KÝ KHÔNG PHẢI CỦA TỆP NÀY: tệp .manifest bên cạnh có chữ ký đúng ({key}), nhưng ghi mã của tệp khác."), format!("SIGNATURE NOT OF THIS FILE: the .manifest beside it is signed ({key}), but it has the sum of another file.");
        wrong_signers(path: &str, line: usize): format!("Không đọc được dòng {line} của {path}: mỗi dòng cần tên, loại khóa và khóa, như bienban signing-key in ra. Dòng có hạn dùng hay điều kiện khác thì kiểm tra bằng ssh-keygen -Y verify."), format!("Line {line} of {path} is not understood: a name, the kind of key and the key are needed, as bienban signing-key prints them. Lines with other limits, such as dates, are for ssh-keygen -Y verify.");
        lost(aside: &str): if aside.is_empty() { "Khóa ký của máy này đã mất; máy đã lập khóa mới. Chữ ký cũ vẫn kiểm tra được bằng khóa cũ; hãy đưa dòng khóa mới (bienban signing-key) cho người cần kiểm tra.".to_owned() } else { format!("Khóa ký của máy này bị hỏng; máy đã lập khóa mới, tệp hỏng được giữ tại {aside}. Chữ ký cũ vẫn kiểm tra được bằng khóa cũ; hãy đưa dòng khóa mới (bienban signing-key) cho người cần kiểm tra.") }, if aside.is_empty() { "The key by which this device signed was gone, so it has another one now. Earlier signatures are still checked by the old key; give the new line (bienban signing-key) to whoever checks.".to_owned() } else { format!("The key by which this device signed was damaged, so it has another one now; the damaged files are kept at {aside}. Earlier signatures are still checked by the old key; give the new line (bienban signing-key) to whoever checks.") };
        briefly(whose: &str, key: &str): format!("ký: {whose}, {key}"), format!("signed: {whose}, {key}");
        written(key: &str): format!("Chữ ký: .manifest.sig, {key}"), format!("Signature: .manifest.sig, {key}");
        beside(key: &str): format!(" Có chữ ký (khóa {key})."), format!(" Signed (key {key}).");
    }
    lists {
    }
}
