//! What is noted of an entry beside its words: how far it reaches, where it comes from, what the unit holds of it.
//!
//! The private list is none of it: no field that holds it is read here or anywhere else in the minutes.

use super::super::norm;
use super::super::phrases::{known, norm_key, noted};
use super::Sections;
use crate::domain::{Bearer, ChainPart, Entry, Extent, Material, Position, Proposal, Provenance, RecordId};

impl Sections<'_> {
    /// Lists what stands in brackets behind the words, the source last.
    pub(super) fn details(&self, entry: &Entry) -> Vec<String> {
        let told = |label: &str, text: &str| known(text).map(|text| format!("{label}: {text}"));
        let mut parts: Vec<String> =
            entry.extent.map(|extent| format!("phạm vi: {}", reach(extent))).into_iter().collect();
        parts.extend(told("lĩnh vực", &entry.topic));
        parts.extend(told("địa bàn", &entry.locality));
        parts.extend(told("kết quả", &entry.result));
        parts.extend(entry.proposal.map(proposal).map(str::to_owned));
        parts.extend(entry.deep_review.then(|| "gợi ý kiểm điểm sâu".to_owned()));
        parts.extend(self.source(entry));
        parts
    }

    /// Says where the words come from: "ghi nguyên văn, theo Báo cáo số 218-BC/HU, trang 7".
    fn source(&self, entry: &Entry) -> Option<String> {
        let material = self.materials.iter().find(|(id, _)| Some(*id) == entry.material);
        let document = material.and_then(|(_, material)| cited(material)).or_else(|| known(&entry.document));
        let how = match entry.provenance {
            Some(Provenance::Verbatim) => Some("ghi nguyên văn"),
            Some(Provenance::Paraphrase) => Some("ghi tóm tắt"),
            Some(Provenance::Observed) => Some("qua quan sát thực tế"),
            Some(Provenance::Document) if document.is_none() => Some("theo tài liệu"),
            Some(Provenance::Document) | None => None,
        };
        let mut parts: Vec<String> = how.map(str::to_owned).into_iter().collect();
        parts.extend(document.map(|document| format!("theo {document}")));
        parts.extend(known(&entry.page).filter(|_| !parts.is_empty()).map(|page| format!("trang {page}")));
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Names who answers for a fault: "Tập thể Ban Thường vụ Huyện ủy"; what the words say already is not said twice.
    pub(super) fn bearer(&self, entry: &Entry) -> Option<String> {
        let people = self.directory.names(&entry.people);
        let Some(bearer) = entry.bearer else { return self.speakers(entry) };
        let word = match bearer {
            Bearer::Collective => "Tập thể",
            Bearer::Individual => "Cá nhân",
            Bearer::Head => "Người đứng đầu",
        };
        match people {
            Some(people) if begins_with(&people, word) => self.speakers(entry),
            Some(people) if bearer == Bearer::Head => Some(format!("{word}, {people}")),
            Some(people) => Some(format!("{word} {people}")),
            None => (!begins_with(&entry.text, word)).then(|| word.to_owned()),
        }
    }

    /// Names a model before its words: "“Ngày thứ Bảy vì dân”, Đảng ủy xã Hòa Phong".
    pub(super) fn model(&self, entry: &Entry) -> Option<String> {
        let bare = norm(&entry.model_name);
        let bare = bare.trim_matches(['“', '”', '"', '\'']).trim();
        let name = (!bare.is_empty()).then(|| format!("“{bare}”"));
        let parts: Vec<String> = name.into_iter().chain(self.outsiders(entry)).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Says, a line each, what the unit holds of a fault, in its own words.
    pub(super) fn positions(&self, fault: RecordId) -> Vec<String> {
        let is_position = |entry: &Entry| ChainPart::of(entry.kind) == ChainPart::Position;
        let held = self.entries.iter().filter(|(_, entry)| is_position(entry) && entry.links.contains(&fault));
        held.map(|(_, entry)| position(entry.position, &entry.text)).collect()
    }
}

fn position(position: Option<Position>, text: &str) -> String {
    let word = position.map(|position| match position {
        Position::Agrees => "tiếp thu",
        Position::Explains => "giải trình",
        Position::Objects => "không đồng ý",
    });
    let text = norm(text);
    // "về xếp loại: tiếp thu" says it already.
    let unsaid = word.filter(|word| !text.split(": ").any(|part| begins_with(part, word)));
    let said = unsaid.map_or_else(|| text.clone(), |word| format!("{word} – {text}"));
    noted(&format!("Ý kiến của đơn vị: {said}"), "").concat()
}

/// Whether a text begins with a word, whatever its case.
fn begins_with(text: &str, word: &str) -> bool {
    norm_key(text).starts_with(&norm_key(word))
}

/// Cites a material as papers do: "Báo cáo số 218-BC/HU".
fn cited(material: &Material) -> Option<String> {
    let form = known(&material.form);
    match known(&material.symbol) {
        Some(symbol) => Some(format!("{} số {symbol}", form.as_deref().unwrap_or("văn bản"))),
        None => form.into_iter().chain(known(&material.title)).reduce(|form, title| format!("{form} {title}")),
    }
}

fn reach(extent: Extent) -> &'static str {
    match extent {
        Extent::Absent => "không có biểu hiện",
        Extent::Isolated => "cá biệt",
        Extent::Some => "một số",
        Extent::Widespread => "phổ biến",
    }
}

fn proposal(proposal: Proposal) -> &'static str {
    match proposal {
        Proposal::Replicate => "đề nghị nhân rộng",
        Proposal::Commend => "đề nghị khen thưởng",
        Proposal::ReplicateAndCommend => "đề nghị nhân rộng và khen thưởng",
    }
}
