// axe finds no violation, and the accessibility tree has the roles, names and order that a screen reader needs.
import assert from "node:assert/strict";
import { findings } from "./support/axe.mjs";
import { after, before, test } from "./support/test.mjs";
import { texts } from "./support/site.mjs";
import { eventually, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

for (const [path, language] of [
  ["", "de"],
  ["en/", "en"],
])
  for (const colorScheme of ["light", "dark"])
    for (const width of [390, 1440])
      test(`axe: ${language}, ${colorScheme}, ${width} px`, async (t) => {
        const words = texts("portal", language);
        const page = await portal.open(t, { path, colorScheme, viewport: { width, height: 900 } });
        assert.deepEqual(await findings(page), []);
        await page.getByRole("radio", { name: words.way_by_month }).click();
        await page.getByRole("list", { name: words.compare_title }).getByRole("button").first().click();
        await page.getByRole("textbox").first().fill("viel");
        await settle(page);
        assert.deepEqual(await findings(page), []);
      });

test("a table is exposed with its caption, headers and cells", async (t) => {
  const page = await portal.open(t);
  await page.getByRole("list", { name: de.compare_title }).getByRole("button").first().click();
  const table = page.getByRole("table", { name: de.months_caption });
  await eventually(async () => assert.equal(await table.count(), 1));
  const columns = await table.getByRole("columnheader").count();
  assert.ok(columns >= 4);
  for (const row of (await table.getByRole("row").all()).slice(1)) {
    assert.equal(await row.getByRole("rowheader").count(), 1);
    assert.equal((await row.getByRole("cell").count()) + 1, columns);
  }
});

test("the accessibility tree has the order of the page: needs, answer, comparison, explanations, request", async (t) => {
  const page = await portal.open(t);
  const headings = await page.locator("#portal").getByRole("heading", { level: 2 }).allTextContents();
  const explanations = [de.outlook_title, de.break_even_title, de.triage_title];
  assert.deepEqual(headings, [de.needs_title, de.answer_title, de.compare_heading, ...explanations, de.request_title]);
});

test("every control has a name and is large enough to touch", async (t) => {
  const page = await portal.open(t, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const controls = await page.locator(".portal-mirror :is(button, input, textarea, a)").evaluateAll((elements) =>
    elements.map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return { name: element.ariaLabel || element.textContent, width, height };
    }),
  );
  assert.ok(controls.length > 10);
  for (const { name, width, height } of controls) {
    assert.ok(name);
    assert.ok(width >= 24 && height >= 36, `${name}: ${width} × ${height}`);
  }
});

test("a tap acts like a click; scrolling by touch does not", async (t) => {
  const page = await portal.open(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.getByRole("radio", { name: de.gross }).tap();
  await eventually(async () => assert.ok(await page.getByRole("radio", { name: de.gross }).isChecked()));
  const disclosure = page.getByRole("list", { name: de.compare_title }).getByRole("button").first();
  await disclosure.scrollIntoViewIfNeeded();
  await settle(page);
  const { x, y } = await disclosure.boundingBox();
  const session = await page.context().newCDPSession(page);
  await session.send("Input.synthesizeScrollGesture", {
    x: x + 40,
    y: y + 20,
    yDistance: -200,
    gestureSourceType: "touch",
  });
  await settle(page);
  assert.equal(await disclosure.getAttribute("aria-expanded"), "false");
});

// Runs in the page: every colour that the canvases hold at least a thousand times.
function drawn_colours() {
  const counts = new Map();
  for (const canvas of document.querySelectorAll(".portal-tiles canvas")) {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] < 255) continue;
      const colour = `rgb(${data.slice(at, at + 3).join(", ")})`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= 1000).map(([colour]) => colour);
}

for (const colorScheme of ["light", "dark"])
  test(`what is drawn has the colours that the system forces, and the theme's again after that: ${colorScheme}`, async (t) => {
    const page = await portal.open(t, { colorScheme });
    await settle(page);
    const usual = await page.evaluate(drawn_colours);
    await page.emulateMedia({ forcedColors: "active" });
    const system = await page.evaluate(() => {
      const { backgroundColor, color, outlineColor } = getComputedStyle(document.querySelector(".portal-stage"));
      return [backgroundColor, color, outlineColor];
    });
    assert.equal(new Set(system).size, 3);
    await eventually(async () => {
      const drawn = await page.evaluate(drawn_colours);
      assert.ok(drawn.includes(system[0]));
      assert.deepEqual(drawn.filter((colour) => !system.includes(colour)), []);
    });
    await page.emulateMedia({ forcedColors: "none" });
    await eventually(async () => {
      const drawn = await page.evaluate(drawn_colours);
      assert.deepEqual(usual.filter((colour) => !drawn.includes(colour)), []);
      assert.ok(!drawn.includes(system[2]));
    });
  });

for (const colorScheme of ["light", "dark"])
  test(`with prefers-contrast: more, every text has 7:1, and lines are drawn in the page's colour for them: ${colorScheme}`, async (t) => {
    const page = await portal.open(t, { colorScheme, contrast: "more" });
    const { low, line } = await page.evaluate(() => {
      const luminance = (colour) => {
        const [r, g, b] = colour.match(/[\d.]+/g).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const probe = document.body.appendChild(document.createElement("i"));
      const token = (name) => ((probe.style.color = `var(--${name})`), getComputedStyle(probe).color);
      const texts = [...document.querySelectorAll(".portal-mirror :is(.portal-text, .portal-words)")].map((element) => {
        const under = luminance(token(element.closest(".is-primary") ? "accent" : "card"));
        const [dark, light] = [under, luminance(getComputedStyle(element).color)].sort((a, b) => a - b);
        return { text: element.textContent, contrast: (light + 0.05) / (dark + 0.05) };
      });
      return { low: texts.filter(({ contrast }) => contrast < 7), line: token("line") };
    });
    assert.deepEqual(low, []);
    assert.ok((await page.evaluate(drawn_colours)).includes(line));
  });

for (const colorScheme of ["light", "dark"])
  test(`with forced colours every text of the portal is legible on its ground: ${colorScheme}`, async (t) => {
    const page = await portal.open(t, { forcedColors: "active", colorScheme });
    assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
    const contrasts = await page.evaluate(() => {
      const luminance = (colour) => {
        const [r, g, b] = colour.match(/[\d.]+/g).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = luminance(getComputedStyle(document.querySelector(".portal-stage")).backgroundColor);
      const on_accent = luminance(getComputedStyle(document.querySelector(".portal-mirror button.is-primary")).backgroundColor);
      return [...document.querySelectorAll(".portal-mirror :is(.portal-text, .portal-words)")].map((element) => {
        const under = element.closest(".is-primary") ? on_accent : ground;
        const [dark, light] = [under, luminance(getComputedStyle(element).color)].sort((a, b) => a - b);
        return { text: element.textContent, contrast: (light + 0.05) / (dark + 0.05) };
      });
    });
    assert.ok(contrasts.length > 60);
    assert.deepEqual(contrasts.filter(({ contrast }) => contrast < 4.5), []);
  });
