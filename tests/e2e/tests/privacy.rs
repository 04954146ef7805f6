//! A visitor's own words, looked for in every place they must not be in: addresses, headers, the console,
//! events, and all that a browser keeps.
//!
//! Each search is made of something that is found where it may be, so that none passes for want of looking.

mod steps;

use ripen_e2e::{Manner, Page, Receiver, Result};
use serde_json::Value;
use steps::send::{
    CONFIRMED, PAGE, WAITING, agree, host, outbox, reads, send, to_the_result, type_details,
};

/// Of the visitor's contact details, one of each.
const DETAILS: [&str; 4] = ["nametale", "orgtale", "mailtale", "77718293"];
/// What the visitor said in words.
const WORDS: [&str; 1] = ["wordtale"];
/// How the visitor came: tags of the address, and the page before.
const CAMPAIGN: [&str; 4] = ["utmtale", "clidtale", "fbtale", "reftale"];
/// What stands in the page's address and is nobody's business.
const OTHER: [&str; 1] = ["tokentale"];

const QUERY: &str = "?utm_source=utmtale&gclid=clidtale&fbclid=fbtale&session=tokentale#tokentale";

/// Keeps whatever anything on the page says to anybody: events with their details, the console, messages,
/// requests, entries of the history.
const WATCH: &str = r#"
window.watched = { events: [], console: [], posted: [], asked: [], entries: [], cookies: [] };
{
  const written = (all) => [...all].map((one) => {
    try { return typeof one === "object" ? JSON.stringify(one) : String(one); } catch { return String(one); }
  }).join(" ");
  const watch = (object, name, list, keep = (that, all) => written(all)) => {
    const real = object?.[name];
    if (!real) return;
    object[name] = function (...all) {
      watched[list].push(`${name} ${keep(this, all)}`);
      return real.apply(this, all);
    };
  };
  watch(EventTarget.prototype, "dispatchEvent", "events", (_, [event]) => `${event.type} ${JSON.stringify(event.detail ?? null)}`);
  for (const name of ["log", "info", "debug", "warn", "error", "trace", "dir", "table", "assert"]) watch(console, name, "console");
  watch(window, "postMessage", "posted");
  for (const one of [MessagePort, BroadcastChannel]) watch(one.prototype, "postMessage", "posted");
  const address = (_, [what]) => what?.url ?? String(what);
  watch(window, "fetch", "asked", address);
  watch(XMLHttpRequest.prototype, "open", "asked");
  watch(Navigator.prototype, "sendBeacon", "asked");
  watch(window, "open", "asked");
  for (const name of ["pushState", "replaceState"]) watch(History.prototype, name, "entries");
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", { ...cookie, set(text) { watched.cookies.push(text); cookie.set.call(this, text); } });
}
"#;

/// Everything that could be seen of the run since the page was loaded, in small letters: by the page's scripts, by
/// whoever reads the console or the history, and by whoever is asked for a file.
async fn seen(page: &Page) -> Result<String> {
    // The page's own address is the way here, and nothing of the run's.
    let script = "const asked = performance.getEntriesByType('resource').map(({ name }) => name); \
        return { watched, asked, state: history.state, title: document.title, name: window.name }";
    let seen = page.eval(script).await?;
    let at = page.address().await?;
    assert!(at.ends_with(&format!("host/page.html{QUERY}")), "the address has changed: {at}");
    let console = page.console().await?.join("\n");
    Ok(format!("{seen} {console}").to_lowercase())
}

/// Everything the browser keeps for the page, in small letters; databases and caches there must be none.
async fn stored(page: &Page) -> Result<String> {
    let script = "return { databases: await indexedDB.databases(), caches: await caches.keys(), \
        local: Object.entries(localStorage), session: Object.entries(sessionStorage), cookies: document.cookie }";
    let stored = page.eval_async(script).await?;
    assert!(
        stored["databases"] == Value::Array(vec![]) && stored["caches"] == Value::Array(vec![]),
        "{stored}"
    );
    assert_eq!(stored["cookies"], "");
    Ok(stored.to_string().to_lowercase())
}

/// Which of these can be found in a text.
fn found<'a>(text: &str, tales: &[&'a str]) -> Vec<&'a str> {
    tales.iter().copied().filter(|tale| text.contains(tale)).collect()
}

fn none_in(text: &str, tales: &[&[&str]]) {
    let there = found(text, &tales.concat());
    assert!(there.is_empty(), "{there:?} can be found in: {text}");
}

/// The page as a campaign leads to it, from a page on another site that tells its whole address.
async fn arrive(attributes: &str, receiver: &Receiver) -> Result<Page> {
    let handoff = format!("handoff=\"webhook:{}/hook\" {attributes}", receiver.origin());
    let page = host(&handoff, &receiver.origin(), WATCH).await?;
    page.site()?.add("reftale.html", "<!doctype html><title>Before</title><p>Before</p>")?;
    let there = page.eval("return location.href").await?;
    let leave = "location.href = new URL('/some/sub/path/reftale.html', location).href.replace('127.0.0.1', 'localhost')";
    page.eval(leave).await?;
    page.see_text("Before").await?;
    let come = format!(
        "const link = document.body.appendChild(document.createElement('a')); \
         Object.assign(link, {{ href: {there} + '{QUERY}', referrerPolicy: 'unsafe-url' }}).click()"
    );
    page.eval(&come).await?;
    page.see("heading", "In your words?").await?;
    assert!(page.eval("return document.referrer").await?.to_string().contains("reftale"));
    Ok(page)
}

