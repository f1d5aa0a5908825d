//! Passages found again: a table of changes, and made-up documents under random edits whose truth is known.

use std::ops::Range;

use proptest::prelude::*;
use proptest::sample::Index;

use super::sentences::plain;
use super::*;
use crate::text::CodePoints;

/// Blocks are paragraphs parted by an empty line.
fn blocks(text: &str) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut at = 0;
    for block in text.split("\n\n") {
        let length = block.chars().count();
        all.push((at, at + length));
        at += length + 2;
    }
    all.retain(|(start, end)| start < end);
    all
}

fn again(old: &str, new: &str, passages: &[Range<usize>]) -> Vec<Refound> {
    let (before, after) = (CodePoints::of(old), CodePoints::of(new));
    let (old_blocks, new_blocks) = (blocks(old), blocks(new));
    let edition = |text, points, blocks| Edition { text, points, blocks };
    refind(
        edition(old, &before, &old_blocks),
        edition(new, &after, &new_blocks),
        passages,
    )
}

/// What became of one passage.
fn once(old: &str, new: &str, passage: Range<usize>) -> Refound {
    again(old, new, std::slice::from_ref(&passage)).remove(0)
}

/// What became of some words, and what stands there now.
fn became(old: &str, new: &str, words: &str) -> (Fate, Option<String>, Refound) {
    let byte = old.find(words).expect("the words stand in the older edition");
    let start = old[..byte].chars().count();
    let found = once(old, new, start..start + words.chars().count());
    let points = CodePoints::of(new);
    let now = found
        .place
        .as_ref()
        .map(|place| points.slice(new, place.at.start, place.at.end).unwrap().to_owned());
    (found.fate, now, found)
}

const NOTE: &str = "The harbour at Suva was dredged in 2016. Oslo sold 40 pumps to Fiji in 2018, and they did not leak. \
    The buyers were content.\n\nA second order was placed by the ministry. It was larger than the first by far.";

#[test]
fn what_became_of_a_passage() {
    let edits: &[(Fate, &str, &str, Option<&str>)] = &[
        // Same: whatever happens elsewhere.
        (
            Fate::Same,
            "The buyers were content.",
            "The buyers were delighted.",
            Some("Oslo sold 40 pumps"),
        ),
        (
            Fate::Same,
            "The harbour",
            "Some history first.\n\nThe harbour",
            Some("Oslo sold 40 pumps"),
        ),
        (Fate::Same, "Fiji in 2018", "Fiji\nin  2018", Some("Oslo sold 40 pumps")),
        // A figure, a name, a unit, a date in the passage.
        (Fate::FigureChanged, "40 pumps", "45 pumps", Some("Oslo sold 45 pumps")),
        (
            Fate::FigureChanged,
            "40 pumps",
            "forty-one pumps",
            Some("Oslo sold forty-one pumps"),
        ),
        (
            Fate::FigureChanged,
            "40 pumps",
            "40 valves",
            Some("Oslo sold 40 valves"),
        ),
        (
            Fate::FigureChanged,
            "Oslo sold",
            "Bergen sold",
            Some("Bergen sold 40 pumps"),
        ),
        // Around it: the passage's own words stay.
        (
            Fate::FigureChanged,
            "Oslo sold",
            "There is no evidence that Oslo sold",
            Some("Oslo sold 40 pumps"),
        ),
        (
            Fate::FigureChanged,
            "they did not leak",
            "they did leak",
            Some("Oslo sold 40 pumps"),
        ),
        (Fate::FigureChanged, "in 2018", "in 2019", Some("Oslo sold 40 pumps")),
        (
            Fate::Reworded,
            "and they did not leak",
            "and happily they did not leak",
            Some("Oslo sold 40 pumps"),
        ),
        // Taken out.
        (
            Fate::Lost,
            "Oslo sold 40 pumps to Fiji in 2018, and they did not leak. ",
            "",
            None,
        ),
    ];
    for (fate, from, to, now) in edits {
        let new = NOTE.replacen(from, to, 1);
        assert_ne!(new, NOTE, "{from}");
        let (found, words, whole) = became(NOTE, &new, "Oslo sold 40 pumps");
        assert_eq!((found, words.as_deref()), (*fate, *now), "{from} → {to}: {whole:?}");
    }
}

#[test]
fn a_sentence_taken_elsewhere_is_moved() {
    let sentence = "Oslo sold 40 pumps to Fiji in 2018, and they did not leak. ";
    let new = format!("{} {}", NOTE.replace(sentence, ""), sentence.trim());
    let (fate, words, _) = became(NOTE, &new, "40 pumps");
    assert_eq!((fate, words.as_deref()), (Fate::Moved, Some("40 pumps")));
}

