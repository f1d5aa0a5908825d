//! The claim sheet: to a file, whole or not at all, or to standard output.

use std::io::IsTerminal;

use gainsay_core::{ClaimQuery, ErrorCode, SheetFormat, columns_named};

use crate::args::Export;
use crate::errors::{Failure, Result};
use crate::output::{Output, counted, path_words};
use crate::session::Session;

/// `gainsay export`
pub fn export(args: Export, session: &Session, out: &mut Output) -> Result {
    let to_stdout = args.output.as_os_str() == "-";
    if to_stdout && args.format == SheetFormat::Xlsx && std::io::stdout().is_terminal() {
        return Err(Failure::Usage(
            "A workbook is no text for a terminal: name a file (--output sheet.xlsx) or pipe it on.".to_owned(),
        ));
    }
    let project = session.read(&args.project)?;
    let query = ClaimQuery {
        document: args
            .document
            .as_deref()
            .map(|words| project.find_document(words))
            .transpose()?,
        question: args
            .question
            .as_deref()
            .map(|words| project.find_question(words))
            .transpose()?,
        verdict: args.verdict,
        search: args.search,
        ..ClaimQuery::default()
    };
    if to_stdout {
        let sheet = project.sheet(&query)?;
        let mut bytes = Vec::new();
        export::write_columns(&sheet, args.format, &columns_named(&args.columns)?, &mut bytes)
            .map_err(|error| Failure::new(ErrorCode::Io, format!("The claim sheet could not be made: {error}.")))?;
        return out.bytes(&bytes);
    }
    let claims = project.export_file(&args.output, args.format, &query, &args.columns)?;
    out.object_or(
        &serde_json::json!({ "path": path_words(&args.output), "format": args.format, "claims": claims }),
        format!("Wrote {} to {}.", counted(claims, "claim"), args.output.display()),
    )
}

/// `gainsay schema`
pub fn schema(out: &mut Output) -> Result {
    out.bytes(export::SCHEMA.as_bytes())
}
