//! Who wrote it, where and when: title, bylines and date lines at the head of a text, in every format.
//!
//! Only what the text states is taken, from its first lines or from the words that name an original. What a file declares
//! beside the text (front matter, a page's meta elements) comes first and is never overwritten.

use crate::dates::{self, Stated};
use crate::draft::Draft;
use crate::{BlockKind, Warning, shape};

/// What a document says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Bibliography {
    /// Title.
    pub title: Option<String>,
    /// Authors, joined by "; ".
    pub author: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Date of publication in EDTF.
    pub published: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Language tag.
    pub language: Option<String>,
    /// The original it was taken from.
    pub reprint_of: Option<String>,
}

/// How many blocks may stand before the text itself.
const HEAD: usize = 24;

/// Reads the head of the text: names title, bylines and captions, and fills what `found` still lacks.
pub(crate) fn read_head(drafts: &mut Vec<Draft>, found: &mut Bibliography, warnings: &mut Vec<Warning>) {
    join_split_title(drafts);
    let declared = found.clone();
    let mut reading = Head {
        found,
        declared,
        warnings,
        outlet: None,
    };
    let end = head_end(drafts);
    let mut titled = false;
    for at in 0..end {
        let draft = &drafts[at];
        if matches!(
            draft.kind,
            BlockKind::Title | BlockKind::Footnote | BlockKind::Row | BlockKind::Item
        ) {
            titled |= draft.kind == BlockKind::Title;
            continue;
        }
        let kind = if reading.is_byline(&draft.text) {
            Some(BlockKind::Byline)
        } else if shape::is_caption(&draft.text) {
            Some(BlockKind::Caption)
        } else if is_label(&draft.text) {
            Some(BlockKind::Furniture)
        } else if !titled && may_be_title(drafts, at, end, reading.declared.title.as_deref()) {
            titled = true;
            reading.found.title.get_or_insert_with(|| draft.text.clone());
            Some(BlockKind::Title)
        } else if titled && draft.kind != BlockKind::Byline && reading.is_lone_name(drafts, at) {
            Some(BlockKind::Byline)
        } else {
            None
        };
        if let Some(kind) = kind {
            drafts[at].kind = kind;
            drafts[at].level = 0;
        }
    }
    for draft in drafts.iter().filter(|d| !matches!(d.kind, BlockKind::Footnote)) {
        if found.reprint_of.is_none() {
            found.reprint_of = names_original(&draft.text);
        }
    }
    if found.publisher.is_none() {
        found.publisher = drafts.iter().skip(end).take(2).find_map(|d| dateline_agency(&d.text));
    }
    if found.author.is_none() {
        found.author = drafts
            .iter()
            .rev()
            .filter(|d| d.kind == BlockKind::Paragraph)
            .take(3)
            .find_map(|d| introduced(&d.text));
    }
    if found.reprint_of.is_some() && found.reprint_of == found.publisher {
        found.reprint_of = None;
    }
}

/// Where the text itself begins: at the first paragraph that reads as prose.
fn head_end(drafts: &[Draft]) -> usize {
    let prose = |d: &Draft| {
        let length = d.text.chars().count();
        matches!(d.kind, BlockKind::Paragraph | BlockKind::Quote)
            && (length >= 200 || length >= 90 && crate::plain::ends_sentence(&d.text))
            && !shape::is_caption(&d.text)
    };
    drafts
        .iter()
        .take(HEAD)
        .position(prose)
        .unwrap_or(drafts.len().min(HEAD))
}

/// Joins a title that was printed on two lines.
fn join_split_title(drafts: &mut Vec<Draft>) {
    let Some(at) = drafts
        .iter()
        .take(4)
        .position(|d| d.kind == BlockKind::Heading || d.kind == BlockKind::Paragraph)
    else {
        return;
    };
    let Some(next) = drafts.get(at + 1) else { return };
    let short = |d: &Draft| {
        d.text.chars().count() <= 90 && !d.gap && matches!(d.kind, BlockKind::Heading | BlockKind::Paragraph)
    };
    let first = &drafts[at].text;
    let last_word = first.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let hangs = first.ends_with([',', ':', '-', '–', '—', '&'])
        || matches!(
            last_word.as_str(),
            "and" | "of" | "the" | "in" | "on" | "for" | "to" | "with" | "a" | "an" | "or" | "from" | "by" | "at"
        );
    let goes_on = next.text.starts_with(char::is_lowercase) && !next.text.to_lowercase().starts_with("by ");
    let level = drafts[at].level == next.level;
    if short(&drafts[at])
        && short(next)
        && level
        && (hangs || goes_on)
        && shape::may_be_heading(first.trim_end_matches([',', ':', '-', '–', '—']))
    {
        let next = drafts.remove(at + 1);
        drafts[at].text = format!("{} {}", drafts[at].text, next.text);
    }
}

