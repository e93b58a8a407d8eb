//! Documents that the unit sent: how the minutes name them, and what they say of those that came late.

use chrono::NaiveDate;

use super::Source;
use super::facts::cite;
use super::outline::{Item, Origin};
use super::phrases::{capital, cited_date, noted, sentence};
use crate::domain::{Arrival, LegalBasis, Material, Record};

/// Lists the documents that came, then what was noted of documents by hand.
pub(super) fn used(source: &Source) -> Vec<String> {
    let came = source.materials.iter().filter_map(|(_, material)| match material.self_report {
        // When a self-inspection report came is said where the minutes tell of it.
        true => material.received.map(|_| named(material)),
        false => described(material, source.papers_due),
    });
    let mut lines: Vec<String> = came.map(|text| sentence(&text)).collect();
    let mut by_hand = noted(&source.visit.materials, "");
    if let Some(first) = by_hand.first_mut().filter(|_| !lines.is_empty()) {
        *first = capital(first);
    }
    lines.append(&mut by_hand);
    lines
}

/// Says which self-inspection reports the unit sent, and when they came.
pub(super) fn self_reports(source: &Source) -> Vec<Item> {
    let reports = source.materials.iter().filter(|(_, material)| material.self_report);
    let told = reports.filter_map(|(id, material)| Some((id, described(material, source.papers_due)?)));
    told.map(|(id, text)| Item {
        label: None,
        lines: vec![sentence(&format!("Đơn vị đã gửi {text}"))],
        origin: Some(Origin::Record(Material::KIND, *id)),
    })
    .collect()
}

/// Names a document that came, with the day it came and, when that was late, the day it had to.
fn described(material: &Material, papers_due: Option<NaiveDate>) -> Option<String> {
    let received = material.received?;
    let came = match material.arrival(papers_due, received) {
        Arrival::Late(last) => {
            format!("nhận ngày {}, chậm so với thời hạn {}", cited_date(received), cited_date(last))
        }
        _ => format!("nhận ngày {}", cited_date(received)),
    };
    Some(format!("{} ({came})", named(material)))
}

fn named(material: &Material) -> String {
    cite(&LegalBasis {
        form: material.form.clone(),
        symbol: material.symbol.clone(),
        date: material.date,
        issuer: String::new(),
        title: material.title.clone(),
    })
}
