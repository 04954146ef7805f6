// The outbox, against a network, a storage and a clock that do as told: nothing is lost, and nothing is
// sent a second time that may have arrived, but where the receiver drops repeats or the visitor says so.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HOOK, ONCE, RUN, browser, network, pass, rest, result } from "./support.js";

const DAY = 24 * 3_600_000;
const KEY = `ripen/1/visitor/outbox/${RUN}/${HOOK}`;

const hand = async (page, handoff = HOOK, change) => {
  page.hand(handoff, result(change), page.hear);
  await pass(500);
};

test("what arrived leaves the bare fact, over reloads, too", async () => {
  const sent = network();
  const { page, entries } = browser();
  const one = await page();
  await hand(one);
  assert.deepEqual(one.told, ["sending", "sending", "sending", "confirmed"]);
  assert.equal(one.standing(HOOK, RUN), "confirmed");
  assert.ok(!JSON.stringify(entries()).includes("Mina"));
  const two = await page();
  two.resume(HOOK, two.hear);
  two.hand(HOOK, result(), two.hear);
  await pass(DAY);
  assert.equal(sent.length, 1);
  assert.equal(two.told.at(-1), "confirmed");
});

test("a webhook is tried again under the same id, whatever went wrong", async () => {
  const faults = [500, 503, 408, 425, 429, { left: true }, { left: true, status: 0 }];
  const sent = network({ posts: [...faults] });
  const one = await browser().page();
  await hand(one);
  await pass(3_600_000);
  assert.equal(one.told.at(-1), "confirmed");
  assert.equal(sent.length, faults.length + 1);
  assert.deepEqual([...new Set(sent.map(({ headers }) => headers["webhook-id"]))], [RUN]);
  assert.equal(new Set(sent.map(({ body }) => body)).size, 1);
});

test("other answers of the same run are another message, the same ones are not", async () => {
  const sent = network();
  const one = await browser().page();
  await hand(one);
  await hand(one, HOOK, { fields: { person: "Mina" } });
  await hand(one, HOOK, { fields: { person: "Mina" } });
  await hand(one, HOOK, { fields: { person: "Min" } });
  assert.deepEqual(
    sent.map(({ headers }) => headers["webhook-id"]),
    [RUN, `${RUN}-2`, `${RUN}-3`],
  );
});

test("other answers given while the first are on the line follow them", async () => {
  const sent = network({ posts: [{ left: true, never: true }] });
  const { page } = browser();
  const one = await page();
  await hand(one);
  await hand(one, HOOK, { fields: { person: "Tom" } });
  assert.equal(sent.length, 1);
  const two = await page();
  two.resume(HOOK, two.hear);
  await pass(1000);
  // The first page still has the lock, as an open tab does.
  assert.equal(sent.length, 1);
  assert.equal(two.standing(HOOK, RUN), "waiting");
});

test("a refusal is final until the visitor tries again", async () => {
  for (const status of [400, 401, 403, 404, 410, 413, 422]) {
    const sent = network({ posts: [status] });
    const { page, entries } = browser();
    const one = await page();
    await hand(one);
    await pass(4 * DAY);
    assert.equal(one.told.at(-1), `failed ${status}`);
    assert.equal(sent.length, 1);
    assert.equal(entries()[0].result.fields.person, "Mina Okafor");
    one.again(HOOK, RUN, one.hear);
    await pass(500);
    assert.equal(one.told.at(-1), "confirmed");
    assert.equal(sent.length, 2);
  }
});

test("an address that moved is told, since a browser may have sent an empty letter there", async () => {
  network({ posts: [{ status: 200, moved: "https://example.com/new" }] });
  const one = await browser().page();
  await hand(one);
  assert.equal(one.told.at(-1), "failed redirect");
});

test("it is left alone for as long as it asks, whoever hurries", async () => {
  const sent = network({ posts: [{ status: 429, after: "600" }] });
  const one = await browser().page();
  await hand(one);
  for (let n = 0; n < 9; n++) {
    await pass(60_000);
    one.again(HOOK, RUN, one.hear);
  }
  assert.equal(sent.length, 1);
  await pass(70_000);
  assert.equal(sent.length, 2);
});

test("it gives up after three days and keeps it for the visitor", async () => {
  const sent = network({ posts: Array(1000).fill(500) });
  const { page, entries } = browser();
  const one = await page();
  await hand(one);
  await pass(2.9 * DAY);
  assert.equal(one.told.at(-1), "waiting 500");
  const tries = sent.length;
  assert.ok(tries > 50 && tries < 500, String(tries));
  await pass(DAY);
  assert.equal(one.told.at(-1), "failed late");
  assert.equal(entries()[0].result.id, RUN);
});

