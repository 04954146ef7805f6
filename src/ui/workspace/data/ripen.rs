//! Ripen's own files: exports and visitors' results, joined with what is here.

use super::banner::Outcome;
use super::erased::{Chosen, Erased};
use super::{Desk, Page};
use crate::app::restore::{Fate, brought_back, fate};
use crate::domain::event::Field;
use crate::domain::fold::fold;
use crate::domain::ids::{BatchId, ContactId, EventId};
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::exchange::rescue_file::Rescue;
use crate::exchange::result_file::RunResult;
use crate::exchange::workspace_file::WorkspaceFile;
use crate::platform::storage::StoreError;
use crate::platform::{clock, intl};
use crate::ui::context::{AppContext, NotRestored};
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::words;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many contacts are joined before the page gets to breathe.
const SLICE: usize = 200;

/// What Ripen's own files bring.
#[derive(Debug, Clone, Default)]
pub(super) struct Incoming {
    /// Each file's name and what it is.
    files: Vec<(String, String)>,
    contacts: BTreeMap<ContactId, Arrival>,
    playbook: Option<Playbook>,
    /// Whether the contacts come with a playbook that becomes ours.
    adopts: bool,
    new: usize,
    changed: usize,
    unchanged: usize,
    /// Those of the file that were erased here.
    erased: BTreeMap<ContactId, Arrival>,
    /// Contacts that were erased where a file was made.
    gone: BTreeSet<ContactId>,
}

/// A history that comes in.
#[derive(Debug, Clone)]
struct Arrival {
    log: EventLog,
    /// Whether it is made from a visitor's run: its events are new ones each time it is read.
    is_run: bool,
}

impl Incoming {
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub(super) fn add_workspace(&mut self, name: String, file: WorkspaceFile) {
        let contacts = match file.contacts.len() {
            1 => text::count_one().to_owned(),
            n => text::count_all(intl::count(n)),
        };
        let day = format::day(file.exported_at);
        self.files.push((name, text::data_file_workspace(contacts, day)));
        for (id, log) in file.contacts {
            self.add(id, Arrival { log, is_run: false });
        }
        self.gone.extend(file.erased);
        self.playbook.get_or_insert(file.playbook);
    }

    pub(super) fn add_rescue(&mut self, name: String, rescue: Rescue) {
        let contacts = match rescue.contacts.len() {
            1 => text::count_one().to_owned(),
            n => text::count_all(intl::count(n)),
        };
        let mut about = text::restore_rescue(contacts, format::day(rescue.saved_at));
        if rescue.unreadable != 0 {
            about += " ";
            about += &text::restore_rescue_left(intl::count(rescue.unreadable));
        }
        self.files.push((name, about));
        for (id, log) in rescue.contacts {
            self.add(id, Arrival { log, is_run: false });
        }
        self.gone.extend(rescue.erased);
        if let Some(playbook) = rescue.playbook {
            self.playbook.get_or_insert(playbook);
        }
    }

    pub(super) fn add_result(&mut self, name: String, result: RunResult, playbook: &Playbook) {
        let result = result.with_source_of(playbook);
        let person = result.fields.get(&Field::Person).or(result.fields.get(&Field::Organisation));
        let who = person.map_or_else(|| text::data_nameless_visitor().to_owned(), Clone::clone);
        let about = text::data_file_result(who, format::day(result.finished_at));
        self.files.push((name, about));
        let (id, log) = history(result);
        self.add(id, Arrival { log, is_run: true });
    }

    /// The same contact in two files comes as one.
    fn add(&mut self, id: ContactId, arrival: Arrival) {
        match self.contacts.entry(id) {
            Entry::Vacant(free) => drop(free.insert(arrival)),
            Entry::Occupied(mut twin) if !arrival.is_run => {
                let twin = twin.get_mut();
                if twin.is_run {
                    *twin = arrival;
                } else {
                    twin.log.merge(&arrival.log);
                }
            }
            Entry::Occupied(_) => {}
        }
    }

    fn total(&self) -> usize {
        self.new + self.changed
    }

    /// Those of the file that were erased here, by their names.
    fn names_erased(&self) -> Vec<String> {
        let contact = |(id, arrival): (&ContactId, &Arrival)| fold(*id, &arrival.log);
        self.erased.iter().filter_map(contact).map(|contact| words::name(&contact).0).collect()
    }

    /// Those here who were erased where the file was made, by their names.
    fn names_gone(&self, context: AppContext) -> Vec<String> {
        context.workspace.with_untracked(|workspace| {
            let here = self.gone.iter().filter_map(|id| workspace.contact(*id));
            here.map(|contact| words::name(contact).0).collect()
        })
    }
}

/// A visitor's run as the history of a lead.
fn history(result: RunResult) -> (ContactId, EventLog) {
    let (id, mut last) = (result.id, None);
    let batch = BatchId::new(clock::millis(), clock::random());
    let events = result.into_events(batch, || {
        let next = EventId::after(last, clock::millis(), clock::random());
        last = Some(next);
        next
    });
    (id, EventLog::new(events))
}

