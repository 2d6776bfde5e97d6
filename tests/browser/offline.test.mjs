// After one visit everything works offline; an update is offered; nothing stays stale.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "./support/test.mjs";
import { sync_tag } from "../../wasm/outbox/background.mjs";
import { name_of } from "../../wasm/outbox/store.mjs";
import { launch_whole } from "./support/browser.mjs";
import { cache_names, cached, live_site, open_page, ready, fully_cached } from "./support/live_site.mjs";
import { eventually, plain } from "./support/portal.mjs";
import { catalogue, compare, program, root, serve_site, texts } from "./support/site.mjs";

let browser;
before(async () => (browser = await launch_whole()));
after(() => browser.close());

const version_of = (page) => page.locator("#portal").getAttribute("data-version");
const offer = (page) => page.getByRole("button", { name: texts("page", "de")["update.load"] });

// A copy of the catalogue with another first price, and that price as the German page writes it.
function dearer_catalogue(site) {
  const changed = catalogue();
  changed.packages[0].monthly_price = 123456;
  const file = path.join(path.dirname(site.folder), "dearer.json");
  writeFileSync(file, JSON.stringify(changed));
  return { file, price: "1.234,56 €" };
}

async function assert_calculates(page, language) {
  const words = texts("portal", language);
  await page.getByRole("checkbox", { name: words.all_terms }).click();
  await page.getByRole("textbox", { name: words.hours_per_month }).fill("25");
  const { offers } = compare(Array(12).fill(1500));
  const money = new Intl.NumberFormat(language, { style: "currency", currency: catalogue().currency });
  await eventually(async () => {
    const said = plain(await page.locator("#portal").textContent());
    for (const { net } of offers) assert.ok(said.includes(plain(money.format(net / 100))), `${net}`);
  });
}

for (const base of ["/", "/support/"])
  test(`after one visit to ${base} the portal works offline, in both languages`, async (t) => {
    const site = await live_site(t, base);
    const page = await open_page(t, browser, site.url);
    await fully_cached(page);
    site.stop();
    await page.context().setOffline(true);
    await page.reload();
    await ready(page);
    await assert_calculates(page, "de");
    await page.getByRole("link", { name: "EN – English" }).click();
    await page.waitForURL(`${site.url}en/#languages`);
    await ready(page);
    await assert_calculates(page, "en");
    await page.goto(`${site.url}index.html?from=elsewhere#levels`);
    await ready(page);
  });

test("a page that is never idle works offline as well", async (t) => {
  const site = await live_site(t);
  const never_idle = () => {
    globalThis.requestIdleCallback = (run, { timeout } = {}) => timeout && setTimeout(run, timeout);
  };
  await fully_cached(await open_page(t, browser, site.url, { before: (page) => page.addInitScript(never_idle) }));
});

test("the cache holds the site and nothing else; requests are never answered from it", async (t) => {
  const site = await live_site(t, "/support/");
  const page = await open_page(t, browser, site.url);
  await fully_cached(page);
  const statuses = await page.evaluate(async () => [
    (await fetch("requests", { method: "POST", body: "{}" })).status,
    (await fetch("requests")).status,
    (await fetch("healthz")).status,
  ]);
  assert.deepEqual(statuses, [404, 404, 404]);
  const [{ urls }, ...others] = await cached(page);
  assert.deepEqual(others, []);
  assert.deepEqual(urls.filter((url) => !url.startsWith("assets/")), ["", "catalogue.de.json", "catalogue.en.json", "en/", "manifest.webmanifest"]);
  for (const needed of ["portal.*wasm", "portal.*mjs", "portal.de.*json", "portal.en.*json", "site.de.*css", "site.en.*css", "inter-400.de.*woff2", "inter-600.de.*woff2"])
    assert.equal(urls.filter((url) => new RegExp(`^assets/${needed}$`).test(url)).length, 1, needed);
});

test("an update is offered to an open page and loaded on request; the old cache is deleted", async (t) => {
  const site = await live_site(t);
  const page = await open_page(t, browser, site.url);
  await fully_cached(page);
  const [old] = await cache_names(page);
  const version = await version_of(page);
  const { file, price } = dearer_catalogue(site);
  site.update(file);
  await page.evaluate(async () => {
    window.is_the_same_page = true;
    await (await navigator.serviceWorker.ready).update();
  });
  await eventually(async () => assert.ok(await offer(page).isVisible()));
  assert.equal(await version_of(page), version);
  assert.ok((await cache_names(page)).includes(old), "the old version is in use until then");
  assert.ok(await page.evaluate(() => window.is_the_same_page), "nothing is forced");

  await offer(page).click();
  await eventually(async () => assert.notEqual(await version_of(page), version));
  await ready(page);
  assert.ok(plain(await page.locator("table.packages").textContent()).includes(price));
  await eventually(async () => {
    const names = await cache_names(page);
    assert.equal(names.length, 1);
    assert.notEqual(names[0], old);
  });
  assert.ok(!(await offer(page).isVisible()));
});

