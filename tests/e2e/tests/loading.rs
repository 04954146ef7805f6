//! How `<ripen-wizard>` comes onto a page, and what the page keeps when it cannot.

mod steps;

use ripen_e2e::{Browser, Key, Page, Result, SiteCopy};
use serde_json::{Value, json};
use steps::embed::{heard, see_heard, tiny_host, tiny_host_first};

/// Makes an element at once and sees that the fallback stays, and why.
async fn see_fallback(page: &Page, attributes: &str, code: &str) -> Result<()> {
    page.eval(&format!("make('w', {attributes})")).await?;
    see_heard(page, "ripen-error", 1).await?;
    let errors = heard(page, "ripen-error").await?;
    assert_eq!(errors[0]["code"], code, "{errors:?}");
    page.see("link", "Contact w").await
}

#[tokio::test]
async fn a_changed_byte_of_any_file_shows_the_fallback() -> Result<()> {
    for (file, attributes) in [
        ("embed/widget.js", "{ loading: 'eager' }"),
        ("embed/widget_bg.wasm", "{ loading: 'eager' }"),
        ("embed/extras.js", "{ loading: 'eager', 'capture-utm': '' }"),
        ("embed/extras.js", "{ presentation: 'button' }"),
    ] {
        let site = SiteCopy::new()?;
        site.change(file, |bytes| match bytes.last_mut() {
            // An empty line more is still a script: what is refused is refused for its hash.
            Some(last @ b'\n') => *last = b' ',
            Some(last) => *last ^= 1,
            None => {}
        })?;
        let page = tiny_host(site).await?;
        see_fallback(&page, attributes, "widget").await?;
    }
    Ok(())
}

#[tokio::test]
async fn wasm_of_a_wrong_media_type_works_all_the_same() -> Result<()> {
    let first = "const real = window.fetch; \
        window.fetch = async (...all) => { \
          const answer = await real(...all); \
          if (!String(all[0]).endsWith('.wasm')) return answer; \
          return new Response(await answer.arrayBuffer(), { headers: { 'content-type': 'text/plain' } }); };";
    let page = tiny_host_first(SiteCopy::new()?, first).await?;
    page.eval("make('w', { loading: 'eager' })").await?;
    page.see("heading", "Does it hurt?").await
}

#[tokio::test]
async fn a_wasm_that_never_comes_is_given_up_and_asked_for_again_later() -> Result<()> {
    // Half a minute in a tenth of a second.
    let first = "const [real, late] = [window.fetch, window.setTimeout]; window.stuck = true; \
        window.setTimeout = (call, after, ...all) => late(call, after === 30000 && all.length ? 100 : after, ...all); \
        window.fetch = (...all) => stuck && String(all[0]).endsWith('.wasm') \
          ? Promise.reject(new TypeError('cut off')) : real(...all);";
    let page = tiny_host_first(SiteCopy::new()?, first).await?;
    see_fallback(&page, "{ loading: 'eager' }", "widget").await?;
    page.eval("window.stuck = false; document.getElementById('w').open()").await?;
    page.see("heading", "Does it hurt?").await?;
    page.gone("link", "Contact w").await
}

#[tokio::test]
async fn a_playbook_that_never_comes_is_given_up() -> Result<()> {
    // WebKit's driver waits as long for a script, by the page's own timer, but with nothing to call it with.
    let first = "const [real, late] = [window.fetch, window.setTimeout]; \
        window.setTimeout = (call, after, ...all) => late(call, after === 30000 && all.length ? 300 : after, ...all); \
        window.fetch = (...all) => String(all[0]).endsWith('slow.json') ? new Promise(() => {}) : real(...all);";
    let page = tiny_host_first(SiteCopy::new()?, first).await?;
    page.eval("make('w', { loading: 'eager', playbook: 'slow.json' }, null)").await?;
    see_heard(&page, "ripen-error", 1).await?;
    assert_eq!(heard(&page, "ripen-error").await?[0]["code"], "timeout");
    page.see("link", "Contact w").await
}

