//! The codebook a new project starts with, and the kind a passage's words propose.

/// List, word and definition.
pub(crate) const DEFAULT: &[(&str, &str, &str)] = &[
    ("kind", "trade", "Volume, balance, prices or terms of trade."),
    ("kind", "finance", "Loans, credits, investment, aid and debt."),
    ("kind", "energy", "Oil, gas, power and the lines that carry them."),
    ("kind", "arms transfer", "Arms ordered, sold, delivered or withheld."),
    ("kind", "forces", "Numbers and places of troops, exercises and bases."),
    ("kind", "casualties", "People killed, wounded, missing or displaced."),
    ("kind", "meeting", "Who met whom, when and where."),
    (
        "kind",
        "agreement",
        "Treaties, contracts, memoranda and bans, made or lifted.",
    ),
    (
        "kind",
        "contact",
        "Dealings short of an agreement: talks, support, intelligence shared.",
    ),
    ("kind", "cause", "Why something happened, as a document has it."),
    ("kind", "other", "A checkable fact of no other kind."),
    ("tag", "follow up", "Needs another look or another document."),
    ("tag", "key", "Carries the review's conclusion."),
    ("tag", "translation", "Rests on a translation."),
];

/// Words that speak for a kind, the first that fits: more telling kinds come first.
const CUES: &[(&str, &[&str])] = &[
    (
        "casualties",
        &[
            "killed",
            "wounded",
            "casualties",
            "dead",
            "died",
            "displaced",
            "injured",
        ],
    ),
    (
        "arms transfer",
        &[
            "arms",
            "weapons",
            "weapon",
            "helicopters",
            "helicopter",
            "tanks",
            "missiles",
            "fighter",
            "embargo",
            "arming",
            "rifles",
            "jets",
            "ammunition",
        ],
    ),
    (
        "forces",
        &[
            "troops",
            "soldiers",
            "exercise",
            "exercises",
            "drill",
            "drills",
            "battalion",
            "servicemen",
            "personnel",
            "manoeuvres",
        ],
    ),
    (
        "energy",
        &["gas", "oil", "pipeline", "electricity", "lng", "megawatts", "refinery"],
    ),
    (
        "trade",
        &[
            "trade", "exports", "imports", "exported", "imported", "turnover", "tariffs", "customs",
        ],
    ),
    (
        "finance",
        &[
            "loan",
            "loans",
            "credit",
            "investment",
            "invested",
            "aid",
            "debt",
            "grant",
        ],
    ),
    (
        "meeting",
        &[
            "met",
            "meeting",
            "summit",
            "consultation",
            "consultations",
            "talks",
            "conference",
            "visited",
            "visit",
        ],
    ),
    (
        "agreement",
        &[
            "signed",
            "agreement",
            "treaty",
            "memorandum",
            "contract",
            "pact",
            "deal",
            "lifted",
        ],
    ),
    (
        "contact",
        &[
            "contacts",
            "contact",
            "intelligence",
            "ties",
            "channel",
            "supported",
            "dialogue",
        ],
    ),
    ("cause", &["because", "due", "motive", "reason", "cause", "driven"]),
];

/// The kind that some words propose.
pub(crate) fn kind_of(words: &str) -> Option<&'static str> {
    let folded = crate::text::fold(words);
    let words: Vec<&str> = folded.split(' ').collect();
    CUES.iter()
        .find(|(_, cues)| cues.iter().any(|cue| words.contains(cue)))
        .map(|&(kind, _)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_proposed_is_in_the_codebook() {
        for (kind, _) in CUES {
            assert!(
                DEFAULT.iter().any(|(list, word, _)| *list == "kind" && word == kind),
                "{kind}"
            );
        }
    }

    #[test]
    fn telling_words_decide() {
        assert_eq!(
            kind_of("Four Mi-35M helicopters were handed over."),
            Some("arms transfer")
        );
        assert_eq!(kind_of("Trade came to $800 million."), Some("trade"));
        assert_eq!(kind_of("The weather held."), None);
    }
}
