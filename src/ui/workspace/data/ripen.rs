//! The review of Ripen's own files, and bringing them in.

use super::banner::{Merged, Outcome};
use super::erased::{Chosen, Erased, UsePlaybook};
use super::slices::Slices;
use super::{Desk, Page};
use crate::app::restore::brought_back;
use crate::domain::fold::fold;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::exchange::incoming::{About, Contacts, Incoming};
use crate::platform::intl;
use crate::platform::storage::StoreError;
use crate::ui::context::{AppContext, NotRestored};
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::words;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How many contacts are joined before the page gets to breathe.
const SLICE: usize = 200;

/// What a file is, in words.
fn about(about: &About) -> String {
    let contacts = |all: &Contacts| {
        let going_on = match all.going_on {
            1 => text::count_one().to_owned(),
            n => text::count_all(intl::count(n)),
        };
        match all.merged {
            0 => going_on,
            n => text::count_and_merged(going_on, intl::count(n)),
        }
    };
    match about {
        About::Workspace(n, at) => text::data_file_workspace(contacts(n), format::day(*at)),
        About::Rescue(n, at, unreadable) => {
            let words = text::restore_rescue(contacts(n), format::day(*at));
            match unreadable {
                0 => words,
                n => {
                    words
                        + " "
                        + &words::counted(
                            *n,
                            text::restore_rescue_left_one(),
                            text::restore_rescue_left,
                        )
                }
            }
        }
        About::Case(who, at) => {
            let who = who.clone().unwrap_or_else(|| text::unknown_person().to_owned());
            text::data_file_case(who, format::day(*at))
        }
        About::Result(who, at) => {
            let who = who.clone().unwrap_or_else(|| text::data_nameless_visitor().to_owned());
            text::data_file_result(who, format::day(*at))
        }
    }
}

/// Counts what joining would change, in slices.
pub(super) async fn weigh(context: AppContext, incoming: &mut Incoming) {
    let may = context.is_empty() && context.can_edit();
    incoming.choose_playbook(&context.playbook_untracked(), may);
    while context.workspace.with_untracked(|workspace| incoming.weigh(workspace, SLICE)) {
        TimeoutFuture::new(0).await;
    }
}

/// Those of the files that were erased here, by their names.
fn names_erased(incoming: &Incoming) -> Vec<String> {
    let contact = |(id, log): (&ContactId, &EventLog)| fold(*id, log);
    incoming.erased.iter().filter_map(contact).map(|contact| words::name(&contact).0).collect()
}

/// Those here who were erased where a file was made, by their names.
fn names_gone(context: AppContext, incoming: &Incoming) -> Vec<String> {
    context.workspace.with_untracked(|workspace| {
        let here = incoming.gone.iter().filter_map(|id| workspace.contact(*id));
        here.map(|contact| words::name(contact).0).collect()
    })
}

/// The review of Ripen's own files.
#[component]
pub(super) fn ReviewRipen(incoming: Arc<Incoming>) -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let file = |(name, what): &(String, About)| {
        view! {
            <li class="file">
                <b>{name.clone()}</b>
                <span>{about(what)}</span>
            </li>
        }
    };
    // One that nobody chose is no loss.
    let asks = incoming.adopts && context.has_chosen_playbook();
    let (here, there) = (names_erased(&incoming), names_gone(context, &incoming));
    let chosen = Chosen::new();
    let some = !incoming.contacts.is_empty() || !incoming.gone.is_empty();
    let nothing = move || !some && !chosen.bring_back.get();
    let (total, back, gone) = (incoming.total(), incoming.erased.len(), there.len());
    let (new, changed, unchanged) = (incoming.new, incoming.changed, incoming.unchanged);
    let returning = move || if chosen.bring_back.get() { back } else { 0 };
    // What is ticked below counts at once.
    let counts = move || {
        let back = chosen.bring_back.get().then_some((text::data_back(), back));
        let erased = chosen.erase.get().then_some((text::data_erased(), gone));
        let always = [
            (text::data_new(), new),
            (text::data_changed(), changed),
            (text::data_unchanged(), unchanged),
        ];
        let count = |(name, n): (&'static str, usize)| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd class="figure">{intl::count(n)}</dd>
                </div>
            }
        };
        always.into_iter().chain(back).chain(erased).map(count).collect_any()
    };
    let along = incoming.total() == 0 && !incoming.contacts.is_empty();
    let merged = match incoming.merged {
        0 => None,
        1 => Some(text::restore_merged_one().to_owned()),
        n => Some(text::restore_merged(intl::count(n))),
    };
    let button = move || match total + returning() {
        0 if along => text::restore_bring_in_rest().to_owned(),
        0 => text::data_bring_in_erased().to_owned(),
        1 => text::data_bring_in_one().to_owned(),
        n => text::data_bring_in_n(intl::count(n)),
    };
    let none =
        if back == 0 { text::data_nothing_to_bring_in() } else { text::restore_nothing_else() };
    let go = Arc::clone(&incoming);
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::data_review_title()}
        </h1>
        <section class="card" aria-labelledby="recognised">
            <h2 class="card-title" id="recognised">
                {text::data_recognised()}
            </h2>
            <ul class="files">{incoming.files.iter().map(file).collect_any()}</ul>
            <p class="small">{playbook_words(context, &incoming, asks)}</p>
            {asks.then_any(|| view! { <UsePlaybook chosen /> })}
        </section>
        <section class="card" aria-labelledby="would-change">
            <h2 class="card-title" id="would-change">
                {text::data_would_change()}
            </h2>
            <dl class="counts">{counts}</dl>
            {merged.map_any(|words| view! { <p class="small">{words}</p> })}
            <p class="small quiet">
                {if incoming.adopts {
                    text::data_merge_note_contacts()
                } else {
                    text::data_merge_note()
                }}
            </p>
            <Erased here there chosen />
            {move || nothing().then_any(|| view! { <p>{none}</p> })}
            <div class="actions">
                {move || {
                    let go = Arc::clone(&go);
                    (!nothing())
                        .then_any(|| {
                            view! {
                                <button
                                    class="btn btn-primary"
                                    type="button"
                                    on:click=move |_| bring_in(desk, context, &go, chosen)
                                >
                                    {button}
                                </button>
                            }
                        })
                }}
                <button class="btn" type="button" on:click=move |_| desk.show(Page::Home)>
                    {text::cancel()}
                </button>
            </div>
        </section>
    }
}

