//! From the first question to the receiver, through the element as it stands on a page: whatever the receiver
//! and the network do, what the visitor reads is true, a reload loses nothing, and nothing arrives twice that
//! the receiver cannot drop or the visitor did not send twice.
//!
//! What the module does by itself, with every fault at every destination, is `handoff/`.

mod steps;

use std::time::Duration;

use ripen_e2e::{Letter, Manner, Page, Receiver, Result};
use serde_json::{Value, json};
use steps::embed::{heard, see_heard};
use steps::send::{
    ASK, CONFIRMED, DETAILS, FAILED, MAILED, SENT, WAITING, host, outbox, reads, send,
    to_the_result, type_details,
};

const FORM: &str = "319478e5-e5fd-4d39-9d13-fc1f90bf46da";

/// Keeps the mail program shut, and what it was to open.
const OPENED: &str = "window.opened = []; HTMLAnchorElement.prototype.click = function () { opened.push(this.href); };";

/// Opens the page for one destination; `at` is where it is told to find the receiver.
async fn page_for(receiver: &Receiver, handoff: &str) -> Result<Page> {
    let handoff = handoff.replace("{at}", &receiver.origin());
    host(&format!("handoff=\"{handoff}\""), &receiver.origin(), OPENED).await
}

/// Waits so long that something which must not happen would have happened.
async fn later() {
    tokio::time::sleep(Duration::from_secs(4)).await;
}

async fn offline(page: &Page, is_offline: bool) -> Result<()> {
    page.devtools("Network.enable", json!({})).await?;
    let network = json!({
        "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1
    });
    page.devtools("Network.emulateNetworkConditions", network).await.map(drop)
}

/// Waits until the page has one of its own files.
async fn has_loaded(page: &Page, file: &str) -> Result<()> {
    let script = format!(
        "for (let left = 200; left; left--) {{ \
           if (performance.getEntriesByType('resource').some(({{ name }}) => name.endsWith('{file}'))) return true; \
           await new Promise((done) => setTimeout(done, 50)); }}"
    );
    assert_eq!(page.eval_async(&script).await?, true, "{file} was not loaded");
    Ok(())
}

/// What was typed is in the body, and neither in the address nor above the body.
fn is_whole(letter: &Letter) {
    for token in ["Nametale", "Orgtale", "mailtale", "77718293", "wordtale"] {
        assert!(letter.body.contains(token), "{token} is missing: {letter:#?}");
        let head = format!("{} {:?}", letter.target, letter.headers);
        assert!(!head.contains(token), "{token} stands above the body: {head}");
    }
}

/// The visitor sends again, as the page offers.
async fn again(page: &Page) -> Result<()> {
    page.click("button", "Send again").await
}

#[tokio::test]
async fn a_webhook_gets_one_message_whatever_happens_on_the_way() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Busy(429, "3".into()), Manner::DropAfter, Manner::Half]);
    let page = page_for(&receiver, "webhook:{at}/hook").await?;
    send(&page).await?;
    reads(&page, WAITING).await?;
    for gone in ["Send", "Send again"] {
        page.gone("button", gone).await?;
    }
    page.reload().await?;
    page.see("heading", "Your contact details").await?;
    reads(&page, CONFIRMED).await?;
    let letters = receiver.see(4).await?;
    for letter in &letters {
        is_whole(letter);
        assert_eq!(letter.body, letters[0].body);
        assert_eq!(letter.headers["webhook-id"], letters[0].headers["webhook-id"]);
    }
    assert!(letters[1].at - letters[0].at >= Duration::from_secs(3), "it was asked to wait");
    let submitted = heard(&page, "ripen-submitted").await?;
    let told =
        json!({ "schema": "ripen-submitted/1", "destination": "webhook", "confirmed": true });
    assert_eq!(submitted, [told]);
    page.reload().await?;
    reads(&page, CONFIRMED).await?;
    page.gone("button", "Send").await?;
    later().await;
    receiver.see(4).await.map(drop)
}

