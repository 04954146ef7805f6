//! What people are told: reasons, visitor outcomes, consent, glossary; and how often to be in touch.
//!
//! Owns the file's shape of these.

use crate::domain::ids::{ReasonId, TrackId};
use crate::domain::playbook::market::Intent;
use serde::{Deserialize, Serialize};

/// Why contacts end or wait.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reasons {
    /// Unsuitable.
    #[serde(default)]
    pub disqualify: Vec<Reason>,
    /// Lost.
    #[serde(default)]
    pub lose: Vec<Reason>,
    /// Not now.
    #[serde(default)]
    pub nurture: Vec<Reason>,
    /// Sent back from sales to marketing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub send_back: Vec<Reason>,
}

impl Reasons {
    /// Every list with its key in the file.
    pub fn lists(&self) -> [(&'static str, &[Reason]); 4] {
        [
            ("disqualify", &self.disqualify),
            ("lose", &self.lose),
            ("nurture", &self.nurture),
            ("send_back", &self.send_back),
        ]
    }

    /// The name of a reason, wherever it is listed.
    pub fn title(&self, id: &ReasonId) -> Option<&str> {
        let mut all = self.lists().into_iter().flat_map(|(_, list)| list);
        all.find(|reason| &reason.id == id).map(|reason| reason.title.as_str())
    }

    /// The reason that words of a file mean, one of `likely` before all others: by its name, else by its
    /// id.
    pub fn meant<'a>(&'a self, likely: &'a [Reason], words: &str) -> Option<&'a ReasonId> {
        let words = words.trim().to_lowercase();
        let all = || {
            let lists = self.lists().into_iter().flat_map(|(_, list)| list);
            likely.iter().chain(lists)
        };
        let named = all().find(|reason| reason.title.trim().to_lowercase() == words);
        let found = named.or_else(|| all().find(|reason| reason.id.as_str() == words));
        found.map(|reason| &reason.id)
    }
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reason {
    /// Its id.
    pub id: ReasonId,
    /// Its name.
    pub title: String,
}

/// What a visitor is told at the end, by what the answers claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcomes {
    /// A knock-out: it does not fit.
    pub not_a_fit: OutcomeText,
    /// Not enough is known, or something is missing.
    pub lead: OutcomeText,
    /// It would qualify.
    pub prospect: OutcomeText,
    /// Pain, interest and fit are all claimed.
    pub opportunity: OutcomeText,
}

impl Outcomes {
    /// Every outcome with its key in the file.
    pub fn all(&self) -> [(&'static str, &OutcomeText); 4] {
        [
            ("not_a_fit", &self.not_a_fit),
            ("lead", &self.lead),
            ("prospect", &self.prospect),
            ("opportunity", &self.opportunity),
        ]
    }
}

/// One outcome.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutcomeText {
    /// The heading.
    pub title: String,
    /// A short paragraph.
    pub text: String,
    /// What to do next.
    pub next: String,
    /// A link to do it by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// More to read or to use: links below everything else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Action>,
}

/// A link with its wording.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// What the link says.
    pub title: String,
    /// Where it leads: `https:`, `http:`, `mailto:`, `tel:`, or a place on the same site.
    pub link: String,
}

/// Whether a link leads somewhere a link may lead: never into a script.
///
/// ```
/// use ripen::domain::playbook::words::is_plain_link;
/// assert!(is_plain_link("https://example.com/book") && is_plain_link("/book"));
/// assert!(!is_plain_link("javascript:alert(1)") && !is_plain_link(" data:text/html,x"));
/// ```
pub fn is_plain_link(link: &str) -> bool {
    // Browsers skip control characters and spaces in a scheme.
    if link.bytes().any(|byte| byte <= b' ') {
        return false;
    }
    let scheme = link.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
    match scheme {
        None => !link.is_empty(),
        Some((scheme, _)) => ["https", "http", "mailto", "tel"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known)),
    }
}

/// What a visitor agrees to before contact details are kept or sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Consent {
    /// The wording beside the tick box.
    pub text: String,
    /// The wording's own version, counted from 1; it goes with every consent given.
    pub revision: u32,
    /// The contact details that are asked for.
    pub details: Vec<Detail>,
}

/// A contact detail a visitor can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// The person's name.
    Person,
    /// The organisation's name.
    Organisation,
    /// E-mail address.
    Email,
    /// Phone number.
    Phone,
}

/// One word of the team's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// The word.
    pub term: String,
    /// What it means.
    pub meaning: String,
    /// What it is often mistaken for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mistaken: Option<String>,
}

/// How often to be in touch.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cadence {
    /// Hours within which a new contact is to be answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_response_hours: Option<u32>,
    /// Days between touches of a lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<u32>,
    /// Days between touches of a prospect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prospect_days: Option<u32>,
    /// Days between touches of an opportunity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opportunity_days: Option<u32>,
    /// How contacts that are not ready are kept warm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Track>,
}

impl Cadence {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How contacts of one kind are kept warm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Track {
    /// Its id.
    pub id: TrackId,
    /// Its name.
    pub title: String,
    /// The intent of the sources it is for; none for all others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// Days after the start on which to be in touch, ascending.
    pub days: Vec<u32>,
}
