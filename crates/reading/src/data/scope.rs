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
    "envisaged",
    "announced",
    "proposed",
];

/// Words of a status that is done.
pub(crate) const DONE: &[&str] = &[
    "delivered",
    "paid",
    "received",
    "issued",
    "completed",
    "actual",
    "actually",
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
];

/// Words of a part of a whole.
pub(crate) const PART: &[&str] = &[
    "alone", "half", "quarter", "northern", "southern", "eastern", "western", "central",
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
