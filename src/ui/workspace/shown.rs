//! What is there only while something holds.

use leptos::prelude::*;

/// Draws its children while `when` is true, else the fallback, which is nothing unless given.
///
/// Leptos' own `Show` makes all of its code anew for every use: a tenth of the workspace's views.
#[component]
pub(super) fn Shown(
    when: impl Fn() -> bool + Send + Sync + 'static,
    #[prop(optional, into)] fallback: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    draw(Box::new(when), fallback, children)
}

fn draw(
    when: Box<dyn Fn() -> bool + Send + Sync>,
    fallback: ViewFn,
    children: ChildrenFn,
) -> AnyView {
    let when = Memo::new(move |_| when());
    (move || if when.get() { children() } else { fallback.run() }).into_any()
}
