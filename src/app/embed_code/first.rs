//! The first question as plain HTML, which works without any script: it is sent to the contact page.
//!
//! Owns which question it is, by the wizard's own order, and how each kind is written. The values are
//! those the element reads as an answer given ahead: an option's id, `yes` and `no`, a number, a step of
//! a scale. "I don't know yet" is to leave it empty. Invariant: for every question there is one form.

use super::html::{around, open, text};
use crate::app::wizard::{Extent, Run, Step};
use crate::domain::answer::Answers;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::{Band, Choice, Face, Question, QuestionKind};
use crate::domain::position::Position;
use crate::domain::range::Range;
use chrono::NaiveDate;

/// Above this, options are a list to open instead of boxes to read: as in the wizard.
const MOST_BOXES: usize = 12;

/// A scale of more steps is typed: nobody reads that many boxes.
const MOST_STEPS: u32 = 20;

/// The words the plain form needs, in the wizard's language, and how a number is typed.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// On the button.
    pub continue_on: &'static str,
    /// Of a yes-or-no question.
    pub yes: &'static str,
    /// Of a yes-or-no question.
    pub no: &'static str,
    /// In a list of which nothing is chosen.
    pub choose_one: &'static str,
    /// On the link to the contact page, where nothing else is said.
    pub contact: &'static str,
    /// Writes a number as it would be typed.
    pub plain: fn(f64) -> String,
}

/// The question a new visitor is asked first; none where there is nothing to ask. What is answered
/// ahead is only chosen in the form, so it changes nothing here.
pub fn first(visitors: &Playbook, today: NaiveDate) -> Option<&Question> {
    let answers = Answers::default();
    let run = Run {
        playbook: visitors,
        answers: &answers,
        face: Face::Visitor,
        position: &Position::Lead,
        extent: Extent::Needed,
        today,
    };
    match run.next() {
        Step::Ask(id) => visitors.question(&id),
        Step::Check => None,
    }
}

/// The form, line by line. `language` is that of the playbook's texts, where it is another one.
pub(super) fn form(
    question: &Question,
    words: &Words,
    action: &str,
    language: Option<&str>,
) -> Vec<String> {
    let (page, query) = parts(action);
    let id = question.id.as_str();
    let attributes =
        [("data-ripen-first", Some(id)), ("action", Some(page)), ("method", Some("get"))];
    let mut lines = vec![open("form", &attributes)];
    // A form that is sent replaces the query of its address.
    for (name, value) in query {
        let hidden = [("type", Some("hidden")), ("name", Some(&*name)), ("value", Some(&*value))];
        lines.push(format!("  {}", open("input", &hidden)));
    }
    lines.extend(field(question, words, language).into_iter().map(|line| format!("  {line}")));
    lines.push(format!("  {}", around("button", &[("type", Some("submit"))], words.continue_on)));
    lines.push("</form>".to_owned());
    lines
}

/// How high the question is in the wizard in a column of 280 pixels, in rem: more than it needs in a
/// wider one. Measured of the pages themselves: what is around the answers, and a row for each box,
/// "I don't know yet" among them.
pub(super) fn height(question: &Question, words: &Words) -> usize {
    const AROUND: usize = 25;
    let rows = boxes(question, words).len().max(1) + 1;
    AROUND + (rows * 7).div_ceil(2)
}

fn field(question: &Question, words: &Words, language: Option<&str>) -> Vec<String> {
    let asked = question.wording(Face::Visitor).unwrap_or(&question.title);
    let language = language.map(|code| ("lang", Some(code)));
    let boxes = boxes(question, words);
    let help = question.help.as_deref().filter(|help| !help.is_empty());
    let (name, many) =
        (question.id.as_str(), matches!(question.kind, QuestionKind::Several { .. }));
    if !boxes.is_empty() {
        let mut lines = vec![open("fieldset", language.as_slice())];
        lines.push(format!("  {}", around("legend", &[], asked)));
        lines.extend(help.map(|help| format!("  {}", around("p", &[], help))));
        let kind = if many { "checkbox" } else { "radio" };
        for (value, title) in boxes {
            let attributes = [("type", Some(kind)), ("name", Some(name)), ("value", Some(&*value))];
            let input = open("input", &attributes);
            lines.push(format!("  <p><label>{input} {}</label></p>", text(&title)));
        }
        lines.push("</fieldset>".to_owned());
        return lines;
    }
    // One control, named by the label round it; its help is part of that.
    let mut lines = vec![open("p", language.as_slice()), "  <label>".to_owned()];
    lines.push(format!("    {}<br>", text(asked)));
    lines.extend(help.map(|help| format!("    {}<br>", around("small", &[], help))));
    lines.extend(control(question, words, name).into_iter().map(|line| format!("    {line}")));
    lines.extend(["  </label>".to_owned(), "</p>".to_owned()]);
    lines
}

