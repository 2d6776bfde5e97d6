// A request arrives exactly once, or is visibly waiting, whatever happens to network, page or server. Endpoint and store
// are real; failures are injected between browser and endpoint.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "./support/test.mjs";
import { launch } from "./support/browser.mjs";
import { eventually, patience_milliseconds, plain, load_whole } from "./support/portal.mjs";
import { entries, reference_in, send, shows } from "./support/request.mjs";
import { program, serve_site, texts } from "./support/site.mjs";

const de = texts("portal", "de");
let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// A browser context and an endpoint with its own store. `answer(route, number)` handles each POST on its way.
async function visitor_of(t, answer = (route) => route.continue(), serviceWorkers = "block") {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-outbox-"));
  const store = path.join(folder, "requests.sqlite");
  const server = await serve_site(store);
  const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers });
  const posts = [];
  await context.route("**/requests", async (route) => {
    posts.push({ key: route.request().headers()["idempotency-key"], body: route.request().postData() });
    // The route is gone when its page was closed.
    await Promise.resolve(answer(route, posts.length)).catch(() => {});
  });
  t.after(async () => {
    await context.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    url: server.url,
    context,
    posts,
    async visit(prepare, state = "ready") {
      const page = await context.newPage();
      page.setDefaultTimeout(patience_milliseconds);
      await prepare?.(page);
      await page.goto(server.url);
      await page.locator(`#portal[data-state=${state}]`).waitFor({ state: "attached" });
      if (state === "ready") await load_whole(page);
      return page;
    },
    // [[reference, message], …] as exported for sales.
    arrived() {
      const exported = JSON.parse(execFileSync(program, ["requests", "export", "--format", "json", "--store", store]));
      return exported.map(({ reference, request }) => [reference, request.message]);
    },
  };
}

// The entries in this browser's own storage.
const kept_entries = (page) =>
  page.evaluate(
    (root) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(`kontingent:${root}`, 1);
        opening.onerror = reject;
        opening.onsuccess = () => {
          const asked = opening.result.transaction("entries").objectStore("entries").getAll();
          asked.onsuccess = () => (opening.result.close(), resolve(asked.result));
        };
      }),
    page.url(),
  );

// Stored once, under the reference that the portal shows; all attempts had the same key and text.
function assert_once(visitor, reference, message) {
  assert.deepEqual(visitor.arrived(), [[reference, message]]);
  assert.equal(new Set(visitor.posts.map(({ key, body }) => `${key} ${body}`)).size, 1);
}

test("sent at once while online", async (t) => {
  const visitor = await visitor_of(t);
  const page = await visitor.visit();
  await send(page, "Guten Tag");
  const reference = await reference_in(page);
  assert_once(visitor, reference, "Guten Tag");
  assert.equal(visitor.posts.length, 1);

  // The text is no longer in this browser; the reference is.
  const kept = await kept_entries(page);
  assert.deepEqual(kept.map(({ reference, request }) => [reference, request]), [[reference, '{"kind":"question"}']]);
  assert.doesNotMatch(JSON.stringify(kept), /Guten Tag|ada@example/);

  await page.getByRole("button", { name: de.dismiss }).click();
  await eventually(async () => assert.equal(await entries(page).count(), 0));
  await page.reload();
  await page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
  assert.equal(await entries(page).count(), 0);
});

test("sent offline, then opened again online: arrives once", async (t) => {
  const visitor = await visitor_of(t);
  const page = await visitor.visit();
  await visitor.context.setOffline(true);
  await send(page, "Von unterwegs");
  await shows(page, de.delivery_waiting);
  assert.deepEqual(visitor.arrived(), []);
  await page.close();
  await visitor.context.setOffline(false);
  assert_once(visitor, await reference_in(await visitor.visit()), "Von unterwegs");
});

test("sent offline, then opened again where the portal fails: arrives once", async (t) => {
  const visitor = await visitor_of(t);
  const page = await visitor.visit();
  await visitor.context.setOffline(true);
  await send(page, "Ohne Portal");
  await shows(page, de.delivery_waiting);
  await page.close();
  await visitor.context.setOffline(false);
  await visitor.visit((page) => page.route("**/portal.de.*.json", (route) => route.fulfill({ status: 404 })), "failed");
  await eventually(() => assert.deepEqual(visitor.arrived().map(([, message]) => message), ["Ohne Portal"]));
});

// Waits for the service worker; the result triggers its background sync, as the browser does when the network is back.
async function background_sync(page) {
  const devtools = await page.context().newCDPSession(page);
  let registrationId;
  devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => (registrationId = registrations[0]?.registrationId));
  await devtools.send("ServiceWorker.enable");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await eventually(() => assert.ok(registrationId));
  const { origin } = new URL(page.url());
  return () => devtools.send("ServiceWorker.dispatchSyncEvent", { origin, registrationId, tag: "kontingent-outbox", lastChance: false });
}

