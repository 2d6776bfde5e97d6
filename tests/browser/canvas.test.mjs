// The canvas: drawn, crisp at every pixel density, scrolled with the page, and restored after a lost context.
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import { after, before, test } from "node:test";
import { texts } from "./support/site.mjs";
import { eventually, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

// How many different pixels a screenshot (PNG, eight bits, no interlace) has, filter bytes included: many where text is
// drawn, hardly any where it is blank.
function variety(png) {
  const data = [];
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") data.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const seen = new Set();
  for (let at = 0; at + 2 < raw.length; at += 3) seen.add((raw[at] << 16) | (raw[at + 1] << 8) | raw[at + 2]);
  return seen.size;
}

const stage_picture = async (page) => {
  const { x, y, width, height } = await page.locator(".portal-stage").boundingBox();
  const bottom = Math.min(y + height, page.viewportSize().height);
  return page.screenshot({ clip: { x, y: Math.max(0, y), width, height: bottom - Math.max(0, y) } });
};

async function assert_drawn(page) {
  await eventually(async () => assert.ok(variety(await stage_picture(page)) > 500, "the canvas is blank"));
}

test("the canvas is not blank", async (t) => {
  const page = await portal.open(t);
  await assert_drawn(page);
  // The measure must be able to fail.
  await page.locator(".portal-canvas").evaluate((canvas) => (canvas.style.visibility = "hidden"));
  assert.ok(variety(await stage_picture(page)) < 500);
});

for (const deviceScaleFactor of [1, 1.25, 2, 3])
  test(`at density ${deviceScaleFactor} a canvas pixel is a device pixel`, async (t) => {
    const page = await portal.open(t, { deviceScaleFactor, viewport: { width: 411, height: 731 } });
    await settle(page);
    const { pixels, box } = await page.locator(".portal-canvas").evaluate((canvas) => {
      const { width, height } = canvas.getBoundingClientRect();
      return { pixels: [canvas.width, canvas.height], box: [width, height] };
    });
    assert.deepEqual(
      pixels,
      box.map((side) => Math.round(side * deviceScaleFactor)),
    );
    await assert_drawn(page);
  });

test("the canvas follows a resize and a change of density", async (t) => {
  const page = await portal.open(t);
  for (const [width, height] of [
    [390, 844],
    [1440, 600],
    [820, 1180],
  ]) {
    await page.setViewportSize({ width, height });
    await eventually(async () => {
      const [pixels, css] = await page
        .locator(".portal-canvas")
        .evaluate((canvas) => [canvas.width, canvas.getBoundingClientRect().width]);
      assert.equal(pixels, css);
      assert.equal(css, width);
    });
    await assert_drawn(page);
  }
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setDeviceMetricsOverride", {
    width: 820,
    height: 1180,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await eventually(async () => {
    // The override raises no event, unlike a window that changes screens.
    await page.evaluate(() => window.dispatchEvent(new Event("resize")));
    await settle(page);
    assert.equal(await page.locator(".portal-canvas").evaluate((canvas) => canvas.width), 1640);
  });
});

test("after a lost context the same picture is drawn again", async (t) => {
  const page = await portal.open(t, { allowed_errors: /WebGL/i });
  await assert_drawn(page);
  const before = await stage_picture(page);
  await page.locator(".portal-canvas").evaluate(async (canvas) => {
    const lose = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
    const restored = new Promise((resolve) => canvas.addEventListener("webglcontextrestored", resolve));
    const lost = new Promise((resolve) => canvas.addEventListener("webglcontextlost", resolve));
    lose.loseContext();
    await lost;
    document
      .querySelector('input[type="range"]')
      .dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: 5, clientY: 5 }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    lose.restoreContext();
    await restored;
  });
  await settle(page);
  await eventually(async () => assert.deepEqual(await stage_picture(page), before));
});

test("the wheel over the canvas scrolls the page, and what is drawn moves along", async (t) => {
  const page = await portal.open(t);
  const picture = await stage_picture(page);
  await page.mouse.move(700, 600);
  await page.mouse.wheel(0, 500);
  await eventually(async () => assert.ok((await page.evaluate(() => scrollY)) > 300));
  await settle(page);
  assert.notDeepEqual(await stage_picture(page), picture);
});

test("the needs stay in view beside the offers until the content ends", async (t) => {
  const page = await portal.open(t, { viewport: { width: 1440, height: 900 } });
  const heading = page.getByRole("heading", { name: de.needs_title });
  const offers = page.getByRole("list", { name: de.compare_title }).locator("> li");
  await page.evaluate(() => scrollTo({ top: 500, behavior: "instant" }));
  await eventually(async () => assert.ok((await heading.boundingBox()).y > 0));
  // Near the end the sticky canvas is pushed up; the needs are not, before the content ends.
  const { y } = await offers.last().getByRole("heading").first().boundingBox();
  await page.mouse.move(700, 400);
  await page.evaluate((top) => scrollBy({ top, behavior: "instant" }), y - 520);
  await settle(page);
  assert.ok((await heading.boundingBox()).y > 0, `needs at ${(await heading.boundingBox()).y}`);
});

test("what is drawn is where its element is", async (t) => {
  const page = await portal.open(t);
  await page.mouse.wheel(0, 400);
  await settle(page);
  const button = page.getByRole("button", { name: de.copy_summary });
  await button.scrollIntoViewIfNeeded();
  await settle(page);
  const idle = await page.screenshot({ clip: await button.boundingBox() });
  await button.hover();
  await settle(page);
  assert.notDeepEqual(
    await page.screenshot({ clip: await button.boundingBox() }),
    idle,
    "hovering changes nothing there",
  );
});

for (const width of [320, 390, 640, 960])
  test(`at ${width} px nothing overflows`, async (t) => {
    const page = await portal.open(t, { viewport: { width, height: 700 } });
    await page.getByRole("radio", { name: de.way_by_month }).click();
    await settle(page);
    const overflow = await page.evaluate(() => {
      const wide = document.documentElement.clientWidth;
      const over = [...document.querySelectorAll(".portal-mirror *")].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < 0 || right > wide + 0.5);
      });
      return {
        page: document.documentElement.scrollWidth - wide,
        elements: over.map((element) => element.textContent || element.ariaLabel),
      };
    });
    assert.deepEqual(overflow, { page: 0, elements: [] });
  });
