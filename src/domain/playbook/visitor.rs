//! The playbook a visitor's browser loads: what it asks, what it judges by, what it says at the end.
//!
//! A file on a public website is read by everyone and weighs on every visit, so talk tracks, exit
//! criteria, win chances, sources and reasons stay at home. Invariant: any visitor's answers come
//! to the same verdicts as under the playbook it was made from.

use super::question::{Choice, Question, QuestionKind};
use super::rule::{Criterion, Rule};
use super::steps::{Guide, Levels};
use super::words::Cadence;
use super::{Gates, Playbook, Reasons, Stage};
use crate::domain::ids::CriterionId;
use std::collections::BTreeSet;

impl Playbook {
    /// The part of this playbook that goes to visitors.
    ///
    /// Kept: the criteria of the two gates below Opportunity and those they read, the questions
    /// these read, and those asked anyway in their sections. Of the stages the first one
    /// stays by name alone, since a passed gate leads there.
    #[must_use]
    pub fn for_visitors(&self) -> Self {
        let criteria = self.judged_below_opportunity();
        let questions = self.asked_below_opportunity(&criteria);
        let sections = self.sections.iter();
        let sections = sections.filter(|section| questions.iter().any(|q| q.section == section.id));
        let first = self.stages_in_use().next().map(|stage| Stage {
            id: stage.id.clone(),
            title: stage.title.clone(),
            about: String::new(),
            exit: Vec::new(),
            guide: Guide::default(),
            retired: None,
        });
        let mut visitors = Self {
            sections: sections.cloned().collect(),
            questions: questions.into_iter().map(public_question).collect(),
            criteria: criteria.into_iter().map(public_criterion).collect(),
            stages: first.into_iter().collect(),
            format: self.format.clone(),
            version: self.version,
            id: self.id.clone(),
            revision: self.revision,
            title: self.title.clone(),
            currency: self.currency,
            gates: self.gates.clone(),
            screen: self.screen,
            outcomes: self.outcomes.clone(),
            consent: self.consent.clone(),
            about: String::new(),
            based_on: None,
            overlays: Vec::new(),
            profile: None,
            personas: Vec::new(),
            levels: Levels::default(),
            chance: None,
            scoring: None,
            cards: Vec::new(),
            sources: Vec::new(),
            cadence: Cadence::default(),
            reasons: Reasons::default(),
            glossary: Vec::new(),
            language: self.language.clone(),
            translations: self.translations.clone(),
        };
        visitors.keep_translations_of_its_texts();
        visitors
    }

    /// Leaves out translations of what is not there.
    fn keep_translations_of_its_texts(&mut self) {
        if !self.translations.is_empty() {
            let paths: BTreeSet<_> = self.texts().into_iter().map(|text| text.path).collect();
            self.translations.replace(&|path| paths.contains(path).then(|| path.to_owned()));
        }
    }

    /// The criteria of both gates, and those they read, in playbook order.
    fn judged_below_opportunity(&self) -> Vec<&Criterion> {
        let Gates { prospect, opportunity } = &self.gates;
        let mut wanted: Vec<&CriterionId> = prospect.iter().chain(opportunity).collect();
        let mut next = 0;
        while let Some(id) = wanted.get(next).copied() {
            if let Some(criterion) = self.criterion(id) {
                collect_criteria(&criterion.rule, &mut wanted);
            }
            next += 1;
        }
        self.criteria.iter().filter(|criterion| wanted.contains(&&criterion.id)).collect()
    }

    /// The questions these criteria read, those that `when` rules of them read, and those that
    /// are asked anyway in the same sections.
    fn asked_below_opportunity(&self, criteria: &[&Criterion]) -> Vec<&Question> {
        let mut wanted = self.questions_read(criteria.iter().map(|criterion| &criterion.rule));
        let sections: Vec<_> = wanted.iter().map(|question| &question.section).collect();
        let anyway = self.questions.iter().filter(|question| {
            question.ask.is_some() && question.ask_anyway && sections.contains(&&question.section)
        });
        wanted.extend(anyway);
        let mut next = 0;
        while let Some(question) = wanted.get(next).copied() {
            for read in self.questions_read(&question.when) {
                if !wanted.iter().any(|known| known.id == read.id) {
                    wanted.push(read);
                }
            }
            next += 1;
        }
        self.questions.iter().filter(|q| wanted.iter().any(|known| known.id == q.id)).collect()
    }
}

/// Adds the criteria a rule reads, each once. That ends even where criteria go round in circles.
fn collect_criteria<'a>(rule: &'a Rule, into: &mut Vec<&'a CriterionId>) {
    match rule {
        Rule::All(branches) | Rule::Any(branches) => {
            for branch in branches {
                collect_criteria(branch, into);
            }
        }
        Rule::Not(branch) => collect_criteria(branch, into),
        Rule::Criterion(id) if !into.contains(&id) => into.push(id),
        Rule::Criterion(_) | Rule::Answer(_) => {}
    }
}

