//! Questions that ask for a trait of a person that must not decide: by their wording, in English.
//!
//! Refuses to guess: a question about a company's age, a problem's, a country or a customer's needs
//! is none. So a wording is told of where it plainly asks a person, and one in another language is
//! left to whoever marks it as personal.

mod phrases;

use super::base::Base;
use super::finding::{FindingKind, Personal};
use super::found::Findings;
use crate::domain::playbook::question::Question;
use phrases::{ASKED, Asked, OWNERS, PEOPLE, TAILS};

/// Looks at every question that is not marked as personal.
pub(super) fn personal(base: &Base<'_>, found: &mut Findings) {
    let phrases = Phrases::new();
    for (n, question) in base.playbook.questions.iter().enumerate() {
        if question.personal || question.retired.is_some() {
            continue;
        }
        if let Some((path, about)) = asks(&phrases, n, question) {
            let question = question.id.clone();
            found.add(path, FindingKind::AsksPersonal { question, about });
        }
    }
}

/// The first wording that asks for a trait of a person, and which one.
fn asks(phrases: &Phrases, n: usize, question: &Question) -> Option<(String, Personal)> {
    let once = [
        ("title", Some(&question.title)),
        ("ask", question.ask.as_ref()),
        ("prompt", question.prompt.as_ref()),
        ("say", question.say.as_ref()),
    ];
    let once = once.into_iter().find_map(|(name, text)| {
        Some((format!("questions[{n}].{name}"), phrases.asked_for(text?)?))
    });
    once.or_else(|| {
        let mut probes = question.probe.iter().enumerate();
        probes.find_map(|(m, text)| {
            Some((format!("questions[{n}].probe[{m}]"), phrases.asked_for(text)?))
        })
    })
}

/// The words of a phrase, with what it asks for.
type Phrase = (Vec<&'static str>, Personal);

/// Every phrase, in order of the word it is looked up by.
struct Phrases {
    /// By the first word.
    nouns: Vec<Phrase>,
    /// By the last word.
    ends: Vec<Phrase>,
}

impl Phrases {
    fn new() -> Self {
        let split = |phrases: fn(&Asked) -> &'static [&'static str]| {
            let all = ASKED.iter().flat_map(move |asked| {
                phrases(asked).iter().map(|phrase| (phrase.split(' ').collect(), asked.about))
            });
            all.collect::<Vec<Phrase>>()
        };
        let (mut nouns, mut ends) = (split(|asked| asked.nouns), split(|asked| asked.ends));
        nouns.sort_by_key(|(words, _)| words[0]);
        ends.sort_by_key(|(words, _)| words[words.len() - 1]);
        Self { nouns, ends }
    }

    /// The trait of a person a text asks for.
    fn asked_for(&self, text: &str) -> Option<Personal> {
        let pieces = text.split(|c: char| !(c.is_alphanumeric() || " -/'’".contains(c)));
        let pieces: Vec<_> = pieces.map(words).filter(|words| !words.is_empty()).collect();
        pieces.iter().find_map(|piece| {
            let noun = |at: usize| self.noun(piece, at, pieces.len() == 1);
            self.end(piece).or_else(|| (0..piece.len()).find_map(noun))
        })
    }

    /// What a piece of text asks for by how it ends.
    fn end(&self, piece: &[String]) -> Option<Personal> {
        let last = piece.last()?.as_str();
        let last_of = |phrase: &Phrase| phrase.0.last().copied().unwrap_or_default();
        let from = self.ends.partition_point(|phrase| last_of(phrase) < last);
        let is_end = |(words, _): &&Phrase| {
            let at = piece.len().checked_sub(words.len());
            at.is_some_and(|at| piece[at..].iter().eq(words.iter()))
        };
        let mut ends = self.ends[from..].iter().take_while(|phrase| last_of(phrase) == last);
        ends.find(is_end).map(|(_, about)| *about)
    }

    /// What a noun asks for that stands at a place in a piece of text; `alone` where there is no
    /// other piece.
    fn noun(&self, piece: &[String], at: usize, alone: bool) -> Option<Personal> {
        let from = self.nouns.partition_point(|(words, _)| words[0] < piece[at].as_str());
        let mut nouns = self.nouns[from..].iter().take_while(|(words, _)| words[0] == piece[at]);
        let (before, rest) = piece.split_at(at);
        let is_meant = |(words, _): &&Phrase| {
            let Some((noun, after)) = rest.split_at_checked(words.len()) else { return false };
            let tail = after.len() == 1 && TAILS.contains(&after[0].as_str());
            let owned = before.last().is_some_and(|word| OWNERS.contains(&word.as_str()));
            let of_somebody = matches!(after, [of, the, who, ..]
                if of == "of" && ["the", "this"].contains(&the.as_str()) && is_person(who));
            let named = alone && before.is_empty() && after.is_empty();
            noun.iter().eq(words.iter())
                && (named || of_somebody || (owned && (after.is_empty() || tail)))
        };
        nouns.find(is_meant).map(|(_, about)| *about)
    }
}

