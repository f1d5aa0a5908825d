//! Words that narrow what a figure measures, by what they narrow, and words that only comment. Origin: collected for this project
//! from the usual vocabulary of statistics and of news prose.

/// Words of a status that is not yet: ordered, pledged, planned, allowed for.
pub(crate) const PLANNED: &[&str] = &[
    "ordered",
    "contracted",
    "contract",
    "pledged",
    "promised",
    "planned",
    "approved",
    "authorised",
    "authorized",
    "budgeted",
    "earmarked",
    "allocated",
    "commissioned",
    "capacity",
    "target",
    "quota",
    "ceiling",
    "requested",
    "committed",
    "forecast",
    "expected",
    "projected",
    "mandated",
    "designed",
    "scheduled",
    "intended",
    "supposed",
    "envisaged",
    "announced",
    "proposed",
    "allotted",
    "assigned",
    "entitled",
    "promise",
    "pledge",
    "pledges",
    "promises",
    "plans",
    "plan",
    "vowed",
    "offered",
    "order",
    "orders",
    "earmark",
    "slated",
    "sought",
    "goal",
    "aims",
    "aimed",
    "hoped",
    "wanted",
    "licensed",
    "aim",
    "hopes",
    "intends",
    "foreseen",
    "foresees",
    "negotiating",
    "seeking",
    "seeks",
    "preparing",
];

/// Verbs of what is only thought of.
pub(crate) const CONSIDERING: &[&str] = &[
    "considering",
    "weighing",
    "mulling",
    "mulls",
    "exploring",
    "contemplating",
    "eyeing",
    "negotiating",
    "debating",
    "pondering",
];

/// Words of a status that is done.
pub(crate) const DONE: &[&str] = &[
    "delivered",
    "shipped",
    "dispatched",
    "supplied",
    "sent",
    "paid",
    "received",
    "issued",
    "completed",
    "actual",
    "actually",
    "practice",
    "disbursed",
    "arrived",
    "spent",
    "handed",
    "deployed",
    "used",
    "grew",
    "built",
    "service",
    "operational",
    "implemented",
    "installed",
    "transferred",
    "realised",
    "realized",
    "materialised",
    "materialized",
    "reached",
    "vaccinated",
    "accepted",
    "already",
    "delivery",
    "deliveries",
    "disbursement",
];

/// Words of what is in use of all that there is, and words of all that there is.
pub(crate) const IN_USE: &[&str] = &[
    "occupied",
    "filled",
    "staffed",
    "manned",
    "airworthy",
    "serviceable",
    "seaworthy",
    "operational",
    "usable",
    "functioning",
    "roadworthy",
    "combat-ready",
];
pub(crate) const OWNED: &[&str] = &[
    "owns",
    "possesses",
    "owned",
    "possessed",
    "fleet",
    "inventory",
    "stock",
    "operates",
];

/// Other measures of one thing: two words of one row tell of two measures; a word on one side only narrows that side.
pub(crate) const MEASURES: &[&[&[&str]]] = &[
    &[
        &["average", "averaged", "averages", "mean"],
        &["median"],
        &["peak", "peaked", "maximum", "highest"],
        &["minimum", "lowest"],
    ],
    &[&["net"], &["gross"]],
    &[&["pre-tax", "pretax"], &["after-tax", "post-tax"]],
    &[&["nominal"], &["real", "inflation-adjusted"]],
    &[
        &["cumulative", "cumulatively"],
        &["monthly"],
        &["annual", "annually", "yearly"],
        &["daily"],
        &["weekly"],
    ],
    &[&["wholesale"], &["retail"]],
    &[&["civilian"], &["military"]],
    &[&["direct"], &["indirect"]],
];

/// The same, told by two words.
pub(crate) const PHRASED: &[(&str, &str)] = &[
    ("before", "tax"),
    ("after", "tax"),
    ("before", "taxes"),
    ("after", "taxes"),
    ("by", "value"),
    ("by", "volume"),
    ("by", "weight"),
    ("at", "constant"),
    ("at", "current"),
];

/// Words of the whole: against a text without them, and with another subject, they tell of more.
pub(crate) const WHOLE: &[&str] = &[
    "together",
    "combined",
    "altogether",
    "overall",
    "whole",
    "entire",
    "collectively",
    "jointly",
    "worldwide",
    "nationwide",
    "countrywide",
    "kinds",
    "nation-wide",
    "world-wide",
];

/// Words of a part of a whole.
pub(crate) const PART: &[&str] = &[
    "alone", "half", "quarter", "northern", "southern", "eastern", "western", "central",
];

/// What a time is the length of an act by.
pub(crate) const LASTING: &[&str] = &["took", "takes", "taken", "lasted", "lasts", "spent", "needed"];

/// What a time is a sentence by.
pub(crate) const PENALTIES: &[&str] = &[
    "sentenced",
    "sentence",
    "sentences",
    "jailed",
    "imprisoned",
    "prison",
    "jail",
    "imprisonment",
    "behind",
    "convicted",
    "condemned",
    "probation",
];

