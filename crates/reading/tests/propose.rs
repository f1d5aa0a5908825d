//! Questions and suggestions.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::{Asks, SuggestionKind, asks, propose_question, read, similarity, suggest};

#[test]
fn a_question_says_what_it_asks() {
    for (question, expected) in [
        ("When did the talks begin?", Asks::When),
        ("Since when has Russia shared intelligence?", Asks::When),
        ("How many helicopters were delivered?", Asks::HowMuch),
        ("Volume of Russia–Pakistan trade in 2018?", Asks::HowMuch),
        ("Who met in December 2016?", Asks::Who),
        ("Which countries took part?", Asks::Who),
        ("Did Russia arm the Taliban?", Asks::Whether),
        ("Arms for the Taliban", Asks::Whether),
    ] {
        assert_eq!(asks(question, &[]), expected, "{question}");
    }
}

#[test]
fn a_count_makes_a_question_of_how_much_only_where_it_names_what_is_counted() {
    for (question, words, expected) in [
        ("2014 arms embargo", "four helicopters", Asks::Whether),
        ("Helicopters for the embargoed army", "four helicopters", Asks::HowMuch),
        ("Helicopters for the embargoed army", "four ships", Asks::Whether),
        ("Trade along the road", "about 800 million USD", Asks::HowMuch),
        ("Wool of the region", "25 percent", Asks::HowMuch),
    ] {
        let value = reading::read_value(words).unwrap();
        let answer = reading::Answer {
            words,
            value: Some(&value),
            period: None,
            stance: reading::Stance::Affirms,
            place: None,
        };
        assert_eq!(asks(question, &[answer]), expected, "{question}: {words}");
    }
}

