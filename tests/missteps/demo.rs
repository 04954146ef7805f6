//! The missteps of the demo: listed as they are counted, counted as pages show them.

use super::{found, id, playbook};
use crate::support::{pack, rules, today};
use chrono::{FixedOffset, NaiveDate};
use ripen::app::demo::demo;
use ripen::app::find::find;
use ripen::app::learn::missteps::{Group, MisstepKind, missteps};
use ripen::app::route::Listing;
use ripen::app::workspace::Workspace;
use ripen::domain::assess::assess;
use std::sync::Arc;

fn demo_workspace(today: NaiveDate) -> Workspace {
    let mut workspace = Workspace::new(Arc::new(playbook()));
    let mut n = 0;
    let histories = demo(pack(), today, || {
        n += 1;
        id(n)
    });
    for (id, log) in histories {
        workspace.take_in(id, log);
    }
    workspace
}

#[test]
fn a_listing_lists_exactly_the_contacts_that_are_counted() {
    let workspace = demo_workspace(today());
    let zone = FixedOffset::east_opt(3_600).expect("an hour");
    let mut kinds = 0;
    for misstep in missteps(&workspace, today(), &zone) {
        let query = Listing::of(misstep.kind).query(&workspace.playbook, today());
        let mut listed = find(&workspace, &query, &zone);
        listed.sort_unstable();
        assert_eq!(listed, misstep.contacts, "{:?}", misstep.kind);
        assert!(misstep.contacts.len() <= misstep.of);
        if misstep.kind.group() == Group::Everybody {
            assert_eq!(misstep.of, workspace.contacts().count());
        }
        kinds += usize::from(!misstep.contacts.is_empty());
    }
    assert!(kinds > 6, "the demo has something to show: {kinds}");
}

#[test]
fn the_count_ahead_of_the_evidence_is_the_one_contact_pages_show() {
    let workspace = demo_workspace(today());
    let open = workspace.contacts().filter(|contact| !contact.standing.is_closed());
    let ahead = open.filter(|contact| assess(rules(), contact, today()).ahead_of_evidence);
    let ahead: Vec<_> = ahead.map(|contact| contact.id).collect();
    assert_eq!(found(&workspace, MisstepKind::AheadOfEvidence).contacts, ahead);
}