#[tokio::test]
async fn without_network_it_waits_and_a_page_that_goes_takes_nothing_along() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = page_for(&receiver, "webhook:{at}/hook").await?;
    to_the_result(&page).await?;
    has_loaded(&page, "handoff.js").await?;
    type_details(&page).await?;
    offline(&page, true).await?;
    steps::send::agree(&page).await?;
    reads(&page, WAITING).await?;
    later().await;
    reads(&page, WAITING).await?;
    receiver.see(0).await?;
    offline(&page, false).await?;
    reads(&page, CONFIRMED).await?;
    is_whole(&receiver.see(1).await?[0]);

    // The same, and the page is left before the network is back.
    let (port, origin) = (receiver.port(), receiver.origin());
    drop(receiver);
    let page = host(&format!("handoff=\"webhook:{origin}/hook\""), &origin, OPENED).await?;
    send(&page).await?;
    reads(&page, WAITING).await?;
    page.goto("embed/ripen.js").await?;
    let receiver = Receiver::start_on(port)?;
    page.goto(steps::send::PAGE).await?;
    page.see("heading", "Your contact details").await?;
    reads(&page, CONFIRMED).await?;
    is_whole(&receiver.see(1).await?[0]);
    Ok(())
}

#[tokio::test]
async fn what_hands_over_may_be_loaded_later_than_wanted() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = page_for(&receiver, "webhook:{at}/hook").await?;
    page.site()?.remove("embed/handoff.js")?;
    send(&page).await?;
    reads(&page, FAILED).await?;
    again(&page).await?;
    reads(&page, FAILED).await?;
    assert!(outbox(&page).await?.is_empty());
    page.site()?.restore("embed/handoff.js")?;
    again(&page).await?;
    reads(&page, CONFIRMED).await?;
    is_whole(&receiver.see(1).await?[0]);
    Ok(())
}

#[tokio::test]
async fn hubspot_is_sent_to_once_and_again_as_the_visitor_says() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::DropAfter]);
    let page = page_for(&receiver, &format!("hubspot:123456/{FORM}@{{at}}")).await?;
    send(&page).await?;
    reads(&page, ASK).await?;
    page.reload().await?;
    reads(&page, ASK).await?;
    later().await;
    receiver.see(1).await?;
    assert!(heard(&page, "ripen-submitted").await?.is_empty());
    again(&page).await?;
    reads(&page, CONFIRMED).await?;
    let letters = receiver.see(2).await?;
    letters.iter().for_each(is_whole);
    assert_eq!(letters[0].body, letters[1].body);
    Ok(())
}

#[tokio::test]
async fn espocrm_is_waited_for_asked_about_and_its_refusal_told() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Busy(429, "2".into()), Manner::Answer(500), Manner::Answer(400)]);
    let page = page_for(&receiver, "espocrm:{at}/api/v1/LeadCapture/key").await?;
    send(&page).await?;
    reads(&page, WAITING).await?;
    reads(&page, ASK).await?;
    receiver.see(2).await?;
    page.reload().await?;
    reads(&page, ASK).await?;
    again(&page).await?;
    reads(&page, FAILED).await?;
    page.reload().await?;
    reads(&page, FAILED).await?;
    page.see("button", "Copy my answers").await?;
    see_heard(&page, "ripen-error", 1).await?;
    assert_eq!(heard(&page, "ripen-error").await?[0]["code"], "handoff");
    again(&page).await?;
    reads(&page, CONFIRMED).await?;
    let letters = receiver.see(4).await?;
    letters.iter().for_each(is_whole);
    let body: Value = serde_json::from_str(&letters[3].body)?;
    assert_eq!(
        (&body["lastName"], &body["emailAddress"]),
        (&json!("Nametale"), &json!(DETAILS[2].1))
    );
    Ok(())
}

