//! The few icons of the workspace, drawn inline. They repeat what words say and are hidden from
//! assistive technology.

use leptos::prelude::*;

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// People.
    Contacts,
    /// A funnel.
    Funnel,
    /// An open book.
    Playbook,
    /// A stack of data.
    Data,
    /// An open book.
    Learn,
    /// An arrow back.
    Undo,
    /// A tick.
    Check,
    /// A plus.
    Plus,
    /// An eye.
    Eye,
    /// An arrow out of a box.
    Upload,
    /// An arrow into a box.
    Download,
    /// An arrow onwards.
    Next,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// A telephone.
    Phone,
    /// Three dots.
    More,
    /// A cross.
    Close,
    /// A warning triangle.
    Warning,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Contacts => {
                "M8 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6M2.5 17c.4-3.3 2.6-5 5.5-5s5.1 1.7 5.5 5M13.5 4.3a3 3 0 0 1 0 5.4M15.5 12.7c1.3.8 2 2.3 2.2 4.3"
            }
            Self::Funnel => "M2.5 4h15l-5.8 7v5l-3.4 1.5V11Z",
            Self::Playbook => {
                "M10 5.5C8.300 4 5.500 3.500 2.500 3.500v12c3 0 5.800.5 7.500 2 1.700-1.500 4.500-2 7.500-2v-12c-3 0-5.800.5-7.500 2ZM10 5.500v12"
            }
            Self::Data => {
                "M3.5 5c0-1.400 2.900-2.500 6.500-2.500s6.500 1.100 6.500 2.500-2.900 2.500-6.500 2.500S3.500 6.400 3.500 5v10c0 1.400 2.900 2.500 6.500 2.500s6.500-1.100 6.500-2.500V5M3.500 10c0 1.400 2.900 2.500 6.500 2.500s6.500-1.100 6.500-2.500"
            }
            Self::Learn => {
                "M10 5.5C8 4 5 3.5 2.5 4v11.5c2.5-.5 5.5 0 7.5 1.5 2-1.5 5-2 7.5-1.5V4C15 3.5 12 4 10 5.5V17"
            }
            Self::Undo => "M7 4 3.5 7.5 7 11M4 7.5h8a4.5 4.5 0 0 1 0 9H8",
            Self::Check => "m4 10.5 4 4 8-9",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Eye => {
                "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5ZM10 7.700a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600"
            }
            Self::Upload => "M10 13V3.5M6 7l4-3.5L14 7M3.5 13v3.5h13V13",
            Self::Download => "M10 3.5V13M6 9.5l4 3.5 4-3.5M3.5 13v3.5h13V13",
            Self::Next => "M4 10h12M11 5l5 5-5 5",
            Self::Up => "M10 16V4M5 9l5-5 5 5",
            Self::Down => "M10 4v12M5 11l5 5 5-5",
            Self::Phone => {
                "M4 3.5h3l1.5 4-2 1.5a10 10 0 0 0 4.5 4.5l1.5-2 4 1.5v3c0 .6-.5 1-1 1A13 13 0 0 1 3 4.5c0-.5.4-1 1-1Z"
            }
            Self::More => "M4.5 10h.01M10 10h.01M15.5 10h.01",
            Self::Close => "m5 5 10 10M15 5 5 15",
            Self::Warning => "M10 3 2 17h16ZM10 8.5v4M10 14.8v.01",
        }
    }
}

/// Draws an icon.
#[component]
pub fn Glyph(
    /// Which one.
    icon: Icon,
    /// Its class.
    #[prop(default = "icon")]
    class: &'static str,
) -> impl IntoView {
    let width = (icon == Icon::More).then_some("3");
    view! {
        <svg class=class viewBox="0 0 20 20" aria-hidden="true">
            <path d=icon.path() stroke-width=width />
        </svg>
    }
}

/// The mark of the product: a fruit with a leaf.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
            <path
                class="brand-fruit"
                d="M12 5.5c-5 0-8 3.2-8 8.2S7.2 22 12 22s8-3.3 8-8.3-3-8.2-8-8.2Z"
            />
            <path
                class="brand-leaf"
                d="M12 6.5C12 3 14.5 1 19.5 1c0 4-2.5 6.5-7.5 5.5ZM4 13c4 2.5 9 1 11.5-6.8A8.5 8.5 0 0 0 12 5.5c-4.8 0-7.8 2.900-8 7.500Z"
            />
        </svg>
    }
}
