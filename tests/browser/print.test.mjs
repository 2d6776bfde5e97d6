// On paper: the portal's answer in reading order, with charts as pictures, on pages that are full and begin nothing they
// do not go on with.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "./support/test.mjs";
import { eventually, plain, settle, start } from "./support/portal.mjs";
import { texts } from "./support/site.mjs";

const de = texts("portal", "de");
const words = texts("page", "de");
const folder = mkdtempSync(path.join(tmpdir(), "kontingent-print-"));
let portal;
before(async () => (portal = await start()));
after(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

// The text of each page.
async function pages_of(page) {
  const file = path.join(folder, "portal.pdf");
  await page.pdf({ path: file, format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  return text.split("\f").slice(0, -1);
}

for (const [width, colorScheme] of [
  [1440, "light"],
  [390, "dark"],
])
  test(`the answer is printed whole: from a window of ${width} px, ${colorScheme}`, async (t) => {
    const page = await portal.open(t, { viewport: { width, height: 900 }, colorScheme });
    const reason = plain(await page.getByRole("list", { name: de.because }).getByRole("listitem").first().textContent());
    const pages = await pages_of(page);
    const all = plain(pages.join(" "));
    let from = 0;
    for (const wanted of [de.needs_title, de.answer_title, reason, de.compare_title, de.months_caption, de.break_even_title, words["levels.title"]]) {
      const at = all.indexOf(plain(wanted), from);
      assert.ok(at >= 0, `“${wanted}” is not on paper, or not in its place`);
      from = at;
    }
    assert.ok(!all.includes(de.send_now) && !all.includes(de.check_request), "a form is on paper");
    for (const [number, text] of pages.entries()) assert.ok(plain(text).length > 200 || number === pages.length - 1, `page ${number + 1} has “${plain(text)}”`);
    // A heading at the end of a page would head nothing.
    const headings = new Set([de.needs_title, de.answer_title, de.compare_heading, de.break_even_title, de.outlook_title].map(plain));
    for (const text of pages) assert.ok(!headings.has(plain(text.trim().split("\n").at(-1))), text.slice(-200));
  });

test("charts are pictures on paper, in light colours, and the screen is as before afterwards", async (t) => {
  const page = await portal.open(t, { colorScheme: "dark" });
  await settle(page);
  const before = await page.screenshot();
  const pictures = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    return [...document.querySelectorAll(".portal-image")].map((image) => {
      const canvas = image.querySelector("canvas.portal-picture");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const painted = data.filter((value, index) => index % 4 === 3 && value > 0).length;
      return { painted, width: canvas.width, height: canvas.height };
    });
  });
  assert.ok(pictures.length >= 4);
  for (const { painted, width, height } of pictures) assert.ok(painted > 100, `${painted} pixels of ${width} × ${height}`);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await eventually(async () => {
    assert.equal(await page.locator(".portal-picture").count(), 0);
    assert.deepEqual(await page.screenshot(), before);
  });
});

test("until printing ends, nothing brings the screen's layout back", async (t) => {
  const page = await portal.open(t);
  const rows = () => page.getByRole("row").count();
  const on_screen = await rows();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const on_paper = await rows();
  assert.ok(on_paper > on_screen, `${on_paper} rows on paper`);
  await page.evaluate(async () => {
    dispatchEvent(new Event("resize")); // what browsers tell while their dialog is open
    for (let frame = 0; frame < 5; ++frame) await new Promise(requestAnimationFrame);
  });
  assert.equal(await rows(), on_paper);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await eventually(async () => assert.equal(await rows(), on_screen));
});
