//! The way back: as the browser's own Back where that leads through the wizard, else to where the
//! person would expect to come from.

use crate::app::route::Route;
use crate::platform::address;
use crate::ui::context::AppContext;
use std::cell::Cell;

thread_local! {
    /// How many pages of the wizard were shown since this tab was loaded.
    static PAGES: Cell<u32> = const { Cell::new(0) };
}

/// Notes that a page of the wizard is shown; says whether there was one before.
pub fn arrive() -> bool {
    PAGES.replace(PAGES.get().saturating_add(1)) > 0
}

/// Goes back from a page that came after another one, or to `otherwise`.
pub fn back(context: AppContext, came_from_page: bool, otherwise: &Route) {
    if came_from_page {
        address::back();
    } else {
        context.go(otherwise);
    }
}