#[test]
fn the_same_words_in_several_places_are_never_guessed() {
    let old =
        "Exports grew at sea. The total was 40 tonnes. Imports shrank on land. The total was 40 tonnes. That is all.";
    // Both stay where they were: their neighbours tell them apart.
    let new = old.replace("at sea", "at sea, slowly");
    for (nth, byte) in old.match_indices("The total").map(|(byte, _)| byte).enumerate() {
        let found = once(old, &new, byte..byte + 24);
        assert_eq!(found.fate, Fate::Same, "{nth}");
    }
    // One is gone, and nothing tells which.
    let new = "Trade went on. The total was 40 tonnes. So it was.";
    for byte in old.match_indices("The total").map(|(byte, _)| byte) {
        let found = once(old, new, byte..byte + 24);
        assert_eq!(found.fate, Fate::Lost);
        assert_eq!(found.others.len(), 1, "the place is shown, not taken");
    }
}

#[test]
fn figures_that_changed_places_are_no_move() {
    let old =
        "Exports grew at sea. The total was 40 tonnes. Imports shrank on land. The total was 50 tonnes. That is all.";
    let new =
        "Exports grew at sea. The total was 50 tonnes. Imports shrank on land. The total was 40 tonnes. That is all.";
    for words in ["The total was 40 tonnes.", "The total was 50 tonnes."] {
        let (fate, _, found) = became(old, new, words);
        assert_eq!(fate, Fate::FigureChanged, "{words}: {found:?}");
        assert_eq!(found.others.len(), 1, "where the very words stand now is told");
    }
}

#[test]
fn a_passage_over_several_sentences_is_one_stretch() {
    let words = "40 pumps to Fiji in 2018, and they did not leak. The buyers were content.";
    assert_eq!(became(NOTE, &format!("Preface.\n\n{NOTE}"), words).0, Fate::Same);
    let (fate, now, _) = became(NOTE, &NOTE.replace("content", "angry"), words);
    assert_eq!(fate, Fate::Reworded);
    assert_eq!(
        now.as_deref(),
        Some("40 pumps to Fiji in 2018, and they did not leak. The buyers were angry.")
    );
    let parted = NOTE.replace("leak. The buyers", "leak. In 2020 a report denied it. The buyers");
    assert_eq!(became(NOTE, &parted, words).0, Fate::FigureChanged);
}

#[test]
fn a_sentence_that_was_split_or_joined_is_found() {
    let split = NOTE.replace("in 2018, and they", "in 2018. They");
    let (fate, words, found) = became(NOTE, &split, "Oslo sold 40 pumps to Fiji");
    assert_eq!(words.as_deref(), Some("Oslo sold 40 pumps to Fiji"), "{found:?}");
    assert!(fate.is_queued());
    let broken = NOTE
        .replace("by far.", "by\n\nfar.")
        .replace("ministry. It", "ministry.\n\nIt");
    assert!(became(NOTE, &broken, "larger than the first").1.is_some());
}

#[test]
fn a_block_break_that_moved_asks_nobody() {
    let old = "The harbour was dredged. Oslo sold 40 pumps\n\nto Fiji in 2018. The buyers paid. Nothing leaked.";
    let passages = [
        "sold 40 pumps\n\nto Fiji",
        "40 pumps\n\nto Fiji in 2018. The buyers paid.",
        "The harbour was dredged. Oslo sold 40 pumps\n\nto Fiji in 2018.",
    ];
    for new in [
        old.replace("\n\n", " "),
        old.replace("\n\nto Fiji in", " to Fiji\n\nin"),
        old.replace("\n\nto", " to").replace("The buyers", "\n\nThe buyers"),
    ] {
        for words in passages {
            let (fate, now, found) = became(old, &new, words);
            assert_eq!(fate, Fate::Same, "{words} in {new}: {found:?}");
            assert_eq!(now.as_deref().map(plain), Some(plain(words)), "{new}");
        }
        // A figure beside the break is no break.
        let (fate, _, found) = became(old, &new.replace("40", "45"), passages[0]);
        assert_eq!(fate, Fate::FigureChanged, "{new}: {found:?}");
    }
    // The break moved, and the words stand once more: which of them is meant is asked.
    let twice = format!(
        "{} Oslo sold 40 pumps to Fiji in 2018. So it was.",
        old.replace("\n\n", " ")
    );
    assert!(became(old, &twice, passages[0]).0.is_queued());
    // They moved past what they followed.
    let elsewhere = "The harbour was dredged. The buyers paid. Nothing leaked. Oslo sold 40 pumps to Fiji in 2018.";
    assert!(became(old, elsewhere, passages[0]).0.is_queued());
}

