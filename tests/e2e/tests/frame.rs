//! The page for frames, on a site of another origin: what shows, what that site is told and what not.

mod steps;

use ripen_e2e::{Page, Receiver, Result, SiteCopy};
use serde_json::{Value, json};
use steps::send::{self, CONFIRMED, reads, to_the_result};

/// A page of another site with the frame in it. `parent` is a script's expression for the origin the
/// frame is told to speak to; `got` keeps every message, `heard` every event the helper script sends on.
fn host(site: &str, query: &str, parent: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><title>Host</title><h1>Host</h1>\
         <iframe data-ripen id=\"frame\" title=\"Questions\" width=\"600\" height=\"100\"></iframe>\
         <script type=\"module\" src=\"{site}embed/frame-host.js\"></script>\
         <script>\
           window.got = []; window.heard = [];\
           addEventListener('message', ({{ data }}) => got.push(data));\
           for (const name of ['ripen-ready', 'ripen-step', 'ripen-result', 'ripen-submitted', 'ripen-error'])\
             addEventListener(name, ({{ detail }}) => heard.push([name, detail]));\
           window.say = (type) => frame.contentWindow.postMessage({{ schema: 'ripen-frame/1', type }}, '*');\
           frame.src = '{site}embed/frame.html?{query}&parent=' + encodeURIComponent({parent});\
         </script>"
    )
}

/// The frame on a page of another origin, which it speaks to.
async fn open(site: SiteCopy, query: &str, parent: &str) -> Result<Page> {
    Page::open_beside(site, |site| host(site, query, parent), "").await
}

const SUPPLY: &str = "playbook=../demo/supply.json";

async fn answer_first(page: &Page) -> Result<()> {
    page.see("heading", "What do you buy fixings and spares for?").await?;
    page.choose("radio", "Our own production").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "How many order lines do you place in a month?").await
}

/// Waits until a script's condition holds in the page.
async fn wait(page: &Page, condition: &str) -> Result<()> {
    let script = format!(
        "for (let left = 200; left && !({condition}); left--) await new Promise((done) => setTimeout(done, 50)); \
         return [!!({condition}), got]"
    );
    let held = page.eval_async(&script).await?;
    assert_eq!(held[0], true, "{condition}: {held}");
    Ok(())
}

#[tokio::test]
async fn the_frame_is_as_high_as_its_content_and_tells_what_happens() -> Result<()> {
    let query =
        format!("{SUPPLY}&theme-accent=%23b3261e&theme-font=url(x)&data-answer-hp_purpose=site");
    let page = open(SiteCopy::new()?, &query, "location.origin").await?;
    wait(&page, "heard.some(([name]) => name === 'ripen-ready')").await?;
    page.into_frame().await?;
    answer_first(&page).await?;
    let theme = "const style = getComputedStyle(document.querySelector('ripen-wizard')); \
        return [style.getPropertyValue('--ripen-accent'), style.getPropertyValue('--ripen-font')]";
    assert_eq!(page.eval(theme).await?, json!(["#b3261e", ""]));
    let inside = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
    let height = page.eval(inside).await?;
    let fits = "return document.documentElement.scrollHeight <= innerHeight";
    page.out_of_frame().await?;
    wait(&page, &format!("frame.getBoundingClientRect().height >= {height}")).await?;
    wait(&page, "heard.some(([name, detail]) => name === 'ripen-step' && detail.index === 1)")
        .await?;
    page.into_frame().await?;
    assert_eq!(page.eval(fits).await?, true);
    page.out_of_frame().await?;
    page.eval("say('reset')").await?;
    page.into_frame().await?;
    page.see("heading", "What do you buy fixings and spares for?").await
}

