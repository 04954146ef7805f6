//! Drives the built app in real browsers.
//!
//! A test talks about what a person sees: roles and accessible names, nothing else. No selector,
//! no class, no id. So a test that passes also says that the thing can be found by a screen reader.
//!
//! ```no_run
//! # async fn journey() -> ripen_e2e::Result<()> {
//! use ripen_e2e::{Key, Page};
//!
//! let page = Page::open("index.html").await?;
//! page.fill("textbox", "Organisation", "Acme").await?;
//! page.click("button", "Continue").await?;
//! page.see("heading", "Check your answers").await?;
//! page.press(Key::Tab).await?;
//! # Ok(()) }
//! ```
//!
//! - Each `Page` has a browser of its own with an empty profile, and serves `dist/` from a sub-path
//!   under the strict Content-Security-Policy. What the policy blocks fails the test.
//! - `RIPEN_BROWSER` says which browser: `chromium` (if unset), `firefox` or `webkit`.
//! - Everything waits up to five seconds for what it needs and then tells what it saw instead.
//! - A name is matched whole, white space aside; one that ends in `…` matches any name that starts so.
//! - Elements count when they are visible, not `aria-hidden`, not inert and not behind a modal
//!   dialog. Open shadow roots are walked through.

mod act;
mod copy;
mod driver;
mod keys;
mod look;
mod page;
mod processes;
mod receiver;
mod scripts;
mod shot;
mod site;
mod stored;
mod wait;

pub use anyhow::Result;
pub use copy::SiteCopy;
pub use fantoccini::key::Key;
pub use page::Page;
pub use receiver::{Letter, Manner, Receiver};
pub use shot::Theme;
pub use stored::{FAULTS, Step};
pub use xtask::tools::Browser;
