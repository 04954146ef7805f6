// Runs inside the page under test: finds elements the way assistive technology does.
import { computeAccessibleName, getRole } from "dom-accessibility-api";
import { stores } from "./stored.js";

// Input types without a role in ARIA go by the name of their type.
const OWN_ROLE = new Set(["file", "date", "time", "month", "password", "color"]);
// These have a role only when they have a name.
const NEEDS_NAME = new Set(["section", "form"]);

const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();

// The children as they are drawn: through shadow roots and slots.
function children(node) {
  if (node.shadowRoot) return node.shadowRoot.childNodes;
  if (node.localName === "slot") {
    const assigned = node.assignedNodes();
    if (assigned.length) return assigned;
  }
  return node.childNodes;
}

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

function* everything(node) {
  yield node;
  for (const child of children(node)) if (isElement(child)) yield* everything(child);
}

function deepActive() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function contains(outer, inner) {
  for (let node = inner; node; node = node.parentNode ?? node.host) if (node === outer) return true;
  return false;
}

// Behind a modal dialog, nothing can be reached.
function top() {
  const modals = [...everything(document.body)].filter((element) => element.matches("dialog:modal"));
  return modals.findLast((modal) => contains(modal, deepActive())) ?? modals.at(-1) ?? document.body;
}

const isDrawn = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
const isCutOff = (element) => element.inert || element.getAttribute("aria-hidden") === "true";

function* reachable(node = top()) {
  if (isCutOff(node)) return;
  if (node.localName !== "slot") {
    // What is not drawn may still hold what is: `visibility` can be turned on again.
    if (getComputedStyle(node).display === "none") return;
    if (isDrawn(node) || getComputedStyle(node).display === "contents") yield node;
  }
  for (const child of children(node)) if (isElement(child)) yield* reachable(child);
}

function role(element) {
  if (element.localName === "input" && !element.hasAttribute("role") && OWN_ROLE.has(element.type)) return element.type;
  if (element.localName === "th" && element.scope === "row" && !element.hasAttribute("role")) return "rowheader";
  if (NEEDS_NAME.has(element.localName) && !element.hasAttribute("role") && !name(element)) return null;
  if (element.localName === "search") return "search";
  return getRole(element);
}

const name = (element) => clean(computeAccessibleName(element, { hidden: element.type === "file" }));

function matches(actual, wanted) {
  return actual === wanted || (wanted.endsWith("…") && actual.startsWith(wanted.slice(0, -1)));
}

const isDisabled = (element) => element.matches(":disabled") || element.getAttribute("aria-disabled") === "true";

// The drawn text, blocks apart.
function text(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (!isElement(node) || isCutOff(node)) return "";
  if (["script", "style", "noscript", "template"].includes(node.localName)) return "";
  const style = getComputedStyle(node);
  if (style.display === "none" || style.visibility !== "visible") return "";
  const inner = [...children(node)].map(text).join("");
  return style.display.startsWith("inline") || style.display === "contents" ? inner : ` ${inner} `;
}

// A control that is only there for assistive technology is used through its label, as by a person.
function handle(element) {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const unseen = box.width <= 1 || box.height <= 1 || style.opacity === "0" || style.clipPath !== "none";
  return (["checkbox", "radio"].includes(element.type) && unseen && element.labels?.[0]) || element;
}

// Whether something draws a ring: an outline of its own, or of a part that is made for it.
const drawsRing = (element) =>
  [null, "::before", "::after"].some((part) => {
    const { outlineStyle, outlineWidth, outlineColor, content } = getComputedStyle(element, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && outlineColor !== "transparent" && !(part && content === "none");
  });

// What is drawn in the middle of an element belongs to it.
function isInView(element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  if (left >= innerWidth || right <= 0 || top >= innerHeight || bottom <= 0) return false;
  const there = element.getRootNode().elementFromPoint(x, y);
  return !!there && (contains(element, there) || contains(there, element));
}

// Elements that are about to be clicked, with whether the click has come.
const clicks = new WeakMap();

// Tries again until it gives something, as long as a person waits at most.
async function until(what, attempt) {
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((done) => setTimeout(done, 5))) {
    const value = attempt();
    if (value) return value;
  }
  throw new Error(`${what} in vain. There is: ${window.ripenTests.inventory().join("; ")}: ${window.ripenTests.text()}`);
}

window.ripenTests = {
  ...stores,
  find(wantedRole, wantedName) {
    // A chosen file goes into an input even if only its button is drawn.
    const among = wantedRole === "file" ? everything(top()) : reachable();
    return [...among]
      .filter((element) => role(element) === wantedRole && matches(name(element), wantedName))
      .map((element) => ({ element, handle: handle(element), disabled: isDisabled(element) }));
  },
  text: () => clean(text(top())),
  // What there is to act on, for the message of a test that did not find it.
  inventory: () =>
    [...reachable()]
      .map((element) => [role(element), name(element), isDisabled(element) ? " (disabled)" : ""])
      .filter(([role, name]) => role && name)
      .map(([role, name, note]) => `${role} “${name.slice(0, 80)}”${note}`)
      .slice(0, 80),
  focused() {
    const element = deepActive();
    return element && element !== document.body ? [role(element) ?? "", name(element)] : ["", ""];
  },
  // A ring is drawn by the control itself, or by the label round it.
  focusMark() {
    const element = deepActive();
    if (!element || element === document.body) return {};
    const label = element.labels?.[0] ?? element;
    return { ring: [element, label].some(drawsRing), in_view: isInView(handle(element)) };
  },
  value: (element) => ({
    value: element.value ?? clean(element.textContent),
    checked: element.checked ?? element.getAttribute("aria-checked") === "true",
    description: clean(
      (element.getAttribute("aria-describedby") ?? "")
        .split(/\s+/)
        .map((id) => (id && element.getRootNode().getElementById(id)?.textContent) || "")
        .join(" "),
    ),
    states: Object.fromEntries(
      [...element.attributes].filter(({ name }) => name.startsWith("aria-")).map(({ name, value }) => [name, value]),
    ),
  }),
  // Dates and times are typed differently in every browser and language: set as a picker would.
  setValue(element, value) {
    element.focus();
    element.value = value;
    element.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  },
  // Many steps, each as soon as it can be taken: [what, role, name, text].
  async run(steps) {
    const first = (role, name) =>
      until(`waited for ${role} “${name}”`, () => {
        const found = window.ripenTests.find(role, name).filter(({ disabled }) => !disabled);
        return found[0];
      });
    for (const [what, role, name, text] of steps) {
      if (what === "see") await first(role, name);
      else if (what === "read") await until(`looked for “${role}”`, () => window.ripenTests.text().includes(role));
      else if (what === "click") (await first(role, name)).handle.click();
      else window.ripenTests.setValue((await first(role, name)).element, text);
    }
  },
  awaitClick(element) {
    clicks.set(element, false);
    const come = () => clicks.set(element, true);
    element.addEventListener("click", come, { capture: true, once: true });
  },
  // A page that has gone meanwhile took the click with it.
  clicked: (element) => clicks.get(element) ?? true,
  option(element, label) {
    return [...element.options].find((option) => clean(option.label) === label) ?? null;
  },
};
