//! "Get the embed code": what is chosen comes out as code, and that code runs in a page of somebody else's.

use crate::steps::workspace;
use ripen_e2e::{Page, Result, SiteCopy, Theme};
use serde_json::Value;

/// The fields one cannot do without.
async fn chosen() -> Result<Page> {
    let page = workspace().await?;
    page.goto("index.html#/playbook/embed").await?;
    page.see("heading", "Get the embed code").await?;
    page.fill("textbox", "Your contact page", "/contact.html").await?;
    page.see("textbox", "Code for the page").await?;
    Ok(page)
}

#[tokio::test]
async fn it_is_reached_from_the_playbook_and_says_what_is_missing() -> Result<()> {
    let page = workspace().await?;
    page.goto("index.html#/playbook/visitors").await?;
    page.click("link", "Get the code to put it into a website").await?;
    page.see("heading", "Get the embed code").await?;
    page.see_text("Before there is code to copy:").await?;
    page.gone("textbox", "Code for the page").await?;
    page.click("link", "Your contact page: still missing.").await?;
    page.see_focused("textbox", "Your contact page").await?;
    page.fill("textbox", "Your contact page", "javascript:alert(1)").await?;
    let wrong =
        "Your contact page: Enter an address like https://example.com/page, or a path like /page.";
    page.click("link", wrong).await?;
    page.fill("textbox", "Your contact page", "/contact.html").await?;
    let code = page.value("textbox", "Code for the page").await?;
    assert!(code.contains("data-ripen-first=\"employees\" action=\"/contact.html\""), "{code}");
    assert!(code.contains("integrity=\"sha384-") && code.contains(" crossorigin="), "{code}");

    // What is chosen is there the next time; what may hold a key is not.
    page.select("combobox", "Destination", "A webhook").await?;
    page.fill("textbox", "Address of the webhook", "https://hooks.example/s3cret").await?;
    page.see("textbox", "Code for the page").await?;
    page.select("combobox", "Language", "Deutsch").await?;
    page.reload().await?;
    page.see_text("Address of the webhook: still missing.").await?;
    let stored = page.local_storage().await?;
    assert!(!stored.values().any(|text| text.contains("s3cret")), "{stored:?}");
    assert_eq!(page.value("textbox", "Your contact page").await?, "/contact.html");
    page.see_text("stay as they are written, in English").await
}

#[tokio::test]
async fn the_code_follows_the_choices_and_is_copied() -> Result<()> {
    let page = chosen().await?;
    page.select("combobox", "Light or dark", "Always light").await?;
    page.fill("textbox", "Accent", "#ffee88").await?;
    page.see_text("On light: buttons say it in black,").await?;
    page.fill("textbox", "Text", "#bbbbbb").await?;
    page.see_text("Hard to read: it should be 4.5:1 or more.").await?;
    page.fill("textbox", "Text", "").await?;
    page.fill("textbox", "Accent", "#003399").await?;
    page.gone_text("Hard to read: it should be 4.5:1 or more.").await?;
    let css = page.value("textbox", "For your style sheet").await?;
    let expected = "ripen-wizard {\n  display: block;\n  min-block-size: 53rem;\n  --ripen-accent: #003399;\n  --ripen-accent-text: #ffffff;\n}\n";
    assert_eq!(css.replace('\r', ""), expected);
    page.choose("checkbox", "The browser’s Back goes back one question").await?;
    page.choose("checkbox", "The campaign goes with the result").await?;
    page.select("combobox", "Destination", "Salesforce").await?;
    page.fill("textbox", "Organization ID", "00D5g000004abcd").await?;
    let code = page.value("textbox", "Code for the page").await?;
    let wanted =
        "color-scheme=\"light\" handoff=\"salesforce:00D5g000004abcd\" capture-utm history>";
    assert!(code.contains(wanted), "{code}");
    page.click("button", "Copy: Code for the page").await?;
    page.see_text("Copied.").await
}

/// The page's own code with the loader of the site it is on.
async fn code_of(page: &Page) -> Result<String> {
    page.value("textbox", "Code for the page").await
}

#[tokio::test]
async fn the_copied_code_runs_in_a_page_of_somebody_else_s() -> Result<()> {
    let page = chosen().await?;
    let visitors = "playbooks/pain-interest-fit.visitor.json";
    page.fill(
        "textbox",
        "Where the file will lie (optional)",
        &format!("/some/sub/path/{visitors}"),
    )
    .await?;
    page.select("combobox", "When the wizard is loaded", "At once, with the page").await?;
    let code = code_of(&page).await?;

    // The same site serves the host page: the policy is as strict, the loader has its hash.
    let site = SiteCopy::new()?;
    let whole = |script: &str| {
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
                 </head><body><main><h1>Host</h1>{script}</main></body></html>"
        )
    };
    // Without scripts there is no loader either: the form stands and is sent to the contact page.
    let (_, without) = code.split_once("</script>").unwrap_or_default();
    site.add("without.html", &whole(without))?;
    site.add("contact.html", &whole("<p>Write to us</p>"))?;
    let origin = |code: &str| {
        let start = code.find("src=\"").map_or(0, |at| at + 5);
        let end = code[start..].find("embed/ripen.js").map_or(start, |at| start + at);
        code[start..end].to_owned()
    };
    let here = origin(&code);
    site.add("with.html", &whole(&code.replace(&here, "")))?;
    let host = Page::open_of(site, "index.html").await?;
    host.goto("with.html").await?;
    host.see("heading", "How many people work at your company?").await?;
    host.choose("radio", "250–999").await?;
    host.click("button", "Continue").await?;
    host.see("heading", "Which industry are you in?").await?;
    host.axe().await?;

    host.goto("without.html").await?;
    host.see("group", "How many people work at your company?").await?;
    host.choose("radio", "250–999").await?;
    let data = "const form = document.querySelector('form'); \
                return [...new FormData(form)].join('&') + ' ' + form.getAttribute('action')";
    assert_eq!(host.eval(data).await?, Value::from("employees,250 /contact.html"));
    host.axe().await
}

#[tokio::test]
async fn the_preview_is_the_real_wizard_and_keeps_to_itself() -> Result<()> {
    let page = chosen().await?;
    page.click("button", "Show the preview").await?;
    page.see("heading", "How many people work at your company?").await?;
    page.choose("radio", "280 px").await?;
    page.choose("radio", "Dark").await?;
    page.fill("textbox", "Accent", "#003399").await?;
    let accent = "const it = document.querySelector('ripen-wizard'); \
                  return [it.style.getPropertyValue('--ripen-accent'), it.offsetWidth].join()";
    assert_eq!(page.eval(accent).await?, Value::from("#003399,280"));
    page.choose("radio", "250–999").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Which industry are you in?").await?;
    page.look(Theme::Light, 1320).await?;
    page.axe().await?;
    let stored = page.local_storage().await?;
    assert!(!stored.keys().any(|key| key.contains("/contact/")), "{stored:?}");
    page.click("button", "Hide the preview").await?;
    page.gone("heading", "Which industry are you in?").await
}

#[tokio::test]
async fn it_passes_the_checker_narrow_and_wide() -> Result<()> {
    let page = chosen().await?;
    for destination in ["HubSpot", "A webhook"] {
        page.select("combobox", "Destination", destination).await?;
        page.fill("textbox", "Accent", "#ffee88").await?;
        for (theme, width) in
            [(Theme::Light, 320), (Theme::Dark, 1320), (Theme::Light, 1320), (Theme::Dark, 320)]
        {
            page.look(theme, width).await?;
            page.axe().await?;
        }
    }
    Ok(())
}