#[test]
fn a_new_question_is_well_worded() {
    let mut wrong = Vec::new();
    for (statement, question, asked) in [
        (
            "Trade between Russia and Pakistan amounted to $800 million in 2018.",
            "Russia–Pakistan trade in 2018, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "Bilateral trade reached $90 million in 2011.",
            "Bilateral trade in 2011, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "Russia has shared intelligence with the Taliban since 2013.",
            "Since when has Russia shared intelligence with the Taliban?",
            Asks::When,
        ),
        (
            "Russia lifted its embargo on Pakistan.",
            "Did Russia lift its embargo on Pakistan?",
            Asks::Whether,
        ),
        (
            "There is no firm evidence of Oman arming the Houthis.",
            "Is there evidence of Oman arming the Houthis?",
            Asks::Whether,
        ),
        (
            "Italy delivered six trainers to Libya.",
            "How many trainers did Italy deliver to Libya?",
            Asks::HowMuch,
        ),
        (
            "In 2014, Kenya sold 40 tractors to Uganda.",
            "How many tractors did Kenya sell to Uganda in 2014?",
            Asks::HowMuch,
        ),
        (
            "The 2014 arms embargo hurt both countries.",
            "Did the 2014 arms embargo hurt both countries?",
            Asks::Whether,
        ),
        (
            "Oslo lifted the 2014 arms embargo in June 2019.",
            "When did Oslo lift the 2014 arms embargo?",
            Asks::When,
        ),
        (
            "Norway lent Malta 40 million euros in 2018.",
            "How much did Norway lend Malta in 2018, in euros?",
            Asks::HowMuch,
        ),
        (
            "Twelve soldiers died in the attack.",
            "How many soldiers died in the attack?",
            Asks::HowMuch,
        ),
        (
            "Some 300 soldiers took part in the exercise in 2016.",
            "How many soldiers took part in the exercise in 2016?",
            Asks::HowMuch,
        ),
        (
            "About 7,000 people were displaced by the flood.",
            "How many people were displaced by the flood?",
            Asks::HowMuch,
        ),
        (
            "The population of Velho is 48,000.",
            "What is the population of Velho?",
            Asks::HowMuch,
        ),
        (
            "There were 300 soldiers in the garrison in 2012.",
            "How many soldiers were there in the garrison in 2012?",
            Asks::HowMuch,
        ),
        (
            "Peru exported 12,000 tonnes of copper to Chile in 2015.",
            "How much copper did Peru export to Chile in 2015, in tonnes?",
            Asks::HowMuch,
        ),
        (
            "Exports to Peru rose by 12 percent in 2019.",
            "Change in exports to Peru in 2019, in per cent?",
            Asks::HowMuch,
        ),
        (
            "Inflation fell to 3.2 percent in May 2020.",
            "Inflation in May 2020, in per cent?",
            Asks::HowMuch,
        ),
        (
            "Chile’s exports to Peru fell from $3bn to $2bn in 2019.",
            "Chile’s exports to Peru in 2019, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "The ministry said that it had bought 20 helicopters from Brazil.",
            "How many helicopters had the ministry bought from Brazil?",
            Asks::HowMuch,
        ),
        (
            "According to officials, Chad hired 400 guards last spring.",
            "How many guards did Chad hire in spring 2020?",
            Asks::HowMuch,
        ),
        (
            "Kenya denied arming the rebels.",
            "Was Kenya arming the rebels?",
            Asks::Whether,
        ),
        (
            "The envoy denied reports that Oman had sold drones to Chad.",
            "Had Oman sold drones to Chad?",
            Asks::Whether,
        ),
        (
            "Egypt refused to sign the accord.",
            "Did Egypt sign the accord?",
            Asks::Whether,
        ),
        (
            "Ghana and Togo signed a fisheries agreement in May 2012.",
            "When did Ghana and Togo sign a fisheries agreement?",
            Asks::When,
        ),
        (
            "The two countries held their first joint exercise in 2016.",
            "Did the two countries hold their first joint exercise in 2016?",
            Asks::Whether,
        ),
        (
            "The treaty was signed in Geneva on 5 May 1988.",
            "When was the treaty signed in Geneva?",
            Asks::When,
        ),
        ("The base was closed in 2011.", "When was the base closed?", Asks::When),
        (
            "Fiji may sell two ferries to Tonga.",
            "How many ferries will Fiji sell to Tonga?",
            Asks::HowMuch,
        ),
        (
            "Peru will deliver four ferries to Fiji in 2025.",
            "How many ferries will Peru deliver to Fiji in 2025?",
            Asks::HowMuch,
        ),
        (
            "Chile has never recognised the border.",
            "Has Chile recognised the border?",
            Asks::Whether,
        ),
        (
            "Chile did not join the pact.",
            "Did Chile join the pact?",
            Asks::Whether,
        ),
        (
            "Iran accused Oman of smuggling weapons.",
            "Was Oman smuggling weapons?",
            Asks::Whether,
        ),
        (
            "However, Sudan supplied rifles to the militia, officials said.",
            "Did Sudan supply rifles to the militia?",
            Asks::Whether,
        ),
        (
            "The foreign minister visited Nairobi in March 2015.",
            "Did the foreign minister visit Nairobi in March 2015?",
            Asks::Whether,
        ),
        (
            "Thirty-five percent of the students come from abroad.",
            "What share of the students come from abroad?",
            Asks::HowMuch,
        ),
        (
            "The port handles 60 percent of the country's exports.",
            "What share of the country's exports does the port handle?",
            Asks::HowMuch,
        ),
        (
            "The company employs 4,300 workers.",
            "How many workers does the company employ?",
            Asks::HowMuch,
        ),
        (
            "The canal is 120 km long.",
            "How long is the canal, in kilometres?",
            Asks::HowMuch,
        ),
        (
            "The bridge cost $45 million.",
            "How much did the bridge cost, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "The dam was built at a cost of $2.1 billion.",
            "At what cost was the dam built, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "Remittances account for 9 percent of Tonga's GDP.",
            "What share of Tonga's GDP do remittances account for?",
            Asks::HowMuch,
        ),
        (
            "Mali's debt to China stood at $1.2 billion at the end of 2019.",
            "Mali's debt to China at the end of 2019, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "Poland spends 2.4 percent of its GDP on defence.",
            "What share of its GDP does Poland spend on defence?",
            Asks::HowMuch,
        ),
        (
            "Morocco provided 25 million dollars in aid to Mali in 2013.",
            "How much aid did Morocco provide to Mali in 2013, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "The accord between Laos and Cambodia entered into force in 2004.",
            "Did the accord between Laos and Cambodia enter into force in 2004?",
            Asks::Whether,
        ),
        (
            "Delegations from Japan and Chile met in Lima in 2017.",
            "Did delegations from Japan and Chile meet in Lima in 2017?",
            Asks::Whether,
        ),
        (
            "Nepal supplies 15 percent of the region's electricity.",
            "What share of the region's electricity does Nepal supply?",
            Asks::HowMuch,
        ),
        (
            "At least 60 people were killed and 200 wounded in the raid.",
            "How many people were killed?",
            Asks::HowMuch,
        ),
        (
            "The deal is worth €3.4 billion.",
            "How much is the deal worth, in euros?",
            Asks::HowMuch,
        ),
        (
            "Ethiopia withdrew 2,000 troops from the border in 2009.",
            "How many troops did Ethiopia withdraw from the border in 2009?",
            Asks::HowMuch,
        ),
        (
            "Half of the villages have no clinic.",
            "What share of the villages have no clinic?",
            Asks::HowMuch,
        ),
        (
            "The general said the militia had received 500 rifles.",
            "How many rifles had the militia received?",
            Asks::HowMuch,
        ),
        (
            "Talks between Armenia and Georgia began in 2010.",
            "When did talks between Armenia and Georgia begin?",
            Asks::When,
        ),
        (
            "Kazakhstan joined the union in 2015.",
            "When did Kazakhstan join the union?",
            Asks::When,
        ),
        (
            "The union has 27 members.",
            "How many members does the union have?",
            Asks::HowMuch,
        ),
        (
            "Neither Laos nor Nepal has ratified the convention.",
            "Has Laos or Nepal ratified the convention?",
            Asks::Whether,
        ),
        (
            "The rebels seized the town of Kidal in 2012, killing 30 people.",
            "How many people did the rebels kill in 2012?",
            Asks::HowMuch,
        ),
        (
            "It is false that Spain sold the island.",
            "Did Spain sell the island?",
            Asks::Whether,
        ),
        (
            "Spain's parliament rejected the treaty.",
            "Did Spain's parliament reject the treaty?",
            Asks::Whether,
        ),
        (
            "The army’s budget doubled between 2010 and 2014.",
            "Change in the army’s budget from 2010 to 2014?",
            Asks::HowMuch,
        ),
        (
            "Oil exports earned Angola $14 billion in 2010.",
            "How much did oil exports earn Angola in 2010, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "Uganda hosts more than 1.4 million refugees.",
            "How many refugees does Uganda host?",
            Asks::HowMuch,
        ),
        (
            "More than half of Mali's gold is smuggled to Dubai.",
            "What share of Mali's gold is smuggled to Dubai?",
            Asks::HowMuch,
        ),
        (
            "A delegation of 40 officials visited Quito in 2018.",
            "How many officials visited Quito in 2018?",
            Asks::HowMuch,
        ),
        (
            "Analysts put the cost of the railway at $5 billion.",
            "What is the cost of the railway, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "China plans to build two reactors in Ghana by 2030.",
            "How many reactors will China build in Ghana by 2030?",
            Asks::HowMuch,
        ),
        (
            "Pakistan has 150 warheads, the institute estimates.",
            "How many warheads does Pakistan have?",
            Asks::HowMuch,
        ),
        (
            "Moscow sold four Mi-35M helicopters to Islamabad for $153 million in 2015.",
            "For how much did Moscow sell four Mi-35M helicopters to Islamabad in 2015, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "Turkey hosted 3.6 million Syrians in 2019, more than any other country.",
            "How many Syrians did Turkey host in 2019?",
            Asks::HowMuch,
        ),
        (
            "The two presidents agreed to reopen the crossing.",
            "Did the two presidents agree to reopen the crossing?",
            Asks::Whether,
        ),
        (
            "In a rare move, the central bank of Oman raised its rate to 5 percent.",
            "To how much did the central bank of Oman raise its rate, in per cent?",
            Asks::HowMuch,
        ),
        (
            "Officials in Kabul say Iran trains Taliban fighters.",
            "Does Iran train Taliban fighters?",
            Asks::Whether,
        ),
        (
            "Sales of tea to Egypt earned Kenya $300 million.",
            "How much did sales of tea to Egypt earn Kenya, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "A new railway will link Mombasa with Kampala.",
            "Will a new railway link Mombasa with Kampala?",
            Asks::Whether,
        ),
    ] {
        let got = propose_question(statement, &read(statement, Some("2020-06-01")));
        if got != Some((question.to_owned(), asked)) {
            wrong.push(format!("{statement}\n  expected {question}\n  got      {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(propose_question("…", &read("…", None)), None);
}

#[test]
fn every_pattern_of_the_table_is_well_worded() {
    let mut wrong = Vec::new();
    let rows = include_str!("questions.txt")
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'));
    for row in rows {
        let (statement, question) = row.split_once(" || ").expect("a statement and its question");
        let got = propose_question(statement, &read(statement, Some("2020-06-01")));
        let got = got.map_or_else(|| "-".to_owned(), |(text, _)| text);
        if got != question {
            wrong.push(format!("{statement}\n  expected {question}\n  got      {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_day_nobody_knows_is_left_out() {
    for (statement, published, question) in [
        ("Three judges resigned yesterday.", None, "How many judges resigned?"),
        (
            "Three judges resigned yesterday.",
            Some("2020-06-01"),
            "How many judges resigned on 31 May 2020?",
        ),
        (
            "The envoy was expelled from Accra last month.",
            None,
            "Was the envoy expelled from Accra?",
        ),
    ] {
        let got = propose_question(statement, &read(statement, published)).map(|(text, _)| text);
        assert_eq!(got.as_deref(), Some(question), "{statement}");
    }
}

#[test]
fn what_a_proposed_question_asks_is_what_it_says() {
    for row in include_str!("questions.txt").lines().filter(|l| l.contains(" || ")) {
        let (statement, _) = row.split_once(" || ").expect("a statement and its question");
        if let Some((text, asked)) = propose_question(statement, &read(statement, Some("2020-06-01"))) {
            let by_wording = asks(&text, &[]);
            let named = by_wording == Asks::Whether && !text.starts_with(|c: char| c.is_lowercase());
            assert!(
                by_wording == asked || asked == Asks::HowMuch && named,
                "{text}: {asked:?}, by its wording {by_wording:?}"
            );
        }
    }
}

#[test]
fn the_nearest_question_ranks_first() {
    let claim = "Moscow and Islamabad traded goods worth $800 million in 2018.";
    let near = similarity(claim, "Russia–Pakistan trade in 2018, in US dollars?");
    assert!(near > similarity(claim, "Has Russia armed the Taliban?"));
    assert!(near > similarity(claim, "How many helicopters did India buy?"));
    assert!((similarity(claim, claim) - 1.0).abs() < 1e-9);
}

#[test]
fn suggestions_pass_over_furniture() {
    let text = "Economic Potential of the Region\n\nTrade came to $90 million in 2011. It may seem strange. Kenya sold tea to Egypt. The envoy rejected the claim. Read more: subscribe to our newsletter of 5 May 2011.\n\nOkoro, J. “Tea and Power,” Journal of Trade 4, no. 2 (2011): 3–9.";
    let got = suggest(text, None);
    let kinds: Vec<SuggestionKind> = got.iter().map(|s| s.kinds[0]).collect();
    assert_eq!(
        kinds,
        [
            SuggestionKind::Quantity,
            SuggestionKind::Transfer,
            SuggestionKind::Denial
        ],
        "{got:#?}"
    );
    assert_eq!(got[0].why, "States a figure: $90 million.");
    assert!(got[0].reading.quantities[0].start >= got[0].start);
}

#[test]
fn a_sentence_is_suggested_for_what_it_states() {
    use SuggestionKind::{Agreement, Attribution, Date, Denial, Dispute, Quantity, Transfer};
    for (sentence, kind) in [
        ("Trade came to $90 million in 2011.", Some(Quantity)),
        ("Four frigates left the port of Velho.", Some(Quantity)),
        ("The base at Orla was closed in March 2009.", Some(Date)),
        (
            "That would place the first contacts around the beginning of 2015.",
            Some(Date),
        ),
        ("Kenya sold tea and rifles to Egypt.", Some(Transfer)),
        ("Chad and Mali signed a border accord.", Some(Agreement)),
        ("A contract for the bridges followed.", Some(Agreement)),
        (
            "Meetings of the two staffs took place in Lima and Quito.",
            Some(Agreement),
        ),
        ("The envoy rejected the claim.", Some(Denial)),
        ("There is no evidence that Oman armed the rebels.", Some(Denial)),
        ("Chile has never recognised the border with Peru.", Some(Denial)),
        ("Tonga accused Fiji of poaching.", Some(Dispute)),
        ("There are points of disagreement between Oslo and Riga.", Some(Dispute)),
        ("The minister said that Ghana trains the guards.", Some(Attribution)),
        // What ought to be, small change, titles, furniture.
        ("Laos should sign an agreement with Nepal.", None),
        (
            "Efforts from Laos and Nepal need to be made for closer cooperation.",
            None,
        ),
        ("These two countries are neighbours of Peru.", None),
        ("The region is shifting from one system to another.", None),
        ("There is no better way to please Chile than this.", None),
        (
            "Policy Paper Ann Poe, Three Decades of Harbour Reform in Velho, June 2014.",
            None,
        ),
        ("3  Reports in the press are of another mind.", None),
        ("Material on this site is used under fair use since 2012.", None),
        ("What did Chad buy in 2012?", None),
        ("A Long Thaw in the North", None),
    ] {
        let got = suggest(sentence, Some("2019-05-01"));
        let kinds: Vec<SuggestionKind> = got.iter().flat_map(|s| s.kinds.clone()).collect();
        match kind {
            Some(kind) => assert!(kinds.contains(&kind), "{sentence}: {kinds:?}"),
            None => assert!(kinds.is_empty(), "{sentence}: {kinds:?}"),
        }
    }
}
