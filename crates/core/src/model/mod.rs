//! The plain types that cross the seams: what commands take and lists return. Field names are the command line's.

mod claim;
mod disagreement;
mod document;
mod history;
mod ids;
mod question;

pub use claim::*;
pub use disagreement::*;
pub use document::*;
pub use history::*;
pub use ids::*;
pub use question::*;

/// Words for a closed list that is stored and shown by its words.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident => $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every member.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The word that stands for this member everywhere.
            pub const fn word(self) -> &'static str { match self { $($name::$variant => $word),+ } }
            /// The member a word stands for.
            pub fn from_word(word: &str) -> Option<$name> { match word { $($word => Some($name::$variant),)+ _ => None } }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.word()) }
        }
    };
}
pub(crate) use words;
