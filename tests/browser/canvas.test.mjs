// The shapes: there, crisp at every density, in the page's flow, within bounds of memory.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { texts } from "./support/site.mjs";
import { eventually, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

const stage_picture = async (page) => {
  const { x, y, width, height } = await page.locator(".portal-stage").boundingBox();
  const bottom = Math.min(y + height, page.viewportSize().height);
  return page.screenshot({ clip: { x, y: Math.max(0, y), width, height: bottom - Math.max(0, y) } });
};

// Each tile's pixels and place; `device` is in device pixels from the page's corner.
const tiles = (page) =>
  page.locator(".portal-tiles canvas").evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const ratio = devicePixelRatio;
      const is_on_bar = canvas.closest(".is-at-bottom") !== null;
      return { is_on_bar, pixels: [canvas.width, canvas.height], device: [width, height, left + scrollX, top + scrollY].map((side) => side * ratio) };
    }),
  );

const assert_near = (value, wanted, within, what) => assert.ok(Math.abs(value - wanted) <= within, `${what}: ${value}, not ${wanted}`);

test("shapes are drawn", async (t) => {
  const page = await portal.open(t);
  await settle(page);
  const picture = await stage_picture(page);
  assert.deepEqual(await stage_picture(page), picture);
  await page.locator(".portal-tiles").evaluateAll((grounds) => grounds.forEach((ground) => (ground.style.visibility = "hidden")));
  assert.notDeepEqual(await stage_picture(page), picture);
});

for (const deviceScaleFactor of [1, 1.25, 2, 3])
  test(`at density ${deviceScaleFactor} a tile's pixel is a device pixel`, async (t) => {
    const page = await portal.open(t, { deviceScaleFactor, viewport: { width: 411, height: 731 } });
    await settle(page);
    const all = await tiles(page);
    assert.ok(all.length > 2);
    for (const { is_on_bar, pixels, device } of all) {
      assert_near(device[0], pixels[0], 0.05, "width");
      assert_near(device[1], pixels[1], 0.05, "height");
      if (is_on_bar) continue; // at the window's edge, which need not be on a device pixel
      assert_near(device[2], Math.round(device[2]), 0.05, "left");
      assert_near(device[3], Math.round(device[3]), 0.05, "top");
    }
  });

test("a resize and a change of density are followed", async (t) => {
  const page = await portal.open(t);
  for (const [width, height] of [
    [390, 844],
    [1440, 600],
    [820, 1180],
  ]) {
    await page.setViewportSize({ width, height });
    await eventually(async () => {
      const all = await tiles(page);
      assert.ok(all.length > 0);
      assert.ok(Math.max(...all.map(({ device: [wide, , left] }) => wide + left)) <= width + 1);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });
  }
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setDeviceMetricsOverride", { width: 820, height: 1180, deviceScaleFactor: 2, mobile: false });
  await eventually(async () => {
    // The override raises no event, unlike a window that changes screens.
    await page.evaluate(() => dispatchEvent(new Event("resize")));
    await settle(page);
    const all = await tiles(page);
    for (const { pixels, device } of all) assert.deepEqual(pixels, device.slice(0, 2).map(Math.round));
    assert.ok(Math.max(...all.map(({ pixels }) => pixels[1])) > 256);
  });
});

for (const [width, height, deviceScaleFactor] of [
  [390, 844, 3],
  [2560, 1440, 2],
])
  test(`all tiles stay below 64 MiB at ${width} px and density ${deviceScaleFactor}`, async (t) => {
    const page = await portal.open(t, { viewport: { width, height }, deviceScaleFactor });
    let most = 0;
    const end = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top < end; top += height / 2) {
      await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), top);
      await page.waitForTimeout(50);
      most = Math.max(most, (await tiles(page)).reduce((sum, { pixels: [wide, high] }) => sum + wide * high * 4, 0));
    }
    t.diagnostic(`${(most / 2 ** 20).toFixed(1)} MiB`);
    assert.ok(most > 2 ** 20 && most < 64 * 2 ** 20, `${most} bytes`);
  });

