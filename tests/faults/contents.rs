//! Planted in what is asked and told: answers nobody can give, links, scores, guides.

use super::{Planted, SCRIPT, accept, fit, group, guide, rule, scoring, track, undefined};
use ripen::domain::playbook::check::FaultKind;
use ripen::domain::playbook::question::{QuestionKind, Sets};
use ripen::domain::playbook::retired::Retired;
use ripen::domain::playbook::steps::Measure;

pub(super) fn planted_in_answers() -> Vec<Planted> {
    vec![
        (
            |p| accept(p, r#"{"in":["technology","luck"]}"#),
            "questions[1].accept.is.in",
            undefined("luck"),
        ),
        (
            |p| accept(p, r#"{"all_of":["luck"]}"#),
            "questions[1].accept.is.all_of",
            undefined("luck"),
        ),
        (
            |p| {
                let test = r#"{"answer":{"question":"priority","is":{"all_of":["luck"]}}}"#;
                p.criteria[3].rule = rule(test);
            },
            "criteria[3].rule.answer.is.all_of",
            undefined("luck"),
        ),
        (
            |p| p.criteria[3].rule = rule(r#"{"answer":{"question":"pain","is":{"in":["yes"]}}}"#),
            "criteria[3].rule.answer.is.in",
            undefined("yes"),
        ),
        (|p| p.questions[1].sets = Some(Sets::Amount), "questions[1].sets", FaultKind::WrongKind),
        (
            |p| {
                p.questions[0].sets = Some(Sets::ExpectedClose);
                p.questions[0].kind = QuestionKind::Money;
            },
            "questions[0].sets",
            FaultKind::WrongKind,
        ),
        (
            |p| {
                let kind = r#"{"number":{"limits":{"from":9,"to":1}}}"#;
                p.questions[0].kind = serde_json::from_str(kind).expect("a kind");
            },
            "questions[0].kind.number.limits",
            FaultKind::NothingToChoose,
        ),
    ]
}

pub(super) fn planted_for_reps() -> Vec<Planted> {
    vec![
        (|p| p.stages.clear(), "stages", FaultKind::NoStage),
        (
            |p| p.stages.iter_mut().for_each(|s| s.retired = Some(Retired { becomes: None })),
            "stages",
            FaultKind::NoStage,
        ),
        (|p| p.reasons.disqualify.clear(), "reasons.disqualify", FaultKind::NoReason),
        (|p| p.reasons.lose.clear(), "reasons.lose", FaultKind::NoReason),
        (|p| fit(p).weight = -1.0, "scoring.fit[0]", FaultKind::NoScore),
        (|p| group(p).cap = 0.0, "scoring.readiness[0]", FaultKind::NoScore),
        (|p| group(p).half_life = Some(0.0), "scoring.readiness[0]", FaultKind::NoScore),
        (
            |p| group(p).signals[0].points = f64::INFINITY,
            "scoring.readiness[0]",
            FaultKind::NoScore,
        ),
        (|p| scoring(p).cuts = [50.0, 75.0, 25.0], "scoring.cuts", FaultKind::NoScore),
        (
            |p| p.stages[1].guide = guide(SCRIPT, Measure::OpenNow, 1.0),
            "stages[1].guide.content[0].link",
            FaultKind::BadLink(SCRIPT.to_owned()),
        ),
        (
            |p| p.levels.lead.guide = guide("two words", Measure::OpenNow, 1.0),
            "levels.lead.guide.content[0].link",
            FaultKind::BadLink("two words".to_owned()),
        ),
        (
            |p| p.stages[0].guide = guide("/", Measure::Conversion, 1.5),
            "stages[0].guide.metrics[0].target",
            FaultKind::NoTarget,
        ),
        (
            |p| p.levels.customer.guide = guide("/", Measure::MedianDays, -1.0),
            "levels.customer.guide.metrics[0].target",
            FaultKind::NoTarget,
        ),
        (
            |p| p.stages[0].guide = guide("/", Measure::OpenNow, f64::INFINITY),
            "stages[0].guide.metrics[0].target",
            FaultKind::NoTarget,
        ),
        (|p| track(p, &[1, 7, 3]), "cadence.tracks[0].days", FaultKind::NotAscending),
        (|p| track(p, &[1, 1]), "cadence.tracks[0].days", FaultKind::NotAscending),
        (|p| p.revision = 0, "revision", FaultKind::NoRevision),
        (
            |p| {
                let consent = r#"{"text":"I agree","revision":0,"details":[]}"#;
                p.consent = serde_json::from_str(consent).expect("a consent");
            },
            "consent.revision",
            FaultKind::NoRevision,
        ),
        (
            |p| p.language = Some("Nederlands".to_owned()),
            "language",
            FaultKind::BadLanguage("Nederlands".to_owned()),
        ),
        (|p| p.translations.add("en"), "translations.en", FaultKind::BadLanguage("en".to_owned())),
        (
            |p| p.translations.add("nl_BE"),
            "translations.nl_BE",
            FaultKind::BadLanguage("nl_BE".to_owned()),
        ),
        (
            |p| {
                p.translations.add("nl");
                p.translations.set("nl", "outcomes/lead/action/link", SCRIPT);
            },
            "translations.nl.outcomes/lead/action/link",
            FaultKind::BadLink(SCRIPT.to_owned()),
        ),
    ]
}
