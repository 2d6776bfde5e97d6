// What becomes of quotes: two tabs, a tab that is closed in the middle of a step, refused and full storage, and the file in
// which everything moves.
import assert from "node:assert/strict";
import * as desk from "./support/desk.mjs";
import { eventually } from "./support/portal.mjs";

const { de, test } = desk;
const year = new Date().getFullYear();
const desks = desk.start_desks();
const { open } = desks;
const quotes = (page) => desk.stored(page, desks.url, "quote/");
const json_file = (content, name = "copy.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(content) });
const imported = (added, twice, unchanged) => de.said_imported.replace("{added}", added).replace("{twice}", twice).replace("{unchanged}", unchanged);

test("two tabs: each shows what the other stores, and no number is given twice", async (t) => {
  const one = await open(t);
  const other = await open(t, { context: one.context() });
  await desk.draft(one, "Erste GmbH");
  await desk.draft(other, "Zweite GmbH");
  await desk.issue(one);
  await desk.is_issued(one, `A-${year}-0001/1`);
  await desk.issue(other);
  await desk.is_issued(other, `A-${year}-0002/1`);
  await desk.press(one, de.go_list);
  await eventually(async () => assert.equal(await one.getByRole("table", { name: de.list_title }).getByRole("button", { name: /GmbH/ }).count(), 2));
});

test("a draft that two tabs change is not overwritten: the second is asked", async (t) => {
  const one = await open(t);
  await desk.draft(one);
  // What the other tab stores is not heard of in time.
  const before = (page) => page.addInitScript(() => (BroadcastChannel.prototype.postMessage = () => {}));
  const other = await open(t, { context: one.context(), before });
  await desk.open_quote(other, /Groß GmbH/);
  await desk.type(other, de.customer_company, "Groß AG");
  await desk.saved(other);
  await desk.type(one, de.customer_company, "Groß KG");
  await desk.says(one, de.changed_elsewhere);
  await desk.press(one, de.keep_as_copy);
  await desk.saved(one);
  const companies = (await quotes(one)).map(({ value }) => JSON.parse(value).customer.company);
  assert.deepEqual(companies.sort(), ["Groß AG", "Groß KG"]);
});

// Closes the page the moment a step has begun, or a little later; what is stored then is what a new tab shows.
for (const step of ["save", "issue", "accept"])
  test(`a tab closed in the middle of the step "${step}" leaves the step whole or not written`, async (t) => {
    const keeper = await open(t);
    const context = keeper.context();
    await desk.draft(keeper);
    if (step === "accept") await desk.issue(keeper), await desk.is_issued(keeper, `A-${year}-0001/1`);
    const before = JSON.stringify(await desk.stored(keeper, desks.url));
    let is_written = false;
    for (const wait of [0, 5, 1000]) {
      const page = await open(t, { context });
      await desk.open_quote(page, /Groß GmbH/);
      if (step === "save") await page.getByRole("textbox", { name: de.notes }).waitFor();
      if (step === "issue") {
        await desk.press(page, de.issue);
        await page.getByRole("button", { name: de.issue_now, exact: true }).waitFor();
        const asks = page.getByRole("textbox", { name: de.prefix, exact: true });
        if (await asks.count()) await asks.fill("A"), await desk.type(page, de.owner, "Ida");
      }
      if (step === "accept") {
        await desk.press(page, de.accept);
        await page.getByRole("button", { name: de.record_acceptance, exact: true }).waitFor();
      }
      await page.evaluate(
        ([step, names, wait]) => {
          const { transaction } = IDBDatabase.prototype;
          const begun = new Promise((resolve) => {
            IDBDatabase.prototype.transaction = function (stores, mode, options) {
              if (mode === "readwrite") resolve();
              return transaction.call(this, stores, mode, options);
            };
          });
          if (step === "save") {
            const field = document.querySelector(`textarea[aria-label="${names.notes}"]`);
            field.value = `noted ${wait}`;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          } else [...document.querySelectorAll("#desk button")].find((button) => [button.ariaLabel, button.textContent].includes(names[step])).click();
          return begun.then(() => new Promise((resolve) => setTimeout(resolve, wait)));
        },
        [step, { notes: de.notes, issue: de.issue_now, accept: de.record_acceptance }, wait],
      );
      await page.close();
      const now = await desk.stored(keeper, desks.url);
      const [quote] = now.filter(({ key }) => key.startsWith("quote/")).map(({ value }) => JSON.parse(value));
      const [version] = quote.versions;
      if (step === "save") is_written ||= quote.notes?.startsWith("noted") ?? false;
      else if (version.state === { issue: "issued", accept: "accepted" }[step]) is_written = true;
      else assert.equal(JSON.stringify(now), before, "nothing of it is written");
      // The number and the quote that has it come together.
      assert.equal(now.some(({ key }) => key.startsWith("number/")), quote.number !== undefined);
      if (is_written && step !== "save") break;
    }
    assert.ok(is_written, "with a second it is written");
  });

test("without storage the desk says so at once, calls nothing saved, and lets everything be saved to a file", async (t) => {
  const page = await open(t, { before: (page) => page.addInitScript(() => (IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); })) });
  await desk.says(page, de.failed_unavailable);
  await desk.press(page, de.go_start);
  await desk.type(page, de.paste_caption, desk.sample_request());
  await desk.press(page, de.take_pasted);
  await page.getByRole("button", { name: de.add_discount }).waitFor();
  await desk.issue(page);
  await desk.says(page, de.failed_unavailable);
  const shown = await page.locator("#desk").innerText();
  assert.ok(!shown.includes(de.saved));
  assert.equal(await page.getByRole("button", { name: de.download_pdf }).count(), 0);
});

