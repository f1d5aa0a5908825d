//! Institutions, archives, and sites of before.

use super::super::Set;
use super::super::words::set;
use super::{Words, page};

pub fn paper(w: &mut Words) -> Set {
    let (a, notes, heads) = (w.article(9), w.paragraphs(3), [w.title(), w.title(), w.title()]);
    let mut words = String::new();
    for (at, three) in a.paragraphs.chunks(3).enumerate() {
        let (last, first) = three
            .split_last()
            .map_or(("", &three[..0]), |(last, first)| (last.as_str(), first));
        words += &format!(
            "<h2 id=h{at}>{}</h2>{}<p>{last}<a href=\"#_ftn{2}\" name=\"_ftnref{2}\">[{2}]</a></p>",
            heads[at],
            set(first),
            at + 1
        );
    }
    let list: String = notes
        .iter()
        .enumerate()
        .map(|(at, note)| {
            format!(
                "<p><a href=\"#_ftnref{0}\" name=\"_ftn{0}\">[{0}]</a> {note}</p>",
                at + 1
            )
        })
        .collect();
    let contents: String = heads
        .iter()
        .enumerate()
        .map(|(at, head)| format!("<li><a href=\"#h{at}\">{head}</a></li>"))
        .collect();
    let html = page(
        &a.title,
        &format!(
            "<div class=topbar><ul>{}</ul></div><div class=pub-hero><h1>{}</h1><div class=authors><a href=/e>{}</a></div><a class=btn href=/p.pdf>Download the PDF</a></div><div class=pub-grid><div class=pub-contents><h4>Contents</h4><ul>{contents}</ul></div>\
             <div class=pub-body>{words}<hr>{list}</div></div><div class=pub-more><h3>Related publications</h3><ul>{}</ul></div><div class=legal>The institute takes no institutional positions.</div>",
            w.sections(),
            a.title,
            a.by,
            w.items(4)
        ),
    );
    let (heads, notes) = (heads.join(" "), notes.join(" "));
    Set::of(&a, &[&heads, &notes], html).beside("Download the PDF 1 2 3")
}

pub fn fixed_width(w: &mut Words) -> Set {
    let a = w.usual();
    let mut words = String::new();
    for paragraph in &a.paragraphs {
        let mut width = 0;
        for word in paragraph.split(' ') {
            if width + word.len() > 68 {
                words.push('\n');
                width = 0;
            }
            words += word;
            words.push(' ');
            width += word.len() + 1;
        }
        words += "\n\n";
    }
    let html = page(
        &a.title,
        &format!(
            "<p>[<a href=prev.html>Previous</a>] [<a href=next.html>Next</a>] [<a href=index.html>Index by date</a>]</p><h1>{}</h1><pre>{words}</pre><hr><p>[<a href=prev.html>Previous</a>] [<a href=next.html>Next</a>]</p>",
            a.title
        ),
    );
    Set::of(&a, &[], html)
}

pub fn open_paragraphs(w: &mut Words) -> Set {
    let a = w.usual();
    let words: String = a.paragraphs.iter().map(|p| format!("<P ALIGN=JUSTIFY>{p}\n")).collect();
    let nav = "<CENTER>[ <A HREF=\"index.htm\">Main page</A> | <A HREF=\"arch.htm\">Archive</A> | <A HREF=\"guest.htm\">Guestbook</A> ]</CENTER>";
    let html = format!(
        "<HTML><HEAD><TITLE>{0}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>{nav}<HR><H2 ALIGN=CENTER>{0}</H2><I>{1}</I>{words}<HR>{nav}<FONT SIZE=-2>Last changed 3.5.1999. You are visitor 10442.</FONT></BODY></HTML>",
        a.title, a.by
    );
    Set::of(&a, &[], html)
}

