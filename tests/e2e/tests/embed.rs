//! `<ripen-wizard>` on other people's pages: what they see, hear and rely on.

#[path = "embed/inbox.rs"]
mod inbox;
mod steps;

use ripen_e2e::{Page, Result, SiteCopy};
use serde_json::json;
use steps::embed::{heard, see_heard, tiny_host};

async fn host() -> Result<Page> {
    tiny_host(SiteCopy::new()?).await
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
async fn without_resuming_no_answer_is_kept_and_nothing_else_is_said() -> Result<()> {
    let page = host().await?;
    for resume in ["off", "on"] {
        page.eval(&format!("make('{resume}', {{ loading: 'eager', resume: '{resume}' }})")).await?;
        page.see("heading", "Does it hurt?").await?;
        page.choose("radio", "Yes").await?;
        page.click("button", "Continue").await?;
        page.see("heading", "What hurts? (optional)").await?;
        let kept = page.local_storage().await?.len();
        assert_eq!(kept, usize::from(resume == "on"), "resume is {resume}");
        let told = page.text().await?.contains("Your answers are kept on this device");
        assert_eq!(told, resume == "on");
        page.eval(&format!("document.getElementById('{resume}').remove()")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_a_playbook_the_fallback_stays_and_the_page_hears_why() -> Result<()> {
    let page = host().await?;
    page.eval("make('gone', { loading: 'eager', playbook: 'nowhere.json' }, null)").await?;
    page.eval("make('bad', { loading: 'eager' }, { ...tiny, gates: { prospect: ['x'], opportunity: [] } })")
        .await?;
    page.eval("make('worse', { loading: 'eager' }, { ...tiny, criteria: [{ id: 'c' }] })").await?;
    see_heard(&page, "ripen-error", 3).await?;
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
    let page = host().await?;
    let early = "const element = make('w', {}, null); \
        element.playbook = tiny; element.colorScheme = 'dark'; element.storageKey = 'k'; \
        element.workspace = null; element.resume = false; \
        const result = JSON.parse(await element.exportJson()); \
        return [result.format, element.getAttribute('color-scheme'), element.getAttribute('resume'), \
                element.hasAttribute('workspace'), element.loading]";
    let expected = json!(["ripen-result", "dark", "off", false, ""]);
    assert_eq!(page.eval_async(early).await?, expected);
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.eval_async("await document.getElementById('w').reset()").await?;
    page.see("heading", "Does it hurt?").await
}

#[tokio::test]
async fn a_playbook_made_in_another_window_is_read() -> Result<()> {
    let page = host().await?;
    let script = "const frame = document.body.appendChild(document.createElement('iframe')); \
        make('w', { loading: 'eager' }, frame.contentWindow.JSON.parse(JSON.stringify(tiny)))";
    page.eval(script).await?;
    page.see("heading", "Does it hurt?").await?;
    assert!(heard(&page, "ripen-error").await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn loading_the_script_twice_harms_nobody() -> Result<()> {
    let page = host().await?;
    let again = "const script = document.querySelector('script[type=module]'); \
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
