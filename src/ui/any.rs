//! Views of one type, for the workspace and the funnel.
//!
//! Leptos makes the code that draws, redraws and removes a list or an optional view anew for every
//! type of element in it. Here they are all one type: a tenth of the code of
//! the views. (The widget, which has few, is lighter without.)

use leptos::prelude::*;

/// Drawing what a list or iterator gives.
pub(in crate::ui) trait CollectAny {
    /// All views, in their order.
    fn collect_any(self) -> Vec<AnyView>;
}

impl<V: IntoView + 'static, I: IntoIterator<Item = V>> CollectAny for I {
    fn collect_any(self) -> Vec<AnyView> {
        self.into_iter().map(IntoAny::into_any).collect()
    }
}

/// Drawing something only if it applies.
pub(in crate::ui) trait ThenAny {
    /// The view, where this is true.
    fn then_any<V: IntoView + 'static>(self, view: impl FnOnce() -> V) -> Option<AnyView>;
}

impl ThenAny for bool {
    fn then_any<V: IntoView + 'static>(self, view: impl FnOnce() -> V) -> Option<AnyView> {
        if self { Some(view().into_any()) } else { None }
    }
}

/// Drawing something that may be missing.
pub(in crate::ui) trait MapAny<T> {
    /// The view of what is there.
    fn map_any<V: IntoView + 'static>(self, view: impl FnOnce(T) -> V) -> Option<AnyView>;
}

impl<T> MapAny<T> for Option<T> {
    fn map_any<V: IntoView + 'static>(self, view: impl FnOnce(T) -> V) -> Option<AnyView> {
        self.map(view).map(IntoAny::into_any)
    }
}
