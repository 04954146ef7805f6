//! A page that hands results over, and what it hears of them.

use std::time::Duration;

use anyhow::ensure;
use ripen_e2e::{FAULTS, Page, Receiver, Result, SiteCopy};
use serde_json::{Value, json};

pub(crate) const RUN: &str = "0198c0de-0000-7000-8000-000000000001";

/// The page, from the site's top.
pub(crate) const PAGE: &str = "../../../host/page.html";

/// `handoff(name, …)` calls the module; `told` is what it told of whom since the page was loaded.
const SENDER: &str = r#"
window.told = [];
window.opened = [];
HTMLAnchorElement.prototype.click = function () { opened.push(this.href); };
window.handoff = async (name, ...rest) => {
  const loader = document.querySelector("script[type=module]").src;
  const module = await import(new URL("handoff.js", loader).href);
  return module[name](...rest, (one) => told.push(one));
};
window.result = (id, more) => ({
  format: "ripen-result", version: 1, schema: "ripen-result/1", id,
  finished_at: "2026-11-23T09:00:00Z", level: "lead", claimed_level: "prospect", verdicts: [],
  criteria: [{ id: "size", title: "Size", rule: "10 or more", outcome: "met" }],
  answers: [{ question: "size", title: "Size", value: { number: 30 }, text: "30 people", evidence: "claimed" }],
  playbook: { id: "tiny", version: 3 },
  fields: { person: "Mina van der Berg", organisation: "Northwind Clinics", email: "mina@example.com",
            phone: "+31 20 123" },
  consent: { text: "Keep my details, please.", revision: 2, at: "2026-11-23T09:00:00Z" }, ...more });
"#;

/// Opens a page that may connect to a receiver; its storage can be made to fail.
pub(crate) async fn sender(receiver: &Receiver) -> Result<Page> {
    let site = SiteCopy::new()?;
    site.run_first(&format!("{FAULTS}{SENDER}"))?;
    Page::host_to(site, "<main><h1>Host</h1></main>", &receiver.origin()).await
}

/// Hands a run's result to a destination.
pub(crate) async fn hand(page: &Page, to: &str) -> Result<Value> {
    hand_with(page, to, json!({})).await
}

/// The same of a result in which something is otherwise.
pub(crate) async fn hand_with(page: &Page, to: &str, more: Value) -> Result<Value> {
    let script = format!(
        "const all = result('{RUN}', {more}); await handoff('hand', {}, all); return all",
        json!(to)
    );
    page.eval_async(&script).await
}

/// Calls `again`, `resume`, `standing` or `forget`.
pub(crate) async fn call(page: &Page, name: &str, arguments: &[&str]) -> Result<Value> {
    page.eval_async(&format!("return handoff('{name}', ...{})", json!(arguments))).await
}

/// Waits until the page hears that the result stands like this, and returns what it heard.
pub(crate) async fn see(page: &Page, state: &str) -> Result<Value> {
    let script = format!(
        "for (let left = 400; left && told.at(-1)?.state !== '{state}'; left--) \
           await new Promise((done) => setTimeout(done, 50)); \
         return told"
    );
    let told = page.eval_async(&script).await?;
    let last = told.as_array().and_then(|all| all.last()).cloned().unwrap_or_default();
    ensure!(last["state"] == state && last["id"] == RUN, "it is not {state}: {told}");
    Ok(last)
}

/// Waits so long that something which must not happen would have happened.
pub(crate) async fn later() {
    tokio::time::sleep(Duration::from_secs(3)).await;
}

/// What is kept in the outbox.
pub(crate) async fn outbox(page: &Page) -> Result<Vec<Value>> {
    let all = page.local_storage().await?;
    let ours = all.into_iter().filter(|(key, _)| key.starts_with("ripen/1/visitor/outbox/"));
    ours.map(|(_, text)| Ok(serde_json::from_str(&text)?)).collect()
}
