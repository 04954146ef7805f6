//! The field of a question, one file for each kind of control.
//!
//! Every control writes into one [`Entry`], which knows the rules; the fields only draw it.
//! Invariant: the first control of a field has the id [`Form::id`] gives for `a`.

pub mod date;
pub mod number;
pub mod options;
pub mod single;
pub mod words;

use crate::app::entry::Entry;
use crate::domain::money::Currency;
use crate::domain::playbook::question::{Choice, Face, Question, QuestionKind};
use crate::ui::text::wizard as text;
use date::Day;
use leptos::either::EitherOf6;
use leptos::prelude::*;
use number::{Amount, ExactOrBand};
use options::{Cards, Labels};
use single::Pick;
use words::Words;

/// Above this, options are a list to open instead of cards to read.
const MOST_CARDS: usize = 12;

/// A question's form, as its field needs it.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What is entered so far.
    pub entry: RwSignal<Entry>,
    /// What is wrong with it, in words.
    pub message: RwSignal<Option<String>>,
    /// Whether there is help to point to.
    pub help: bool,
    /// The currency of amounts.
    pub currency: Currency,
    /// Its place among the questions of the page.
    pub place: usize,
}

impl Form {
    /// The id of an element of the field, unique in the page.
    pub fn id(self, name: &str) -> String {
        element_id(self.place, name)
    }

    /// The ids of what describes the field; none when nothing does.
    pub fn described_by(self, unit: bool) -> Option<String> {
        let shown = [(self.help, "help"), (unit, "unit"), (self.is_wrong(), "error")];
        let mut ids = String::new();
        for (_, name) in shown.into_iter().filter(|(on, _)| *on) {
            ids += &self.id(name);
            ids.push(' ');
        }
        (!ids.is_empty()).then_some(ids)
    }

    /// Says to assistive technology that the field is wrong, while it is.
    pub fn invalid(self) -> Option<&'static str> {
        self.is_wrong().then_some("true")
    }

    fn is_wrong(self) -> bool {
        self.message.with(Option::is_some)
    }
}

/// The id of an element of the question at a place of the page.
pub fn element_id(place: usize, name: &str) -> String {
    format!("q{place}-{name}")
}

/// Whether a question is a group of cards, which a legend names; else one control with a label.
pub fn is_group(question: &Question, face: Face) -> bool {
    match &question.kind {
        QuestionKind::Choice { options } => options.len() <= MOST_CARDS,
        QuestionKind::Several { .. } | QuestionKind::YesNo | QuestionKind::Scale { .. } => true,
        QuestionKind::Number { bands, .. } => face == Face::Visitor && !bands.is_empty(),
        QuestionKind::Money | QuestionKind::Text | QuestionKind::Date => false,
    }
}

/// The field of a question.
pub fn field(question: &Question, face: Face, form: Form) -> impl IntoView + use<> {
    let group = is_group(question, face);
    let titles =
        |options: &[Choice]| options.iter().map(|option| option.wording(face).to_owned()).collect();
    match &question.kind {
        QuestionKind::Choice { options } if !group => {
            EitherOf6::B(view! { <Pick titles=titles(options) form=form /> })
        }
        QuestionKind::Number { unit, bands, .. } if !group => {
            let bands = bands.iter().map(|band| band.title.clone()).collect();
            EitherOf6::C(view! { <ExactOrBand unit=unit.clone() bands=bands form=form /> })
        }
        QuestionKind::Money => EitherOf6::D(view! { <Amount form=form /> }),
        QuestionKind::Text => EitherOf6::E(view! { <Words form=form /> }),
        QuestionKind::Date => EitherOf6::F(view! { <Day form=form /> }),
        grouped => {
            let (labels, many) = match grouped {
                QuestionKind::Several { options } => (Labels::plain(titles(options)), true),
                QuestionKind::Choice { options } => (Labels::plain(titles(options)), false),
                QuestionKind::Scale { from, to, low, high } => {
                    (Labels::steps(*from, *to, low, high), false)
                }
                QuestionKind::Number { bands, .. } => {
                    let titles = bands.iter().map(|band| band.title.clone());
                    (Labels::plain(titles.collect()), false)
                }
                _ => (Labels::plain(vec![text::yes().to_owned(), text::no().to_owned()]), false),
            };
            EitherOf6::A(view! { <Cards labels=labels many=many form=form /> })
        }
    }
}
