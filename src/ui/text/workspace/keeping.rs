//! Backups, erasing a person, workspaces of one's own.

// Workspaces
catalogue! {
    workspaces = "Workspaces in this browser";
    workspaces_text = "Each keeps its own contacts, playbook and settings; none sees the others. To delete one, open it and delete everything there.";
    workspaces_own = "Default workspace";
    workspaces_demo = "Demo";
    workspaces_here = " (open)";
    workspaces_new = "Another workspace";
    workspaces_hint = "Its name: letters from a to z, digits and spaces. It is kept once something is in it.";
    workspaces_open = "Open";
    workspaces_err_empty = "Enter a name";
    workspaces_err_letters = "Use letters from a to z, digits and spaces only";
    workspaces_err_long = "Enter a name of up to 40 letters and digits";
    workspaces_err_taken = "“visitor” is taken. Enter another name";
    workspace_badge(name) = "Workspace: {name}";
    workspace_leave = "Leave it";
}

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
    did_restore = "Brought in";
    restore_erased_one = "One person in there was erased here:";
    restore_erased(n) = "{n} people in there were erased here:";
    restore_erased_more(names, n) = "{names} and {n} more";
    restore_rescue(contacts, day) = "What was saved when Ripen had stopped: {contacts}, on {day}.";
    restore_rescue_left_one = "1 in it cannot be read; it stays in the file.";
    restore_rescue_left(n) = "{n} in it cannot be read; they stay in the file.";
    restore_nothing_else = "Everything else in it is here already.";
    restore_filled = "Another tab brought contacts in meanwhile, so the playbook of the file cannot become that of this workspace. Nothing was changed. Bring the file in again: its contacts are then judged by the playbook that is here.";
    restore_merged_one = "1 more comes along: it was merged into another one, where it shows.";
    restore_merged(n) = "{n} more come along: they were merged into others, where they show.";
    restore_bring_in_rest = "Bring it in";
    restore_elsewhere = "Another tab put a playbook in use meanwhile. Nothing was changed. Bring the file in again.";
    restore_replaces(theirs, ours) = "It was judged by “{theirs}”. This workspace, which has no contacts yet, uses “{ours}”.";
    restore_use_playbook = "Use the file’s playbook. The one here is put aside; the Playbook page leads back to it.";
    restore_used(playbook) = "The file’s playbook, “{playbook}”, is in use now.";
    restore_used_for(playbook, former) = "The file’s playbook, “{playbook}”, is in use now. “{former}” is put aside: the Playbook page leads back to it. An undo takes the contacts back, not the playbook.";
    restore_protected = "The playbook of the file was not taken over: what is stored in its place cannot be read and is left as it is. Nothing was changed.";
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
    erase_backup(file, day, time) = "{file}, of {day}, {time}";
    erase_confirm = "Erase for good";
    erased_notice = "Erased for good.";
}
