//! Texts of the workspace, a file an area. What the wizard says, too, stands in its catalogue.

mod ask;
mod assessment;
mod bring_in;
mod contacts;
mod data;
mod duplicates;
mod embed_code;
mod embed_code_words;
mod forms;
mod frame;
mod handoff;
mod keeping;
mod learn;
mod people;
mod playbook;
mod playbook_checks;
mod playbook_difference;
mod playbook_languages;
mod playbook_parts;
mod playbook_questions;
mod playbook_rules;
mod review;
mod studio;
mod take_out;

pub use ask::*;
pub use assessment::*;
pub use bring_in::*;
pub use contacts::*;
pub use data::*;
pub use duplicates::*;
pub use embed_code::*;
pub use embed_code_words::*;
pub use forms::*;
pub use frame::*;
pub use handoff::*;
pub use keeping::*;
pub use people::*;

pub use super::funnel::*;
pub use super::rep::move_to;
pub use super::wizard::{
    change, colon_what, dont_know, error_prefix, named_value, optional, there_is_a_problem,
};
pub use learn::*;
pub use playbook::*;
pub use playbook_checks::*;
pub use playbook_difference::*;
pub use playbook_languages::*;
pub use playbook_parts::*;
pub use playbook_questions::*;
pub use playbook_rules::*;
pub use review::*;
pub use studio::*;
pub use take_out::*;
