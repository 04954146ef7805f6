// Runs first on a page that is compared or held to a budget: notes from its first moment on how long
// tasks take, what shifts, and when the first question can be answered.

const measure = (window.ripenMeasure = { long: [], shift: 0, usable: null, ready: null });

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) measure.long.push(duration);
}).observe({ type: "longtask", buffered: true });

new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) measure.shift += value;
}).observe({ type: "layout-shift", buffered: true });

addEventListener("ripen-ready", () => (measure.ready ??= performance.now()), { capture: true });

// When what is drawn at the next frame is on screen.
const painted = () =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(0);
    }),
  );

const roots = () => [...document.querySelectorAll("ripen-wizard")].flatMap((one) => one.shadowRoot ?? []).concat(document);
const every = (selector) =>
  roots().flatMap((root) => [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility()));

const seen = async (find) => {
  for (let n = 0; n < 3000; n++) {
    const found = find();
    if (found) return found;
    await painted();
  }
  throw new Error(`waited in vain: ${find}`);
};

const CHOICES = "input[type=radio]";
const says = (text) => every("legend, h1, h2, h3, h4, h5, label, span").some((one) => one.textContent.includes(text));

seen(() => document.body && every(CHOICES)[0])
  .then(painted)
  .then((at) => (measure.usable = at));

// The time over 50 ms of every task so far.
measure.blocked = () => measure.long.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0);

// KB on the wire of everything the page has loaded, its own style left out.
measure.weight = () =>
  performance
    .getEntriesByType("resource")
    .filter(({ name }) => !name.endsWith("/page.css"))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;

// Waits for the first question, the wizard too where there is one, and for a second of rest.
measure.rest = async () => {
  await seen(() => measure.usable !== null);
  await seen(() => measure.ready !== null || !document.querySelector("ripen-wizard"));
  await new Promise((done) => setTimeout(done, 1000));
  return { usable: measure.usable, blocked: measure.blocked(), shift: measure.shift, weight: measure.weight() };
};

// From the press that ends the first question until the second one is on screen. Where nothing is
// pressed, the choice itself is what ends it. The fifth choice is one that nobody is turned away by.
measure.next = async (question) => {
  if (says(question)) throw new Error(`${question} is there already`);
  const go = () => every("button, input[type=button], input[type=submit]").find((one) => /^(Continue|Next)$/.test((one.value || one.textContent).trim()));
  const choice = every(CHOICES)[4];
  let start = performance.now();
  choice.click();
  if (go()) {
    await painted();
    await painted();
    start = performance.now();
    go().click();
  }
  await seen(() => says(question));
  return (await painted()) - start;
};
