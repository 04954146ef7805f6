//! The floors hold: who may use whom, and what must not stand where.
//!
//! Reads the sources as text, in the manner of rust-analyzer's tidy. Refuses to understand Rust:
//! a check that needs more than words and paths belongs to the compiler. Every check is tried on
//! planted violations first, so that none passes for want of looking.

mod checks;
mod planted;
mod source;

use source::{Source, sources};

type Check = fn(&Source) -> Vec<String>;

fn holds(check: Check) {
    let all: Vec<_> = ["src", "tests", "xtask"].into_iter().flat_map(sources).collect();
    assert!(all.iter().any(|source| source.path == "src/lib.rs"), "the sources are not there");
    let complaints: Vec<_> = all.iter().flat_map(check).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

macro_rules! the_tree {
    ($($check:ident),* $(,)?) => {
        mod the_tree {
            $(#[test]
            fn $check() {
                super::holds(super::checks::$check);
            })*
        }
    };
}

the_tree!(
    floors_use_only_those_below,
    every_folder_is_a_floor,
    pure_floors_know_no_browser_no_clock_and_no_chance,
    views_store_through_the_context,
    views_ask_the_context_what_day_it_is,
    views_cannot_write_the_context,
    the_elements_link_no_workspace_view,
    the_widget_listens_on_the_way_in,
    nothing_that_ships_is_unfinished,
    nothing_that_ships_unwraps,
    markup_is_safe,
    every_file_says_what_it_is,
    no_file_is_too_long,
);
