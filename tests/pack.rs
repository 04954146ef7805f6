//! The questions of the playbooks that ship are sound.

mod support;

use ripen::domain::ids::OptionId;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::check;
use ripen::domain::playbook::question::{Face, QuestionKind};
use std::collections::HashSet;
use support::{overlays, pack, playbooks};

#[test]
fn the_pack_has_no_faults() {
    assert_eq!(check(pack()), []);
    assert_eq!((pack().id.as_str(), pack().revision), ("pain-interest-fit", 1));
}

#[test]
fn the_pack_survives_the_way_out_and_back() {
    let json = serde_json::to_string(pack()).unwrap();
    assert_eq!(&serde_json::from_str::<Playbook>(&json).unwrap(), pack());
}

#[test]
fn every_word_for_an_option_means_that_option_alone() {
    let of_playbooks = playbooks().iter().flat_map(|playbook| &playbook.questions);
    for question in of_playbooks.chain(overlays().iter().flat_map(|overlay| &overlay.questions)) {
        for option in question.options() {
            let words = option.synonyms.iter().chain([&option.title]).chain(&option.rep_title);
            let words = words.map(String::as_str);
            for word in words.chain([option.id.as_str()]) {
                let read = question.recognise(word).map(OptionId::as_str);
                assert_eq!(read, Some(option.id.as_str()), "{}: {word}", question.id);
            }
        }
    }
}

#[test]
fn misspelt_words_of_a_file_are_left_for_mapping() {
    for (question, word) in [("industry", "technolgy"), ("country", "Philipines")] {
        let question = pack().question(&question.into()).unwrap();
        assert_eq!(question.recognise(word), None, "{word}");
    }
}

#[test]
fn countries_are_all_of_iso_3166_sorted_by_name() {
    let country = pack().question(&"country".into()).unwrap();
    assert_eq!(country.options().len(), 249);
    let is_code = |id: &str| id.len() == 2 && id.bytes().all(|b| b.is_ascii_uppercase());
    assert!(country.options().iter().all(|option| is_code(option.id.as_str())));
    let accents =
        [('å', "a"), ('ã', "a"), ('ç', "c"), ('é', "e"), ('í', "i"), ('ô', "o"), ('ü', "u")];
    let plain = |title: &str| {
        accents.iter().fold(title.to_lowercase(), |name, (from, to)| name.replace(*from, to))
    };
    let titles = country.options().iter().map(|option| plain(&option.title));
    assert!(titles.collect::<Vec<_>>().is_sorted());
}

#[test]
fn a_visitor_is_asked_little_and_only_what_a_gate_reads() {
    let lower = pack().gates.prospect.iter().chain(&pack().gates.opportunity);
    let rules = lower.filter_map(|id| pack().criterion(id)).map(|criterion| &criterion.rule);
    let read: HashSet<_> =
        pack().questions_read(rules).into_iter().map(|question| &question.id).collect();
    let asked = || pack().questions.iter().filter(|q| q.wording(Face::Visitor).is_some());
    // Two of these are asked only after another answer, and one of them may be left empty.
    assert_eq!(asked().count(), 13);
    for question in asked().filter(|question| !question.optional) {
        assert!(read.contains(&question.id), "{} decides nothing", question.id);
    }
}

#[test]
fn the_bands_of_a_number_leave_no_gap_and_touch_each_limit_once() {
    for question in playbooks().iter().flat_map(|playbook| &playbook.questions) {
        let QuestionKind::Number { bands, limits, unit, .. } = &question.kind else { continue };
        if bands.is_empty() {
            continue;
        }
        let sample = (0..80_u32).map(|n| f64::from(n) / 8.0).chain((10..6_000).map(f64::from));
        for n in sample.filter(|n| limits.contains(*n)) {
            let whole = n.fract() == 0.0;
            let places = bands.iter().filter(|band| band.range.contains(n)).count();
            // People are whole; years are not.
            let expected = usize::from(whole || unit.as_deref() != Some("people"));
            assert!(places == expected || !whole && places <= 1, "{}: {n}", question.id);
        }
    }
}
