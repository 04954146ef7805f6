//! What is asked and judged, from a tree: questions, criteria and the rules between them.
//!
//! Refuses rules deeper than they are judged. Invariant: every rule and test comes out as the one
//! serde reads, or is named as misread.

use super::value::range;
use super::{Reader, Tree};
use crate::domain::answer::Evidence;
use crate::domain::ids::{CriterionId, OptionId, QuestionId, SectionId};
use crate::domain::playbook::question::{Accept, Band, Choice, Question, QuestionKind};
use crate::domain::playbook::retired::Retired;
use crate::domain::playbook::rule::{AnswerTest, Criterion, KnockOut, MAX_DEPTH, Rule, Test};

pub(super) fn question<T: Tree>(r: &mut Reader, tree: &T) -> Question {
    Question {
        id: QuestionId::new(r.word(tree, "id")),
        section: SectionId::new(r.word(tree, "section")),
        title: r.word(tree, "title"),
        ask: r.maybe(tree, "ask", Reader::text),
        prompt: r.maybe(tree, "prompt", Reader::text),
        say: None,
        probe: Vec::new(),
        help: r.maybe(tree, "help", Reader::text),
        why: r.maybe(tree, "why", Reader::text),
        kind: r.maybe(tree, "kind", kind).unwrap_or_else(|| {
            r.expected("a kind of question");
            QuestionKind::Text
        }),
        optional: r.maybe(tree, "optional", Reader::truth).unwrap_or_default(),
        when: r.maybe(tree, "when", rule),
        ask_anyway: r.maybe(tree, "ask_anyway", Reader::truth).unwrap_or_default(),
        accept: r.maybe(tree, "accept", |r, of| Accept {
            is: r.maybe(of, "is", test).unwrap_or_else(|| no_test(r)),
            message: r.word(of, "message"),
        }),
        personal: false,
        sets: None,
        retired: r.maybe(tree, "retired", |r, of| Retired {
            becomes: r.maybe(of, "becomes", Reader::text).map(QuestionId::new),
        }),
    }
}

fn kind<T: Tree>(r: &mut Reader, tree: &T) -> QuestionKind {
    const KIND: &str = "a kind of question";
    if let Some(name) = tree.text() {
        return match &*name {
            "yes_no" => QuestionKind::YesNo,
            "money" => QuestionKind::Money,
            "date" => QuestionKind::Date,
            "text" => QuestionKind::Text,
            _ => {
                r.expected(KIND);
                QuestionKind::Text
            }
        };
    }
    let Some((name, of)) = r.enter_only(tree, KIND) else { return QuestionKind::Text };
    let kind = match &*name {
        "choice" => QuestionKind::Choice { options: r.field(&of, "options", choices) },
        "several" => QuestionKind::Several { options: r.field(&of, "options", choices) },
        "number" => QuestionKind::Number {
            unit: r.maybe(&of, "unit", Reader::text),
            unit_one: r.maybe(&of, "unit_one", Reader::text),
            limits: r.maybe(&of, "limits", range).unwrap_or_default(),
            bands: r.maybe(&of, "bands", |r, of| r.list(of, band)).unwrap_or_default(),
        },
        "scale" => QuestionKind::Scale {
            from: r.field(&of, "from", Reader::whole),
            to: r.field(&of, "to", Reader::whole),
            low: r.word(&of, "low"),
            high: r.word(&of, "high"),
        },
        _ => {
            r.expected(KIND);
            QuestionKind::Text
        }
    };
    r.leave(of);
    kind
}

fn choices<T: Tree>(r: &mut Reader, tree: &T) -> Vec<Choice> {
    r.list(tree, |r, choice| Choice {
        id: OptionId::new(r.word(choice, "id")),
        title: r.maybe(choice, "title", Reader::text).unwrap_or_default(),
        rep_title: None,
        synonyms: Vec::new(),
        retired: r.maybe(choice, "retired", |r, of| Retired {
            becomes: r.maybe(of, "becomes", Reader::text).map(OptionId::new),
        }),
    })
}