/// Stretches of time that may be whole.
pub(crate) const SPANS: &[&str] = &[
    "year", "month", "decade", "week", "century", "season", "period", "war", "winter", "summer", "spring", "autumn",
];

/// Sides of one region: any two differ.
pub(crate) const SIDES: &[&str] = &[
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "north",
    "south",
    "east",
    "west",
    "north-eastern",
    "north-western",
    "south-eastern",
    "south-western",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
];

/// Verbs of one who only comments: such a text states nothing of what it comments on.
pub(crate) const COMMENTING: &[&str] = &[
    "comment",
    "commented",
    "spoke",
    "speaks",
    "welcomed",
    "welcomes",
    "criticised",
    "criticized",
    "criticises",
    "criticizes",
    "condemned",
    "condemns",
    "praised",
    "praises",
    "hailed",
    "hails",
    "lamented",
    "deplored",
    "thanked",
    "congratulated",
    "denounced",
    "applauded",
];

/// Verbs that carry little of what happened: another verb in their place is no other act.
pub(crate) const LIGHT: &[&str] = &[
    "went",
    "gone",
    "came",
    "made",
    "took",
    "taken",
    "got",
    "had",
    "brought",
    "sent",
    "gave",
    "given",
    "stood",
    "put",
    "stayed",
    "remained",
    "became",
    "saw",
    "seen",
    "carried",
    "based",
    "located",
    "known",
    "including",
    "included",
    "involved",
    "showed",
    "shown",
    "recorded",
    "registered",
    "totalled",
    "totaled",
    "amounted",
    "numbered",
    "followed",
    "spread",
    "ran",
    "added",
    "continued",
    "hit",
    "turned",
    "laid",
    "held",
    "drew",
    "used",
    "found",
    "let",
];

/// Words by which a number counts beside others.
pub(crate) const BESIDE: &[&str] = &[
    "other",
    "others",
    "another",
    "more",
    "further",
    "additional",
    "extra",
    "remaining",
];

/// Pasts that look like the verb itself and that the table of participles leaves out.
pub(crate) const UNCHANGED: &[&str] = &[
    "set", "hit", "shut", "cut", "shot", "struck", "blew", "blown", "swore", "tore", "split",
];

/// Words that say little beside a name or a figure: who speaks for a party, and what only counts. Whether a text has them decides
/// nothing.
pub(crate) const FAINT: &[&str] = &[
    "together",
    "jointly",
    "government",
    "governments",
    "authorities",
    "authority",
    "official",
    "officials",
    "state",
    "states",
    "side",
    "sides",
    "national",
    "nationals",
    "citizen",
    "citizens",
    "number",
    "total",
    "totals",
    "figure",
    "figures",
    "level",
    "year",
    "years",
    "month",
    "months",
    "day",
    "days",
    "week",
    "weeks",
    "annual",
    "annually",
    "yearly",
    "daily",
    "monthly",
    "fewer",
    "far",
    "actually",
    "currently",
    "jointly",
    "time",
    "times",
    "office",
    "agency",
    "service",
    "put",
    "found",
    "find",
    "finds",
    "see",
    "sees",
    "ran",
    "drew",
    "laid",
    "lies",
    "photograph",
    "photographs",
    "photo",
    "photos",
    "video",
    "videos",
    "picture",
    "pictures",
    "image",
    "images",
    "footage",
];

/// Places that make up a whole when counted: "from 50 countries".
pub(crate) const AREAS: &[&str] = &[
    "countries",
    "nations",
    "states",
    "provinces",
    "regions",
    "districts",
    "cities",
    "counties",
    "municipalities",
    "continents",
];

/// Parts of one whole, of which two differ: the lower and the upper house.
pub(crate) const PARTS: &[&[&str]] = &[
    &["lower", "upper"],
    &["men", "women"],
    &["male", "female"],
    &["boys", "girls"],
    &["urban", "rural"],
    &["private", "public"],
    &["adults", "children"],
    &["crude", "refined"],
    &["onshore", "offshore"],
    &["first-time", "repeat"],
    &["inbound", "outbound"],
    &["primary", "secondary"],
    &["senate", "lower house", "lower chamber", "house of representatives"],
    &["senate", "chamber of deputies", "national assembly"],
    &["lords", "commons"],
    &["bundesrat", "bundestag"],
    &[
        "upper house",
        "house of representatives",
        "chamber of deputies",
        "national assembly",
    ],
];

/// Verbs of what is promised or planned.
pub(crate) const PROMISING: &[&str] = &[
    "promised",
    "promises",
    "pledged",
    "pledges",
    "vowed",
    "vows",
    "planned",
    "plans",
    "intended",
    "intends",
    "scheduled",
    "due",
];

/// Words of what goes on.
pub(crate) const PERSISTING: &[&str] = &["still", "continues", "continue", "remains", "remain", "keeps"];

