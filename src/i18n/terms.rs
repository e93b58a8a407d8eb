//! Names of the things of the trade, as screens print them.

use crate::domain::{
    Bearer, DelegationKind, EntryKind, Extent, FollowAct, Kind, Numbering, Position, Presence, Proposal, Provenance,
    Regime, Role, Secrecy, Severity, Side, Standing, VerdictLevel, VisitStatus,
};

/// Names of kinds, roles, statuses and fields.
#[derive(Debug)]
pub struct Terms {
    /// What an entry is, in full.
    pub entry_kind: fn(EntryKind) -> &'static str,
    /// What an entry is, in at most 12 cells, for lists.
    pub entry_kind_short: fn(EntryKind) -> &'static str,
    /// Severity of a fault.
    pub severity: fn(Severity) -> &'static str,
    /// Party or State.
    pub regime: fn(Regime) -> &'static str,
    /// Kind of delegation.
    pub delegation_kind: fn(DelegationKind) -> &'static str,
    /// Role in a delegation.
    pub role: fn(Role) -> &'static str,
    /// Side of the table.
    pub side: fn(Side) -> &'static str,
    /// Present or absent.
    pub presence: fn(Presence) -> &'static str,
    /// Where a visit stands.
    pub visit_status: fn(VisitStatus) -> &'static str,
    /// Secrecy mark.
    pub secrecy: fn(Secrecy) -> &'static str,
    /// How far a finding reaches.
    pub extent: fn(Extent) -> &'static str,
    /// Who bears responsibility.
    pub bearer: fn(Bearer) -> &'static str,
    /// Where words come from.
    pub provenance: fn(Provenance) -> &'static str,
    /// What the unit holds of a finding.
    pub position: fn(Position) -> &'static str,
    /// What is proposed for a good practice.
    pub proposal: fn(Proposal) -> &'static str,
    /// How lists count.
    pub numbering: fn(Numbering) -> &'static str,
    /// Where a followed item stands.
    pub standing: fn(Standing) -> &'static str,
    /// What was done about an open item.
    pub follow_act: fn(FollowAct) -> &'static str,
    /// What a later visit says of an open item.
    pub verdict: fn(VerdictLevel) -> &'static str,
    /// Kind of record.
    pub kind: fn(&Kind) -> &str,
    /// Field of a record, by its name in the journal; a name it does not know is given back.
    pub field: fn(&str) -> &str,
}

macro_rules! both_languages {
    ($(fn $vietnamese:ident, $english:ident($type:ty) { $($pattern:pat => $vi:literal, $en:literal;)* })*) => {
        $(
            fn $vietnamese(value: $type) -> &'static str {
                match value { $($pattern => $vi,)* }
            }
            fn $english(value: $type) -> &'static str {
                match value { $($pattern => $en,)* }
            }
        )*
    };
}

