//! Markdown to drafts: links to their words, emphasis gone, footnotes apart.
//!
//! Also reads the text of a web page that a program turned into Markdown and saved as `.txt`. Front matter gives
//! bibliographic data. Leaves out: addresses of links, pictures (their descriptions stay, as captions), raw HTML's tags.

mod front_matter;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::bibliography::Bibliography;
use crate::draft::{Draft, Flow};
use crate::sentences::{Remark, Spot};
use crate::{BlockKind, Warning};

/// Whether a text that is not called Markdown is written in it: headings, links and pairs of stars in a number that no
/// plain prose has by accident.
pub(crate) fn is_markdown(text: &str) -> bool {
    let (mut score, mut lines) = (0_usize, 0_usize);
    let (mut headings, mut links, mut bold) = (0_usize, 0_usize, 0_usize);
    for line in text.lines().take(4000) {
        let line = line.trim();
        lines += usize::from(!line.is_empty());
        let hashes = line.bytes().take_while(|b| *b == b'#').count();
        let titled = (1..=6).contains(&hashes)
            && line[hashes..].starts_with(' ')
            && line[hashes..].trim().starts_with(|c: char| !c.is_lowercase());
        headings += usize::from(titled);
        links += line.matches("](").count();
        bold += line.matches("**").count() / 2;
        score += usize::from(line.starts_with("```")) + usize::from(line.starts_with("[^") && line.contains("]:"));
        score += usize::from(line.starts_with('|') && line.ends_with('|') && line.contains("---"));
    }
    score += links.min(3) + bold.min(2) + 2 * headings.min(2);
    // A line of hashes in every second line is a program's comments.
    score >= 3 && (headings <= 2 || headings * 3 <= lines || links > headings)
}

/// Reads Markdown into drafts; front matter fills `found`.
pub(crate) fn read(text: &str, found: &mut Bibliography, warnings: &mut Vec<Warning>) -> Vec<Draft> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let body = front_matter::read(&text, found);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        let gap = matches!(event, Event::Start(_)) && body[..range.start].ends_with("\n\n\n");
        reader.gap |= gap;
        reader.event(event);
    }
    reader.flush();
    if reader.pictures > 0 {
        let n = reader.pictures.to_string();
        warnings.push(Warning::new(Spot::Pictures, Remark::PicturesDescribed { n }));
    }
    reader.drafts
}

