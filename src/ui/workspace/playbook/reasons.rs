//! Reasons, how often to be in touch, and the glossary.

use super::field::{Field, Kind, number, number_text};
use super::lists::{self, line, one};
use super::rows::Adding;
use super::sources::{intent_key, intent_of, intents};
use super::subject::{Subject, edit, put, some};
use crate::app::edit::refused::{self, text as clean};
use crate::app::edit::words;
use crate::app::edit::{Done, Label, Refused};
use crate::domain::playbook::Noun;
use crate::domain::playbook::Reason;
use crate::domain::playbook::part::ReasonList;
use crate::domain::playbook::words::{Cadence, Term, Track};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of reasons and words.
#[component]
pub(super) fn Words() -> impl IntoView {
    let context = AppContext::get();
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::pb_words()}
        </h1>
        <p class="quiet">{text::pb_words_text()}</p>
        {cadence(context)}
        {ReasonList::ALL.map(|list| reasons(context, list)).collect_any()}
        {glossary(context)}
    }
}

/// The heading of a list of reasons.
pub(super) fn heading(list: ReasonList) -> &'static str {
    match list {
        ReasonList::Disqualify => text::pb_reasons_disqualify(),
        ReasonList::Lose => text::pb_reasons_lose(),
        ReasonList::Nurture => text::pb_reasons_nurture(),
        ReasonList::SendBack => text::pb_reasons_send_back(),
    }
}

fn reasons(context: AppContext, list: ReasonList) -> AnyView {
    let title = heading(list);
    let id = match list {
        ReasonList::Disqualify => "disqualify",
        ReasonList::Lose => "lose",
        ReasonList::Nurture => "nurture",
        ReasonList::SendBack => "send-back",
    };
    let all = Subject::<Vec<Reason>>::new(
        id,
        Noun::Reason,
        |_| String::new(),
        move |playbook| Some(words::reasons(playbook, list)),
        move |draft| Some(words::reasons_mut(draft, list)),
    );
    let add = Arc::new(move |typed: &str| {
        let label = Label::new(Done::Set, Noun::Reason, typed.trim());
        edit(context, label, |draft, published| {
            words::add_reason(draft, published, list, typed).map(|_| ())
        })
    });
    let rows = lists::rows(
        &all,
        Vec::len,
        |all, place| all.get(place).map(|reason| reason.title.clone()).unwrap_or_default(),
        |all, place| {
            let reason = one(all, place).named(Noun::Reason, |reason| reason.title.clone());
            let title = reason.line(
                "title",
                text::pb_reason(place + 1),
                |reason| reason.title.clone(),
                |reason, typed| put(&mut reason.title, refused::title(typed)),
            );
            title.bare()
        },
        Adding::Named(text::pb_reason_add(title), add),
    );
    let [labelled, heading] = std::array::from_fn(|_| format!("{id}-title"));
    view! {
        <section class="card" aria-labelledby=labelled>
            <h2 class="card-title" id=heading>
                {title}
            </h2>
            <p class="small quiet">{text::pb_reasons_text()}</p>
            {rows}
        </section>
    }
    .into_any()
}

/// A whole number; none for nothing.
fn whole(typed: &str) -> Result<Option<u32>, Refused> {
    let Some(number) = number(typed)? else { return Ok(None) };
    let whole = number.fract() == 0.0 && (0.0..=10_000.0).contains(&number);
    // Within these ends it is the same number.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    if whole { Ok(Some(number as u32)) } else { Err(Refused::NoNumber) }
}

fn shown(number: Option<u32>) -> String {
    number_text(number.map(f64::from))
}

