//! The way through the questions of arbitrary playbooks: branches on branches, questions out of use
//! or for reps alone, knock-outs in any gate, evidence floors, contacts that stand too far.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use ripen::app::wizard::{Extent, Run, Step};
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::By;
use ripen::domain::ids::{CriterionId, QuestionId};
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::question::Face;
use ripen::domain::playbook::rule::Rule;
use ripen::domain::position::{Level, Position};
use ripen::domain::rules::Rules;
use ripen::domain::value::Value;
use ripen::domain::when::When;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::ops::Range;
use support::{config, today};

const QUESTIONS: usize = 8;
const CRITERIA: usize = 6;

/// A rule on some questions; on the criteria before a place, too.
fn rule(questions: Range<usize>, criteria: usize) -> impl Strategy<Value = Json> {
    let grade =
        prop_oneof![4 => Just(None), 2 => Just(Some("confirmed")), 1 => Just(Some("documented"))];
    let test = (questions, any::<bool>(), grade).prop_map(|(question, yes, evidence)| {
        let mut test = json!({"question": format!("q{question}"), "is": {"yes": yes}});
        if let Some(grade) = evidence {
            test["evidence"] = json!(grade);
        }
        json!({"answer": test})
    });
    let leaf = if criteria == 0 {
        test.boxed()
    } else {
        let other = (0..criteria).prop_map(|place| json!({"criterion": format!("c{place}")}));
        prop_oneof![5 => test, 1 => other].boxed()
    };
    leaf.prop_recursive(2, 8, 3, |branch| {
        prop_oneof![
            vec(branch.clone(), 1..4).prop_map(|branches| json!({"all": branches})),
            vec(branch.clone(), 1..4).prop_map(|branches| json!({"any": branches})),
            branch.prop_map(|branch| json!({"not": branch})),
        ]
    })
}

/// A question that may hang on others, be for reps alone, be asked anyway or be out of use.
fn question(place: usize) -> impl Strategy<Value = Json> {
    // What goes round in circles is refused: a question hangs on later ones, which may be asked first.
    let when = if place + 1 == QUESTIONS {
        Just(None).boxed()
    } else {
        prop_oneof![Just(None), rule(place + 1..QUESTIONS, 0).prop_map(Some)].boxed()
    };
    (when, 0..8, 0..8, 0..10, any::<bool>()).prop_map(move |(when, anyway, rep, gone, second)| {
        let section = if second { "t" } else { "s" };
        let mut question = json!({"id": format!("q{place}"), "section": section,
            "title": format!("Q{place}"), "kind": "yes_no", "prompt": "?"});
        let keys = question.as_object_mut().expect("an object");
        if rep > 0 {
            keys.insert("ask".into(), json!("?"));
        }
        if let Some(when) = when {
            keys.insert("when".into(), when);
        }
        if anyway == 0 {
            keys.insert("ask_anyway".into(), json!(true));
        }
        if gone == 0 {
            keys.insert("retired".into(), json!({}));
        }
        question
    })
}

fn criterion(place: usize) -> impl Strategy<Value = Json> {
    (rule(0..QUESTIONS, place), 0..3).prop_map(move |(rule, ends)| {
        let id = format!("c{place}");
        let mut criterion =
            json!({"id": id, "title": id, "rule_text": "r", "step": "", "rule": rule});
        if ends == 0 {
            criterion["knock_out"] = json!({"reason": "no", "alternative": "else"});
        }
        criterion
    })
}

/// A playbook that judges something; whether a faulty one is refused is told elsewhere.
fn playbook() -> impl Strategy<Value = Playbook> {
    let questions: Vec<_> = (0..QUESTIONS).map(question).collect();
    let criteria: Vec<_> = (0..CRITERIA).map(criterion).collect();
    let gate = || vec(0..CRITERIA, 0..3);
    (questions, criteria, [gate(), gate(), gate(), gate()]).prop_map(|(questions, criteria, gates)| {
        let [prospect, opportunity, first, second] = gates.map(|gate| {
            let names: BTreeSet<_> = gate.into_iter().map(|place| format!("c{place}")).collect();
            json!(names)
        });
        let playbook = json!({"format": "ripen-playbook", "version": 1, "id": "any", "revision": 1,
            "title": "Any", "sections": [{"id": "s", "title": "S"}, {"id": "t", "title": "T"}],
            "questions": questions, "criteria": criteria,
            "gates": {"prospect": prospect, "opportunity": opportunity},
            "stages": [{"id": "one", "title": "One", "exit": first},
                       {"id": "two", "title": "Two", "exit": second}]});
        serde_json::from_value(playbook).expect("a playbook")
    })
}

