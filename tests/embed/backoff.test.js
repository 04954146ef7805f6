// When it is tried again.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PATIENCE, delay, left, retryAfter } from "../../embed/handoff/backoff.js";

test("pauses double up to an hour, at random below that", () => {
  assert.deepEqual([1, 2, 3, 4].map((tries) => delay(tries, 1)), [2000, 4000, 8000, 16_000]);
  assert.equal(delay(40, 1), 3_600_000);
  assert.equal(delay(5000, 1), 3_600_000);
  assert.equal(delay(3, 0), 0);
  assert.equal(delay(3, 0.5), 4000);
  const drawn = Array.from({ length: 100 }, () => delay(4));
  assert.ok(drawn.every((pause) => pause >= 0 && pause <= 16_000) && new Set(drawn).size > 50);
});

test("Retry-After is read in seconds and as a date, and nothing else", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: Date.UTC(2026, 10, 23, 9) });
  const check = (text, expected) => assert.equal(retryAfter(text), expected, String(text));
  check("0", 0);
  check("120", 120_000);
  check("Mon, 23 Nov 2026 09:01:00 GMT", 60_000);
  check("Monday, 23-Nov-26 09:01:00 GMT", 60_000);
  check("Mon, 23 Nov 2026 08:00:00 GMT", 0);
  check("Mon, 23 Nov 2099 08:00:00 GMT", PATIENCE);
  check("99999999999999999999", PATIENCE);
  for (const text of [null, "", "soon", "-5", "1.5", "5 apples", "Mon, 99 Foo 2026 09:01:00 GMT"]) check(text, undefined);
});

test("a wait survives a reload, and a clock set back begins it anew without making it longer", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: 100_000 });
  const check = (since, wait, expected) => assert.equal(left({ since, wait }), expected);
  check(100_000, 5000, 5000);
  check(98_000, 5000, 3000);
  check(10_000, 5000, 0);
  check(900_000, 5000, 5000);
});
