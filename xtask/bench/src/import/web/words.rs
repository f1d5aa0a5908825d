//! Prose from a seed: what articles say, and what stands around them. The same seed gives the same words.

/// Gives words, one stretch after the other.
pub struct Words(u64);

/// An article before a site sets it.
pub struct Article {
    pub title: String,
    pub by: String,
    pub date: String,
    pub lead: String,
    pub paragraphs: Vec<String>,
}

const WHO: &[&str] = &[
    "the harbour board",
    "the ministry of transport",
    "a spokesman for the port",
    "the grain union",
    "the city council",
    "an inspector of the mill",
    "the regional bank",
    "the shipping office",
    "two former deputies",
    "the head of customs",
    "a panel of engineers",
    "the statistics bureau",
    "the owner of the quarry",
    "the fishermen’s league",
    "a district judge",
    "the water authority",
    "the opposition leader",
    "the institute in Velden",
    "the largest buyer",
    "the railway company",
];
const DID: &[&str] = &[
    "told reporters that",
    "confirmed on Monday that",
    "denied that",
    "wrote in a letter that",
    "was told that",
    "estimates that",
    "had warned for months that",
    "no longer believes that",
    "published figures which show that",
    "said in an interview that",
    "is certain that",
    "reported that",
    "let it be known that",
    "found that",
];
const WHAT: &[&str] = &[
    "exports of barley fell by {n} per cent",
    "the new quay will cost {n} million crowns",
    "{n} ships waited outside the breakwater",
    "the contract was signed before the election",
    "wages in the mills rose by {n} per cent",
    "nearly {n} workers were sent home",
    "the road to the northern valley stays closed",
    "the bridge can carry no more than {n} tonnes",
    "the price of coal doubled within {n} weeks",
    "the loan was repaid in full",
    "no permit had been given for the dam",
    "a third of the harvest was stored in the open",
    "the ferry made {n} crossings without a licence",
    "the old lighthouse will be sold to a private owner",
    "trade with the islands reached {n} million crowns",
    "the talks broke down over the fishing quota",
    "{n} villages were without power for two nights",
    "the tunnel leaks in at least {n} places",
];
const WHEN: &[&str] = &[
    "in the first quarter",
    "since last autumn",
    "over the past decade",
    "during the long winter",
    "after the flood of 2011",
    "in spite of an earlier promise",
    "for the second year in a row",
    "before the audit was finished",
    "until further notice",
    "as the mayor had expected",
    "while the council was in recess",
    "although nobody had asked for it",
];
const MORE: &[&str] = &[
    "Nobody was hurt.",
    "A decision is expected in June.",
    "The figures could not be checked at once.",
    "It was not the first time.",
    "That is more than in any year since the war.",
    "Others saw it differently.",
    "The company did not answer questions.",
    "Both sides will meet again next week.",
    "How much of it was insured is not known.",
    "The rest is paid by the province.",
];
const TOPIC: &[&str] = &[
    "Harbour",
    "Grain",
    "Railway",
    "Quarry",
    "Ferry",
    "Bridge",
    "Dam",
    "Lighthouse",
    "Coal",
    "Mill",
    "Customs",
    "Herring",
];
const EVENT: &[&str] = &[
    "dispute goes to court",
    "prices climb again",
    "plan divides the council",
    "workers return after long strike",
    "report names three officials",
    "deal leaves islands waiting",
    "owners face new inspection",
    "money was spent twice",
    "closure angers the northern valley",
    "figures puzzle the statisticians",
];
const FIRST: &[&str] = &[
    "Anna", "Mirek", "Salma", "Tobias", "Irena", "Pavel", "Leila", "Jonas", "Marta", "Yusuf",
];
const LAST: &[&str] = &[
    "Kowalska", "Lindt", "Haddad", "Berg", "Novotna", "Sorensen", "Ivanova", "Okafor", "Reyes", "Aydin",
];
const TALK: &[&str] = &[
    "I live five minutes from there and nobody told us anything.",
    "Typical, they only ever think of the capital.",
    "Could you please write more about this?",
    "My grandfather worked at that mill for forty years.",
    "You are wrong, look it up yourself.",
    "Great piece, thanks for sharing it with everybody here.",
    "So who pays in the end? We do, as always.",
    "First of all the numbers make no sense to me at all.",
    "Agree with the comment above, well said indeed.",
    "Ha, I said so last year and people laughed at me.",
];
const ARABIC: &[&str] = &[
    "قالت إدارة الميناء إن صادرات الشعير انخفضت بنسبة {n} في المئة خلال العام الماضي",
    "وأكد وزير النقل أن الرصيف الجديد سيكلف {n} مليون كرونة على الأقل",
    "ونفى مجلس المدينة أن يكون قد وقع على العقد قبل الانتخابات",
    "وذكر مكتب الإحصاء أن الأجور في المطاحن ارتفعت للسنة الثانية على التوالي",
    "وأضاف مهندسون أن الجسر لا يحمل أكثر من {n} طنا",
    "ولم يرد مالك المحجر على أسئلة الصحفيين حتى مساء الاثنين",
    "وتقول نقابة الحبوب إن ثلث المحصول ما زال مخزنا في العراء",
    "ومن المنتظر أن يجتمع الطرفان مرة أخرى في الأسبوع المقبل",
];

