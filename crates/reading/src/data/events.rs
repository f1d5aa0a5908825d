//! What happens to one thing once: verbs whose date can be told in one way only. Origin: collected for this project.

/// Groups of forms: the first stands for all. Two of them with other dates for one subject exclude one another.
pub(crate) const ONCE: &[&[&str]] = &[
    &["born", "birth"],
    &["died", "dies", "death", "dead"],
    &["founded", "established", "created", "formed", "instituted", "set up"],
    &["incorporated"],
    &["dissolved", "disbanded", "abolished"],
    &["released", "published"],
    &["premiered", "debuted"],
    &["discovered"],
    &["invented", "devised"],
    &["assassinated", "murdered"],
    &["buried"],
    &["inaugurated"],
    &["built", "constructed", "erected"],
    &["completed", "finished"],
    &["demolished", "razed"],
    &["sunk", "sank"],
    &["flew", "flown"],
    &["collapsed"],
    &["adopted"],
    &["ratified"],
    &["repealed"],
    &["annexed"],
    &["appointed"],
    &["commissioned"],
    &["decommissioned"],
    &["married"],
    &["divorced"],
    &["canonised", "canonized", "beatified"],
    &["crowned"],
    &["executed", "hanged"],
];

/// The word that stands for a verb's group.
pub(crate) fn once(word: &str) -> Option<&'static str> {
    ONCE.iter().find(|g| g.contains(&word)).and_then(|g| g.first()).copied()
}
