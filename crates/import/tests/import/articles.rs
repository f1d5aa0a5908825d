//! What of a web page is its article, and what only stands in it or around it.

use super::{outline, read};

const ONE: &str =
    "The harbour handled four million tonnes of grain last year, a tenth more than the ministry had planned for.";
const TWO: &str =
    "Shippers say that the new quay made the difference, and that a second one would be filled within a season.";

/// The blocks of a page of this body, without its title.
fn blocks(body: &str) -> Vec<String> {
    let page = format!("<!DOCTYPE html><html><head><title>Grain at the Quay</title></head><body>{body}</body></html>");
    let mut blocks = outline(&read(&page, "a.html"));
    blocks.retain(|block| !block.starts_with("title"));
    blocks
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    let found = blocks(body);
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

fn paragraphs() -> [String; 2] {
    [format!("p {ONE}"), format!("p {TWO}")]
}

#[test]
fn teasers_side_by_side_are_left_out_and_links_in_a_sentence_stay() {
    let teaser = "<div><h3><a href=/t>A ferry that nobody wanted</a></h3><p>The ministry paid for it twice, auditors found on Monday.</p></div>";
    let body = format!(
        "<article><h1>Grain at the Quay</h1><p>{ONE}</p><div class=x><h4>Elsewhere</h4>{teaser}{teaser}</div>\
         <p>Shippers say that <a href=/a>the new quay made the difference</a>, and that <a href=/b>a second one would be filled</a> within a season.</p></article>"
    );
    let [one, two] = paragraphs();
    check(&body, &[&one, &two]);
}

#[test]
fn reports_of_one_event_are_no_teasers() {
    let report = "<div><h3><a href=/live?at=1>Pilots meet the board</a></h3><p>Nobody expects them to agree before the evening.</p></div>";
    let body = format!(
        "<main><h1>Grain at the Quay</h1><p>{ONE}</p><p>{TWO}</p><div class=liveblog-posts>{report}{report}</div></main>"
    );
    assert_eq!(
        blocks(&body)
            .iter()
            .filter(|block| block.contains("before the evening"))
            .count(),
        2
    );
}

#[test]
fn a_box_that_asks_for_an_address_is_left_out() {
    let body = format!(
        "<article><h1>Grain at the Quay</h1><p>{ONE}</p><div class=x1><h4>The quay by post</h4><p>What moves, in your inbox.</p><form><input type=email></form></div>\
         <p>{TWO}</p><div class=x2><p>Read all of it with a subscription. Already a subscriber?</p><a href=/login>Sign in</a></div></article>"
    );
    let [one, two] = paragraphs();
    check(&body, &[&one, &two]);
}

#[test]
fn a_quotation_set_apart_that_the_text_says_anyway_is_left_out_and_another_stays() {
    let body = format!(
        "<article><h1>Grain at the Quay</h1><p>{ONE}</p><p>{TWO}</p><blockquote>“a second one would be filled within a season”</blockquote>\
         <blockquote>We were never asked, and we shall not pay for it.</blockquote></article>"
    );
    let [one, two] = paragraphs();
    check(
        &body,
        &[&one, &two, "quote We were never asked, and we shall not pay for it."],
    );
}

#[test]
fn background_in_an_aside_is_of_the_text_and_links_in_one_are_not() {
    let told =
        "A quay is paid by those who use it, by the metre and by the day, which is why so few were built. ".repeat(3);
    let body = format!(
        "<article><h1>Grain at the Quay</h1><p>{ONE}</p><aside><p>{told}</p><p>{told}</p></aside><p>{TWO}</p>\
         <aside><p>Also today</p><a href=/a>A ferry that nobody wanted</a></aside></article>"
    );
    let found = blocks(&body);
    assert_eq!(found.iter().filter(|block| block.contains("by the metre")).count(), 2);
    assert!(!found.iter().any(|block| block.contains("Also today")), "{found:?}");
}

#[test]
fn the_summary_between_headline_and_body_is_of_the_article() {
    let body = format!(
        "<div id=a><ul><li><a href=/a>Region</a><li><a href=/b>Sport</a></ul><div id=b><h1>Grain at the Quay</h1><p>More came than anybody had planned for.</p>\
         <div id=c><div>{ONE}</div><div>{TWO}</div></div></div></div>"
    );
    let [one, two] = paragraphs();
    check(&body, &["p More came than anybody had planned for.", &one, &two]);
}

#[test]
fn a_front_page_is_told_to_have_no_article() {
    let teaser = "<div><h3><a href=/t>A ferry that nobody wanted</a></h3><p>The ministry paid for it twice, auditors found.</p></div>";
    let told = |body: &str| {
        let page = format!("<!DOCTYPE html><html><head><title>The Quay</title></head><body>{body}</body></html>");
        let warnings = read(&page, "a.html").warnings;
        warnings
            .iter()
            .any(|warning| warning.message.contains("no article was found"))
    };
    assert!(told(&format!("<main><h1>The Quay</h1>{}</main>", teaser.repeat(9))));
    assert!(!told(&format!(
        "<main><h1>Grain at the Quay</h1><p>{ONE}</p><p>{TWO}</p>{}</main>",
        teaser.repeat(9)
    )));
}

/// The words of a page with this head, without its title.
fn words_of(head: &str, body: &str) -> String {
    let page = format!("<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>");
    let read = read(&page, "a.html");
    outline(&read)
        .into_iter()
        .filter(|block| !block.starts_with("title"))
        .collect()
}

#[track_caller]
fn holds(words: &str, kept: &[&str], gone: &[&str]) {
    kept.iter()
        .for_each(|kept| assert!(words.contains(kept), "{kept} is missing\n{words}"));
    gone.iter()
        .for_each(|gone| assert!(!words.contains(gone), "{gone} is there\n{words}"));
}

const THIRD: &str =
    "None of this was ever put to the council, says a deputy who sat on it for nine years and left in spring.";

fn post(author: &str, words: &str) -> String {
    format!(
        "<div class=cell><article class=post><div><a href=/{author}>{author}</a> <time>2 h</time></div><div>{words}</div></article></div>"
    )
}

#[test]
fn of_posts_side_by_side_the_one_the_page_is_named_after_is_read() {
    let head = format!("<title>Board: “{}…” / Quay</title>", &ONE[..60]);
    let posts = |list: &[(&str, &str)]| -> String { list.iter().map(|(author, words)| post(author, words)).collect() };
    let list = posts(&[("asker", TWO), ("board", ONE), ("reader", THIRD)]);
    holds(
        &words_of(&head, &format!("<main><h1>Conversation</h1>{list}</main>")),
        &[ONE],
        &[TWO, THIRD],
    );
    // An author who goes on is heard out.
    let list = posts(&[("board", ONE), ("board", TWO), ("reader", THIRD)]);
    holds(
        &words_of(&head, &format!("<main><h1>Conversation</h1>{list}</main>")),
        &[ONE, TWO],
        &[THIRD],
    );
    // A page named after all of them keeps all.
    holds(
        &words_of(
            "<title>What was said on the quay</title>",
            &format!("<main>{list}</main>"),
        ),
        &[ONE, TWO, THIRD],
        &[],
    );
    // Where a headline stands over them, they are reports below it, whatever the page is described by.
    let described = format!("<title>Grain at the Quay</title><meta property=og:description content=\"{ONE}\">");
    holds(
        &words_of(&described, &format!("<main><h1>Grain at the Quay</h1>{list}</main>")),
        &[ONE, TWO, THIRD],
        &[],
    );
}

#[test]
fn answers_that_are_longer_than_the_post_are_left_out() {
    let answers: String = (0..6)
        .map(|_| format!("<div class=post><div><a href=/u>A reader</a> 2 h</div><div>{TWO} {THIRD}</div></div>"))
        .collect();
    let named = format!(
        "<main><div class=post><div><a href=/b>Board</a></div><div>{ONE}</div></div><section class=replies>{answers}</section></main>"
    );
    holds(
        &words_of("<title>Post by the board</title>", &named),
        &[ONE],
        &[TWO, THIRD],
    );
    // What calls itself so and holds no posts is the text.
    let called = format!("<div><p>{ONE}</p></div><div class=comments-open><p>{TWO}</p><p>{THIRD}</p></div>");
    holds(&words_of("<title>Grain</title>", &called), &[TWO, THIRD], &[]);
    let declared = format!(
        "<main><h1>Grain at the Quay</h1><div><p>{ONE}</p></div><div itemprop=comment><p>{TWO}</p></div><div itemscope itemtype=\"https://schema.org/Comment\"><p>{THIRD}</p></div></main>"
    );
    holds(
        &words_of("<title>Grain at the Quay</title>", &declared),
        &[ONE],
        &[TWO, THIRD],
    );
}

#[test]
fn a_story_loaded_below_is_none_of_the_one_asked_for_and_a_chapter_is() {
    let story = |tag: &str, title: &str, by: &str, words: &str| {
        format!("<{tag} class=part><h1>{title}</h1>{by}<p>{words}</p><p>{words}</p></{tag}>")
    };
    let by = "<p class=m>Salma Berg, 3 May 2019</p>";
    let head = "<title>A Ferry | The Quay</title><meta property=og:title content=\"Grain at the Quay\">";
    for tag in ["article", "div", "section"] {
        let own = story(tag, "Grain at the Quay", by, ONE);
        let next = story(tag, "A Ferry That Nobody Wanted", by, &format!("{TWO} {THIRD}"));
        holds(
            &words_of(head, &format!("<main>{own}{next}</main>")),
            &[ONE],
            &[TWO, "A Ferry"],
        );
        holds(
            &words_of(head, &format!("<main>{own}</main><div><p>Next</p>{next}</div>")),
            &[ONE],
            &[TWO],
        );
        let chapter = story(tag, "What Was Planned", "", TWO);
        holds(
            &words_of(
                head,
                &format!("<main>{own}{chapter}{}</main>", chapter.replace(TWO, THIRD)),
            ),
            &[ONE, TWO, THIRD, "What Was Planned"],
            &[],
        );
        // A page named after none of its stories is all of them.
        let next = story(tag, "A Ferry That Nobody Wanted", by, TWO);
        let last = story(tag, "A Mill in the Valley", by, THIRD);
        holds(
            &words_of("<title>Bulletin</title>", &format!("<main>{own}{next}{last}</main>")),
            &[ONE, TWO, THIRD],
            &[],
        );
    }
}
