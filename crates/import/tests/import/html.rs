use super::{outline, read};

const PROSE: &str = "The harbour handled four million tonnes of grain last year, a tenth more than the ministry had planned for, and the shippers say that the new quay made the difference.";

fn page(head: &str, body: &str) -> String {
    format!("<!DOCTYPE html><html lang=\"en-GB\"><head>{head}</head><body>{body}</body></html>")
}

#[test]
fn formulas_are_words_and_their_figures_keep_their_value() {
    let n = |words: &str| format!("<mn>{words}</mn>");
    let cases = [
        (format!("<msup>{}{}</msup>", n("10"), n("6")), "10⁶"),
        (
            format!("<msup>{}<mrow><mo>−</mo>{}</mrow></msup>", n("10"), n("6")),
            "10⁻⁶",
        ),
        (
            format!("<mrow>{}<mfrac>{}{}</mfrac></mrow>", n("2"), n("1"), n("2")),
            "2 1/2",
        ),
        (
            format!(
                "<mi>x</mi><mo>=</mo><mo>-</mo>{}<mo>+</mo><msqrt><mi>y</mi></msqrt>",
                n("5")
            ),
            "x = -5 + √y",
        ),
        (
            format!("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>{}</mfrac>", n("2")),
            "(a + b)/2",
        ),
        (
            format!("<msub><mi>v</mi>{}</msub><msup><mi>x</mi><mi>n</mi></msup>", n("1")),
            "v_1x^n",
        ),
        (format!("{}<mtext>tonnes</mtext>", n("5")), "5 tonnes"),
        (
            format!(
                "<semantics>{}<annotation encoding=\"application/x-tex\">\\frac9</annotation></semantics>",
                n("9")
            ),
            "9",
        ),
        (
            "<mi>f</mi><mo>\u{2061}</mo><mo>(</mo><mi>x</mi><mo>)</mo>".into(),
            "f(x)",
        ),
    ];
    for (formula, expected) in cases {
        let body = format!(
            "<article><h1>Grain</h1><p>{PROSE}</p><p>It was <math>{formula}</math> in all. {PROSE}</p></article>"
        );
        let read = read(&page("", &body), "a.html");
        assert!(
            read.text.contains(&format!("It was {expected} in all.")),
            "{expected}: {}",
            read.text
        );
    }
    // Encyclopedias hide the formula and show its picture.
    let hidden =
        "<span style=\"display: none;\"><math><msup><mn>10</mn><mn>6</mn></msup></math></span><img alt=\"10^6\">";
    let body = format!("<article><h1>Grain</h1><p>{PROSE}</p><p>It was {hidden} tonnes. {PROSE}</p></article>");
    assert!(read(&page("", &body), "a.html").text.contains("It was 10⁶ tonnes."));
}

#[test]
fn the_main_text_is_read_and_what_surrounds_it_is_counted() {
    let body = format!(
        "<header><a href=/>Quay Review</a></header><nav><ul><li><a href=/a>World</a><li><a href=/b>Trade</a></ul></nav>\
         <div class=\"layout has-sidebar\"><div class=content><h1>Grain at the Quay</h1><p class=byline>By Zora Malik</p><p>{PROSE}</p>\
         <div class=\"social-share\">Share on everything</div><h2>Prices</h2><p>{PROSE}&nbsp;&mdash; it said.</p><blockquote><p>We were never asked.</p></blockquote>\
         <figure><img src=x.png alt=crane><figcaption>A crane at dusk</figcaption></figure>\
         <table><tr><th>Year<th>Tonnes<tr><td>2015<td>3.6</table><ul><li>first<li>second</ul></div>\
         <aside class=sidebar><p>Read our newsletter, it is the best of all the newsletters that anybody has ever written.</p></aside></div>\
         <footer>© Quay Review</footer><script>var x = '<p>no</p>';</script>"
    );
    let document = read(&page("<title>Grain at the Quay | Quay Review</title>", &body), "a.html");
    assert_eq!(
        outline(&document),
        [
            "title Grain at the Quay".to_owned(),
            "byline By Zora Malik".into(),
            format!("p {PROSE}"),
            "h2 Prices".into(),
            format!("p {PROSE}\u{a0}— it said."),
            "quote We were never asked.".into(),
            "caption A crane at dusk".into(),
            "row Year\tTonnes".into(),
            "row 2015\t3.6".into(),
            "item first".into(),
            "item second".into(),
        ]
    );
    assert_eq!(document.title.as_deref(), Some("Grain at the Quay"));
    assert_eq!(document.author.as_deref(), Some("Zora Malik"));
    assert_eq!(document.language.as_deref(), Some("en-GB"));
    let warning = document
        .warnings
        .iter()
        .find(|w| w.place.starts_with("page"))
        .expect("what was left out is told");
    assert!(warning.message.starts_with("5 parts"), "{warning:?}");
}

