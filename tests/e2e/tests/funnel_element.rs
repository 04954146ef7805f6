//! `<ripen-funnel>` on a page of this origin: the workspace's figures, or why there are none. Nothing
//! is written, whatever happens.

mod steps;

use anyhow::ensure;
use ripen_e2e::{Page, Result, SiteCopy, Theme};
use serde_json::{Value, json};
use steps::embed::{heard, see_heard};
use steps::{add_contact, ready_for_opportunity, to_contact};

const HOST: &str = "<main><h1>Host</h1><div id=\"here\"></div><div id=\"there\"></div></main>";

/// A script of that page. `funnel(id, attributes)` adds an element to `#here`, with a fallback; `heard`
/// keeps every event that elements send; `rows(root)` are the words of the table in there.
const MAKE: &str = r#"
window.heard = [];
for (const name of ["ripen-ready", "ripen-error"])
  document.addEventListener(name, (event) => heard.push({ name, id: event.target.id, detail: event.detail }));
addEventListener("DOMContentLoaded", async () => {
  if (!document.getElementById("here")) return;
  // Twice, as when two scripts of a page bring it.
  for (const n of [1, 2]) await import(`/some/sub/path/embed/ripen.js?${n}`);
});
window.funnel = (id, attributes = {}) => {
  const element = document.createElement("ripen-funnel");
  element.id = id;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const link = document.createElement("a");
  link.href = "?contact";
  link.textContent = `Contact ${id}`;
  element.append(link);
  document.getElementById("here").append(element);
  return element;
};
window.inside = (id) => document.getElementById(id).shadowRoot;
window.rows = (root) => [...root.querySelectorAll(".funnel-table tr")].map((row) => row.textContent);
"#;

async fn host(site: SiteCopy) -> Result<Page> {
    site.run_first(MAKE)?;
    Page::host_of(site, HOST).await
}

/// A page with the demo in another tab; what its funnel says there.
async fn with_demo() -> Result<(Page, Value)> {
    let page = host(SiteCopy::new()?).await?;
    page.new_tab("index.html?workspace=demo#/funnel").await?;
    page.see("heading", "Win rate").await?;
    page.see_text("Saved in this browser").await?;
    let rows = page.eval("return rows(document)").await?;
    ensure!(rows.as_array().is_some_and(|rows| rows.len() == 10), "{rows}");
    page.switch_to(0).await?;
    Ok((page, rows))
}

/// Whether an element says why it shows nothing, and the page hears the code.
async fn see_error(page: &Page, code: &str, text: &str) -> Result<()> {
    page.see("heading", "The funnel cannot be shown").await?;
    page.see_text(text).await?;
    // What the page has instead stands below.
    page.see("link", "Contact f").await?;
    page.gone("heading", "Win rate").await?;
    let errors = heard(page, "ripen-error").await?;
    ensure!(errors.last().is_some_and(|error| error["code"] == code), "{errors:?}");
    assert_eq!(errors[0]["schema"], "ripen-error/1");
    Ok(())
}

#[tokio::test]
async fn the_workspace_s_figures_are_shown_and_nothing_is_written() -> Result<()> {
    let (page, rows) = with_demo().await?;
    let before = (page.local_storage().await?, page.databases().await?);
    page.eval("funnel('f', { workspace: 'demo' })").await?;
    page.see("heading", "Win rate").await?;
    assert_eq!(page.eval("return rows(inside('f'))").await?, rows);
    let ready = heard(&page, "ripen-ready").await?;
    let playbook = json!({ "id": "example", "version": 3 });
    let expected = json!({ "schema": "ripen-ready/1", "playbook": playbook, "contacts": 102 });
    assert_eq!(ready, [expected]);
    // To look at, and nothing else.
    page.see_text("9 won ÷ (9 won + 8 lost + 2 disqualified)").await?;
    let controls = "return [...inside('f').querySelectorAll('a, button, input, textarea, select')]\
                    .map((one) => one.localName)";
    assert_eq!(page.eval(controls).await?, json!(["select"]));
    page.gone("link", "Contact f").await?;
    assert_eq!((page.local_storage().await?, page.databases().await?), before);
    Ok(())
}

#[tokio::test]
async fn a_window_is_chosen_by_the_page_or_by_the_reader() -> Result<()> {
    let (page, all) = with_demo().await?;
    page.eval("funnel('f', { workspace: 'demo', window: 'from=2001-01-01&to=2001-12-31' })")
        .await?;
    page.see("heading", "Nobody entered in this window").await?;
    assert_eq!(page.value("combobox", "Entered").await?, "5");
    page.select("combobox", "Entered", "All time").await?;
    page.see("heading", "The figures").await?;
    assert_eq!(page.eval("return rows(inside('f'))").await?, all);
    page.eval("document.getElementById('f').window = 'month'").await?;
    page.see("combobox", "Entered").await?;
    assert_eq!(page.value("combobox", "Entered").await?, "1");
    page.eval("document.getElementById('f').window = null").await?;
    assert_eq!(page.value("combobox", "Entered").await?, "0");
    assert_eq!(page.eval("return rows(inside('f'))").await?, all);
    Ok(())
}

