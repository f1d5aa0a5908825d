//! What an operation did: the words of the log, of a toast and of the list of what can be undone.

use super::sentences;

sentences! {
    /// What an operation did. Names are cut where they may be long; the log keeps the words, not what they spoke of.
    Deed, "deed":
    CreateProject { title } of "create-project" "Created the project “{title}”";
    SetTitle { title } of "set-title" "Named the project “{title}”";
    Import { document } of "import" "Imported “{document}”";
    EditDocument { document } of "edit-document" "Edited “{document}”";
    RemoveDocument { document } of "remove-document" "Removed “{document}”";
    RemoveWithClaim { document } of "remove-document" "Removed “{document}” and its claim";
    RemoveWithClaims { document, n } of "remove-document" "Removed “{document}” and its {n} claims";
    ReplaceDocument { document } of "replace-document" "Replaced “{document}” with a newer edition";
    ReplaceAwaitingOne { document } of "replace-document" "Replaced “{document}” with a newer edition: 1 passage awaits a decision";
    ReplaceAwaiting { document, n } of "replace-document" "Replaced “{document}” with a newer edition: {n} passages await a decision";
    AttachReference {} of "attach-references" "Attached a reference to a document";
    AttachReferences { n } of "attach-references" "Attached references to {n} documents";
    TakeBackGrade { source } of "set-source" "Took back the grade of {source}";
    Grade { source, grade } of "set-source" "Graded {source} {grade}";
    NoteSource { source } of "set-source" "Noted something on {source}";
    Republishes { document, other } of "relate" "“{document}” republishes “{other}”";
    Cites { document, other } of "relate" "“{document}” cites “{other}”";
    Quotes { document, other } of "relate" "“{document}” quotes “{other}”";
    RespondsTo { document, other } of "relate" "“{document}” responds to “{other}”";
    RepublishesOutside { document, other } of "relate" "“{document}” republishes {other}, which is not in the project";
    CitesOutside { document, other } of "relate" "“{document}” cites {other}, which is not in the project";
    QuotesOutside { document, other } of "relate" "“{document}” quotes {other}, which is not in the project";
    RespondsToOutside { document, other } of "relate" "“{document}” responds to {other}, which is not in the project";
    Unrelate { what } of "unrelate" "Took back: {what}";
    DismissSuggestion {} of "dismiss-suggestion" "Waved off a suggestion";
    DismissSuggestions { n } of "dismiss-suggestion" "Waved off {n} suggestions";
    RestoreSuggestion {} of "restore-suggestion" "Brought back a suggestion";
    RestoreSuggestions { n } of "restore-suggestion" "Brought back {n} suggestions";
    AddClaim { statement } of "add-claim" "Recorded “{statement}”";
    AddClaims { n } of "add-claims" "Recorded {n} claims";
    EditClaim { statement } of "edit-claim" "Edited “{statement}”";
    EditClaims { n } of "edit-claims" "Edited {n} claims";
    DeleteClaim { statement } of "delete-claim" "Removed “{statement}”";
    DeleteClaims { n } of "delete-claims" "Removed {n} claims";
    TagClaims { n } of "tag-claims" "Tagged {n} claims";
    Verdict { statement, verdict } of "verdict" "Marked “{statement}” {verdict}";
    Verdicts { n, verdict } of "verdict" "Marked {n} claims {verdict}";
    AddPassage { statement, passage } of "add-passage" "Rested “{statement}” also on “{passage}”";
    MovePassage { statement, passage } of "move-passage" "Moved the passage of “{statement}” to “{passage}”";
    RemovePassage { passage, statement } of "remove-passage" "Took “{passage}” off “{statement}”";
    KeepAnchor { statement } of "keep-anchor" "Kept “{statement}” as the older edition states it";
    AcceptAnchor { passage, statement } of "accept-anchor" "Accepted “{passage}” for “{statement}”";
    PlaceAnchor { passage, statement } of "place-anchor" "Placed “{passage}” for “{statement}”";
    Merge { question, other } of "merge-questions" "Merged “{question}” into “{other}”";
    Split { question, other } of "split-question" "Split “{question}” off “{other}”";
    Rename { question, other } of "rename-question" "Renamed “{question}” to “{other}”";
    Ask { question, asks } of "question-asks" "“{question}” asks {asks}";
    Conclude { question, answer } of "resolve-question" "Concluded “{question}”: {answer}";
    Confirm { question } of "decide-disagreement" "Confirmed the disagreement on “{question}”";
    Dismiss { question } of "decide-disagreement" "Dismissed the disagreement on “{question}”";
    OpenAgain { question } of "decide-disagreement" "Opened again the disagreement on “{question}”";
    Report { statement, other } of "add-disagreement" "Reported that “{statement}” and “{other}” disagree";
    Undo { what } of "undo" "Undid: {what}";
    Redo { what } of "redo" "Redid: {what}";
}
