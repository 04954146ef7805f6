//! What a printed report counts and lists.

mod support;

use chrono::Utc;
use ripen::app::report::Report;
use ripen::app::workspace::Workspace;
use ripen::domain::event::{EventKind, TaskSet};
use ripen::domain::ids::ContactId;
use std::sync::Arc;
use support::story::{Story, day};
use support::{pack, today};

#[test]
fn everybody_is_counted_once_and_what_is_due_first_stands_first() {
    let mut workspace = Workspace::new(Arc::new(pack().clone()));
    let due = |on| EventKind::TaskSet(TaskSet { due: day(on), note: "Call".to_owned() });
    let stories = [
        Story::captured("webinar").then(due("2026-12-02")),
        Story::captured("webinar").then(due("2026-11-20")),
        Story::captured("webinar").disqualified(),
        Story::captured("webinar").advanced("prospect"),
        Story::captured("webinar").advanced("opportunity/closing").then(due("2026-11-01")).won(),
        Story::captured("webinar").advanced("opportunity/closing").lost(),
    ];
    let ids: Vec<_> = (0..6).map(|n| ContactId::new(n, [0; 10])).collect();
    for (id, story) in ids.iter().zip(stories) {
        workspace.take_in(*id, story.log());
    }
    let report = Report::of(&workspace, today(), &Utc);
    assert_eq!(report.levels, [[2, 0, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0]]);
    assert_eq!(report.due, [ids[1], ids[0]], "no customer's");
    assert!(report.ready.is_empty());
}
