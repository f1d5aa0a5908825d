//! The language of a text that states none, by the small words that every text in it uses.
//!
//! Words for *and*, *of*, *the* and the like are a fifth to a half of any running text and differ between languages. Where too
//! few of them are met, or those of two languages alike, nothing is said: a language left open costs less than a wrong one.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Languages with their small words. Neighbours are in it, too, so that a text in one is not taken for the other: Danish and
/// Norwegian differ in too few to be told.
#[rustfmt::skip]
const SMALL_WORDS: &[(&str, &str)] = &[
    ("en", "the of and to in that is was for on with as by at from it be are this which not or an were has had have its their"),
    ("de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass nach wird bei einer um am sind noch wie einem über"),
    ("fr", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont aux avec son ou leur été cette mais ses comme"),
    ("es", "de la que el en y a los del se las por un para con no una su al es lo como más o pero sus le ha sin sobre este entre está"),
    ("pt", "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à foi são pela pelo seu sua ou também"),
    ("it", "di e il la che in un a per è una del si con non le da i dei al sono della nel più gli alla come ha delle anche lo ma dal"),
    ("ca", "de la i el que a en els les per del un amb una es al dels no ha com més va són seva aquest però entre"),
    ("gl", "de a o e que do da en unha un para con non os no na por se máis as dos como ao das foi pola polo súa tamén"),
    ("ro", "de și în a la cu pe din care că nu un o este pentru mai se au al ale sau prin fost sunt după dar"),
    ("nl", "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan bij naar uit door over werd wordt heeft deze maar"),
    ("af", "die van en in is het te wat dat op nie vir met by aan om as deur word ook was sy hulle maar ’n"),
    ("sv", "och i att det som en på är av för med den till inte har de om ett var från vid kan men så efter eller när också"),
    ("da", "og i at det er en til af på som med den der for ikke de et har han var fra blev men om efter også eller ved"),
    ("nb", "og i at det er en til av på som med den for ikke de et har han var fra ble men om etter også eller ved"),
    ("fi", "ja on ei se oli että hän ovat mutta kun myös joka kuin jotka sen tai olla mukaan ole vain jo sekä"),
    ("pl", "w i na z do nie się to że jest o od za po jak ale dla przez oraz przy był było są który która które ze tym jego"),
    ("cs", "a v se na je že s z do o k pro za by ale jako podle po byl bylo jsou který která které od při už také však"),
    ("sk", "a v sa na je že s z do o k pre za by ale ako podľa po bol bolo sú ktorý ktorá ktoré od pri už aj však"),
    ("hu", "a az és hogy nem is egy volt meg csak de ez ki már mint még vagy el ha szerint azt után között lesz"),
    ("tr", "ve bir bu için ile da de olarak çok daha olan gibi kadar sonra ise en ne ya ama göre her olduğunu değil"),
    ("id", "yang dan di itu dengan untuk dari dalam ini tidak pada ke akan oleh juga ada atau telah sudah mereka karena bahwa"),
    ("vi", "và của là có trong được cho một các những không với người này đã để từ khi về đến cũng"),
    ("ru", "и в не на что с по как это из к для от о за при также был были его но а у же или до она они который было"),
    ("uk", "і в на що не з та до як це у від за про для є його але також був були або й який він вони під після"),
    ("be", "і ў на што не з да як у для гэта ад за пра яго але таксама быў былі або які ён яны пасля"),
    ("bg", "и на да се в от за е не по са с че като до при му но към след или който която които беше това"),
    ("sr", "и у је да се на су за од као са не што о до из али који која које био било или након према"),
    ("ar", "في من على أن إلى عن التي الذي هذا هذه ما لا كان كانت بين بعد قد لم كما مع أو ذلك خلال عام"),
    ("fa", "و در به از که این را با است برای های آن یک می بر تا شد بود هم شده نیز خود کرد ها"),
    ("ur", "کے کی میں ہے سے اور کا کو نے پر کہ ہیں اس یہ بھی تھا گیا نہیں تھے ایک وہ ان کر"),
    ("ps", "د په چې او سره له ته دی کې دا یې هم نه شوي خو پر يو ده کړي"),
];

/// Words that are looked at.
const LOOKED_AT: usize = 4_000;
/// Small words that say something, at least.
const LEAST: usize = 12;

/// The language, where the text is long enough, small words of one language are plainly the most, and they are many
/// different ones: "a" and "e" alone are words of half the world.
pub(super) fn by_small_words(text: &str) -> Option<&'static str> {
    // For every small word the languages it is of, and its place among theirs.
    static LANGUAGES: LazyLock<HashMap<&str, Vec<(usize, usize)>>> = LazyLock::new(|| {
        let mut languages: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for (language, (_, words)) in SMALL_WORDS.iter().enumerate() {
            for (place, word) in words.split(' ').enumerate() {
                languages.entry(word).or_default().push((language, place));
            }
        }
        languages
    });
    // How often small words of a language were met, and which.
    let mut met = [(0_usize, 0_u64); SMALL_WORDS.len()];
    let mut all = 0;
    let words = text.split(|c: char| !c.is_alphabetic() && c != '’');
    for word in words.filter(|word| !word.is_empty()).take(LOOKED_AT) {
        all += 1;
        // Small words are short; what has more bytes is none in any script.
        if word.len() <= 24
            && let Some(languages) = LANGUAGES.get(word.to_lowercase().as_str())
        {
            for (language, place) in languages {
                met[*language].0 += 1;
                met[*language].1 |= 1 << place;
            }
        }
    }
    let best = (0..met.len()).max_by_key(|at| met[*at].0)?;
    let others = met.iter().enumerate().filter(|(at, _)| *at != best);
    let second = others.map(|(_, (count, _))| *count).max().unwrap_or(0);
    let (tag, words) = SMALL_WORDS[best];
    let (count, which) = met[best];
    // A text of some hundred words uses most of them.
    let expected = words.split(' ').count().min(all / 8);
    let plain = count >= LEAST && count * 10 >= all && count * 5 >= second * 6;
    (plain && which.count_ones() as usize * 5 >= expected * 3).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_text_is_told_by_its_small_words() {
        for (language, text) in [
            (
                "en",
                "The board of the harbour said that it had not been told of the plan, and that the quay would be paid for by those who use it.",
            ),
            (
                "de",
                "Der Rat der Stadt hat den Plan nicht gesehen, und er weiß auch nicht, wer für den neuen Kai zahlen soll, der noch in diesem Jahr gebaut wird.",
            ),
            (
                "fr",
                "Le conseil de la ville n’a pas vu le plan, et il ne sait pas non plus qui paie pour le nouveau quai, que les pêcheurs attendent dans le port.",
            ),
            (
                "es",
                "El consejo de la ciudad no ha visto el plan y no sabe quién paga el nuevo muelle, que los pescadores del puerto esperan por más de un año.",
            ),
            (
                "pt",
                "O conselho da cidade não viu o plano e não sabe quem paga o novo cais, que os pescadores do porto esperam há mais de um ano com uma promessa.",
            ),
            (
                "it",
                "Il consiglio della città non ha visto il piano e non sa chi paga per il nuovo molo, che i pescatori del porto aspettano da più di un anno con la promessa.",
            ),
            (
                "nl",
                "De raad van de stad heeft het plan niet gezien en weet ook niet wie er voor de nieuwe kade betaalt, die in het voorjaar door de haven wordt gebouwd.",
            ),
            (
                "sv",
                "Rådet i staden har inte sett planen och vet inte vem som ska betala för den nya kajen, som det var tänkt att man skulle bygga till våren och inte efter.",
            ),
            (
                "pl",
                "Rada miasta nie widziała planu i nie wie, kto za to zapłaci, ale jest pewne, że nabrzeże będzie gotowe na wiosnę, jak się mówi w porcie od dawna i po cichu, bo to nie jest tajemnica.",
            ),
            (
                "tr",
                "Belediye bu plan için bir şey görmedi ve yeni rıhtım için kim ödeyecek bilmiyor, ama bir yıl sonra bu liman daha büyük olacak ve her gemi için yer olacak.",
            ),
            (
                "ru",
                "Совет города не видел плана и не знает, кто за него заплатит, но он уверен, что причал, который был обещан, построят к весне и не позже, как это и было сказано.",
            ),
            (
                "uk",
                "Рада міста не бачила плану і не знає, хто за нього заплатить, але вона певна, що причал, який був обіцяний, збудують до весни, як це й було сказано, та не пізніше.",
            ),
            (
                "ar",
                "قال مجلس المدينة إنه لم ير الخطة التي تحدث عنها الوزير في العام الماضي من قبل، وإن الرصيف الذي وعد به ما زال على الورق كما كان، بعد أن مر على ذلك عام ولم يتغير ما كان في هذا الميناء.",
            ),
            (
                "fa",
                "شورای شهر این طرح را ندیده است و نمی‌داند که هزینه آن را چه کسی می‌دهد، اما به مردم گفته است که اسکله تا بهار آماده است و از آن پس با کشتی‌ها کار می‌کند.",
            ),
            (
                "ur",
                "شہر کی کونسل نے اس منصوبے کو نہیں دیکھا اور یہ بھی نہیں جانتی کہ اس کا خرچ کون دے گا، لیکن بندرگاہ کے لوگوں سے کہا گیا ہے کہ گھاٹ بہار میں تیار ہے۔",
            ),
        ] {
            assert_eq!(by_small_words(text), Some(language), "{text}");
        }
    }

    #[test]
    fn every_small_word_has_a_place_of_its_own() {
        for (tag, words) in SMALL_WORDS {
            let mut words: Vec<&str> = words.split(' ').collect();
            let count = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), count, "{tag}");
            assert!(count <= 64, "{tag}");
        }
    }

    #[test]
    fn nothing_is_said_where_little_tells() {
        let english = "The board of the harbour said that it had not been told of the plan, and that it would be paid for by others.";
        let german = "Der Rat der Stadt hat den Plan nicht gesehen, und er weiß auch nicht, wer das zahlen soll, wenn es die Stadt nicht ist.";
        for text in [
            "",
            "The board of the harbour.",
            "Grain 4,100 Coal 3,200 Timber 900 Fish 120 Ore 17 Salt 5 Sugar 12 Wool 3",
            &format!("{english} {german}"),
            &"A tide e a ripa i a mola, e la nave a la boca. ".repeat(40),
        ] {
            assert_eq!(by_small_words(text), None, "{text}");
        }
    }
}
