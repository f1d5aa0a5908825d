//! The parent's side: start a child on an open file, wait within its time, end it, and say how it ended.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use import::Pages;

use crate::ask::{self, ARGUMENT, Ask, VARIABLE};
use crate::reader::Limits;
use crate::unread::Unread;

/// How long a stop may take to be noticed.
const LOOK: Duration = Duration::from_millis(20);

/// How often it is told how many pages are read.
const TELL: Duration = Duration::from_millis(100);

/// How much of what a child says of its end is listened to. It is never shown: it may hold words of the document.
const LAST_WORDS: u64 = 1 << 16;

/// What a program of Rust says last when it gets no more memory.
const NO_MEMORY: &[u8] = b"memory allocation of";

/// Runs a child on the open file and gives its whole answer, telling meanwhile how many pages it has read. It is gone when
/// this returns.
pub(crate) fn run(
    program: &Path,
    ask: &Ask,
    file: File,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Pages),
) -> Result<Vec<u8>, Unread> {
    let deadline = Instant::now() + ask.limits.time;
    let length = file.metadata().map_or(0, |about| about.len());
    let mut running = Running(start(program, ask, file).map_err(Unread::NotStarted)?);
    let output = running
        .0
        .stdout
        .take()
        .map(|from| Output::of(from, ask.limits.output + 1, length));
    let last_words = running.0.stderr.take().map(|from| listen(from, LAST_WORDS));
    let (Some(output), Some(last_words)) = (output, last_words) else {
        return Err(Unread::Failed);
    };
    let mut memory = Memory::of(running.0.id());
    let frame = output.wait(deadline, &ask.limits, stop, tell, &mut memory)?;
    if frame.len() as u64 > ask.limits.output {
        return Err(Unread::TooMuchText);
    }
    let status = ended(&mut running.0, deadline, &ask.limits, stop)?;
    if status.success() {
        return Ok(frame);
    }
    // What it said last is there as soon as it is gone.
    let last_words = last_words.recv_timeout(Duration::from_secs(1)).unwrap_or_default();
    Err(why(status, &last_words, &ask.limits, &memory))
}

/// What a child's memory is kept by where the C library is glibc: what it gives back it soon asks for again, and every fresh
/// page costs the system a fault. It lives for one file and within its limit; others do not know the variable.
#[cfg(unix)]
const KEEPS_MEMORY: &str =
    "glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=1073741824:glibc.malloc.top_pad=4194304";

fn start(program: &Path, ask: &Ask, file: File) -> io::Result<Child> {
    let mut command = Command::new(program);
    command.arg(ARGUMENT);
    // Nothing of this environment is its business; Windows starts no program without its own.
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        command.env_clear();
        for kept in ["LD_LIBRARY_PATH", "GAINSAY_PDFIUM"] {
            command.envs(std::env::var_os(kept).map(|value| (kept, value)));
        }
        command.env("GLIBC_TUNABLES", KEEPS_MEMORY);
        command.process_group(0);
    }
    command
        .env(VARIABLE, serde_json::to_string(ask)?)
        .stdin(Stdio::from(file))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// Reads to the end, or to the limit, beside us.
fn listen(from: impl Read + Send + 'static, limit: u64) -> Receiver<Vec<u8>> {
    let (send, receive) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error counts: how the child ended says more.
        let _ = from.take(limit).read_to_end(&mut bytes);
        let _ = send.send(bytes);
    });
    receive
}

/// What a child writes, heard beside us: notes first, of which only the last is kept, then its answer.
struct Output {
    answer: Receiver<Vec<u8>>,
    /// Pages read and pages in all, in the halves of one number; 0 before the first note.
    pages: Arc<AtomicU64>,
}

impl Output {
    /// A text is about as long as its file: there is room for it at once.
    fn of(from: impl Read + Send + 'static, limit: u64, length: u64) -> Output {
        let (send, answer) = channel();
        let pages = Arc::new(AtomicU64::new(0));
        let last = Arc::clone(&pages);
        thread::spawn(move || {
            let (mut from, mut bytes) = (BufReader::new(from), Vec::new());
            bytes.reserve(usize::try_from(length.min(limit)).unwrap_or(0));
            while let Ok(Some(pages)) = ask::noted(&mut from) {
                last.store(u64::from(pages.read) << 32 | u64::from(pages.all), Ordering::Release);
            }
            // What was read before an error counts: how the child ended says more.
            let _ = from.take(limit).read_to_end(&mut bytes);
            let _ = send.send(bytes);
        });
        Output { answer, pages }
    }

    fn wait(
        &self,
        deadline: Instant,
        limits: &Limits,
        stop: &AtomicBool,
        tell: &mut dyn FnMut(Pages),
        memory: &mut Memory,
    ) -> Result<Vec<u8>, Unread> {
        let (mut told, mut at) = (None, Instant::now());
        loop {
            match self.answer.recv_timeout(LOOK) {
                Ok(frame) => {
                    // Who heard of the first pages hears of the last, once.
                    if told.is_some() {
                        self.pages()
                            .into_iter()
                            .filter(|last| told != Some(*last))
                            .for_each(tell);
                    }
                    return Ok(frame);
                }
                Err(RecvTimeoutError::Disconnected) => return Err(Unread::Failed),
                Err(RecvTimeoutError::Timeout) => go_on(deadline, limits, stop)?,
            }
            memory.look();
            if memory.is_stuck(limits) {
                return Err(Unread::TooMuchMemory(limits.memory >> 20));
            }
            let last = self.pages();
            if last != told && at.elapsed() >= TELL {
                (told, at) = (last, Instant::now());
                last.into_iter().for_each(&mut *tell);
            }
        }
    }

