//! The contact step at the end of a run: what is asked for, what is wrong with it, and how it stands.
//!
//! Owns the rules of the form and of what a handover means for it. Refuses to word anything, to send
//! anything and to know where it would go. Invariant: nothing is agreed to but by a ticked box, and
//! what was typed is lost to no mistake.

use crate::domain::event::Field;
use crate::domain::playbook::words::{Consent, Detail};
use crate::domain::when::When;

/// The details in the order they are asked for.
pub const DETAILS: [Detail; 4] =
    [Detail::Person, Detail::Organisation, Detail::Email, Detail::Phone];

/// The digits a phone number has at least.
const DIGITS: usize = 5;

/// What is wrong with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// A detail that is needed is missing.
    Missing(Detail),
    /// Neither an e-mail address nor a phone number is there.
    NoWay,
    /// No e-mail address.
    NotAnEmail,
    /// No phone number.
    NotAPhone,
    /// The box is not ticked.
    NotAgreed,
}

/// How handing the details over stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handover {
    /// On its way.
    Sending,
    /// It waits for a connection, or for the next try.
    Waiting,
    /// It has arrived.
    Confirmed,
    /// It was sent; whether it arrived is not known.
    Sent,
    /// It may have arrived; it goes again only if the visitor says so.
    Ask,
    /// It did not arrive.
    Failed,
    /// The page has it, or a workspace of its.
    Taken,
}

impl Handover {
    /// Reads what the element calls it.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "sending" => Self::Sending,
            "waiting" => Self::Waiting,
            "confirmed" => Self::Confirmed,
            "sent" => Self::Sent,
            "ask" => Self::Ask,
            "failed" => Self::Failed,
            _ => return None,
        })
    }

    /// Whether it is the visitor's turn.
    pub fn is_stuck(self) -> bool {
        matches!(self, Self::Ask | Self::Failed)
    }
}

/// What a visitor sent, with the box ticked.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// The details that were given.
    pub details: Vec<(Field, String)>,
    /// When.
    pub at: When,
}

/// The contact step as it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contact {
    typed: [String; DETAILS.len()],
    /// What the page suggests to begin with.
    suggested: [String; DETAILS.len()],
    /// Whether the box is ticked.
    pub agreed: bool,
    /// What was wrong when it was last to be sent.
    pub problems: Vec<Problem>,
    /// How handing over stands; none while nothing was sent.
    pub handover: Option<Handover>,
    /// Why it did not arrive, where somebody says.
    pub reason: Option<String>,
    sent: Option<Sent>,
    /// Whether what is heard of a handover is about an earlier form of the answers.
    out_of_date: bool,
}

/// Whether a visitor is asked for anything.
pub fn asks(consent: &Consent) -> bool {
    !consent.details.is_empty() && !consent.text.trim().is_empty()
}

/// The details asked for, each once.
pub fn asked(consent: &Consent) -> impl Iterator<Item = Detail> {
    DETAILS.into_iter().filter(|detail| consent.details.contains(detail))
}

/// Whether a detail may be left out whatever else is given: all but a way to answer, or the first
/// where no way is asked for.
pub fn is_optional(consent: &Consent, detail: Detail) -> bool {
    !needed(consent).contains(&Some(detail))
}

/// Of these one has to be given.
fn needed(consent: &Consent) -> [Option<Detail>; 2] {
    let way = |detail: Detail| Some(detail).filter(|_| consent.details.contains(&detail));
    match [way(Detail::Email), way(Detail::Phone)] {
        [None, None] => [asked(consent).next(), None],
        ways => ways,
    }
}

impl Contact {
    /// What is typed for a detail.
    pub fn typed(&self, detail: Detail) -> &str {
        &self.typed[detail as usize]
    }

    /// Fills a detail in, to be looked over and sent by the visitor alone.
    pub fn suggest(&mut self, detail: Detail, text: String) {
        self.typed[detail as usize].clone_from(&text);
        self.suggested[detail as usize] = text;
    }

    /// Types a detail.
    pub fn write(&mut self, detail: Detail, typed: String) {
        self.typed[detail as usize] = typed;
    }

    /// What was sent last.
    pub fn sent(&self) -> Option<&Sent> {
        self.sent.as_ref()
    }

    /// Shows the step with the result: nothing is agreed to yet.
    pub fn begin(&mut self) {
        self.agreed = false;
        self.problems.clear();
    }

    /// The answers are others than those that were sent, or the visitor has something to correct: the
    /// form is there again.
    pub fn ask_again(&mut self) {
        self.begin();
        self.handover = None;
        self.reason = None;
        self.out_of_date = true;
    }

    /// Begins anew: what was typed is gone, what the page suggests is there.
    pub fn forget(&mut self) {
        let suggested = std::mem::take(&mut self.suggested);
        let typed = suggested.clone();
        *self = Self { typed, suggested, out_of_date: true, ..Self::default() };
    }

    /// Sends, if nothing is wrong: says whether it may go. From then on it counts as sent.
    pub fn send(&mut self, consent: &Consent, at: When) -> bool {
        self.problems = self.problems(consent);
        if !self.problems.is_empty() {
            return false;
        }
        let mut details = Vec::new();
        for detail in asked(consent) {
            let typed = self.typed(detail).trim();
            if !typed.is_empty() {
                details.push((field(detail), typed.to_owned()));
            }
        }
        self.sent = Some(Sent { details, at });
        self.handover = Some(Handover::Sending);
        self.reason = None;
        self.out_of_date = false;
        true
    }

    /// Hears how handing over stands.
    pub fn hear(&mut self, handover: Handover, reason: Option<String>) {
        if !self.out_of_date {
            self.handover = Some(handover);
            self.reason = reason;
        }
    }

    /// What is wrong, in the order of the form.
    fn problems(&self, consent: &Consent) -> Vec<Problem> {
        let mut problems = Vec::new();
        let missing = needed(consent).into_iter().flatten().all(|way| self.is_blank(way));
        for detail in asked(consent) {
            let typed = self.typed(detail).trim();
            problems.extend(match detail {
                _ if missing && needed(consent)[0].or(needed(consent)[1]) == Some(detail) => {
                    let one = needed(consent).contains(&None);
                    Some(if one { Problem::Missing(detail) } else { Problem::NoWay })
                }
                _ if typed.is_empty() => None,
                Detail::Email if !is_email(typed) => Some(Problem::NotAnEmail),
                Detail::Phone if !is_phone(typed) => Some(Problem::NotAPhone),
                _ => None,
            });
        }
        if !self.agreed {
            problems.push(Problem::NotAgreed);
        }
        problems
    }

    fn is_blank(&self, detail: Detail) -> bool {
        self.typed(detail).trim().is_empty()
    }
}

/// The field of a contact that a detail is.
pub fn field(detail: Detail) -> Field {
    match detail {
        Detail::Person => Field::Person,
        Detail::Organisation => Field::Organisation,
        Detail::Email => Field::Email,
        Detail::Phone => Field::Phone,
    }
}

/// Whether a text can be an e-mail address: a name, one `@`, and a host with a dot in it.
fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let dot = host.bytes().skip(1).position(|byte| byte == b'.');
    !name.is_empty()
        && dot.is_some_and(|place| place + 2 < host.len())
        && !text.bytes().any(|byte| byte <= b' ' || matches!(byte, b',' | b';' | b'<' | b'>'))
        && !host.contains('@')
}

/// Whether a text can be a phone number: digits enough, and no letters but of an extension.
fn is_phone(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= DIGITS && !text.contains('@')
}

#[cfg(test)]
mod tests;