#[tokio::test]
async fn nothing_is_kept_or_told_but_what_was_agreed_to() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Busy(503, "2".into())]);
    let page = arrive("capture-utm history", &receiver).await?;

    // Typed, and not agreed to: the draft has the words alone, and a reload takes the details with it.
    to_the_result(&page).await?;
    type_details(&page).await?;
    page.click("button", "Send").await?;
    page.see("alert", "").await?;
    none_in(&seen(&page).await?, &[&DETAILS, &WORDS, &CAMPAIGN, &OTHER]);
    let kept = stored(&page).await?;
    none_in(&kept, &[&DETAILS, &CAMPAIGN, &OTHER]);
    assert_eq!(found(&kept, &WORDS), WORDS, "nothing is kept at all: {kept}");
    page.reload().await?;
    page.see("heading", "Leave your contact details").await?;
    assert_eq!(page.value("textbox", "E-mail address").await?, "");
    assert!(!page.is_checked("checkbox", "You may answer me.").await?);
    assert!(receiver.heads().is_empty(), "{:?}", receiver.heads());

    // Agreed to: it waits in the outbox alone.
    type_details(&page).await?;
    agree(&page).await?;
    reads(&page, WAITING).await?;
    // After a reload browsers tell no more of the page before than its origin.
    let tags = &CAMPAIGN[..3];
    let waiting = outbox(&page).await?;
    assert_eq!(waiting.len(), 1);
    let waiting = waiting[0].to_string().to_lowercase();
    for tales in [&DETAILS[..], &WORDS, tags] {
        assert_eq!(found(&waiting, tales), tales, "{waiting}");
    }
    none_in(&waiting, &[&OTHER]);
    let elsewhere =
        "return Object.entries(localStorage).filter(([key]) => !key.includes('/outbox/'))";
    none_in(&page.eval(elsewhere).await?.to_string().to_lowercase(), &[&DETAILS, &CAMPAIGN]);

    // Arrived, and only the fact is kept.
    reads(&page, CONFIRMED).await?;
    none_in(&stored(&page).await?, &[&DETAILS, &CAMPAIGN, &OTHER]);
    let letters = receiver.see(2).await?;
    let body = letters[1].body.to_lowercase();
    for tales in [&DETAILS[..], &WORDS, tags] {
        assert_eq!(found(&body, tales), tales, "{body}");
    }
    none_in(&body, &[&OTHER]);
    let heads = receiver.heads().join("\n").to_lowercase();
    assert!(heads.contains("options /hook") && heads.contains("post /hook"), "{heads}");
    none_in(&heads, &[&DETAILS, &WORDS, &CAMPAIGN, &OTHER]);
    none_in(&seen(&page).await?, &[&DETAILS, &WORDS, &CAMPAIGN, &OTHER]);

    page.click("button", "Forget me on this device").await?;
    page.see_text("Nothing is kept on this device any more.").await?;
    none_in(&stored(&page).await?, &[&DETAILS, &WORDS, &CAMPAIGN, &OTHER]);
    assert!(page.local_storage().await?.is_empty());
    none_in(&seen(&page).await?, &[&DETAILS, &WORDS, &CAMPAIGN, &OTHER]);
    // Nor is anything of it left in the form.
    to_the_result(&page).await?;
    assert_eq!(page.value("textbox", "E-mail address").await?, "");
    Ok(())
}

#[tokio::test]
async fn events_hold_it_where_the_page_wants_it_there_and_nothing_else_does() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = arrive("capture-utm emit-data", &receiver).await?;
    to_the_result(&page).await?;
    none_in(&seen(&page).await?, &[&DETAILS, &CAMPAIGN]);
    type_details(&page).await?;
    agree(&page).await?;
    reads(&page, CONFIRMED).await?;
    let events = page.eval("return watched.events").await?.to_string().to_lowercase();
    for tales in [&DETAILS[..], &WORDS, &CAMPAIGN] {
        assert_eq!(found(&events, tales), tales, "{events}");
    }
    page.eval("watched.events = []").await?;
    none_in(&seen(&page).await?, &[&DETAILS, &WORDS, &CAMPAIGN, &OTHER]);
    Ok(())
}

#[tokio::test]
async fn without_being_asked_for_the_campaign_goes_nowhere() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = arrive("", &receiver).await?;
    send(&page).await?;
    reads(&page, CONFIRMED).await?;
    let body = receiver.see(1).await?[0].body.to_lowercase();
    none_in(&body, &[&CAMPAIGN, &OTHER]);
    assert_eq!(found(&body, &DETAILS), DETAILS);
    none_in(&stored(&page).await?, &[&DETAILS, &CAMPAIGN, &OTHER]);
    Ok(())
}

#[tokio::test]
async fn forgetting_takes_what_waits_and_what_earlier_runs_left_waiting() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then((0..9).map(|_| Manner::Busy(503, "3".into())));
    let page = arrive("capture-utm", &receiver).await?;
    send(&page).await?;
    reads(&page, WAITING).await?;
    page.click("button", "Start again").await?;
    send(&page).await?;
    reads(&page, WAITING).await?;
    assert_eq!(outbox(&page).await?.len(), 2);
    page.click("button", "Forget me on this device").await?;
    page.see_text("Nothing is kept on this device any more.").await?;
    none_in(&stored(&page).await?, &[&DETAILS, &WORDS, &CAMPAIGN, &OTHER]);
    assert!(page.local_storage().await?.is_empty());
    let before = receiver.letters().len();
    page.goto(PAGE).await?;
    page.see("heading", "In your words?").await?;
    page.eval_async("await new Promise((done) => setTimeout(done, 7000))").await?;
    assert_eq!(receiver.letters().len(), before, "what was forgotten was sent");
    assert!(page.local_storage().await?.is_empty());
    Ok(())
}
