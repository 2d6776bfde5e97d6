// A visit to the site in each engine. What Playwright drives is a page of its own; WebKitGTK has one page a session, with
// the part of that interface which a visit needs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { engine, launch_whole } from "../../browser/support/browser.mjs";
import { line_to } from "../../browser/support/line.mjs";
import { patience_milliseconds, plain } from "../../browser/support/portal.mjs";
import { program, serve_site } from "../../browser/support/site.mjs";
import { start_webkit } from "./webkit.mjs";

// Each visit has a profile of its own in the file's one browser.
let launched;
after(async () => (await launched)?.close());

async function new_page(viewport, deviceScaleFactor) {
  if (engine === "webkit") return start_webkit(patience_milliseconds);
  const browser = await (launched ??= launch_whole());
  const context = await browser.newContext({ viewport, deviceScaleFactor, reducedMotion: "reduce" });
  context.setDefaultTimeout(patience_milliseconds);
  const page = await context.newPage();
  // Along these points of the window with the button down.
  page.drag = async ([[x, y], ...further]) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const [x, y] of further) await page.mouse.move(x, y);
    await page.mouse.up();
  };
  return { page, close: () => context.close() };
}

// What is on paper, as a person reads it. WebKitGTK's driver cannot print: there it is what the page has prepared.
async function paper_of(page, folder) {
  if (engine === "webkit") {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const prepared = await page.locator("#portal").evaluate((portal) => portal.innerText);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    return plain(prepared);
  }
  const file = path.join(folder, "paper.pdf");
  await page.pdf({ path: file, format: "A4" });
  return plain(execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }));
}

// The German page, ready, in a window of `width` × 900 CSS pixels; a cut `line` takes the network away. `arrived()`: the
// messages in the endpoint's store; `paper()`: what is printed.
export async function visit(t, { width = 1280, density = 1 } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-visit-"));
  const store = path.join(folder, "requests.sqlite");
  const server = await serve_site(store);
  const line = await line_to(server.url);
  const { page, close } = await new_page({ width, height: 900 }, density);
  t.after(async () => {
    await close();
    await line.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(line.url);
  await is_ready(page);
  return {
    page,
    line,
    paper: () => paper_of(page, folder),
    arrived: () =>
      JSON.parse(execFileSync(program, ["requests", "export", "--format", "json", "--store", store])).map(({ request }) => request.message),
  };
}

export const is_ready = (page) => page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