#[tokio::test]
async fn an_origin_that_is_not_named_hears_nothing_and_is_not_heeded() -> Result<()> {
    let near = "location.origin.replace('localhost', '127.0.0.1')";
    for parent in [near, "''", "'*'", "location.origin + '/'", "'null'", "'https://example.com'"] {
        let page = open(SiteCopy::new()?, SUPPLY, parent).await?;
        page.into_frame().await?;
        answer_first(&page).await?;
        page.out_of_frame().await?;
        page.eval("say('reset'); say('hello')").await?;
        page.into_frame().await?;
        // Not from itself either: only the page around, at its exact origin, is heeded.
        page.eval("window.postMessage({ schema: 'ripen-frame/1', type: 'reset' }, '*')").await?;
        page.eval_async("await new Promise((done) => setTimeout(done, 300))").await?;
        page.see("heading", "How many order lines do you place in a month?").await?;
        page.out_of_frame().await?;
        assert_eq!(page.eval("return got").await?, json!([]), "{parent}");
    }
    Ok(())
}

#[tokio::test]
async fn nothing_a_visitor_types_is_told() -> Result<()> {
    const TYPED: &str = "playbook=typed.json";
    let site = SiteCopy::new()?;
    let tiny = json!({
        "format": "ripen-playbook", "version": 1, "id": "typed", "revision": 1, "title": "Typed",
        "sections": [{ "id": "s", "title": "S" }],
        "questions": [
            { "id": "words", "section": "s", "title": "Words", "ask": "In your words?", "kind": "text", "ask_anyway": true },
            { "id": "pain", "section": "s", "title": "Pain", "ask": "Does it hurt?", "kind": "yes_no" }],
        "criteria": [{ "id": "pain", "title": "A problem", "rule_text": "it hurts", "step": "",
            "rule": { "answer": { "question": "pain", "is": { "yes": true } } } }],
        "gates": { "prospect": ["pain"], "opportunity": [] },
    });
    site.add("embed/typed.json", &tiny.to_string())?;
    let page = open(site, TYPED, "location.origin").await?;
    page.into_frame().await?;
    page.see("heading", "In your words?").await?;
    page.fill("textbox", "In your words?", "Ask for Mina").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Does it hurt?").await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "See the result").await?;
    page.out_of_frame().await?;
    wait(&page, "heard.some(([name]) => name === 'ripen-result')").await?;
    let got: Value = page.eval("return got").await?;
    assert!(
        got.to_string().contains("ripen-result/1") && !got.to_string().contains("Mina"),
        "{got}"
    );
    Ok(())
}

#[tokio::test]
async fn what_the_browser_keeps_in_a_frame_is_said() -> Result<()> {
    let page = open(SiteCopy::new()?, SUPPLY, "location.origin").await?;
    page.into_frame().await?;
    page.see("heading", "What do you buy fixings and spares for?").await?;
    page.gone_text("Your answers are kept for these questions on this site only.").await?;
    answer_first(&page).await?;
    page.see_text("Your answers are kept for these questions on this site only.").await?;
    drop(page);

    let site = SiteCopy::new()?;
    site.add(
        "embed/blocked.js",
        "Object.defineProperty(window, 'localStorage', \
         { get() { throw new DOMException('blocked', 'SecurityError'); } });",
    )?;
    site.change("embed/frame.html", |bytes| {
        let html = String::from_utf8_lossy(bytes);
        *bytes = html.replacen("<script", "<script src=\"blocked.js\"></script><script", 1).into();
    })?;
    let page = open(site, SUPPLY, "location.origin").await?;
    page.into_frame().await?;
    answer_first(&page).await?;
    page.see_text("Your browser keeps nothing here").await
}

#[tokio::test]
async fn a_playbook_from_anywhere_else_is_not_asked_for() -> Result<()> {
    for address in
        ["http://example.com/playbook.json", "data:application/json,{}", "javascript:alert(1)", ""]
    {
        let query = format!("lang=nl&playbook={address}");
        let page = open(SiteCopy::new()?, &query, "location.origin").await?;
        wait(&page, "heard.some(([name]) => name === 'ripen-error')").await?;
        page.into_frame().await?;
        page.see_text("Deze vragen konden niet worden geladen.").await?;
        let language = "return [document.documentElement.lang, document.querySelector('ripen-wizard').playbook]";
        assert_eq!(page.eval(language).await?, json!(["nl", ""]), "{address}");
    }
    Ok(())
}

