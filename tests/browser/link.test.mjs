// A visitor's input is in the address: copied, opened elsewhere, back and forward.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { eventually, plain, settle, start } from "./support/portal.mjs";
import { texts } from "./support/site.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

const hours = (page) => page.getByRole("textbox", { name: de.hours_per_month });
const total = async (page) => plain(await page.getByRole("list", { name: de.compare_title }).locator("> li").first().textContent());
const shows_hours = (page, wanted) => eventually(async () => assert.equal(await hours(page).inputValue(), wanted));
// An entry of the history is made once the input has settled.
const is_in_address = (page) => eventually(async () => assert.match(new URL(page.url()).hash, /^#k3[\w-]+$/));

test("a copied link gives another visitor the same figures", async (t) => {
  const page = await portal.open(t, { permissions: ["clipboard-read", "clipboard-write"] });
  await hours(page).fill("17,25");
  await page.getByRole("radio", { name: de.certainty_quarter }).click();
  await page.getByRole("radio", { name: de.gross }).click();
  await eventually(async () => assert.match(plain(await page.locator("#portal").textContent()), /durchgerechneten/));
  await page.getByRole("button", { name: de.copy_link }).click();
  await eventually(async () => assert.ok((await page.locator("#portal").textContent()).includes(de.copied)));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(portal.url), link);
  const other = await portal.open(t, { path: new URL(link).hash });
  await shows_hours(other, "17,25");
  assert.ok(await other.getByRole("radio", { name: de.certainty_quarter }).isChecked());
  await eventually(async () => assert.equal(await total(other), await total(page)));
  assert.equal(new URL(other.url()).hash, new URL(link).hash);
});

test("back and forward step through what was entered", async (t) => {
  const page = await portal.open(t);
  assert.equal(new URL(page.url()).hash, "");
  const first = await total(page);
  await hours(page).fill("7");
  await is_in_address(page);
  const seven = page.url();
  await hours(page).fill("30");
  await eventually(async () => assert.notEqual(page.url(), seven));
  const thirty = await total(page);
  await page.goBack();
  await shows_hours(page, "7");
  await page.goBack();
  await shows_hours(page, "12");
  await eventually(async () => assert.equal(await total(page), first));
  assert.equal(new URL(page.url()).hash, "");
  await page.goForward();
  await page.goForward();
  await shows_hours(page, "30");
  await eventually(async () => assert.equal(await total(page), thirty));
});

test("a drag is one entry of the history", async (t) => {
  const page = await portal.open(t);
  const before = await page.evaluate(() => history.length);
  const slider = page.getByRole("slider").first();
  const { x, y, width, height } = await slider.boundingBox();
  await page.mouse.move(x + width * 0.3, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.8, y + height / 2, { steps: 30 });
  await page.mouse.up();
  await is_in_address(page);
  assert.equal(await page.evaluate(() => history.length), before + 1);
});

test("a damaged link is reported and ignored; an anchor changes nothing", async (t) => {
  const page = await portal.open(t, { path: "#k1AAAAAAAA" });
  await eventually(async () => assert.ok((await page.locator("#portal").textContent()).includes(de.link_damaged)));
  await shows_hours(page, "12");
  await hours(page).fill("9");
  await is_in_address(page);
  await page.evaluate(() => (location.hash = "#pakete"));
  await settle(page);
  await shows_hours(page, "9");
});

test("a reload keeps what is in the address, the other language keeps what was entered", async (t) => {
  const page = await portal.open(t);
  await hours(page).fill("21");
  await is_in_address(page);
  await page.reload();
  await page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
  await shows_hours(page, "21");
  await page.getByRole("link", { name: /EN/ }).click();
  await page.waitForURL(/\/en\//);
  await page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
  const en = texts("portal", "en");
  assert.equal(await page.getByRole("textbox", { name: en.hours_per_month }).inputValue(), "21");
});
