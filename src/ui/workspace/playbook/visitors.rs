//! What visitors are told at the end, and what they agree to.

use super::common::switch;
use super::lists::{line, one, rows};
use super::rows::Adding;
use super::subject::{Subject, put};
use crate::app::edit::refused::{self, text as clean};
use crate::app::edit::{Done, Refused, words};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::playbook::Noun;
use crate::domain::playbook::words::{Action, Consent, Detail, OutcomeText, Outcomes};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of what visitors see beside questions.
#[component]
pub(super) fn Visitors() -> impl IntoView {
    let context = AppContext::get();
    let told = Memo::new(move |_| context.draft().outcomes.is_some());
    let screened = Memo::new(move |_| context.draft().screen);
    let asked = Memo::new(move |_| context.draft().consent.is_some());
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::pb_visitors()}
        </h1>
        <p class="quiet">{text::pb_visitors_text()}</p>
        <p class="small">
            <a href=Route::Playbook(PlaybookPage::Embed).address()>{text::embed_link()}</a>
        </p>
        <section class="card" aria-labelledby="asked">
            <h2 class="card-title" id="asked">
                {text::pb_screen()}
            </h2>
            {switch(context, "screen", text::pb_screen_on(), Noun::Outcome, screened, |d, _, on| {
                d.screen = on;
            })}
            <p class="small quiet">{text::pb_screen_hint()}</p>
        </section>
        <section class="card" aria-labelledby="outcomes">
            <h2 class="card-title" id="outcomes">
                {text::pb_outcomes()}
            </h2>
            {switch(context, "outcomes-on", text::pb_outcomes_on(), Noun::Outcome, told, |d, _, on| {
                words::outcomes(d, on);
            })}
            <Shown when=move || told.get()>{OUTCOMES.map(outcome).collect_any()}</Shown>
        </section>
        <section class="card" aria-labelledby="consent">
            <h2 class="card-title" id="consent">
                {text::pb_consent()}
            </h2>
            {switch(context, "consent-on", text::pb_consent_on(), Noun::Consent, asked, |d, p, on| {
                words::consent(d, p, on);
            })}
            <Shown when=move || asked.get()>{consent()}</Shown>
        </section>
    }
}

type Told = (
    &'static str,
    fn() -> &'static str,
    fn(&Outcomes) -> &OutcomeText,
    fn(&mut Outcomes) -> &mut OutcomeText,
);

const OUTCOMES: [Told; 4] = [
    ("fit", text::pb_outcome_not_a_fit, |o| &o.not_a_fit, |o| &mut o.not_a_fit),
    ("lead", text::pb_outcome_lead, |o| &o.lead, |o| &mut o.lead),
    ("prospect", text::pb_outcome_prospect, |o| &o.prospect, |o| &mut o.prospect),
    ("opportunity", text::pb_outcome_opportunity, |o| &o.opportunity, |o| &mut o.opportunity),
];

fn outcome((id, name, find, find_mut): Told) -> AnyView {
    let told = Subject::<OutcomeText>::new(
        format!("outcome-{id}"),
        Noun::Outcome,
        |told| told.title.clone(),
        move |playbook| playbook.outcomes.as_ref().map(find),
        move |draft| draft.outcomes.as_mut().map(find_mut),
    );
    let title = told.line(
        "title",
        text::pb_outcome_title(),
        |told| told.title.clone(),
        |told, typed| put(&mut told.title, refused::text(typed)),
    );
    let body = told.area(
        "text",
        text::pb_outcome_text(),
        |told| told.text.clone(),
        |told, typed| put(&mut told.text, refused::text(typed)),
    );
    let next = told.area(
        "next",
        text::pb_outcome_next(),
        |told| told.next.clone(),
        |told, typed| put(&mut told.next, refused::text(typed)),
    );
    let wording = told.line(
        "action",
        text::pb_outcome_action(),
        |told| told.action.as_ref().map(|action| action.title.clone()).unwrap_or_default(),
        |told, typed| {
            let title = clean(typed)?;
            match &mut told.action {
                // A link without words cannot be seen.
                _ if title.is_empty() => told.action = None,
                Some(action) => action.title = title,
                none => *none = Some(Action { title, link: "/".to_owned() }),
            }
            Ok(())
        },
    );
    let link = told.line(
        "link",
        text::pb_outcome_link(),
        |told| told.action.as_ref().map(|action| action.link.clone()).unwrap_or_default(),
        |told, typed| {
            let link = refused::link(typed)?;
            match (&mut told.action, link) {
                (Some(action), Some(link)) => action.link = link,
                (Some(_), None) => return Err(Refused::NoWords),
                _ => {}
            }
            Ok(())
        },
    );
    let linked = told.memo(|told| told.action.is_some());
    let more = told.part("more", |told| Some(&told.resources), |told| Some(&mut told.resources));
    view! {
        <fieldset class="pb-fieldset pb-told">
            <legend class="pb-subtitle">{name()}</legend>
            {title.draw()}
            {body.draw()}
            {next.draw()}
            {line([
                wording.optional().draw(),
                view! { <Shown when=move || linked.get()>{link.clone().draw()}</Shown> }.into_any(),
            ])}
            <h3 class="pb-subtitle">{text::pb_resources()}</h3>
            {resources(&more)}
        </fieldset>
    }
    .into_any()
}

