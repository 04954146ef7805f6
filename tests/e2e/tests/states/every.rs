//! A wizard with a question of every kind, brought into each of its states, and what must hold in all of them.

use anyhow::{bail, ensure};
use ripen_e2e::{Page, Result, SiteCopy};
use serde_json::{Value, json};

use crate::steps::embed::{heard, tiny_host_first};

/// Its questions in order: the id, and whether an empty form is refused.
const QUESTIONS: [(&str, bool); 10] = [
    ("one", true),
    ("long", true),
    ("several", true),
    ("yes", true),
    ("scale", true),
    ("band", true),
    ("number", true),
    ("money", true),
    ("day", true),
    ("words", false),
];

/// The playbook `every`, and what walks through it: `press` the button that leads on, `answer` what is
/// asked, `at` which question that is.
pub(crate) const EVERY: &str = r##"
addEventListener("DOMContentLoaded", () => {
const choice = (id, title, help) => ({ id, title, help });
const text = { section: "s", ask_anyway: true };
window.every = { ...tiny, id: "every", title: "Every kind", currency: "EUR", questions: [
  { ...text, id: "one", title: "One", ask: "Which of these describes the organisation you work for best?",
    help: "One answer is enough, even where several would do.", why: "It decides what we show you.",
    kind: { choice: { options: [choice("a", "Health"), choice("b", "Wholesale, retail and everything between them"),
      choice("c", "Donaudampfschifffahrtsgesellschaftskapitänsausbildung"), choice("d", "Other")] } } },
  { ...text, id: "long", title: "Long", ask: "Which country?",
    kind: { choice: { options: Array.from({ length: 20 }, (_, n) => choice(`c${n}`, `Country number ${n}, a rather long name`)) } } },
  { ...text, id: "several", title: "Several", ask: "What have you tried?", help: "Choose all that fit.",
    kind: { several: { options: [choice("a", "A spreadsheet"), choice("b", "People who ask each other"), choice("c", "Nothing")] } } },
  { ...text, id: "yes", title: "Pain", ask: "Does it hurt?", kind: "yes_no" },
  { ...text, id: "scale", title: "Scale", ask: "How much does it matter?",
    kind: { scale: { from: 1, to: 10, low: "Not at all", high: "More than anything else we have to solve" } } },
  { ...text, id: "band", title: "Band", ask: "How many people work there?",
    kind: { number: { unit: "people", limits: { from: 1 }, bands: [
      { title: "1–9", range: { from: 1, to: 9 } }, { title: "10–49", range: { from: 10, to: 49 } },
      { title: "50 or more", range: { from: 50 } }] } } },
  { ...text, id: "number", title: "Number", ask: "How many hours does it take?", help: "An estimate is fine.",
    why: "It tells what it costs.", kind: { number: { unit: "hours a month", limits: { from: 1, to: 700 } } } },
  { ...text, id: "money", title: "Money", ask: "What does it cost you a year?", kind: "money" },
  { ...text, id: "day", title: "Day", ask: "When does it have to be over?", kind: "date" },
  { ...text, id: "words", title: "Words", ask: "What is it in your own words?", kind: "text", optional: true,
    accept: { is: { length: { from: 5 } }, message: "Write five letters or more" } } ],
  criteria: [
    { id: "pain", title: "A problem", rule_text: "it is said what it is", step: "",
      rule: { answer: { question: "words", is: "given" } } },
    { id: "size", title: "Size", rule_text: "10 or more", step: "",
      rule: { answer: { question: "band", is: { within: { from: 10 } } } } }] };
});
window.wizard = () => document.querySelector("ripen-wizard");
window.inside = (selector) => [...wizard().shadowRoot.querySelectorAll(selector)];
window.at = () => heard.findLast(({ name }) => name === "ripen-step")?.detail.question ?? "end";
window.press = () => inside(".btn-primary")[0].click();
window.answer = () => {
  const typed = { number: "30", money: "1200", day: "2027-03-01", words: "Everything" };
  const field = inside("#q0-a")[0];
  if (field.localName === "select") field.value = "3";
  else if (typed[at()]) field.value = typed[at()];
  else if (field.type === "checkbox") return inside(".choice input").slice(0, 2).forEach((one) => one.click());
  else return inside(".choice input")[1].click();
  for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
};
window.misfit = () => {
  const field = inside("#q0-a")[0];
  field.value = "ab";
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
"##;

/// What is cut off, sticks out, overlaps or is too small to be hit, as lines; nothing where all is well.
const LAYOUT: &str = r#"
const shadows = [...document.querySelectorAll("ripen-wizard")].map((one) => one.shadowRoot);
await Promise.allSettled(shadows.flatMap((one) => one.getAnimations()).map((one) => one.finished));
const wrong = [];
const name = (one) => `${one.localName}.${one.getAttribute?.("class") ?? ""} “${one.textContent.trim().slice(0, 30)}”`;
if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page scrolls sideways");
for (const host of document.querySelectorAll("ripen-wizard")) {
  const dialog = host.shadowRoot.querySelector("dialog[open]");
  const frame = (dialog ?? host).getBoundingClientRect();
  const seen = [...host.shadowRoot.querySelectorAll("*")].filter((one) =>
    one.checkVisibility() && !one.closest(".visually-hidden, option") && (!dialog || dialog.contains(one)));
  const drawn = [];
  for (const one of seen) {
    const box = one.getBoundingClientRect();
    if (box.left < frame.left - 1 || box.right > frame.right + 1) wrong.push(`sticks out: ${name(one)}`);
    const { overflowX, overflowY } = getComputedStyle(one);
    const isField = /^(input|select|textarea|progress|dialog|svg)$/.test(one.localName);
    // WebKit counts what a list could show, too.
    if (!isField && !one.querySelector("select") && overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1) wrong.push(`cut off at its side: ${name(one)}`);
    if (!isField && overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1) wrong.push(`cut off below (${one.scrollHeight} in ${one.clientHeight}): ${name(one)}`);
    if (one.matches("button, select, textarea, .input, .choice") && (box.width < 24 || box.height < 24))
      wrong.push(`too small to hit (${box.width} × ${box.height}): ${name(one)}`);
    if (/^(input|select|textarea|progress|svg)$/.test(one.localName)) drawn.push([one, box]);
    for (const text of one.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE || !text.data.trim() || isField) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const line of range.getClientRects()) {
        drawn.push([text, line]);
        if (line.left < box.left - 1 || line.right > box.right + 1) wrong.push(`text wider than its box: ${name(one)}`);
      }
    }
  }
  drawn.forEach(([one, a], n) => {
    for (const [other, b] of drawn.slice(n + 1)) {
      if (one === other || one.contains(other)) continue;
      const [wide, high] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
      // Lines of text reach a little into each other, as fonts are higher than what they draw.
      if (wide > 2 && high > 0.3 * Math.min(a.height, b.height)) wrong.push(`overlap: “${one.textContent.slice(0, 30)}” and ${other.textContent.slice(0, 30) || other.localName}`);
    }
  });
}
return wrong;
"#;

