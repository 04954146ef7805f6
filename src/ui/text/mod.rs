//! Every English sentence of the interface, in two catalogues: one for the wizard, which the
//! widget loads too, and one for the workspace alone.
//!
//! Invariant: components hold no sentences of their own. Arguments are checked at compile time.

/// Declares texts: `name = "…";` gives a function without arguments, `name(a, b) = "… {a} … {b}";`
/// one that fills in what it is given.
macro_rules! catalogue {
    ($($name:ident $(($($argument:ident),+))? = $text:literal;)*) => {
        $(catalogue!(@one $name $(($($argument),+))? = $text);)*
    };
    (@one $name:ident = $text:literal) => {
        #[doc = $text]
        pub const fn $name() -> &'static str {
            $text
        }
    };
    (@one $name:ident ($($argument:ident),+) = $text:literal) => {
        #[doc = $text]
        pub fn $name($($argument: impl std::fmt::Display),+) -> String {
            format!($text)
        }
    };
}

pub mod wizard;
pub mod workspace;
