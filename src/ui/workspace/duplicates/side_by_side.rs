//! Contacts side by side: which one goes on, what counts where they differ, what will happen.
//!
//! Invariant: what is shown as chosen is what merging records.

use super::super::any::{CollectAny, MapAny, ThenAny};
use super::super::words;
use super::{cells, keep_apart, labels};
use crate::app::merge::{Choices, Item, Row, further, rows};
use crate::app::route::Route;
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// What a person chose so far.
#[derive(Clone, Copy)]
struct Choosing {
    ids: StoredValue<Vec<ContactId>>,
    goes_on: RwSignal<ContactId>,
    choices: RwSignal<Choices>,
}

/// A row in words.
struct Told {
    row: Row,
    name: String,
    cells: Vec<Option<String>>,
}

impl Choosing {
    /// The place of the one that goes on.
    fn place(self) -> usize {
        let id = self.goes_on.get();
        self.ids.with_value(|ids| ids.iter().position(|it| *it == id)).unwrap_or(0)
    }

    fn choose(self, item: &Item, place: usize) {
        if let Some(id) = self.ids.with_value(|ids| ids.get(place).copied()) {
            self.choices.update(|choices| {
                choices.insert(item.clone(), id);
            });
        }
    }

    /// The place of the one whose word counts.
    fn counts(self, row: &Row) -> usize {
        let chosen = self.choices.with(|choices| choices.get(&row.item).copied());
        let place =
            chosen.and_then(|id| self.ids.with_value(|ids| ids.iter().position(|it| *it == id)));
        place.filter(|place| row.choices.contains(place)).unwrap_or(row.proposed)
    }
}

/// The page of two contacts or more.
#[component]
pub(super) fn SideBySide(ids: Vec<ContactId>) -> impl IntoView {
    let context = AppContext::get();
    let Some(first) = ids.first().copied() else { return ().into_any() };
    let goes_on = context.workspace.with_untracked(|workspace| further(workspace, &ids));
    let choosing = Choosing {
        ids: StoredValue::new(ids),
        goes_on: RwSignal::new(goes_on.unwrap_or(first)),
        choices: RwSignal::new(Choices::new()),
    };
    let refused = RwSignal::new(None::<String>);
    let merge = move |_| {
        let (ids, goes_on) = (choosing.ids.get_value(), choosing.goes_on.get_untracked());
        let choices = choosing.choices.get_untracked();
        match context.merge_contacts(&ids, goes_on, &choices) {
            Ok(()) => context.replace(&Route::Contact(goes_on)),
            Err(refusal) => {
                refused.set(Some(words::refusal(&context.playbook_untracked(), &refusal)));
            }
        }
    };
    let apart = move |_| {
        let why = keep_apart(context, &choosing.ids.get_value());
        if why.is_none() {
            context.replace(&Route::Duplicates);
        }
        refused.set(why);
    };
    view! {
        <div class="duplicates">
            <nav class="small" aria-label=crate::ui::text::rep::back_to()>
                <a href=Route::Duplicates.address()>{text::dup_back()}</a>
            </nav>
            <h1 class="view-title" id="title" tabindex="-1">
                {text::dup_side_title()}
            </h1>
            <p class="quiet">{text::dup_side_lead()}</p>
            <Table choosing />
            <Consequences choosing />
            <div class="actions">
                <button class="btn btn-primary" type="button" on:click=merge>
                    {text::dup_merge()}
                </button>
                <button class="btn" type="button" on:click=apart>
                    {text::dup_not_same()}
                </button>
            </div>
            {move || {
                refused
                    .get()
                    .map_any(|words| view! { <p class="field-error" role="alert">{words}</p> })
            }}
        </div>
    }
    .into_any()
}

/// Hands the contacts to somebody, in their order.
fn with_contacts<T>(
    context: AppContext,
    choosing: Choosing,
    then: impl FnOnce(&[&Contact]) -> T,
) -> T {
    context.workspace.with(|workspace| {
        let ids = choosing.ids.get_value();
        let all: Vec<_> = ids.iter().filter_map(|id| workspace.contact(*id)).collect();
        then(&all)
    })
}

