// Pages with the desk. Each person has a browser profile of their own: what is stored in one is not in another.
import assert from "node:assert/strict";
import { patience_milliseconds } from "./portal.mjs";

// Opens the desk's page at an address and waits until it is ready. What its console, its content security policy or an
// uncaught error complains of fails the test, but for `allowed`.
export async function open_desk(t, browser, url, { context, allowed = /^$/, before, ...options } = {}) {
  const profile = context ?? (await new_profile(t, browser, options));
  const page = await profile.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  t.after(() => assert.deepEqual(complaints.filter((text) => !allowed.test(text)), []));
  await before?.(page);
  await page.goto(url);
  await desk_ready(page);
  return page;
}

export async function new_profile(t, browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(patience_milliseconds);
  t.after(() => context.close());
  return context;
}

export const desk_ready = (page) => page.locator("#desk[data-state=ready]").waitFor({ state: "attached" });
