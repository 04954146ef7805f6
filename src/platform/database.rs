//! The browser's database (IndexedDB): texts under keys, in stores.
//!
//! Owns the browser's side of it: opening, slices, transactions. Refuses to know what the texts
//! are. Invariants: a write is one transaction, all of it or none; it has succeeded only when the
//! browser says that it is complete; nothing here panics where there is no database.
//!
//! Over web-sys alone, as no crate at hand asks for strict durability or tells why a transaction was
//! given up.

use crate::platform::storage::StoreError;
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::Cell as Flag;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest,
    IdbTransaction, IdbTransactionMode,
};

/// How long the browser may take to open a database before it counts as not there. Safari has been
/// known never to answer.
const PATIENCE_MS: u32 = 10_000;

/// How many keys are asked for at once: thousands would keep the page from doing anything else.
const AT_ONCE: usize = 200;

/// A database that is open.
pub(super) struct Database {
    inner: IdbDatabase,
    /// Whether it was not there before.
    is_new: bool,
    /// Lets go of it when somebody wants to delete it, who would have to wait for this page.
    _let_go: [EventListener; 2],
}

/// What opening one came to.
pub enum Opened<T> {
    /// It is open.
    Open(T),
    /// There is none yet, and none was to be made.
    Absent,
    /// The browser has none for this page.
    Refused,
}

impl<T> Opened<T> {
    /// The same of something else.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Opened<U> {
        match self {
            Self::Open(opened) => Opened::Open(of(opened)),
            Self::Absent => Opened::Absent,
            Self::Refused => Opened::Refused,
        }
    }
}

/// What was asked for and is on its way, whether it is waited for or not.
pub(super) struct Asked {
    keys: JsFuture,
    values: JsFuture,
}

impl Asked {
    /// The keys with what stands under them.
    ///
    /// # Errors
    /// [`StoreError`] where it could not be read.
    pub(super) async fn cells(self) -> Result<Vec<(String, Cell)>, StoreError> {
        let keys: Array = self.keys.await.map_err(|e| reason(&e))?.unchecked_into();
        let values: Array = self.values.await.map_err(|e| reason(&e))?.unchecked_into();
        let key = |key: JsValue| key.as_string().unwrap_or_default();
        Ok(keys.iter().map(key).zip(values.iter().map(|value| Cell::of(&value))).collect())
    }
}

/// What stands under a key.
pub(super) enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// Something that is no text: not ours, or damaged.
    Other,
}

