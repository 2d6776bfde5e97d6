// Between the desk and its store: each step is answered once and in order, other tabs hear of it, and nobody leaves with
// something that was not saved.
import assert from "node:assert/strict";
import { put, said, start_records, start_stores, write_records } from "./support/desk_store.mjs";
import { eventually } from "./support/portal.mjs";
import { after, before, test } from "./support/test.mjs";

let stores;
before(async () => (stores = await start_stores()));
after(() => stores.stop());

const nothing_new = (page) => said(page, "records").then((news) => news.length);

async function open_records(tab, before) {
  const page = await tab(before);
  await start_records(page);
  return page;
}

test("at the start come the state of the storage, and then all records", async (t) => {
  const { tab } = await stores.person(t);
  const page = await open_records(tab);
  await write_records(page, 1, put({ a: "1", b: "2" }));
  await write_records(page, 2, { expect: { a: 1 }, delete: ["a"] });
  const other = await open_records(tab);
  const [[first], ...later] = await other.evaluate(() => window.said);
  assert.equal(first, "storage");
  assert.deepEqual(later, [["records", [{ key: "b", revision: 1, value: "2" }], true]]);
});

test("each step is answered once, in the order of the steps, with its number", async (t) => {
  const { tab } = await stores.person(t);
  const page = await open_records(tab);
  const answers = await page.evaluate(async () => {
    const step = (revision) => JSON.stringify({ expect: { a: revision }, put: [{ key: "a", value: "x" }] });
    const before = window.said.length;
    const all = [step(0), step(1), step(7), "{", step(2)].map((json, index) => window.records.write(index + 1, json));
    const at_once = window.said.length - before;
    await Promise.all(all);
    return { at_once, written: window.said.filter(([what]) => what === "written").map(([, step, { outcome }]) => [step, outcome]) };
  });
  assert.equal(answers.at_once, 0, "nothing is said from within the call");
  assert.deepEqual(answers.written, [[1, "saved"], [2, "saved"], [3, "changed_elsewhere"], [4, "refused"], [5, "saved"]]);
});

test("where another tab was quicker, its records come just before the answer", async (t) => {
  const { tab } = await stores.person(t);
  const [page, other] = [await open_records(tab), await open_records(tab)];
  await page.evaluate(() => (BroadcastChannel.prototype.postMessage = () => {}));
  await write_records(page, 1, put({ a: "theirs", b: "b" }));
  await write_records(other, 5, put({ a: "ours" }));
  const news = await other.evaluate(() => window.said.slice(-2));
  assert.deepEqual(news, [
    ["records", [{ key: "a", revision: 1, value: "theirs" }], false],
    ["written", 5, { outcome: "changed_elsewhere", keys: ["a"] }],
  ]);
});

test("other tabs hear of every step, deletions too; other sites do not", async (t) => {
  const { tab } = await stores.person(t);
  const [page, other, elsewhere] = [await open_records(tab), await open_records(tab), await tab()];
  await elsewhere.evaluate(async () => {
    const note = (what) => (...news) => window.said.push([what, ...news]);
    window.records = window.store_modules.make_records("other", { records: note("records"), written: note("written"), storage: note("storage") });
    await window.records.start();
  });
  await write_records(page, 1, put({ a: "1", b: "2" }));
  await eventually(async () => assert.deepEqual((await said(other, "records")).at(-1), [[{ key: "a", revision: 1, value: "1" }, { key: "b", revision: 1, value: "2" }], false]));
  await write_records(page, 2, { expect: { a: 1, b: 1 }, delete: ["a"], put: [{ key: "b", value: "3" }] });
  await eventually(async () => assert.deepEqual((await said(other, "records")).at(-1)[0].find(({ key }) => key === "a"), { key: "a", revision: 2, value: null }));
  assert.equal((await said(page, "records")).length, 1, "the tab itself knows");
  assert.deepEqual(await said(elsewhere, "records"), [[[], true]]);
});

test("a page that comes back from the browser's cache reads what it missed", async (t) => {
  const { tab } = await stores.person(t);
  const [page, other] = [await open_records(tab), await open_records(tab)];
  await page.evaluate(() => (BroadcastChannel.prototype.postMessage = () => {}));
  await write_records(page, 1, put({ a: "1" }));
  assert.equal(await nothing_new(other), 1);
  await other.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await eventually(async () => assert.deepEqual((await said(other, "records")).at(-1), [[{ key: "a", revision: 1, value: "1" }], false]));
});

test("the browser is asked to keep the records, with the first that is saved, once", async (t) => {
  const { tab } = await stores.person(t);
  const page = await open_records(tab, () => {
    window.asked = 0;
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => (window.asked++, true);
  });
  assert.deepEqual(await said(page, "storage"), [[{ persistent: false, available: true, newer: false }]]);
  assert.equal(await page.evaluate(() => window.asked), 0);
  await write_records(page, 1, put({ a: "1" }));
  await write_records(page, 2, put({ b: "1" }));
  await eventually(async () => assert.deepEqual((await said(page, "storage")).at(-1), [{ persistent: true, available: true, newer: false }]));
  assert.equal(await page.evaluate(() => window.asked), 1);
});

for (const [name, spoil, state] of [
  ["storage is refused", () => (IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }), { persistent: false, available: false, newer: false }],
  ["a newer desk has been there", () => (IDBFactory.prototype.open = () => { throw new DOMException("newer", "VersionError"); }), { persistent: false, available: true, newer: true }],
  ["the browser says nothing of storage", () => { Object.defineProperty(navigator, "storage", { value: undefined }); delete window.BroadcastChannel; }, { persistent: false, available: true, newer: false }],
])
  test(`the desk starts and says so where ${name}`, async (t) => {
    const { tab } = await stores.person(t);
    const page = await open_records(tab, spoil);
    assert.deepEqual(await page.evaluate(() => window.said), [["storage", state], ["records", [], true]]);
    await write_records(page, 1, put({ a: "1" }));
    const [[, { outcome }]] = await said(page, "written");
    assert.equal(outcome, state.available && !state.newer ? "saved" : "refused");
  });

test("who leaves while something is not saved is asked first, and not otherwise", async (t) => {
  const { tab } = await stores.person(t);
  const page = await open_records(tab);
  const is_asked = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  assert.equal(await is_asked(), false);
  const asked_meanwhile = await page.evaluate(async () => {
    const writing = window.records.write(1, JSON.stringify({ expect: { a: 0 }, put: [{ key: "a", value: "1" }] }));
    const asked = !dispatchEvent(new Event("beforeunload", { cancelable: true }));
    await writing;
    return asked;
  });
  assert.equal(asked_meanwhile, true);
  assert.equal(await is_asked(), false);
  await write_records(page, 2, { put: [{ key: "a", value: "2" }] });
  assert.equal(await is_asked(), true, "refused");
  await write_records(page, 3, put({ a: "2" }, { a: 1 }));
  assert.equal(await is_asked(), false);
});
