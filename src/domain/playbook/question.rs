//! Questions of every kind, in the wording of each face.

use crate::domain::ids::{OptionId, QuestionId, SectionId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::retired::Retired;
use crate::domain::playbook::rule::{Rule, Test};
use crate::domain::range::Range;
use crate::domain::value::Value;
use serde::{Deserialize, Serialize};

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Its id; means the same in every playbook.
    pub id: QuestionId,
    /// The section it is asked in.
    pub section: SectionId,
    /// A short name for tables and summaries, such as "Employees".
    pub title: String,
    /// The visitor's wording; without one, visitors are not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<String>,
    /// The rep's wording; without one, the visitor's is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    /// What a rep can say to find out: the talk track.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub say: Option<String>,
    /// What a rep can ask on to find out more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub probe: Vec<String>,
    /// Help under the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Why we ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What can be answered.
    pub kind: QuestionKind,
    /// Whether it may be left empty without saying "I don't know yet".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// Asked only when this is met. Decides asking only: recorded answers always count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Rule>,
    /// Asked although no rule reads it, such as for the contact's own words.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ask_anyway: bool,
    /// What an answer must be to be taken, beyond its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accept: Option<Accept>,
    /// Whether it asks for a personal trait, such as age or religion, that must not decide.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub personal: bool,
    /// What else the answer is recorded as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sets: Option<Sets>,
    /// Set where it is asked no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<Retired<QuestionId>>,
}

/// What an answer must be to be taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accept {
    /// The test; an answer it says no to is not taken.
    pub is: Test,
    /// What the person is told then.
    pub message: String,
}

/// Something besides the answer that a question's answer is recorded as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sets {
    /// The amount of the deal; for a question about money.
    Amount,
    /// The day the deal is expected to close; for a question about a date.
    ExpectedClose,
}

impl Sets {
    /// Whether answers of a kind can be recorded as this, too.
    pub fn fits(self, kind: &QuestionKind) -> bool {
        matches!(
            (self, kind),
            (Self::Amount, QuestionKind::Money) | (Self::ExpectedClose, QuestionKind::Date)
        )
    }
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// One of the options.
    Choice {
        /// The options, in order.
        options: Vec<Choice>,
    },
    /// Any of the options.
    Several {
        /// The options, in order.
        options: Vec<Choice>,
    },
    /// Yes or no.
    YesNo,
    /// A number; visitors choose a band where bands are given.
    Number {
        /// What is counted, such as "people".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// What one of them is called, such as "person"; else as several are.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit_one: Option<String>,
        /// What is accepted.
        #[serde(default)]
        limits: Range,
        /// Bands to choose from.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        bands: Vec<Band>,
    },
    /// An amount in the workspace's currency.
    Money,
    /// A step from `from` to `to`.
    Scale {
        /// Lowest step.
        from: i32,
        /// Highest step.
        to: i32,
        /// What the lowest step means.
        low: String,
        /// What the highest step means.
        high: String,
    },
    /// Words.
    Text,
    /// A day.
    Date,
}

impl QuestionKind {
    /// Its word in the file.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Choice { .. } => "choice",
            Self::Several { .. } => "several",
            Self::YesNo => "yes_no",
            Self::Number { .. } => "number",
            Self::Money => "money",
            Self::Scale { .. } => "scale",
            Self::Text => "text",
            Self::Date => "date",
        }
    }

    /// Whether it counts whole things: its bands pass over what lies between two of them, as nobody
    /// employs nine and a half people.
    pub fn counts(&self) -> bool {
        let Self::Number { bands, .. } = self else { return false };
        let follows = |band: &Band, on: &Band| {
            let next = band.range.to.map(|to| to + 1.0);
            next.is_some() && next == on.range.from && next.is_some_and(|next| next.fract() == 0.0)
        };
        bands.iter().any(|band| bands.iter().any(|on| follows(band, on)))
    }
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// Its id.
    pub id: OptionId,
    /// Its wording; may be left out where the id is the code of a country or another region
    /// (ISO 3166, two capital letters), which the browser has a name for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The rep's wording, such as "The contact" for "I do"; without one, the title is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rep_title: Option<String>,
    /// Other words that mean this option, for reading files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<String>,
    /// Set where it is offered no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<Retired<OptionId>>,
}

