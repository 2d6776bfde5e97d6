// Static files on one server, the endpoint on another: the first way of hosting, with our endpoint in place of another's.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "./support/test.mjs";
import { launch } from "./support/browser.mjs";
import { live_site, open_page, fully_cached } from "./support/live_site.mjs";
import { reference_in, send, shows } from "./support/request.mjs";
import { program, serve_site, texts } from "./support/site.mjs";

const de = texts("portal", "de");
let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Below a path, as on a host with other pages.
async function sites(t, ...more) {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-elsewhere-"));
  const store = path.join(folder, "requests.sqlite");
  const site = await live_site(t, "/support/");
  const endpoint = await serve_site(store, ["--allow-origin", new URL(site.url).origin, ...more]);
  t.after(() => {
    endpoint.close();
    rmSync(folder, { recursive: true, force: true });
  });
  site.pages("--endpoint", `${endpoint.url}requests`);
  const messages = () =>
    JSON.parse(execFileSync(program, ["requests", "export", "--format", "json", "--store", store])).map(({ request }) => request.message);
  return { site, messages };
}

test("a page of an allowed origin can send, and reads Retry-After", async (t) => {
  const { site, messages } = await sites(t, "--rate", "1");
  const page = await open_page(t, browser, site.url);
  await send(page, "Von nebenan");
  await reference_in(page);
  assert.deepEqual(messages(), ["Von nebenan"]);
  // The page or its service worker, whichever sends first.
  const limited = page.context().waitForEvent("response", (response) => response.status() === 429);
  await send(page, "Gleich noch eine");
  await limited;
  await shows(page, de.delivery_busy);
  assert.deepEqual(messages(), ["Von nebenan"]);
});

test("a request sent offline arrives once at the other server when the page is opened online", async (t) => {
  const { site, messages } = await sites(t);
  const page = await open_page(t, browser, site.url);
  await fully_cached(page);
  await page.context().setOffline(true);
  await page.reload();
  await send(page, "Aus dem Zug nebenan");
  await shows(page, de.delivery_waiting);
  assert.deepEqual(messages(), []);
  await page.context().setOffline(false);
  await reference_in(page);
  assert.deepEqual(messages(), ["Aus dem Zug nebenan"]);
});

test("without JavaScript the form leads to the other server's pages", async (t) => {
  const { site, messages } = await sites(t);
  const context = await browser.newContext({ javaScriptEnabled: false });
  t.after(() => context.close());
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto(site.url);
  const words = texts("page", "de");
  await page.locator("form.request select[name=kind]").selectOption("question");
  for (const [name, value] of Object.entries({ name: "Ada", email: "ada@example.org", message: "Ohne Skript" }))
    await page.getByLabel(words[`form.${name}`]).fill(value);
  // A pointer may miss what moves while fonts arrive; without script Playwright does not see it move.
  await page.getByLabel(words["form.consent"]).press("Space");
  await page.getByRole("button", { name: words["form.send"] }).press("Enter");
  await page.getByRole("heading", { name: "Stimmt das so?" }).waitFor();
  await page.waitForTimeout(2100); // the endpoint's least time
  await page.getByRole("button", { name: "Anfrage senden" }).press("Enter");
  await page.getByRole("heading", { name: "Vielen Dank!" }).waitFor();
  assert.deepEqual(messages(), ["Ohne Skript"]);
});