impl Database {
    /// Opens a database by its name; where it is not there yet, it is made with its stores if `make`
    /// says so. `taken` is called when it is deleted while it is open.
    pub(super) async fn open(
        name: &str,
        stores: &'static [&'static str],
        make: bool,
        taken: impl Fn() + Clone + 'static,
    ) -> Opened<Self> {
        let request = factory().and_then(|factory| factory.open_with_u32(name, 1).ok());
        let Some(request) = request else { return Opened::Refused };
        let opened = request.clone();
        let is_new = Rc::new(Flag::new(false));
        let seen = Rc::clone(&is_new);
        let _make = EventListener::once(&request, "upgradeneeded", move |_| {
            seen.set(true);
            if !make {
                // Then there is none afterwards either.
                let _ = opened.transaction().map(|transaction| transaction.abort());
                return;
            }
            let Ok(database) = opened.result().map(JsCast::unchecked_into::<IdbDatabase>) else {
                return;
            };
            for store in stores {
                // Refused where it is there already.
                let _ = database.create_object_store(store);
            }
        });
        let inner: IdbDatabase = match in_time(settled(&request), PATIENCE_MS).await {
            Some(Ok(opened)) => opened.unchecked_into(),
            _ if is_new.get() && !make => return Opened::Absent,
            _ => return Opened::Refused,
        };
        let (closing, deleted) = (inner.clone(), taken.clone());
        let asked = EventListener::new(&inner, "versionchange", move |event| {
            closing.close();
            // Otherwise a newer version of this app makes it another one.
            if Reflect::get(event, &"newVersion".into()).is_ok_and(|version| version.is_null()) {
                deleted();
            }
        });
        let torn = EventListener::new(&inner, "close", move |_| taken());
        Opened::Open(Self { inner, is_new: is_new.get(), _let_go: [asked, torn] })
    }

    /// Deletes a database; says whether it is gone. One that another page holds on to is deleted
    /// once that page lets go.
    pub(super) async fn delete(name: &str) -> bool {
        let Some(request) = factory().and_then(|factory| factory.delete_database(name).ok()) else {
            return false;
        };
        in_time(settled(&request), PATIENCE_MS).await.is_some_and(|done| done.is_ok())
    }

    /// Whether it was not there before it was opened.
    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    /// Lets go of it.
    pub(super) fn close(&self) {
        self.inner.close();
    }

    /// The keys of a store that are texts, in order.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub(super) async fn keys(&self, store: &str) -> Result<Vec<String>, StoreError> {
        let (_, store) = self.begin(store, IdbTransactionMode::Readonly)?;
        let keys = settled(&store.get_all_keys().map_err(|e| reason(&e))?).await;
        let keys: Array = keys.map_err(|e| reason(&e))?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// Asks for the keys behind one, up to another, in order, with what stands under them; without
    /// either, from the first and to the last.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub(super) fn ask_between(
        &self,
        store: &str,
        after: Option<&str>,
        to: Option<&str>,
    ) -> Result<Asked, StoreError> {
        let (_, store) = self.begin(store, IdbTransactionMode::Readonly)?;
        let ask = || {
            let range = match (after, to) {
                (None, None) => JsValue::UNDEFINED,
                (Some(after), None) => {
                    IdbKeyRange::lower_bound_with_open(&after.into(), true)?.into()
                }
                (None, Some(to)) => IdbKeyRange::upper_bound(&to.into())?.into(),
                (Some(after), Some(to)) => {
                    IdbKeyRange::bound_with_lower_open(&after.into(), &to.into(), true)?.into()
                }
            };
            let keys = settled(&store.get_all_keys_with_key(&range)?);
            Ok(Asked { keys, values: settled(&store.get_all_with_key(&range)?) })
        };
        ask().map_err(|thrown: JsValue| reason(&thrown))
    }

    /// What stands under keys.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub(super) async fn get(&self, store: &str, keys: &[String]) -> Result<Vec<Cell>, StoreError> {
        let (_, store) = self.begin(store, IdbTransactionMode::Readonly)?;
        let mut cells = Vec::with_capacity(keys.len());
        for cell in ask(&store, keys)? {
            cells.push(Cell::of(&cell.await.map_err(|e| reason(&e))?));
        }
        Ok(cells)
    }

    /// Writes under keys what `put` makes of what stands there, where it makes anything: all of it,
    /// in one transaction, or nothing.
    ///
    /// # Errors
    /// [`StoreError`]; then everything stands as it stood.
    pub(super) async fn update(
        &self,
        store: &str,
        keys: &[String],
        mut put: impl FnMut(usize, Cell) -> Option<String>,
    ) -> Result<(), StoreError> {
        let (transaction, store) = self.begin(store, IdbTransactionMode::Readwrite)?;
        let done = in_full(&transaction);
        let mut n = 0;
        'all: for keys in keys.chunks(AT_ONCE) {
            for (key, cell) in keys.iter().zip(ask(&store, keys)?) {
                // A request that fails takes the transaction with it, which says why.
                let Ok(cell) = cell.await else { break 'all };
                let text = put(n, Cell::of(&cell));
                n += 1;
                let Some(text) = text else { continue };
                if let Err(thrown) = store.put_with_key(&text.into(), &key.into()) {
                    let _ = transaction.abort();
                    return Err(reason(&thrown));
                }
            }
        }
        done.await.map(drop).map_err(|thrown| reason(&thrown))
    }

    fn begin(
        &self,
        store: &str,
        mode: IdbTransactionMode,
    ) -> Result<(IdbTransaction, IdbObjectStore), StoreError> {
        let begin = || {
            // The options are not in web-sys yet.
            let options = Object::new();
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            let transaction: Function = Reflect::get(&self.inner, &"transaction".into())?.into();
            let transaction: IdbTransaction = transaction
                .call3(&self.inner, &store.into(), &mode.into(), &options)?
                .unchecked_into();
            let store = transaction.object_store(store)?;
            Ok((transaction, store))
        };
        begin().map_err(|thrown: JsValue| reason(&thrown))
    }
}