fn run<'a>(playbook: &'a Playbook, answers: &'a Answers, face: Face, at: &'a Position) -> Run<'a> {
    Run { playbook, answers, face, position: at, extent: Extent::Needed, today: today() }
}

fn grade(face: Face) -> Evidence {
    if face == Face::Rep { Evidence::Confirmed } else { Evidence::Claimed }
}

/// Records yes, no or, by every third die, "I don't know yet".
fn answer(answers: &mut Answers, id: &QuestionId, die: u8, evidence: Evidence) {
    let at = When::parse("2026-11-21").expect("a day");
    match die % 3 {
        0 => answers.record_unknown(id.clone(), evidence),
        yes => {
            let value = Value::YesNo(yes == 1);
            answers.record(id.clone(), Given { value, evidence, at, by: By::Visitor, note: None });
        }
    }
}

/// The playbook judged from scratch.
struct Judge<'a> {
    playbook: &'a Playbook,
    answers: &'a Answers,
    face: Face,
}

impl Judge<'_> {
    fn outcome(&self, id: &CriterionId) -> Outcome {
        let reading = if self.face == Face::Rep { Reading::AsRequired } else { Reading::AsClaimed };
        let rules = Rules::of(self.playbook);
        Facts::new(&rules, self.answers, reading, today()).criterion(id)
    }

    fn rule(&self, rule: &Rule) -> Outcome {
        let mut playbook = self.playbook.clone();
        let mut probe = playbook.criteria[0].clone();
        probe.id = CriterionId::new("probe");
        probe.rule = rule.clone();
        playbook.criteria.push(probe);
        let judge = Judge { playbook: &playbook, ..*self };
        judge.outcome(&CriterionId::new("probe"))
    }

    /// Whether an undecided branch of a rule reads a question.
    fn reads(&self, rule: &Rule, id: &QuestionId) -> bool {
        self.rule(rule) == Outcome::Unknown
            && match rule {
                Rule::All(branches) | Rule::Any(branches) => {
                    branches.iter().any(|branch| self.reads(branch, id))
                }
                Rule::Not(branch) => self.reads(branch, id),
                Rule::Criterion(next) => {
                    self.reads(&self.playbook.criterion(next).expect("defined").rule, id)
                }
                Rule::Answer(test) => &test.question == id,
            }
    }

    /// The criteria of the gates by rank, up to the one above.
    fn gates(&self, position: &Position) -> Vec<Vec<CriterionId>> {
        let rank = self.playbook.rank(position);
        let up_to = if rank < 2 { 2 } else { rank + 1 };
        let gates = self.playbook.gates_of(0..up_to);
        gates.into_iter().map(|gate| gate.criteria.to_vec()).collect()
    }

    /// What the gates ahead come to, up to the first that is not met.
    fn verdict(&self, position: &Position) -> Vec<Outcome> {
        let mut verdict = Vec::new();
        for gate in self.gates(position).iter().skip(self.playbook.rank(position)) {
            verdict.push(Outcome::all(gate.iter().map(|id| self.outcome(id))));
        }
        let end = verdict.iter().position(|outcome| *outcome == Outcome::NotMet);
        verdict.truncate(end.map_or(verdict.len(), |end| end + 1));
        verdict
    }

    /// Whether a gate of this position, or the branch of a question it needs, still reads a question.
    fn needs(&self, position: &Position, id: &QuestionId, depth: usize) -> bool {
        let rank = self.playbook.rank(position);
        let gates = self.gates(position);
        let met = |gate: &Vec<CriterionId>| {
            Outcome::all(gate.iter().map(|id| self.outcome(id))) == Outcome::Met
        };
        let skipped = gates.iter().take(rank).position(|gate| !met(gate)).unwrap_or(rank);
        let from = if position.level() == Level::Customer { rank } else { skipped };
        let read = gates.iter().skip(from).flatten();
        let mut read = read.map(|id| &self.playbook.criterion(id).expect("defined").rule);
        let question = self.playbook.question(id).expect("defined");
        question.ask_anyway
            || read.any(|rule| self.reads(rule, id))
            || (depth < QUESTIONS
                && self.playbook.questions.iter().any(|other| {
                    let leads = other.when.as_ref().is_some_and(|when| self.reads(when, id));
                    leads && self.needs(position, &other.id, depth + 1)
                }))
    }
}

