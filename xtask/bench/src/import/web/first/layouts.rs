//! Where on the page the article lies.

use super::super::words::set;
use super::{Set, Words, framed, page};

/// No element says anything, and beside the article stand summaries of others.
pub fn soup(w: &mut Words) -> Set {
    let a = w.usual();
    let side: String = (0..6)
        .map(|_| {
            format!(
                "<div><div><a href=/s>{}</a></div><div>{}</div></div>",
                w.title(),
                w.sentences(2)
            )
        })
        .collect();
    let links: String = (0..12)
        .map(|at| format!("<div><a href=/{at}>{}</a></div>", w.title()))
        .collect();
    let body = format!(
        "<div><div><div><a href=/>Velden Courier</a></div><div>{links}</div></div><div><div><div><h1>{}</h1></div><div>{} / {}</div><div>{}</div></div><div>{side}</div></div>\
         <div><div>Imprint</div><div>Privacy</div><div>Contact us if you find a mistake in an article or want to tell us about one.</div></div></div>",
        a.title,
        a.by,
        a.date,
        set(&a.paragraphs)
    );
    Set::of(&a, &[], page(&a.title, &body))
}

pub fn live(w: &mut Words) -> Set {
    let (mut a, posts) = (w.article(1), w.paragraphs(9));
    let set_posts: String = posts
        .iter()
        .map(|p| format!("<div class=\"block block--content\"><p class=block-time><time>12.{:02}</time></p><h2 class=block-title>{}</h2><div class=block-elements><p>{p}</p></div></div>", w.number(60), "Update from the quay"))
        .collect();
    let keys: String = (0..5)
        .map(|at| format!("<li><a href=#b{at}>{}</a></li>", w.title()))
        .collect();
    let body = format!(
        "<main><article class=live><h1>{}</h1><p>{}</p><aside class=key-events><h2>Key events</h2><ul>{keys}</ul></aside><div class=\"liveblog-body\">{}{set_posts}</div></article></main>",
        a.title,
        a.lead,
        set(&a.paragraphs)
    );
    a.paragraphs
        .extend(posts.iter().map(|p| format!("Update from the quay {p}")));
    let times: String = (0..60).map(|minute| format!("12.{minute:02} ")).collect();
    Set::of(&a, &[&a.lead.clone()], framed(w, &a.title, &body)).beside(&times)
}

/// The text runs on in a second column.
pub fn columns(w: &mut Words) -> Set {
    let a = w.article(10);
    let (left, right) = a.paragraphs.split_at(5);
    let body = format!(
        "<div class=grid><div class=full><h1>{}</h1><p>{}</p></div><div class=half>{}</div><div class=half>{}</div><div class=third><h4>Elsewhere</h4><ul>{}</ul></div></div>",
        a.title,
        a.lead,
        set(left),
        set(right),
        w.items(7)
    );
    Set::of(&a, &[&a.lead], framed(w, &a.title, &body))
}

pub fn arabic(w: &mut Words) -> Set {
    let count = 4 + w.number(6);
    let paragraphs: Vec<String> = (0..count).map(|_| w.arabic()).collect();
    let title = "خلاف حول حصة الصيد في الميناء القديم";
    let links: String = ["الرئيسية", "اقتصاد", "سياسة", "رياضة", "ثقافة"]
        .map(|name| format!("<li><a href=/x>{name}</a></li>"))
        .concat();
    let more: String = (0..5).map(|_| "<div class=box><a href=/m><h3>ارتفاع أسعار الفحم في الأسواق المحلية</h3></a><p>تابع آخر الأخبار عن أسعار الفحم والحبوب في المنطقة الشمالية.</p></div>").collect();
    let html = format!(
        "<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8><title>{title} | صحيفة الساحل</title></head><body><div class=top><ul>{links}</ul></div>\
         <div class=row><div class=col-8><h1>{title}</h1><div class=info>سلمى حداد - 3 مايو 2019</div><div class=txt>{}</div><div class=share>شارك</div></div>\
         <div class=col-4><h2>الأكثر قراءة</h2>{more}</div></div><div class=foot>جميع الحقوق محفوظة لصحيفة الساحل</div></body></html>",
        set(&paragraphs)
    );
    Set {
        html,
        known: std::iter::once(title.to_owned()).chain(paragraphs).collect(),
        beside: vec!["سلمى حداد 3 مايو 2019".into()],
    }
}

pub fn short(w: &mut Words) -> Set {
    let a = w.article(2);
    let more: String = (0..12)
        .map(|_| {
            format!(
                "<div class=item><span class=time>14:05</span> <a href=/n>{}</a></div>",
                w.title()
            )
        })
        .collect();
    let body = format!(
        "<div class=news-item><div class=date>{}</div><h1>{}</h1><div class=news-text>{}</div></div><div class=news-list><h2>All news</h2>{more}</div>",
        a.date,
        a.title,
        set(&a.paragraphs)
    );
    Set::of(&a, &[], framed(w, &a.title, &body))
}

