//! Pages onto which further stories were loaded, and pages of several parts that are one text.

use super::super::Set;
use super::super::words::{Article, set};
use super::{Words, page, story};

/// Every story in a part of its own that says where it stands; the later ones are longer.
pub fn addressed(w: &mut Words) -> Set {
    let all = [story(w, 5, 0), story(w, 9, 1), story(w, 11, 2)];
    let part = |(at, a): (usize, &Article)| {
        format!(
            "<div class=\"infinite__item\" data-url=https://courier.example/n/{at}><script type=application/ld+json>{{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"{}\",\"mainEntityOfPage\":\"https://courier.example/n/{at}\"}}</script>\
             <div class=story><header class=story__head><h1 class=story__title>{}</h1><div class=byline>By <a rel=author href=/by>{}</a> <time datetime=2019-05-0{}>{}</time></div></header><div class=story__body>{}</div></div><div class=story__foot><a href=/t>Region</a></div></div>",
            a.title,
            a.title,
            a.by,
            at + 1,
            a.date,
            set(&a.paragraphs)
        )
    };
    let parts: String = all.iter().enumerate().map(part).collect();
    let [a, ..] = all;
    let html = page(
        &format!("{} | The Velden Courier", a.title),
        &format!(
            "<link rel=canonical href=https://courier.example/n/0><meta property=og:title content=\"{}\"><meta property=og:description content=\"{}\">",
            a.title, a.lead
        ),
        &format!(
            "<header><ul>{}</ul></header><div id=content class=infinite>{parts}</div><footer><p>Courier Media</p></footer>",
            w.sections()
        ),
    );
    Set::of(&a, &[], html).beside("Region")
}

/// The story asked for is the page's main part; the next was put behind it, and is three times as long.
pub fn behind(w: &mut Words) -> Set {
    let (a, next) = (story(w, 5, 0), story(w, 15, 1));
    let body = |a: &Article| {
        format!(
            "<div class=head><h1>{}</h1><p class=stand>{}</p><p class=auth>{}, {}</p></div><div class=body>{}</div>",
            a.title,
            a.lead,
            a.by,
            a.date,
            set(&a.paragraphs)
        )
    };
    let html = page(
        &format!("{} - Velden Herald", a.title),
        "<meta property=og:site_name content=\"Velden Herald\">",
        &format!(
            "<div id=top><ul>{}</ul></div><main id=main-content><article>{}</article></main><div class=onward><h2>More from the Herald</h2><ul>{}</ul></div><div id=load-0 class=loaded><p>Next story</p><article>{}</article></div>",
            w.sections(),
            body(&a),
            w.items(5),
            body(&next)
        ),
    );
    Set::of(&a, &[&a.lead], html)
}

/// No element says what it is, and the classes say nothing.
pub fn soup(w: &mut Words) -> Set {
    let all = [story(w, 6, 0), story(w, 8, 1), story(w, 5, 2)];
    let part = |a: &Article| {
        let words: String = a
            .paragraphs
            .iter()
            .map(|p| format!("<div class=x7b>{p}</div>"))
            .collect();
        format!(
            "<div class=q1z><div class=h0><div class=k2>Region</div><h1 class=t3>{}</h1><div class=m4><span>{}</span><span>{}</span></div></div><div class=b5>{words}</div></div>",
            a.title, a.by, a.date
        )
    };
    let parts: String = all.iter().map(part).collect();
    let [a, ..] = all;
    let html = page(
        &format!("{} — Quay Times", a.title),
        &format!(
            "<script type=application/ld+json>{{\"@context\":\"https://schema.org\",\"@graph\":[{{\"@type\":\"WebSite\",\"name\":\"Quay Times\"}},{{\"@type\":\"NewsArticle\",\"headline\":\"{}\"}}]}}</script>",
            a.title
        ),
        &format!(
            "<div class=n9>{}</div><div class=w8><div class=c6>{parts}</div></div><div class=f0>Quay Times, 4 Quay Street</div>",
            w.sections()
        ),
    );
    Set::of(&a, &[], html).beside("Region")
}

