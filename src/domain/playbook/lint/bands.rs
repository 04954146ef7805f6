//! Bands to choose a number from: each number is in one of them, and in one only.
//!
//! Where bands end and begin at whole numbers, numbers between those are not missed: nobody employs
//! nine and a half people.

use super::finding::FindingKind;
use super::found::Findings;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::{Band, QuestionKind};
use crate::domain::range::Range;

/// The lowest number of a range, and whether it is excluded; or the highest, and whether it is
/// included.
type End = (f64, bool);

/// Looks through the bands of every number.
pub(super) fn bands(playbook: &Playbook, found: &mut Findings) {
    for (n, question) in playbook.questions.iter().enumerate() {
        let QuestionKind::Number { bands, limits, .. } = &question.kind else { continue };
        if bands.is_empty() || question.retired.is_some() {
            continue;
        }
        let path = format!("questions[{n}].kind.number.bands");
        let id = || question.id.clone();
        let is_empty = |(_, band): &(usize, &Band)| band.range.is_empty();
        let (empty, filled): (Vec<_>, Vec<_>) = bands.iter().enumerate().partition(is_empty);
        for (m, _) in empty {
            found.add(format_args!("{path}[{m}]"), FindingKind::EmptyBand(id()));
        }
        let (overlap, gap) = look(filled, limits);
        if let Some(m) = overlap {
            found.add(format_args!("{path}[{m}]"), FindingKind::BandsOverlap(id()));
        }
        if gap {
            found.add(path, FindingKind::BandsLeaveGap(id()));
        }
    }
}

/// The first band that claims what another one claims, and whether numbers within the limits are
/// in none.
fn look(mut bands: Vec<(usize, &Band)>, limits: &Range) -> (Option<usize>, bool) {
    bands.sort_by(|(_, a), (_, b)| {
        let (a, b) = (a.range.low(), b.range.low());
        a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
    });
    let Some((_, first)) = bands.first() else { return (None, false) };
    // Without a lower limit, numbers below the first band are nobody's.
    let mut gap =
        (limits.from.is_some() || limits.above.is_some()) && first.range.low() > limits.low();
    let mut overlap = None;
    let mut reached = first.range.high();
    for (m, band) in &bands[1..] {
        let (low, high) = (band.range.low(), band.range.high());
        let shared = low.0 < reached.0 || (low.0 == reached.0 && !low.1 && reached.1);
        overlap = overlap.or(shared.then_some(*m));
        gap |= is_between(reached, low);
        reached = if high > reached { high } else { reached };
    }
    // What is excluded at the end of the limits begins what lies beyond them.
    let above = limits.high();
    gap |= above > reached && is_between(reached, above);
    (overlap, gap)
}

/// Whether a number is missed between the end of one band and the beginning of the next.
fn is_between(end: End, begin: End) -> bool {
    let whole = end.1 && !begin.1 && end.0.fract() == 0.0 && begin.0.fract() == 0.0;
    let touching = end.0 == begin.0 && (end.1 || !begin.1);
    end.0 <= begin.0 && !touching && !(whole && begin.0 - end.0 == 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(limits: &str, bands: &str, expected: (Option<usize>, bool)) {
        let limits: Range = serde_json::from_str(limits).unwrap();
        let ranges: Vec<Range> = serde_json::from_str(bands).unwrap();
        let bands: Vec<_> =
            ranges.into_iter().map(|range| Band { title: String::new(), range }).collect();
        assert_eq!(
            look(bands.iter().enumerate().collect(), &limits),
            expected,
            "{limits:?} {bands:?}"
        );
    }

    #[test]
    fn each_number_in_one_band() {
        let from_1 = r#"{"from":1}"#;
        for (limits, bands, expected) in [
            (from_1, r#"[{"from":1,"to":9},{"from":10}]"#, (None, false)),
            (from_1, r#"[{"from":10},{"from":1,"to":9}]"#, (None, false)),
            (from_1, r#"[{"from":1,"below":9},{"from":9}]"#, (None, false)),
            (from_1, r#"[{"from":1,"to":9},{"above":9}]"#, (None, false)),
            (from_1, r#"[{"from":1,"to":9},{"from":9}]"#, (Some(1), false)),
            (from_1, r#"[{"from":1},{"from":5,"to":6}]"#, (Some(1), false)),
            (from_1, r#"[{"from":1,"below":9},{"above":9}]"#, (None, true)),
            (from_1, r#"[{"from":1,"to":9},{"from":11}]"#, (None, true)),
            (from_1, r#"[{"from":1,"to":0.5},{"from":1.5}]"#, (None, true)),
            (from_1, r#"[{"from":2}]"#, (None, true)),
            ("{}", r#"[{"from":2}]"#, (None, false)),
            ("{}", r#"[{"from":2,"to":5}]"#, (None, true)),
            (r#"{"to":5}"#, r#"[{"from":2,"to":5}]"#, (None, false)),
            (r#"{"below":6}"#, r#"[{"from":2,"to":5}]"#, (None, false)),
            (r#"{"to":7}"#, r#"[{"from":2,"to":5}]"#, (None, true)),
        ] {
            check(limits, bands, expected);
        }
    }
}
