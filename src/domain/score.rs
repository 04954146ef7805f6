//! The two scores of a contact: fit (who they are) and readiness (what they want and do).
//!
//! Fit = 100 × met weight ÷ total weight; it never fades. Readiness = 100 × Σ over groups of
//! min(cap, Σ points · 2^(−age ÷ half-life)) ÷ Σ caps. Source: the playbook's `scoring`.
//! Invariant: a score is a range from "every unknown fails" to "every unknown passes", graded by
//! its lower end; the two are never blended into one number.

use super::contact::Contact;
use super::evaluate::Facts;
use super::event::{By, Direction, Field};
use super::ids::CriterionId;
use super::outcome::Outcome;
use super::playbook::Source;
use super::playbook::scoring::{Group, Scoring, SignalKind};
use super::when::When;
use chrono::{NaiveDate, TimeZone};

/// A score out of 100, as far as it can be said.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Were every unknown to fail.
    pub low: f64,
    /// Were every unknown to pass; at least `low`.
    pub high: f64,
    /// The share of what counts that is known, between 0 and 1.
    pub coverage: f64,
    /// What it is made of, in the playbook's order.
    pub contributions: Vec<Contribution>,
}

/// Something that counts towards a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// What it is.
    pub of: Contributor,
    /// What it says.
    pub outcome: Outcome,
    /// What it adds to the score, out of 100, before its group's cap.
    pub adds: f64,
    /// The most it could add, before its group's cap.
    pub most: f64,
}

/// What contributes to a score.
#[derive(Debug, Clone, PartialEq)]
pub enum Contributor {
    /// A criterion of the fit.
    Criterion(CriterionId),
    /// A signal of a group of the readiness, by the group's number.
    Signal(usize, SignalKind),
}

/// Both scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// Who they are.
    pub fit: Score,
    /// What they want and do.
    pub readiness: Score,
}

/// A grade, best first: A to D for fit, 1 to 4 for readiness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A, or 1.
    First,
    /// B, or 2.
    Second,
    /// C, or 3.
    Third,
    /// D, or 4.
    Fourth,
}

impl Scoring {
    /// The grade of a score out of 100.
    ///
    /// ```
    /// use ripen::domain::playbook::scoring::Scoring;
    /// use ripen::domain::score::Grade;
    /// let scoring = Scoring { fit: vec![], readiness: vec![], cuts: [75.0, 50.0, 25.0] };
    /// assert_eq!(scoring.grade(75.0), Grade::First);
    /// assert_eq!(scoring.grade(24.9), Grade::Fourth);
    /// ```
    pub fn grade(&self, score: f64) -> Grade {
        let [first, second, third] = self.cuts;
        if score >= first {
            Grade::First
        } else if score >= second {
            Grade::Second
        } else if score >= third {
            Grade::Third
        } else {
            Grade::Fourth
        }
    }
}

/// How much interest a readiness says there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interest {
    /// Nothing speaks for it yet, and what is open may.
    Unknown,
    /// Little does so far, and what is open may say more.
    LittleSoFar,
    /// As much as it is graded.
    Graded(Grade),
}

impl Scoring {
    /// How much interest a readiness says there is. That it is little is said only where nothing that
    /// is open would make it more.
    pub fn interest(&self, readiness: &Score) -> Interest {
        match (self.grade(readiness.low), self.grade(readiness.high)) {
            (Grade::Fourth, Grade::Fourth) => Interest::Graded(Grade::Fourth),
            (Grade::Fourth, _) if readiness.low > 0.0 => Interest::LittleSoFar,
            (Grade::Fourth, _) => Interest::Unknown,
            (grade, _) => Interest::Graded(grade),
        }
    }
}

/// Scores a contact; none where the playbook has no scoring. Days are those of `zone`.
pub fn scores(facts: &Facts<'_>, contact: &Contact, zone: &impl TimeZone) -> Option<Scores> {
    let scoring = facts.playbook().scoring.as_ref()?;
    let seen = Seen::of(facts, contact, zone);
    Some(Scores { fit: fit(facts, scoring), readiness: readiness(&seen, &scoring.readiness) })
}

fn fit(facts: &Facts<'_>, scoring: &Scoring) -> Score {
    let total: f64 = scoring.fit.iter().map(|weight| weight.weight).sum();
    let share = |weight: f64| if total > 0.0 { 100.0 * weight / total } else { 0.0 };
    let contributions = scoring.fit.iter().map(|weight| {
        let outcome = facts.criterion(&weight.criterion);
        let most = share(weight.weight);
        let adds = if outcome == Outcome::Met { most } else { 0.0 };
        Contribution { of: Contributor::Criterion(weight.criterion.clone()), outcome, adds, most }
    });
    let contributions: Vec<_> = contributions.collect();
    // The sum of nothing is minus zero, which would be shown as such.
    let sum = |outcome| {
        contributions.iter().filter(|p| p.outcome == outcome).fold(0.0, |sum, one| sum + one.most)
    };
    let (met, unknown) = (sum(Outcome::Met), sum(Outcome::Unknown));
    let known = if total > 0.0 { 1.0 - unknown / 100.0 } else { 0.0 };
    Score { low: met, high: met + unknown, coverage: known, contributions }
}

