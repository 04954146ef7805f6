//! Mounting the funnel into the element's frame, following what other pages store, and taking it
//! out again.

use super::events::Host;
use super::{file, read};
use crate::app::figures::period::Period;
use crate::app::route::DEFAULT_WORKSPACE;
use crate::app::workspace::Workspace;
use crate::domain::funnel::Window;
use crate::domain::ids::ContactId;
use crate::exchange::keys::{Item, is_workspace_name};
use crate::exchange::playbook_file;
use crate::platform::repository::Repository;
use crate::platform::tabs::{Line, Word};
use crate::platform::{clock, tabs};
use crate::ui::funnel::alone::{Alone, Looked, Origin, Standing, Wrong};
use gloo_timers::future::TimeoutFuture;
use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use web_sys::HtmlElement;

/// How long it waits for more to come before it counts anew, in milliseconds.
const REST: u32 = 300;

/// How the element is set up.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The workspace of this origin; the person's own where none is named.
    pub workspace: Option<String>,
    /// The text of an exported file, in place of a workspace.
    pub data: Option<String>,
    /// That the file cannot be had.
    pub unreachable: bool,
    /// The window to begin with: a period's word, or days as the funnel's address has them.
    pub window: Option<String>,
}

/// Where the contacts come from.
enum Source {
    Workspace(String),
    /// Taken out while it is read: it stands in memory once.
    File(RefCell<Option<String>>),
    Nowhere,
}

/// A mounted funnel; dropping it takes it out of the page.
pub struct Mounted {
    inner: Rc<Inner>,
    _shown: Box<dyn Any>,
    _heard: Vec<Box<dyn Any>>,
}

struct Inner {
    source: Source,
    host: Host,
    looked: Looked,
    news: RefCell<News>,
    /// Whether something is being read.
    is_busy: Cell<bool>,
    /// Whether it was taken out.
    is_gone: Cell<bool>,
}

/// What is to be read again.
#[derive(Debug, Default)]
struct News {
    all: bool,
    contacts: BTreeSet<ContactId>,
}

impl Mounted {
    /// Mounts a funnel into a frame and begins to read.
    ///
    /// # Errors
    /// What of the options cannot be.
    pub fn new(frame: HtmlElement, options: Options, tell: Function) -> Result<Self, String> {
        let window = options.window.clone();
        let source = Source::of(options)?;
        let nobody = Workspace::new(Arc::new(playbook_file::shipped()));
        let looked = Looked {
            standing: ArcRwSignal::new(Standing::Reading),
            workspace: ArcRwSignal::new(nobody),
            period: ArcRwSignal::new(Period::AllTime),
            days: ArcRwSignal::new(Window::default()),
            today: ArcRwSignal::new(clock::today()),
        };
        let (news, is_busy, is_gone) = <(RefCell<News>, Cell<bool>, Cell<bool>)>::default();
        let inner =
            Rc::new(Inner { source, host: Host::new(tell), looked, news, is_busy, is_gone });
        inner.choose(window.as_deref());
        let looked = inner.looked.clone();
        let shown = Box::new(mount_to(frame, move || leptos::view! { <Alone looked /> }));
        let heard = listen(&inner);
        inner.hear(|news| news.all = true);
        Ok(Self { inner, _shown: shown, _heard: heard })
    }

    /// Reads everything again.
    pub fn reload(&self) {
        self.inner.hear(|news| news.all = true);
    }

    /// Shows another window; all time where none is asked for.
    pub fn set_window(&self, words: Option<&str>) {
        self.inner.choose(words);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.inner.is_gone.set(true);
    }
}

impl Source {
    fn of(options: Options) -> Result<Self, String> {
        if options.unreachable {
            return Ok(Self::Nowhere);
        }
        if let Some(text) = options.data {
            return Ok(Self::File(RefCell::new(Some(text))));
        }
        let name = options.workspace.filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| DEFAULT_WORKSPACE.to_owned());
        if is_workspace_name(&name) {
            Ok(Self::Workspace(name))
        } else {
            Err(format!("{name:?} is no name of a workspace"))
        }
    }
}

