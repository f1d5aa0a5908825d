//! How many sentences a second are read, compared and searched for suggestions: `cargo bench -p gainsay-reading`.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use reading::{compare, read, suggest};

fn main() {
    divan::main();
}

/// The sentences of the tables of language.
fn sentences() -> Vec<&'static str> {
    [
        include_str!("../tests/quantities.txt"),
        include_str!("../tests/periods.txt"),
    ]
    .into_iter()
    .flat_map(str::lines)
    .filter_map(|row| row.split_once("||"))
    .map(|(sentence, _)| sentence.trim())
    .collect()
}

/// The whole reading of a sentence.
#[divan::bench]
fn reading(bencher: Bencher<'_, '_>) {
    let sentences = sentences();
    bencher.counter(ItemsCount::new(sentences.len())).bench(|| {
        sentences
            .iter()
            .for_each(|s| drop(black_box(read(black_box(s), Some("2018-05-02")))))
    });
}

/// Every sentence against the next; an item is a pair.
#[divan::bench]
fn comparing(bencher: Bencher<'_, '_>) {
    let sentences = sentences();
    bencher.counter(ItemsCount::new(sentences.len() - 1)).bench(|| {
        sentences.windows(2).for_each(|pair| {
            black_box(compare(black_box(pair[0]), None, black_box(pair[1]), None));
        });
    });
}

/// Suggestions of one text that holds all the sentences.
#[divan::bench]
fn suggesting(bencher: Bencher<'_, '_>) {
    let sentences = sentences();
    let text = sentences.join(" ");
    bencher
        .counter(ItemsCount::new(sentences.len()))
        .bench(|| suggest(black_box(&text), Some("2018-05-02")));
}
