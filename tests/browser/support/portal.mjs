// A page with the portal in it, and all that its console, its content security policy or its network complains of: a
// complaint fails the test that opened the page.
import assert from "node:assert/strict";
import { read_languages } from "../../../languages/languages.mjs";
import { serve_site, texts } from "./site.mjs";
import { launch } from "./browser.mjs";

// Runs in the page before anything else.
function watch() {
  const counted = { animation_frames: 0, drawn_frames: 0, painted_tiles: 0, violations: [] };
  Object.assign(window, { counted });
  const request = window.requestAnimationFrame.bind(window);
  window.animation_frame = request;
  window.requestAnimationFrame = (callback) => {
    counted.animation_frames++;
    return request(callback);
  };
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...parts) {
    const { exports } = new Instance(...parts);
    const frame = (...seen) => (counted.drawn_frames++, exports.frame(...seen));
    return { exports: { ...exports, frame } };
  };
  const { putImageData } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.putImageData = function (...parts) {
    counted.painted_tiles++;
    putImageData.apply(this, parts);
  };
  document.addEventListener("securitypolicyviolation", (event) => counted.violations.push(event.violatedDirective));
}

// Lets the portal load what it does at first without, as a visitor does who scrolls down, and returns to the top.
export async function load_whole(page) {
  const names = read_languages().map(({ tag }) => texts("portal", tag).write_request);
  const write = page.locator("#portal").getByRole("button", { name: new RegExp(`^(${names.join("|")})$`) });
  // Before the portal is there, nothing says that a part of it is missing.
  await page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
  // It may be loading by itself: an outbox that holds something needs it.
  await page.evaluate((names) => {
    const buttons = [...document.querySelectorAll("#portal button")];
    buttons.find(({ textContent }) => names.includes(textContent))?.scrollIntoView({ behavior: "instant" });
  }, names);
  await write.waitFor({ state: "detached" });
  await page.evaluate(() => scrollTo({ top: 0, left: 0, behavior: "instant" }));
}

const worker_note = /^Service Worker registration blocked/;

// Starts browser and server for a file's tests. `open` takes what browser.newContext() takes, and
// `path` (of the page), `before` (page => …, before it loads), `allowed_errors` (a pattern for the console) and
// `uncaught` (a pattern for uncaught errors), `is_whole` (false: without what load_whole() brings). The service worker is blocked unless asked for: with it, a page's second
// visit would bypass page.route().
export async function start(more_flags, start_browser = launch) {
  const [server, browser] = await Promise.all([serve_site(), start_browser(more_flags)]);

  async function open(t, { path = "", before, uncaught, allowed_errors = /^$/, state = "ready", is_whole = state === "ready", ...options } = {}) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
      serviceWorkers: "block",
      ...options,
    });
    context.setDefaultTimeout(patience_milliseconds);
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => {
      const text = message.text();
      const counts = ["error", "warning"].includes(message.type()) && !worker_note.test(text);
      if (counts && !allowed_errors.test(text)) complaints.push(text);
    });
    page.on("pageerror", (error) => uncaught?.test(error.message) || complaints.push(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !url.startsWith("blob:")) complaints.push(`third party: ${url}`);
    });
    await page.addInitScript(watch);
    await before?.(page);
    t.after(async () => {
      const { violations } = page.isClosed() ? { violations: [] } : await page.evaluate(() => window.counted);
      await context.close();
      assert.deepEqual({ complaints, violations }, { complaints: [], violations: [] });
    });
    await page.goto(server.url + path);
    await page.locator(`#portal[data-state=${state}]`).waitFor({ state: "attached" });
    if (is_whole) await load_whole(page);
    return page;
  }

  return {
    open,
    browser,
    url: server.url,
    async stop() {
      await browser.close();
      server.close();
    },
  };
}

// Waits until nothing more is scheduled: for several frames of the browser the portal has asked for none.
export const settle = (page) =>
  page.evaluate(async (patience) => {
    const end = performance.now() + patience;
    for (let calm = 0, before = -1; calm < 3;) {
      if (performance.now() > end) throw new Error("the portal asks for frame after frame");
      await new Promise(window.animation_frame);
      calm = before === window.counted.animation_frames ? calm + 1 : 0;
      before = window.counted.animation_frames;
    }
  }, patience_milliseconds);

// How long a condition may take on a machine that does other work, too. Nothing takes as long where it is idle.
export const patience_milliseconds = 60_000;

// Repeats the check until it passes; when time is up, its last failure is thrown.
export async function eventually(check, milliseconds = patience_milliseconds) {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

// The text with its spaces as a reader sees them.
export const plain = (text) => text.replace(/\s+/g, " ").trim();