test("a new page loads an update at once; a page that is open is offered it", async (t) => {
  const site = await live_site(t);
  const page = await open_page(t, browser, site.url);
  await fully_cached(page);
  const [old] = await cache_names(page);
  const version = await version_of(page);
  site.update(dearer_catalogue(site).file);
  const second = await page.context().newPage();
  await second.goto(site.url);
  await ready(second);
  assert.notEqual(await version_of(second), version);
  await eventually(async () => assert.ok(!(await cache_names(second)).includes(old)));
  assert.ok(!(await offer(second).isVisible()));
  await eventually(async () => assert.ok(await offer(page).isVisible()));
  await offer(page).click();
  await eventually(async () => assert.notEqual(await version_of(page), version));
});

test("rewritten pages are shown at the next visit and cached", async (t) => {
  const site = await live_site(t);
  const page = await open_page(t, browser, site.url);
  await fully_cached(page);
  const { file, price } = dearer_catalogue(site);
  site.pages("--catalogue", file);
  const table = page.locator("table.packages");
  await page.reload();
  await ready(page);
  assert.ok(plain(await table.textContent()).includes(price));
  await eventually(async () =>
    assert.ok(await page.evaluate(async () => (await (await caches.match("catalogue.de.json")).text()).includes("123456"))),
  );
  site.stop();
  await page.reload();
  await ready(page);
  assert.ok(plain(await table.textContent()).includes(price));
});

test("the page loads from the cache when the server does not answer or fails", async (t) => {
  const site = await live_site(t);
  const page = await open_page(t, browser, site.url);
  await fully_cached(page);
  for (const answer of ["never", 503]) {
    for (const name of ["/index.html", "/catalogue.de.json"]) site.overrides.set(name, answer);
    await page.reload();
    await ready(page);
  }
});

test("a catalogue in one language, with its own accent colour, works offline", async (t) => {
  const site = await live_site(t);
  const english = JSON.parse(readFileSync(path.join(root, "tests/golden/catalogue-english.json"), "utf8"));
  const file = path.join(path.dirname(site.folder), "english.json");
  writeFileSync(file, JSON.stringify({ ...english, theme: { accent: "#8a2be2" } }));
  site.pages("--catalogue", file);
  const page = await open_page(t, browser, site.url);
  await fully_cached(page);
  site.stop();
  await page.reload();
  await ready(page);
  const accent = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent"));
  assert.equal(await accent(), "#8a2be2");
});

test("without service workers the portal works and logs nothing", async (t) => {
  const site = await live_site(t);
  for (const break_workers of [
    () => delete Navigator.prototype.serviceWorker,
    () => (ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("refused", "SecurityError"))),
  ]) {
    const page = await open_page(t, browser, site.url, { before: (page) => page.addInitScript(break_workers) });
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    await page.waitForLoadState("networkidle");
    assert.deepEqual(complaints, []);
    await assert_calculates(page, "de");
  }
});

test("the browser can install the portal by its manifest", async (t) => {
  const site = await live_site(t, "/support/");
  const page = await open_page(t, browser, `${site.url}en/`);
  await fully_cached(page);
  const session = await page.context().newCDPSession(page);
  const { url, errors } = await session.send("Page.getAppManifest");
  assert.equal(url, `${site.url}manifest.webmanifest`);
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A test's context counts as incognito, which cannot install.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
});

test("served by the program, it works offline, and the service worker sends waiting requests", async (t) => {
  const store = path.join(tmpdir(), `kontingent-worker-${process.pid}.sqlite`);
  const server = await serve_site(store);
  t.after(() => {
    server.close();
    for (const end of ["", "-wal", "-shm"]) rmSync(store + end, { force: true });
  });
  const page = await open_page(t, browser, server.url);
  await fully_cached(page);
  await page.context().setOffline(true);
  await page.reload();
  await ready(page);
  await page.context().setOffline(false);

  // Not due for an hour, so the page itself does not send it.
  const request = JSON.stringify({
    format: 1,
    kind: "question",
    language: "de",
    contact: { name: "Ida", email: "ida@example.com" },
    message: "Hallo",
    consent: true,
  });
  await page.evaluate(
    ({ database, entry }) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(database, 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("entries", { keyPath: "key" });
        opening.onsuccess = () => {
          const change = opening.result.transaction("entries", "readwrite");
          change.objectStore("entries").put(entry);
          change.oncomplete = () => (opening.result.close(), resolve());
          change.onabort = () => reject(change.error);
        };
      }),
    {
      database: name_of(server.url),
      entry: {
        ...{ key: "made-by-the-test", request, endpoint: `${server.url}requests`, made_at: Date.now() },
        ...{ delivery: "waiting", reference: "", price: "", problem: "", tries: 1, not_before: 0, lease: 0 },
        due: Date.now() + 3_600_000,
      },
    },
  );
  const session = await page.context().newCDPSession(page);
  const registered = new Promise((resolve) =>
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => registrations[0] && resolve(registrations[0])),
  );
  await session.send("ServiceWorker.enable");
  const { registrationId } = await registered;
  const origin = server.url.replace(/\/$/, "");
  await session.send("ServiceWorker.dispatchSyncEvent", { origin, registrationId, tag: sync_tag, lastChance: false });
  const stored = () => execFileSync(program, ["requests", "list", "--store", store]).toString();
  await eventually(() => assert.match(stored(), /ida@example\.com/));
});
