//! Dates as catalogues of collections put them.
/// x
pub fn phrase_edtf(phrase: &str) -> Option<String> {
    let _ = phrase;
    None
}