test("sent offline and never opened again: the service worker sends it once", async (t) => {
  const visitor = await visitor_of(t, undefined, "allow");
  const page = await visitor.visit();
  const elsewhere = await visitor.context.newPage();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await elsewhere.goto(`${visitor.url}catalogue.json`);
  const sync = await background_sync(elsewhere);
  await visitor.context.setOffline(true);
  await send(page, "Im Hintergrund");
  await shows(page, de.delivery_waiting);
  await page.close();
  await visitor.context.setOffline(false);
  await sync();
  await eventually(() => assert.equal(visitor.arrived().length, 1));
  await sync();
  assert_once(visitor, await reference_in(await visitor.visit()), "Im Hintergrund");
});

test("arrives without further action when the network returns", async (t) => {
  const visitor = await visitor_of(t);
  const page = await visitor.visit();
  await visitor.context.setOffline(true);
  await send(page, "Im Tunnel");
  await shows(page, de.delivery_waiting);
  await visitor.context.setOffline(false);
  assert_once(visitor, await reference_in(page), "Im Tunnel");
});

test("a waiting request can be withdrawn and is then never sent", async (t) => {
  const visitor = await visitor_of(t);
  const page = await visitor.visit();
  await visitor.context.setOffline(true);
  await send(page, "Doch nicht");
  await shows(page, de.delivery_waiting);
  assert.ok(!(await page.locator("#portal").textContent()).includes(de.may_have_arrived), "it certainly has not arrived");
  await page.getByRole("button", { name: de.withdraw }).click();
  await eventually(async () => assert.equal(await entries(page).count(), 0));
  await page.close();
  await visitor.context.setOffline(false);
  const again = await visitor.visit();
  await send(again, "Dafür dies");
  const reference = await reference_in(again);
  assert.deepEqual(visitor.arrived(), [[reference, "Dafür dies"]]);
});

test("a waiting request can be changed: only the new one arrives", async (t) => {
  const visitor = await visitor_of(t);
  const page = await visitor.visit();
  await visitor.context.setOffline(true);
  await send(page, "Erster Entwurf");
  await shows(page, de.delivery_waiting);
  await page.getByRole("button", { name: de.edit_request }).click();
  await eventually(async () => assert.equal(await entries(page).count(), 0));
  const message = page.getByRole("form", { name: de.request_title }).getByRole("textbox", { name: de.field_message });
  await eventually(async () => assert.equal(await message.inputValue(), "Erster Entwurf"));
  await visitor.context.setOffline(false);
  await page.reload();
  await page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
  await load_whole(page);
  await eventually(async () => assert.equal(await message.inputValue(), "Erster Entwurf"));
  await send(page, "Zweiter Entwurf");
  const reference = await reference_in(page);
  assert.deepEqual(visitor.arrived(), [[reference, "Zweiter Entwurf"]]);
});

