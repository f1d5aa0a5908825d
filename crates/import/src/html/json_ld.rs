//! What a page declares in JSON-LD (schema.org).

use serde_json::Value;

use super::meta::people;
use super::tree::Tree;

/// What a page's JSON-LD says of its text.
#[derive(Default)]
pub(super) struct Linked {
    /// Headline.
    pub title: Option<String>,
    /// Authors' names.
    pub authors: Vec<String>,
    /// Publisher's name.
    pub publisher: Option<String>,
    /// Date of publication as stated.
    pub published: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Language as stated.
    pub language: Option<String>,
}

/// Reads JSON-LD; the first object that describes a text counts.
pub(super) fn json_ld(tree: &Tree) -> Linked {
    for id in tree.named("script") {
        let kind = tree.attribute(id, "type").unwrap_or_default();
        if !kind.eq_ignore_ascii_case("application/ld+json") {
            continue;
        }
        let source: String = tree.children(id).iter().map(|child| tree.text(*child)).collect();
        // serde_json refuses to nest deeper than 128.
        let Ok(value) = serde_json::from_str::<Value>(source.trim().trim_end_matches(';')) else {
            continue;
        };
        if let Some(article) = article(&value) {
            return linked(article);
        }
    }
    Linked::default()
}

fn article(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(article),
        Value::Object(object) => {
            let of_kind = |kind: &Value| {
                kind.as_str().is_some_and(|kind| {
                    let kind = kind.rsplit('/').next().unwrap_or(kind);
                    kind.ends_with("Article")
                        || kind.ends_with("Posting")
                        || matches!(
                            kind,
                            "Report" | "CreativeWork" | "ScholarlyArticle" | "Thesis" | "Book" | "Review"
                        )
                })
            };
            let described = match object.get("@type") {
                Some(Value::Array(kinds)) => kinds.iter().any(of_kind),
                Some(kind) => of_kind(kind),
                None => false,
            };
            if described {
                Some(value)
            } else {
                ["@graph", "mainEntity"]
                    .iter()
                    .find_map(|key| object.get(*key).and_then(article))
            }
        }
        _ => None,
    }
}

fn linked(article: &Value) -> Linked {
    let text = |key: &str| article.get(key).and_then(words);
    let authors = match article.get("author").or_else(|| article.get("creator")) {
        Some(Value::Array(items)) => items.iter().filter_map(named).collect(),
        Some(one) => named(one).into_iter().collect(),
        None => Vec::new(),
    };
    Linked {
        title: text("headline").or_else(|| text("name")),
        authors: people(&authors),
        publisher: article.get("publisher").and_then(named),
        published: text("datePublished").or_else(|| text("dateCreated")),
        url: text("url").or_else(|| match article.get("mainEntityOfPage") {
            Some(Value::String(url)) => Some(url.clone()),
            Some(page) => page.get("@id").and_then(words),
            None => None,
        }),
        language: text("inLanguage"),
    }
}

fn words(value: &Value) -> Option<String> {
    let text = value.as_str()?.trim();
    // JSON-LD often holds the entities of the page around it.
    let plain = if text.contains('&') || text.contains('<') {
        Tree::parse(text, &mut Vec::new()).words(Tree::ROOT)
    } else {
        text.to_owned()
    };
    (!plain.is_empty() && plain.len() < 4000).then_some(plain)
}

fn named(value: &Value) -> Option<String> {
    match value {
        Value::Array(items) => items.iter().find_map(named),
        Value::Object(object) => object.get("name").and_then(named),
        other => words(other),
    }
}
