//! `<ripen-wizard>` on other people's pages: what they see, hear and rely on.

use ripen_e2e::{Browser, Key, Page, Result};
use serde_json::{Value, json};

/// A page of somebody else's, with room for elements.
const HOST: &str = "<main><h1>Host</h1><div id=\"here\"></div><div id=\"there\"></div></main>";

/// Puts an element into a page: `make(id, attributes, playbook)` adds it to `#here`, with a
/// fallback, and keeps every event it sends in `heard`.
const MAKE: &str = r#"
window.heard = [];
for (const name of ["ripen-ready", "ripen-step", "ripen-result", "ripen-error"])
  document.addEventListener(name, (event) => heard.push({ name, id: event.target.id, detail: event.detail }));
window.tiny = {
  format: "ripen-playbook", version: 1, id: "tiny", revision: 3, title: "Tiny",
  sections: [{ id: "s", title: "Need" }],
  questions: [
    { id: "pain", section: "s", title: "Pain", ask: "Does it hurt?", kind: "yes_no" },
    { id: "words", section: "s", title: "Words", ask: "What hurts?", kind: "text", optional: true,
      when: { answer: { question: "pain", is: { yes: true } } } },
    { id: "size", section: "s", title: "Size", ask: "How many are you?",
      kind: { number: { unit: "people", limits: { from: 1 } } } }],
  criteria: [
    { id: "pain", title: "A problem", rule_text: "it hurts", step: "",
      rule: { answer: { question: "pain", is: { yes: true }, evidence: "confirmed" } } },
    { id: "size", title: "Size", rule_text: "10 or more", step: "",
      rule: { answer: { question: "size", is: { within: { from: 10 } } } },
      knock_out: { reason: "We are made for ten and more.", alternative: "Try a notebook." } }],
  gates: { prospect: ["size"], opportunity: ["pain"] },
  stages: [{ id: "qualifying", title: "Qualifying", exit: [] }],
  outcomes: {
    not_a_fit: { title: "Not for you", text: "Sorry.", next: "" },
    lead: { title: "Thank you", text: "", next: "Come back." },
    prospect: { title: "Maybe", text: "", next: "Talk to us." },
    opportunity: { title: "A good match", text: "It hurts.", next: "Let us talk." } } };
window.make = (id, attributes = {}, playbook = tiny) => {
  const element = document.createElement("ripen-wizard");
  element.id = id;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (playbook) element.playbook = playbook;
  const link = document.createElement("a");
  link.href = "?contact";
  link.textContent = `Contact ${id}`;
  element.append(link);
  document.getElementById("here").append(element);
  return element;
};
"#;

async fn host() -> Result<Page> {
    let page = Page::host(HOST).await?;
    page.eval(MAKE).await?;
    Ok(page)
}

/// The details of the events of one name, in order.
async fn heard(page: &Page, name: &str) -> Result<Vec<Value>> {
    let heard = page.eval("return heard").await?;
    let all = heard.as_array().cloned().unwrap_or_default();
    let of_name = all.into_iter().filter(|event| event["name"] == name);
    Ok(of_name.map(|mut event| event["detail"].take()).collect())
}

/// Answers the tiny playbook up to the check.
async fn answer_tiny(page: &Page, people: &str) -> Result<()> {
    page.see("heading", "Does it hurt?").await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "How many are you?").await?;
    page.fill("textbox", "How many are you?", people).await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await
}

#[tokio::test]
async fn the_fallback_gives_way_to_the_first_question_near_the_viewport() -> Result<()> {
    let page = host().await?;
    let far = "for (let n = 0; n < 400; n++) document.getElementById('here').append(\
               Object.assign(document.createElement('p'), { textContent: `Line ${n}` })); make('w')";
    page.eval(far).await?;
    page.see("link", "Contact w").await?;
    let loaded = "return performance.getEntriesByType('resource').map((one) => one.name)";
    let loaded = page.eval(loaded).await?.to_string();
    assert!(loaded.contains("ripen.js") && !loaded.contains("widget"), "{loaded}");
    page.eval("document.getElementById('w').scrollIntoView()").await?;
    page.see("heading", "Does it hurt?").await?;
    page.gone("link", "Contact w").await?;
    let ready = heard(&page, "ripen-ready").await?;
    let playbook = json!({ "id": "tiny", "version": 3 });
    let expected = json!({ "schema": "ripen-ready/1", "playbook": playbook, "resumed": false });
    assert_eq!(ready, [expected]);
    // Somebody else's page has just opened: the focus stays where it was.
    assert_eq!(page.focused().await?.0, "");
    Ok(())
}

