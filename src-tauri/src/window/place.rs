//! Where a window stands, and what a further one begins with.

use serde::{Deserialize, Serialize};

/// What a further window shows first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Beginning {
    /// A view.
    pub view: Option<String>,
    /// A document.
    pub document: Option<String>,
}

impl Beginning {
    /// The interface's address for a window of this name. Words that are not plain names are left out: they would be
    /// read as something else.
    pub fn address(&self, label: &str) -> String {
        let plain = |word: &&String| {
            !word.is_empty() && word.len() <= 64 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let mut address = format!("index.html?window={label}");
        for (name, word) in [("view", &self.view), ("document", &self.document)] {
            if let Some(word) = word.as_ref().filter(plain) {
                address.push_str(&format!("&{name}={word}"));
            }
        }
        address
    }
}

/// A screen, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// How much of a window's upper edge must be on a screen for a person to take hold of it.
const HOLD: (f64, f64) = (120.0, 24.0);

/// Whether a window that stands at a place can be taken hold of on one of the screens there are.
pub fn is_on_a_screen((x, y): (f64, f64), width: f64, screens: &[Screen]) -> bool {
    screens.iter().any(|screen| {
        let across = (x + width).min(screen.left + screen.width) - x.max(screen.left);
        let below = screen.top + screen.height - y;
        x.is_finite() && y.is_finite() && across >= HOLD.0 && below >= HOLD.1 && y >= screen.top - HOLD.1
    })
}

#[cfg(test)]
mod tests {
    use super::{Beginning, Screen, is_on_a_screen};

    #[test]
    fn a_place_on_a_screen_that_is_gone_is_none() {
        let screen = |left: f64, width: f64| Screen {
            left,
            top: 0.0,
            width,
            height: 900.0,
        };
        let one = [screen(0.0, 1440.0)];
        let two = [screen(0.0, 1440.0), screen(1440.0, 1920.0)];
        let cases = [
            ((40.0, 20.0), &one[..], true),
            ((1500.0, 20.0), &two[..], true),
            ((1500.0, 20.0), &one[..], false),
            ((1380.0, 20.0), &one[..], false),
            ((-900.0, 20.0), &one[..], true),
            ((40.0, 890.0), &one[..], false),
            ((40.0, -400.0), &one[..], false),
            ((f64::NAN, 0.0), &one[..], false),
        ];
        for (at, screens, there) in cases {
            assert_eq!(is_on_a_screen(at, 1200.0, screens), there, "{at:?} on {screens:?}");
        }
    }

    #[test]
    fn a_further_window_is_told_what_to_show_and_nothing_else() {
        let beginning = |view: &str, document: &str| Beginning {
            view: Some(view.to_owned()),
            document: Some(document.to_owned()),
        };
        assert_eq!(
            beginning("claims", "0192f-a").address("window-2"),
            "index.html?window=window-2&view=claims&document=0192f-a"
        );
        assert_eq!(
            beginning("a&b=c", "../x").address("window-2"),
            "index.html?window=window-2"
        );
    }
}