#[tokio::test]
async fn an_exported_file_shows_what_the_workspace_showed() -> Result<()> {
    let (page, rows) = with_demo().await?;
    page.switch_to(1).await?;
    page.goto("index.html?workspace=demo#/data").await?;
    page.click("button", "Export as JSON").await?;
    let (_, export) = page.downloaded("ripen-demo-", ".json").await?;
    let export = String::from_utf8(export)?;
    let site = page.site()?;
    site.add("export.json", &export)?;
    site.add("half.json", &export[..export.len() / 2])?;
    site.add("newer.json", &export.replacen("\"version\": 1", "\"version\": 99", 1))?;
    site.add("contacts.csv", "Contact ID,Person\n1,Mina Okafor\n")?;
    page.switch_to(0).await?;
    page.eval("funnel('f', { src: '/some/sub/path/export.json' })").await?;
    page.see("heading", "Win rate").await?;
    page.see_text("Exported on ").await?;
    assert_eq!(page.eval("return rows(inside('f'))").await?, rows);

    let no_export = "The file is no export of a Ripen workspace, or it is damaged.";
    for (file, code, text) in [
        ("half.json", "file", no_export),
        ("contacts.csv", "file", no_export),
        ("newer.json", "newer", "The file was written by a newer version of Ripen than this one."),
        ("nowhere.json", "source", "The file with the figures could not be loaded."),
    ] {
        page.eval(&format!("document.getElementById('f').src = '/some/sub/path/{file}'")).await?;
        see_error(&page, code, text).await?;
    }
    page.eval("document.getElementById('f').src = '/some/sub/path/export.json'").await?;
    page.see("heading", "Win rate").await?;
    page.gone("link", "Contact f").await
}

#[tokio::test]
async fn a_workspace_nobody_made_has_nothing_yet_and_is_not_made() -> Result<()> {
    let page = host(SiteCopy::new()?).await?;
    page.eval("funnel('f')").await?;
    page.see("heading", "No contacts yet").await?;
    page.see_text("When contacts are added to the workspace, they are counted here.").await?;
    page.gone_text("inside a page of another site").await?;
    assert_eq!(heard(&page, "ripen-ready").await?[0]["contacts"], 0);
    assert!(page.local_storage().await?.is_empty());
    assert!(page.databases().await?.is_empty());

    page.eval("document.getElementById('f').workspace = 'No name!'").await?;
    see_heard(&page, "ripen-error", 1).await?;
    assert_eq!(heard(&page, "ripen-error").await?[0]["code"], "workspace");
    page.see("link", "Contact f").await
}

