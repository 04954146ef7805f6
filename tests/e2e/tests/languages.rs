//! `<ripen-wizard>` in other languages: its own words, the playbook's, numbers, amounts, and which way
//! it is written.

mod steps;

use ripen_e2e::{Page, Result, SiteCopy};
use serde_json::{Value, json};
use steps::embed::{heard, tiny_host};

/// What the tiny playbook says in Dutch, and a question about money.
const SPOKEN: &str = "window.spoken = { ...tiny, currency: 'EUR', \
    questions: [...tiny.questions.slice(0, 2), { id: 'cost', section: 's', title: 'Cost', \
      ask: 'What does it cost?', kind: 'money', ask_anyway: true }, tiny.questions[2]], \
    translations: { nl: { title: 'Klein', 'questions/pain/ask': 'Doet het pijn?', \
      'questions/pain/title': 'Pijn', 'questions/size/ask': 'Met hoeveel bent u?', \
      'questions/size/kind/number/unit': 'mensen', 'outcomes/opportunity/title': 'Dit past', \
      '__proto__/polluted': 'x', 'questions/nobody/ask': 'x', 'criteria/size/rule': 'x' } } }";

async fn host() -> Result<Page> {
    let page = tiny_host(SiteCopy::new()?).await?;
    page.eval(SPOKEN).await?;
    Ok(page)
}

/// What a wizard's frame says of itself.
async fn frame(page: &Page, id: &str, attribute: &str) -> Result<Value> {
    let script = format!(
        "return document.getElementById('{id}').shadowRoot.querySelector('.widget').getAttribute('{attribute}')"
    );
    page.eval(&script).await
}

#[tokio::test]
async fn a_dutch_visitor_reads_and_types_dutch() -> Result<()> {
    let page = host().await?;
    page.eval("make('w', { loading: 'eager', lang: 'nl' }, spoken)").await?;
    page.see("heading", "Doet het pijn?").await?;
    page.see_text("Vraag 1 · hierna nog hoogstens 3 vragen").await?;
    page.see("radio", "Dat weet ik nog niet").await?;
    page.click("button", "Doorgaan").await?;
    page.see_text("Er is een probleem").await?;
    page.see("link", "Kies een antwoord, of “Dat weet ik nog niet”").await?;
    page.choose("radio", "Ja").await?;
    page.click("button", "Doorgaan").await?;
    // What is not translated stands as it is written.
    page.see("heading", "What hurts? (niet verplicht)").await?;
    page.click("button", "Doorgaan").await?;
    page.fill("textbox", "What does it cost?", "veel").await?;
    page.click("button", "Doorgaan").await?;
    page.see_text("Vul een bedrag in, bijvoorbeeld € 1.200").await?;
    page.fill("textbox", "What does it cost?", "€ 1.234,50").await?;
    page.click("button", "Doorgaan").await?;
    page.fill("textbox", "Met hoeveel bent u?", "1.200,5").await?;
    page.click("button", "Doorgaan").await?;
    page.see("heading", "Controleer uw antwoorden").await?;
    page.see_text("1.200,5 mensen").await?;
    page.see_text("€ 1.234,50").await?;
    page.click("button", "Bekijk het resultaat").await?;
    page.see("heading", "Dit past").await?;
    let result = &heard(&page, "ripen-result").await?[0];
    let answers = result["answers"].as_array().cloned().unwrap_or_default();
    let cost = json!({ "money": { "minor": 123_450, "currency": "EUR" } });
    assert!(answers.iter().any(|answer| answer["value"] == cost), "{answers:?}");
    assert_eq!(page.eval("return {}.polluted ?? null").await?, Value::Null);
    assert_eq!(frame(&page, "w", "lang").await?, "nl");
    Ok(())
}

