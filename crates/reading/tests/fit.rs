//! Which existing questions a new claim may answer.

use reading::{
    Answer, Asks, Candidate, Common, Fit, Reading, Stance, Value, When, answer_period, answer_value, fitting, read,
};

/// A text with what was read of it.
struct Told {
    words: &'static str,
    value: Option<Value>,
    period: Option<When>,
}

impl Told {
    fn new(words: &'static str) -> Told {
        let reading: Reading = read(words, None);
        Told {
            words,
            value: answer_value(&reading),
            period: answer_period(&reading),
        }
    }

    fn answer(&self) -> Answer<'_> {
        Answer {
            words: self.words,
            value: self.value.as_ref(),
            period: self.period.as_ref(),
            stance: Stance::Affirms,
            place: None,
        }
    }
}

/// The questions that fit a claim, each question given with one claim or none.
fn fits(claim: &'static str, questions: &[(&'static str, Asks, &'static str)]) -> Vec<Fit> {
    let told: Vec<Option<Told>> = questions
        .iter()
        .map(|(.., words)| (!words.is_empty()).then(|| Told::new(words)))
        .collect();
    let candidates: Vec<Candidate<'_>> = questions
        .iter()
        .zip(&told)
        .map(|((text, asks, _), told)| Candidate {
            text,
            asks: *asks,
            claims: told.iter().map(Told::answer).collect(),
        })
        .collect();
    fitting(&Told::new(claim).answer(), &candidates)
}

#[test]
fn parties_measure_and_time_come_before_words() {
    let found = fits(
        "Commerce between Chile and Peru amounted to 3.1 billion dollars in 2019.",
        &[
            (
                "Commerce between Chile and Bolivia in 2019, in US dollars?",
                Asks::HowMuch,
                "Commerce between Chile and Bolivia amounted to 1.4 billion dollars in 2019.",
            ),
            (
                "Chilean–Peruvian trade in 2019, in US dollars?",
                Asks::HowMuch,
                "Trade of Peru with Chile reached $3bn in 2019.",
            ),
            (
                "Commerce between Chile and Peru in 2012, in US dollars?",
                Asks::HowMuch,
                "Commerce between Chile and Peru amounted to 2.6 billion dollars in 2012.",
            ),
        ],
    );
    assert_eq!(found[0].question, 1, "{found:?}");
    assert!(found[0].sure);
    assert_eq!(
        found[0].common,
        [Common::Parties, Common::Measure, Common::Time, Common::Words]
    );
    assert!(found.iter().all(|fit| fit.question == 1 || !fit.sure), "{found:?}");
}

#[test]
fn a_question_is_found_by_what_its_claims_say() {
    let found = fits(
        "The glassworks at Lindau laid off 240 people.",
        &[
            (
                "How many seats has the council?",
                Asks::HowMuch,
                "The council has 240 seats.",
            ),
            (
                "How far did the closure go?",
                Asks::HowMuch,
                "At Lindau the glassworks laid off about 300 people.",
            ),
        ],
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].question, 1);
    assert!(found[0].sure, "the two claims disagree, so they belong together");
}

#[test]
fn words_in_common_are_not_the_same_thing() {
    let found = fits(
        "The senator was fined 40,000 dollars.",
        &[(
            "How much did the senator pay for the boat, in US dollars?",
            Asks::HowMuch,
            "The senator paid 40,000 dollars for the boat.",
        )],
    );
    assert!(found.iter().all(|fit| !fit.sure), "{found:?}");
}

#[test]
fn of_when_the_time_is_the_answer_and_speaks_against_nothing() {
    let found = fits(
        "Norway has trained Georgian pilots since May 2016.",
        &[(
            "Since when has Norway trained Georgian pilots?",
            Asks::When,
            "Norway has trained Georgian pilots since 2011.",
        )],
    );
    assert!(found[0].sure, "{found:?}");
}

#[test]
fn a_question_without_claims_fits_by_its_own_words() {
    let questions = [("How many trams does Riga run?", Asks::HowMuch, "")];
    assert!(fits("Riga runs 181 trams.", &questions)[0].sure);
    assert!(fits("The opera in Vienna opened late.", &questions).is_empty());
    assert!(fits("Riga runs 181 trams.", &[]).is_empty());
}

#[test]
fn a_place_is_proposed_where_the_words_name_one() {
    let cases: &[(&str, Option<&str>)] = &[
        ("Some 40 people were detained in Almaty on Sunday.", Some("Almaty")),
        (
            "Drones hit two depots in northern Mali in May 2021.",
            Some("northern Mali"),
        ),
        ("Nine ships are moored at the Tartus base.", Some("Tartus base")),
        (
            "A convoy of 30 lorries crossed near the village of Osk.",
            Some("village of Osk"),
        ),
        ("The 14 engineers met at Geneva airport.", Some("Geneva airport")),
        ("In Karachi the price of flour rose by 8 percent.", Some("Karachi")),
        ("The vote in the Security Council was put off.", None),
        ("Sales in Syrian towns fell by a third.", None),
        ("Sales in Syria fell by a third.", Some("Syria")),
        ("In March 2019 exports came to $3 million.", None),
        ("The brothers were in Russia's pay for nine years.", None),
        ("They wrote in the Asian Review that 30 men were hired.", None),
        (
            "The harvest failed across the Ferghana Valley.",
            Some("Ferghana Valley"),
        ),
        ("Prices doubled.", None),
    ];
    for (words, place) in cases {
        let proposed = reading::propose_place(words, &read(words, None));
        assert_eq!(proposed.as_deref(), *place, "{words}");
    }
}