/// Headings that open a part of any paper and title none.
pub(crate) fn is_part_name(text: &str) -> bool {
    const PARTS: &[&str] = &[
        "abstract",
        "introduction",
        "summary",
        "executive summary",
        "background",
        "contents",
        "table of contents",
        "foreword",
        "preface",
        "key points",
        "highlights",
        "overview",
        "conclusion",
        "conclusions",
        "keywords",
        "notes",
        "references",
        "acknowledgements",
        "acknowledgments",
        "bibliography",
    ];
    let bare = text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    PARTS.contains(&bare.as_str())
}

fn may_be_title(drafts: &[Draft], at: usize, end: usize, declared: Option<&str>) -> bool {
    let text = &drafts[at].text;
    if is_part_name(text) || text.chars().count() > 250 {
        return false;
    }
    if let Some(declared) = declared {
        return same_words(declared, text);
    }
    // A heading straight over the first paragraph is a title where something stands between or it is the first of several.
    let top = drafts[at].kind == BlockKind::Heading && drafts[at].level == 1;
    let first = drafts[..at]
        .iter()
        .all(|d| matches!(d.kind, BlockKind::Byline | BlockKind::Furniture | BlockKind::Caption));
    top || first && (shape::may_be_heading(text) || drafts[at].kind == BlockKind::Heading) && end < drafts.len()
}

/// The same title, whatever became of quotes, case and blanks.
pub(crate) fn same_words(a: &str, b: &str) -> bool {
    let letters = |s: &str| {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let (a, b) = (letters(a), letters(b));
    !a.is_empty()
        && (a == b || a.chars().count() > 20 && b.starts_with(&a) || b.chars().count() > 20 && a.starts_with(&b))
}

struct Head<'a> {
    found: &'a mut Bibliography,
    declared: Bibliography,
    warnings: &'a mut Vec<Warning>,
    /// The first outlet that a line named, with its date.
    outlet: Option<(String, String)>,
}