#[tokio::test]
async fn browsers_without_an_observer_and_without_storage_show_it_at_once() -> Result<()> {
    let first = "delete window.IntersectionObserver; \
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
    let page = tiny_host_first(SiteCopy::new()?, first).await?;
    page.eval("make('w', { workspace: 'default' })").await?;
    page.see("heading", "Does it hurt?").await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.gone("button", "Forget me on this device").await
}

#[tokio::test]
async fn on_interaction_means_not_before() -> Result<()> {
    let page = tiny_host(SiteCopy::new()?).await?;
    page.eval("make('w', { loading: 'interaction' })").await?;
    page.see("link", "Contact w").await?;
    let loaded = "return performance.getEntriesByType('resource').map((one) => one.name).join()";
    let loaded = page.eval(loaded).await?.to_string();
    assert!(!loaded.contains("widget"), "{loaded}");
    page.eval("document.querySelector('#w a').focus()").await?;
    page.see("heading", "Does it hurt?").await?;
    // Whoever stood in the fallback stands in what replaced it.
    page.see_focused("radio", "Yes").await
}

#[tokio::test]
async fn a_button_opens_a_dialog_and_gets_the_focus_back() -> Result<()> {
    let page = tiny_host(SiteCopy::new()?).await?;
    page.eval("make('w', { presentation: 'button', 'button-label': 'Does it suit you?' })").await?;
    page.see("button", "Does it suit you?").await?;
    page.gone("heading", "Does it hurt?").await?;
    page.axe().await?;
    page.tab_to("button", "Does it suit you?", 3).await?;
    page.see_focus_ring().await?;
    page.press(Key::Enter).await?;
    page.see("heading", "Does it hurt?").await?;
    page.axe().await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.press(Key::Escape).await?;
    page.gone("heading", "What hurts? (optional)").await?;
    page.see_focused("button", "Does it suit you?").await?;
    // What was answered is still there.
    page.press(Key::Enter).await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.click("button", "Close").await?;
    page.gone("heading", "What hurts? (optional)").await
}

#[tokio::test]
async fn a_dialog_without_a_button_is_the_pages_to_open() -> Result<()> {
    let page = tiny_host(SiteCopy::new()?).await?;
    let open = "const element = make('w', { presentation: 'modal' }); await element.open()";
    page.eval_async(open).await?;
    page.see("heading", "Does it hurt?").await?;
    page.eval_async("await document.getElementById('w').close()").await?;
    page.gone("heading", "Does it hurt?").await
}

#[tokio::test]
async fn two_hundred_mounts_leave_no_memory_behind() -> Result<()> {
    let page = tiny_host(SiteCopy::new()?).await?;
    if page.browser() != Browser::Chromium {
        return Ok(()); // only its driver counts
    }
    let cycle = |times: u32| {
        format!(
            "for (let n = 0; n < {times}; n++) {{ \
               const element = make('w' + n, {{ loading: 'eager' }}); \
               await element.exportJson(); element.remove(); await null; }} heard.length = 0"
        )
    };
    page.devtools("Performance.enable", json!({})).await?;
    page.eval_async(&cycle(20)).await?;
    let before = counts(&page).await?;
    page.eval_async(&cycle(200)).await?;
    let after = counts(&page).await?;
    // One leaked wizard has some thirty nodes and ten listeners.
    for ((name, was), (_, is)) in before.iter().zip(&after) {
        assert!(is - was < 200.0, "{name}: {was} before, {is} after 200 mounts");
    }
    Ok(())
}

/// How many nodes and listeners there are once what nobody holds is gone.
async fn counts(page: &Page) -> Result<Vec<(String, f64)>> {
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let metrics = page.devtools("Performance.getMetrics", json!({})).await?;
    let all = metrics["metrics"].as_array().cloned().unwrap_or_default();
    let counted = |metric: &Value| {
        let name = metric["name"].as_str()?;
        let wanted = ["Nodes", "JSEventListeners"].contains(&name);
        wanted.then(|| Some((name.to_owned(), metric["value"].as_f64()?)))?
    };
    Ok(all.iter().filter_map(counted).collect())
}
