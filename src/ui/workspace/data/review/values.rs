//! What each value of a stage or outcome column means.

use super::super::names;
use super::Review;
use crate::exchange::import::stages::StageValue;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::pick::Pick;
use crate::ui::workspace::shown::Shown;
use crate::ui::workspace::words;
use leptos::prelude::*;

/// Values that are listed; more are no stages.
const LISTED: usize = 40;

/// The card of the stages and outcomes, where a column has them.
#[component]
pub(super) fn Stages() -> impl IntoView {
    let review = Review::get();
    // Only which values there are: what they mean is each row's own matter.
    let values = Memo::new(move |_| {
        review.plan.with(|plan| {
            let own = |value: &StageValue| (value.column, value.value.clone(), value.rows);
            plan.stages.iter().map(own).collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let listed = values.get().into_iter().take(LISTED);
        listed.map(|(column, value, rows)| view! { <ValueRow column value rows /> }).collect_any()
    };
    let more = move || values.with(Vec::len).saturating_sub(LISTED);
    view! {
        <Shown when=move || !values.with(Vec::is_empty)>
            <section class="card" aria-labelledby="stages">
                <h2 class="card-title" id="stages">
                    {text::data_stages()}
                </h2>
                <table class="table map">
                    <thead>
                        <tr>
                            <th scope="col">{text::data_in_the_file()}</th>
                            <th scope="col">{text::data_rows()}</th>
                            <th scope="col">{text::data_becomes()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                <Shown when=move || { more() > 0 }>
                    <p>
                        {move || {
                            words::counted(
                                more(),
                                text::data_stages_more_one(),
                                text::data_stages_more,
                            )
                        }}
                    </p>
                </Shown>
            </section>
        </Shown>
    }
}

#[component]
fn ValueRow(column: usize, value: String, rows: usize) -> impl IntoView {
    let review = Review::get();
    let playbook = AppContext::get().playbook_untracked();
    let meanings = names::meanings(&playbook);
    let worded = meanings.iter().map(|meaning| names::meaning(&playbook, meaning)).collect();
    let meanings = StoredValue::new(meanings);
    let shown = if value.is_empty() { text::data_no_value().to_owned() } else { value.clone() };
    let value = StoredValue::new(value);
    let own = move |of: fn(&StageValue) -> bool| {
        Signal::derive(move || {
            review.plan.with(|plan| {
                value.with_value(|value| {
                    let mine = |s: &&StageValue| s.column == column && &s.value == value;
                    plan.stages.iter().find(mine).is_some_and(of)
                })
            })
        })
    };
    let recognised = own(|stage| stage.recognised);
    let chosen = Signal::derive(move || {
        review.plan.with(|plan| {
            value.with_value(|value| {
                let mine = |s: &&StageValue| s.column == column && &s.value == value;
                let meaning = &plan.stages.iter().find(mine)?.meaning;
                meanings.with_value(|all| all.iter().position(|one| one == meaning))
            })
        })
    });
    let pick = move |n: usize| {
        if let Some(meaning) = meanings.with_value(|all| all.get(n).cloned()) {
            review.change(|plan, _, _| {
                value.with_value(|value| plan.set_meaning(column, value, &meaning));
            });
        }
    };
    let label = text::data_what_becomes(&shown);
    view! {
        <tr>
            <th scope="row">
                {shown} " " <Shown when=move || !recognised.get()>
                    <span class="tag">{text::data_not_recognised()}</span>
                </Shown>
            </th>
            <td class="sample">{intl::count(rows)}</td>
            <td>
                <Pick label groups=vec![("".into(), worded)] chosen on_pick=pick id=None />
            </td>
        </tr>
    }
}
