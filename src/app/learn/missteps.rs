//! Common missteps, found in the contacts of a workspace.
//!
//! Invariant: every count is of contacts that a listing by the same kind lists, out of those the
//! misstep could have happened to.

use super::lookout::Lookout;
use crate::app::workspace::Workspace;
use crate::domain::ids::ContactId;
use crate::domain::rules::Rules;
use chrono::{NaiveDate, TimeZone};

/// Minutes of touches from which on a contact was worked on a lot.
pub const WORKED_ON: u64 = 60;

/// What can go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MisstepKind {
    /// Stands further than its evidence reaches.
    AheadOfEvidence,
    /// An opportunity whose pain nobody has confirmed.
    PainUnconfirmed,
    /// An opportunity with answers, none of which was ever confirmed.
    ClaimedOnly,
    /// A prospect or opportunity whose decision-maker is not named.
    DeciderUnnamed,
    /// Less than a third is known of what the next gate asks for.
    LittleKnown,
    /// Nothing is planned.
    NoNextStep,
    /// What was planned is overdue.
    Overdue,
    /// Nobody was ever in touch.
    NeverTouched,
    /// The first response came later than the cadence asks for, or has not come yet.
    LateResponse,
    /// An opportunity without an amount or an expected close.
    NoForecast,
    /// An opportunity that should have closed by now.
    ClosePast,
    /// A lead that is knocked out and was worked on a lot.
    HopelessWork,
    /// Moved up past a gate that had not passed.
    Overridden,
}

impl MisstepKind {
    /// All of them, in the order they are told.
    pub const ALL: [Self; 13] = [
        Self::AheadOfEvidence,
        Self::PainUnconfirmed,
        Self::ClaimedOnly,
        Self::DeciderUnnamed,
        Self::LittleKnown,
        Self::NoNextStep,
        Self::Overdue,
        Self::NeverTouched,
        Self::LateResponse,
        Self::NoForecast,
        Self::ClosePast,
        Self::HopelessWork,
        Self::Overridden,
    ];

    /// Whom it can happen to.
    pub fn group(self) -> Group {
        match self {
            Self::AheadOfEvidence | Self::DeciderUnnamed => Group::OpenAboveLead,
            Self::PainUnconfirmed | Self::ClaimedOnly | Self::NoForecast | Self::ClosePast => {
                Group::OpenOpportunities
            }
            Self::LittleKnown
            | Self::NoNextStep
            | Self::Overdue
            | Self::NeverTouched
            | Self::LateResponse => Group::Open,
            Self::HopelessWork => Group::OpenLeads,
            Self::Overridden => Group::Everybody,
        }
    }
}

/// The contacts a misstep can happen to. Open ones have neither ended nor been won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// All contacts.
    Everybody,
    /// Those that are open.
    Open,
    /// Open leads.
    OpenLeads,
    /// Open prospects and opportunities.
    OpenAboveLead,
    /// Open opportunities.
    OpenOpportunities,
}

/// One misstep with the contacts it was found at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misstep {
    /// Which one.
    pub kind: MisstepKind,
    /// Where it was found.
    pub contacts: Vec<ContactId>,
    /// How many contacts it could have been found at.
    pub of: usize,
}

/// Looks a workspace over. Kinds the playbook gives no means to tell are left out; those that were
/// looked for and not found are there with no contacts. `today` is the day where the person is.
pub fn missteps<Z: TimeZone>(workspace: &Workspace, today: NaiveDate, zone: &Z) -> Vec<Misstep> {
    let rules = Rules::of(&workspace.playbook);
    let lookout = Lookout::new(&rules, today, zone);
    let kinds = MisstepKind::ALL.into_iter().filter(|kind| lookout.can_tell(*kind));
    let mut found: Vec<_> =
        kinds.map(|kind| Misstep { kind, contacts: Vec::new(), of: 0 }).collect();
    for contact in workspace.contacts() {
        let seen = lookout.look(contact);
        for misstep in &mut found {
            if seen.is_in(misstep.kind.group()) {
                misstep.of += 1;
                if seen.shows(misstep.kind) {
                    misstep.contacts.push(contact.id);
                }
            }
        }
    }
    found
}