/// Verbs of what is there from then on: "introduced in July 2023" against "has had since April 2022".
pub(crate) const INTRODUCING: &[&str] = &[
    "banned",
    "outlawed",
    "prohibited",
    "abolished",
    "introduced",
    "introduces",
    "launched",
    "founded",
    "established",
    "created",
    "opened",
    "imposed",
    "installed",
    "adopted",
    "moved",
    "relocated",
];

/// Verbs of what is no longer there, whoever did it.
pub(crate) const ABOLISHING: &[&str] = &[
    "abolished",
    "abolishes",
    "scrapped",
    "repealed",
    "lifted",
    "dissolved",
    "disbanded",
    "dismantled",
    "abandoned",
    "ended",
];

/// Verbs that date the beginning of what lasts.
pub(crate) const BEGINNING: &[&str] = &[
    "became",
    "began",
    "begun",
    "begins",
    "started",
    "starts",
    "commenced",
    "dates",
    "dating",
    "arrived",
    "beginning",
    "start",
];

/// Verbs of what lasts, whose "until" is its end, and verbs that tell the end.
pub(crate) const CONTINUING: &[&str] = &[
    "runs",
    "run",
    "ran",
    "lasts",
    "last",
    "lasted",
    "valid",
    "force",
    "continues",
    "continue",
    "stays",
    "remains",
];
pub(crate) const ENDING: &[&str] = &[
    "expires",
    "expired",
    "expire",
    "expiry",
    "ends",
    "ended",
    "end",
    "lapses",
    "lapsed",
    "terminates",
    "terminated",
];

/// Verbs by which something is no more.
pub(crate) const UNDOING: &[&str] = &[
    "withdrawn",
    "withdrew",
    "revoked",
    "rescinded",
    "ended",
    "lost",
    "stopped",
    "ceased",
    "dropped",
    "broke",
    "collapsed",
    "failed",
    "abandoned",
    "scrapped",
    "cancelled",
    "annulled",
    "outstanding",
    "pending",
    "awaited",
    "abolished",
    "abolishes",
    "repealed",
    "repeals",
    "banned",
    "prohibited",
    "outlawed",
    "lifted",
    "halted",
    "suspended",
    "dissolved",
    "disbanded",
    "dismantled",
    "closed",
    "lapsed",
    "expired",
    "severed",
    "cut",
    "out",
    "outside",
    "away",
];

/// Verbs by which somebody takes back a deed of his own.
pub(crate) const RENOUNCING: &[&str] = &[
    "renounced",
    "renounces",
    "abandoned",
    "abandons",
    "relinquished",
    "relinquishes",
    "withdrew",
    "withdrawn",
    "revoked",
    "revokes",
    "rescinded",
    "rescinds",
    "retracted",
    "retracts",
    "dropped",
    "drops",
    "waived",
    "waives",
];

/// Verbs whose particle says which way something went: "pushed up", "brought down".
pub(crate) const DRIVING: &[&str] = &[
    "push", "pushed", "pushes", "bring", "brings", "brought", "drive", "drives", "drove", "driven", "went", "gone",
    "goes", "send", "sent", "forced", "pulled",
];

/// Words of today.
pub(crate) const TODAY: &[&str] = &["today", "now", "currently", "nowadays"];

/// What voters do who vote, and who do not.
pub(crate) const VOTED: &[&str] = &[
    "voted",
    "vote",
    "cast",
    "ballot",
    "polls",
    "stayed",
    "stay",
    "abstained",
    "participated",
    "turned",
];

/// Words of those who did not vote, and of the vote.
pub(crate) const ABSTAINING: &[&str] = &["abstention", "abstentions", "abstained", "abstain"];
pub(crate) const VOTE: &[&str] = &[
    "turnout",
    "voted",
    "polls",
    "turned",
    "electorate",
    "ballots",
    "voters",
    "vote",
    "election",
    "elections",
    "referendum",
];

/// Adjectives that say what a figure is spread over.
pub(crate) const RATES: &[(&str, &[&str])] = &[
    ("year", &["annual", "annually", "yearly"]),
    ("month", &["monthly"]),
    ("week", &["weekly"]),
    ("day", &["daily"]),
];

/// Times of the year, the week and the day that come round: a figure of the one is not the other's.
pub(crate) const TIMES: &[&[&str]] = &[
    &["summer", "winter", "spring", "autumn"],
    &["day", "night"],
    &["daytime", "night-time"],
    &["noon", "midnight", "dawn", "dusk", "midday"],
    &["weekdays", "weekends"],
    &["peacetime", "wartime"],
    &["first round", "run-off"],
    &["first quarter", "second quarter", "third quarter", "fourth quarter"],
    &["first half", "second half"],
];

/// What something that changes nothing has none of: "no effect on".
pub(crate) const EFFECTS: &[&str] = &["effect", "effects", "impact", "influence", "bearing", "difference"];

/// What something is built to do with what it has room for.
pub(crate) const HOLDING: &[&str] = &[
    "house",
    "hold",
    "seat",
    "accommodate",
    "shelter",
    "store",
    "serve",
    "treat",
    "process",
    "handle",
    "take",
    "produce",
    "load",
];
