//! The currency and the name of who works here.

use super::super::form::{ErrorSummary, Problems, TextField};
use crate::domain::money::Currency;
use crate::exchange::keys::Item;
use crate::ui::context::{AppContext, SaveState};
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use crate::ui::workspace::words;
use leptos::prelude::*;

/// The card with the settings.
#[component]
pub(super) fn SettingsCard() -> impl IntoView {
    let context = AppContext::get();
    let settings = context.settings.get_untracked();
    let name = RwSignal::new(settings.author.name);
    let currency = RwSignal::new(settings.currency.to_string());
    let problems = RwSignal::new(Problems::new());
    let saved = RwSignal::new(false);
    // Where nothing may change, the line of the save state says that.
    let unreadable = move || {
        context.is_unreadable(Item::Settings) && context.saving.get() != SaveState::ReadOnly
    };
    // Where they could not be stored, the line of the save state says so.
    let stored = move || {
        matches!(context.saving.get(), SaveState::Saved | SaveState::SavedLocally) && !unreadable()
    };
    let save = move || {
        saved.set(false);
        let Some(chosen) = Currency::parse(currency.get_untracked().trim()) else {
            return problems.set(vec![("currency", text::data_err_currency().to_owned())]);
        };
        problems.set(Problems::new());
        currency.set(chosen.to_string());
        let done = context.set_settings(|settings| {
            settings.currency = chosen;
            settings.author.name = name.get_untracked();
        });
        match done {
            Ok(()) => {
                name.set(context.settings.with_untracked(|settings| settings.author.name.clone()));
                saved.set(true);
            }
            Err(refusal) => {
                let words = words::refusal(&context.playbook_untracked(), &refusal);
                problems.set(vec![("own-name", words)]);
            }
        }
    };
    view! {
        <section class="card" aria-labelledby="settings">
            <h2 class="card-title" id="settings">
                {text::data_settings()}
            </h2>
            <form
                class="data-form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <ErrorSummary problems />
                <div class="form-pair">
                    <TextField
                        id="own-name"
                        label=text::your_name()
                        value=name
                        problems
                        optional=true
                        hint=Some(text::your_name_hint())
                    />
                    <TextField
                        id="currency"
                        label=text::currency()
                        value=currency
                        problems
                        hint=Some(text::data_settings_currency_hint())
                        class="input input-short"
                    />
                </div>
                <Shown when=unreadable>
                    <p class="small">{text::data_settings_unreadable()}</p>
                </Shown>
                <div class="actions">
                    <button class="btn" type="submit">
                        {text::save_changes()}
                    </button>
                    <span class="small quiet" role="status">
                        {move || (saved.get() && stored()).then(text::data_settings_saved)}
                    </span>
                </div>
            </form>
        </section>
    }
}
