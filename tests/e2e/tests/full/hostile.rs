//! Texts that would run if any view took them for markup: in every column, in contacts, playbooks and
//! addresses. None runs, none becomes an element, and all are shown as what they are.

use crate::steps::workspace;
use ripen_e2e::{Page, Result};
use serde_json::{Map, Value, json};

const IMAGE: &str = "<img src=x onerror=window.ran=1>";
const SCRIPT: &str = "</script><script>window.ran=1</script>";
const DRAWING: &str = "'\\\"><svg onload=window.ran=1>";
const LINK: &str = "javascript:window.ran=1";

/// Nothing ran, and nothing of it is an element or a link of the page.
async fn harmless(page: &Page, place: &str) -> Result<()> {
    let found = page
        .eval(
            "return [window.ran ?? 0, document.querySelectorAll('main img, main script, main svg[onload]').length, \
             [...document.links].filter((link) => link.protocol === 'javascript:').length].join()",
        )
        .await?;
    assert_eq!(found, "0,0,0", "{place}");
    Ok(())
}

/// Looks at every view that shows contacts; three there are.
async fn look_everywhere(page: &Page) -> Result<()> {
    let contact = page.address().await?;
    let id = contact.rsplit('/').next().unwrap_or_default().to_owned();
    for view in [
        format!("contacts/{id}"),
        format!("contacts/{id}/packet"),
        format!("contacts/{id}/share"),
        format!("contacts/{id}/ask-all"),
        format!("contacts/{id}/result"),
        "contacts".to_owned(),
        "funnel".to_owned(),
        "funnel/report".to_owned(),
        "duplicates".to_owned(),
        "data".to_owned(),
        "data/table".to_owned(),
        "data/hubspot".to_owned(),
        "learn".to_owned(),
    ] {
        page.goto(&format!("index.html#/{view}")).await?;
        page.see("link", "Contacts 3").await?;
        harmless(page, &view).await?;
    }
    // A form on top of the page.
    page.goto(&format!("index.html#/contacts/{id}/decider")).await?;
    page.see("dialog", "Name and involve the decision-maker").await?;
    harmless(page, "the form").await
}

#[tokio::test]
async fn a_table_full_of_markup_is_text() -> Result<()> {
    let page = workspace().await?;
    let headers = ["Person", "Organisation", "Job title", "Email", "Phone", "Source", "Owner"];
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut table = format!("{},Industry,Stage,Next step,{}\n", headers.join(","), quoted(IMAGE));
    for payload in [IMAGE, SCRIPT, DRAWING] {
        let row = vec![quoted(payload); headers.len() + 4].join(",");
        table += &(row + "\n");
    }
    page.goto("index.html#/data").await?;
    let file = page.file("<img src=x onerror=window.ran=1>.csv", table)?;
    page.upload("Choose files", &[file]).await?;
    page.see("button", "Import 3 contacts").await?;
    harmless(&page, "the review").await?;
    page.click("button", "Import 3 contacts").await?;
    page.see_text("3 contacts are new").await?;
    harmless(&page, "what was done").await?;
    page.goto("index.html#/contacts").await?;
    page.see_text(IMAGE).await?;
    page.eval("document.querySelector('main a[href^=\"#/contacts/0\"]').click()").await?;
    page.see("button", "More").await?;
    look_everywhere(&page).await
}

#[tokio::test]
async fn a_stored_playbook_full_of_markup_is_text() -> Result<()> {
    let page = workspace().await?;
    page.click("link", "Open the demo").await?;
    page.see_text("102 contacts").await?;
    // Every text of the playbook in use, whatever it is, but for what must be an id.
    let spoil = format!(
        "const key = 'ripen/1/demo/playbook';
         const spoil = (value, name) =>
           typeof value === 'string'
             ? (/^(title|text|ask|why|hint|rule_text|definition|meaning|help)$/.test(name) ? {IMAGE:?} : value)
             : Array.isArray(value) ? value.map((part) => spoil(part, name))
             : value && typeof value === 'object'
               ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoil(v, k)]))
               : value;
         localStorage.setItem(key, JSON.stringify(spoil(JSON.parse(localStorage.getItem(key)))));
         return true"
    );
    page.eval(&spoil).await?;
    for view in ["contacts", "funnel", "funnel/report", "playbook", "playbook/checks", "learn"] {
        page.goto(&format!("index.html?workspace=demo#/{view}")).await?;
        page.reload().await?;
        page.see_text("Demo data: yours is untouched.").await?;
        harmless(&page, view).await?;
    }
    page.goto("index.html?workspace=demo#/contacts").await?;
    page.eval("document.querySelector('main a[href^=\"#/contacts/0\"]').click()").await?;
    page.see("button", "More").await?;
    page.see_text(IMAGE).await?;
    harmless(&page, "a contact").await
}

