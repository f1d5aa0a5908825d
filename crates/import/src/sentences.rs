//! What importing says to people, each sentence once: warnings and their places, why bytes are no document, what is left out.
//!
//! A sentence is a pattern with places for names and numbers, filled in here in English. Who words it in another language
//! gets the patterns from [`sentences`], by lists; a place that bears the name of a list holds a sentence of it. Leaves out
//! what the reader's process may run into (it is no matter of a format).

/// A sentence with its places open: "{n} pictures are not part of the text."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// Which list it is of: "warning", "spot", "refusal", "lack", "damage", "kind", "format" or "skip".
    pub list: &'static str,
    /// Which of the list; stable.
    pub sentence: &'static str,
    /// In English, each place's name in braces.
    pub words: &'static str,
}

/// Every sentence. Within a list, the first that words can be laid over is the one they are.
pub fn sentences() -> impl Iterator<Item = &'static Pattern> {
    [
        Remark::ALL,
        Spot::ALL,
        Refusal::ALL,
        Lack::ALL,
        Damage::ALL,
        Kind::ALL,
        Called::ALL,
        Skip::ALL,
    ]
    .into_iter()
    .flatten()
}

/// Declares a list of sentences: an enum whose variants hold their places, filled in by `Display`.
macro_rules! list {
    ($(#[$about:meta])* $name:ident, $list:literal: $($variant:ident $({ $($place:ident),* })? $words:literal;)*) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub(crate) enum $name { $($variant $({ $($place: String),* })?,)* }

        impl $name {
            const ALL: &[Pattern] = &[$(Pattern { list: $list, sentence: stringify!($variant), words: $words }),*];
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $(Self::$variant $({ $($place),* })? => write!(f, $words $($(, $place = $place)*)?),)* }
            }
        }

        impl From<$name> for String {
            fn from(sentence: $name) -> String {
                sentence.to_string()
            }
        }
    };
}

list! {
    /// What a warning says.
    Remark, "warning":
    Pictures { n } "{n} pictures are not part of the text.";
    PicturesDescribed { n } "{n} pictures are not part of the text; where they are described, the description is a caption.";
    Comments { n } "{n} comments in the margin are not part of the text.";
    Symbols { n } "{n} signs of special fonts could not be read.";
    Embedded { n } "{n} embedded files were not opened.";
    Hidden "Words that the file hides are left out.";
    Changes "The file holds changes that nobody has accepted: insertions are in the text, deletions are not.";
    BreaksOff "The file is cut off or damaged there: what follows could not be read.";
    NoArticle "It looks like a front page or a list of links: no article was found on it, and what it says is short. Import the pages it leads to instead.";
    PartAround { n } "1 part around the text ({n} words: navigation, teasers, forms and the like) was left out.";
    PartsAround { parts, n } "{parts} parts around the text ({n} words: navigation, teasers, forms and the like) were left out.";
    LongTags { n } "{n} tags or comments of the page were too long to be read and were left out.";
    Guessed { encoding } "It is not UTF-8; it was read as {encoding}, a guess: check accents and quotation marks.";
    Unreadable { n, encoding } "{n} characters could not be read as {encoding} and are shown as \u{fffd}.";
    NoPageEnds "The file does not say where its pages end, which Word alone writes down: its passages bear no page.";
    EitherDate { date } "“{date}” can be read with day or month first: only the year was taken.";
    NoDate { date } "“{date}” is no date and was not taken as the date of publication.";
    DayOfTheFile { date } "The text gives none: {date}, the day the file was made, was taken instead. Check it.";
    OtherFormat { name, promised, held } "The name “{name}” promises {promised}, but it holds {held} and was read as such.";
    PageDamaged "Damaged: it could not be read.";
    PageOfPicture "The page is a picture, as a scanner makes it: words in it are not in the text.";
    Recognised "The words were recognised by a machine from a picture of the page: check figures and names against it.";
    Slanted "Words set on slanted lines (Nastaliq): the file does not keep the order of their letters, and many are read wrong.";
    UnknownSigns { n } "The file does not say which letters {n} of its signs stand for: they are shown as “\u{fffd}”.";
    SoOnPages { n } "So do {n} further pages.";
    NoChapter "This chapter is named by the book and is not in it.";
    LockedChapters { n, chapters } "{n} of {chapters} chapters are locked and could not be read.";
}

list! {
    /// Where a warning belongs.
    Spot, "spot":
    LineByte { n, byte } "line {n}, byte {byte}";
    Line { n } "line {n}";
    ByteOfPart { n, part } "byte {n} of {part}";
    Byte { n } "byte {n}";
    LineOfHead { line } "the line “{line}”";
    WholeFile "whole file";
    FileName "file name";
    Publication "date of publication";
    WebPage "page";
    AroundArticle "page: text around the article";
    Elements { elements } "page: {elements}";
    AllPages "pages";
    UpToPage { n } "pages up to {n}";
    Page { n } "page {n}";
    Pages { pages } "pages {pages}";
    Chapters "chapters";
    Pictures "pictures";
    Comments "comments";
    Symbols "symbols";
    Embedded "embedded files";
    Hidden "hidden words";
    Changes "tracked changes";
    Part { part } "{part}";
}

