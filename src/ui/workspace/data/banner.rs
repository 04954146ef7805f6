//! What the last attempt to bring something in came to.

use super::Desk;
use super::failure::Failure;
use super::importing::Done;
use crate::app::route::{Listing, Route};
use crate::app::workspace::Deed;
use crate::domain::funnel::Window;
use crate::platform::intl;
use crate::ui::context::{AppContext, Notice, SaveState};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use leptos::prelude::*;

/// The banner's id: it takes the focus.
pub(super) const ID: &str = "outcome";

/// What an attempt came to.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    /// Files that are not taken; nothing changed.
    Failed(Vec<Failure>),
    /// A refusal in words; nothing changed.
    Refused(String),
    /// A playbook that was only looked at.
    Playbook {
        /// The file.
        file: String,
        /// Its title.
        title: String,
        /// Its revision.
        revision: u32,
    },
    /// The person stopped it.
    Cancelled,
    /// Rows of tables came in.
    Imported(Done),
    /// Histories were joined.
    Merged(Merged),
}

/// How many contacts became what when histories were joined, and what became of the playbook.
#[derive(Debug, Clone)]
pub(super) struct Merged {
    /// New ones.
    pub(super) new: usize,
    /// Those that got events.
    pub(super) changed: usize,
    /// Those that were here as they are.
    pub(super) unchanged: usize,
    /// Those that had been erased here and are here again.
    pub(super) back: usize,
    /// Those that were erased now.
    pub(super) erased: usize,
    /// Those that had been erased here and stay so.
    pub(super) left: usize,
    /// The playbook of the file, where it is in use now, and the one a person chose before it,
    /// where there is one.
    pub(super) playbook: Option<(String, Option<String>)>,
}

impl Merged {
    /// The first three always, the rest where there are any.
    fn words(&self) -> String {
        let some = |n: usize, words: fn(String) -> String| (n > 0).then(|| words(intl::count(n)));
        let always = text::data_merged(
            intl::count(self.new),
            intl::count(self.changed),
            intl::count(self.unchanged),
        );
        let more = [
            some(self.back, text::data_merged_back),
            some(self.erased, text::data_merged_erased),
            some(self.left, text::data_merged_left),
        ];
        let all: Vec<_> = std::iter::once(always).chain(more.into_iter().flatten()).collect();
        text::data_merged_all(all.join(", "))
    }
}

impl Outcome {
    fn kind(&self) -> &'static str {
        match self {
            Self::Failed(_) | Self::Refused(_) => "error",
            Self::Imported(_) | Self::Merged(_) => "good",
            Self::Playbook { .. } | Self::Cancelled => "info",
        }
    }

    fn role(&self) -> &'static str {
        if self.kind() == "error" { "alert" } else { "status" }
    }

    /// What is said first, in bold, and the rest of it; a paragraph each.
    fn words(&self) -> Vec<(String, String)> {
        match self {
            Self::Failed(failures) => {
                let each = failures.iter().map(|failure| (failure.place(), failure.words()));
                each.chain([(String::new(), text::data_nothing_changed().to_owned())]).collect()
            }
            Self::Refused(words) => vec![(String::new(), words.clone())],
            Self::Playbook { file, title, revision } => vec![(
                text::data_is_playbook(file, title, revision),
                text::data_is_playbook_text().to_owned(),
            )],
            Self::Cancelled => vec![(String::new(), text::data_cancelled().to_owned())],
            Self::Imported(done) => {
                let new = match done.new {
                    0 => None,
                    1 => Some(text::data_imported_one().to_owned()),
                    n => Some(text::data_imported(intl::count(n))),
                };
                let some = |n: usize, one: &str, words: fn(String) -> String| match n {
                    0 => None,
                    1 => Some(one.to_owned()),
                    n => Some(words(intl::count(n))),
                };
                let rest = [
                    some(done.updated, text::data_updated_one(), text::data_updated_n),
                    some(done.here, text::data_imported_here_one(), text::data_imported_here),
                    some(
                        done.rejected,
                        text::data_imported_rejected_one(),
                        text::data_imported_rejected,
                    ),
                ];
                let all: Vec<_> = std::iter::once(new).chain(rest).flatten().collect();
                vec![(text::data_done().to_owned(), all.join(" "))]
            }
            Self::Merged(merged) => {
                let playbook = merged.playbook.as_ref().map(|(taken, former)| match former {
                    None => text::restore_used(taken),
                    Some(former) => text::restore_used_for(taken, former),
                });
                let playbook = playbook.map(|words| (String::new(), words));
                let counts = (text::data_done().to_owned(), merged.words());
                std::iter::once(counts).chain(playbook).collect()
            }
        }
    }
}

/// The banner with the last outcome.
#[component]
pub(super) fn Banner() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    go_once_taken_back(context, desk);
    let paragraph = |(first, rest): (String, String)| {
        view! {
            <p>
                {(!first.is_empty()).then_any(|| view! { <b>{first}</b> " " })} {rest}
            </p>
        }
    };
    let draw = move |outcome: Outcome| {
        let (kind, good) = (outcome.kind(), outcome.kind() == "good");
        // What came in may still fail to be stored.
        let lost = move || good && matches!(context.saving.get(), SaveState::NotSaved(..));
        view! {
            <div
                class="banner"
                id=ID
                tabindex="-1"
                data-kind=move || if lost() { "error" } else { kind }
                role=outcome.role()
            >
                <div class="banner-words">
                    {outcome.words().into_iter().map(paragraph).collect_any()}
                    {move || lost().then_any(|| view! { <p>{text::data_not_stored()}</p> })}
                </div>
                <div class="actions">
                    {good.then_any(|| view! { <Links /> })}
                    <button
                        class="btn btn-small"
                        type="button"
                        on:click=move |_| {
                            desk.outcome.set(None);
                            super::focus("title");
                        }
                    >
                        {text::data_dismiss()}
                    </button>
                </div>
            </div>
        }
    };
    move || desk.outcome.get().map(draw)
}

/// Takes the message of what came in away once that is taken back: it is not here any more.
fn go_once_taken_back(context: AppContext, desk: Desk) {
    Effect::new(move |_| {
        let brings = |deed| matches!(deed, Deed::Import | Deed::Restore);
        let undone = matches!(context.notice.get(), Some(Notice::Undid(deed, _)) if brings(deed));
        let good = |outcome: &Option<Outcome>| outcome.as_ref().is_some_and(|o| o.kind() == "good");
        if !undone || !desk.outcome.with_untracked(good) {
            return;
        }
        let focused = document().active_element();
        let inside = focused.and_then(|it| it.closest(&format!("#{ID}")).ok()?).is_some();
        desk.outcome.set(None);
        if inside {
            super::focus("title");
        }
    });
}

#[component]
fn Links() -> impl IntoView {
    view! {
        <a class="btn btn-small" href=Route::Contacts(Listing::default()).address()>
            {text::data_show_contacts()}
        </a>
        <a class="btn btn-small" href=Route::Funnel(Window::default()).address()>
            {text::data_show_funnel()}
        </a>
    }
}
