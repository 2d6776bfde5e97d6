// What conditions that a visitor may have set make of the page, measured in Chromium: [condition, result].
import { outside_their_boxes } from "../../browser/support/boxes.mjs";
import { launch_whole } from "../../browser/support/browser.mjs";
import { ready } from "../../browser/support/live_site.mjs";
import { load_whole, patience_milliseconds } from "../../browser/support/portal.mjs";
import { serve_site, texts } from "../../browser/support/site.mjs";

const de = texts("portal", "de");

// Runs in the page: what there is of each kind.
function counts() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const name_of = (element) => element.ariaLabel || document.getElementById(element.getAttribute("aria-labelledby"))?.textContent || "";
  const landmarks = all("header, nav, main, footer, form, section[aria-label], section[aria-labelledby], [role=region]").filter((element) => element.checkVisibility());
  const region_names = landmarks.map(name_of).filter(Boolean);
  return {
    landmarks: landmarks.length,
    "status elements without text": all("[role=status]").filter(({ textContent }) => !textContent.trim()).length,
    "lists named as their region": all("ul[aria-label]").filter((list) => region_names.includes(list.ariaLabel)).length,
  };
}

// The contrast of a text field's border with what is outside it, from the pixels across its left edge.
async function border_contrast(page) {
  const field = page.getByRole("textbox", { name: de.hours_per_month });
  const { x, y, height } = await field.boundingBox();
  const picture = await page.screenshot({ clip: { x: Math.round(x) - 8, y: Math.round(y + height / 2), width: 16, height: 1 } });
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
    const pen = new OffscreenCanvas(bitmap.width, 1).getContext("2d");
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, 1);
    const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    const light = Array.from({ length: bitmap.width }, (_, at) => [0.2126, 0.7152, 0.0722].reduce((sum, share, part) => sum + share * linear(data[at * 4 + part]), 0));
    const ground = light[0];
    const contrasts = light.map((one) => (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05));
    return `${Math.max(...contrasts).toFixed(2)}:1`;
  }, picture.toString("base64"));
}

const slow = {
  "slow 3G, processor four times slower": { latency: 400, bytes_per_second: 50_000, rate: 4 },
  "fast 3G, processor four times slower": { latency: 150, bytes_per_second: 200_000, rate: 4 },
};

async function loading(open, { latency, bytes_per_second, rate }) {
  const page = await open({}, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: bytes_per_second, uploadThroughput: bytes_per_second });
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    await page.addInitScript(() => {
      window.longest_task = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest_task = Math.max(window.longest_task, duration)))).observe({ type: "longtask", buffered: true });
    });
  });
  const { first, usable, longest } = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    usable: performance.now(),
    longest: window.longest_task,
  }));
  await page.context().close();
  return `first paint ${(first / 1000).toFixed(1)} s, usable ${(usable / 1000).toFixed(1)} s, longest task ${Math.round(longest)} ms`;
}

const differs = async (open, one, other) => {
  const pictures = [];
  for (const options of [one, other]) {
    const page = await open(options);
    pictures.push(await page.screenshot());
    await page.context().close();
  }
  return pictures[0].equals(pictures[1]) ? "**no pixel differs**" : "followed";
};

export async function conditions() {
  const [server, browser] = await Promise.all([serve_site(), launch_whole()]);
  const open = async (options, before) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", serviceWorkers: "block", ...options });
    context.setDefaultTimeout(patience_milliseconds);
    const page = await context.newPage();
    await before?.(page);
    await page.goto(server.url);
    await ready(page);
    return page;
  };
  try {
    const rows = [];
    for (const colorScheme of ["light", "dark"]) {
      const page = await open({ colorScheme });
      rows.push([`border of a field, ${colorScheme}`, await border_contrast(page)]);
      await page.context().close();
    }
    rows.push(["dark scheme", await differs(open, { colorScheme: "light" }, { colorScheme: "dark" })]);
    rows.push(["forced colours", await differs(open, {}, { forcedColors: "active" })]);
    rows.push(["prefers-contrast: more", await differs(open, {}, { contrast: "more" })]);
    const page = await open({});
    await load_whole(page);
    rows.push(...Object.entries(await page.evaluate(counts)).map(([what, count]) => [what, `${count}`]));
    const { all, outside } = await page.evaluate(outside_their_boxes);
    rows.push(["groups, lists, tables and regions that do not enclose their contents", `${outside.length} of ${all}`]);
    rows.push(["find in page", (await page.evaluate((words) => window.find(words), de.compare_title)) ? "found and selected" : "**not found**"]);
    for (const width of [320, 844]) {
      await page.setViewportSize({ width, height: width === 844 ? 390 : 900 });
      await page.waitForTimeout(500);
      rows.push([`${width} px: reach beyond the window`, `${await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)} px`]);
    }
    for (const [name, line] of Object.entries(slow)) rows.push([name, await loading(open, line)]);
    return rows;
  } finally {
    await browser.close();
    server.close();
  }
}
