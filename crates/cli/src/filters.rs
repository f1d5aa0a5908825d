//! The engine alone, as a filter: a JSON line in, a JSON line out, in order.
//!
//! A bad line is answered with its error in its place, and the filter goes on; it exits with 1 at the end. Answers are
//! put out when the next line is not there yet, so that a program may talk to the filter line by line.

use std::io::{self, BufRead, BufReader};

use reading::{Comparison, Reading};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::agreement::{Coefficient, Table};
use crate::args::Match;
use crate::collection::Collection;
use crate::errors::{ErrorLine, Failure, Result};
use crate::output::Output;

/// A text to compare, with its date of publication where it is known.
#[derive(Deserialize)]
struct Text {
    text: String,
    #[serde(default)]
    published: Option<String>,
}

#[derive(Deserialize)]
struct ReadLine {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    published: Option<String>,
}

#[derive(Deserialize)]
struct CompareLine {
    #[serde(default)]
    id: Value,
    a: Text,
    b: Text,
}

/// One of the two is given.
#[derive(Deserialize)]
struct EdtfLine {
    #[serde(default)]
    id: Value,
    edtf: Option<String>,
    phrase: Option<String>,
}

#[derive(Deserialize)]
struct AgreementLine {
    #[serde(default)]
    id: Value,
    #[serde(flatten)]
    table: Table,
}

#[derive(Deserialize)]
struct MatchLine {
    #[serde(default)]
    id: Value,
    query: String,
}

#[derive(Serialize)]
struct Nearest<'a> {
    ranking: Vec<&'a Value>,
}

/// What is said of a date in EDTF, or of one in words.
#[derive(Serialize)]
#[serde(untagged)]
enum Dated {
    Bounds {
        valid: bool,
        from: Option<String>,
        to: Option<String>,
    },
    Written {
        edtf: Option<String>,
    },
}

#[derive(Serialize)]
struct Answer<T> {
    id: Value,
    #[serde(flatten)]
    said: T,
}

#[derive(Serialize)]
struct BadLine<'a> {
    id: Value,
    error: ErrorLine<'a>,
}

/// `gainsay read`
pub fn read(out: &mut Output) -> Result {
    each_line(out, |line: ReadLine| {
        let said = reading::read(&line.text, date(&line.published)?);
        Ok(Answer::<Reading> { id: line.id, said })
    })
}

/// `gainsay compare`
pub fn compare(out: &mut Output) -> Result {
    each_line(out, |CompareLine { id, a, b }| {
        let said = reading::compare(&a.text, date(&a.published)?, &b.text, date(&b.published)?);
        Ok(Answer::<Comparison> { id, said })
    })
}

/// `gainsay edtf`
pub fn edtf(out: &mut Output) -> Result {
    each_line(out, |EdtfLine { id, edtf, phrase }| {
        let said = match (edtf, phrase) {
            (Some(edtf), None) => {
                let bounds = reading::edtf_bounds(&edtf);
                let valid = bounds.is_some();
                let (from, to) = bounds.unwrap_or_default();
                Dated::Bounds { valid, from, to }
            }
            (None, Some(phrase)) => Dated::Written {
                edtf: reading::phrase_edtf(&phrase),
            },
            _ => return Err("Give either “edtf” or “phrase”.".to_owned()),
        };
        Ok(Answer { id, said })
    })
}

/// `gainsay agreement`
pub fn agreement(out: &mut Output) -> Result {
    each_line(out, |AgreementLine { id, table }| {
        let said = table.coefficient()?;
        Ok(Answer::<Coefficient> { id, said })
    })
}

/// How many documents a ranking names at most.
const NEAREST: usize = 20;

/// `gainsay match`
pub fn ranked(args: &Match, out: &mut Output) -> Result {
    let collection = Collection::read(&args.documents)?;
    each_line(out, |MatchLine { id, query }| {
        let ranking = collection.nearest(&query, NEAREST);
        Ok(Answer {
            id,
            said: Nearest { ranking },
        })
    })
}

/// A date of publication that can be used; none at all where it is absent or empty.
fn date(published: &Option<String>) -> std::result::Result<Option<&str>, String> {
    match published.as_deref().map(str::trim) {
        None | Some("") => Ok(None),
        Some(date) if reading::edtf_bounds(date).is_some() => Ok(Some(date)),
        Some(date) => Err(format!(
            "“{date}” is no date of publication: give EDTF or ISO 8601, such as 2018-11-30."
        )),
    }
}

fn each_line<L, A>(out: &mut Output, answer: impl Fn(L) -> std::result::Result<A, String>) -> Result
where
    L: for<'de> Deserialize<'de>,
    A: Serialize,
{
    let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut line: Vec<u8> = Vec::new();
    let mut good = true;
    let mut first = true;
    loop {
        if input.buffer().is_empty() {
            out.flush()?;
        }
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let bytes = if first {
            line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line)
        } else {
            &line
        };
        first = false;
        let answered = serde_json::from_slice::<L>(bytes)
            .map_err(|error| wrong_shape(bytes, &error))
            .and_then(&answer);
        match answered {
            Ok(answer) => out.object(&answer)?,
            Err(message) => {
                good = false;
                out.object(&BadLine {
                    id: id_of(bytes),
                    error: ErrorLine {
                        code: "invalid",
                        message: &message,
                    },
                })?;
            }
        }
    }
    out.flush()?;
    if good { Ok(()) } else { Err(Failure::Told) }
}

fn wrong_shape(line: &[u8], error: &serde_json::Error) -> String {
    if line.iter().all(u8::is_ascii_whitespace) {
        return "The line is empty: give one JSON object a line.".to_owned();
    }
    // The parser counts lines of its input, which is one line.
    let what = error
        .to_string()
        .replace(" at line 1 column", " at column")
        .replace(" at line 2 column 0", "");
    format!("The line is no input of this filter: {what}; its help shows one.")
}

/// The id of a line whose other fields cannot be used, where there is one.
fn id_of(line: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct OnlyId {
        #[serde(default)]
        id: Value,
    }
    serde_json::from_slice::<OnlyId>(line).map_or(Value::Null, |line| line.id)
}
