//! The system calls a reader needs; every other is refused with "not permitted": sockets, other programs and processes,
//! opening files, looking into others.

use std::collections::BTreeMap;

use libc::c_long;
use seccompiler::{
    BackendError, BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};

/// Reading and writing what is open, memory, time, random numbers for tables of hashes, signals, ending.
const ALLOWED: &[c_long] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_fcntl,
    libc::SYS_close,
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_gettimeofday,
    libc::SYS_getrandom,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_sched_yield,
    libc::SYS_restart_syscall,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    // A thread that one of the program's libraries started while it was loaded may only now set itself up, and the C
    // library gives up where it cannot.
    libc::SYS_rseq,
    libc::SYS_set_robust_list,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Memory is mapped and changed, but never made to hold a program. The third argument says what it is for.
const NEVER_PROGRAMS: &[c_long] = &[libc::SYS_mmap, libc::SYS_mprotect];

/// Filters from here on, for good.
pub(super) fn filter() -> Result<(), Error> {
    let program = program().map_err(Error::Backend)?;
    seccompiler::apply_filter_all_threads(&program)
}

fn program() -> Result<BpfProgram, BackendError> {
    let mut rules: BTreeMap<c_long, Vec<SeccompRule>> = ALLOWED.iter().map(|call| (*call, Vec::new())).collect();
    let executable = libc::PROT_EXEC.unsigned_abs().into();
    for call in NEVER_PROGRAMS {
        rules.insert(*call, vec![where_argument(2, SeccompCmpOp::MaskedEq(executable), 0)?]);
    }
    // A program that gives up signals itself, and nobody else.
    let own = std::process::id().into();
    rules.insert(libc::SYS_tgkill, vec![where_argument(0, SeccompCmpOp::Eq, own)?]);
    SeccompFilter::new(
        rules,
        SeccompAction::Errno(libc::EPERM.unsigned_abs()),
        SeccompAction::Allow,
        TargetArch::try_from(std::env::consts::ARCH)?,
    )?
    .try_into()
}

fn where_argument(number: u8, is: SeccompCmpOp, value: u64) -> Result<SeccompRule, BackendError> {
    SeccompRule::new(vec![SeccompCondition::new(number, SeccompCmpArgLen::Dword, is, value)?])
}
