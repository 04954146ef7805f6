//! A webhook: repeated by itself under the same id until it has arrived.

use std::time::Duration;

use crate::sender::{RUN, call, hand, hand_with, later, outbox, see, sender};
use ripen_e2e::{Letter, Manner, Receiver, Result};
use serde_json::{Value, json};

fn to(receiver: &Receiver) -> String {
    format!("webhook:{}/hook?form=1", receiver.origin())
}

fn is_whole(letter: &Letter, result: &Value) -> Result<()> {
    assert_eq!(serde_json::from_str::<Value>(&letter.body)?, *result);
    assert_eq!(letter.headers["webhook-id"], RUN);
    assert!(letter.headers["webhook-timestamp"].parse::<u64>()? > 1_700_000_000);
    assert_eq!(letter.headers["content-type"], "application/json");
    assert_eq!(letter.target, "/hook?form=1");
    assert!(!letter.headers.contains_key("cookie"));
    Ok(())
}

#[tokio::test]
async fn a_result_arrives_whole_and_only_the_fact_is_kept() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = sender(&receiver).await?;
    let result = hand(&page, &to(&receiver)).await?;
    let told = see(&page, "confirmed").await?;
    assert_eq!(told["kept"], true);
    is_whole(&receiver.see(1).await?[0], &result)?;
    let kept = outbox(&page).await?;
    assert_eq!(kept.len(), 1);
    assert!(!kept[0].to_string().contains("Mina") && kept[0]["state"] == "confirmed");
    // The same again, and the page anew, send nothing.
    hand(&page, &to(&receiver)).await?;
    page.reload().await?;
    call(&page, "resume", &[&to(&receiver)]).await?;
    assert_eq!(call(&page, "standing", &[&to(&receiver), RUN]).await?, "confirmed");
    later().await;
    receiver.see(1).await?;
    // Other answers are another message.
    hand_with(&page, &to(&receiver), json!({ "claimed_level": "lead" })).await?;
    see(&page, "confirmed").await?;
    assert_eq!(receiver.see(2).await?[1].headers["webhook-id"], format!("{RUN}-2"));
    Ok(())
}

#[tokio::test]
async fn whatever_the_receiver_does_it_is_tried_again_under_the_same_id() -> Result<()> {
    let faults = [
        (Manner::DropBefore, 1),
        (Manner::DropAfter, 2),
        (Manner::Half, 2),
        (Manner::Answer(500), 2),
        (Manner::Answer(408), 2),
    ];
    for (fault, n) in faults {
        let receiver = Receiver::start()?;
        receiver.then([fault.clone()]);
        let page = sender(&receiver).await?;
        let result = hand(&page, &to(&receiver)).await?;
        see(&page, "confirmed").await?;
        for letter in receiver.see(n).await? {
            is_whole(&letter, &result)?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_busy_receiver_is_left_alone_for_as_long_as_it_asks() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = sender(&receiver).await?;
    // HTTP dates have whole seconds.
    let date = page.eval("return new Date(Date.now() + 4000).toUTCString()").await?;
    let date = date.as_str().unwrap_or_default().to_owned();
    receiver.then([Manner::Busy(429, "3".into()), Manner::Busy(503, date)]);
    hand(&page, &to(&receiver)).await?;
    see(&page, "waiting").await?;
    // Neither the network's coming back nor the visitor hurries it.
    page.eval("window.dispatchEvent(new Event('online'))").await?;
    call(&page, "again", &[&to(&receiver), RUN]).await?;
    see(&page, "confirmed").await?;
    let letters = receiver.see(3).await?;
    assert!(letters[1].at - letters[0].at >= Duration::from_secs(3));
    assert!(letters[2].at > letters[1].at);
    Ok(())
}

#[tokio::test]
async fn what_is_refused_is_kept_for_the_visitor_to_try_again() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Answer(404)]);
    let page = sender(&receiver).await?;
    hand(&page, &to(&receiver)).await?;
    assert_eq!(see(&page, "failed").await?["message"], "404");
    later().await;
    receiver.see(1).await?;
    page.reload().await?;
    call(&page, "resume", &[&to(&receiver)]).await?;
    assert_eq!(see(&page, "failed").await?["message"], "404");
    receiver.see(1).await?;
    call(&page, "again", &[&to(&receiver), RUN]).await?;
    see(&page, "confirmed").await?;
    assert_eq!(receiver.see(2).await?[1].headers["webhook-id"], RUN);
    Ok(())
}

#[tokio::test]
async fn where_the_preflight_is_refused_it_goes_once_as_plain_text() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.keep_out();
    let page = sender(&receiver).await?;
    let result = hand(&page, &to(&receiver)).await?;
    see(&page, "sent").await?;
    page.reload().await?;
    call(&page, "resume", &[&to(&receiver)]).await?;
    later().await;
    let letters = receiver.see(1).await?;
    assert!(letters[0].headers["content-type"].starts_with("text/plain"));
    assert!(!letters[0].headers.contains_key("webhook-id"));
    assert_eq!(serde_json::from_str::<Value>(&letters[0].body)?, result);
    Ok(())
}

#[tokio::test]
async fn plain_text_that_got_lost_is_the_visitors_to_repeat() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.keep_out();
    receiver.then([Manner::DropAfter]);
    let page = sender(&receiver).await?;
    hand(&page, &to(&receiver)).await?;
    see(&page, "ask").await?;
    later().await;
    receiver.see(1).await?;
    call(&page, "again", &[&to(&receiver), RUN]).await?;
    see(&page, "sent").await?;
    receiver.see(2).await?;
    Ok(())
}

#[tokio::test]
async fn what_may_have_arrived_never_goes_as_plain_text() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::DropAndKeepOut]);
    let page = sender(&receiver).await?;
    hand(&page, &to(&receiver)).await?;
    later().await;
    see(&page, "waiting").await?;
    let letters = receiver.letters();
    assert!(!letters.is_empty());
    assert!(letters.iter().all(|letter| letter.headers.contains_key("webhook-id")), "{letters:#?}");
    Ok(())
}

#[tokio::test]
async fn a_policy_that_forbids_it_is_told_at_once() -> Result<()> {
    let receiver = Receiver::start()?;
    let other = Receiver::start()?;
    let page = sender(&receiver).await?;
    for destination in [to(&other), format!("espocrm:{}/api", other.origin())] {
        hand(&page, &destination).await?;
        assert_eq!(see(&page, "failed").await?["message"], "policy");
        page.eval("told.length = 0").await?;
    }
    assert!(page.blocked().await?.contains("connect-src"));
    other.see(0).await.map(drop)
}
