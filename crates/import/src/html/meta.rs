//! What a page declares about itself: meta elements, JSON-LD, microdata, canonical address, headline.

use std::collections::HashMap;

use super::json_ld::json_ld;
use super::main_text::MainText;
use super::tree::{NodeId, Tree};
use crate::bibliography::{self, Bibliography};
use crate::{dates, language};

/// Reads the declarations, the most explicit first.
pub(crate) fn read(tree: &Tree, text: &str, main: &MainText) -> Bibliography {
    let metas = metas(tree);
    let linked = json_ld(tree);
    let first = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| metas.get(*name).and_then(|values| values.first()).cloned())
    };
    let property = |name: &str| microdata(tree, main, name);

    let mut found = Bibliography {
        title: first(&[
            "citation_title",
            "og:title",
            "dc.title",
            "dcterms.title",
            "twitter:title",
        ])
        .or_else(|| linked.title.clone()),
        publisher: first(&[
            "citation_publisher",
            "citation_journal_title",
            "dc.publisher",
            "dcterms.publisher",
        ])
        .or_else(|| linked.publisher.clone())
        .or_else(|| first(&["og:site_name", "application-name"])),
        ..Bibliography::default()
    };
    let authors = [
        "citation_author",
        "dc.creator",
        "dcterms.creator",
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "byl",
    ]
    .iter()
    .find_map(|name| {
        metas
            .get(*name)
            .map(|values| people(values))
            .filter(|people| !people.is_empty())
    });
    let authors = authors
        .or_else(|| Some(linked.authors.clone()).filter(|a| !a.is_empty()))
        .or_else(|| Some(people(&property("author"))).filter(|a| !a.is_empty()))
        .or_else(|| Some(people(&by_relation(tree, main))).filter(|a| !a.is_empty()));
    found.author = authors
        .map(|people| people.join("; "))
        .filter(|a| Some(a) != found.publisher.as_ref());

    let stated = first(&[
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "article:published_time",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "og:article:published_time",
    ])
    .or_else(|| linked.published.clone())
    .or_else(|| property("datePublished").into_iter().next())
    .or_else(|| time_element(tree, main));
    found.published = stated.and_then(|stated| edtf(&stated));

    found.url = canonical(tree)
        .or_else(|| first(&["og:url", "citation_public_url", "citation_abstract_html_url"]))
        .or_else(|| linked.url.clone())
        .or_else(|| saved_from(text))
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let root_language = tree
        .named("html")
        .find_map(|id| tree.attribute(id, "lang").or_else(|| tree.attribute(id, "xml:lang")));
    found.language = root_language
        .and_then(language::tag)
        .or_else(|| {
            first(&["content-language", "citation_language", "dc.language", "og:locale"])
                .and_then(|stated| language::tag(&stated))
        })
        .or_else(|| linked.language.as_deref().and_then(language::tag));
    found.reprint_of = first(&["original-source", "syndication-source"])
        .map(|source| host(&source))
        .filter(|source| !source.is_empty());
    if found.reprint_of.as_deref() == found.url.as_deref().map(host).as_deref() {
        found.reprint_of = None;
    }
    found.title = found
        .title
        .map(|title| without_site(&title, found.publisher.as_deref()));
    found
}

/// The headline as a reader saw it: the page's h1, what it declares, or its `title` without the site's name.
pub(crate) fn headline(tree: &Tree, main: &MainText, found: &Bibliography) -> Option<String> {
    // Icons beside a headline are letters of no alphabet.
    let sign = |c: char| c.is_whitespace() || matches!(c, '¶' | '#' | '\u{e000}'..='\u{f8ff}');
    printed_headline(tree, main, found).map(|title| title.trim_end_matches(sign).to_owned())
}