    /// The last note.
    fn pages(&self) -> Option<Pages> {
        let half = |number: u64| u32::try_from(number & u64::from(u32::MAX)).unwrap_or(u32::MAX);
        let last = self.pages.load(Ordering::Acquire);
        (last != 0).then(|| Pages {
            read: half(last >> 32),
            all: half(last),
        })
    }
}

/// A child that has shut its output ends; one that does not is not waited for longer than any other.
fn ended(child: &mut Child, deadline: Instant, limits: &Limits, stop: &AtomicBool) -> Result<ExitStatus, Unread> {
    let mut nap = Duration::from_micros(100);
    loop {
        if let Some(status) = child.try_wait().map_err(|_| Unread::Failed)? {
            return Ok(status);
        }
        go_on(deadline, limits, stop)?;
        thread::sleep(nap);
        nap = (nap * 2).min(LOOK);
    }
}

fn go_on(deadline: Instant, limits: &Limits, stop: &AtomicBool) -> Result<(), Unread> {
    if stop.load(Ordering::Acquire) {
        Err(Unread::Stopped)
    } else if Instant::now() >= deadline {
        Err(Unread::TooSlow(limits.time))
    } else {
        Ok(())
    }
}

/// How much memory a child takes, looked at from outside: a library that gets no more of it ends without a word.
struct Memory {
    process: u32,
    first: Option<u64>,
    most: u64,
    /// How long it has slept since, and what processor time it had taken by then.
    slept: Option<(Instant, String)>,
}

/// How long a child that was short of memory may sleep. It has nothing to wait for: its file is in memory, its answer is
/// heard at once.
const STUCK: Duration = Duration::from_secs(1);

impl Memory {
    fn of(process: u32) -> Memory {
        Memory {
            process,
            first: None,
            most: 0,
            slept: None,
        }
    }

    /// Looks once more, where the system tells.
    fn look(&mut self) {
        let told = std::fs::read_to_string(format!("/proc/{}/statm", self.process)).unwrap_or_default();
        let resident = told
            .split_whitespace()
            .nth(1)
            .and_then(|pages| pages.parse::<u64>().ok());
        if let Some(pages) = resident.filter(|pages| *pages > 0) {
            self.first.get_or_insert(pages);
            self.most = self.most.max(pages);
        }
    }

    /// Whether it was short of memory and does nothing any more: PDFium throws, which leaves the crate around it waiting for
    /// a lock of its own for ever.
    #[cfg(unix)]
    fn is_stuck(&mut self, limits: &Limits) -> bool {
        if !self.was_short(limits) {
            return false;
        }
        let told = std::fs::read_to_string(format!("/proc/{}/stat", self.process)).unwrap_or_default();
        // Behind the name in brackets: the state first, processor time twelfth and thirteenth.
        let mut fields = told.rsplit(')').next().unwrap_or_default().split_whitespace();
        if fields.next() != Some("S") {
            self.slept = None;
            return false;
        }
        let spent = fields.skip(10).take(2).collect::<Vec<_>>().join(" ");
        match &self.slept {
            Some((since, before)) if *before == spent => since.elapsed() >= STUCK,
            _ => {
                self.slept = Some((Instant::now(), spent));
                false
            }
        }
    }

    #[cfg(not(unix))]
    fn is_stuck(&mut self, _limits: &Limits) -> bool {
        false
    }

    /// Whether it grew so much that what it asked for next may well have been too much: a table that is full is doubled.
    #[cfg(unix)]
    fn was_short(&self, limits: &Limits) -> bool {
        let grown = self.most.saturating_sub(self.first.unwrap_or(0));
        grown.saturating_mul(rustix::param::page_size() as u64) >= limits.memory / 4
    }
}

fn why(status: ExitStatus, last_words: &[u8], limits: &Limits, memory: &Memory) -> Unread {
    tracing::warn!(%status, "a reader ended badly");
    if last_words.windows(NO_MEMORY.len()).any(|words| words == NO_MEMORY) {
        return Unread::TooMuchMemory(limits.memory >> 20);
    }
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;

        use rustix::process::Signal;
        // Killed, but not by us: by its own clock, or by a system that has no memory left.
        match status.signal() {
            Some(signal) if signal == Signal::XCPU.as_raw() => Unread::TooSlow(limits.time),
            Some(signal) if signal == Signal::KILL.as_raw() => Unread::TooMuchMemory(limits.memory >> 20),
            // A program of ours says something before it gives up; PDFium's library does not.
            Some(_) if last_words.is_empty() && memory.was_short(limits) => Unread::TooMuchMemory(limits.memory >> 20),
            _ => Unread::Failed,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = memory;
        Unread::Failed
    }
}

/// A child that does not outlive what waits for it, nor leaves anything it started, nor a dead entry among processes.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(Some(_))) {
            return;
        }
        #[cfg(unix)]
        if let Some(group) = i32::try_from(self.0.id()).ok().and_then(rustix::process::Pid::from_raw) {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