fn band<T: Tree>(r: &mut Reader, tree: &T) -> Band {
    Band { title: r.word(tree, "title"), range: r.field(tree, "range", range) }
}

pub(super) fn criterion<T: Tree>(r: &mut Reader, tree: &T) -> Criterion {
    Criterion {
        id: CriterionId::new(r.word(tree, "id")),
        title: r.word(tree, "title"),
        rule_text: r.word(tree, "rule_text"),
        rule: r.maybe(tree, "rule", rule).unwrap_or_else(|| no_rule(r)),
        step: r.word(tree, "step"),
        knock_out: r.maybe(tree, "knock_out", |r, end| KnockOut {
            reason: r.word(end, "reason"),
            alternative: r.word(end, "alternative"),
        }),
    }
}

/// Stands in for a rule that cannot be read.
fn no_rule(r: &mut Reader) -> Rule {
    r.expected("a rule");
    Rule::All(Vec::new())
}

/// Reads a rule. Deeper than rules are judged, they are not read either.
fn rule<T: Tree>(r: &mut Reader, tree: &T) -> Rule {
    // Every rule inside another one adds at least its name to the place.
    if r.depth() > MAX_PLACES {
        return no_rule(r);
    }
    let Some((name, of)) = r.enter_only(tree, "a rule") else { return Rule::All(Vec::new()) };
    let rule = match &*name {
        "all" => Rule::All(r.list(&of, rule)),
        "any" => Rule::Any(r.list(&of, rule)),
        "not" => Rule::Not(Box::new(rule(r, &of))),
        "criterion" => Rule::Criterion(CriterionId::new(r.text(&of))),
        "answer" => Rule::Answer(AnswerTest {
            question: QuestionId::new(r.word(&of, "question")),
            is: r.maybe(&of, "is", test).unwrap_or_else(|| no_test(r)),
            evidence: r.maybe(&of, "evidence", evidence),
        }),
        _ => no_rule(r),
    };
    r.leave(of);
    rule
}

/// The longest place a rule may stand at: it is judged [`MAX_DEPTH`] deep.
const MAX_PLACES: usize = 2 * MAX_DEPTH;

fn no_test(r: &mut Reader) -> Test {
    r.expected("a test");
    Test::Given
}

fn option_ids<T: Tree>(r: &mut Reader, tree: &T) -> Vec<OptionId> {
    r.list(tree, |r, id| OptionId::new(r.text(id)))
}

fn test<T: Tree>(r: &mut Reader, tree: &T) -> Test {
    if tree.text().is_some_and(|name| name == "given") {
        return Test::Given;
    }
    let Some((name, of)) = r.enter_only(tree, "a test") else { return Test::Given };
    let test = match &*name {
        "yes" => Test::Yes(r.truth(&of)),
        "in" => Test::In(option_ids(r, &of)),
        "all_of" => Test::AllOf(option_ids(r, &of)),
        "within" => Test::Within(range(r, &of)),
        "days" => Test::Days(range(r, &of)),
        "length" => Test::Length(range(r, &of)),
        _ => no_test(r),
    };
    r.leave(of);
    test
}

fn evidence<T: Tree>(r: &mut Reader, tree: &T) -> Evidence {
    match &*r.text(tree) {
        "claimed" => Evidence::Claimed,
        "confirmed" => Evidence::Confirmed,
        "documented" => Evidence::Documented,
        _ => {
            r.expected("a grade of evidence");
            Evidence::Claimed
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_rule_is_read_as_deep_as_it_is_judged() {
        let check = |depth: usize, expected: bool| {
            let tree = (0..depth).fold(json!({"criterion": "k"}), |deep, _| json!({"not": deep}));
            let mut reader = Reader::default();
            let read = rule(&mut reader, &tree);
            assert_eq!(reader.finish(read).is_ok(), expected, "{depth}");
        };
        check(MAX_DEPTH, true);
        check(MAX_PLACES, true);
        check(MAX_PLACES + 1, false);
    }
}
