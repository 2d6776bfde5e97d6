// Past hours: an export is chosen, pasted or dropped; the portal finds the same months as the native program, and nothing
// leaves the browser.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "./support/test.mjs";
import { root, texts } from "./support/site.mjs";
import { eventually, plain, settle, start } from "./support/portal.mjs";

const exports_folder = path.join(root, "tests/core/exports");
const words_in = (language) => ({ ...texts("portal", language), month_names: texts("language", language).months });
const { de, en } = { de: words_in("de"), en: words_in("en") };

let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

// Hours as the table shows them: decimal where two digits are exact, else 12:20.
function hours(minutes, language = "de") {
  const exact = (minutes * 5) % 3 === 0;
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  return `${exact ? String(minutes / 60).replace(".", language === "de" ? "," : ".") : clock} h`;
}

// { counts: "28 1", months: { "September 2025": 555, … } }, from expected.txt.
function expected(file, words) {
  const names = words.month_names;
  const line = readFileSync(path.join(exports_folder, "expected.txt"), "utf8")
    .split("\n")
    .find((each) => each.startsWith(`${file} | `));
  const [, counts, months] = line.split(" | ");
  const entries = months.trim().split(" ").map((month) => {
    const [, year, number, minutes] = month.match(/^(\d+)-(\d+)=(\d+)$/);
    return [`${names[number - 1]} ${year}`, Number(minutes)];
  });
  return { counts, months: Object.fromEntries(entries) };
}

// Opens the page for past hours and checks every request that is made from then on.
async function open_history(t, options) {
  const page = await portal.open(t, options);
  await page.getByRole("radio", { name: (options?.path ? en : de).way_history }).click();
  const requests = [];
  page.context().on("request", (request) => requests.push(request));
  t.after(() => {
    for (const request of requests) {
      assert.equal(request.method(), "GET", request.url());
      assert.equal(request.postData(), null);
      // A step of the browser's history may ask for the icon again.
      assert.match(request.url(), /\/assets\/(history\.\w+\.(js|wasm)|favicon\.\w+\.svg)$/);
    }
  });
  return page;
}

async function choose(page, file, words = de) {
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: words.history_choose, exact: true }).click();
  await (await asked).setFiles(file);
}

async function shown_months(page, words) {
  const rows = await page.getByRole("table", { name: words.history_months }).getByRole("row").all();
  return Object.fromEntries(
    await Promise.all(rows.map(async (row) => (await row.locator("> *").allTextContents()).map(plain))),
  );
}

async function assert_months(page, file, words = de, language = "de") {
  const { counts, months } = expected(file, words);
  await eventually(async () => {
    const shown = await shown_months(page, words);
    for (const [month, minutes] of Object.entries(months)) assert.equal(shown[month], hours(minutes, language), `${file}: ${month}`);
    const total = Object.values(months).reduce((sum, minutes) => sum + minutes);
    assert.ok(Object.values(shown).includes(hours(total, language)), `${file}: ${hours(total, language)}`);
    const rows = Number(counts.split(" ")[0]);
    assert.ok(await page.getByText(words.history_rows.other.replace("{n}", rows)).count(), `${file}: ${rows} rows`);
  });
}

for (const file of ["kimai.csv", "kimai-de.csv", "toggl.csv", "toggl-detailed-en.csv", "harvest.csv", "harvest-de.csv", "clockify.csv", "clockify-de.csv"])
  test(`months of a chosen file: ${file}`, async (t) => {
    const page = await open_history(t);
    await choose(page, path.join(exports_folder, file));
    await assert_months(page, file);
  });

test("in English: an open date order gives no price; its answer gives months, a summary and a price", async (t) => {
  const page = await open_history(t, { path: "en/" });
  await choose(page, { name: "hours.csv", mimeType: "text/csv", buffer: Buffer.from("Date,Hours\n02/01/2026,2\n02/04/2026,4\n") }, en);
  const question = page.getByRole("radiogroup", { name: en.history_date_order });
  await question.getByRole("radio", { name: en.history_mdy, checked: true }).waitFor();
  assert.equal(await page.getByRole("table", { name: en.history_months }).count(), 0);
  await page.getByText(en.no_hours_title).first().waitFor();
  await question.getByRole("radio", { name: en.history_dmy }).click();
  await eventually(async () => assert.equal((await shown_months(page, en))["April 2026"], "4 h"));
  await page.getByText("2 entries, 2 January 2026 to 2 April 2026: hours from column “Hours”.").waitFor();
  await eventually(async () => assert.equal(await page.getByText(en.no_hours_title).count(), 0));
  await page.getByRole("radio", { name: en.history_gaps_zero_name }).click();
  await eventually(async () => assert.equal((await shown_months(page, en))[en.history_mean], "1.5 h"));
});