pub fn one_form(w: &mut Words) -> Set {
    let a = w.usual();
    let links: String = (0..9)
        .map(|at| format!("<a id=ctl00_m{at} href=/m{at}.aspx>{}</a><br>", w.title()))
        .collect();
    let html = page(
        &a.title,
        &format!(
            "<form method=post action=detail.aspx id=aspnetForm><input type=hidden name=__VIEWSTATE value=x><div id=ctl00_head><input name=q><input type=submit value=Search></div><div id=ctl00_left>{links}</div>\
             <div id=ctl00_main><span id=ctl00_lblTitle class=ttl>{}</span><br><span id=ctl00_lblDate>{}</span><br><span id=ctl00_lblBody>{}</span></div><div id=ctl00_foot>Ministry of Fisheries, all rights reserved</div></form>",
            a.title,
            a.date,
            a.paragraphs.join("<br/><br/>")
        ),
    );
    Set::of(&a, &[], html)
}

pub fn mailing(w: &mut Words) -> Set {
    let a = w.article(8);
    let nest = |inner: &str| {
        format!(
            "<table width=100%><tbody><tr><td valign=top class=mcnTextBlockInner><table align=left class=mcnTextContentContainer><tbody><tr><td valign=top class=mcnTextContent>{inner}</td></tr></tbody></table></td></tr></tbody></table>"
        )
    };
    let blocks: String = a.paragraphs.chunks(2).map(|two| nest(&set(two))).collect();
    let html = page(
        &a.title,
        &format!(
            "<center><table id=bodyTable><tr><td id=bodyCell><table class=templateContainer><tr><td id=templatePreheader>{}</td></tr><tr><td id=templateBody>{}{blocks}</td></tr>\
             <tr><td id=templateFooter>{}</td></tr></table></td></tr></table></center>",
            nest("<a href=/v>View this email in your browser</a>"),
            nest(&format!("<h1>{}</h1>", a.title)),
            nest(
                "<em>Copyright © 2019 Velden Harbour, all rights reserved.</em><br>Our mailing address is: Quay Street 4<br><a href=/u>unsubscribe from this list</a> <a href=/p>update subscription preferences</a>"
            )
        ),
    );
    Set::of(&a, &[], html)
}

pub fn judgment(w: &mut Words) -> Set {
    let mut a = w.article(0);
    a.paragraphs = w.paragraphs(18);
    let items: String = a
        .paragraphs
        .iter()
        .map(|p| format!("<li value=1><p>{p}</p></li>"))
        .collect();
    let html = page(
        &a.title,
        &format!(
            "<div id=courtnav><ul>{}</ul></div><div id=doc><h1>{}</h1><table><tr><td>Before:</td><td>{}</td></tr></table><ol>{items}</ol></div><div id=tools><a href=/rtf>Printable RTF version</a> <a href=/d>Donate to the archive</a></div>",
            w.sections(),
            a.title,
            a.by
        ),
    );
    Set::of(&a, &["Before:"], html)
}

pub fn transcript(w: &mut Words) -> Set {
    let mut a = w.article(0);
    let (one, other) = (w.name().to_uppercase(), w.name().to_uppercase());
    let turns: Vec<String> = (0..16)
        .map(|at| format!("{}: {}", if at % 2 == 0 { &one } else { &other }, w.paragraph()))
        .collect();
    let words: String = turns
        .iter()
        .filter_map(|turn| turn.split_once(':'))
        .map(|(who, said)| format!("<p><b>{who}:</b>{said}</p>"))
        .collect();
    a.paragraphs = turns;
    let html = page(
        &a.title,
        &format!(
            "<div class=nav1><ul>{}</ul></div><div class=page-main><div class=col-main><div class=kick>Transcript</div><h1>{}</h1><div class=aired>Aired {}</div>{words}</div><div class=col-right><h3>Programmes</h3><ul>{}</ul></div></div>",
            w.sections(),
            a.title,
            a.date,
            w.items(9)
        ),
    );
    Set::of(&a, &[], html).beside("Transcript Aired")
}