fn cadence(context: AppContext) -> AnyView {
    let cadence = Subject::<Cadence>::new(
        "cadence",
        Noun::Cadence,
        |_| String::new(),
        |playbook| Some(&playbook.cadence),
        |draft| Some(&mut draft.cadence),
    );
    let unit = |unit: &str| Kind::Number(Some(unit.to_owned()));
    let fields = [
        cadence.field(
            unit(text::pb_hours()),
            "first",
            text::pb_first_response(),
            |c| shown(c.first_response_hours),
            |c, typed| put(&mut c.first_response_hours, whole(typed)),
        ),
        cadence.field(
            unit(text::pb_days()),
            "lead",
            text::pb_cadence_lead(),
            |c| shown(c.lead_days),
            |c, typed| put(&mut c.lead_days, whole(typed)),
        ),
        cadence.field(
            unit(text::pb_days()),
            "prospect",
            text::pb_cadence_prospect(),
            |c| shown(c.prospect_days),
            |c, typed| put(&mut c.prospect_days, whole(typed)),
        ),
        cadence.field(
            unit(text::pb_days()),
            "opportunity",
            text::pb_cadence_opportunity(),
            |c| shown(c.opportunity_days),
            |c, typed| put(&mut c.opportunity_days, whole(typed)),
        ),
    ];
    let fields = fields.map(Field::optional).map(Field::draw);
    let tracks = cadence.part("track", |c| Some(&c.tracks), |c| Some(&mut c.tracks));
    let add = Arc::new(move |typed: &str| {
        let label = Label::new(Done::Set, Noun::Track, typed.trim());
        edit(context, label, |draft, published| {
            words::add_track(draft, published, typed).map(|_| ())
        })
    });
    let rows = lists::rows(
        &tracks,
        Vec::len,
        |all, place| all.get(place).map(|track| track.title.clone()).unwrap_or_default(),
        track,
        Adding::Named(text::pb_track_add().to_owned(), add),
    );
    view! {
        <section class="card" aria-labelledby="cadence">
            <h2 class="card-title" id="cadence">
                {text::pb_cadence()}
            </h2>
            {line(fields)}
            <h3 class="pb-subtitle">{text::pb_tracks()}</h3>
            {rows}
        </section>
    }
    .into_any()
}

fn track(all: &Subject<Vec<Track>>, place: usize) -> AnyView {
    let (track, n) = (one(all, place), place + 1);
    let title = track.line(
        "title",
        text::pb_track(n),
        |track| track.title.clone(),
        |track, typed| put(&mut track.title, refused::title(typed)),
    );
    let intent = track.field(
        Kind::Select(intents(text::pb_track_every())),
        "intent",
        text::pb_track_intent(n),
        |track| intent_key(track.intent),
        |track, typed| {
            track.intent = intent_of(typed);
            Ok(())
        },
    );
    let days = track.line(
        "days",
        text::pb_track_days(n),
        |track| track.days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        |track, typed| put(&mut track.days, words::days(typed)),
    );
    line([title.draw(), intent.draw(), days.hint(text::pb_track_days_hint()).draw()])
}

fn glossary(context: AppContext) -> AnyView {
    let all = Subject::<Vec<Term>>::new(
        "term",
        Noun::Term,
        |_| String::new(),
        |playbook| Some(&playbook.glossary),
        |draft| Some(&mut draft.glossary),
    );
    let add = Arc::new(move |typed: &str| {
        let label = Label::new(Done::Set, Noun::Term, typed.trim());
        edit(context, label, |draft, _| words::add_term(draft, typed))
    });
    let rows = lists::rows(
        &all,
        Vec::len,
        |all, place| all.get(place).map(|term| term.term.clone()).unwrap_or_default(),
        term,
        Adding::Named(text::pb_term_add().to_owned(), add),
    );
    view! {
        <section class="card" aria-labelledby="glossary">
            <h2 class="card-title" id="glossary">
                {text::pb_glossary()}
            </h2>
            <p class="small quiet">{text::pb_glossary_text()}</p>
            {rows}
        </section>
    }
    .into_any()
}

fn term(all: &Subject<Vec<Term>>, place: usize) -> AnyView {
    let term = one(all, place).named(Noun::Term, |term| term.term.clone());
    let n = place + 1;
    let word = term.line(
        "term",
        text::pb_term(n),
        |term| term.term.clone(),
        |term, typed| put(&mut term.term, refused::title(typed)),
    );
    let meaning = term.area(
        "meaning",
        text::pb_term_meaning(n),
        |term| term.meaning.clone(),
        |term, typed| put(&mut term.meaning, refused::text(typed)),
    );
    let mistaken = term.line(
        "mistaken",
        text::pb_term_mistaken(n),
        |term| term.mistaken.clone().unwrap_or_default(),
        |term, typed| put(&mut term.mistaken, some(clean(typed))),
    );
    let said = term.memo(|term| (term.term.clone(), term.meaning.clone()));
    lists::folded(
        move || said.with(|(term, meaning)| text::pb_term_line(term, meaning)),
        move || {
            let names = line([word.clone().draw(), mistaken.clone().optional().draw()]);
            view! {
                {names}
                {meaning.clone().draw()}
            }
            .into_any()
        },
    )
}
