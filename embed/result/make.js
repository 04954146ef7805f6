// Elements, made one by one: a strict policy of the page is kept, and whatever a text holds stays text.

/** An element with attributes (none where the value is missing or false), listeners and what is inside. */
export const make = (tag, attributes = {}, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value != null && value !== false) made.setAttribute(name, value === true ? "" : value);
  made.append(...inside.flat().filter(Boolean));
  return made;
};

/** A button. */
export const button = (words, does, look = { class: "link" }) =>
  make("button", { type: "button", click: does, ...look }, words);
