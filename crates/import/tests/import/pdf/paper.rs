//! PDF files of our own making: what is written where is known to the point, so that what is read can be held against it.
//!
//! The bench reads files of the same make; nothing here is part of Gainsay.

/// A4 in points.
pub const WIDTH: f32 = 595.0;
pub const HEIGHT: f32 = 842.0;

/// What words are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Plain,
    Bold,
    /// Any letters, each half a size wide, named by a ToUnicode table; U+E000 is left out of it.
    Any,
}

/// A PDF file in the making.
#[derive(Debug, Default)]
pub struct Paper {
    pages: Vec<String>,
    letters: Vec<char>,
    pub info: Vec<(&'static str, String)>,
    /// Further entries of the catalogue.
    pub catalogue: String,
}

#[allow(dead_code)]
impl Paper {
    pub fn new() -> Paper {
        Paper::default()
    }

    /// Begins a page.
    pub fn page(&mut self) -> &mut Paper {
        self.pages.push(String::new());
        self
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    fn draw(&mut self, what: &str) {
        if self.pages.is_empty() {
            self.page();
        }
        if let Some(page) = self.pages.last_mut() {
            page.push_str(what);
            page.push('\n');
        }
    }

    /// Sets words with their first letter at a place.
    pub fn text(&mut self, x: f32, y: f32, size: f32, face: Face, words: &str) -> &mut Paper {
        self.turned(x, y, size, face, 0.0, words)
    }

    /// The same, running to an angle.
    pub fn turned(&mut self, x: f32, y: f32, size: f32, face: Face, degrees: f32, words: &str) -> &mut Paper {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let shown = self.shown(face, words);
        self.draw(&format!(
            "BT /F{} {size} Tf {cos} {sin} {} {cos} {x} {y} Tm {shown} Tj ET",
            face as u8 + 1,
            -sin
        ));
        self
    }

    /// Sets a line that fills a width by its spaces.
    pub fn spread(&mut self, x: f32, y: f32, size: f32, width: f32, words: &str) -> &mut Paper {
        let spaces = words.matches(' ').count();
        let room = width - measure(words, size, Face::Plain);
        let each = if spaces > 0 { room / spaces as f32 } else { 0.0 };
        let shown = self.shown(Face::Plain, words);
        self.draw(&format!("BT /F1 {size} Tf {each} Tw {x} {y} Td {shown} Tj 0 Tw ET"));
        self
    }

    /// Sets a paragraph in a column, filled line by line; gives the height of the next line.
    pub fn paragraph(&mut self, x: f32, top: f32, width: f32, size: f32, words: &str) -> f32 {
        self.set(x, top, width, size, words, 1.25, false)
    }

    /// The same with an indented first line, lines filled to the edge, and what the leading is.
    #[allow(clippy::too_many_arguments)]
    pub fn set(&mut self, x: f32, top: f32, width: f32, size: f32, words: &str, leading: f32, filled: bool) -> f32 {
        let indent = if filled { 1.5 * size } else { 0.0 };
        let lines = broken(words, width, indent, size);
        let mut y = top;
        for (at, line) in lines.iter().enumerate() {
            let inset = if at == 0 { indent } else { 0.0 };
            if filled && at + 1 < lines.len() {
                self.spread(x + inset, y, size, width - inset, line);
            } else {
                self.text(x + inset, y, size, Face::Plain, line);
            }
            y -= leading * size;
        }
        y
    }

    /// A grey picture over the whole page.
    pub fn picture(&mut self) -> &mut Paper {
        self.draw(&format!("q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im Do Q"));
        self
    }

    fn shown(&mut self, face: Face, words: &str) -> String {
        let mut codes = String::from("<");
        for c in words.chars() {
            if face == Face::Any {
                let at = self.letters.iter().position(|known| *known == c).unwrap_or_else(|| {
                    self.letters.push(c);
                    self.letters.len() - 1
                });
                codes.push_str(&format!("{:04x}", at + 1));
            } else {
                codes.push_str(&format!("{:02x}", code(c)));
            }
        }
        codes + ">"
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut objects: Vec<Vec<u8>> = Vec::new();
        let first = 11;
        let kids: Vec<String> = (0..self.pages.len())
            .map(|at| format!("{} 0 R", first + 2 * at))
            .collect();
        objects.push(format!("<< /Type /Catalog /Pages 2 0 R {} >>", self.catalogue).into_bytes());
        objects.push(format!("<< /Type /Pages /Count {} /Kids [{}] >>", kids.len(), kids.join(" ")).into_bytes());
        for name in ["Helvetica", "Helvetica-Bold"] {
            let font = format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>");
            objects.push(font.into_bytes());
        }
        objects.push(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>"
                .to_vec(),
        );
        objects.push(
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 500 >>"
                .to_vec(),
        );
        objects.push(
            b"<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
                .to_vec(),
        );
        objects.push(stream("", self.table().as_bytes()));
        objects.push(stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
            &[200],
        ));
        let info: Vec<String> = self
            .info
            .iter()
            .map(|(name, value)| format!("/{name} ({value})"))
            .collect();
        objects.push(format!("<< {} >>", info.join(" ")).into_bytes());
        for (at, page) in self.pages.iter().enumerate() {
            let page_object = format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /Im 9 0 R >> >> >>",
                first + 2 * at + 1
            );
            objects.push(page_object.into_bytes());
            objects.push(stream("", page.as_bytes()));
        }
        file(&objects)
    }

