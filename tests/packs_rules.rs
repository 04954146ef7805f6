//! The gates of the packs as product.md defines them, and the field's examples wherever they apply.

mod support;

use ripen::domain::assess::{Verdict, assess};
use ripen::domain::calibration::Calibration;
use ripen::domain::chance::chance;
use ripen::domain::contact::Contact;
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::ids::CriterionId;
use ripen::domain::meets::meets;
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::Playbook;
use ripen::domain::position::Position;
use ripen::domain::rules::Rules;
use ripen::domain::value::Value;
use support::story::{Story, choice, dollars, number, position, text, yes_no};
use support::{playbook, playbooks, today};

type Known = Vec<(&'static str, Value)>;

fn judged(playbook: &Playbook, contact: &Contact, criterion: &str) -> Outcome {
    let rules = Rules::of(playbook);
    let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, today());
    assert!(playbook.criterion(&CriterionId::from(criterion)).is_some(), "{criterion}");
    facts.criterion(&criterion.into())
}

fn verdict(playbook: &Playbook, contact: &Contact, from: &str) -> Verdict {
    let assessment = assess(&Rules::of(playbook), contact, today());
    assessment.gate_from(&position(from)).expect("a gate").verdict
}

fn percent(playbook: &Playbook, contact: &Contact) -> Option<f64> {
    let none = Calibration::default();
    let chance = chance(playbook, &none, &assess(&Rules::of(playbook), contact, today()))?;
    Some((1000.0 * chance.probability).round() / 10.0)
}

/// Everything a rep has to know for both gates of a playbook.
fn everything(id: &str) -> Known {
    let both = vec![
        ("employees", number(240.0)),
        ("industry", choice("services")),
        ("country", choice("BE")),
        ("need", yes_no(true)),
        ("decides", choice("self")),
    ];
    let more = match id {
        "example" => vec![
            ("field_people", number(140.0)),
            ("trade", choice("lifts_doors")),
            ("feasible", yes_no(true)),
            ("pain", yes_no(true)),
            ("problem_age", number(2.0)),
            ("priority", choice("first")),
            ("situation", yes_no(true)),
        ],
        "pain-interest-fit" => vec![
            ("feasible", yes_no(true)),
            ("pain", yes_no(true)),
            ("problem_age", number(2.0)),
            ("priority", choice("first")),
            ("situation", yes_no(true)),
        ],
        "interest-budget-need-authority" => vec![
            ("interest_level", choice("planning")),
            ("budget", choice("earmarked")),
            ("pain", yes_no(true)),
            ("situation", yes_no(true)),
            ("purchase_within", choice("180_days")),
        ],
        _ => vec![
            ("budget", choice("approved")),
            ("engagement", choice("writes")),
            ("decider_confirmed", yes_no(true)),
            ("purchase_within", choice("90_days")),
            ("negotiation", yes_no(true)),
        ],
    };
    [both, more].concat()
}

fn known(id: &str) -> Story {
    Story::captured("website").confirmed_all(&everything(id))
}

#[test]
fn both_gates_pass_once_everything_is_known_and_each_answer_is_needed() {
    for playbook in playbooks() {
        let id = playbook.id.as_str();
        let contact = known(id).contact();
        for from in ["lead", "prospect"] {
            assert_eq!(verdict(playbook, &contact, from), Verdict::Passed, "{id} from {from}");
        }
        let assessment = assess(&Rules::of(playbook), &contact, today());
        assert_eq!(assessment.evidenced, position("opportunity/qualifying"));
        let gates = || playbook.gates.prospect.iter().chain(&playbook.gates.opportunity);
        for (left_out, _) in everything(id) {
            let asked: Known =
                everything(id).into_iter().filter(|(question, _)| *question != left_out).collect();
            let contact = Story::captured("website").confirmed_all(&asked).contact();
            let passed = gates().all(|c| judged(playbook, &contact, c.as_str()) == Outcome::Met);
            let rules = gates().filter_map(|c| playbook.criterion(c)).map(|c| &c.rule);
            let read = playbook.questions_read(rules);
            let decides = read.iter().any(|question| question.id.as_str() == left_out);
            assert_eq!(passed, !decides, "{id} without {left_out}");
        }
    }
}