#[component]
fn Table(choosing: Choosing) -> impl IntoView {
    let context = AppContext::get();
    let names = Memo::new(move |_| {
        with_contacts(context, choosing, |all| labels::of(&context.playbook(), all))
    });
    let told = move || {
        let (playbook, today) = (context.playbook(), context.today());
        with_contacts(context, choosing, |all| {
            let rows = rows(&playbook, all, choosing.place()).into_iter();
            let tell = |row: Row| Told {
                name: cells::name(&playbook, &row.item),
                cells: all.iter().map(|it| cells::cell(&playbook, it, &row.item, today)).collect(),
                row,
            };
            rows.map(tell).collect::<Vec<_>>()
        })
    };
    let head = move |(place, name): (usize, String)| {
        let id = choosing.ids.with_value(|ids| ids.get(place).copied())?;
        let others = choosing.ids.get_value().into_iter().filter(|other| *other != id);
        let others = Some(others.collect::<Vec<_>>()).filter(|others| others.len() > 1);
        let left_out = name.clone();
        Some(view! {
            <th scope="col">
                <a href=Route::Contact(id).address()>{name.clone()}</a>
                <label class="dup-choice">
                    <input
                        type="radio"
                        name="goes-on"
                        aria-label=text::dup_goes_on_label(name)
                        prop:checked=move || choosing.goes_on.get() == id
                        on:change=move |_| choosing.goes_on.set(id)
                    />
                    <span>{text::dup_goes_on()}</span>
                </label>
                {others.map_any(|others| {
                    view! {
                        <a class="small" href=Route::Merge(others).address()>
                            {text::dup_leave_out()}
                            <span class="visually-hidden">{text::colon_what(left_out)}</span>
                        </a>
                    }
                })}
            </th>
        })
    };
    let many = choosing.ids.with_value(|ids| ids.len() > 3).then_some("");
    view! {
        <div class="card dup-table">
            <table class="table dup-side" data-many=many>
                <caption class="visually-hidden">{text::dup_caption()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text::dup_what()}</th>
                        {move || (0..).zip(names.get()).filter_map(head).collect_any()}
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        let names = names.get();
                        told().into_iter().map(|told| line(choosing, &names, told)).collect_any()
                    }}
                </tbody>
            </table>
        </div>
    }
}

fn line(choosing: Choosing, names: &[String], told: Told) -> impl IntoView + use<> {
    let Told { row, name, cells } = told;
    let group = format!("{:?}", row.item);
    let differs = row.differs;
    let settled = (differs && row.choices.is_empty()).then(|| cells::settled(&row.item));
    let row = StoredValue::new(row);
    let all = (0..).zip(cells).zip(names.to_vec());
    let cells = all.map(|((place, words), of)| {
        let Some(words) = words else {
            return view! {
                <td class="none" data-of=of>
                    <span aria-hidden="true">"–"</span>
                    <span class="visually-hidden">{text::dup_nothing()}</span>
                </td>
            }
            .into_any();
        };
        if !row.with_value(|row| row.choices.contains(&place)) {
            return view! { <td data-of=of>{words}</td> }.into_any();
        }
        let label = format!("{words} ({})", text::dup_cell_of(&name, &of));
        let chosen = move || row.with_value(|row| choosing.counts(row)) == place;
        view! {
            <td data-of=of>
                <label class="dup-choice">
                    <input
                        type="radio"
                        name=group.clone()
                        aria-label=label
                        prop:checked=chosen
                        on:change=move |_| row.with_value(|row| choosing.choose(&row.item, place))
                    />
                    <span>{words}</span>
                </label>
            </td>
        }
        .into_any()
    });
    let cells = cells.collect::<Vec<_>>();
    view! {
        <tr data-differs=differs.then_some("")>
            <th scope="row">
                {name}
                {differs.then_any(|| view! { " " <span class="tag">{text::dup_differs()}</span> })}
                {settled.map_any(|words| view! { <div class="small quiet">{words}</div> })}
            </th>
            {cells}
        </tr>
    }
}

#[component]
fn Consequences(choosing: Choosing) -> impl IntoView {
    let context = AppContext::get();
    let lines = move || {
        let (playbook, place) = (context.playbook(), choosing.place());
        with_contacts(context, choosing, |all| {
            let position = |contact: &Contact| words::position(&playbook, &contact.position);
            let names = labels::of(&playbook, all);
            let (Some(goes_on), Some(named)) = (all.get(place), names.get(place)) else {
                return Vec::new();
            };
            let mut lines = vec![
                text::dup_will_go_on(named, position(goes_on)),
                text::dup_will_bring().to_owned(),
            ];
            for (contact, name) in all.iter().zip(&names) {
                if contact.has_ended() {
                    lines.push(text::dup_will_over(name));
                }
                if contact.id != goes_on.id && contact.position != goes_on.position {
                    lines.push(text::dup_will_leave(name, position(contact)));
                }
            }
            let together = all.len() > 2;
            let undo = if together { text::dup_will_undo_all() } else { text::dup_will_undo() };
            lines.push(undo.to_owned());
            lines
        })
    };
    view! {
        <section class="card" aria-labelledby="will">
            <h2 class="card-title" id="will">
                {text::dup_will()}
            </h2>
            <ul class="bullets small">
                {move || lines().into_iter().map(|words| view! { <li>{words}</li> }).collect_any()}
            </ul>
        </section>
    }
}
