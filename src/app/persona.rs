//! Which persona of the playbook a job title stands for.
//!
//! Invariant: whole words only, whatever their case and what stands between them: "IT" is no part of
//! "Unit lead".

use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::market::Persona;

/// The persona a contact is taken for by its job title; none where no persona's words are in it.
pub fn persona_of<'a>(playbook: &'a Playbook, contact: &Contact) -> Option<&'a Persona> {
    recognise(&playbook.personas, contact.field(Field::JobTitle)?)
}

/// The persona whose words are in a job title: of several, the one with the most telling words, that
/// is the most and then the longest ones; else the one that stands first.
pub fn recognise<'a>(personas: &'a [Persona], title: &str) -> Option<&'a Persona> {
    let title = words(title);
    let telling = |persona: &Persona| {
        let matching = persona.job_titles.iter().map(|text| words(text));
        let matching = matching.filter(|wanted| is_in(wanted, &title));
        matching.map(|words| (words.len(), words.concat().chars().count())).max()
    };
    let mut best = None;
    for persona in personas {
        let telling = telling(persona);
        if telling > best.and_then(|(_, telling)| telling) {
            best = Some((persona, telling));
        }
    }
    best.map(|(persona, _)| persona)
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether words stand in a title, one after the other.
fn is_in(wanted: &[String], title: &[String]) -> bool {
    !wanted.is_empty() && title.windows(wanted.len()).any(|part| part == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn persona(id: &str, job_titles: &[&str]) -> Persona {
        let json = format!(r#"{{"id":"{id}","title":"{id}"}}"#);
        let job_titles = job_titles.iter().map(|words| (*words).to_owned()).collect();
        Persona { job_titles, ..serde_json::from_str(&json).unwrap() }
    }

    #[test]
    fn a_job_title_is_recognised_by_its_most_telling_words() {
        let personas = [
            persona("operations", &["head of operations", "Operations Manager", "COO"]),
            persona("it", &["IT", "head of IT", "Leiter Informatik"]),
            persona("head", &["head"]),
            persona("nobody", &[]),
            persona("blank", &["", " - "]),
            persona("again", &["coo"]),
        ];
        for (title, expected) in [
            ("Head of Operations", Some("operations")),
            ("  HEAD OF OPERATIONS, EMEA", Some("operations")),
            ("Group head-of-operations", Some("operations")),
            ("COO & founder", Some("operations")),
            ("Head of IT", Some("it")),
            ("IT lead", Some("it")),
            ("Leiter Informatik", Some("it")),
            ("Head of IT operations", Some("it")),
            ("Head of sales", Some("head")),
            ("Unit lead", None),
            ("Operations", None),
            ("Manager, operations", None),
            ("Überleiter", None),
            ("", None),
        ] {
            let found = recognise(&personas, title).map(|persona| persona.id.as_str());
            assert_eq!(found, expected, "{title}");
        }
    }

    #[test]
    fn without_personas_or_a_title_nobody_is_recognised() {
        assert_eq!(recognise(&[], "Head of IT"), None);
        let playbook = include_str!("../../playbooks/pain-interest-fit.json");
        let playbook: Playbook = serde_json::from_str(playbook).unwrap();
        let contact = Contact::blank(crate::domain::ids::ContactId::new(0, [0; 10]));
        assert_eq!(persona_of(&playbook, &contact), None);
    }
}
