//! Pages of one post, with what others answered.

use super::super::Set;
use super::super::words::set;
use super::{Words, page};

/// What a post says in a title: its first letters.
fn quoted(words: &str) -> String {
    let cut: String = words.chars().take(90).collect();
    match cut.rsplit_once(' ') {
        Some((head, _)) if cut.len() < words.len() => format!("{head}…"),
        _ => cut,
    }
}

fn cell(name: &str, handle: &str, number: usize, words: &str) -> String {
    format!(
        "<div data-testid=cellInnerDiv style=\"transform: translateY({number}00px)\"><div class=\"r-1 r-9\"><article role=article tabindex=0 data-testid=post class=\"r-1 r-18u\">\
         <div class=r-k4><div data-testid=User-Name><a href=/{handle} role=link><span>{name}</span></a><a href=/{handle}><span>@{handle}</span></a><a href=/{handle}/status/{number}><time datetime=2019-05-03T10:1{number}>3 May 2019</time></a></div></div>\
         <div data-testid=postText dir=auto lang=en class=r-bcq><span class=r-q>{words}</span></div>\
         <div role=group aria-label=\"4 replies, 11 likes\"><span>4</span><span>11</span></div></article></div></div>"
    )
}

const BESIDE: &str = "3 May 2019 4 11 4 11 4 11 @board @board @board";

/// Every post in a cell of a list, the one the page is of the second: it answers another.
pub fn cells(w: &mut Words) -> Set {
    let (words, name) = (w.sentences(4), w.name());
    let mut list = cell(&w.name(), "asker", 0, &w.sentences(2));
    list += &cell(&name, "board", 1, &words);
    for number in 2..8 {
        list += &cell(&w.name(), &format!("user{number}"), number, &w.comment());
    }
    let html = page(
        &format!("{name} on Chatter: \"{}\" / Chatter", quoted(&words)),
        "",
        &format!(
            "<div id=react-root><header role=banner><nav><a href=/home>Home</a><a href=/explore>Explore</a></nav></header><main role=main><div data-testid=primaryColumn><h2>Post</h2><section aria-labelledby=a1 role=region><h1 id=a1>Conversation</h1><div aria-label=\"Timeline: Conversation\">{list}</div></section></div>\
             <div data-testid=sidebarColumn><aside><h2>Relevant people</h2><a href=/board>{name}</a><p>Official account.</p></aside></div></main></div>"
        ),
    );
    let beside = format!(
        "{name} on Chatter: {} / Chatter Post Conversation {name} {BESIDE}",
        quoted(&words)
    );
    Set {
        html,
        known: vec![words],
        beside: vec![beside],
    }
}

/// The post is set larger than what it answers and what answers it, and described whole in the head.
pub fn federated(w: &mut Words) -> Set {
    let (paragraphs, name) = ([w.sentences(2), w.sentences(2)], w.name());
    let status = |w: &mut Words, number: usize, words: &str| {
        format!(
            "<div class=\"status__wrapper status__wrapper-public\" tabindex=-1><div class=\"status status-public\"><div class=status__info><a href=/@u{number}/{number}><time datetime=2022-01-0{number}>2d</time></a><a href=/@u{number} class=status__display-name><bdi><strong>{}</strong></bdi><span>@u{number}@quay.example</span></a></div>\
             <div class=status__content><div class=\"status__content__text translate\" lang=en><p>{words}</p></div></div><div class=status__action-bar><button>Reply</button></div></div></div>",
            w.name()
        )
    };
    let asked = w.sentences(3);
    let above = status(w, 1, &asked);
    let below: String = (2..7)
        .map(|number| {
            let words = w.comment();
            status(w, number, &words)
        })
        .collect();
    let text = paragraphs.join(" ");
    let html = page(
        &format!("{name}: \"{}\" - Quay Social", quoted(&text)),
        &format!(
            "<meta property=og:title content=\"{name} (@board@quay.example)\"><meta property=og:description content=\"{text}\"><meta property=og:type content=article>"
        ),
        &format!(
            "<div class=ui><div class=columns-area><div class=columns-area__panels__main><div role=region class=column><h1 class=column-header>Back</h1><div class=scrollable><div>{above}\
             <div class=\"focusable detailed-status__wrapper detailed-status__wrapper-public\"><div class=detailed-status><a href=/@board class=detailed-status__display-name><bdi><strong>{name}</strong></bdi><span>@board@quay.example</span></a>\
             <div class=status__content><div class=\"status__content__text translate\" lang=en>{}</div></div><div class=detailed-status__meta><a href=/@board/9 class=detailed-status__datetime><time datetime=2022-01-03>3 January 2022</time></a> · 12 boosts</div></div></div>{below}</div></div></div></div>\
             <nav class=navigation-panel><a href=/about>About</a></nav></div></div>",
            set(&paragraphs)
        ),
    );
    let beside = format!(
        "{name}: {} - Quay Social Back {name} (@board@quay.example) @board@quay.example 3 January 2022 12 boosts",
        quoted(&text)
    );
    Set {
        html,
        known: vec![text],
        beside: vec![beside],
    }
}