#[test]
fn emoji_and_marks_count_as_code_points() {
    let old = "🙂🙂 Über Köln flog nichts. The café sold 12 crêpes at noon. Ende gut 🙂.";
    let new = "Neu ist das: 🙂.\n\n🙂🙂 Über Köln flog nichts. The café sold 13 crêpes at noon. Ende gut 🙂.";
    let (fate, words, _) = became(old, new, "12 crêpes");
    assert_eq!((fate, words.as_deref()), (Fate::FigureChanged, Some("13 crêpes")));
    assert_eq!(became(old, new, "flog nichts").0, Fate::Same);
}

#[test]
fn pieces_show_what_differs_and_where_the_passage_is() {
    let (old, new) = difference(
        ("Oslo sold 40 big pumps.", Some(5..17)),
        ("Oslo sold 45 huge pumps.", Some(5..17)),
    );
    let told = |pieces: &[Piece]| -> String {
        let mark = |piece: &Piece| match piece.kind {
            PieceKind::Same => piece.text.clone(),
            PieceKind::Changed => format!("[{}]", piece.text),
            PieceKind::Alarmed => format!("!{}!", piece.text),
        };
        pieces.iter().map(mark).collect()
    };
    assert_eq!(
        (told(&old).as_str(), told(&new).as_str()),
        ("Oslo sold !40! [big] pumps.", "Oslo sold !45! [huge] pumps.")
    );
    let passage: String = new
        .iter()
        .filter(|piece| piece.passage)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(passage, "sold 45 huge");

    // What is said elsewhere in the sentence is no alarm; where the order is, it is shown.
    let pieces = |old, new| {
        let (old, new) = difference((old, None), (new, None));
        (told(&old), told(&new))
    };
    let (_, new) = pieces("Oslo sold pumps in March 2016.", "In March 2016 Oslo sold 40 pumps.");
    assert!(new.contains("!40!") && new.matches('!').count() == 2, "{new}");
    let (old, _) = pieces("Oslo sold 40 and Suva 12.", "Oslo sold 12 and Suva 40.");
    assert!(old.contains('!'), "{old}");
}

// -- Random edits ----------------------------------------------------------------------------------------------------

const WHO: &[&str] = &["Oslo", "Suva", "Bergen", "Apia", "Turku", "Nuuk", "Gdansk", "Izmir"];
const WHAT: &[&str] = &["pumps", "valves", "cranes", "tugs", "buoys", "winches"];
const DID: &[&str] = &["sold", "lent", "shipped", "returned", "repaired", "promised"];
const HOW: &[&str] = &[
    "before the harbour was dredged",
    "while the ministry looked on",
    "as the ledger records",
    "at a modest price",
    "although the crane was idle",
    "with some delay",
    "for the older quay",
    "after a long dispute",
];
const PLAIN: &[&str] = &[
    "The buyers were content.",
    "It rained on most days.",
    "Nobody kept a list of the visitors.",
    "The total was 40 tonnes.",
];

/// A sentence of a made-up document: its words and, where it was touched, whether what was touched is guarded.
#[derive(Debug, Clone)]
struct Line {
    origin: Option<usize>,
    words: String,
    touched: Option<bool>,
}

fn sentence(n: usize, picks: (usize, usize, usize, usize)) -> String {
    let pick = |all: &[&str], at: usize| all[at % all.len()].to_owned();
    if picks.0.is_multiple_of(7) {
        return pick(PLAIN, picks.1);
    }
    let (buyer, seller) = (pick(WHO, picks.0), pick(WHO, picks.0 + 1 + picks.1 % 6));
    let verb = pick(DID, picks.1);
    let not = if picks.2.is_multiple_of(3) {
        "did not get what was "
    } else {
        "got what was "
    };
    format!(
        "{buyer} {not}{verb} by {seller}: {} {} worth {} dollars, {}.",
        11 + (n * 7) % 88,
        pick(WHAT, picks.2),
        100 + n * 13,
        pick(HOW, picks.3)
    )
}

fn text(lines: &[Line]) -> (String, Vec<Range<usize>>) {
    let (mut text, mut at, mut places) = (String::new(), 0, Vec::new());
    for (n, line) in lines.iter().enumerate() {
        if n > 0 {
            let gap = if n % 5 == 0 { "\n\n" } else { " " };
            text.push_str(gap);
            at += gap.len();
        }
        text.push_str(&line.words);
        let length = line.words.chars().count();
        places.push(at..at + length);
        at += length;
    }
    (text, places)
}

