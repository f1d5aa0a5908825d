//! Questions: what one asks, a well-worded one for a new claim, and how near two texts are for ranking.

use crate::compare::words::terms;
use crate::data::countries::PARTIES;
use crate::data::stopwords::STOPWORDS;
use crate::token::{Token, tokens};
use crate::{Answer, Asks, Dimension, Quantity, Reading, Relation, answer_value, compare, entity};

/// What a question asks: from its wording, else from its answers (all with values: how much; all with an onset: when), else whether.
pub fn asks(question: &str, answers: &[Answer<'_>]) -> Asks {
    let words: Vec<String> = tokens(question)
        .into_iter()
        .filter(|t| t.is_word())
        .map(|t| t.lower)
        .collect();
    let at = |i: usize| words.get(i).map_or("", String::as_str);
    match (at(0), at(1)) {
        ("when", _)
        | ("since" | "until" | "from" | "by", "when")
        | ("what" | "which" | "in", "year" | "month" | "date" | "day")
        | ("date" | "start" | "beginning" | "onset", "of") => return Asks::When,
        ("in" | "on" | "from", "what" | "which") if matches!(at(2), "year" | "month" | "day" | "date") => {
            return Asks::When;
        }
        (
            "how",
            "many" | "much" | "large" | "big" | "high" | "long" | "far" | "old" | "often" | "deep" | "heavy" | "tall",
        ) => return Asks::HowMuch,
        ("who" | "whom" | "whose", _) | ("with" | "by" | "to" | "between", "whom") => return Asks::Who,
        (
            "which" | "what",
            "countries" | "country" | "states" | "state" | "parties" | "party" | "side" | "sides" | "governments"
            | "government" | "group" | "groups" | "organisations" | "organizations" | "company" | "companies"
            | "members",
        ) => return Asks::Who,
        ("between" | "with" | "by" | "among", "which") if matches!(at(2), "countries" | "parties" | "states") => {
            return Asks::Who;
        }
        ("participants" | "parties" | "members" | "signatories", _) => return Asks::Who,
        (
            "is" | "are" | "was" | "were" | "did" | "does" | "do" | "has" | "have" | "had" | "will" | "would" | "can"
            | "could" | "may" | "whether",
            _,
        ) => return Asks::Whether,
        _ => {}
    }
    let measured = [
        "volume",
        "value",
        "number",
        "size",
        "amount",
        "share",
        "cost",
        "price",
        "percentage",
        "total",
        "rate",
        "length",
        "level",
        "turnover",
        "quantity",
        "extent",
        "population",
        "toll",
        "strength",
        "worth",
        "budget",
    ];
    if words.iter().take(4).any(|w| measured.contains(&w.as_str()))
        || words.windows(2).any(|w| w[0] == "in" && w[1] == "dollars")
        || matches!(
            (at(words.len().saturating_sub(2)), at(words.len().saturating_sub(1))),
            ("us", "dollars")
        )
    {
        return Asks::HowMuch;
    }
    if !answers.is_empty() && answers.iter().all(|a| a.value.is_some()) {
        return Asks::HowMuch;
    }
    let onset = |a: &Answer<'_>| a.value.is_none() && a.period.is_some_and(|p| p.relation == Relation::Since);
    if !answers.is_empty() && answers.iter().all(onset) {
        Asks::When
    } else {
        Asks::Whether
    }
}

/// A question that the statement answers, well worded, and what it asks: "Russia–Pakistan trade in 2018, in USD?". `None` where
/// the words give no hold.
pub fn propose_question(statement: &str, reading: &Reading) -> Option<(String, Asks)> {
    let tokens = tokens(statement);
    if !tokens.iter().any(Token::is_word) {
        return None;
    }
    let answer = answer_value(reading);
    let quantity = answer.and_then(|v| {
        reading
            .quantities
            .iter()
            .find(|q| q.low == v.low && q.high == v.high && q.unit == v.unit)
    });
    if let Some(q) = quantity.filter(|q| q.dimension != Dimension::Duration) {
        return Some((how_much(&tokens, reading, q), Asks::HowMuch));
    }
    let subject = affirmative(&clause(&tokens, reading));
    if subject.is_empty() {
        return None;
    }
    let (question, asked) = asked(&subject);
    if reading
        .periods
        .iter()
        .any(|p| p.relation == Relation::Since && p.from.is_some())
    {
        let lowered = if asked { uncapital(&question) } else { question };
        return Some((
            format!("Since when{} {lowered}?", if asked { "" } else { ":" }),
            Asks::When,
        ));
    }
    Some((
        if asked {
            format!("{question}?")
        } else {
            format!("Is it so that {question}?")
        },
        Asks::Whether,
    ))
}

/// The proposition in its affirmative form: without "there are reports that", "denied that", "no solid evidence of".
fn affirmative(clause: &str) -> String {
    let words: Vec<&str> = clause.split(' ').collect();
    let lower = |i: usize| words.get(i).map_or(String::new(), |w| w.to_lowercase());
    if let Some(k) = (0..words.len().min(9)).find(|k| matches!(lower(*k).as_str(), "evidence" | "proof")) {
        match lower(k + 1).as_str() {
            "that" => return words[k + 2..].join(" "),
            "of" | "for" => return format!("there is {}", words[k..].join(" ")),
            _ => {}
        }
    }
    if let Some(k) = (0..words.len().min(5)).find(|k| {
        lower(*k) == "that"
            && *k > 0
            && matches!(
                lower(k - 1).as_str(),
                "denied"
                    | "denies"
                    | "deny"
                    | "reports"
                    | "reported"
                    | "claims"
                    | "claimed"
                    | "alleged"
                    | "alleges"
                    | "allegations"
                    | "rejected"
                    | "confirmed"
                    | "announced"
            )
    }) {
        return words[k + 1..].join(" ");
    }
    let kept: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(i, w)| {
            !(matches!(**w, "not" | "never")
                && *i > 0
                && !matches!(words[i - 1].trim_end_matches(','), "but" | "and" | "or"))
        })
        .map(|(_, w)| *w)
        .collect();
    kept.join(" ")
}