/// Opens a page that can make wizards of `every`.
pub(crate) async fn host() -> Result<Page> {
    tiny_host_first(SiteCopy::new()?, EVERY).await
}

/// Puts a new wizard in place of the one before.
pub(crate) async fn put(page: &Page, attributes: &str, playbook: &str) -> Result<()> {
    page.eval(&format!(
        "document.querySelector('ripen-wizard')?.remove(); localStorage.clear(); heard.length = 0; \
         make('w', {{ loading: 'eager', ...{attributes} }}, {playbook})"
    ))
    .await?;
    until(page, "wizard().shadowRoot.querySelector('.widget')").await
}

/// Waits until a script's expression is true.
pub(crate) async fn until(page: &Page, what: &str) -> Result<()> {
    let script = format!(
        "for (let left = 300; left && !({what}); left--) await new Promise((done) => setTimeout(done, 20)); \
         await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); return !!({what})"
    );
    let held = page.eval_async(&script).await?;
    if held != true {
        let errors = heard(page, "ripen-error").await?;
        bail!("in vain: {what}: {}, {errors:?}", page.text().await?);
    }
    Ok(())
}

/// Brings a wizard of `every` through all its questions, as they come, refused and answered, to the result.
pub(crate) async fn walk(page: &Page, mut at: impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    for (question, is_refused) in QUESTIONS {
        until(page, &format!("at() === '{question}' && inside('#q0-a').length")).await?;
        at(question).await?;
        if !is_refused {
            page.eval("misfit()").await?;
        }
        page.eval("press()").await?;
        until(page, "inside('.error-summary').length && inside('.field-error').length").await?;
        at(&format!("{question}, refused")).await?;
        page.eval("answer()").await?;
        at(&format!("{question}, answered")).await?;
        page.eval("press()").await?;
    }
    until(page, "inside('.answers').length").await?;
    at("the check").await?;
    page.eval("press()").await?;
    until(page, "inside('.verdict').length && inside('.widget-forget').length > 1").await?;
    at("the result").await
}

/// How a wizard is looked at: the page's colours, and how wide its column is, in pixels.
pub(crate) type Look = (&'static str, u32);

/// Looks at the page in such a way.
pub(crate) async fn look(page: &Page, (theme, width): Look) -> Result<()> {
    page.eval(&format!(
        "Object.assign(document.documentElement.style, {{ colorScheme: '{theme}', backgroundColor: 'Canvas' }}); \
         document.getElementById('here').style.inlineSize = '{width}px'"
    ))
    .await
    .map(drop)
}

/// Everything that was found wrong on a way, so that one run tells all of it.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<String>);

impl Findings {
    /// Checks the page as it is: the accessibility checker, and that all of it is there to be read and hit.
    pub(crate) async fn check(&mut self, page: &Page, at: &str, looks: &[Look]) -> Result<()> {
        for one in looks {
            look(page, *one).await?;
            self.add(&format!("{at} {one:?}"), page.axe().await);
            self.fits(page, &format!("{at} {one:?}")).await?;
        }
        Ok(())
    }

    /// Checks that all of the page is there to be read and hit.
    pub(crate) async fn fits(&mut self, page: &Page, at: &str) -> Result<()> {
        self.expect(at, &page.eval_async(LAYOUT).await?, &json!([]));
        Ok(())
    }

    /// Keeps what is not as it is to be.
    pub(crate) fn expect(&mut self, at: &str, is: &Value, expected: &Value) {
        if is != expected {
            self.0.push(format!("{at}: {is}"));
        }
    }

    /// Keeps what went wrong, if it did.
    pub(crate) fn add(&mut self, at: &str, outcome: Result<()>) {
        if let Err(error) = outcome {
            self.0.push(format!("{at}: {error:#}"));
        }
    }

    /// Fails with everything that was found.
    pub(crate) fn tell(self) -> Result<()> {
        let n = self.0.len();
        ensure!(n == 0, "{n} findings:\n  {}", self.0.join("\n  "));
        Ok(())
    }
}
