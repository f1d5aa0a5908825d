//! Nouns: irregular plurals, plurals that modify, words that stand for persons, words that end a noun phrase, words that
//! make a number a name. Origin: English grammar and the usual style guides; collected for this project.

/// Plural, singular.
const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"), ("persons", "person"), ("men", "man"), ("women", "woman"), ("children", "child"), ("personnel", "person"), ("lives", "life"), ("wives", "wife"),
    ("knives", "knife"), ("thieves", "thief"), ("leaves", "leaf"), ("halves", "half"), ("shelves", "shelf"), ("wolves", "wolf"), ("teeth", "tooth"), ("feet", "foot"), ("geese", "goose"), ("mice", "mouse"), ("oxen", "ox"),
    ("crises", "crisis"), ("bases", "base"), ("analyses", "analysis"), ("theses", "thesis"), ("criteria", "criterion"), ("phenomena", "phenomenon"), ("media", "medium"), ("data", "datum"),
    ("aircraft", "aircraft"), ("spacecraft", "spacecraft"), ("hovercraft", "hovercraft"), ("police", "police"), ("cattle", "cattle"), ("sheep", "sheep"), ("fish", "fish"), ("series", "series"), ("species", "species"), ("troops", "troop"), ("police officers", "officer"),
    ("policemen", "policeman"), ("servicemen", "serviceman"), ("servicewomen", "servicewoman"), ("fishermen", "fisherman"), ("gunmen", "gunman"), ("tribesmen", "tribesman"), ("businessmen", "businessman"), ("countrymen", "countryman"), ("clergymen", "clergyman"), ("airmen", "airman"), ("seamen", "seaman"),
    ("buses", "bus"), ("gases", "gas"), ("houses", "house"), ("horses", "horse"), ("cases", "case"), ("nurses", "nurse"), ("purchases", "purchase"), ("warehouses", "warehouse"), ("vases", "vase"), ("licences", "licence"), ("corps", "corps"), ("crew", "person"), ("staff", "person"), ("civilians", "civilian"),
    ("movies", "movie"), ("ties", "tie"), ("heroes", "hero"), ("potatoes", "potato"), ("torpedoes", "torpedo"), ("embargoes", "embargo"), ("vetoes", "veto"), ("axes", "axe"), ("shoes", "shoe"), ("canoes", "canoe"), ("tranches", "tranche"), ("caches", "cache"), ("headaches", "headache"), ("taxes", "tax"), ("boxes", "box"),
    ("uses", "use"), ("causes", "cause"), ("phases", "phase"), ("releases", "release"), ("leases", "lease"), ("expenses", "expense"), ("responses", "response"), ("exercises", "exercise"), ("enterprises", "enterprise"), ("increases", "increase"), ("courses", "course"), ("offences", "offence"), ("viruses", "virus"), ("campuses", "campus"), ("bonuses", "bonus"),
    ("consensuses", "consensus"), ("statuses", "status"), ("censuses", "census"), ("lenses", "lens"), ("curses", "curse"), ("diseases", "disease"), ("premises", "premise"), ("prizes", "prize"), ("sizes", "size"), ("mazes", "maze"), ("summonses", "summons"), ("hostages", "hostage"), ("cookies", "cookie"), ("calories", "calorie"), ("zombies", "zombie"), ("rookies", "rookie"), ("lies", "lie"), ("dies", "die"),
];

/// Words that end in -s and are not plural nouns.
const NOT_PLURAL: &[&str] = &[
    "was", "is", "has", "does", "this", "his", "its", "us", "as", "thus", "plus", "minus", "yes", "always", "perhaps", "besides", "towards", "afterwards", "across", "less", "unless", "versus", "whereas", "politics", "news", "gas", "bus", "process", "access", "business",
    "economics", "physics", "mathematics", "various", "previous", "serious", "famous", "religious", "dangerous", "numerous", "anonymous", "indigenous", "nervous", "enormous", "joyous", "congress", "crisis", "analysis", "basis", "status", "virus", "campus", "consensus", "census", "bonus", "press", "express", "loss", "pass", "cross", "class", "mass", "glass", "address", "success", "progress", "stress",
    "illness", "witness", "fitness", "wireless", "countless", "homeless", "helpless", "worldwide's", "upwards", "overseas", "sometimes", "alas", "whose", "'s", "kudos", "gross", "boss", "chaos", "texas", "paris", "jess", "james", "vs", "times", "ours", "theirs", "hers", "yours", "says", "per", "arabis", "iris", "christmas", "christ's", "pancreas", "canvas", "atlas", "apparatus", "genius", "focus", "chorus", "radius", "stimulus", "nexus", "tennis",
];

/// Plurals that stand before another noun as a modifier: "two arms sales", "four weapons systems".
pub(crate) const MODIFIERS: &[&str] = &[
    "arms", "weapons", "sales", "sports", "customs", "systems", "operations", "communications", "goods", "forces", "services", "savings", "defence", "defense", "human", "police", "troops", "aid", "united", "states", "nations", "armed", "special", "savings", "securities", "humanities", "relations", "minutes", "affairs", "women", "children", "reserves", "rights", "news", "aircraft", "security", "gas", "business", "press",
];

