//! Texts of the workspace, a file an area.

mod bring_in;
mod contacts;
mod data;
mod forms;
mod frame;
mod funnel;

pub use bring_in::*;
pub use contacts::*;
pub use data::*;
pub use forms::*;
pub use frame::*;
pub use funnel::*;
