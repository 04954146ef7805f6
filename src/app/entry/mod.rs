//! What a person has put into a question's form so far, and the answer it stands for.
//!
//! Owns the form's rules: one answer at a time, "I don't know yet" excludes everything else, typed
//! text is read leniently but never guessed at. Refuses to know how the form is drawn or worded.
//! Invariant: what [`Entry::of`] shows of an answer, [`Entry::read`] reads back as that answer,
//! but for a part of what is counted, which only a file can have brought.

mod digits;
mod number;
mod typed;

pub use number::{parse_money, parse_number};

use crate::domain::money::Currency;
use crate::domain::playbook::question::{Choice, Question, QuestionKind};
use crate::domain::range::Range;
use crate::domain::value::{TEXT_CHARS, Value};
use crate::domain::when::{in_reach, read_day};
use chrono::NaiveDate;
use number::number;

/// A question's form as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The places of the options, bands or steps chosen, in rising order. Yes is 0, no is 1.
    pub chosen: Vec<usize>,
    /// What is typed.
    pub text: String,
    /// Whether "I don't know yet" is chosen.
    pub unknown: bool,
}

/// Why a form holds no answer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum EntryProblem {
    /// Nothing is chosen or typed.
    Nothing,
    /// The text is no number.
    NotANumber,
    /// The number is none of whole things, which the question counts.
    NotWhole,
    /// The number is outside what the question accepts.
    OutOfRange(Range),
    /// The text is no amount, or names parts smaller than the currency has.
    NotMoney,
    /// The amount is in another currency than the one asked for.
    OtherCurrency(Currency),
    /// More than [`TEXT_CHARS`] characters.
    TooLong,
    /// No day between 1970 and 2200.
    NotADay,
    /// The question takes no such answer, in the words of the playbook.
    NotAccepted(String),
}

impl Entry {
    /// The form for what is on record: `asked` without a value is "I don't know yet". `plain`
    /// writes a number as it would be typed.
    pub fn of(
        question: &Question,
        asked: bool,
        value: Option<&Value>,
        plain: impl FnOnce(f64) -> String,
    ) -> Self {
        let Some(value) = value else { return Self { unknown: asked, ..Self::default() } };
        let typed = |text: String| Self { text, ..Self::default() };
        let chosen = |chosen| Self { chosen, ..Self::default() };
        match (&question.kind, value) {
            (QuestionKind::Choice { options }, Value::Choice(id)) => {
                chosen(places(options, |option| &option.id == id))
            }
            (QuestionKind::Several { options }, Value::Several(ids)) => {
                chosen(places(options, |option| ids.contains(&option.id)))
            }
            (QuestionKind::YesNo, Value::YesNo(yes)) => chosen(vec![usize::from(!yes)]),
            (QuestionKind::Number { bands, .. }, Value::Band(range)) => {
                chosen(places(bands, |band| &band.range == range))
            }
            (QuestionKind::Number { .. }, Value::Number(number)) => typed(plain(number.get())),
            (QuestionKind::Money, Value::Money(amount)) => typed(amount.decimal()),
            (QuestionKind::Scale { from, .. }, Value::Scale(step)) => {
                chosen(usize::try_from(step - from).into_iter().collect())
            }
            (QuestionKind::Text, Value::Text(words)) => typed(words.clone()),
            (QuestionKind::Date, Value::Date(day)) => typed(day.to_string()),
            _ => Self::default(),
        }
    }

    /// Chooses one option in place of all others.
    pub fn choose(&mut self, place: usize) {
        *self = Self { chosen: vec![place], ..Self::default() };
    }

    /// Chooses an option beside others, or no longer.
    pub fn tick(&mut self, place: usize, on: bool) {
        self.unknown = false;
        self.chosen.retain(|other| *other != place);
        if on {
            let before = self.chosen.partition_point(|other| *other < place);
            self.chosen.insert(before, place);
        }
    }

    /// Types a text in place of what was chosen.
    pub fn write(&mut self, text: String) {
        *self = Self { text, ..Self::default() };
    }

    /// Chooses "I don't know yet" in place of everything else, or no longer.
    pub fn dont_know(&mut self, on: bool) {
        *self = Self { unknown: on, ..Self::default() };
    }

    /// Whether nothing is chosen or typed; "I don't know yet" is neither.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.text.trim().is_empty()
    }

    /// The answer the form stands for on a day; none is "I don't know yet", or a question left empty
    /// that may be.
    ///
    /// # Errors
    /// An [`EntryProblem`] to tell the person.
    pub fn read(
        &self,
        question: &Question,
        currency: Currency,
        today: NaiveDate,
    ) -> Result<Option<Value>, EntryProblem> {
        if self.unknown || (self.is_empty() && question.optional) {
            return Ok(None);
        }
        if self.is_empty() {
            return Err(EntryProblem::Nothing);
        }
        let value = self.value(&question.kind, currency)?;
        match question.refuses(&value, today) {
            Some(message) => Err(EntryProblem::NotAccepted(message.to_owned())),
            None => Ok(Some(value)),
        }
    }

    fn value(&self, kind: &QuestionKind, currency: Currency) -> Result<Value, EntryProblem> {
        let text = self.text.trim();
        let first = self.chosen.first().copied();
        let picked = first.ok_or(EntryProblem::Nothing);
        match kind {
            QuestionKind::Choice { options } => {
                let option = options.get(picked?).ok_or(EntryProblem::Nothing)?;
                Ok(Value::Choice(option.id.clone()))
            }
            QuestionKind::Several { options } => {
                let chosen = self.chosen.iter().filter_map(|place| options.get(*place));
                Ok(Value::Several(chosen.map(|option| option.id.clone()).collect()))
            }
            QuestionKind::YesNo => Ok(Value::YesNo(picked? == 0)),
            QuestionKind::Number { bands, limits, unit, unit_one } => match first {
                Some(place) => {
                    let band = bands.get(place).ok_or(EntryProblem::Nothing)?;
                    Ok(Value::Band(band.range))
                }
                None => number(text, [unit, unit_one], limits, kind.counts()),
            },
            QuestionKind::Money => typed::money(text, currency).map(Value::Money),
            QuestionKind::Scale { from, .. } => {
                let place = i32::try_from(picked?).map_err(|_| EntryProblem::Nothing)?;
                Ok(Value::Scale(from.saturating_add(place)))
            }
            QuestionKind::Text if text.chars().count() > TEXT_CHARS => Err(EntryProblem::TooLong),
            QuestionKind::Text => Ok(Value::Text(text.to_owned())),
            QuestionKind::Date => {
                let day = read_day(text).filter(|day| in_reach(*day));
                day.map(Value::Date).ok_or(EntryProblem::NotADay)
            }
        }
    }
}

fn places<T>(list: &[T], wanted: impl Fn(&T) -> bool) -> Vec<usize> {
    list.iter().enumerate().filter(|(_, item)| wanted(item)).map(|(place, _)| place).collect()
}

/// How many options a question offers to choose from, "I don't know yet" not counted.
pub fn choices(kind: &QuestionKind) -> usize {
    match kind {
        QuestionKind::Choice { options } | QuestionKind::Several { options } => {
            <[Choice]>::len(options)
        }
        QuestionKind::YesNo => 2,
        QuestionKind::Number { bands, .. } => bands.len(),
        QuestionKind::Scale { from, to, .. } => to.abs_diff(*from) as usize + 1,
        QuestionKind::Money | QuestionKind::Text | QuestionKind::Date => 0,
    }
}

#[cfg(test)]
mod tests;
