//! Words by which a verb is known in its place: what carries it, what stands before an adjective, what only looks like a past.
//! Origin: collected for this project from English grammar and the ordinary vocabulary of news.

/// Forms of "have".
pub(crate) const HAVE: &[&str] = &["has", "have", "had", "having", "'ve", "hasn't", "haven't", "hadn't"];

/// Forms of the past that carry a participle.
pub(crate) const WERE: &[&str] = &["was", "were", "wasn't", "weren't", "got"];

/// Forms of the present of "be".
pub(crate) const ARE: &[&str] = &["is", "are", "isn't", "aren't", "am"];

/// Pasts that are written as their bases are.
pub(crate) const UNCHANGED: &[&str] = &[
    "put", "cut", "set", "let", "hit", "shut", "cost", "read", "cast", "quit", "split", "spread", "burst", "hurt",
    "bet", "bid",
];

/// What numbered parts of a treaty or a law are called.
pub(crate) const NUMBERED_PARTS: &[&str] = &[
    "article",
    "articles",
    "clause",
    "section",
    "paragraph",
    "annex",
    "protocol",
];

/// Words in -ly that are no adverbs.
pub(crate) const NO_ADVERBS: &[&str] = &[
    "family",
    "supply",
    "assembly",
    "monopoly",
    "july",
    "italy",
    "anomaly",
    "butterfly",
    "bully",
    "belly",
    "rally",
    "reply",
    "jelly",
    "ally",
    "folly",
    "early",
    "friendly",
    "elderly",
    "monthly",
    "weekly",
    "daily",
    "homily",
    "apply",
    "comply",
    "imply",
    "multiply",
];

/// Words before which an -ed form is an adjective.
pub(crate) const BEFORE_ADJECTIVE: &[&str] = &[
    "the",
    "a",
    "an",
    "its",
    "his",
    "her",
    "their",
    "our",
    "my",
    "your",
    "this",
    "that",
    "these",
    "those",
    "any",
    "no",
    "some",
    "all",
    "every",
    "each",
    "such",
    "more",
    "most",
    "very",
    "newly",
    "so-called",
];

/// Words in -ed that are no pasts.
pub(crate) const NO_PASTS: &[&str] = &[
    "hundred",
    "indeed",
    "need",
    "speed",
    "breed",
    "sacred",
    "naked",
    "wicked",
    "kindred",
    "united",
    "armed",
    "aged",
    "alleged",
    "so-called",
    "seed",
    "feed",
    "bleed",
    "creed",
    "greed",
    "weed",
    "deed",
    "exceed",
    "proceed",
    "succeed",
    "embed",
    "shed",
    "wed",
    "sled",
    "bred",
    "fred",
    "led",
    "advanced",
    "limited",
    "skilled",
    "sophisticated",
    "complicated",
    "left",
    "light",
    "lit",
    "found",
    "born",
    "known",
    "felt",
    "mean",
    "ring",
    "shown",
];

/// Words after which a verb stands in its base.
pub(crate) const MODALS: &[&str] = &[
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "won't", "wouldn't", "can't",
    "couldn't", "did", "didn't", "does", "doesn't", "do", "don't",
];
