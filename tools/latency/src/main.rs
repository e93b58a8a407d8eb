//! tuibench: run any TUI in a pty, drive it by a scenario file, measure it, take pictures.
//! See README.md.
use anyhow::{Context, Result, bail};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

mod svg;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    name: String,
    command: Vec<String>,
    #[serde(default)]
    env: BTreeMap<String, String>,
    #[serde(default)]
    unset: Vec<String>,
    cwd: Option<String>,
    #[serde(default = "d_cols")]
    cols: u16,
    #[serde(default = "d_rows")]
    rows: u16,
    #[serde(default = "one")]
    repeat: usize,
    /// shell command run before each repetition (reset the data set)
    before: Option<String>,
    /// binary whose size is reported (default: command[0])
    binary: Option<String>,
    /// answer to CSI c, CSI 6n, OSC 10/11 queries (default true)
    #[serde(default = "yes")]
    answer_queries: bool,
    #[serde(default)]
    step: Vec<Step>,
}
fn nz(v: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(v.max(1)).unwrap()
}
fn d_cols() -> u16 {
    120
}
fn d_rows() -> u16 {
    36
}
fn one() -> usize {
    1
}
fn yes() -> bool {
    true
}

#[derive(Deserialize, Clone)]
#[serde(tag = "op", rename_all = "snake_case", deny_unknown_fields)]
enum Step {
    /// wait until `text` is on screen; records time since `since` ("spawn" or "last_send") under `metric`
    Wait {
        text: String,
        #[serde(default = "d_to")]
        timeout_ms: u64,
        metric: Option<String>,
        #[serde(default)]
        since: Since,
        #[serde(default)]
        gone: bool,
    },
    /// wait until no byte came for quiet_ms
    Settle {
        #[serde(default = "d_quiet")]
        quiet_ms: u64,
        #[serde(default = "d_to")]
        timeout_ms: u64,
    },
    /// send keys (notation: <Enter> <Esc> <Tab> <BS> <C-h> <Up> <F1> <lt> ... ), no measuring
    Send {
        keys: String,
    },
    /// send raw bytes given as hex, e.g. "1b5b41"
    SendHex {
        hex: String,
    },
    /// bracketed paste
    Paste {
        text: String,
        metric: Option<String>,
        expect: Option<String>,
    },
    /// type `text`, one character at a time, each measured: key written -> screen shows the change
    Type {
        text: String,
        #[serde(default = "d_gap")]
        gap_ms: u64,
        #[serde(default)]
        until: Until,
        metric: String,
        #[serde(default = "d_keyto")]
        timeout_ms: u64,
        #[serde(default = "d_q3")]
        frame_quiet_ms: u64,
        #[serde(default = "one")]
        times: usize,
    },
    /// same for one key given in notation, `times` times
    Press {
        key: String,
        #[serde(default = "one")]
        times: usize,
        #[serde(default = "d_gap")]
        gap_ms: u64,
        metric: String,
        #[serde(default = "d_keyto")]
        timeout_ms: u64,
        #[serde(default = "d_q3")]
        frame_quiet_ms: u64,
    },
    /// type all the text with no waiting (burst); time until `expect` is on screen
    Burst {
        text: String,
        expect: String,
        #[serde(default)]
        gap_ms: f64,
        metric: String,
        #[serde(default = "d_to")]
        timeout_ms: u64,
    },
    /// sleep and measure CPU, wake-ups and bytes written while idle
    Idle {
        seconds: f64,
    },
    Rss {
        #[serde(default)]
        label: String,
    },
    Resize {
        cols: u16,
        rows: u16,
    },
    Signal {
        name: String,
    },
    /// process must end within the timeout
    Exit {
        #[serde(default = "d_to")]
        timeout_ms: u64,
    },
    Sleep {
        ms: u64,
    },
    /// write the screen as svg / txt / ansi (by extension)
    Shot {
        path: String,
    },
    /// fail unless text is on screen
    Assert {
        text: String,
    },
    /// fail unless the cursor is at (row, col), 0-based
    AssertCursor {
        row: u16,
        col: u16,
    },
}
#[derive(Deserialize, Clone, Copy, Default, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Since {
    #[default]
    Spawn,
    LastSend,
}
#[derive(Deserialize, Clone, Copy, Default, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Until {
    /// any difference of the screen (cells, attributes or cursor)
    #[default]
    Change,
    /// the last up to 4 typed characters are visible one after the other
    Tail,
    /// the first byte of output
    Byte,
}
fn d_to() -> u64 {
    15000
}
fn d_quiet() -> u64 {
    150
}
fn d_gap() -> u64 {
    60
}
fn d_keyto() -> u64 {
    2000
}
fn d_q3() -> u64 {
    4
}

