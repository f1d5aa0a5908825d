//! Files in the encodings of the last forty years, made here: at least 95 of 100 are read as they were written.

use encoding_rs::Encoding;
use import::import;

/// Encodings, and texts that people wrote in them. Our own words throughout.
#[rustfmt::skip]
const WRITTEN: &[(&[&str], &[&str])] = &[
    (&["windows-1252", "iso-8859-1", "iso-8859-15"], &[
        "Über den Hafen gingen im März zwölf Lieferungen, größer als je zuvor. Die Behörde schätzt den Wert auf 40 Millionen; überprüft wurde das nicht.",
        "Le ministère a reçu quarante pompes à l'été 2018, d'après une dépêche citée par la presse. Où sont passées les autres, nul ne le sait : la société n'a pas répondu.",
        "El año pasado se vendieron cuarenta bombas a la región, según el diario. ¿Quién pagó el envío? La compañía no respondió a las preguntas del corresponsal español.",
        "Förra året såldes fyrtio pumpar till hamnen, enligt tidningen. Företaget svarade inte på frågor om vem som köpte dem, och bären är mogna på ön.",
        "O ministério recebeu quarenta bombas no verão de 2018, segundo o jornal. A empresa não respondeu às questões sobre o preço, e a inspeção não foi concluída.",
    ]),
    (&["windows-1250", "iso-8859-2"], &[
        "Ministerstwo otrzymało latem 2018 roku czterdzieści pomp, jak podała prasa. Spółka nie odpowiedziała na pytania o cenę, a także o to, gdzie są pozostałe urządzenia.",
        "Ministerstvo obdrželo v létě 2018 čtyřicet čerpadel, uvedl deník. Společnost neodpověděla na otázky, kde jsou ostatní zařízení a kolik stála doprava přes přístav.",
        "A minisztérium negyven szivattyút kapott 2018 nyarán, írta az újság. A cég nem válaszolt arra a kérdésre, hogy mennyibe került a szállítás, és hol van a többi gép.",
    ]),
    (&["windows-1251", "koi8-r", "iso-8859-5", "ibm866"], &[
        "Летом 2018 года министерство получило сорок насосов, сообщила газета. Компания не ответила на вопрос, сколько стоила доставка и где остальные.",
        "По словам начальника порта, груз пришёл в марте. Двенадцать ящиков остались на складе; кто их заказал, неизвестно до сих пор.",
    ]),
    (&["windows-1251", "koi8-u"], &[
        "Улітку 2018 року міністерство отримало сорок насосів, повідомила газета. Компанія не відповіла на запитання, скільки коштувала доставка і де решта її вантажу.",
    ]),
    (&["windows-1253", "iso-8859-7"], &[
        "Το καλοκαίρι του 2018 το υπουργείο παρέλαβε σαράντα αντλίες, έγραψε η εφημερίδα. Η εταιρεία δεν απάντησε πόσο κόστισε η μεταφορά και πού βρίσκονται οι υπόλοιπες.",
        "Σύμφωνα με τον διευθυντή του λιμανιού, το φορτίο έφτασε τον Μάρτιο. Δώδεκα κιβώτια έμειναν στην αποθήκη, και κανείς δεν ξέρει ποιος τα παρήγγειλε.",
    ]),
    (&["windows-1254", "iso-8859-9"], &[
        "Bakanlık 2018 yazında kırk pompa aldı, diye yazdı gazete. Şirket, taşımanın ne kadara mal olduğu ve diğerlerinin nerede olduğu sorusuna yanıt vermedi; gümrük işlemleri sürüyor.",
        "Liman müdürüne göre yük mart ayında geldi. On iki sandık depoda kaldı; bunları kimin sipariş ettiği bugüne dek öğrenilemedi, çünkü kayıtlar eksik.",
    ]),
    (&["windows-1255", "iso-8859-8-i"], &[
        "בקיץ 2018 קיבל המשרד ארבעים משאבות, כתב העיתון. החברה לא השיבה על השאלה כמה עלה המשלוח והיכן נמצאות האחרות.",
        "לדברי מנהל הנמל, המטען הגיע בחודש מרץ. שנים עשר ארגזים נשארו במחסן, ואיש אינו יודע מי הזמין אותם.",
    ]),
    (&["windows-1256", "iso-8859-6"], &[
        "تسلمت الوزارة في صيف عام 2018 أربعين مضخة، بحسب ما كتبت الصحيفة. ولم تجب الشركة عن السؤال حول كلفة النقل وعن مكان المضخات الأخرى.",
        "قال مدير الميناء إن الشحنة وصلت في شهر مارس. وبقي اثنا عشر صندوقا في المخزن، ولا أحد يعرف من الذي طلبها حتى اليوم.",
    ]),
    (&["windows-1257"], &[
        "2018. gada vasarā ministrija saņēma četrdesmit sūkņus, rakstīja laikraksts. Uzņēmums neatbildēja uz jautājumu, cik maksāja piegāde un kur ir pārējie.",
        "2018 metų vasarą ministerija gavo keturiasdešimt siurblių, rašė laikraštis. Įmonė neatsakė į klausimą, kiek kainavo pristatymas ir kur yra kiti įrenginiai.",
    ]),
    (&["windows-874"], &[
        "ในฤดูร้อนปี 2018 กระทรวงได้รับเครื่องสูบน้ำสี่สิบเครื่อง หนังสือพิมพ์รายงาน บริษัทไม่ตอบคำถามว่าค่าขนส่งเท่าไร และเครื่องอื่นอยู่ที่ไหน",
    ]),
    (&["shift_jis", "euc-jp", "iso-2022-jp"], &[
        "新聞によると、2018年の夏、省は四十台のポンプを受け取った。会社は輸送費がいくらだったのか、残りはどこにあるのかという質問に答えなかった。",
        "港の責任者は、貨物は三月に着いたと話している。十二個の箱が倉庫に残っているが、誰が注文したのかはまだわかっていない。",
    ]),
    (&["gb18030", "gbk"], &[
        "据报纸报道，2018年夏天，该部收到了四十台水泵。公司没有回答运费是多少以及其余的水泵在哪里的问题。",
        "港口负责人说，货物三月份到达。十二个箱子留在仓库里，至今没有人知道是谁订购的。",
    ]),
    (&["big5"], &[
        "據報紙報導，2018年夏天，該部收到了四十台水泵。公司沒有回答運費是多少以及其餘的水泵在哪裡的問題。",
        "港口負責人說，貨物三月份到達。十二個箱子留在倉庫裡，至今沒有人知道是誰訂購的。",
    ]),
    (&["euc-kr"], &[
        "신문에 따르면 2018년 여름 그 부처는 펌프 마흔 대를 받았다. 회사는 운송비가 얼마였는지, 나머지는 어디에 있는지 답하지 않았다.",
        "항구 책임자는 화물이 삼월에 도착했다고 말했다. 상자 열두 개가 창고에 남아 있지만 누가 주문했는지는 아직 모른다.",
    ]),
];

