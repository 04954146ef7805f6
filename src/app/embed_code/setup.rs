//! The choices, checked: what the code is made of, or everything that keeps it from being made.

use super::address::{NoAddress, Place, Url, is_email};
use super::choices::{Choices, Field, Presentation, Switch};
use super::handoff::Handoff;
use super::theme::Theme;
use crate::domain::playbook::Playbook;

/// Longest text on a button or link, in characters.
pub const LONGEST_WORDS: usize = 100;

/// The site these choices are made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Where its own files for other pages lie, with a stroke at the end.
    pub files: String,
    /// The workspace that is open.
    pub workspace: String,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It is empty and must not be.
    Missing,
    /// It is no address that can be used.
    Address(NoAddress),
    /// It is no address of a lead capture.
    NoLeadCapture,
    /// It is no number of an account.
    NoPortal,
    /// It is no place of HubSpot's data.
    NoRegion,
    /// It is no id of a form.
    NoForm,
    /// It is no id of an organisation.
    NoOid,
    /// It is no e-mail address.
    NoEmail,
    /// It is no colour.
    NoColour,
    /// It is no number of pixels between these.
    NoPixels(u8, u8),
    /// It is no list of fonts.
    NoFont,
    /// It is longer than a button.
    TooLong,
}

/// Where visitors get in touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactLink {
    /// On a page.
    Page(Place),
    /// By mail or phone: nothing a form can be sent to.
    Direct(String),
}

impl ContactLink {
    /// What a link to it says.
    pub fn link(&self) -> &str {
        match self {
            Self::Page(place) => place.as_str(),
            Self::Direct(link) => link,
        }
    }
}

/// What the code is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// Where the visitor's playbook lies.
    pub playbook: Place,
    /// Where Ripen's files lie, with a stroke at the end.
    pub files: Url,
    /// Whether these are the site's own.
    pub own_files: bool,
    /// Where visitors get in touch.
    pub contact: ContactLink,
    /// What the link to it says, where somebody said.
    pub contact_words: Option<String>,
    /// Where a finished run goes.
    pub handoff: Option<Handoff>,
    /// The look.
    pub theme: Theme,
    /// The element's attributes that are not as they would be without.
    pub attributes: Vec<(&'static str, Option<String>)>,
}

impl Setup {
    /// Checks the choices for a visitor's playbook.
    ///
    /// # Errors
    /// Every field that is wrong or missing, in the order of the page.
    pub fn of(
        choices: &Choices,
        site: &Site,
        visitors: &Playbook,
    ) -> Result<Self, Vec<(Field, Problem)>> {
        let mut wrong = Vec::new();
        let playbook = note(&mut wrong, Field::Playbook, file(choices, visitors));
        let (theme, of_theme) = Theme::of(choices);
        wrong.extend(of_theme);
        let with_button = choices.presentation == Presentation::Button;
        let label = if with_button { words(choices, Field::ButtonLabel) } else { Ok(None) };
        let label = note(&mut wrong, Field::ButtonLabel, label);
        let handoff = Handoff::of(choices);
        let handoff = handoff.map_err(|of_handoff| wrong.extend(of_handoff)).ok();
        let contact = note(&mut wrong, Field::Contact, contact(choices.typed(Field::Contact)));
        let contact_words =
            note(&mut wrong, Field::ContactWords, words(choices, Field::ContactWords));
        let files = note(&mut wrong, Field::Files, files(choices, site));
        let (
            Some(playbook),
            Some(label),
            Some(handoff),
            Some(contact),
            Some(contact_words),
            Some(files),
            true,
        ) = (playbook, label, handoff, contact, contact_words, files, wrong.is_empty())
        else {
            return Err(wrong);
        };
        let attributes = attributes(choices, site, visitors, &playbook, label, handoff.as_ref());
        let own_files = files.as_str() == site.files;
        Ok(Self { playbook, files, own_files, contact, contact_words, handoff, theme, attributes })
    }
}

/// Keeps what is right, and lists what is wrong.
fn note<T>(
    wrong: &mut Vec<(Field, Problem)>,
    field: Field,
    found: Result<T, Problem>,
) -> Option<T> {
    found.map_err(|problem| wrong.push((field, problem))).ok()
}

/// What is told of a field by itself, while the person is at it, of all that is wrong; an empty one is
/// told where the code would be.
pub fn wrong_with(field: Field, all: &[(Field, Problem)]) -> Option<Problem> {
    let (_, problem) = all.iter().find(|(other, _)| *other == field)?;
    Some(*problem).filter(|problem| *problem != Problem::Missing)
}

