//! The harness itself: that it finds what a person finds, in a page made for the purpose.

use ripen_e2e::{Key, Page, Result, SiteCopy, Theme};

const FORM: &str = r#"
<main>
  <h1>Harness</h1>
  <label>Organisation <input value="old"></label>
  <label for="country">Country</label>
  <select id="country"><option>Malta</option><option>Belgium</option></select>
  <fieldset><legend>Budget</legend>
    <label><input type="radio" name="budget"> Yes</label>
    <label><input type="radio" name="budget"> No</label>
  </fieldset>
  <label>Close <input type="date"></label>
  <label>Choose files <input type="file" multiple></label>
  <button hidden>Unseen</button>
  <div inert><button>Inert</button></div>
  <div aria-hidden="true"><button tabindex="-1">Silent</button></div>
  <button disabled>Off</button>
  <button aria-describedby="why">Save</button><p id="why">Keeps it here.</p>
  <host-element></host-element>
  <dialog aria-label="Sure?"><button>Really</button></dialog>
</main>"#;

/// A button in a shadow root, and what the buttons do.
const BEHAVIOUR: &str = r#"
const root = document.querySelector("host-element").attachShadow({ mode: "open" });
root.innerHTML = "<label>Inside <input></label><button>Deep</button><output></output>";
const [deep, output] = [root.querySelector("button"), root.querySelector("output")];
deep.addEventListener("click", () => { output.textContent = "Clicked with " + root.querySelector("input").value; });
const button = (name) => [...document.querySelectorAll("button")].find((one) => one.textContent === name);
button("Save").addEventListener("click", () => document.querySelector("dialog").showModal());
button("Really").addEventListener("click", () => document.querySelector("dialog").close());
"#;

async fn form() -> Result<Page> {
    let page = Page::host(FORM).await?;
    page.eval(BEHAVIOUR).await?;
    Ok(page)
}

