// A day at the desk without a network: a request becomes a quote, it is revised, a discount over the limit is refused, an
// acceptance is recorded, past hours are read, and everything moves to a second browser by file.
import assert from "node:assert/strict";
import * as desk from "./support/desk.mjs";
import { eventually } from "./support/portal.mjs";
import { texts } from "./support/site.mjs";

const { de, test } = desk;
const portal = texts("portal", "de");
const core = texts("core", "de");
const desks = desk.start_desks();
const year = new Date().getFullYear();

// Everything that the desk needs is kept, and from here on there is no network.
async function go_offline(page) {
  await eventually(async () => assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null)));
  await page.context().setOffline(true);
  await page.reload();
  await desk.desk_ready(page);
}

async function settings(page) {
  await desk.press(page, de.go_settings);
  await desk.type(page, de.prefix, "A");
  await desk.type(page, de.owner, "Ida Verkauf");
  await desk.type(page, de.discount_max, "10");
  await desk.press(page, de.save_settings);
  await desk.says(page, de.said_settings);
}

const versions_of = async (page) => JSON.parse((await desk.stored(page, desks.url, "quote/"))[0].value).versions;

test("the closing jobs, offline from the first press to the last", async (t) => {
  const page = await desks.open(t, { allowed: /ERR_INTERNET_DISCONNECTED/ });
  await go_offline(page);
  await settings(page);
  await desk.draft(page);
  await desk.discount(page, "7,5");
  await desk.issue(page);
  await desk.is_issued(page, `A-${year}-0001/1`);
  const first = await desk.downloaded(page, () => desk.press(page, de.download_pdf));
  const printed = desk.words_of(t, first);
  for (const words of ["Groß GmbH", `A-${year}-0001/1`, "9.790,20 €", "11.650,34 €"]) assert.ok(printed.includes(words), words);
  const [{ content }] = await versions_of(page);
  assert.equal(Date.parse(content.valid_until) - Date.parse(content.issued_on), 30 * 86_400_000);

  await desk.press(page, de.new_version);
  await page.getByRole("radio", { name: "Starter", exact: true }).click();
  await desk.type(page, de.percentage, "12");
  await desk.saved(page);
  await desk.issue(page);
  // The refusal itself: the editor says so before, and what comes with the press is issued.
  await desk.says(page, core.refusal_over_limit.split("{detail}")[0]);
  assert.equal(await page.getByRole("button", { name: de.download_pdf }).count(), 0);
  await desk.type(page, de.percentage, "10");
  await desk.saved(page);
  await desk.press(page, de.issue_now);
  await desk.is_issued(page, `A-${year}-0001/2`);
  await page.getByRole("checkbox", { name: de.show_changes.replace("{version}", "1") }).click();
  const second = desk.words_of(t, await desk.downloaded(page, () => desk.press(page, de.download_pdf)));
  assert.match(second, /Standard.*Starter/);

  await desk.press(page, de.accept);
  await desk.press(page, de.record_acceptance);
  await desk.says(page, de.said_recorded);
  assert.deepEqual((await versions_of(page)).map(({ state }) => state), ["superseded", "accepted"]);
  await desk.press(page, de.go_list);
  const copy = await desk.copy_of_all(page);

  const other = await desks.open(t, { allowed: /ERR_INTERNET_DISCONNECTED/ });
  await go_offline(other);
  await desk.choose_file(other, de.import_all, { name: copy.name, mimeType: "application/json", buffer: copy.content });
  await desk.says(other, de.said_imported.replace("{added}", 1).replace("{twice}", 0).replace("{unchanged}", 0));
  assert.deepEqual(await versions_of(other), await versions_of(page));
  await desk.open_quote(other, /Groß GmbH/);
  const moved = desk.words_of(t, await desk.downloaded(other, () => desk.press(other, de.download_pdf)));
  assert.ok(moved.includes(`A-${year}-0001/2`));
});

test("past hours are read from a tracker's export, offline, chosen or dropped", async (t) => {
  const page = await desks.open(t, { allowed: /ERR_INTERNET_DISCONNECTED/ });
  await go_offline(page);
  await desk.draft(page);
  await page.getByRole("radio", { name: portal.way_history, exact: true }).click();
  await desk.says(page, de.error_no_hours);
  const months = Array.from({ length: 12 }, (_, month) => `2026-${`${month + 1}`.padStart(2, "0")}-15,${month < 6 ? 4 : 10}.5`);
  const buffer = Buffer.from(["Date,Hours", ...months].join("\n"));
  await desk.choose_file(page, portal.history_choose, { name: "hours.csv", mimeType: "text/csv", buffer });
  await eventually(async () => assert.ok(!(await page.locator("#desk").innerText()).includes(de.error_no_hours)));
  await desk.saved(page);
  const usage = async () => (await versions_of(page))[0].content.scenario.usage_minutes;
  assert.deepEqual([...(await usage())].sort((a, b) => a - b), [...Array(6).fill(270), ...Array(6).fill(630)]);
});
