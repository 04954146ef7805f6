//! The code that puts the wizard into a page: what can be chosen, and what becomes of it.

// The page
catalogue! {
    embed = "Get the embed code";
    embed_intro = "Put the questions into any website. Choose how they look and where answers go, then copy the code at the end. Nothing here changes the playbook, and nothing is sent.";
    embed_remembered = "What you choose is remembered in this browser, but for addresses that may hold a key.";
    embed_not_remembered = "What you choose cannot be remembered in this browser.";
    embed_link = "Get the code to put it into a website";
}

// The playbook
catalogue! {
    embed_playbook = "Playbook";
    embed_which = "Which playbook";
    embed_in_use(title) = "{title} (in use here)";
    embed_draft = "The code uses the published playbook. Your draft is left out until you publish it.";
    embed_packs_failed = "The ready-made playbooks could not be read, so only the one in use is offered.";
    embed_download = "Download the playbook for visitors";
    embed_download_text = "Put this file on your website. It leaves out talk tracks, scores, win chances, stages, sources and everything else that visitors are not asked or judged by. Everyone can read it: what your criteria are stays visible. Download it again after you publish a change.";
    embed_at = "Where the file will lie";
    embed_at_hint = "An address, or a path from the page. Left empty, it lies beside the page under its own name.";
    embed_nothing_asked = "This playbook asks visitors nothing. Give its questions a wording for visitors first.";
    embed_language = "Language";
    embed_language_hint = "Buttons, hints and mistakes are said in it.";
    embed_texts_stay(language) = "The playbook’s own questions, options and outcomes stay as they are written, in {language}.";
}

// The look
catalogue! {
    embed_look = "Look";
    embed_scheme = "Light or dark";
    embed_scheme_page = "As the page around it";
    embed_scheme_auto = "As the visitor’s system";
    embed_scheme_light = "Always light";
    embed_scheme_dark = "Always dark";
    embed_colours = "Colours";
    embed_colours_text = "Left empty, Ripen’s own. The text on buttons follows the accent by itself, so that it can be read.";
    embed_accent = "Accent";
    embed_accent_dark = "Accent, when dark";
    embed_text = "Text";
    embed_text_dark = "Text, when dark";
    embed_surface = "Background";
    embed_surface_dark = "Background, when dark";
    embed_pick(what) = "Choose a colour: {what}";
    embed_on_light = "On light";
    embed_on_dark = "On dark";
    embed_white = "white";
    embed_black = "black";
    embed_reads_button(scheme, colour, contrast) = "{scheme}: buttons say it in {colour}, {contrast}:1.";
    embed_reads_link(scheme, contrast) = "{scheme}: links on the background, {contrast}:1.";
    embed_reads_text(scheme, contrast) = "{scheme}: text on the background, {contrast}:1.";
    embed_reads_well = "Easy to read.";
    embed_reads_badly = "Hard to read: it should be 4.5:1 or more.";
    embed_radius = "Round corners, in pixels";
    embed_radius_hint = "0 for square ones. Usual: 8.";
    embed_spacing = "Space, in pixels";
    embed_spacing_hint = "One step of it. Usual: 4.";
    embed_font = "Font";
    embed_font_hint = "Names as in a style sheet, with commas between. The page must have them.";
    embed_presentation = "Where it shows";
    embed_inline = "In the page";
    embed_button = "In a dialog, opened by a button";
    embed_modal = "In a dialog, opened by your own script";
    embed_modal_text = "Your script calls open() on the element.";
    embed_button_label = "What the button says";
    embed_loading = "When the wizard is loaded";
    embed_lazy = "When the visitor comes near it";
    embed_eager = "At once, with the page";
    embed_interaction = "When the visitor touches it";
}

// The preview
catalogue! {
    embed_preview = "Preview";
    embed_preview_text = "The real wizard, as visitors see it. It sends nothing and adds nothing to your contacts.";
    embed_preview_show = "Show the preview";
    embed_preview_hide = "Hide the preview";
    embed_preview_width = "Width";
    embed_preview_narrow = "280 px";
    embed_preview_medium = "480 px";
    embed_preview_full = "Full";
    embed_preview_page = "The page around it";
    embed_preview_light = "Light";
    embed_preview_dark = "Dark";
    embed_preview_waiting = "The wizard is on its way…";
    embed_preview_modal = "Shown in the page here: the dialog waits for your script.";
}

// Where answers go
catalogue! {
    embed_goes = "Where answers go";
    embed_goes_text = "Straight from the visitor’s browser, only after they ticked the consent text. Ripen has no server in between.";
    embed_destination = "Destination";
    embed_none = "Nowhere: only your page’s own scripts hear of it";
    embed_webhook = "A webhook";
    embed_hubspot = "HubSpot";
    embed_salesforce = "Salesforce";
    embed_espocrm = "EspoCRM";
    embed_mail = "E-mail";
    embed_webhook_url = "Address of the webhook";
    embed_public_hint = "Everyone who opens the page can read it: use one that only takes in. It may hold a key, so it is not remembered here.";
    embed_portal = "Number of the HubSpot account (Hub ID)";
    embed_region = "HubSpot’s data centre";
    embed_region_hint = "Like eu1, as in the form’s embed code. Left empty, na1.";
    embed_form = "Id of the form";
    embed_form_hint = "The long one with strokes, from the form’s share or embed code.";
    embed_oid = "Organization ID";
    embed_oid_hint = "From Salesforce under Company Information. It begins with 00D.";
    embed_oid_text = "Salesforce does not answer web pages, so visitors are told “sent, not confirmed”.";
    embed_espo_url = "Address of the lead capture";
    embed_mailto = "E-mail address";
    embed_mailto_text = "Opens the visitor’s mail program with the answers in it. Whether they send it, nobody can tell.";
    embed_workspace(name) = "Also into this workspace ({name})";
    embed_workspace_text = "Works on pages of this very site alone: it goes through this browser’s storage.";
    embed_no_consent = "This playbook has no consent text. Contact details are neither asked nor sent without one.";
    embed_no_consent_none = "This playbook has no consent text, so visitors are not asked for contact details.";
    embed_to_consent = "Write the consent text";
    embed_consent_pack = "Use this playbook first, then write its consent text.";
}

