// Pictures of the desk's screens for people to look at:
//   node tests/browser/desk_pictures.mjs FOLDER [--widths 390,820,1440] [--schemes light,dark] [--languages de,en]
//   node tests/browser/desk_pictures.mjs docs --guide      # the three of docs/desk.md
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./support/browser.mjs";
import * as desk from "./support/desk.mjs";
import { serve_folder } from "./support/server.mjs";
import { site, texts as texts_of } from "./support/site.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    widths: { type: "string", default: "390,820,1440" },
    schemes: { type: "string", default: "light,dark" },
    languages: { type: "string", default: "de,en" },
    guide: { type: "boolean", default: false },
  },
});
const folder = positionals[0] ?? "build/desk-pictures";
const heights = { 390: 844, 820: 1180 };
const guide_screen = { width: 1200, height: 820 };

// As settings, from the empty desk to an issued quote; `take(name)` takes the picture of where it is.
async function visit(page, texts, percent, take) {
  const press = (name) => desk.press(page, name);
  await take("empty");
  await press(texts.go_settings);
  await desk.type(page, texts.prefix, "A");
  await desk.type(page, texts.owner, "Ida Verkauf");
  await desk.type(page, texts.discount_max, "10");
  await press(texts.add_template);
  await take("settings");
  await press(texts.save_settings);
  await desk.says(page, texts.said_settings);
  await press(texts.go_list);
  await press(texts.add_samples);
  await page.getByText("Beispiel GmbH").first().waitFor();
  await press(texts.go_start);
  await desk.type(page, texts.paste_caption, desk.sample_request());
  await take("start");
  await press(texts.take_pasted);
  await press(texts.add_discount);
  await desk.type(page, texts.percentage, percent);
  await press(texts.add_alternative);
  await page.getByRole("textbox", { name: texts.customer_city, exact: true }).fill("Ulm");
  await desk.says(page, texts.saved);
  await take("editor");
  await press(texts.show_preview);
  await page.getByRole("region", { name: texts.preview }).waitFor({ state: "attached" });
  await take("preview");
  await press(texts.issue);
  await press(texts.issue_now);
  await page.getByRole("button", { name: texts.accept, exact: true }).click();
  await take("quote");
  const enlarge = page.getByRole("button", { name: texts.enlarge_pages, exact: true });
  if (await enlarge.count()) {
    await enlarge.click();
    await take("enlarged");
  }
  await press(texts.go_list);
  await take("list");
}

// The whole page in a window as tall, so that all of it is painted; for the guide the first screen.
async function picture(page, file, { width, height }) {
  await page.waitForTimeout(300);
  if (options.guide) await page.evaluate(() => scrollTo(0, 0));
  else await page.setViewportSize({ width, height: Math.max(height, await page.evaluate(() => document.documentElement.scrollHeight)) });
  await page.waitForTimeout(300);
  await page.screenshot({ path: file });
  await page.setViewportSize({ width, height });
}

mkdirSync(folder, { recursive: true });
const catalogue = JSON.parse(readFileSync(path.join(site, "catalogue.json"), "utf8"));
catalogue.seller.logo = "logo.png";
const logo = readFileSync(new URL("../../site/icon.png", import.meta.url));
const server = await serve_folder(site, new Map([["/catalogue.json", JSON.stringify(catalogue)], ["/logo.png", logo]]));
const browser = await launch();
const of_guide = { editor: "desk-editor", quote: "desk-quote", list: "desk-list" };
for (const language of options.guide ? ["en"] : options.languages.split(","))
  for (const width of options.guide ? [guide_screen.width] : options.widths.split(",").map(Number))
    for (const colorScheme of options.guide ? ["light"] : options.schemes.split(",")) {
      const viewport = { width, height: options.guide ? guide_screen.height : (heights[width] ?? 900) };
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      page.on("pageerror", (error) => console.error(`${language} ${width} ${colorScheme}: ${error.message}`));
      await page.goto(`${server.url}desk/${language === catalogue.languages[0] ? "" : `${language}/`}`);
      await desk.desk_ready(page);
      await visit(page, texts_of("desk", language), language === "en" ? "7.5" : "7,5", async (name) => {
        const file = options.guide ? of_guide[name] : `${language}-${width}-${colorScheme}-${name}`;
        if (file) await picture(page, path.join(folder, `${file}.png`), viewport);
      });
      await context.close();
    }
await browser.close();
server.close();
