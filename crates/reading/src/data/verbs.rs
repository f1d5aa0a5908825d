//! Verbs and nouns of rise and fall, of saying, of the future; negators. Origin: collected for this project from the usual
//! inflections; each list holds the forms that occur in text, so that no stemming can misread them.

/// Rises: what a quantity after them or after "by" is the size of.
pub(crate) const UP: &[&str] = &[
    "rise", "rises", "rose", "risen", "rising", "climb", "climbs", "climbed", "climbing", "grow", "grows", "grew", "grown", "growing", "increase", "increases",
    "increased", "increasing", "gain", "gains", "gained", "gaining", "jump", "jumps", "jumped", "jumping", "surge", "surges", "surged", "surging", "soar", "soars", "soared",
    "soaring", "expand", "expands", "expanded", "expanding", "lift", "lifts", "lifted", "raise", "raises", "raised", "raising", "up", "added", "advance", "advanced", "advances", "widened", "widen",
    "widens", "accelerated", "swelled", "swell", "swells", "rallied", "rally", "rallies", "leapt", "leaped", "leap", "hike", "hiked", "hikes", "boost", "boosted", "boosts", "higher", "ballooned", "rebounded",
    "strengthened", "appreciated", "edged up", "outgrew", "multiplied", "inched", "spiked", "spike", "growth", "improved", "upped", "mushroomed", "skyrocketed",
];

/// Falls.
pub(crate) const DOWN: &[&str] = &[
    "fall", "falls", "fell", "fallen", "falling", "drop", "drops", "dropped", "dropping", "decline", "declines", "declined", "declining", "decrease", "decreases", "decreased",
    "decreasing", "shrink", "shrinks", "shrank", "shrunk", "shrinking", "slip", "slips", "slipped", "slipping", "slide", "slides", "slid", "sliding", "plunge", "plunges", "plunged", "plunging",
    "tumble", "tumbles", "tumbled", "tumbling", "sink", "sinks", "sank", "sunk", "sinking", "collapse", "collapsed", "collapses", "contract", "contracts", "contracted", "contracting",
    "cut", "cuts", "cutting", "reduce", "reduces", "reduced", "reducing", "reduction", "shave", "shaves", "shaved", "shed", "sheds", "lower", "lowers", "lowered", "lowering", "trim", "trims", "trimmed",
    "slash", "slashes", "slashed", "narrow", "narrows", "narrowed", "narrowing", "down", "lost", "lose", "loses", "losing", "plummet", "plummets", "plummeted", "dip", "dips", "dipped", "weakened", "depreciated",
    "contraction", "loss", "retreated", "eased", "ease", "eases", "crashed", "tanked", "dived", "dwindled", "dwindle", "devalued", "devaluation", "slump", "slumps", "slumped", "downturn", "halving", "waned",
];

/// Verbs of [`UP`] and [`DOWN`] that take a number of anything as their size without "by" ("rose 300 points"); after the others
/// only a share or a multiple is a size ("cut 5 percent", but "raised 5 billion").
pub(crate) const MOVES: &[&str] = &[
    "rise", "rises", "rose", "risen", "climb", "climbs", "climbed", "jump", "jumps", "jumped", "surged", "soared", "fall", "falls", "fell", "fallen", "drop", "drops", "dropped",
    "decline", "declined", "slip", "slips", "slipped", "slide", "slides", "slid", "plunge", "plunged", "tumble", "tumbled", "sink", "sank", "plummeted", "dipped", "up", "down", "slumped", "gained",
];

/// Nouns of change that stand after their size ("a 5 percent rise") or before it ("a rise of 5 percent").
pub(crate) const UP_NOUNS: &[&str] = &[
    "rise", "increase", "gain", "jump", "surge", "growth", "hike", "climb", "expansion", "boost", "leap", "uptick", "spike", "advance", "rally", "appreciation", "upswing", "rises", "increases", "gains",
];

/// As [`UP_NOUNS`], downward.
pub(crate) const DOWN_NOUNS: &[&str] = &[
    "fall", "drop", "decline", "decrease", "cut", "reduction", "slump", "plunge", "contraction", "slide", "dip", "depreciation", "devaluation", "shrinkage", "collapse", "falls", "drops", "declines", "cuts", "downturn",
];

/// Verbs of saying that credit their subject, present and past.
pub(crate) const SAYING: &[&str] = &[
    "say", "says", "said", "saying", "claim", "claims", "claimed", "claiming", "allege", "alleges", "alleged", "alleging", "assert", "asserts", "asserted", "report", "reports", "reported", "state", "states", "stated",
    "estimate", "estimates", "estimated", "note", "notes", "noted", "argue", "argues", "argued", "contend", "contends", "contended", "maintain", "maintains", "maintained", "insist", "insists",
    "insisted", "warn", "warns", "warned", "told", "tell", "tells", "announce", "announces", "announced", "confirm", "confirms", "confirmed", "acknowledge", "acknowledges", "acknowledged",
    "admit", "admits", "admitted", "concede", "concedes", "conceded", "declare", "declares", "declared", "disclose", "disclosed", "reveal", "reveals", "revealed", "suggest", "suggests", "suggested", "believe", "believes",
    "believed", "add", "adds", "added", "reckon", "reckons", "reckoned", "calculate", "calculates", "calculated", "find", "finds", "found", "show", "shows", "showed", "shown", "indicate", "indicates", "indicated", "repeat", "repeats",
    "repeated", "stress", "stressed", "emphasize", "emphasized", "emphasised", "write", "writes", "wrote", "accuse", "accuses", "accused", "deny", "denies", "denied", "conclude", "concludes", "concluded", "put", "puts",
    "complain", "complains", "complained", "testified", "recalled", "explained", "explains", "observed", "observes", "hinted", "speak", "charged", "charges", "describes", "described", "counted", "counts", "recounted", "think", "thinks", "quoted", "attributes", "cites", "cited", "predicted", "boasted", "boasts", "cautioned", "dismissed", "dismisses", "rejected", "rejects", "doubt", "doubts", "doubted", "question", "remarked", "remarks", "commented", "pointed", "records", "document", "documented",
];

