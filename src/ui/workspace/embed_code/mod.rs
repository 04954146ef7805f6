//! "Get the embed code": choices on cards, the preview, and the code, which follows every change.
//!
//! Refuses to know what makes the code: that is `app/embed_code`. Invariant: the page changes nothing but
//! what it remembers of the choices, and sends nothing.

mod behaviour;
mod code;
mod code_box;
mod field;
mod goes;
mod look;
mod more;
mod preview;
mod source;
mod words;

use super::playbook::studio::Shipped;
use crate::app::embed_code::spoken::{Spoken, spoken};
use crate::app::embed_code::{Choices, Field, Problem, Setup, Site, wrong_with};
use crate::domain::playbook::Playbook;
use crate::exchange::translated::translated;
use crate::platform::{address, digest, fetch};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The folder of the files for other pages, and the loader in it.
const FILES: &str = "embed";
const LOADER: &str = "embed/ripen.js";
/// More than any loader has, in bytes.
const LOADER_BYTES: usize = 1 << 20;

/// What is known of the loader on this site.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Loader {
    /// It is being read.
    Reading,
    /// Its hash.
    Hashed(String),
    /// The browser works out no hash here.
    Unhashed,
    /// It is not there.
    Missing,
}

/// What the code is made of, or what keeps it from being made, by field.
type Checked = Result<Arc<Setup>, Vec<(Field, Problem)>>;

/// What the cards share.
#[derive(Clone, Copy)]
struct Desk {
    choices: RwSignal<Choices>,
    /// The fields the person has left: what is wrong with them is said.
    left: RwSignal<BTreeSet<Field>>,
    shipped: RwSignal<Option<Arc<Shipped>>>,
    /// The part of the chosen playbook that goes to visitors.
    visitors: Memo<Arc<Playbook>>,
    /// What the code is made of, or what keeps it from being made.
    setup: Memo<Checked>,
    loader: RwSignal<Loader>,
    remembered: RwSignal<bool>,
}

impl Desk {
    fn open(context: AppContext) -> Self {
        let choices = RwSignal::new(context.embed_choices());
        let shipped = RwSignal::new(None::<Arc<Shipped>>);
        let pack = Memo::new(move |_| choices.with(|choices| choices.pack.clone()));
        let playbook = Memo::new(move |_| {
            let chosen = pack.get().and_then(|id| {
                let is_it = |pack: &&Arc<Playbook>| pack.id == id;
                shipped.with(|all| all.as_ref()?.packs.iter().find(is_it).cloned())
            });
            chosen.unwrap_or_else(|| context.playbook())
        });
        let visitors = Memo::new(move |_| Arc::new(playbook.get().for_visitors()));
        let site =
            Site { files: address::folder(FILES).unwrap_or_default(), workspace: context.name() };
        let setup = Memo::new(move |_| {
            let made = choices.with(|choices| Setup::of(choices, &site, &visitors.get()));
            made.map(Arc::new)
        });
        Self {
            choices,
            left: RwSignal::new(BTreeSet::new()),
            shipped,
            visitors,
            setup,
            loader: RwSignal::new(Loader::Reading),
            remembered: RwSignal::new(true),
        }
    }

    fn get() -> Self {
        expect_context()
    }

    /// Changes the choices.
    fn change(self, change: impl FnOnce(&mut Choices)) {
        self.choices.update(change);
    }

    /// What is wrong with a field, once it was left.
    fn wrong(self, field: Field) -> Option<Problem> {
        if !self.left.with(|left| left.contains(&field)) {
            return None;
        }
        self.setup.with(|setup| wrong_with(field, setup.as_ref().err()?))
    }

    /// The playbook as the wizard shows it in the language chosen, and the language of its texts where
    /// that is another one.
    fn spoken(self) -> (Arc<Playbook>, Option<String>) {
        let visitors = self.visitors.get();
        let language = self.choices.with(|choices| choices.language);
        match spoken(&visitors, language) {
            Spoken::Own => (visitors, None),
            Spoken::Translated(texts, _) => (Arc::new(translated(&visitors, texts)), None),
            Spoken::InsteadOf(own) => {
                let own = own.to_owned();
                (visitors, Some(own))
            }
        }
    }
}

/// The page.
#[component]
pub(super) fn EmbedPage() -> impl IntoView {
    let context = AppContext::get();
    let desk = Desk::open(context);
    provide_context(desk);
    remember(context, desk);
    read_files(desk);
    let remembered = move || {
        if desk.remembered.get() { text::embed_remembered() } else { text::embed_not_remembered() }
    };
    view! {
        <div class="view-head">
            <h1 class="view-title" id="title" tabindex="-1">
                {text::embed()}
            </h1>
        </div>
        <p class="quiet">{text::embed_intro()}</p>
        <p class="small quiet">{remembered}</p>
        <source::SourceCard />
        <look::LookCard />
        <preview::PreviewCard />
        <goes::GoesCard />
        <behaviour::BehaviourCard />
        <code::CodeCard />
        <more::MoreCards />
    }
}

/// Remembers every change, not what is there at first.
fn remember(context: AppContext, desk: Desk) {
    Effect::new(move |before: Option<()>| {
        desk.choices.track();
        if before.is_some() {
            let kept = desk.choices.with_untracked(|choices| context.keep_embed_choices(choices));
            desk.remembered.set(kept);
        }
    });
}

/// Reads what ships, and the loader for its hash.
fn read_files(desk: Desk) {
    spawn_local(async move {
        let found = super::playbook::studio::load().await;
        // The view may have been left meanwhile.
        desk.shipped.try_set(Some(found.into()));
    });
    spawn_local(async move {
        let found = match fetch::bytes(LOADER, LOADER_BYTES).await {
            Err(_) => Loader::Missing,
            Ok(bytes) => digest::integrity(&bytes).await.map_or(Loader::Unhashed, Loader::Hashed),
        };
        desk.loader.try_set(found);
    });
}
