// How entries of the outbox are sent, with a fake endpoint and a fake clock.
import assert from "node:assert/strict";
import test from "node:test";
import { deliver, next_try, pause_ms, problem_lines, retry_after_ms, verdict, without_content } from "../../wasm/outbox/delivery.mjs";
import { memory } from "../../wasm/outbox/store.mjs";

const start = Date.parse("2026-12-01T08:00:00Z");
const confirmed = { status: 201, body: { reference: "K-1", price: "same" } };

const waiting = (key, more = {}) => ({
  key, request: `{"for":"${key}"}`, endpoint: "https://example.org/requests", made_at: start, delivery: "waiting",
  reference: "", price: "", problem: "", tries: 0, due: 0, not_before: 0, lease: 0, ...more,
});

const response = ({ status, body, headers = {} }) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

// Web Locks, as far as the outbox uses them.
function fake_locks() {
  const held = new Map();
  return {
    async request(name, { ifAvailable }, act) {
      if (ifAvailable && held.has(name)) return act(null);
      while (held.has(name)) await held.get(name);
      let release;
      held.set(name, new Promise((resolve) => (release = resolve)));
      try {
        return await act({ name });
      } finally {
        held.delete(name);
        release();
      }
    },
  };
}

// An outbox whose endpoint gives these answers in turn, then the last one always. An Error is a network failure.
async function outbox_of(entries, answers, locks = fake_locks()) {
  const store = memory();
  for (const entry of entries) await store.change(entry.key, () => entry);
  const calls = [];
  const context = {
    now: () => outbox.now,
    random: () => 0,
    locks,
    fetch: async (url, options) => {
      calls.push({ url, ...options });
      const answer = answers[Math.min(calls.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return response(typeof answer === "function" ? await answer() : answer);
    },
  };
  const outbox = {
    now: start,
    store,
    calls,
    deliver: (options) => deliver(store, { ...context, ...options }),
    entry: async (key = "a") => (await store.all()).find((entry) => entry.key === key),
  };
  return outbox;
}

test("pauses double up to a quarter of an hour, less at most half of it at random", () => {
  assert.deepEqual([1, 2, 3, 4].map((tries) => pause_ms(tries, 1)), [2000, 4000, 8000, 16000]);
  assert.equal(pause_ms(3, 0), 4000);
  assert.equal(pause_ms(50, 1), 15 * 60_000);
  assert.equal(pause_ms(5000, 0), 7.5 * 60_000);
});

test("Retry-After is read as seconds and as a date", () => {
  assert.equal(retry_after_ms("120", start), 120_000);
  assert.equal(retry_after_ms(" 7 ", start), 7000);
  assert.equal(retry_after_ms("Tue, 01 Dec 2026 08:01:30 GMT", start), 90_000);
  assert.equal(retry_after_ms("Mon, 30 Nov 2026 08:00:00 GMT", start), 0);
  for (const text of [null, undefined, "", "soon", "NaN"]) assert.equal(retry_after_ms(text, start), 0);
  assert.equal(retry_after_ms("99999999999", start), 24 * 3_600_000);
});

test("an answer confirms only if it has a reference", () => {
  assert.equal(verdict(201, { reference: "K-1", price: null }, null, start).delivery, "sent");
  assert.equal(verdict(200, { reference: "K-1", price: "differs" }, null, start).price, "differs");
  for (const [status, body] of [[201, null], [200, {}], [200, { reference: 5 }], [202, { reference: "K-1" }], [204, null], [302, null], [404, null], [500, { reference: "K-1" }]])
    assert.equal(verdict(status, body, null, start).delivery, undefined, `${status} ${JSON.stringify(body)}`);
});

test("each error is a line with its pointer", () => {
  const errors = [{ pointer: "/contact/email", code: "format", detail: "This is no\ne-mail address." }, { pointer: "/consent", detail: "Consent is needed." }];
  assert.equal(problem_lines({ errors }, 422), "/contact/email: This is no e-mail address.\n/consent: Consent is needed.");
  assert.equal(problem_lines({ detail: "The body is not JSON." }, 400), "The body is not JSON.");
  assert.equal(problem_lines(null, 413), "HTTP 413");
});

test("a confirmed entry was sent once, with its key and its bytes", async () => {
  const outbox = await outbox_of([waiting("a")], [confirmed]);
  await outbox.deliver();
  await outbox.deliver({ skips_pause: () => true });
  assert.equal(outbox.calls.length, 1);
  const [{ url, method, headers, body }] = outbox.calls;
  assert.deepEqual({ url, method, body }, { url: "https://example.org/requests", method: "POST", body: '{"for":"a"}' });
  assert.deepEqual(headers, { "Content-Type": "application/json", "Idempotency-Key": "a" });
  const { delivery, reference, price, lease } = await outbox.entry();
  assert.deepEqual({ delivery, reference, price, lease }, { delivery: "sent", reference: "K-1", price: "same", lease: 0 });
  assert.ok(!(await outbox.entry()).may_have_arrived);
  assert.equal(next_try(await outbox.entry()), Infinity);
});

test("a confirmed request keeps only its kind; a waiting or refused one keeps its text", async () => {
  const request = JSON.stringify({ format: 1, kind: "question", contact: { name: "Ada", email: "ada@example.org" }, message: "Guten Tag" });
  const busy = { status: 503, body: {} };
  const outbox = await outbox_of([waiting("a", { request })], [busy, confirmed]);
  await outbox.deliver();
  assert.equal((await outbox.entry()).request, request);
  outbox.now = next_try(await outbox.entry());
  await outbox.deliver();
  assert.equal((await outbox.entry()).request, '{"kind":"question"}');
  assert.doesNotMatch(JSON.stringify(await outbox.entry()), /Ada|ada@|Guten/);
  for (const text of ["", "[", "null", "5"]) assert.doesNotThrow(() => without_content(text), text);
});

// Whether a withdrawn entry may have reached the endpoint.
for (const [name, answers, may_have_arrived] of [
  ["the network fails", [new TypeError("no network")], true],
  ["an error says nothing", [{ status: 500, body: "" }], true],
  ["the endpoint asks to wait", [{ status: 503, body: {} }], false],
  ["the endpoint asks to wait after an answer was lost", [new TypeError("reset"), { status: 429, body: {} }], true],
])
  test(`${name}: it may ${may_have_arrived ? "" : "not "}have arrived`, async () => {
    const outbox = await outbox_of([waiting("a")], answers);
    for (const _ of answers) {
      outbox.now = next_try(await outbox.entry());
      await outbox.deliver();
    }
    assert.equal((await outbox.entry()).delivery, "waiting");
    assert.equal(Boolean((await outbox.entry()).may_have_arrived), may_have_arrived);
  });

test("an entry being sent may have arrived: the page may be closed before the answer", async () => {
  let seen;
  const outbox = await outbox_of([waiting("a")], [async () => ((seen = (await outbox.entry()).may_have_arrived), confirmed)]);
  await outbox.deliver();
  assert.equal(seen, true);
});

for (const status of [400, 409, 413, 415, 422])
  test(`${status} is a refusal and is not retried`, async () => {
    const outbox = await outbox_of([waiting("a")], [{ status, body: { detail: "Not like this." } }]);
    await outbox.deliver();
    await outbox.deliver({ skips_pause: () => true });
    const { delivery, problem, request } = await outbox.entry();
    assert.deepEqual([delivery, problem, request], ["refused", "Not like this.", '{"for":"a"}']);
    assert.equal(outbox.calls.length, 1);
  });

for (const [answer, problem] of [
  [new TypeError("no network"), "offline"],
  [{ status: 429, body: {} }, "busy"],
  [{ status: 503, body: "<html>" }, "busy"],
  [{ status: 500, body: "" }, "failed"],
  [{ status: 404, body: "nothing here" }, "failed"],
  [{ status: 200, body: "<html>Please log in to this network</html>" }, "failed"],
  [{ status: 201, body: '{"reference":"K-' }, "failed"],
])
  test(`${answer.status ?? answer.message} (${JSON.stringify(answer.body) ?? ""}) is retried, and the next attempt arrives`, async () => {
    const outbox = await outbox_of([waiting("a")], [answer, confirmed]);
    await outbox.deliver();
    assert.deepEqual([(await outbox.entry()).delivery, (await outbox.entry()).problem], ["waiting", problem]);
    await outbox.deliver();
    assert.equal(outbox.calls.length, 1, "not before its pause is over");
    outbox.now = next_try(await outbox.entry());
    await outbox.deliver();
    assert.equal((await outbox.entry()).delivery, "sent");
    assert.deepEqual(outbox.calls.map(({ headers }) => headers["Idempotency-Key"]), ["a", "a"]);
    assert.equal(outbox.calls[0].body, outbox.calls[1].body);
  });

test("a pause can be skipped, the endpoint's Retry-After cannot", async () => {
  const outbox = await outbox_of([waiting("a")], [new TypeError("no network"), { status: 503, body: {}, headers: { "Retry-After": "60" } }, confirmed]);
  await outbox.deliver();
  await outbox.deliver({ skips_pause: () => true });
  assert.equal(outbox.calls.length, 2);
  outbox.now += 59_999;
  await outbox.deliver({ skips_pause: () => true });
  assert.equal(outbox.calls.length, 2);
  assert.ok(next_try(await outbox.entry()) > start + 60_000, "visitors do not all retry in the same instant");
  outbox.now += 1;
  await outbox.deliver({ skips_pause: () => true });
  assert.equal((await outbox.entry()).delivery, "sent");
});

test("pauses grow with failed attempts", async () => {
  const outbox = await outbox_of([waiting("a")], [{ status: 500, body: "" }]);
  const pauses = [];
  for (let i = 0; i < 5; i++) {
    await outbox.deliver();
    pauses.push(next_try(await outbox.entry()) - outbox.now);
    outbox.now = next_try(await outbox.entry());
  }
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16000]);
});