test("the answer is lost: repeated with the same key, arrives once", async (t) => {
  const visitor = await visitor_of(t, async (route, number) => {
    if (number > 1) return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  const page = await visitor.visit();
  await send(page, "Zweimal gefragt");
  assert_once(visitor, await reference_in(page), "Zweimal gefragt");
  assert.equal(visitor.posts.length, 2);
});

test("the page is closed before the answer: arrives once", async (t) => {
  let answered;
  let close;
  const closed = new Promise((resolve) => (close = resolve));
  const visitor = await visitor_of(t, async (route, number) => {
    if (number > 1) return route.continue();
    const response = await route.fetch();
    answered = true;
    await closed;
    await route.fulfill({ response });
  });
  const page = await visitor.visit();
  await send(page, "Langsam");
  await shows(page, de.delivery_sending);
  await eventually(() => assert.ok(answered));
  await page.close();
  close();
  assert_once(visitor, await reference_in(await visitor.visit()), "Langsam");
});

test("errors of all kinds, then an answer: arrives once, and waits for Retry-After", async (t) => {
  const times = [];
  const visitor = await visitor_of(t, (route, number) => {
    times.push(Date.now());
    return [
      () => route.fulfill({ status: 503, headers: { "retry-after": "3" }, contentType: "application/problem+json", body: '{"status":503}' }),
      () => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Please log in to this network</h1>" }),
      () => route.abort("timedout"),
    ][number - 1]?.() ?? route.continue();
  });
  // Each state is there for a few seconds only: all of them are kept as they come.
  const keep_states = () => {
    window.states = new Set();
    new MutationObserver(() => {
      for (const entry of document.querySelectorAll("li")) window.states.add(entry.textContent);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  };
  const page = await visitor.visit((page) => page.addInitScript(keep_states));
  await send(page, "Beharrlich");
  for (const words of [de.delivery_busy, de.delivery_failed, de.may_have_arrived])
    await eventually(async () => {
      const states = (await page.evaluate(() => [...window.states])).map(plain);
      assert.ok(states.some((state) => state.includes(plain(words))), words);
    });
  assert_once(visitor, await reference_in(page), "Beharrlich");
  assert.equal(visitor.posts.length, 4);
  assert.ok(times[1] - times[0] >= 3000, `${times[1] - times[0]} ms`);
});

test("refused: shows the errors, and the corrected request arrives", async (t) => {
  const problem = { status: 422, errors: [{ pointer: "/contact/email", code: "format", detail: "Diese Adresse gibt es nicht." }] };
  const visitor = await visitor_of(t, (route, number) =>
    number > 1 ? route.continue() : route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
  const page = await visitor.visit();
  await send(page, "Mit Tippfehler");
  await shows(page, de.delivery_refused);
  await shows(page, "Diese Adresse gibt es nicht.");
  await page.getByRole("button", { name: de.edit_request }).click();
  const email = page.getByRole("form", { name: de.request_title }).getByRole("textbox", { name: de.field_email });
  await eventually(async () => assert.equal(await email.inputValue(), "ada@example.org"));
  await send(page, "Ohne Tippfehler");
  const reference = await reference_in(page);
  assert.deepEqual(visitor.arrived(), [[reference, "Ohne Tippfehler"]]);
  assert.notEqual(visitor.posts[0].key, visitor.posts[1].key);
  assert.equal(await entries(page).count(), 1);
});

test("two tabs send once, and both show it", async (t) => {
  let let_through;
  const held = new Promise((resolve) => (let_through = resolve));
  const visitor = await visitor_of(t, async (route) => (await held, route.continue()));
  const page = await visitor.visit();
  await send(page, "Aus zwei Fenstern");
  await shows(page, de.delivery_sending);
  const other = await visitor.visit();
  await shows(other, de.delivery_sending);
  await other.evaluate(() => dispatchEvent(new Event("online")));
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(visitor.posts.length, 1);
  let_through();
  assert_once(visitor, await reference_in(page), "Aus zwei Fenstern");
  assert.equal(await reference_in(other), await reference_in(page));
  assert.equal(visitor.posts.length, 1);
});

for (const [name, spoil] of [
  ["forbidden", () => Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } })],
  ["absent", () => Object.defineProperty(window, "indexedDB", { value: undefined })],
  ["full", () => (IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); })],
  ["silent", () => (IDBFactory.prototype.open = () => ({}))],
])
  test(`storage is ${name}: says so, and still sends`, async (t) => {
    const visitor = await visitor_of(t);
    const page = await visitor.visit((page) => page.addInitScript(spoil));
    await visitor.context.setOffline(true);
    await send(page, "Ohne Speicher");
    await shows(page, de.delivery_waiting);
    assert.ok(plain(await page.locator("#portal").textContent()).includes(de.outbox_not_kept));
    const asks_before_closing = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.equal(await asks_before_closing(), true);
    await visitor.context.setOffline(false);
    assert_once(visitor, await reference_in(page), "Ohne Speicher");
    assert.equal(await asks_before_closing(), false);
  });

test("twenty sent requests stay listed, older ones are dropped", async (t) => {
  const visitor = await visitor_of(t);
  const page = await visitor.visit();
  await page.evaluate(
    (root) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(`kontingent:${root}`, 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("entries", { keyPath: "key" });
        opening.onerror = reject;
        opening.onsuccess = () => {
          const change = opening.result.transaction("entries", "readwrite");
          for (let i = 0; i < 25; i++)
            change.objectStore("entries").put({
              key: `number-${i}`, request: "{}", endpoint: "", made_at: i, delivery: "sent", reference: `N-${i}`, price: "", problem: "",
              tries: 1, due: 0, not_before: 0, lease: 0,
            });
          change.oncomplete = () => (opening.result.close(), resolve());
        };
      }),
    page.url(),
  );
  await page.reload();
  await eventually(async () => assert.equal(await entries(page).count(), 20));
  await shows(page, "N-24");
  assert.ok((await entries(page).last().textContent()).includes("N-5"));
});

test("no timer runs while nothing waits", async (t) => {
  const visitor = await visitor_of(t);
  const count = () => {
    const original = window.setTimeout;
    const { clearTimeout } = window;
    window.running = new Set();
    window.setTimeout = (act, ...more) => {
      const id = original(() => (window.running.delete(id), act()), ...more);
      window.running.add(id);
      return id;
    };
    window.clearTimeout = (id) => (window.running.delete(id), clearTimeout(id));
  };
  const page = await visitor.visit((page) => page.addInitScript(count));
  const running = () => page.evaluate(() => window.running.size);
  await eventually(async () => assert.equal(await running(), 0));
  await visitor.context.setOffline(true);
  await send(page, "Uhr");
  await shows(page, de.delivery_waiting);
  await eventually(async () => assert.equal(await running(), 1));
  await visitor.context.setOffline(false);
  await reference_in(page);
  await eventually(async () => assert.equal(await running(), 0));
});