pub fn long(w: &mut Words) -> Set {
    let a = w.article(40);
    let mut words = String::new();
    let mut heads = Vec::new();
    for (at, part) in a.paragraphs.chunks(8).enumerate() {
        let head = w.title();
        let (first, rest) = part.split_at(1);
        let letter: String = first[0].chars().take(1).collect();
        words += &format!(
            "<section class=chapter id=c{at}><div class=inner><h2>{head}</h2><p><span class=dropcap>{letter}</span>{}</p>{}</div></section><div class=full-bleed><img><div class=cap>{}</div></div>",
            &first[0][letter.len()..],
            set(rest),
            "A crane at night."
        );
        heads.push(head);
    }
    let nav: String = heads
        .iter()
        .enumerate()
        .map(|(at, head)| format!("<a href=#c{at}>{head}</a>"))
        .collect();
    let body = format!(
        "<div class=chapters>{nav}</div><div class=immersive><div class=opener><h1>{}</h1><p>{}</p><p>Words by {}</p></div>{words}</div>",
        a.title, a.lead, a.by
    );
    let heads = heads.join(" ");
    Set::of(&a, &[&a.lead, &heads], page(&a.title, &body))
        .beside("Words by A crane at night. A crane at night. A crane at night. A crane at night. A crane at night.")
}

pub fn old_tables(w: &mut Words) -> Set {
    let a = w.usual();
    let links: String = (0..10)
        .map(|at| {
            format!(
                "<tr><td><img src=dot.gif></td><td><a href=\"/{at}.htm\"><font size=1>{}</font></a></td></tr>",
                w.title()
            )
        })
        .collect();
    let body = format!(
        "<table width=100% border=0><tr><td colspan=3><img src=logo.gif><a href=/>Home</a> | <a href=/a>Archive</a> | <a href=/m>Mail</a></td></tr><tr><td width=150 valign=top><table>{links}</table></td>\
         <td valign=top><table width=95%><tr><td><font face=Arial size=5><b>{}</b></font><br><font size=2><i>{}, {}</i></font><br><br><font face=Arial size=2>{}</font></td></tr></table></td>\
         <td width=120><a href=/ad><img src=ad.gif></a></td></tr><tr><td colspan=3 align=center><font size=1>Copyright 2003 Velden Courier. All rights reserved. Best viewed at 800x600.</font></td></tr></table>",
        a.title,
        a.by,
        a.date,
        a.paragraphs.join("<br><br>\n")
    );
    Set::of(&a, &[], page(&a.title, &body))
}

/// Nothing but the body holds the whole article.
pub fn siblings(w: &mut Words) -> Set {
    let a = w.article(9);
    let pieces: String = a
        .paragraphs
        .chunks(3)
        .map(|three| format!("<div class=section><div class=wrap>{}</div></div>", set(three)))
        .collect();
    let body = format!(
        "<div class=hero><h1>{}</h1><p class=intro>{}</p></div>{pieces}<div class=more-links><h2>Next stories</h2><ul>{}</ul></div>",
        a.title,
        a.lead,
        w.items(5)
    );
    Set::of(&a, &[&a.lead], framed(w, &a.title, &body))
}

pub fn line_breaks(w: &mut Words) -> Set {
    let a = w.usual();
    let body = format!(
        "<div id=wrapper><div id=left><ul>{}</ul></div><div id=text><h1>{}</h1><span class=small>{} {}</span><br><br>{}<br><br><a href=javascript:history.back()>back</a></div></div>",
        w.sections(),
        a.title,
        a.by,
        a.date,
        a.paragraphs.join("<br /><br />\r\n")
    );
    Set::of(&a, &[], framed(w, &a.title, &body))
}

/// Every teaser calls itself an article.
pub fn several(w: &mut Words) -> Set {
    let a = w.usual();
    let teasers: String = (0..5)
        .map(|_| {
            format!(
                "<article class=teaser-x><h3><a href=/t>{}</a></h3><p>{}</p><span>4 min</span></article>",
                w.title(),
                w.sentences(3)
            )
        })
        .collect();
    let body = format!(
        "<main><article><h1>{}</h1><p>{} — {}</p>{}</article><section><h2>Further reading</h2>{teasers}</section></main>",
        a.title,
        a.by,
        a.date,
        set(&a.paragraphs)
    );
    Set::of(&a, &[], framed(w, &a.title, &body))
}

pub fn print(w: &mut Words) -> Set {
    let a = w.usual();
    let html = format!(
        "<html><head><title>{}</title></head><body onload=\"window.print()\"><p><b>The Velden Courier</b></p><hr><h2>{}</h2><p><i>{} – {}</i></p>{}<hr><p>Printed from courier.example. \
         © The Velden Courier</p></body></html>",
        a.title,
        a.title,
        a.by,
        a.date,
        set(&a.paragraphs)
    );
    Set::of(&a, &[], html).beside("The Velden Courier")
}

/// One long paragraph among much that is none.
pub fn lone(w: &mut Words) -> Set {
    let mut a = w.article(0);
    a.paragraphs = vec![w.sentences(9)];
    let body = format!(
        "<div class=shell><div class=l><ul>{}</ul></div><div class=m><h1>{}</h1><div>{}</div></div><div class=r><div>Weather 12°</div><ul>{}</ul></div></div>",
        w.items(10),
        a.title,
        a.paragraphs[0],
        w.items(8)
    );
    Set::of(&a, &[], framed(w, &a.title, &body))
}
