//! Formulas in MathML, as they are written in a line of text.
//!
//! Promises: a figure keeps its value ("10⁶", "1/2", never "106" or "12"); what a formula repeats for other programs is not
//! said twice. Leaves out: how it is set.

use super::tree::{NodeId, Tree};
use crate::raised::raised;

/// Signs between two terms: they have blanks around them.
const BETWEEN: &[&str] = &[
    "=", "≠", "<", ">", "≤", "≥", "≈", "~", "+", "-", "−", "±", "×", "·", "→",
];

/// The words of a formula, on one line.
pub(super) fn words(tree: &Tree, id: NodeId) -> String {
    let mut out = String::new();
    write(tree, id, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn write(tree: &Tree, id: NodeId, out: &mut String) {
    let parts: Vec<NodeId> = elements(tree, id);
    match (tree.name(id), parts.as_slice()) {
        ("", _) => out.push_str(tree.text(id).trim()),
        ("annotation" | "annotation-xml" | "mphantom", _) => {}
        ("mspace", _) => out.push(' '),
        ("mtext" | "ms", _) => out.extend([" ", tree.words(id).as_str(), " "]),
        ("mo", _) => operator(tree.words(id).trim(), out),
        ("msup", [base, above]) => {
            write(tree, *base, out);
            above_line(&words(tree, *above), out);
        }
        ("msub", [base, below]) => {
            write(tree, *base, out);
            out.extend(["_", &term(tree, *below)]);
        }
        ("msubsup", [base, below, above]) => {
            write(tree, *base, out);
            out.extend(["_", &term(tree, *below)]);
            above_line(&words(tree, *above), out);
        }
        ("mfrac", [over, under]) => {
            // "2 1/2" is not "21/2".
            if out.ends_with(|c: char| c.is_alphanumeric()) {
                out.push(' ');
            }
            out.extend([&term(tree, *over), "/", &term(tree, *under)]);
        }
        ("mroot", [of, degree]) => {
            above_line(&words(tree, *degree), out);
            out.extend(["√", &term(tree, *of)]);
        }
        ("msqrt", _) => {
            let mut of = String::new();
            children(tree, id, &mut of);
            out.extend(["√", &bracketed(of.trim())]);
        }
        ("mtr", _) => {
            children(tree, id, out);
            out.push_str("; ");
        }
        ("mtd", _) => {
            children(tree, id, out);
            out.push(' ');
        }
        _ => children(tree, id, out),
    }
}

fn children(tree: &Tree, id: NodeId, out: &mut String) {
    tree.children(id).iter().for_each(|child| write(tree, *child, out));
}

fn elements(tree: &Tree, id: NodeId) -> Vec<NodeId> {
    let children = tree.children(id).iter().copied();
    children.filter(|child| !tree.name(*child).is_empty()).collect()
}

/// An operator; one that opens a term ("-5") stands right before it, and those nobody sees (times, a function's) are none.
fn operator(sign: &str, out: &mut String) {
    let opens = out.trim_end().is_empty() || out.trim_end().ends_with(['(', '[', ',', '=', '<', '>', '≈', '/']);
    match BETWEEN.contains(&sign) && !opens {
        true => out.extend([" ", sign, " "]),
        false => out.extend(sign.chars().filter(|c| !matches!(c, '\u{2061}'..='\u{2064}'))),
    }
}

fn above_line(words: &str, out: &mut String) {
    let figures = raised(words);
    match figures == words {
        true => out.extend(["^", &bracketed(words)]),
        false => out.push_str(&figures),
    }
}

fn term(tree: &Tree, id: NodeId) -> String {
    bracketed(&words(tree, id))
}

/// Several terms in brackets, one as it is.
fn bracketed(words: &str) -> String {
    match words.contains([' ', '/', '+', '-', '−']) {
        true => format!("({words})"),
        false => words.to_owned(),
    }
}