#[tokio::test]
async fn a_run_by_keyboard_alone_tells_the_page_everything() -> Result<()> {
    let page = host().await?;
    page.eval("make('w', { loading: 'eager' })").await?;
    page.see("heading", "Does it hurt?").await?;
    page.tab_to("radio", "Yes", 4).await?;
    page.press(Key::Enter).await?;
    page.see("alert", "").await?;
    page.see_text("Choose an answer, or “I don’t know yet”").await?;
    page.tab_to("link", "Choose an answer, or “I don’t know yet”", 2).await?;
    page.press(Key::Enter).await?;
    page.see_focused("radio", "Yes").await?;
    page.chord(&[], '1').await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "What hurts? (optional)").await?;
    page.tab_to("textbox", "What hurts? (optional)", 2).await?;
    page.type_text("Everything").await?;
    page.tab_to("button", "Continue", 3).await?;
    page.press(Key::Enter).await?;
    page.tab_to("textbox", "How many are you?", 3).await?;
    page.type_text("1,2oo").await?;
    page.press(Key::Enter).await?;
    page.see_text("Enter a number, like 240").await?;
    page.tab_to("link", "Enter a number, like 240", 2).await?;
    page.press(Key::Enter).await?;
    page.see_focused("textbox", "How many are you?").await?;
    page.chord(&[Key::Control], 'a').await?;
    page.type_text("1,200").await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "Check your answers").await?;
    page.see_text("1,200 people").await?;
    page.tab_to("button", "See the result", 8).await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "A good match").await?;
    page.axe().await?;

    let steps = heard(&page, "ripen-step").await?;
    let asked: Vec<_> = steps.iter().map(|step| step["question"].clone()).collect();
    assert_eq!(asked, [json!("pain"), json!("words"), json!("size"), Value::Null]);
    assert_eq!(steps[0]["remaining"], 3);
    let results = heard(&page, "ripen-result").await?;
    let [result] = results.as_slice() else { panic!("{results:?}") };
    assert_eq!(result["format"], "ripen-result");
    assert_eq!(result["level"], "lead");
    assert_eq!(result["claimed_level"], "opportunity");
    assert_eq!(result["verdicts"][1]["to"], "opportunity/qualifying");
    assert_eq!(result["criteria"][0]["outcome"], "met");
    assert_eq!(result["answers"][1]["value"], json!({ "text": "Everything" }));
    assert_eq!(result["answers"][2]["text"], "1,200 people");
    assert_eq!(result["playbook"], json!({ "id": "tiny", "version": 3 }));
    Ok(())
}

#[tokio::test]
async fn a_knock_out_ends_kindly_and_can_be_taken_back() -> Result<()> {
    let page = host().await?;
    page.eval("make('w', { loading: 'eager' })").await?;
    answer_tiny(&page, "3").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "Not for you").await?;
    page.see_text("We are made for ten and more.").await?;
    page.see("heading", "What to do instead").await?;
    page.see_text("Try a notebook.").await?;
    assert_eq!(heard(&page, "ripen-result").await?[0]["claimed_level"], "lead");
    page.click("button", "Change an answer").await?;
    page.click("button", "Change : Size").await?;
    page.fill("textbox", "How many are you?", "30").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "A good match").await
}

#[tokio::test]
async fn a_reload_goes_on_where_the_visitor_was() -> Result<()> {
    let page = Page::open("demo/").await?;
    page.see("heading", "How many people work at your company?").await?;
    page.choose("radio", "250–999").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Which industry are you in?").await?;
    page.reload().await?;
    page.see("heading", "Which industry are you in?").await?;
    page.click("button", "Back").await?;
    page.see("heading", "How many people work at your company?").await?;
    assert!(page.is_checked("radio", "250–999").await?);
    page.click("button", "Forget me on this device").await?;
    page.see_text("Nothing is kept on this device any more.").await?;
    assert!(!page.is_checked("radio", "250–999").await?);
    page.choose("radio", "250–999").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Which industry are you in?").await?;
    assert!(page.local_storage().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_finished_run_arrives_in_an_open_workspace() -> Result<()> {
    let page = Page::open("index.html").await?;
    page.see("link", "Add a contact").await?;
    page.new_tab("demo/").await?;
    page.see("heading", "How many people work at your company?").await?;
    page.choose("radio", "1–9").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "Probably not the right product for you").await?;
    page.switch_to(0).await?;
    page.see_text("Website visitor").await?;

    // The same run, finished once more: the same contact, one answer further.
    page.switch_to(1).await?;
    page.click("button", "Change an answer").await?;
    page.click("button", "Change : Employees").await?;
    page.choose("radio", "10–49").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "Probably not the right product for you").await?;
    let stored = page.local_storage().await?;
    let contacts: Vec<_> =
        stored.iter().filter(|(key, _)| key.starts_with("ripen/1/default/contact/")).collect();
    let [(_, contact)] = contacts.as_slice() else { panic!("{contacts:?}") };
    let contact: Value = serde_json::from_str(contact)?;
    let kinds = contact["events"].as_array().map(Vec::len);
    assert_eq!(kinds, Some(3), "{contact}");
    page.switch_to(0).await?;
    page.goto("index.html#/contacts").await?;
    page.see_text("Website visitor").await
}

