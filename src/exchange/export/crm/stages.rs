//! The stages CRMs come with, their chances, and which of them a stage of the playbook becomes.
//!
//! Invariant: a stage that has the name of one of theirs becomes that one; of the others the first
//! becomes their first one and the last their last one.

use super::Job;
use crate::app::crm::Crm;
use crate::domain::contact::Contact;
use crate::domain::playbook::{Playbook, Stage};
use crate::domain::position::{Level, Position};

/// A stage as a CRM has it until somebody changes it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrmStage {
    /// What files call it.
    pub name: &'static str,
    /// What people read, where that is something else.
    pub label: Option<&'static str>,
    /// Its win chance in per cent, where the CRM gives one.
    pub chance: Option<u8>,
}

const fn stage(name: &'static str, chance: u8) -> CrmStage {
    CrmStage { name, label: None, chance: Some(chance) }
}

const fn labelled(name: &'static str, label: &'static str, chance: u8) -> CrmStage {
    CrmStage { name, label: Some(label), chance: Some(chance) }
}

const fn plain(name: &'static str) -> CrmStage {
    CrmStage { name, label: None, chance: None }
}

const HUBSPOT: [CrmStage; 5] = [
    labelled("appointmentscheduled", "Appointment Scheduled", 20),
    labelled("qualifiedtobuy", "Qualified To Buy", 40),
    labelled("presentationscheduled", "Presentation Scheduled", 60),
    labelled("decisionmakerboughtin", "Decision Maker Bought-In", 80),
    labelled("contractsent", "Contract Sent", 90),
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

/// What stages of a team are called that CRMs call otherwise.
const ALSO: [(&str, &str); 2] = [("discovery", "needs"), ("quote", "proposal")];
/// The shortest word that says what a stage is.
const WORD: usize = 4;
/// Words that say nothing of it.
const FILLERS: [&str; 3] = ["made", "sent", "started"];

/// For each stage in use the place of the CRM's stage of its name, else of the one as far along, until
/// somebody chooses.
pub fn usual(crm: Crm, playbook: &Playbook) -> Vec<usize> {
    let theirs = stages(crm);
    let own: Vec<_> = playbook.stages_in_use().collect();
    let steps = own.len().saturating_sub(1).max(1);
    let place = |(place, stage): (usize, &&Stage)| {
        let named = theirs.iter().position(|theirs| is_named(&stage.title, theirs));
        named.unwrap_or_else(|| as_far_along(theirs, place, steps))
    };
    own.iter().enumerate().map(place).collect()
}

/// Whether a title has a word of the CRM's stage, be one of them longer at its end.
fn is_named(title: &str, theirs: &CrmStage) -> bool {
    let own = words(title);
    let also = |word: &String| ALSO.iter().find(|(own, _)| own == word).map(|(_, also)| *also);
    let also: Vec<_> = own.iter().filter_map(also).map(str::to_owned).collect();
    let theirs = words(theirs.label.unwrap_or(theirs.name));
    let same = |word: &String| {
        theirs.iter().any(|other| word.starts_with(&**other) || other.starts_with(&**word))
    };
    own.iter().chain(&also).any(same)
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| word.chars().count() >= WORD).map(str::to_lowercase);
    words.filter(|word| !FILLERS.contains(&word.as_str())).collect()
}

/// The place of the stage whose chance is as far between the first and the last as a step is; where
/// chances are not known, the place as far along. Of two that are as near the first.
fn as_far_along(theirs: &[CrmStage], place: usize, steps: usize) -> usize {
    let last = theirs.len() - 1;
    let chance = |stage: &CrmStage| stage.chance.map(usize::from);
    let chances: Option<Vec<_>> = theirs.iter().map(chance).collect();
    match chances.as_deref() {
        Some(chances @ [first, .., most]) => {
            let wanted = first * steps + (most - first) * place;
            let far = |at: &usize| (chances[*at] * steps).abs_diff(wanted);
            (0..chances.len()).min_by_key(far).unwrap_or(0)
        }
        // To the nearest one; halves go up.
        _ => (2 * place * last + steps) / (2 * steps),
    }
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

    fn check(crm: Crm, own: &[&str], expected: &[&str]) {
        let stage =
            |(n, title): (usize, &&str)| format!(r#"{{"id":"s{n}","title":"{title}","exit":[]}}"#);
        let stages_json = own.iter().enumerate().map(stage).collect::<Vec<_>>().join(",");
        let playbook = format!(
            r#"{{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
                "sections":[],"questions":[],"criteria":[],"stages":[{stages_json}],
                "gates":{{"prospect":[],"opportunity":[]}}}}"#
        );
        let playbook: Playbook = serde_json::from_str(&playbook).unwrap();
        let names: Vec<_> =
            usual(crm, &playbook).into_iter().map(|place| stages(crm)[place].name).collect();
        assert_eq!(names, expected, "{crm:?}, {own:?}");
    }

    #[test]
    fn stages_without_a_name_of_theirs_become_those_as_far_along() {
        check(Crm::HubSpot, &[], &[]);
        check(Crm::HubSpot, &["A"], &["appointmentscheduled"]);
        check(Crm::HubSpot, &["A", "B"], &["appointmentscheduled", "contractsent"]);
        check(
            Crm::HubSpot,
            &["A", "B", "C", "D"],
            &["appointmentscheduled", "qualifiedtobuy", "presentationscheduled", "contractsent"],
        );
        check(
            Crm::Pipedrive,
            &["A", "B", "C", "D"],
            &["Qualified", "Contact Made", "Proposal Made", "Negotiations Started"],
        );
        check(
            Crm::Salesforce,
            &["A", "B", "C"],
            &["Prospecting", "Value Proposition", "Negotiation/Review"],
        );
    }

    #[test]
    fn stages_become_those_of_their_name() {
        let usual = ["Qualifying", "Discovery", "Proposal", "Closing"];
        check(
            Crm::Salesforce,
            &usual,
            &["Prospecting", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review"],
        );
        check(
            Crm::HubSpot,
            &usual,
            &["appointmentscheduled", "qualifiedtobuy", "presentationscheduled", "contractsent"],
        );
        check(
            Crm::Pipedrive,
            &["Demo", "Negotiation", "Quote sent"],
            &["Demo Scheduled", "Negotiations Started", "Proposal Made"],
        );
        check(Crm::HubSpot, &["Proposal sent"], &["appointmentscheduled"]);
        check(
            Crm::HubSpot,
            &["Presentation", "Contract"],
            &["presentationscheduled", "contractsent"],
        );
    }
}
