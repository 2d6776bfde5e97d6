// A visit to the site in each engine. What Playwright drives is a page of its own; WebKitGTK has one page a session, with
// the part of that interface which a visit needs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { engine, launch } from "../../browser/support/browser.mjs";
import { line_to } from "../../browser/support/line.mjs";
import { patience_milliseconds } from "../../browser/support/portal.mjs";
import { program, serve_site } from "../../browser/support/site.mjs";
import { start_webkit } from "./webkit.mjs";

async function new_page() {
  if (engine === "webkit") return start_webkit(patience_milliseconds);
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(patience_milliseconds);
  const page = await context.newPage();
  // Along these points of the window with the button down.
  page.drag = async ([[x, y], ...further]) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const [x, y] of further) await page.mouse.move(x, y);
    await page.mouse.up();
  };
  return { page, close: () => browser.close() };
}

// The German page, ready, at 1,280 × 900 CSS pixels; a cut `line` takes the network away. `arrived()`: the messages in
// the endpoint's store.
export async function visit(t) {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-visit-"));
  const store = path.join(folder, "requests.sqlite");
  const server = await serve_site(store);
  const line = await line_to(server.url);
  const { page, close } = await new_page();
  t.after(async () => {
    await close();
    await line.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(line.url);
  await is_ready(page);
  return {
    page,
    line,
    arrived: () =>
      JSON.parse(execFileSync(program, ["requests", "export", "--format", "json", "--store", store])).map(({ request }) => request.message),
  };
}

export const is_ready = (page) => page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
