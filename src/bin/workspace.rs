//! Mounts the workspace.

use leptos::prelude::*;
use ripen::platform::panic;
use ripen::ui::workspace::App;

fn main() {
    panic::tell_the_page();
    let Some(place) = document().get_element_by_id("app") else { return };
    leptos::mount::mount_to(wasm_bindgen::JsCast::unchecked_into(place), App).forget();
}
