//! Currencies: ISO 4217 codes, the signs and words money is written with, and which country a shared word belongs to.
//! Origin: ISO 4217 (active codes) and common usage.

/// Active codes (funds and metals left out).
pub(crate) const CODES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AZN", "BAM", "BDT", "BGN", "BHD", "BIF", "BND", "BOB", "BRL", "BTN", "BWP",
    "BYN", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB",
    "EUR", "FJD", "GBP", "GEL", "GHS", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR",
    "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD",
    "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR",
    "NZD", "OMR", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK",
    "SGD", "SLE", "SOS", "SRD", "SSP", "SYP", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD",
    "UYU", "UZS", "VES", "VND", "XAF", "XCD", "XOF", "YER", "ZAR", "ZMW",
];

/// Letters that stand glued before a dollar sign.
pub(crate) const DOLLAR_PREFIXES: &[(&str, &str)] = &[
    ("us", "USD"), ("u.s.", "USD"), ("a", "AUD"), ("au", "AUD"), ("c", "CAD"), ("ca", "CAD"), ("can", "CAD"), ("nz", "NZD"),
    ("hk", "HKD"), ("s", "SGD"), ("nt", "TWD"), ("r", "BRL"), ("n", "NAD"), ("z", "ZWL"),
];

/// Signs.
pub(crate) fn sign(text: &str) -> Option<&'static str> {
    Some(match text {
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" | "￥" => "JPY",
        "₹" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₺" => "TRY",
        "₴" => "UAH",
        "₸" => "KZT",
        "₼" => "AZN",
        "₾" => "GEL",
        "₪" => "ILS",
        "₦" => "NGN",
        "₱" => "PHP",
        "₫" => "VND",
        "฿" => "THB",
        "₡" => "CRC",
        "₵" => "GHS",
        "₮" => "MNT",
        "₨" => "INR",
        "৳" => "BDT",
        _ => return None,
    })
}

/// Words before or after a number, in lower case; the factor turns cents into units.
pub(crate) const WORDS: &[(&str, &str, f64)] = &[
    ("us dollar", "USD", 1.0), ("us dollars", "USD", 1.0), ("u.s. dollars", "USD", 1.0), ("u.s. dollar", "USD", 1.0),
    ("american dollars", "USD", 1.0), ("dollar", "USD", 1.0), ("dollars", "USD", 1.0),
    ("us cents", "USD", 0.01), ("u.s. cents", "USD", 0.01), ("us cent", "USD", 0.01), ("cent", "USD", 0.01), ("cents", "USD", 0.01),
    ("euro cents", "EUR", 0.01), ("euro cent", "EUR", 0.01), ("eurocents", "EUR", 0.01), ("pence", "GBP", 0.01), ("kopecks", "RUB", 0.01),
    ("canadian dollars", "CAD", 1.0), ("australian dollars", "AUD", 1.0), ("new zealand dollars", "NZD", 1.0),
    ("singapore dollars", "SGD", 1.0), ("hong kong dollars", "HKD", 1.0), ("taiwan dollars", "TWD", 1.0), ("fijian dollars", "FJD", 1.0),
    ("euro", "EUR", 1.0), ("euros", "EUR", 1.0), ("pounds sterling", "GBP", 1.0), ("pound sterling", "GBP", 1.0), ("sterling", "GBP", 1.0),
    ("british pounds", "GBP", 1.0), ("quid", "GBP", 1.0), ("egyptian pounds", "EGP", 1.0), ("syrian pounds", "SYP", 1.0),
    ("lebanese pounds", "LBP", 1.0), ("sudanese pounds", "SDG", 1.0), ("yen", "JPY", 1.0), ("yuan", "CNY", 1.0), ("renminbi", "CNY", 1.0),
    ("rmb", "CNY", 1.0), ("won", "KRW", 1.0), ("rouble", "RUB", 1.0), ("roubles", "RUB", 1.0), ("ruble", "RUB", 1.0), ("rubles", "RUB", 1.0),
    ("rs", "INR", 1.0), ("rs .", "INR", 1.0), ("re", "INR", 1.0), ("rupee", "INR", 1.0), ("rupees", "INR", 1.0), ("indian rupees", "INR", 1.0), ("pakistani rupees", "PKR", 1.0),
    ("pak rupees", "PKR", 1.0), ("sri lankan rupees", "LKR", 1.0), ("nepali rupees", "NPR", 1.0), ("rupiah", "IDR", 1.0), ("ringgit", "MYR", 1.0), ("rm", "MYR", 1.0),
    ("baht", "THB", 1.0), ("dong", "VND", 1.0), ("kyat", "MMK", 1.0), ("kyats", "MMK", 1.0), ("kip", "LAK", 1.0), ("riel", "KHR", 1.0), ("riels", "KHR", 1.0),
    ("taka", "BDT", 1.0), ("tk", "BDT", 1.0), ("afghani", "AFN", 1.0), ("afghanis", "AFN", 1.0), ("somoni", "TJS", 1.0), ("tenge", "KZT", 1.0),
    ("manat", "AZN", 1.0), ("manats", "AZN", 1.0), ("lari", "GEL", 1.0), ("dram", "AMD", 1.0), ("drams", "AMD", 1.0), ("hryvnia", "UAH", 1.0), ("hryvnias", "UAH", 1.0),
    ("zloty", "PLN", 1.0), ("zlotys", "PLN", 1.0), ("zlotych", "PLN", 1.0), ("forint", "HUF", 1.0), ("forints", "HUF", 1.0), ("koruna", "CZK", 1.0), ("korunas", "CZK", 1.0),
    ("crowns", "CZK", 1.0), ("lev", "BGN", 1.0), ("leva", "BGN", 1.0), ("shekel", "ILS", 1.0), ("shekels", "ILS", 1.0),
    ("lira", "TRY", 1.0), ("liras", "TRY", 1.0), ("turkish lira", "TRY", 1.0), ("real", "BRL", 1.0), ("reais", "BRL", 1.0), ("rand", "ZAR", 1.0),
    ("naira", "NGN", 1.0), ("cedi", "GHS", 1.0), ("cedis", "GHS", 1.0), ("birr", "ETB", 1.0), ("kwacha", "ZMW", 1.0), ("kwanza", "AOA", 1.0), ("kwanzas", "AOA", 1.0),
    ("metical", "MZN", 1.0), ("meticais", "MZN", 1.0), ("ariary", "MGA", 1.0), ("pula", "BWP", 1.0), ("cfa francs", "XOF", 1.0), ("cfa franc", "XOF", 1.0), ("cfa", "XOF", 1.0),
    ("swiss francs", "CHF", 1.0), ("swiss franc", "CHF", 1.0), ("quetzales", "GTQ", 1.0), ("soles", "PEN", 1.0), ("bolivianos", "BOB", 1.0), ("guaranies", "PYG", 1.0),
    ("bolivars", "VES", 1.0), ("tugrik", "MNT", 1.0), ("togrog", "MNT", 1.0), ("dirham", "AED", 1.0), ("dirhams", "AED", 1.0),
    ("kronor", "SEK", 1.0), ("krona", "SEK", 1.0), ("kroner", "NOK", 1.0), ("krone", "NOK", 1.0), ("kr", "SEK", 1.0), ("kr .", "SEK", 1.0),
    ("peso", "MXN", 1.0), ("pesos", "MXN", 1.0), ("dinar", "IQD", 1.0), ("dinars", "IQD", 1.0), ("rial", "IRR", 1.0), ("rials", "IRR", 1.0),
    ("riyal", "SAR", 1.0), ("riyals", "SAR", 1.0), ("franc", "CHF", 1.0), ("francs", "CHF", 1.0), ("shilling", "KES", 1.0), ("shillings", "KES", 1.0),
    ("som", "KGS", 1.0), ("soms", "KGS", 1.0), ("sum", "UZS", 1.0), ("leu", "RON", 1.0), ("lei", "RON", 1.0),
];

