//! Boxes inside an article that ask for something (an address, a subscription), or say again what it says.

use std::collections::{HashMap, HashSet};

use super::tree::{NodeId, Tree};
use super::weights::Weights;

/// Letters of the longest box that asks for something.
const LONGEST: usize = 700;
/// How many quotations of itself a page is searched for.
const QUOTATIONS: usize = 40;

/// Words by which a box asks a reader to register, subscribe or pay.
#[rustfmt::skip]
const CALLS: &[&str] = &[
    "already a subscriber", "already a member", "already have an account", "sign in", "log in", "sign up", "subscribe",
    "subscription", "subscriber", "become a member", "free trial", "free articles", "create an account", "register for free",
    "your inbox", "newsletter", "your email", "your e-mail", "read on with", "unlimited access", "support our journalism",
    "make a donation", "cancel anytime", "déjà abonné", "abonnez-vous", "jetzt abonnieren", "bereits abonnent", "suscríbete",
    "подпишитесь", "подписаться", "اشترك", "سجل الدخول",
];

/// Where a box's button leads.
#[rustfmt::skip]
const WAYS: &[&str] = &[
    "login", "log-in", "signin", "sign-in", "signup", "sign-up", "subscri", "register", "newsletter", "membership", "donate",
    "/account", "/plus", "/premium", "/abo",
];

/// The elements that ask a reader for something: short, with a form or a button that leads to one.
pub(super) fn asking(tree: &Tree, weights: &Weights) -> HashSet<NodeId> {
    let mut found = HashSet::new();
    let mut judged: HashMap<NodeId, bool> = HashMap::new();
    let asks = |id: NodeId| {
        let address = tree.attribute(id, "href").unwrap_or_default().to_ascii_lowercase();
        tree.name(id) == "form" && takes_an_address(tree, id)
            || tree.name(id) == "a" && WAYS.iter().any(|way| address.contains(way))
    };
    for id in (1..tree.len()).filter(|id| asks(*id)) {
        let (mut at, mut highest) = (id, None);
        loop {
            at = tree.parent(at);
            let short = weights.text[at] <= LONGEST && weights.text[at] * 3 < weights.text[Tree::ROOT];
            if at == Tree::ROOT || !short || matches!(tree.name(at), "body" | "main" | "article") {
                break;
            }
            let holder = matches!(tree.name(at), "div" | "section" | "aside");
            if holder && *judged.entry(at).or_insert_with(|| calls(&tree.words(at))) {
                highest = Some(at);
            }
        }
        found.extend(highest);
    }
    found
}

/// Whether words ask: two different calls, or one in a few words.
fn calls(words: &str) -> bool {
    let lower = words.to_lowercase();
    let count = CALLS.iter().filter(|call| lower.contains(**call)).count();
    count >= 2 || count == 1 && lower.chars().count() <= 240
}

/// Whether a form asks for an e-mail address or a name.
fn takes_an_address(tree: &Tree, form: NodeId) -> bool {
    (form + 1..tree.len().min(form + 200))
        .take_while(|id| tree.is_within(*id, form))
        .any(|id| tree.name(id) == "input" && matches!(tree.attribute(id, "type"), Some("email" | "text") | None))
}

/// Quotations set apart whose words the text says anyway.
pub(super) fn repeated(tree: &Tree, root: NodeId, weights: &Weights, left_out: &HashSet<NodeId>) -> Vec<NodeId> {
    let short = |id: &NodeId| {
        let name = tree.name(*id);
        let class = tree.attribute(*id, "class").unwrap_or_default().to_ascii_lowercase();
        let apart = matches!(name, "blockquote" | "aside" | "figure")
            || class.contains("pull") && matches!(name, "div" | "p" | "span" | "section" | "q");
        apart && (30..=400).contains(&weights.text[*id]) && tree.is_within(*id, root)
    };
    let candidates: Vec<NodeId> = (root + 1..tree.len()).filter(short).take(QUOTATIONS).collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let apart: HashSet<NodeId> = candidates.iter().copied().chain(left_out.iter().copied()).collect();
    let mut letters = String::new();
    gather(tree, root, &apart, &mut letters);
    let says = |id: &NodeId| {
        let quoted = bare(&tree.words(*id));
        !quoted.is_empty() && letters.contains(&quoted)
    };
    candidates.into_iter().filter(says).collect()
}

fn gather(tree: &Tree, id: NodeId, apart: &HashSet<NodeId>, letters: &mut String) {
    if !apart.contains(&id) {
        letters.extend(
            tree.text(id)
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase),
        );
        tree.children(id)
            .iter()
            .for_each(|child| gather(tree, *child, apart, letters));
    }
}

/// The letters of words: quotation marks and blanks change when a passage is set apart.
fn bare(words: &str) -> String {
    words
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
