//! Arguments that take a word of a closed list, with the list in the help and in the completions.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use gainsay_core::{Asks, ClaimOrder, DisagreementStatus, Distance, RelationKind, SheetFormat, Stance, VerdictWord};

macro_rules! word_parser {
    ($($(#[$meta:meta])* $name:ident -> $list:ident;)+) => {
        $($(#[$meta])*
        pub fn $name() -> impl TypedValueParser<Value = $list> {
            PossibleValuesParser::new($list::ALL.iter().map(|member| member.word()))
                .try_map(|word| $list::from_word(&word).ok_or("no word of the list"))
        })+
    };
}

word_parser! {
    /// affirms, denies, doubts or reports.
    stance -> Stance;
    /// unreviewed, corroborated, disputed or unverifiable.
    verdict -> VerdictWord;
    /// created, modified, statement, value, period, verdict, severity, document or question.
    claim_order -> ClaimOrder;
    /// whether, how-much, when or who.
    asks -> Asks;
    /// open, confirmed or dismissed.
    status -> DisagreementStatus;
    /// republishes, cites, quotes or responds-to.
    relation -> RelationKind;
    /// xlsx, csv, json.
    format -> SheetFormat;
}

/// endorses, distances or neutral; the core takes the word itself, so that "" can clear it.
pub fn distance() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(Distance::ALL.iter().map(|member| member.word()).chain([""]))
}

/// A to F; "" takes a grade back.
pub fn reliability() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(["A", "B", "C", "D", "E", "F", ""]).map(|grade| grade.to_uppercase())
}
