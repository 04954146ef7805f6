//! How a run ends: every verdict, the contact step with its mistakes, and every way a sending can stand.

use std::time::Duration;

use crate::every::{Findings, Look, put, until};
use crate::looks;
use crate::steps::embed::{HEARD, MAKE};
use ripen_e2e::{Manner, Page, Receiver, Result, SiteCopy};

/// A playbook that asks for every detail, and leads on; `finish` answers what matters to the verdict.
const ENDS: &str = r##"
addEventListener("DOMContentLoaded", () => {
  window.asking = { ...tiny, id: "asking", consent: { revision: 2, details: ["person", "organisation", "email", "phone"],
      text: "You may keep my details and answer me. I can take that back at any time, and read how you keep them at https://www.example.com/privacy/statement/for/visitors." },
    outcomes: { ...tiny.outcomes, opportunity: { ...tiny.outcomes.opportunity,
      action: { title: "Book a meeting", link: "https://meet.example/" },
      resources: [{ title: "How it works", link: "https://read.example/" }, { title: "What it costs", link: "mailto:us@read.example" }] } } };
});
window.finish = async (pain, size, open = false) => {
  const step = () => new Promise((done) => setTimeout(done, 60));
  for (let left = 100; left && !inside(".verdict").length; left--) {
    const field = inside("#q0-a")[0];
    if (field?.type === "radio" || (field && at() === "size" && open)) {
      const choices = inside(".choice input");
      (pain === undefined || at() === "size" ? choices.at(-1) : choices[pain]).click();
    } else if (at() === "size" && field) {
      field.value = size;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    inside(".btn-primary")[0]?.click();
    await step();
  }
};
window.type = (name, text) => {
  const field = inside(`#c-${name}`)[0];
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
"##;

/// A page that may send to these receivers.
pub(crate) async fn host_to(receivers: &[&Receiver]) -> Result<Page> {
    const BODY: &str = "<main><h1>Host</h1><div id=\"here\"></div></main>";
    let site = SiteCopy::new()?;
    site.run_first(&format!("{HEARD}{MAKE}{}{ENDS}", crate::every::EVERY))?;
    let origins: Vec<_> = receivers.iter().map(|one| one.origin()).collect();
    Page::host_to(site, BODY, &origins.join(" ")).await
}

/// Brings a new wizard to its end.
async fn finish(page: &Page, attributes: &str, playbook: &str, answers: &str) -> Result<()> {
    put(page, attributes, playbook).await?;
    page.eval_async(&format!("await finish({answers})")).await?;
    until(page, "inside('.verdict').length && inside('.widget-forget').length > 1").await
}

pub(crate) async fn every_verdict(lang: &str) -> Result<()> {
    let page = host_to(&[]).await?;
    let mut found = Findings::default();
    for (verdict, answers) in [
        ("A good match", "0, '30'"),
        ("Maybe", "undefined, '30'"),
        ("Thank you", "0, '', true"),
        ("Not for you", "0, '3'"),
    ] {
        finish(&page, &format!("{{ lang: '{lang}' }}"), "asking", answers).await?;
        page.see("heading", verdict).await?;
        found.check(&page, verdict, looks(&page)).await?;
        page.eval("inside('.widget-forget button').at(-2).click()").await?;
        until(&page, "inside('.widget-forget[role=status]').length").await?;
        found.check(&page, "forgotten", &looks(&page)[..1]).await?;
    }
    found.tell()
}

pub(crate) async fn the_contact_step(lang: &str) -> Result<()> {
    let receivers = (0..6).map(|_| Receiver::start()).collect::<Result<Vec<_>>>()?;
    let [confirmed, sent, failed, ask, waiting, sending] = receivers.as_slice() else {
        unreachable!("there are six")
    };
    sent.keep_out();
    failed.then([Manner::Answer(400)]);
    ask.then([Manner::DropAfter]);
    waiting.then((0..20).map(|_| Manner::Answer(503)));
    sending.then([Manner::Slow(Duration::from_secs(25))]);
    let page = host_to(&receivers.iter().collect::<Vec<_>>()).await?;
    let texts = format!(
        "const texts = await (await fetch('/some/sub/path/embed/lang/{lang}.json')).json(); \
         window.handover = (state) => texts[`handover_${{state}}`]"
    );
    page.eval_async(&texts).await?;
    let mut found = Findings::default();
    for (n, (state, receiver, kind)) in [
        ("confirmed", confirmed, "webhook"),
        ("sent", sent, "webhook"),
        ("failed", failed, "espocrm"),
        ("ask", ask, "espocrm"),
        ("waiting", waiting, "webhook"),
        ("sending", sending, "webhook"),
    ]
    .into_iter()
    .enumerate()
    {
        let handoff = format!("{kind}:{}/api/v1/LeadCapture/key", receiver.origin());
        let attributes = format!("{{ lang: '{lang}', handoff: '{handoff}' }}");
        finish(&page, &attributes, "asking", "0, '30'").await?;
        until(&page, "inside('.contact').length").await?;
        if n == 0 {
            found.check(&page, "contact", looks(&page)).await?;
            page.eval("inside('.contact .btn-primary')[0].click()").await?;
            until(&page, "inside('.contact .error-summary').length").await?;
            found.check(&page, "contact, refused", looks(&page)).await?;
            page.eval("type('email', 'ann@b'); type('phone', 'none')").await?;
            page.eval("inside('.contact .btn-primary')[0].click()").await?;
            until(&page, "inside('.contact .field-error').length === 3").await?;
            found.check(&page, "contact, mistyped", looks(&page)).await?;
        }
        page.eval("type('person', 'Ann'); type('email', 'ann@b.example'); type('phone', '')")
            .await?;
        page.eval("inside('#c-agreed')[0].click(); inside('.contact .btn-primary')[0].click()")
            .await?;
        let said = "inside('.contact [role=status]')[0]?.textContent";
        until(&page, &format!("{said}?.includes(handover('{state}'))")).await?;
        found.check(&page, state, looks(&page)).await?;
    }
    found.tell()
}

/// Both presentations that open a dialog, closed, open and further on.
pub(crate) async fn the_dialog(lang: &str) -> Result<()> {
    let page = host_to(&[]).await?;
    let mut found = Findings::default();
    let looks: &[Look] = looks(&page);
    for presentation in ["button", "modal"] {
        page.eval(&format!(
            "document.querySelector('ripen-wizard')?.remove(); localStorage.clear(); \
             make('w', {{ lang: '{lang}', presentation: '{presentation}' }}, every)"
        ))
        .await?;
        until(&page, "inside('dialog').length").await?;
        found.check(&page, presentation, looks).await?;
        page.eval_async("await wizard().open()").await?;
        until(&page, "inside('dialog[open] .question').length").await?;
        found.check(&page, &format!("{presentation}, open"), looks).await?;
        page.eval("press()").await?;
        until(&page, "inside('.error-summary').length").await?;
        found.check(&page, &format!("{presentation}, refused"), looks).await?;
        page.eval_async("await wizard().close()").await?;
    }
    found.tell()
}
