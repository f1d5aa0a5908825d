//! Whom a sentence credits: "according to …", "… said that", ", said …", "data show". Promises the credited words, without
//! the verb; pronouns credit nobody that could be named and are left out.

use std::ops::Range;

use crate::data::verbs::{BE, CLAIMS, DENYING, EVIDENCE, EVIDENCE_VERBS, SAYING, VIEWS};
use crate::token::Token;

/// What opens a note and is nobody: "Correction: the grant is worth 19 million".
const LABELS: &[&str] = &[
    "correction",
    "corrections",
    "clarification",
    "update",
    "updated",
    "note",
    "background",
    "conclusion",
    "summary",
    "abstract",
    "analysis",
    "opinion",
    "comment",
    "exclusive",
    "breaking",
    "factbox",
    "timeline",
    "conclusions",
    "editor's",
];

/// The credited parties as ranges of tokens, in order.
pub(crate) fn attributed(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    if let Some(colon) = tokens.iter().position(|t| t.text == ":")
        && (1..=3).contains(&colon)
        && tokens[..colon].iter().all(Token::capital)
        && !tokens[0].is_any(LABELS)
        && colon + 2 < tokens.len()
        // "Net FDI: $3.1bn" is a row of a table.
        && crate::data::currencies::sign(tokens[colon + 1].text).is_none()
    {
        out.push(0..colon);
    }
    for i in 0..tokens.len() {
        let next = tokens.get(i + 1).map_or("", |t| t.lower.as_str());
        let this = tokens[i].lower.as_str();
        let found = if let Some(range) = viewed(tokens, i) {
            Some(range)
        } else if matches!(this, "put" | "puts") && put_at(tokens, i) {
            Some(subject_start(tokens, i)..i)
        } else if this == "according" && next == "to" {
            Some(i + 2..phrase_end(tokens, i + 2))
        } else if this == "by"
            && i > 0
            && tokens[i - 1].is_any(&[
                "reported",
                "claimed",
                "alleged",
                "announced",
                "confirmed",
                "quoted",
                "stated",
                "cited",
                "asserted",
                "disclosed",
            ])
        {
            Some(i + 1..phrase_end(tokens, i + 1))
        } else if (SAYING.contains(&this) || (EVIDENCE_VERBS.contains(&this))) && !tokens[i].capital() {
            said(tokens, i)
        } else {
            None
        };
        if let Some(range) = found
            .map(|r| trimmed(tokens, r))
            .filter(|r| r.start < r.end && r.end - r.start <= 14)
        {
            let pronoun = range.end - range.start == 1
                && tokens[range.start].is_any(&[
                    "he",
                    "she",
                    "it",
                    "they",
                    "we",
                    "i",
                    "you",
                    "who",
                    "which",
                    "that",
                    "this",
                    "these",
                    "those",
                    "there",
                    "one",
                    "some",
                    "many",
                    "others",
                    "all",
                    "both",
                    "not",
                    "no",
                    "nobody",
                    "none",
                    "few",
                    "everyone",
                    "everybody",
                    "anyone",
                    "someone",
                    "several",
                    "most",
                ]);
            let names = tokens[range.clone()].iter().any(Token::is_word);
            if !pronoun && names && !out.iter().any(|r| r.start < range.end && range.start < r.end) {
                out.push(range);
            }
        }
    }
    out.sort_by_key(|r| r.start);
    out
}