fn is_person(word: &str) -> bool {
    PEOPLE.contains(&word)
}

/// Small words, with whoever is spoken about in place of "you".
fn words(piece: &str) -> Vec<String> {
    let mut words: Vec<String> = piece
        .split([' ', '/'])
        .map(|word| word.trim_matches(['-', '\'', '’']).replace('’', "'").to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    for (verb, turned) in [("is", "are"), ("does", "do")] {
        let length = |words: &[String]| match words {
            [one, the, who, ..] if one == verb && (the == "the" || the == "this") => {
                is_person(who).then_some(3)
            }
            [one, who, ..] if one == verb => (who == "he" || who == "she").then_some(2),
            _ => None,
        };
        let found = (0..words.len()).find_map(|at| Some((at, length(&words[at..])?)));
        if let Some((at, length)) = found {
            words.splice(at..at + length, [turned.to_owned(), "you".to_owned()]);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_a_person_is_found() {
        for (text, about) in [
            ("How old are you?", Personal::Age),
            ("Age", Personal::Age),
            ("What is your age group?", Personal::Age),
            ("How old is the decision-maker?", Personal::Age),
            ("Age of the contact", Personal::Age),
            ("What is the contact’s date of birth?", Personal::Age),
            ("Gender", Personal::Gender),
            ("Are you male or female?", Personal::Gender),
            ("Is the contact a man or a woman?", Personal::Gender),
            ("What is your religion?", Personal::Religion),
            ("Your ethnic background, please", Personal::Ethnicity),
            ("What is your race?", Personal::Ethnicity),
            ("Which nationality? Where were you born?", Personal::Nationality),
            ("Nationality of the buyer", Personal::Nationality),
            ("How is your health?", Personal::Health),
            ("Do you have a disability?", Personal::Disability),
            ("“Is she pregnant?”", Personal::Pregnancy),
            ("Does the contact have children?", Personal::Pregnancy),
            ("Marital status", Personal::MaritalStatus),
            ("What is your sexual orientation?", Personal::SexualOrientation),
            ("Are you a member of a trade union?", Personal::UnionMembership),
            ("Which party do you vote for?", Personal::Politics),
        ] {
            assert_eq!(Phrases::new().asked_for(text), Some(about), "{text}");
        }
    }

    #[test]
    fn what_asks_about_anything_else_is_not() {
        for text in [
            "Age of the problem",
            "For how long have you had this problem?",
            "How old is your company?",
            "How old are your machines, and what is their age?",
            "What is the average age of your stock?",
            "How does your age verification work?",
            "Which age groups do you sell to?",
            "Do you report on your gender pay gap?",
            "Which industry are you in?",
            "Healthcare",
            "How many of you work in health and safety?",
            "Do you sell your health insurance online?",
            "Is your website ready for people with disabilities?",
            "Which country are you in?",
            "Are you a religious organisation?",
            "How much faith do you have in your forecast?",
            "What is your race timing system?",
            "Do you negotiate with a trade union?",
            "Are you a political party?",
            "Are you married to your current supplier?",
            "Are you single-sourced?",
            "How is your company’s state of health?",
            "When was the company born?",
            "Do you sell to children?",
            "",
            "?!",
        ] {
            assert_eq!(Phrases::new().asked_for(text), None, "{text}");
        }
    }
}