/// The boxes of a question with their values; empty where it has one control.
fn boxes(question: &Question, words: &Words) -> Vec<(String, String)> {
    let of = |options: &[Choice]| offered(options).collect();
    match &question.kind {
        QuestionKind::Choice { options } if options.len() > MOST_BOXES => Vec::new(),
        QuestionKind::Choice { options } | QuestionKind::Several { options } => of(options),
        QuestionKind::YesNo => {
            vec![("yes".to_owned(), words.yes.to_owned()), ("no".to_owned(), words.no.to_owned())]
        }
        QuestionKind::Scale { from, to, .. } if to.abs_diff(*from) > MOST_STEPS => Vec::new(),
        QuestionKind::Scale { from, to, low, high } => (*from..=*to)
            .map(|step| {
                let title = match step {
                    step if step == *from => format!("{step}: {low}"),
                    step if step == *to => format!("{step}: {high}"),
                    step => step.to_string(),
                };
                (step.to_string(), title)
            })
            .collect(),
        QuestionKind::Number { bands, .. } => banded(bands, words),
        QuestionKind::Money | QuestionKind::Text | QuestionKind::Date => Vec::new(),
    }
}

fn offered(options: &[Choice]) -> impl Iterator<Item = (String, String)> {
    let in_use = options.iter().filter(|option| option.retired.is_none());
    in_use.map(|option| {
        let title = option.wording(Face::Visitor);
        let title = if title.is_empty() { option.id.as_str() } else { title };
        (option.id.to_string(), title.to_owned())
    })
}

/// Bands, each with a number that lies in it and in none before; a band without one cannot be told.
fn banded(bands: &[Band], words: &Words) -> Vec<(String, String)> {
    let mut told = Vec::new();
    for (place, band) in bands.iter().enumerate() {
        let before = &bands[..place];
        let is_its_own =
            |number: &f64| !before.iter().any(|earlier| earlier.range.contains(*number));
        if let Some(number) = within(&band.range).into_iter().find(is_its_own) {
            told.push(((words.plain)(number), band.title.clone()));
        }
    }
    told
}

/// Numbers that lie in a range, whole ones first.
fn within(range: &Range) -> Vec<f64> {
    let low = range.from.or(range.above);
    let high = range.to.or(range.below);
    let middle = low.zip(high).map(|(low, high)| f64::midpoint(low, high));
    let tried = [
        low,
        high,
        low.map(|low| low + 1.0),
        high.map(|high| high - 1.0),
        middle.map(f64::round),
        middle,
        Some(0.0),
    ];
    tried.into_iter().flatten().filter(|number| range.contains(*number)).collect()
}

fn control(question: &Question, words: &Words, name: &str) -> Vec<String> {
    let name = ("name", Some(name));
    let decimal = [("type", Some("text")), ("inputmode", Some("decimal")), name];
    match &question.kind {
        QuestionKind::Choice { options } => {
            let mut lines = vec![open("select", &[name])];
            lines.push(format!("  {}", around("option", &[("value", Some(""))], words.choose_one)));
            lines.extend(offered(options).map(|(value, title)| {
                format!("  {}", around("option", &[("value", Some(&*value))], &title))
            }));
            lines.push("</select>".to_owned());
            lines
        }
        QuestionKind::Number { unit, .. } => {
            let unit = unit.as_deref().map(|unit| format!(" {}", text(unit))).unwrap_or_default();
            vec![open("input", &decimal) + &unit]
        }
        QuestionKind::Money | QuestionKind::Scale { .. } => vec![open("input", &decimal)],
        QuestionKind::Date => vec![open("input", &[("type", Some("date")), name])],
        // What has boxes is written with them; anything else can be said in words.
        _ => vec![around("textarea", &[name, ("rows", Some("4"))], "")],
    }
}

/// An address without its query, and the query's parts as they read.
fn parts(action: &str) -> (&str, Vec<(String, String)>) {
    let bare = action.split('#').next().unwrap_or_default();
    let Some((page, query)) = bare.split_once('?') else { return (action, Vec::new()) };
    let part = |part: &str| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (decoded(name), decoded(value))
    };
    (page, query.split('&').filter(|part| !part.is_empty()).map(part).collect())
}

/// A part of a query as it reads.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        let digits = others.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let is_hex = digits.is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let byte = digits.filter(|_| *first == b'%' && is_hex);
        let byte = byte.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = if byte.is_some() { &others[2..] } else { others };
        bytes.push(byte.unwrap_or(if *first == b'+' { b' ' } else { *first }));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