impl Head<'_> {
    /// Reads a line that says who, where or when; false where it says something else.
    fn is_byline(&mut self, text: &str) -> bool {
        // Web pages set names and dates with no-break spaces.
        let text = &text.replace(['\u{a0}', '\u{202f}'], " ");
        text.chars().count() <= 200
            && (self.is_labelled(text) || self.is_by_line(text) || self.is_dated(text) || self.is_address(text))
    }

    fn take_date(&mut self, found: &dates::Found, text: &str) {
        match &found.stated {
            Stated::Date(date) => {
                let finer = self
                    .found
                    .published
                    .as_ref()
                    .is_none_or(|known| known.len() < date.len() && date.starts_with(known.as_str()));
                if self.declared.published.is_none() && finer && !says_updated(text) {
                    self.found.published = Some(date.clone());
                }
            }
            Stated::Ambiguous(year) => {
                if self.found.published.is_none() {
                    self.found.published = Some(year.clone());
                    self.warn(
                        text,
                        format!(
                            "“{}” can be read with day or month first: only the year was taken.",
                            &text[found.start..found.end]
                        ),
                    );
                }
            }
            Stated::Impossible => {
                self.warn(
                    text,
                    format!(
                        "“{}” is no date and was not taken as the date of publication.",
                        &text[found.start..found.end]
                    ),
                );
            }
        }
    }

    fn warn(&mut self, text: &str, message: String) {
        let place = format!("the line “{}”", text.chars().take(60).collect::<String>());
        self.warnings.push(Warning { place, message });
    }

    /// "Author: …", "Date: …", "URL: …".
    fn is_labelled(&mut self, text: &str) -> bool {
        let Some((label, value)) = text.split_once(':') else {
            return false;
        };
        let value = value.trim();
        if value.is_empty() || value.starts_with("//") {
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
            "date" | "published" | "published on" | "publication date" | "date published" | "posted" | "issued"
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

    /// "By Anna Kowalski and Li Wei (3 May 2018 issue of the Gazette)".
    fn is_by_line(&mut self, text: &str) -> bool {
        let Some(rest) = after_by(text) else { return false };
        let (rest, aside) = match rest.split_once('(') {
            Some((rest, aside)) => (rest.trim(), Some(aside.trim_end_matches(')'))),
            None => (rest, None),
        };
        // What follows the names: " | Gazette", " – 3 May 2018", ", 3 May 2018".
        let cut = dates::find(rest).map_or(rest.len(), |found| found.start);
        let (who, tail) = rest.split_at(cut);
        let (who, more) = who
            .split_once(['|', '•', '·', '—', '–', '/'])
            .map_or((who, ""), |(who, more)| (who, more));
        let mut who = who.trim().trim_end_matches([',', '-', ':']).trim();
        for word in [" in ", " for ", " at "] {
            who = who.split(word).next().unwrap_or(who);
        }
        let names = names(who);
        if names.is_empty() {
            return false;
        }
        self.found.author.get_or_insert(names.join("; "));
        for part in [more, tail, aside.unwrap_or_default()] {
            let part = part.trim_matches(|c: char| {
                c.is_whitespace() || matches!(c, '|' | '•' | '·' | '-' | '–' | '—' | ',' | '/')
            });
            if !part.is_empty()
                && !self.is_dated(part)
                && shape::is_title_case(part)
                && part.len() < 60
                && dates::find(part).is_none()
                && !shape::says_role(part)
            {
                self.found.publisher.get_or_insert_with(|| part.to_owned());
            }
        }
        true
    }

    /// A date alone, or a date with the outlet before or behind it.
    fn is_dated(&mut self, text: &str) -> bool {
        let Some(found) = dates::find(text) else { return false };
        let rest = shape::rest_of_date_line(text, &found);
        if rest.is_empty() {
            self.take_date(&found, text);
            return true;
        }
        let Some(outlet) = outlet(&rest) else { return false };
        self.take_date(&found, text);
        let date = found.edtf().unwrap_or_default().to_owned();
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

    /// A name on its own line beside a date line or another byline.
    fn is_lone_name(&mut self, drafts: &[Draft], at: usize) -> bool {
        let text = &drafts[at].text;
        let (who, role) = text.split_once([',', '|']).unwrap_or((text, ""));
        if !shape::is_name(who.trim()) || !(role.is_empty() || shape::says_role(role)) || self.found.author.is_some() {
            return false;
        }
        let beside = |d: Option<&Draft>| d.is_some_and(|d| d.kind == BlockKind::Byline || shape::is_date_line(&d.text));
        let near =
            beside(drafts.get(at + 1)) || at > 0 && beside(drafts.get(at - 1)) && drafts[at].kind != BlockKind::Heading;
        if near {
            self.found.author = Some(who.trim().to_owned());
        }
        near
    }
}

fn says_updated(text: &str) -> bool {
    let lower = text.to_lowercase();
    (lower.contains("updated")
        || lower.contains("modified")
        || lower.contains("accessed")
        || lower.contains("retrieved"))
        && !lower.contains("published")
}

/// What follows "By" in a byline.
fn after_by(text: &str) -> Option<&str> {
    const OPENERS: &[&str] = &[
        "by ",
        "by: ",
        "written by ",
        "authored by ",
        "story by ",
        "words by ",
        "reported by ",
        "analysis by ",
        "opinion by ",
        "von ",
        "par ",
        "por ",
        "автор ",
    ];
    let text = text.trim_start_matches(['*', '_', '–', '—', '-', ' ']);
    OPENERS.iter().find_map(|opener| {
        let head = text.get(..opener.len())?;
        (head.to_lowercase() == *opener).then(|| text[opener.len()..].trim())
    })
}

/// The persons, or the one desk, that a byline names; none where the words are no names.
pub(crate) fn names(text: &str) -> Vec<String> {
    let text = text.trim().trim_end_matches(['.', ',']);
    let parts: Vec<&str> = text
        .split([',', ';', '&'])
        .flat_map(|part| part.split(" and "))
        .map(|part| part.trim().trim_start_matches("and ").trim())
        .map(|part| {
            ["Dr. ", "Dr ", "Prof. ", "Professor "]
                .iter()
                .find_map(|title| part.strip_prefix(title))
                .unwrap_or(part)
        })
        .filter(|part| !part.is_empty())
        .collect();
    let mut names: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if shape::is_name(part) {
            names.push((*part).to_owned());
        } else if at == 0 {
            // One word or an office: an agency or a desk, if nothing else stands there.
            let desk = part.split_whitespace().count() <= 4
                && part.starts_with(char::is_uppercase)
                && shape::is_title_case(part)
                && part.len() <= 40
                && !part.chars().any(|c| c.is_ascii_digit())
                && parts.len() == 1
                && (part.split_whitespace().count() == 1 || shape::says_role(part));
            return if desk { vec![(*part).to_owned()] } else { Vec::new() };
        }
    }
    names
}

/// The outlet in the words beside a date: "the Harbour Gazette", "issue of the Gazette".
fn outlet(rest: &str) -> Option<String> {
    let mut name = rest.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '|' | '•' | '·' | '(' | ')' | ':')
    });
    for lead in ["issue of ", "edition of ", "in ", "by ", "the ", "The "] {
        name = name.strip_prefix(lead).unwrap_or(name).trim();
    }
    let words = name.split_whitespace().count();
    let sound = (1..=8).contains(&words)
        && name.chars().count() <= 70
        && name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && shape::is_title_case(name)
        && !name.contains(['|', '?', '!', ';', '“', '"'])
        && name.chars().any(char::is_alphabetic);
    let name = name.trim_end_matches(['.', ',']);
    (sound && !is_label(name)).then(|| name.to_owned())
}

