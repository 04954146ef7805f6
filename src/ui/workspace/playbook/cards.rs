//! Cards of things to know beside the gates.

use super::common::criteria;
use super::field::Kind;
use super::lists::{self, line, one};
use super::people::criteria_or_none;
use super::rows::Adding;
use super::subject::{Subject, edit, put};
use crate::app::edit::{Done, Label, Refused, refused, scoring};
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Noun;
use crate::domain::playbook::scoring::{Card, CardItem};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use std::sync::Arc;

/// The card of the page that holds the playbook's cards.
pub(super) fn card(context: AppContext) -> AnyView {
    let all = Subject::<Vec<Card>>::new(
        "card",
        Noun::Card,
        |_| String::new(),
        |playbook| Some(&playbook.cards),
        |draft| Some(&mut draft.cards),
    );
    let add = Arc::new(move |typed: &str| {
        let label = Label::new(Done::Set, Noun::Card, typed.trim());
        edit(context, label, |draft, published| scoring::add_card(draft, published, typed))
            .map(|_| ())
    });
    let rows = lists::rows(
        &all,
        Vec::len,
        |all, place| all.get(place).map(|card| card.title.clone()).unwrap_or_default(),
        one_card,
        Adding::Named(text::pb_card_new().to_owned(), add),
    );
    view! {
        <section class="card" aria-labelledby="cards">
            <h2 class="card-title" id="cards">
                {text::pb_cards()}
            </h2>
            <p class="small quiet">{text::pb_cards_text()}</p>
            {rows}
        </section>
    }
    .into_any()
}

fn one_card(all: &Subject<Vec<Card>>, place: usize) -> AnyView {
    let card = one(all, place).named(Noun::Card, |card| card.title.clone());
    let context = card.context;
    let title = card.line(
        "title",
        text::pb_card_title(place + 1),
        |card| card.title.clone(),
        |card, typed| put(&mut card.title, refused::title(typed)),
    );
    let about = card.area(
        "about",
        text::pb_card_about(),
        |card| card.about.clone(),
        |card, typed| put(&mut card.about, refused::text(typed)),
    );
    let items = card.part("item", |card| Some(&card.items), |card| Some(&mut card.items));
    let add = Arc::new(move |typed: &str| {
        if typed.is_empty() {
            return Err(Refused::NoWords);
        }
        let full = CriterionId::from(typed);
        let label = Label::new(Done::Set, Noun::Card, "");
        edit(context, label, |draft, _| scoring::add_item(draft, place, &full))
    });
    let name = untrack(|| card.read(|card| card.title.clone()));
    let rows = lists::rows(
        &items,
        Vec::len,
        |items, place| items.get(place).map(|item| item.title.clone()).unwrap_or_default(),
        item,
        Adding::Chosen(text::pb_card_add(name), criteria(context), add),
    );
    view! {
        {title.draw()}
        {about.optional().draw()}
        {rows}
    }
    .into_any()
}

fn item(items: &Subject<Vec<CardItem>>, place: usize) -> AnyView {
    let (item, n) = (one(items, place), place + 1);
    let title = item.line(
        "title",
        text::pb_card_item(n),
        |item| item.title.clone(),
        |item, typed| put(&mut item.title, refused::title(typed)),
    );
    let full = item.field(
        Kind::Select(criteria(item.context)),
        "full",
        text::pb_card_full(n),
        |item| item.full.to_string(),
        |item, typed| put(&mut item.full, Ok(CriterionId::from(typed))),
    );
    let partly = item.field(
        Kind::Select(criteria_or_none(item.context)),
        "partly",
        text::pb_card_partly(n),
        |item| item.partly.as_ref().map(ToString::to_string).unwrap_or_default(),
        |item, typed| {
            item.partly = Some(CriterionId::from(typed)).filter(|_| !typed.is_empty());
            Ok(())
        },
    );
    line([title.draw(), full.draw(), partly.optional().draw()])
}
