//! Names of the things of the trade, as screens print them.

use crate::domain::{DelegationKind, EntryKind, Kind, Presence, Regime, Role, Secrecy, Severity, Side, VisitStatus};

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
        EntryKind::RecommendationUp => "Kiến nghị", "Rec. up";
        EntryKind::RecommendationDown => "Đề nghị", "Rec. down";
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
    "form" => "Loại văn bản", "Form";
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
    kind: kind_en,
    field: name_en,
};
