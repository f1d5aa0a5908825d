//! Linux: limits of resources, then Landlock (no files, no connections), then a filter of system calls.

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetError, RulesetStatus, Scope,
};
use rustix::process::{
    DumpableBehavior, Resource, Rlimit, Signal, getppid, set_dumpable_behavior, set_parent_process_death_signal,
    setrlimit,
};

use super::{Door, Doors, Shut, calls};
use crate::reader::Limits;

/// Files a child may hold open: the three it was given, and one or two of its own.
const OPEN_FILES: u64 = 16;

/// Shuts the doors; says which are shut. `None` where the parent is gone already.
pub(super) fn shut(limits: &Limits, parent: u32) -> Option<Doors> {
    // Where the parent is killed, nobody is left to stop the child. That it may not be looked into is for the same reason
    // as that it leaves no core: it holds somebody's document.
    let goes_along = set_parent_process_death_signal(Some(Signal::KILL));
    let unseen = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    if goes_along.is_err() || unseen.is_err() {
        tracing::debug!("the child outlives its parent, or leaves a core");
    }
    // It may have been killed before we asked to go along with it.
    let ours = getppid().and_then(|ours| u32::try_from(ours.as_raw_pid()).ok());
    if ours != Some(parent) {
        return None;
    }
    Some(Doors(vec![
        memory(limits),
        time(limits),
        files(),
        network_and_programs(),
    ]))
}

fn door(to: &str, shut: Shut, by: impl Into<String>) -> Door {
    Door {
        to: to.to_owned(),
        shut,
        by: by.into(),
    }
}

fn limit(resource: Resource, soft: u64, hard: u64) -> bool {
    setrlimit(
        resource,
        Rlimit {
            current: Some(soft),
            maximum: Some(hard),
        },
    )
    .is_ok()
}

/// What the program itself has mapped (its libraries are shared with every other program) comes on top of the limit.
fn memory(limits: &Limits) -> Door {
    let Some(mapped) = mapped() else {
        return door("memory", Shut::No, "how much is mapped cannot be read from /proc");
    };
    let most = mapped.saturating_add(limits.memory);
    if limit(Resource::As, most, most) {
        door("memory", Shut::Yes, format!("{} MB by rlimit", limits.memory >> 20))
    } else {
        door("memory", Shut::No, "rlimit refused")
    }
}

/// Bytes of address space in use.
fn mapped() -> Option<u64> {
    let words = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = words.split_whitespace().next()?.parse().ok()?;
    pages.checked_mul(u64::try_from(rustix::param::page_size()).ok()?)
}

/// The parent's clock rules; this one holds even where the parent is stopped.
fn time(limits: &Limits) -> Door {
    let seconds = limits.time.as_secs().max(1);
    let all = [
        limit(Resource::Cpu, seconds, seconds + 2),
        limit(Resource::Core, 0, 0),
        limit(Resource::Fsize, 0, 0),
        limit(Resource::Nofile, OPEN_FILES, OPEN_FILES),
        limit(Resource::Nproc, 0, 0),
    ];
    if all == [true; 5] {
        door("time", Shut::Yes, format!("{seconds} s by rlimit"))
    } else {
        door("time", Shut::Partly, "rlimit refused a part")
    }
}

fn files() -> Door {
    match landlock() {
        Ok(RulesetStatus::FullyEnforced) => door("files", Shut::Yes, "Landlock"),
        Ok(RulesetStatus::PartiallyEnforced) => door("files", Shut::Partly, "an older Landlock"),
        Ok(RulesetStatus::NotEnforced) => door("files", Shut::No, "this kernel has no Landlock"),
        Err(error) => door("files", Shut::No, format!("Landlock refused: {error}")),
    }
}

/// Nothing is allowed: no rule is added.
fn landlock() -> Result<RulesetStatus, RulesetError> {
    const NEWEST: ABI = ABI::V6;
    let status = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .restrict_self()?;
    Ok(status.ruleset)
}

fn network_and_programs() -> Door {
    let to = "network and programs";
    match calls::filter() {
        Ok(()) => door(to, Shut::Yes, "seccomp"),
        Err(error) => door(to, Shut::No, format!("seccomp refused: {error}")),
    }
}