/// The verdicts that can be reached by answering what can be asked, in any order and any way.
fn reachable(
    playbook: &Playbook,
    answers: &Answers,
    (face, position): (Face, &Position),
    found: &mut BTreeSet<String>,
) {
    let judge = Judge { playbook, answers, face };
    found.insert(format!("{:?}", judge.verdict(position)));
    let can = playbook.questions.iter().find(|question| {
        question.retired.is_none()
            && question.wording(face).is_some()
            && !answers.was_asked(&question.id)
            && question.when.as_ref().is_none_or(|when| judge.rule(when) == Outcome::Met)
    });
    if let Some(question) = can {
        for die in 0..3 {
            let mut next = answers.clone();
            answer(&mut next, &question.id, die, grade(face));
            reachable(playbook, &next, (face, position), found);
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_run_ends_asks_what_is_read_and_keeps_its_promise(
        playbook in playbook(),
        rep in any::<bool>(),
        rank in 0_usize..5,
        claims in vec(0_u8..9, QUESTIONS),
        dice in vec(0_u8..3, QUESTIONS + 1),
    ) {
        let face = if rep { Face::Rep } else { Face::Visitor };
        let position = if rep { playbook.path().swap_remove(rank) } else { Position::Lead };
        let (mut answers, mut asked) = (Answers::default(), Vec::new());
        for (question, die) in playbook.questions.iter().zip(claims) {
            if rep && die < 3 {
                answer(&mut answers, &question.id, die, Evidence::Claimed);
            }
        }
        for die in dice {
            let now = run(&playbook, &answers, face, &position);
            let promised = now.at_most_left();
            let Step::Ask(id) = now.next() else { break };
            prop_assert!(promised >= 1, "a question came although none was left");
            prop_assert!(!asked.contains(&id), "{} was asked twice", id);
            let judge = Judge { playbook: &playbook, answers: &answers, face };
            prop_assert!(judge.needs(&position, &id, 0), "{} decides nothing", id);
            prop_assert!(now.knock_out().is_none(), "asked after the end");
            answer(&mut answers, &id, die, grade(face));
            asked.push(id);
            let left = run(&playbook, &answers, face, &position).at_most_left();
            prop_assert!(left < promised, "{left} left after {promised} were promised");
        }
        let now = run(&playbook, &answers, face, &position);
        let open: Vec<_> = now.open().into_iter().map(|question| &question.id).collect();
        prop_assert_eq!((now.next(), now.at_most_left()), (Step::Check, 0), "{:?}", open);
    }

    #[test]
    fn where_nothing_is_left_to_ask_no_answer_changes_the_verdict(
        playbook in playbook(),
        rep in any::<bool>(),
        dice in vec(0_u8..3, QUESTIONS + 1),
    ) {
        let face = if rep { Face::Rep } else { Face::Visitor };
        let position = Position::Lead;
        let mut answers = Answers::default();
        for die in dice {
            let Step::Ask(id) = run(&playbook, &answers, face, &position).next() else { break };
            answer(&mut answers, &id, die, grade(face));
        }
        // A knock-out ends the matter, whatever else would be answered.
        prop_assume!(!run(&playbook, &answers, face, &position).is_knocked_out());
        let mut found = BTreeSet::new();
        reachable(&playbook, &answers, (face, &position), &mut found);
        prop_assert_eq!(found.len(), 1, "{:?}", found);
    }

    #[test]
    fn where_everything_is_asked_nothing_that_applies_is_left_out(
        playbook in playbook(),
        dice in vec(0_u8..3, QUESTIONS + 1),
    ) {
        let mut answers = Answers::default();
        let position = Position::Lead;
        let everything = |answers: &Answers| {
            let run = run(&playbook, answers, Face::Rep, &position);
            let all = Run { extent: Extent::Everything, ..run };
            (all.at_most_left(), all.next())
        };
        let (mut left, mut end) = (usize::MAX, false);
        for die in dice {
            let (now, next) = everything(&answers);
            prop_assert!(now < left);
            left = now;
            let Step::Ask(id) = next else {
                end = true;
                break;
            };
            answer(&mut answers, &id, die, Evidence::Confirmed);
        }
        prop_assert!(end);
        let now = Judge { playbook: &playbook, answers: &answers, face: Face::Rep };
        let exits: Vec<_> = playbook.stages.iter().flat_map(|stage| &stage.exit).collect();
        let early = playbook.criteria.iter().filter(|criterion| !exits.contains(&&criterion.id));
        let early = playbook.questions_read(early.map(|criterion| &criterion.rule));
        for question in early {
            let applies = question.when.as_ref().is_none_or(|when| now.rule(when) == Outcome::Met);
            if question.retired.is_none() && applies {
                prop_assert!(answers.was_asked(&question.id), "{} was left out", question.id);
            }
        }
    }
}
