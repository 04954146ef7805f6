//! Sets of numbers: what is left of all numbers once several tests have had their say.
//!
//! Invariant: spans are ascending and apart, none of them empty, so that nothing is left exactly
//! where there are none.

use crate::domain::range::Range;

/// Numbers between two ends.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Span {
    /// The lowest number, and whether it is excluded.
    low: (f64, bool),
    /// The highest number, and whether it is included.
    high: (f64, bool),
}

const LOWEST: (f64, bool) = (f64::NEG_INFINITY, false);
const HIGHEST: (f64, bool) = (f64::INFINITY, true);

/// A set of numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spans(Vec<Span>);

impl Spans {
    /// Every number.
    pub(super) fn all() -> Self {
        Self(vec![Span { low: LOWEST, high: HIGHEST }])
    }

    /// The numbers of a range. One whose ends are no numbers says nothing: every number.
    pub(super) fn of(range: &Range) -> Self {
        let ends = [range.from, range.above, range.to, range.below];
        if ends.iter().flatten().any(|end| end.is_nan()) {
            return Self::all();
        }
        let span = Span { low: range.low(), high: range.high() };
        Self(if range.is_empty() { Vec::new() } else { vec![span] })
    }

    /// The numbers in both.
    pub(super) fn and(&self, other: &Self) -> Self {
        let (mut spans, mut a, mut b) = (Vec::new(), 0, 0);
        while let (Some(one), Some(two)) = (self.0.get(a), other.0.get(b)) {
            let low = if one.low > two.low { one.low } else { two.low };
            let high = if one.high < two.high { one.high } else { two.high };
            let span = Span { low, high };
            spans.extend((!span.is_empty()).then_some(span));
            if one.high < two.high { a += 1 } else { b += 1 }
        }
        Self(spans)
    }

    /// The numbers in either.
    pub(super) fn or(&self, other: &Self) -> Self {
        self.but().and(&other.but()).but()
    }

    /// All other numbers.
    pub(super) fn but(&self) -> Self {
        // What is excluded at the end of a span is included beside it, and the other way round.
        let (mut spans, mut low) = (Vec::new(), LOWEST);
        for span in
            self.0.iter().copied().chain([Span { low: (f64::INFINITY, true), high: HIGHEST }])
        {
            let gap = Span { low, high: span.low };
            spans.extend((!gap.is_empty()).then_some(gap));
            low = span.high;
        }
        Self(spans)
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many separate spans there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }
}

impl Span {
    fn is_empty(&self) -> bool {
        let ((low, excluded), (high, included)) = (self.low, self.high);
        low > high || (low == high && (excluded || !included))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every range with ends of each sort at 0, at 1 or nowhere.
    fn ranges() -> Vec<Range> {
        let ends = [None, Some(0.0), Some(1.0)];
        let mut ranges = Vec::new();
        for from in ends {
            for above in ends {
                for to in ends {
                    ranges.extend(ends.map(|below| Range { from, above, to, below }));
                }
            }
        }
        ranges
    }

    fn holds(spans: &Spans, number: f64) -> bool {
        let alone = Spans::of(&Range::only(number));
        !spans.and(&alone).is_empty()
    }

    #[test]
    fn sets_are_those_of_their_numbers() {
        for a in ranges() {
            let one = Spans::of(&a);
            for b in ranges() {
                let two = Spans::of(&b);
                let (both, either) = (one.and(&two), one.or(&two));
                for number in [-1.0, 0.0, 0.5, 1.0, 2.0] {
                    let (in_a, in_b) = (a.contains(number), b.contains(number));
                    assert_eq!(holds(&one.but(), number), !in_a, "{number} not in {a:?}");
                    assert_eq!(holds(&both, number), in_a && in_b, "{number} in {a:?} and {b:?}");
                    assert_eq!(holds(&either, number), in_a || in_b, "{number} in {a:?} or {b:?}");
                }
            }
            assert_eq!(one.but().but(), one, "{a:?}");
            assert_eq!(one.or(&one.but()), Spans::all(), "{a:?}");
            assert!(one.and(&one.but()).is_empty(), "{a:?}");
        }
    }

    #[test]
    fn an_end_that_is_no_number_says_nothing() {
        let range = Range { from: Some(f64::NAN), ..Range::default() };
        assert_eq!(Spans::of(&range), Spans::all());
        assert!(Spans::all().but().is_empty());
    }
}
