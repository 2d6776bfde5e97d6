// A quote's pages on the screen and printed: the seller's logo, the mark across a draft, white paper in the dark.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { deflateSync, crc32 } from "node:zlib";
import { launch } from "./support/browser.mjs";
import * as desk from "./support/desk.mjs";
import { eventually } from "./support/portal.mjs";
import { serve_folder } from "./support/server.mjs";
import { site } from "./support/site.mjs";
import { after, before } from "./support/test.mjs";

const { de, test } = desk;
const { "draft.mark": mark } = JSON.parse(readFileSync(new URL("../../languages/de/document.json", import.meta.url), "utf8"));
const size = { width: 60, height: 20 }; // of the logos, in their own pixels

// All of it green, which nothing else on a page is.
function png_logo() {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const number = (value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]);
    return Buffer.concat([number(data.length), body, number(crc32(body))]);
  };
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array(size.width).fill([0, 160, 0]).flat())]);
  const head = Buffer.from([0, 0, 0, size.width, 0, 0, 0, size.height, 8, 2, 0, 0, 0]);
  const rows = deflateSync(Buffer.concat(Array(size.height).fill(row)));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}
const svg_logo = () =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="60" height="20" fill="#00a000"/></svg>`);

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

// The site of a seller whose catalogue names this logo.
async function open(t, name, content, options) {
  const catalogue = JSON.parse(readFileSync(path.join(site, "catalogue.json"), "utf8"));
  catalogue.seller.logo = name;
  const server = await serve_folder(site, new Map([["/catalogue.json", JSON.stringify(catalogue)], [`/${name}`, content]]));
  t.after(() => server.close());
  return desk.open_desk(t, browser, `${server.url}desk/`, options);
}

// The first printed page: `at(x, y)` gives its colour, for places as parts of its width and height.
async function printed_page(page) {
  const image = execFileSync("pdftoppm", ["-r", "72", "-l", "1", "-"], { input: await page.pdf({ preferCSSPageSize: true }), maxBuffer: 64 * 2 ** 20 });
  const [head, width, height] = image.toString("latin1", 0, 40).match(/^P6\s(\d+)\s(\d+)\s255\s/);
  const at = (x, y) => [...image.subarray(head.length + 3 * (Math.floor(y * height) * Number(width) + Math.floor(x * width))).subarray(0, 3)];
  return { at, ratio: height / width };
}

const paper_of = (page) => page.locator(".is-at-page").first();
// Its box, as parts of the paper's.
async function place_on(paper, element) {
  const [whole, part] = await Promise.all([paper.boundingBox(), element.boundingBox()]);
  return {
    left: (part.x - whole.x) / whole.width,
    right: (part.x + part.width - whole.x) / whole.width,
    top: (part.y - whole.y) / whole.height,
    bottom: (part.y + part.height - whole.y) / whole.height,
    ratio: part.width / part.height,
  };
}
const is_inside = ({ left, right, top, bottom }) => left >= 0 && top >= 0 && right <= 1 && bottom <= 1;
const is_green = ([red, green, blue]) => green > red + 60 && green > blue + 60;

for (const [name, make] of [["logo.png", png_logo], ["logo.svg", svg_logo]])
  test(`the seller's logo is in the preview and on the printed page: ${name}`, async (t) => {
    const page = await open(t, name, make());
    await desk.draft(page);
    await desk.press(page, de.show_preview);
    const logo = page.getByRole("img", { name: de.logo, exact: true });
    const natural = () => logo.evaluate((image) => image.decode().then(() => [image.naturalWidth, image.naturalHeight]));
    assert.deepEqual(await natural(), [size.width, size.height]);
    const place = await place_on(paper_of(page), logo);
    assert.ok(is_inside(place), JSON.stringify(place));
    assert.ok(Math.abs(place.ratio - size.width / size.height) < 0.05, `${place.ratio}`);
    const middle = [(place.left + place.right) / 2, (place.top + place.bottom) / 2];
    const { at } = await printed_page(page);
    assert.ok(is_green(at(...middle)), `${at(...middle)}`);
    assert.ok(!is_green(at(place.right + 0.02, middle[1])));

    // Issued, it comes from what the quote holds.
    await desk.issue(page);
    await page.getByRole("button", { name: de.download_pdf }).waitFor();
    assert.deepEqual(await natural(), [size.width, size.height]);
    const [{ value }] = await desk.stored(page, page.url().replace(/desk\/$/, ""), "quote/");
    assert.equal(JSON.parse(value).versions[0].snapshot.logo, make().toString("base64"));
    assert.ok((await logo.getAttribute("src")).endsWith(make().toString("base64")));
  });

