//! JSON with plain numbers: 800000000, not 8e8, and 4, not 4.0.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Writes one value on one line, without the line end.
pub fn write<W: io::Write>(out: W, value: &impl Serialize) -> io::Result<()> {
    value
        .serialize(&mut Serializer::with_formatter(out, PlainNumbers))
        .map_err(io::Error::from)
}

/// Compact JSON whose floating-point numbers are written as people write them.
struct PlainNumbers;

impl Formatter for PlainNumbers {
    fn write_f64<W: ?Sized + io::Write>(&mut self, out: &mut W, value: f64) -> io::Result<()> {
        // The shortest digits that read back as the same number, and never an exponent.
        write!(out, "{value}")
    }

    fn write_f32<W: ?Sized + io::Write>(&mut self, out: &mut W, value: f32) -> io::Result<()> {
        write!(out, "{value}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(value: &impl Serialize) -> String {
        let mut bytes = Vec::new();
        write(&mut bytes, value).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn numbers_are_plain() {
        assert_eq!(line(&8e8), "800000000");
        assert_eq!(line(&4.0), "4");
        assert_eq!(line(&1e21), "1000000000000000000000");
        assert_eq!(line(&0.000_000_5), "0.0000005");
        assert_eq!(line(&19.6), "19.6");
        assert_eq!(line(&(None::<f64>, f64::NAN)), "[null,null]");
    }

    #[test]
    fn what_was_read_from_json_is_plain_too() {
        let value: serde_json::Value = serde_json::from_str(r#"{"a":1e3,"b":[2.0,"x\n"]}"#).unwrap();
        assert_eq!(line(&value), r#"{"a":1000,"b":[2,"x\n"]}"#);
    }
}
