//! What a person has chosen and typed, as it stands, whether it can be used or not.
//!
//! Invariant: what may hold a key is told from the rest ([`Choices::without_secrets`]), and is never
//! kept.

use super::handoff::Destination;
use crate::domain::ids::{PlaybookId, QuestionId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choices {
    /// A playbook that ships; none for the one in use here.
    pub pack: Option<PlaybookId>,
    /// The language of the wizard's own words.
    pub language: Language,
    /// Light or dark.
    pub scheme: Scheme,
    /// When the wizard is fetched.
    pub loading: Loading,
    /// Where it shows.
    pub presentation: Presentation,
    /// Where a finished run goes.
    pub destination: Destination,
    /// What is turned on.
    pub switches: BTreeSet<Switch>,
    /// The questions that the page's address may answer ahead.
    pub prefill: BTreeSet<QuestionId>,
    /// What is typed, by field; none of them is empty.
    #[serde(rename = "typed")]
    pub written: BTreeMap<Field, String>,
}

/// What is typed, each in a field of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Where the visitor's playbook will lie.
    Playbook,
    /// The colour of buttons and links on light pages.
    Accent,
    /// The same on dark ones.
    AccentDark,
    /// The colour of text on light pages.
    Text,
    /// The same on dark ones.
    TextDark,
    /// The colour behind text on light pages.
    Surface,
    /// The same on dark ones.
    SurfaceDark,
    /// How round corners are, in pixels.
    Radius,
    /// A step of the space between things, in pixels.
    Spacing,
    /// The names of fonts.
    Font,
    /// What the button says that opens the wizard.
    ButtonLabel,
    /// Address of a webhook.
    Webhook,
    /// HubSpot's place where the account's data lie.
    HubspotRegion,
    /// HubSpot's number of the account.
    HubspotPortal,
    /// HubSpot's id of the form.
    HubspotForm,
    /// Salesforce's id of the organisation.
    SalesforceOid,
    /// EspoCRM's address of a lead capture.
    EspoCrm,
    /// An e-mail address.
    Email,
    /// The page to get in touch on.
    Contact,
    /// What the link to it says.
    ContactWords,
    /// Where Ripen's files lie.
    Files,
}

/// What can be turned on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Switch {
    /// Visitors begin anew each time.
    NoResume,
    /// The campaign goes with the result.
    CaptureUtm,
    /// Contact details and free text are in the page's events.
    EmitData,
    /// Each page of the wizard is one for the browser's Back.
    History,
    /// Finished runs come into this workspace, on pages of its own origin.
    Workspace,
}

/// The languages the wizard's own words are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Vietnamese.
    Vi,
    /// Arabic.
    Ar,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// As the page around it.
    #[default]
    Page,
    /// As the visitor's system, whatever the page is.
    Auto,
    /// Light always.
    Light,
    /// Dark always.
    Dark,
}

/// When the wizard is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Loading {
    /// When it comes near what the visitor sees.
    #[default]
    Lazy,
    /// With the page.
    Eager,
    /// When the visitor touches it.
    Interaction,
}

/// Where the wizard shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presentation {
    /// In its place in the page.
    #[default]
    Inline,
    /// In a dialog that a button opens.
    Button,
    /// In a dialog that the page's own script opens.
    Modal,
}

impl Choices {
    /// What is typed in a field, without space round it.
    pub fn typed(&self, field: Field) -> &str {
        self.raw(field).trim()
    }

    /// What is typed in a field, as it is.
    pub fn raw(&self, field: Field) -> &str {
        self.written.get(&field).map_or("", String::as_str)
    }

    /// Types something.
    pub fn write(&mut self, field: Field, text: String) {
        if text.is_empty() {
            self.written.remove(&field);
        } else {
            self.written.insert(field, text);
        }
    }

    /// Turns something on or off.
    pub fn turn(&mut self, switch: Switch, on: bool) {
        if on {
            self.switches.insert(switch);
        } else {
            self.switches.remove(&switch);
        }
    }

    /// Whether something is turned on.
    pub fn has(&self, switch: Switch) -> bool {
        self.switches.contains(&switch)
    }

    /// What may be kept: addresses that let whoever has them in are left out.
    #[must_use]
    pub fn without_secrets(&self) -> Self {
        let mut kept = self.clone();
        kept.written.retain(|field, _| !field.may_hold_a_key());
        kept
    }
}

impl Field {
    /// Whether what is typed here may let whoever has it in.
    pub fn may_hold_a_key(self) -> bool {
        matches!(self, Self::Webhook | Self::EspoCrm)
    }
}

impl Language {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] =
        [Self::En, Self::Nl, Self::De, Self::Fr, Self::Es, Self::Vi, Self::Ar];

    /// Its code (BCP 47).
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Vi => "vi",
            Self::Ar => "ar",
        }
    }
}

impl Scheme {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Page, Self::Auto, Self::Light, Self::Dark];

    /// The value of the attribute; none for the default.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Page => None,
            Self::Auto => Some("auto"),
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// Whether it ever shows on light, and on dark.
    pub fn shows(self) -> (bool, bool) {
        (self != Self::Dark, self != Self::Light)
    }
}

impl Loading {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Lazy, Self::Eager, Self::Interaction];

    /// The value of the attribute; none for the default.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Lazy => None,
            Self::Eager => Some("eager"),
            Self::Interaction => Some("interaction"),
        }
    }
}

impl Presentation {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Inline, Self::Button, Self::Modal];

    /// The value of the attribute; none for the default.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Inline => None,
            Self::Button => Some("button"),
            Self::Modal => Some("modal"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_hold_a_key_is_not_kept() {
        let mut choices = Choices::default();
        choices.write(Field::Webhook, "https://hooks.example/in/s3cret".into());
        choices.write(Field::EspoCrm, "https://crm.example/api/v1/LeadCapture/s3cret".into());
        choices.write(Field::Contact, " /contact ".into());
        let kept = choices.without_secrets();
        assert!(!format!("{kept:?}").contains("s3cret"));
        assert_eq!(
            (kept.typed(Field::Contact), kept.raw(Field::Contact)),
            ("/contact", " /contact ")
        );
    }

    #[test]
    fn an_emptied_field_is_as_one_never_typed_in() {
        let mut choices = Choices::default();
        choices.write(Field::Font, "Georgia".into());
        choices.turn(Switch::History, true);
        assert!(choices.has(Switch::History));
        choices.write(Field::Font, String::new());
        choices.turn(Switch::History, false);
        assert_eq!(choices, Choices::default());
    }
}