fn attributes(
    choices: &Choices,
    site: &Site,
    visitors: &Playbook,
    playbook: &Place,
    label: Option<String>,
    handoff: Option<&Handoff>,
) -> Vec<(&'static str, Option<String>)> {
    let mut all = vec![("playbook", Some(playbook.as_str().to_owned()))];
    let mut add = |name, value: Option<String>| all.extend(value.map(|value| (name, Some(value))));
    let plain = |value: Option<&'static str>| value.map(str::to_owned);
    // What an element without it takes from the page round it differs from page to page.
    add("lang", Some(choices.language.code().to_owned()));
    add("color-scheme", plain(choices.scheme.attribute()));
    add("loading", plain(choices.loading.attribute()));
    add("presentation", plain(choices.presentation.attribute()));
    add("button-label", label);
    add("handoff", handoff.map(Handoff::attribute));
    add("prefill-params", prefilled(choices, visitors));
    add("workspace", choices.has(Switch::Workspace).then(|| site.workspace.clone()));
    add("resume", choices.has(Switch::NoResume).then(|| "off".to_owned()));
    for (switch, name) in [
        (Switch::CaptureUtm, "capture-utm"),
        (Switch::EmitData, "emit-data"),
        (Switch::History, "history"),
    ] {
        if choices.has(switch) {
            all.push((name, None));
        }
    }
    all
}

/// The questions the page's address may answer: those that visitors are asked.
fn prefilled(choices: &Choices, visitors: &Playbook) -> Option<String> {
    let asked = visitors.questions.iter().filter(|question| {
        question.ask.is_some()
            && choices.prefill.contains(&question.id)
            && !question.id.as_str().contains(char::is_whitespace)
    });
    let names: Vec<_> = asked.map(|question| question.id.as_str()).collect();
    (!names.is_empty()).then(|| names.join(" "))
}

/// The name of a playbook's file for visitors.
pub fn file_name(visitors: &Playbook) -> String {
    let name = format!("{}.visitor.json", visitors.id);
    if Place::parse(&name).is_ok() { name } else { "playbook.visitor.json".to_owned() }
}

fn file(choices: &Choices, visitors: &Playbook) -> Result<Place, Problem> {
    match choices.typed(Field::Playbook) {
        "" => Place::parse(&file_name(visitors)),
        typed => Place::parse(typed),
    }
    .map_err(Problem::Address)
}

fn files(choices: &Choices, site: &Site) -> Result<Url, Problem> {
    let typed = match choices.typed(Field::Files) {
        "" => &site.files,
        typed => typed.strip_suffix("ripen.js").unwrap_or(typed),
    };
    let url = Url::parse(typed).map_err(Problem::Address)?;
    if url.path().contains(['?', '#']) {
        return Err(Problem::Address(NoAddress::NotOne));
    }
    let closed = if typed.ends_with('/') { typed.to_owned() } else { format!("{typed}/") };
    Url::parse(&closed).map_err(Problem::Address)
}

fn contact(typed: &str) -> Result<ContactLink, Problem> {
    if typed.is_empty() {
        return Err(Problem::Missing);
    }
    if let Some(address) = typed.strip_prefix("mailto:") {
        let is_one = is_email(address);
        return if is_one {
            Ok(ContactLink::Direct(typed.to_owned()))
        } else {
            Err(Problem::NoEmail)
        };
    }
    if let Some(number) = typed.strip_prefix("tel:") {
        let is_one = number.bytes().any(|byte| byte.is_ascii_digit())
            && number.bytes().all(|byte| byte.is_ascii_digit() || b"+-().".contains(&byte));
        return if is_one {
            Ok(ContactLink::Direct(typed.to_owned()))
        } else {
            Err(Problem::Address(NoAddress::NotOne))
        };
    }
    // Whoever types an e-mail address alone means a link to it.
    if is_email(typed) {
        return Ok(ContactLink::Direct(format!("mailto:{typed}")));
    }
    Place::parse(typed).map(ContactLink::Page).map_err(Problem::Address)
}

fn words(choices: &Choices, field: Field) -> Result<Option<String>, Problem> {
    match choices.typed(field) {
        "" => Ok(None),
        typed if typed.chars().count() > LONGEST_WORDS => Err(Problem::TooLong),
        typed => Ok(Some(typed.to_owned())),
    }
}
