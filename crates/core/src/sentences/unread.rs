//! Why a file was not read, where its content is not the reason: what the process that reads files ran into. The words stand
//! where it is found; the tests hold that they are these.

use super::Pattern;

const fn of(list: &'static str, sentence: &'static str, words: &'static str) -> Pattern {
    Pattern {
        list,
        sentence,
        kind: None,
        words,
    }
}

/// Ends of the sentence that a file could not be imported; and stretches of time within them.
pub(super) const UNREAD: &[Pattern] = &[
    of(
        "refusal",
        "TooSlow",
        "it took more than {time} to read; split it, or save it in another format and import that",
    ),
    of(
        "refusal",
        "TooMuchMemory",
        "it needed more than {n} MB of memory to read; split it, or save it in another format and import that",
    ),
    of(
        "refusal",
        "TooMuchText",
        "it grew to more than a document may hold; split it and import the parts",
    ),
    of(
        "refusal",
        "Failed",
        "the reader failed on it; save it in another format and import that, and please report it",
    ),
    of("refusal", "Stopped", "it was stopped"),
    of(
        "refusal",
        "NotStarted",
        "the process that reads files could not be started ({problem})",
    ),
    of("time", "Milliseconds", "{n} milliseconds"),
    of("time", "Second", "a second"),
    of("time", "Seconds", "{n} seconds"),
];
