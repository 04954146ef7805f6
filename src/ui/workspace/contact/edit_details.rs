//! The form for fields, amount and expected close.

use super::super::form::{Problems, TextField, holds_no_day};
use super::super::who::{Who, WhoFields, refused};
use super::Subject;
use super::dialog::{FormFrame, close};
use crate::app::command::Command;
use crate::app::entry::parse_money;
use crate::app::refusal::Refusal;
use crate::domain::money::Money;
use crate::domain::position::Level;
use crate::domain::when::{in_reach, read_day};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use leptos::prelude::*;

/// Edits fields, amount and expected close.
#[component]
pub(super) fn Details() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let contact = subject.contact.get_untracked();
    let who = Who::of(&contact);
    let amount = contact.amount.as_ref();
    let currency = amount.map_or_else(|| context.currency_untracked(), |amount| amount.currency);
    let amount_was = contact.amount.as_ref().map(Money::decimal).unwrap_or_default();
    let close_was = contact.expected_close.map(|day| day.to_string()).unwrap_or_default();
    let (amount, close_on) = (RwSignal::new(amount_was.clone()), RwSignal::new(close_was.clone()));
    let deal = contact.level() >= Level::Opportunity;
    let submit = move || {
        let mut found = who.check();
        let typed = amount.get_untracked();
        let worth = Some(typed.trim()).filter(|t| !t.is_empty()).map(|t| parse_money(t, currency));
        let worth = worth.transpose();
        if worth.is_err() {
            found.push(("amount", text::err_amount().to_owned()));
        }
        // All of it is looked at before any of it is recorded.
        let day = match close_on.get_untracked().as_str() {
            "" if holds_no_day("close") => Err(text::err_no_such_day()),
            "" => Ok(None),
            typed => match read_day(typed) {
                Some(day) if in_reach(day) => Ok(Some(day)),
                Some(_) => Err(text::err_out_of_reach()),
                None => Err(text::err_date()),
            },
        };
        if let Err(words) = day {
            found.push(("close", words.to_owned()));
        }
        let (Ok(worth), Ok(day), true) = (worth, day, found.is_empty()) else {
            return problems.set(found);
        };
        // Only what was changed here: the rest may have changed in another tab meanwhile.
        let mut commands = vec![Command::SetFields(who.changed())];
        if deal && typed != amount_was {
            commands.push(Command::SetAmount(worth));
        }
        if deal && close_on.get_untracked() != close_was {
            commands.push(Command::ExpectClose(day));
        }
        match context.dispatch_all(subject.id, commands) {
            Ok(()) | Err(Refusal::NothingChanges) => close(subject),
            Err(refusal) => problems.set(refused(context, &refusal)),
        }
    };
    view! {
        <FormFrame
            title=text::edit_details()
            button=text::save_changes()
            problems
            on_submit=submit
        >
            <WhoFields who problems />
            {deal
                .then_any(|| {
                    view! {
                        <div class="form-pair">
                            <TextField
                                id="amount"
                                label=text::amount_in(currency)
                                value=amount
                                problems
                                optional=true
                                inputmode="decimal"
                            />
                            <TextField
                                id="close"
                                label=text::expected_close()
                                value=close_on
                                problems
                                optional=true
                                kind="date"
                            />
                        </div>
                    }
                })}
        </FormFrame>
    }
}
