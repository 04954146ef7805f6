//! What was found so far, and of each finding how bad it is and which part it is about.
//!
//! Refuses to find anything.

use super::finding::{Core, Finding, FindingKind, Severity};
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::part::{Field, GateName, OutcomeName, Part, ReasonList};
use std::fmt::Display;

/// What was found so far.
#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    /// Adds a finding.
    pub(super) fn add(&mut self, path: impl Display, kind: FindingKind) {
        self.0.push(Finding { path: path.to_string(), severity: kind.severity(), kind });
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// All of them, worst first, else as they were found.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        self.0.sort_by_key(|finding| finding.severity);
        self.0
    }
}

impl FindingKind {
    fn severity(&self) -> Severity {
        use Severity::{Error, Hint, Warning};
        match self {
            Self::Fault { .. }
            | Self::Contradiction { .. }
            | Self::WrongKind { .. }
            | Self::NeverMet { .. }
            | Self::ImpassableGate { .. }
            | Self::GatesExclude { .. }
            | Self::UndefinedRecall { .. }
            | Self::PersonalDecides { .. } => Error,
            Self::NoWordingFor { .. }
            | Self::UnusualChance { .. }
            | Self::ReasonOfOldRule(_)
            | Self::MissingText { field: Field::Why | Field::About, .. } => Hint,
            _ => Warning,
        }
    }

    /// The part it is about: where to go to mend it.
    pub fn part(&self) -> Part {
        match self {
            Self::Fault { of, .. }
            | Self::RetiredIsRead { of, .. }
            | Self::Contradiction { of, .. }
            | Self::WrongKind { of, .. }
            | Self::NeverMet { of, .. }
            | Self::AlwaysMet { of, .. }
            | Self::PartAndOpposite { of, .. }
            | Self::Repeated { of }
            | Self::NeverMatters { of }
            | Self::MissingText { of, .. }
            | Self::UndefinedRecall { of, .. }
            | Self::RecallWithoutFallback { of, .. }
            | Self::Markup { of }
            | Self::RecallInVain { of, .. } => of.clone(),
            Self::NeverAsked { question, .. }
            | Self::NothingReads(question)
            | Self::NoWordingFor { question, .. }
            | Self::AsksPersonal { question, .. }
            | Self::BandsOverlap(question)
            | Self::BandsLeaveGap(question)
            | Self::EmptyBand(question) => Part::Question(question.clone()),
            Self::UnusedCriterion(criterion)
            | Self::PainUnconfirmed(criterion)
            | Self::WordsOfOldRule(criterion)
            | Self::ReasonOfOldRule(criterion)
            | Self::PersonalDecides { criterion, .. }
            | Self::AskedOfSome { criterion, .. }
            | Self::ExclusionWithoutKnockOut(criterion)
            | Self::KnockOutInNoGate(criterion) => Part::Criterion(criterion.clone()),
            Self::CoreReadsLess { core, .. } => Part::Criterion(core.criterion()),
            Self::ImpassableGate { gate, .. }
            | Self::GatesExclude { gate, .. }
            | Self::EmptyGate(gate) => Part::Gate(gate.clone()),
            Self::EmptyExit(stage) => Part::Gate(GateName::Exit(stage.clone())),
            Self::CoreMissing(_) => Part::Gate(GateName::Opportunity),
            Self::MustHaveInNoGate(criterion) => Part::Trait(criterion.clone()),
            Self::Untranslated { language, .. } | Self::TranslatesNothing { language, .. } => {
                Part::Language(language.clone())
            }
            Self::GradeOutOfReach { .. } => Part::Scoring,
            Self::UnusualChance { .. } => Part::Chance,
            Self::OutcomeOutOfReach { outcome, .. } => Part::Outcome(*outcome),
        }
    }
}

impl Core {
    /// Its criterion in the pack.
    pub fn criterion(self) -> CriterionId {
        CriterionId::new(match self {
            Self::Pain => "pain",
            Self::Interest => "interest",
            Self::Fit => "fit",
        })
    }
}

