//! Web pages of many shapes, each with its known main text.
//!
//! The shapes are those of real sites, written from how such sites are built and not from what the importer looks for.
//! The second set was written after the importer had been fitted to the first: what only fits shows there. The third has
//! what the second showed to fall short, in other shapes.

mod first;
mod second;
mod third;
mod words;

use words::{Article, Words};

/// A page with what it says.
pub struct Page {
    pub name: String,
    pub html: String,
    /// Headline and running text: what must arrive.
    pub known: String,
    /// Bylines and captions: welcome, and no loss.
    pub beside: String,
    /// Whether there is an article on it at all; a front page has none.
    pub is_article: bool,
}

/// How a site sets an article.
type Shape = (&'static str, fn(&mut Words) -> Set);

/// A page as a shape gives it.
pub struct Set {
    html: String,
    known: Vec<String>,
    beside: Vec<String>,
}

impl Set {
    /// A page that says an article's title, what `with` holds and the article's paragraphs.
    fn of(article: &Article, with: &[&str], html: String) -> Set {
        let mut known = vec![article.title.clone()];
        known.extend(with.iter().map(|words| (*words).to_owned()));
        known.extend(article.paragraphs.iter().cloned());
        Set {
            html,
            known,
            beside: vec![article.by.clone(), article.date.clone(), "By Published on".into()],
        }
    }

    /// The same with words that may or may not be kept.
    fn beside(mut self, words: &str) -> Set {
        self.beside.push(words.to_owned());
        self
    }
}

/// The pages written before the importer was fitted to them, and those written after.
pub fn sets() -> Vec<(&'static str, Vec<Page>)> {
    let pages = |shapes: &[Shape], seeds: std::ops::Range<u64>| {
        let of = |(name, shape): &Shape, seed: u64| {
            // A front page knows nothing.
            let set = shape(&mut Words::of(seed * 7919 + name.len() as u64));
            Page {
                name: format!("{name} ({seed})"),
                html: set.html,
                known: set.known.join("\n\n"),
                beside: set.beside.join(" "),
                is_article: !set.known.is_empty(),
            }
        };
        shapes
            .iter()
            .flat_map(|shape| seeds.clone().map(move |seed| of(shape, seed)))
            .collect()
    };
    vec![
        ("web pages, first set", pages(first::SHAPES, 1..4)),
        ("web pages, second set", pages(second::SHAPES, 11..14)),
        ("web pages, third set", pages(third::SHAPES, 21..24)),
    ]
}