#[tokio::test]
async fn an_address_full_of_markup_leads_nowhere() -> Result<()> {
    let page = workspace().await?;
    for address in [
        format!("index.html#/contacts?q={IMAGE}"),
        format!("index.html#/{SCRIPT}"),
        format!("index.html#/shared/{IMAGE}"),
        format!("index.html?workspace={IMAGE}"),
        format!("index.html#{LINK}"),
    ] {
        page.goto(&address).await?;
        page.reload().await?;
        harmless(&page, &address).await?;
    }
    Ok(())
}

/// The pack that ships, as everybody has it.
const PACK: &str = include_str!("../../../../playbooks/pain-interest-fit.json");
const DAY: &str = "2026-05-01T10:00:00Z";

fn contact(n: usize) -> String {
    format!("01900000-0000-7000-8000-00000000000{n}")
}

/// A history of a workspace file: each thing that happened, by somebody of a hostile name.
fn history(n: usize, kinds: &[Value]) -> Value {
    let by = json!({ "rep": { "id": IMAGE, "name": IMAGE } });
    let event = |(e, kind): (usize, &Value)| {
        let id = format!("01900000-0000-7000-8000-0000000{n}{e:04}");
        json!({ "id": id, "at": DAY, "by": by, "batch": id, "kind": kind })
    };
    let events: Vec<_> = kinds.iter().enumerate().map(event).collect();
    json!({ "id": contact(n), "state": { "level": IMAGE }, "events": events })
}

/// The texts a contact is known by.
fn named(text: &str) -> Vec<Value> {
    let fields = ["person", "organisation", "job_title", "email", "phone", "source", "owner"];
    let set = |field: &str| json!({ "field_set": { "field": field, "value": text } });
    let created = json!({ "created": { "source": text } });
    std::iter::once(created).chain(fields.into_iter().map(set)).collect()
}

/// Everything that can happen to a contact, told in one text, markup in the names of things as well.
fn everything(text: &str) -> Vec<Value> {
    let mut attributes = Map::new();
    attributes.insert(text.to_owned(), json!(text));
    let basis = json!({ "playbook": { "id": text, "version": 1 }, "criteria": [[text, "met"]] });
    let answered = |question: &str| {
        let (value, evidence) = (json!({ "text": text }), "confirmed");
        json!({ "answered": { "question": question, "value": value, "evidence": evidence, "note": text } })
    };
    let mut all = named(text);
    all.extend([
        json!({ "imported": { "external_id": text, "fields": { "person": text },
            "facts": { "industry": { "text": text } }, "attributes": attributes } }),
        answered("industry"),
        answered("country"),
        answered("pain"),
        answered(text),
        json!({ "consented": { "given": true, "text": text, "revision": 1 } }),
        json!({ "touched": { "kind": "call", "direction": "outbound", "on": "2026-05-01", "note": text } }),
        json!({ "engaged": { "kind": "visit", "on": "2026-05-01", "note": text } }),
        json!({ "stakeholder_added": { "name": text, "decides": true, "job": text } }),
        json!({ "advanced": { "to": format!("opportunity/{text}"), "basis": basis } }),
        json!({ "returned": { "to": "lead", "reason": text } }),
        json!({ "overrode": { "to": "prospect", "reason": text, "basis": basis } }),
        json!({ "handed_over": { "to": text, "note": text } }),
        json!({ "sent_back": { "reason": text, "note": text } }),
        json!({ "task_set": { "due": "2026-05-02", "note": text } }),
        json!({ text: { text: text } }),
        json!({ "nurtured": { "until": "2026-05-02", "reason": text } }),
    ]);
    all
}

/// A contact that was lost, told in one text.
fn lost(text: &str) -> Vec<Value> {
    let lost = [
        json!({ "disqualified": { "reason": text, "note": text } }),
        json!({ "reopened": { "to": format!("opportunity/{text}") } }),
        json!({ "lost": { "reason": text, "note": text } }),
    ];
    named(text).into_iter().chain(lost).collect()
}

#[tokio::test]
async fn a_workspace_full_of_markup_is_text() -> Result<()> {
    let merged = json!({ "merged_into": { "contact": contact(1) } });
    let merged: Vec<_> = named(SCRIPT).into_iter().chain([merged]).collect();
    let twin: Vec<_> = everything(IMAGE).into_iter().take(8).collect();
    let file = json!({
        "format": "ripen-workspace",
        "version": 1,
        "exported_at": DAY,
        "playbook": serde_json::from_str::<Value>(PACK)?,
        "contacts": [
            history(1, &everything(IMAGE)),
            history(2, &twin),
            history(3, &lost(DRAWING)),
            history(4, &merged),
        ],
    });
    let page = workspace().await?;
    page.goto("index.html#/data").await?;
    let file = page.file(&format!("{IMAGE}.json"), file.to_string())?;
    page.upload("Choose files", &[file]).await?;
    page.see("button", "Bring in 3 contacts").await?;
    page.see_text(IMAGE).await?;
    harmless(&page, "the review").await?;
    page.click("button", "Bring in 3 contacts").await?;
    page.see_text("3 new").await?;
    for (n, text) in [(1, IMAGE), (2, IMAGE), (3, DRAWING)] {
        page.goto(&format!("index.html#/contacts/{}", contact(n))).await?;
        page.see("button", "More").await?;
        page.see_text(text).await?;
        look_everywhere(&page).await?;
    }
    page.goto("index.html#/duplicates").await?;
    page.see_text(IMAGE).await?;
    harmless(&page, "the duplicates").await?;
    page.goto(&format!("index.html#/merge/{}/{}", contact(1), contact(2))).await?;
    page.see("heading", "Are these the same?").await?;
    page.see_text(IMAGE).await?;
    harmless(&page, "side by side").await?;
    page.goto("index.html#/funnel/report").await?;
    page.see_text(IMAGE).await?;
    harmless(&page, "the report").await
}

