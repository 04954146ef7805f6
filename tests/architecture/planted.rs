//! Planted violations: every check finds what it looks for, and nothing else.

use super::Check;
use super::checks::{
    IMPURE, MAX_LINES, MAX_TEST_LINES, every_file_says_what_it_is, every_folder_is_a_floor,
    floors_use_only_those_below, markup_is_safe, no_file_is_too_long,
    nothing_that_ships_is_unfinished, nothing_that_ships_unwraps,
    pure_floors_know_no_browser_no_clock_and_no_chance, the_elements_link_no_workspace_view,
    the_widget_listens_on_the_way_in, views_ask_the_context_what_day_it_is,
    views_cannot_write_the_context, views_store_through_the_context,
};
use super::source::Source;

/// Tries a check on texts with the lines it must complain about; none for a sound text.
fn tries(check: Check, cases: &[(&str, &str, &[usize])]) {
    for (path, text, lines) in cases {
        let complaints = check(&Source::new(path, text));
        let expected = lines.iter().map(|line| format!("{path}:{line}: "));
        let all_found = expected.zip(&complaints).all(|(start, c)| c.starts_with(&start));
        assert!(all_found && complaints.len() == lines.len(), "{path} {text:?}: {complaints:?}");
    }
}

#[test]
fn a_floor_that_uses_a_higher_one_is_found() {
    tries(
        floors_use_only_those_below,
        &[
            ("src/app/decide.rs", "use crate::domain::ids;\nuse crate::app::undo;", &[]),
            ("src/domain/fold.rs", "//! x\nuse crate::app::decide;", &[2]),
            ("src/domain/fold.rs", "// crate::app is above", &[]),
            ("src/app/decide.rs", "use crate::{\n  domain::{a, b},\n  exchange::csv,\n};", &[1]),
            ("src/app/decide.rs", "use crate::{domain::{a, ui}, app};", &[]),
            ("src/exchange/json.rs", "fn f() { crate::platform::save(); }", &[1]),
            ("src/platform/store.rs", "use crate::exchange::json;", &[]),
            ("src/platform/store.rs", "use crate::ui::theme;", &[1]),
            ("src/ui/mod.rs", "pub(crate) use crate::embed::x;\nuse crate::platform;", &[1]),
            ("src/domain/fold.rs", "use super::super::ui;", &[1]),
            ("src/domain/playbook/rule.rs", "use super::super::ids;", &[]),
            ("src/domain/playbook/rule.rs", "use super::super::super::{domain, app};", &[1]),
            ("src/bin/widget.rs", "use ripen::embed;\nuse ripen::domain;", &[]),
        ],
    );
}

#[test]
fn a_folder_without_a_floor_is_found() {
    for (path, homeless) in [
        ("src/utils/mod.rs", true),
        ("src/helpers.rs", true),
        ("src/lib.rs", false),
        ("src/app/mod.rs", false),
        ("tests/vectors.rs", false),
    ] {
        assert_eq!(every_folder_is_a_floor(&Source::new(path, "")).len() == 1, homeless, "{path}");
    }
}

#[test]
fn a_browser_a_clock_or_chance_on_a_pure_floor_is_found() {
    tries(
        pure_floors_know_no_browser_no_clock_and_no_chance,
        &[
            ("src/domain/a.rs", "use leptos::prelude::*;\nlet now = Utc::now();", &[1, 2]),
            ("src/app/a.rs", "\nweb_sys::window();", &[2]),
            ("src/exchange/a.rs", "js_sys::Date::now();", &[1]),
            ("src/app/a.rs", "/// Unlike leptos.\nlet leptosphere = now_v70();", &[]),
            ("src/app/a.rs", "x();\n#[cfg(test)]\nmod tests { use std::fs; }", &[]),
            ("src/ui/a.rs", "use leptos::prelude::*;", &[]),
        ],
    );
    for word in IMPURE {
        let source = Source::new("src/domain/a.rs", &format!("{word}::x"));
        let complaints = pure_floors_know_no_browser_no_clock_and_no_chance(&source);
        assert_eq!(complaints.len(), 1, "{word}");
    }
}