test("months of a pasted export", async (t) => {
  const page = await open_history(t);
  await page.getByRole("button", { name: de.history_paste }).click();
  await page.getByRole("textbox", { name: de.history_paste_field }).fill(readFileSync(path.join(exports_folder, "harvest.csv"), "utf8"));
  await page.getByRole("button", { name: de.history_read, exact: true }).click();
  await assert_months(page, "harvest.csv");
});

test("months of a dropped export, whichever way of entry was chosen before", async (t) => {
  const page = await portal.open(t);
  const bytes = readFileSync(path.join(exports_folder, "clockify.csv")).toString("base64");
  await page.locator(".portal-stage").evaluate((stage, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], "clockify.csv"));
    for (const type of ["dragover", "drop"]) stage.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, bytes);
  await assert_months(page, "clockify.csv");
});

test("rejected rows are listed with their line and reason", async (t) => {
  const page = await open_history(t);
  await choose(page, path.join(exports_folder, "kimai.csv"));
  await page.getByRole("button", { name: de.history_rejected.one.replace("{n}", "1") }).click();
  const list = page.getByRole("list", { name: de.history_rejected_title });
  await eventually(async () => assert.match(plain(await list.textContent()), /^Zeile 35: Die Dauer fehlt\./));
});

// Collects announcements.
const listen = () => {
  window.said = new Set();
  new MutationObserver(() => {
    for (const status of document.querySelectorAll("[role=status]")) window.said.add(status.textContent);
  }).observe(document, { childList: true, subtree: true, characterData: true });
};

// Runs `act`; returns, in milliseconds of processor time, the page's longest task and all that its workers did.
async function tasks_of(page, act) {
  await page.context().browser().startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"] });
  await act();
  const { traceEvents } = JSON.parse(await page.context().browser().stopTracing());
  const durations = (thread) => {
    const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === thread);
    return traceEvents
      .filter(({ name, pid, tid, tdur }) => /RunTask$/.test(name) && tdur !== undefined && threads.some((one) => one.pid === pid && one.tid === tid))
      .map(({ tdur }) => tdur / 1000);
  };
  const page_tasks = durations("CrRendererMain");
  assert.ok(page_tasks.length > 10, `${page_tasks.length} tasks`);
  return { longest: Math.max(...page_tasks), in_workers: durations("DedicatedWorker thread").reduce((sum, one) => sum + one, 0) };
}

test("reading 100,000 rows shows progress, and the page stays responsive", async (t) => {
  const page = await open_history(t, { before: (page) => page.addInitScript(listen) });
  const rows = ["Datum;Beschreibung;Dauer"];
  for (let row = 0; row < 100_000; ++row) {
    const [day, month] = [(row % 28) + 1, (row % 12) + 1].map((each) => String(each).padStart(2, "0"));
    rows.push(`${day}.${month}.${2021 + (row % 5)};Ticket ${row} und was daraus wurde;0:15`);
  }
  // From the disk: a buffer would be unpacked in the page.
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-history-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "many.csv");
  writeFileSync(file, rows.join("\n"));
  await settle(page);
  const before = await page.evaluate(() => window.counted.drawn_frames);
  const { longest, in_workers } = await tasks_of(page, async () => {
    await choose(page, file);
    const done = page.getByText(de.history_rows.other.replace("{n}", "100.000"));
    await eventually(async () => assert.ok(await done.count()));
  });
  const { drawn, said } = await page.evaluate(() => ({ drawn: window.counted.drawn_frames, said: [...window.said] }));
  const figures = `${drawn - before} frames while reading, longest task ${longest} ms of the processor, the worker's ${in_workers} ms`;
  t.diagnostic(figures);
  assert.ok(drawn - before >= 5, figures);
  assert.ok(said.some((text) => text.startsWith(de.history_reading.split("{")[0])), said.join(" | "));
  // No task of the page is as long as the reading, whatever the machine does beside it.
  assert.ok(longest < in_workers / 3, figures);
});
