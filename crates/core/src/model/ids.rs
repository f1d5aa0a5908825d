//! Ids: one newtype an entity, so that a claim's id is never taken for a document's. All are UUIDv7.

use std::fmt;
use std::str::FromStr;

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, as = "String"))]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id; later ids of this process sort after earlier ones.
            #[must_use]
            pub fn new() -> $name { $name(Uuid::now_v7()) }
        }

        impl Default for $name {
            fn default() -> Self { $name::new() }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<$name, uuid::Error> { text.parse().map($name) }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> { Ok(self.0.to_string().into()) }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<$name> {
                value.as_str()?.parse().map_err(|error| FromSqlError::Other(Box::new(error)))
            }
        }
    };
}

id!(
    /// A claim's id.
    ClaimId
);
id!(
    /// A document's id.
    DocumentId
);
id!(
    /// The id of one edition of a document.
    EditionId
);
id!(
    /// A question's id.
    QuestionId
);
id!(
    /// The id of a disagreement, kept through every recomputation.
    DisagreementId
);
id!(
    /// A source's id.
    SourceId
);
id!(
    /// A suggestion's id.
    SuggestionId
);
id!(
    /// An operation's id.
    OperationId
);
id!(
    /// A reviewer's id.
    ReviewerId
);
id!(
    /// The id of a machine that writes to projects.
    DeviceId
);
id!(
    /// The id of what became of a passage in a newer edition.
    AnchoringId
);
id!(
    /// The id of a row that only its own table names: a passage, a verdict, a relation …
    RowId
);