/// The singular of a plural noun; `None` where the word is no plural.
pub(crate) fn singular(word: &str) -> Option<String> {
    let low = word.to_lowercase();
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == low) {
        return Some((*one).to_owned());
    }
    if low.len() < 3 || NOT_PLURAL.contains(&low.as_str()) || low.ends_with("ss") || low.ends_with("ous") || low.ends_with("'s") {
        return None;
    }
    let cut = |n: usize, add: &str| word.get(..word.len() - n).map(|stem| format!("{stem}{add}"));
    if !low.is_ascii() {
        return low.ends_with('s').then(|| word.trim_end_matches('s').to_owned());
    }
    if low.ends_with("ies") && low.len() > 4 {
        return cut(3, "y");
    }
    if low.ends_with("sses") || low.ends_with("shes") || low.ends_with("ches") || low.ends_with("xes") || low.ends_with("zzes") {
        return cut(2, "");
    }
    if low.ends_with("uses") || low.ends_with("us") || low.ends_with("is") {
        return if low.ends_with("uses") { cut(1, "") } else { None };
    }
    if low.ends_with('s') {
        return cut(1, "");
    }
    None
}

/// What stands for persons when nothing else is counted: "46 killed", "120-strong".
pub(crate) const PERSONS: &[&str] = &[
    "dead", "killed", "wounded", "injured", "died", "hurt", "arrested", "detained", "missing", "strong", "drowned", "displaced", "perished", "unaccounted", "executed", "hospitalised", "hospitalized", "kidnapped", "evacuated", "infected", "homeless", "unemployed", "others", "employed", "registered", "fled", "attended", "elderly", "poor", "strong,",
];

/// "a … of 93" counts persons.
pub(crate) const GROUPS: &[&str] = &[
    "crew", "force", "garrison", "contingent", "team", "group", "delegation", "population", "toll", "army", "staff", "workforce", "squad", "party", "crowd", "audience", "family", "troupe", "battalion", "brigade", "regiment", "militia", "congregation", "unit", "turnout", "membership", "corps", "mission", "detachment", "electorate", "gang", "cell", "band", "entourage", "panel",
];

/// Words that end the noun phrase after a number.
pub(crate) const STOPS: &[&str] = &[
    "of", "in", "on", "at", "to", "from", "by", "for", "with", "without", "within", "into", "onto", "over", "under", "after", "before", "since", "until", "during", "through", "across", "against", "between", "among", "amid", "along", "around", "near", "off", "out", "up", "down", "per", "as", "than", "that", "which", "who", "whom", "whose", "where", "when", "while", "if", "because", "so", "but", "and", "or", "nor", "yet",
    "the", "a", "an", "this", "these", "those", "its", "his", "her", "their", "our", "my", "your", "each", "every", "all", "both", "any", "some", "no", "not", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "it", "he", "she", "they", "we", "i", "you", "them", "him", "us", "there", "here", "also", "then",
    "now", "only", "just", "still", "already", "even", "ever", "never", "again", "once", "alone", "apart", "ago", "later", "earlier", "annually", "yearly", "daily", "monthly", "about", "above", "below", "towards", "toward", "behind", "beyond", "inside", "outside", "via", "worth", "respectively", "today", "yesterday", "tomorrow", "last", "next",
    "said", "says", "took", "came", "went", "left", "made", "got", "met", "fell", "rose", "lost", "won", "held", "lay", "sent", "gave", "ran", "began", "kept", "put", "sat", "stood", "paid", "sold", "bought", "built", "fled", "died", "lie", "lies", "live", "work", "serve", "come", "go", "remain", "remains", "voted", "killed", "wounded", "injured", "dead", "either", "long", "high", "wide", "deep", "tall", "away", "old", "more", "less", "fewer", "spoke", "wore", "drew", "became", "broke", "saw", "heard", "flew", "hit", "cost", "cut", "set", "let", "shut", "read", "spread", "burst", "sank", "swam", "crossed", "according", "including", "plus", "minus", "versus", "vs",
];

/// Words that make the number after them a name or a place in a list: "Article 370", "Resolution 1701", "page 12".
pub(crate) const NAMING: &[&str] = &[
    "article", "articles", "resolution", "resolutions", "agenda", "vision", "chapter", "section", "sections", "paragraph", "paragraphs", "clause", "flight", "route", "highway", "expo", "protocol", "directive", "law", "bill", "rule", "room", "page", "pages", "p", "pp", "no", "nos", "number", "figure", "table", "note", "notes", "annex", "version", "phase", "stage", "class", "type", "model", "gate",
    "channel", "zone", "apollo", "euro", "formula", "windows", "casa", "vol", "volume", "issue", "part", "book", "act", "amendment", "appendix", "schedule", "item", "line", "platform", "pier", "sector", "area", "block", "unit", "level", "rank", "tier", "category", "cat", "catch", "order", "decree", "case", "docket", "form", "footnote", "fn", "art", "arts", "para", "sec", "ch", "op", "bus", "train", "tram", "boeing", "airbus", "antonov", "ilyushin", "tupolev", "sukhoi", "mig", "mirage", "proposition",
    "district", "precinct", "ward", "division", "brigade", "regiment", "battalion", "squadron", "interstate", "runway", "terminal", "studio", "psalm", "verse", "isbn", "doi", "issn", "tel", "phone", "fax", "shahed", "kh", "round", "group", "mark", "mk", "covid", "document", "opinion", "convention", "grade", "day", "week", "game", "season", "episode", "world", "pillar", "track", "annexe", "point", "points", "principle", "objective", "goal", "sdg", "target", "question", "step", "lot", "pact", "file", "task", "corps", "fleet", "camp", "well", "reactor", "mile", "kilometre",
];

/// Nouns after a spelled number and a hyphen that make an idiom rather than a count: "two-state solution", "One-China policy".
pub(crate) const IDIOMS: &[&str] = &["state", "states", "china", "party", "way", "sided", "track", "tier", "pronged", "front", "power", "plus", "faced", "fold", "digit", "point", "off", "time", "man", "child", "person", "dimensional", "star", "size", "stop", "handed", "thirds", "bedroom", "piece", "horse", "step", "level", "term", "wheel", "storey", "story", "part", "size"];
