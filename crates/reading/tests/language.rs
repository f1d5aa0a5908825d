//! Tables of language: a sentence a row, what is read from it beside it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::{
    Around, Modality, PeriodProblem, Polarity, Stance, read, read_period, read_value, read_within, sentences,
};

/// Quantities as "low..high unit/per hedge change".
fn quantities(text: &str) -> Vec<String> {
    let bound = |v: Option<f64>| v.map_or(String::new(), |v| v.to_string());
    read(text, None)
        .quantities
        .iter()
        .map(|q| {
            let per = q.per.as_deref().map(|p| format!("/{p}")).unwrap_or_default();
            let change = q.change.map(|c| format!(" {c}")).unwrap_or_default();
            format!(
                "{}..{} {}{per} {}{change}",
                bound(q.low),
                bound(q.high),
                q.unit.as_deref().unwrap_or("-"),
                q.hedge
            )
        })
        .collect()
}

fn periods(text: &str, published: Option<&str>) -> Vec<String> {
    read(text, published)
        .periods
        .iter()
        .map(|p| format!("{} {}", p.edtf.as_deref().unwrap_or("-"), p.relation))
        .collect()
}

#[test]
fn numbers_money_and_counts() {
    for (text, expected) in [
        (
            "The port cost 1,234.5 crowns a day.",
            vec!["1234.5..1234.5 CZK/day exact"],
        ),
        ("The yard employs 40k welders.", vec!["40000..40000 welder exact"]),
        // What a rate is over may stand before it, a noun in quotation marks, an age behind "than".
        (
            "For every thousand births in Chad, 32 babies die.",
            vec!["32..32 baby/1000 birth exact"],
        ),
        (
            "There are 3 doctors for every 10,000 people.",
            vec!["3..3 doctor/10000 person exact"],
        ),
        ("Dozens of Afghan “refugees” left.", vec!["24.. refugee vague"]),
        ("Girls older than twelve stayed away.", vec!["12..12 year exact"]),
        (
            "India set aside Rs 3 lakh crore for roads.",
            vec!["3000000000000..3000000000000 INR exact"],
        ),
        (
            "Half a million olive trees were planted.",
            vec!["500000..500000 tree exact"],
        ),
        (
            "Two-thirds of the harvest was lost.",
            vec!["0.6667..0.6667 ratio exact"],
        ),
        ("A dozen tugs were chartered.", vec!["12..12 tug exact"]),
        ("Between 5 and 7% of voters abstained.", vec!["5..7 percent exact"]),
        ("Some 200-300 men dug the canal.", vec!["200..300 man approx"]),
        ("At least €4bn was pledged.", vec!["4000000000.. EUR at_least"]),
        (
            "The army bought four Mi-35M assault helicopters.",
            vec!["4..4 helicopter exact"],
        ),
        (
            "The base houses 7500 Russian military personnel.",
            vec!["7500..7500 person exact"],
        ),
        ("Sugar output doubled.", vec!["2..2 times exact up"]),
        (
            "Rents fell by 12 percent to 900 euros.",
            vec!["12..12 percent exact down", "900..900 EUR exact"],
        ),
        ("Tens of thousands of pilgrims walked.", vec!["20000.. pilgrim vague"]),
        (
            "The dam holds 16–18 bcm of water.",
            vec!["16000000000..18000000000 m3 exact"],
        ),
        (
            "The region loses 40000 drug addicts every year.",
            vec!["40000..40000 addict/year exact"],
        ),
        ("The ferry carried a crew of 93.", vec!["93..93 person exact"]),
        (
            "Wages rose from $300 to $340.",
            vec!["300..300 USD exact", "340..340 USD exact"],
        ),
        ("Sailors spent three-day leaves ashore.", vec!["3..3 day exact"]),
        (
            "The yard works under a $153 million deal.",
            vec!["153000000..153000000 USD exact"],
        ),
        ("Output climbed back up to 4.8 percent.", vec!["4.8..4.8 percent exact"]),
        ("Fares ranging from 5 to 9 euros applied.", vec!["5..9 EUR exact"]),
        ("Denmark paid 90 million kroner.", vec!["90000000..90000000 DKK exact"]),
        (
            "The survey led to the drawing of 1300 charts.",
            vec!["1300..1300 chart exact"],
        ),
    ] {
        assert_eq!(quantities(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_quantity() {
    for text in [
        "The Su-35, the Mi-35M and the F-16 flew past.",
        "They left Kabul.4 The region,12 the policy¹ and the border [12] stayed calm.",
        "Resolution 1701, Article 370 and Agenda 2063 were quoted.",
        "CASA 1000 was praised on page 34.",
        "After 9/11 the mood changed at 04:30.",
        "No one doubts that it is one of the oldest ports.",
        "The two-state solution and the One-China policy endure.",
        "The Group of 77 met.",
        "A Boeing 787 and a third-party broker came 10th.",
        "The talks were held on January 34, 2022.",
    ] {
        assert_eq!(quantities(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn periods_in_words() {
    for (text, published, expected) in [
        ("It opened on 3 May 2011.", None, vec!["2011-05-03 in"]),
        ("The survey led to the drawing of 1300 charts.", None, vec![]),
        ("The South Link (SL) 1000 cable was laid.", None, vec![]),
        ("The walls date from 1241.", None, vec!["1241 in"]),
        ("It opened on May 3, 2011.", None, vec!["2011-05-03 in"]),
        ("It opened in mid-2011.", None, vec!["2011-05/2011-08 in"]),
        ("It ran from 2011 to 2014.", None, vec!["2011/2014 between"]),
        ("It ran in 2011–14.", None, vec!["2011/2014 between"]),
        ("It has run since 2013.", None, vec!["2013/.. since"]),
        (
            "It ran since November 2014 or early 2015.",
            None,
            vec!["2014-11/.. since"],
        ),
        ("It ended before 1991.", None, vec!["../1990 before"]),
        ("It began after May 2018.", None, vec!["2018-06/.. after"]),
        ("It closed by the late 1990s.", None, vec!["../1999 by"]),
        ("It was built in the 19th century.", None, vec!["18XX in"]),
        ("It was built in the third quarter of 2019.", None, vec!["2019-35 in"]),
        ("It was built in the winter of 2015-16.", None, vec!["2015-24 in"]),
        ("The mill was lost in 2012 or 2013.", None, vec!["[2012,2013] in"]),
        ("It rained last year.", Some("2018-05-02"), vec!["2017 in"]),
        ("It rained nine years ago.", Some("2018-05-02"), vec!["2009 in"]),
        ("It rained last Friday.", Some("2018-05-02"), vec!["2018-04-27 in"]),
        ("It rained in October.", Some("2018-05-02"), vec!["2017-10 in"]),
        ("It will rain in October.", Some("2018-05-02"), vec!["2018-10 in"]),
        ("It rained last year.", None, vec!["- in"]),
        ("It rained on 14 May.", None, vec!["XXXX-05-14 in"]),
        ("The paper (Okoro, 2014) is short.", None, vec![]),
        ("The crew handled 1998 barrels of tar.", None, vec![]),
    ] {
        assert_eq!(periods(text, published), expected, "{text}");
    }
}

#[test]
fn an_impossible_date_says_so() {
    let reading = read("It was signed on January 34, 2022.", None);
    assert_eq!(reading.periods[0].problem, Some(PeriodProblem::Impossible));
    assert_eq!(
        (reading.periods[0].from.clone(), reading.periods[0].to.clone()),
        (None, None)
    );
    assert_eq!(reading.periods[0].text, "January 34, 2022");
}

#[test]
fn polarity_modality_and_stance() {
    use Modality::{Actual, Forecast, Possible, Reported};
    use Polarity::{Affirmed, Denied};
    for (text, polarity, modality, stance) in [
        ("The fleet left the harbour.", Affirmed, Actual, Stance::Affirms),
        ("The fleet never left the harbour.", Denied, Actual, Stance::Denies),
        (
            "There is no solid evidence of the fleet leaving.",
            Denied,
            Actual,
            Stance::Denies,
        ),
        (
            "There are reports that the fleet left.",
            Affirmed,
            Reported,
            Stance::Reports,
        ),
        (
            "The admiral denied that the fleet had left.",
            Denied,
            Reported,
            Stance::Denies,
        ),
        (
            "The admirals saw that the strait cannot be held and therefore moved the fleet in 2012.",
            Affirmed,
            Actual,
            Stance::Affirms,
        ),
        ("The fleet may have left.", Affirmed, Possible, Stance::Doubts),
        ("The fleet will leave on Thursday.", Affirmed, Forecast, Stance::Affirms),
        ("The fleet has yet to leave.", Denied, Actual, Stance::Denies),
        ("No more than six ships left.", Affirmed, Actual, Stance::Affirms),
        ("Lagos invited Accra but not Lome.", Affirmed, Actual, Stance::Affirms),
        (
            "The fleet left, according to two pilots.",
            Affirmed,
            Reported,
            Stance::Reports,
        ),
        (
            "Tonnage has not grown much; in 2018 it was 800 tonnes.",
            Affirmed,
            Actual,
            Stance::Affirms,
        ),
        (
            "The envoy told reporters that no ships had left.",
            Denied,
            Reported,
            Stance::Denies,
        ),
        (
            "The envoy did not deny that ships had left.",
            Affirmed,
            Reported,
            Stance::Reports,
        ),
    ] {
        let reading = read(text, None);
        assert_eq!((reading.polarity, reading.modality), (polarity, modality), "{text}");
        assert_eq!(reading::propose_stance(&reading), stance, "{text}");
    }
}

#[test]
fn credit_goes_to_the_words() {
    for (text, expected) in [
        (
            "The depot burned, according to U.S. and Omani traders.",
            vec!["U.S. and Omani traders"],
        ),
        ("General Marsh said that the depot had burned.", vec!["General Marsh"]),
        (
            "A general and a consul who served in Fiji each said that the depot had burned.",
            vec!["A general and a consul"],
        ),
        (
            "An official of the body that oversees the yards told reporters that the depot had burned.",
            vec!["An official of the body"],
        ),
        ("He said that the depot had burned.", vec![]),
        ("The depot burned.", vec![]),
    ] {
        let got: Vec<String> = read(text, None).attributed_to.into_iter().map(|s| s.text).collect();
        assert_eq!(got, expected, "{text}");
    }
}

#[test]
fn sentences_end_where_they_end() {
    let text = "Dr. J. Rahman met U.S. envoys in No. 5 Hall. Trade was 3.5 per cent.4 It grew!\n\nA new start";
    let got: Vec<String> = sentences(text)
        .into_iter()
        .map(|r| text.chars().skip(r.start).take(r.end - r.start).collect())
        .collect();
    assert_eq!(
        got,
        [
            "Dr. J. Rahman met U.S. envoys in No. 5 Hall.",
            "Trade was 3.5 per cent.4",
            "It grew!",
            "A new start"
        ]
    );
}

#[test]
fn offsets_are_code_points() {
    let text = "🙂 e\u{301}t\u{e9} שלום\r\nIt cost $5 million in 2019.";
    let reading = read(text, None);
    let q = &reading.quantities[0];
    assert_eq!(
        text.chars().skip(q.start).take(q.end - q.start).collect::<String>(),
        "$5 million"
    );
    assert_eq!(q.text, "$5 million");
}

#[test]
fn a_passage_is_read_within_its_sentence() {
    let text = "Before. The two services have met twice since 2013 in Doha. After.";
    let sentence = sentences(text)[1].clone();
    let at = text.find("2013").unwrap();
    let reading = read_within(&in_paragraph(text), sentence.clone(), at..at + 4);
    assert_eq!(reading.periods.len(), 1);
    assert_eq!(
        (reading.periods[0].edtf.as_deref(), reading.periods[0].text.as_str()),
        (Some("2013/.."), "since 2013")
    );
    assert!(reading.quantities.is_empty());
    let text = "Growth has not been strong; in 2018 it was $9 million.";
    let at = text.find("$9").unwrap();
    let reading = read_within(&in_paragraph(text), 0..text.len(), at..text.len());
    assert_eq!(reading.polarity, Polarity::Affirmed);
}

fn in_paragraph(paragraph: &str) -> Around<'_> {
    Around {
        paragraph,
        ..Around::default()
    }
}

#[test]
fn a_date_counts_from_what_the_paragraph_said_before() {
    for (paragraph, words, edtf) in [
        (
            "The ban fell in November 2014. The following month talks began.",
            "The following month",
            Some("2014-12"),
        ),
        (
            "The ban fell in November 2014. Three months later talks began.",
            "Three months later",
            Some("2015-02"),
        ),
        (
            "The pact is of 2015. That year trade doubled.",
            "That year",
            Some("2015"),
        ),
        (
            "The pact is of 2015. Ferries ran in the same year.",
            "the same year",
            Some("2015"),
        ),
        (
            "On 28 February 2016 it sank. The next day divers came.",
            "The next day",
            Some("2016-02-29"),
        ),
        (
            "On 28 February 2016 it sank. A week later divers came.",
            "A week later",
            Some("2016-03-06"),
        ),
        // A year is no month, and nothing was named at all.
        ("The pact is of 2015. Three months later it fell.", "months", None),
        ("Trade doubled that year.", "that year", None),
        (
            "The pact is of 2015. He said that year on year it grew.",
            "that year",
            None,
        ),
    ] {
        let at = paragraph.find(words).unwrap();
        let sentence = sentences(paragraph).into_iter().find(|s| s.contains(&at)).unwrap();
        let reading = read_within(&in_paragraph(paragraph), sentence.clone(), sentence);
        let period = reading.periods.first();
        assert_eq!(period.and_then(|p| p.edtf.as_deref()), edtf, "{paragraph}");
        assert!(
            period.is_none_or(|p| p.start == at && p.text == words),
            "{paragraph}: {period:?}"
        );
    }
}

#[test]
fn whose_money_is_meant_stands_in_the_sentence_the_paragraph_or_the_document() {
    let opening = "Karachi's port, the largest of Pakistan, is to be dredged.";
    for (paragraph, opening, units) in [
        (
            "The dredging costs Rs5 billion to 7 billion.",
            opening,
            ["PKR"].as_slice(),
        ),
        ("The dredging costs Rs5 billion.", "", &["INR"]),
        // What stands nearer goes before, the sentence before all.
        (
            "Colombo is in Sri Lanka. Its port paid 5 million rupees.",
            opening,
            &["LKR"],
        ),
        ("Its port paid 5 million rupees. So said Nepal.", opening, &["NPR"]),
        ("An Indian port paid 5 million rupees.", opening, &["INR"]),
        (
            "It paid $5 million and 3 million francs.",
            "Rwanda pays.",
            &["USD", "RWF"],
        ),
        // Pounds weigh; nobody's money is named twice.
        ("It lost 300 pounds.", "Egypt pays.", &["lb"]),
        (
            "It paid PKR 5 million and 3 million rupees.",
            "Nepal pays.",
            &["PKR", "NPR"],
        ),
    ] {
        let around = Around {
            paragraph,
            opening,
            published: None,
        };
        let at = paragraph.find(|c: char| c.is_ascii_digit()).unwrap();
        let sentence = sentences(paragraph).into_iter().find(|s| s.contains(&at)).unwrap();
        let reading = read_within(&around, sentence.clone(), sentence);
        let found: Vec<_> = reading.quantities.iter().filter_map(|q| q.unit.as_deref()).collect();
        assert_eq!(found, units, "{paragraph}");
    }
}

#[test]
fn a_passage_has_the_polarity_and_modality_of_its_own_assertion() {
    use Modality::{Actual, Possible, Reported};
    use Polarity::{Affirmed, Denied};
    for (text, passage, polarity, modality) in [
        (
            "It was no great host: some 90 men came.",
            "some 90 men came",
            Affirmed,
            Actual,
        ),
        (
            "Sales run at $9 million a year, and neither side is glad of it.",
            "Sales run at $9 million a year",
            Affirmed,
            Actual,
        ),
        (
            "Oslo held that it cannot be won and therefore opened talks in 2014.",
            "Oslo held that it cannot be won and therefore opened talks in 2014",
            Affirmed,
            Actual,
        ),
        (
            "They held that it cannot be won and therefore began talks in 2014.",
            "began talks in 2014",
            Affirmed,
            Actual,
        ),
        (
            "After years in which Oslo would sell nothing that flies, the ban was dropped in 2014.",
            "the ban was dropped in 2014",
            Affirmed,
            Actual,
        ),
        (
            "According to the ministry, no pumps were sold in 2014.",
            "no pumps were sold in 2014",
            Denied,
            Reported,
        ),
        (
            "There is no evidence that Oslo sold pumps to Fiji.",
            "Oslo sold pumps to Fiji",
            Denied,
            Actual,
        ),
        (
            "Officials denied that Oslo sold 40 pumps, but the buyers kept silent.",
            "Oslo sold 40 pumps",
            Denied,
            Reported,
        ),
        (
            "Oslo may have sold 40 pumps in 2014.",
            "sold 40 pumps",
            Affirmed,
            Possible,
        ),
    ] {
        let at = text.find(passage).unwrap();
        let reading = read_within(&in_paragraph(text), 0..text.len(), at..at + passage.len());
        assert_eq!((reading.polarity, reading.modality), (polarity, modality), "{text}");
    }
}

#[test]
fn values_and_periods_alone() {
    let v = read_value("about 1 to 2 million").unwrap();
    assert_eq!((v.low, v.high, v.hedge), (Some(1e6), Some(2e6), reading::Hedge::Approx));
    assert_eq!(read_value("$800 million").unwrap().unit.as_deref(), Some("USD"));
    assert_eq!(read_value("2014").unwrap().low, Some(2014.0));
    assert_eq!(read_value("nothing"), None);
    let since = read_period("since November 2014 or early 2015", None).unwrap();
    assert_eq!(
        (since.edtf.as_deref(), since.from.as_deref(), since.to),
        (Some("2014-11/.."), Some("2014-11-01"), None)
    );
    assert_eq!(read_period("2013/..", None).unwrap().relation, reading::Relation::Since);
    assert_eq!(read_period("2022-01-34", None), None);
}