/// A word that several countries share: which code it is where the text names the country. Words as in [`WORDS`].
pub(crate) const BY_COUNTRY: &[(&[&str], &[(&str, &str)])] = &[
    (
        &["kr", "kr .", "krona", "kronor", "krone", "kroner", "crowns"],
        &[("Denmark", "DKK"), ("Norway", "NOK"), ("Sweden", "SEK"), ("Iceland", "ISK"), ("Czechia", "CZK")],
    ),
    (&["rs", "rs .", "rupee", "rupees", "₨"], &[("Pakistan", "PKR"), ("Sri Lanka", "LKR"), ("Nepal", "NPR"), ("Mauritius", "MUR"), ("Seychelles", "SCR"), ("India", "INR")]),
    (
        &["peso", "pesos"],
        &[("Mexico", "MXN"), ("Argentina", "ARS"), ("Chile", "CLP"), ("Colombia", "COP"), ("Philippines", "PHP"), ("Cuba", "CUP"), ("Uruguay", "UYU"), ("Dominican Republic", "DOP")],
    ),
    (
        &["dinar", "dinars"],
        &[("Iraq", "IQD"), ("Serbia", "RSD"), ("Algeria", "DZD"), ("Tunisia", "TND"), ("Libya", "LYD"), ("Kuwait", "KWD"), ("Bahrain", "BHD"), ("Jordan", "JOD")],
    ),
    (&["rial", "rials", "riyal", "riyals"], &[("Iran", "IRR"), ("Oman", "OMR"), ("Yemen", "YER"), ("Saudi Arabia", "SAR"), ("Qatar", "QAR")]),
    (&["dirham", "dirhams"], &[("Morocco", "MAD"), ("United Arab Emirates", "AED")]),
    (
        &["franc", "francs"],
        &[("Switzerland", "CHF"), ("Rwanda", "RWF"), ("Burundi", "BIF"), ("Democratic Republic of the Congo", "CDF"), ("Guinea", "GNF"), ("Djibouti", "DJF"), ("Comoros", "KMF")],
    ),
    (
        &["cfa francs", "cfa franc", "cfa"],
        &[("Cameroon", "XAF"), ("Chad", "XAF"), ("Gabon", "XAF"), ("Republic of the Congo", "XAF"), ("Central African Republic", "XAF"), ("Equatorial Guinea", "XAF")],
    ),
    (&["shilling", "shillings"], &[("Kenya", "KES"), ("Uganda", "UGX"), ("Tanzania", "TZS"), ("Somalia", "SOS")]),
    (&["pound", "pounds"], &[("Egypt", "EGP"), ("Syria", "SYP"), ("Lebanon", "LBP"), ("Sudan", "SDG"), ("South Sudan", "SSP"), ("United Kingdom", "GBP")]),
    (&["kwacha"], &[("Malawi", "MWK"), ("Zambia", "ZMW")]),
    (&["manat", "manats"], &[("Turkmenistan", "TMT"), ("Azerbaijan", "AZN")]),
    (&["leu", "lei"], &[("Moldova", "MDL"), ("Romania", "RON")]),
    (&["som", "soms", "sum"], &[("Uzbekistan", "UZS"), ("Kyrgyzstan", "KGS")]),
    (&["¥", "￥"], &[("China", "CNY"), ("Japan", "JPY")]),
    (&["won"], &[("North Korea", "KPW"), ("South Korea", "KRW")]),
    (
        &["$", "dollar", "dollars"],
        // Only where the words say so outright: see quantity::currency.
        &[],
    ),
];