#[derive(Debug, Clone)]
enum Edit {
    Insert(Index, usize),
    Delete(Index),
    Replace(Index, usize),
    Move(Index, Index),
    Digit(Index),
    Negate(Index),
    Name(Index),
    Unit(Index),
    Word(Index),
    /// A block ends in the middle of a sentence.
    Break(Index),
    /// The very words stand once more, elsewhere.
    Copy(Index, Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        (at(), 0usize..900).prop_map(|(at, n)| Edit::Insert(at, n)),
        at().prop_map(Edit::Delete),
        (at(), 0usize..900).prop_map(|(at, n)| Edit::Replace(at, n)),
        (at(), at()).prop_map(|(from, to)| Edit::Move(from, to)),
        at().prop_map(Edit::Digit),
        at().prop_map(Edit::Negate),
        at().prop_map(Edit::Name),
        at().prop_map(Edit::Unit),
        at().prop_map(Edit::Word),
        at().prop_map(Edit::Break),
        (at(), at()).prop_map(|(from, to)| Edit::Copy(from, to)),
    ]
}

fn swap(words: &str, from: &str, to: &str) -> Option<String> {
    words.contains(from).then(|| words.replacen(from, to, 1))
}

fn apply(lines: &mut Vec<Line>, edit: &Edit) {
    let touch = |line: &mut Line, words: Option<String>, guarded: bool| {
        if let Some(words) = words {
            line.words = words;
            line.touched = Some(guarded || line.touched.unwrap_or(false));
        }
    };
    let made = |n: usize| sentence(500 + n, (n * 3 + 1, n, n / 2, n / 3));
    if lines.is_empty() {
        return;
    }
    let count = lines.len();
    match edit {
        Edit::Insert(at, n) => lines.insert(
            at.index(count),
            Line {
                origin: None,
                words: made(*n),
                touched: None,
            },
        ),
        Edit::Delete(at) => drop(lines.remove(at.index(count))),
        Edit::Replace(at, n) => {
            lines[at.index(count)] = Line {
                origin: None,
                words: made(*n),
                touched: None,
            }
        }
        Edit::Move(from, to) => {
            let line = lines.remove(from.index(count));
            lines.insert(to.index(count), line);
        }
        Edit::Digit(at) => {
            let line = &mut lines[at.index(count)];
            let digit = line.words.char_indices().rfind(|(_, letter)| letter.is_ascii_digit());
            let changed = digit.map(|(byte, letter)| {
                let other = if letter == '9' { '1' } else { '9' };
                format!("{}{other}{}", &line.words[..byte], &line.words[byte + 1..])
            });
            touch(line, changed, true);
        }
        Edit::Negate(at) => {
            let line = &mut lines[at.index(count)];
            let words = &line.words;
            let changed = swap(words, "did not get", "did get")
                .or_else(|| swap(words, " got ", " never got "))
                .or_else(|| swap(words, " were ", " were not "));
            touch(line, changed, true);
        }
        Edit::Name(at) => {
            let line = &mut lines[at.index(count)];
            let changed = WHO.iter().find_map(|name| swap(&line.words, name, "Malmo"));
            touch(line, changed, true);
        }
        Edit::Unit(at) => {
            let line = &mut lines[at.index(count)];
            let changed = swap(&line.words, "dollars", "euros").or_else(|| swap(&line.words, "tonnes", "pounds"));
            touch(line, changed, true);
        }
        Edit::Break(at) => {
            let line = &mut lines[at.index(count)];
            if !line.words.contains("\n\n") {
                line.words = line.words.replacen(", ", ",\n\n", 1);
            }
        }
        Edit::Copy(from, to) => {
            let copy = Line {
                origin: None,
                ..lines[from.index(count)].clone()
            };
            lines.insert(to.index(count), copy);
        }
        Edit::Word(at) => {
            let line = &mut lines[at.index(count)];
            let changed = swap(&line.words, "the", "this");
            touch(line, changed, false);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400), max_global_rejects: 1 << 20, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_sight_of_under_random_edits(
        picks in prop::collection::vec((0usize..64, 0usize..64, 0usize..64, 0usize..64), 3..60),
        edits in prop::collection::vec(edit(), 1..14),
        cut in 0usize..9,
    ) {
        let old: Vec<Line> = picks.iter().enumerate()
            .map(|(n, picks)| Line { origin: Some(n), words: sentence(n, *picks), touched: None }).collect();
        let mut new = old.clone();
        edits.iter().for_each(|edit| apply(&mut new, edit));
        let (before, places) = text(&old);
        let (after, there) = text(&new);
        // A passage is its whole sentence, or its middle.
        let cut = |range: &Range<usize>| if cut % 2 == 0 { range.clone() } else { range.start + cut..range.end - 4 };
        let passages: Vec<Range<usize>> = places.iter().map(cut).collect();
        let found = again(&before, &after, &passages);
        prop_assert_eq!(found.len(), passages.len());
        let points = CodePoints::of(&after);
        let only_breaks = edits.iter().all(|edit| matches!(edit, Edit::Break(_)));
        for (n, found) in found.iter().enumerate() {
            let words = &old[n].words;
            let once = |lines: &[Line]| lines.iter().filter(|line| plain(&line.words) == *words).count() == 1;
            let now = new.iter().position(|line| line.origin == Some(n));
            let silent = !found.fate.is_queued();
            if silent {
                let place = found.place.clone().expect("what is found has a place");
                prop_assert!(found.alarms.is_empty());
                let stands = points.slice(&after, place.around.start, place.around.end).unwrap();
                prop_assert_eq!(plain(stands), words.as_str(), "a sentence that reads otherwise was taken silently");
                let both = (points.slice(&after, place.at.start, place.at.end), CodePoints::of(&before));
                let was = both.1.slice(&before, passages[n].start, passages[n].end);
                prop_assert_eq!(both.0.map(plain), was.map(plain));
            }
            let Some(now) = now else {
                prop_assert!(!silent || !once(&old) || new.iter().any(|line| plain(&line.words) == *words), "what is gone was found: {words}");
                continue;
            };
            let here = cut(&there[now]);
            match new[now].touched {
                None if once(&old) && once(&new) => {
                    let at = found.place.as_ref().map(|place| place.at.clone());
                    // Broken in two and taken elsewhere, it may be asked about; where nothing but breaks moved, nobody is asked.
                    let broken = !only_breaks && new[now].words.contains("\n\n");
                    let asked = !silent && (broken || found.others.contains(&here));
                    prop_assert!(at == Some(here.clone()) && silent || asked, "{words}: {found:?}, stands at {here:?}");
                }
                None => {}
                Some(guarded) => {
                    let elsewhere = new.iter().any(|line| plain(&line.words) == *words);
                    prop_assert!(!silent || elsewhere, "{words} → {}: {found:?}", new[now].words);
                    // A copy in which only an unguarded word changed is the nearer place, and it is asked about.
                    let loose = |words: &str| plain(words).replace("this", "the");
                    let nearer = new
                        .iter()
                        .enumerate()
                        .any(|(k, line)| k != now && loose(&line.words) == loose(words));
                    // A second change of the same figure may take the first one back.
                    let back = loose(&new[now].words) == loose(words);
                    if guarded && once(&old) && !elsewhere && !nearer && !back {
                        prop_assert_eq!(found.fate, Fate::FigureChanged, "{} → {}: {:?}", words, new[now].words, found);
                    }
                }
            }
        }
    }

    #[test]
    fn any_two_texts_are_compared(old in "(?s)[a-c .\n“0-9é🙂]{0,80}", new in "(?s)[a-c .\n“0-9é🙂]{0,80}", from in 0usize..60, length in 1usize..30) {
        let points = CodePoints::of(&old);
        let end = (from + length).min(points.len());
        prop_assume!(from < end);
        let found = once(&old, &new, from..end);
        let after = CodePoints::of(&new);
        if let Some(place) = &found.place {
            prop_assert!(after.slice(&new, place.at.start, place.at.end).is_some_and(|words| !words.is_empty()), "{found:?}");
            prop_assert!(place.around.start <= place.at.start && place.at.end <= place.around.end);
        }
        prop_assert_eq!(found.place.is_none(), found.fate == Fate::Lost);
    }

    #[test]
    fn an_edition_found_again_in_itself_is_the_same(text in "(?s)[a-d .,\n“0-9é🙂]{1,120}", from in 0usize..100, length in 1usize..30) {
        let points = CodePoints::of(&text);
        let end = (from + length).min(points.len());
        prop_assume!(from < end && points.slice(&text, from, end).is_some_and(|words| !words.trim().is_empty()));
        let passage = from..end;
        let found = again(&text, &text, &[passage]).remove(0);
        prop_assert_eq!(found.fate, Fate::Same, "{:?}", found);
    }

    #[test]
    fn pieces_add_up_to_the_wording(old in "(?s)[a-c .0-9é🙂]{0,60}", new in "(?s)[a-c .0-9é🙂]{0,60}") {
        let (a, b) = difference((&old, None), (&new, Some(0..3)));
        let whole = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
        prop_assert_eq!((whole(&a), whole(&b)), (old, new));
    }
}