/// Links below everything else a visitor is told.
fn resources(more: &Subject<Vec<Action>>) -> AnyView {
    rows(
        more,
        Vec::len,
        |more, place| more.get(place).map(|link| link.title.clone()).unwrap_or_default(),
        |more, place| {
            let one = one(more, place);
            let title = one.line(
                "title",
                text::pb_resource_title(),
                |resource| resource.title.clone(),
                |resource, typed| put(&mut resource.title, refused::title(typed)),
            );
            let link = one.line(
                "link",
                text::pb_outcome_link(),
                |resource| resource.link.clone(),
                |resource, typed| {
                    resource.link = refused::link(typed)?.ok_or(Refused::NoWords)?;
                    Ok(())
                },
            );
            line([title.draw(), link.draw()])
        },
        Adding::Named(
            text::pb_resource_add().to_owned(),
            Arc::new({
                let more = more.clone();
                move |typed| {
                    more.change(Done::Set, |more| {
                        more.push(Action { title: refused::title(typed)?, link: "/".to_owned() });
                        Ok(())
                    })
                }
            }),
        ),
    )
}

type Asked = (&'static str, fn() -> &'static str, fn(&Consent) -> bool, fn(&mut Consent, bool));

/// One box for each detail: what is asked, in the order of the boxes.
const DETAILS: [Asked; 4] = [
    (
        "person",
        text::pb_detail_person,
        |consent| consent.details.contains(&Detail::Person),
        |consent, on| ask(consent, Detail::Person, on),
    ),
    (
        "organisation",
        text::pb_detail_organisation,
        |consent| consent.details.contains(&Detail::Organisation),
        |consent, on| ask(consent, Detail::Organisation, on),
    ),
    (
        "email",
        text::pb_detail_email,
        |consent| consent.details.contains(&Detail::Email),
        |consent, on| ask(consent, Detail::Email, on),
    ),
    (
        "phone",
        text::pb_detail_phone,
        |consent| consent.details.contains(&Detail::Phone),
        |consent, on| ask(consent, Detail::Phone, on),
    ),
];

fn ask(consent: &mut Consent, detail: Detail, on: bool) {
    const ORDER: [Detail; 4] = [Detail::Person, Detail::Organisation, Detail::Email, Detail::Phone];
    let asked = |one: &Detail| if *one == detail { on } else { consent.details.contains(one) };
    consent.details = ORDER.into_iter().filter(asked).collect();
}

fn consent() -> AnyView {
    let consent = Subject::<Consent>::new(
        "consent",
        Noun::Consent,
        |_| String::new(),
        |playbook| playbook.consent.as_ref(),
        |draft| draft.consent.as_mut(),
    );
    let wording = consent.area(
        "text",
        text::pb_consent_text(),
        |consent| consent.text.clone(),
        |consent, typed| put(&mut consent.text, refused::text(typed)),
    );
    let boxes = DETAILS.map(|(id, name, get, set)| {
        let subject = consent.clone();
        let mut tick = consent.tick(id, name(), get, |_, _| Ok(()));
        tick.commit = Arc::new(move |typed| {
            subject.change(Done::Set, |consent| {
                set(consent, !typed.is_empty());
                Ok(())
            })
        });
        tick.draw()
    });
    let revision = consent.memo(|consent| consent.revision);
    view! {
        {wording.hint(text::pb_consent_text_hint()).draw()}
        <fieldset class="pb-fieldset">
            <legend class="pb-subtitle">{text::pb_consent_details()}</legend>
            {boxes.collect_any()}
        </fieldset>
        <p class="small quiet">
            {move || {
                let n = usize::try_from(revision.get()).unwrap_or(usize::MAX);
                text::pb_consent_revision(intl::count(n))
            }}
        </p>
    }
    .into_any()
}
