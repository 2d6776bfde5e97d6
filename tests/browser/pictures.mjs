// Pictures of the whole page for people to look at:
//   node tests/browser/pictures.mjs FOLDER [--site build/site] [--widths 390,820,1440] [--schemes light,dark] [--languages de,en]; the catalogue's unless given
// For each: the first screen (…-top.png) and the page from top to bottom in pieces (…-1.png, …-2.png, …).
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./support/browser.mjs";
import { serve_folder } from "./support/server.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: "string", default: "build/site" },
    widths: { type: "string", default: "390,820,1440" },
    schemes: { type: "string", default: "light,dark" },
    languages: { type: "string" },
  },
});
const folder = positionals[0] ?? "build/pictures";
const screen_heights = { 390: 844, 820: 1180 };
const piece_height = 1600;

async function take(browser, address, width, colorScheme, name) {
  const height = screen_heights[width] ?? 900;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: 1,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
  await page.goto(address);
  await page.waitForSelector("#portal[data-state=ready], #portal[data-state=failed]");
  await page.waitForTimeout(200);
  await page.screenshot({ path: path.join(folder, `${name}-top.png`) });
  // A window as tall as the page shows all of the canvas at once.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: whole });
  await page.waitForTimeout(400);
  for (let y = 0, piece = 1; y < whole; y += piece_height, ++piece) {
    const clip = { x: 0, y, width, height: Math.min(piece_height, whole - y) };
    await page.screenshot({ path: path.join(folder, `${name}-${piece}.png`), clip });
  }
  await context.close();
}

mkdirSync(folder, { recursive: true });
const server = await serve_folder(options.site);
const browser = await launch();
const spoken = JSON.parse(readFileSync(path.join(options.site, "catalogue.json"), "utf8")).languages;
for (const language of options.languages?.split(",") ?? spoken)
  for (const width of options.widths.split(",").map(Number))
    for (const scheme of options.schemes.split(","))
      await take(
        browser,
        server.url + (language === spoken[0] ? "" : `${language}/`),
        width,
        scheme,
        `${language}-${width}-${scheme}`,
      );
await browser.close();
server.close();
