//! The wizard on pages of other people's taste: nothing of their style comes in, nothing of ours goes
//! out, and it fits where they put it.

use ripen_e2e::{Browser, Page, Result, SiteCopy};
use serde_json::{Value, json};

/// A page whose style sheet has rules for every element, with a wizard in its narrow column and a wide
/// one further down.
const HARSH: &str = "demo/supply.html";
/// A dark page from right to left.
const RTL: &str = "demo/retreat.html";
/// The tag that brings the element.
const LOADER: &str = r#"<script type="module" src="../embed/ripen.js"></script>"#;

/// What the scripts below share. `outside` is what the page itself consists of.
const WALK: &str = "
    const wizards = [...document.querySelectorAll('ripen-wizard, x-nothing')];
    const outside = [...document.querySelectorAll('html, body, body *')]
      .filter((one) => !wizards.some((wizard) => wizard.contains(one)));
    const styles = (element, skip, pseudo) => {
      const style = getComputedStyle(element, pseudo);
      return [...style].sort().filter((name) => !skip.test(name))
        .map((name) => `${name}: ${style.getPropertyValue(name)}`);
    };
    const named = (element, n) => `${n} ${element.localName}.${element.getAttribute('class') ?? ''}`;
    const all = (elements, skip) => elements.flatMap((element, n) => [null, '::before', '::after']
      .flatMap((pseudo) => styles(element, skip, pseudo).map((line) => `${named(element, n)} ${pseudo ?? ''} ${line}`)));
";

/// Has every wizard of the page mounted, wherever it stands.
async fn mount(page: &Page, n: usize) -> Result<()> {
    let script = format!(
        "const wizards = [...document.querySelectorAll('ripen-wizard')]; \
         for (const wizard of wizards) wizard.loading = 'eager'; \
         await Promise.all(wizards.map((wizard) => wizard.exportJson())); \
         await document.fonts.ready; return wizards.filter((one) => one.shadowRoot.querySelector('.wizard-step')).length === {n}"
    );
    assert_eq!(page.eval_async(&script).await?, true);
    // The wizard's own motion is over when styles are compared.
    page.eval_async(
        "await Promise.all([...document.querySelectorAll('ripen-wizard')] \
           .flatMap((one) => one.shadowRoot.getAnimations()).map((one) => one.finished))",
    )
    .await?;
    Ok(())
}

/// Runs a script that gives a list of lines.
async fn lines(page: &Page, script: &str) -> Result<Vec<String>> {
    let lines: Value = page.eval(&format!("{WALK} {script}")).await?;
    Ok(serde_json::from_value(lines)?)
}

/// Says where two lists differ, by their first lines that do.
fn assert_same(one: &[String], other: &[String]) {
    let differ: Vec<_> = one.iter().zip(other).filter(|(a, b)| a != b).take(12).collect();
    assert!(differ.is_empty(), "{differ:#?}");
    assert_eq!(one.len(), other.len());
}

#[tokio::test]
async fn nothing_of_a_harsh_page_reaches_the_wizard() -> Result<()> {
    // Everything inside the first wizard, whose width the bare page's copies.
    const INSIDE: &str = "return all([...wizards[0].shadowRoot.querySelectorAll('*')], /^$/)";
    let site = SiteCopy::new()?;
    let theme = site.read("demo/supply.css")?;
    let theme = theme.find("\nripen-wizard {").map(|at| theme[at..].to_owned()).unwrap_or_default();
    let theme = theme.split("@media").next().unwrap_or_default();
    let page = Page::open_of(site, HARSH).await?;
    page.resize(1280, 900).await?;
    mount(&page, 2).await?;
    let inside = lines(&page, INSIDE).await?;
    assert!(inside.len() > 5_000, "{}", inside.len());
    let width = "return document.querySelector('ripen-wizard').getBoundingClientRect().width";
    let width = page.eval(width).await?;
    assert_eq!(width, 280);

    let bare = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Bare</title>\
         <link rel=\"stylesheet\" href=\"bare.css\">{LOADER}</head><body>\
         <ripen-wizard playbook=\"supply.json\" storage-key=\"bare\" color-scheme=\"light\" emit-data></ripen-wizard>\
         </body></html>"
    );
    let site = page.site()?;
    site.add("demo/bare.html", &bare)?;
    // The one thing a wizard is given besides its theme: the root's size, for the theme's own rem.
    let root = "html { font-size: 62.5%; }";
    site.add(
        "demo/bare.css",
        &format!("{root} ripen-wizard {{ inline-size: {width}px; }} {theme}"),
    )?;
    page.goto("demo/bare.html").await?;
    mount(&page, 1).await?;
    assert_same(&inside, &lines(&page, INSIDE).await?);
    Ok(())
}

