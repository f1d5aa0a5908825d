//! The parent's side: start a child on an open file, wait within its time, end it, and say how it ended.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::ask::{ARGUMENT, Ask, VARIABLE};
use crate::reader::Limits;
use crate::unread::Unread;

/// How long a stop may take to be noticed.
const LOOK: Duration = Duration::from_millis(20);

/// How much of what a child says of its end is listened to. It is never shown: it may hold words of the document.
const LAST_WORDS: u64 = 1 << 16;

/// What a program of Rust says last when it gets no more memory.
const NO_MEMORY: &[u8] = b"memory allocation of";

/// Runs a child on the open file and gives the whole of what it wrote. It is gone when this returns.
pub(crate) fn run(program: &Path, ask: &Ask, file: File, stop: &AtomicBool) -> Result<Vec<u8>, Unread> {
    let deadline = Instant::now() + ask.limits.time;
    let mut running = Running(start(program, ask, file).map_err(Unread::NotStarted)?);
    let output = running.0.stdout.take().map(|from| listen(from, ask.limits.output + 1));
    let last_words = running.0.stderr.take().map(|from| listen(from, LAST_WORDS));
    let (Some(output), Some(last_words)) = (output, last_words) else {
        return Err(Unread::Failed);
    };
    let frame = wait(&output, deadline, &ask.limits, stop)?;
    if frame.len() as u64 > ask.limits.output {
        return Err(Unread::TooMuchText);
    }
    let status = ended(&mut running.0, deadline, &ask.limits, stop)?;
    if status.success() {
        return Ok(frame);
    }
    // What it said last is there as soon as it is gone.
    let last_words = last_words.recv_timeout(Duration::from_secs(1)).unwrap_or_default();
    Err(why(status, &last_words, &ask.limits))
}

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

fn wait(output: &Receiver<Vec<u8>>, deadline: Instant, limits: &Limits, stop: &AtomicBool) -> Result<Vec<u8>, Unread> {
    loop {
        match output.recv_timeout(LOOK) {
            Ok(frame) => return Ok(frame),
            Err(RecvTimeoutError::Disconnected) => return Err(Unread::Failed),
            Err(RecvTimeoutError::Timeout) => go_on(deadline, limits, stop)?,
        }
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

fn why(status: ExitStatus, last_words: &[u8], limits: &Limits) -> Unread {
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
            _ => Unread::Failed,
        }
    }
    #[cfg(not(unix))]
    Unread::Failed
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