#[test]
fn declarations_of_every_usual_kind() {
    #[rustfmt::skip]
    let cases: &[(&str, [Option<&str>; 5])] = &[
        ("<meta name=citation_title content='Grain'><meta name=citation_author content='Malik, Zora'><meta name=citation_author content='Wei, Li'><meta name=citation_publication_date content='2018/05/03'><meta name=citation_journal_title content='River Studies'><link rel=canonical href='https://river.example/1'>",
         [Some("Grain"), Some("Malik, Zora; Wei, Li"), Some("River Studies"), Some("2018-05-03"), Some("https://river.example/1")]),
        ("<meta property=og:title content='Grain &amp; coal'><meta property=og:site_name content='Quay Review'><meta property=article:published_time content='2018-05-03T08:00:00+02:00'><meta name=author content='Zora Malik'><meta property=og:url content='https://quay.example/2'>",
         [Some("Grain & coal"), Some("Zora Malik"), Some("Quay Review"), Some("2018-05-03"), Some("https://quay.example/2")]),
        ("<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":\"NewsArticle\",\"headline\":\"Grain\",\"author\":[{\"name\":\"Zora Malik\"},{\"name\":\"Li Wei\"}],\"publisher\":{\"name\":\"Quay Review\"},\"datePublished\":\"2018-05-03\",\"mainEntityOfPage\":{\"@id\":\"https://quay.example/3\"}}]}</script>",
         [Some("Grain"), Some("Zora Malik; Li Wei"), Some("Quay Review"), Some("2018-05-03"), Some("https://quay.example/3")]),
        ("<title>Grain at the quay - Quay Review</title><meta name=dc.date content=2018-05><meta name=author content='https://social.example/zora'>",
         [Some("Grain at the quay"), None, None, Some("2018-05"), None]),
        ("<meta property=article:published_time content='January 34, 2022'>", [None, None, None, None, None]),
    ];
    for (head, expected) in cases {
        let document = read(&page(head, &format!("<p>{PROSE}</p>")), "a.html");
        let found = [
            &document.title,
            &document.author,
            &document.publisher,
            &document.published,
            &document.url,
        ]
        .map(|v| v.as_deref());
        assert_eq!(found, *expected, "{head}");
    }
}

#[test]
fn microdata_relations_and_times() {
    let body = format!(
        "<aside><article><time datetime=2001-01-01>old</time><a rel=author>Somebody Else</a></article></aside>\
         <article><h1>Grain</h1><a rel=author href=/z>Zora Malik</a> <time datetime=2018-05-03T10:00Z>May 3</time><p>{PROSE}</p><p>{PROSE}</p></article>"
    );
    let document = read(&page("", &body), "a.html");
    assert_eq!(document.author.as_deref(), Some("Zora Malik"));
    assert_eq!(document.published.as_deref(), Some("2018-05-03"));
}

#[test]
fn footnotes_are_kept_apart() {
    let body = format!(
        "<article><p>{PROSE}<sup id=cite_ref-1 class=reference><a href=\"#cite_note-1\">[1]</a></sup> Coal fell.<a href=\"#fn2\" class=footnote-ref>2</a> \
         In the 19<sup>th</sup> year 10<sup>6</sup> tonnes.</p><p>{PROSE}</p>\
         <ol class=references><li id=cite_note-1><a href=\"#cite_ref-1\">^</a> Yearbook 2015.<li id=fn2>Ibid. <a href=\"#fnref2\">↩</a></ol></article>"
    );
    let document = read(&page("", &body), "a.html");
    assert_eq!(
        outline(&document),
        [
            format!("p {PROSE}⟨1⟩ Coal fell.⟨2⟩ In the 19th year 10⁶ tonnes."),
            format!("p {PROSE}"),
            "note 1 Yearbook 2015.".into(),
            "note 2 Ibid.".into(),
        ]
    );
}

#[test]
fn hidden_words_and_scripts_are_no_text() {
    let body = format!(
        "<p>{PROSE}</p><p hidden>secret</p><p style='display: none'>trap</p><template><p>shadow</p></template><noscript>turn it on</noscript><p>End.</p>"
    );
    let document = read(&page("", &body), "a.html");
    assert_eq!(outline(&document), [format!("p {PROSE}"), "p End.".into()]);
}

#[test]
fn a_page_in_its_declared_encoding() {
    let mut bytes = b"<html><head><meta charset=\"windows-1251\"></head><body><p>".to_vec();
    bytes.extend([0xdd, 0xea, 0xf1, 0xef, 0xee, 0xf0, 0xf2]); // "Экспорт"
    bytes.extend(b" 4%</p></body></html>");
    assert_eq!(
        import::import(&bytes, Some("a.html")).expect("a document").text,
        "Экспорт 4%"
    );
}

#[test]
fn a_page_without_any_structure_is_still_read() {
    let document = read(
        "<html><body>Grain rose.<br><br>Coal fell.<div>Iron stood still.</div></body></html>",
        "a.html",
    );
    assert_eq!(
        outline(&document),
        ["p Grain rose.", "p Coal fell.", "p Iron stood still."]
    );
}

