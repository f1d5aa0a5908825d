//! Origins: which claims on one question are not independent of one another. Corroboration counts these groups.
//!
//! Everywhere one: mentions within one document, a reprint and its original (also one outside the project), the same
//! author. For a claim: what credits the same named body, and what cites or quotes a document and is attributed to it or
//! its author. Never: the same publisher alone, or a footnote alone.

use std::collections::HashMap;

use crate::model::{ClaimId, DocumentId, DocumentRelation, Origin, RelationKind};
use crate::sentences::{Said, Tie};
use crate::text::fold;

/// A claim as origins weigh it.
#[derive(Debug, Clone)]
pub(crate) struct Party {
    pub claim: ClaimId,
    pub document: DocumentId,
    pub attributed_to: Option<String>,
}

/// A document as origins weigh it.
#[derive(Debug, Clone)]
pub(crate) struct Work {
    pub title: String,
    pub author: Option<String>,
    pub publisher: Option<String>,
}

/// Groups claims by origin. `relations` holds every relation of the works and, for reprints, of what they lead to.
pub(crate) fn group(
    parties: &[Party],
    works: &HashMap<DocumentId, Work>,
    relations: &[DocumentRelation],
) -> Vec<Origin> {
    let mut groups = Groups::new(parties.len());
    let reprints = Reprints::of(relations);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut join = |groups: &mut Groups, key: String, at: usize, why: &dyn Fn(usize) -> Tie| {
        let first = *seen.entry(key).or_insert(at);
        if first != at {
            groups.join(first, at, why(first));
        }
    };
    for (at, party) in parties.iter().enumerate() {
        let work = works.get(&party.document);
        join(
            &mut groups,
            format!("document {}", party.document),
            at,
            &|_| match work {
                Some(work) => Tie::Mentions {
                    document: work.title.clone(),
                },
                None => Tie::MentionsInOne {},
            },
        );
        if let Some(number) = reprints.work(party.document) {
            join(&mut groups, format!("work {number}"), at, &|first| {
                reprint_reason(&parties[first], party, works, relations)
            });
        }
        if let Some(author) = work.and_then(|work| work.author.as_deref()) {
            for name in names(author) {
                join(&mut groups, format!("author {}", name_key(&name)), at, &|_| {
                    Tie::Author { author: name.clone() }
                });
            }
        }
        if let Some(body) = party.attributed_to.as_deref().and_then(named_body) {
            join(&mut groups, format!("body {}", body.key), at, &|_| Tie::Body {
                body: body.name.clone(),
            });
        }
    }
    cited(parties, works, relations, &mut groups);
    groups.finish(parties, works)
}

/// The names in an author line: parted by semicolons, commas, ampersands and "and"; staff names are nobody's.
pub(crate) fn names(author: &str) -> Vec<String> {
    if let Some(name) = inverted(author) {
        return vec![name];
    }
    author
        .split([';', '&', ',', '\n'])
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .filter(|name| !name.is_empty() && !is_nobody(name))
        .map(str::to_owned)
        .collect()
}

/// "Lind, Ada" is one name the other way round.
fn inverted(author: &str) -> Option<String> {
    let (last, first) = author.split_once(',')?;
    let one_word = |part: &str| part.split_whitespace().count() == 1;
    let plain = |part: &str| !part.contains([',', ';', '&']) && !part.contains(" and ");
    (one_word(last) && plain(first) && one_word(first)).then(|| format!("{} {}", first.trim(), last.trim()))
}

/// A name folded so that titles and the order of its parts do not matter.
pub(crate) fn name_key(name: &str) -> String {
    const TITLES: &[&str] = &[
        "dr",
        "prof",
        "professor",
        "mr",
        "mrs",
        "ms",
        "gen",
        "general",
        "sir",
        "rtd",
        "ret",
        "by",
    ];
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !TITLES.contains(word)).collect();
    words.sort_unstable();
    words.join(" ")
}

fn is_nobody(name: &str) -> bool {
    const NOBODY: &[&str] = &[
        "staff",
        "editor",
        "editors",
        "editorial",
        "newsroom",
        "desk",
        "admin",
        "administrator",
        "correspondent",
        "correspondents",
        "agencies",
        "reporter",
        "reporters",
        "anonymous",
        "unknown",
        "author",
        "guest",
    ];
    fold(name).split(' ').any(|word| NOBODY.contains(&word))
}

struct Body {
    key: String,
    name: String,
}

