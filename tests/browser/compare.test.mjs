// The main job: a visitor enters hours and sees what each package costs, to the cent.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { catalogue, compare, texts } from "./support/site.mjs";
import { eventually, plain, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

const money = (minor, language = "de") =>
  plain(new Intl.NumberFormat(language, { style: "currency", currency: catalogue().currency }).format(minor / 100));

const offer_name = ({ package: id, term_months }) => {
  const { packages, on_demand } = catalogue();
  if (id === on_demand.id) return on_demand.name.de;
  const { name } = packages.find((candidate) => candidate.id === id);
  return `${name.de} · ${term_months} ${term_months === 1 ? "Monat" : "Monate"}`;
};

const offer_rows = (page) => page.getByRole("list", { name: de.compare_title }).locator("> li");

// Each row's name, as on its disclosure, and its text.
async function read_offers(page) {
  const rows = await offer_rows(page).all();
  return Promise.all(
    rows.map(async (row) => ({
      name: plain(await row.getByRole("button").first().getAttribute("aria-label")).replace(/: .*/, ""),
      text: plain((await row.locator("p, h3").allTextContents()).join(" | ")),
    })),
  );
}

async function assert_same_as_program(page, usage_minutes) {
  const { offers } = compare(usage_minutes);
  await eventually(async () => {
    const shown = await read_offers(page);
    assert.deepEqual(
      shown.map(({ name }) => name),
      offers.map(offer_name),
    );
    offers.forEach(({ net }, index) =>
      assert.ok(shown[index].text.includes(money(net)), `${money(net)} in ${shown[index].text}`),
    );
  });
}

const all_terms = (page) => page.getByRole("checkbox", { name: de.all_terms }).click();

test("the comparison shows the program's figures in the program's order", async (t) => {
  const page = await portal.open(t);
  await all_terms(page);
  await assert_same_as_program(page, Array(12).fill(720));
});

for (const [typed, minutes] of [
  ["12,5", 750],
  ["12.5", 750],
  ["12:30", 750],
  ["3", 180],
  ["0", 0],
])
  test(`${typed} hours typed are ${minutes} minutes`, async (t) => {
    const page = await portal.open(t);
    await all_terms(page);
    const field = page.getByRole("textbox", { name: de.hours_per_month });
    await field.fill(typed);
    await assert_same_as_program(page, Array(12).fill(minutes));
    await field.blur();
    await eventually(async () =>
      assert.equal(plain(await field.inputValue()), new Intl.NumberFormat("de").format(minutes / 60)),
    );
  });

test("invalid hours show an error at the field, and the result stays", async (t) => {
  const page = await portal.open(t);
  const field = page.getByRole("textbox", { name: de.hours_per_month });
  const before = await read_offers(page);
  await field.fill("zwölf");
  await eventually(async () => assert.equal(await field.getAttribute("aria-invalid"), "true"));
  const described_by = await field.getAttribute("aria-describedby");
  assert.equal(await page.locator(`#${described_by}`).textContent(), de.error_number);
  assert.deepEqual(await read_offers(page), before);
  await field.fill("12");
  await eventually(async () => assert.equal(await field.getAttribute("aria-invalid"), null));
});

test("slider and number field show the same value", async (t) => {
  const page = await portal.open(t);
  await all_terms(page);
  const slider = page.getByRole("slider").first();
  await slider.fill(String(600));
  await eventually(async () =>
    assert.equal(await page.getByRole("textbox", { name: de.hours_per_month }).inputValue(), "10"),
  );
  await assert_same_as_program(page, Array(12).fill(600));
});

test("dragging moves the slider to the pointer", async (t) => {
  const page = await portal.open(t);
  const slider = page.getByRole("slider").first();
  const { x, y, width, height } = await slider.boundingBox();
  const [minimum, maximum, now] = await slider.evaluate((element) =>
    [element.min, element.max, element.value].map(Number),
  );
  const at = (value) => x + 12 + ((width - 24) * (value - minimum)) / (maximum - minimum);
  await page.mouse.move(at(now), y + height / 2);
  await page.mouse.down();
  await page.mouse.move(at(1800), y + height / 2, { steps: 8 });
  await page.mouse.up();
  await eventually(async () =>
    assert.ok(Math.abs((await slider.inputValue()) - 1800) <= 60, await slider.inputValue()),
  );
});

test("each month has its own hours", async (t) => {
  const page = await portal.open(t);
  await all_terms(page);
  await page.getByRole("radio", { name: de.way_by_month }).click();
  const fields = page.getByRole("group", { name: de.hours_by_month }).getByRole("textbox");
  await eventually(async () => assert.equal(await fields.count(), 12));
  await fields.nth(1).fill("30");
  await fields.nth(10).fill("0");
  const usage = Array(12).fill(720);
  usage[1] = 1800;
  usage[10] = 0;
  await assert_same_as_program(page, usage);
});

test("an offer opens to show its months and lines, and closes", async (t) => {
  const page = await portal.open(t);
  const disclosure = page.getByRole("list", { name: de.compare_title }).getByRole("button").first();
  assert.equal(await disclosure.getAttribute("aria-expanded"), "false");
  await disclosure.click();
  await eventually(async () => assert.equal(await disclosure.getAttribute("aria-expanded"), "true"));
  const months = page.getByRole("table", { name: de.months_caption });
  assert.equal(await months.getByRole("row").count(), 1 + 12 + 1);
  await disclosure.click();
  await eventually(async () => assert.equal(await months.count(), 0));
});

test("gross prices include the program's value added tax", async (t) => {
  const page = await portal.open(t);
  const { gross } = compare(Array(12).fill(720)).offers[0];
  await page.getByRole("radio", { name: de.gross }).click();
  await eventually(async () => assert.ok((await read_offers(page))[0].text.includes(money(gross))));
});

test("a new result is announced once it is final", async (t) => {
  const page = await portal.open(t);
  const status = page.locator("#portal").getByRole("status").first();
  const spoken = await page.evaluateHandle(() => {
    const texts = [];
    const status = document.querySelector("#portal [role=status]");
    new MutationObserver(() => texts.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return texts;
  });
  const slider = page.getByRole("slider").first();
  // A drag in twelve frames, faster than the pause after which a result counts as standing.
  await slider.evaluate(async (element) => {
    for (let step = 0; step < 12; ++step) {
      element.stepUp();
      element.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise(window.animation_frame);
    }
  });
  const { offers } = compare(Array(12).fill(await slider.inputValue().then(Number)));
  const [best] = offers.filter(({ term_months, package: id }) => term_months === 12 || id === catalogue().on_demand.id);
  await eventually(async () => assert.ok(plain(await status.textContent()).includes(money(best.net))));
  // One; on a busy machine a frame may outlast the pause.
  const count = (await spoken.jsonValue()).length;
  assert.ok(count <= 3, `${count} announcements of twelve steps`);
});

test("the visitor's hours are kept when the language changes", async (t) => {
  const page = await portal.open(t);
  await page.getByRole("textbox", { name: de.hours_per_month }).fill("17,5");
  await settle(page);
  await page.getByRole("link", { name: /EN/ }).click();
  await page.waitForURL(/\/en\//);
  await page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
  const en = texts("portal", "en");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.getByRole("textbox", { name: en.hours_per_month }).inputValue(), "17.5");
  const { offers } = compare(Array(12).fill(1050));
  await page.getByRole("checkbox", { name: en.all_terms }).click();
  await eventually(async () => {
    const text = plain(await page.getByRole("list", { name: en.compare_title }).locator("> li").first().textContent());
    assert.ok(
      text.includes(plain(new Intl.NumberFormat("en", { minimumFractionDigits: 2 }).format(offers[0].net / 100))),
      text,
    );
  });
});
