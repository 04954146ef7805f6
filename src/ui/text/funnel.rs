//! Texts of the funnel, which the embedded one says, too.

// Positions, fates and windows
catalogue! {
    funnel = "Funnel";
    count_of(count, of) = "{count} of {of}";
    lead = "Lead";
    prospect = "Prospect";
    opportunity = "Opportunity";
    customer = "Customer";
    nurturing = "Nurturing";
    disqualified = "Disqualified";
    lost = "Lost";
    none_yet = "No contacts yet";
    fate_moved_on = "moved on";
    fate_in_progress = "in progress";
    fate_nurturing = "nurturing";
    fate_disqualified = "disqualified";
    fate_lost = "lost";
    all_time = "all time";
    window_from_to(from, to) = "{from} to {to}";
    window_to(to) = "until {to}";
    since(day) = "since {day}";
}

// The funnel embedded in a page
catalogue! {
    funnel_alone_empty = "When contacts are added to the workspace, they are counted here.";
    funnel_alone_empty_file = "This file holds no contacts.";
    funnel_alone_apart = "This page is shown inside a page of another site. Browsers keep storage apart there, so a workspace that was filled on its own site is not seen here.";
    funnel_alone_reading = "The figures are being counted.";
    funnel_alone_wrong = "The funnel cannot be shown";
    funnel_alone_blocked = "This browser does not let the page read what it keeps. A private window, or a setting for cookies and site data, may be why.";
    funnel_alone_incomplete = "The browser’s database does not answer. Figures of a part would be wrong, so none are shown. Reload the page, or restart the browser.";
    funnel_alone_damaged = "Something that is stored of the workspace cannot be read. Figures without it would be wrong, so none are shown. Open the workspace: it says what it is.";
    funnel_alone_newer = "A newer version of Ripen stored something here that this one cannot read. Figures without it would be wrong, so none are shown.";
    funnel_alone_no_export = "The file is no export of a Ripen workspace, or it is damaged.";
    funnel_alone_newer_file = "The file was written by a newer version of Ripen than this one.";
    funnel_alone_unreachable = "The file with the figures could not be loaded.";
    funnel_alone_as_of(day) = "Exported on {day}";
}

// The workspace’s and the embedded one
catalogue! {
    funnel_show_contacts = ": show the contacts";
    funnel_entered = "Entered";
    funnel_all_time = "All time";
    funnel_month = "This month";
    funnel_quarter = "This quarter";
    funnel_year = "This year";
    funnel_twelve_months = "Last 12 months";
    funnel_custom = "Custom";
    funnel_from = "From";
    funnel_to = "To";
    funnel_wrong_order = "The first day is after the last one.";
    funnel_picture(window) = "Funnel, {window}";
    funnel_lead_one = "lead";
    funnel_lead_many = "leads";
    funnel_lead_title = "Leads";
    funnel_lead_about = "showed interest";
    funnel_prospect_one = "prospect";
    funnel_prospect_many = "prospects";
    funnel_prospect_title = "Prospects";
    funnel_prospect_about = "qualified";
    funnel_opportunity_one = "opportunity";
    funnel_opportunity_many = "opportunities";
    funnel_opportunity_title = "Opportunities";
    funnel_opportunity_about = "with a pain we fit";
    funnel_customer_one = "customer";
    funnel_customer_many = "customers";
    funnel_customer_title = "Customers";
    funnel_customer_about = "won";
    funnel_worth_won(amount) = "{amount} won";
    funnel_dash = "–";
    funnel_not_observed = "not observed";
    funnel_fate(count, fate) = "{count} {fate}";
    funnel_fate_link(count, levels, fate) = "{count} {fate}, {levels}: show the contacts";
    funnel_figures = "The figures";
    funnel_position = "Position";
    funnel_moved_on = "Moved on";
    funnel_conversion(sure) = "Conversion, {sure} interval";
    funnel_in_progress = "In progress";
    funnel_interval(low, high) = "{low} to {high}";
    funnel_interval_of(sure, low, high) = "{sure} interval {low} to {high}";
    funnel_too_few = "too few to say";
    funnel_undated_one = "1 contact has no date: it counts in “All time” only.";
    funnel_undated(n) = "{n} contacts have no date: they count in “All time” only.";
    funnel_not_observed_note(positions) = "Not observed: {positions}. Nobody was seen there, so there is no conversion to show.";
    funnel_too_few_note(n) = "Below {n} entered, a conversion says too little to be shown.";
    funnel_how = "How this is counted";
    funnel_how_conversion = "Conversion = moved on ÷ entered. Of those who entered a position in the window, the share that ever reached a later one. Skipping a position is passing it; coming back counts once. Those still in progress, nurturing, disqualified or lost stay in the denominator.";
    funnel_how_window(window) = "Window: {window}, by the day a position was entered. The number of contacts behind each conversion stands under Entered.";
    funnel_how_interval(sure) = "Interval: Wilson score, {sure}.";
    funnel_win_rate = "Win rate";
    funnel_by_count = "By count";
    funnel_by_value = "By value";
    funnel_by_value_in(currency) = "By value, in {currency}";
    funnel_nothing_closed = "Nothing was won or lost in this window.";
    funnel_rate_formula(won, lost) = "{won} won ÷ ({won} won + {lost} lost)";
    funnel_rate_formula_three(won, lost, disqualified) = "{won} won ÷ ({won} won + {lost} lost + {disqualified} disqualified)";
    funnel_value_formula(won, closed) = "{won} won ÷ {closed} closed";
    funnel_closed_without_amount(n) = "{n} had no amount";
    funnel_no_lost_amounts = "The lost deals carry no amount to compare with.";
    funnel_how_wins(window) = "Win rate = won ÷ (won + lost), closed in the window ({window}). An opportunity that was disqualified counts as lost and is shown apart.";
    funnel_open_pipeline = "Open pipeline";
    funnel_nothing_open = "No opportunity is open.";
    funnel_open(n) = "{n} open";
    funnel_no_amount = "No amount";
    funnel_without_amount(n) = "{n} with no amount";
    funnel_all_with_amount = "all with an amount";
    funnel_weighted = "Weighted by chance";
    funnel_weighted_formula(n, open) = "Sum of amount × chance to win, {n} of {open} with an amount";
    funnel_evidenced = "Backed by evidence";
    funnel_evidenced_formula(n, open) = "{n} of {open}: every criterion of an opportunity is met";
    funnel_show_active_one = "Show the one in progress";
    funnel_show_active(n) = "Show the {n} in progress";
    funnel_show_nurturing_one = "Show the one nurturing";
    funnel_show_nurturing(n) = "Show the {n} nurturing";
    funnel_how_pipeline = "Opportunities that are open now, whatever the window; nurturing ones too. A missing amount is not zero: it is left out of the sums. Currencies are never added up. The chance to win is the playbook’s, set right by the deals closed here: (won + 8 × chance) ÷ (closed + 8), by how much of the buying conditions was confirmed.";
    funnel_empty_workspace_text = "The funnel fills by itself as contacts move up. Add a contact, or import the ones you have.";
    funnel_nobody = "Nobody entered in this window";
    funnel_nobody_text = "The funnel counts contacts by the day they entered a position. Choose a longer window.";
    funnel_show_all_time = "Show all time";
}
