//! Stored values that cannot be used: what is wrong, and a way to take them out as they are.

use super::super::form::focus;
use super::failure::playbook_words;
use crate::exchange::json::FileError;
use crate::exchange::record::RecordError;
use crate::platform::repository::{Attention, Home, Problem};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The card with everything that needs attention.
#[component]
pub(super) fn NeedsAttention() -> impl IntoView {
    let context = AppContext::get();
    view! {
        <section class="card" aria-labelledby="attention">
            <h2 class="card-title" id="attention">
                {text::data_attention()}
            </h2>
            <p class="small quiet">{text::data_attention_text()}</p>
            <ul>
                {move || {
                    let items = context.attention.get().into_iter();
                    items.map(|item| view! { <Item item /> }).collect_any()
                }}
            </ul>
        </section>
    }
}

#[component]
fn Item(item: Arc<Attention>) -> impl IntoView {
    let context = AppContext::get();
    let (home, key) = (item.home, item.key.clone());
    let download = move |_| {
        let key = key.clone();
        spawn_local(async move {
            if let Some(raw) = context.stored_text(home, &key).await {
                let name = format!("{}.txt", key.replace('/', "-"));
                context.save_file(&name, "text/plain", &raw);
            }
        });
    };
    let waits = item.home == Home::Local && context.is_result(&item.key);
    let place = match item.home {
        Home::Local => text::data_attention_local(),
        Home::Database => text::data_attention_database(),
    };
    view! {
        <li class="attention">
            <span>
                <b>{item.key.clone()}</b>
                " "
                {words(&item.problem)}
                " "
                <span class="quiet small">{place}</span>
            </span>
            <span class="actions">
                <button class="btn btn-small" type="button" on:click=download>
                    {text::data_download_raw()} " "
                    <span class="visually-hidden">{item.key.clone()}</span>
                </button>
                {waits.then_any(|| view! { <ThrowAway key=item.key.clone() /> })}
            </span>
        </li>
    }
}

/// Removes a result that cannot be read: nothing else of a person hangs on it. Asks once.
#[component]
fn ThrowAway(key: String) -> impl IntoView {
    let context = AppContext::get();
    let sure = RwSignal::new(false);
    let name = key.clone();
    let remove = move |_| {
        if sure.get_untracked() {
            context.throw_away_result(&key);
            focus("title");
        } else {
            sure.set(true);
        }
    };
    let words =
        move || if sure.get() { text::data_throw_away_now() } else { text::data_throw_away() };
    view! {
        <button
            class="btn btn-small"
            class:btn-danger=sure
            type="button"
            on:click=remove
        >
            {words} " "
            <span class="visually-hidden">{name}</span>
        </button>
    }
}

/// What is wrong with a stored value.
fn words(problem: &Problem) -> String {
    match problem {
        Problem::Record(RecordError::Newer(version)) => text::data_attention_newer(version),
        Problem::Record(RecordError::Unreadable(fault)) => {
            text::data_attention_unreadable(&fault.path, &fault.reason)
        }
        Problem::Key => text::data_attention_key().to_owned(),
        Problem::Playbook(error) => text::data_attention_playbook(playbook_words(error)),
        Problem::Draft(error) => text::data_attention_draft(playbook_words(error)),
        Problem::Former(error) => text::data_attention_former(playbook_words(error)),
        Problem::Settings(FileError::Newer(version)) => {
            text::data_attention_settings_newer(version)
        }
        Problem::Settings(error) => text::data_attention_settings(error),
        Problem::Result(Some(FileError::Newer(version))) => {
            text::data_attention_result_newer(version)
        }
        Problem::Result(Some(error)) => text::data_attention_result(error),
        Problem::Result(None) => text::data_attention_result_other().to_owned(),
        Problem::Backups(error) => text::data_attention_backups(error),
    }
}