test("every tile near the window is painted wherever the page is scrolled to", async (t) => {
  const page = await portal.open(t);
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < end - 900; top += 700) {
    await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), top);
    await eventually(async () => {
      // What is drawn is the card or its border behind every text: no text lies on the bare page within a card.
      const bare = await page.evaluate(() => {
        const canvases = [...document.querySelectorAll(".portal-tiles canvas")].map((canvas) => canvas.getBoundingClientRect());
        const covers = (x, y) => canvases.some(({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom);
        return [...document.querySelectorAll(".portal-mirror li .portal-text")]
          .map((text) => text.getBoundingClientRect())
          .filter(({ top, bottom }) => top > 0 && bottom < innerHeight)
          .filter(({ left, top }) => !covers(left, top)).length;
      });
      assert.equal(bare, 0);
    });
  }
});

test("the needs stay in view beside the offers, as far as the content goes", async (t) => {
  const page = await portal.open(t, { viewport: { width: 1440, height: 900 } });
  const heading = page.getByRole("heading", { name: de.needs_title });
  const offers = page.getByRole("list", { name: de.compare_title }).locator("> li");
  await page.evaluate(() => scrollTo({ top: 500, behavior: "instant" }));
  await eventually(async () => assert.ok((await heading.boundingBox()).y > 0));
  const { y } = await offers.last().getByRole("heading").first().boundingBox();
  await page.evaluate((top) => scrollBy({ top, behavior: "instant" }), y - 520);
  await settle(page);
  assert.ok((await heading.boundingBox()).y > 0, `needs at ${(await heading.boundingBox()).y}`);
});

test("needs that are taller than the window scroll within themselves, and say so", async (t) => {
  const page = await portal.open(t, { viewport: { width: 1280, height: 500 } });
  const layer = page.locator(".is-at-top > .portal-layer");
  assert.ok(await layer.evaluate((element) => element.matches(".has-more") && element.clientHeight <= 452));
  const gross = page.getByRole("radio", { name: de.gross });
  await gross.focus();
  await page.keyboard.press("Space");
  await eventually(async () => assert.ok(await gross.isChecked()));
  const { y, height } = await gross.boundingBox();
  assert.ok(y >= 0 && y + height <= 500, `at ${y}`);
  await layer.evaluate((element) => element.scrollTo({ top: 10_000, behavior: "instant" }));
  await eventually(async () => assert.ok(!(await layer.evaluate((element) => element.matches(".has-more")))));
});

test("on a narrow screen the answer stays at the lower edge until it is in view", async (t) => {
  const page = await portal.open(t, { viewport: { width: 390, height: 844 } });
  const show = page.getByRole("button", { name: de.show_answer });
  const bottom = async () => {
    const { y, height } = await page.locator(".is-at-bottom > .portal-layer").boundingBox();
    return y + height;
  };
  assert_near(await bottom(), 844, 1, "bar");
  await page.evaluate(() => scrollBy({ top: 200, behavior: "instant" }));
  assert_near(await bottom(), 844, 1, "bar");
  await show.click();
  await eventually(async () => assert.equal(await show.isVisible(), false));
  assert.ok((await page.getByRole("heading", { name: de.answer_title }).boundingBox()).y < 400);
});

test("what is drawn is where its element is", async (t) => {
  const page = await portal.open(t);
  const button = page.getByRole("button", { name: de.copy_summary });
  await button.scrollIntoViewIfNeeded();
  await page.mouse.move(5, 5);
  await settle(page);
  const idle = await page.screenshot({ clip: await button.boundingBox() });
  await button.hover();
  await settle(page);
  assert.notDeepEqual(await page.screenshot({ clip: await button.boundingBox() }), idle, "hovering changes nothing there");
});

for (const width of [320, 390, 640, 960])
  test(`at ${width} px nothing runs over the edge`, async (t) => {
    const page = await portal.open(t, { viewport: { width, height: 700 } });
    await page.getByRole("radio", { name: de.way_by_month }).click();
    await settle(page);
    const overflow = await page.evaluate(() => {
      const wide = document.documentElement.clientWidth;
      const over = [...document.querySelectorAll(".portal-mirror *")].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && !element.closest(".portal-tiles") && (left < 0 || right > wide + 0.5);
      });
      return {
        page: document.documentElement.scrollWidth - wide,
        elements: over.map((element) => element.textContent || element.ariaLabel),
      };
    });
    assert.deepEqual(overflow, { page: 0, elements: [] });
  });
