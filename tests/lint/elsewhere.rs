//! Planted in gates, stages, scores, the core, the profile and what visitors are told.

use super::*;

pub(super) fn planted() -> Vec<Planted> {
    vec![
        spoilt(
            |p| push(&mut p["gates"]["prospect"], json!("luck")),
            "gates.prospect",
            FindingKind::Fault {
                of: Part::Gate(GateName::Prospect),
                kind: FaultKind::Undefined("luck".into()),
            },
        ),
        spoilt(
            |p| add(p, "extra", &yes("need")),
            "criteria[extra]",
            FindingKind::UnusedCriterion("extra".into()),
        ),
        spoilt(
            |p| {
                add(p, "small", &is("employees", &json!({"within": {"below": 50}})));
                push(&mut p["gates"]["prospect"], json!("small"));
            },
            "gates.prospect[6]",
            FindingKind::ImpassableGate {
                gate: GateName::Prospect,
                question: Some("employees".into()),
            },
        ),
        spoilt(
            |p| {
                add(p, "small", &is("employees", &json!({"within": {"below": 50}})));
                exit_takes(p, "proposal", &[json!("small")]);
            },
            "stages[proposal].exit",
            FindingKind::GatesExclude {
                gate: GateName::Exit("proposal".into()),
                question: Some("employees".into()),
            },
        ),
        spoilt(
            |p| {
                question(p, "situation")["when"] =
                    is("employees", &json!({"within": {"from": 500}}));
            },
            "criteria[fit].rule",
            FindingKind::AskedOfSome { criterion: "fit".into(), question: "situation".into() },
        ),
        spoilt(
            |p| {
                let criteria = p["gates"]["prospect"].take();
                exit_takes(p, "qualifying", criteria.as_array().expect("a list"));
                p["gates"]["prospect"] = json!([]);
            },
            "gates.prospect",
            FindingKind::EmptyGate(GateName::Prospect),
        ),
        spoilt(
            |p| {
                let criteria = entry(p, "stages", "qualifying")["exit"].take();
                entry(p, "stages", "qualifying")["exit"] = json!([]);
                exit_takes(p, "closing", criteria.as_array().expect("a list"));
            },
            "stages[qualifying].exit",
            FindingKind::EmptyExit("qualifying".into()),
        ),
        spoilt(
            |p| {
                let stages = p["stages"].take();
                let exits = stages.as_array().into_iter().flatten();
                let ids =
                    exits.flat_map(|stage| stage["exit"].as_array().cloned().unwrap_or_default());
                let items: Vec<Json> = ids.map(|id| json!({"title": "Item", "full": id})).collect();
                p["cards"] = json!([{"id": "card", "title": "Card", "items": items}]);
                p["stages"] = json!([]);
            },
            "stages",
            FindingKind::Fault { of: Part::Stages, kind: FaultKind::NoStage },
        ),
        spoilt(
            |p| {
                p["scoring"]["readiness"] = json!([
                {"title": "Pain", "cap": 60, "signals": [{"is": {"criterion": "pain"}, "points": 30}]},
                {"title": "Touch", "cap": 40, "signals": [{"is": "inbound_touch", "points": 1}]}]);
            },
            "scoring.readiness",
            FindingKind::GradeOutOfReach { score: Score::Readiness, most: 70.0 },
        ),
        spoilt(
            |p| {
                add(p, "small", &is("employees", &json!({"within": {"below": 100}})));
                p["scoring"] = json!({"readiness": [], "fit": [{"criterion": "small", "weight": 2},
                    {"criterion": "size", "weight": 3}, {"criterion": "need", "weight": 1}]});
            },
            "scoring.fit",
            FindingKind::GradeOutOfReach { score: Score::Fit, most: 400.0 / 6.0 },
        ),
        spoilt(
            |p| p["chance"]["start"] = json!(0.3),
            "chance.start",
            FindingKind::UnusualChance { anchor: Anchor::Start, chance: 0.3 },
        ),
        spoilt(
            |p| p["chance"]["complete"] = json!(0.95),
            "chance.complete",
            FindingKind::UnusualChance { anchor: Anchor::Complete, chance: 0.95 },
        ),
        spoilt(
            |p| {
                p["gates"]["opportunity"] = json!(["pain", "fit"]);
                exit_takes(p, "qualifying", &[json!("interest")]);
            },
            "gates.opportunity",
            FindingKind::CoreMissing(Core::Interest),
        ),
        spoilt(
            |p| rule(p, "pain", yes("pain")),
            "criteria[pain].rule",
            FindingKind::PainUnconfirmed("pain".into()),
        ),
        spoilt(
            |p| {
                (p["id"], p["based_on"]) = (json!("ours"), json!("pain-interest-fit"));
                let pain = criterion(p, "pain")["rule"].take();
                rule(p, "pain", json!({"any": [pain, yes("urgent")]}));
                question(p, "priority").as_object_mut().expect("a question").remove("when");
            },
            "criteria[pain].rule",
            FindingKind::PainUnconfirmed("pain".into()),
        ),
        spoilt(
            |p| {
                question(p, "situation")["ask_anyway"] = json!(true);
                rule(p, "fit", json!({"criterion": "size"}));
            },
            "criteria[fit].rule",
            FindingKind::CoreReadsLess { core: Core::Fit, question: "situation".into() },
        ),
        spoilt(
            |p| {
                p["profile"] = json!({"traits": [{"criterion": "size", "role": "must_have"},
                {"criterion": "budget", "role": "must_have"}, {"criterion": "terms", "role": "nice_to_have"}]});
            },
            "profile.traits[1]",
            FindingKind::MustHaveInNoGate("budget".into()),
        ),
        spoilt(
            |p| {
                p["profile"] = json!({"traits": [{"criterion": "size", "role": "exclusion"},
                {"criterion": "need", "role": "exclusion"}]});
            },
            "profile.traits[1]",
            FindingKind::ExclusionWithoutKnockOut("need".into()),
        ),
        spoilt(
            |p| {
                criterion(p, "budget")["knock_out"] =
                    json!({"reason": "No.", "alternative": "Save."});
            },
            "criteria[budget].knock_out",
            FindingKind::KnockOutInNoGate("budget".into()),
        ),
        spoilt(
            |p| {
                question(p, "situation").as_object_mut().expect("a question").remove("ask");
            },
            "outcomes.opportunity",
            FindingKind::OutcomeOutOfReach {
                outcome: OutcomeName::Opportunity,
                question: Some("situation".into()),
            },
        ),
        spoilt(
            |p| p["sources"][0]["title"] = json!(" "),
            "sources[0].title",
            FindingKind::MissingText { of: Part::Source("website".into()), field: Field::Title },
        ),
    ]
}