/// Irregular pasts and their participles; regular ones end in -ed and are their own.
const PARTICIPLES: &[(&str, &str)] = &[
    ("took", "taken"),
    ("began", "begun"),
    ("gave", "given"),
    ("went", "gone"),
    ("fell", "fallen"),
    ("rose", "risen"),
    ("grew", "grown"),
    ("flew", "flown"),
    ("broke", "broken"),
    ("chose", "chosen"),
    ("wrote", "written"),
    ("became", "become"),
    ("came", "come"),
    ("drew", "drawn"),
    ("withdrew", "withdrawn"),
    ("saw", "seen"),
    ("shrank", "shrunk"),
    ("sank", "sunk"),
    ("ran", "run"),
    ("did", "done"),
    ("spoke", "spoken"),
    ("forbade", "forbidden"),
    ("showed", "shown"),
    ("knew", "known"),
    ("met", "met"),
    ("held", "held"),
    ("sold", "sold"),
    ("bought", "bought"),
    ("sent", "sent"),
    ("built", "built"),
    ("lost", "lost"),
    ("won", "won"),
    ("left", "left"),
    ("led", "led"),
    ("made", "made"),
    ("paid", "paid"),
    ("spent", "spent"),
    ("brought", "brought"),
    ("fought", "fought"),
    ("fled", "fled"),
    ("got", "got"),
    ("said", "said"),
    ("kept", "kept"),
    ("lent", "lent"),
    ("dealt", "dealt"),
    ("sought", "sought"),
    ("stood", "stood"),
    ("told", "told"),
    ("struck", "struck"),
    ("shot", "shot"),
    ("found", "found"),
    ("had", "had"),
];

/// Whether a word is an irregular past.
pub(crate) fn is_past(word: &str) -> bool {
    PARTICIPLES.iter().any(|(past, _)| *past == word)
}

