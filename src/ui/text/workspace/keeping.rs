//! Backups, erasing a person, workspaces of one's own.

// Backups
catalogue! {
    backup_none = "No backup yet";
    backup_today = "Last backup: today";
    backup_yesterday = "Last backup: yesterday";
    backup_days(n) = "Last backup: {n} days ago";
    backup_due_first(n) = "{n} contacts are in this browser alone.";
    backup_due_one = "A contact changed since.";
    backup_due(n) = "{n} contacts changed since.";
    backup_now = "Back up now";
}

// Restoring
catalogue! {
    did_restore = "Brought in a file";
    restore_erased_one = "One person in there was erased here:";
    restore_erased(n) = "{n} people in there were erased here:";
    restore_erased_more(names, n) = "{names} and {n} more";
    restore_bring_back = "Bring back who was erased here";
    restore_bring_back_hint = "Only if they agreed. They come back as new contacts with their whole history.";
    restore_gone_one = "One contact that is here was erased where the file was made:";
    restore_gone(n) = "{n} contacts that are here were erased where the file was made:";
    restore_erase_here = "Erase them here, too";
    restore_erase_hint = "For good; an undo of the import does not bring them back.";
}

// Erasing a person
catalogue! {
    erase_person = "Erase this person…";
    erase_title(who) = "Erase {who}?";
    erase_text = "Everything recorded about this person is removed from this browser, for good: details, answers, notes, touches and history. This cannot be undone. Only a random number remains, so that no other tab, file or copy brings the person back unasked.";
    erase_reach = "Not reached: what you wrote about this person at other contacts, files you exported, and other systems.";
    erase_backups = "These backups may still hold the person. Delete them, or make a new one and delete the older ones:";
    erase_backup(file, day) = "{file}, of {day}";
    erase_confirm = "Erase for good";
    erased_notice = "Erased for good.";
}
