//! Files made to fill the memory: streams that inflate beyond measure.
//!
//! PDFium inflates a stream whole before it looks at it. So the streams that are no pictures are inflated here first, piece
//! by piece into nothing, and what would be larger than any page's drawing is refused. Leaves out: streams behind a
//! password, filters within filters; those the limits of the process hold.

use flate2::{Decompress, FlushDecompress, Status};

use crate::ImportError;

/// What the streams of one file may inflate to, pictures apart: a thousand times a page dense with drawing.
const ALL: u64 = 512 << 20;

/// What one of them may inflate to.
const ONE: u64 = 96 << 20;

/// Streams smaller than this cannot become larger than that: a byte of deflated data is 1,032 at most.
const SMALLEST: usize = (ONE / 1032) as usize;

/// Refuses a file whose streams inflate beyond what a document is.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), ImportError> {
    let mut all = 0_u64;
    let mut from = 0;
    while let Some(at) = find(bytes, from, b"stream") {
        from = at + 6;
        let start = match bytes.get(from..) {
            Some([b'\r', b'\n', ..]) => from + 2,
            Some([b'\n' | b'\r', ..]) => from + 1,
            _ => continue,
        };
        let end = find(bytes, start, b"endstream").unwrap_or(bytes.len());
        from = end.max(start);
        // What stands before tells what it is; a dictionary is short.
        let before = bytes.get(at.saturating_sub(1024)..at).unwrap_or_default();
        let own = before
            .windows(3)
            .rposition(|window| window == b"obj")
            .map_or(before, |cut| &before[cut..]);
        let names = |name: &[u8]| own.windows(name.len()).any(|window| window == name);
        if end - start < SMALLEST || !names(b"Fl") || names(b"/Image") {
            continue;
        }
        let inflated = inflate(&bytes[start..end]);
        all += inflated;
        if inflated > ONE || all > ALL {
            let limit = if inflated > ONE { ONE } else { ALL };
            return Err(ImportError::TooLarge {
                bytes: usize::try_from(inflated.max(all)).unwrap_or(usize::MAX),
                limit: usize::try_from(limit).unwrap_or(usize::MAX),
            });
        }
    }
    Ok(())
}

/// How much comes out of a deflated stream, counted no further than is needed to refuse it.
fn inflate(bytes: &[u8]) -> u64 {
    let mut decompress = Decompress::new(true);
    let mut out = vec![0; 1 << 16];
    loop {
        let before = (decompress.total_in(), decompress.total_out());
        let Some(rest) = usize::try_from(before.0).ok().and_then(|read| bytes.get(read..)) else {
            break;
        };
        let status = decompress.decompress(rest, &mut out, FlushDecompress::None);
        let stuck = (decompress.total_in(), decompress.total_out()) == before;
        if stuck || decompress.total_out() > ONE || !matches!(status, Ok(Status::Ok | Status::BufError)) {
            break;
        }
    }
    decompress.total_out()
}

fn find(bytes: &[u8], from: usize, word: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(word.len())
        .position(|window| window == word)
        .map(|at| from + at)
}
