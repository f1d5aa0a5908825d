//! The forms of a verb from its base. Promises every form English spells it with, and now and then one that nobody writes:
//! for finding words in texts that is no harm.

use crate::data::questions::{PASTS, REGULAR};
use crate::data::stems::IRREGULAR;

/// Prefixes that leave a verb its irregular forms: "repaid", "underwrote".
const PREFIXES: &[&str] = &["re", "under", "over", "out", "sub", "with", "up", "co-"];

/// Base, third person, pasts, participle and gerund.
pub(crate) fn of_verb(base: &str) -> Vec<String> {
    let mut forms = vec![base.to_owned(), third_person(base)];
    let irregular = irregular(base);
    let stem = base
        .strip_suffix('e')
        .filter(|stem| !stem.ends_with(['e', 'o', 'y']))
        .unwrap_or(base);
    let doubled = doubles(base).then(|| base.chars().next_back()).flatten();
    let spelled = |ending: &str| match doubled {
        Some(letter) => vec![format!("{stem}{letter}{ending}"), format!("{stem}{ending}")],
        None => vec![format!("{stem}{ending}")],
    };
    forms.extend(spelled("ing"));
    match base
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
    {
        Some(stem) => forms.push(format!("{stem}ied")),
        None if base.ends_with('e') => forms.push(format!("{base}d")),
        None => forms.extend(spelled("ed")),
    }
    forms.extend(irregular);
    forms
}

fn third_person(base: &str) -> String {
    let vowel = ['a', 'e', 'o', 'u'];
    match base.strip_suffix('y').filter(|stem| !stem.ends_with(vowel)) {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| base.ends_with(end)) => format!("{base}es"),
        None => format!("{base}s"),
    }
}

/// Whether a last consonant may be doubled: one after a single vowel.
fn doubles(base: &str) -> bool {
    let vowel = |letter: &u8| b"aeiou".contains(letter);
    matches!(base.as_bytes(), [.., before, middle, last]
        if !vowel(last) && vowel(middle) && (!vowel(before) || last == &b'l') && !b"wxy".contains(last))
}

fn irregular(base: &str) -> Vec<String> {
    let listed = |base: &str| -> Vec<String> {
        let strong = IRREGULAR.iter().filter(|(_, of)| **of == base).map(|(form, _)| *form);
        let pasts = PASTS
            .iter()
            .chain(REGULAR)
            .filter(|(_, of)| *of == base)
            .map(|(form, _)| *form);
        strong.chain(pasts).map(str::to_owned).collect()
    };
    let own = listed(base);
    if !own.is_empty() {
        return own;
    }
    PREFIXES
        .iter()
        .filter_map(|prefix| Some((prefix, base.strip_prefix(prefix)?)))
        .flat_map(|(prefix, rest)| listed(rest).into_iter().map(move |form| format!("{prefix}{form}")))
        .filter(|form| form != base)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::of_verb;

    #[test]
    fn a_verb_has_its_forms() {
        for (base, forms) in [
            ("ship", "ships shipped shipping"),
            ("deny", "denies denied denying"),
            ("cede", "cedes ceded ceding"),
            ("buy", "buys bought buying"),
            ("resell", "resells resold reselling"),
            ("underwrite", "underwrites underwrote underwritten"),
            ("re-export", "re-exports re-exported"),
            ("agree", "agrees agreed agreeing"),
            ("expel", "expelled"),
            ("cancel", "cancelled"),
            ("abandon", "abandoned abandoning"),
            ("finance", "financed financing"),
            ("outfit", "outfitted"),
            ("put", "put putting"),
            ("initial", "initialled initialed"),
        ] {
            let known = of_verb(base);
            for form in forms.split(' ') {
                assert!(known.iter().any(|k| k == form), "{base}: {form} in {known:?}");
            }
        }
    }
}