    /// The ToUnicode table of the letters used.
    fn table(&self) -> String {
        let mut table = String::from(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n",
        );
        for (at, c) in self.letters.iter().enumerate().filter(|(_, c)| **c != '\u{e000}') {
            let mut units = [0; 2];
            let units: String = c
                .encode_utf16(&mut units)
                .iter()
                .map(|unit| format!("{unit:04x}"))
                .collect();
            table.push_str(&format!("1 beginbfchar <{:04x}> <{units}> endbfchar\n", at + 1));
        }
        table + "endcmap end end\n"
    }
}

/// A stream with the entries of its dictionary.
pub fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let mut object = format!("<< /Length {} {entries} >>\nstream\n", bytes.len()).into_bytes();
    object.extend_from_slice(bytes);
    object.extend_from_slice(b"\nendstream");
    object
}

/// A file of these objects, the first its catalogue and the tenth, where there is one, its properties.
pub fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend_from_slice(format!("{} 0 obj\n", at + 1).as_bytes());
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in places {
        bytes.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let info = if objects.len() >= 10 { "/Info 10 0 R" } else { "" };
    bytes.extend_from_slice(
        format!(
            "trailer << /Size {} /Root 1 0 R {info} >>\nstartxref\n{start}\n%%EOF\n",
            objects.len() + 1
        )
        .as_bytes(),
    );
    bytes
}

/// Words broken into lines of a width, at spaces and at soft hyphens.
pub fn broken(words: &str, width: f32, indent: f32, size: f32) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    let mut room = width - indent;
    for word in words.split(' ') {
        let space = if line.is_empty() { "" } else { " " };
        let whole = word.replace('\u{ad}', "");
        if measure(&format!("{line}{space}{whole}"), size, Face::Plain) <= room {
            line.push_str(&format!("{space}{whole}"));
            continue;
        }
        let fits = word.match_indices('\u{ad}').map(|(at, _)| at).rev().find(|at| {
            let start = word[..*at].replace('\u{ad}', "");
            measure(&format!("{line}{space}{start}-"), size, Face::Plain) <= room
        });
        let rest = match fits {
            Some(at) => {
                line.push_str(&format!("{space}{}-", word[..at].replace('\u{ad}', "")));
                word[at..].replace('\u{ad}', "")
            }
            None => whole,
        };
        lines.push(std::mem::replace(&mut line, rest));
        room = width;
    }
    lines.push(line);
    lines
}

/// How wide words are.
pub fn measure(words: &str, size: f32, face: Face) -> f32 {
    let wide = |c: char| match face {
        Face::Any => 500,
        _ => HELVETICA
            .get((code(c) as usize).wrapping_sub(32))
            .copied()
            .unwrap_or(556),
    };
    words.chars().map(|c| wide(c) as f32).sum::<f32>() * size / 1000.0
}

/// The byte of a character in WinAnsiEncoding.
fn code(c: char) -> u8 {
    match c {
        '–' => 0x96,
        '—' => 0x97,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
    }
}

/// The widths of Helvetica's letters from the space to the tilde, in thousandths of the size.
#[rustfmt::skip]
const HELVETICA: &[u16] = &[
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
