//! Planted in questions: never asked, never read, personal, retired, with bands that overlap.

use super::*;

fn never_asked(question: &str, face: Face) -> FindingKind {
    FindingKind::NeverAsked { question: question.into(), face }
}

pub(super) fn planted() -> Vec<Planted> {
    vec![
        spoilt(
            |p| question(p, "decider_name")["when"] = is("decides", &json!({"in": []})),
            "questions[decider_name].when",
            never_asked("decider_name", Face::Rep),
        ),
        spoilt(
            |p| question(p, "urgent")["when"] = yes("urgent"),
            "questions[urgent].when",
            never_asked("urgent", Face::Rep),
        ),
        spoilt(
            |p| question(p, "urgent")["when"] = is("budget", &json!({"in": ["approved"]})),
            "questions[urgent].when",
            never_asked("urgent", Face::Visitor),
        ),
        spoilt(
            |p| {
                push(
                    &mut p["questions"],
                    json!({"id": "extra", "section": "bant", "title": "Extra",
                "prompt": "And else?", "kind": "text"}),
                );
            },
            "questions[extra]",
            FindingKind::NothingReads("extra".into()),
        ),
        spoilt(
            |p| {
                rule(
                    p,
                    "need",
                    json!({"any": [yes("need"), is("budget", &json!({"in": ["approved"]}))]}),
                );
            },
            "questions[budget].ask",
            FindingKind::NoWordingFor { question: "budget".into(), face: Face::Visitor },
        ),
        spoilt(
            |p| question(p, "terms_agreed")["retired"] = json!({}),
            "criteria[terms].rule.answer.question",
            FindingKind::RetiredIsRead {
                of: of("terms"),
                question: "terms_agreed".into(),
                becomes: None,
            },
        ),
        spoilt(
            |p| question(p, "terms_agreed")["retired"] = json!({"becomes": "logistics_agreed"}),
            "criteria[terms].rule.answer.question",
            FindingKind::RetiredIsRead {
                of: of("terms"),
                question: "terms_agreed".into(),
                becomes: Some("logistics_agreed".into()),
            },
        ),
        spoilt(
            |p| question(p, "need")["personal"] = json!(true),
            "criteria[need].rule.answer.question",
            FindingKind::PersonalDecides { question: "need".into(), criterion: "need".into() },
        ),
        spoilt(
            |p| {
                question(p, "need")["probe"] =
                    json!(["What else?", "By the way: how old are you?"]);
            },
            "questions[need].probe[1]",
            FindingKind::AsksPersonal { question: "need".into(), about: Personal::Age },
        ),
        spoilt(
            |p| question(p, "urgent")["prompt"] = json!("Is the contact married?"),
            "questions[urgent].prompt",
            FindingKind::AsksPersonal { question: "urgent".into(), about: Personal::MaritalStatus },
        ),
        spoilt(
            |p| question(p, "employees")["kind"]["number"]["bands"][1]["range"]["to"] = json!(50),
            "questions[employees].kind.number.bands[2]",
            FindingKind::BandsOverlap("employees".into()),
        ),
        spoilt(
            |p| {
                question(p, "employees")["kind"]["number"]["bands"][6]["range"]["to"] =
                    json!(10_000);
            },
            "questions[employees].kind.number.bands",
            FindingKind::BandsLeaveGap("employees".into()),
        ),
        spoilt(
            |p| {
                push(
                    &mut question(p, "employees")["kind"]["number"]["bands"],
                    json!({"title": "None", "range": {"from": 2, "to": 1}}),
                );
            },
            "questions[employees].kind.number.bands[7]",
            FindingKind::EmptyBand("employees".into()),
        ),
        spoilt(
            |p| question(p, "need")["help"] = json!("<script>alert(1)</script>"),
            "questions[need].help",
            FindingKind::Markup { of: Part::Question("need".into()) },
        ),
        spoilt(
            |p| question(p, "need")["help"] = json!("As you said: {luck|nothing yet}."),
            "questions[need].help",
            FindingKind::UndefinedRecall {
                of: Part::Question("need".into()),
                reference: "luck".into(),
            },
        ),
        spoilt(
            |p| question(p, "need")["prompt"] = json!("Does {decider_name|they} say {decides}?"),
            "questions[need].prompt",
            FindingKind::RecallWithoutFallback {
                of: Part::Question("need".into()),
                question: "decides".into(),
            },
        ),
        spoilt(
            |p| criterion(p, "need")["step"] = json!("Ask {decider_name|them} about {luck}."),
            "criteria[need].step",
            FindingKind::RecallInVain { of: of("need"), question: "decider_name".into() },
        ),
    ]
}
