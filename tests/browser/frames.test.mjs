// One frame per event, and none while nothing changes.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { texts } from "./support/site.mjs";
import { eventually, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

const counts = (page) => page.evaluate(() => ({ asked: counted.animation_frames, drawn: counted.drawn_frames }));

// How many frames `act` caused.
async function frames_of(page, act) {
  await settle(page);
  const before = await counts(page);
  await act();
  await settle(page);
  const now = await counts(page);
  return { asked: now.asked - before.asked, drawn: now.drawn - before.drawn };
}

test("in five idle seconds no frame is drawn or requested", async (t) => {
  const page = await portal.open(t, { reducedMotion: "no-preference" });
  await page.getByRole("textbox", { name: de.hours_per_month }).fill("20");
  await settle(page);
  const before = await counts(page);
  assert.ok(before.drawn > 0);
  await page.waitForTimeout(5000);
  assert.deepEqual(await counts(page), before);
});

test("an event is drawn at once, in at most two frames", async (t) => {
  const page = await portal.open(t);
  const field = page.getByRole("textbox", { name: de.hours_per_month });
  const slider = page.getByRole("slider").first();
  const gross = page.getByRole("radio", { name: de.gross });
  const by_month = page.getByRole("radio", { name: de.way_by_month });
  // What has focus before, and the event.
  const events = {
    "hovering over a button": [slider, () => page.getByRole("button", { name: de.copy_summary }).hover()],
    "typing a digit": [field, () => page.keyboard.press("9")],
    "moving the slider": [slider, () => page.keyboard.press("ArrowLeft")],
    "choosing by key": [gross, () => page.keyboard.press("Space")],
    "activating without a pointer": [slider, () => by_month.evaluate((radio) => radio.click())],
    "a change of scheme": [slider, () => page.emulateMedia({ colorScheme: "dark" })],
  };
  for (const [name, [focused, act]] of Object.entries(events)) {
    await focused.focus();
    const { drawn } = await frames_of(page, act);
    assert.ok(drawn >= 1 && drawn <= 2, `${name}: ${drawn} frames`);
  }
});

test("events that come together share a frame", async (t) => {
  const page = await portal.open(t);
  const { drawn } = await frames_of(page, () =>
    page.evaluate(() => {
      const controls = document.querySelectorAll(".portal-mirror input[type=radio]");
      for (let turn = 0; turn < 100; ++turn)
        controls[turn % 3].dispatchEvent(new PointerEvent("pointermove", { bubbles: true }));
    }),
  );
  assert.ok(drawn >= 1 && drawn <= 2, `${drawn} frames`);
});

test("moving over no control, or within one, draws nothing", async (t) => {
  const page = await portal.open(t);
  const button = page.getByRole("button", { name: de.copy_summary });
  await button.hover();
  const { drawn } = await frames_of(page, async () => {
    const { x, y, width, height } = await button.boundingBox();
    await page.mouse.move(x + width - 4, y + height - 4, { steps: 5 });
  });
  assert.equal(drawn, 0);
});

test("scrolling makes no frame, and what comes into view is painted", async (t) => {
  const page = await portal.open(t);
  await settle(page);
  const painted = () => page.evaluate(() => window.counted.painted_tiles);
  const before = await painted();
  const { drawn, asked } = await frames_of(page, async () => {
    await page.mouse.move(700, 600);
    for (let turn = 0; turn < 10; ++turn) {
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(30);
    }
    await eventually(async () => assert.ok((await page.evaluate(() => scrollY)) > 2500));
  });
  // Other controls came under the pointer: hovering is all that is drawn.
  assert.ok(drawn <= 10 && asked <= 10, `${drawn} frames`);
  assert.ok((await painted()) > before + 5);
  await page.mouse.move(5, 400);
  const still = await frames_of(page, async () => {
    await page.mouse.wheel(0, -3000);
    await eventually(async () => assert.equal(await page.evaluate(() => scrollY), 0));
  });
  assert.equal(still.drawn, 0);
});

test("what is far from the window is not painted", async (t) => {
  const page = await portal.open(t);
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
  await page.waitForTimeout(300);
  const before = await page.evaluate(() => window.counted.painted_tiles);
  const offers = page.getByRole("list", { name: de.compare_title }).locator("> li");
  const first = await offers.first().textContent();
  await page.getByRole("radio", { name: de.gross }).evaluate((radio) => radio.click());
  await eventually(async () => assert.notEqual(await offers.first().textContent(), first));
  assert.equal(await page.evaluate(() => window.counted.painted_tiles), before);
});