impl Words {
    /// The words of a seed.
    pub fn of(seed: u64) -> Words {
        Words(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `below`.
    pub fn number(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below.max(1)
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.number(of.len())]
    }

    fn figured(&mut self, words: &str) -> String {
        let number = 2 + self.number(97);
        words.replace("{n}", &number.to_string())
    }

    /// A sentence of an article.
    pub fn sentence(&mut self) -> String {
        if self.number(5) == 0 {
            return self.one(MORE).to_owned();
        }
        let (who, did, what, when) = (self.one(WHO), self.one(DID), self.one(WHAT), self.one(WHEN));
        let sentence = self.figured(&format!("{who} {did} {what} {when}."));
        let mut letters = sentence.chars();
        letters
            .next()
            .map(|c| c.to_uppercase().chain(letters).collect())
            .unwrap_or_default()
    }

    /// So many sentences.
    pub fn sentences(&mut self, count: usize) -> String {
        (0..count).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }

    /// A paragraph of two to five sentences.
    pub fn paragraph(&mut self) -> String {
        let count = 2 + self.number(4);
        self.sentences(count)
    }

    /// So many paragraphs.
    pub fn paragraphs(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.paragraph()).collect()
    }

    /// A headline.
    pub fn title(&mut self) -> String {
        let (topic, event, year) = (self.one(TOPIC), self.one(EVENT), 2001 + self.number(20));
        format!("{topic} {event} in {year}")
    }

    /// A person.
    pub fn name(&mut self) -> String {
        format!("{} {}", self.one(FIRST), self.one(LAST))
    }

    /// A day.
    pub fn date(&mut self) -> String {
        const MONTHS: &[&str] = &["January", "March", "May", "June", "September", "November"];
        format!(
            "{} {} {}",
            1 + self.number(28),
            self.one(MONTHS),
            2012 + self.number(10)
        )
    }

    /// What a reader wrote under an article.
    pub fn comment(&mut self) -> String {
        let count = 2 + self.number(4);
        (0..count).map(|_| self.one(TALK)).collect::<Vec<_>>().join(" ")
    }

    /// An article of so many paragraphs.
    pub fn article(&mut self, paragraphs: usize) -> Article {
        Article {
            title: self.title(),
            by: self.name(),
            date: self.date(),
            lead: self.sentences(1),
            paragraphs: self.paragraphs(paragraphs),
        }
    }

    /// Between four and fifteen paragraphs.
    pub fn usual(&mut self) -> Article {
        let count = 4 + self.number(12);
        self.article(count)
    }

    /// A paragraph in Arabic.
    pub fn arabic(&mut self) -> String {
        let count = 2 + self.number(3);
        let sentences: Vec<String> = (0..count)
            .map(|_| {
                let words = self.one(ARABIC);
                self.figured(words)
            })
            .collect();
        sentences.join("، ") + "."
    }

    /// Links in items of a list.
    pub fn items(&mut self, count: usize) -> String {
        (0..count)
            .map(|at| format!("<li><a href=\"/n/{at}\">{}</a></li>\n", self.title()))
            .collect()
    }

    /// Sections of a site in items of a list.
    pub fn sections(&mut self) -> String {
        const NAMES: &[&str] = &[
            "Home", "Region", "Business", "Opinion", "Culture", "Sport", "Weather", "Jobs", "Archive",
        ];
        NAMES
            .iter()
            .map(|name| format!("<li><a href=\"/{}\">{name}</a></li>", name.to_lowercase()))
            .collect()
    }
}

/// Paragraphs in an element each.
pub fn set(paragraphs: &[String]) -> String {
    paragraphs.iter().map(|words| format!("<p>{words}</p>\n")).collect()
}
