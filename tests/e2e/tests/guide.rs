//! The guided demo on a fresh static host: for somebody who has nothing here, and for whoever opens a
//! link with a colleague's playbook.

use ripen_e2e::{Page, Result};
use serde_json::json;

const GUIDE: &str = "See Ripen in two minutes";

/// A playbook of one question, packed as a link carries it.
async fn packed(page: &Page) -> Result<String> {
    let tiny = json!({
        "format": "ripen-playbook", "version": 1, "id": "tiny", "revision": 3, "title": "Tiny & Sons",
        "sections": [{ "id": "s", "title": "Need" }],
        "questions": [{ "id": "hurts", "section": "s", "title": "Pain", "ask": "Does it hurt?", "kind": "yes_no" }],
        "criteria": [{ "id": "hurts", "title": "A problem", "rule_text": "it hurts", "step": "Ask.",
            "rule": { "answer": { "question": "hurts", "is": { "yes": true } } } }],
        "gates": { "prospect": ["hurts"], "opportunity": [] },
        "stages": [{ "id": "qualifying", "title": "Qualifying", "exit": [] }],
        "reasons": { "disqualify": [{ "id": "no", "title": "No" }], "lose": [{ "id": "lost", "title": "Lost" }] },
    });
    let script = format!(
        "const text = JSON.stringify({tiny}); \
         const deflated = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')); \
         const bytes = new Uint8Array(await new Response(deflated).arrayBuffer()); \
         return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')"
    );
    let packed = page.eval_async(&script).await?;
    Ok(packed.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn from_nothing_to_the_funnel_in_four_steps() -> Result<()> {
    let page = Page::open("index.html").await?;
    page.see("heading", GUIDE).await?;
    page.click("link", "Open the demo").await?;
    page.see_text("102 contacts").await?;
    page.see("heading", GUIDE).await?;
    page.see_text("All contacts here are made up.").await?;
    page.axe().await?;
    page.click("link", "Read why").await?;
    page.see("heading", "Answers").await?;
    page.see("heading", GUIDE).await?;
    page.click("link", "Look at the funnel").await?;
    page.see("heading", "Funnel").await?;
    page.click("link", "See the lead arrive").await?;
    page.see_text("102 contacts").await?;
    page.tab_back_to("button", "Close the guide", 30).await?;
    page.press(ripen_e2e::Key::Enter).await?;
    page.gone("heading", GUIDE).await?;
    // What is not asked for is not in the way.
    page.goto("index.html?workspace=demo").await?;
    page.see_text("102 contacts").await?;
    page.gone("heading", GUIDE).await?;
    page.click("link", GUIDE).await?;
    page.see("heading", GUIDE).await
}

#[tokio::test]
async fn a_link_opens_the_guided_demo_with_the_sender_s_playbook() -> Result<()> {
    let page = Page::open("index.html").await?;
    let packed = packed(&page).await?;
    page.goto(&format!("index.html#/shared/playbook/{packed}")).await?;
    page.see_text("Tiny & Sons").await?;
    page.click("link", "Try it on made-up contacts").await?;
    page.see("heading", GUIDE).await?;
    page.see("link", "Tiny & Sons").await?;
    page.click("link", "Answer as a visitor").await?;
    page.see("heading", "Tiny & Sons").await?;
    page.axe().await?;
    page.see("heading", "Does it hurt?").await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "See the result").await?;
    page.click("link", "See it in the workspace").await?;
    page.see("heading", "Website visitor").await?;
    page.see_text("A problem").await?;
    page.see("heading", GUIDE).await?;
    // The reader's own workspace knows nothing of it.
    page.goto("index.html").await?;
    page.see("heading", "Know which contacts are worth your time, and why").await
}

#[tokio::test]
async fn the_visitor_s_page_alone_leaves_the_demo_as_it_is() -> Result<()> {
    let page = Page::open("demo/visit.html").await?;
    page.see("heading", "How many people work at your company?").await?;
    page.goto("index.html?workspace=demo").await?;
    page.see_text("102 contacts").await
}
