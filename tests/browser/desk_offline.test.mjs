// The desk beside the site: after its first opening it works offline, below any path and without an endpoint; visitors and
// their service worker have nothing of it, and it takes nothing from them.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { desk_ready, new_profile, open_desk, test } from "./support/desk.mjs";
import { launch } from "./support/browser.mjs";
import { cache_names, fully_cached, live_site, open_page, worker_states } from "./support/live_site.mjs";
import { eventually } from "./support/portal.mjs";
import { after, before } from "./support/test.mjs";
import { catalogue, serve_site, texts } from "./support/site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Waits until the desk's worker has kept everything and controls this page. Asked before the desk's worker is registered,
// `ready` would answer with the site's for good.
const kept = (page) =>
  eventually(async () => {
    const script = await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
    assert.ok(script?.endsWith("/desk/worker.js"), `${script} controls: ${await worker_states(page)}`);
  });

// name of the cache → addresses in it; not while an update may delete one, as opening it would create it anew
const caches_of = (page) =>
  page.evaluate(async () => {
    const urls_in = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);
    return Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => [name, await urls_in(name)])));
  });

for (const base of ["/", "/support/"])
  test(`after one opening below ${base} the desk works offline, in every language, from static files`, async (t) => {
    const site = await live_site(t, base);
    const page = await open_desk(t, browser, `${site.url}desk/`, { allowed: /ERR_|favicon/ });
    await kept(page);
    site.stop();
    await page.context().setOffline(true);
    await page.reload();
    await desk_ready(page);
    await page.getByRole("link", { name: "EN – English" }).click();
    await page.waitForURL(`${site.url}desk/en/`);
    await desk_ready(page);
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), texts("page", "en")["desk.title"]);
    assert.ok(await page.evaluate(() => document.fonts.check("16px Inter") && [...document.fonts].some(({ status }) => status === "loaded")));
    await page.goto(`${site.url}desk/index.html?from=elsewhere`);
    await desk_ready(page);
  });

test("a visitor loads nothing of the desk, and the site's worker neither answers nor keeps what the desk loads", async (t) => {
  const site = await live_site(t);
  const context = await new_profile(t, browser);
  const visited = await context.newPage();
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  await visited.goto(site.url);
  await fully_cached(visited);
  await visited.reload();
  await visited.waitForLoadState("networkidle");
  assert.ok(asked.length > 10);
  assert.deepEqual(asked.filter((url) => /\bdesk\b/.test(url)), []);

  const answers = [];
  context.on("response", (response) => response.url().includes("/desk/") && answers.push([response.url(), response.fromServiceWorker()]));
  const page = await open_desk(t, browser, `${site.url}desk/`, { context });
  assert.ok(answers.length >= 4);
  assert.deepEqual(answers.filter(([, is_from_worker]) => is_from_worker), []);
  await kept(page);
  const found = Object.entries(await caches_of(page));
  assert.equal(found.length, 2);
  const [[, own], [, publics]] = found.sort(([a]) => (a.includes("/desk/") ? -1 : 1));
  assert.deepEqual(publics.filter((url) => url.includes("/desk/")), []);
  assert.ok(own.some((url) => url.endsWith("/desk/")) && own.some((url) => /desk\.[0-9a-f]+\.wasm$/.test(url)));
  assert.ok(own.some((url) => url.endsWith("/catalogue.json")));
});

test("an update is offered in the desk and replaces what the desk kept, and nothing of the site's", async (t) => {
  const site = await live_site(t);
  const visited = await open_page(t, browser, site.url);
  await fully_cached(visited);
  const page = await open_desk(t, browser, `${site.url}desk/`, { context: visited.context() });
  await kept(page);
  const version = await page.locator("#desk").getAttribute("data-version");
  const before = await cache_names(page);
  const changed = catalogue();
  changed.seller.name = "Andere GmbH";
  const file = path.join(path.dirname(site.folder), "other.json");
  writeFileSync(file, JSON.stringify(changed));
  site.update(file);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const offer = page.getByRole("button", { name: texts("page", "de")["update.load"] });
  await offer.click();
  await eventually(async () => assert.notEqual(await page.locator("#desk").getAttribute("data-version"), version));
  await desk_ready(page);
  await eventually(async () => {
    const now = await cache_names(page);
    const of = (names, is_desk) => names.filter((name) => name.includes("/desk/") === is_desk);
    assert.equal(of(now, true).length, 1);
    assert.notDeepEqual(of(now, true), of(before, true));
    for (const name of of(before, false)) assert.ok(now.includes(name), "the site's cache is the site's");
  });
});

test("the logo that the catalogue names is kept, and a catalogue rewritten by the host is taken at the next opening", async (t) => {
  const site = await live_site(t, "/support/");
  const changed = { ...catalogue(), seller: { ...catalogue().seller, logo: "logo.svg" } };
  const file = path.join(path.dirname(site.folder), "logo.json");
  writeFileSync(file, JSON.stringify(changed));
  writeFileSync(path.join(site.folder, "logo.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path fill="#123456" d="M0 0h40v20H0z"/></svg>');
  site.pages("--catalogue", file);
  const page = await open_desk(t, browser, `${site.url}desk/`);
  await kept(page);
  await eventually(async () => assert.ok(Object.values(await caches_of(page)).flat().some((url) => url.endsWith("/support/logo.svg"))));
  writeFileSync(file, JSON.stringify({ ...changed, seller: { ...changed.seller, name: "Neue Firma GmbH" } }));
  site.pages("--catalogue", file);
  await page.reload();
  await desk_ready(page);
  await eventually(async () => assert.match(await page.evaluate(async () => (await caches.match("../catalogue.json")).text()), /Neue Firma GmbH/));
});

test("served by the program the desk has its policy as a header and is never framed", async (t) => {
  const server = await serve_site();
  t.after(() => server.close());
  const page = await open_desk(t, browser, `${server.url}desk/`, { allowed: /404/ });
  const { headers, status } = await page.evaluate(async () => {
    const response = await fetch("./");
    return { status: response.status, headers: Object.fromEntries(response.headers) };
  });
  assert.equal(status, 200);
  assert.match(headers["content-security-policy"], /script-src 'self' 'wasm-unsafe-eval';.*frame-ancestors 'none'/);
  assert.equal(await page.evaluate(async () => (await fetch("nothing")).status), 404);
});

test("where the module does not load, or WebAssembly is absent, the page says so", async (t) => {
  const site = await live_site(t);
  for (const [state, before] of [
    ["failed", (page) => page.route("**/desk.*.wasm", (route) => route.fulfill({ status: 404 }))],
    ["failed", (page) => page.route("**/desk.*.mjs", (route) => route.fulfill({ status: 404 }))],
    ["failed", (page) => page.route("**/catalogue.json", (route) => route.fulfill({ status: 500 }))],
    ["unsupported", (page) => page.addInitScript(() => delete globalThis.WebAssembly)],
  ]) {
    const context = await new_profile(t, browser, { serviceWorkers: "block" });
    const page = await context.newPage();
    await before(page);
    await page.goto(`${site.url}desk/`);
    await page.locator("#desk[data-state=failed]").waitFor({ state: "attached" });
    assert.ok(await page.locator(`[data-message=${state}]`).isVisible());
  }
});