/// Answers say by their markup that they are comments on the first.
pub fn forum(w: &mut Words) -> Set {
    let (a, count) = (w.article(3), 9);
    let answers: String = (2..count)
        .map(|at| {
            format!(
                "<div id=post_{at} itemprop=comment itemscope itemtype=https://schema.org/Comment class=\"topic-body crawler-post\"><div class=crawler-post-meta><span itemprop=author itemscope itemtype=https://schema.org/Person><a itemprop=url href=/u/{at}><span itemprop=name>{}</span></a></span><time itemprop=datePublished datetime=2020-02-0{at}>February {at}, 2020</time><span itemprop=position>{at}</span></div>\
                 <div class=post itemprop=text><p>{}</p><p>{}</p></div></div>",
                w.name(),
                w.comment(),
                w.comment()
            )
        })
        .collect();
    let html = page(
        &format!("{} - Talk - Quay Forum", a.title),
        "",
        &format!(
            "<header><a href=/>Quay Forum</a></header><div id=main-outlet class=wrap role=main><div id=topic-title><h1><a href=/t/1>{}</a></h1></div><div itemscope itemtype=https://schema.org/DiscussionForumPosting><meta itemprop=headline content=\"{}\">\
             <div id=post_1 class=\"topic-body crawler-post\"><div class=crawler-post-meta><span itemprop=author itemscope itemtype=https://schema.org/Person><a itemprop=url href=/u/1><span itemprop=name>{}</span></a></span><time itemprop=datePublished datetime=2020-02-01>{}</time></div><div class=post itemprop=text>{}</div></div>{answers}</div></div><footer><a href=/about>About</a></footer>",
            a.title,
            a.title,
            a.by,
            a.date,
            set(&a.paragraphs)
        ),
    );
    Set::of(&a, &[], html)
}

/// An author who goes on below the own post is one text; what others say between is none of it.
pub fn thread(w: &mut Words) -> Set {
    let (words, name) = (w.sentences(4), w.name());
    let more = [w.sentences(3), w.sentences(3)];
    let mut list = cell(&name, "board", 1, &words);
    list += &cell(&name, "board", 2, &more[0]);
    list += &cell(&name, "board", 3, &more[1]);
    for number in 4..9 {
        list += &cell(&w.name(), &format!("user{number}"), number, &w.comment());
    }
    let html = page(
        &format!("{name} on Chatter: \"{}\" / Chatter", quoted(&words)),
        "",
        &format!(
            "<div id=react-root><main role=main><div data-testid=primaryColumn><section role=region><h1>Conversation</h1><div>{list}</div></section></div></main></div>"
        ),
    );
    let beside = format!(
        "{name} on Chatter: {} / Chatter Conversation {name} {name} {name} {BESIDE} 3 May 2019 3 May 2019",
        quoted(&words)
    );
    Set {
        html,
        known: [words].into_iter().chain(more).collect(),
        beside: vec![beside],
    }
}
