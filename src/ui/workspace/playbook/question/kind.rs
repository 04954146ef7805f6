//! What can be answered: the kind, and what belongs to it.

use super::super::field::{Field, Kind, number, number_text, plain};
use super::super::kinds;
use super::super::rule::range;
use super::super::subject::{Subject, edit, put, some};
use super::{accept, options};
use crate::app::edit::refused::{self, text as clean};
use crate::app::edit::{Done, Label, Refused, questions};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Noun;
use crate::domain::playbook::question::{Question, QuestionKind, Sets};
use crate::domain::range::Range;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use leptos::prelude::*;
use std::sync::Arc;

/// The card of what can be answered.
pub(super) fn card(subject: &Subject<Question>, id: &QuestionId, published: Memo<bool>) -> AnyView {
    let kind = subject.memo(|q| q.kind.key().to_owned());
    let optional = subject.tick(
        "optional",
        text::pb_optional(),
        |q| q.optional,
        |q, on| {
            q.optional = on;
            Ok(())
        },
    );
    let chosen = {
        let (id, subject) = (id.clone(), subject.clone());
        move || {
            if published.get() {
                let name = subject.read(|q| kinds::name(&q.kind));
                return view! {
                    <p>
                        <b>{text::pb_question_kind()}</b>
                        ": "
                        {name}
                    </p>
                    <p class="small quiet">{text::pb_kind_fixed()}</p>
                }
                .into_any();
            }
            choose(&subject, &id, kind).draw()
        }
    };
    let inside = {
        let (subject, id) = (subject.clone(), id.clone());
        move || match &*kind.get() {
            "choice" | "several" => options::rows(&subject, &id),
            "number" => numbers(&subject, &id),
            "scale" => scale(&subject),
            _ => ().into_any(),
        }
    };
    let accepted = {
        let (subject, id) = (subject.clone(), id.clone());
        move || {
            kind.track();
            accept::fields(&subject, &id)
        }
    };
    view! {
        <section class="card" aria-labelledby="answer">
            <h2 class="card-title" id="answer">
                {text::pb_answer()}
            </h2>
            {chosen}
            {inside}
            {optional.draw()}
            {accepted}
        </section>
    }
    .into_any()
}

fn choose(subject: &Subject<Question>, id: &QuestionId, kind: Memo<String>) -> Field {
    let (context, id) = (subject.context, id.clone());
    Field::new(
        context,
        "q-kind".to_owned(),
        text::pb_question_kind(),
        Kind::Select(Signal::stored(kinds::choices())),
        kind,
        Arc::new(move |typed| {
            let draft = context.draft_untracked();
            let known = draft.question(&id).map(|q| q.options().to_vec()).unwrap_or_default();
            let offered = if known.is_empty() { kinds::two_options() } else { known };
            let kind = kinds::of(typed, offered).ok_or(Refused::Missing)?;
            let label = Label::new(Done::Set, Noun::Question, draft.question_name(&id));
            edit(context, label, |draft, published| {
                questions::set_kind(draft, published, &id, kind)
            })
        }),
    )
}

fn numbers(subject: &Subject<Question>, id: &QuestionId) -> AnyView {
    let unit = subject.line(
        "unit",
        text::pb_unit(),
        |q| match &q.kind {
            QuestionKind::Number { unit, .. } => unit.clone().unwrap_or_default(),
            _ => String::new(),
        },
        |q, typed| match &mut q.kind {
            QuestionKind::Number { unit, .. } => put(unit, some(clean(typed))),
            _ => Err(Refused::Missing),
        },
    );
    let one = subject.line(
        "unit-one",
        text::pb_unit_one(),
        |q| match &q.kind {
            QuestionKind::Number { unit_one, .. } => unit_one.clone().unwrap_or_default(),
            _ => String::new(),
        },
        |q, typed| match &mut q.kind {
            QuestionKind::Number { unit_one, .. } => put(unit_one, some(clean(typed))),
            _ => Err(Refused::Missing),
        },
    );
    let limits = subject.memo(|q| match &q.kind {
        QuestionKind::Number { limits, .. } => *limits,
        _ => Range::default(),
    });
    let write: range::Write = {
        let subject = subject.clone();
        Arc::new(move |range| {
            subject.change(Done::Set, |q| match &mut q.kind {
                QuestionKind::Number { limits, .. } => put(limits, Ok(range)),
                _ => Err(Refused::Missing),
            })
        })
    };
    let what = text::pb_limits();
    view! {
        <div class="form-pair">
            {unit.hint(text::pb_unit_hint()).optional().draw()}
            {one.hint(text::pb_unit_one_hint()).optional().draw()}
        </div>
        <fieldset class="pb-rule">
            <legend class="pb-subtitle">{what}</legend>
            {range::fields(subject.context, "q-limits", what, limits, None, &write)}
        </fieldset>
        {options::bands(subject, id)}
    }
    .into_any()
}

