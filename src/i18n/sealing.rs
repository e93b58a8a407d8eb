//! What is said of sealed minutes.

use super::both::both;

both! {
    /// The words around sealing.
    struct Sealing;
    words {
        seal_stays: "Bản niêm phong và lý do mở lại đã ghi thì giữ nguyên, không hoàn tác. Muốn sửa buổi làm việc, hãy mở lại kèm lý do.", "A seal, and why a visit was opened again, stay as they were written and are not taken back. To change the visit, open it again with a reason.";
        reopen_title: "Mở lại buổi làm việc đã niêm phong", "Open a sealed visit again";
        reopen_reason: "Lý do mở lại", "Reason";
        reopen_hint: "Ghi trong phiên bản sau và trên tệp kèm theo. Phiên bản đã niêm phong vẫn giữ nguyên.", "Named in the next version and in the file beside it. The sealed version stays as it is.";
        seal_now: "Niêm phong", "Seal";
        seal_first: "Đã kết thúc, chưa niêm phong. ⟨entries/preview⟩ xem biên bản, ⟨entries/close-visit⟩ niêm phong, ⟨entries/open-visit⟩ mở lại để sửa.", "Closed, not sealed. ⟨entries/preview⟩ previews, ⟨entries/close-visit⟩ seals, ⟨entries/open-visit⟩ opens it again.";
        seal: "Kết thúc và niêm phong một buổi làm việc; buổi đã kết thúc thì chỉ niêm phong", "Close a visit and seal its minutes; one that is closed is only sealed";
        reopen: "Mở lại một buổi làm việc đã kết thúc, để sửa rồi niêm phong phiên bản sau", "Open a closed visit again, to change it and seal another version";
        reason: "Lý do mở lại", "Why it is opened again";
        verify: "Kiểm tra một tệp biên bản có đúng từng chữ với bản đã niêm phong không", "Say whether a file is the sealed minutes, to the last byte";
        verify_file: "Tệp biên bản, bản ghi đầy đủ (.jsonl) hoặc .manifest", "The minutes, the full record (.jsonl) or the .manifest";
        is_minutes: "biên bản", "the minutes";
        is_export: "bản ghi đầy đủ", "the full record";
        is_manifest: "tệp .manifest", "the .manifest";
        is_newest: "Đây là phiên bản mới nhất.", "It is the newest version.";
        is_reopened: "Buổi làm việc đang được mở lại để sửa: sẽ có phiên bản sau.", "The visit is open again, so another version is to come.";
        draft: "Biên bản chưa niêm phong (dự thảo).", "Minutes that are not sealed: a draft.";
        unknown: "Không nhận ra: không giống bản niêm phong nào ở đây, cũng không phải biên bản do chương trình này xuất.", "Not known: like no version sealed here, and not minutes of this program.";
        end_of_line: "(hết dòng)", "(end of line)";
        versions: "Các phiên bản", "Versions";
        versions_about: "Liệt kê các phiên bản đã niêm phong của một buổi làm việc", "List the sealed versions of a visit";
        compare_about: "So sánh hai phiên bản của một biên bản theo từng từ, in ra Markdown", "Compare two versions of minutes by words, as Markdown";
        compare_from: "Phiên bản trước (mặc định: phiên bản liền trước)", "The earlier version (default: the one before)";
        compare_to: "Phiên bản sau (mặc định: biên bản hiện nay)", "The later version (default: the minutes as they are now)";
        export_sealed: "Xuất phiên bản đã niêm phong này, kể cả khi đã có phiên bản mới hơn", "Write this sealed version, also when there is a newer one";
        comparison: "So sánh", "Comparison";
        draft_now: "Bản đang soạn", "The draft";
        no_versions: "Chưa có phiên bản nào được niêm phong.", "Nothing is sealed yet.";
        one_version: "Mới có một phiên bản, chưa có gì để so sánh.", "There is only one version, so nothing to compare.";
        no_difference: "Lời văn không khác nhau.", "The words do not differ.";
        not_sealed: "Đã kết thúc, chưa niêm phong", "Closed, not sealed";
    }
    sentences {
        sealed(version: u32, reference: &str): format!("Buổi làm việc đã niêm phong (phiên bản {version}), không sửa được nữa. Muốn sửa, hãy mở lại kèm lý do: lệnh “Mở lại” ở buổi làm việc, hoặc bienban reopen {reference}."), format!("The visit is sealed (version {version}), so nothing of it changes. To change it, open it again with a reason: “Open again” at the visit, or bienban reopen {reference}.");
        sealed_now(version: u32, code: &str): format!("Đã niêm phong phiên bản {version}, mã {code}."), format!("Sealed as version {version}, {code}.");
        status(status: &str, version: u32): format!("{status}, niêm phong phiên bản {version}"), format!("{status}, sealed as version {version}");
        closed(version: u32): format!("Đã niêm phong phiên bản {version}. ⟨entries/preview⟩ xem biên bản, ⟨entries/export⟩ xuất tệp, ⟨entries/open-visit⟩ mở lại kèm lý do."), format!("Sealed as version {version}. ⟨entries/preview⟩ previews, ⟨entries/export⟩ exports, ⟨entries/open-visit⟩ opens it again with a reason.");
        closed_to_edits(version: u32): format!("Đã niêm phong phiên bản {version}, không sửa được nữa. Nhấn ⟨entries/open-visit⟩ để mở lại kèm lý do."), format!("Sealed as version {version}, so it does not change. ⟨entries/open-visit⟩ opens it again with a reason.");
        reopened(reference: &str): format!("Đã mở lại {reference}. Sửa xong, kết thúc lại để niêm phong phiên bản sau."), format!("{reference} is open again. Close it to seal the next version.");
        is_sealed(part: &str): format!("ĐÚNG NGUYÊN VĂN: {part} đã niêm phong."), format!("SEALED: {part}, to the last byte.");
        is_altered(line: usize, column: usize): format!("ĐÃ BỊ SỬA so với bản niêm phong: khác từ dòng {line}, chữ thứ {column}."), format!("ALTERED since it was sealed: it differs from line {line}, letter {column} on.");
        was(text: &str): format!("  bản niêm phong: {text}"), format!("  sealed: {text}");
        is_now(text: &str): format!("  tệp này: {text}"), format!("  this file: {text}");
        version_of(version: u32, what: &str): format!("Phiên bản {version} của buổi làm việc {what}."), format!("Version {version} of {what}.");
        sealed_at(at: &str, by: &str, code: &str): if by.is_empty() { format!("Niêm phong lúc {at}; mã {code}.") } else { format!("Niêm phong lúc {at}, người niêm phong: {by}; mã {code}.") }, if by.is_empty() { format!("Sealed at {at}; {code}.") } else { format!("Sealed at {at} by {by}; {code}.") };
        because(reason: &str): format!("Lý do mở lại trước phiên bản này: {reason}."), format!("Opened again before this version because: {reason}.");
        is_superseded(newest: u32): format!("Đã có phiên bản mới hơn: {newest}."), format!("There is a newer version: {newest}.");
        elsewhere(code: &str): format!("Tệp ghi mã niêm phong {code}, nhưng kho này không có bản niêm phong ấy, nên không xác nhận được."), format!("It names the seal {code}, which this store does not have, so nothing can be said.");
        no_version(version: u32, reference: &str): format!("Buổi làm việc {reference} không có phiên bản {version}. Xem các phiên bản: bienban versions {reference}."), format!("Visit {reference} has no version {version}. bienban versions {reference} lists them.");
        version(version: u32): format!("Phiên bản {version}"), format!("Version {version}");
        from_to(from: &str, to: &str): format!("{from} → {to}"), format!("{from} → {to}");
        marked(version: &str): format!("Đã chọn {version}. Đến phiên bản kia rồi nhấn ⟨versions/open⟩ để so sánh."), format!("{version} is marked. Go to the other one and press ⟨versions/open⟩ to compare.");
        too_long(needed: usize, limit: usize): format!("Chưa kết thúc: biên bản quá dài để niêm phong (cần {needed} KB, tối đa {limit} KB). Hãy tách thành hai buổi làm việc."), format!("Not closed: the minutes are too long to be sealed ({needed} KB, at most {limit} KB). Divide them over two visits.");
    }
    lists {
    }
}