/// "conceded one goal": given up, not said.
pub(crate) fn given_up(tokens: &[Token<'_>], i: usize) -> bool {
    tokens[i].lower.starts_with("conced")
        && tokens
            .get(i + 1)
            .is_some_and(|t| t.is_number() || crate::data::numbers::cardinal(&t.lower).is_some())
}

/// "The board put stocks at 1.9 million tonnes": a figure that somebody gives.
pub(crate) fn put_at(tokens: &[Token<'_>], i: usize) -> bool {
    let at = (i + 2..(i + 12).min(tokens.len())).find(|k| tokens[*k].is("at"));
    at.and_then(|k| tokens.get(k + 1..)).is_some_and(|rest| {
        rest.iter().take(3).any(|t| {
            t.is_number()
                || crate::data::currencies::sign(t.text).is_some()
                || crate::data::numbers::cardinal(&t.lower).is_some()
        })
    }) && tokens
        .get(i + 1)
        .is_some_and(|t| t.is_word() && !t.is_any(&["up", "down", "off", "out", "in", "on"]))
}

/// Whether a phrase that credits somebody begins at token `i`: "in the view of", "by the ministry's account", "as saying".
pub(crate) fn credits(tokens: &[Token<'_>], i: usize) -> bool {
    viewed(tokens, i).is_some()
}

/// Whom a phrase at `i` credits: "in the view of X", "by X's account", "as X put it", "per X", "quoted X as saying".
fn viewed(tokens: &[Token<'_>], i: usize) -> Option<Range<usize>> {
    let word = |k: usize| tokens.get(k).map_or("", |t| t.lower.as_str());
    let clause = i == 0 || matches!(tokens[i - 1].text, "," | ";" | "—" | "–" | "(");
    match word(i) {
        "in" | "by" | "on" if word(i + 1) == "the" && VIEWS.contains(&word(i + 2)) && word(i + 3) == "of" => {
            Some(i + 4..phrase_end(tokens, i + 4))
        }
        "in" | "by" | "on" => {
            // The owner, then "'s" or a bare apostrophe, then "own", then the noun.
            let owned = (i + 2..i + 9).find(|k| {
                tokens
                    .get(*k)
                    .is_some_and(|t| t.is("'s") || matches!(t.text, "'" | "’"))
            })?;
            let noun = if word(owned + 1) == "own" { owned + 2 } else { owned + 1 };
            let plain = tokens[i + 1..owned].iter().all(Token::is_word);
            (plain && VIEWS.contains(&word(noun))).then_some(i + 1..owned)
        }
        "per" if i == 0 => {
            let end = phrase_end(tokens, 1);
            (word(end) == "," && word(1) != "capita").then_some(1..end)
        }
        "as" if clause => {
            let put = (i + 2..i + 9).find(|k| matches!(word(*k), "put" | "puts") && word(*k + 1) == "it")?;
            Some(i + 1..put)
        }
        "quoted" | "cited" | "quotes" | "cites" => {
            let saying = (i + 1..i + 12)
                .find(|k| word(*k) == "as" && matches!(word(*k + 1), "saying" | "telling" | "claiming" | "having"))?;
            if saying > i + 1 {
                return Some(i + 1..saying);
            }
            let passive = i.checked_sub(1).filter(|k| BE.contains(&word(*k)))?;
            Some(subject_start(tokens, passive)..passive)
        }
        _ => None,
    }
}

/// One past the noun phrase that begins at `i`: to the next comma, stop or clause.
fn phrase_end(tokens: &[Token<'_>], i: usize) -> usize {
    let mut k = i;
    while let Some(token) = tokens.get(k) {
        let inner = matches!(token.text, "." | "&" | "/" | "“" | "”" | "'")
            && tokens.get(k + 1).is_some_and(|n| n.capital())
            && k > i
            && tokens[k - 1].text.len() <= 4;
        let mark = !(token.is_word() || token.is_number() || token.is_dash() || inner);
        let clause = token.is_any(&[
            "that", "which", "who", "has", "have", "had", "was", "were", "is", "are", "in", "on", "by", "to", "but",
            "while",
        ]) && k > i
            && !(token.is("in") && tokens.get(k + 1).is_some_and(Token::capital))
            && !(token.is("on") && tokens.get(k + 1).is_some_and(Token::capital));
        if mark || clause {
            break;
        }
        k += 1;
    }
    k
}

/// Whether the word in -s at `v` is what a number above one counts and no verb: "issued twenty 500 rupee notes"; but
/// "Article 12 notes".
fn counted(tokens: &[Token<'_>], v: usize) -> bool {
    let above_one = |t: &Token<'_>| {
        t.is_number() && t.value > 1.0 || crate::data::numbers::cardinal(&t.lower).is_some_and(|value| value > 1.0)
    };
    let plain =
        |t: &Token<'_>| (t.is_word() || t.is_number()) && !t.capital() && !t.is_any(&["of", "who", "which", "that"]);
    let before = tokens[..v].iter().rev().take(4).take_while(|t| plain(t)).count();
    let Some(k) = (v - before..v).find(|k| above_one(&tokens[*k])) else {
        return false;
    };
    let named = k
        .checked_sub(1)
        .is_some_and(|p| tokens[p].is_word() && tokens[p].capital());
    let plural = (k + 1..v).any(|n| crate::data::nouns::singular(&tokens[n].lower).is_some());
    tokens[v].lower.ends_with('s') && !named && !plural
}

/// The subject of the verb of saying at `v`, before or after it.
fn said(tokens: &[Token<'_>], v: usize) -> Option<Range<usize>> {
    let next = tokens.get(v + 1);
    let this = tokens[v].lower.as_str();
    let strong = crate::data::verbs::SAYING_STRONG.contains(&this);
    // "of all charges", "many claims": a noun, as a verb in -s goes with one only.
    let several = this.ends_with('s')
        && v.checked_sub(1).is_some_and(|k| {
            tokens[k].is_any(&[
                "all", "many", "several", "some", "most", "any", "no", "both", "few", "other", "such", "more", "these",
                "those", "the", "of", "his", "her", "its", "their", "our", "my", "faces", "faced", "dropped", "denied",
                "denies",
            ])
        });
    if several || counted(tokens, v) {
        return None;
    }
    // What shows that the verb says something: "that", a comma, a quote, the end, a clause.
    let opens = next.is_none_or(|t| t.is_any(&["that", ",", ":", ".", "“", "\"", "‘"])) || dated(tokens, v);
    // Inverted: ", said the minister."
    let inverted = v > 0
        && matches!(tokens[v - 1].text, "," | "”" | "\"")
        && next.is_some_and(|t| t.is_word() && !t.is_any(&["that", "in", "on", "to", "at", "by"]))
        && strong;
    let parted = v > 0 && tokens[v - 1].text == ",";
    if inverted {
        let end = phrase_end(tokens, v + 1);
        // "a spokeswoman, Ana Lund, said the dam was safe": a clause follows, and the speaker stands before.
        let closes = tokens.get(end).is_none_or(|t| {
            !t.is_word() && !t.is_number() && t.text != "$" || t.is_any(&["in", "on", "to", "by", "who", "which"])
        });
        let verb = tokens[v + 1..end].iter().skip(1).any(|t| t.lower.ends_with("ed"));
        return if (!closes || verb) && parted {
            apposed(tokens, v - 1)
        } else {
            Some(v + 1..end)
        };
    }
    if parted && strong {
        return apposed(tokens, v - 1);
    }
    // "The survey, of 2,408 adults, gives the union 34 percent."
    if parted && EVIDENCE_VERBS.contains(&this) {
        return apposed(tokens, v - 1).filter(|r| EVIDENCE.contains(&tokens[r.end - 1].lower.as_str()));
    }
    let mut start = v;
    // Auxiliaries and adverbs between subject and verb.
    while start > 0
        && tokens[start - 1].is_any(&[
            "has",
            "have",
            "had",
            "also",
            "later",
            "recently",
            "repeatedly",
            "then",
            "earlier",
            "previously",
            "once",
            "further",
            "openly",
            "publicly",
            "already",
            "always",
            "himself",
            "herself",
            "itself",
            "now",
            "clearly",
            "privately",
            "did",
            "do",
            "does",
            "not",
            "never",
            "still",
            "falsely",
            "initially",
            "reportedly",
        ])
    {
        start -= 1;
    }
    let mut end = start;
    start = subject_start(tokens, end);
    if let Some(noun) = described(tokens, start..end) {
        (start, end) = (subject_start(tokens, noun), noun);
    }
    let subject = start..end;
    // "claimed 40 lives" says nothing.
    if subject.is_empty()
        || given_up(tokens, v)
        || (matches!(this, "claim" | "claims" | "claimed") && !crate::modality::asserts(tokens, v))
    {
        return None;
    }
    let head = tokens[subject.clone()].iter().rev().find(|t| t.is_word())?;
    let evidence = EVIDENCE.contains(&head.lower.as_str()) && EVIDENCE_VERBS.contains(&this);
    let passive = tokens[..v]
        .last()
        .is_some_and(|t| t.is_any(&["is", "are", "was", "were", "be", "been", "being"]));
    // "dismissed reports of", "rejected the claim"
    let rejects = DENYING.contains(&this)
        && tokens[v + 1..]
            .iter()
            .take(4)
            .any(|t| CLAIMS.contains(&t.lower.as_str()));
    let verbs_own = strong || opens || evidence || rejects;
    let noun = tokens[..v].last().is_some_and(|t| {
        t.is_any(&[
            "the", "a", "an", "of", "his", "her", "their", "its", "these", "such", "those", "no", "any", "this",
        ])
    });
    // "the South Asian state that": whose a state or a report is.
    let noun = noun
        || matches!(this, "state" | "report" | "claim" | "note" | "estimate")
            && tokens[..v]
                .last()
                .is_some_and(|t| t.capital() && ["an", "ish", "ese", "ab"].iter().any(|end| t.lower.ends_with(end)));
    let speaker = tokens[subject.clone()].iter().any(Token::capital)
        || evidence
        || crate::data::nouns::singular(&head.lower).is_some()
        || head.lower.ends_with("man")
        || head.lower.ends_with("or")
        || head.lower.ends_with("er")
        || head.lower.ends_with("ry")
        || head.lower.ends_with("nt")
        || head.lower.ends_with("cy")
        || head.lower.ends_with("ute")
        || head.lower.ends_with("guard")
        || opens
        || strong;
    let weak = matches!(
        this,
        "found"
            | "put"
            | "puts"
            | "find"
            | "finds"
            | "add"
            | "adds"
            | "added"
            | "counted"
            | "counts"
            | "think"
            | "tell"
            | "give"
            | "gives"
            | "gave"
            | "point"
            | "list"
            | "place"
            | "record"
            | "count"
            | "show"
            | "shows"
            | "showed"
            | "shown"
    ) && !(next.is_some_and(|t| t.is("that")) || evidence);
    let both = tokens[subject.clone()].iter().any(|t| t.is_any(&["neither", "nor"]));
    (verbs_own && !passive && !noun && speaker && !weak && !both).then_some(subject)
}

/// Whether the verb at `v` ends a remark that a comma sets off: ", the agency reported on Monday".
fn dated(tokens: &[Token<'_>], v: usize) -> bool {
    tokens
        .get(v + 1)
        .is_some_and(|t| t.is_any(&["on", "in", "yesterday", "earlier", "late"]))
        && (2..=6).filter_map(|n| v.checked_sub(n)).any(|k| tokens[k].text == ",")
}

/// The speaker with the apposition that the comma at `comma` closes: "a spokeswoman for the ministry, Ana Lund,".
fn apposed(tokens: &[Token<'_>], comma: usize) -> Option<Range<usize>> {
    let open = (comma.saturating_sub(9)..comma)
        .rev()
        .find(|k| tokens[*k].text == ",")?;
    // "the agency, citing an envoy, says": what the agency does is no part of its name.
    let aside = tokens.get(open + 1).is_some_and(|t| {
        t.lower.ends_with("ing") || t.is_any(&["who", "which", "quoted", "speaking", "in", "on", "at", "of"])
    });
    let start = subject_start(tokens, open);
    Some(if aside { start..open } else { start..comma })
}

/// Where the subject that ends before `end` begins: after a stop, or a word that opens another clause.
fn subject_start(tokens: &[Token<'_>], end: usize) -> usize {
    let mut start = end;
    while start > 0 && end - start <= 12 {
        let t = &tokens[start - 1];
        let stop = matches!(t.text, "," | ";" | ":" | "(" | "—" | "“" | "”" | "\"" | "?" | "!")
            || t.is_any(&[
                "that", "but", "while", "as", "although", "though", "because", "when", "if", "which", "who", "where",
                "however", "to", "will", "would", "can", "is", "are", "was", "were", "be", "than",
            ]);
        if stop {
            break;
        }
        start -= 1;
    }
    start
}

/// Where the noun ends that these words describe, if they do: "a diplomat *who served there* said", "the body *that
/// oversees the yards* said".
fn described(tokens: &[Token<'_>], words: Range<usize>) -> Option<usize> {
    let relative = words.start.checked_sub(1)?;
    let noun = &tokens[relative.checked_sub(1)?];
    let first = &tokens[words.start];
    let describes = tokens[relative].is("who")
        || (tokens[relative].is_any(&["that", "which"])
            && words.len() > 2
            && first.lower.ends_with('s')
            && !first.capital());
    (describes && noun.is_word() && !SAYING.contains(&noun.lower.as_str())).then_some(relative)
}

/// Without leading conjunctions and periods of time.
fn trimmed(tokens: &[Token<'_>], range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    while start < range.end
        && (tokens[start].is_any(&[
            "and",
            "but",
            "so",
            "yet",
            "then",
            "meanwhile",
            "in",
            "on",
            "however",
            "the",
            "'s",
        ]) || tokens[start].is_number()
            || crate::data::calendar::month(&tokens[start].lower).is_some() && tokens[start].is_word())
        && !(tokens[start].is("the"))
    {
        start += 1;
    }
    let mut end = range.end;
    while end > start
        && (tokens[end - 1].text == "." && !tokens[end - 1].is_word()
            || matches!(tokens[end - 1].text, ")" | "]" | "”" | "\""))
    {
        end -= 1;
    }
    start..end
}