fn scale(subject: &Subject<Question>) -> AnyView {
    fn step(typed: &str) -> Result<i32, Refused> {
        let number = number(typed)?.ok_or(Refused::NoNumber)?;
        let whole = number.fract() == 0.0 && number.abs() <= 1_000.0;
        // A small whole number has the same value in both.
        #[allow(clippy::cast_possible_truncation)]
        if whole { Ok(number as i32) } else { Err(Refused::NoNumber) }
    }
    let [from, to] = [
        subject.field(
            Kind::Number(None),
            "from",
            text::pb_scale_from(),
            |q| match q.kind {
                QuestionKind::Scale { from, .. } => number_text(Some(f64::from(from))),
                _ => String::new(),
            },
            |q, typed| match &mut q.kind {
                QuestionKind::Scale { from, .. } => put(from, step(typed)),
                _ => Err(Refused::Missing),
            },
        ),
        subject.field(
            Kind::Number(None),
            "to",
            text::pb_scale_to(),
            |q| match q.kind {
                QuestionKind::Scale { to, .. } => number_text(Some(f64::from(to))),
                _ => String::new(),
            },
            |q, typed| match &mut q.kind {
                QuestionKind::Scale { to, .. } => put(to, step(typed)),
                _ => Err(Refused::Missing),
            },
        ),
    ];
    let [low, high] = [
        subject.line(
            "low",
            text::pb_scale_low_means(),
            |q| match &q.kind {
                QuestionKind::Scale { low, .. } => low.clone(),
                _ => String::new(),
            },
            |q, typed| match &mut q.kind {
                QuestionKind::Scale { low, .. } => put(low, refused::title(typed)),
                _ => Err(Refused::Missing),
            },
        ),
        subject.line(
            "high",
            text::pb_scale_high_means(),
            |q| match &q.kind {
                QuestionKind::Scale { high, .. } => high.clone(),
                _ => String::new(),
            },
            |q, typed| match &mut q.kind {
                QuestionKind::Scale { high, .. } => put(high, refused::title(typed)),
                _ => Err(Refused::Missing),
            },
        ),
    ];
    view! {
        <div class="form-pair">{from.draw()} {low.draw()}</div>
        <div class="form-pair">{to.draw()} {high.draw()}</div>
    }
    .into_any()
}

/// What else the answer is recorded as; only amounts and days can be.
pub(super) fn sets(subject: &Subject<Question>) -> AnyView {
    let fitting = subject.memo(|q| match q.kind {
        QuestionKind::Money => "amount".to_owned(),
        QuestionKind::Date => "close".to_owned(),
        _ => String::new(),
    });
    let field = subject.field(
        Kind::Select(Signal::derive(move || {
            let other = match &*fitting.get() {
                "amount" => ("amount", text::pb_sets_amount()),
                _ => ("close", text::pb_sets_close()),
            };
            plain([("", text::pb_sets_none()), other])
        })),
        "sets",
        text::pb_sets(),
        |q| match q.sets {
            Some(Sets::Amount) => "amount".to_owned(),
            Some(Sets::ExpectedClose) => "close".to_owned(),
            None => String::new(),
        },
        |q, typed| {
            q.sets = match typed {
                "amount" => Some(Sets::Amount),
                "close" => Some(Sets::ExpectedClose),
                _ => None,
            };
            Ok(())
        },
    );
    (move || (!fitting.with(String::is_empty)).then_any(|| field.clone().draw())).into_any()
}