fn keys(s: &str) -> Result<Vec<u8>> {
    let mut out = vec![];
    let mut it = s.chars().peekable();
    while let Some(c) = it.next() {
        if c != '<' {
            let mut b = [0; 4];
            out.extend(c.encode_utf8(&mut b).bytes());
            continue;
        }
        let mut name = String::new();
        for c in it.by_ref() {
            if c == '>' {
                break;
            }
            name.push(c);
        }
        let b: &[u8] = match name.as_str() {
            "Enter" | "CR" => b"\r",
            "Esc" => b"\x1b",
            "Tab" => b"\t",
            "BS" => b"\x7f",
            "BS8" => b"\x08",
            "Space" => b" ",
            "lt" => b"<",
            "Up" => b"\x1b[A",
            "Down" => b"\x1b[B",
            "Right" => b"\x1b[C",
            "Left" => b"\x1b[D",
            "Home" => b"\x1b[H",
            "End" => b"\x1b[F",
            "PageUp" => b"\x1b[5~",
            "PageDown" => b"\x1b[6~",
            "Del" => b"\x1b[3~",
            "Ins" => b"\x1b[2~",
            "S-Tab" => b"\x1b[Z",
            "F1" => b"\x1bOP",
            "F2" => b"\x1bOQ",
            "F3" => b"\x1bOR",
            "F4" => b"\x1bOS",
            "F5" => b"\x1b[15~",
            "F6" => b"\x1b[17~",
            "F7" => b"\x1b[18~",
            "F8" => b"\x1b[19~",
            "F9" => b"\x1b[20~",
            "F10" => b"\x1b[21~",
            "F11" => b"\x1b[23~",
            "F12" => b"\x1b[24~",
            n if n.starts_with("C-") && n.len() == 3 => {
                out.push(n.as_bytes()[2].to_ascii_lowercase() & 0x1f);
                continue;
            }
            n if n.starts_with("A-") || n.starts_with("M-") => {
                out.push(0x1b);
                out.extend(n[2..].bytes());
                continue;
            }
            n => bail!("unknown key <{n}>"),
        };
        out.extend(b);
    }
    Ok(out)
}

#[derive(Serialize, Default, Clone)]
struct Stat {
    n: usize,
    min: f64,
    p50: f64,
    p90: f64,
    p99: f64,
    max: f64,
    mean: f64,
}
fn stat(v: &[f64]) -> Stat {
    if v.is_empty() {
        return Stat::default();
    }
    let mut s = v.to_vec();
    s.sort_by(|a, b| a.total_cmp(b));
    let q = |p: f64| s[(((s.len() as f64) * p).ceil() as usize).clamp(1, s.len()) - 1];
    Stat {
        n: s.len(),
        min: s[0],
        p50: q(0.5),
        p90: q(0.9),
        p99: q(0.99),
        max: s[s.len() - 1],
        mean: s.iter().sum::<f64>() / s.len() as f64,
    }
}

