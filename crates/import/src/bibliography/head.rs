//! The lines between a title and the text: who, where, when.

use super::names::{after_by, names};
use super::outlets::{self, is_place, outlet};
use super::{Bibliography, Draft};
use crate::dates::{self, Found, Stated};
use crate::sentences::{Remark, Spot};
use crate::{BlockKind, Warning, shape};

/// Reads the lines of a head, one after the other.
pub(super) struct Head<'a> {
    /// What was found so far.
    pub found: &'a mut Bibliography,
    /// What the file declares beside the text, which is never overwritten.
    pub declared: Bibliography,
    /// Where doubts go.
    pub warnings: &'a mut Vec<Warning>,
    /// The first outlet that a line named, with its date.
    pub outlet: Option<(String, String)>,
    /// Whether the author was taken from lines that hold a name and nothing else: more may follow.
    pub lone: bool,
}

impl Head<'_> {
    /// Reads a line that says who, where or when; false where it says something else.
    pub fn is_byline(&mut self, text: &str) -> bool {
        // Web pages set names and dates with no-break spaces.
        let text = &text.replace(['\u{a0}', '\u{202f}'], " ");
        text.chars().count() <= 300
            && (self.is_labelled(text)
                || self.is_by_line(text)
                || self.is_dated(text)
                || self.is_address(text)
                || self.is_agency(text))
    }

    /// A name on its own line beside a date line, an office or another byline.
    pub fn is_lone_name(&mut self, drafts: &[Draft], at: usize) -> bool {
        if self.declared.author.is_some() || self.found.author.is_some() && !self.lone {
            return false;
        }
        let named = people(&drafts[at]);
        let title = self.found.title.as_deref().unwrap_or_default();
        if named.is_empty() || super::same_words(title, &drafts[at].text) {
            return false;
        }
        let beside = |d: Option<&Draft>| {
            d.is_some_and(|d| {
                d.kind == BlockKind::Byline || shape::is_date_line(&d.text) || shape::says_office(&d.text)
            })
        };
        let heading = drafts[at].kind == BlockKind::Heading;
        // Of several names, each on its line, the last one stands beside the date.
        let cased = |d: &Draft| d.kind == BlockKind::Paragraph && d.text.starts_with(char::is_uppercase);
        let more = |d: &&Draft| cased(d) && cased(&drafts[at]) && !people(d).is_empty();
        let behind = at + 1 + drafts[at + 1..].iter().take(8).take_while(more).count();
        let near = beside(drafts.get(behind)) || at > 0 && beside(drafts.get(at - 1)) && !heading;
        if near {
            self.lone = true;
            let before = self.found.author.take();
            self.found.author = Some(before.into_iter().chain(named).collect::<Vec<_>>().join("; "));
        }
        near
    }

    /// The date of publication among a line's dates: the one that says so, else the first that says nothing else.
    fn published<'f>(text: &str, found: &'f [Found]) -> Option<&'f Found> {
        #[rustfmt::skip]
        const OTHER: &[&str] = &[
            "received", "accepted", "acceptance", "submitted", "submission", "revised", "accessed", "retrieved",
            "updated", "modified", "last update", "visited", "copyright",
        ];
        let mut from = 0;
        let mut plain = None;
        for date in found {
            let before = text[from..date.start].to_lowercase();
            from = date.end;
            if ["publi", "posted", "issued", "released", "available online"]
                .iter()
                .any(|word| before.contains(word))
            {
                return Some(date);
            }
            if plain.is_none() && !OTHER.iter().any(|word| before.contains(word)) {
                plain = Some(date);
            }
        }
        plain
    }

    fn take_date(&mut self, found: &Found, text: &str) {
        let printed = &text[found.start..found.end];
        match &found.stated {
            Stated::Date(date) => {
                let known = self.found.published.as_ref();
                let finer = known.is_none_or(|known| known.len() < date.len() && date.starts_with(known.as_str()));
                if self.declared.published.is_none() && finer {
                    self.found.published = Some(date.clone());
                }
            }
            Stated::Ambiguous(year) => {
                if self.found.published.is_none() {
                    self.found.published = Some(year.clone());
                    let date = printed.to_owned();
                    self.warn(text, Remark::EitherDate { date });
                }
            }
            Stated::Impossible => {
                let date = printed.to_owned();
                self.warn(text, Remark::NoDate { date });
            }
        }
    }

    fn warn(&mut self, text: &str, remark: Remark) {
        let line = text.chars().take(60).collect();
        self.warnings.push(Warning::new(Spot::LineOfHead { line }, remark));
    }

    /// "Author: …", "Date: …", "URL: …".
    fn is_labelled(&mut self, text: &str) -> bool {
        let Some((label, value)) = text.split_once(':') else {
            return false;
        };
        let value = value.trim();
        if value.is_empty() || value.starts_with("//") || value.chars().count() > 200 {
            return false;
        }
        match label.trim().to_lowercase().as_str() {
            "author" | "authors" | "written by" | "by" => {
                let names = names(value);
                if names.is_empty() {
                    return false;
                }
                self.found.author.get_or_insert(names.join("; "));
            }
            "title" => {
                self.found.title.get_or_insert_with(|| value.to_owned());
            }
            "publisher" | "publication" | "published by" => {
                self.found.publisher.get_or_insert_with(|| value.to_owned());
            }
            "date"
            | "published"
            | "published on"
            | "publication date"
            | "date published"
            | "date of publication"
            | "posted"
            | "posted on"
            | "issued"
            | "released" => {
                let Some(found) = dates::find(value) else { return false };
                self.take_date(&found, value);
            }
            "updated" | "last updated" | "last modified" | "modified" | "accessed" | "retrieved" => {
                return dates::find(value).is_some();
            }
            "url" | "link" | "web" | "address" | "source url" => return self.is_address(value),
            _ => return false,
        }
        true
    }

    /// "By Anna Kowalski and Li Wei (3 May 2018 issue of the Gazette)", "(Reporting by Anna Kowalski; editing by …)".
    fn is_by_line(&mut self, text: &str) -> bool {
        let Some(rest) = after_by(text) else { return false };
        let rest = if text.starts_with('(') {
            rest.trim_end_matches(')')
        } else {
            rest
        };
        let rest = rest
            .split_once("diting by")
            .map_or(rest, |(rest, _)| rest.trim_end_matches(['e', 'E', ' ', ';', ',']));
        let (rest, aside) = match rest.split_once('(') {
            Some((rest, aside)) => (rest.trim(), Some(aside.trim_end_matches(')'))),
            None => (rest, None),
        };
        // What follows the names: " | Gazette", " – 3 May 2018", ", 3 May 2018".
        let cut = dates::find(rest).map_or(rest.len(), |found| found.start);
        let (who, tail) = rest.split_at(cut);
        let (who, more) = who.split_once(['|', '•', '·', '—', '–', '/']).unwrap_or((who, ""));
        let mut who = who.trim().trim_end_matches([',', '-', ':']).trim();
        for word in [" in ", " for ", " at ", " on "] {
            who = who.split(word).next().unwrap_or(who);
        }
        let desk = who.to_lowercase();
        if matches!(
            desk.as_str(),
            "admin" | "administrator" | "staff" | "editor" | "web desk" | "our correspondent"
        ) {
            return true;
        }
        let names = names(who);
        if names.is_empty() {
            return false;
        }
        self.found.author.get_or_insert(names.join("; "));
        for part in [more, tail, aside.unwrap_or_default()] {
            let sign = |c: char| c.is_whitespace() || matches!(c, '|' | '•' | '·' | '-' | '–' | '—' | ',' | '/');
            let part = part.trim_matches(sign);
            if part.is_empty() || self.is_dated(part) {
                continue;
            }
            let outlet = shape::is_title_case(part) && part.len() < 60 && !shape::says_role(part);
            if outlet && dates::find(part).is_none() && !is_place(part) {
                self.found.publisher.get_or_insert_with(|| part.to_owned());
            }
        }
        true
    }

    /// A date alone, or a date with the outlet before or behind it.
    fn is_dated(&mut self, text: &str) -> bool {
        let all = dates::find_all(text);
        let Some(first) = all.first() else { return false };
        let rest = shape::rest_of_date_line(text, &all);
        let outlet = if rest.is_empty() { None } else { Some(outlet(&rest)) };
        if outlet == Some(None) {
            return false;
        }
        let Some(date) = Head::published(text, &all) else {
            return true;
        };
        self.take_date(date, text);
        let date = first.edtf().unwrap_or_default().to_owned();
        let Some(outlet) = outlet.flatten() else { return true };
        match &self.outlet {
            _ if is_place(&outlet) || self.found.author.as_ref().is_some_and(|a| a.contains(&outlet)) => {}
            None => {
                self.found.publisher.get_or_insert_with(|| outlet.clone());
                self.outlet = Some((outlet, date));
            }
            // A second outlet with its own, not later date is where the text stood first.
            Some((first, day)) if !first.eq_ignore_ascii_case(&outlet) && date <= *day => {
                self.found.reprint_of.get_or_insert(outlet);
            }
            Some(_) => {}
        }
        true
    }

    fn is_address(&mut self, text: &str) -> bool {
        let address =
            (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(char::is_whitespace);
        if address {
            self.found.url.get_or_insert_with(|| text.to_owned());
        }
        address
    }

    /// An agency's name and nothing else.
    fn is_agency(&mut self, text: &str) -> bool {
        let agency = outlets::is_agency(text.trim_matches(|c: char| !c.is_alphanumeric()));
        if agency {
            self.found
                .publisher
                .get_or_insert_with(|| text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
        }
        agency
    }
}

/// The persons a line names, where it names them and nothing else but what they are.
fn people(line: &Draft) -> Vec<String> {
    let mark = |c: char| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | ' ');
    let text = line.text.trim_end_matches(mark);
    let (who, role) = text.split_once([',', '|']).unwrap_or((text, ""));
    let people = if role.is_empty() || shape::says_role(role) {
        vec![who.trim().to_owned()]
    } else {
        names(text)
    };
    match people.iter().all(|name| shape::is_name(name)) {
        true => people,
        false => Vec::new(),
    }
}
