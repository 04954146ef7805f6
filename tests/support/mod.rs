//! What the test crates share: the shipped pack, contacts told as stories, and generators of
//! arbitrary values, events and histories.

#![allow(dead_code, reason = "each test crate uses some of it")]

pub(crate) mod big;
pub(crate) mod desk;
mod events;
pub(crate) mod here;
pub(crate) mod story;
mod values;

#[allow(unused_imports, reason = "each test crate uses some of them")]
pub(crate) use events::{any_batch, any_event, any_events, any_kind};
#[allow(unused_imports, reason = "each test crate uses some of them")]
pub(crate) use values::{
    any_day, any_evidence, any_json, any_position, any_range, any_value, any_when, words,
};

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use ripen::domain::playbook::{Overlay, Playbook};
use ripen::domain::rules::Rules;
use ripen::exchange::{overlay_file, playbook_file};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The shipped default pack, as the file says it.
pub(crate) const PACK_JSON: &str = include_str!("../../playbooks/pain-interest-fit.json");

/// The shipped default pack.
pub(crate) fn pack() -> &'static Playbook {
    static PACK: LazyLock<Playbook> =
        LazyLock::new(|| serde_json::from_str(PACK_JSON).expect("the pack is a playbook"));
    &PACK
}

/// Every playbook that ships, by file name: three packs and the example.
pub(crate) fn playbooks() -> &'static [Playbook] {
    static ALL: LazyLock<Vec<Playbook>> = LazyLock::new(|| {
        let read = |text: String| playbook_file::read(&text).expect("a playbook without faults");
        files("playbooks").into_iter().map(|(_, text)| read(text)).collect()
    });
    &ALL
}

/// A playbook that ships, by its id.
pub(crate) fn playbook(id: &str) -> &'static Playbook {
    playbooks().iter().find(|playbook| playbook.id.as_str() == id).expect("it ships")
}

/// Every overlay that ships.
pub(crate) fn overlays() -> &'static [Overlay] {
    static ALL: LazyLock<Vec<Overlay>> = LazyLock::new(|| {
        let read = |text: String| overlay_file::read(&text).expect("an overlay");
        files("playbooks/overlays").into_iter().map(|(_, text)| read(text)).collect()
    });
    &ALL
}

/// The JSON files of a folder with their text, by name.
pub(crate) fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let listed = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> =
        listed.filter(|file| file.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    let text = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("text");
        (file, text)
    };
    files.into_iter().map(text).collect()
}

/// The rules of [`pack`].
pub(crate) fn rules() -> &'static Rules<'static> {
    static RULES: LazyLock<Rules<'static>> = LazyLock::new(|| Rules::of(pack()));
    &RULES
}

/// The day tests are run on.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

/// The default number of cases from a fixed seed, so that a change is judged by what it changed. To search
/// for more: `PROPTEST_RNG_SEED` and `PROPTEST_CASES`. No files of past failures, since each prints its case.
pub(crate) fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let rng_seed = match usual.rng_seed {
        RngSeed::Random => RngSeed::Fixed(20_261_121),
        asked @ RngSeed::Fixed(_) => asked,
    };
    ProptestConfig { failure_persistence: None, rng_seed, ..usual }
}
