//! The texts of a playbook that visitors read, each with its place, for translating.
//!
//! A place is written as keys and ids with `/` between them, such as
//! `questions/pain/ask`: in a list it is the entry of that id, or, where entries have none, the one
//! at that position. `/` and `~` within an id are written `~1` and `~0`, as in a JSON Pointer.
//! Invariant: every place listed holds that text in the playbook's file.

use super::Playbook;
use super::noun::Noun;
use super::part::{OutcomeName, Part};
use super::question::{Choice, Question, QuestionKind};
use super::rule::Criterion;
use super::words::{Action, OutcomeText};
use std::fmt::Display;

/// The language of a playbook that does not say.
pub const USUAL_LANGUAGE: &str = "en";

/// One text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<'p> {
    /// Its place.
    pub path: String,
    /// The part it belongs to.
    pub part: Part,
    /// What of that part it is the field of: the part itself, but for a band.
    pub noun: Noun,
    /// Its field's key in the file.
    pub field: &'static str,
    /// What it says.
    pub words: &'p str,
    /// Whether a visitor who reads another language misses a translation.
    pub needed: bool,
}

impl Playbook {
    /// The language its texts are in.
    pub fn own_language(&self) -> &str {
        self.language.as_deref().unwrap_or(USUAL_LANGUAGE)
    }

    /// Every text that can be translated, in the order of the file. What a visitor never reads is
    /// not [needed](Text::needed), nor are names of countries, which browsers have, and links.
    pub fn texts(&self) -> Vec<Text<'_>> {
        let mut texts = Texts(Vec::new());
        texts.put(Part::Playbook, "title", &"title", &self.title, true);
        for section in &self.sections {
            let asked = self.questions.iter().any(|q| q.section == section.id && is_asked(q));
            let (id, part) = (escaped(section.id.as_str()), Part::Section(section.id.clone()));
            texts.put(part, "title", &format_args!("sections/{id}/title"), &section.title, asked);
        }
        for question in &self.questions {
            texts.question(question);
        }
        for criterion in &self.criteria {
            texts.criterion(criterion);
        }
        if let Some(outcomes) = &self.outcomes {
            for (name, (key, outcome)) in OutcomeName::ALL.into_iter().zip(outcomes.all()) {
                texts.outcome(&Part::Outcome(name), key, outcome);
            }
        }
        if let Some(consent) = &self.consent {
            texts.put(Part::Consent, "text", &"consent/text", &consent.text, true);
        }
        texts.0
    }
}

struct Texts<'p>(Vec<Text<'p>>);

impl<'p> Texts<'p> {
    /// Adds a text, unless it says nothing.
    fn put(
        &mut self,
        part: Part,
        field: &'static str,
        path: &dyn Display,
        words: &'p str,
        needed: bool,
    ) {
        if !words.trim().is_empty() {
            let noun = part.noun();
            self.0.push(Text { path: path.to_string(), part, noun, field, words, needed });
        }
    }

    fn band(&mut self, question: &Question, path: &dyn Display, words: &'p str) {
        let before = self.0.len();
        let part = Part::Question(question.id.clone());
        self.put(part, "title", path, words, is_asked(question));
        for text in self.0.iter_mut().skip(before) {
            text.noun = Noun::Band;
        }
    }

    fn question(&mut self, question: &'p Question) {
        let Question { id, title, ask, help, why, kind, accept, .. } = question;
        let (at, asked) = (format!("questions/{}", escaped(id.as_str())), is_asked(question));
        let message = accept.as_ref().map(|accept| &accept.message);
        for (field, path, words) in [
            ("title", "title", Some(title)),
            ("ask", "ask", ask.as_ref()),
            ("help", "help", help.as_ref()),
            ("why", "why", why.as_ref()),
            ("accept.message", "accept/message", message),
        ] {
            let words = words.map_or("", String::as_str);
            self.put(Part::Question(id.clone()), field, &format_args!("{at}/{path}"), words, asked);
        }
        let part = || Part::Question(id.clone());
        match kind {
            QuestionKind::Choice { options } => {
                self.options(question, options, &format!("{at}/kind/choice/options"));
            }
            QuestionKind::Several { options } => {
                self.options(question, options, &format!("{at}/kind/several/options"));
            }
            QuestionKind::Number { unit, unit_one, bands, .. } => {
                let at = format!("{at}/kind/number");
                for (field, key, unit) in
                    [("kind.unit", "unit", unit), ("kind.unit_one", "unit_one", unit_one)]
                {
                    let unit = unit.as_deref().unwrap_or_default();
                    self.put(part(), field, &format_args!("{at}/{key}"), unit, asked);
                }
                for (n, band) in bands.iter().enumerate() {
                    self.band(question, &format_args!("{at}/bands/{n}/title"), &band.title);
                }
            }
            QuestionKind::Scale { low, high, .. } => {
                let at = format!("{at}/kind/scale");
                self.put(part(), "kind.low", &format_args!("{at}/low"), low, asked);
                self.put(part(), "kind.high", &format_args!("{at}/high"), high, asked);
            }
            QuestionKind::YesNo | QuestionKind::Money | QuestionKind::Text | QuestionKind::Date => {
            }
        }
    }

    fn options(&mut self, question: &Question, options: &'p [Choice], at: &str) {
        for option in options {
            let needed = is_asked(question) && option.retired.is_none() && !option.is_region();
            let part = Part::Option(question.id.clone(), option.id.clone());
            let path = format!("{at}/{}/title", escaped(option.id.as_str()));
            self.put(part, "title", &path, &option.title, needed);
        }
    }

    fn criterion(&mut self, criterion: &'p Criterion) {
        let Criterion { id, title, rule_text, knock_out, .. } = criterion;
        let at = format!("criteria/{}", escaped(id.as_str()));
        let reason = knock_out.as_ref().map_or("", |it| it.reason.as_str());
        let instead = knock_out.as_ref().map_or("", |it| it.alternative.as_str());
        for (field, path, words) in [
            ("title", "title", title.as_str()),
            ("rule_text", "rule_text", rule_text.as_str()),
            ("knock_out.reason", "knock_out/reason", reason),
            ("knock_out.alternative", "knock_out/alternative", instead),
        ] {
            let part = Part::Criterion(id.clone());
            self.put(part, field, &format_args!("{at}/{path}"), words, true);
        }
    }

    fn outcome(&mut self, part: &Part, key: &str, outcome: &'p OutcomeText) {
        let OutcomeText { title, text, next, action, resources } = outcome;
        let said = action.as_ref().map_or("", |action| action.title.as_str());
        let link = action.as_ref().map_or("", |action| action.link.as_str());
        for (field, path, words, needed) in [
            ("title", "title", title.as_str(), true),
            ("text", "text", text.as_str(), true),
            ("next", "next", next.as_str(), true),
            ("action.title", "action/title", said, true),
            ("action.link", "action/link", link, false),
        ] {
            let path = format!("outcomes/{key}/{path}");
            self.put(part.clone(), field, &path, words, needed);
        }
        for (n, Action { title, link }) in resources.iter().enumerate() {
            let at = format!("outcomes/{key}/resources/{n}");
            self.put(part.clone(), "resources", &format_args!("{at}/title"), title, true);
            self.put(part.clone(), "action.link", &format_args!("{at}/link"), link, false);
        }
    }
}

/// Whether visitors are asked a question.
fn is_asked(question: &Question) -> bool {
    question.ask.is_some() && question.retired.is_none()
}

/// An id as it stands in a place.
pub fn escaped(id: &str) -> String {
    id.replace('~', "~0").replace('/', "~1")
}