#[tokio::test]
async fn what_is_done_in_another_tab_is_followed() -> Result<()> {
    let page = host(SiteCopy::new()?).await?;
    page.eval("funnel('f')").await?;
    page.see("heading", "No contacts yet").await?;
    page.new_tab("index.html").await?;
    add_contact(&page, "Tom Reyes", "Acme").await?;
    page.switch_to(0).await?;
    page.see("row", "Lead 1 0 0 of 1 too few to say 1 0 0 0").await?;
    page.switch_to(1).await?;
    ready_for_opportunity(&page).await?;
    to_contact(&page).await?;
    page.click("button", "Move to Prospect").await?;
    page.see("dialog", "Move to Prospect").await?;
    page.click("button", "Move to Prospect").await?;
    page.gone("dialog", "Move to Prospect").await?;
    page.switch_to(0).await?;
    page.see("row", "Lead 2 1 1 of 2 too few to say 1 0 0 0").await?;
    page.see("row", "Prospect 1 0 0 of 1 too few to say 1 0 0 0").await?;
    // Told once: afterwards only the figures change.
    assert_eq!(heard(&page, "ripen-ready").await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn storage_that_is_blocked_is_said() -> Result<()> {
    let site = SiteCopy::new()?;
    let blocked = "Object.defineProperty(window, 'localStorage', \
                   { get() { throw new DOMException('No.', 'SecurityError'); } });";
    site.run_first(&format!("{blocked}{MAKE}"))?;
    let page = Page::host_of(site, HOST).await?;
    page.eval("funnel('f')").await?;
    see_error(&page, "storage", "This browser does not let the page read what it keeps.").await
}

#[tokio::test]
async fn where_something_cannot_be_read_no_figure_is_shown() -> Result<()> {
    let page = host(SiteCopy::new()?).await?;
    page.new_tab("index.html").await?;
    add_contact(&page, "Tom Reyes", "Acme").await?;
    page.see_text("Saved in this browser").await?;
    page.switch_to(0).await?;
    let damaged = "Something that is stored of the workspace cannot be read.";
    let newer = "A newer version of Ripen stored something here";
    let contact = "ripen/1/default/contact/0157df63-2800-7000-8000-0000000000aa";
    for (key, text, code, why) in [
        (contact, "{", "damaged", damaged),
        (contact, r#"{"v":99,"events":[]}"#, "newer", newer),
        ("ripen/1/default/playbook", "[]", "damaged", damaged),
    ] {
        page.set_local_storage(key, Some(text)).await?;
        page.eval("funnel('f')").await?;
        see_error(&page, code, why).await?;
        assert_eq!(page.local_storage().await?[key], text);
        page.set_local_storage(key, None).await?;
        // It is read again as it is wanted.
        page.eval_async("await document.getElementById('f').reload()").await?;
        page.see("row", "Lead 1 0 0 of 1 too few to say 1 0 0 0").await?;
        page.gone("link", "Contact f").await?;
        page.eval("document.getElementById('f').remove()").await?;
    }
    // Some contacts are in the database alone, which does not open.
    page.set_local_storage("ripen/1/default/overflow", Some("true")).await?;
    page.eval("IDBFactory.prototype.open = () => { throw new Error('broken') }; funnel('f')")
        .await?;
    see_error(&page, "incomplete", "The browser’s database does not answer.").await
}

/// Which of picture and bars is seen.
async fn seen(page: &Page) -> Result<Value> {
    page.eval(
        "return ['.funnel-picture', '.funnel-stack'].map((one) => \
         getComputedStyle(inside('f').querySelector(one)).display !== 'none')",
    )
    .await
}

#[tokio::test]
async fn it_fits_the_room_it_has_in_both_themes() -> Result<()> {
    let (page, _) = with_demo().await?;
    page.eval("funnel('f', { workspace: 'demo' })").await?;
    page.see("heading", "Win rate").await?;
    for (theme, window, width, expected) in [
        (Theme::Light, 1320, "280px", json!([false, true])),
        (Theme::Dark, 1320, "280px", json!([false, true])),
        (Theme::Light, 1320, "479px", json!([false, true])),
        (Theme::Dark, 1320, "640px", json!([true, false])),
        (Theme::Light, 1320, "", json!([true, false])),
        (Theme::Dark, 1320, "", json!([true, false])),
        (Theme::Light, 320, "", json!([false, true])),
    ] {
        page.look(theme, window).await?;
        let set = "const f = document.getElementById('f'); f.style.inlineSize = '";
        page.eval(&format!("{set}{width}'; f.colorScheme = '{}'", name(theme))).await?;
        assert_eq!(seen(&page).await?, expected, "{width} of {window}");
        let over = "return document.documentElement.scrollWidth - innerWidth";
        assert!(page.eval(over).await?.as_i64().unwrap_or(1) <= 0, "{width} of {window}");
        page.axe().await?;
    }
    Ok(())
}

fn name(theme: Theme) -> &'static str {
    if matches!(theme, Theme::Dark) { "dark" } else { "light" }
}

#[tokio::test]
async fn several_are_loaded_near_the_viewport_and_moved_without_being_read_again() -> Result<()> {
    let (page, rows) = with_demo().await?;
    let far = "for (let n = 0; n < 400; n++) document.getElementById('here').append(\
               Object.assign(document.createElement('p'), { textContent: `Line ${n}` })); \
               funnel('f', { workspace: 'demo' }); funnel('g')";
    page.eval(far).await?;
    page.see("link", "Contact f").await?;
    let loaded = "return performance.getEntriesByType('resource').map((one) => one.name)";
    assert!(!page.eval(loaded).await?.to_string().contains("funnel.js"));
    page.eval("document.getElementById('f').scrollIntoView()").await?;
    page.see("heading", "Win rate").await?;
    page.see("heading", "No contacts yet").await?;
    see_heard(&page, "ripen-ready", 2).await?;
    page.eval("document.getElementById('g').hidden = true").await?;
    page.select("combobox", "Entered", "This year").await?;
    page.eval("document.getElementById('there').append(document.getElementById('f'))").await?;
    assert_eq!(page.eval("return rows(inside('f')).length").await?, json!(10));
    assert_eq!(page.eval("return inside('f').querySelector('select').value").await?, json!("3"));
    assert_eq!(heard(&page, "ripen-ready").await?.len(), 2);
    // Taken out and put in again, it begins anew.
    let again = "const f = document.getElementById('f'); f.remove(); \
                 await new Promise((done) => setTimeout(done, 50)); \
                 document.getElementById('there').append(f)";
    page.eval_async(again).await?;
    see_heard(&page, "ripen-ready", 3).await?;
    assert_eq!(page.eval("return rows(inside('f'))").await?, rows);
    Ok(())
}