for (const colorScheme of ["light", "dark"])
  test(`the mark runs across a draft, on white paper: ${colorScheme}`, async (t) => {
    const page = await open(t, "logo.svg", svg_logo(), { colorScheme });
    await desk.draft(page);
    await desk.press(page, de.show_preview);
    const paper = paper_of(page);
    const drawn = page.getByRole("img", { name: mark, exact: true }).first();
    const place = await place_on(paper, drawn);
    assert.ok(is_inside(place), JSON.stringify(place));
    assert.ok(place.bottom - place.top > 0.5 && place.right - place.left > 0.5, JSON.stringify(place));
    const middle = (place.left + place.right) / 2;
    assert.ok(Math.abs(middle - 0.5) < 0.05, `${middle}`);
    const colours = await paper.evaluate((element) => {
      const colour_of = (part, name) => getComputedStyle(part)[name];
      return { ground: colour_of(element.firstElementChild, "backgroundColor"), text: colour_of(element.querySelector(".portal-text"), "color") };
    });
    assert.equal(colours.ground, "rgb(255, 255, 255)");
    assert.match(colours.text, /^rgb\((21, 26, 34|86, 96, 114)\)$/);

    // On paper, too: more than nothing of it, on the diagonal.
    const { at } = await printed_page(page);
    const tinted = [...Array(200).keys()].filter((step) => {
      const [red, green] = at(0.2 + (0.6 * step) / 200, 0.8 - (0.6 * step) / 200);
      return red > green + 8;
    });
    assert.ok(tinted.length > 20, `${tinted.length}`);
    assert.ok(at(0.5, 0.01).every((part) => part > 250));
  });

test("names of any language are in the page's own typeface", async (t) => {
  const page = await open(t, "logo.svg", svg_logo());
  const missing = await page.evaluate(async () => {
    const pen = document.createElement("canvas").getContext("2d");
    const width = (font, letter) => ((pen.font = font), pen.measureText(letter).width);
    const missing = [];
    for (const weight of [400, 600])
      for (const letter of "äöüßÄÖÜéèçœŒłŁżźćąęńśĆŻÅåØøñõčřšžőűğİ€–„“") {
        await document.fonts.load(`${weight} 100px Inter`, letter);
        // Where the typeface lacks a letter, the next family has it, and these differ.
        if (width(`${weight} 100px Inter, monospace`, letter) !== width(`${weight} 100px Inter, serif`, letter)) missing.push(`${weight} ${letter}`);
      }
    return missing;
  });
  assert.deepEqual(missing, []);
});

test("a press of the mouse on a card opens its quote, unless its text is being selected", async (t) => {
  const page = await open(t, "logo.svg", svg_logo(), { viewport: { width: 390, height: 844 } });
  await desk.press(page, de.add_samples);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /Beispiel GmbH/ }) }).first();
  const title = card.getByText(/Beispiel GmbH/).first();
  await title.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await title.boundingBox();
  await page.mouse.move(x + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width - 1, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await eventually(async () => assert.ok((await page.evaluate(() => getSelection().toString())).length > 3));
  assert.ok(await title.isVisible());
  await page.evaluate(() => getSelection().removeAllRanges());
  await title.click();
  await page.getByRole("textbox", { name: de.customer_company, exact: true }).waitFor();
});