fn printed_headline(tree: &Tree, main: &MainText, found: &Bibliography) -> Option<String> {
    let headings: Vec<NodeId> = tree
        .named("h1")
        .filter(|id| !tree.words(*id).is_empty())
        .take(20)
        .collect();
    if let Some(declared) = &found.title {
        let shown = headings
            .iter()
            .map(|id| tree.words(*id))
            .find(|words| bibliography::same_words(declared, words));
        return Some(shown.unwrap_or_else(|| declared.clone()));
    }
    let inside: Vec<&NodeId> = headings
        .iter()
        .filter(|id| tree.is_within(**id, main.root) && !main.left_out.contains(id))
        .collect();
    let title = tree
        .named("title")
        .find(|id| tree.name(tree.parent(*id)) != "svg")
        .map(|id| tree.words(id))
        .filter(|t| !t.is_empty());
    match (inside.as_slice(), title) {
        ([one, ..], _) => Some(tree.words(**one)),
        ([], Some(title)) => {
            let stripped = without_site(&title, found.publisher.as_deref());
            let shown = headings
                .iter()
                .map(|id| tree.words(*id))
                .find(|words| bibliography::same_words(&stripped, words));
            Some(shown.unwrap_or(stripped))
        }
        ([], None) => headings.first().map(|id| tree.words(*id)),
    }
}

fn metas(tree: &Tree) -> HashMap<String, Vec<String>> {
    let mut metas: HashMap<String, Vec<String>> = HashMap::new();
    for id in tree.named("meta") {
        let Some(content) = tree
            .attribute(id, "content")
            .map(str::trim)
            .filter(|content| !content.is_empty())
        else {
            continue;
        };
        let content: String = content
            .chars()
            .take(2000)
            .collect::<String>()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        for key in ["name", "property", "itemprop", "http-equiv"] {
            if let Some(name) = tree.attribute(id, key) {
                metas
                    .entry(name.trim().to_ascii_lowercase())
                    .or_default()
                    .push(content.clone());
            }
        }
    }
    metas
}

/// Persons as declared; addresses of profiles are no names.
pub(super) fn people(values: &[String]) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    for value in values {
        let value = value.trim();
        let value = value
            .strip_prefix("By ")
            .or_else(|| value.strip_prefix("by "))
            .unwrap_or(value)
            .trim();
        if !value.is_empty()
            && !value.contains("://")
            && !value.starts_with('@')
            && value.chars().count() <= 120
            && !people.iter().any(|p| p == value)
            && people.len() < 200
        {
            people.push(value.to_owned());
        }
    }
    people
}

fn microdata(tree: &Tree, main: &MainText, property: &str) -> Vec<String> {
    let marked = |id: &NodeId| {
        tree.attribute(*id, "itemprop")
            .is_some_and(|names| names.split_whitespace().any(|name| name == property))
    };
    let value = |id: NodeId| {
        let name = (id..tree.len().min(id + 50))
            .find(|inner| tree.is_within(*inner, id) && tree.attribute(*inner, "itemprop") == Some("name"));
        tree.attribute(id, "content")
            .or_else(|| tree.attribute(id, "datetime"))
            .map(str::to_owned)
            .unwrap_or_else(|| tree.words(name.unwrap_or(id)))
    };
    (1..tree.len())
        .filter(marked)
        .filter(|id| belongs(tree, main, *id))
        .take(20)
        .map(value)
        .collect()
}

/// Whether a byline belongs to the main text and not to a teaser: it stands in it, or is not in another article.
fn belongs(tree: &Tree, main: &MainText, id: NodeId) -> bool {
    if tree.is_within(id, main.root) {
        return true;
    }
    let mut above = id;
    while above != Tree::ROOT {
        if tree.name(above) == "article" && !tree.is_within(main.root, above)
            || matches!(tree.name(above), "aside" | "nav" | "footer")
        {
            return false;
        }
        above = tree.parent(above);
    }
    true
}

fn by_relation(tree: &Tree, main: &MainText) -> Vec<String> {
    let relation = |id: &NodeId| {
        tree.attribute(*id, "rel")
            .is_some_and(|rel| rel.split_whitespace().any(|r| r == "author"))
    };
    let class = |id: &NodeId| {
        tree.attribute(*id, "class").is_some_and(|class| {
            class.split_whitespace().any(|c| {
                matches!(
                    c,
                    "byline"
                        | "author-name"
                        | "author"
                        | "byline-name"
                        | "entry-author"
                        | "article-author"
                        | "post-author"
                        | "fn"
                )
            })
        })
    };
    let links: Vec<String> = (1..tree.len())
        .filter(relation)
        .filter(|id| belongs(tree, main, *id))
        .take(10)
        .map(|id| tree.words(id))
        .collect();
    if !people(&links).is_empty() {
        return links;
    }
    for id in (1..tree.len())
        .filter(class)
        .filter(|id| belongs(tree, main, *id))
        .take(10)
    {
        let words = tree.words(id);
        let line = words
            .strip_prefix("By ")
            .or_else(|| words.strip_prefix("by "))
            .unwrap_or(&words);
        let names = bibliography::names(line);
        if !names.is_empty() && names.iter().any(|name| crate::shape::is_name(name)) {
            return names;
        }
    }
    Vec::new()
}