test("a full disk refuses the step, says so, and saves when there is room again", async (t) => {
  const context = await desk.new_profile(t, desks.browser);
  const blank = await context.newPage();
  await blank.goto(desks.url);
  const session = await context.newCDPSession(blank);
  const { origin } = new URL(desks.url);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 2_000_000 });
  const page = await open(t, { context });
  await desk.draft(page);
  // Something else of the site fills the rest.
  await page.evaluate(async () => {
    const filler = await new Promise((resolve) => {
      const opening = indexedDB.open("filler", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("all");
      opening.onsuccess = () => resolve(opening.result);
    });
    const random = () => Array.from(crypto.getRandomValues(new Uint8Array(60_000)));
    for (let index = 0; index < 400; ++index) {
      const change = filler.transaction("all", "readwrite");
      change.objectStore("all").put(new Uint8Array(random()), index);
      const is_kept = await new Promise((resolve) => ((change.oncomplete = () => resolve(true)), (change.onabort = () => resolve(false))));
      if (!is_kept) return;
    }
  });
  await page.getByRole("textbox", { name: de.notes, exact: true }).fill("x".repeat(4000));
  await desk.says(page, de.failed_full);
  // What was announced before is replaced a moment later.
  await eventually(async () => assert.ok(!(await page.locator("#desk").innerText()).includes(de.saved)));
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await desk.press(page, de.try_again);
  await desk.saved(page);
  const [{ value }] = await quotes(page);
  assert.equal(JSON.parse(value).notes.length, 4000);
});

test("everything moves to another browser by file: nothing overwritten, the prefix stays, the same file twice changes nothing", async (t) => {
  const from = await open(t);
  await desk.draft(from);
  await desk.issue(from);
  await desk.is_issued(from, `A-${year}-0001/1`);
  await desk.press(from, de.go_list);
  const { content } = await desk.copy_of_all(from);
  const [theirs] = await quotes(from);

  const to = await open(t);
  await desk.choose_file(to, de.import_all, json_file(content));
  await desk.says(to, imported(1, 0, 0));
  assert.deepEqual((await quotes(to)).map(({ key, value }) => [key, JSON.parse(value)]), [[theirs.key, JSON.parse(theirs.value)]]);
  assert.deepEqual(await desk.stored(to, desks.url, "prefix"), []);
  assert.deepEqual(await desk.stored(to, desks.url, "number/"), []);
  const before = await desk.stored(to, desks.url, "quote/");
  await desk.choose_file(to, de.import_all, json_file(content));
  await desk.says(to, imported(0, 0, 1));
  assert.deepEqual(await desk.stored(to, desks.url, "quote/"), before);

  // The same number again here would be given twice: it never is.
  await desk.draft(to, "Neue GmbH");
  await desk.issue(to, "A");
  await desk.is_issued(to, `A-${year}-0002/1`);

  // The first goes on meanwhile: its quote differs from the second's and is kept twice.
  await desk.press(from, de.go_list);
  await desk.open_quote(from, /Groß GmbH/);
  await desk.press(from, de.decline);
  await desk.type(from, de.reason, "zu teuer");
  await desk.press(from, de.record_decline);
  await desk.says(from, de.said_recorded);
  await desk.press(from, de.go_list);
  const later = await desk.copy_of_all(from);
  await desk.press(to, de.go_list);
  await desk.choose_file(to, de.import_all, json_file(later.content));
  await desk.says(to, imported(0, 1, 0));
  assert.equal((await quotes(to)).length, 3);
  await desk.says(to, de.second_copy);
});

test("half a file, one of a newer version, and one that is no copy are refused as a whole", async (t) => {
  const from = await open(t);
  await desk.draft(from);
  await desk.press(from, de.go_list);
  const content = (await desk.copy_of_all(from)).content.toString();
  const to = await open(t);
  const newer = content.replace(/"format": ?1/, '"format": 2');
  assert.notEqual(newer, content);
  for (const wrong of [content.slice(0, content.length / 2), newer, '{"a":1}', "", "PK\u0003\u0004"]) {
    await desk.choose_file(to, de.import_all, json_file(wrong));
    await desk.says(to, de.import_refused);
    assert.deepEqual(await quotes(to), []);
  }
  await desk.choose_file(to, de.import_all, json_file(content));
  await desk.says(to, imported(1, 0, 0));
});

test("sample data come and go, and leave what is one's own", async (t) => {
  const page = await open(t);
  await desk.press(page, de.add_samples);
  await eventually(async () => assert.equal((await quotes(page)).length, 3));
  await desk.draft(page);
  await desk.press(page, de.go_list);
  await desk.press(page, de.remove_samples);
  await eventually(async () => assert.deepEqual((await quotes(page)).map(({ value }) => JSON.parse(value).customer.company), ["Groß GmbH"]));
  await page.reload();
  await desk.desk_ready(page);
  await page.getByRole("button", { name: /Groß GmbH/ }).waitFor();
});
