//! Other languages, and how their sites are built. The words around are theirs; the prose need not be.

use super::super::Set;
use super::super::words::set;
use super::{Words, page};

pub fn french(w: &mut Words) -> Set {
    let a = w.usual();
    let mut words = String::new();
    for (at, p) in a.paragraphs.iter().enumerate() {
        words += &format!("<p class=\"article__paragraph\">{p}</p>");
        if at % 4 == 1 {
            words += &format!(
                "<section class=\"catcher catcher--inread\"><span class=catcher__label>Lire aussi</span><a class=catcher__link href=/a>{}</a></section>",
                w.title()
            );
        }
    }
    let html = page(
        &a.title,
        &format!(
            "<header id=Header><ul>{}</ul></header><main id=main><section class=zone--article><header class=article__header><ul class=breadcrumb><li><a href=/e>Économie</a></li></ul><h1 class=article__title>{}</h1><p class=article__desc>{}</p>\
             <section class=meta__info><span class=meta__author>Par {}</span><span class=meta__date>Publié le 3 mai 2019 à 11h20</span><span class=meta__reading-time>Temps de Lecture 4 min.</span></section></header>\
             <section class=article__wrapper><article class=article__content>{words}<section class=article__reactions><a href=/r>Contribuer</a></section></article></section></section>\
             <section class=services><h4>Services</h4><ul>{}</ul></section></main><footer><p>Abonnez-vous et bénéficiez de tous les contenus en accès illimité</p></footer>",
            w.sections(),
            a.title,
            a.lead,
            a.by,
            w.items(8)
        ),
    );
    Set::of(&a, &[&a.lead], html).beside("Par Publié le 3 mai 2019 à 11h20 Temps de Lecture 4 min.")
}

pub fn german(w: &mut Words) -> Set {
    let a = w.usual();
    let (first, rest) = a.paragraphs.split_at(3);
    let html = page(
        &a.title,
        &format!(
            "<div class=page><nav><ul>{}</ul></nav><main id=main class=main><article class=article><div class=article-header><h1 class=article-heading><span class=article-heading__kicker>Hafenstreit</span><span>: </span><span class=article-heading__title>{}</span></h1>\
             <div class=summary>{}</div><div class=byline>Von <a href=/a>{}</a></div></div><div class=\"article-body article-body--article\"><div class=article-page>{}\
             <aside class=newsletter-signup><h3>Newsletter</h3><p>Was heute wichtig ist: jeden Morgen in Ihrem Postfach.</p></aside><div class=\"gate-box\"><h3>Auch interessant</h3><ul>{}</ul></div>{}</div></div></article>\
             <section class=comment-section><h2>Kommentare</h2><p>{}</p><p>{}</p></section></main><footer><a href=/>Zur Startseite</a></footer></div>",
            w.sections(),
            a.title,
            a.lead,
            a.by,
            set(first),
            w.items(3),
            set(rest),
            w.comment(),
            w.comment()
        ),
    );
    Set::of(&a, &[&a.lead], html).beside("Hafenstreit Von")
}

pub fn russian(w: &mut Words) -> Set {
    let a = w.usual();
    let mut words = String::new();
    for (at, p) in a.paragraphs.iter().enumerate() {
        words += &format!("<div class=article__block data-type=text><div class=article__text>{p}</div></div>");
        if at == 1 || at == 4 {
            words += &format!(
                "<div class=article__block data-type=article><div class=article__article><a class=article__article-link href=/1><span>{}</span></a><div class=article__article-info>3 мая, 18:20</div></div></div>",
                w.title()
            );
        }
    }
    let html = page(
        &a.title,
        &format!(
            "<div class=page__bg><div class=header><ul>{}</ul></div><div class=layout-article__main><div class=article__header><div class=article__info-date><a href=/d>18:20 03.05.2019</a></div><h1 class=article__title>{}</h1></div>\
             <div class=article__body>{words}</div><div class=article__tags><a class=article__tags-item href=/t>В мире</a><a class=article__tags-item href=/u>Порт</a></div></div>\
             <div class=recommend><div class=recommend__title>Рекомендуем</div><ul>{}</ul></div><div class=footer>Все права защищены. Чтобы участвовать в дискуссии, авторизуйтесь или зарегистрируйтесь.</div></div>",
            w.sections(),
            a.title,
            w.items(6)
        ),
    );
    Set::of(&a, &[], html).beside("18:20 03.05.2019")
}

