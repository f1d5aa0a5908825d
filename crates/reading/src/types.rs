//! What the reader takes from words, and what the comparer says of two takings.
//!
//! Offsets are Unicode code points, end exclusive, counted from the text that was given to the reader.
//! Shapes and closed lists are those of the command line's contract: the same words in JSON, SQL, TypeScript and on screen.

use serde::{Deserialize, Serialize};

/// A closed list: an enum with the words used for it in JSON, SQL, TypeScript and on screen.
#[macro_export]
macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident => $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every member, in the order of the definition.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word that stands for this member everywhere.
            pub const fn word(self) -> &'static str { match self { $($name::$variant => $word),+ } }

            /// The member a word stands for; `None` for a word that is not in the list.
            pub fn from_word(word: &str) -> Option<$name> { match word { $($word => Some($name::$variant),)+ _ => None } }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.word()) }
        }
    };
}

closed_list! {
    /// How firmly words hold to a value, and on which side it may lie.
    Hedge {
        /// The value itself.
        Exact => "exact",
        /// About the value: ±10 % when compared.
        Approx => "approx",
        /// The value or more.
        AtLeast => "at_least",
        /// The value or less.
        AtMost => "at_most",
        /// Strictly more.
        MoreThan => "more_than",
        /// Strictly less.
        LessThan => "less_than",
        /// Just short of the value: 0.9 of it up to it.
        Almost => "almost",
        /// A vague plural: "dozens", "tens of thousands".
        Vague => "vague",
    }
}

closed_list! {
    /// What a quantity measures.
    Dimension {
        /// A sum of money; the unit is an ISO 4217 code.
        Money => "money",
        /// A number of things; the unit is the singular noun.
        Count => "count",
        /// A share or a change in per cent.
        Percent => "percent",
        /// A fraction or a multiple.
        Ratio => "ratio",
        /// A length.
        Length => "length",
        /// A mass.
        Mass => "mass",
        /// An area.
        Area => "area",
        /// A volume.
        Volume => "volume",
        /// A stretch of time that is counted, not dated.
        Duration => "duration",
        /// An energy.
        Energy => "energy",
        /// A power.
        Power => "power",
        /// A speed.
        Speed => "speed",
        /// A temperature.
        Temperature => "temperature",
        /// Anything else that has a unit.
        Other => "other",
    }
}

closed_list! {
    /// Whether a quantity is the size of a rise or of a fall.
    Change {
        /// A rise.
        Up => "up",
        /// A fall.
        Down => "down",
    }
}

closed_list! {
    /// How a period bounds what is said.
    Relation {
        /// Within the period.
        In => "in",
        /// From its start on.
        Since => "since",
        /// Up to its end.
        Until => "until",
        /// Before its start.
        Before => "before",
        /// From the day, month or year after it on.
        After => "after",
        /// From one end to the other.
        Between => "between",
        /// No later than its end.
        By => "by",
    }
}

closed_list! {
    /// Why a period has no bounds.
    PeriodProblem {
        /// No such day: "January 34, 2022".
        Impossible => "impossible",
        /// Relative to a date of publication that is not known.
        NeedsPublicationDate => "needs_publication_date",
        /// A day or a month whose year is nowhere given.
        NeedsYear => "needs_year",
    }
}

closed_list! {
    /// Whether the main assertion is stated or negated. A reading of words; it proposes a stance and is never combined with it.
    Polarity {
        /// Stated.
        Affirmed => "affirmed",
        /// Negated, or a denial is reported.
        Denied => "denied",
    }
}

closed_list! {
    /// How the words commit to what they say.
    Modality {
        /// Stated as fact.
        Actual => "actual",
        /// "may", "could", "thought to".
        Possible => "possible",
        /// Attributed to somebody, or to data.
        Reported => "reported",
        /// Of the future as seen by the text.
        Forecast => "forecast",
    }
}

