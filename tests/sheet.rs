//! All questions on one page: it asks for what the wizard would ask, and says why it leaves others.

mod support;

use proptest::prelude::*;
use ripen::app::sheet::{Need, sheet};
use ripen::app::wizard::{Extent, Run, Step};
use ripen::domain::answer::{Answers, Evidence};
use ripen::domain::contact::Contact;
use ripen::domain::ids::QuestionId;
use ripen::domain::position::Position;
use support::story::{Story, choice, number, yes_no};
use support::{any_evidence, config, pack, today};

fn run(contact: &Contact, extent: Extent) -> Run<'_> {
    Run { extent, ..Run::with(pack(), contact, today()) }
}

fn need(contact: &Contact, extent: Extent, id: &str) -> Need {
    let lines = sheet(&run(contact, extent));
    let line = lines.into_iter().find(|(question, _)| question.id.as_str() == id);
    line.expect("a question of the run").1
}

/// What the page says of a question while the verdict's are asked, and while everything is.
fn check(story: &Story, id: &str, expected: [&Need; 2]) {
    let contact = story.contact();
    let said = [Extent::Needed, Extent::Everything].map(|extent| need(&contact, extent, id));
    assert_eq!(said.each_ref(), expected, "{id}");
}

#[test]
fn a_question_is_needed_recorded_or_says_why_not() {
    let waiting = |id: &str| Need::Waiting(vec![QuestionId::from(id)]);
    let lead = Story::captured("event");
    check(&lead, "employees", [&Need::Needed, &Need::Needed]);
    check(&lead, "decider_name", [&waiting("decides"), &waiting("decides")]);
    check(&lead, "pain_detail", [&waiting("pain"), &waiting("pain")]);

    let alone = lead.clone().confirmed("decides", choice("self"));
    check(&alone, "decides", [&Need::Recorded, &Need::Recorded]);
    check(&alone, "decider_name", [&Need::DoesNotApply, &Need::DoesNotApply]);

    let claims = lead.clone().claimed("employees", number(240.0)).claimed("pain", yes_no(true));
    check(&claims, "employees", [&Need::Recorded, &Need::Recorded]);
    check(&claims, "pain", [&Need::Needed, &Need::Needed]);

    let new = lead.clone().confirmed("pain", yes_no(true)).confirmed("problem_age", number(1.0));
    check(&new, "urgent", [&Need::Decided, &Need::Beyond]);

    let small = lead.confirmed("employees", number(3.0));
    check(&small, "industry", [&Need::RuledOut, &Need::Beyond]);
    check(&small, "employees", [&Need::Recorded, &Need::Recorded]);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_asks_what_the_wizard_asks(
        given in proptest::collection::vec((0_usize..40, any::<bool>(), any_evidence()), 0..25),
        everything in any::<bool>(),
        rank in 0_usize..6,
    ) {
        let mut answers = Answers::default();
        for (place, known, grade) in given {
            let Some(question) = pack().questions.get(place) else { continue };
            if known && question.kind == ripen::domain::playbook::question::QuestionKind::YesNo {
                answers.record(question.id.clone(), given_yes(grade));
            } else {
                answers.record_unknown(question.id.clone(), grade);
            }
        }
        let position = pack().path().swap_remove(rank);
        let mut contact = Story::captured("event").contact();
        contact.position = position.clone();
        contact.answers = answers;
        let extent = if everything { Extent::Everything } else { Extent::Needed };
        let run = run(&contact, extent);
        let lines = sheet(&run);
        let scope: Vec<_> = run.scope().iter().map(|question| question.id.clone()).collect();
        let listed: Vec<_> = lines.iter().map(|(question, _)| question.id.clone()).collect();
        prop_assert_eq!(listed, scope, "every question of the run, in its order");
        let first = lines.iter().find(|(_, need)| matches!(need, Need::Needed | Need::Beyond));
        let next = first.map_or(Step::Check, |(question, _)| Step::Ask(question.id.clone()));
        prop_assert_eq!(next, run.next());
        if position == Position::Customer {
            prop_assert!(lines.is_empty());
        }
    }
}

fn given_yes(evidence: Evidence) -> ripen::domain::answer::Given {
    let story = Story::new().claimed("pain", yes_no(true)).contact();
    let given = story.answers.get(&QuestionId::from("pain")).expect("just given").clone();
    ripen::domain::answer::Given { evidence, ..given }
}
