//! The widget's style sheet, as one text for one constructed sheet.

/// Tokens, what pages share, the wizard, and the widget's own frame, in that order.
pub const SHEET: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/wizard.css"),
    include_str!("../../style/widget.css"),
);
