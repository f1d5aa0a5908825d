//! A large project made from a seed: towns that trade, arm and meet, told by many documents that do not always agree.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use gainsay_core::{Anchor, Bibliography, ClaimFields, Project, QuestionChoice, VerdictWord};

const TOWNS: &[&str] = &[
    "Aldgrove",
    "Brennick",
    "Carrow",
    "Dunmere",
    "Eskdale",
    "Farrow",
    "Gillport",
    "Harnsea",
    "Inverlyn",
    "Jarrowby",
    "Kestrel Bay",
    "Lorne",
    "Marrick",
    "Norhaven",
    "Ostrava",
    "Penrith",
    "Quay",
    "Rookhope",
    "Selby",
    "Tarn",
];

/// A question by number; as many as there are pairs of towns and years.
pub fn question(number: usize) -> String {
    let (a, b, year) = pair(number);
    format!("How large was trade between {a} and {b} in {year}?")
}

fn pair(number: usize) -> (&'static str, &'static str, usize) {
    let a = number % TOWNS.len();
    let b = (a + 1 + number / TOWNS.len() % (TOWNS.len() - 1)) % TOWNS.len();
    (TOWNS[a], TOWNS[b], 1990 + number / 380 % 35)
}

/// The project of so many documents and claims: made once, then kept.
pub fn project(folder: &Path, documents: usize, claims: usize) -> Result<PathBuf> {
    let path = folder.join(format!("made-{documents}-{claims}.gainsay"));
    if path.exists() {
        return Ok(path);
    }
    let unfinished = folder.join(format!("unfinished-{documents}-{claims}.gainsay"));
    let _ = std::fs::remove_file(&unfinished);
    let began = std::time::Instant::now();
    let mut project = Project::create(&unfinished, Some("Made for timing"), "bench")?;
    let mut dice = Dice(0x5eed_0001);
    let a_document = claims.div_ceil(documents);
    for number in 0..documents {
        fill(&mut project, number, a_document, &mut dice).with_context(|| format!("document {number}"))?;
        if (number + 1).is_multiple_of(100) {
            eprintln!(
                "made {} of {documents} documents ({:.0} s)",
                number + 1,
                began.elapsed().as_secs_f64()
            );
        }
    }
    project.close()?;
    std::fs::rename(&unfinished, &path)?;
    Ok(path)
}

/// How many claims the long document has.
const LONG_CLAIMS: usize = 10_000;

/// A project with one document of 5 MB and 10,000 claims, and a short one: made once, then kept.
pub fn long(folder: &Path) -> Result<PathBuf> {
    let path = folder.join("long.gainsay");
    if path.exists() {
        return Ok(path);
    }
    let unfinished = folder.join("unfinished-long.gainsay");
    let _ = std::fs::remove_file(&unfinished);
    let mut project = Project::create(&unfinished, Some("A long document"), "bench")?;
    let mut text = String::from("Proceedings of the trade desk, whole\n\n");
    let mut said = Vec::with_capacity(LONG_CLAIMS);
    for number in 0..LONG_CLAIMS {
        if number % 200 == 0 {
            text.push_str(&format!("Sitting {}\n\n", number / 200 + 1));
        }
        let asked = number * 31 % 13_300;
        let (a, b, year) = pair(asked);
        let sentence = format!(
            "Trade between {a} and {b} came to ${} million in {year}.",
            100 + asked % 800
        );
        // All of it is plain ASCII: bytes are code points.
        let start = text.len();
        text.push_str(&sentence);
        let question = QuestionChoice::Text(question(asked));
        said.push((
            Anchor::Range(start, text.len()),
            ClaimFields {
                question: Some(question),
                ..ClaimFields::default()
            },
        ));
        for rest in 0..5 {
            text.push_str(FILLING[(number + rest) % FILLING.len()]);
        }
        text.push_str(if number % 2 == 1 { "\n\n" } else { "" });
        if number % 2 == 0 {
            text.push(' ');
        }
    }
    let given = Bibliography::default();
    let document = project
        .import("proceedings.txt", text.as_bytes(), &given)?
        .document
        .document;
    project.add_claims(document, &said)?;
    let short =
        "A short note\n\nTrade between Aldgrove and Brennick came to $90 million in 1990. Little else was said.\n";
    project.import("note.txt", short.as_bytes(), &given)?;
    project.close()?;
    std::fs::rename(&unfinished, &path)?;
    Ok(path)
}

/// What stands between the claims of the long document: nothing that could be checked.
const FILLING: &[&str] = &[
    " The clerk read the notes aloud, and nobody had anything to add to what was written there before.",
    " A window was opened, since the day was warm, and the noise of the quay came in with the wind.",
    " Those who had come late asked for the page, and those who had come early lent them theirs.",
    " It was agreed that the matter should be taken up again when the others were back from the coast.",
    " The chair thanked the office for its patience, as is the custom at the end of a long morning.",
    " Tea was brought, and the talk went on about the weather and about ships that nobody expected.",
    " Some of the older members remembered how it had been done before the new rooms were built.",
];

fn fill(project: &mut Project, number: usize, claims: usize, dice: &mut Dice) -> Result<()> {
    let mut text = format!("Notes of the trade desk, part {number}\n\n");
    let mut said = Vec::with_capacity(claims);
    for line in 0..claims {
        let asked = dice.below(13_300);
        let (a, b, year) = pair(asked);
        // Most documents agree on a figure; one in six has another, one in fifteen denies it.
        let right = 100 + asked % 800;
        let figure = if dice.below(6) == 0 {
            right + 60 + dice.below(300)
        } else {
            right
        };
        let sentence = match dice.below(15) {
            0 => format!(
                "There is no evidence that trade between {a} and {b} reached {figure} million dollars in {year}"
            ),
            1..=4 => {
                format!("In {year} the trade of {a} with {b} came to about ${figure} million, the harbour office said")
            }
            _ => format!("Trade between {a} and {b} came to ${figure} million in {year}"),
        };
        text.push_str(&sentence);
        text.push_str(". The rest of the year went by with little to note in either port.");
        text.push_str(if line % 4 == 3 { "\n\n" } else { " " });
        said.push((sentence, asked));
    }
    let given = Bibliography {
        author: Some(format!("Clerk {}", number % 700)),
        publisher: Some(format!("Desk {}", number % 90)),
        published: Some(format!("{}-05-02", 2000 + number % 24)),
        ..Bibliography::default()
    };
    let document = project
        .import(&format!("part-{number}.txt"), text.as_bytes(), &given)?
        .document
        .document;
    let mut seen = std::collections::HashMap::new();
    let claims: Vec<(Anchor, ClaimFields)> = said
        .into_iter()
        .map(|(sentence, asked)| {
            let nth = seen.entry(sentence.clone()).and_modify(|n| *n += 1).or_insert(1);
            let fields = ClaimFields {
                question: Some(QuestionChoice::Text(question(asked))),
                ..ClaimFields::default()
            };
            (Anchor::Exact(sentence, Some(*nth)), fields)
        })
        .collect();
    let made = project.add_claims(document, &claims)?;
    let judged: Vec<_> = made.into_iter().step_by(9).collect();
    let verdict = if number.is_multiple_of(2) {
        VerdictWord::Disputed
    } else {
        VerdictWord::Unverifiable
    };
    project.set_verdicts(&judged, verdict, Some("made for timing"), false)?;
    Ok(())
}

/// A generator of numbers that is the same everywhere (SplitMix64, Steele and others 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}