closed_list! {
    /// The document's position to the question's proposition in its affirmative form.
    Stance {
        /// Says so in its own voice.
        Affirms => "affirms",
        /// Says it is not so.
        Denies => "denies",
        /// Calls it uncertain.
        Doubts => "doubts",
        /// Passes it on without endorsing it.
        Reports => "reports",
    }
}

closed_list! {
    /// What a question asks, and so what its claims are compared by.
    Asks {
        /// Is it so: compared by stance.
        Whether => "whether",
        /// A value: compared by interval and unit; the period is scope.
        HowMuch => "how-much",
        /// A date: the period is the answer, compared by its onset.
        When => "when",
        /// Parties: compared as sets.
        Who => "who",
    }
}

closed_list! {
    /// What the comparer says of two texts or two claims.
    ClaimRelation {
        /// Compatible answers to a common question.
        Agree => "agree",
        /// A common question, the same scope, and not both can be true.
        Disagree => "disagree",
        /// The same measure or fact, but both can be true at once.
        DifferentScope => "different_scope",
        /// No common question.
        NotComparable => "not_comparable",
    }
}

closed_list! {
    /// The kind of a reason, as the annotation guide names them.
    ReasonKind {
        /// Numbers that exclude one another.
        Value => "value",
        /// Dates of one event that exclude one another, or another time.
        Period => "period",
        /// One states what the other negates, or the direction is opposite.
        Polarity => "polarity",
        /// One asserts or reports what the other denies or doubts.
        Stance => "stance",
        /// Who, whom or where.
        Participants => "participants",
        /// The same number in another unit, or units that cannot be converted.
        Unit => "unit",
    }
}

closed_list! {
    /// Why a passage is worth claiming.
    SuggestionKind {
        /// It carries a number.
        Quantity => "quantity",
        /// It dates an event.
        Date => "date",
        /// It tells of arms, money or goods that change hands.
        Transfer => "transfer",
        /// It tells of an agreement, a treaty or a meeting.
        Agreement => "agreement",
        /// It denies something.
        Denial => "denial",
        /// It tells of a dispute or an accusation.
        Dispute => "dispute",
        /// It credits somebody with a statement of fact.
        Attribution => "attribution",
    }
}

/// A number found in words, with what it counts and how firmly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Quantity {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words themselves.
    pub text: String,
    /// Lower bound; `None` is open.
    pub low: Option<f64>,
    /// Upper bound; `None` is open.
    pub high: Option<f64>,
    /// ISO 4217 code, "percent", "times", a UCUM symbol, or the singular noun counted.
    pub unit: Option<String>,
    /// What is measured.
    pub dimension: Dimension,
    /// What the quantity is spread over: "year", "day", "person" …
    pub per: Option<String>,
    /// How firmly.
    pub hedge: Hedge,
    /// Whether it is the size of a rise or fall.
    pub change: Option<Change>,
}

/// A date or a stretch of calendar time found in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Period {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words themselves.
    pub text: String,
    /// The period in EDTF; `None` where it could not be placed.
    pub edtf: Option<String>,
    /// First ISO day covered; `None` is open.
    pub from: Option<String>,
    /// Last ISO day covered; `None` is open.
    pub to: Option<String>,
    /// How it bounds what is said.
    pub relation: Relation,
    /// How firmly: exact or approx ("circa").
    pub hedge: Hedge,
    /// Why there are no bounds, where there are none.
    pub problem: Option<PeriodProblem>,
}

/// A stretch of the text that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words themselves.
    pub text: String,
}

/// Everything the reader took from a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Reading {
    /// In order of the text.
    pub quantities: Vec<Quantity>,
    /// In order of the text.
    pub periods: Vec<Period>,
    /// Of the main assertion.
    pub polarity: Polarity,
    /// Of the main assertion.
    pub modality: Modality,
    /// Whom the text credits.
    pub attributed_to: Vec<Span>,
}

