//! The stages CRMs come with, their chances, and which of them a stage of the playbook becomes.
//!
//! Invariant: the first stage becomes the CRM's first one and the last its last one.

use super::Job;
use crate::app::crm::Crm;
use crate::domain::contact::Contact;
use crate::domain::playbook::Playbook;
use crate::domain::position::{Level, Position};

/// A stage as a CRM has it until somebody changes it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrmStage {
    /// What files call it.
    pub name: &'static str,
    /// Its win chance in per cent, where the CRM gives one.
    pub chance: Option<u8>,
}

const fn stage(name: &'static str, chance: u8) -> CrmStage {
    CrmStage { name, chance: Some(chance) }
}

const fn plain(name: &'static str) -> CrmStage {
    CrmStage { name, chance: None }
}

const HUBSPOT: [CrmStage; 5] = [
    stage("appointmentscheduled", 20),
    stage("qualifiedtobuy", 40),
    stage("presentationscheduled", 60),
    stage("decisionmakerboughtin", 80),
    stage("contractsent", 90),
];

const SALESFORCE: [CrmStage; 8] = [
    stage("Prospecting", 10),
    stage("Qualification", 10),
    stage("Needs Analysis", 20),
    stage("Value Proposition", 50),
    stage("Id. Decision Makers", 60),
    stage("Perception Analysis", 70),
    stage("Proposal/Price Quote", 75),
    stage("Negotiation/Review", 90),
];

const PIPEDRIVE: [CrmStage; 5] = [
    plain("Qualified"),
    plain("Contact Made"),
    plain("Demo Scheduled"),
    plain("Proposal Made"),
    plain("Negotiations Started"),
];

/// The stages of deals that go on, in the CRM's order.
pub fn stages(crm: Crm) -> &'static [CrmStage] {
    match crm {
        Crm::HubSpot => &HUBSPOT,
        Crm::Salesforce => &SALESFORCE,
        Crm::Pipedrive => &PIPEDRIVE,
    }
}

/// For each stage in use the place of the CRM's stage as far along, until somebody chooses.
pub fn usual(crm: Crm, playbook: &Playbook) -> Vec<usize> {
    let (own, theirs) = (playbook.stages_in_use().count(), stages(crm).len() - 1);
    let steps = own.saturating_sub(1).max(1);
    // To the nearest one; halves go up.
    (0..own).map(|place| (2 * place * theirs + steps) / (2 * steps)).collect()
}

/// How a deal stands.
pub(super) enum Outcome {
    /// It goes on.
    Open,
    /// It was won.
    Won,
    /// It was lost, or found unsuitable.
    Lost,
}

impl Outcome {
    pub(super) fn of(contact: &Contact) -> Self {
        match contact.level() {
            Level::Customer => Self::Won,
            _ if contact.standing.is_closed() => Self::Lost,
            _ => Self::Open,
        }
    }
}

/// The CRM's stage of a contact's; that of the last stage for a customer.
pub(super) fn stage_of(job: &Job<'_>, contact: &Contact) -> CrmStage {
    let place = match &contact.position {
        Position::Customer => job.playbook.stages_in_use().count().saturating_sub(1),
        position => job.playbook.rank(position).saturating_sub(2),
    };
    let chosen = job.stages.get(place).copied().unwrap_or_default();
    let all = stages(job.crm);
    all.get(chosen).copied().unwrap_or(all[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(crm: Crm, own: usize, expected: &[&str]) {
        let stages_json = (0..own)
            .map(|n| format!(r#"{{"id":"s{n}","title":"S{n}","exit":[]}}"#))
            .collect::<Vec<_>>()
            .join(",");
        let playbook = format!(
            r#"{{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
                "sections":[],"questions":[],"criteria":[],"stages":[{stages_json}],
                "gates":{{"prospect":[],"opportunity":[]}}}}"#
        );
        let playbook: Playbook = serde_json::from_str(&playbook).unwrap();
        let names: Vec<_> =
            usual(crm, &playbook).into_iter().map(|place| stages(crm)[place].name).collect();
        assert_eq!(names, expected, "{crm:?}, {own} stages");
    }

    #[test]
    fn stages_become_those_as_far_along() {
        check(Crm::HubSpot, 0, &[]);
        check(Crm::HubSpot, 1, &["appointmentscheduled"]);
        check(Crm::HubSpot, 2, &["appointmentscheduled", "contractsent"]);
        check(
            Crm::HubSpot,
            4,
            &["appointmentscheduled", "qualifiedtobuy", "decisionmakerboughtin", "contractsent"],
        );
        check(
            Crm::Pipedrive,
            4,
            &["Qualified", "Contact Made", "Proposal Made", "Negotiations Started"],
        );
        check(Crm::Salesforce, 3, &["Prospecting", "Id. Decision Makers", "Negotiation/Review"]);
    }
}
