//! What the project's commands are made of: finding and installing tools, building `dist/`,
//! weighing it, serving it and running the tests.
//!
//! It is a library so that the end-to-end tests can use the same tool cache and the same
//! static server. Of the product it uses one thing: the reader that derives visitors' playbooks.

pub mod assemble;
pub mod bench;
pub mod budget;
pub mod dist;
pub mod embed;
pub mod http;
pub mod mime;
pub mod names;
pub mod package;
pub mod panics;
pub mod paths;
pub mod run;
pub mod schema;
pub mod serve;
pub mod styles;
pub mod suite;
pub mod tools;
pub mod widget;
