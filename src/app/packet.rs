//! What goes along when a contact is handed over: what is known and how well, what it comes to, and
//! where to go on.
//!
//! Refuses to put it into words. Invariant: follows from the contact as it stands, so whoever takes
//! it over never reads an old state.

use super::ahead::next_gate;
use super::why::{WhyCard, why};
use super::wizard::{Run, Step};
use crate::domain::answer::Given;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::playbook::question::Question;
use crate::domain::playbook::{Playbook, Source};
use chrono::NaiveDate;

/// What goes along with a contact.
#[derive(Debug, Clone, PartialEq)]
pub struct Packet<'a> {
    /// Where it came from, as the playbook lists it.
    pub source: Option<&'a Source>,
    /// The gate ahead with its reasons and what is still open; none for a customer.
    pub gate: Option<WhyCard>,
    /// What was asked, by section.
    pub sections: Vec<(&'a str, Vec<Asked<'a>>)>,
    /// The question to go on with; none when nothing is left to ask.
    pub next: Option<&'a Question>,
}

/// A question that was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked<'a> {
    /// Which one.
    pub question: &'a Question,
    /// The answer that counts; none for "I don't know yet".
    pub given: Option<&'a Given>,
    /// A weaker one that says something else.
    pub also: Option<&'a Given>,
}

/// The packet of a contact, on a day.
pub fn packet<'a>(playbook: &'a Playbook, contact: &'a Contact, today: NaiveDate) -> Packet<'a> {
    let answers = &contact.answers;
    let asked = |question: &'a Question| Asked {
        question,
        given: answers.get(&question.id),
        also: answers.disagreement(&question.id),
    };
    let in_section = |section| {
        let questions = playbook.questions.iter().filter(move |q| &q.section == section);
        questions.filter(|question| answers.was_asked(&question.id)).map(asked).collect::<Vec<_>>()
    };
    let sections = playbook.sections.iter();
    let sections = sections.map(|section| (section.title.as_str(), in_section(&section.id)));
    let gate = next_gate(playbook, contact, today).map(|gate| why(playbook, answers, &gate));
    let next = match Run::with(playbook, contact, today).next() {
        Step::Ask(question) => playbook.question(&question),
        Step::Check => None,
    };
    let source = contact.field(Field::Source);
    Packet {
        source: source.and_then(|source| playbook.source_meant(source)),
        gate,
        sections: sections.filter(|(_, asked)| !asked.is_empty()).collect(),
        next,
    }
}