// What visitors and the page can do
catalogue! {
    embed_behaviour = "Visitors and your page";
    embed_contact = "Your contact page";
    embed_contact_hint = "An address, a path, mailto: or tel:. Visitors find it where scripts do not run, and the first question is sent there.";
    embed_contact_words = "What the link says";
    embed_resume = "Visitors go on where they left off";
    embed_resume_text = "Answers stay on their device for up to 30 days. They can have them forgotten.";
    embed_history = "The browser’s Back goes back one question";
    embed_capture = "The campaign goes with the result";
    embed_capture_text = "utm_…, gclid, fbclid, msclkid and where the visitor came from; only once they consent.";
    embed_emit = "Contact details and free text are in the page’s events";
    embed_emit_text = "Every script on the page can read them then.";
    embed_prefill = "Questions the page’s address may answer";
    embed_prefill_text = "A link such as ?industry=retail chooses the answer ahead; the visitor still confirms it. Tick the questions.";
    embed_files = "Where Ripen’s files lie";
    embed_files_hint = "The address of the folder embed/. Left empty, this site’s own.";
    embed_files_text = "Another place must have the files of this very version, and let other sites load them (Access-Control-Allow-Origin).";
    embed_files_local = "This address works on this computer alone. Put the folder embed/ on a website first.";
}

// The code
catalogue! {
    embed_code = "The code";
    embed_code_text = "Paste it where the questions should show. Until the wizard is there, and where scripts do not run, visitors see the first question as a plain form that leads to your contact page.";
    embed_code_no_form = "Paste it where the questions should show. Until the wizard is there, visitors see the link alone: a form can be sent to a page only.";
    embed_missing = "Before there is code to copy:";
    embed_copy = "Copy";
    embed_copy_what(what) = "Copy: {what}";
    embed_copied = "Copied.";
    embed_not_copied = "The browser did not let it be copied. Select the text and copy it yourself.";
    embed_html = "Code for the page";
    embed_hash = "The hash makes browsers refuse any other file than this version’s. Copy the code again after an update.";
    embed_hash_reading = "Working out the hash of the loader…";
    embed_hash_not = "The code is without a hash of the loader: browsers work one out on secure (https) pages alone.";
    embed_hash_missing = "embed/ripen.js is not on this site, so the code is without its hash, and there is no preview.";
    embed_css = "For your style sheet";
    embed_css_text = "Put it into a style sheet of your own, so that no policy is in its way. The space it takes keeps your page from moving when the wizard comes; make it less in a wide column.";
    embed_policy = "Content-Security-Policy";
    embed_policy_text = "Add these where your site sets a policy; without one, there is nothing to do. Styles need nothing.";
    embed_policy_form = "Where your policy has a form-action, the plain form needs this:";
    embed_frame = "As a frame";
    embed_frame_text = "For site builders that allow no scripts. It has a fixed height; change it to what fits. Browsers keep a frame’s storage apart for each site around it. Where results are handed over, name the same destination in frame.html, in ripen-handoff: anybody can write a frame’s address.";
    embed_frame_path = "For a frame, give the whole address of the playbook’s file above: a path would be looked for beside the frame.";
    embed_module = "As a module";
    embed_module_text = "The package ripen-embed is on no registry: download it and install its file. It brings Ripen’s files along.";
    embed_analytics = "Google Analytics";
    embed_analytics_text = "A few lines in a script of your page send its standard lead events, each run counted once.";
}

// What is wrong with a field
catalogue! {
    embed_err_missing(what) = "{what}: still missing.";
    embed_err_address = "Enter an address like https://example.com/page.";
    embed_err_place = "Enter an address like https://example.com/page, or a path like /page.";
    embed_err_secure = "Enter an address that begins with https://. Anything else would be sent unprotected.";
    embed_err_password = "Leave the name and password out of the address: everyone could read them.";
    embed_err_capture = "Enter the whole address, with /api/v1/LeadCapture/ and the key.";
    embed_err_portal = "Enter the number alone, like 1234567.";
    embed_err_region = "Enter it as in the form’s embed code, like eu1.";
    embed_err_form = "Enter the id as HubSpot shows it, like 6f2c1f0e-1b2a-4c3d-8e9f-0a1b2c3d4e5f.";
    embed_err_oid = "Enter the 15 or 18 characters that begin with 00D.";
    embed_err_email = "Enter one e-mail address, like sales@example.com.";
    embed_err_colour = "Enter a colour as # and six digits, like #1f6446.";
    embed_err_pixels(least, most) = "Enter a whole number from {least} to {most}.";
    embed_err_font = "Enter names of fonts, like Georgia, serif.";
    embed_err_long = "Write at most 100 characters.";
}