/// What each pack asks for, word by word.
#[test]
fn the_gates_are_those_of_the_definitions() {
    for (id, prospect, opportunity) in [
        (
            "pain-interest-fit",
            vec!["size", "industry", "location", "need", "feasible", "decider"],
            vec!["pain", "interest", "fit"],
        ),
        (
            "interest-budget-need-authority",
            vec![
                "size",
                "industry",
                "location",
                "interest_shown",
                "need",
                "budget_available",
                "authority_at_hand",
            ],
            vec!["pain", "fit", "ready"],
        ),
        (
            "strict-b2b",
            vec!["size", "industry", "need", "budget_available", "authority_at_hand", "engagement"],
            vec!["budget", "authority", "near_term", "negotiation"],
        ),
    ] {
        let gates = &playbook(id).gates;
        let ids = |list: &[CriterionId]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(ids(&gates.prospect), prospect, "{id}");
        assert_eq!(ids(&gates.opportunity), opportunity, "{id}");
    }
}

/// With everything else known, one answer makes a criterion, and its gate, say this.
fn check(id: &str, question: &str, value: &Value, criterion: &str, from: &str, expected: Outcome) {
    let contact = known(id).confirmed(question, value.clone()).contact();
    let playbook = playbook(id);
    assert_eq!(judged(playbook, &contact, criterion), expected, "{id}: {question} {value:?}");
    let gate = match expected {
        Outcome::Met => Verdict::Passed,
        Outcome::NotMet => Verdict::Failed,
        Outcome::Unknown => Verdict::Open,
    };
    assert_eq!(verdict(playbook, &contact, from), gate, "{id}: {question} {value:?}");
}

#[test]
fn interest_budget_need_authority_weighs_each_answer() {
    use Outcome::{Met, NotMet, Unknown};
    for (question, value, criterion, from, expected) in [
        ("interest_level", choice("looking"), "interest_shown", "lead", NotMet),
        ("interest_level", choice("thinking"), "interest_shown", "lead", NotMet),
        ("interest_level", choice("comparing"), "interest_shown", "lead", Met),
        ("need", yes_no(false), "need", "lead", NotMet),
        ("budget", choice("approved"), "budget_available", "lead", Met),
        ("budget", choice("requested"), "budget_available", "lead", NotMet),
        ("budget", choice("none"), "budget_available", "lead", NotMet),
        ("decides", choice("someone_else"), "authority_at_hand", "lead", Unknown),
        ("employees", number(3.0), "size", "lead", NotMet),
        ("industry", choice("agriculture"), "industry", "lead", NotMet),
        ("country", choice("KE"), "location", "lead", NotMet),
        ("pain", yes_no(false), "pain", "prospect", NotMet),
        ("situation", yes_no(false), "fit", "prospect", NotMet),
        ("purchase_within", choice("30_days"), "ready", "prospect", Met),
        ("purchase_within", choice("later"), "ready", "prospect", NotMet),
        ("purchase_within", choice("no_date"), "ready", "prospect", NotMet),
    ] {
        check("interest-budget-need-authority", question, &value, criterion, from, expected);
    }
}

#[test]
fn strict_b2b_weighs_each_answer() {
    use Outcome::{Met, NotMet, Unknown};
    for (question, value, criterion, from, expected) in [
        ("employees", number(3.0), "size", "lead", NotMet),
        ("industry", choice("nonprofit"), "industry", "lead", NotMet),
        ("need", yes_no(false), "need", "lead", NotMet),
        ("budget", choice("requested"), "budget_available", "lead", NotMet),
        ("decides", choice("group"), "authority_at_hand", "lead", Unknown),
        ("engagement", choice("talks"), "engagement", "lead", Met),
        ("engagement", choice("silent"), "engagement", "lead", NotMet),
        ("budget", choice("earmarked"), "budget", "prospect", Met),
        ("decider_confirmed", yes_no(false), "authority", "prospect", NotMet),
        ("purchase_within", choice("30_days"), "near_term", "prospect", Met),
        ("purchase_within", choice("180_days"), "near_term", "prospect", NotMet),
        ("negotiation", yes_no(false), "negotiation", "prospect", NotMet),
    ] {
        check("strict-b2b", question, &value, criterion, from, expected);
    }
    // Where it is decides nothing here; it counts in the fit score.
    check("strict-b2b", "country", &choice("KE"), "size", "lead", Met);
}

