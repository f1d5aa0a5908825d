//! What stands inside an article without being of it, and what is of it although it looks as if it were not.

use super::super::words::set;
use super::{Set, Words, framed};

pub fn comments(w: &mut Words) -> Set {
    let a = w.usual();
    let talk: String = (0..6)
        .map(|_| format!("<div class=response><div class=who><b>{}</b> · 3 days ago</div><div class=what><p>{}</p></div><span>12 up · 3 down</span></div>", w.name(), w.comment()))
        .collect();
    let body = format!(
        "<div class=wrap><article><h1>{}</h1><div class=by>{} · {}</div><div class=text>{}</div>\
         <section class=discussion id=reader-responses><h3>6 responses</h3>{talk}<a href=/all>Show all responses</a></section></article></div>",
        a.title,
        a.by,
        a.date,
        set(&a.paragraphs)
    );
    Set::of(&a, &[], framed(w, &a.title, &body))
}

pub fn links_inside(w: &mut Words) -> Set {
    let a = w.article(9);
    let mut words = String::new();
    for (at, p) in a.paragraphs.iter().enumerate() {
        words += &format!("<p>{p}</p>");
        let title = w.title();
        words += &match at {
            1 => format!("<p>READ ALSO: <a href=/x>{title}</a></p>"),
            3 => format!("<p><strong><a href=/x>{title}</a></strong></p>"),
            5 => format!(
                "<ul><li><a href=/x>{title}</a></li><li><a href=/y>{}</a></li></ul>",
                w.title()
            ),
            7 => format!("<div class=inline-rel><span>More:</span> <a href=/z>{title}</a></div>"),
            _ => String::new(),
        };
    }
    let body = format!(
        "<main><article><h1>{}</h1><p class=byline>By {}</p>{words}</article></main>",
        a.title, a.by
    );
    Set::of(&a, &[], framed(w, &a.title, &body))
}

pub fn teasers_inside(w: &mut Words) -> Set {
    let a = w.article(8);
    let (first, rest) = a.paragraphs.split_at(3);
    let teaser = |w: &mut Words| {
        format!(
            "<a class=story-card href=/s><img src=s.jpg><h4>{}</h4><p>{}</p></a>",
            w.title(),
            w.sentence()
        )
    };
    let body = format!(
        "<article class=story><h1>{}</h1><span class=author>{}</span><div class=story-body>{}<div class=\"story-inline-module\"><h3>Don’t miss</h3>{}{}</div>{}</div>\
         <div class=story-bottom><h3>From the front page</h3>{}{}{}</div></article>",
        a.title,
        a.by,
        set(first),
        teaser(w),
        teaser(w),
        set(rest),
        teaser(w),
        teaser(w),
        teaser(w)
    );
    Set::of(&a, &[], framed(w, &a.title, &body))
}

pub fn cookies(w: &mut Words) -> Set {
    let a = w.article(3);
    let body = format!(
        "<div id=onetrust-consent-sdk><div id=onetrust-banner-sdk role=region aria-label=\"Privacy\"><div class=ot-sdk-row><h2>We value your privacy</h2>\
         <p>We and our 754 partners store and access information on a device, such as unique identifiers, and process personal data for personalised advertising and \
         content, measurement of advertising and content, audience research and the development of services. With your permission we may use precise location data. \
         You may click to agree to our and our partners’ processing as described above, or choose in detail before you agree or refuse.</p>\
         <p>Please note that some processing of your personal data may not require your consent, but you have a right to object to it. Your preferences apply to this \
         site only, and you can change them at any time by returning to it or in our privacy policy.</p><button>Accept all</button></div></div></div>\
         <div class=\"page\"><div class=\"article\"><h1>{}</h1><p class=meta>{}, {}</p>{}</div></div>",
        a.title,
        a.by,
        a.date,
        set(&a.paragraphs)
    );
    Set::of(&a, &[], framed(w, &a.title, &body))
}