impl Cell {
    fn of(value: &JsValue) -> Self {
        match value.as_string() {
            Some(text) => Self::Text(text),
            None if value.is_undefined() => Self::Empty,
            None => Self::Other,
        }
    }
}

/// The names of all databases of this origin; none where the browser does not tell.
pub(super) async fn names() -> Option<Vec<String>> {
    let factory = factory()?;
    let databases: Function = Reflect::get(&factory, &"databases".into()).ok()?.dyn_into().ok()?;
    let listed: Promise = databases.call0(&factory).ok()?.dyn_into().ok()?;
    let listed: Array = JsFuture::from(listed).await.ok()?.dyn_into().ok()?;
    let name = |entry: JsValue| Reflect::get(&entry, &"name".into()).ok()?.as_string();
    Some(listed.iter().filter_map(name).collect())
}

fn factory() -> Option<IdbFactory> {
    web_sys::window()?.indexed_db().ok()?
}

/// Asks for what stands under keys, all at once: the transaction would end between one answer and the
/// next question.
fn ask(store: &IdbObjectStore, keys: &[String]) -> Result<Vec<JsFuture>, StoreError> {
    let ask = |key: &String| store.get(&key.into()).map(|request| settled(&request));
    keys.iter().map(ask).collect::<Result<_, _>>().map_err(|thrown| reason(&thrown))
}

/// What a request comes to.
fn settled(request: &IdbRequest) -> JsFuture {
    Promise::new(&mut |resolve, reject| {
        let asked = request.clone();
        let told = callback(move |_| {
            if let Some(error) = asked.error().ok().flatten() {
                return drop(reject.call1(&JsValue::UNDEFINED, &error));
            }
            let result = asked.result().unwrap_or_default();
            drop(resolve.call1(&JsValue::UNDEFINED, &result));
        });
        request.set_onsuccess(Some(&told));
        request.set_onerror(Some(&told));
    })
    .into()
}

/// Whether a transaction is completed, and why not.
fn in_full(transaction: &IdbTransaction) -> JsFuture {
    Promise::new(&mut |resolve, reject| {
        let asked = transaction.clone();
        let told = callback(move |event| {
            if event.type_() == "complete" {
                return drop(resolve.call0(&JsValue::UNDEFINED));
            }
            let error = asked.error().map(JsValue::from).unwrap_or_default();
            drop(reject.call1(&JsValue::UNDEFINED, &error));
        });
        transaction.set_oncomplete(Some(&told));
        transaction.set_onabort(Some(&told));
    })
    .into()
}

/// What is called once, by whichever event comes.
fn callback(told: impl FnOnce(Event) + 'static) -> Function {
    Closure::once_into_js(told).unchecked_into()
}

/// What a future comes to, unless it takes too long.
async fn in_time<T>(future: impl Future<Output = T>, millis: u32) -> Option<T> {
    let (mut future, mut late) = (pin!(future), pin!(TimeoutFuture::new(millis)));
    std::future::poll_fn(|context| {
        if let Poll::Ready(value) = future.as_mut().poll(context) {
            return Poll::Ready(Some(value));
        }
        late.as_mut().poll(context).map(|()| None)
    })
    .await
}

fn reason(thrown: &JsValue) -> StoreError {
    let name = thrown.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    if name == "QuotaExceededError" { StoreError::Full } else { StoreError::Blocked }
}
