use proptest::prelude::*;

use super::*;

fn check(cases: &[(&str, &str, &str)]) {
    for (edtf, from, to) in cases {
        let open = |side: &str| (!side.is_empty()).then(|| side.to_owned());
        assert_eq!(edtf_bounds(edtf), Some((open(from), open(to))), "{edtf}");
    }
}

#[test]
fn dates_and_times() {
    check(&[
        ("1871", "1871-01-01", "1871-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("-0044", "-0044-01-01", "-0044-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("1871-01", "1871-01-01", "1871-01-31"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1871-01-18", "1871-01-18", "1871-01-18"),
        ("1871-01-18T12:30", "1871-01-18", "1871-01-18"),
        ("1871-01-18T12:30:59.25Z", "1871-01-18", "1871-01-18"),
        // In UTC it is the day before, and the day after.
        ("2021-03-01T03:00:00+05:30", "2021-02-28", "2021-02-28"),
        ("2021-12-31T22:15:00-0330", "2022-01-01", "2022-01-01"),
        ("2021-12-31T24:00:00", "2022-01-01", "2022-01-01"),
        ("2021-12-31T24:00:00+14", "2021-12-31", "2021-12-31"),
        ("187", "1870-01-01", "1879-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("-03", "-0399-01-01", "-0300-12-31"),
    ]);
}

#[test]
fn seasons_and_parts_of_the_year() {
    check(&[
        ("1888-21", "1888-03-01", "1888-05-31"),
        ("1888-22?", "1888-06-01", "1888-08-31"),
        ("1888-23", "1888-09-01", "1888-11-30"),
        ("1887-24", "1887-12-01", "1888-02-29"),
        ("1888-28", "1888-12-01", "1889-02-28"),
        ("1888-29", "1888-09-01", "1888-11-30"),
        ("1888-32", "1888-06-01", "1888-08-31"),
        ("1888-33", "1888-01-01", "1888-03-31"),
        ("1888-36", "1888-10-01", "1888-12-31"),
        ("1888-38", "1888-05-01", "1888-08-31"),
        ("1888-41", "1888-07-01", "1888-12-31"),
        ("188X-24", "1880-12-01", "1890-02-28"),
    ]);
}

#[test]
fn long_years_and_significant_digits() {
    check(&[
        ("Y25000", "25000-01-01", "25000-12-31"),
        ("Y-65000000", "-65000000-01-01", "-65000000-12-31"),
        ("Y-65E6", "-65000000-01-01", "-65000000-12-31"),
        ("Y4540E6S3", "4540000000-01-01", "4540000000-12-31"),
        ("Y123456S2~", "123456-01-01", "123456-12-31"),
        ("1870S3", "1870-01-01", "1870-12-31"),
        ("-1870S2", "-1870-01-01", "-1870-12-31"),
    ]);
}

#[test]
fn unspecified_digits() {
    check(&[
        ("187X", "1870-01-01", "1879-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("1X71", "1071-01-01", "1971-12-31"),
        ("-018X", "-0189-01-01", "-0180-12-31"),
        ("-000X", "-0009-01-01", "-0001-12-31"),
        ("1871-XX", "1871-01-01", "1871-12-31"),
        ("1871-1X", "1871-10-01", "1871-12-31"),
        ("1871-X2", "1871-02-01", "1871-12-31"),
        ("1871-XX-XX", "1871-01-01", "1871-12-31"),
        ("1871-02-XX", "1871-02-01", "1871-02-28"),
        ("1871-0X-3X", "1871-01-30", "1871-09-30"),
        ("XXXX-12-25", "0000-12-25", "9999-12-25"),
        // The thirty-first is not of every month; the leap day is not of every year.
        ("1871-XX-31", "1871-01-31", "1871-12-31"),
        ("187X-02-29", "1872-02-29", "1876-02-29"),
        ("18XX-02-XX", "1800-02-01", "1899-02-28"),
    ]);
}

#[test]
fn qualified() {
    for edtf in [
        "1871-05-21?",
        "1871-05-21~",
        "1871-05-21%",
        "1871?-05-21",
        "1871-05?-21",
        "1871-?05-21",
        "1871-05-~21",
        "?1871-05-21",
        "%1871-~05-?21",
        "1871~-05?-21%",
        "~1871-05-21?",
    ] {
        check(&[(edtf, "1871-05-21", "1871-05-21")]);
        assert_eq!(Edtf::parse(edtf).unwrap().to_string(), edtf);
    }
}

#[test]
fn intervals_and_sets() {
    check(&[
        ("1870-07-19/1871-05-10", "1870-07-19", "1871-05-10"),
        ("1870/1871-05", "1870-01-01", "1871-05-31"),
        ("1870~/1871-05?", "1870-01-01", "1871-05-31"),
        ("1870-21/1870-23", "1870-03-01", "1870-11-30"),
        ("1871-05/1871", "1871-05-01", "1871-12-31"),
        ("1871-05-XX/1871-06", "1871-05-01", "1871-06-30"),
        ("1871/..", "1871-01-01", ""),
        ("1871/", "1871-01-01", ""),
        ("../1871", "", "1871-12-31"),
        ("/1871", "", "1871-12-31"),
        ("-0100/0100", "-0100-01-01", "0100-12-31"),
        ("../..", "", ""),
        ("/..", "", ""),
        ("[1870,1872]", "1870-01-01", "1872-12-31"),
        ("[1870, 1868..1869]", "1868-01-01", "1870-12-31"),
        ("{1870-07,1871-05-10}", "1870-07-01", "1871-05-10"),
        ("[..1870]", "", "1870-12-31"),
        ("{1870-07..}", "1870-07-01", ""),
        ("{..1868,1870,1872..}", "", ""),
        ("[1870~]", "1870-01-01", "1870-12-31"),
    ]);
}

#[test]
fn refused() {
    for edtf in [
        "",
        " ",
        " 1871",
        "1871 ",
        "1871 05",
        "date",
        "1871-5",
        "1871-05-1",
        "71-05",
        "871-05",
        "1",
        "18710",
        "18711",
        "1871-13",
        "1871-00",
        "1871-20",
        "1871-42",
        "1871-13-01",
        "1871-21-01",
        "1871-02-29",
        "1871-02-30",
        "1871-04-31",
        "1871-05-00",
        "1871-05-32",
        "1871-05-21-01",
        "1871--05",
        "1871-",
        "-1871-",
        "-0000",
        "-0000-05",
        "--1871",
        "+1871",
        "−1871",
        "1871/05/21",
        "21-05-1871",
        "1871-05/1870-04",
        "1872/1871",
        "1871/1872/1873",
        "/",
        "1871/...",
        "1871..1872",
        "1871-..",
        "..",
        "[]",
        "{}",
        "[1871",
        "1871]",
        "[1871}",
        "[1871,]",
        "[,1871]",
        "[1871 ,1872]",
        "[1871,  1872]",
        "[1872..1871]",
        "[1871..,1873]",
        "[1871,..1873]",
        "[1871/1872]",
        "[[1871]]",
        "187x",
        "18x",
        "1X",
        "18X",
        "X",
        "1871-3X",
        "1871-2X",
        "1871-02-3X",
        "19X1-02-29",
        "XXXX-02-30",
        "1871??",
        "1871?~",
        "18?71",
        "1871-?",
        "(1871)?",
        "1871-(05)?",
        "1871u",
        "18uu",
        "unknown",
        "open",
        "Y1871",
        "Y01871",
        "Y18X1",
        "y25000",
        "Y25000-05",
        "Y25E3-05-21",
        "Y25e3",
        "Y25E",
        "Y25E03",
        "YE3",
        "Y",
        "Y-",
        "1871S0",
        "1871S5",
        "1871S",
        "187XS2",
        "1871S2-05",
        "1871S2S3",
        "18S1",
        "1871T12:30:00",
        "1871-05T12:30:00",
        "1871-05-21T",
        "1871-05-21T12",
        "1871-05-21t12:30:00",
        "1871-05-21 12:30:00",
        "1871-05-21T1:30:00",
        "1871-05-21T12:30:0",
        "1871-05-21T12:30:00.",
        "1871-05-21T12:30:60",
        "1871-05-21T12:60:00",
        "1871-05-21T25:00:00",
        "1871-05-21T24:00:01",
        "1871-05-21T24:01:00",
        "1871-05-21T12:30:00z",
        "1871-05-21T12:30:00Z+1",
        "1871-05-21T12:30:00+15:00",
        "1871-05-21T12:30:00-12:01",
        "1871-05-21T12:30:00-00:00",
        "1871-05-21T12:30:00+05:60",
        "1871-05-21T12:30:00+5",
        "1871-05-XXT12:30:00",
        "1871-05-21?T12:30:00",
    ] {
        assert_eq!(edtf_bounds(edtf), None, "{edtf}");
    }
}

fn digit() -> impl Strategy<Value = Option<u8>> {
    prop_oneof![4 => (0u8..10).prop_map(Some), 1 => Just(None)]
}

fn marked<T: std::fmt::Debug + Copy + 'static>(is: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Marked<T>> {
    let mark = || {
        prop_oneof![
            5 => Just(None),
            1 => prop::sample::select(vec![Mark::Uncertain, Mark::Approximate, Mark::Both]).prop_map(Some)
        ]
    };
    (mark(), is, mark())
        .prop_map(|(before, is, after)| Marked { before, is, after })
        .boxed()
}

fn some_date() -> impl Strategy<Value = Date> {
    let four = (any::<bool>(), [digit(), digit(), digit(), digit()]).prop_map(|(negative, digits)| Year::Four {
        negative,
        digits,
        significant: None,
    });
    let alone = prop_oneof![
        (any::<bool>(), 0u16..1000).prop_map(|(negative, number)| Year::Decade { negative, number }),
        (any::<bool>(), 0u8..100).prop_map(|(negative, number)| Year::Century { negative, number }),
        (any::<bool>(), [0u8..10, 0u8..10, 0u8..10, 0u8..10], 1u8..5).prop_map(|(negative, digits, count)| {
            Year::Four {
                negative,
                digits: digits.map(Some),
                significant: Some(count),
            }
        }),
        (
            any::<bool>(),
            10_000u64..1_000_000_000,
            prop::option::of(1u8..6),
            prop::option::of(1u8..5)
        )
            .prop_map(|(negative, number, exponent, significant)| Year::Long {
                negative,
                number,
                exponent,
                significant
            }),
    ];
    let two = || [digit(), digit()].prop_map(Two);
    let time = prop::sample::select(vec![
        ("00:00:00", 0),
        ("23:59:59.5Z", 0),
        ("01:00+02", -1),
        ("24:00:00", 1),
    ]);
    prop_oneof![
        (
            marked(four),
            prop::option::of(marked(two())),
            prop::option::of(marked(two()))
        )
            .prop_map(|(year, month, day)| Date {
                year,
                day: day.filter(|_| month.is_some()),
                month,
                time: None
            }),
        marked(alone).prop_map(|year| Date {
            year,
            month: None,
            day: None,
            time: None
        }),
        ((0u8..10, 0u8..10, 0u8..10), time).prop_map(|((a, b, c), (text, shift))| {
            let plain = |digits: [u8; 2]| Marked {
                before: None,
                is: Two(digits.map(Some)),
                after: None,
            };
            Date {
                year: Marked {
                    before: None,
                    is: Year::Four {
                        negative: false,
                        digits: [Some(1), Some(a), Some(b), Some(c)],
                        significant: None,
                    },
                    after: None,
                },
                month: Some(plain([0, 5])),
                day: Some(plain([2, 1])),
                time: Some(Time {
                    text: text.to_owned(),
                    shift,
                }),
            }
        }),
    ]
}

fn some_edtf() -> impl Strategy<Value = Edtf> {
    let side = || prop_oneof![4 => some_date().prop_map(Side::At), 1 => Just(Side::Open), 1 => Just(Side::Unknown)];
    let inner = prop_oneof![
        some_date().prop_map(Member::At),
        (some_date(), some_date()).prop_map(|(a, b)| Member::Through(a, b))
    ];
    let members = (
        prop::option::of(some_date()),
        prop::collection::vec(inner, 1..4),
        prop::option::of(some_date()),
    )
        .prop_map(|(first, inner, last)| {
            let first = first.map(Member::UpTo);
            first
                .into_iter()
                .chain(inner)
                .chain(last.map(Member::From))
                .collect::<Vec<_>>()
        })
        .boxed();
    prop_oneof![
        some_date().prop_map(Edtf::One),
        (side(), side())
            .prop_filter("an interval says something", |sides| *sides
                != (Side::Unknown, Side::Unknown))
            .prop_map(|(a, b)| Edtf::Interval(a, b)),
        members.clone().prop_map(Edtf::OneOf),
        members.prop_map(Edtf::AllOf),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_is_written_is_read_again(edtf in some_edtf()) {
        let written = edtf.to_string();
        prop_assert_eq!(Edtf::parse(&written), Some(edtf), "{}", written);
    }

    #[test]
    fn what_is_read_is_written_again(text in "[\\[{]?[0-9XY?~%./,T:+S-]{0,24}[\\]}]?") {
        if let Some(edtf) = Edtf::parse(&text) {
            prop_assert_eq!(edtf.to_string(), text);
        }
    }

    #[test]
    fn bounds_are_in_order(edtf in some_edtf()) {
        if let Some((Some(from), Some(to))) = edtf.bounds() {
            prop_assert!(from <= to, "{}: {:?} {:?}", edtf, from, to);
        }
    }

    /// A day with some of its digits hidden, or cut off, still lies within its bounds.
    #[test]
    fn bounds_hold_the_day_they_were_made_of(
        (year, month, day) in (-9999i64..10_000, 1u32..13, 1u32..32),
        hidden in prop::collection::vec(prop::bool::weighted(0.2), 8),
        parts in 1usize..4,
    ) {
        prop_assume!(day <= days_in(year, month));
        let plain = format!("{:04}-{month:02}-{day:02}", year.abs());
        let mut hidden = hidden.into_iter();
        let masked: String = plain.chars().map(|c| if c != '-' && hidden.next() == Some(true) { 'X' } else { c }).collect();
        let cut = masked.split('-').take(parts).collect::<Vec<_>>().join("-");
        let sign = if year < 0 { "-" } else { "" };
        let edtf = format!("{sign}{cut}");
        let whole = Day { year, month, day };
        let (from, to) = bounds(&edtf).unwrap();
        prop_assert!(from.unwrap() <= whole && whole <= to.unwrap(), "{edtf}: {from:?} {to:?}");
        let since = bounds(&format!("{edtf}/..")).unwrap();
        prop_assert_eq!(since, (from, None));
    }

    #[test]
    fn any_text_is_taken(text in "\\PC{0,40}") {
        let _ = edtf_bounds(&text);
    }

    #[test]
    fn days_are_numbered(number in -5_000_000i64..5_000_000) {
        let day = Day::from_number(number);
        prop_assert_eq!(day.number(), number);
        prop_assert_eq!(Day::parse(&day.iso()), Some(day));
        prop_assert_eq!(day.plus(1).weekday(), (day.weekday() + 1) % 7);
    }
}
