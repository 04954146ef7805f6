//! Destinations that cannot drop what they have: a result is sent once, and again only as the visitor says.

use std::time::Duration;

use crate::sender::{PAGE, RUN, call, hand, hand_with, later, outbox, see, sender};
use ripen_e2e::{Manner, Receiver, Result};
use serde_json::{Value, json};

const FORM: &str = "319478e5-e5fd-4d39-9d13-fc1f90bf46da";

fn hubspot(receiver: &Receiver) -> String {
    format!("hubspot:123456/{FORM}@{}", receiver.origin())
}

fn espocrm(receiver: &Receiver) -> String {
    format!("espocrm:{}/api/v1/LeadCapture/key", receiver.origin())
}

#[tokio::test]
async fn hubspot_gets_its_own_fields_and_the_consent() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = sender(&receiver).await?;
    page.goto(&format!("{PAGE}?token=secret#part")).await?;
    hand(&page, &hubspot(&receiver)).await?;
    see(&page, "confirmed").await?;
    let letter = receiver.see(1).await?.remove(0);
    assert_eq!(letter.target, format!("/submissions/v3/integration/submit/123456/{FORM}"));
    let body: Value = serde_json::from_str(&letter.body)?;
    let field = |name: &str| {
        let fields = body["fields"].as_array();
        let found = fields.and_then(|all| all.iter().find(|field| field["name"] == name));
        found.map(|field| field["value"].clone()).unwrap_or_default()
    };
    assert_eq!(field("firstname"), "Mina");
    assert_eq!(field("lastname"), "van der Berg");
    assert_eq!(field("company"), "Northwind Clinics");
    assert_eq!(field("email"), "mina@example.com");
    assert!(field("message").as_str().is_some_and(|text| text.contains("Size: 30 people")));
    let consent = &body["legalConsentOptions"]["consent"];
    assert_eq!(consent["text"], "Keep my details, please.");
    assert_eq!(body["context"]["pageName"], "Host");
    assert!(!letter.body.contains("secret") && !letter.body.contains("hutk"), "{}", letter.body);
    Ok(())
}

#[tokio::test]
async fn what_is_unclear_is_the_visitors_to_decide() -> Result<()> {
    for fault in [Manner::DropAfter, Manner::DropBefore, Manner::Half, Manner::Answer(502)] {
        let receiver = Receiver::start()?;
        receiver.then([fault]);
        let page = sender(&receiver).await?;
        hand(&page, &espocrm(&receiver)).await?;
        see(&page, "ask").await?;
        let before = receiver.letters().len();
        page.reload().await?;
        call(&page, "resume", &[&espocrm(&receiver)]).await?;
        see(&page, "ask").await?;
        later().await;
        receiver.see(before).await?;
        call(&page, "again", &[&espocrm(&receiver), RUN]).await?;
        see(&page, "confirmed").await?;
        let letters = receiver.see(before + 1).await?;
        let body: Value = serde_json::from_str(&letters[before].body)?;
        assert_eq!(body["lastName"], "van der Berg");
        assert_eq!(body["accountName"], "Northwind Clinics");
    }
    Ok(())
}

#[tokio::test]
async fn a_refusal_is_told_and_a_busy_receiver_waited_for() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Answer(400), Manner::Busy(429, "1".into())]);
    let page = sender(&receiver).await?;
    hand(&page, &hubspot(&receiver)).await?;
    assert_eq!(see(&page, "failed").await?["message"], "400");
    call(&page, "again", &[&hubspot(&receiver), RUN]).await?;
    see(&page, "confirmed").await?;
    receiver.see(3).await.map(drop)
}

#[tokio::test]
async fn salesforce_gets_a_form_whose_answer_nobody_can_read() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.keep_out();
    let page = sender(&receiver).await?;
    let to = format!("salesforce:00D000000000001@{}", receiver.origin());
    hand_with(&page, &to, json!({ "fields": { "email": "a+b@example.com" } })).await?;
    see(&page, "sent").await?;
    let letter = receiver.see(1).await?.remove(0);
    assert_eq!(letter.target, "/servlet/servlet.WebToLead?encoding=UTF-8&orgId=00D000000000001");
    for part in [
        "oid=00D000000000001&",
        "&last_name=a%2Bb%40example.com&",
        "&company=%5Bnot+provided%5D&",
        "&lead_source=Web&",
    ] {
        assert!(letter.body.contains(part), "{part} in {}", letter.body);
    }
    assert!(letter.headers["content-type"].starts_with("application/x-www-form-urlencoded"));
    Ok(())
}

#[tokio::test]
async fn what_was_on_the_line_when_the_page_went_is_asked_for() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Slow(Duration::from_secs(8))]);
    let page = sender(&receiver).await?;
    hand(&page, &espocrm(&receiver)).await?;
    receiver.see(1).await?;
    page.reload().await?;
    call(&page, "resume", &[&espocrm(&receiver)]).await?;
    see(&page, "ask").await?;
    later().await;
    receiver.see(1).await.map(drop)
}

#[tokio::test]
async fn what_could_not_leave_waits_until_the_receiver_is_there() -> Result<()> {
    let gone = Receiver::start()?;
    let (port, to) = (gone.port(), espocrm(&gone));
    let page = sender(&gone).await?;
    drop(gone);
    hand(&page, &to).await?;
    see(&page, "waiting").await?;
    let receiver = Receiver::start_on(port)?;
    see(&page, "confirmed").await?;
    receiver.see(1).await.map(drop)
}

#[tokio::test]
async fn the_mail_program_gets_one_mail_to_one_address() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = sender(&receiver).await?;
    hand(&page, "mailto:sales@example.com").await?;
    see(&page, "sent").await?;
    let opened = page.eval("return opened").await?;
    let url = opened[0].as_str().unwrap_or_default();
    let start =
        "mailto:sales@example.com?subject=Mina%20van%20der%20Berg%2C%20Northwind%20Clinics&body=";
    assert!(url.starts_with(start), "{url}");
    assert!(url.contains("Size%3A%2030%20people%0D%0A"), "{url}");
    page.reload().await?;
    call(&page, "resume", &["mailto:sales@example.com"]).await?;
    later().await;
    assert_eq!(page.eval("return opened.length").await?, 0);
    assert!(!json!(outbox(&page).await?).to_string().contains("Mina"));
    Ok(())
}