pub fn newsletter(w: &mut Words) -> Set {
    let a = w.usual();
    let (first, rest) = a.paragraphs.split_at(2);
    let body = format!(
        "<main><article><h1>{}</h1><p>{}</p>{}<div class=nl-inline><h4>The Harbour Letter</h4><p>What moves on the quays, every Friday in your inbox. Free.</p>\
         <form action=/s><label>Your e-mail</label><input type=email><button>Send it to me</button><p>By entering your address you accept our terms and the privacy notice.</p></form></div>{}\
         <p><em>Would you like more of this? <a href=/n>Sign up for the Harbour Letter here</a>.</em></p></article></main>",
        a.title,
        a.lead,
        set(first),
        set(rest)
    );
    Set::of(&a, &[&a.lead], framed(w, &a.title, &body))
}

pub fn share_bars(w: &mut Words) -> Set {
    let a = w.usual();
    let bar = "<div class=tools-bar><ul><li><a href=https://f.example>Facebook</a></li><li><a href=https://t.example>Twitter</a></li><li><a href=mailto:x>Email</a></li>\
               <li><a href=#p>Print</a></li><li><span>Copy link</span></li><li><span>Save for later</span></li></ul></div>";
    let body = format!(
        "<div class=main><div class=article-wrap><h1>{}</h1>{bar}<div class=date-author>{} {}</div><div class=article-text>{}</div>{bar}\
         <div class=topics>Topics: <a href=/1>Harbour</a>, <a href=/2>Velden</a>, <a href=/3>Trade</a></div></div></div>",
        a.title,
        a.by,
        a.date,
        set(&a.paragraphs)
    );
    Set::of(&a, &[], framed(w, &a.title, &body))
}

/// A pull quote says again what the text says.
pub fn pull_quotes(w: &mut Words) -> Set {
    let (a, caption) = (w.article(8), w.sentence());
    let pulled = a.paragraphs[2]
        .split_inclusive(". ")
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned();
    let (first, rest) = a.paragraphs.split_at(4);
    let body = format!(
        "<article><h1>{}</h1><p>By {}</p><figure class=lead-image><img><figcaption><span>{caption}</span> <span class=credit>Photograph: {}</span></figcaption></figure>{}\
         <aside class=\"element element-pullquote\"><blockquote><p>{pulled}</p></blockquote></aside>{}<figure class=pull-quote><blockquote>{pulled}</blockquote></figure></article>",
        a.title,
        a.by,
        a.by,
        set(first),
        set(rest)
    );
    Set::of(&a, &[], framed(w, &a.title, &body)).beside(&format!("{caption} Photograph: {}", a.by))
}

pub fn paywall(w: &mut Words) -> Set {
    let a = w.article(3);
    let body = format!(
        "<article class=premium><h1>{}</h1><div class=abstract>{}</div><div class=c-body>{}</div><div class=offer-box><h3>Read on with Courier Plus</h3>\
         <p>You have reached the end of what we can show without a subscription. Subscribers read all articles, the archive and the crossword.</p><ul><li>First month free</li>\
         <li>Cancel whenever you like</li></ul><a class=cta href=/plus>Choose an offer</a><p>Already a subscriber? <a href=/login>Sign in</a></p></div></article>",
        a.title,
        a.lead,
        set(&a.paragraphs)
    );
    Set::of(&a, &[&a.lead], framed(w, &a.title, &body))
}

pub fn tables(w: &mut Words) -> Set {
    let a = w.usual();
    let (mut rows, mut known) = (String::new(), String::from("Year Exports Imports "));
    for year in 2010..2019 {
        let (one, other) = (w.number(9000), w.number(9000));
        rows += &format!("<tr><td>{year}</td><td>{one}</td><td>{other}</td></tr>");
        known += &format!("{year} {one} {other} ");
    }
    let (first, rest) = a.paragraphs.split_at(2);
    let body = format!(
        "<div class=content-main><h1>{}</h1>{}<table class=figures><thead><tr><th>Year</th><th>Exports</th><th>Imports</th></tr></thead><tbody>{rows}</tbody></table>{}</div>",
        a.title,
        set(first),
        set(rest)
    );
    Set::of(&a, &[&known], framed(w, &a.title, &body))
}