fn readiness(seen: &Seen<'_>, groups: &[Group]) -> Score {
    let caps: f64 = groups.iter().map(|group| group.cap).sum();
    let share = |points: f64| if caps > 0.0 { 100.0 * points / caps } else { 0.0 };
    let mut score = Score { low: 0.0, high: 0.0, coverage: 0.0, contributions: Vec::new() };
    for (number, group) in groups.iter().enumerate() {
        let (mut low, mut high, mut known, mut all) = (0.0, 0.0, 0.0, 0.0);
        // A source has one intent: of several that it may turn out to have, the best one counts.
        let mut best_source: f64 = 0.0;
        for signal in &group.signals {
            let (outcome, ages) = seen.signal(&signal.is);
            let faded = ages.iter().map(|age| signal.points * left(*age, group.half_life));
            let points: f64 = if outcome == Outcome::Met { faded.sum() } else { 0.0 };
            let most = if outcome == Outcome::Unknown { signal.points } else { points };
            match (&signal.is, outcome) {
                (SignalKind::Source(_), Outcome::Unknown) => {
                    best_source = best_source.max(signal.points);
                }
                _ => high += most,
            }
            low += points;
            all += signal.points;
            known += if outcome == Outcome::Unknown { 0.0 } else { signal.points };
            let of = Contributor::Signal(number, signal.is.clone());
            score.contributions.push(Contribution {
                of,
                outcome,
                adds: share(points),
                most: share(most),
            });
        }
        score.low += share(low.min(group.cap));
        score.high += share((high + best_source).min(group.cap));
        let weight = if caps > 0.0 { group.cap / caps } else { 0.0 };
        score.coverage += weight * if all > 0.0 { known / all } else { 1.0 };
    }
    score
}

/// What is left of a signal's points after so many days.
fn left(days: f64, half_life: Option<f64>) -> f64 {
    half_life.map_or(1.0, |half_life| (-days / half_life).exp2())
}

/// What a contact wants and does, as far as it was seen.
struct Seen<'a> {
    facts: &'a Facts<'a>,
    source: Option<&'a Source>,
    created: Option<f64>,
    answered: Option<f64>,
    answers: Vec<(usize, f64)>,
    touches: Vec<f64>,
    engagements: Vec<f64>,
}

impl<'a> Seen<'a> {
    fn of(facts: &'a Facts<'a>, contact: &'a Contact, zone: &impl TimeZone) -> Self {
        let playbook = facts.playbook();
        let today = facts.today();
        let age = |when: When| days(when.day(zone), today);
        let source = contact.field(Field::Source);
        let given = playbook.questions.iter().enumerate();
        let answers: Vec<_> =
            given.filter_map(|(n, _)| Some((n, age(facts.given(n)?.at)))).collect();
        let by_visitor = playbook.questions.iter().flat_map(|q| contact.answers.all(&q.id));
        let by_visitor = by_visitor.filter(|given| given.by == By::Visitor);
        let inbound = contact.touches.iter().filter(|t| t.direction == Direction::Inbound);
        Self {
            facts,
            source: source.and_then(|source| playbook.source_meant(source)),
            created: contact.created.map(age),
            answered: by_visitor.map(|given| age(given.at)).reduce(f64::min),
            answers,
            touches: inbound.map(|touch| days(touch.on, today)).collect(),
            engagements: contact.engagements.iter().map(|e| days(e.on, today)).collect(),
        }
    }

    /// What a signal says, with the age in days of each time it was seen.
    fn signal(&self, signal: &SignalKind) -> (Outcome, Vec<f64>) {
        match signal {
            SignalKind::Criterion(id) => (self.facts.criterion(id), vec![self.age(id)]),
            SignalKind::Source(intent) => match self.source.and_then(|source| source.intent) {
                None => (Outcome::Unknown, Vec::new()),
                Some(known) => {
                    (Outcome::of(known == *intent), vec![self.created.unwrap_or_default()])
                }
            },
            SignalKind::VisitorAnswers => {
                (Outcome::of(self.answered.is_some()), self.answered.into_iter().collect())
            }
            SignalKind::InboundTouch => each(&self.touches),
            SignalKind::Engagement => each(&self.engagements),
        }
    }

    /// The age of a criterion in days: that of the youngest answer it reads.
    fn age(&self, id: &CriterionId) -> f64 {
        let playbook = self.facts.playbook();
        let rule = playbook.criterion(id).map(|criterion| &criterion.rule);
        let read = playbook.questions_read(rule);
        let numbers = read.iter().filter_map(|question| self.facts.rules().question(&question.id));
        let ages = numbers.filter_map(|number| {
            self.answers.iter().find(|(other, _)| *other == number).map(|(_, age)| *age)
        });
        ages.reduce(f64::min).unwrap_or_default()
    }
}

/// What a signal says that counts as often as it was seen.
fn each(ages: &[f64]) -> (Outcome, Vec<f64>) {
    (Outcome::of(!ages.is_empty()), ages.to_vec())
}

/// Days from one day to another; a day to come counts as today.
#[allow(clippy::cast_precision_loss)] // Years from 1970 to 2200 have few days.
fn days(from: NaiveDate, to: NaiveDate) -> f64 {
    (to - from).num_days().max(0) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_interest_is_never_little() {
        let check = |low: f64, high: f64, expected: Interest| {
            let scoring = Scoring { fit: vec![], readiness: vec![], cuts: [75.0, 50.0, 25.0] };
            let readiness = Score { low, high, coverage: 0.0, contributions: vec![] };
            assert_eq!(scoring.interest(&readiness), expected, "{low} to {high}");
        };
        check(0.0, 100.0, Interest::Unknown);
        check(0.0, 25.0, Interest::Unknown);
        check(0.0, 24.0, Interest::Graded(Grade::Fourth));
        check(0.0, 0.0, Interest::Graded(Grade::Fourth));
        check(10.0, 60.0, Interest::LittleSoFar);
        check(10.0, 10.0, Interest::Graded(Grade::Fourth));
        check(30.0, 100.0, Interest::Graded(Grade::Third));
        check(80.0, 100.0, Interest::Graded(Grade::First));
    }
}
