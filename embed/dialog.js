// The wizard apart from the page: a dialog, and a button that opens it. Loaded where `presentation` asks for it.

const STYLE = `
dialog{box-sizing:border-box;inline-size:min(42rem,100vw - 2rem);max-block-size:calc(100dvh - 2rem);margin:auto;padding:0;border:0;overflow:auto;
  background:var(--ripen-surface,Canvas);color:var(--ripen-text,CanvasText);border-radius:calc(1.5 * var(--ripen-radius,8px));color-scheme:inherit}
dialog::backdrop{background:rgb(0 0 0/.5)}
.place>*{border:0;border-radius:0}
.close{position:sticky;inset-block-start:0;display:block;margin-inline-start:auto;min-inline-size:2.75rem;min-block-size:2.75rem;z-index:1;
  padding:0;border:0;background:none;color:inherit;font:1.5rem/1 sans-serif;cursor:pointer}
.opener{padding:.7em 1.4em;border:1px solid transparent;border-radius:var(--ripen-radius,8px);cursor:pointer;font:inherit;
  background:var(--ripen-accent,light-dark(#1f6446,#7fc79c));color:var(--ripen-accent-text,light-dark(#fff,#0c1a13));font-family:var(--ripen-font,inherit)}
:is(.close,.opener):focus-visible{outline:3px solid var(--ripen-accent,light-dark(#1f6446,#7fc79c));outline-offset:2px}
@media (forced-colors:active){dialog,.opener{border:1px solid}}`;

/** Draws a dialog, and a button that opens it where the element wants one; gives the dialog, the place inside
 * and their style. `words` are those of another language, which may come later. */
export const draw = (element, root, words) => {
  const make = (tag, part, inside = []) => {
    const made = Object.assign(document.createElement(tag), { part, className: part });
    made.append(...inside);
    return made;
  };
  const place = Object.assign(document.createElement("div"), { className: "place" });
  const shut = make("button", "close", ["×"]);
  Object.assign(shut, { type: "button", onclick: () => element.close() });
  const dialog = make("dialog", "dialog", [shut, place]);
  const button = make("button", "opener");
  Object.assign(button, { type: "button", onclick: () => element.open() });
  const label = ({ dialog_open = "Start", dialog_close = "Close", dir = "" } = {}) => {
    button.textContent = dialog.ariaLabel = element.buttonLabel || dialog_open;
    shut.ariaLabel = dialog_close;
    dialog.dir = dir;
  };
  label();
  words?.then(label);
  root.replaceChildren(...(element.presentation === "button" ? [button] : []), dialog);
  return [dialog, place, STYLE];
};
