//! Sites of today.

use super::super::Set;
use super::super::words::set;
use super::{Words, card, page};

pub fn carousel(w: &mut Words) -> Set {
    let (a, points) = (w.usual(), [w.sentence(), w.sentence(), w.sentence()]);
    let tiles: String = (0..6).map(|_| card(w)).collect();
    let list: String = points.iter().map(|point| format!("<li>{point}</li>")).collect();
    let html = page(
        &a.title,
        &format!(
            "<script id=__NEXT_DATA__ type=application/json>{{\"props\":{{\"title\":\"{}\"}}}}</script><div id=__next><div data-e2e=top><a href=/>Courier</a><ul>{}</ul></div>\
             <article data-e2e=story><h1>{}</h1><div data-e2e=meta><span>{}</span><span>{}</span><div data-e2e=player>Listen to this article 5 min</div></div>\
             <div data-e2e=keypoints><h2>Key points</h2><ul>{list}</ul></div>{}<div data-e2e=topics><span>Topics</span><ul><li><a href=/t/1>Grain</a></li><li><a href=/t/2>Harbours</a></li></ul></div></article>\
             <div data-e2e=rail><h2>More from Business</h2><div class=rail>{tiles}</div></div><div data-e2e=foot><p>About · Terms · Privacy · Contact</p></div></div>",
            a.title,
            w.sections(),
            a.title,
            a.by,
            a.date,
            set(&a.paragraphs)
        ),
    );
    let points = points.join(" ");
    Set::of(&a, &["Key points", &points], html).beside("Listen to this article 5 min")
}

pub fn poll(w: &mut Words) -> Set {
    let a = w.usual();
    let parts: String = a
        .paragraphs
        .chunks(2)
        .enumerate()
        .map(|(at, two)| {
            let between = match at {
                0 => "<section class=slot><div>Advertisement</div></section>".to_owned(),
                1 => "<section class=inline-poll><h4>How do you judge the new quay?</h4><form><label><input type=radio> A good idea</label><label><input type=radio> A waste of money</label><button>Vote</button></form><p>1,204 votes so far</p></section>".to_owned(),
                _ => String::new(),
            };
            format!("<section class=para>{}</section>{between}", set(two))
        })
        .collect();
    let tiles: String = (0..4).map(|_| card(w)).collect();
    let html = page(
        &a.title,
        &format!(
            "<header><ul>{}</ul></header><main><h1>{}</h1><p class=deck>{}</p><div class=who>{}</div>{parts}<section class=recirc><h3>You might also want to read</h3>{tiles}</section></main>\
             <footer><p>Courier Media, Quay Street 4</p></footer>",
            w.sections(),
            a.title,
            a.lead,
            a.by
        ),
    );
    Set::of(&a, &[&a.lead], html)
}

/// A saved page holds what was scrolled to: the next story, whole.
pub fn endless(w: &mut Words) -> Set {
    let (a, next) = (w.article(8), w.article(7));
    let html = page(
        &a.title,
        &format!(
            "<header><ul>{}</ul></header><div class=stream><article id=s1><h1>{}</h1><p class=by>{}</p>{}</article><div class=sep>Up next</div><article id=s2><h1>{}</h1><p class=by>{}</p>{}</article></div>",
            w.sections(),
            a.title,
            a.by,
            set(&a.paragraphs),
            next.title,
            next.by,
            set(&next.paragraphs)
        ),
    );
    Set::of(&a, &[], html)
}

pub fn updates(w: &mut Words) -> Set {
    let (mut a, posts) = (w.article(2), w.paragraphs(8));
    let mut heads = Vec::new();
    let items: String = posts
        .iter()
        .enumerate()
        .map(|(at, words)| {
            heads.push(w.title());
            format!("<li><article id=u{at} itemprop=liveBlogUpdate><h3><a href=\"#u{at}\">{}</a></h3><p>{words}</p></article></li>", heads[at])
        })
        .collect();
    let html = page(
        &a.title,
        &format!(
            "<header><ul>{}</ul></header><main itemscope itemtype=https://schema.org/LiveBlogPosting><h1>{}</h1>{}<ol reversed>{items}</ol></main><footer><ul>{}</ul></footer>",
            w.sections(),
            a.title,
            set(&a.paragraphs),
            w.items(5)
        ),
    );
    a.paragraphs.extend(heads.into_iter().chain(posts));
    Set::of(&a, &[], html)
}

