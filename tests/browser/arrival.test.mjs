// A request from end to end, on each store: from the form to the store, the webhook and the export, online and offline,
// and its erasure.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "./support/test.mjs";
import { launch } from "./support/browser.mjs";
import { line_to } from "./support/line.mjs";
import { ready, fully_cached } from "./support/live_site.mjs";
import { eventually, patience_milliseconds } from "./support/portal.mjs";
import { start_postgresql } from "./support/postgresql.mjs";
import { reference_in, send, shows } from "./support/request.mjs";
import { program, serve_site, texts } from "./support/site.mjs";
import { receive_webhooks, sign, verify } from "./support/webhook.mjs";

const de = texts("portal", "de");
const folder = mkdtempSync(path.join(tmpdir(), "kontingent-arrival-"));
let browser, postgresql;
before(async () => ([browser, postgresql] = await Promise.all([launch(), start_postgresql()])));
after(async () => {
  await Promise.all([browser.close(), postgresql?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const requests = (store, command, ...more) =>
  execFileSync(program, ["requests", command, "--store", store, ...more], { encoding: "utf8" });

async function visit(context, url) {
  const page = await context.newPage();
  page.setDefaultTimeout(patience_milliseconds);
  await page.goto(url);
  await ready(page);
  return page;
}

// Requests a package with its price; returns the reference that the portal shows.
async function ask_online(context, url) {
  const page = await visit(context, url);
  await fully_cached(page);
  await send(page, "Im Büro", { kind: de.kind_package, email: "online@example.org" });
  const reference = await reference_in(page, patience_milliseconds);
  await page.close();
  return reference;
}

// The service worker serves the portal from its cache; the request waits in the browser while no page is open.
async function ask_offline(context, line, store) {
  await line.cut();
  await context.setOffline(true); // so that the page knows, too
  const page = await visit(context, line.url);
  await send(page, "Im Zug", { kind: de.kind_package, email: "offline@example.org" });
  await shows(page, de.delivery_waiting, patience_milliseconds);
  await page.close();
  assert.equal(JSON.parse(requests(store, "export", "--format", "json")).length, 1, "only what was sent online");
  await line.restore();
  await context.setOffline(false);
  return reference_in(await visit(context, line.url), patience_milliseconds);
}

const asked = [
  ["online@example.org", "Im Büro"],
  ["offline@example.org", "Im Zug"],
];

function assert_exported(store, references) {
  const exported = JSON.parse(requests(store, "export", "--format", "json"));
  assert.deepEqual(exported.map(({ reference, price, request }) => [reference, price, request.contact.email, request.message]),
    references.map((reference, index) => [reference, "same", ...asked[index]]));
  for (const { quote, request } of exported) assert.deepEqual([request.quoted.net, request.quoted.gross], [quote.net, quote.gross]);
  const rows = requests(store, "export", "--format", "csv").trim().split("\r\n");
  assert.equal(rows.length, 3);
  for (const [index, reference] of references.entries()) {
    assert.ok(rows[index + 1].startsWith(`${reference},`) && rows[index + 1].includes(asked[index][0]), rows[index + 1]);
    assert.match(requests(store, "list").split("\n")[index], new RegExp(`^${reference}  .* same .*<${asked[index][0]}>$`));
    assert.deepEqual(JSON.parse(requests(store, "show", reference)), exported[index]);
  }
}

async function assert_notified(receiver, references) {
  await eventually(() => assert.equal(receiver.messages.length, references.length), patience_milliseconds);
  await new Promise((resolve) => setTimeout(resolve, 500)); // in case one more follows
  assert.equal(receiver.refused, 0);
  assert.deepEqual(receiver.messages.map(({ id, payload: { type, data } }) => [id, type, data.reference, data.price, data.request.message]),
    references.map((reference, index) => [`msg_${reference}`, "request.received", reference, "same", asked[index][1]]));
}

function assert_erasable(store, [online, offline]) {
  assert.equal(requests(store, "erase", "online@example.org"), "1 request erased\n");
  assert.throws(() => requests(store, "erase", "online@example.org"), { status: 1 });
  const left = requests(store, "export", "--format", "json");
  assert.ok(!left.includes("online@example.org") && !left.includes("Im Büro"));
  const [erased, kept] = JSON.parse(left);
  assert.deepEqual([erased.reference, erased.request, kept.reference, kept.request.message], [online, null, offline, "Im Zug"]);
}

async function follow(t, store) {
  const receiver = await receive_webhooks();
  const server = await serve_site(store, ["--webhook", receiver.url], { KONTINGENT_WEBHOOK_SECRET: receiver.secret });
  const line = await line_to(server.url);
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
  t.after(async () => {
    await context.close();
    await line.close();
    server.close();
    receiver.close();
  });
  const references = [await ask_online(context, line.url), await ask_offline(context, line, store)];
  assert_exported(store, references);
  await assert_notified(receiver, references);
  for (const { received_at, reference, quote } of JSON.parse(requests(store, "export", "--format", "json")))
    t.diagnostic(`${reference} ${received_at} price same, net ${quote.net}`);
  assert_erasable(store, references);
}

test("SQLite: requests sent online and offline reach store, webhook and export exactly once", (t) =>
  follow(t, path.join(folder, "requests.sqlite")));

test("PostgreSQL: requests sent online and offline reach store, webhook and export exactly once", (t) => {
  if (!postgresql && !existsSync("/etc/debian_version")) return t.skip("no PostgreSQL server is installed");
  assert.ok(postgresql, "PostgreSQL is not installed: apt-get install postgresql");
  return follow(t, postgresql.store);
});

test("the receiver rejects webhooks that were changed, are too old or have another signature", () => {
  // The specification's own example.
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const body = '{"test": 2432232314}';
  const id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  const now = String(Math.floor(Date.now() / 1000));
  const headers = (more) => ({ "webhook-id": id, "webhook-timestamp": now, "webhook-signature": sign(secret, `${id}.${now}.${body}`), ...more });
  assert.equal(sign(secret, `${id}.1614265330.${body}`), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  assert.equal(verify(secret, headers(), body), true);
  assert.equal(verify(secret, headers(), `${body} `), false);
  assert.equal(verify(`whsec_${Buffer.alloc(24).toString("base64")}`, headers(), body), false);
  assert.equal(verify(secret, headers({ "webhook-id": "msg_other" }), body), false);
  assert.equal(verify(secret, headers({ "webhook-timestamp": "1614265330", "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" }), body), false);
  assert.equal(verify(secret, {}, body), false);
});