fn time_element(tree: &Tree, main: &MainText) -> Option<String> {
    let times: Vec<NodeId> = tree
        .named("time")
        .filter(|id| belongs(tree, main, *id))
        .take(50)
        .collect();
    let published = |id: &&NodeId| {
        tree.attribute(**id, "pubdate").is_some()
            || tree
                .attribute(**id, "class")
                .is_some_and(|c| c.contains("publish") || c.contains("entry-date"))
    };
    let updated = |id: &&NodeId| {
        tree.attribute(**id, "class")
            .is_some_and(|c| c.contains("updated") || c.contains("modified"))
    };
    // A time inside a paragraph is something the text tells of.
    let told = |id: &&NodeId| tree.name(tree.parent(**id)) == "p" && tree.words(tree.parent(**id)).len() > 120;
    let chosen = times
        .iter()
        .find(published)
        .or_else(|| times.iter().find(|id| !updated(id) && !told(id)))?;
    Some(
        tree.attribute(*chosen, "datetime")
            .map_or_else(|| tree.words(*chosen), str::to_owned),
    )
}

/// A declared date in EDTF; a year or a month alone is one.
fn edtf(stated: &str) -> Option<String> {
    if let Some(found) = dates::find(stated) {
        return found.edtf().map(str::to_owned);
    }
    let stated = stated.trim();
    let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
    match stated.split(['-', '/']).collect::<Vec<_>>().as_slice() {
        [year] if digits(year, 4) => Some((*year).to_owned()),
        [year, month] if digits(year, 4) && digits(month, 2) && (1..=12).contains(&month.parse().unwrap_or(0)) => {
            Some(format!("{year}-{month}"))
        }
        [all] if digits(all, 8) => dates::find(&format!("{}-{}-{}", &all[..4], &all[4..6], &all[6..]))
            .and_then(|f| f.edtf().map(str::to_owned)),
        _ => None,
    }
}

fn canonical(tree: &Tree) -> Option<String> {
    tree.named("link")
        .find(|id| {
            tree.attribute(*id, "rel")
                .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
        })
        .and_then(|id| tree.attribute(id, "href"))
        .map(|url| url.trim().to_owned())
        .filter(|url| url.starts_with("http") && url.len() < 2000)
}

/// The note that browsers leave: `<!-- saved from url=(0042)https://… -->`.
fn saved_from(text: &str) -> Option<String> {
    let head = &text[..crate::draft::floor(text, 2000)];
    let (_, rest) = head.split_once("saved from url=(")?;
    let (_, rest) = rest.split_once(')')?;
    rest.split_whitespace()
        .next()
        .map(|url| url.trim_end_matches("-->").to_owned())
}

fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/')
        .next()
        .unwrap_or(rest)
        .trim_start_matches("www.")
        .to_owned()
}

/// A page's title without the site's name behind a bar or a dash.
fn without_site(title: &str, site: Option<&str>) -> String {
    let title = title.trim();
    for bar in [" | ", " » ", " :: ", " — ", " – ", " - ", " • "] {
        let Some((head, tail)) = title.rsplit_once(bar) else {
            continue;
        };
        let named = site.is_some_and(|site| bibliography::same_words(site, tail));
        let barred = matches!(bar, " | " | " » " | " :: ");
        let short = tail.chars().count() <= 30
            && tail.len() < head.len()
            && head.contains(' ')
            && crate::shape::is_title_case(tail);
        if named || short && (barred || site.is_none()) {
            return head.trim().to_owned();
        }
    }
    title.to_owned()
}