both_languages! {
    fn entry_kind_vi, entry_kind_en(EntryKind) {
        EntryKind::Statement => "Ý kiến phát biểu", "Statement";
        EntryKind::Purpose => "Mục đích, yêu cầu", "Purpose";
        EntryKind::Report => "Đơn vị báo cáo", "Unit's report";
        EntryKind::Question => "Trao đổi, thẩm tra, xác minh", "Question, verification";
        EntryKind::Explanation => "Giải trình, tiếp thu", "Explanation";
        EntryKind::Strength => "Ưu điểm", "Strength";
        EntryKind::Shortcoming => "Hạn chế, khuyết điểm", "Shortcoming";
        EntryKind::ViolationSign => "Dấu hiệu vi phạm", "Sign of violation";
        EntryKind::ObjectiveCause => "Nguyên nhân khách quan", "Objective cause";
        EntryKind::SubjectiveCause => "Nguyên nhân chủ quan", "Subjective cause";
        EntryKind::Responsibility => "Trách nhiệm", "Responsibility";
        EntryKind::Figure => "Số liệu", "Figure";
        EntryKind::Commitment => "Cam kết", "Commitment";
        EntryKind::GoodPractice => "Mô hình, cách làm hay", "Good practice";
        EntryKind::Lesson => "Bài học", "Lesson";
        EntryKind::RecommendationUp => "Kiến nghị với cấp trên", "Recommendation upwards";
        EntryKind::RecommendationDown => "Đề nghị, yêu cầu với đơn vị", "Recommendation to the unit";
        EntryKind::Supplement => "Tài liệu, giải trình phải bổ sung", "Documents to be supplied";
        EntryKind::ReservedOpinion => "Ý kiến khác, bảo lưu", "Reserved opinion";
        EntryKind::Conclusion => "Ý kiến kết luận của người chủ trì", "Chair's conclusion";
        EntryKind::Acceptance => "Ý kiến tiếp thu của đơn vị", "Unit's acceptance";
    }
    fn entry_kind_short_vi, entry_kind_short_en(EntryKind) {
        EntryKind::Statement => "Ý kiến", "Statement";
        EntryKind::Purpose => "Mục đích", "Purpose";
        EntryKind::Report => "Báo cáo", "Report";
        EntryKind::Question => "Trao đổi", "Question";
        EntryKind::Explanation => "Giải trình", "Explanation";
        EntryKind::Strength => "Ưu điểm", "Strength";
        EntryKind::Shortcoming => "Hạn chế", "Shortcoming";
        EntryKind::ViolationSign => "Dấu hiệu VP", "Violation";
        EntryKind::ObjectiveCause => "NN khách quan", "Obj. cause";
        EntryKind::SubjectiveCause => "NN chủ quan", "Subj. cause";
        EntryKind::Responsibility => "Trách nhiệm", "Responsible";
        EntryKind::Figure => "Số liệu", "Figure";
        EntryKind::Commitment => "Cam kết", "Commitment";
        EntryKind::GoodPractice => "Mô hình", "Practice";
        EntryKind::Lesson => "Bài học", "Lesson";
        EntryKind::RecommendationUp => "Kiến nghị", "Rec. upward";
        EntryKind::RecommendationDown => "Đề nghị", "Rec. to unit";
        EntryKind::Supplement => "Bổ sung", "Supplement";
        EntryKind::ReservedOpinion => "Bảo lưu", "Reserved";
        EntryKind::Conclusion => "Kết luận", "Conclusion";
        EntryKind::Acceptance => "Tiếp thu", "Acceptance";
    }
    fn severity_vi, severity_en(Severity) {
        Severity::Minor => "ít nghiêm trọng", "minor";
        Severity::Serious => "nghiêm trọng", "serious";
        Severity::VerySerious => "rất nghiêm trọng", "very serious";
        Severity::Extreme => "đặc biệt nghiêm trọng", "extremely serious";
    }
    fn regime_vi, regime_en(Regime) {
        Regime::Party => "Đảng", "Party";
        Regime::State => "Chính quyền", "State";
    }
    fn delegation_kind_vi, delegation_kind_en(DelegationKind) {
        DelegationKind::ComplianceInspection => "Kiểm tra việc chấp hành", "Inspection of compliance";
        DelegationKind::ViolationInspection => "Kiểm tra khi có dấu hiệu vi phạm", "Inspection on signs of violation";
        DelegationKind::FinanceInspection => "Kiểm tra tài chính", "Inspection of finances";
        DelegationKind::ThematicSupervision => "Giám sát chuyên đề", "Thematic supervision";
        DelegationKind::RegularSupervision => "Giám sát thường xuyên", "Regular supervision";
        DelegationKind::StateInspection => "Thanh tra", "State inspection";
    }
    fn role_vi, role_en(Role) {
        Role::Head => "Trưởng đoàn", "Head";
        Role::Deputy => "Phó Trưởng đoàn", "Deputy head";
        Role::Secretary => "Thư ký", "Secretary";
        Role::Member => "Thành viên", "Member";
    }
    fn side_vi, side_en(Side) {
        Side::Delegation => "Đoàn", "Delegation";
        Side::Unit => "Đơn vị", "Unit";
        Side::Invited => "Khách mời", "Invited";
    }
    fn presence_vi, presence_en(Presence) {
        Presence::Present => "Có mặt", "Present";
        Presence::Absent => "Vắng", "Absent";
    }
    fn visit_status_vi, visit_status_en(VisitStatus) {
        VisitStatus::Planned => "Dự kiến", "Planned";
        VisitStatus::Open => "Đang diễn ra", "Open";
        VisitStatus::Closed => "Đã kết thúc", "Closed";
        VisitStatus::Cancelled => "Đã hủy", "Cancelled";
    }
    fn secrecy_vi, secrecy_en(Secrecy) {
        Secrecy::Unset => "Chưa xác định", "Not decided";
        Secrecy::Open => "Không mật", "No mark";
        Secrecy::Secret => "Mật", "Secret";
        Secrecy::HighlySecret => "Tối mật", "Highly secret";
        Secrecy::TopSecret => "Tuyệt mật", "Top secret";
    }
    fn extent_vi, extent_en(Extent) {
        Extent::Absent => "Không có biểu hiện", "No sign";
        Extent::Isolated => "Cá biệt", "Isolated";
        Extent::Some => "Một số", "Some";
        Extent::Widespread => "Phổ biến", "Widespread";
    }
    fn bearer_vi, bearer_en(Bearer) {
        Bearer::Collective => "Tập thể", "Collective";
        Bearer::Individual => "Cá nhân", "Individual";
        Bearer::Head => "Người đứng đầu", "Head";
    }
    fn provenance_vi, provenance_en(Provenance) {
        Provenance::Verbatim => "Ghi nguyên văn", "Verbatim";
        Provenance::Paraphrase => "Ghi tóm tắt", "Paraphrase";
        Provenance::Observed => "Quan sát thực tế", "Observed";
        Provenance::Document => "Theo tài liệu", "Document";
    }
    fn position_vi, position_en(Position) {
        Position::Agrees => "Tiếp thu", "Agrees";
        Position::Explains => "Giải trình", "Explains";
        Position::Objects => "Không đồng ý", "Objects";
    }
    fn proposal_vi, proposal_en(Proposal) {
        Proposal::Replicate => "Đề nghị nhân rộng", "To be replicated";
        Proposal::Commend => "Đề nghị khen thưởng", "To be commended";
        Proposal::ReplicateAndCommend => "Đề nghị nhân rộng và khen thưởng", "To be replicated and commended";
    }
    fn numbering_vi, numbering_en(Numbering) {
        Numbering::OneIs => "Một là, Hai là", "Một là, Hai là";
        Numbering::First => "Thứ nhất, Thứ hai", "Thứ nhất, Thứ hai";
        Numbering::Digits => "1., 2.", "1., 2.";
    }
    fn standing_vi, standing_en(Standing) {
        Standing::Noted => "Ghi nhận", "Noted";
        Standing::New => "Mới", "New";
        Standing::Assigned => "Đã giao", "Assigned";
        Standing::InProgress => "Đang thực hiện", "In progress";
        Standing::ReportedDone => "Đã báo cáo hoàn thành", "Reported done";
        Standing::Done => "Hoàn thành (đã xác minh)", "Done (verified)";
        Standing::PartlyDone => "Thực hiện một phần", "Partly done";
        Standing::NotDone => "Chưa thực hiện", "Not done";
        Standing::Obsolete => "Không còn phù hợp", "No longer applies";
    }
    fn follow_act_vi, follow_act_en(FollowAct) {
        FollowAct::Watch => "Theo dõi", "Watched";
        FollowAct::Urge => "Đôn đốc", "Urged";
        FollowAct::Check => "Kiểm tra", "Checked";
        FollowAct::Reply => "Trả lời kiến nghị", "Reply";
    }
    fn verdict_vi, verdict_en(VerdictLevel) {
        VerdictLevel::Done => "Đã thực hiện", "Done";
        VerdictLevel::Partly => "Thực hiện một phần", "Partly done";
        VerdictLevel::Not => "Chưa thực hiện", "Not done";
        VerdictLevel::Unverifiable => "Chưa xác minh được", "Cannot be verified";
    }
}

