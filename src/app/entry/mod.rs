//! What a person has put into a question's form so far, and the answer it stands for.
//!
//! Owns the form's rules: one answer at a time, "I don't know yet" excludes everything else, typed
//! text is read leniently but never guessed at. Refuses to know how the form is drawn or worded.
//! Invariant: what [`Entry::of`] shows of an answer, [`Entry::read`] reads back as that answer,
//! but for a part of what is counted, which only a file can have brought.

mod typed;

use crate::domain::money::{Currency, Money};
use crate::domain::playbook::question::{Band, Choice, Question, QuestionKind};
use crate::domain::range::Range;
use crate::domain::value::{Number, TEXT_CHARS, Value};
use crate::domain::when::{in_reach, read_day};
use chrono::NaiveDate;

/// The largest number asked for where one was typed that is too large to hold.
const LARGEST: f64 = 1e15;

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
                None => number(text, [unit, unit_one], limits, counts(bands)),
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

/// Whether a number counts whole things: its bands pass over what lies between two of them, as nobody
/// employs nine and a half people.
fn counts(bands: &[Band]) -> bool {
    let follows = |band: &Band, on: &Band| {
        let next = band.range.to.map(|to| to + 1.0);
        next.is_some() && next == on.range.from && next.is_some_and(|next| next.fract() == 0.0)
    };
    bands.iter().any(|band| bands.iter().any(|on| follows(band, on)))
}

fn number(
    text: &str,
    units: [&Option<String>; 2],
    limits: &Range,
    whole: bool,
) -> Result<Value, EntryProblem> {
    let without = |unit: &Option<String>| text.strip_suffix(unit.as_deref()?);
    let bare = units.into_iter().find_map(without).unwrap_or(text);
    let Some(number) = typed::number(bare).and_then(Number::new) else {
        // Digits alone are a number, too, if one that cannot be held.
        let bare = bare.trim();
        let digits = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
        let most = limits.to.or(limits.below).unwrap_or(LARGEST);
        let range = Range { from: limits.from, to: Some(most), ..Range::default() };
        let problem =
            if digits { EntryProblem::OutOfRange(range) } else { EntryProblem::NotANumber };
        return Err(problem);
    };
    match number.get() {
        number if whole && number.fract() != 0.0 => Err(EntryProblem::NotWhole),
        within if limits.contains(within) => Ok(Value::Number(number)),
        _ => Err(EntryProblem::OutOfRange(*limits)),
    }
}

fn places<T>(list: &[T], wanted: impl Fn(&T) -> bool) -> Vec<usize> {
    list.iter().enumerate().filter(|(_, item)| wanted(item)).map(|(place, _)| place).collect()
}

/// Reads a typed amount, such as `1,200`, `1.200,50` or `€ 500`.
///
/// # Errors
/// [`EntryProblem::NotMoney`] or [`EntryProblem::OtherCurrency`].
pub fn parse_money(text: &str, currency: Currency) -> Result<Money, EntryProblem> {
    typed::money(text, currency)
}

