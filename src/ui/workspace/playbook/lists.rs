//! Lists of the draft that go by place: their rows, what each shows, and one of them as a thing.

use super::rows::{Adding, Rows};
use super::subject::Subject;
use crate::app::edit::{Done, list};
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows of a list in the draft, by its place.
pub(super) fn rows<T: 'static>(
    subject: &Subject<Vec<T>>,
    count: fn(&Vec<T>) -> usize,
    name: fn(&Vec<T>, usize) -> String,
    row: fn(&Subject<Vec<T>>, usize) -> AnyView,
    add: Adding,
) -> AnyView {
    let [named, drawn, moved, removed] = std::array::from_fn(|_| subject.clone());
    Rows {
        id: subject.id.clone(),
        count: subject.memo(count),
        name: Arc::new(move |place| named.read(|list| name(list, place))),
        row: Arc::new(move |place| row(&drawn, place)),
        shift: Some(Arc::new(move |place, way| {
            moved.change(Done::Set, |all| {
                list::shift(all, place, way);
                Ok(())
            })
        })),
        remove: Some(Arc::new(move |place| {
            removed.change(Done::Set, |all| list::remove(all, place).map(|_| ()))
        })),
        add: Some(add),
    }
    .draw()
}

/// One of a list.
pub(super) fn one<T: 'static>(subject: &Subject<Vec<T>>, place: usize) -> Subject<T> {
    subject.part(&place.to_string(), move |all| all.get(place), move |all| all.get_mut(place))
}

/// What is rarely looked at, behind a line that opens it; drawn when it is opened.
pub(super) fn folded(
    summary: impl Fn() -> String + Send + 'static,
    inside: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let inside = Arc::new(inside);
    view! {
        <details
            class="disclosure small"
            on:toggle:target=move |toggle| open.set(toggle.target().open())
        >
            <summary>{summary}</summary>
            <Shown when=move || open.get()>
                <div class="pb-folded">{inside()}</div>
            </Shown>
        </details>
    }
    .into_any()
}

/// Fields beside each other where there is room.
pub(super) fn line(fields: impl IntoIterator<Item = AnyView>) -> AnyView {
    view! { <div class="form-pair pb-pair">{fields.into_iter().collect_any()}</div> }.into_any()
}