/// The body or person some words credit, if they name one: "the commerce ministry", "Gen. Haider", "SIPRI"; not
/// "officials", "U.S. observers" or "a report", which may be anybody.
fn named_body(words: &str) -> Option<Body> {
    const ANYBODY: &[&str] = &[
        "official",
        "officials",
        "observer",
        "observers",
        "analyst",
        "analysts",
        "expert",
        "experts",
        "source",
        "sources",
        "report",
        "reports",
        "media",
        "diplomat",
        "diplomats",
        "officer",
        "officers",
        "authorities",
        "people",
        "witness",
        "witnesses",
        "critic",
        "critics",
        "others",
        "some",
        "many",
        "several",
        "they",
        "he",
        "she",
        "it",
        "who",
        "trader",
        "traders",
        "broker",
        "brokers",
        "resident",
        "residents",
        "scholars",
        "commentators",
        "newspapers",
        "data",
        "figures",
        "estimates",
        "locals",
        "villagers",
        "politicians",
        "lawmakers",
    ];
    const BODIES: &[&str] = &[
        "ministry",
        "department",
        "bureau",
        "office",
        "embassy",
        "bank",
        "army",
        "navy",
        "government",
        "agency",
        "committee",
        "commission",
        "service",
        "institute",
        "university",
        "council",
        "administration",
        "customs",
        "command",
        "secretariat",
        "authority",
        "chamber",
        "court",
        "parliament",
        "senate",
    ];
    const SMALL: &[&str] = &["the", "of", "in", "a", "an", "for", "and", "at", "by", "s", "to", "on"];
    let folded = fold(&words.replace("’s", "").replace("'s", ""));
    let parts: Vec<&str> = folded.split(' ').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() || parts.iter().any(|part| ANYBODY.contains(part)) {
        return None;
    }
    let has_body = parts.iter().any(|part| BODIES.contains(part));
    let has_name = words
        .split_whitespace()
        .any(|word| word.chars().next().is_some_and(char::is_uppercase));
    if !has_body && !has_name {
        return None;
    }
    let mut kept: Vec<&str> = parts.iter().filter(|part| !SMALL.contains(part)).copied().collect();
    if kept.is_empty() {
        return None;
    }
    kept.sort_unstable();
    kept.dedup();
    Some(Body {
        key: name_key(&kept.join(" ")),
        name: words.trim().to_owned(),
    })
}

/// Works that are one by reprinting, whichever way and through however many steps.
struct Reprints {
    numbers: HashMap<String, usize>,
    parent: Vec<usize>,
}

impl Reprints {
    fn of(relations: &[DocumentRelation]) -> Reprints {
        let mut reprints = Reprints {
            numbers: HashMap::new(),
            parent: Vec::new(),
        };
        for relation in relations
            .iter()
            .filter(|relation| relation.kind == RelationKind::Republishes)
        {
            let reprint = reprints.number(relation.document.to_string());
            let original = reprints.number(match relation.other {
                Some(other) => other.to_string(),
                None => format!("outside {}", fold(&relation.other_title)),
            });
            let (a, b) = (reprints.root(reprint), reprints.root(original));
            reprints.parent[a.max(b)] = a.min(b);
        }
        reprints
    }

    fn number(&mut self, key: String) -> usize {
        let next = self.parent.len();
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.parent.push(next);
        }
        number
    }

    fn root(&self, mut at: usize) -> usize {
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    /// The number of the works a document is one with; `None` where it is a reprint of nothing and reprinted by nothing.
    fn work(&self, document: DocumentId) -> Option<usize> {
        self.numbers.get(&document.to_string()).map(|&number| self.root(number))
    }
}

fn reprint_reason(
    first: &Party,
    second: &Party,
    works: &HashMap<DocumentId, Work>,
    relations: &[DocumentRelation],
) -> Tie {
    let title = |id: DocumentId| {
        works
            .get(&id)
            .map_or_else(|| "a document".to_owned(), |work| work.title.clone())
    };
    let reprint = |from: DocumentId, to: DocumentId| {
        relations
            .iter()
            .any(|r| r.kind == RelationKind::Republishes && r.document == from && r.other == Some(to))
    };
    let (a, b) = (first.document, second.document);
    if reprint(b, a) {
        return Tie::Reprint {
            document: title(b),
            other: title(a),
        };
    }
    if reprint(a, b) {
        return Tie::Reprint {
            document: title(a),
            other: title(b),
        };
    }
    let original = |from: DocumentId| {
        relations
            .iter()
            .find(|r| r.kind == RelationKind::Republishes && r.document == from)
            .map(|r| &r.other_title)
    };
    let (document, other) = (title(a), title(b));
    match original(a).or_else(|| original(b)) {
        Some(name) => Tie::OneOriginal {
            document,
            other,
            original: name.clone(),
        },
        None => Tie::OneWork { document, other },
    }
}