test("a refused preflight gives one plain letter, and only where nothing left before", async () => {
  const refused = { status: 0, left: false };
  const plan = { posts: Array(99).fill(refused), reach: (headers) => !headers };
  const sent = network(plan);
  const { page } = browser();
  const one = await page();
  await hand(one);
  assert.equal(one.told.at(-1), "sent");
  await pass(4 * DAY);
  assert.equal(sent.length, 1);
  assert.deepEqual([sent[0].mode, sent[0].headers["content-type"]], ["no-cors", "text/plain"]);

  for (const first of [{ left: true }, 500]) {
    const later = network({ ...plan, posts: [first, ...Array(999).fill(refused)] });
    const two = await browser().page();
    await hand(two);
    await pass(4 * DAY);
    assert.equal(two.told.at(-1), "failed late");
    assert.equal(later.length, 1);
  }
});

test("an endpoint that gives leave or cannot be reached gets no plain letter", async () => {
  for (const reach of [() => true, () => false]) {
    const sent = network({ posts: Array(3).fill({ status: 0, left: false }), reach });
    const one = await browser().page();
    await hand(one);
    await pass(60_000);
    assert.equal(one.told.at(-1), "confirmed");
    assert.deepEqual(
      sent.map(({ mode }) => mode),
      [undefined],
    );
  }
});

test("elsewhere nothing unclear is sent again but by the visitor", async () => {
  for (const fault of [{ left: true }, { left: false }, 500, 503]) {
    const sent = network({ posts: [fault] });
    const { page } = browser();
    const one = await page();
    await hand(one, ONCE);
    await pass(4 * DAY);
    assert.match(one.told.at(-1), /^ask/);
    const before = sent.length;
    const two = await page();
    two.resume(ONCE, two.hear);
    await pass(4 * DAY);
    assert.equal(sent.length, before);
    two.again(ONCE, RUN, two.hear);
    await pass(500);
    assert.equal(sent.length, before + 1);
    assert.equal(two.told.at(-1), "confirmed");
  }
});

test("elsewhere, too, what could not leave waits until it can", async () => {
  let isThere = false;
  const sent = network({ reach: () => isThere });
  const one = await browser().page();
  await hand(one, ONCE);
  await pass(60_000);
  assert.equal(one.told.at(-1), "waiting");
  isThere = true;
  await pass(300_000);
  assert.equal(one.told.at(-1), "confirmed");
  assert.equal(sent.length, 1);
});

test("an entry that a page left while sending is repeated or asked for, as its destination has it", async () => {
  for (const [handoff, state, letters] of [[HOOK, "confirmed", 1], [ONCE, "ask", 0], ["mailto:a@example.com", "ask", 0]]) {
    const left = { v: 1, id: RUN, to: handoff, n: 1, mark: 0, stamp: 0, at: 1_800_000_000_000, tries: 1, state: "sending", result: result() };
    const sent = network();
    const { page, opened } = browser({ items: { [`ripen/1/visitor/outbox/${RUN}/${handoff}`]: JSON.stringify(left) } });
    const before = opened.length;
    const one = await page();
    one.resume(handoff, one.hear);
    await pass(4 * DAY);
    assert.equal(one.told.at(-1), state);
    assert.equal(sent.length, letters);
    assert.equal(opened.length, before);
  }
});

test("two pages send it once, with locks and without", async () => {
  for (const hasLocks of [true, false]) {
    const sent = network({ posts: [500] });
    const { page } = browser({ hasLocks });
    const [one, two] = [await page(), await page()];
    one.hand(HOOK, result(), one.hear);
    two.resume(HOOK, two.hear);
    await pass(400_000);
    assert.equal(one.standing(HOOK, RUN), "confirmed");
    assert.equal(sent.length, 2, String(hasLocks));
  }
});

test("without locks a page that went is followed when its lease has run out", async () => {
  const sent = network({ posts: [{ left: true, never: true }] });
  const { page } = browser({ hasLocks: false });
  const one = await page();
  await hand(one);
  const two = await page();
  two.resume(HOOK, two.hear);
  await pass(100_000);
  assert.equal(sent.length, 1);
  await pass(60_000);
  assert.equal(sent.length, 2);
  assert.equal(two.told.at(-1), "confirmed");
});

