//! The widget as its loader mounts it: contact details and consent, what a page suggests and hears,
//! and what visitors take along. What becomes of a handover is said by the test in the loader's place.

mod steps;

use ripen_e2e::{Page, Result, SiteCopy};
use serde_json::{Value, json};
use steps::embed::tiny_host;

/// Mounts the widget into an element of its own, and below its result what stands there, as the loader
/// does: `told` is what the loader hears.
const MOUNT: &str = r#"
window.told = [];
window.mounted = async (options = {}, playbook = asking) => {
  const file = (name) => new URL(name, document.querySelector("script[type=module]").src);
  const widget = await import(file("widget.js"));
  const { end } = await import(file("result.js"));
  const texts = await (await fetch(file("lang/en.json"))).json();
  await widget.default();
  const root = document.getElementById("here").appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(widget.styles());
  root.adoptedStyleSheets = [sheet];
  const frame = root.appendChild(document.createElement("div"));
  frame.className = "widget";
  frame.lang = "en";
  const tell = (name, detail) => told.push({ name, detail });
  let ending;
  const below = { frame, playbook, texts, ...options };
  window.wizard = widget.mount(frame, playbook, options, (name, detail) => {
    if (name !== "result") tell(name, detail);
    else queueMicrotask(() => (ending ??= end({ ...below, wizard }, tell)).shown());
    if (name === "forget") ending?.forget();
  });
  wizard.setHandover = (state) => ending.hear(state);
};
window.asking = { ...tiny,
  consent: { text: "You may answer me.", revision: 4, details: ["phone", "person", "email"] },
  outcomes: { ...tiny.outcomes, opportunity: { ...tiny.outcomes.opportunity,
    action: { title: "Book", link: "http://elsewhere.example/" },
    resources: [{ title: "Read on", link: "https://read.example/" }, { title: "Plain", link: "http://read.example/" },
      { title: "Write", link: "mailto:us@read.example" }, { title: "Here", link: "here.html" }] } } };
"#;

/// A page of somebody else's with the widget, set up by an object in JavaScript.
async fn mounted(options: &str) -> Result<Page> {
    let page = tiny_host(SiteCopy::new()?).await?;
    page.eval(MOUNT).await?;
    page.eval_async(&format!("await mounted({options})")).await?;
    Ok(page)
}

/// What the loader was told under one name, in order.
async fn told(page: &Page, name: &str) -> Result<Vec<Value>> {
    let script = format!(
        "return told.filter((one) => one.name === '{name}').map((one) => one.detail ?? null)"
    );
    Ok(page.eval(&script).await?.as_array().cloned().unwrap_or_default())
}

/// Answers the tiny playbook up to a good result.
async fn to_the_result(page: &Page) -> Result<()> {
    page.see("heading", "Does it hurt?").await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.fill("textbox", "What hurts? (optional)", "secret words").await?;
    page.click("button", "Continue").await?;
    page.fill("textbox", "How many are you?", "30").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "A good match").await
}

const TICK: (&str, &str) = ("checkbox", "You may answer me.");

#[tokio::test]
async fn details_go_with_the_ticked_consent_alone_and_mistakes_lose_nothing() -> Result<()> {
    let page = mounted("{ details: true, destination: 'webhook', campaign: { utm_source: 'ad' } }")
        .await?;
    to_the_result(&page).await?;
    page.see("heading", "Leave your contact details").await?;
    assert!(!page.is_checked(TICK.0, TICK.1).await?);
    page.fill("textbox", "Your name (optional)", "Ann").await?;
    page.click("button", "Send").await?;
    page.see("link", "Enter an e-mail address or a phone number").await?;
    page.see("link", "Tick the box if you agree; otherwise nothing is sent").await?;
    page.see_focused("alert", "").await?;
    page.click("link", "Enter an e-mail address or a phone number").await?;
    page.see_focused("textbox", "E-mail address").await?;
    page.fill("textbox", "E-mail address", "ann@b").await?;
    page.choose(TICK.0, TICK.1).await?;
    page.click("button", "Send").await?;
    page.see("link", "Enter an e-mail address, like name@example.com").await?;
    assert_eq!(
        page.aria("textbox", "E-mail address", "aria-invalid").await?.as_deref(),
        Some("true")
    );
    assert_eq!(page.value("textbox", "Your name (optional)").await?, "Ann");
    assert!(page.is_checked(TICK.0, TICK.1).await?);
    assert!(told(&page, "handoff").await?.is_empty());
    let export = page.eval("return wizard.result()").await?;
    assert!(export["fields"].is_null() && export["campaign"].is_null(), "{export}");

    page.fill("textbox", "E-mail address", "ann@b.example").await?;
    page.click("button", "Send").await?;
    page.see_text("Sending…").await?;
    page.gone("button", "Send").await?;
    let sent = told(&page, "handoff").await?;
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0]["fields"], json!({ "person": "Ann", "email": "ann@b.example" }));
    assert_eq!(sent[0]["consent"]["text"], "You may answer me.");
    assert_eq!(sent[0]["consent"]["revision"], 4);
    assert!(sent[0]["consent"]["at"].is_string());
    assert_eq!(sent[0]["campaign"], json!({ "utm_source": "ad" }));
    page.see_focused("heading", "Your contact details").await?;

    let stored = page.local_storage().await?;
    assert!(!stored.is_empty() && stored.values().all(|text| !text.contains("ann@b")));
    Ok(())
}