/// The clause as a question, and whether it could be made one: "Russia lifted its embargo" → "Has Russia lifted its embargo".
fn asked(clause: &str) -> (String, bool) {
    let words: Vec<&str> = clause.split(' ').collect();
    let stop = |w: &str| {
        w.ends_with([',', ';', ':'])
            || ["that", "which", "who", "because", "although", "while", "when", "if"].contains(&w)
    };
    for v in 1..words.len().min(9) {
        if stop(words[v - 1]) {
            break;
        }
        let word = words[v];
        let subject = words[..v].join(" ");
        let rest = words[v + 1..].join(" ");
        if [
            "is", "are", "was", "were", "has", "have", "had", "will", "may", "might", "could", "can", "would", "should",
        ]
        .contains(&word)
        {
            return (
                format!("{} {subject} {rest}", capital(word, true))
                    .trim_end()
                    .to_owned(),
                true,
            );
        }
        let participle = PARTICIPLES
            .iter()
            .find(|(past, _)| *past == word)
            .map(|(_, p)| *p)
            .or((word.ends_with("ed") && word.len() > 4 && !STOPWORDS.contains(&words[v - 1])).then_some(word));
        if let Some(participle) = participle {
            let head = words[v - 1];
            let plural = words[..v].contains(&"and")
                || ["they", "we", "you", "i"].contains(&head)
                || crate::data::nouns::singular(head).is_some()
                    && crate::data::countries::find(&head.to_lowercase()).is_none();
            return (
                format!("{} {subject} {participle} {rest}", if plural { "Have" } else { "Has" })
                    .trim_end()
                    .to_owned(),
                true,
            );
        }
    }
    (clause.to_owned(), false)
}

/// "in 2018", "since 2014": the scope in the statement's own words.
fn scope(reading: &Reading) -> String {
    let Some(p) = reading.periods.iter().find(|p| p.from.is_some() || p.to.is_some()) else {
        return String::new();
    };
    let when = crate::When {
        edtf: p.edtf.clone(),
        from: p.from.clone(),
        to: p.to.clone(),
        relation: p.relation,
        hedge: p.hedge,
    };
    format!(" {}", crate::say::when(&when))
}

/// Measure words that name what a sum or a number is of.
const MEASURES: &[&str] = &[
    "trade",
    "turnover",
    "exports",
    "imports",
    "aid",
    "debt",
    "investment",
    "budget",
    "spending",
    "revenue",
    "reserves",
    "output",
    "production",
    "loan",
    "loans",
    "grant",
    "deal",
    "contract",
    "cost",
    "price",
    "fine",
    "assistance",
    "remittances",
    "income",
    "gdp",
    "deficit",
    "surplus",
    "population",
    "capacity",
    "casualties",
    "losses",
    "sales",
    "growth",
    "inflation",
    "turnout",
    "unemployment",
    "commerce",
    "funding",
    "expenditure",
];

