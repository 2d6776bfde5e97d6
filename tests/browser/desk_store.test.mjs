// The desk's store: each step is written whole or not at all, has one outcome, and no revision comes twice.
import assert from "node:assert/strict";
import { database, put, read, start_stores, write } from "./support/desk_store.mjs";
import { eventually } from "./support/portal.mjs";
import { after, before, test } from "./support/test.mjs";

let stores;
before(async () => (stores = await start_stores()));
after(() => stores.stop());

const saved = (revisions) => ({ outcome: "saved", revisions });
const record = (key, revision, value) => ({ key, revision, value });

test("a step is on the disk before it counts as saved, and stays", async (t) => {
  const { tab } = await stores.person(t);
  const page = await tab(() => {
    const { transaction } = IDBDatabase.prototype;
    window.durabilities = [];
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === "readwrite") window.durabilities.push(options?.durability);
      return transaction.call(this, names, mode, options);
    };
  });
  assert.deepEqual(await read(page), []);
  assert.deepEqual(await write(page, put({ "quote/a": "{}", "number/A-2026": "1" })), saved({ "quote/a": 1, "number/A-2026": 1 }));
  assert.deepEqual(await write(page, put({ "quote/a": '{"title":"€"}' }, { "quote/a": 1 })), saved({ "quote/a": 2 }));
  assert.deepEqual(await page.evaluate(() => window.durabilities), ["strict", "strict"]);
  const other = await tab();
  assert.deepEqual(await read(other), [record("number/A-2026", 1, "1"), record("quote/a", 2, '{"title":"€"}')]);
});

test("a step over another revision writes nothing and gets the record as it is", async (t) => {
  const { tab } = await stores.person(t);
  const [one, other] = [await tab(), await tab()];
  await write(one, put({ "quote/a": "first" }));
  await write(other, put({ "quote/a": "second" }, { "quote/a": 1 }));
  const step = { expect: { "quote/a": 1, "quote/b": 0, "number/A-2026": 0 }, put: [{ key: "quote/a", value: "third" }, { key: "quote/b", value: "new" }, { key: "number/A-2026", value: "7" }] };
  assert.deepEqual(await write(one, step), { outcome: "changed_elsewhere", keys: ["quote/a"], records: [record("quote/a", 2, "second")] });
  assert.deepEqual(await read(one), [record("quote/a", 2, "second")]);
});

test("revisions: nothing, the one below, the one, the one above", async (t) => {
  const { tab } = await stores.person(t);
  const page = await tab();
  await write(page, put({ a: "1" }));
  await write(page, put({ a: "2" }, { a: 1 }));
  for (const [revision, wanted] of [[0, "changed_elsewhere"], [1, "changed_elsewhere"], [3, "changed_elsewhere"], [2, "saved"]])
    assert.equal((await write(page, put({ a: "3" }, { a: revision }))).outcome, wanted, `expected ${revision}`);
});

test("what was deleted may be made again, with a revision that never was", async (t) => {
  const { tab } = await stores.person(t);
  const [page, other] = [await tab(), await tab()];
  await write(page, put({ a: "1" }));
  assert.deepEqual(await write(page, { expect: { a: 1 }, delete: ["a"] }), saved({ a: 2 }));
  assert.deepEqual(await read(page), []);
  assert.deepEqual(await read(page, ["a", "b"]), [record("a", 2, null), record("b", 0, null)]);
  assert.deepEqual(await write(page, put({ a: "again" })), saved({ a: 3 }));
  assert.equal((await write(other, put({ a: "old" }, { a: 1 }))).outcome, "changed_elsewhere");
  assert.deepEqual(await read(other), [record("a", 3, "again")]);
});

test("two tabs that count at the same time give no number twice and leave none out", async (t) => {
  const { tab } = await stores.person(t);
  const tabs = [await tab(), await tab(), await tab()];
  // Each takes 20 numbers, as the desk issues quotes: number and quote in one step, anew where another tab was quicker.
  const given = await Promise.all(
    tabs.map((page) =>
      page.evaluate(async (name) => {
        const store = window.store_modules.record_store(name);
        const taken = [];
        while (taken.length < 20) {
          const [{ revision, value }] = await store.read(["number"]);
          const next = Number(value ?? 0) + 1;
          const quote = `quote/${crypto.randomUUID()}`;
          const step = { expect: { number: revision, [quote]: 0 }, put: [{ key: "number", value: `${next}` }, { key: quote, value: `${next}` }] };
          if ((await store.write(JSON.stringify(step))).outcome === "saved") taken.push(next);
        }
        return taken;
      }, database),
    ),
  );
  const all = given.flat().sort((a, b) => a - b);
  assert.deepEqual(all, Array.from({ length: 60 }, (_, index) => index + 1));
  const quotes = (await read(tabs[0])).filter(({ key }) => key.startsWith("quote/"));
  assert.deepEqual(quotes.map(({ value }) => Number(value)).sort((a, b) => a - b), all);
});