impl Reading {
    /// Counts every offset anew: from another beginning of the text.
    pub fn move_offsets(&mut self, to: impl Fn(usize) -> usize) {
        let quantities = self.quantities.iter_mut().map(|q| (&mut q.start, &mut q.end));
        let periods = self.periods.iter_mut().map(|p| (&mut p.start, &mut p.end));
        let credits = self.attributed_to.iter_mut().map(|a| (&mut a.start, &mut a.end));
        for (start, end) in quantities.chain(periods).chain(credits) {
            (*start, *end) = (to(*start), to(*end));
        }
    }
}

/// Why two texts or claims relate as they do, in one sentence a person would use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Reason {
    /// The kind.
    pub kind: ReasonKind,
    /// One sentence that names both readings: "about 800 million USD (720–880 million) and 540 million USD exclude one another."
    pub detail: String,
    /// The same with the readings as they are, to be worded in another language; `None` where only the words are known: of
    /// texts that stand under no question, and of what a reviewer wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contrast: Option<Contrast>,
}

/// What two answers to one question are held against one another by: a sentence with its readings in place. The two stand in
/// the order of their English words, whichever claim they come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Contrast {
    /// One holds with it, the other does not.
    Stances {
        /// The one's.
        one: Stance,
        /// The other's.
        other: Stance,
    },
    /// Values that exclude one another.
    Values {
        /// The one's.
        one: Value,
        /// The other's.
        other: Value,
    },
    /// A rise and a fall.
    Directions {
        /// The one's.
        one: Value,
        /// The other's.
        other: Value,
    },
    /// Beginnings that exclude one another.
    Beginnings {
        /// The one's.
        one: When,
        /// The other's.
        other: When,
        /// How many days they lie apart at the least.
        days: u32,
    },
    /// Parties that one names and the other leaves out expressly.
    LeftOut {
        /// Their names.
        names: Vec<String>,
    },
    /// Not the same parties.
    Parties {
        /// The one's.
        one: Vec<String>,
        /// The other's.
        other: Vec<String>,
    },
}

/// What the comparer says of two texts or claims.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Comparison {
    /// How they relate.
    pub relation: ClaimRelation,
    /// Why; empty for *agree* and *not comparable*.
    pub reasons: Vec<Reason>,
    /// 0 (nothing) to 1 (gravest): what a list of disagreements is sorted by. 0 unless they disagree.
    pub severity: f64,
}

/// A claim's value as the reviewer holds it: the answer to *how much*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Value {
    /// Lower bound; `None` is open.
    pub low: Option<f64>,
    /// Upper bound; `None` is open.
    pub high: Option<f64>,
    /// As in [`Quantity::unit`].
    pub unit: Option<String>,
    /// As in [`Quantity::per`].
    pub per: Option<String>,
    /// How firmly.
    pub hedge: Hedge,
    /// Whether it is the size of a rise or fall.
    pub change: Option<Change>,
}

/// A claim's period as the reviewer holds it: the scope, or the answer to *when*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct When {
    /// The period in EDTF.
    pub edtf: Option<String>,
    /// First ISO day covered; `None` is open.
    pub from: Option<String>,
    /// Last ISO day covered; `None` is open.
    pub to: Option<String>,
    /// How it bounds what is said.
    pub relation: Relation,
    /// How firmly.
    pub hedge: Hedge,
}

/// One claim's answer to a question, as [`crate::compare_answers`] weighs it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer<'a> {
    /// The passage's words or the claim's statement: participants are read from here.
    pub words: &'a str,
    /// The value, where there is one.
    pub value: Option<&'a Value>,
    /// The period, where there is one.
    pub period: Option<&'a When>,
    /// The document's stance to the question's proposition.
    pub stance: Stance,
    /// Where it holds, as the reviewer wrote it.
    pub place: Option<&'a str>,
}

/// A stretch of a document that states a checkable fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Suggestion {
    /// First code point, counted from the text that was searched.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// What makes it checkable.
    pub kinds: Vec<SuggestionKind>,
    /// One short sentence for the reviewer.
    pub why: String,
    /// The reading of the sentence, offsets counted as `start`.
    pub reading: Reading,
}