macro_rules! names {
    ($($name:literal => $vi:literal, $en:literal;)*) => {
        fn name_vi(name: &str) -> &str {
            match name { $($name => $vi,)* other => other }
        }
        fn name_en(name: &str) -> &str {
            match name { $($name => $en,)* other => other }
        }
    };
}

names! {
    "unit" => "Đơn vị", "Unit";
    "legal_basis" => "Văn bản căn cứ", "Legal basis";
    "delegation" => "Đoàn", "Delegation";
    "member" => "Thành viên", "Member";
    "citation" => "Căn cứ được viện dẫn", "Citation";
    "visit" => "Buổi làm việc", "Visit";
    "attendee" => "Người dự", "Attendee";
    "entry" => "Mục", "Entry";
    "material" => "Tài liệu", "Material";
    "prompted_issue" => "Vấn đề gợi ý", "Prompted issue";
    "diary_entry" => "Nhật ký Đoàn", "Diary entry";
    "follow_up" => "Việc theo dõi, đôn đốc", "Follow-up";
    "verdict" => "Kết quả khắc phục", "Verdict";
    "outside_item" => "Việc từ nguồn khác", "Outside item";
    "checklist" => "Danh mục", "Checklist";
    "criterion" => "Tiêu chí", "Criterion";
    "answer" => "Kết quả đối chiếu", "Answer";
    "waiver" => "Bỏ qua nhắc việc", "Check switched off";
    "seal" => "Bản niêm phong", "Sealed version";
    "sealed_texts" => "Nguyên văn bản niêm phong", "Texts of a sealed version";
    "sealed" => "Phiên bản niêm phong", "Sealed version";
    "reopened" => "Lý do mở lại", "Reason of opening again";
    "at" => "Niêm phong lúc", "Sealed at";
    "file_name" => "Tên tệp", "File name";
    "minutes" => "Biên bản", "Minutes";
    "export" => "Bản ghi đầy đủ", "Canonical export";
    "previous" => "Bản trước", "Version before";
    "signature" => "Chữ ký", "Signature";
    "texts" => "Nguyên văn", "Texts";
    "name" => "Tên", "Name";
    "parent" => "Đơn vị cấp trên", "Parent unit";
    "note" => "Ghi chú", "Note";
    "authority" => "Cơ quan ban hành quyết định", "Authority";
    "decision_symbol" => "Số quyết định", "Decision symbol";
    "decision_date" => "Ngày quyết định", "Decision date";
    "plan_symbol" => "Số kế hoạch", "Plan symbol";
    "plan_date" => "Ngày kế hoạch", "Plan date";
    "theme" => "Nội dung, chuyên đề", "Theme";
    "regime" => "Khối", "Regime";
    "kind" => "Loại", "Kind";
    "period_from" => "Mốc thời gian từ", "Period from";
    "period_to" => "Mốc thời gian đến", "Period to";
    "place_name" => "Địa danh", "Place name";
    "form" => "Loại văn bản", "Type";
    "symbol" => "Số, ký hiệu", "Symbol";
    "date" => "Ngày", "Date";
    "issuer" => "Cơ quan ban hành", "Issuer";
    "title" => "Trích yếu", "Title";
    "basis" => "Văn bản", "Document";
    "order" => "Thứ tự", "Order";
    "posts" => "Chức vụ", "Posts";
    "role" => "Vai trò", "Role";
    "area" => "Phụ trách", "Area";
    "side" => "Bên", "Side";
    "post" => "Chức vụ", "Post";
    "presence" => "Có mặt", "Presence";
    "reason" => "Lý do", "Reason";
    "status" => "Trạng thái", "Status";
    "cancel_reason" => "Lý do hủy", "Reason of cancelling";
    "start" => "Bắt đầu", "Start";
    "end" => "Kết thúc", "End";
    "place" => "Địa điểm", "Place";
    "subject" => "Nội dung buổi làm việc", "Subject";
    "chair" => "Người chủ trì", "Chair";
    "recorder" => "Người ghi biên bản", "Recorder";
    "materials" => "Tài liệu sử dụng", "Documents used";
    "other_information" => "Thông tin khác", "Other information";
    "secrecy" => "Mức độ mật", "Secrecy mark";
    "copies" => "Số bản", "Copies";
    "copies_each" => "Mỗi bên giữ", "Copies for each side";
    "recipients" => "Nơi nhận", "Recipients";
    "text" => "Nội dung", "Text";
    "noted_at" => "Thời điểm", "Time";
    "people" => "Người nêu, người thực hiện", "People";
    "due" => "Thời hạn", "Due";
    "criteria" => "Tiêu chí", "Criteria";
    "severity" => "Mức độ", "Severity";
    "links" => "Liên quan", "Links";
    "author" => "Người ghi", "Author";
    "topic" => "Lĩnh vực", "Topic";
    "topics" => "Lĩnh vực", "Topics";
    "locality" => "Địa bàn", "Locality";
    "extent" => "Phạm vi", "Extent";
    "private_names" => "Danh sách riêng (không in)", "Private list (not printed)";
    "bearer" => "Chủ thể chịu trách nhiệm", "Who is responsible";
    "provenance" => "Nguồn thông tin", "Provenance";
    "document" => "Văn bản, tài liệu khác", "Other document";
    "page" => "Trang", "Page";
    "position" => "Ý kiến của đơn vị", "Unit's position";
    "category" => "Loại việc", "Category";
    "remedy" => "Cách khắc phục", "Remedy";
    "measure" => "Biện pháp", "Measure";
    "model_name" => "Tên mô hình", "Name of the model";
    "result" => "Kết quả", "Result";
    "proposal" => "Đề nghị của Đoàn", "Proposal";
    "deep_review" => "Gợi ý kiểm điểm sâu", "Deep review suggested";
    "part_of" => "Thuộc Đoàn", "Part of delegation";
    "template" => "Mẫu biên bản", "Template";
    "numbering" => "Cách đánh số", "Numbering";
    "units" => "Đơn vị phụ trách", "Units in charge";
    "person" => "Người dùng máy này", "User of this machine";
    "pilot" => "Đơn vị làm điểm", "Pilot unit";
    "self_report" => "Báo cáo tự kiểm tra", "Self-inspection report";
    "received" => "Ngày nhận", "Received";
    "who" => "Người thực hiện", "Who";
    "check" => "Nhắc việc", "Check";
    "item" => "Việc được theo dõi", "Followed item";
    "act" => "Hình thức", "Act";
    "by" => "Người thực hiện", "By";
    "standing" => "Trạng thái", "Standing";
    "evidence" => "Minh chứng", "Evidence";
    "level" => "Kết quả", "Level";
    "words" => "Ghi nhận cụ thể", "In words";
    "source" => "Nguồn", "Source";
    "doers" => "Người thực hiện", "Doers";
    "class" => "Phân loại", "Class";
    "carried" => "Số lần đã chuyển kỳ", "Times carried before";
    "code" => "Mã", "Code";
    "version" => "Phiên bản", "Version";
    "text_verified" => "Lời văn đã đối chiếu", "Wording verified";
    "people_count" => "Số người", "People";
    "body_count" => "Số tổ chức", "Bodies";
    "score" => "Điểm", "Score";
    "self_level" => "Đơn vị tự đánh giá", "Self-assessment";
    "self_note" => "Đơn vị tự nêu", "Unit's own words";
    "self_score" => "Điểm tự chấm", "Self-score";
    "reference" => "Mã", "Reference";
    "life" => "Xóa", "Removal";
}