#[test]
fn text_set_in_a_fixed_width_is_reflowed() {
    let document = read(
        "<html><body><pre>The harbour handled four million tonnes of grain last year,\na tenth more than the ministry had planned for, and nobody\nsaid why.\n\nCoal fell.</pre></body></html>",
        "a.html",
    );
    assert_eq!(
        outline(&document),
        [
            "p The harbour handled four million tonnes of grain last year, a tenth more than the ministry had planned for, and nobody said why.",
            "p Coal fell."
        ]
    );
}

#[test]
fn a_page_saved_by_a_word_processor() {
    let body = format!(
        "<div class=WordSection1><p class=MsoTitle>Grain</p><p class=MsoNormal>{PROSE}<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span class=MsoFootnoteReference><span>[1]</span></span></a> Coal fell.<o:p></o:p></p></div>\
         <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\" name=\"_ftn1\"><span>[1]</span></a> Yearbook 2015.</p></div></div>"
    );
    let found = outline(&read(&page("", &body), "a.html"));
    assert_eq!(
        found[found.len() - 2..],
        [format!("p {PROSE}⟨1⟩ Coal fell."), "note 1 Yearbook 2015.".into()],
        "{found:#?}"
    );
}

#[test]
fn a_page_saved_by_libreoffice() {
    let body = format!(
        "<p>{PROSE}<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a> Coal fell.</p>\
         <div id='sdfootnote1'><p><a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>Yearbook 2015.</p></div>"
    );
    let found = outline(&read(&page("", &body), "a.html"));
    assert_eq!(
        found[found.len() - 2..],
        [format!("p {PROSE}⟨1⟩ Coal fell."), "note 1 Yearbook 2015.".into()],
        "{found:#?}"
    );
}

#[test]
fn a_weblog_with_comments_and_teasers() {
    let body = format!(
        "<div id=page class='hfeed site'><div id=content><div id=primary class=content-area><main><article id=post-1 class='post tag-grain'>\
         <header class=entry-header><h1 class=entry-title>Grain at the Quay</h1><div class=entry-meta><span class=posted-on><time class='entry-date published' datetime=2018-05-03T09:00>3 May</time>\
         <time class=updated datetime=2019-01-01>1 Jan</time></span><span class=byline> by <span class='author vcard'><a class='url fn n' href=/z>Zora Malik</a></span></span></div></header>\
         <div class=entry-content><p>{PROSE}</p><p>{PROSE} <a href=/x>Here</a> is more.</p><div class='sharedaddy sd-sharing-enabled'><h3>Share this:</h3></div></div>\
         <footer class=entry-footer><span class=tags-links>Tagged <a>grain</a></span></footer></article>\
         <div id=comments class=comments-area><h2>3 thoughts</h2><p>I have read this article with great interest and I do not believe a single word of it, to be honest.</p></div></main></div>\
         <div id=secondary class=widget-area><ul><li><a href=/1>One post of the many that were written</a><li><a href=/2>Another</a></ul></div></div></div>"
    );
    let document = read(&page("<title>Grain at the Quay – Quay Review</title>", &body), "a.html");
    assert_eq!(document.author.as_deref(), Some("Zora Malik"));
    assert_eq!(document.published.as_deref(), Some("2018-05-03"));
    let found = outline(&document);
    assert_eq!(
        found[..2],
        ["title Grain at the Quay", "byline 3 May 1 Jan by Zora Malik"]
    );
    let prose: Vec<&String> = found.iter().filter(|line| line.starts_with("p ")).collect();
    assert_eq!(
        prose,
        [&format!("p {PROSE}"), &format!("p {PROSE} Here is more.")],
        "{found:#?}"
    );
}

#[test]
fn a_page_laid_out_by_tables() {
    let body = format!(
        "<table width=100%><tr><td><a href=/a>World</a><br><a href=/b>Trade</a></td><td><font size=5><b>Grain at the Quay</b></font><p>{PROSE}<p>{PROSE}</td><td>Weather: sun</td></tr></table>"
    );
    let found = outline(&read(&page("", &body), "a.html"));
    assert_eq!(
        found.iter().filter(|line| **line == format!("p {PROSE}")).count(),
        2,
        "{found:#?}"
    );
}

#[test]
fn paragraphs_parted_by_line_breaks() {
    let found = outline(&read(
        &page(
            "",
            &format!("<div>{PROSE}<br /><br />{PROSE}<br/>\n<br/>Short one, without a stop<br>that goes on.</div>"),
        ),
        "a.html",
    ));
    assert_eq!(found[..2], [format!("p {PROSE}"), format!("p {PROSE}")], "{found:#?}");
}

#[test]
fn a_frontpage_of_teasers_is_kept_rather_than_lost() {
    let body: String = (1..6)
        .map(|n| format!("<article><h2><a href=/{n}>Story {n}</a></h2><p>{PROSE}</p></article>"))
        .collect();
    let found = outline(&read(&page("<title>Quay Review</title>", &body), "a.html"));
    assert_eq!(
        found.iter().filter(|line| line.starts_with("p ")).count(),
        5,
        "{found:#?}"
    );
}
