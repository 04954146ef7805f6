//! The wizard as some people set their browsers: forced colours, less motion, text twice as large, a phone's
//! width. Chromium alone can be told so on command.

#[allow(dead_code, reason = "the accessibility checker is for other tests")]
#[path = "states/every.rs"]
mod every;
mod steps;

use every::{Findings, host, look, put, until, walk};
use ripen_e2e::{Page, Result};
use serde_json::{Value, json};

/// What a browser is set to.
async fn prefer(page: &Page, features: &[(&str, &str)]) -> Result<()> {
    let features: Vec<_> =
        features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
}

/// What can be pressed or chosen and does not stand out where backgrounds are taken away, as lines.
const INDISTINCT: &str = r#"
const wrong = [];
const drawn = (one) => {
  const style = getComputedStyle(one);
  return [style.borderTopStyle, style.borderTopWidth, style.borderTopColor, style.outlineStyle, style.outlineWidth, style.outlineColor].join(" ");
};
const edge = (one) => {
  const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(one);
  return borderTopStyle !== "none" && parseFloat(borderTopWidth) >= 1 && borderTopColor !== backgroundColor;
};
for (const one of inside(".btn, .opener, .choice, .input, .error-summary, dialog"))
  if (one.checkVisibility() && !edge(one)) wrong.push(`no edge: ${one.localName}.${one.className}`);
const [chosen] = inside(".choice:has(:checked)");
const [other] = inside(".choice:not(:has(:checked))");
if (chosen && other && drawn(chosen) === drawn(other)) wrong.push(`chosen like others: ${drawn(chosen)}`);
// Its own mark is left to the browser, which draws it in the person's colours.
for (const box of inside(".choice input")) if (getComputedStyle(box).appearance === "none") wrong.push("a box of its own");
for (const icon of inside("svg")) {
  const { stroke } = getComputedStyle(icon);
  if (stroke === getComputedStyle(icon.closest(".widget")).backgroundColor) wrong.push("an icon is as its ground");
}
return wrong;
"#;

#[tokio::test]
async fn with_forced_colours_everything_has_an_edge_and_choices_stand_out() -> Result<()> {
    let page = host().await?;
    for theme in ["light", "dark"] {
        prefer(&page, &[("forced-colors", "active"), ("prefers-color-scheme", theme)]).await?;
        put(&page, "{}", "every").await?;
        look(&page, ("light dark", 280)).await?;
        let mut found = Findings::default();
        walk(&page, async |at| {
            let wrong = page.eval(INDISTINCT).await?;
            found.expect(&format!("{theme}, {at}"), &wrong, &json!([]));
            found.fits(&page, at).await
        })
        .await?;
        found.tell()?;
    }
    Ok(())
}

#[tokio::test]
async fn with_forced_colours_the_focus_and_the_dialog_are_seen() -> Result<()> {
    let page = host().await?;
    prefer(&page, &[("forced-colors", "active")]).await?;
    page.eval("make('w', { presentation: 'button' }, every)").await?;
    until(&page, "inside('.opener').length").await?;
    page.tab_to("button", "Start", 3).await?;
    page.see_focus_ring().await?;
    assert_eq!(page.eval(INDISTINCT).await?, json!([]));
    page.press(ripen_e2e::Key::Enter).await?;
    until(&page, "inside('dialog[open] .question').length").await?;
    for name in ["Health", "Other"] {
        page.choose("radio", name).await?;
        page.see_focus_ring().await?;
        assert_eq!(page.eval(INDISTINCT).await?, json!([]));
    }
    page.tab_back_to("button", "Close", 5).await?;
    page.see_focus_ring().await
}

#[tokio::test]
async fn whoever_wants_less_motion_sees_none() -> Result<()> {
    // Everything that has moved since the page was there, by what moved; a transition of no time is none.
    const MOVES: &str = "window.moves ??= []; \
        const look = () => { for (const one of wizard()?.shadowRoot?.getAnimations() ?? []) \
            if (one.effect.getComputedTiming().duration > 1) moves.push(one.animationName ?? one.transitionProperty); \
          requestAnimationFrame(look); }; look()";
    let mut moves = Vec::new();
    for wanted in ["no-preference", "reduce"] {
        let page = host().await?;
        prefer(&page, &[("prefers-reduced-motion", wanted)]).await?;
        page.eval(MOVES).await?;
        put(&page, "{}", "every").await?;
        walk(&page, async |_| Ok(())).await?;
        moves.push(page.eval("return moves").await?);
    }
    assert_ne!(moves[0], json!([]), "nothing moves, so this says nothing");
    assert_eq!(moves[1], Value::Array(Vec::new()));
    Ok(())
}

#[tokio::test]
async fn text_twice_as_large_and_a_phone_s_width_cut_nothing_off() -> Result<()> {
    let page = host().await?;
    let sizes = json!({ "fontSizes": { "standard": 32, "fixed": 32 } });
    page.devtools("Page.setFontSizes", sizes).await?;
    let mut found = Findings::default();
    for lang in ["en", "ar", "de", "vi"] {
        put(&page, &format!("{{ lang: '{lang}' }}"), "every").await?;
        page.eval("document.getElementById('here').style.inlineSize = 'auto'").await?;
        walk(&page, async |at| {
            for width in [320, 640, 1280] {
                page.resize(width, 900).await?;
                found.fits(&page, &format!("{lang}, {width}, {at}")).await?;
            }
            Ok(())
        })
        .await?;
        page.resize(1280, 900).await?;
    }
    found.tell()
}
