//! Planted in names: what is not there, there twice, no id, retired for nothing.

use super::{Planted, bad_id, becomes, circular, duplicate, mute, options, rule, slot, undefined};
use ripen::domain::playbook::check::FaultKind;
use ripen::domain::playbook::question::QuestionKind;
use ripen::domain::playbook::retired::Retired;

pub(super) fn planted_in_references() -> Vec<Planted> {
    vec![
        (|p| p.format = "menu".into(), "format", FaultKind::NotAPlaybook("menu".into())),
        (|p| p.version = 2, "version", FaultKind::Newer(2)),
        (|p| p.sections.push(p.sections[0].clone()), "sections[10].id", duplicate("organisation")),
        (|p| p.stages[3].id = "discovery".into(), "stages[3].id", duplicate("discovery")),
        (|p| p.sources[1].id = "website".into(), "sources[1].id", duplicate("website")),
        (
            |p| options(p)[1].id = "technology".into(),
            "questions[1].kind.options[1].id",
            duplicate("technology"),
        ),
        (|p| p.questions[3].section = "attic".into(), "questions[3].section", undefined("attic")),
        (
            |p| p.questions[8].when = Some(rule(r#"{"not":{"criterion":"luck"}}"#)),
            "questions[8].when.not.criterion",
            undefined("luck"),
        ),
        (
            |p| {
                let test = r#"{"all":[{"answer":{"question":"luck","is":"given"}}]}"#;
                p.criteria[3].rule = rule(test);
            },
            "criteria[3].rule.all[0].answer.question",
            undefined("luck"),
        ),
        (
            |p| {
                let test = r#"{"answer":{"question":"priority","is":{"in":["first","luck"]}}}"#;
                p.criteria[3].rule = rule(test);
            },
            "criteria[3].rule.answer.is.in",
            undefined("luck"),
        ),
        (|p| p.gates.prospect.push("luck".into()), "gates.prospect", undefined("luck")),
        (|p| p.gates.opportunity[0] = "luck".into(), "gates.opportunity", undefined("luck")),
        (|p| p.stages[2].exit.push("luck".into()), "stages[2].exit", undefined("luck")),
        (|p| slot(p, 3).criterion = "luck".into(), "chance.slots[3].criterion", undefined("luck")),
        (
            |p| p.criteria[3].rule = rule(r#"{"any":[{"criterion":"need"}]}"#),
            "criteria[3].rule",
            circular("need"),
        ),
        (|p| p.questions[0] = mute(p), "questions[0]", FaultKind::NoWording),
        (|p| options(p).clear(), "questions[1].kind.options", FaultKind::NothingToChoose),
        (
            |p| {
                let (low, high) = (String::new(), String::new());
                p.questions[2].kind = QuestionKind::Scale { from: 5, to: 5, low, high };
            },
            "questions[2].kind.scale",
            FaultKind::NothingToChoose,
        ),
        (|p| p.chance.as_mut().unwrap().start = 0.0, "chance", FaultKind::NoChance),
        (|p| p.chance.as_mut().unwrap().complete = 0.1, "chance", FaultKind::NoChance),
        (|p| slot(p, 0).weight = 0.0, "chance.slots[0]", FaultKind::NoChance),
    ]
}

pub(super) fn planted_in_ids() -> Vec<Planted> {
    vec![
        (|p| p.id = "".into(), "id", bad_id("")),
        (|p| p.sections[0].id = " ".into(), "sections[0].id", bad_id(" ")),
        (|p| p.criteria[0].id = "".into(), "criteria[0].id", bad_id("")),
        (|p| p.stages[1].id = "".into(), "stages[1].id", bad_id("")),
        (|p| p.sources[1].id = "".into(), "sources[1].id", bad_id("")),
        (|p| p.reasons.lose[0].id = "".into(), "reasons.lose[0].id", bad_id("")),
        (|p| options(p)[1].id = "".into(), "questions[1].kind.options[1].id", bad_id("")),
        (|p| p.questions[0].id = "".into(), "questions[0].id", bad_id("")),
        (|p| p.questions[0].id = "how many".into(), "questions[0].id", bad_id("how many")),
        (|p| p.questions[0].id = "größe".into(), "questions[0].id", bad_id("größe")),
    ]
}

pub(super) fn planted_in_successors() -> Vec<Planted> {
    vec![
        (
            |p| p.questions[0].retired = Some(becomes("luck")),
            "questions[0].retired.becomes",
            undefined("luck"),
        ),
        (
            |p| p.questions[0].retired = Some(becomes("employees")),
            "questions[0].retired.becomes",
            circular("employees"),
        ),
        (
            |p| {
                p.questions[0].retired = Some(becomes("country"));
                p.questions[2].retired = Some(becomes("employees"));
            },
            "questions[2].retired.becomes",
            circular("country"),
        ),
        (
            |p| p.stages[0].retired = Some(becomes("luck")),
            "stages[0].retired.becomes",
            undefined("luck"),
        ),
        (
            |p| p.stages[1].retired = Some(becomes("discovery")),
            "stages[1].retired.becomes",
            circular("discovery"),
        ),
        (
            |p| options(p)[0].retired = Some(becomes("luck")),
            "questions[1].kind.options[0].retired.becomes",
            undefined("luck"),
        ),
        (
            |p| options(p)[0].retired = Some(becomes("technology")),
            "questions[1].kind.options[0].retired.becomes",
            circular("technology"),
        ),
        (
            |p| {
                let second = options(p)[1].id.clone();
                options(p)[0].retired = Some(Retired { becomes: Some(second) });
                options(p)[1].retired = Some(becomes("technology"));
            },
            "questions[1].kind.options[0].retired.becomes",
            circular("technology"),
        ),
    ]
}
