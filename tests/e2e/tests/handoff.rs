//! Handing a result over from the visitor's browser: nothing is lost, and nothing arrives twice that
//! the visitor did not send twice, whatever the network, the receiver and the browser do.

#[path = "handoff/kept.rs"]
mod kept;
#[path = "handoff/once.rs"]
mod once;
#[path = "handoff/sender.rs"]
mod sender;
#[path = "handoff/webhook.rs"]
mod webhook;
