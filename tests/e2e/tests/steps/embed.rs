//! `<ripen-wizard>` on a page of somebody else's, and what that page hears.

use anyhow::ensure;
use ripen_e2e::{Page, Result, SiteCopy};
use serde_json::Value;

/// A page of somebody else's, with room for elements.
const HOST: &str = "<main><h1>Host</h1><div id=\"here\"></div><div id=\"there\"></div></main>";

/// A script of a page: `heard` keeps every event that elements send.
pub(crate) const HEARD: &str = r#"
window.heard = [];
for (const name of ["ripen-ready", "ripen-step", "ripen-result", "ripen-submit", "ripen-submitted", "ripen-error"])
  document.addEventListener(name, (event) => heard.push({ name, id: event.target.id, detail: event.detail }));
"#;

/// Another: `make(id, attributes, playbook)` adds an element to `#here`, with a fallback.
pub(crate) const MAKE: &str = r#"
window.tiny = {
  format: "ripen-playbook", version: 1, id: "tiny", revision: 3, title: "Tiny",
  sections: [{ id: "s", title: "Need" }, { id: "t", title: "Size" }],
  questions: [
    { id: "pain", section: "s", title: "Pain", ask: "Does it hurt?", kind: "yes_no" },
    { id: "words", section: "s", title: "Words", ask: "What hurts?", kind: "text", optional: true, ask_anyway: true,
      when: { answer: { question: "pain", is: { yes: true } } } },
    { id: "size", section: "t", title: "Size", ask: "How many are you?",
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

/// Opens a page of somebody else's that can `make` elements.
pub(crate) async fn tiny_host(site: SiteCopy) -> Result<Page> {
    tiny_host_first(site, "").await
}

/// The same, once a script of the test's own has run there.
#[allow(dead_code, reason = "not every file of tests changes the page")]
pub(crate) async fn tiny_host_first(site: SiteCopy, first: &str) -> Result<Page> {
    site.run_first(&format!("{first}\n{HEARD}{MAKE}"))?;
    Page::host_of(site, HOST).await
}

/// The details of the events of one name, in order.
pub(crate) async fn heard(page: &Page, name: &str) -> Result<Vec<Value>> {
    let heard = page.eval("return heard").await?;
    let all = heard.as_array().cloned().unwrap_or_default();
    let of_name = all.into_iter().filter(|event| event["name"] == name);
    Ok(of_name.map(|mut event| event["detail"].take()).collect())
}

/// Waits until so many events of one name were heard.
pub(crate) async fn see_heard(page: &Page, name: &str, n: usize) -> Result<()> {
    let script = format!(
        "for (let left = 100; left && heard.filter((one) => one.name === '{name}').length < {n}; left--) \
           await new Promise((done) => setTimeout(done, 50)); \
         return heard.map((one) => one.name)"
    );
    let names = page.eval_async(&script).await?;
    let times = names.as_array().map_or(0, |all| all.iter().filter(|one| *one == name).count());
    ensure!(times == n, "{name} was heard {times} times, not {n}: {names}");
    Ok(())
}