/// A site whose frame names these destinations as those it hands over to, and may connect to the receiver.
fn naming(named: &str, receiver: &Receiver) -> Result<SiteCopy> {
    let site = SiteCopy::new()?;
    site.add("embed/asking.json", &send::playbook().to_string())?;
    site.add("embed/said.js", "window.said = []; console.warn = (text) => said.push(text);")?;
    site.change("embed/frame.html", |bytes| {
        let html = String::from_utf8_lossy(bytes);
        let html = html.replacen("<script", "<script src=\"said.js\"></script><script", 1);
        let meta = "<meta name=\"ripen-handoff\" content=\"";
        *bytes = html
            .replace(meta, &format!("{meta}{named}"))
            .replace("connect-src 'self'", &format!("connect-src 'self' {}", receiver.origin()))
            .into();
    })?;
    Ok(site)
}

#[tokio::test]
async fn a_destination_the_frame_names_is_used_and_every_other_told() -> Result<()> {
    let receiver = Receiver::start()?;
    let ours = format!("webhook:{}/hook", receiver.origin());
    // As anybody could write it: another path of the same receiver, another kind, a part of what is named.
    let others = [
        format!("webhook:{}/hook2", receiver.origin()),
        format!("espocrm:{}/hook", receiver.origin()),
        "webhook:https://collect.example/".into(),
        receiver.origin(),
        "mailto:me@example.com".into(),
    ];
    let named = format!("mailto:us@example.com {ours}");
    let cases = others.iter().map(|other| (named.as_str(), other)).chain([("", &ours)]);
    for (named, handoff) in cases {
        let query = format!("playbook=asking.json&handoff={handoff}");
        let page = open(naming(named, &receiver)?, &query, "location.origin").await?;
        wait(&page, "heard.some(([name]) => name === 'ripen-ready')").await?;
        let told = page.eval("return heard.filter(([name]) => name === 'ripen-error')").await?;
        assert_eq!(
            (told.as_array().map(Vec::len), &told[0][1]["code"]),
            (Some(1), &json!("handoff"))
        );
        assert!(!told.to_string().contains(handoff.as_str()), "{told}");
        page.into_frame().await?;
        let said = page.eval("return said.join()").await?.to_string();
        assert!(said.contains("ripen-handoff"), "the console says nothing of it: {said}");
        page.see("heading", "In your words?").await?;
        page.gone_text("These questions could not be loaded.").await?;
        let attribute = "return document.querySelector('ripen-wizard').hasAttribute('handoff')";
        assert_eq!(page.eval(attribute).await?, false, "{handoff} is used");
    }
    // Nobody is asked for details that go nowhere.
    let query = format!("playbook=asking.json&handoff={}", others[0]);
    let page = open(naming(&named, &receiver)?, &query, "location.origin").await?;
    page.into_frame().await?;
    send::answer(&page).await?;
    page.see("button", "Copy my answers").await?;
    assert_eq!(page.count("button", "Send").await?, 0);
    assert!(receiver.heads().is_empty());

    let query = format!("playbook=asking.json&handoff={ours}");
    let site = naming(&named, &receiver)?;
    let html = |site: &str| host(site, &query, "location.origin");
    let page = Page::open_beside(site, html, &receiver.origin()).await?;
    page.into_frame().await?;
    to_the_result(&page).await?;
    send::type_details(&page).await?;
    send::agree(&page).await?;
    reads(&page, CONFIRMED).await?;
    receiver.see(1).await?;
    page.out_of_frame().await?;
    wait(&page, "heard.some(([name]) => name === 'ripen-submitted')").await?;
    let got = page.eval("return got").await?.to_string();
    for (_, typed) in send::DETAILS {
        assert!(!got.contains(typed), "{typed} is told: {got}");
    }
    assert!(!got.contains("ripen-error") && !got.contains(send::WORDS), "{got}");
    Ok(())
}