pub fn footnotes(w: &mut Words) -> Set {
    let (a, notes) = (w.article(6), w.paragraphs(3));
    let words: String = a
        .paragraphs
        .iter()
        .enumerate()
        .map(|(at, p)| match at {
            0..3 => format!("<p>{p}<sup><a href=\"#fn{0}\" id=\"ref{0}\">{0}</a></sup></p>", at + 1),
            _ => format!("<p>{p}</p>"),
        })
        .collect();
    let list: String = notes
        .iter()
        .enumerate()
        .map(|(at, n)| format!("<li id=\"fn{0}\">{n} <a href=\"#ref{0}\">↩</a></li>", at + 1))
        .collect();
    let body = format!(
        "<article><h1>{}</h1><p>{}</p>{words}<hr><h2>Notes</h2><ol class=fn-list>{list}</ol></article>",
        a.title, a.by
    );
    let notes = notes.join(" ");
    Set::of(&a, &["Notes", &notes], framed(w, &a.title, &body))
}

pub fn lists(w: &mut Words) -> Set {
    let (a, points, steps) = (w.article(4), w.paragraphs(5), w.paragraphs(4));
    let linked: String = points
        .iter()
        .map(|p| format!("<li>{} <a href=/s>source</a></li>", p))
        .collect();
    let steps_set: String = steps.iter().map(|p| format!("<li>{p}</li>")).collect();
    let (first, rest) = a.paragraphs.split_at(2);
    let body = format!(
        "<div role=main><h1>{}</h1>{}<h2>What is known</h2><ul>{linked}</ul>{}<h2>What comes next</h2><ol>{steps_set}</ol></div>",
        a.title,
        set(first),
        set(rest)
    );
    let (points, steps) = (points.join(" "), steps.join(" "));
    Set::of(
        &a,
        &[
            "What is known",
            "What comes next",
            &points,
            &steps,
            "source source source source source",
        ],
        framed(w, &a.title, &body),
    )
}

pub fn quotations(w: &mut Words) -> Set {
    let (a, letter) = (w.article(4), w.paragraphs(4));
    let (first, rest) = a.paragraphs.split_at(2);
    let body = format!(
        "<div class=post><h1>{}</h1>{}<blockquote>{}</blockquote>{}</div><div class=side><ul>{}</ul></div>",
        a.title,
        set(first),
        set(&letter),
        set(rest),
        w.items(8)
    );
    let letter = letter.join(" ");
    Set::of(&a, &[&letter], framed(w, &a.title, &body))
}

/// A box of background that belongs to the story, in an element that elsewhere holds links.
pub fn background(w: &mut Words) -> Set {
    let (a, boxed) = (w.article(7), w.paragraphs(3));
    let (first, rest) = a.paragraphs.split_at(3);
    let body = format!(
        "<article><h1>{}</h1><p>By {}</p>{}<aside class=box><h3>How the quota works</h3>{}</aside>{}<aside><h3>Also in this section</h3><ul>{}</ul></aside></article>",
        a.title,
        a.by,
        set(first),
        set(&boxed),
        set(rest),
        w.items(5)
    );
    let boxed = boxed.join(" ");
    Set::of(&a, &["How the quota works", &boxed], framed(w, &a.title, &body))
}

pub fn dialogs(w: &mut Words) -> Set {
    let a = w.usual();
    let bio = format!(
        "{} covers trade and shipping for the Courier. Before that she spent nine years at the customs office.",
        a.by
    );
    let body = format!(
        "<div class=\"lightbox-login\" style=\"display: none\"><h2>Welcome back</h2><p>Enter the address with which you registered and we will send you a link to sign in.</p></div>\
         <div class=tp-backdrop aria-hidden=true><p>You have read three articles this month. Register to read two more for nothing.</p></div>\
         <div class=container><h1 class=headline>{}</h1><div class=credits>{} | {}</div><div class=copy>{}</div><div class=author-card><h4>About {}</h4><p>{bio}</p></div>\
         <div class=tag-cloud><a href=/1>harbour</a> <a href=/2>grain</a> <a href=/3>velden</a> <a href=/4>quota</a></div></div>",
        a.title,
        a.by,
        a.date,
        set(&a.paragraphs),
        a.by
    );
    Set::of(&a, &[], framed(w, &a.title, &body)).beside(&format!("About {} {bio}", a.by))
}