#[tokio::test]
async fn salesforce_tells_nothing_and_so_does_the_page() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.keep_out();
    receiver.then([Manner::Slow(Duration::from_secs(10))]);
    let page = page_for(&receiver, "salesforce:00D000000000001@{at}").await?;
    send(&page).await?;
    receiver.see(1).await?;
    // The page goes while it is under way: nobody knows whether it has arrived.
    page.reload().await?;
    reads(&page, ASK).await?;
    later().await;
    receiver.see(1).await?;
    again(&page).await?;
    reads(&page, SENT).await?;
    let letters = receiver.see(2).await?;
    assert!(
        letters.iter().all(|letter| letter.body.contains("&last_name=Nametale&")),
        "{letters:#?}"
    );
    let submitted = heard(&page, "ripen-submitted").await?;
    assert_eq!((submitted.len(), &submitted[0]["confirmed"]), (1, &json!(false)));
    page.reload().await?;
    reads(&page, SENT).await?;
    later().await;
    receiver.see(2).await.map(drop)
}

#[tokio::test]
async fn without_network_since_the_first_answer_the_result_is_whole() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = page_for(&receiver, "webhook:{at}/hook").await?;
    page.fill("textbox", "In your words?", "Much").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Does it hurt?").await?;
    for file in ["result.js", "en.json", "handoff.js"] {
        has_loaded(&page, file).await?;
    }
    offline(&page, true).await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "Leave your contact details").await?;
    page.see("button", "Copy my answers").await?;
    page.fill("textbox", "E-mail address", "mina@mailtale.example").await?;
    steps::send::agree(&page).await?;
    reads(&page, WAITING).await?;
    offline(&page, false).await?;
    reads(&page, CONFIRMED).await?;
    receiver.see(1).await.map(drop)
}

#[tokio::test]
async fn a_mail_is_opened_once_and_not_said_to_be_sent() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = page_for(&receiver, "mailto:sales@example.com").await?;
    send(&page).await?;
    reads(&page, MAILED).await?;
    let opened = page.eval("return opened").await?;
    let url = opened[0].as_str().unwrap_or_default();
    assert!(
        url.starts_with("mailto:sales@example.com?subject=") && url.contains("wordtale"),
        "{url}"
    );
    page.reload().await?;
    reads(&page, MAILED).await?;
    later().await;
    assert_eq!(page.eval("return opened.length").await?, 0);
    Ok(())
}

#[tokio::test]
async fn a_page_may_send_it_itself_and_a_destination_that_is_none_is_told() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = page_for(&receiver, "webhook:{at}/hook").await?;
    page.eval("addEventListener('ripen-submit', (event) => event.preventDefault())").await?;
    send(&page).await?;
    reads(&page, SENT).await?;
    let own = page.eval_async("return document.querySelector('ripen-wizard').exportJson()").await?;
    assert!(own.as_str().is_some_and(|text| text.contains("mailtale")), "{own}");
    assert!(outbox(&page).await?.is_empty());
    receiver.see(0).await?;

    for handoff in ["webook:{at}/hook", "https://example.com/"] {
        let page = page_for(&receiver, handoff).await?;
        see_heard(&page, "ripen-error", 1).await?;
        let errors = heard(&page, "ripen-error").await?;
        assert_eq!(errors[0]["code"], "handoff");
        // The questions are asked all the same, and no details that would go nowhere.
        page.see("heading", "In your words?").await?;
    }
    // An address that is none is known before anything is asked for it.
    let page = page_for(&receiver, "webhook:http://elsewhere.example/hook").await?;
    page.fill("textbox", "In your words?", "Much").await?;
    page.click("button", "Continue").await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("button", "Copy my answers").await?;
    page.gone("heading", "Leave your contact details").await?;
    let errors = heard(&page, "ripen-error").await?;
    assert_eq!((errors.len(), &errors[0]["code"]), (1, &json!("handoff")), "{errors:?}");
    receiver.see(0).await.map(drop)
}