#[tokio::test]
async fn fields_are_filled_by_role_and_name() -> Result<()> {
    let page = form().await?;
    page.fill("textbox", "Organisation", "Acme & Söhne").await?;
    assert_eq!(page.value("textbox", "Organisation").await?, "Acme & Söhne");
    page.select("combobox", "Country", "Belgium").await?;
    assert_eq!(page.value("combobox", "Country").await?, "Belgium");
    page.choose("radio", "Yes").await?;
    assert!(page.is_checked("radio", "Yes").await?);
    assert!(!page.is_checked("radio", "No").await?);
    page.fill("date", "Close", "2026-11-30").await?;
    assert_eq!(page.value("date", "Close").await?, "2026-11-30");
    let files = [page.file("a.csv", "a,b")?, page.file("b.csv", "c,d")?];
    page.upload("Choose files", &files).await?;
    let script = "return [...document.querySelector('[type=file]').files].map((file) => file.name)";
    assert_eq!(page.eval(script).await?, serde_json::json!(["a.csv", "b.csv"]));
    assert_eq!(page.description("button", "Save").await?, "Keeps it here.");
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_reached_is_not_there() -> Result<()> {
    let page = form().await?;
    for unseen in ["Unseen", "Inert", "Silent", "Really"] {
        assert_eq!(page.count("button", unseen).await?, 0, "{unseen}");
    }
    page.see("button", "Off").await?;
    page.click("button", "Save").await?;
    page.see("dialog", "Sure?").await?;
    page.gone("heading", "Harness").await?;
    page.click("button", "Real…").await?;
    page.see("heading", "Harness").await
}

#[tokio::test]
async fn shadow_roots_are_walked_through() -> Result<()> {
    let page = form().await?;
    page.fill("textbox", "Inside", "love").await?;
    page.click("button", "Deep").await?;
    page.see_text("Clicked with love").await
}

#[tokio::test]
async fn the_keyboard_alone_is_enough() -> Result<()> {
    let page = form().await?;
    page.tab_to("textbox", "Organisation", 5).await?;
    page.chord(&[Key::Control], 'a').await?;
    page.type_text("Typed").await?;
    assert_eq!(page.value("textbox", "Organisation").await?, "Typed");
    page.tab_to("button", "Deep", 25).await?;
    page.press(Key::Enter).await?;
    page.see_text("Clicked with").await
}

#[tokio::test]
async fn a_focus_that_nobody_sees_is_found() -> Result<()> {
    let page = form().await?;
    page.tab_to("textbox", "Organisation", 5).await?;
    page.eval("document.activeElement.style.outline = '3px solid red'").await?;
    page.see_focus_ring().await?;
    page.eval("document.activeElement.style.outline = '0'").await?;
    let problem = page.see_focus_ring().await.expect_err("the ring is gone").to_string();
    assert!(problem.contains("textbox “Organisation”, which has no ring"), "{problem}");
    let cover = "document.activeElement.style.outline = '3px solid red'; \
        const cover = document.body.appendChild(document.createElement('div')); \
        Object.assign(cover.style, { position: 'fixed', inset: 0, background: 'white' })";
    page.eval(cover).await?;
    let problem = page.see_focus_ring().await.expect_err("it is covered").to_string();
    assert!(problem.contains("out of view or covered"), "{problem}");
    Ok(())
}

#[tokio::test]
async fn a_changed_site_is_served_as_changed() -> Result<()> {
    let site = SiteCopy::new()?;
    site.run_first("window.first = document.scripts.length")?;
    site.remove("embed/ripen.js")?;
    site.change("favicon.txt", |_| ()).expect_err("there is no such file");
    site.change("demo/favicon.svg", |_| ()).expect_err("nothing was changed");
    let page = Page::open_of(site, "index.html").await?;
    assert_eq!(page.eval("return first").await?, 1);
    let script = "return (await fetch('embed/ripen.js')).status";
    assert_eq!(page.eval_async(script).await?, 404);
    page.site()?.restore("embed/ripen.js")?;
    assert_eq!(page.eval_async(script).await?, 200);
    Ok(())
}

#[tokio::test]
async fn tabs_share_storage_and_reloads_keep_it() -> Result<()> {
    let page = Page::open("index.html").await?;
    page.set_local_storage("ripen/e2e", Some("kept")).await?;
    page.reload().await?;
    assert_eq!(page.local_storage().await?["ripen/e2e"], "kept");
    page.new_tab("index.html").await?;
    assert_eq!(page.local_storage().await?["ripen/e2e"], "kept");
    page.switch_to(0).await
}

#[tokio::test]
async fn an_app_that_stops_still_gives_the_data() -> Result<()> {
    let page = Page::open("index.html").await?;
    page.set_local_storage("ripen/e2e", Some("kept")).await?;
    page.eval("dispatchEvent(new CustomEvent('ripen-panic', { detail: 'a test' }))").await?;
    page.click("button", "Download my data").await?;
    page.see_text("Saved").await?;
    let (_, bytes) = page.downloaded("ripen-rescue-", ".json").await?;
    let rescue: serde_json::Value = serde_json::from_slice(&bytes)?;
    assert_eq!(rescue["localStorage"]["ripen/e2e"], "kept");
    Ok(())
}

#[tokio::test]
async fn pictures_and_axe_work_under_the_policy() -> Result<()> {
    let page = form().await?;
    page.screenshot("harness", Theme::Light, 320).await?;
    page.screenshot("harness", Theme::Dark, 1280).await?;
    page.axe().await?;
    page.eval("document.querySelector('h1').remove()").await?;
    let problems = page.axe().await.expect_err("the page has no heading now").to_string();
    assert!(problems.contains("page-has-heading-one"), "{problems}");
    page.console().await.map(drop)
}

#[tokio::test]
#[should_panic(expected = "Content-Security-Policy")]
async fn what_the_policy_blocks_fails_the_test() {
    let page = Page::host("<main><h1>Host</h1></main>").await.expect("the browser starts");
    page.eval("document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:1/' }))")
        .await
        .expect("the picture is added");
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
}