/// Joins what cites or quotes a document, and is attributed to it or its author, with that document's own claims.
fn cited(parties: &[Party], works: &HashMap<DocumentId, Work>, relations: &[DocumentRelation], groups: &mut Groups) {
    for relation in relations
        .iter()
        .filter(|r| matches!(r.kind, RelationKind::Cites | RelationKind::Quotes))
    {
        let Some(cited) = relation.other else { continue };
        let Some(work) = works.get(&cited) else { continue };
        for (at, party) in parties
            .iter()
            .enumerate()
            .filter(|(_, party)| party.document == relation.document)
        {
            let Some(words) = party.attributed_to.as_deref() else {
                continue;
            };
            if !credits(words, work) {
                continue;
            }
            if let Some(other) = parties.iter().position(|other| other.document == cited) {
                let own = works.get(&party.document).map(|own| own.title.clone());
                let (document, body) = (own.unwrap_or_default(), words.trim().to_owned());
                let (quotes, cited) = (relation.kind == RelationKind::Quotes, work.title.clone());
                let why = match quotes {
                    true => Tie::Quotes {
                        document,
                        other: cited,
                        body,
                    },
                    false => Tie::Cites {
                        document,
                        other: cited,
                        body,
                    },
                };
                groups.join(other, at, why);
            }
        }
    }
}

/// Whether words credit a work or its author: its title, its publisher as the work's name, an author's full or last name.
fn credits(words: &str, work: &Work) -> bool {
    let said = fold(words);
    let said_words: Vec<&str> = said.split(' ').collect();
    let holds = |name: &str| {
        let folded = fold(name);
        !folded.is_empty() && format!(" {said} ").contains(&format!(" {folded} "))
    };
    if holds(&work.title) || work.publisher.as_deref().is_some_and(holds) {
        return true;
    }
    work.author
        .as_deref()
        .map(names)
        .unwrap_or_default()
        .iter()
        .any(|name| {
            let folded = fold(name);
            holds(name)
                || folded
                    .split(' ')
                    .next_back()
                    .is_some_and(|last| last.len() > 2 && said_words.contains(&last))
        })
}

/// Groups that grow together, with the reasons why.
struct Groups {
    parent: Vec<usize>,
    reasons: Vec<(usize, Tie)>,
}

impl Groups {
    fn new(count: usize) -> Groups {
        Groups {
            parent: (0..count).collect(),
            reasons: Vec::new(),
        }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize, why: Tie) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.parent[a.max(b)] = a.min(b);
            self.reasons.push((a.min(b), why));
        }
    }

    fn finish(mut self, parties: &[Party], works: &HashMap<DocumentId, Work>) -> Vec<Origin> {
        let mut numbers: HashMap<usize, usize> = HashMap::new();
        let mut origins: Vec<Origin> = Vec::new();
        for (at, party) in parties.iter().enumerate() {
            let root = self.root(at);
            let next = origins.len();
            let number = *numbers.entry(root).or_insert(next);
            if number == next {
                origins.push(Origin {
                    number: next + 1,
                    name: name_of(party, works),
                    claims: Vec::new(),
                    reasons: Vec::new(),
                    said: Vec::new(),
                });
            }
            origins[number].claims.push(party.claim);
        }
        let reasons = std::mem::take(&mut self.reasons);
        for (at, why) in reasons {
            let root = self.root(at);
            if let Some(origin) = numbers.get(&root).and_then(|&number| origins.get_mut(number))
                && !origin.reasons.contains(&why.to_string())
            {
                origin.reasons.push(why.to_string());
                origin.said.extend(Said::tie(&why));
            }
        }
        origins
    }
}

