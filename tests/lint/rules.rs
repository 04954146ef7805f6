//! Planted in rules: branches that exclude each other, always or never hold, or change nothing.

use super::*;

/// Tests by short names, so that a rule with them is read at a glance.
const TESTS: [(&str, &str); 21] = [
    ("agreed", r#"{"answer":{"question":"terms_agreed","is":{"yes":true}}}"#),
    ("not agreed", r#"{"answer":{"question":"terms_agreed","is":{"yes":false}}}"#),
    ("agreed from 1", r#"{"answer":{"question":"terms_agreed","is":{"within":{"from":1}}}}"#),
    ("urgent", r#"{"answer":{"question":"urgent","is":{"yes":true}}}"#),
    ("need", r#"{"answer":{"question":"need","is":{"yes":true}}}"#),
    ("feasible", r#"{"answer":{"question":"feasible","is":{"yes":true}}}"#),
    ("situation", r#"{"answer":{"question":"situation","is":{"yes":true}}}"#),
    ("confirmed", r#"{"answer":{"question":"decider_confirmed","is":{"yes":true}}}"#),
    ("from 1", r#"{"answer":{"question":"employees","is":{"within":{"from":1}}}}"#),
    ("from 50", r#"{"answer":{"question":"employees","is":{"within":{"from":50}}}}"#),
    ("from 100", r#"{"answer":{"question":"employees","is":{"within":{"from":100}}}}"#),
    ("below 50", r#"{"answer":{"question":"employees","is":{"within":{"below":50}}}}"#),
    ("below 100", r#"{"answer":{"question":"employees","is":{"within":{"below":100}}}}"#),
    ("9 to below 9", r#"{"answer":{"question":"employees","is":{"within":{"from":9,"below":9}}}}"#),
    ("self or group", r#"{"answer":{"question":"decides","is":{"in":["self","group"]}}}"#),
    ("someone else", r#"{"answer":{"question":"decides","is":{"in":["someone_else"]}}}"#),
    ("named", r#"{"answer":{"question":"decider_name","is":"given"}}"#),
    ("costs 1000", r#"{"answer":{"question":"pain_cost","is":{"within":{"from":1000}}}}"#),
    ("costs less", r#"{"answer":{"question":"pain_cost","is":{"within":{"below":1000}}}}"#),
    ("ahead", r#"{"answer":{"question":"expected_close","is":{"days":{"from":0}}}}"#),
    ("this month", r#"{"answer":{"question":"expected_close","is":{"days":{"from":-30}}}}"#),
];

/// Tests that are met by every answer to a choice, or by none.
const MORE: [(&str, &str); 5] = [
    ("anybody", r#"{"answer":{"question":"decides","is":{"in":["self","someone_else","group"]}}}"#),
    ("never buys", r#"{"answer":{"question":"purchase_within","is":{"in":[]}}}"#),
    ("sent", r#"{"answer":{"question":"proposal_sent","is":"given"}}"#),
    ("money", r#"{"answer":{"question":"budget","is":{"in":["approved","earmarked"]}}}"#),
    ("approved", r#"{"answer":{"question":"budget","is":{"in":["approved"]}}}"#),
];

/// Whose rule is spoilt, how, where that is found, and as what.
type Spoilt = (&'static str, &'static str, &'static str, Found);

enum Found {
    Contradiction(Option<&'static str>),
    PartAndOpposite(Option<&'static str>),
    NeverMet(Option<&'static str>),
    AlwaysMet(Option<&'static str>),
    WrongKind(&'static str),
    NeverMatters,
    Repeated,
}
use Found::{
    AlwaysMet, Contradiction, NeverMatters, NeverMet, PartAndOpposite, Repeated, WrongKind,
};

const SPOILT: [Spoilt; 24] = [
    // Excluding each other.
    (
        "terms",
        r#"{"all":["@agreed","@not agreed"]}"#,
        ".all[1]",
        Contradiction(Some("terms_agreed")),
    ),
    (
        "fit",
        r#"{"all":[{"criterion":"size"},"@situation","@below 50"]}"#,
        ".all[2]",
        Contradiction(Some("employees")),
    ),
    (
        "authority",
        r#"{"not":{"any":[{"all":["@self or group","@someone else"]},"@confirmed"]}}"#,
        ".not.any[0].all[1]",
        Contradiction(Some("decides")),
    ),
    (
        "terms",
        r#"{"all":[{"any":["@agreed","@urgent"]},{"not":{"any":["@agreed","@urgent"]}}]}"#,
        ".all[1]",
        Contradiction(None),
    ),
    (
        "pain_quantified",
        r#"{"all":["@costs 1000","@costs less"]}"#,
        ".all[1]",
        Contradiction(Some("pain_cost")),
    ),
    (
        "close_dated",
        r#"{"all":["@ahead",{"not":"@this month"}]}"#,
        ".all[1]",
        Contradiction(Some("expected_close")),
    ),
    // Saying nothing.
    ("terms", r#""@agreed from 1""#, ".answer.is", WrongKind("terms_agreed")),
    ("timeline", r#""@never buys""#, ".answer.is", NeverMet(Some("purchase_within"))),
    ("size", r#""@9 to below 9""#, ".answer.is", NeverMet(Some("employees"))),
    ("terms", r#"{"all":["@agreed",{"any":[]}]}"#, ".all[1]", NeverMet(None)),
    ("offer_sent", r#"{"not":"@sent"}"#, "", NeverMet(None)),
    ("size", r#""@from 1""#, ".answer.is", AlwaysMet(Some("employees"))),
    (
        "decider",
        r#"{"all":[{"any":["@named","@need"]},"@anybody"]}"#,
        ".all[1].answer.is",
        AlwaysMet(Some("decides")),
    ),
    ("terms", r#"{"any":["@agreed",{"all":[]}]}"#, ".any[1]", AlwaysMet(None)),
    (
        "terms",
        r#"{"any":["@agreed","@not agreed"]}"#,
        ".any[1]",
        PartAndOpposite(Some("terms_agreed")),
    ),
    ("size", r#"{"any":["@below 100","@from 50"]}"#, ".any[1]", PartAndOpposite(Some("employees"))),
    (
        "need",
        r#"{"any":[{"not":{"all":["@need","@feasible"]}},{"all":["@need","@feasible"]}]}"#,
        ".any[1]",
        PartAndOpposite(None),
    ),
    // Changing nothing.
    ("terms", r#"{"all":["@agreed","@agreed"]}"#, ".all[1]", Repeated),
    ("size", r#"{"any":["@from 100","@from 50"]}"#, ".any[0]", NeverMatters),
    ("budget", r#"{"all":["@money","@approved"]}"#, ".all[0]", NeverMatters),
    ("need", r#"{"any":["@need",{"all":["@feasible","@need"]}]}"#, ".any[1]", NeverMatters),
    ("need", r#"{"all":[{"any":["@feasible","@need"]},"@need"]}"#, ".all[0]", NeverMatters),
    (
        "size",
        r#"{"all":["@from 100",{"any":["@need","@below 50"]}]}"#,
        ".all[1].any[1]",
        NeverMatters,
    ),
    ("size", r#"{"all":["@from 100",{"not":"@below 50"}]}"#, ".all[1]", NeverMatters),
];

/// A rule with its tests written out.
fn written(short: &str) -> Json {
    let rule = TESTS
        .iter()
        .chain(&MORE)
        .fold(short.to_owned(), |rule, (name, test)| rule.replace(&format!("\"@{name}\""), test));
    serde_json::from_str(&rule).expect("a rule")
}

pub(super) fn planted() -> Vec<Planted> {
    let plant = |(criterion, rule, path, kind): &Spoilt| {
        let mut json = pack_json();
        super::rule(&mut json, criterion, written(rule));
        let of = Part::Criterion((*criterion).into());
        let some = |id: Option<&str>| id.map(QuestionId::from);
        let kind = match kind {
            Contradiction(id) => FindingKind::Contradiction { of, question: some(*id) },
            PartAndOpposite(id) => FindingKind::PartAndOpposite { of, question: some(*id) },
            NeverMet(id) => FindingKind::NeverMet { of, question: some(*id) },
            AlwaysMet(id) => FindingKind::AlwaysMet { of, question: some(*id) },
            WrongKind(id) => FindingKind::WrongKind { of, question: (*id).into() },
            NeverMatters => FindingKind::NeverMatters { of },
            Repeated => FindingKind::Repeated { of },
        };
        (json, format!("criteria[{criterion}].rule{path}"), kind)
    };
    SPOILT.iter().map(plant).collect()
}
