//! What people in the demo say and write: they send technicians to customers.

/// A problem in the contact's own words.
pub(super) const PAINS: [&str; 8] = [
    "Every change of plan takes three phone calls, and somebody still turns up at the wrong place.",
    "We keep the schedule in a spreadsheet that only Marion understands.",
    "One job in six needs a second visit, because the part was in another van.",
    "Bills go out nine days late: they wait for paper from the vans.",
    "Customers ask when we come, and we have to call the technician to find out.",
    "New people need four months before they can plan a day on their own.",
    "Our vans pass each other on the motorway. I have seen it myself.",
    "We lost the hospital contract over missed appointments.",
];

/// The situation today.
pub(super) const SITUATIONS: [&str; 5] = [
    "Four planners, one wall, changes by phone. Three depots, each with its own habits.",
    "An old in-house tool for orders, e-mail for everything else. One person maintains it.",
    "Paper lists in the vans, typed in once a day. Managers see figures a day late.",
    "Two systems that do not talk to each other; an assistant moves jobs between them on Fridays.",
    "A supplier’s free tool, outgrown two years ago. No map, no skills, no history.",
];

/// What must be different.
pub(super) const NEEDS: [&str; 4] = [
    "Everybody sees a change within a minute, without a call.",
    "Bills in three days, with times nobody has to copy.",
    "Anyone on the team can plan a day, not just one person.",
    "The right part and the right skill at the first visit.",
];

/// What they would like on top.
pub(super) const WANTS: [&str; 4] = [
    "A message to the customer when the van leaves. Less e-mail.",
    "A monthly figure the board understands.",
    "Warnings before an inspection is due, not after.",
    "To take the wall down.",
];

/// What was said in a call or meeting.
pub(super) const TOUCHES: [&str; 10] = [
    "Friendly, in a hurry. Wants to see an example from the same trade.",
    "Asked how long it takes until technicians use it every day.",
    "Walked through yesterday’s plan. Showed the wall.",
    "Brought a colleague from finance along. Many questions about effort.",
    "Will speak with the planners on Monday and call back.",
    "Sent the summary of what we talked about.",
    "Price came up early. Said we talk about second visits first.",
    "Asked for two references of the same size.",
    "Had read the material. Knew exactly what is missing today.",
    "Left a message with the front desk.",
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

/// What is written where a playbook asks for words of its own.
pub(super) const WORDS: [&str; 4] = [
    "The depot in the north, with its own planner.",
    "Second visits down by a third, counted over three weeks.",
    "As agreed on the phone; the summary is in their inbox.",
    "Said so twice, in front of the whole team.",
];

/// Notes to an end.
pub(super) const PARTINGS: [&str; 5] = [
    "Said so openly. Ask again in a year.",
    "Third postponement; they will come back when it hurts.",
    "Good talk, wrong moment.",
    "Heard it from the front desk.",
    "Stayed with what they have.",
];