#[test]
fn unfinished_or_unwrapping_code_and_unsafe_markup_are_found() {
    tries(
        nothing_that_ships_is_unfinished,
        &[
            ("src/ui/a.rs", "fn f() {\n    todo!()\n}", &[2]),
            ("src/ui/a.rs", "dbg!(x);", &[1]),
            ("tests/a.rs", "todo!()", &[]),
        ],
    );
    tries(
        nothing_that_ships_unwraps,
        &[
            ("src/ui/a.rs", "x.unwrap();\ny.unwrap_or(1);", &[1]),
            ("src/ui/a.rs", "/// x.unwrap()\n#[cfg(test)]\nmod tests { x.unwrap() }", &[]),
            ("src/ui/a.rs", "#[cfg(test)]\npub(super) mod tests {\nx.unwrap()", &[]),
            ("src/ui/a.rs", "#[cfg(test)]\nmod tests;\nx.unwrap()", &[3]),
            ("src/app/tests.rs", "x.unwrap();", &[]),
            ("src/app/tests/a.rs", "x.unwrap();", &[]),
        ],
    );
    tries(
        markup_is_safe,
        &[
            ("src/ui/a.rs", "<p inner_html=x>", &[1]),
            ("src/ui/a.rs", "<p\n  style=\"color:red\">", &[2]),
            ("src/ui/a.rs", "<p style:color=x data-style=\"x\">", &[]),
        ],
    );
}

#[test]
fn a_file_without_a_header_or_without_an_end_is_found() {
    tries(
        every_file_says_what_it_is,
        &[
            ("xtask/src/main.rs", "//! Builds.\n", &[]),
            ("xtask/src/main.rs", "use std::fs;\n", &[1]),
            ("tests/a.rs", "", &[1]),
        ],
    );
    for (path, most) in [("src/ui/a.rs", MAX_LINES), ("tests/a.rs", MAX_TEST_LINES)] {
        for (lines, complaints) in [(most, 0), (most + 1, 1)] {
            let source = Source::new(path, &"x\n".repeat(lines));
            assert_eq!(no_file_is_too_long(&source).len(), complaints, "{path}: {lines} lines");
        }
    }
}

#[test]
fn a_view_that_stores_or_weighs_on_the_widget_is_found() {
    tries(
        views_store_through_the_context,
        &[
            ("src/ui/workspace/data/mod.rs", "use crate::platform::repository::Repository;", &[1]),
            ("src/ui/workspace/data/mod.rs", "use crate::platform::repository::Attention;", &[]),
            ("src/ui/context/keep.rs", "use crate::platform::repository::Repository;", &[]),
        ],
    );
    let path = "src/ui/workspace/a.rs";
    tries(
        views_ask_the_context_what_day_it_is,
        &[(path, "\nclock::today()", &[2]), (path, "clock::now()", &[])],
    );
    let signals = "pub a: ReadSignal<A>,\npub b: RwSignal<B>,\nc: RwSignal<C>,";
    tries(views_cannot_write_the_context, &[("src/ui/context/mod.rs", signals, &[2])]);
    tries(
        the_elements_link_no_workspace_view,
        &[
            ("src/ui/wizard/why.rs", "use crate::ui::workspace::words;", &[1]),
            ("src/embed/mount.rs", "use crate::ui::wizard::visitor;", &[]),
            ("src/embed/mount.rs", "use crate::ui::funnel::words;", &[1]),
            ("src/embed/funnel/mount.rs", "use crate::ui::funnel::words;", &[]),
            ("src/embed/funnel/mount.rs", "use crate::ui::context::open;", &[1]),
            ("src/ui/funnel/alone.rs", "\nuse crate::ui::text::workspace as text;", &[2]),
            ("src/bin/funnel.rs", "use ripen::ui::workspace::App;", &[1]),
            ("src/ui/workspace/mod.rs", "use crate::ui::workspace::words;", &[]),
        ],
    );
    tries(
        the_widget_listens_on_the_way_in,
        &[
            ("src/ui/wizard/why.rs", "<a on:click=go>\n<a\non:input:target=go>", &[1, 3]),
            ("src/ui/wizard/why.rs", "<a on:click:capture=go on:input:capture:target=go>", &[]),
            ("src/ui/wizard/why.rs", "|on: bool| on", &[]),
            ("src/ui/workspace/mod.rs", "<a on:click=go>", &[]),
        ],
    );
}