/// Counts what joining would change. A run that came in before is left out: reading its file
/// again would record its answers a second time.
pub(super) async fn weigh(context: AppContext, incoming: &mut Incoming) {
    let ours = context.playbook_untracked();
    let differs = incoming.playbook.as_ref().is_some_and(|theirs| *theirs != *ours);
    incoming.adopts = context.is_empty() && differs && context.can_edit();
    let mut kept = BTreeMap::new();
    for (n, (id, arrival)) in std::mem::take(&mut incoming.contacts).into_iter().enumerate() {
        let fate =
            context.workspace.with_untracked(|all| fate(all, id, &arrival.log, arrival.is_run));
        match fate {
            Fate::New => incoming.new += 1,
            Fate::Changed => incoming.changed += 1,
            Fate::Unchanged => incoming.unchanged += 1,
            Fate::Erased => drop(incoming.erased.insert(id, arrival.clone())),
        }
        if matches!(fate, Fate::New | Fate::Changed) {
            kept.insert(id, arrival);
        }
        if n % SLICE == SLICE - 1 {
            TimeoutFuture::new(0).await;
        }
    }
    incoming.contacts = kept;
}

/// The review of Ripen's own files.
#[component]
pub(super) fn ReviewRipen(incoming: Arc<Incoming>) -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let file = |(name, about): &(String, String)| {
        view! {
            <li class="file">
                <b>{name.clone()}</b>
                <span>{about.clone()}</span>
            </li>
        }
    };
    let count = |name: &'static str, n: usize| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd class="figure">{intl::count(n)}</dd>
            </div>
        }
    };
    let (here, there) = (incoming.names_erased(), incoming.names_gone(context));
    let chosen = Chosen::new();
    let some = incoming.total() != 0 || !incoming.gone.is_empty();
    let nothing = move || !some && !chosen.bring_back.get();
    let (total, back) = (incoming.total(), incoming.erased.len());
    let button = move || match total + if chosen.bring_back.get() { back } else { 0 } {
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
            <p class="small">{playbook_words(context, &incoming)}</p>
        </section>
        <section class="card" aria-labelledby="would-change">
            <h2 class="card-title" id="would-change">
                {text::data_would_change()}
            </h2>
            <dl class="counts">
                {count(text::data_new(), incoming.new)}
                {count(text::data_changed(), incoming.changed)}
                {count(text::data_unchanged(), incoming.unchanged)}
            </dl>
            <p class="small quiet">{text::data_merge_note()}</p>
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

fn playbook_words(context: AppContext, incoming: &Incoming) -> Option<String> {
    let (theirs, ours) = (incoming.playbook.as_ref()?, context.playbook_untracked());
    Some(if *theirs == *ours {
        text::data_playbook_same().to_owned()
    } else if incoming.adopts {
        text::data_playbook_taken(&theirs.title, theirs.revision)
    } else {
        let named = |playbook: &Playbook| {
            text::data_kept_playbook_version(&playbook.title, playbook.revision)
        };
        text::data_playbook_ours(named(theirs), named(&ours))
    })
}

/// Joins the histories: all of them at once, so that one undo takes them back.
fn bring_in(desk: Desk, context: AppContext, incoming: &Arc<Incoming>, chosen: Chosen) {
    let incoming = Arc::clone(incoming);
    let (bring_back, erase) = (chosen.bring_back.get_untracked(), chosen.erase.get_untracked());
    desk.progress.set((0, incoming.contacts.len()));
    desk.cancelled.set(false);
    desk.show(Page::Importing { title: text::data_bringing().to_owned(), stoppable: true });
    spawn_local(async move {
        let mut arrivals: Vec<_> =
            incoming.contacts.iter().map(|(id, arrival)| (*id, arrival.log.clone())).collect();
        if bring_back {
            arrivals.extend(context.workspace.with_untracked(|workspace| {
                let back = incoming.erased.iter();
                back.map(|(id, arrival)| (brought_back(workspace, *id), arrival.log.clone()))
                    .collect::<Vec<_>>()
            }));
        }
        let progress = |done, total| desk.progress.set((done, total));
        let cancelled = || desk.cancelled.try_get_untracked() == Some(true);
        let adopt = incoming.playbook.clone().filter(|_| incoming.adopts);
        let done = context.restore(arrivals, adopt, progress, cancelled).await;
        desk.conclude(match done {
            Ok(Some(_)) if context.take_in_tombstones(&incoming.gone, erase).is_err() => {
                refused(NotRestored::ReadOnly)
            }
            Ok(Some(_)) => {
                let back = if bring_back { incoming.erased.len() } else { 0 };
                let (changed, unchanged) = (incoming.changed, incoming.unchanged);
                Outcome::Merged { new: incoming.new + back, changed, unchanged }
            }
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
        NotRestored::Playbook(StoreError::Protected) => text::restore_protected(),
        NotRestored::Playbook(_) => text::data_too_full(),
    };
    Outcome::Refused(words.to_owned())
}
