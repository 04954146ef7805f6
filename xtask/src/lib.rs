//! What the project's commands are made of: finding and installing tools, building `dist/`,
//! weighing it, serving it and running the tests.
//!
//! It is a library so that the end-to-end tests can use the same tool cache and the same
//! static server. It refuses to know anything about sales: no crate of the product is a dependency.

pub mod assemble;
pub mod bench;
pub mod budget;
pub mod dist;
pub mod http;
pub mod mime;
pub mod paths;
pub mod run;
pub mod serve;
pub mod suite;
pub mod tools;
