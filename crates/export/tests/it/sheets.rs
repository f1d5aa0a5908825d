//! Sheets the tests write.

use export::*;

/// The bytes of a sheet in a format.
pub fn bytes(sheet: &Sheet, format: SheetFormat) -> Vec<u8> {
    let mut out = Vec::new();
    write(sheet, format, &mut out).unwrap();
    out
}

fn some(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn passage(start: usize, exact: &str) -> PassageRow {
    PassageRow {
        start,
        end: start + exact.chars().count(),
        exact: exact.to_owned(),
        prefix: "before ".to_owned(),
        suffix: " after".to_owned(),
        edition: 1,
        page: None,
        awaits: false,
    }
}

/// A claim with nothing but what has to be there.
pub fn bare_claim(number: usize, statement: &str) -> ClaimRow {
    ClaimRow {
        number,
        claim: format!("c{number}"),
        document: "d1".to_owned(),
        document_title: "Customs bulletin".to_owned(),
        statement: statement.to_owned(),
        passages: vec![passage(10, statement)],
        stance: "affirms".to_owned(),
        verdict: "unreviewed".to_owned(),
        created: "2026-03-01T09:00:00Z".to_owned(),
        modified: "2026-03-01T09:00:00Z".to_owned(),
        ..ClaimRow::default()
    }
}

/// Two documents that disagree on the grain shipped in a year, and one question without an answer.
pub fn full() -> Sheet {
    let mut sheet = Sheet::new("Grain review", "2026-03-01T14:30:00+05:00", "gainsay 0.1.0");
    sheet.reviewers = vec!["R. Malik".to_owned(), "I. Sokolova".to_owned()];
    sheet.filter = "question:grain".to_owned();
    let about = ClaimRow {
        kind: some("quantity"),
        attributed_to: some("the harbour master"),
        distance: some("neutral"),
        question: some("q1"),
        question_text: some("How much grain was shipped in 2018?"),
        value: Some(ValueCell {
            low: Some(720_000.0),
            high: Some(880_000.5),
            unit: some("t"),
            per: some("year"),
            hedge: "approx".to_owned(),
            change: None,
        }),
        value_text: some("about 800,000 t a year"),
        period: Some(PeriodCell {
            edtf: some("2018"),
            from: some("2018-01-01"),
            to: some("2018-12-31"),
            relation: "in".to_owned(),
            hedge: "exact".to_owned(),
        }),
        period_text: some("in 2018"),
        place: some("Karachi"),
        credibility: Some(2),
        tags: vec!["trade".to_owned(), "grain".to_owned()],
        note: some("Ask for the ledger; \"page 4\" is missing."),
        verdict: "corroborated".to_owned(),
        rationale: some("Two ledgers, kept apart, agree."),
        reviewer: some("R. Malik"),
        verdicts: vec![
            VerdictRow {
                reviewer: "R. Malik".to_owned(),
                verdict: "corroborated".to_owned(),
                rationale: some("Two ledgers, kept apart, agree."),
                at: "2026-03-01T09:20:00Z".to_owned(),
                overridden: true,
            },
            VerdictRow {
                reviewer: "I. Sokolova".to_owned(),
                verdict: "unverifiable".to_owned(),
                rationale: None,
                at: "2026-03-01T09:25:00Z".to_owned(),
                overridden: false,
            },
        ],
        overridden: true,
        origins: 1,
        author: some("N. Iqbal"),
        publisher: some("Port Gazette"),
        published: some("2019-02-04"),
        reliability: some("B"),
        passages: vec![
            passage(40, "some 800,000 tonnes of grain"),
            passage(120, "went out in 2018"),
        ],
        ..bare_claim(1, "About 800,000 tonnes of grain were shipped in 2018.")
    };
    let other = ClaimRow {
        document: "d2".to_owned(),
        document_title: "=Harvest, a memoir".to_owned(),
        question: some("q1"),
        question_text: some("How much grain was shipped in 2018?"),
        value: Some(ValueCell {
            low: Some(-540_000.0),
            high: None,
            unit: some("t"),
            hedge: "at_least".to_owned(),
            ..ValueCell::default()
        }),
        stance: "reports".to_owned(),
        verdict: "disputed".to_owned(),
        published: some("2019"),
        ..bare_claim(2, "- 540,000 tonnes,\nif that")
    };
    sheet.claims = vec![about, other, bare_claim(3, "The harbour froze.")];
    sheet.questions = vec![
        QuestionRow {
            question: "q1".to_owned(),
            text: "How much grain was shipped in 2018?".to_owned(),
            asks: "how-much".to_owned(),
            state: "disagreed".to_owned(),
            claims: 2,
            documents: 2,
            origins: 2,
            disagreements: 1,
            answer: None,
            rationale: None,
            answers: vec![
                answer("d1", "Customs bulletin", "c1", "about 800,000 t a year", 1, None),
                answer(
                    "d2",
                    "=Harvest, a memoir",
                    "c2",
                    "at least -540,000 t",
                    2,
                    Some("same author: N. Iqbal"),
                ),
            ],
        },
        QuestionRow {
            question: "q2".to_owned(),
            text: "Did the harbour freeze?".to_owned(),
            asks: "whether".to_owned(),
            state: "resolved".to_owned(),
            answer: some("Yes, for a week."),
            rationale: some("The tide tables show it."),
            ..QuestionRow::default()
        },
    ];
    sheet.disagreements = vec![DisagreementRow {
        disagreement: "x1".to_owned(),
        question: "q1".to_owned(),
        question_text: "How much grain was shipped in 2018?".to_owned(),
        claims: ["c1".to_owned(), "c2".to_owned()],
        documents: ["d1".to_owned(), "d2".to_owned()],
        document_titles: ["Customs bulletin".to_owned(), "=Harvest, a memoir".to_owned()],
        statements: [
            "About 800,000 tonnes of grain were shipped in 2018.".to_owned(),
            "- 540,000 tonnes,\nif that".to_owned(),
        ],
        passages: [
            "some 800,000 tonnes of grain […] went out in 2018".to_owned(),
            "- 540,000 tonnes".to_owned(),
        ],
        answers: ["about 800,000 t a year".to_owned(), "at least -540,000 t".to_owned()],
        reasons: vec![ReasonRow {
            kind: "value".to_owned(),
            detail: "about 800,000 t and -540,000 t exclude one another.".to_owned(),
        }],
        severity: 0.75,
        internal: false,
        status: "open".to_owned(),
        rationale: None,
        reviewer: None,
        detected_by: "rule".to_owned(),
    }];
    sheet.sources = vec![SourceRow {
        source: "s1".to_owned(),
        name: "Port Gazette".to_owned(),
        reliability: some("B"),
        note: None,
        documents: 1,
    }];
    sheet.documents = vec![
        document("d1", "Customs bulletin", None),
        document("d2", "=Harvest, a memoir", Some("Almanac")),
    ];
    sheet
}

pub fn answer(document: &str, title: &str, claim: &str, words: &str, origin: usize, why: Option<&str>) -> AnswerRow {
    AnswerRow {
        document_title: title.to_owned(),
        document: document.to_owned(),
        claim: claim.to_owned(),
        stance: "affirms".to_owned(),
        answer_text: words.to_owned(),
        verdict: "unreviewed".to_owned(),
        origin,
        origin_reason: why.map(str::to_owned),
    }
}

pub fn document(id: &str, title: &str, reprint_of: Option<&str>) -> DocumentRow {
    DocumentRow {
        document: id.to_owned(),
        title: title.to_owned(),
        author: some("N. Iqbal"),
        publisher: some("Port Gazette"),
        published: some("2019-02-04"),
        url: some("https://port.example/bulletin"),
        format: "html".to_owned(),
        sha256: "ab".repeat(32),
        chars: 5_210,
        claims: 1,
        reprint_of: reprint_of.map(str::to_owned),
    }
}