list! {
    /// Why bytes are not a document, as the end of a sentence.
    Refusal, "refusal":
    Empty { lack } "there is no text in it: {lack}";
    Unsupported { kind } "this is {kind}, which cannot be imported yet: save it as plain text, Markdown or HTML and import that";
    Damaged { damage } "the file is damaged: {damage}; open it in the program that made it, save it again and import that";
    WrongPassword "the password does not open it: ask whoever gave you the file, or save it without a password and import that";
    Locked "it is locked with a password: ask whoever gave you the file, or save it without a password and import that";
    Unready { problem } "PDF files are read by PDFium's library, which cannot be loaded ({problem}): install Gainsay's package, which brings it; built from source, run `cargo xtask pdfium`; or name the library's file in GAINSAY_PDFIUM";
    NoReferences "it holds no references: export them as RIS, BibTeX or CSL-JSON and give that file";
    Nested "it is an archive within an archive: unpack it and import the files in it";
    TooLarge { bytes, limit } "it holds {bytes} bytes; the limit is {limit}: split it and import the parts";
}

list! {
    /// Why there is no text.
    Lack, "lack":
    NoBytes "the file is empty";
    Blanks "it holds nothing but blanks: check that the right file was chosen";
    NoWordsOnPage "the page holds no words outside its menus and scripts: open it in a browser, copy the text and paste it";
    NoDocument "the archive holds no document";
    Scanned "its pages are pictures of text, as a scanner makes them: let a program recognise the text (OCR) and import what it gives";
    NoWords "its pages hold no words";
    PagesDamaged "its pages are damaged: open it in the program that made it, save it again and import that";
    NoLetters "the file does not say which letters its signs stand for: open it in a PDF viewer, check that its text can be copied, or let a program recognise it (OCR)";
}

list! {
    /// What is wrong with a damaged file.
    Damage, "damage":
    Archive "its archive is cut off or changed";
    ListedTwice "its archive lists the same bytes several times";
    NotUnpacked "it cannot be unpacked";
    PartNotUnpacked { part } "its part “{part}” cannot be unpacked";
    Inflates { bytes, times } "a part of {bytes} bytes inflates to more than {times} times as many, as no text does";
    NoMainPart "it does not say which of its parts is the document";
    NoPart { part } "it has no part “{part}”";
    NoBook "it does not say what belongs to the book";
    NotAsPdf "it begins as a PDF file does and cannot be read as one";
    NoEnd "it cannot be read to its end";
    NoJson { n, column } "it is no whole JSON: line {n}, column {column}";
    NoBibtex { n } "its BibTeX cannot be read from line {n} on";
}

list! {
    /// What a file is that cannot be imported.
    Kind, "kind":
    PostScript "a PostScript file";
    OldOffice "an old Word, Excel or Outlook file, or one locked with a password";
    Gzip "a gzip archive";
    SevenZip "a 7-Zip archive";
    Xz "an XZ archive";
    Bzip2 "a bzip2 archive";
    Rar "a RAR archive";
    Zstandard "a Zstandard archive";
    Zip "a ZIP archive";
    ManyFiles { n, limit } "an archive of {n} files, more than {limit}";
    ManyParts { n } "an archive of {n} entries";
    Png "a picture (PNG)";
    Jpeg "a picture (JPEG)";
    Gif "a picture (GIF)";
    Tiff "a picture (TIFF)";
    WebP "a picture (WebP)";
    DjVu "a DjVu file";
    Database "a database";
    Program "a program";
    Mp3 "a sound file (MP3)";
    Ogg "a sound file (Ogg)";
    Film "a video or sound file";
    Safari "a web archive (Safari)";
    Mhtml "a web archive (MHTML)";
    Book "an e-book (EPUB)";
    OpenDocumentText "an OpenDocument text (LibreOffice)";
    OpenDocument "an OpenDocument file (LibreOffice)";
    Word "a Word file (DOCX)";
    Excel "an Excel workbook (XLSX)";
    PowerPoint "a PowerPoint file (PPTX)";
    Binary "a binary file, not text";
    DocumentType "a file with a document type inside, which can reach for other files";
    Locked "a file locked with a password";
    LockedOpenDocument "an OpenDocument file locked with a password";
    LockedPdf "a PDF file locked in a way that only the program it was made for can open";
    LockedBook "an e-book locked by the shop that sold it";
}

list! {
    /// What a format is called within a sentence.
    Called, "format":
    Txt "plain text";
    Md "Markdown";
    Html "a web page";
    Docx "a Word file";
    Odt "an OpenDocument text";
    Epub "an e-book";
    Rtf "rich text";
    Pdf "a PDF file";
}

list! {
    /// Why a file is not looked at, as the end of a sentence.
    Skip, "skip":
    OfSystem "the system keeps its own notes there";
    Hidden "it is hidden";
    OfOffice "an office program keeps it while a document is open";
    WithPage { page } "it was saved along with the page “{page}”";
    Link "it is a link to another file";
    NoFile "it is no file of its own: a link, or nested too deep";
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_sentence_has_a_name_and_words_of_its_own() {
        let (mut names, mut words) = (HashSet::new(), HashSet::new());
        for one in sentences() {
            assert!(names.insert((one.list, one.sentence)), "{one:?}");
            assert!(words.insert((one.list, one.words)), "{one:?}");
        }
    }

    /// What is told in words that stand in no list could be said in English alone.
    #[test]
    fn nothing_is_told_but_by_a_sentence() {
        const TOLD: &[&str] = &[
            "Warning {",
            "found: \"",
            "found: format!",
            "Empty(\"",
            "Empty(format!",
            "why: \"",
            "why: format!",
        ];
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with("sentences.rs") && !path.ends_with("types.rs") {
                    let code = std::fs::read_to_string(&path).unwrap();
                    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
                    for told in TOLD {
                        assert!(!code.contains(told), "{}: {told}", path.display());
                    }
                }
            }
        }
    }
}
