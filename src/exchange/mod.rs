//! Floor 3a: what goes out of Ripen and what comes in, as text.
//!
//! Owns the wire formats: the stored record of a contact and the keys of what is stored, workspace,
//! playbook and result files, and reading the tables of other systems. Refuses to know where a text
//! comes from or goes to, the clock and the words a person is told: ids and moments come in as
//! values, errors carry data.
//!
//! Invariant: no input panics; what cannot be read is an error that names its place, and what
//! was read can be written again without a loss.

pub mod backups_file;
pub mod case_file;
pub mod catalogue;
pub mod csv;
pub mod embed_code_file;
pub mod export;
pub mod import;
pub mod incoming;
pub mod json;
pub mod keys;
pub mod limits;
pub mod overlay_file;
pub mod playbook_file;
pub mod record;
pub mod rescue_file;
pub mod result_file;
#[cfg(feature = "schema")]
pub mod schema;
pub mod settings_file;
pub mod share;
pub mod stamped;
pub mod translated;
pub mod tree;
pub mod workspace_file;
