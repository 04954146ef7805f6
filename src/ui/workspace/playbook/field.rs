//! Fields that commit when they are left: a label, a hint, a control, and why it is not taken.
//!
//! All fields are one type and drawn by one code, their controls in `control`. Invariant: what is
//! refused stays in its field, with the reason beside it, until it is mended or undone.

mod control;

pub(super) use control::options;

use super::words;
use crate::app::edit::Refused;
use crate::app::entry::parse_number;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
use control::control;
use leptos::prelude::*;
use std::sync::Arc;

/// Takes what is typed or chosen.
pub(super) type Commit = Arc<dyn Fn(&str) -> Result<(), Refused> + Send + Sync>;

/// What can be chosen: groups of values with their wordings, each under a heading; an empty one is
/// not shown.
pub(super) type Choices = Vec<(String, Vec<(String, String)>)>;

/// A number as it is typed; nothing for none.
pub(super) fn number_text(number: Option<f64>) -> String {
    number.map(intl::plain).unwrap_or_default()
}

/// The number that is typed; none for nothing.
///
/// # Errors
/// [`Refused::NoNumber`].
pub(super) fn number(typed: &str) -> Result<Option<f64>, Refused> {
    match typed.trim() {
        "" => Ok(None),
        typed => parse_number(typed).map(Some).ok_or(Refused::NoNumber),
    }
}

/// Choices without headings.
pub(super) fn plain<K: Into<String>, T: Into<String>>(
    choices: impl IntoIterator<Item = (K, T)>,
) -> Choices {
    let choices = choices.into_iter().map(|(key, title)| (key.into(), title.into()));
    vec![(String::new(), choices.collect())]
}

/// What a field is drawn as.
#[derive(Clone)]
pub(super) enum Kind {
    /// One line.
    Line,
    /// Several lines.
    Area,
    /// A number, with what is counted after it.
    Number(Option<String>),
    /// One of several.
    Select(Signal<Choices>),
    /// A box to tick.
    Tick,
}

/// One field.
#[derive(Clone)]
pub(super) struct Field {
    /// The control's id, unique in the page.
    pub(super) id: String,
    /// Its label.
    pub(super) label: String,
    /// More about it.
    pub(super) hint: Option<&'static str>,
    /// Whether it may stay empty.
    pub(super) optional: bool,
    /// What is said while it is empty, where it must not be.
    pub(super) needed: Option<&'static str>,
    /// What it is drawn as.
    pub(super) kind: Kind,
    /// What it shows.
    pub(super) value: Memo<String>,
    /// Takes what is typed.
    pub(super) commit: Commit,
    /// The workspace.
    pub(super) context: AppContext,
}

impl Field {
    /// A field by what it shows and how it is taken.
    pub(super) fn new(
        context: AppContext,
        id: String,
        label: impl Into<String>,
        kind: Kind,
        value: Memo<String>,
        commit: Commit,
    ) -> Self {
        let label = label.into();
        Self { id, label, hint: None, optional: false, needed: None, kind, value, commit, context }
    }

    /// With more about it.
    pub(super) fn hint(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// One that may stay empty.
    pub(super) fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// One that must say something: while it is empty, this is said.
    pub(super) fn needed(self, message: &'static str) -> Self {
        Self { needed: Some(message), ..self }
    }

    /// The field with its label above.
    pub(super) fn draw(self) -> AnyView {
        draw(self, false)
    }

    /// The field with its label for assistive technology alone: for rows whose columns say it.
    pub(super) fn bare(self) -> AnyView {
        draw(self, true)
    }
}

fn draw(field: Field, bare: bool) -> AnyView {
    let Field { id, label, hint, optional, needed, kind, value, commit, context } = field;
    let refused = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        value.track();
        refused.set(None);
    });
    let error = Memo::new(move |_| {
        let lacks = || needed.filter(|_| value.with(|value| value.trim().is_empty()));
        refused.get().or_else(|| lacks().map(ToOwned::to_owned))
    });
    let name = label.clone();
    let take = move |typed: &str| {
        let done = commit(typed);
        let draft = context.draft_untracked();
        refused.set(done.as_ref().err().map(|why| words::refused_in(&draft, why, &name)));
        done.is_ok()
    };
    let described = {
        let (id, hint) = (id.clone(), hint.is_some());
        move || {
            let shown = [(hint, "hint"), (error.with(Option::is_some), "error")];
            let shown = shown.into_iter().filter(|(there, _)| *there);
            let ids: Vec<_> = shown.map(|(_, name)| format!("{id}-{name}")).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let described = Signal::derive(described);
    let control = control(&id, &kind, value, error, described, Arc::new(take));
    let tick = matches!(kind, Kind::Tick);
    let optional = optional.then_any(|| {
        view! {
            " "
            <span class="optional">{text::optional()}</span>
        }
    });
    let label = view! {
        <label for=id.clone() class=if bare { "visually-hidden" } else { "" }>
            {label}
            {optional}
        </label>
    };
    let hint = hint.map_any(|hint| {
        view! {
            <p class="field-hint small" id=format!("{id}-hint")>
                {hint}
            </p>
        }
    });
    let message = move || {
        error.get().map_any(|message| {
            view! {
                <p class="field-error small" id=format!("{id}-error") role="alert">
                    <span class="visually-hidden">{text::error_prefix()}</span>
                    {message}
                </p>
            }
        })
    };
    if tick {
        return view! {
            <div class="field pb-tick">
                <div class="pb-tick-line">{control} {label}</div>
                {hint}
                {message}
            </div>
        }
        .into_any();
    }
    view! {
        <div class="field">
            {label}
            {hint}
            {control}
            {message}
        </div>
    }
    .into_any()
}