test("a tab that is closed or crashes in the middle of a step leaves it whole or not written", async (t) => {
  const { context, tab } = await stores.person(t);
  const reader = await tab();
  let revision = 0;
  for (let round = 0; round < 16; ++round) {
    const page = await tab();
    await read(page); // the database is open
    // Ends somewhere between the first request and the end of the transaction.
    const begun = page.evaluate(
      ([name, revision, round, wait]) => {
        const step = { expect: { a: revision, b: revision }, put: ["a", "b"].map((key) => ({ key, value: `${round}`.repeat(200_000) })) };
        window.store.write(JSON.stringify(step));
        return new Promise((resolve) => (wait < 0 ? resolve() : setTimeout(resolve, wait)));
      },
      [database, revision, round % 10, round < 2 ? -1 : 2 ** (round >> 1)],
    );
    await begun;
    if (round % 2) {
      const session = await context.newCDPSession(page);
      await Promise.race([session.send("Page.crash").catch(() => {}), page.waitForEvent("crash")]);
    }
    await page.close();
    const found = await read(reader, ["a", "b"]);
    assert.equal(found[0].value, found[1].value);
    assert.equal(found[0].revision, found[1].revision);
    assert.ok([revision, revision + 1].includes(found[0].revision));
    revision = found[0].revision;
  }
});

const refusals = [
  ["there is no IndexedDB", () => Object.defineProperty(window, "indexedDB", { value: undefined }), "unavailable"],
  ["it is forbidden", () => (IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }), "unavailable"],
  ["it fails to open", () => { const { open } = IDBFactory.prototype; IDBFactory.prototype.open = function (name) { const opening = open.call(this, name, 1); opening.addEventListener("upgradeneeded", () => opening.transaction.abort()); return opening; }; }, "other"],
  ["it never opens", () => (IDBFactory.prototype.open = () => ({})), "unavailable"],
  ["it never answers", () => { const { get } = IDBObjectStore.prototype; IDBObjectStore.prototype.get = function (key) { return this.name === "about" ? {} : get.call(this, key); }; }, "unavailable"],
  ["the end of a transaction is never told", () => { for (const end of ["abort", "complete"]) Object.defineProperty(IDBTransaction.prototype, `on${end}`, { set() {} }); const { put } = IDBObjectStore.prototype; IDBObjectStore.prototype.put = function (...record) { return this.name === "records" ? this.transaction.abort() : put.apply(this, record); }; }, "unavailable"],
  ["a transaction cannot begin", () => (IDBDatabase.prototype.transaction = () => { throw new DOMException("closing", "InvalidStateError"); }), "unavailable"],
  ["a transaction is ended from outside", () => { const { put } = IDBObjectStore.prototype; IDBObjectStore.prototype.put = function (...record) { const asked = put.apply(this, record); if (record[0].key === "b") this.transaction.abort(); return asked; }; }, "unavailable"],
  ["a record cannot be put", () => { const { put } = IDBObjectStore.prototype; IDBObjectStore.prototype.put = function (...record) { if (this.name === "records") throw new DOMException("no", "DataError"); return put.apply(this, record); }; }, "other"],
  ["the disk is full, in the words of one browser", () => { const { get } = IDBObjectStore.prototype; IDBObjectStore.prototype.get = function (key) { if (this.name === "records") throw new DOMException("The disk is full", "UnknownError"); return get.call(this, key); }; }, "full"],
];
for (const [name, spoil, reason] of refusals)
  test(`refused, with a reason, where ${name}`, async (t) => {
    const { tab } = await stores.person(t);
    const page = await tab(spoil);
    const { outcome, reason: found, detail } = await write(page, put({ a: "1", b: "2" }), { patience: 300 });
    assert.deepEqual({ outcome, reason: found }, { outcome: "refused", reason });
    assert.ok(detail.length > 0);
    assert.deepEqual(await read(await tab()), []);
  });

test("a transaction that does not end is ended, and nothing is written", async (t) => {
  const { tab } = await stores.person(t);
  const page = await tab(() => {
    // Asks on and on, so that the transaction never commits.
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      if (this.name !== "records") return get.call(this, key);
      const again = () => (get.call(this, "nothing").onsuccess = again);
      again();
      return {};
    };
  });
  const { outcome, reason } = await write(page, put({ a: "1" }), { patience: 300 });
  assert.deepEqual({ outcome, reason }, { outcome: "refused", reason: "unavailable" });
  assert.deepEqual(await read(await tab()), []);
});

for (const [name, spoil] of [["all", () => (IDBObjectStore.prototype.getAll = () => ({}))], ["one", () => { const { get } = IDBObjectStore.prototype; IDBObjectStore.prototype.get = function (key) { return this.name === "records" ? {} : get.call(this, key); }; }]])
  test(`reading ends, with an error, where the database never answers: ${name}`, async (t) => {
    const { tab } = await stores.person(t);
    const page = await tab(spoil);
    await page.evaluate((name) => (window.store = window.store_modules.record_store(name, { patience: 300 })), database);
    await assert.rejects(read(page, name === "all" ? undefined : ["a"]), /does not answer/);
  });