#[test]
fn authority_is_within_reach_once_whoever_decides_supports_it() {
    for id in ["interest-budget-need-authority", "strict-b2b"] {
        for (decides, involved, expected) in [
            ("self", None, Outcome::Met),
            ("someone_else", None, Outcome::Unknown),
            ("someone_else", Some(false), Outcome::NotMet),
            ("someone_else", Some(true), Outcome::Met),
            ("group", Some(true), Outcome::Met),
        ] {
            let mut story = Story::captured("event").confirmed("decides", choice(decides));
            if let Some(involved) = involved {
                story = story.confirmed("decider_involved", yes_no(involved));
            }
            let outcome = judged(playbook(id), &story.contact(), "authority_at_hand");
            assert_eq!(outcome, expected, "{id}: {decides}, {involved:?}");
        }
    }
}

#[test]
fn a_claim_of_budget_and_authority_makes_a_strict_prospect_and_no_opportunity() {
    let strict = playbook("strict-b2b");
    let contact = Story::captured("wizard").claimed_all(&everything("strict-b2b")).contact();
    assert_eq!(verdict(strict, &contact, "lead"), Verdict::Passed);
    assert_eq!(verdict(strict, &contact, "prospect"), Verdict::Open);
    for criterion in ["budget", "authority"] {
        assert_eq!(judged(strict, &contact, criterion), Outcome::Unknown, "{criterion}");
    }
}

#[test]
fn where_an_opportunity_starts_depends_on_what_its_gate_has_confirmed() {
    for (id, expected) in [
        ("pain-interest-fit", 12.5),
        ("example", 12.5),
        // Budget and a date are confirmed on the way there.
        ("interest-budget-need-authority", 43.1),
        // So are budget, authority and a date.
        ("strict-b2b", 63.5),
    ] {
        let contact = known(id).advanced("opportunity/qualifying").contact();
        assert_eq!(percent(playbook(id), &contact), Some(expected), "{id}");
    }
}

#[test]
fn bant_complete_is_eighty_per_cent_in_every_playbook() {
    for playbook in playbooks() {
        let story = known(playbook.id.as_str()).advanced("opportunity/qualifying");
        let contact = story
            .confirmed("budget", choice("approved"))
            .confirmed("decider_confirmed", yes_no(true))
            .confirmed("pain", yes_no(true))
            .confirmed("pain_cost", dollars(60_000))
            .confirmed("purchase_within", choice("30_days"))
            .contact();
        assert_eq!(percent(playbook, &contact), Some(80.0), "{}", playbook.id);
        let prospect = known(playbook.id.as_str()).advanced("prospect").contact();
        assert_eq!(percent(playbook, &prospect), None, "{}", playbook.id);
    }
}

#[test]
fn pain_quantified_lifts_an_early_opportunity() {
    for id in ["pain-interest-fit", "example"] {
        let early = known(id).advanced("opportunity/qualifying");
        let quantified = early.confirmed("pain_cost", dollars(60_000)).contact();
        assert_eq!(percent(playbook(id), &quantified), Some(24.7), "{id}");
    }
}

#[test]
fn three_people_are_knocked_out_of_every_playbook() {
    for playbook in playbooks() {
        let id = playbook.id.as_str();
        let contact = known(id).confirmed("employees", number(3.0)).contact();
        let assessment = assess(&Rules::of(playbook), &contact, today());
        let gate = assessment.gate_from(&Position::Lead).expect("a gate");
        let (criterion, _) = gate.knock_out(playbook).expect("a knock-out");
        assert_eq!(criterion.id.as_str(), "size", "{id}");
        assert_eq!(judged(playbook, &contact, "fit"), Outcome::NotMet, "{id}");
    }
}

