//! One contact in the list.

use super::super::words;
use crate::app::route::Route;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::ids::ContactId;
use crate::domain::playbook::Playbook;
use crate::domain::position::Level;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use chrono::NaiveDate;
use leptos::prelude::*;

/// What a row shows.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    name: String,
    organisation: Option<String>,
    level: &'static str,
    position: String,
    standing: String,
    standing_mark: &'static str,
    /// None where a deal has no amount.
    amount: Option<String>,
    owner: String,
    due: String,
    late: bool,
}

impl Row {
    fn of(playbook: &Playbook, contact: &Contact, today: NaiveDate) -> Self {
        let (name, organisation) = words::name(contact);
        let (due, late) = due(contact, today);
        Self {
            name,
            organisation,
            level: crate::app::route::level_word(contact.level()),
            position: words::position(playbook, &contact.position),
            standing: words::standing(playbook, &contact.standing, today),
            standing_mark: words::standing_mark(&contact.standing),
            amount: match contact.amount {
                Some(amount) => Some(intl::money(amount)),
                // Only a deal can lack an amount.
                None => (contact.level() < Level::Opportunity).then(String::new),
            },
            owner: contact.field(Field::Owner).unwrap_or_default().to_owned(),
            due,
            late,
        }
    }
}

/// When the next step is due, in words, and whether it is late.
fn due(contact: &Contact, today: NaiveDate) -> (String, bool) {
    let Some(task) = &contact.task else { return (String::new(), false) };
    match (task.due - today).num_days() {
        0 => (text::today().to_owned(), false),
        1 => (text::tomorrow().to_owned(), false),
        -1 => (text::one_day_late().to_owned(), true),
        days if days < 0 => (text::days_late(-days), true),
        _ => (intl::day(task.due), false),
    }
}

/// One row; reads its contact by id, so a change elsewhere leaves it alone.
#[component]
pub(super) fn ContactRow(id: ContactId, place: usize) -> impl IntoView {
    let context = AppContext::get();
    let row = move || {
        context.workspace.with(|workspace| {
            let contact = workspace.contact(id)?;
            Some(Row::of(&workspace.playbook, contact, context.today()))
        })
    };
    let draw = move |row: Row| {
        view! {
            <div role="cell">
                <a class="contact-link" href=Route::Contact(id).address()>
                    {row.name}
                </a>
                " "
                <span class="quiet">{row.organisation}</span>
            </div>
            <div class="cell-level" role="cell">
                <span class="level" data-level=row.level>
                    {row.position}
                </span>
            </div>
            <div class="cell-standing" role="cell" data-standing=row.standing_mark>
                {row.standing}
            </div>
            <div class="cell-amount" role="cell">
                {match row.amount {
                    Some(amount) => amount.into_any(),
                    None => view! { <span class="none">{text::no_amount()}</span> }.into_any(),
                }}
            </div>
            <div class="cell-owner" role="cell">
                {row.owner}
            </div>
            <div class="cell-due" role="cell" data-late=row.late.then_some("")>
                {row.due}
            </div>
        }
    };
    view! {
        <div class="contact-row" role="row" data-row aria-rowindex=place + 2>
            {move || row().map(draw)}
        </div>
    }
}
