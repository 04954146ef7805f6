//! Every English sentence of the interface, in catalogues: what a visitor reads (`wizard`), which the
//! widget has in other languages, too; what the wizard says to reps; the funnel, which the embedded one loads; and the workspace.
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

/// Declares texts as `catalogue!` does that are said in the language spoken at the moment. An
/// argument is text, or a count: plural forms go by the last one.
macro_rules! translated {
    ($($name:ident $(($($argument:ident),+))? = $text:literal;)*) => {
        $(translated!(@one $name $(($($argument),+))? = $text);)*
    };
    (@one $name:ident = $text:literal) => {
        #[doc = $text]
        pub fn $name() -> &'static str {
            said(const { mark(stringify!($name)) }, $text)
        }
    };
    (@one $name:ident ($($argument:ident),+) = $text:literal) => {
        #[doc = $text]
        pub fn $name<'a>($($argument: impl Into<Argument<'a>>),+) -> String {
            filled(const { mark(stringify!($name)) }, $text, &[$($argument.into()),+])
        }
    };
}

pub mod funnel;
pub mod rep;
mod spoken;
pub mod wizard;
pub mod workspace;

pub use spoken::bound;