#[tokio::test]
async fn how_a_handover_stands_is_said_and_what_failed_can_be_sent_again() -> Result<()> {
    let page =
        mounted("{ details: true, destination: 'webhook', prefill: { email: 'ann@b.example' } }")
            .await?;
    to_the_result(&page).await?;
    page.choose(TICK.0, TICK.1).await?;
    page.click("button", "Send").await?;
    page.eval("wizard.setHandover('waiting')").await?;
    page.see_text(
        "Not sent yet. It stays on this device and goes out by itself as soon as it can.",
    )
    .await?;
    page.gone("button", "Send again").await?;
    page.eval("wizard.setHandover('ask')").await?;
    page.see_text("It may have arrived, or it may not. If you send it again, it may arrive twice.")
        .await?;
    page.click("button", "Send again").await?;
    page.see_text("Sending…").await?;
    let id = page.eval("return wizard.result().id").await?;
    assert_eq!(told(&page, "retry").await?, [json!({ "id": id })]);
    page.eval("wizard.setHandover('waiting_here')").await?;
    page.see_text("This browser keeps nothing here, so leave this page open").await?;
    page.eval("wizard.setHandover('failed')").await?;
    page.see_text("It could not be sent. You can try again").await?;
    page.click("button", "Change my details").await?;
    assert_eq!(page.value("textbox", "E-mail address").await?, "ann@b.example");
    assert!(!page.is_checked(TICK.0, TICK.1).await?);
    page.fill("textbox", "Phone number", "+49 30 123456").await?;
    page.choose(TICK.0, TICK.1).await?;
    page.click("button", "Send").await?;
    page.eval("wizard.setHandover('confirmed')").await?;
    page.see_text("Sent, and it has arrived. Thank you.").await?;
    for gone in ["Send", "Send again", "Change my details"] {
        page.gone("button", gone).await?;
    }
    let sent = told(&page, "handoff").await?;
    assert_eq!(sent.len(), 2);
    assert_eq!((&sent[0]["id"], &sent[1]["fields"]["phone"]), (&id, &json!("+49 30 123456")));
    page.axe().await?;
    // Other answers are something else to send.
    page.click("button", "Change an answer").await?;
    page.click("button", "Change : Size").await?;
    page.fill("textbox", "How many are you?", "31").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("button", "Send").await?;
    assert!(!page.is_checked(TICK.0, TICK.1).await?);
    Ok(())
}

#[tokio::test]
async fn events_hold_no_words_unless_they_are_to() -> Result<()> {
    for (emits, expected) in [("false", false), ("true", true)] {
        let options = format!("{{ details: true, emitData: {emits}, workspace: 'team' }}");
        let page = mounted(&options).await?;
        to_the_result(&page).await?;
        page.fill("textbox", "Phone number", "030 123456").await?;
        page.choose(TICK.0, TICK.1).await?;
        page.click("button", "Send").await?;
        page.see_text("This website has your details now. Thank you.").await?;
        let results = told(&page, "ripen-result").await?;
        let last = results.last().cloned().unwrap_or_default();
        let words = &last["answers"][1];
        assert_eq!(words["question"], "words");
        let value = if expected { "secret words" } else { "" };
        assert_eq!((&words["value"]["text"], words["text"].is_null()), (&json!(value), !expected));
        assert_eq!(last["fields"]["phone"] == "030 123456", expected);
        assert_eq!(results.len(), if expected { 2 } else { 1 });
        let all = page.eval("return JSON.stringify(told)").await?.to_string();
        assert_eq!(all.contains("secret") || all.contains("030"), expected);
        let own = page.eval("return JSON.stringify(wizard.result())").await?.to_string();
        assert!(own.contains("secret words") && own.contains("030 123456"), "{own}");
    }
    Ok(())
}