/// One band of a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Band {
    /// Its wording.
    pub title: String,
    /// The numbers it stands for.
    pub range: Range,
}

/// Who reads the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The contact, on a website.
    Visitor,
    /// The rep, in the workspace.
    Rep,
}

impl Choice {
    /// The wording for a face.
    pub fn wording(&self, face: Face) -> &str {
        match (face, &self.rep_title) {
            (Face::Rep, Some(title)) if !title.is_empty() => title,
            _ => &self.title,
        }
    }
}

impl Question {
    /// The wording for a face; a visitor without `ask` is not asked.
    pub fn wording(&self, face: Face) -> Option<&str> {
        match face {
            Face::Visitor => self.ask.as_deref(),
            Face::Rep => self.prompt.as_deref().or(self.ask.as_deref()),
        }
    }

    /// Whether it is about the organisation, so that everybody there has the same answer: it stands
    /// in the section `organisation`, as in every pack.
    pub fn is_about_organisation(&self) -> bool {
        self.section.as_str() == "organisation"
    }

    /// The options of a choice; empty for every other kind.
    pub fn options(&self) -> &[Choice] {
        match &self.kind {
            QuestionKind::Choice { options } | QuestionKind::Several { options } => options,
            _ => &[],
        }
    }

    /// The bands of a number; empty for every other kind.
    pub fn bands(&self) -> &[Band] {
        match &self.kind {
            QuestionKind::Number { bands, .. } => bands,
            _ => &[],
        }
    }

    /// The options to change; none for every other kind.
    pub(super) fn options_mut(&mut self) -> &mut [Choice] {
        match &mut self.kind {
            QuestionKind::Choice { options } | QuestionKind::Several { options } => options,
            _ => &mut [],
        }
    }

    /// The option a text of a file means: by id, either wording or synonym, whatever the case.
    pub fn recognise(&self, text: &str) -> Option<&OptionId> {
        let text = text.trim();
        let means = |word: &str| word.chars().map(small).eq(text.chars().map(small));
        self.options()
            .iter()
            .find(|o| {
                let words = [&o.title].into_iter().chain(&o.rep_title).chain(&o.synonyms);
                means(o.id.as_str()) || words.into_iter().any(|word| means(word))
            })
            .map(|option| &option.id)
    }

    /// Words that came in as an answer and are none: they are kept, and listed for mapping.
    pub fn unread<'v>(&self, value: &'v Value) -> Option<&'v str> {
        let Value::Text(words) = value else { return None };
        let said = !matches!(self.kind, QuestionKind::Text) && !words.trim().is_empty();
        (said && self.recognise(words).is_none()).then_some(words)
    }

    /// Whether a value is of the kind this question takes. Text in place of a choice is not: it
    /// is kept, and listed for mapping, but not offered as an answer.
    pub fn accepts(&self, value: &Value) -> bool {
        let known = |id: &OptionId| self.options().iter().any(|option| &option.id == id);
        match (&self.kind, value) {
            (QuestionKind::Choice { .. }, Value::Choice(id)) => known(id),
            (QuestionKind::Several { .. }, Value::Several(ids)) => ids.iter().all(known),
            (QuestionKind::Number { limits, .. }, Value::Number(number)) => {
                let number = number.get();
                limits.contains(number) && (number.fract() == 0.0 || !self.kind.counts())
            }
            (QuestionKind::Number { limits, .. }, Value::Band(range)) => {
                !range.is_empty() && range.within(limits) != Outcome::NotMet
            }
            (QuestionKind::Scale { from, to, .. }, Value::Scale(step)) => {
                (from..=to).contains(&step)
            }
            (QuestionKind::Text, Value::Text(text)) => !text.trim().is_empty(),
            (QuestionKind::Money, Value::Money(amount)) => amount.minor >= 0,
            (QuestionKind::YesNo, Value::YesNo(_)) | (QuestionKind::Date, Value::Date(_)) => true,
            _ => false,
        }
    }
}

/// The small form of a plain or Western European letter; any other one as it is.
///
/// The full table of small letters would weigh as much as a tenth of the widget, which links this
/// with every rule.
fn small(letter: char) -> char {
    match letter {
        '×' => letter,
        'À'..='Þ' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests;