#[test]
fn twenty_unbothered_years_are_no_interest() {
    for id in ["pain-interest-fit", "example"] {
        let old = known(id).confirmed("problem_age", number(20.0));
        for (story, expected) in [
            (old.clone(), Outcome::Unknown),
            (old.clone().confirmed("urgent", yes_no(false)), Outcome::NotMet),
            (old.confirmed("urgent", yes_no(true)), Outcome::Met),
        ] {
            assert_eq!(judged(playbook(id), &story.contact(), "interest"), expected, "{id}");
        }
    }
}

#[test]
fn a_decision_maker_has_to_be_named_and_pain_to_be_confirmed() {
    for id in ["pain-interest-fit", "example"] {
        let other = known(id).confirmed("decides", choice("someone_else"));
        assert_eq!(judged(playbook(id), &other.contact(), "decider"), Outcome::Unknown, "{id}");
        let named = other.confirmed("decider_name", text("Dana, head of service"));
        assert_eq!(judged(playbook(id), &named.contact(), "decider"), Outcome::Met, "{id}");
        let claimed = Story::captured("content_download").claimed_all(&everything(id)).contact();
        assert_eq!(judged(playbook(id), &claimed, "pain"), Outcome::Unknown, "{id}");
        let download = Story::captured("content_download").contact();
        assert_eq!(judged(playbook(id), &download, "pain"), Outcome::Unknown, "{id}");
    }
}

#[test]
fn the_example_is_made_for_its_own_kind_of_company() {
    use Outcome::{Met, NotMet};
    for (question, value, criterion, expected) in [
        ("employees", number(49.0), "size", NotMet),
        ("employees", number(50.0), "size", Met),
        ("employees", number(2_000.0), "size", Met),
        ("employees", number(2_001.0), "size", NotMet),
        ("field_people", number(19.0), "field_team", NotMet),
        ("field_people", number(20.0), "field_team", Met),
        ("trade", choice("parcels"), "trade", NotMet),
        ("trade", choice("other_trade"), "trade", Met),
        ("country", choice("JP"), "location", NotMet),
    ] {
        check("example", question, &value, criterion, "lead", expected);
    }
}

#[test]
fn the_example_s_trial_is_passed_when_a_rep_has_confirmed_it() {
    let stages: Vec<_> = playbook("example").stages.iter().map(|stage| stage.id.as_str()).collect();
    assert_eq!(stages, ["qualifying", "discovery", "trial", "proposal", "closing"]);
    let story = known("example").confirmed("trial_passed", yes_no(true));
    assert_eq!(judged(playbook("example"), &story.contact(), "trial_passed"), Outcome::Met);
    let claimed = known("example").claimed("trial_passed", yes_no(true)).contact();
    assert_eq!(judged(playbook("example"), &claimed, "trial_passed"), Outcome::Unknown);
}

#[test]
fn only_what_makes_sense_is_taken() {
    let day = |text: &str| Value::Date(support::story::day(text));
    for (question, value, expected) in [
        ("pain_cost", dollars(0), Outcome::NotMet),
        ("pain_cost", dollars(500), Outcome::Met),
        ("offer_amount", dollars(-1), Outcome::NotMet),
        ("offer_amount", dollars(20_000), Outcome::Met),
        ("contract_signed", day("2026-11-21"), Outcome::Met),
        ("contract_signed", day("2026-11-22"), Outcome::NotMet),
        ("proposal_sent", day("2026-12-24"), Outcome::NotMet),
    ] {
        for playbook in playbooks() {
            let question = playbook.question(&question.into()).expect("it is asked");
            let accept = question.accept.as_ref().expect("it is looked at");
            assert!(!accept.message.is_empty());
            let outcome = meets(&value, &accept.is, question, today());
            assert_eq!(outcome, expected, "{}: {} {value:?}", playbook.id, question.id);
        }
    }
}
