// Pages that have the desk's records and nothing else of it: the modules of wasm/desk, as they are.
import path from "node:path";
import { launch } from "./browser.mjs";
import { patience_milliseconds } from "./portal.mjs";
import { serve_folder } from "./server.mjs";
import { root } from "./site.mjs";

// Starts browser and server for a file's tests. `person()` is a browser profile of its own; its `tab(before)` a page with
// `window.store_modules`, and with `window.said`, what the records of the tab said in their order.
export async function start_stores() {
  const server = await serve_folder(path.join(root, "wasm"), new Map([["/index.html", "<!doctype html><title>Records</title>"]]));
  const browser = await launch();

  async function person(t) {
    const context = await browser.newContext();
    context.setDefaultTimeout(patience_milliseconds);
    t.after(() => context.close());
    async function tab(before) {
      const page = await context.newPage();
      if (before) await page.addInitScript(before);
      await page.goto(server.url);
      await page.evaluate(async () => {
        window.store_modules = { ...(await import("/desk/store.mjs")), ...(await import("/desk/records.mjs")) };
        window.said = [];
      });
      return page;
    }
    return { context, tab };
  }

  return {
    person,
    url: server.url,
    async stop() {
      await browser.close();
      server.close();
    },
  };
}

export const database = "kontingent-desk:test";

// What a tab's own store answers; `options` as record_store() takes them.
export const write = (page, step, options) =>
  page.evaluate(
    async ([name, step, options]) => {
      window.store ??= window.store_modules.record_store(name, { ...options, tell: (state) => window.said.push(state) });
      return window.store.write(typeof step === "string" ? step : JSON.stringify(step));
    },
    [database, step, options],
  );

export const read = (page, ...how) =>
  page.evaluate(
    async ([name, how]) => {
      window.store ??= window.store_modules.record_store(name, { tell: (state) => window.said.push(state) });
      return window.store.read(...how);
    },
    [database, how],
  );

// A step that puts these values, by their keys, over these revisions.
export const put = (values, expect = {}) => ({
  expect: Object.fromEntries(Object.keys(values).map((key) => [key, expect[key] ?? 0])),
  put: Object.entries(values).map(([key, value]) => ({ key, value })),
});

// Starts records over the store, whose news then are in `window.said`.
export const start_records = (page) =>
  page.evaluate(async () => {
    const note = (what) => (...news) => window.said.push([what, ...structuredClone(news)]);
    window.records = window.store_modules.make_records("test", { records: note("records"), written: note("written"), storage: note("storage") });
    await window.records.start();
  });

export const write_records = (page, step, content) => page.evaluate(([step, json]) => window.records.write(step, json), [step, JSON.stringify(content)]);
export const said = (page, what) => page.evaluate((what) => window.said.filter(([kind]) => kind === what).map(([, ...news]) => news), what);