fn kind_vi(kind: &Kind) -> &str {
    name_vi(kind.as_str())
}

fn kind_en(kind: &Kind) -> &str {
    name_en(kind.as_str())
}

pub(super) const VIETNAMESE: Terms = Terms {
    entry_kind: entry_kind_vi,
    entry_kind_short: entry_kind_short_vi,
    severity: severity_vi,
    regime: regime_vi,
    delegation_kind: delegation_kind_vi,
    role: role_vi,
    side: side_vi,
    presence: presence_vi,
    visit_status: visit_status_vi,
    secrecy: secrecy_vi,
    extent: extent_vi,
    bearer: bearer_vi,
    provenance: provenance_vi,
    position: position_vi,
    proposal: proposal_vi,
    numbering: numbering_vi,
    standing: standing_vi,
    follow_act: follow_act_vi,
    verdict: verdict_vi,
    kind: kind_vi,
    field: name_vi,
};

pub(super) const ENGLISH: Terms = Terms {
    entry_kind: entry_kind_en,
    entry_kind_short: entry_kind_short_en,
    severity: severity_en,
    regime: regime_en,
    delegation_kind: delegation_kind_en,
    role: role_en,
    side: side_en,
    presence: presence_en,
    visit_status: visit_status_en,
    secrecy: secrecy_en,
    extent: extent_en,
    bearer: bearer_en,
    provenance: provenance_en,
    position: position_en,
    proposal: proposal_en,
    numbering: numbering_en,
    standing: standing_en,
    follow_act: follow_act_en,
    verdict: verdict_en,
    kind: kind_en,
    field: name_en,
};
