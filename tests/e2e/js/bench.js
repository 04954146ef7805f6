// Runs first on every page of the benchmark: notes what the page does from its first moment on, and
// measures what is done a thousand times over.

const bench = (window.ripenBench = { long: [], listed: null, busy: false });

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) bench.long.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });

// Runs once what is drawn now is on screen.
const painted = () =>
  new Promise((done) =>
    requestAnimationFrame((began) => {
      const { port1, port2 } = new MessageChannel();
      const frame = performance.now();
      port1.onmessage = () => done({ at: performance.now(), frame: performance.now() - Math.max(frame, began) });
      port2.postMessage(0);
    }),
  );

// When the first rows of the list are on screen.
new MutationObserver(() => {
  bench.busy ||= document.querySelector("progress, [role=progressbar]") !== null;
  if (bench.listed === null && document.querySelector("[role=table] [role=row] a")) {
    bench.listed = 0;
    painted().then(({ at }) => (bench.listed = at));
  }
}).observe(document, { subtree: true, childList: true });

const pause = (millis) => new Promise((done) => setTimeout(done, millis));

// What a click takes: its script, with what follows before the page gets to breathe, then the frame
// that shows it; waiting for the screen left out.
async function timed(act) {
  const before = performance.now();
  act();
  const { port1, port2 } = new MessageChannel();
  const breathed = new Promise((done) => (port1.onmessage = () => done(performance.now())));
  port2.postMessage(0);
  const script = (await breathed) - before;
  const { frame } = await painted();
  return { script, frame };
}

const waited = async (what, find) => {
  for (let n = 0; n < 500; n++) {
    const found = find();
    if (found) return found;
    await pause(10);
  }
  throw new Error(`waited for ${what}`);
};

const button = (name) => () =>
  [...document.querySelectorAll("button")].find(
    (one) => !one.disabled && one.checkVisibility() && (one.textContent.trim() === name || one.ariaLabel === name),
  );

// The lengths of long tasks that began after a moment.
bench.tasksSince = (start) => bench.long.filter(([at]) => at >= start).map(([, duration]) => duration);

// Fills the database of the person's own workspace from a file of histories.
bench.fill = async (file) => {
  const text = await (await fetch(file)).text();
  const database = await new Promise((done, failed) => {
    const request = indexedDB.open("ripen/1/default", 1);
    request.onupgradeneeded = () => ["contacts", "items"].forEach((store) => request.result.createObjectStore(store));
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const transaction = database.transaction("contacts", "readwrite");
  const store = transaction.objectStore("contacts");
  const ids = [];
  for (const line of text.split("\n")) {
    const [id, history] = line.split("\t");
    if (history) ids.push(id) && store.put(history, id);
  }
  await new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
  database.close();
  return ids.filter((_, n) => n % Math.ceil(ids.length / 20) === 0);
};

// Logs so many touches with each contact and takes each back again: two edits each.
bench.edits = async (ids, touches) => {
  const times = [];
  for (const id of ids) {
    location.hash = `#/contacts/${id}`;
    await pause(300);
    for (let n = 0; n < touches; n++) {
      (await waited("Log a touch", button("Log a touch"))).click();
      const submit = await waited("Log it", button("Log it"));
      await painted();
      times.push(await timed(() => submit.click()));
      await waited("the dialog to close", () => !document.querySelector("dialog[open]"));
      const undo = await waited("Undo", button("Undo"));
      await pause(20);
      times.push(await timed(() => undo.click()));
      await pause(20);
    }
  }
  return times.map(({ script, frame }) => [script, frame]);
};

// Narrows the funnel to one window after the other.
bench.windows = async (times) => {
  const measured = [];
  const list = await waited("the window's list", () => document.querySelector("main select"));
  for (let n = 0; n < times; n++) {
    list.selectedIndex = (list.selectedIndex + 1) % list.options.length;
    measured.push(await timed(() => list.dispatchEvent(new Event("change", { bubbles: true }))));
    await pause(50);
  }
  return measured.map(({ script, frame }) => [script, frame]);
};

// When files were chosen, and when their review is on screen.
addEventListener("change", ({ target }) => target.type === "file" && (bench.chosen = performance.now()), { capture: true });
const importing = () =>
  [...document.querySelectorAll("button")].find((one) => !one.disabled && /^Import [\d,]+ /.test(one.textContent.trim()));
bench.reviewed = async () => {
  await waited("the review", importing);
  return [[bench.chosen, (await painted()).at]];
};

// How long it takes from the click until everything of it is stored.
bench.brought = async () => {
  const start = performance.now();
  importing().click();
  await waited("the import", () => /Done\. [\d,]+ contacts are new/.test(document.body.textContent));
  await waited("everything to be saved", () => /Saved in this browser/.test(document.body.textContent));
  return performance.now() - start;
};

// How long it takes from the click until it is taken back and stored.
bench.undone = async () => {
  const start = performance.now();
  (await waited("Undo", button("Undo"))).click();
  await waited("the contacts to go", () => /Contacts\s*20,000/.test(document.querySelector("nav").textContent));
  await waited("everything to be saved", () => /Saved in this browser/.test(document.body.textContent));
  return performance.now() - start;
};