pub fn interview(w: &mut Words) -> Set {
    let (a, note) = (w.article(3), w.sentences(2));
    let (mut pairs, mut known) = (String::new(), Vec::new());
    for _ in 0..7 {
        let (question, answer) = (w.sentence(), w.paragraph());
        pairs += &format!("<dt>{question}</dt><dd>{answer}</dd>");
        known.extend([question, answer]);
    }
    let html = page(
        &a.title,
        &format!(
            "<div class=mast><a href=/>Quay Magazine</a></div><div class=feature><h1>{}</h1><p class=dek>{}</p>{}<dl>{pairs}</dl><div class=shop-card><a href=https://shop.example/b><b>The Book of Quays</b></a><span>24 crowns</span>\
             <a href=https://shop.example/b>Buy now</a></div><p><i>{note}</i></p></div><div class=next-issue><h4>In the next issue</h4><ul>{}</ul></div>",
            a.title,
            a.lead,
            set(&a.paragraphs),
            w.items(4)
        ),
    );
    let known = known.join(" ");
    Set::of(&a, &[&a.lead, &known, &note], html)
}

pub fn post(w: &mut Words) -> Set {
    let words = w.sentences(5);
    let others: String = (0..5)
        .map(|_| {
            format!(
                "<div class=post><div class=h><a href=/u>{}</a><span>2h</span></div><div class=b>{}</div></div>",
                w.name(),
                w.comment()
            )
        })
        .collect();
    let html = page(
        "Post by the harbour board",
        &format!(
            "<div class=app><div class=bar><a href=/>Home</a><a href=/n>Notices</a><a href=/m>Mail</a></div><main><div class=post data-main=1><div class=h><a href=/u>Harbour board</a><span>3 May 2019</span></div><div class=b>{words}</div>\
             <div class=f><span>14 replies</span><span>3 shares</span></div></div><section aria-label=Replies class=replies>{others}</section></main></div>"
        ),
    );
    Set {
        html,
        known: vec![words],
        beside: vec!["Post by the harbour board Harbour board 3 May 2019".into()],
    }
}

pub fn reading_view(w: &mut Words) -> Set {
    let a = w.usual();
    let html = page(
        &a.title,
        &format!(
            "<div class=container><div class=\"header reader-header\"><a class=\"domain reader-domain\" href=https://courier.example>courier.example</a><h1 class=reader-title>{}</h1><div class=\"credits reader-credits\">{}</div>\
             <div class=meta-data><div class=reader-estimated-time>6–8 minutes</div></div></div><hr><div class=content><div class=\"moz-reader-content reader-show-element\"><div id=readability-page-1 class=page>{}</div></div></div></div>",
            a.title,
            a.by,
            set(&a.paragraphs)
        ),
    );
    Set::of(&a, &[], html).beside("courier.example 6–8 minutes")
}

/// Every run of words in two elements of another age.
pub fn translated(w: &mut Words) -> Set {
    let a = w.usual();
    let wrap = |words: &str| {
        format!(
            "<font style=\"vertical-align: inherit;\"><font style=\"vertical-align: inherit;\">{words}</font></font>"
        )
    };
    let words: String = a
        .paragraphs
        .iter()
        .map(|p| {
            let sentences: String = p.split_inclusive(". ").map(&wrap).collect();
            format!("<p>{sentences}</p>")
        })
        .collect();
    let links: String = (0..8)
        .map(|_| format!("<li><a href=/x>{}</a></li>", wrap(&w.title())))
        .collect();
    let html = page(
        &a.title,
        &format!(
            "<div class=menu-x><ul>{links}</ul></div><div class=leaf><h1>{}</h1><div>{}</div><div class=txt>{words}</div></div><div class=more-x><h3>{}</h3><ul>{links}</ul></div><div id=goog-gt-tt style=\"display:none\"><p>Original text. Rate this translation.</p></div>",
            wrap(&a.title),
            wrap(&a.by),
            wrap("More stories of the day")
        ),
    );
    Set::of(&a, &[], html)
}

pub fn front_cards(w: &mut Words) -> Set {
    let tiles: String = (0..24).map(|_| card(w)).collect();
    let html = page(
        "The Velden Courier",
        &format!(
            "<header><ul>{}</ul></header><main><h1>The Velden Courier</h1><div class=grid>{tiles}</div></main>",
            w.sections()
        ),
    );
    Set {
        html,
        known: Vec::new(),
        beside: Vec::new(),
    }
}

pub fn front_links(w: &mut Words) -> Set {
    let lists: String = (0..5)
        .map(|_| format!("<div class=block><h2>{}</h2><ul>{}</ul></div>", w.name(), w.items(9)))
        .collect();
    let html = page(
        "Courier – news",
        &format!(
            "<div class=head><ul>{}</ul></div><div class=cols>{lists}</div><p>All rights reserved</p>",
            w.sections()
        ),
    );
    Set {
        html,
        known: Vec::new(),
        beside: Vec::new(),
    }
}
