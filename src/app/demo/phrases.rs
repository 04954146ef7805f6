//! What people in the demo say and write.

/// A problem in the contact's own words.
pub(super) const PAINS: [&str; 8] = [
    "Every change of plan takes three phone calls, and somebody still turns up at the wrong place.",
    "We keep the schedule in a spreadsheet that only Marion understands.",
    "Two sites order the same part twice a month because neither sees the other’s stock.",
    "Month-end closing takes nine days, and six of them are copying numbers.",
    "Customers ask where their order is, and we have to call the driver to find out.",
    "New people need four months before they can plan a shift on their own.",
    "We lost an audit point because nobody could say who had approved what.",
    "Half of our quotes go out late, and the late ones never come back.",
];

/// The situation today.
pub(super) const SITUATIONS: [&str; 5] = [
    "Four planners, one shared spreadsheet, changes by phone. Three sites, each with its own habits.",
    "An old in-house tool for orders, e-mail for everything else. One person maintains it.",
    "Paper lists on the floor, typed in once a day. Managers see figures a day late.",
    "Two systems that do not talk to each other; an assistant moves data between them on Fridays.",
    "A supplier’s free tool, outgrown two years ago. No history, no approvals.",
];

/// What must be different.
pub(super) const NEEDS: [&str; 4] = [
    "Everybody sees a change within a minute, without a call.",
    "Closing in three days, with numbers nobody has to copy.",
    "Anyone on the team can plan a week, not just one person.",
    "Each approval is on record, with name and date.",
];

/// What they would like on top.
pub(super) const WANTS: [&str; 4] = [
    "A view for the phone. Less e-mail.",
    "A monthly figure the board understands.",
    "Warnings before a deadline is missed, not after.",
    "To get rid of the old server.",
];

/// What was said in a call or meeting.
pub(super) const TOUCHES: [&str; 10] = [
    "Friendly, in a hurry. Wants to see an example from the same industry.",
    "Asked how long it takes until people use it every day.",
    "Walked through how they work today. Showed the spreadsheet.",
    "Brought a colleague from finance along. Many questions about effort.",
    "Will speak with the team on Monday and call back.",
    "Sent the summary of what we talked about.",
    "Price came up early. Said we talk about value first.",
    "Asked for two references of the same size.",
    "Had read the material. Knew exactly what is missing today.",
    "Left a message with the assistant.",
];

/// Tries that reached nobody.
pub(super) const TRIES: [&str; 3] =
    ["No answer.", "Voicemail; left name and reason.", "Wrote a short message instead."];

/// Next steps, by how far the contact is: lead, prospect, then each stage.
pub(super) const STEPS: [[&str; 3]; 6] = [
    ["Call and ask what made them look", "Find out who decides", "Ask how many people work there"],
    [
        "Ask what happens if nothing changes",
        "Ask how long it has been like this",
        "Call about the situation today",
    ],
    ["Propose days for the discovery meeting", "Confirm who joins the meeting", "Send the agenda"],
    ["Ask what the problem costs in a year", "Write down needs and wants", "Map who is affected"],
    [
        "Send the offer with three options",
        "Follow up on the offer",
        "Ask for the day of the decision",
    ],
    ["Agree on the last open term", "Get the contract signed", "Settle the start date"],
];

/// Notes to an end.
pub(super) const PARTINGS: [&str; 5] = [
    "Said so openly. Ask again in a year.",
    "Third postponement; they will come back when it hurts.",
    "Good talk, wrong moment.",
    "Heard it from the assistant.",
    "Stayed with what they have.",
];
