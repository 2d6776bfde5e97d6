// A page that the browser keeps while another is visited goes on as it was when the visitor returns (back-forward cache).
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { launch_whole } from "./support/browser.mjs";
import { texts } from "./support/site.mjs";
import { eventually, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
let portal;
// Playwright starts it without that cache, and the shell has none.
before(async () => (portal = await start([], () => launch_whole([], ["--disable-back-forward-cache"]))));
after(() => portal.stop());

test("who returns to the page finds it as it was, consent included, and goes on", async (t) => {
  const page = await portal.open(t);
  const form = page.locator("#portal").getByRole("form");
  const hours = page.getByRole("textbox", { name: de.hours_per_month, exact: true });
  const name = form.getByRole("textbox", { name: de.field_name });
  const consent = form.getByRole("checkbox");
  const best = () => page.locator("#portal").getByRole("heading", { level: 3 }).first().textContent();
  await hours.fill("2");
  await name.fill("Käthe Groß");
  await consent.click();
  await eventually(async () => assert.ok(await consent.isChecked()));
  await settle(page);
  await page.evaluate(() => {
    window.is_kept = true;
    addEventListener("pageshow", ({ persisted }) => (window.was_restored = persisted));
  });
  const before = await best();

  await page.goto(`${portal.url}licences.de.html`);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => window.was_restored !== undefined);
  assert.deepEqual(await page.evaluate(() => [window.is_kept, window.was_restored]), [true, true]);
  assert.equal(await hours.inputValue(), "2");
  assert.equal(await name.inputValue(), "Käthe Groß");
  assert.ok(await consent.isChecked());
  assert.equal(await best(), before);

  await hours.fill("60");
  await eventually(async () => assert.notEqual(await best(), before));
});
