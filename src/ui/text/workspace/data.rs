//! Taking out, what is kept here, what needs a look, deleting.

// Data: out, kept here, attention, deleting
catalogue! {
    data_take_out = "Take out";
    data_take_out_text = "Everything Ripen knows: contacts with their whole history, and the playbook. Read it back here, or in any tool that reads JSON.";
    data_export = "Export as JSON";
    data_exporting = "Preparing the file…";
    data_exported = "The file was handed to the browser to save.";
    data_not_exported = "The browser did not take the file. Try again, or in another browser.";
    data_kept = "What is kept here";
    data_kept_contacts_events(contacts, events) = "{contacts}, with {events} recorded events";
    data_kept_where = "Where";
    data_kept_where_text = "This browser, on this device, for this address. Nothing is sent anywhere.";
    data_kept_workspace = "Workspace";
    data_kept_keys = "Keys in local storage";
    data_kept_space = "Space used";
    data_kept_space_part(used, room, share) = "{used} of {room} characters ({share})";
    data_kept_space_none = "Nothing: the browser blocks storage";
    data_kept_saving = "Saving";
    data_kept_saved = "Every change is stored at once. Browsers may clear data of pages that are not visited for long, so export now and then.";
    data_kept_busy = "Being stored right now. Keep the page open.";
    data_kept_failed = "Not everything is stored. It is in memory: export before you close the page.";
    data_kept_read_only = "Nothing is stored: a newer Ripen wrote the data here. Reload to update.";
    data_kept_memory = "The browser blocks storage. Everything is in memory until you close the page: export it.";
    data_kept_playbook = "Playbook";
    data_kept_playbook_version(title, revision) = "{title}, version {revision}";
    data_settings = "Settings";
    data_settings_currency_hint = "Three letters, like EUR. Amounts in other currencies are summed apart, never converted.";
    data_settings_saved = "Settings saved.";
    data_settings_unreadable = "The stored settings cannot be read and are left as they are: changes last until you close the page.";
    data_attention = "Needs attention";
    data_attention_text = "These stored values cannot be used. They are kept exactly as they are and never overwritten.";
    data_attention_newer(version) = "Written by a newer Ripen (version {version} of the record). Reload to update.";
    data_attention_unreadable(path, reason) = "Cannot be read at {path}: {reason}.";
    data_attention_key = "Its name holds no contact’s id.";
    data_attention_playbook(what) = "The stored playbook cannot be used, the default one judges instead. {what}";
    data_attention_draft(what) = "The stored draft of the playbook cannot be used. {what}";
    data_attention_former(what) = "The playbook that was switched from last cannot be used, and is left as it is. {what}";
    data_attention_settings_newer(version) = "The settings were written by a newer Ripen (version {version} of them). Reload to update.";
    data_attention_settings(reason) = "The stored settings cannot be read: {reason}.";
    data_download_raw = "Download as it is";
    data_delete = "Delete everything here";
    data_delete_text = "Removes every contact, the settings and the playbook of this workspace from this browser. This cannot be undone; export first.";
    data_delete_button = "Delete everything…";
    data_delete_title = "Delete everything in this workspace?";
    data_delete_what(contacts) = "Everything is removed from this browser: {contacts} with all that happened, the settings and the playbook. This cannot be undone.";
    data_delete_attention(n) = "What needs attention is deleted too, although it could not be read. Values: {n}.";
    data_delete_tabs = "Close other tabs of Ripen first: what they hold would be stored again.";
    data_delete_confirm = "Delete everything";
    data_delete_export = "Export first";
    data_reset = "Reset the demo";
    data_reset_text = "Throws away what you changed in the demo and makes its contacts anew. Your own data is elsewhere and stays untouched.";
    data_reset_button = "Reset the demo…";
    data_reset_title = "Reset the demo?";
    data_reset_what(contacts) = "The demo begins anew: {contacts} and what you changed are removed. Your own data stays untouched.";
}