/// The part a fault's path leads to; the playbook where it leads to none.
pub(super) fn part_at(playbook: &Playbook, path: &str) -> Part {
    let (name, rest) = path.split_once('[').unwrap_or((path, ""));
    let place = rest.split_once(']').and_then(|(n, _)| n.parse::<usize>().ok());
    let part = match (name, place) {
        ("sections", Some(n)) => playbook.sections.get(n).map(|s| Part::Section(s.id.clone())),
        ("questions", Some(n)) => playbook.questions.get(n).map(|q| Part::Question(q.id.clone())),
        ("criteria", Some(n)) => playbook.criteria.get(n).map(|c| Part::Criterion(c.id.clone())),
        ("personas", Some(n)) => playbook.personas.get(n).map(|p| Part::Persona(p.id.clone())),
        ("sources", Some(n)) => playbook.sources.get(n).map(|s| Part::Source(s.id.clone())),
        ("cards", Some(n)) => playbook.cards.get(n).map(|card| Part::Card(card.id.clone())),
        ("stages", Some(n)) => playbook.stages.get(n).map(|s| Part::Stage(s.id.clone())),
        ("stages", None) => Some(Part::Stages),
        ("cadence.tracks", Some(n)) => {
            playbook.cadence.tracks.get(n).map(|track| Part::Track(track.id.clone()))
        }
        ("profile.traits", Some(_)) => Some(Part::Profile),
        ("gates.prospect", _) => Some(Part::Gate(GateName::Prospect)),
        ("gates.opportunity", _) => Some(Part::Gate(GateName::Opportunity)),
        _ => None,
    };
    part.or_else(|| by_name(playbook, name, place)).unwrap_or(Part::Playbook)
}

fn by_name(playbook: &Playbook, name: &str, place: Option<usize>) -> Option<Part> {
    use crate::domain::position::Level;
    let mut words = name.split('.');
    let (first, second) = (words.next()?, words.next().unwrap_or_default());
    Some(match first {
        "chance" => Part::Chance,
        "scoring" => Part::Scoring,
        "translations" => Part::Language(second.to_owned()),
        "levels" => Part::Level(match second {
            "lead" => Level::Lead,
            "prospect" => Level::Prospect,
            "opportunity" => Level::Opportunity,
            _ => Level::Customer,
        }),
        "outcomes" => Part::Outcome(match second {
            "not_a_fit" => OutcomeName::NotAFit,
            "lead" => OutcomeName::Lead,
            "prospect" => OutcomeName::Prospect,
            _ => OutcomeName::Opportunity,
        }),
        "reasons" => {
            let mut lists = ReasonList::ALL.into_iter().zip(playbook.reasons.lists());
            let (list, (_, reasons)) = lists.find(|(_, (name, _))| *name == second)?;
            match place {
                Some(place) => Part::Reason(list, reasons.get(place)?.id.clone()),
                None => Part::Reasons(list),
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: &Part) {
        let pack = include_str!("../../../../playbooks/pain-interest-fit.json");
        let pack: Playbook = serde_json::from_str(pack).unwrap();
        assert_eq!(part_at(&pack, path), *expected, "{path}");
    }

    #[test]
    fn a_path_leads_to_its_part() {
        for (path, expected) in [
            ("criteria[0].rule.all[3].criterion", Part::Criterion("size".into())),
            ("stages[1].exit", Part::Stage("discovery".into())),
            ("stages[1].guide.content[0].link", Part::Stage("discovery".into())),
            ("gates.prospect", Part::Gate(GateName::Prospect)),
            ("chance.slots[1].criterion", Part::Chance),
            ("scoring.fit[0]", Part::Scoring),
            (
                "levels.customer.guide.content[0].link",
                Part::Level(crate::domain::position::Level::Customer),
            ),
            ("outcomes.lead.action.link", Part::Outcome(OutcomeName::Lead)),
            ("reasons.lose[0].id", Part::Reason(ReasonList::Lose, "competitor".into())),
            ("reasons.lose", Part::Reasons(ReasonList::Lose)),
            ("reasons.lose[4000].id", Part::Playbook),
            ("questions[4000].ask", Part::Playbook),
            ("format", Part::Playbook),
            ("", Part::Playbook),
        ] {
            check(path, &expected);
        }
    }
}