/// Cities that stand before a date as the place of writing.
fn is_place(name: &str) -> bool {
    const PLACES: &[&str] = &[
        "amman",
        "ankara",
        "astana",
        "athens",
        "baghdad",
        "bangkok",
        "beijing",
        "beirut",
        "berlin",
        "brussels",
        "cairo",
        "canberra",
        "delhi",
        "dhaka",
        "doha",
        "dubai",
        "dushanbe",
        "geneva",
        "hong kong",
        "islamabad",
        "istanbul",
        "jakarta",
        "jerusalem",
        "kabul",
        "karachi",
        "kyiv",
        "kiev",
        "lagos",
        "lahore",
        "london",
        "madrid",
        "manila",
        "mexico city",
        "minsk",
        "moscow",
        "nairobi",
        "new delhi",
        "new york",
        "ottawa",
        "paris",
        "peshawar",
        "prague",
        "riyadh",
        "rome",
        "seoul",
        "shanghai",
        "singapore",
        "stockholm",
        "sydney",
        "tashkent",
        "tehran",
        "tel aviv",
        "tokyo",
        "toronto",
        "vienna",
        "warsaw",
        "washington",
        "washington dc",
        "washington, dc",
        "united nations",
        "kathmandu",
        "colombo",
        "bishkek",
        "baku",
        "tbilisi",
        "yerevan",
    ];
    PLACES.contains(&name.to_lowercase().trim_end_matches('.'))
}

/// Labels a site puts over a text: section, topics, buttons.
fn is_label(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "published in ",
        "posted in ",
        "filed under",
        "region:",
        "regions:",
        "theme:",
        "themes:",
        "topic:",
        "topics:",
        "tags:",
        "tag:",
        "category:",
        "categories:",
        "section:",
        "share",
        "in-depth report:",
        "home >",
        "home ›",
        "home »",
        "you are here",
        "skip to ",
        "print this",
        "email this",
        "listen to ",
        "advertisement",
        "subscribe",
        "sign in",
        "log in",
        "menu",
    ];
    let lower = text.to_lowercase();
    text.len() <= 160
        && (LABELS.iter().any(|label| lower.starts_with(label)) && !crate::plain::ends_sentence(text)
            || is_reading_time(&lower))
}

fn is_reading_time(lower: &str) -> bool {
    lower.len() <= 40
        && (lower.ends_with("min read")
            || lower.ends_with("minute read")
            || lower.ends_with("minutes read")
            || lower.starts_with("reading time"))
}

