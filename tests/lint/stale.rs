//! Planted in a draft: rules that were changed while their words were not.

use super::*;
use ripen::domain::playbook::lint::stale;

/// What is found in a draft of the pack.
fn found(change: impl Fn(&mut Json)) -> Vec<(String, FindingKind)> {
    let published = pack_json();
    let mut draft = published.clone();
    change(&mut draft);
    let found = stale(&read(&published), &read(&draft), |_, _| "made".to_owned());
    found.into_iter().map(|finding| (finding.path, finding.kind)).collect()
}

fn half(pack: &mut Json) {
    rule(pack, "size", is("employees", &json!({"within": {"from": 50}})));
}

pub(super) fn planted() -> Vec<FindingKind> {
    found(half).into_iter().map(|(_, kind)| kind).collect()
}

#[test]
fn words_of_a_rule_that_was_changed_are_told_of() {
    let size = place(&pack_json(), "criteria[size]");
    let words = (format!("{size}.rule_text"), FindingKind::WordsOfOldRule("size".into()));
    let reason = (format!("{size}.knock_out.reason"), FindingKind::ReasonOfOldRule("size".into()));
    assert_eq!(found(half), [words.clone(), reason.clone()]);
    for (change, expected) in [
        ((|_| {}) as fn(&mut Json), vec![]),
        (|p| criterion(p, "size")["title"] = json!("Large"), vec![]),
        (
            |p| {
                half(p);
                criterion(p, "size")["rule_text"] = json!("50 people or more");
            },
            vec![reason.clone()],
        ),
        (
            |p| {
                half(p);
                criterion(p, "size")["knock_out"]["reason"] = json!("Fewer than 50 people");
            },
            vec![words.clone()],
        ),
        (
            |p| {
                half(p);
                criterion(p, "size")["knock_out"] = Json::Null;
                criterion(p, "size")["rule_text"] = json!("");
            },
            vec![],
        ),
    ] {
        assert_eq!(found(change), expected);
    }
}