#[tokio::test]
async fn without_a_playbook_the_fallback_stays_and_the_page_hears_why() -> Result<()> {
    let page = host().await?;
    page.eval("make('gone', { loading: 'eager', playbook: 'nowhere.json' }, null)").await?;
    page.eval("make('bad', { loading: 'eager' }, { ...tiny, gates: { prospect: ['x'], opportunity: [] } })")
        .await?;
    page.eval("make('worse', { loading: 'eager' }, { ...tiny, criteria: [{ id: 'c' }] })").await?;
    for _ in 0..50 {
        if heard(&page, "ripen-error").await?.len() == 3 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let errors = heard(&page, "ripen-error").await?;
    assert!(errors.iter().all(|error| error["code"] == "playbook"), "{errors:?}");
    let said = |part: &str| {
        errors.iter().any(|error| error["message"].as_str().is_some_and(|m| m.contains(part)))
    };
    assert!(said("404") && said("gates.prospect") && said("criteria[0].title"), "{errors:?}");
    for id in ["gone", "bad", "worse"] {
        page.see("link", &format!("Contact {id}")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_the_wasm_the_fallback_stays_and_the_page_hears_why() -> Result<()> {
    let page = host().await?;
    if page.browser() != Browser::Chromium {
        return Ok(());
    }
    page.devtools("Network.enable", json!({})).await?;
    page.devtools("Network.setBlockedURLs", json!({ "urls": ["*widget_bg.wasm"] })).await?;
    page.eval("make('w', { loading: 'eager' })").await?;
    for _ in 0..50 {
        if !heard(&page, "ripen-error").await?.is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(heard(&page, "ripen-error").await?[0]["code"], "widget");
    page.see("link", "Contact w").await?;
    // What failed is tried again when it is asked for again.
    page.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await?;
    page.eval_async("await document.getElementById('w').reset()").await?;
    page.see("heading", "Does it hurt?").await
}

#[tokio::test]
async fn instances_are_independent_and_moving_one_keeps_its_state() -> Result<()> {
    let page = host().await?;
    page.eval("make('a', { loading: 'eager', 'storage-key': 'a' }); make('b', { loading: 'eager', 'storage-key': 'b' })")
        .await?;
    page.eval("document.getElementById('b').hidden = true").await?;
    page.see("heading", "Does it hurt?").await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.fill("textbox", "What hurts? (optional)", "half typed").await?;
    page.eval("document.getElementById('there').append(document.getElementById('a'))").await?;
    assert_eq!(page.value("textbox", "What hurts? (optional)").await?, "half typed");
    page.eval(
        "document.getElementById('a').hidden = true; document.getElementById('b').hidden = false",
    )
    .await?;
    page.see("heading", "Does it hurt?").await?;
    assert!(!page.is_checked("radio", "Yes").await?);
    page.eval("document.getElementById('b').remove()").await?;
    page.eval("document.getElementById('a').hidden = false").await?;
    page.see("heading", "What hurts? (optional)").await
}

#[tokio::test]
async fn methods_and_properties_work_before_the_wizard_is_there() -> Result<()> {
    let page = Page::host(HOST).await?;
    page.eval(MAKE).await?;
    let early = "const element = make('w', {}, null); \
        element.playbook = tiny; element.colorScheme = 'dark'; element.storageKey = 'k'; \
        element.workspace = null; element.resume = false; \
        const result = JSON.parse(await element.exportJson()); \
        return [result.format, element.getAttribute('color-scheme'), element.getAttribute('resume'), \
                element.hasAttribute('workspace'), element.loading]";
    let expected = json!(["ripen-result", "dark", "off", false, "lazy"]);
    assert_eq!(page.eval_async(early).await?, expected);
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.eval_async("await document.getElementById('w').reset()").await?;
    page.see("heading", "Does it hurt?").await
}

#[tokio::test]
async fn loading_the_script_twice_harms_nobody() -> Result<()> {
    let page = host().await?;
    let again = "const script = document.querySelector('script'); \
        await import(script.src + '?again'); make('w', { loading: 'eager' })";
    page.eval_async(again).await?;
    page.see("heading", "Does it hurt?").await?;
    assert_eq!(heard(&page, "ripen-ready").await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn two_hundred_mounts_and_unmounts_leave_nothing() -> Result<()> {
    let page = host().await?;
    let cycle = "for (let n = 0; n < 200; n++) { \
          const element = make('w' + n, { loading: 'eager' }); \
          await element.exportJson(); element.remove(); await null; } \
        const last = make('last', { loading: 'eager' }); await last.exportJson(); \
        return [document.querySelectorAll('ripen-wizard').length, \
                heard.filter((event) => event.name === 'ripen-error').length]";
    assert_eq!(page.eval_async(cycle).await?, json!([1, 0]));
    page.see("heading", "Does it hurt?").await
}