fn playbook_words(context: AppContext, incoming: &Incoming, asks: bool) -> Option<String> {
    let (theirs, ours) = (incoming.playbook.as_ref()?, context.playbook_untracked());
    let named =
        |playbook: &Playbook| text::data_kept_playbook_version(&playbook.title, playbook.revision);
    Some(if *theirs == *ours {
        text::data_playbook_same().to_owned()
    } else if asks {
        text::restore_replaces(named(theirs), named(&ours))
    } else if incoming.adopts {
        text::data_playbook_taken(&theirs.title, theirs.revision)
    } else {
        text::data_playbook_ours(named(theirs), named(&ours))
    })
}

/// Joins the histories: all of them at once, so that one undo takes them back.
fn bring_in(desk: Desk, context: AppContext, incoming: &Arc<Incoming>, chosen: Chosen) {
    let incoming = Arc::clone(incoming);
    let (bring_back, erase) = (chosen.bring_back.get_untracked(), chosen.erase.get_untracked());
    let chosen_playbook = chosen.playbook.get_untracked();
    desk.progress.set((0, incoming.contacts.len()));
    desk.cancelled.set(false);
    desk.show(Page::Importing { title: text::data_bringing().to_owned(), stoppable: true });
    spawn_local(async move {
        let (mut slices, mut arrivals) = (Slices::new(), Vec::new());
        for (id, log) in &incoming.contacts {
            arrivals.push((*id, log.clone()));
            slices.breathe().await;
        }
        let (mut back, asked) = (0, if bring_back { incoming.erased.len() } else { 0 });
        if bring_back {
            context.workspace.with_untracked(|workspace| {
                for (id, log) in &incoming.erased {
                    let id = brought_back(workspace, *id);
                    // Who came back before is here.
                    back += usize::from(workspace.contact(id).is_none());
                    arrivals.push((id, log.clone()));
                }
            });
        }
        let progress = |done, total| desk.progress.set((done, total));
        let cancelled = || desk.cancelled.try_get_untracked() == Some(true);
        let takes = incoming.adopts && chosen_playbook;
        let adopt = incoming.playbook.clone().filter(|_| takes);
        let former = context.has_chosen_playbook().then(|| context.playbook_untracked());
        let done = context.restore(arrivals, adopt, progress, cancelled).await;
        desk.conclude(match done {
            Ok(Some(_)) => match context.take_in_tombstones(&incoming.gone, erase) {
                Ok(erased) => Outcome::Merged(Merged {
                    new: incoming.new,
                    changed: incoming.changed,
                    unchanged: incoming.unchanged + asked - back,
                    back,
                    erased,
                    left: incoming.erased.len() - asked,
                    playbook: incoming.playbook.as_ref().filter(|_| takes).map(|taken| {
                        (taken.title.clone(), former.map(|former| former.title.clone()))
                    }),
                }),
                Err(_) => refused(NotRestored::ReadOnly),
            },
            Ok(None) => Outcome::Cancelled,
            Err(why) => refused(why),
        });
    });
}

/// Why nothing of it came in.
fn refused(why: NotRestored) -> Outcome {
    let words = match why {
        NotRestored::ReadOnly => text::refused_read_only(),
        NotRestored::Filled => text::restore_filled(),
        NotRestored::Elsewhere => text::restore_elsewhere(),
        NotRestored::Playbook(StoreError::Protected) => text::restore_protected(),
        NotRestored::Playbook(_) => text::data_too_full(),
    };
    Outcome::Refused(words.to_owned())
}
