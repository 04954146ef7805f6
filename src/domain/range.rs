//! Ranges of numbers with open or closed ends: bands of an answer and limits of a rule.
//!
//! Invariant: a comparison says Met or Not met only when every value of the band agrees; a band
//! that straddles a limit is Unknown.

use super::outcome::Outcome;
use serde::{Deserialize, Serialize};

/// Numbers between two ends; an end left out has no limit.
///
/// `from` and `to` belong to the range, `above` and `below` do not. With both `from` and `above`
/// given, the tighter one holds; likewise at the top.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// Lowest value, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// Lower limit, excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<f64>,
    /// Highest value, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// Upper limit, excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<f64>,
}

impl Range {
    /// The range that holds `value` alone.
    pub fn only(value: f64) -> Self {
        Self { from: Some(value), to: Some(value), ..Self::default() }
    }

    /// Lowest end and whether it is excluded; `excluded` sorts after `included`.
    pub(super) fn low(&self) -> (f64, bool) {
        let included = (self.from.unwrap_or(f64::NEG_INFINITY), false);
        let excluded = (self.above.unwrap_or(f64::NEG_INFINITY), self.above.is_some());
        if (excluded.0, excluded.1) > included { excluded } else { included }
    }

    /// Highest end and whether it is included; `included` sorts after `excluded`.
    pub(super) fn high(&self) -> (f64, bool) {
        let included = (self.to.unwrap_or(f64::INFINITY), true);
        let excluded = (self.below.unwrap_or(f64::INFINITY), self.below.is_none());
        if (excluded.0, excluded.1) < included { excluded } else { included }
    }

    /// Whether no number lies in the range.
    pub fn is_empty(&self) -> bool {
        let ((low, low_excluded), (high, high_included)) = (self.low(), self.high());
        low > high || (low == high && (low_excluded || !high_included))
    }

    /// Whether `value` lies in the range.
    pub fn contains(&self, value: f64) -> bool {
        self.from.is_none_or(|from| value >= from)
            && self.above.is_none_or(|above| value > above)
            && self.to.is_none_or(|to| value <= to)
            && self.below.is_none_or(|below| value < below)
    }

    /// Whether this band lies in `limits`: all of it, none of it, or it cannot be said.
    ///
    /// ```
    /// use ripen::domain::outcome::Outcome;
    /// use ripen::domain::range::Range;
    /// let limits = Range { from: Some(100.0), ..Range::default() };
    /// let band = |from, to| Range { from: Some(from), to: Some(to), ..Range::default() };
    /// assert_eq!(band(100.0, 249.0).within(&limits), Outcome::Met);
    /// assert_eq!(band(10.0, 49.0).within(&limits), Outcome::NotMet);
    /// assert_eq!(band(50.0, 249.0).within(&limits), Outcome::Unknown);
    /// ```
    pub fn within(&self, limits: &Self) -> Outcome {
        let common = Self {
            from: max(self.from, limits.from),
            above: max(self.above, limits.above),
            to: min(self.to, limits.to),
            below: min(self.below, limits.below),
        };
        if self.is_empty() {
            Outcome::Unknown
        } else if self.low() >= limits.low() && self.high() <= limits.high() {
            Outcome::Met
        } else if common.is_empty() {
            Outcome::NotMet
        } else {
            Outcome::Unknown
        }
    }
}

fn max(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    a.into_iter().chain(b).reduce(f64::max)
}

fn min(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    a.into_iter().chain(b).reduce(f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Outcome::{Met, NotMet, Unknown};

    fn range(json: &str) -> Range {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn bands_against_limits() {
        for (band, limits, expected) in [
            (r#"{"from":3,"to":3}"#, r#"{"from":100}"#, NotMet),
            (r#"{"from":100,"to":100}"#, r#"{"from":100}"#, Met),
            (r#"{"from":100,"to":100}"#, r#"{"above":100}"#, NotMet),
            (r#"{"above":5}"#, r#"{"to":5}"#, NotMet),
            (r#"{"from":5}"#, r#"{"to":5}"#, Unknown),
            (r#"{"from":1,"to":5}"#, r#"{"to":5}"#, Met),
            (r#"{"from":1,"below":5}"#, r#"{"from":5}"#, NotMet),
            (r#"{"from":250}"#, r#"{"from":100,"to":5000}"#, Unknown),
            ("{}", "{}", Met),
            (r#"{"from":9,"to":1}"#, "{}", Unknown),
        ] {
            assert_eq!(range(band).within(&range(limits)), expected, "{band} in {limits}");
        }
    }

    #[test]
    fn an_excluded_end_is_no_member() {
        assert!(!range(r#"{"above":5}"#).contains(5.0));
        assert!(range(r#"{"from":5}"#).contains(5.0));
        assert!(range(r#"{"from":5,"below":5}"#).is_empty());
    }
}
