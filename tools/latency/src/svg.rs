//! Renders a vt100 screen to SVG (no dependency): one <rect> per background run, one <text> per cell.
fn col(c: vt100::Color, def: &str) -> String {
    const B: [&str; 16] = [
        "#1e1e2e", "#e05561", "#8cc265", "#d18f52", "#4aa5f0", "#c162de", "#42b3c2", "#d7dae0", "#4f5666", "#ff616e",
        "#a5e075", "#f0a45d", "#4dc4ff", "#de73ff", "#4cd1e0", "#ffffff",
    ];
    match c {
        vt100::Color::Default => def.into(),
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        vt100::Color::Idx(i) if i < 16 => B[i as usize].into(),
        vt100::Color::Idx(i) if i < 232 => {
            let i = i - 16;
            let f = |v: u8| if v == 0 { 0 } else { 55 + 40 * v as u32 };
            format!("#{:02x}{:02x}{:02x}", f(i / 36), f(i / 6 % 6), f(i % 6))
        }
        vt100::Color::Idx(i) => {
            let v = 8 + 10 * (i as u32 - 232);
            format!("#{v:02x}{v:02x}{v:02x}")
        }
    }
}
fn esc(s: &str) -> String {
    s.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
pub fn render(s: &vt100::Screen) -> String {
    let (rows, cols) = s.size();
    let (rows, cols) = (rows.get(), cols.get());
    let (cw, ch) = (9.03_f64, 19.0_f64);
    let (bg, fg) = ("#1e1e2e", "#d7dae0");
    let mut o = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{:.0}\" height=\"{:.0}\" font-family=\"'DejaVu Sans Mono',monospace\" font-size=\"15\"><rect width=\"100%\" height=\"100%\" fill=\"{bg}\"/>\n",
        cols as f64 * cw + 16.0,
        rows as f64 * ch + 16.0
    );
    let cur = (!s.hide_cursor()).then(|| s.cursor_position());
    for r in 0..rows {
        for c in 0..cols {
            let Some(cell) = s.cell(r, c) else { continue };
            if cell.is_wide_continuation() {
                continue;
            }
            let (mut f, mut b) = (col(cell.fgcolor(), fg), col(cell.bgcolor(), bg));
            if cell.inverse() != (cur == Some((r, c))) {
                std::mem::swap(&mut f, &mut b);
            }
            let (x, y) = (8.0 + c as f64 * cw, 8.0 + r as f64 * ch);
            let w = if cell.is_wide() { 2.0 * cw } else { cw };
            if b != bg {
                o += &format!(
                    "<rect x=\"{x:.2}\" y=\"{y:.1}\" width=\"{:.2}\" height=\"{:.1}\" fill=\"{b}\"/>",
                    w + 0.3,
                    ch + 0.3
                );
            }
            let t = cell.contents();
            if !t.trim().is_empty() {
                let mut a = String::new();
                if cell.bold() {
                    a += " font-weight=\"bold\"";
                }
                if cell.italic() {
                    a += " font-style=\"italic\"";
                }
                if cell.underline() {
                    a += " text-decoration=\"underline\"";
                }
                if cell.dim() {
                    a += " opacity=\"0.6\"";
                }
                o += &format!("<text x=\"{x:.2}\" y=\"{:.1}\" fill=\"{f}\"{a}>{}</text>", y + 14.5, esc(t));
            }
        }
        o.push('\n');
    }
    o + "</svg>\n"
}
