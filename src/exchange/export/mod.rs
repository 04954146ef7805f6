//! What goes out for other programs: a table of contacts, the files of CRMs, a calendar.
//!
//! Owns which columns there are, their headers and how a cell is written. Refuses to know the
//! words of the interface, the clock and where a file goes. The headers belong to the formats and
//! are the same in every language. Invariant: what Ripen reads back is the same contact.

pub mod calendar;
pub mod contacts;
pub mod crm;
mod value;