test("a full disk refuses the step, keeps what was stored, and saves when there is room again", async (t) => {
  const { context, tab } = await stores.person(t);
  const page = await tab();
  const session = await context.newCDPSession(page);
  const origin = new URL(stores.url).origin;
  // Before anything is written: Chromium asks for the room that is left only now and then.
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1_000_000 });
  await write(page, put({ "quote/a": "kept" }));
  const step = put({ "quote/a": "x".repeat(3_000_000), "quote/b": "small" }, { "quote/a": 1 });
  const { outcome, reason } = await write(page, step);
  assert.deepEqual({ outcome, reason }, { outcome: "refused", reason: "full" });
  assert.deepEqual(await read(page), [record("quote/a", 1, "kept")]);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  assert.deepEqual(await write(page, step), saved({ "quote/a": 2, "quote/b": 1 }));
});

// Opens the database in a higher version, as a desk to come would.
const upgrade = (page) =>
  page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name, 2);
        opening.onsuccess = () => resolve(opening.result.close());
        opening.onerror = () => reject(opening.error);
        opening.onblocked = () => reject(new Error("blocked"));
      }),
    database,
  );

test("a newer desk is not held up, and an older one writes nothing more", async (t) => {
  const { tab } = await stores.person(t);
  const page = await tab();
  await write(page, put({ a: "1" }));
  await upgrade(await tab());
  await eventually(async () => assert.deepEqual(await page.evaluate(() => window.said), [{ is_deleted: false, is_newer: true }]));
  for (const one of [page, await tab()]) {
    const { outcome, reason } = await write(one, put({ a: "2" }, { a: 1 }));
    assert.deepEqual({ outcome, reason }, { outcome: "refused", reason: "newer" });
    await assert.rejects(read(one), /VersionError|newer/);
  }
});

const deletions = {
  "by another tab": async (page, context, other) => {
    await other.evaluate(
      (name) =>
        new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase(name);
          deleting.onsuccess = resolve;
          deleting.onblocked = () => reject(new Error("blocked"));
        }),
      database,
    );
  },
  "by the browser": async (page, context) => {
    const session = await context.newCDPSession(page);
    await session.send("Storage.clearDataForOrigin", { origin: new URL(stores.url).origin, storageTypes: "indexeddb" });
  },
};
for (const [name, remove] of Object.entries(deletions))
  test(`a database deleted under an open desk, ${name}, is not made anew: its numbers would begin again`, async (t) => {
    const { context, tab } = await stores.person(t);
    const [page, other] = [await tab(), await tab()];
    await write(page, put({ number: "41" }));
    await remove(page, context, other);
    await eventually(async () => assert.deepEqual(await write(page, put({ number: "1" })), { outcome: "refused", reason: "unavailable", detail: "deleted" }));
    assert.deepEqual(await page.evaluate(() => window.said), [{ is_deleted: true, is_newer: false }]);
    assert.deepEqual((await other.evaluate(() => indexedDB.databases())).map(({ name }) => name), []);
    // A tab that was opened since has a database of its own; this one still writes nothing into it.
    await write(other, put({ number: "1" }));
    assert.equal((await write(page, put({ number: "42" }, { number: 1 }))).detail, "deleted");
    assert.deepEqual(await read(other), [record("number", 1, "1")]);
  });

test("a connection that was lost is opened anew", async (t) => {
  const { tab } = await stores.person(t);
  const page = await tab(() => {
    const { open } = IDBFactory.prototype;
    window.opened = [];
    IDBFactory.prototype.open = function (...what) {
      const opening = open.apply(this, what);
      opening.addEventListener("success", () => window.opened.push(opening.result));
      return opening;
    };
  });
  await write(page, put({ a: "1" }));
  await page.evaluate(() => window.opened.at(-1).close());
  assert.deepEqual(await write(page, put({ a: "2" }, { a: 1 })), saved({ a: 2 }));
});

test("a step that makes no sense is refused and writes nothing", async (t) => {
  const { tab } = await stores.person(t);
  const page = await tab();
  const one = { key: "a", value: "1" };
  for (const [step, detail] of [
    ["{", /JSON/],
    ["null", /./],
    [{}, /./],
    [{ put: [one] }, /a is written without a revision/],
    [{ expect: {}, put: [one] }, /a is written without a revision/],
    [{ expect: {}, delete: ["a"] }, /a is written without a revision/],
    [{ expect: { a: 0 }, put: [one, one] }, /a is written twice/],
    [{ expect: { a: 0 }, put: [one], delete: ["a"] }, /a is written twice/],
    [{ expect: { a: 0 }, put: [{ key: "a", value: null }] }, /a has no value/],
  ]) {
    const answer = await write(page, step);
    assert.equal(answer.outcome, "refused", JSON.stringify(step));
    assert.match(answer.detail, detail);
  }
  assert.deepEqual(await read(page), []);
  assert.deepEqual(await write(page, { expect: { a: 0 } }), saved({}), "a step may only look");
});