pub fn chinese(w: &mut Words) -> Set {
    const SAID: &[&str] = &[
        "港务局周一表示，去年大麦出口下降了百分之十二，码头工人对此并不感到意外。",
        "新码头预计耗资四千万克朗，市议会至今没有批准这笔费用。",
        "统计局说，磨坊工人的工资连续第二年上涨，但是失业人数也在增加。",
        "一位前副部长在信中写道，水坝从来没有得到许可。",
        "双方下周将再次会面，讨论岛屿周围的捕鱼配额。",
        "北部山谷的道路仍然关闭，九个村庄两夜没有电。",
    ];
    let paragraphs: Vec<String> = (0..6)
        .map(|_| (0..3).map(|_| SAID[w.number(SAID.len())]).collect())
        .collect();
    let words: String = paragraphs
        .iter()
        .map(|p| format!("<p>\u{3000}\u{3000}{p}</p>"))
        .collect();
    let links: String = (0..8)
        .map(|_| "<li><a href=/n target=_blank>煤炭价格在本地市场上再次上涨</a></li>")
        .collect();
    let title = "港口的捕鱼配额之争";
    let html = page(
        title,
        &format!(
            "<div class=top-bar><ul>{links}</ul></div><div class=main-content><h1 class=main-title>{title}</h1><div class=top-bar-inner><span class=date>2019年05月03日 18:20</span><a class=source href=/s>海岸日报</a></div>\
             <div class=article id=artibody>{words}<p class=article-editor>责任编辑：李林</p></div></div><div class=blk-related><h3>相关新闻</h3><ul>{links}</ul></div><div class=foot>版权所有</div>"
        ),
    );
    Set {
        html,
        known: std::iter::once(title.to_owned()).chain(paragraphs).collect(),
        beside: vec!["2019年05月03日 18:20 海岸日报 责任编辑：李林".into()],
    }
}

pub fn persian(w: &mut Words) -> Set {
    const SAID: &[&str] = &[
        "رئیس سازمان بنادر گفت که صادرات جو در سال گذشته دوازده درصد کاهش یافته است.",
        "وزارت راه هزینه اسکله تازه را چهل میلیون کرون برآورد می‌کند.",
        "به گفته مهندسان، این پل بیش از سی تن بار را تحمل نمی‌کند.",
        "دو طرف هفته آینده بار دیگر درباره سهمیه ماهیگیری گفتگو خواهند کرد.",
        "شورای شهر هنوز این قرارداد را تأیید نکرده است.",
    ];
    let paragraphs: Vec<String> = (0..5)
        .map(|_| (0..3).map(|_| SAID[w.number(SAID.len())]).collect::<Vec<_>>().join(" "))
        .collect();
    let links: String = (0..7)
        .map(|_| "<li><a href=/n>افزایش دوباره بهای زغال‌سنگ در بازار</a></li>")
        .collect();
    let title = "اختلاف بر سر سهمیه ماهیگیری در بندر قدیمی";
    let html = format!(
        "<!doctype html><html lang=fa dir=rtl><head><meta charset=utf-8><title>{title}</title></head><body><div class=top><ul>{links}</ul></div><section class=item-header><h1>{title}</h1><p class=introtext>{}</p></section>\
         <div class=item-body><div class=item-text itemprop=articleBody>{}</div></div><div class=item-code>کد خبر 4417</div><div class=box-list><h3>اخبار مرتبط</h3><ul>{links}</ul></div></body></html>",
        SAID[1],
        set(&paragraphs)
    );
    Set {
        html,
        known: [title.to_owned(), SAID[1].to_owned()]
            .into_iter()
            .chain(paragraphs)
            .collect(),
        beside: vec!["کد خبر 4417".into()],
    }
}

pub fn resolution(w: &mut Words) -> Set {
    let a = w.article(10);
    let words: String = a
        .paragraphs
        .iter()
        .enumerate()
        .map(|(at, p)| format!("<p><em>{}</em> {p}</p>", at + 1))
        .collect();
    let html = page(
        &a.title,
        &format!(
            "<div class=region-top><ul class=language-switcher><li><a href=/ar>العربية</a></li><li><a href=/zh>中文</a></li><li><a href=/fr>Français</a></li></ul></div><div class=dialog-off-canvas-main-canvas><div class=region-content>\
             <h1 class=page-title><span>{}</span></h1><div class=node__content><div class=\"field field--name-field-symbol\">A/74/L.12</div><div class=\"clearfix text-formatted field--name-field-text\">{words}</div>\
             <div class=field--name-field-attachments><div class=field__label>Documents</div><a href=/d.pdf>Full text (PDF, 210 KB)</a></div></div></div><div class=region-sidebar><h2>Meetings</h2><ul>{}</ul></div></div>",
            a.title,
            w.items(6)
        ),
    );
    Set::of(&a, &[], html).beside("A/74/L.12 Documents Full text (PDF, 210 KB) 1 2 3 4 5 6 7 8 9 10")
}