/// A question without what only reps and file readers need. One that visitors are not asked keeps
/// its short name as wording, so that rules can still refer to it.
fn public_question(question: &Question) -> Question {
    let plain = |options: &[Choice]| {
        let plain =
            |option: &Choice| Choice { rep_title: None, synonyms: Vec::new(), ..option.clone() };
        options.iter().map(plain).collect()
    };
    let kind = match &question.kind {
        QuestionKind::Choice { options } => QuestionKind::Choice { options: plain(options) },
        QuestionKind::Several { options } => QuestionKind::Several { options: plain(options) },
        other => other.clone(),
    };
    let unasked = question.ask.is_none();
    Question {
        kind,
        prompt: unasked.then(|| question.title.clone()),
        say: None,
        probe: Vec::new(),
        personal: false,
        help: question.help.clone().filter(|_| !unasked),
        why: question.why.clone().filter(|_| !unasked),
        sets: None,
        ..question.clone()
    }
}

/// A criterion without the rep's next step.
fn public_criterion(criterion: &Criterion) -> Criterion {
    Criterion { step: String::new(), ..criterion.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::check::check_for_visitors;
    use super::*;
    use crate::domain::answer::{Answers, Evidence, Given};
    use crate::domain::assess::judge_answers;
    use crate::domain::evaluate::Reading;
    use crate::domain::event::By;
    use crate::domain::ids::QuestionId;
    use crate::domain::value::Value;
    use crate::domain::when::When;

    fn pack() -> Playbook {
        serde_json::from_str(include_str!("../../../playbooks/pain-interest-fit.json")).unwrap()
    }

    #[test]
    fn a_visitor_s_playbook_can_be_judged_by_and_holds_nothing_for_reps() {
        let (full, visitor) = (pack(), pack().for_visitors());
        assert_eq!(check_for_visitors(&visitor), []);
        assert_eq!(visitor.reference(), full.reference());
        assert_eq!(visitor.gates, full.gates);
        assert_eq!(visitor.for_visitors(), visitor);
        assert!(visitor.questions.iter().all(|q| q.ask.is_some() && q.prompt.is_none()));
        assert!(visitor.criteria.iter().all(|criterion| criterion.step.is_empty()));
        let asked = full.questions.iter().filter(|question| question.ask.is_some()).count();
        assert_eq!(visitor.questions.len(), asked);
        let text = serde_json::to_string(&visitor).unwrap();
        for secret in [
            "Roughly how big",
            "rep_title",
            "synonyms",
            "budget",
            "chance",
            "sources",
            "exit\":[\"",
        ] {
            assert!(!text.contains(secret), "{secret}");
        }
    }

    #[test]
    fn the_same_answers_come_to_the_same_verdicts() {
        let (full, visitor) = (pack(), pack().for_visitors());
        let mut answers = Answers::default();
        for (question, value) in [
            ("employees", r#"{"number":240}"#),
            ("industry", r#"{"choice":"healthcare"}"#),
            ("country", r#"{"choice":"GB"}"#),
            ("need", r#"{"yes_no":true}"#),
            ("feasible", r#"{"yes_no":true}"#),
            ("decides", r#"{"choice":"self"}"#),
            ("pain", r#"{"yes_no":true}"#),
            ("urgent", r#"{"yes_no":true}"#),
            ("priority", r#"{"choice":"first"}"#),
            ("situation", r#"{"yes_no":true}"#),
        ] {
            let value: Value = serde_json::from_str(value).unwrap();
            let at = When::parse("2026-11-21").unwrap();
            let (evidence, by, note) = (Evidence::Claimed, By::Visitor, None);
            answers.record(QuestionId::new(question), Given { value, evidence, at, by, note });
            let today = "2026-11-21".parse().unwrap();
            for reading in [Reading::AsClaimed, Reading::AsRequired] {
                let expected = judge_answers(&full, &answers, reading, today);
                assert_eq!(judge_answers(&visitor, &answers, reading, today), expected);
            }
        }
    }

    #[test]
    fn a_criterion_that_reads_what_visitors_are_not_asked_stays_whole() {
        let mut playbook = pack();
        for question in &mut playbook.questions {
            if question.id.as_str() == "situation" {
                question.ask = None;
            }
        }
        let visitor = playbook.for_visitors();
        assert_eq!(check_for_visitors(&visitor), []);
        let situation = visitor.question(&QuestionId::new("situation")).unwrap();
        assert_eq!(situation.prompt.as_deref(), Some(situation.title.as_str()));
    }
}