fn how_much(tokens: &[Token<'_>], reading: &Reading, q: &Quantity) -> String {
    let parties = named(tokens);
    let scope = scope(reading);
    let measure = tokens
        .iter()
        .filter(|t| t.end <= q.start || t.start >= q.end)
        .find(|t| MEASURES.contains(&t.lower.as_str()))
        .map(|t| t.lower.clone());
    let rate = q.per.as_deref().map(|p| format!(" per {p}")).unwrap_or_default();
    match (q.dimension, q.unit.as_deref(), measure) {
        (Dimension::Count, Some(unit), _) => {
            let nouns = noun_phrase(tokens, q, unit);
            let verb = predicate(tokens, q);
            // The parties that the noun phrase does not name itself.
            let told = named(&crate::token::tokens(&nouns));
            let others: Vec<String> = parties.iter().filter(|p| !told.contains(p)).cloned().collect();
            let others = if others.is_empty() {
                String::new()
            } else {
                format!(" ({})", others.join("–"))
            };
            if verb.is_empty() {
                format!("Number of {nouns}{rate}{scope}{others}?")
            } else {
                format!("How many {nouns} were {verb}{scope}?")
            }
        }
        (_, unit, Some(measure)) => {
            let unit = unit.map(|u| format!(", in {}", spelled(u))).unwrap_or_default();
            let change = if q.change.is_some() { "Change in " } else { "" };
            let whose = match parties.as_slice() {
                [] => capital(&measure, change.is_empty()),
                [a, b, ..] if measure == "trade" || measure == "turnover" || measure == "commerce" => {
                    format!("{a}–{b} {measure}")
                }
                [a, ..] => format!("{} {measure}", possessive(a)),
            };
            format!("{change}{whose}{rate}{scope}{unit}?")
        }
        (_, unit, None) => {
            let subject = clause_before(tokens, q.start, reading);
            let unit = unit.map(|u| format!(", in {}", spelled(u))).unwrap_or_default();
            if subject.is_empty() {
                format!("How much{}{rate}{scope}{unit}?", of(&parties))
            } else {
                format!("How much: {subject}{rate}{scope}{unit}?")
            }
        }
    }
}

fn spelled(unit: &str) -> String {
    match unit {
        "USD" => "US dollars".to_owned(),
        "EUR" => "euros".to_owned(),
        "GBP" => "pounds sterling".to_owned(),
        "percent" | "ratio" => "per cent".to_owned(),
        other => other.to_owned(),
    }
}

fn possessive(name: &str) -> String {
    if name.ends_with('s') {
        format!("{name}’")
    } else {
        format!("{name}’s")
    }
}

fn of(parties: &[String]) -> String {
    if parties.is_empty() {
        String::new()
    } else {
        format!(": {}", parties.join("–"))
    }
}

fn capital(text: &str, first: bool) -> String {
    let mut chars = text.chars();
    if !first {
        return text.to_owned();
    }
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

fn uncapital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

/// The parties in the order they are named.
fn named(tokens: &[Token<'_>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for m in entity::mentions(tokens).into_iter().filter(|m| !m.excluded) {
        let name = PARTIES[m.row].name.to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The counted noun with its modifiers as written: "Mi-35M assault helicopters".
fn noun_phrase(tokens: &[Token<'_>], q: &Quantity, unit: &str) -> String {
    let after: Vec<&Token<'_>> = tokens.iter().filter(|t| t.start >= q.end).take(8).collect();
    let head = after.iter().position(|t| {
        crate::data::nouns::singular(t.text).is_some_and(|s| s.eq_ignore_ascii_case(unit))
            || t.text.eq_ignore_ascii_case(unit)
    });
    match head {
        Some(h) => {
            let mut words = String::new();
            for t in &after[..=h] {
                if !words.is_empty() && t.spaced {
                    words.push(' ');
                }
                words.push_str(t.text);
            }
            words
                .trim_start_matches("of ")
                .trim_start_matches("the ")
                .trim_start_matches(['-', '–'])
                .to_owned()
        }
        None => {
            if unit == "person" {
                "people".to_owned()
            } else {
                format!("{unit}s")
            }
        }
    }
}

/// "did Russia deliver to Pakistan" cannot be built without grammar; the statement's own subject and verb are put behind.
fn predicate(tokens: &[Token<'_>], q: &Quantity) -> String {
    let before: Vec<&Token<'_>> = tokens.iter().filter(|t| t.end <= q.start).collect();
    let names = named(tokens);
    // Subject, past participle, number: "Russia delivered four helicopters to Pakistan" → "were delivered by Russia".
    let verb = before
        .iter()
        .rposition(|t| t.is_word() && t.lower.ends_with("ed") && t.lower.len() > 4);
    match (verb, names.first()) {
        (Some(v), Some(name)) if v + 4 >= before.len() => {
            let to = tokens
                .iter()
                .filter(|t| t.start >= q.end)
                .zip(tokens.iter().filter(|t| t.start >= q.end).skip(1))
                .find(|(t, n)| t.is("to") && n.capital())
                .map(|(_, n)| format!(" to {}", n.text))
                .unwrap_or_default();
            format!("{} by {name}{to}", before[v].lower)
        }
        _ => String::new(),
    }
}

/// The statement without its periods, credit and closing mark, as a clause.
fn clause(tokens: &[Token<'_>], reading: &Reading) -> String {
    clause_before(tokens, usize::MAX, reading)
}

fn clause_before(tokens: &[Token<'_>], end: usize, reading: &Reading) -> String {
    let inside = |t: &Token<'_>| {
        let led =
            |start: usize| t.is_any(&["in", "on", "during", "at", "of", "as"]) && t.end < start && start - t.end <= 1;
        reading
            .periods
            .iter()
            .any(|p| (t.start >= p.start && t.end <= p.end) || led(p.start))
            || reading
                .attributed_to
                .iter()
                .any(|s| t.start >= s.start && t.end <= s.end)
    };
    let kept: Vec<&Token<'_>> = tokens.iter().filter(|t| t.end <= end && !inside(t)).collect();
    let mut words = String::new();
    let hanging = [
        "in",
        "on",
        "since",
        "during",
        "about",
        "around",
        "some",
        "more",
        "than",
        "at",
        "by",
        "to",
        "of",
        "nearly",
        "almost",
        "over",
        "was",
        "is",
        "and",
        "the",
        ",",
        "according",
        ".",
        "that",
        "said",
        "says",
        "has",
    ];
    let mut list = kept.as_slice();
    while let Some((last, rest)) = list.split_last() {
        if hanging.contains(&last.lower.as_str())
            || !last.is_word() && !last.is_number() && last.text != ")" && last.text != "”"
        {
            list = rest
        } else {
            break;
        }
    }
    while let Some((first, rest)) = list.split_first() {
        if [
            "in",
            "on",
            "since",
            ",",
            "that",
            "according",
            "to",
            "said",
            "says",
            "however",
            "moreover",
            "but",
            "and",
            "also",
        ]
        .contains(&first.lower.as_str())
            && rest.len() > 2
            || !first.is_word() && !first.is_number() && first.text != "“" && first.text != "$"
        {
            list = rest
        } else {
            break;
        }
    }
    for (i, t) in list.iter().enumerate().take(40) {
        if t.is_any(&["in", "on", "since", "during"])
            && list
                .get(i + 1)
                .is_some_and(|n| n.start > t.end + 1 && matches!(n.text, "," | "." | "and"))
        {
            continue;
        }
        if t.spaced && !words.is_empty() && !matches!(t.text, "," | "." | ";") {
            words.push(' ');
        }
        let opening = tokens.first().is_some_and(|f| f.start == t.start)
            && !entity::mentions(&tokens[..1]).iter().any(|m| m.first == 0);
        let common = STOPWORDS.contains(&t.lower.as_str())
            || !t.capital()
            || (opening && crate::data::nouns::singular(&t.lower).is_some());
        let lowered = i == 0 && common;
        words.push_str(if lowered { &t.lower } else { t.text });
    }
    words.trim().trim_end_matches([',', '.', ';', ':']).trim().to_owned()
}

/// How near two texts are, 0 to 1, for ranking existing questions against a new claim: rare words weigh more, parties are folded
/// to one name, words to their group. Symmetric; 1 for a text and itself.
pub fn similarity(a: &str, b: &str) -> f64 {
    let (x, y) = (tokens(a), tokens(b));
    let (mut s, mut t) = (terms(&x, &[]), terms(&y, &[]));
    // A year is a rare word.
    for (tokens, terms) in [(&x, &mut s), (&y, &mut t)] {
        for token in tokens.iter().filter(|t| t.is_number()) {
            terms.insert(
                token.text.to_owned(),
                compare::words::Term {
                    weight: 1.5,
                    name: false,
                },
            );
        }
    }
    if s.is_empty() || t.is_empty() {
        return if s.is_empty() && t.is_empty() && a.trim() == b.trim() {
            1.0
        } else {
            0.0
        };
    }
    // Long words are rarer than short ones.
    let weight = |k: &str, w: f64| w * (1.0 + 0.1 * (k.chars().count().min(12) as f64 - 4.0).max(0.0));
    let sum = |m: &std::collections::BTreeMap<String, compare::words::Term>| {
        m.iter().map(|(k, v)| weight(k, v.weight)).sum::<f64>()
    };
    let shared: f64 = s
        .iter()
        .filter_map(|(k, v)| t.get(k).map(|u| weight(k, v.weight.min(u.weight))))
        .sum();
    let dice = 2.0 * shared / (sum(&s) + sum(&t));
    let cover = shared / sum(&s).min(sum(&t));
    (0.6 * dice + 0.4 * cover).clamp(0.0, 1.0)
}