#[tokio::test]
async fn arabic_goes_from_right_to_left_with_its_plurals_and_digits() -> Result<()> {
    let page = host().await?;
    page.eval("make('w', { loading: 'eager', lang: 'ar-EG' }, spoken)").await?;
    page.see("heading", "Does it hurt?").await?;
    page.see_text("السؤال ١ · يتبقى ٣ أسئلة على الأكثر").await?;
    assert_eq!(frame(&page, "w", "dir").await?, "rtl");
    page.choose("radio", "نعم").await?;
    page.click("button", "متابعة").await?;
    page.see_text("السؤال ٢ · يتبقى سؤالان على الأكثر").await?;
    page.click("button", "متابعة").await?;
    page.see_text("السؤال ٣ · يتبقى سؤال واحد على الأكثر").await?;
    page.fill("textbox", "What does it cost?", "1234٫5").await?;
    page.click("button", "متابعة").await?;
    page.see_text("السؤال ٤ · الأخير").await?;
    page.fill("textbox", "How many are you?", "١٬٢٣٤").await?;
    page.click("button", "متابعة").await?;
    page.see("heading", "مراجعة إجاباتك").await?;
    page.see_text("١٬٢٣٤ people").await?;
    let wide = page.eval("return document.documentElement.scrollWidth <= innerWidth").await?;
    assert_eq!(wide, true);
    Ok(())
}

#[tokio::test]
async fn a_language_nobody_wrote_or_a_missing_file_is_english() -> Result<()> {
    let site = SiteCopy::new()?;
    site.remove("embed/lang/fr.json")?;
    let page = tiny_host(site).await?;
    for (id, lang) in [("a", "ja"), ("b", "fr"), ("c", "no such language"), ("d", "constructor")] {
        page.eval(&format!("make('{id}', {{ loading: 'eager', lang: '{lang}' }})")).await?;
        page.see("heading", "Does it hurt?").await?;
        page.click("button", "Continue").await?;
        page.see_text("There is a problem").await?;
        page.eval(&format!("document.getElementById('{id}').remove()")).await?;
        page.gone("heading", "Does it hurt?").await?;
    }
    assert_eq!(heard(&page, "ripen-error").await?, Vec::<Value>::new());
    Ok(())
}

#[tokio::test]
async fn an_english_page_reads_the_english_of_a_playbook_in_another_language() -> Result<()> {
    let page = host().await?;
    page.eval(
        "make('w', { loading: 'eager' }, { ...tiny, language: 'nl', \
         translations: { en: { 'questions/pain/ask': 'Does anything hurt?' } } })",
    )
    .await?;
    page.see("heading", "Does anything hurt?").await?;
    page.see("button", "Continue").await.map(drop)
}

#[tokio::test]
async fn two_languages_on_one_page_keep_to_their_own() -> Result<()> {
    let page = host().await?;
    page.eval(
        "make('nl', { loading: 'eager', lang: 'nl', 'storage-key': 'nl' }, spoken); \
         make('de', { loading: 'eager', lang: 'de', 'storage-key': 'de' }, spoken)",
    )
    .await?;
    page.see("button", "Doorgaan").await?;
    page.see("button", "Weiter").await?;
    // Both are pressed before either has drawn anything.
    let press = "for (const id of ['nl', 'de']) \
        document.getElementById(id).shadowRoot.querySelector('.btn-primary').click()";
    page.eval(press).await?;
    page.see_text("Er is een probleem").await?;
    page.see_text("Es gibt ein Problem").await?;
    page.see("link", "Kies een antwoord, of “Dat weet ik nog niet”").await?;
    page.see("link", "Wählen Sie eine Antwort oder „Das weiß ich noch nicht“").await?;
    let text =
        "return ['nl', 'de'].map((id) => document.getElementById(id).shadowRoot.textContent)";
    let texts = page.eval(text).await?;
    let says = |n: usize, words: &str| texts[n].as_str().is_some_and(|text| text.contains(words));
    assert!(says(0, "Fout: ") && !says(0, "Fehler") && !says(0, "Weiter"), "{texts}");
    assert!(says(1, "Fehler: ") && !says(1, "Fout") && !says(1, "Doorgaan"), "{texts}");
    Ok(())
}
