//! What the built-in Vietnamese typing adds to a key: one word more at the end of a long line.
//!
//! `cargo bench --bench typing`. `docs/performance.md` has the figures.
#![allow(missing_docs, reason = "a measurement, not a part of the program")]

use bienban::typing::{Method, Placement, Style, Typist};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

/// The line that the word is typed behind.
const LINE: &str = "-- tự phê bình và phê bình ở một số chi bộ còn nể nang, né tránh; kiểm tra chưa thường xuyên ";

fn typed(mut text: String, mut typist: Typist, keys: &str) -> String {
    for key in keys.chars() {
        let change = typist.key(&text, key);
        for _ in 0..change.back {
            text.pop();
        }
        text.push_str(&change.text);
    }
    text
}

fn a_word(criterion: &mut Criterion) {
    let style = |method| Style { method, placement: Placement::Old };
    for (name, method, keys) in [
        ("telex/nghiêng, 9 keys", Method::Telex, "nghieengr"),
        ("telex/được, 7 keys", Method::Telex, "dduwocj"),
        ("telex/HĐND, 5 keys", Method::Telex, "HDDND"),
        ("telex/website, 7 keys", Method::Telex, "website"),
        ("vni/nghiêng, 9 keys", Method::Vni, "nghie6ng3"),
    ] {
        criterion.bench_function(name, |bencher| {
            bencher.iter_batched(
                || (LINE.to_owned(), Typist::new(style(method))),
                |(line, typist)| typed(line, typist, keys),
                BatchSize::SmallInput,
            );
        });
    }
}

criterion_group!(benches, a_word);
criterion_main!(benches);