#[tokio::test]
async fn what_a_page_suggests_is_chosen_ahead_and_answers_nothing() -> Result<()> {
    let prefill = "{ pain: 'yes', words: 'from the page', size: '30', email: 'ann@b.example' }";
    let page = mounted(&format!("{{ details: true, emitData: true, prefill: {prefill} }}")).await?;
    page.see("heading", "Does it hurt?").await?;
    assert!(page.is_checked("radio", "Yes").await?);
    assert_eq!(told(&page, "ripen-step").await?[0]["answered"], 0);
    assert_eq!(page.eval("return wizard.result().answers").await?, json!([]));
    assert!(page.local_storage().await?.is_empty());
    assert_eq!(page.eval("return wizard.back()").await?, false);
    page.choose("radio", "No").await?;
    page.click("button", "Continue").await?;
    assert_eq!(page.value("textbox", "How many are you?").await?, "30");
    assert_eq!(page.eval("return wizard.back()").await?, true);
    page.see("heading", "Does it hurt?").await?;
    assert!(page.is_checked("radio", "No").await?);
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    assert_eq!(page.value("textbox", "What hurts? (optional)").await?, "from the page");
    page.click("button", "Continue").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    assert_eq!(page.value("textbox", "E-mail address").await?, "ann@b.example");
    Ok(())
}

#[tokio::test]
async fn a_choice_made_before_the_wizard_was_there_is_carried_over() -> Result<()> {
    let page = mounted("{ first: { question: 'pain', value: 'yes', done: true } }").await?;
    page.see("heading", "What hurts? (optional)").await?;
    let step = &told(&page, "ripen-step").await?[0];
    assert_eq!((&step["answered"], &step["question"]), (&json!(1), &json!("words")));
    assert!(!page.local_storage().await?.is_empty());
    page.click("button", "Back").await?;
    assert!(page.is_checked("radio", "Yes").await?);
    let page = mounted("{ first: { question: 'pain', value: 'no', done: false } }").await?;
    page.see("heading", "Does it hurt?").await?;
    assert!(page.is_checked("radio", "No").await?);
    let page = mounted("{ first: { question: 'pain', value: 'perhaps', done: true } }").await?;
    page.see("heading", "Does it hurt?").await?;
    assert!(!page.is_checked("radio", "Yes").await? && !page.is_checked("radio", "No").await?);
    Ok(())
}

#[tokio::test]
async fn answers_are_copied_downloaded_and_forgotten() -> Result<()> {
    let page = mounted("{}").await?;
    to_the_result(&page).await?;
    assert_eq!(page.count("button", "Send").await?, 0);
    let clipboard = |taken: &str| {
        format!(
            "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, \
             value: {{ writeText: async (text) => {{ window.copied = text; {taken} }} }} }})"
        )
    };
    page.eval(&clipboard("throw new Error('not allowed')")).await?;
    page.click("button", "Copy my answers").await?;
    page.see_text("This browser does not let the page copy. Download your answers instead.")
        .await?;
    page.eval(&clipboard("")).await?;
    page.click("button", "Copy my answers").await?;
    page.see_text("Copied.").await?;
    let copied = page.eval("return copied").await?;
    let expected = "Tiny\n\nA good match\n\nIt hurts.\n\nLet us talk.\n\nDoes it hurt?\nYes\n\n\
                    What hurts?\nsecret words\n\nHow many are you?\n30 people\n\n";
    assert_eq!(copied, expected);
    page.click("link", "Download my answers").await?;
    let (_, bytes) = page.downloaded("answers", ".txt").await?;
    assert_eq!(String::from_utf8_lossy(&bytes), expected);
    let id = page.eval("return wizard.result().id").await?;
    page.click("button", "Forget me on this device").await?;
    page.see_text("Nothing is kept on this device any more.").await?;
    assert_eq!(told(&page, "forget").await?, [json!({ "id": id })]);
    assert_ne!(page.eval("return wizard.result().id").await?, id);
    Ok(())
}

#[tokio::test]
async fn links_lead_to_safe_places_or_are_not_there() -> Result<()> {
    let page = mounted("{}").await?;
    to_the_result(&page).await?;
    page.see("heading", "More on this").await?;
    for there in ["Read on", "Write", "Here"] {
        page.see("link", there).await?;
    }
    assert_eq!(page.count("link", "Plain").await? + page.count("link", "Book").await?, 0);
    Ok(())
}

#[tokio::test]
async fn a_workspace_of_the_same_site_gets_details_and_consent() -> Result<()> {
    let page = mounted("{ details: true, workspace: 'team' }").await?;
    to_the_result(&page).await?;
    let elsewhere = async |text: &str| -> Result<bool> {
        let stored = page.local_storage().await?;
        let mut texts = stored.iter().filter(|(key, _)| !key.contains("visitor"));
        Ok(texts.any(|(_, stored)| stored.contains(text)))
    };
    assert!(!elsewhere("You may answer me.").await?);
    page.fill("textbox", "E-mail address", "ann@b.example").await?;
    page.choose(TICK.0, TICK.1).await?;
    page.click("button", "Send").await?;
    page.see_text("This website has your details now. Thank you.").await?;
    assert!(elsewhere("ann@b.example").await? && elsewhere("You may answer me.").await?);
    let drafts = page.local_storage().await?;
    let mut drafts = drafts.iter().filter(|(key, _)| key.contains("visitor"));
    assert!(drafts.all(|(_, text)| !text.contains("ann@b")));
    Ok(())
}
