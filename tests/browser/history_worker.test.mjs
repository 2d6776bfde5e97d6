// The worker that reads trackers' exports: loaded on demand, beside a page that stays responsive, and without sending
// anything.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "./support/test.mjs";
import { launch } from "./support/browser.mjs";
import { cached, live_site, open_page, ready, fully_cached } from "./support/live_site.mjs";
import { eventually } from "./support/portal.mjs";
import { root, serve_site } from "./support/site.mjs";

const exports_folder = path.join(root, "tests/core/exports");

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve_site();
});
after(async () => {
  await browser.close();
  server.close();
});

// In the page: `read(files, options?)` has a new worker read the files, all at once, and resolves with
// { progress: [per mille, …], jobs: [number, …], answers: [JSON or null, …], frames: how often the page drew meanwhile }.
async function with_reader(page) {
  await page.evaluate(() => {
    const [script, wasm] = document.getElementById("portal").dataset.history.split(" ").map((name) => new URL(name, document.baseURI).href);
    window.read = (files, options = Array(9).fill(-1), module = wasm) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(script);
        const seen = { progress: [], jobs: [], answers: [], frames: 0 };
        const beat = () => requestAnimationFrame(() => (seen.frames++, beat()));
        beat();
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data: [job, news] }) => {
          if (typeof news === "number") return seen.progress.push(news);
          seen.jobs.push(job);
          seen.answers.push(news);
          setTimeout(() => (worker.terminate(), resolve(seen)), 50);
        };
        files.forEach((file, job) => worker.postMessage({ job, wasm: module, file, options }));
      });
  });
  return page;
}

const read_bytes = (page, bytes) =>
  page.evaluate(async (text) => read([new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))])]), bytes.toString("base64"));

const kept = async (page) => (await cached(page)).flatMap(({ urls }) => urls.filter((url) => url.includes("/history.")));

function months_of({ months }) {
  const text = [];
  for (let at = 0; at < months.length; at += 2) {
    const month = `${Math.floor(months[at] / 12)}-${String((months[at] % 12) + 1).padStart(2, "0")}`;
    text.push(`${month}=${months[at + 1]}`);
  }
  return text.join(" ");
}

test("a first visit does not load the worker", async (t) => {
  const site = await live_site(t);
  const requested = [];
  const page = await open_page(t, browser, site.url, { before: (page) => page.context().on("request", (request) => requested.push(request.url())) });
  await fully_cached(page);
  assert.ok(requested.some((url) => url.endsWith(".wasm")));
  assert.deepEqual(requested.filter((url) => url.includes("/history.")), []);
  assert.deepEqual(await kept(page), []);
});

test("the second visit caches the worker, which then works offline", async (t) => {
  const site = await live_site(t, "/support/");
  const page = await open_page(t, browser, site.url);
  await fully_cached(page);
  await page.reload();
  await eventually(async () => assert.equal((await kept(page)).length, 2));
  site.stop();
  await page.reload();
  await ready(page);
  const { answers } = await read_bytes(await with_reader(page), readFileSync(path.join(exports_folder, "kimai.csv")));
  assert.equal(JSON.parse(answers[0]).numbers[1], 28);
});

test("a worker used on a first visit is cached", async (t) => {
  const site = await live_site(t);
  const page = await with_reader(await open_page(t, browser, site.url));
  await fully_cached(page);
  await read_bytes(page, Buffer.from("Date,Hours\n2026-01-01,1\n"));
  assert.equal((await kept(page)).length, 2);
});

test("each tracker's export gives the same months as the native program", async (t) => {
  const page = await with_reader(await open_page(t, browser, server.url));
  const lines = readFileSync(path.join(exports_folder, "expected.txt"), "utf8").trim().split("\n");
  assert.ok(lines.length > 10);
  for (const line of lines) {
    const [file, counts, months] = line.split(" | ");
    const { answers } = await read_bytes(page, readFileSync(path.join(exports_folder, file)));
    const history = JSON.parse(answers[0]);
    assert.equal(`${history.numbers[1]} ${history.numbers[2]} | ${months_of(history)}`, `${counts} | ${months}`, file);
  }
});

test("100,000 rows are read while the page goes on drawing, and none of them is sent", async (t) => {
  const page = await open_page(t, browser, server.url);
  await fully_cached(page);
  const requests = [];
  page.context().on("request", (request) => requests.push(request));
  await with_reader(page);
  const seen = await page.evaluate(() => {
    const rows = ["User,Client,Project,Description,Start date,Start time,End date,Duration"];
    for (let row = 0; row < 100_000; ++row) {
      const day = `${2021 + (row % 5)}-${String((row % 12) + 1).padStart(2, "0")}-${String((row % 28) + 1).padStart(2, "0")}`;
      rows.push(`Ada Brandt,Client ${row % 9},"Shop, north",Work on ticket ${row} and what came of it,${day},08:15:00,${day},00:15:00`);
    }
    return read([new Blob([rows.join("\n")])]);
  });
  const history = JSON.parse(seen.answers[0]);
  assert.equal(history.numbers[1], 100_000);
  assert.equal(history.months.filter((_, at) => at % 2 === 1).reduce((sum, minutes) => sum + minutes), 1_500_000);
  assert.ok(seen.progress.length >= 20, `${seen.progress.length} messages`);
  assert.deepEqual(seen.progress, [...seen.progress].sort((a, b) => a - b));
  assert.ok(seen.frames > 1, `${seen.frames} frames`);
  for (const request of requests) {
    assert.equal(request.method(), "GET");
    assert.equal(request.postData(), null);
    assert.match(request.url(), /\/assets\/history\.\w+\.(js|wasm)$/);
  }
});

test("a later job replaces the one before, and options are used", async (t) => {
  const page = await with_reader(await open_page(t, browser, server.url));
  const both = await page.evaluate(() =>
    read([new Blob(["Date,Hours\n" + "2026-01-01,1\n".repeat(100_000)]), new Blob(["Date,Hours\n01/02/2026,2\n"])], [-1, 1, ...Array(7).fill(-1)]),
  );
  assert.deepEqual(both.jobs, [1]);
  assert.equal(months_of(JSON.parse(both.answers[0])), "2026-02=120");
});

test("a worker that cannot load its module says so", async (t) => {
  const page = await with_reader(await open_page(t, browser, server.url));
  const { answers } = await page.evaluate(() => read([new Blob(["Date,Hours\n"])], undefined, new URL("assets/none.wasm", document.baseURI).href));
  assert.deepEqual(answers, [null]);
});

// Collects the workers' messages in `window.messages`.
const listen = () => {
  window.messages = [];
  window.Worker = class extends Worker {
    constructor(...how) {
      super(...how);
      this.addEventListener("message", ({ data: [, news] }) => window.messages.push(news));
    }
  };
};

test("a file dropped onto the portal is read", async (t) => {
  const page = await open_page(t, browser, server.url, { before: (page) => page.addInitScript(listen) });
  const started = page.waitForEvent("worker");
  const is_taken = await page.locator(".portal-stage").evaluate((stage) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["Date,Hours\n2026-01-01,1\n"], "hours.csv"));
    const dispatch = (type) => !stage.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    return [dispatch("dragover"), dispatch("drop")];
  });
  assert.deepEqual(is_taken, [true, true]);
  const worker = await started;
  assert.match(worker.url(), /\/assets\/history\.\w+\.js$/);
  const history = await eventually(() => page.evaluate(() => JSON.parse(messages.find((news) => typeof news === "string"))));
  assert.equal(months_of(history), "2026-01=60");
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.equal(await page.locator("#portal").getAttribute("data-state"), "ready");
});