struct Run {
    parser: vt100::Parser,
    rx: Receiver<(Instant, Vec<u8>)>,
    w: Box<dyn Write + Send>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    master: Box<dyn portable_pty::MasterPty + Send>,
    pid: i32,
    spawn: Instant,
    last_send: Instant,
    last_byte: Instant,
    bytes: u64,
    closed: bool,
    answer: bool,
    pend: Vec<u8>,
    chunks: u64,
}
impl Run {
    fn feed(&mut self, t: Instant, b: &[u8]) {
        self.bytes += b.len() as u64;
        self.chunks += 1;
        self.last_byte = t;
        self.parser.process(b);
        if self.answer {
            self.pend.extend_from_slice(b);
            let hay = std::mem::take(&mut self.pend);
            let mut reply: Vec<u8> = vec![];
            let cnt = |n: &[u8]| hay.windows(n.len()).filter(|w| *w == n).count();
            for _ in 0..cnt(b"\x1b[6n") {
                let (r, c) = self.parser.screen().cursor_position();
                reply.extend(format!("\x1b[{};{}R", r + 1, c + 1).bytes());
            }
            for _ in 0..cnt(b"\x1b[c") + cnt(b"\x1b[0c") {
                reply.extend(b"\x1b[?62;22c");
            }
            for _ in 0..cnt(b"\x1b]11;?") {
                reply.extend(b"\x1b]11;rgb:0000/0000/0000\x1b\\");
            }
            for _ in 0..cnt(b"\x1b]10;?") {
                reply.extend(b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\");
            }
            if !reply.is_empty() {
                let _ = self.w.write_all(&reply);
                let _ = self.w.flush();
            }
            // keep an unfinished escape at the end
            if let Some(p) = hay.iter().rposition(|c| *c == 0x1b) {
                if hay.len() - p < 6 && !hay[p..].iter().skip(1).any(|c| c.is_ascii_alphabetic()) {
                    self.pend = hay[p..].to_vec();
                }
            }
        }
    }
    fn pump(&mut self, d: Duration) -> bool {
        match self.rx.recv_timeout(d) {
            Ok((t, b)) => {
                self.feed(t, &b);
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                self.closed = true;
                std::thread::sleep(d.min(Duration::from_millis(2)));
                false
            }
        }
    }
    fn drain(&mut self) {
        while let Ok((t, b)) = self.rx.try_recv() {
            self.feed(t, &b);
        }
    }
    fn settle(&mut self, quiet: Duration, to: Duration) -> bool {
        let start = Instant::now();
        let mut last = Instant::now();
        loop {
            if self.pump(quiet.saturating_sub(last.elapsed()).max(Duration::from_micros(200))) {
                last = Instant::now();
            } else if last.elapsed() >= quiet || self.closed {
                return true;
            }
            if start.elapsed() > to {
                return false;
            }
        }
    }
    fn send(&mut self, b: &[u8]) -> Result<Instant> {
        let t = Instant::now();
        self.last_send = t;
        self.w.write_all(b)?;
        self.w.flush()?;
        Ok(t)
    }
    fn text(&self) -> String {
        self.parser.screen().contents()
    }
    fn sig(&self) -> (String, (u16, u16)) {
        (self.parser.screen().contents_formatted(), self.parser.screen().cursor_position())
    }
    fn screen_dump(&self) -> String {
        self.text()
    }
}
type Tasks = BTreeMap<String, (u64, u64)>;
/// per thread of pid and its children: cpu ns, voluntary switches
fn tasks(pid: i32) -> Tasks {
    let mut out = Tasks::new();
    let mut pids = vec![pid];
    let mut i = 0;
    while i < pids.len() {
        let p = pids[i];
        i += 1;
        let Ok(rd) = std::fs::read_dir(format!("/proc/{p}/task")) else { continue };
        for t in rd.flatten() {
            let b = t.path();
            let (mut ns, mut vs) = (0, 0);
            if let Ok(s) = std::fs::read_to_string(b.join("schedstat")) {
                ns += s.split_whitespace().next().and_then(|x| x.parse::<u64>().ok()).unwrap_or(0);
            }
            if let Ok(s) = std::fs::read_to_string(b.join("status")) {
                for l in s.lines() {
                    if let Some(v) = l.strip_prefix("voluntary_ctxt_switches:") {
                        vs += v.trim().parse::<u64>().unwrap_or(0);
                    }
                }
            }
            if let Ok(s) = std::fs::read_to_string(b.join("children")) {
                pids.extend(s.split_whitespace().filter_map(|x| x.parse::<i32>().ok()));
            }
            out.insert(b.display().to_string(), (ns, vs));
        }
    }
    out
}
fn delta(a: &Tasks, b: &Tasks) -> (u64, u64) {
    b.iter().fold((0, 0), |(x, y), (k, (n, v))| {
        let (n0, v0) = a.get(k).copied().unwrap_or((0, 0));
        (x + n.saturating_sub(n0), y + v.saturating_sub(v0))
    })
}
fn mem(pid: i32) -> (f64, f64, usize) {
    let s = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let g = |k: &str| {
        s.lines()
            .find_map(|l| l.strip_prefix(k))
            .and_then(|v| v.split_whitespace().next()?.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    (g("VmRSS:") / 1024.0, g("VmHWM:") / 1024.0, g("Threads:") as usize)
}
fn measure(
    r: &mut Run,
    bytes: &[u8],
    ok: impl Fn(&Run) -> bool,
    byte_mode: bool,
    to: Duration,
    quiet: Duration,
) -> Result<Option<(f64, f64, u64)>> {
    r.drain();
    let before = r.sig();
    let b0 = r.bytes;
    let t0 = r.send(bytes)?;
    let mut hit: Option<Instant> = None;
    loop {
        let left = if hit.is_some() { quiet } else { to.saturating_sub(t0.elapsed()) };
        if left.is_zero() {
            return Ok(None);
        }
        if r.pump(left) {
            if hit.is_none() && (byte_mode || (r.sig() != before && ok(r))) {
                hit = Some(r.last_byte);
            }
        } else if let Some(h) = hit {
            return Ok(Some(((h - t0).as_secs_f64() * 1e3, (r.last_byte - t0).as_secs_f64() * 1e3, r.bytes - b0)));
        } else if r.closed {
            bail!("the program ended")
        }
    }
}

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.is_empty() {
        eprintln!("usage: tuibench SCENARIO.toml [--json OUT.json] [--repeat N] [-v]");
        std::process::exit(2);
    }
    let verbose = args.iter().any(|a| a == "-v");
    let opt = |n: &str| args.iter().position(|a| a == n).and_then(|i| args.get(i + 1)).cloned();
    let mut sc: Scenario = toml::from_str(&std::fs::read_to_string(&args[0])?).with_context(|| args[0].clone())?;
    if let Some(n) = opt("--repeat") {
        sc.repeat = n.parse()?;
    }
    let mut lat: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let mut vals: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let mut lost: BTreeMap<String, usize> = BTreeMap::new();
    let mut failed: Vec<String> = vec![];
    for rep in 0..sc.repeat {
        if let Some(b) = &sc.before {
            let st = std::process::Command::new("sh").arg("-c").arg(b).status()?;
            if !st.success() {
                bail!("before: {st}")
            }
        }
        let pty =
            native_pty_system().openpty(PtySize { rows: sc.rows, cols: sc.cols, pixel_width: 0, pixel_height: 0 })?;
        // a path is taken from where the scenario is run; a bare name from PATH
        let program = if sc.command[0].contains('/') {
            std::fs::canonicalize(&sc.command[0]).with_context(|| sc.command[0].clone())?.into_os_string()
        } else {
            sc.command[0].clone().into()
        };
        let mut cmd = CommandBuilder::new(program);
        cmd.args(&sc.command[1..]);
        cmd.env("TERM", "xterm-256color");
        cmd.env("COLORTERM", "truecolor");
        cmd.env("LANG", "C.UTF-8");
        cmd.env_remove("NO_COLOR");
        for u in &sc.unset {
            cmd.env_remove(u);
        }
        for (k, v) in &sc.env {
            cmd.env(k, v);
        }
        cmd.cwd(match &sc.cwd {
            Some(d) => std::fs::canonicalize(d)?,
            None => std::env::current_dir()?,
        });
        let spawn = Instant::now();
        let child = pty.slave.spawn_command(cmd)?;
        drop(pty.slave);
        let mut rd = pty.master.try_clone_reader()?;
        let (tx, rx) = channel();
        std::thread::spawn(move || {
            let mut b = vec![0u8; 65536];
            while let Ok(n) = rd.read(&mut b) {
                if n == 0 || tx.send((Instant::now(), b[..n].to_vec())).is_err() {
                    break;
                }
            }
        });
        let pid = child.process_id().unwrap_or(0) as i32;
        let mut r = Run {
            parser: vt100::Parser::new(nz(sc.rows), nz(sc.cols), 0),
            rx,
            w: pty.master.take_writer()?,
            child,
            master: pty.master,
            pid,
            spawn,
            last_send: spawn,
            last_byte: spawn,
            bytes: 0,
            closed: false,
            answer: sc.answer_queries,
            pend: vec![],
            chunks: 0,
        };
        for (i, st) in sc.step.iter().enumerate() {
            let mut rec = |m: &str, v: f64| lat.entry(m.into()).or_default().push(v);
            let res: Result<()> = (|| {
                match st.clone() {
                    Step::Wait { text, timeout_ms, metric, since, gone } => {
                        let t0 = if since == Since::Spawn { r.spawn } else { r.last_send };
                        let dl = Instant::now() + Duration::from_millis(timeout_ms);
                        while r.text().contains(&text) == gone {
                            if Instant::now() > dl || r.closed {
                                bail!("wait {text:?}: not there. Screen:\n{}", r.screen_dump())
                            }
                            r.pump(Duration::from_millis(20));
                        }
                        if let Some(m) = metric {
                            rec(&format!("{m} (text visible) ms"), (r.last_byte - t0).as_secs_f64() * 1e3);
                            r.settle(Duration::from_millis(40), Duration::from_millis(1000));
                            rec(&format!("{m} (frame complete) ms"), (r.last_byte - t0).as_secs_f64() * 1e3);
                        }
                    }
                    Step::Settle { quiet_ms, timeout_ms } => {
                        r.settle(Duration::from_millis(quiet_ms), Duration::from_millis(timeout_ms));
                    }
                    Step::Send { keys: k } => {
                        r.send(&keys(&k)?)?;
                    }
                    Step::SendHex { hex } => {
                        let b: Vec<u8> = (0..hex.len() / 2)
                            .map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16))
                            .collect::<std::result::Result<_, _>>()?;
                        r.send(&b)?;
                    }
                    Step::Paste { text, metric, expect } => {
                        let b = [b"\x1b[200~".as_slice(), text.as_bytes(), b"\x1b[201~"].concat();
                        let ex = expect.clone();
                        match measure(
                            &mut r,
                            &b,
                            |r| ex.as_ref().is_none_or(|e| r.text().contains(e)),
                            false,
                            Duration::from_secs(5),
                            Duration::from_millis(20),
                        )? {
                            Some((a, f, _)) => {
                                if let Some(m) = metric {
                                    rec(&format!("{m} visible ms"), a);
                                    rec(&format!("{m} frame ms"), f)
                                }
                            }
                            None => bail!("paste not seen. Screen:\n{}", r.screen_dump()),
                        }
                    }
                    Step::Type { text, gap_ms, until, metric, timeout_ms, frame_quiet_ms, times } => {
                        for _ in 0..times {
                            let mut typed = String::new();
                            for c in text.chars() {
                                typed.push(c);
                                let tail: String = {
                                    let v: Vec<char> = typed.chars().collect();
                                    v[v.len().saturating_sub(4)..].iter().collect::<String>().trim_end().to_string()
                                };
                                let mut b = [0; 4];
                                let bytes =
                                    if c == '\n' { b"\r".to_vec() } else { c.encode_utf8(&mut b).as_bytes().to_vec() };
                                match measure(
                                    &mut r,
                                    &bytes,
                                    |r| until != Until::Tail || r.text().contains(&tail),
                                    until == Until::Byte,
                                    Duration::from_millis(timeout_ms),
                                    Duration::from_millis(frame_quiet_ms),
                                )? {
                                    Some((a, f, n)) => {
                                        rec(&format!("{metric} key→visible ms"), a);
                                        rec(&format!("{metric} key→frame end ms"), f);
                                        rec(&format!("{metric} bytes/key"), n as f64);
                                    }
                                    None => *lost.entry(metric.clone()).or_default() += 1,
                                }
                                let el = r.last_send.elapsed();
                                let g = Duration::from_millis(gap_ms);
                                if el < g {
                                    r.settle(g - el, g - el);
                                }
                            }
                        }
                    }
                    Step::Press { key, times, gap_ms, metric, timeout_ms, frame_quiet_ms } => {
                        let b = keys(&key)?;
                        for _ in 0..times {
                            match measure(
                                &mut r,
                                &b,
                                |_| true,
                                false,
                                Duration::from_millis(timeout_ms),
                                Duration::from_millis(frame_quiet_ms),
                            )? {
                                Some((a, f, n)) => {
                                    rec(&format!("{metric} key→visible ms"), a);
                                    rec(&format!("{metric} key→frame end ms"), f);
                                    rec(&format!("{metric} bytes/key"), n as f64);
                                }
                                None => *lost.entry(metric.clone()).or_default() += 1,
                            }
                            let el = r.last_send.elapsed();
                            let g = Duration::from_millis(gap_ms);
                            if el < g {
                                r.settle(g - el, g - el);
                            }
                        }
                    }
                    Step::Burst { text, expect, gap_ms, metric, timeout_ms } => {
                        r.drain();
                        let c0 = r.chunks;
                        let by0 = r.bytes;
                        let t0 = Instant::now();
                        if gap_ms <= 0.0 {
                            r.send(&keys(&text)?)?;
                        } else {
                            for c in text.chars() {
                                let mut b = [0; 4];
                                r.send(c.encode_utf8(&mut b).as_bytes())?;
                                r.pump(Duration::from_secs_f64(gap_ms / 1e3));
                            }
                        }
                        let dl = Instant::now() + Duration::from_millis(timeout_ms);
                        while !r.text().contains(&expect) {
                            if Instant::now() > dl {
                                bail!("burst: {expect:?} not seen. Screen:\n{}", r.screen_dump())
                            }
                            r.pump(Duration::from_millis(5));
                        }
                        rec(&format!("{metric} first key→all visible ms"), (r.last_byte - t0).as_secs_f64() * 1e3);
                        rec(&format!("{metric} reads"), (r.chunks - c0) as f64);
                        rec(&format!("{metric} bytes"), (r.bytes - by0) as f64);
                    }
                    Step::Idle { seconds } => {
                        r.settle(Duration::from_millis(100), Duration::from_millis(1000));
                        let k0 = tasks(r.pid);
                        let b0 = r.bytes;
                        let t = Instant::now();
                        while t.elapsed().as_secs_f64() < seconds {
                            r.pump(Duration::from_millis(50));
                        }
                        let (c1, v1) = delta(&k0, &tasks(r.pid));
                        let el = t.elapsed().as_secs_f64();
                        let mut val = |m: &str, v: f64| vals.entry(m.into()).or_default().push(v);
                        val("idle CPU %", c1 as f64 / 1e9 / el * 100.0);
                        val("idle wake-ups /s", v1 as f64 / el);
                        val("idle bytes /s", (r.bytes - b0) as f64 / el);
                    }
                    Step::Rss { label } => {
                        let (rss, hwm, th) = mem(r.pid);
                        let mut val = |m: String, v: f64| vals.entry(m).or_default().push(v);
                        val(format!("RSS{label} MiB"), rss);
                        val(format!("peak RSS{label} MiB"), hwm);
                        val(format!("threads{label}"), th as f64);
                    }
                    Step::Resize { cols, rows } => {
                        r.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 })?;
                        r.parser.screen_mut().set_size(nz(rows), nz(cols));
                        r.last_send = Instant::now();
                    }
                    Step::Signal { name } => {
                        let s = match name.as_str() {
                            "TERM" => libc::SIGTERM,
                            "HUP" => libc::SIGHUP,
                            "INT" => libc::SIGINT,
                            "TSTP" => libc::SIGTSTP,
                            "CONT" => libc::SIGCONT,
                            "KILL" => libc::SIGKILL,
                            "QUIT" => libc::SIGQUIT,
                            n => bail!("signal {n}"),
                        };
                        unsafe {
                            libc::kill(r.pid, s);
                        }
                        r.last_send = Instant::now();
                    }
                    Step::Exit { timeout_ms } => {
                        let dl = Instant::now() + Duration::from_millis(timeout_ms);
                        loop {
                            r.pump(Duration::from_millis(5));
                            if let Some(s) = r.child.try_wait()? {
                                rec("exit ms", r.last_send.elapsed().as_secs_f64() * 1e3);
                                if verbose {
                                    eprintln!("exit: {s:?}")
                                }
                                break;
                            }
                            if Instant::now() > dl {
                                bail!("did not exit")
                            }
                        }
                    }
                    Step::Sleep { ms } => {
                        let t = Instant::now();
                        while t.elapsed() < Duration::from_millis(ms) {
                            r.pump(Duration::from_millis(5));
                        }
                    }
                    Step::Shot { path } => {
                        let s = r.parser.screen();
                        let out = if path.ends_with(".svg") {
                            svg::render(s)
                        } else if path.ends_with(".ansi") {
                            s.contents_formatted()
                        } else {
                            let (a, b) = s.cursor_position();
                            format!("{}\n[cursor {a},{b} hidden={}]\n", s.contents(), s.hide_cursor())
                        };
                        std::fs::write(&path, out)?;
                    }
                    Step::Assert { text } => {
                        r.settle(Duration::from_millis(60), Duration::from_secs(1));
                        if !r.text().contains(&text) {
                            bail!("assert {text:?} failed. Screen:\n{}", r.screen_dump())
                        }
                    }
                    Step::AssertCursor { row, col } => {
                        r.settle(Duration::from_millis(60), Duration::from_secs(1));
                        let p = r.parser.screen().cursor_position();
                        if p != (row, col) {
                            bail!("cursor at {p:?}, wanted {:?}", (row, col))
                        }
                    }
                }
                Ok(())
            })();
            if let Err(e) = res {
                failed.push(format!("rep {rep} step {i}: {e:#}"));
                break;
            }
        }
        if verbose {
            eprintln!("--- end of rep {rep}\n{}", r.screen_dump());
        }
        if r.child.try_wait()?.is_none() {
            unsafe {
                libc::kill(r.pid, libc::SIGKILL);
            }
            let _ = r.child.wait();
        }
    }
    let bin = sc.binary.clone().unwrap_or(sc.command[0].clone());
    if let Ok(m) = std::fs::metadata(&bin) {
        vals.entry("binary MiB".into()).or_default().push(m.len() as f64 / 1048576.0);
    }
    println!("# {}", sc.name);
    println!("{:<52} {:>5} {:>9} {:>9} {:>9} {:>9} {:>9}", "metric", "n", "min", "p50", "p90", "p99", "max");
    for (k, v) in &lat {
        let s = stat(v);
        println!("{k:<52} {:>5} {:>9.2} {:>9.2} {:>9.2} {:>9.2} {:>9.2}", s.n, s.min, s.p50, s.p90, s.p99, s.max);
    }
    for (k, v) in &vals {
        let s = stat(v);
        println!("{k:<52} {:>5} {:>9.2} {:>9.2} {:>9} {:>9} {:>9.2}", s.n, s.min, s.p50, "", "", s.max);
    }
    for (k, v) in &lost {
        println!("{k}: {v} keys showed no change in time");
    }
    for (i, f) in failed.iter().enumerate() {
        println!("FAILED {}", if verbose || i == 0 { f.as_str() } else { f.lines().next().unwrap_or("") });
    }
    if let Some(p) = opt("--json") {
        let j = serde_json::json!({ "name": sc.name, "latency": lat.iter().map(|(k, v)| (k.clone(), stat(v))).collect::<BTreeMap<_, _>>(), "samples": lat, "values": vals.iter().map(|(k, v)| (k.clone(), stat(v))).collect::<BTreeMap<_, _>>(), "lost": lost, "failed": failed });
        std::fs::write(p, serde_json::to_string_pretty(&j)?)?;
    }
    if !failed.is_empty() {
        std::process::exit(1);
    }
    Ok(())
}
