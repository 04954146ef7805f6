//! What is kept until it has arrived: over reloads, without network, in two tabs, without storage.

use std::time::Duration;

use crate::sender::{PAGE, RUN, call, hand, later, outbox, see, sender};
use ripen_e2e::{Manner, Page, Receiver, Result};
use serde_json::json;

fn to(receiver: &Receiver) -> String {
    format!("webhook:{}/hook", receiver.origin())
}

async fn offline(page: &Page, is_offline: bool) -> Result<()> {
    page.devtools("Network.enable", json!({})).await?;
    let network = json!({
        "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1
    });
    page.devtools("Network.emulateNetworkConditions", network).await.map(drop)
}

#[tokio::test]
async fn a_page_that_goes_while_it_sends_is_taken_up_by_the_next() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Slow(Duration::from_secs(8))]);
    let page = sender(&receiver).await?;
    hand(&page, &to(&receiver)).await?;
    receiver.see(1).await?;
    page.reload().await?;
    call(&page, "resume", &[&to(&receiver)]).await?;
    see(&page, "confirmed").await?;
    let letters = receiver.see(2).await?;
    assert!(letters.iter().all(|letter| letter.headers["webhook-id"] == RUN));
    assert_eq!(letters[0].body, letters[1].body);
    Ok(())
}

#[tokio::test]
async fn without_network_it_waits_and_goes_when_that_is_back() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = sender(&receiver).await?;
    // The module is there before the network goes.
    call(&page, "standing", &[&to(&receiver), RUN]).await?;
    offline(&page, true).await?;
    hand(&page, &to(&receiver)).await?;
    see(&page, "waiting").await?;
    later().await;
    see(&page, "waiting").await?;
    receiver.see(0).await?;
    offline(&page, false).await?;
    see(&page, "confirmed").await?;
    receiver.see(1).await.map(drop)
}

#[tokio::test]
async fn two_tabs_send_it_once_and_both_hear_of_it() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Slow(Duration::from_secs(2))]);
    let page = sender(&receiver).await?;
    hand(&page, &to(&receiver)).await?;
    page.new_tab(PAGE).await?;
    call(&page, "resume", &[&to(&receiver)]).await?;
    see(&page, "confirmed").await?;
    page.switch_to(0).await?;
    see(&page, "confirmed").await?;
    later().await;
    receiver.see(1).await.map(drop)
}

#[tokio::test]
async fn a_tab_that_was_closed_while_it_sent_is_followed_by_the_other() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Slow(Duration::from_secs(20))]);
    let page = sender(&receiver).await?;
    page.new_tab(PAGE).await?;
    hand(&page, &to(&receiver)).await?;
    receiver.see(1).await?;
    page.switch_to(0).await?;
    call(&page, "resume", &[&to(&receiver)]).await?;
    see(&page, "sending").await?;
    page.switch_to(1).await?;
    page.goto("embed/ripen.js").await?;
    page.switch_to(0).await?;
    see(&page, "confirmed").await?;
    receiver.see(2).await.map(drop)
}

#[tokio::test]
async fn without_locks_two_tabs_send_it_once_as_well() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Answer(500), Manner::Slow(Duration::from_secs(1))]);
    let page = sender(&receiver).await?;
    let no_locks = "Object.defineProperty(navigator, 'locks', { value: undefined })";
    page.eval(no_locks).await?;
    hand(&page, &to(&receiver)).await?;
    page.new_tab(PAGE).await?;
    page.eval(no_locks).await?;
    call(&page, "resume", &[&to(&receiver)]).await?;
    see(&page, "confirmed").await?;
    page.switch_to(0).await?;
    see(&page, "confirmed").await?;
    later().await;
    receiver.see(2).await.map(drop)
}

#[tokio::test]
async fn where_storing_fails_it_is_sent_all_the_same_and_told() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Answer(500)]);
    let page = sender(&receiver).await?;
    page.fail(json!({ "set": { "how": "throw" } })).await?;
    hand(&page, &to(&receiver)).await?;
    assert_eq!(see(&page, "waiting").await?["kept"], false);
    see(&page, "confirmed").await?;
    assert!(outbox(&page).await?.is_empty());
    receiver.see(2).await.map(drop)
}

#[tokio::test]
async fn what_is_damaged_newer_or_for_others_is_left_as_it_is() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = sender(&receiver).await?;
    let key = format!("ripen/1/visitor/outbox/{RUN}/{}", to(&receiver));
    let other = format!("ripen/1/visitor/outbox/{RUN}/{}/other", to(&receiver));
    let waiting = json!({ "v": 1, "id": RUN, "to": "webhook:https://example.com/", "n": 1, "mark": 1,
                          "at": 0, "tries": 0, "state": "waiting", "result": { "id": RUN } });
    page.set_local_storage(&other, Some(&waiting.to_string())).await?;
    for text in ["{\"v\": 1, \"id", "{\"v\":2,\"state\":\"resting\"}"] {
        page.set_local_storage(&key, Some(text)).await?;
        page.reload().await?;
        call(&page, "resume", &[&to(&receiver)]).await?;
        hand(&page, &to(&receiver)).await?;
        assert_eq!(see(&page, "confirmed").await?["kept"], false);
        let kept = page.local_storage().await?;
        assert_eq!((kept[&key].as_str(), &kept[&other]), (text, &waiting.to_string()));
    }
    receiver.see(2).await?;
    call(&page, "forget", &[RUN]).await?;
    assert!(page.local_storage().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn whoever_is_forgotten_is_not_sent_any_more() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Answer(500)]);
    let page = sender(&receiver).await?;
    hand(&page, &to(&receiver)).await?;
    see(&page, "waiting").await?;
    call(&page, "forget", &[RUN]).await?;
    assert!(page.local_storage().await?.is_empty());
    later().await;
    receiver.see(1).await?;
    page.reload().await?;
    call(&page, "resume", &[&to(&receiver)]).await?;
    assert!(call(&page, "standing", &[&to(&receiver), RUN]).await?.is_null());
    later().await;
    receiver.see(1).await.map(drop)
}

#[tokio::test]
async fn it_is_given_up_after_three_days_whatever_the_clock_did_before() -> Result<()> {
    const DAY: i64 = 24 * 3_600_000;
    let receiver = Receiver::start()?;
    receiver.then((0..20).map(|_| Manner::Answer(503)));
    let page = sender(&receiver).await?;
    hand(&page, &to(&receiver)).await?;
    see(&page, "waiting").await?;
    for (clock, state) in [(-2 * DAY, "waiting"), (2 * DAY, "waiting"), (4 * DAY, "failed")] {
        page.eval(&format!("sessionStorage.setItem('clock', {clock})")).await?;
        page.reload().await?;
        call(&page, "resume", &[&to(&receiver)]).await?;
        see(&page, state).await?;
    }
    let kept = outbox(&page).await?;
    assert_eq!(
        (kept[0]["message"].as_str(), kept[0]["result"]["id"].as_str()),
        (Some("late"), Some(RUN))
    );
    Ok(())
}
