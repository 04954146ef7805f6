//! Rows that cannot be read, with their places, to look at and to take out as CSV.

use super::super::names;
use super::Review;
use crate::exchange::csv::write::write;
use crate::exchange::import::preview::Preview;
use crate::exchange::import::rows::Rejected;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows that are listed on screen; all are in the download.
const LISTED: usize = 50;

/// The rejected rows, where there are some.
#[component]
pub(super) fn RejectedRows(preview: Arc<Preview>) -> impl IntoView {
    let (context, review) = (AppContext::get(), Review::get());
    let title = match preview.rejected.len() {
        1 => text::data_why_rejected_one().to_owned(),
        n => text::data_why_rejected(intl::count(n)),
    };
    let row = |row: &Rejected| {
        view! {
            <tr>
                <th scope="row">{intl::count(row.line)}</th>
                <td>{row.column.clone()}</td>
                <td class="sample">{row.value.clone()}</td>
                <td>{names::reason(row.reason)}</td>
            </tr>
        }
    };
    let listed = preview.rejected.iter().take(LISTED);
    let rows = listed.flat_map(Rejected::faults).map(row).collect_any();
    let more = preview.rejected.len().saturating_sub(LISTED);
    (!preview.rejected.is_empty()).then_any(|| {
        view! {
            <details class="disclosure">
                <summary>{title}</summary>
                <div class="table-scroll" tabindex="0" role="group" aria-label=text::data_rejected()>
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{text::data_line()}</th>
                                <th scope="col">{text::data_column()}</th>
                                <th scope="col">{text::data_value()}</th>
                                <th scope="col">{text::data_reason()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {(more > 0)
                    .then_any(|| view! { <p class="small">{words::counted(more, text::data_rejected_more_one(), text::data_rejected_more)}</p> })}
                <button
                    class="btn btn-small"
                    type="button"
                    on:click=move |_| download(context, review, &preview.rejected)
                >
                    <Glyph icon=Icon::Download />
                    {text::data_download_rejected()}
                </button>
            </details>
        }
    })
}

fn download(context: AppContext, review: Review, rejected: &[Rejected]) {
    let main = review.plan.with_untracked(|plan| plan.roles.main);
    let name = review.table_name(main);
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let tables = review.tables.get_untracked();
    let Some(table) = tables.get(main) else { return };
    let header = [text::data_line(), text::data_column(), text::data_value(), text::data_reason()];
    // The rows as they came stand beside it, to be corrected and brought in again. They are in the
    // order of their lines, as the table is.
    let header = header.map(str::to_owned).into_iter().chain(table.headers.iter().cloned());
    let rows = rejected.iter().map(|row| {
        let all = |of: fn(&Rejected) -> String| row.faults().map(of).collect::<Vec<_>>().join("; ");
        let place = table.rows.binary_search_by_key(&row.line, |cells| cells.line);
        let cells = place.ok().and_then(|place| table.rows.get(place));
        let cells =
            (0..table.headers.len()).map(|n| cells.map_or("", |row| row.cell(n)).to_owned());
        let why = [
            row.line.to_string(),
            all(|fault| fault.column.clone()),
            all(|fault| fault.value.clone()),
            all(|fault| names::reason(fault.reason).to_owned()),
        ];
        why.into_iter().chain(cells).collect()
    });
    let all = std::iter::once(header.collect()).chain(rows);
    context.save_file(&format!("{stem}-rejected.csv"), "text/csv", &write(all));
}