#[tokio::test]
async fn a_result_full_of_markup_is_text() -> Result<()> {
    let answer = |question: &str| {
        json!({ "question": question, "title": IMAGE, "value": { "text": IMAGE }, "text": IMAGE,
                "evidence": "claimed", "note": SCRIPT })
    };
    let criterion = |id: &str| json!({ "id": id, "title": IMAGE, "rule": IMAGE, "outcome": "met", "reason": IMAGE });
    let fields = ["person", "organisation", "job_title", "email", "phone", "source", "owner"];
    let fields: Map<_, _> =
        fields.into_iter().map(|name| (name.to_owned(), json!(IMAGE))).collect();
    let result = json!({
        "format": "ripen-result",
        "version": 1,
        "schema": "ripen-result/1",
        "id": contact(1),
        "finished_at": DAY,
        "level": "lead",
        "claimed_level": "prospect",
        "verdicts": [],
        "criteria": [criterion("pain"), criterion(IMAGE)],
        "answers": [answer("industry"), answer("pain"), answer("pain_words"), answer(IMAGE)],
        "fields": fields,
        "source": IMAGE,
        "playbook": { "id": IMAGE, "version": 1 },
    });
    let page = workspace().await?;
    page.goto("index.html#/data").await?;
    page.upload("Choose files", &[page.file("result.json", result.to_string())?]).await?;
    page.see("button", "Bring in 1 contact").await?;
    page.see_text(IMAGE).await?;
    harmless(&page, "the review").await?;
    page.click("button", "Bring in 1 contact").await?;
    page.see_text("1 new").await?;
    for view in ["", "/packet", "/ask-all", "/result"] {
        page.goto(&format!("index.html#/contacts/{}{view}", contact(1))).await?;
        page.see("link", "Contacts 1").await?;
        page.see_text(IMAGE).await?;
        harmless(&page, view).await?;
    }
    Ok(())
}

/// What a link carries, as the browser deflates it.
async fn payload(page: &Page, content: &Value) -> Result<String> {
    let script = format!(
        "const stream = new Blob([{}]).stream().pipeThrough(new CompressionStream('deflate-raw'));
         const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
         return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
           .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')",
        Value::String(content.to_string())
    );
    Ok(page.eval_async(&script).await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_shared_case_full_of_markup_is_text() -> Result<()> {
    let page = workspace().await?;
    for (text, kinds) in [(IMAGE, everything(IMAGE)), (DRAWING, lost(DRAWING))] {
        let case = json!({
            "format": "ripen-case",
            "version": 1,
            "shared_at": DAY,
            "judged_by": { "id": text, "version": 1 },
            "contact": contact(5),
            "events": history(5, &kinds)["events"],
        });
        let link = payload(&page, &case).await?;
        page.goto(&format!("index.html?workspace=other#/shared/case/{link}")).await?;
        page.see_text("You are only looking").await?;
        page.see_text(text).await?;
        harmless(&page, "a shared case").await?;
        page.goto("index.html#/contacts").await?;
    }
    Ok(())
}

/// A playbook whose every wording is markup, but for what must be an id.
fn spoilt(name: &str, value: &Value) -> Value {
    const WORDED: [&str; 12] = [
        "title",
        "text",
        "ask",
        "prompt",
        "say",
        "help",
        "why",
        "rule_text",
        "meaning",
        "mistaken",
        "term",
        "next",
    ];
    match value {
        Value::String(_) if WORDED.contains(&name) => json!(IMAGE),
        Value::Array(all) => all.iter().map(|part| spoilt(name, part)).collect(),
        Value::Object(all) => {
            all.iter().map(|(name, part)| (name.clone(), spoilt(name, part))).collect()
        }
        other => other.clone(),
    }
}

#[tokio::test]
async fn a_shared_playbook_full_of_markup_is_text() -> Result<()> {
    let page = workspace().await?;
    let playbook = spoilt("", &serde_json::from_str(PACK)?);
    let link = payload(&page, &playbook).await?;
    page.goto(&format!("index.html#/shared/playbook/{link}")).await?;
    page.see("heading", "What is in it").await?;
    page.see_text(IMAGE).await?;
    harmless(&page, "a shared playbook").await
}