fn name_of(party: &Party, works: &HashMap<DocumentId, Work>) -> String {
    if let Some(body) = party.attributed_to.as_deref().and_then(named_body) {
        return body.name;
    }
    match works.get(&party.document) {
        Some(work) => work
            .author
            .clone()
            .or_else(|| work.publisher.clone())
            .unwrap_or_else(|| work.title.clone()),
        None => "unknown".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Project {
        parties: Vec<Party>,
        works: HashMap<DocumentId, Work>,
        relations: Vec<DocumentRelation>,
        documents: Vec<DocumentId>,
    }

    impl Project {
        fn new(works: &[(&str, Option<&str>, Option<&str>)]) -> Project {
            let documents: Vec<DocumentId> = works.iter().map(|_| DocumentId::new()).collect();
            let works = documents
                .iter()
                .zip(works)
                .map(|(&id, &(title, author, publisher))| {
                    let work = Work {
                        title: title.into(),
                        author: author.map(Into::into),
                        publisher: publisher.map(Into::into),
                    };
                    (id, work)
                })
                .collect();
            Project {
                parties: Vec::new(),
                works,
                relations: Vec::new(),
                documents,
            }
        }

        fn claim(mut self, document: usize, attributed_to: Option<&str>) -> Project {
            let document = self.documents[document];
            self.parties.push(Party {
                claim: ClaimId::new(),
                document,
                attributed_to: attributed_to.map(Into::into),
            });
            self
        }

        fn relate(mut self, document: usize, kind: RelationKind, other: Result<usize, &str>) -> Project {
            self.relations.push(DocumentRelation {
                document: self.documents[document],
                kind,
                other: other.ok().map(|other| self.documents[other]),
                other_title: match other {
                    Ok(other) => self.works[&self.documents[other]].title.clone(),
                    Err(name) => name.to_owned(),
                },
            });
            self
        }

        fn origins(&self) -> usize {
            group(&self.parties, &self.works, &self.relations).len()
        }
    }

    #[test]
    fn several_mentions_in_one_document_are_one() {
        let project = Project::new(&[("A", None, None)])
            .claim(0, None)
            .claim(0, None)
            .claim(0, None);
        assert_eq!(project.origins(), 1);
    }

    #[test]
    fn a_reprint_and_its_original_are_one_also_through_a_chain_and_outside_the_project() {
        let three = [("A", None, None), ("B", None, None), ("C", None, None)];
        let chain = Project::new(&three)
            .claim(0, None)
            .claim(2, None)
            .relate(2, RelationKind::Republishes, Ok(1))
            .relate(1, RelationKind::Republishes, Ok(0));
        assert_eq!(chain.origins(), 1);
        let outside = Project::new(&three)
            .claim(0, None)
            .claim(1, None)
            .claim(2, None)
            .relate(0, RelationKind::Republishes, Err("Oriental Review"))
            .relate(1, RelationKind::Republishes, Err("oriental review"));
        assert_eq!(outside.origins(), 2);
    }

    #[test]
    fn a_circle_of_reprints_is_one_origin_and_ends() {
        let circle = Project::new(&[("A", None, None), ("B", None, None)])
            .claim(0, None)
            .claim(1, None)
            .relate(0, RelationKind::Republishes, Ok(1))
            .relate(1, RelationKind::Republishes, Ok(0));
        assert_eq!(circle.origins(), 1);
    }

    #[test]
    fn the_same_author_is_one_but_not_the_same_publisher_or_staff() {
        for other in ["Ada Lind", "Lind, Ada", "Cy Dahl and Prof. Ada Lind"] {
            let same = Project::new(&[("A", Some("Dr. Ada Lind; Bo Ek"), None), ("B", Some(other), None)]);
            assert_eq!(same.claim(0, None).claim(1, None).origins(), 1, "{other}");
        }
        let staff = Project::new(&[("A", Some("Staff"), Some("Wire")), ("B", Some("Staff"), Some("Wire"))]);
        assert_eq!(staff.claim(0, None).claim(1, None).origins(), 2);
    }

    #[test]
    fn crediting_the_same_named_body_is_one_but_not_unnamed_officials() {
        let two = [("A", None, None), ("B", None, None)];
        let body = Project::new(&two)
            .claim(0, Some("the commerce ministry of Pakistan"))
            .claim(1, Some("Pakistan's Commerce Ministry"));
        assert_eq!(body.origins(), 1);
        let same = Project::new(&two)
            .claim(0, Some("the Ministry of Commerce"))
            .claim(1, Some("commerce ministry"));
        assert_eq!(same.origins(), 1);
        let officials = Project::new(&two)
            .claim(0, Some("U.S. officials"))
            .claim(1, Some("U.S. officials"));
        assert_eq!(officials.origins(), 2);
    }

    #[test]
    fn citing_counts_only_with_the_credit() {
        let works = [("The Ledger", Some("Nadia Rehmani"), None), ("Other Words", None, None)];
        let credited = Project::new(&works)
            .claim(0, None)
            .claim(1, Some("analyst Rehmani"))
            .relate(1, RelationKind::Cites, Ok(0));
        assert_eq!(credited.origins(), 1);
        let footnote = Project::new(&works)
            .claim(0, None)
            .claim(1, None)
            .relate(1, RelationKind::Cites, Ok(0));
        assert_eq!(footnote.origins(), 2);
        let uncited = Project::new(&works).claim(0, None).claim(1, Some("analyst Rehmani"));
        assert_eq!(uncited.origins(), 2);
    }
}
