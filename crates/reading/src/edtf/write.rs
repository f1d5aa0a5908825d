//! EDTF written: the form that is read.

use std::fmt::{Display, Formatter, Result};

use super::{Date, Edtf, Mark, Marked, Member, Side, Two, Year};

impl Display for Edtf {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let list = |f: &mut Formatter<'_>, members: &[Member]| {
            members.iter().enumerate().try_for_each(|(at, member)| {
                let comma = if at > 0 { "," } else { "" };
                write!(f, "{comma}{member}")
            })
        };
        match self {
            Edtf::One(date) => date.fmt(f),
            Edtf::Interval(from, to) => write!(f, "{from}/{to}"),
            Edtf::OneOf(members) => {
                f.write_str("[")?;
                list(f, members)?;
                f.write_str("]")
            }
            Edtf::AllOf(members) => {
                f.write_str("{")?;
                list(f, members)?;
                f.write_str("}")
            }
        }
    }
}

impl Display for Side {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Side::At(date) => date.fmt(f),
            Side::Open => f.write_str(".."),
            Side::Unknown => Ok(()),
        }
    }
}

impl Display for Member {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Member::At(date) => date.fmt(f),
            Member::Through(from, to) => write!(f, "{from}..{to}"),
            Member::UpTo(to) => write!(f, "..{to}"),
            Member::From(from) => write!(f, "{from}.."),
        }
    }
}

impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.year.fmt(f)?;
        if let Some(month) = &self.month {
            write!(f, "-{month}")?;
        }
        if let Some(day) = &self.day {
            write!(f, "-{day}")?;
        }
        match &self.time {
            Some(time) => write!(f, "T{}", time.text),
            None => Ok(()),
        }
    }
}

impl<T: Display> Display for Marked<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if let Some(mark) = self.before {
            mark.fmt(f)?;
        }
        self.is.fmt(f)?;
        match self.after {
            Some(mark) => mark.fmt(f),
            None => Ok(()),
        }
    }
}

impl Display for Mark {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Mark::Uncertain => "?",
            Mark::Approximate => "~",
            Mark::Both => "%",
        })
    }
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let sign = |negative: &bool| if *negative { "-" } else { "" };
        let significant = match self {
            Year::Four {
                negative,
                digits: all,
                significant,
            } => {
                f.write_str(sign(negative))?;
                digits(f, all)?;
                significant
            }
            Year::Decade { negative, number } => return write!(f, "{}{number:03}", sign(negative)),
            Year::Century { negative, number } => return write!(f, "{}{number:02}", sign(negative)),
            Year::Long {
                negative,
                number,
                exponent,
                significant,
            } => {
                write!(f, "Y{}{number}", sign(negative))?;
                if let Some(exponent) = exponent {
                    write!(f, "E{exponent}")?;
                }
                significant
            }
        };
        match significant {
            Some(count) => write!(f, "S{count}"),
            None => Ok(()),
        }
    }
}

impl Display for Two {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        digits(f, &self.0)
    }
}

fn digits(f: &mut Formatter<'_>, digits: &[Option<u8>]) -> Result {
    digits.iter().try_for_each(|digit| match digit {
        Some(digit) => write!(f, "{digit}"),
        None => f.write_str("X"),
    })
}
