// A copy of the assembled site that a test may change or take offline, on a server of its own and below any path; and
// pages that open it with its service worker.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { program, root, site } from "./site.mjs";
import { eventually, patience_milliseconds } from "./portal.mjs";
import { serve_folder } from "./server.mjs";

// Returns { url, folder, overrides, pages(...arguments), update(catalogue file), stop() }.
export async function live_site(t, base = "/") {
  const work = mkdtempSync(path.join(tmpdir(), "kontingent-live-"));
  const folder = path.join(work, "site");
  // A link, changed by a rename: a file is the old one or the new one, never missing.
  let deployments = 0;
  const deploy = (fill) => {
    const next = path.join(work, `site-${++deployments}`);
    fill(next);
    symlinkSync(next, `${folder}.next`);
    renameSync(`${folder}.next`, folder);
  };
  deploy((next) => cpSync(site, next, { recursive: true }));
  const overrides = new Map();
  const server = await serve_folder(folder, overrides, base);
  t.after(() => {
    server.close();
    rmSync(work, { recursive: true, force: true });
  });
  return {
    url: server.url,
    folder,
    overrides,
    pages: (...more) => execFileSync(program, ["pages", "--site", folder, ...more]),
    update(catalogue) {
      const assemble = [path.join(root, "site/assemble.mjs"), "--program", program, "--catalogue", catalogue];
      deploy((next) => execFileSync(process.execPath, [...assemble, "--out", next]));
    },
    stop: () => server.close(),
  };
}

// Opens a page of the site and waits until its portal is ready. Errors in it fail the test.
export async function open_page(t, browser, url, { before, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(patience_milliseconds);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && /Content Security/.test(message.text()) && errors.push(message.text()));
  t.after(async () => {
    await context.close();
    assert.deepEqual(errors, []);
  });
  await before?.(page);
  await page.goto(url);
  await ready(page);
  return page;
}

export const ready = (page) => page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });

// What is known of a page's service worker, for the message of a test that waits for it.
export const worker_states = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const states = ["installing", "waiting", "active"].map((which) => `${which} ${registration?.[which]?.state}`);
    return `${document.readyState}, ${registration ? `${registration.scope} ${states.join(", ")}` : "no registration"}`;
  });

// Waits until the service worker has cached everything, in all languages, and controls this page.
export const fully_cached = (page) =>
  eventually(async () => {
    const missing = await page.evaluate(async () => {
      if (!navigator.serviceWorker.controller) return "a worker that controls the page";
      for (const { href } of document.querySelectorAll(".languages a")) if (!(await caches.match(href))) return href;
    });
    assert.equal(missing, undefined, missing && `${missing} is missing: ${await worker_states(page)}`);
  });

export const cache_names = (page) => page.evaluate(() => caches.keys());

// The caches as [{ name, urls }], urls relative to the site. Not while an update may delete one: to open it then would
// create it anew.
export const cached = (page) =>
  page.evaluate(async () => {
    const { scope } = await navigator.serviceWorker.ready;
    const urls_in = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url.replace(scope, "")).sort();
    return Promise.all((await caches.keys()).map(async (name) => ({ name, urls: await urls_in(name) })));
  });
