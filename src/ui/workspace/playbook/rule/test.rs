//! What an answer must be: the condition, and its options, number or ends.

use super::super::field::{Field, Kind, number, number_text};
use super::condition_words::{choices, key};
use super::range;
use crate::app::edit::Refused;
use crate::app::edit::conditions::{Condition, FEW, begin, kind_of, kinds, range_of, ranged};
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::playbook::question::{Choice, Face, Question, QuestionKind};
use crate::domain::playbook::rule::{AnswerTest, Test};
use crate::domain::range::Range;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// Chosen options that are named where all are not shown.
const NAMED: usize = 3;

/// A test somewhere in the draft.
#[derive(Clone)]
pub(in crate::ui::workspace::playbook) struct Tested {
    /// The workspace.
    pub(in crate::ui::workspace::playbook) context: AppContext,
    /// What the ids of its fields begin with.
    pub(in crate::ui::workspace::playbook) id: String,
    /// The test; none where it is not there any more.
    pub(in crate::ui::workspace::playbook) test: Memo<Option<AnswerTest>>,
    /// Takes another one.
    pub(in crate::ui::workspace::playbook) write: Write,
}

/// Takes a test.
pub(in crate::ui::workspace::playbook) type Write =
    Arc<dyn Fn(Test) -> Result<(), Refused> + Send + Sync>;

impl Tested {
    /// The select with the condition.
    pub(in crate::ui::workspace::playbook) fn condition(&self) -> AnyView {
        let Self { context, test, write, .. } = self.clone();
        let choices = Signal::derive(move || {
            let draft = context.draft();
            test.with(|test| {
                let question = test.as_ref().and_then(|test| draft.question(&test.question));
                question.map(choices).unwrap_or_default()
            })
        });
        let value = Memo::new(move |_| {
            test.with(|test| test.as_ref().map_or("", |test| key(kind_of(&test.is))).to_owned())
        });
        let commit = move |typed: &str| {
            let draft = context.draft_untracked();
            let before = test.try_get_untracked().flatten().ok_or(Refused::Missing)?;
            let question = draft.question(&before.question).ok_or(Refused::Missing)?;
            let kind = kinds(&question.kind).iter().find(|kind| key(**kind) == typed);
            write(begin(*kind.ok_or(Refused::Missing)?, question, &before.is))
        };
        let id = format!("{}-is", self.id);
        let kind = Kind::Select(choices);
        Field::new(context, id, text::pb_cond_is(), kind, value, Arc::new(commit)).bare()
    }

    /// The number or the ends of the condition; nothing for one without.
    pub(in crate::ui::workspace::playbook) fn measure(&self) -> AnyView {
        self.details(|condition| !has_options(condition))
    }

    /// The options of the condition; nothing for one without.
    pub(in crate::ui::workspace::playbook) fn options(&self) -> AnyView {
        self.details(has_options)
    }

    fn details(&self, wanted: fn(Condition) -> bool) -> AnyView {
        let this = self.clone();
        let shape = Memo::new({
            let test = self.test;
            move |_| {
                let shape = |test: &AnswerTest| (test.question.clone(), kind_of(&test.is));
                test.with(|test| test.as_ref().map(shape))
            }
        });
        (move || {
            let (question, condition) = shape.get()?;
            if wanted(condition) { this.detail(&question, condition) } else { None }
        })
        .into_any()
    }

    fn detail(&self, question: &QuestionId, condition: Condition) -> Option<AnyView> {
        let draft = self.context.draft_untracked();
        let unit = draft.question(question).and_then(unit);
        match condition {
            Condition::OneOf | Condition::AllOf => Some(self.boxes(question)),
            Condition::AtLeast | Condition::MoreThan => Some(self.number(unit, |range| {
                (range.from.or(range.above), |range, number| Range {
                    from: range.from.and(Some(number)),
                    above: range.above.and(Some(number)),
                    ..range
                })
            })),
            Condition::AtMost | Condition::LessThan => Some(self.number(unit, |range| {
                (range.to.or(range.below), |range, number| Range {
                    to: range.to.and(Some(number)),
                    below: range.below.and(Some(number)),
                    ..range
                })
            })),
            Condition::NextDays => Some(self.number(Some(text::pb_days().to_owned()), |range| {
                (range.to, |range, number| Range { to: Some(number.abs()), ..range })
            })),
            Condition::LastDays => Some(self.number(Some(text::pb_days().to_owned()), |range| {
                (range.from.map(f64::abs), |range, number| Range {
                    from: Some(-number.abs()),
                    ..range
                })
            })),
            Condition::Between => Some(self.between(unit)),
            _ => None,
        }
    }

    fn range(&self) -> Memo<Range> {
        let test = self.test;
        Memo::new(move |_| {
            let range = |test: &AnswerTest| range_of(&test.is).copied();
            test.with(|test| test.as_ref().and_then(range).unwrap_or_default())
        })
    }

    fn write_range(&self) -> range::Write {
        let Self { context, test, write, .. } = self.clone();
        Arc::new(move |range| {
            let draft = context.draft_untracked();
            let before = test.try_get_untracked().flatten().ok_or(Refused::Missing)?;
            let question = draft.question(&before.question).ok_or(Refused::Missing)?;
            write(ranged(&question.kind, range))
        })
    }