#[derive(Default)]
struct Reader {
    drafts: Vec<Draft>,
    flow: Flow,
    kinds: Vec<BlockKind>,
    heading: Option<u8>,
    note: Option<String>,
    /// Open links to a footnote, with what they said so far.
    note_link: Option<String>,
    back_link: bool,
    links: usize,
    picture: Option<Flow>,
    picture_depth: usize,
    pictures: usize,
    html: Option<String>,
    code: bool,
    superscript: Option<String>,
    cells: usize,
    gap: bool,
    strong_from: Option<usize>,
    strong_whole: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.code => {
                for line in words.lines() {
                    self.flow.push_str(line);
                    self.flush();
                }
            }
            Event::Text(words) | Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.words(&words)
            }
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.hard_break(),
            Event::FootnoteReference(mark) => self.flow.mark(&mark),
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::Html(html) => match &mut self.html {
                Some(gathered) => gathered.push_str(&html),
                None => self.inline_html(&html),
            },
            Event::Rule => self.flush(),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.flush(),
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(heading_level(level));
            }
            Tag::BlockQuote(_) => self.open(BlockKind::Quote),
            Tag::Item => self.open(BlockKind::Item),
            Tag::DefinitionListTitle | Tag::DefinitionListDefinition => self.open(BlockKind::Item),
            Tag::FootnoteDefinition(mark) => {
                self.open(BlockKind::Footnote);
                self.note = Some(mark.to_string());
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                // Four blanks before a line are, in a web page's copy, a paragraph that was set in.
                self.code = matches!(kind, CodeBlockKind::Fenced(_));
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some(String::new());
            }
            Tag::TableHead | Tag::TableRow => {
                self.open(BlockKind::Row);
                self.cells = 0;
            }
            Tag::TableCell => {
                if self.cells > 0 {
                    self.flow.cell();
                }
                self.cells += 1;
            }
            Tag::Link { dest_url, .. } => {
                self.links += 1;
                let target = dest_url.to_ascii_lowercase();
                if is_back_link(&target) {
                    self.back_link = self.flow.is_empty();
                    self.note_link = Some(String::new());
                } else if is_note_link(&target) {
                    self.note_link = Some(String::new());
                }
            }
            Tag::Image { .. } => {
                self.picture_depth += 1;
                self.picture.get_or_insert_with(Flow::default);
            }
            Tag::Strong => self.strong_from = self.flow.is_empty().then_some(0),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            TagEnd::BlockQuote(_)
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {
                self.flush();
                self.kinds.pop();
                if matches!(tag, TagEnd::FootnoteDefinition) {
                    self.note = None;
                }
            }
            TagEnd::CodeBlock => {
                self.flush();
                self.code = false;
            }
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    let drafts = crate::html::read_fragment(&html);
                    self.drafts.extend(drafts);
                }
            }
            TagEnd::Link => {
                if let Some(words) = self.note_link.take() {
                    self.note_mark(&words);
                }
            }
            TagEnd::Image => {
                self.picture_depth = self.picture_depth.saturating_sub(1);
                if self.picture_depth == 0
                    && let Some(flow) = self.picture.take()
                {
                    self.pictures += 1;
                    self.gap = true;
                    if flow.as_str().chars().any(char::is_alphanumeric) {
                        let at = self.drafts.len();
                        self.drafts.insert(at, Draft::new(BlockKind::Caption, flow));
                    }
                }
            }
            TagEnd::Strong => self.strong_whole = self.strong_from.take().is_some(),
            _ => {}
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.flush();
        self.kinds.push(kind);
    }

    fn words(&mut self, words: &str) {
        if let Some(html) = &mut self.html {
            html.push_str(words);
        } else if let Some(picture) = &mut self.picture {
            picture.push_str(words);
        } else if let Some(link) = &mut self.note_link {
            link.push_str(words);
        } else if let Some(raised) = &mut self.superscript {
            raised.push_str(words);
        } else {
            self.strong_whole &= words.trim().is_empty();
            self.flow.push_str(words);
        }
    }

    /// A line ended on purpose: bylines and addresses stand line by line, prose goes on.
    fn hard_break(&mut self) {
        let short = self.flow.as_str().len() <= 120;
        if matches!(self.kinds.last(), None | Some(BlockKind::Quote))
            && (short || crate::plain::ends_sentence(self.flow.as_str()))
        {
            self.flush();
        } else {
            self.words(" ");
        }
    }

    fn inline_html(&mut self, html: &str) {
        let tag = html.trim().to_ascii_lowercase();
        if tag.starts_with("<br") {
            self.hard_break();
        } else if tag.starts_with("<sup") {
            self.superscript = Some(String::new());
        } else if tag.starts_with("</sup")
            && let Some(raised) = self.superscript.take()
        {
            self.flow.push_str(&crate::raised::raised(raised.trim()));
        }
    }

    /// A link to a note is its mark; a link back from a note says which note it is.
    fn note_mark(&mut self, words: &str) {
        let mark = words.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '†' | '‡'));
        if mark.is_empty() || mark.chars().count() > 4 {
            self.flow.push_str(words.trim_matches(['↩', '↑', '^']));
        } else if self.back_link {
            self.note = Some(mark.to_owned());
            self.kinds.push(BlockKind::Footnote);
        } else {
            self.flow.mark(mark);
        }
    }

    /// Ends the block that is being gathered.
    fn flush(&mut self) {
        let linked_note = self.back_link && self.kinds.last() == Some(&BlockKind::Footnote);
        if self.flow.is_empty() {
            self.strong_whole = false;
            return;
        }
        let flow = std::mem::take(&mut self.flow);
        let innermost = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        let in_note = self.kinds.contains(&BlockKind::Footnote);
        let mut draft = match self.heading {
            // A paragraph over a line of hyphens is no heading, whatever Markdown makes of it.
            Some(level) if flow.as_str().len() <= 200 && !flow.as_str().ends_with('.') => Draft::heading(level, flow),
            _ if in_note => Draft::footnote(self.note.clone(), flow),
            _ => Draft::new(innermost, flow),
        };
        // Stars that a converter escaped are still only stars.
        if let Some(bare) = draft.text.strip_prefix("**").and_then(|t| t.strip_suffix("**"))
            && draft.marks.is_empty()
        {
            draft.text = bare.trim().to_owned();
        }
        draft.gap = std::mem::take(&mut self.gap);
        if draft.kind == BlockKind::Paragraph && self.strong_whole && crate::shape::may_be_heading(&draft.text) {
            draft.kind = BlockKind::Heading;
            draft.level = 4;
        }
        if linked_note {
            self.back_link = false;
            self.kinds.pop();
        }
        self.strong_whole = false;
        self.drafts.push(draft);
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Link targets that programs give the call of a footnote.
pub(crate) fn is_note_link(target: &str) -> bool {
    let Some((_, fragment)) = target.split_once('#') else {
        return false;
    };
    [
        "fn",
        "_ftn",
        "_edn",
        "cite_note",
        "cite-note",
        "footnote",
        "note-",
        "endnote",
        "ftn",
        "bib",
    ]
    .iter()
    .any(|start| fragment.starts_with(start))
        && !is_back_link(target)
        || of_writer(fragment, "sym")
}

/// Link targets that lead from a footnote back to its call.
pub(crate) fn is_back_link(target: &str) -> bool {
    let Some((_, fragment)) = target.split_once('#') else {
        return false;
    };
    [
        "fnref",
        "_ftnref",
        "_ednref",
        "cite_ref",
        "cite-ref",
        "ftnref",
        "footnote-ref",
        "footnoteref",
        "noteref",
        "ref-",
        "footnote-anchor",
    ]
    .iter()
    .any(|start| fragment.starts_with(start))
        || of_writer(fragment, "anc")
}

/// LibreOffice Writer's names for a note ("sdfootnote3sym") and for its call ("sdfootnote3anc").
fn of_writer(fragment: &str, end: &str) -> bool {
    let note = fragment
        .strip_prefix("sdfootnote")
        .or_else(|| fragment.strip_prefix("sdendnote"));
    note.and_then(|rest| rest.strip_suffix(end))
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}