test("a storage that is full or blocked makes it the page's own, and it says so", async () => {
  const full = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  for (const break_ of [
    () => Object.defineProperty(localStorage, "setItem", { value: full, enumerable: false }),
    () => Object.defineProperty(globalThis, "localStorage", { get: full, configurable: true }),
  ]) {
    const sent = network({ posts: [500] });
    const { page } = browser();
    break_();
    const one = await page();
    await hand(one);
    assert.ok(one.told.every((state) => state.includes("500") || state.endsWith("!")), one.told.join());
    await pass(5000);
    assert.equal(one.told.at(-1), "confirmed!");
    assert.equal(sent.length, 2);
    Object.defineProperty(globalThis, "localStorage", { value: undefined, configurable: true, writable: true });
  }
});

test("without room for a change, what stood there makes it", async () => {
  network({ posts: [{ left: true, never: true }] });
  const { page, entries } = browser();
  const one = await page();
  const { setItem } = localStorage;
  const value = function (key, text) {
    if (Object.keys(this).length) throw new DOMException("full", "QuotaExceededError");
    return setItem.call(this, key, text);
  };
  Object.defineProperty(localStorage, "setItem", { value, enumerable: false });
  await hand(one, ONCE);
  assert.equal(entries()[0].state, "sending");
});

test("what is damaged or newer is never written over", async () => {
  for (const text of ["", "{", "null", "[]", '{"v":2,"state":"resting"}', '{"v":1,"state":"odd"}', '{"v":1,"state":"waiting"}']) {
    const sent = network();
    const { page } = browser({ items: { [KEY]: text } });
    const one = await page();
    one.resume(HOOK, one.hear);
    await hand(one);
    assert.equal(one.told.at(-1), "confirmed!");
    assert.equal(localStorage.getItem(KEY), text);
    assert.equal(sent.length, 1);
    one.forget(RUN);
    assert.equal(localStorage.getItem(KEY), null);
  }
});

test("an entry for another destination is left alone", async () => {
  const sent = network({ reach: () => false });
  const { page, entries } = browser();
  const one = await page();
  await hand(one, ONCE);
  const two = await page();
  network();
  two.resume(HOOK, two.hear);
  await rest();
  assert.deepEqual(two.told, []);
  assert.equal(sent.length, 0);
  assert.equal(entries()[0].to, ONCE);
});

test("what is over is forgotten after thirty days, and what waits is not", async () => {
  network({ posts: [404] });
  const { page, entries } = browser();
  const one = await page();
  await hand(one);
  await pass(29 * DAY);
  (await page()).resume(HOOK);
  assert.equal(entries().length, 1);
  await pass(2 * DAY);
  (await page()).resume(HOOK);
  assert.equal(entries().length, 0);
});

test("forgetting a run ends it, also while it is on the line", async () => {
  const sent = network({ posts: [500] });
  const { page, entries } = browser();
  const one = await page();
  one.hand(HOOK, result(), one.hear);
  one.forget(RUN);
  await pass(60_000);
  assert.equal(sent.length, 0);
  await hand(one);
  one.forget(RUN);
  await pass(60_000);
  assert.equal(sent.length, 1);
  assert.equal(entries().length, 0);
  assert.equal(one.standing(HOOK, RUN), undefined);
});

test("forgetting takes earlier runs on their way there along, and no other destination's", async () => {
  network({ posts: [500, 500, 500] });
  const { page, entries } = browser();
  const one = await page();
  await hand(one);
  one.hand(HOOK, result({ id: "later" }), one.hear);
  one.hand(`${HOOK}/else`, result({ id: "else" }), one.hear);
  await pass(1);
  assert.equal(entries().length, 3);
  one.forget("later", HOOK);
  assert.deepEqual(
    entries().map(({ id }) => id),
    ["else"],
  );
});

test("what cannot be written as a letter fails and is not tried for ever", async () => {
  const sent = network();
  const one = await browser().page();
  await hand(one, ONCE, { answers: "none" });
  await pass(DAY);
  assert.equal(one.told.at(-1), "failed broken");
  assert.equal(sent.length, 0);
});

test("no destination is refused before anything is kept", async () => {
  const { page, entries } = browser();
  const one = await page();
  assert.throws(() => one.hand("webhook:http://example.com/", result(), one.hear), { code: "handoff" });
  assert.throws(() => one.resume("nowhere", one.hear), { code: "handoff" });
  assert.equal(entries().length, 0);
});