/// The original that a line names: "The original source of this article is X", "First published by X".
fn names_original(text: &str) -> Option<String> {
    const OPENERS: &[&str] = &[
        "the original source of this article is ",
        "the original source of this article: ",
        "original source: ",
        "originally published by ",
        "originally published in ",
        "originally published on ",
        "originally published at ",
        "originally appeared in ",
        "originally appeared on ",
        "originally appeared at ",
        "first published by ",
        "first published in ",
        "first published on ",
        "first published at ",
        "first appeared in ",
        "first appeared on ",
        "republished from ",
        "reprinted from ",
        "republished with permission from ",
        "reprinted with permission from ",
        "reprinted by permission of ",
        "reproduced from ",
        "cross-posted from ",
        "crossposted from ",
        "syndicated from ",
    ];
    if text.len() > 500 {
        return None;
    }
    let lower = text.to_lowercase();
    // Lower case can change the length of other alphabets: only ASCII text before the words keeps its offsets.
    let (at, opener) = OPENERS
        .iter()
        .find_map(|opener| lower.find(opener).map(|at| (at, opener)))?;
    if lower.len() != text.len() || !text.is_char_boundary(at + opener.len()) {
        return None;
    }
    let lead = lower[..at].trim_end();
    let about_itself = lead.is_empty()
        || [
            "this article was",
            "this article",
            "this story was",
            "this story",
            "this post was",
            "this piece was",
            "this report was",
            "this essay was",
            "it was",
            "this text was",
            "this analysis was",
            "an earlier version of this article was",
            "a version of this article was",
            "this commentary was",
            "article",
        ]
        .iter()
        .any(|words| lead.ends_with(words));
    if !about_itself {
        return None;
    }
    let rest = text[at + opener.len()..].trim();
    let mut name = rest;
    for stop in [
        " on ",
        " in ",
        " as ",
        " under ",
        " and is ",
        " and has ",
        " with ",
        " Copyright",
        " (",
        ". ",
        ", ",
        " | ",
        " – ",
        " — ",
    ] {
        name = name.split(stop).next().unwrap_or(name);
    }
    let mut name = name.trim().trim_end_matches(['.', ',', ':', ';']).trim();
    if let Some(date) = dates::find(name) {
        name = name[..date.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    }
    let name = name
        .strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name);
    (!name.is_empty() && name.chars().count() <= 80).then(|| name.to_owned())
}

/// The agency of a dateline: "ISLAMABAD, May 3 (Reuters) - …".
fn dateline_agency(text: &str) -> Option<String> {
    const AGENCIES: &[&str] = &[
        "Reuters",
        "AP",
        "AFP",
        "UPI",
        "TASS",
        "Xinhua",
        "PTI",
        "ANI",
        "IANS",
        "APP",
        "Interfax",
        "RIA Novosti",
        "Sputnik",
        "dpa",
        "DPA",
        "Bloomberg",
        "Anadolu",
        "Kyodo",
        "Yonhap",
        "EFE",
        "ANSA",
        "IRNA",
        "MENA",
        "CNN",
        "BBC",
        "Associated Press",
        "Thomson Reuters Foundation",
    ];
    let head: String = text.chars().take(90).collect();
    let (place, rest) = head.split_once('(')?;
    let (agency, after) = rest.split_once(')')?;
    let dash = after.trim_start().starts_with(['-', '–', '—', ':']);
    let capital = place
        .split([',', ' '])
        .next()
        .is_some_and(|word| word.len() > 1 && word.chars().all(|c| !c.is_lowercase()));
    AGENCIES
        .iter()
        .find(|name| **name == agency.trim() && (dash || capital))
        .map(|name| (*name).to_owned())
}

/// The person whom the text introduces at its end: "Anna Kowalski is a researcher at …".
fn introduced(text: &str) -> Option<String> {
    const CALLINGS: &[&str] = &[
        "researcher",
        "analyst",
        "journalist",
        "professor",
        "fellow",
        "writer",
        "correspondent",
        "lecturer",
        "columnist",
        "commentator",
        "scholar",
        "author",
        "reporter",
        "editor",
        "historian",
        "economist",
        "director",
        "scientist",
        "specialist",
        "expert",
        "candidate",
        "student",
    ];
    let text = [
        "About the author: ",
        "AUTHOR’S BIO: ",
        "AUTHOR'S BIO: ",
        "Author’s bio: ",
        "Author's bio: ",
        "About the Author: ",
    ]
    .iter()
    .find_map(|label| text.strip_prefix(label))
    .unwrap_or(text);
    let (name, rest) = text.split_once(" is ")?;
    let name = name.trim_start_matches("Dr. ").trim_start_matches("Dr ");
    let opening: String = rest.chars().take(120).collect::<String>().to_lowercase();
    let calling = opening
        .split(|c: char| !c.is_alphabetic())
        .any(|word| CALLINGS.contains(&word));
    let article = ["a ", "an ", "the ", "senior ", "currently ", "professor "]
        .iter()
        .any(|a| opening.starts_with(a));
    (shape::is_name(name) && calling && article && text.chars().count() <= 900).then(|| name.to_owned())
}