    /// One number: how it is read from the range, and what the range is with another.
    fn number(&self, unit: Option<String>, end: OneEnd) -> AnyView {
        let (range, write) = (self.range(), self.write_range());
        let value = Memo::new(move |_| number_text(end(&range.get()).0));
        let commit = move |typed: &str| {
            let number = number(typed)?.ok_or(Refused::NoNumber)?;
            let before = range.try_get_untracked().ok_or(Refused::Missing)?;
            write(end(&before).1(before, number))
        };
        let id = format!("{}-value", self.id);
        let kind = Kind::Number(unit);
        Field::new(self.context, id, text::pb_cond_value(), kind, value, Arc::new(commit)).bare()
    }

    fn between(&self, unit: Option<String>) -> AnyView {
        let id = format!("{}-value", self.id);
        range::fields(self.context, &id, "", self.range(), unit, &self.write_range())
    }

    /// The options as boxes; many are behind a line that counts them.
    fn boxes(&self, question: &QuestionId) -> AnyView {
        let (context, test) = (self.context, self.test);
        let offered = {
            let question = question.clone();
            Memo::new(move |_| {
                let draft = context.draft();
                let options = draft.question(&question).map(Question::options);
                let options = options.unwrap_or_default().iter();
                let named =
                    |option: &Choice| (option.id.clone(), option.wording(Face::Rep).to_owned());
                options.map(named).collect::<Vec<_>>()
            })
        };
        let chosen = Memo::new(move |_| {
            test.with(|test| test.as_ref().map(|test| wanted(&test.is)).unwrap_or_default())
        });
        let boxes = {
            let this = self.clone();
            move || {
                let options = offered.get().into_iter().enumerate();
                options.map(|(n, option)| this.option(n, option, chosen)).collect_any()
            }
        };
        let none = move || chosen.with(Vec::is_empty);
        let few = offered.with_untracked(Vec::len) <= FEW;
        let list = if few {
            view! {
                <fieldset class="pb-options">
                    <legend class="visually-hidden">{text::pb_cond_value()}</legend>
                    {boxes}
                </fieldset>
            }
            .into_any()
        } else {
            let begun = chosen.with_untracked(Vec::is_empty);
            let open = RwSignal::new(begun);
            let count = move || {
                let (n, all) = (chosen.with(Vec::len), offered.with(Vec::len));
                let count = text::pb_options_chosen(intl::count(n), intl::count(all));
                let title = |id: &OptionId| {
                    offered.with(|offered| {
                        let named = offered.iter().find(|(option, _)| option == id);
                        named.map_or_else(|| id.to_string(), |(_, title)| title.clone())
                    })
                };
                let named = |ids: &Vec<OptionId>| {
                    ids.iter().take(NAMED).map(title).collect::<Vec<_>>().join(", ")
                };
                match n {
                    0 => count,
                    n if n > NAMED => format!("{}… ({count})", chosen.with(named)),
                    _ => format!("{} ({count})", chosen.with(named)),
                }
            };
            view! {
                <details
                    class="disclosure pb-options-many"
                    open=begun
                    on:toggle:target=move |toggle| open.set(toggle.target().open())
                >
                    <summary>{count}</summary>
                    <Shown when=move || open.get()>
                        <fieldset class="pb-options pb-options-scroll">
                            <legend class="visually-hidden">{text::pb_cond_value()}</legend>
                            {boxes.clone()}
                        </fieldset>
                    </Shown>
                </details>
            }
            .into_any()
        };
        view! {
            <div class="pb-options-of">
                {list} <Shown when=none>
                    <p class="field-error small">{text::pb_options_none()}</p>
                </Shown>
            </div>
        }
        .into_any()
    }

    fn option(
        &self,
        n: usize,
        (id, title): (OptionId, String),
        chosen: Memo<Vec<OptionId>>,
    ) -> AnyView {
        let Self { context, test, write, .. } = self.clone();
        let value = {
            let id = id.clone();
            Memo::new(move |_| chosen.with(|all| if all.contains(&id) { "on" } else { "" }.into()))
        };
        let commit = move |typed: &str| {
            let before = test.try_get_untracked().flatten().ok_or(Refused::Missing)?;
            let mut ids = wanted(&before.is);
            ids.retain(|other| *other != id);
            if !typed.is_empty() {
                ids.push(id.clone());
            }
            // In the order they are offered, whatever order they were ticked in.
            let draft = context.draft_untracked();
            let options = draft.question(&before.question).map(Question::options);
            let place =
                |id: &OptionId| options.unwrap_or_default().iter().position(|o| &o.id == id);
            ids.sort_by_key(place);
            write(match before.is {
                Test::AllOf(_) => Test::AllOf(ids),
                _ => Test::In(ids),
            })
        };
        let id = format!("{}-option-{n}", self.id);
        Field::new(context, id, title, Kind::Tick, value, Arc::new(commit)).draw()
    }
}

fn has_options(condition: Condition) -> bool {
    matches!(condition, Condition::OneOf | Condition::AllOf)
}

/// The end of a range that one number stands for, and the range with another number there.
type OneEnd = fn(&Range) -> (Option<f64>, fn(Range, f64) -> Range);

fn wanted(test: &Test) -> Vec<OptionId> {
    match test {
        Test::In(ids) | Test::AllOf(ids) => ids.clone(),
        _ => Vec::new(),
    }
}

/// What a question's numbers count.
fn unit(question: &Question) -> Option<String> {
    match &question.kind {
        QuestionKind::Number { unit, .. } => unit.clone(),
        QuestionKind::Text => Some(text::pb_characters().to_owned()),
        QuestionKind::Date => Some(text::pb_days_from_today().to_owned()),
        _ => None,
    }
}
