//! Why something is refused or cannot be done, as far as it is met in the window. The words stand where the fault is found, beside
//! what led to it; a test holds that they are these, and that no fault is left out but those listed there.

use super::Pattern;

const fn fault(sentence: &'static str, words: &'static str) -> Pattern {
    Pattern {
        list: "fault",
        sentence,
        kind: None,
        words,
    }
}

/// What stands in the way, and what to do.
pub(super) const FAULTS: &[Pattern] = &[
    // Of operations.
    fault("Beginning", "The project's beginning cannot be taken back."),
    fault(
        "NoStep",
        "“{what}” is itself an undo or a redo: take back or do again the operation it is about.",
    ),
    fault("Undone", "“{what}” is undone already."),
    fault(
        "ChangedLater",
        "“{what}” cannot be taken back: what it made was changed later.",
    ),
    fault("RestedOn", "“{what}” cannot be taken back: later work rests on it."),
    fault("NothingToUndo", "There is nothing to undo."),
    fault("NothingToRedo", "There is nothing to redo."),
    fault(
        "NoOperation",
        "There is no operation {id}: list them with `gainsay log`.",
    ),
    // Of the project and its file.
    fault("NoProject", "No project is open: create or open one first."),
    fault("ReadOnly", "The project is open read-only: nothing can be changed."),
    fault(
        "OpenElsewhere",
        "“{file}” is open in another process: close it there, or open it read-only.",
    ),
    fault("BusyElsewhere", "“{file}” is busy in other processes: try again."),
    fault("Busy", "The project is busy in another process: try again in a moment."),
    fault(
        "Replaced",
        "“{file}” was moved or replaced while it was open (by a sync program?): nothing was written. Open it again.",
    ),
    fault("Exists", "“{file}” is there already: choose another name, or open it."),
    fault("NotThere", "There is no project “{file}”: make one with `gainsay new`."),
    fault(
        "NoSqlite",
        "“{file}” is not a Gainsay project, or it is damaged: if you have a backup, use `gainsay restore`.",
    ),
    fault("NoGainsay", "“{file}” is not a Gainsay project."),
    fault(
        "Damaged",
        "“{file}” is damaged or was made by something else ({problem}): restore a backup with `gainsay restore`.",
    ),
    fault(
        "Newer",
        "“{file}” was written by a newer Gainsay (format {n}; this one knows {known}): update Gainsay. The file was left as it is.",
    ),
    fault("DiskFull", "The disk is full: free some space; nothing was changed."),
    fault(
        "NoPermission",
        "The project file cannot be written or opened: check its permissions.",
    ),
    fault("NotWritten", "“{file}” could not be written: {problem}."),
    fault("NoTitle", "A project needs a title."),
    fault("NoReviewer", "A reviewer needs a name."),
    fault(
        "NoBackupFolder",
        "The folder for backups, “{folder}”, is not there: choose another one in Settings, or connect its disk.",
    ),
    fault(
        "BackupBesideProject",
        "“{folder}” lies in the folder of the project itself: what happens to one would happen to both. Choose a folder elsewhere.",
    ),
    fault(
        "BackupNotWritten",
        "“{folder}” cannot be written to ({problem}): choose another folder for backups.",
    ),
    fault("NotKept", "The project is open read-only: nothing can be kept."),
    fault("FolderUnusable", "The folder “{folder}” cannot be used: {problem}."),
    fault(
        "BackupThere",
        "“{file}” is there already: choose another name for the backup.",
    ),
    fault("NotPutInPlace", "“{file}” could not be put in place: {problem}."),
    fault("BackupNotPutInPlace", "The backup was not put in place."),
    fault("IsOpen", "{file} is the project you have open: choose another name."),
    fault(
        "OpenInWindow",
        "This project is open in another window, which is in front now. It can be looked at here, read-only.",
    ),
    fault("OtherOpened", "Another project was opened."),
    fault(
        "NoSample",
        "There is no sample project here: `gainsay demo DIR` makes one, which you can open then.",
    ),
    fault("SheetNotWritten", "The claim sheet could not be written: {problem}."),
    fault("NotReadOrWritten", "A file could not be read or written: {problem}."),
    fault(
        "Ours",
        "Gainsay ran into a fault of its own; nothing was changed. Please report what you did.",
    ),
    // Of claims and their passages.
    fault("NoStatement", "A claim needs a statement."),
    fault(
        "NoValue",
        "“{words}” holds no value: write it as in a text, such as “about 1 to 2 million”.",
    ),
    fault(
        "NoPeriod",
        "“{words}” is no period: write EDTF (2016-12, 2013/..) or words such as “since December 2014”.",
    ),
    fault(
        "UnitAlone",
        "There is no value for the unit “{unit}”: give the value too.",
    ),
    fault("NoTag", "A tag needs a word."),
    fault(
        "NotBorneOut",
        "“{statement}” is not borne out yet: {problem}. To mark it corroborated all the same, override and give a rationale.",
    ),
    fault(
        "LastPassage",
        "A claim rests on one passage at least: add another first, or remove the claim.",
    ),
    fault("PassageTwice", "The claim rests on “{passage}” already."),
    fault("NoWords", "There are no words at {start}–{end}: select a passage."),
    fault("NoClaim", "There is no claim {id}: list them with `gainsay claims`."),
    // Of questions and disagreements.
    fault(
        "NoQuestion",
        "There is no question “{id}”: list them with `gainsay questions`.",
    ),
    fault("NoText", "A question needs a text."),
    fault("NoOwnText", "The new question needs a text of its own."),
    fault("NothingToSplit", "Name the claims that go under the new question."),
    fault(
        "QuestionThere",
        "There is a question “{question}” already: merge the two.",
    ),
    fault("MergedWithItself", "A question cannot be merged with itself: name two."),
    fault("NoConclusion", "A conclusion needs an answer and a rationale."),
    fault(
        "NoDisagreement",
        "There is no disagreement {id}: list them with `gainsay disagreements`.",
    ),
    fault(
        "NoReason",
        "A dismissal needs a rationale: say why the two claims can both stand.",
    ),
    fault("NoRationale", "A disagreement that no rule found needs a rationale."),
    fault("WithItself", "A claim cannot disagree with itself: name two claims."),
    fault("NotUnder", "Claim {id} is not under “{question}”."),
    // Of documents and sources.
    fault(
        "ImportUnderWay",
        "An import is under way: wait for its end or stop it first.",
    ),
    fault("FolderNotRead", "The folder “{folder}” could not be read: {problem}."),
    fault("NoFile", "There is no file “{file}”."),
    fault("FileLocked", "“{file}” may not be read: check its permissions."),
    fault("FileNotRead", "“{file}” could not be read: {problem}."),
    fault(
        "TooManyFiles",
        "“{folder}” holds more than {n} files: import the folders in it one by one.",
    ),
    fault("OtherFile", "“{file}” is no longer what it was: import it again."),
    fault(
        "SeveralDocuments",
        "“{file}” holds several documents: unpack it and choose one of them.",
    ),
    fault("NoDocumentInIt", "“{folder}” is a folder without a document in it."),
    fault(
        "TooLargeFile",
        "“{file}” is larger than any document: split it and import the parts.",
    ),
    fault("NoReferences", "No references are shown: choose their file first."),
    fault(
        "ClaimsRest",
        "Claims rest on “{document}” ({count}): it stays a document. Delete them, or replace the other document with its file.",
    ),
    fault("NoEdition", "There is no edition {edition}: the document has {held}."),
    fault("NoSuchSource", "There is no source “{source}”."),
    fault("NotRecorded", "Nothing like this is recorded: {what}."),
    fault(
        "NoSuggestion",
        "There is no suggestion {id}: list them with `gainsay suggest`.",
    ),
    fault(
        "NoAnchor",
        "There is no passage {id} to decide about: list them with `gainsay anchors`.",
    ),
    fault(
        "OtherEnd",
        "A relation needs one other end: a document, or the name of an original.",
    ),
    fault("NotImported", "“{file}” could not be imported: {refusal}."),
    fault(
        "NoDocument",
        "There is no document “{id}”: list them with `gainsay documents`.",
    ),
    fault("NoDocumentTitle", "A document needs a title."),
    fault(
        "NoDate",
        "“{words}” is no date: give EDTF or ISO 8601, such as 2018-11-30 or 2018-11.",
    ),
    fault("ToItself", "“{document}” cannot stand in a relation to itself."),
    fault("NoOriginal", "An original outside the project needs a name."),
    fault("NoSource", "A source needs a name."),
    fault(
        "SameFile",
        "“{document}” is this very file: there is nothing to replace.",
    ),
    fault("ReplacesItself", "“{document}” cannot replace itself."),
    fault(
        "HeldAlready",
        "“{document}” holds this text already: it cannot be an edition of “{other}” too.",
    ),
    fault(
        "Decided",
        "This passage of “{statement}” is decided: undo that, or move the passage of its claim.",
    ),
    fault(
        "NoPlace",
        "No place was found for this passage: choose one, keep the older edition's words, or remove it.",
    ),
    // Of the filter.
    fault(
        "NoFilter",
        "“{words}:” is no filter: use {list}; put words with a colon in \"quotes\".",
    ),
    fault("NoFilterWord", "{filter}:{words} is unknown: use one of {list}."),
    fault(
        "NoSuchIs",
        "is:{words} is unknown: use is:contested, is:override or is:awaiting.",
    ),
    fault(
        "NoFilterPeriod",
        "period:{words} is no period: use 2018, 2014..2020, 2016-09.. or ..2015.",
    ),
    fault("NoFilterQuestion", "question: needs words, an id, or none."),
];
