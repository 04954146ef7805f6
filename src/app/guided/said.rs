//! What a team says of how it sells, and the sentences its rules stand under.

use crate::domain::ids::{OptionId, SourceId};

/// What a team says of how it sells. An empty answer leaves the pack as it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Guided {
    /// What is sold.
    pub offering: String,
    /// The fewest employees of an organisation it is made for.
    pub least_employees: Option<u32>,
    /// The most employees.
    pub most_employees: Option<u32>,
    /// The industries it is made for; none for any.
    pub industries: Vec<OptionId>,
    /// The countries it is sold in; none for any.
    pub countries: Vec<OptionId>,
    /// The problem it solves, as a visitor is asked for it.
    pub pain: String,
    /// The situation it is made for, as a visitor is asked for it.
    pub situation: String,
    /// The years after which a problem counts as one people have got used to.
    pub old_after_years: Option<u32>,
    /// Whether money must be there before it is an opportunity.
    pub budget_first: bool,
    /// Whether the decision-maker must have agreed in person before it is an opportunity.
    pub authority_first: bool,
    /// The stages of an opportunity by name, in order.
    pub stages: Vec<String>,
    /// The share of opportunities that are won, between 0 and 1.
    pub start_chance: Option<f64>,
    /// Where contacts come from; none for all the pack knows.
    pub sources: Vec<SourceId>,
    /// What somebody who does not fit should do instead.
    pub instead: String,
    /// Where somebody who fits should go on.
    pub link: String,
}

/// The sentences that rules stand under, worded from the answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GuidedWords {
    /// The playbook's name.
    pub title: String,
    /// The rule about size, and why it ends there.
    pub size: (String, String),
    /// The rule about industries, and why it ends there.
    pub industry: (String, String),
    /// The rule about countries, and why it ends there.
    pub location: (String, String),
    /// The rule about interest.
    pub interest: String,
    /// What the link to go on says.
    pub action: String,
}