/// A long report, each chapter an article of its own with its heading; the first bears the report's name.
pub fn chapters(w: &mut Words) -> Set {
    let mut a = story(w, 4, 0);
    let others = [story(w, 5, 1), story(w, 6, 2), story(w, 4, 3)];
    let mut parts = format!(
        "<section class=Theme-Section><div class=Header><h1>{}</h1><p>{}</p></div>{}</section>",
        a.title,
        a.lead,
        set(&a.paragraphs)
    );
    for chapter in &others {
        parts += &format!(
            "<section class=Theme-Section><h1>{}</h1>{}</section>",
            chapter.title,
            set(&chapter.paragraphs)
        );
    }
    let lead = a.lead.clone();
    for chapter in others {
        a.paragraphs.push(chapter.title);
        a.paragraphs.extend(chapter.paragraphs);
    }
    let html = page(
        &a.title,
        &format!(
            "<meta property=og:title content=\"{}\"><meta property=og:description content=\"{lead}\">",
            a.title
        ),
        &format!("<div class=Project>{parts}</div><footer><p>Built by the Courier</p></footer>"),
    );
    Set::of(&a, &[&lead], html).beside("Built by the Courier")
}

/// Reports of one event, each with its time and reporter, below the event's headline; the head describes the newest.
pub fn reports(w: &mut Words) -> Set {
    let mut a = story(w, 1, 0);
    let entries: Vec<(String, String)> = (0..7).map(|_| (w.name(), w.paragraph())).collect();
    let list: String = entries
        .iter()
        .enumerate()
        .map(|(at, (by, words))| {
            format!("<article class=entry id=e{at}><div class=entry__meta><a href=\"/r/e{at}\"><time datetime=2020-03-03T1{at}:20>1{at}:20</time></a><a href=/by/{at}>{by}</a></div><div class=entry__text><p>{words}</p></div></article>")
        })
        .collect();
    let first = entries.first().map(|(_, words)| words.clone()).unwrap_or_default();
    let html = page(
        &format!("{} | Courier", a.title),
        &format!(
            "<meta property=og:title content=\"{}\"><meta property=og:description content=\"{first}\">",
            a.title
        ),
        &format!(
            "<header><ul>{}</ul></header><main><h1>{}</h1>{}<div class=entries>{list}</div></main>",
            w.sections(),
            a.title,
            set(&a.paragraphs)
        ),
    );
    let beside: Vec<String> = entries.iter().map(|(by, _)| by.clone()).collect();
    a.paragraphs.extend(entries.into_iter().map(|(_, words)| words));
    Set::of(&a, &[], html).beside(&format!(
        "{} 10:20 11:20 12:20 13:20 14:20 15:20 16:20",
        beside.join(" ")
    ))
}

/// A bulletin: its articles one below the other, the page named after the bulletin.
pub fn issue(w: &mut Words) -> Set {
    let all = [story(w, 4, 0), story(w, 5, 1), story(w, 3, 2)];
    let parts: String = all
        .iter()
        .map(|a| {
            format!(
                "<article><header><h2>{}</h2><p class=byline>By <a href=/by>{}</a></p></header>{}</article>",
                a.title,
                a.by,
                set(&a.paragraphs)
            )
        })
        .collect();
    let mut known = vec!["Bulletin of the Harbour Board, May 2019".to_owned()];
    let mut beside = String::from("By");
    for a in all {
        beside += &format!(" By {}", a.by);
        known.push(a.title);
        known.extend(a.paragraphs);
    }
    let html = page(
        "Bulletin of the Harbour Board, May 2019",
        "",
        &format!(
            "<header><ul>{}</ul></header><main><h1>Bulletin of the Harbour Board, May 2019</h1>{parts}</main>",
            w.sections()
        ),
    );
    Set {
        html,
        known,
        beside: vec![beside],
    }
}
