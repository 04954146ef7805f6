//! Groups of signals of readiness, each with its cap, its fading and its points.

use super::field::{Choices, Kind, number, number_text, plain};
use super::lists::{self, line, one};
use super::rows::Adding;
use super::scores::positive;
use super::sources::{INTENTS, intent_key, intent_name, intent_of};
use super::subject::{Subject, edit, put};
use crate::app::edit::{Done, Label, Refused, refused, scoring};
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Noun;
use crate::domain::playbook::scoring::{Group, Scoring, Signal as Sign, SignalKind};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use std::sync::Arc;

/// The groups of readiness.
pub(super) fn groups(context: AppContext, scores: &Subject<Scoring>) -> AnyView {
    let all = scores.part("group", |s| Some(&s.readiness), |s| Some(&mut s.readiness));
    let add = Arc::new(move |typed: &str| {
        let label = Label::new(Done::Set, Noun::Group, typed.trim());
        edit(context, label, |draft, _| scoring::add_group(draft, typed))
    });
    lists::rows(
        &all,
        Vec::len,
        |all, place| all.get(place).map(|group| group.title.clone()).unwrap_or_default(),
        group,
        Adding::Named(text::pb_group_new().to_owned(), add),
    )
}

fn group(all: &Subject<Vec<Group>>, place: usize) -> AnyView {
    let group = one(all, place);
    let context = group.context;
    let title = group.line(
        "title",
        text::pb_group_title(place + 1),
        |group| group.title.clone(),
        |group, typed| put(&mut group.title, refused::title(typed)),
    );
    let cap = group.field(
        Kind::Number(Some(text::pb_points().to_owned())),
        "cap",
        text::pb_group_cap(),
        |group| number_text(Some(group.cap)),
        |group, typed| put(&mut group.cap, positive(typed)),
    );
    let half_life = group.field(
        Kind::Number(Some(text::pb_days().to_owned())),
        "half-life",
        text::pb_group_half_life(),
        |group| number_text(group.half_life),
        |group, typed| {
            let days = number(typed)?;
            if days.is_some_and(|days| days <= 0.0) {
                return Err(Refused::NoNumber);
            }
            put(&mut group.half_life, Ok(days))
        },
    );
    let signals = group.part("signal", |g| Some(&g.signals), |g| Some(&mut g.signals));
    let add = Arc::new(move |typed: &str| {
        let is = kind_of(typed).ok_or(Refused::NoWords)?;
        let label = Label::new(Done::Set, Noun::Scoring, "");
        edit(context, label, |draft, _| scoring::add_signal(draft, place, is))
    });
    let name = untrack(|| group.read(|group| group.title.clone()));
    let rows = lists::rows(
        &signals,
        Vec::len,
        |signals, place| signals.get(place).map(|one| name_of(&one.is)).unwrap_or_default(),
        signal,
        Adding::Chosen(text::pb_signal_add(name), kinds(context), add),
    );
    view! {
        {line([title.draw(), cap.draw(), half_life.optional().draw()])}
        <h4 class="pb-subtitle">{text::pb_signals()}</h4>
        {rows}
    }
    .into_any()
}

fn signal(signals: &Subject<Vec<Sign>>, place: usize) -> AnyView {
    let (one, n) = (one(signals, place), place + 1);
    let kind = one.field(
        Kind::Select(kinds(one.context)),
        "is",
        text::pb_signal(n),
        |one| key(&one.is),
        |one, typed| put(&mut one.is, kind_of(typed).ok_or(Refused::Missing)),
    );
    let points = one.field(
        Kind::Number(Some(text::pb_points().to_owned())),
        "points",
        text::pb_signal_points(n),
        |one| number_text(Some(one.points)),
        |one, typed| put(&mut one.points, positive(typed)),
    );
    view! { <div class="pb-line">{kind.bare()} {points.bare()}</div> }.into_any()
}

/// A signal's word for form controls: criteria by their id.
fn key(is: &SignalKind) -> String {
    match is {
        SignalKind::Criterion(id) => format!("criterion {id}"),
        SignalKind::Source(intent) => format!("source {}", intent_key(Some(*intent))),
        SignalKind::VisitorAnswers => "visitor".to_owned(),
        SignalKind::InboundTouch => "touch".to_owned(),
        SignalKind::Engagement => "engagement".to_owned(),
    }
}

fn kind_of(key: &str) -> Option<SignalKind> {
    match key.split_once(' ') {
        Some(("criterion", id)) => Some(SignalKind::Criterion(CriterionId::from(id))),
        Some(("source", intent)) => intent_of(intent).map(SignalKind::Source),
        _ if key == "visitor" => Some(SignalKind::VisitorAnswers),
        _ if key == "touch" => Some(SignalKind::InboundTouch),
        _ if key == "engagement" => Some(SignalKind::Engagement),
        _ => None,
    }
}

fn name_of(is: &SignalKind) -> String {
    match is {
        SignalKind::Criterion(id) => {
            AppContext::get().draft_untracked().criterion_name(id).to_owned()
        }
        SignalKind::Source(intent) => text::pb_signal_source(intent_name(*intent)),
        SignalKind::VisitorAnswers => text::pb_signal_visitor().to_owned(),
        SignalKind::InboundTouch => text::pb_signal_touch().to_owned(),
        SignalKind::Engagement => text::pb_signal_engagement().to_owned(),
    }
}

fn kinds(context: AppContext) -> Signal<Choices> {
    Signal::derive(move || {
        let draft = context.draft();
        let sources = INTENTS.iter().map(|(_, intent)| SignalKind::Source(*intent));
        let others = sources.chain([
            SignalKind::VisitorAnswers,
            SignalKind::InboundTouch,
            SignalKind::Engagement,
        ]);
        let others = others.map(|kind| (key(&kind), name_of(&kind))).collect();
        let criteria = draft.criteria.iter();
        let criteria = criteria.map(|c| (format!("criterion {}", c.id), c.title.clone())).collect();
        let mut all = plain::<String, String>([]);
        all.clear();
        all.push((text::pb_signal_others().to_owned(), others));
        all.push((text::pb_signal_criteria().to_owned(), criteria));
        all
    })
}
