//! The table of contacts with the columns one ticks.

use super::{Chosen, Remembered, each, save_csv, so_far};
use crate::exchange::csv::write::{Reader, Writer};
use crate::exchange::export::contacts::{Column, Heading, Seen, Table, headings};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::shown::Shown;
use chrono::Local;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Every column there can be, once all contacts were looked at.
type Found = RwSignal<Option<Arc<Vec<Heading>>>>;

/// The headers a rule ticks.
fn these(headings: &[Heading], ticks: impl Fn(&Heading) -> bool) -> BTreeSet<String> {
    headings.iter().filter(|heading| ticks(heading)).map(|heading| heading.name.clone()).collect()
}

/// The columns and the button.
#[component]
pub(super) fn Columns(chosen: Chosen) -> impl IntoView {
    let context = AppContext::get();
    let found: Found = RwSignal::new(None);
    // Looked up once: the columns stay as they are while somebody ticks.
    spawn_local(async move {
        let ids: Vec<_> = context
            .workspace
            .with_untracked(|workspace| workspace.contacts().map(|contact| contact.id).collect());
        let mut seen = Seen::default();
        each(context, &ids, |record| record.contact.iter().for_each(|c| seen.look(c)), |_| ())
            .await;
        // The view may have been left meanwhile.
        found.try_set(Some(Arc::new(headings(&context.playbook_untracked(), &seen))));
    });
    move || match found.get() {
        None => view! { <p class="quiet">{text::out_columns_reading()}</p> }.into_any(),
        Some(headings) => view! { <Ticks headings chosen /> }.into_any(),
    }
}

#[component]
fn Ticks(headings: Arc<Vec<Heading>>, chosen: Chosen) -> impl IntoView {
    let remembered = Remembered::get().ticked;
    let usual = these(&headings, Heading::is_usual);
    let ticked = Memo::new(move |_| remembered.get().unwrap_or_else(|| usual.clone()));
    let all = StoredValue::new(Arc::clone(&headings));
    let tick = move |names: BTreeSet<String>| remembered.set(Some(names));
    let group = move |name: &'static str, belongs: fn(&Column) -> bool| {
        let own = all.get_value();
        let own: Vec<_> =
            own.iter().filter(|h| belongs(&h.column)).map(|h| h.name.clone()).collect();
        (!own.is_empty()).then_any(move || {
            let boxes = own.into_iter().map(|name| view! { <Tick name ticked /> });
            view! {
                <fieldset class="out-group">
                    <legend class="small">{name}</legend>
                    <div class="out-ticks">{boxes.collect_any()}</div>
                </fieldset>
            }
        })
    };
    let count = {
        let headings = Arc::clone(&headings);
        move || {
            let n =
                ticked.with(|names| headings.iter().filter(|h| names.contains(&h.name)).count());
            text::out_columns_count(intl::count(n), intl::count(headings.len()))
        }
    };
    view! {
        <section class="card" aria-labelledby="columns">
            <div class="card-head">
                <h2 class="card-title" id="columns">
                    {text::out_columns()}
                </h2>
                <span class="small quiet" role="status">
                    {count}
                </span>
            </div>
            <p class="small quiet">{text::out_columns_text()}</p>
            <div class="actions">
                <button
                    class="btn btn-small"
                    type="button"
                    on:click=move |_| tick(these(&all.get_value(), |_| true))
                >
                    {text::out_tick_all()}
                </button>
                <button
                    class="btn btn-small"
                    type="button"
                    on:click=move |_| tick(BTreeSet::new())
                >
                    {text::out_tick_none()}
                </button>
                <button
                    class="btn btn-small"
                    type="button"
                    on:click=move |_| tick(these(&all.get_value(), Heading::is_usual))
                >
                    {text::out_tick_usual()}
                </button>
            </div>
            {group(text::out_columns_about(), |column| {
                !matches!(column, Column::Answer(_) | Column::Attribute(_))
            })}
            {group(text::out_columns_answers(), |column| matches!(column, Column::Answer(_)))}
            {group(text::out_columns_attributes(), |column| matches!(column, Column::Attribute(_)))}
            <p class="small quiet">{text::out_cells_text()}</p>
            <Shown when=move || chosen.count() != 0>
                <Download headings=all chosen ticked />
            </Shown>
        </section>
    }
}

/// One column to tick.
#[component]
fn Tick(name: String, ticked: Memo<BTreeSet<String>>) -> impl IntoView {
    let remembered = Remembered::get().ticked;
    let (own, turned) = (name.clone(), name.clone());
    let turn = move |event| {
        let mut names = ticked.get_untracked();
        if event_target_checked(&event) {
            names.insert(turned.clone());
        } else {
            names.remove(&turned);
        }
        remembered.set(Some(names));
    };
    view! {
        <label class="out-tick">
            <input
                type="checkbox"
                prop:checked=move || ticked.with(|names| names.contains(&own))
                on:change=turn
            />
            <span>{name}</span>
        </label>
    }
}

#[component]
fn Download(
    headings: StoredValue<Arc<Vec<Heading>>>,
    chosen: Chosen,
    ticked: Memo<BTreeSet<String>>,
) -> impl IntoView {
    let context = AppContext::get();
    let said = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let words = move || match chosen.count() {
        1 => text::out_download_one().to_owned(),
        n => text::out_download(intl::count(n)),
    };
    let save = move |_| {
        if busy.get_untracked() {
            return;
        }
        let headings = headings.get_value();
        let names = ticked.get_untracked();
        if !headings.iter().any(|heading| names.contains(&heading.name)) {
            return said.set(text::out_no_columns().to_owned());
        }
        busy.set(true);
        said.set(text::out_preparing().to_owned());
        spawn_local(async move {
            let (ids, playbook) = (chosen.ids.get_untracked(), context.playbook_untracked());
            let in_file = headings.iter().filter(|heading| names.contains(&heading.name));
            let table = Table::new(&playbook, in_file);
            let mut writer = Writer::new(Reader::Spreadsheet);
            writer.row(table.header());
            let row =
                |record: &_| table.row(record, &Local).into_iter().for_each(|r| writer.row(r));
            let progress = |done| _ = said.try_set(so_far(done, ids.len()));
            each(context, &ids, row, progress).await;
            let name = format!("ripen-{}-contacts-{}.csv", context.name(), context.today());
            // The view may have been left meanwhile; the file comes all the same.
            let words = save_csv(context, &name, &writer.finish());
            said.try_set(words);
            busy.try_set(false);
        });
    };
    view! {
        <div class="actions">
            <button class="btn btn-primary" type="button" on:click=save>
                <Glyph icon=Icon::Download />
                {words}
            </button>
            <span class="small quiet" role="status">
                {move || said.get()}
            </span>
        </div>
    }
}
