//! A range by its two ends: what each means, and its number.

use super::super::field::{Choices, Field, Kind, number, number_text, plain};
use crate::app::edit::Refused;
use crate::app::edit::options::in_order;
use crate::domain::range::Range;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use std::sync::Arc;

/// Takes a range.
pub(in crate::ui::workspace::playbook) type Write =
    Arc<dyn Fn(Range) -> Result<(), Refused> + Send + Sync>;

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

impl End {
    /// The end where it belongs to the range, and where it does not.
    fn of(self, range: &Range) -> (Option<f64>, Option<f64>) {
        match self {
            Self::Low => (range.from, range.above),
            Self::High => (range.to, range.below),
        }
    }

    /// The range with this end as it is meant: inside, outside or none.
    fn with(self, range: Range, meant: &str, number: f64) -> Range {
        let inside = (meant == "in").then_some(number);
        let outside = (meant == "out").then_some(number);
        match self {
            Self::Low => Range { from: inside, above: outside, ..range },
            Self::High => Range { to: inside, below: outside, ..range },
        }
    }

    fn number(self, range: &Range) -> Option<f64> {
        let (inside, outside) = self.of(range);
        inside.or(outside)
    }

    fn meant(self, range: &Range) -> &'static str {
        match self.of(range) {
            (_, Some(_)) => "out",
            (Some(_), None) => "in",
            (None, None) => "",
        }
    }

    fn choices(self) -> Choices {
        match self {
            Self::Low => plain([
                ("", text::pb_no_low_end()),
                ("in", text::pb_from()),
                ("out", text::pb_above()),
            ]),
            Self::High => plain([
                ("", text::pb_no_high_end()),
                ("in", text::pb_to()),
                ("out", text::pb_below()),
            ]),
        }
    }
}

/// The fields of a range. `what` says of what, for assistive technology.
pub(in crate::ui::workspace::playbook) fn fields(
    context: AppContext,
    id: &str,
    what: &str,
    range: Memo<Range>,
    unit: Option<String>,
    write: &Write,
) -> AnyView {
    let end = |end: End, name: &'static str, unit: Option<String>| {
        let label = if what.is_empty() { name.to_owned() } else { text::pb_named(name, what) };
        let name = if end == End::Low { "low" } else { "high" };
        let meant = {
            let write = Arc::clone(write);
            Field::new(
                context,
                format!("{id}-{name}-is"),
                label.clone(),
                Kind::Select(Signal::stored(end.choices())),
                Memo::new(move |_| end.meant(&range.get()).to_owned()),
                Arc::new(move |typed| {
                    let before = range.try_get_untracked().ok_or(Refused::Missing)?;
                    let other = if end == End::Low { End::High } else { End::Low };
                    let number = end.number(&before).or(other.number(&before)).unwrap_or(0.0);
                    let number = if typed == "out" && end.number(&before).is_none() {
                        // An end that is outside leaves something inside.
                        number + if end == End::Low { -1.0 } else { 1.0 }
                    } else {
                        number
                    };
                    in_order(end.with(before, typed, number)).and_then(|range| write(range))
                }),
            )
        };
        let number = {
            let write = Arc::clone(write);
            Field::new(
                context,
                format!("{id}-{name}"),
                label,
                Kind::Number(unit),
                Memo::new(move |_| number_text(end.number(&range.get()))),
                Arc::new(move |typed| {
                    let before = range.try_get_untracked().ok_or(Refused::Missing)?;
                    let after = match number(typed)? {
                        None => end.with(before, "", 0.0),
                        Some(number) => {
                            let meant = end.meant(&before);
                            let meant = if meant.is_empty() { "in" } else { meant };
                            end.with(before, meant, number)
                        }
                    };
                    in_order(after).and_then(|range| write(range))
                }),
            )
        };
        let given = Memo::new(move |_| end.number(&range.get()).is_some());
        view! {
            <div class="pb-end">
                {meant.bare()} {move || given.get().then(|| number.clone().bare())}
            </div>
        }
    };
    view! {
        <div class="pb-range">
            {end(End::Low, text::pb_low_end(), unit.clone())}
            {end(End::High, text::pb_high_end(), unit)}
        </div>
    }
    .into_any()
}
