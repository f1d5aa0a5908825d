//! Words that make a sentence worth checking, and those that mark references and boilerplate. Origin: collected for this
//! project from news prose and reference lists in general.

pub(crate) const TRANSFERS: &[&str] = &[
    "deliver", "delivers", "delivered", "delivery", "deliveries", "supply", "supplies", "supplied", "supplying", "sold", "sell", "sells", "selling", "sale", "sales", "bought", "buy", "buys", "buying", "purchase", "purchased", "purchases", "exported", "exports", "imported", "imports", "donated", "transfer", "transferred", "shipped", "shipment", "shipments", "arming", "armed", "smuggled", "smuggling", "funded", "financed", "funding", "loan", "lent", "paid", "embargo", "procurement", "provided", "handed", "acquire", "acquired", "acquisition",
];

pub(crate) const AGREEMENTS: &[&str] = &[
    "agreement", "agreements", "agreed", "treaty", "accord", "pact", "deal", "signed", "signing", "memorandum", "mou", "protocol", "ratified", "summit", "consultation", "consultations", "meeting", "met", "talks", "negotiations", "negotiated", "conference", "visited", "visit", "visits", "exercise", "exercises", "joined", "alliance", "ceasefire", "truce", "dialogue", "hosted", "convened", "contract", "cooperation", "established", "discussions",
];

pub(crate) const DENIALS: &[&str] = &["deny", "denies", "denied", "denial", "denials", "rejected", "rejects", "reject", "refuted", "refute", "refutes", "dismissed", "dismisses", "baseless", "unfounded", "disputed", "disputes", "untrue"];

pub(crate) const DISPUTES: &[&str] = &[
    "accuse", "accused", "accuses", "accusing", "accusation", "accusations", "allege", "alleged", "alleges", "allegation", "allegations", "claimed", "claims", "claim", "blamed", "blames", "blame", "criticised", "criticized", "condemned", "condemns", "dispute", "protested", "opposed", "opposes", "contradicted", "charged", "denounced", "opposition", "warned", "threatened", "controversial", "contested",
];

/// Verbs of events, irregular forms first of all.
pub(crate) const EVENTS: &[&str] = &[
    "began", "begun", "took", "held", "met", "became", "sent", "broke", "fell", "rose", "won", "lost", "gave", "built", "came", "went", "left", "led", "fought", "withdrew", "shot", "sank", "struck", "bought", "sold", "made", "said", "saw", "hit", "cut", "set", "put", "spent", "grew", "brought", "flew", "fled", "ended", "started", "will", "begins", "starts", "ends", "opens", "since",
];

/// Parts of sentences that are page furniture rather than prose, tokens joined by a space.
pub(crate) const BOILERPLATE: &[&str] = &[
    "all rights reserved", "click here", "sign up", "subscribe", "cookie", "privacy policy", "terms of use", "read more", "follow us", "share this", "copyright", "©", "photo :", "image :", "image credit", "published in", "about the author", "is a research fellow", "is a senior fellow", "is a professor", "is an assistant professor", "is a lecturer", "downloaded from", "issn", "isbn", "corresponding author", "email :", "e - mail", "views expressed", "do not necessarily reflect", "newsletter", "related articles", "leave a comment", "log in", "advertisement", "keywords :", "table of contents", "wikimedia commons",
];

/// What reference lists are made of.
pub(crate) const REFERENCES: &[&str] = &[
    "http", "www", "doi", "accessed", "retrieved", "ibid", "op . cit", "vol .", "pp .", "no .", "eds .", "( ed", "university press", "journal of", "et al", "p .", ", ed .", "available at", "available from", "last visited", "quarterly",
];