/// Reads a typed number, such as `1,200`, `0.5` or `10k`; none when it is none.
pub fn parse_number(text: &str) -> Option<f64> {
    typed::number(text)
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
mod tests {
    use super::*;
    use crate::domain::playbook::question::Accept;

    fn question(kind: &str) -> Question {
        let json = format!(r#"{{"id":"q","section":"s","title":"Q","ask":"Q?","kind":{kind}}}"#);
        serde_json::from_str(&json).unwrap()
    }

    fn today() -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }

    const CHOICE: &str =
        r#"{"choice":{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}}"#;
    const SEVERAL: &str =
        r#"{"several":{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}}"#;
    const NUMBER: &str = r#"{"number":{"unit":"people","limits":{"from":0,"to":5000},
        "bands":[{"title":"1–9","range":{"from":1,"to":9}}]}}"#;
    const COUNT: &str = r#"{"number":{"bands":[{"title":"1–9","range":{"from":1,"to":9}},
        {"title":"10 or more","range":{"from":10}}]}}"#;
    const SCALE: &str = r#"{"scale":{"from":1,"to":5,"low":"low","high":"high"}}"#;

    #[test]
    fn every_kind_of_answer_comes_back_from_its_form() {
        for (kind, value) in [
            (CHOICE, r#"{"choice":"b"}"#),
            (SEVERAL, r#"{"several":["a","b"]}"#),
            (r#""yes_no""#, r#"{"yes_no":true}"#),
            (r#""yes_no""#, r#"{"yes_no":false}"#),
            (NUMBER, r#"{"number":240}"#),
            (NUMBER, r#"{"number":1.5}"#),
            (NUMBER, r#"{"band":{"from":1,"to":9}}"#),
            (COUNT, r#"{"number":12}"#),
            (r#""money""#, r#"{"money":{"minor":123450,"currency":"USD"}}"#),
            (SCALE, r#"{"scale":4}"#),
            (r#""text""#, r#"{"text":"Rooms are booked twice"}"#),
            (r#""date""#, r#"{"date":"2026-11-21"}"#),
        ] {
            let (question, value) = (question(kind), serde_json::from_str::<Value>(value).unwrap());
            let entry = Entry::of(&question, true, Some(&value), |number| number.to_string());
            assert_eq!(entry.read(&question, Currency::USD, today()), Ok(Some(value)), "{kind}");
        }
    }

    #[test]
    fn nothing_is_no_answer_unless_it_may_be() {
        let mut question = question(r#""text""#);
        let mut entry = Entry::default();
        assert_eq!(entry.read(&question, Currency::USD, today()), Err(EntryProblem::Nothing));
        entry.dont_know(true);
        assert_eq!(entry.read(&question, Currency::USD, today()), Ok(None));
        entry.write("   ".to_owned());
        assert_eq!(entry.read(&question, Currency::USD, today()), Err(EntryProblem::Nothing));
        question.optional = true;
        assert_eq!(entry.read(&question, Currency::USD, today()), Ok(None));
    }

    #[test]
    fn not_knowing_excludes_everything_else_and_the_other_way_round() {
        let mut entry = Entry::default();
        entry.tick(1, true);
        entry.tick(0, true);
        assert_eq!(entry.chosen, [0, 1]);
        entry.dont_know(true);
        assert_eq!(entry, Entry { unknown: true, ..Entry::default() });
        entry.tick(1, true);
        assert_eq!(entry, Entry { chosen: vec![1], ..Entry::default() });
        entry.write("7".to_owned());
        assert_eq!(entry, Entry { text: "7".to_owned(), ..Entry::default() });
        entry.choose(0);
        assert_eq!(entry, Entry { chosen: vec![0], ..Entry::default() });
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let check = |kind: &str, text: &str, expected: EntryProblem| {
            let mut entry = Entry::default();
            entry.write(text.to_owned());
            assert_eq!(
                entry.read(&question(kind), Currency::USD, today()),
                Err(expected),
                "{text}"
            );
        };
        let limits = Range { from: Some(0.0), to: Some(5000.0), ..Range::default() };
        check(COUNT, "1.5", EntryProblem::NotWhole);
        check(COUNT, "1,5", EntryProblem::NotWhole);
        check(NUMBER, "about 24O", EntryProblem::NotANumber);
        check(NUMBER, "-3", EntryProblem::OutOfRange(limits));
        check(NUMBER, &"9".repeat(30), EntryProblem::OutOfRange(limits));
        check(r#""money""#, "a lot", EntryProblem::NotMoney);
        check(r#""money""#, "€ 500", EntryProblem::OtherCurrency(Currency::EUR));
        check(r#""date""#, "1969-12-31", EntryProblem::NotADay);
        check(r#""date""#, "soon", EntryProblem::NotADay);
        check(r#""text""#, &"x".repeat(TEXT_CHARS + 1), EntryProblem::TooLong);
    }

    #[test]
    fn what_the_playbook_does_not_take_is_told_in_its_words() {
        let mut question = question(r#""text""#);
        let message = "Write at least three letters".to_owned();
        let is = serde_json::from_str(r#"{"length":{"from":3}}"#).unwrap();
        question.accept = Some(Accept { is, message: message.clone() });
        let check = |typed: &str, expected: Result<Option<Value>, EntryProblem>| {
            let mut entry = Entry::default();
            entry.write(typed.to_owned());
            assert_eq!(entry.read(&question, Currency::USD, today()), expected, "{typed}");
            entry.dont_know(true);
            assert_eq!(entry.read(&question, Currency::USD, today()), Ok(None), "not known");
        };
        check("ab ", Err(EntryProblem::NotAccepted(message)));
        check("abc", Ok(Some(Value::Text("abc".to_owned()))));
        check("", Err(EntryProblem::Nothing));
    }

    #[test]
    fn a_unit_may_be_typed_too() {
        let mut entry = Entry::default();
        entry.write("1,240 people".to_owned());
        let value = Value::Number(Number::new(1240.0).unwrap());
        assert_eq!(entry.read(&question(NUMBER), Currency::USD, today()), Ok(Some(value)));
    }
}