// Two tabs on one store while the first one is sending.
async function two_tabs(locks, options) {
  let answer;
  const slow = () => new Promise((resolve) => (answer = () => resolve(confirmed)));
  const outbox = await outbox_of([waiting("a")], [slow], locks);
  const first = outbox.deliver();
  while (!answer) await new Promise(setImmediate);
  const second = outbox.deliver({ skips_pause: () => true, ...options });
  if (!options?.is_patient) await second;
  assert.equal(outbox.calls.length, 1);
  answer();
  await Promise.all([first, second]);
  assert.equal(outbox.calls.length, 1);
  assert.equal((await outbox.entry()).delivery, "sent");
}

test("two tabs never send the same entry: locks", () => two_tabs(fake_locks()));
test("two tabs never send the same entry: a worker waits for the lock", () => two_tabs(fake_locks(), { is_patient: true }));
test("two tabs never send the same entry: the lease where there are no locks", () => two_tabs(null));
test("two tabs never send the same entry: the lease where locks are forbidden", () => {
  const forbidden = { request: () => Promise.reject(new DOMException("denied", "SecurityError")) };
  return two_tabs(forbidden);
});

test("the next visit sends what a closed tab was sending", async () => {
  const left = waiting("a", { tries: 1, lease: start + 40_000 });
  const with_locks = await outbox_of([left], [confirmed]);
  await with_locks.deliver({ skips_pause: () => true });
  assert.equal((await with_locks.entry()).delivery, "sent");

  const without = await outbox_of([left], [confirmed], null);
  await without.deliver({ skips_pause: () => true });
  assert.equal(without.calls.length, 0);
  without.now = next_try(await without.entry());
  await without.deliver();
  assert.equal((await without.entry()).delivery, "sent");
});

test("an entry withdrawn while being sent does not come back", async () => {
  const outbox = await outbox_of([waiting("a")], [async () => (await outbox.store.change("a", () => null), confirmed)]);
  await outbox.deliver();
  assert.deepEqual(await outbox.store.all(), []);
});

test("each change is reported, and a failed entry does not stop the others", async () => {
  let steps = 0;
  const outbox = await outbox_of([waiting("a"), waiting("b")], [new TypeError("no network"), confirmed]);
  await outbox.deliver({ changed: () => steps++ });
  assert.deepEqual((await outbox.store.all()).map(({ delivery }) => delivery), ["waiting", "sent"]);
  assert.equal(steps, 4);
});