/// Forms of saying that mark the modality as reported when followed by "that", a comma or the end, or with a saying subject.
pub(crate) const SAYING_STRONG: &[&str] = &[
    "say", "says", "said", "claim", "claims", "claimed", "allege", "alleges", "alleged", "assert", "asserts", "asserted", "contend", "contends", "contended", "argue", "argues", "argued", "insist",
    "insists", "insisted", "told", "tells", "reckon", "reckons", "reckoned", "concede", "concedes", "conceded", "acknowledge", "acknowledges", "acknowledged", "admit", "admits", "admitted", "deny", "denies", "denied",
    "accuse", "accuses", "accused", "repeated", "repeats",
];

/// Words that alone make a sentence reported.
pub(crate) const REPORTED_ADVERBS: &[&str] = &["reportedly", "allegedly", "purportedly", "supposedly", "ostensibly", "apparently"];

/// Bodies of evidence that "show", "suggest", "give" or "put".
pub(crate) const EVIDENCE: &[&str] = &[
    "data", "figures", "statistics", "survey", "surveys", "poll", "polls", "report", "reports", "records", "documents", "estimates", "estimate", "analysts", "experts", "observers", "officials", "sources", "study", "studies", "research",
    "census", "images", "imagery", "evidence", "accounts", "witnesses", "media", "researchers", "investigators", "economists", "scholars", "historians", "diplomats", "residents", "critics", "monitors", "customs", "intelligence", "papers", "files", "registers", "returns",
];

/// What evidence does.
pub(crate) const EVIDENCE_VERBS: &[&str] = &[
    "show", "shows", "showed", "suggest", "suggests", "suggested", "reveal", "reveals", "revealed", "indicate", "indicates", "indicated", "give", "gives", "gave", "put", "puts", "estimate", "estimates", "estimated", "speak", "say", "says", "said", "point", "found", "finds",
    "find", "record", "recorded", "confirm", "confirmed", "believe", "believe", "claim", "report", "reported", "agree", "conclude", "concluded", "argue", "doubt", "note", "noted", "list", "describe", "count", "counted", "imply", "place",
];

/// Passive saying: "is said to", "was reported to have", "are believed to".
pub(crate) const SAID_OF: &[&str] = &["said", "reported", "alleged", "claimed", "rumoured", "rumored", "estimated", "put", "reputed", "accused"];

/// Passive thinking: possible rather than reported.
pub(crate) const THOUGHT_OF: &[&str] = &["thought", "believed", "suspected", "considered", "likely", "feared", "presumed"];

/// Modal words of possibility.
pub(crate) const POSSIBLE: &[&str] = &["may", "might", "could", "would", "perhaps", "possibly", "maybe", "likely", "probably", "conceivably", "presumably", "seemingly", "appears", "appear", "appeared", "seems", "seem", "seemed"];

/// Verbs whose present tense looks ahead, followed by "to" or an object.
pub(crate) const FORECAST: &[&str] = &[
    "plans", "plan", "intends", "intend", "expects", "expect", "expected", "projected", "projects", "forecast", "forecasts", "hopes", "hope", "aims", "aim", "scheduled", "due", "slated", "predicts", "predicted", "anticipates",
    "anticipated", "envisages", "envisaged", "foresees", "planned", "planning", "projection", "projections", "poised", "bound", "pledges", "promises", "vows", "seeks",
];

/// Present-tense verbs that announce when followed by a date to come ("opens on Thursday").
pub(crate) const SCHEDULED: &[&str] = &[
    "opens", "open", "begins", "begin", "starts", "start", "meets", "meet", "arrives", "arrive", "expires", "expire", "visits", "visit", "hosts", "host", "convenes", "convene", "returns", "leaves", "departs", "ends", "takes", "holds", "votes", "vote", "sails", "resumes",
    "reconvene", "reconvenes", "travels", "flies", "lapses", "closes", "signs",
];

/// Verbs whose object clause they negate or reject.
pub(crate) const DENYING: &[&str] = &["deny", "denies", "denied", "denying", "reject", "rejects", "rejected", "rejecting", "refute", "refutes", "refuted", "refuting", "rebut", "rebuts", "rebutted", "dismiss", "dismisses", "dismissed", "dismissing", "disputes", "disputed", "dispute", "contradicted", "contradicts", "disavowed", "disowned", "repudiated"];

/// Verbs that say something did not come to be, with "to" after them.
pub(crate) const FAILING: &[&str] = &["fail", "fails", "failed", "failing", "refuse", "refuses", "refused", "refusing", "declined", "declines", "decline", "neglected", "omitted"];