/// Hears what other pages store of the workspace, and when the page is looked at again, perhaps on
/// another day.
fn listen(inner: &Rc<Inner>) -> Vec<Box<dyn Any>> {
    let today = inner.looked.today.clone();
    let mut heard: Vec<Box<dyn Any>> = vec![Box::new(tabs::on_seen_again(move || {
        if today.get_untracked() != clock::today() {
            today.set(clock::today());
        }
    }))];
    let Source::Workspace(name) = &inner.source else { return heard };
    let (weak, repository) = (Rc::downgrade(inner), Repository::open(name));
    heard.push(Box::new(tabs::on_stored_elsewhere(move |key| {
        let item = repository.item(&key);
        tell_on(&weak, |news| match item {
            Some(Item::Contact(id)) => news.contacts.extend([id]),
            Some(Item::Playbook) => news.all = true,
            // Everything was cleared.
            None if key.is_empty() => news.all = true,
            _ => {}
        });
    })));
    let weak = Rc::downgrade(inner);
    if let Some(line) = Line::open(name) {
        let hearing = line.hear(move |word| {
            tell_on(&weak, |news| match word {
                Word::Changed(ids) => news.contacts.extend(ids),
                Word::Stored(Item::Playbook) | Word::Cleared => news.all = true,
                Word::Stored(_) => {}
            });
        });
        heard.push(Box::new((hearing, line)));
    }
    heard
}

fn tell_on(inner: &Weak<Inner>, add: impl FnOnce(&mut News)) {
    if let Some(inner) = inner.upgrade() {
        inner.hear(add);
    }
}

impl News {
    fn is_nothing(&self) -> bool {
        !self.all && self.contacts.is_empty()
    }
}

impl Inner {
    /// Begins with the window that is asked for.
    fn choose(&self, words: Option<&str>) {
        let words = words.filter(|words| !words.trim().is_empty());
        let asked = words.and_then(Period::asked);
        if let (Some(words), None) = (words, asked) {
            let warning = format!("Ripen: {words:?} is no window of the funnel. {WINDOWS}");
            web_sys::console::warn_1(&warning.into());
        }
        let (period, days) = asked.unwrap_or((Period::AllTime, Window::default()));
        self.looked.days.set(days);
        self.looked.period.set(period);
    }

    /// Adds to what is to be read, and sees that somebody reads it.
    fn hear(self: &Rc<Self>, add: impl FnOnce(&mut News)) {
        add(&mut self.news.borrow_mut());
        if self.news.borrow().is_nothing() || self.is_busy.replace(true) {
            return;
        }
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            while let Some(inner) = weak.upgrade().filter(|inner| !inner.is_gone.get()) {
                let news = inner.news.take();
                if news.is_nothing() {
                    inner.is_busy.set(false);
                    return;
                }
                inner.take_in(news).await;
                drop(inner);
                TimeoutFuture::new(REST).await;
            }
        });
    }

    async fn take_in(&self, news: News) {
        let is_whole = matches!(self.looked.standing.get_untracked(), Standing::Whole(_));
        let read = match &self.source {
            Source::Workspace(name) if is_whole && !news.all => {
                read::some(name, &news.contacts).await.map(|held| {
                    self.unless_gone(|| {
                        self.looked.workspace.update(|workspace| {
                            workspace.take_in_all(held);
                        });
                    });
                    None
                })
            }
            Source::Workspace(name) => {
                let origin = Origin::Workspace { apart: tabs::is_framed_elsewhere() };
                read::all(name).await.map(|workspace| Some((workspace, origin)))
            }
            Source::File(text) => match text.take() {
                // A file is read once.
                None => return,
                Some(text) => {
                    let read = file::read(&text).await;
                    read.map(|(workspace, when)| Some((workspace, Origin::File(when))))
                }
            },
            Source::Nowhere => Err(Wrong::Unreachable),
        };
        self.unless_gone(|| match read {
            Ok(None) => {}
            Ok(Some((workspace, origin))) => self.whole(workspace, origin),
            Err(wrong) => self.wrong(wrong),
        });
    }

    fn unless_gone(&self, act: impl FnOnce()) {
        if !self.is_gone.get() {
            act();
        }
    }

    fn whole(&self, workspace: Workspace, origin: Origin) {
        let (playbook, count) = (workspace.playbook.reference(), workspace.count());
        self.looked.workspace.set(workspace);
        let standing = Standing::Whole(origin);
        if self.looked.standing.get_untracked() != standing {
            self.looked.standing.set(standing);
            self.host.ready(playbook, count);
        }
    }

    fn wrong(&self, wrong: Wrong) {
        let standing = Standing::Wrong(wrong);
        if self.looked.standing.get_untracked() != standing {
            self.looked.standing.set(standing);
            self.host.error(wrong);
        }
    }
}

/// Told to whoever builds the page.
const WINDOWS: &str = "It may be all-time, month, quarter, year, twelve-months, or days such as \
from=2026-01-01&to=2026-03-31.";
