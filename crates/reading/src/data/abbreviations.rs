//! Words whose full stop does not end a sentence, and words that usually open one. Origin: collected for this project
//! from British and American style guides.

/// Always followed by more of the sentence.
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "sgt", "capt", "cmdr", "adm", "brig", "sen", "rep", "gov", "pres",
    "hon", "rev", "st", "mt", "ft", "rtd", "ret", "vs", "v", "ca", "approx", "cf", "viz", "fig", "figs", "eds", "ed", "transl",
    "rs", "messrs", "jr", "amb", "min", "dept", "gov't", "int'l",
];

/// Abbreviations only before a number: "No. 5", "p. 12".
pub(crate) const BEFORE_NUMBERS: &[&str] =
    &["no", "nos", "p", "pp", "vol", "vols", "art", "arts", "ch", "sec", "para", "paras", "c", "n", "op", "res", "ser", "issue"];

/// Words that open a sentence far more often than they follow an abbreviation inside one.
pub(crate) const STARTERS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "you", "its", "his", "her", "their",
    "in", "on", "at", "by", "for", "from", "with", "without", "under", "over", "after", "before", "since", "until", "during", "as",
    "but", "and", "or", "yet", "so", "however", "moreover", "also", "meanwhile", "although", "though", "while", "when", "if",
    "because", "there", "here", "what", "who", "how", "why", "no", "not", "some", "many", "most", "several", "both", "all",
    "according", "despite", "then", "thus", "therefore", "nevertheless", "instead", "indeed", "finally", "first", "second",
];