/// A file, and the text it was made of.
struct Made {
    name: String,
    bytes: Vec<u8>,
    text: String,
}

fn made() -> Vec<Made> {
    let mut all = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>, text: &str| {
        all.push(Made {
            name: name.to_owned(),
            bytes,
            text: text.to_owned(),
        });
    };
    for (labels, texts) in WRITTEN {
        for text in *texts {
            let long = [*text; 12].join("\n\n");
            for text in [*text, &long] {
                for label in *labels {
                    let encoding = Encoding::for_label(label.as_bytes()).unwrap();
                    let (bytes, _, unmappable) = encoding.encode(text);
                    assert!(!unmappable, "{label} cannot write {text}");
                    add(label, bytes.into_owned(), text);
                }
                for mark in ["", "\u{feff}"] {
                    let marked = format!("{mark}{text}");
                    let name = |name: &str| format!("{name}{}", if mark.is_empty() { "" } else { " with mark" });
                    let units: Vec<u16> = marked.encode_utf16().collect();
                    add(&name("UTF-8"), marked.clone().into_bytes(), text);
                    add(
                        &name("UTF-16LE"),
                        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
                        text,
                    );
                    add(
                        &name("UTF-16BE"),
                        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
                        text,
                    );
                    let chars = || marked.chars().map(u32::from);
                    add(&name("UTF-32LE"), chars().flat_map(u32::to_le_bytes).collect(), text);
                    add(&name("UTF-32BE"), chars().flat_map(u32::to_be_bytes).collect(), text);
                }
            }
        }
    }
    all
}

#[test]
fn what_was_written_is_read() {
    let made = made();
    let mut wrong = Vec::new();
    for file in &made {
        let read = import(&file.bytes, Some("a.txt")).map(|document| document.text);
        if read.as_ref() != Ok(&file.text) {
            let shown = |text: &str| text.chars().take(24).collect::<String>();
            wrong.push(format!(
                "{}: {} as {}",
                file.name,
                shown(&file.text),
                read.map_or_else(|error| error.to_string(), |text| shown(&text))
            ));
        }
    }
    let right = 100.0 * (made.len() - wrong.len()) as f64 / made.len() as f64;
    println!("{right:.1} % of {} files", made.len());
    assert!(right >= 95.0, "{right:.1} %\n{}", wrong.join("\n"));
    // What carries its mark, and UTF-8, is not a guess.
    assert!(
        !wrong
            .iter()
            .any(|wrong| wrong.contains("mark") || wrong.starts_with("UTF-8")),
        "{wrong:#?}"
    );
}

/// Each on its own: the many of Unicode do not carry the old ones along.
#[test]
fn old_encodings_are_told_apart() {
    let old: Vec<Made> = made()
        .into_iter()
        .filter(|file| !file.name.starts_with("UTF"))
        .collect();
    let right = old
        .iter()
        .filter(|file| import(&file.bytes, None).is_ok_and(|document| document.text == file.text));
    let share = 100.0 * right.count() as f64 / old.len() as f64;
    println!("{share:.1} % of {} files", old.len());
    assert!(share >= 95.0, "{share:.1} % of {}", old.len());
}

/// Halves of pairs of UTF-16, each written as three bytes: UTF-8 forbids them, and no other encoding is meant by them.
#[test]
fn lone_surrogates_are_damaged_utf_8() {
    for bytes in [
        &b"Nine ships \xed\xa0\x80 were sold."[..],
        b"Nine ships \xed\xa0\x80\xed\xb0\x80 were sold.",
    ] {
        let document = import(bytes, Some("a.txt")).unwrap();
        assert!(document.text.starts_with("Nine ships \u{fffd}"), "{}", document.text);
        assert!(document.text.ends_with("\u{fffd} were sold."), "{}", document.text);
        assert!(
            document
                .warnings
                .iter()
                .all(|warning| !warning.message.contains("guess"))
        );
    }
}
