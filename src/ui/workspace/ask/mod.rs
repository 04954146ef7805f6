//! The wizard in the workspace: a rep's way through the questions of one contact.
//!
//! Each question, the check and the result have an address of their own, so the browser's Back
//! and a reload work. Continue records the answer at once. Beside them stands one page with all
//! questions, which records each answer as it is given. The pages themselves are those of
//! [`ui::wizard`](crate::ui::wizard), which visitors see too.

mod begun;
pub mod check;
mod everything;
pub mod frame;
pub mod live;
mod mistakes;
pub mod question;
mod record;
pub mod result;
pub mod sheet;
pub mod talk;
pub mod trail;

pub use check::CheckPage;
pub use question::AskPage;
pub use result::ResultPage;
pub use sheet::SheetPage;