#[tokio::test]
async fn nothing_of_the_wizard_reaches_its_page() -> Result<()> {
    // Whatever follows from how high the wizard is, is the page's own doing.
    const OUTSIDE: &str = "return all(outside.filter((one) => one.localName !== 'script'), \
        /^(block-size|height|perspective-origin|transform-origin|grid-template-rows)$/)";
    const GLOBALS: &str = "return [...Object.getOwnPropertyNames(window).sort(), document.cookie, \
        String(document.styleSheets.length), String(document.adoptedStyleSheets.length), location.href, \
        String(history.length), document.body.className, document.documentElement.getAttributeNames().join()]";
    for path in [HARSH, RTL] {
        let site = SiteCopy::new()?;
        site.change(path, |bytes| {
            let html = String::from_utf8_lossy(bytes).replace(LOADER, "");
            *bytes = html
                .replace("ripen-wizard ", "x-nothing ")
                .replace("ripen-wizard>", "x-nothing>")
                .into();
        })?;
        let page = Page::open_of(site, path).await?;
        page.resize(1280, 900).await?;
        let (without, globals) = (lines(&page, OUTSIDE).await?, lines(&page, GLOBALS).await?);
        assert!(without.len() > 10_000, "{}", without.len());

        page.site()?.restore(path)?;
        page.goto(path).await?;
        mount(&page, if path == HARSH { 2 } else { 1 }).await?;
        assert_same(&without, &lines(&page, OUTSIDE).await?);
        let strip = |lines: Vec<String>| -> Vec<String> {
            // What the driver and these scripts themselves leave behind.
            lines
                .into_iter()
                .filter(|line| !line.starts_with("cdc_") && line != "ripenTests")
                .collect()
        };
        assert_same(&strip(globals), &strip(lines(&page, GLOBALS).await?));
    }
    Ok(())
}

#[tokio::test]
async fn the_rest_of_the_page_stays_where_it_is_when_the_wizard_comes() -> Result<()> {
    const PLACES: &str = "return outside.map((one, n) => { \
        const { left, top, width, height } = one.getBoundingClientRect(); \
        return `${named(one, n)} ${[left, top, width, height]}`; })";
    for (path, n) in [(HARSH, 2), (RTL, 1)] {
        let site = SiteCopy::new()?;
        site.remove("embed/widget.js")?;
        let page = Page::open_of(site, path).await?;
        page.resize(1280, 900).await?;
        page.eval(
            "document.querySelectorAll('ripen-wizard').forEach((one) => one.loading = 'eager')",
        )
        .await?;
        let before = lines(&page, PLACES).await?;
        page.site()?.restore("embed/widget.js")?;
        page.reload().await?;
        mount(&page, n).await?;
        assert_same(&before, &lines(&page, PLACES).await?);
    }
    Ok(())
}

#[tokio::test]
async fn the_wizard_fits_narrow_columns_both_directions_and_large_text() -> Result<()> {
    // What sticks out of its wizard, or has to be scrolled sideways.
    const OUT: &str = "return wizards.flatMap((wizard) => { \
        const frame = wizard.getBoundingClientRect(); \
        return [...wizard.shadowRoot.querySelectorAll('*')] \
          .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden')) \
          .filter((one) => { const { left, right } = one.getBoundingClientRect(); \
            return left < frame.left - 1 || right > frame.right + 1; }) \
          .map((one) => `${one.localName}.${one.getAttribute('class')}`); \
      }).concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])";
    for (path, n) in [(HARSH, 2), (RTL, 1)] {
        let page = Page::open(path).await?;
        for (width, text) in [(1280, 16), (320, 16), (640, 32)] {
            if page.browser() == Browser::Chromium {
                let sizes = json!({ "fontSizes": { "standard": text, "fixed": text } });
                page.devtools("Page.setFontSizes", sizes).await?;
            } else if text != 16 {
                continue;
            }
            page.resize(width, 900).await?;
            mount(&page, n).await?;
            for answered in 0..3 {
                let out = lines(&page, OUT).await?;
                assert_eq!(out, Vec::<String>::new(), "{path} {width} {text} {answered}");
                next(&page).await?;
            }
            page.eval_async(
                "for (const one of document.querySelectorAll('ripen-wizard')) await one.reset()",
            )
            .await?;
        }
    }
    Ok(())
}

/// Answers the question every wizard is at with its second option, or by not knowing.
async fn next(page: &Page) -> Result<()> {
    page.eval_async(
        "for (const one of document.querySelectorAll('ripen-wizard')) { \
           const options = [...one.shadowRoot.querySelectorAll('.choice input')]; \
           (options[1] ?? options[0])?.click(); \
           one.shadowRoot.querySelector('.btn-primary').click(); } \
         await new Promise((done) => setTimeout(done, 300))",
    )
    .await
    .map(drop)
}

#[tokio::test]
async fn from_right_to_left_the_way_back_points_right() -> Result<()> {
    let page = Page::open(RTL).await?;
    mount(&page, 1).await?;
    next(&page).await?;
    let back = "const root = document.querySelector('ripen-wizard').shadowRoot; \
        const icon = root.querySelector('.wizard-back .icon'); const words = root.querySelector('.wizard-back'); \
        const title = getComputedStyle(root.querySelector('.question-title')); \
        return [getComputedStyle(icon).scale, title.letterSpacing, title.direction, \
                icon.getBoundingClientRect().left > words.getBoundingClientRect().left + words.offsetWidth / 2]";
    assert_eq!(page.eval(back).await?, json!(["-1 1", "normal", "rtl", true]));
    Ok(())
}

#[tokio::test]
async fn every_host_is_accessible_with_its_wizard() -> Result<()> {
    for (path, n) in [(HARSH, 2), (RTL, 1)] {
        let page = Page::open(path).await?;
        mount(&page, n).await?;
        page.axe().await?;
        next(&page).await?;
        page.axe().await?;
    }
    Ok(())
}
