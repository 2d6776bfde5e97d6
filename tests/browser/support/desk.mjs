// Pages with the desk. Each person has a browser profile of their own: what is stored in one is not in another.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { name_of } from "../../../wasm/desk/store.mjs";
import { downloaded, launch } from "./browser.mjs";
import { eventually, patience_milliseconds, plain } from "./portal.mjs";
import { serve_folder } from "./server.mjs";
import { site, texts } from "./site.mjs";
import { after, before } from "./test.mjs";

export { downloaded } from "./browser.mjs";
export { test } from "./test.mjs";

// Browser and server for a file's tests: `open(t, options)` as open_desk() takes them.
export function start_desks(start_browser = launch) {
  const desks = {};
  before(async () => {
    const [browser, server] = await Promise.all([start_browser(), serve_folder(site)]);
    Object.assign(desks, { browser, url: server.url, close: () => server.close() });
  });
  after(async () => {
    await desks.browser?.close();
    desks.close?.();
  });
  return Object.assign(desks, { open: (t, options) => open_desk(t, desks.browser, `${desks.url}desk/`, options) });
}

// A server that ends while the page's service worker is being fetched.
const ended_early = /unknown error occurred when fetching the script/;

// Opens the desk's page at an address and waits until it is ready. What its console, its content security policy or an
// uncaught error complains of fails the test, but for `allowed`.
export async function open_desk(t, browser, url, { context, allowed = /^$/, before, ...options } = {}) {
  const profile = context ?? (await new_profile(t, browser, options));
  const page = await profile.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  t.after(() => assert.deepEqual(complaints.filter((text) => !allowed.test(text) && !ended_early.test(text)), []));
  await before?.(page);
  await page.goto(url);
  await desk_ready(page);
  return page;
}

export async function new_profile(t, browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", acceptDownloads: true, ...options });
  context.setDefaultTimeout(patience_milliseconds);
  t.after(() => context.close());
  return context;
}

export const desk_ready = (page) => page.locator("#desk[data-state=ready]").waitFor({ state: "attached" });

export const de = texts("desk", "de");

// As `kontingent requests show` prints it: 12 hours a month, Standard for a year.
export const sample_request = (company = "Groß GmbH") =>
  JSON.stringify({
    reference: "K-7QF3",
    received_at: "2026-11-14T09:30:00Z",
    request: {
      format: 1,
      kind: "package",
      language: "de",
      contact: { name: "Käthe Groß", company, email: "kaethe@gross.example" },
      message: "So bald wie möglich, bitte.",
      consent: true,
      scenario: { format: 1, usage_minutes: Array(12).fill(720), package: "standard", term_months: 12 },
    },
  });

// The navigation has names that are elsewhere, too.
export const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();
export const type = (page, name, text) => page.getByRole("textbox", { name, exact: true }).fill(text);
// What was pressed or typed is in the page's words two frames later; before, they still speak of the state before.
export const saved = async (page) => {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await says(page, de.saved);
};
// What the desk shows or reads out somewhere.
export const says = (page, words) => eventually(async () => assert.ok(plain(await page.locator("#desk").innerText()).includes(plain(words)), words));

// A draft from the request, stored.
export async function draft(page, company) {
  await press(page, de.go_start);
  await type(page, de.paste_caption, sample_request(company));
  await press(page, de.take_pasted);
  await page.getByRole("button", { name: de.add_discount }).waitFor();
  await saved(page);
}

// A special discount on the monthly price.
export async function discount(page, percent) {
  await press(page, de.add_discount);
  await type(page, de.percentage, percent);
  await saved(page);
}

// Issues the draft; prefix and name are asked for once.
export async function issue(page, prefix = "A") {
  await press(page, de.issue);
  await page.getByRole("button", { name: de.issue_now, exact: true }).waitFor();
  for (const [name, answer] of [[de.prefix, prefix], [de.owner, "Ida Verkauf"]]) {
    const asked = page.getByRole("textbox", { name, exact: true });
    if (await asked.count()) await asked.fill(answer);
  }
  await press(page, de.issue_now);
}

export const is_issued = (page, number) => says(page, de.said_issued.replace("{number}", number));

// Opens what the list has under this name; the row's texts lie over its button. Where the list has just been asked for, it
// takes the focus a moment later, and with it the key.
export const open_quote = (page, name) =>
  eventually(async () => {
    const row = page.getByRole("button", { name });
    if (await row.count()) await row.press("Enter", { timeout: 2000 });
    await row.waitFor({ state: "detached", timeout: 2000 });
  });

// Chooses a file where the desk asks for one.
export async function choose_file(page, button, file) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, button)]);
  await chooser.setFiles(file);
}

// The words of a PDF, as a person reads them.
export function words_of(t, { name, content }) {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-desk-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return plain(execFileSync("pdftotext", ["-layout", file, "-"]).toString());
}

// A copy of everything.
export const copy_of_all = (page) => downloaded(page, () => press(page, de.export_all));

// What the store of the desk holds of this key's beginning: [{ key, revision, value }].
export const stored = (page, root, beginning = "") =>
  page.evaluate(
    ([name, beginning]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const asked = opening.result.transaction("records").objectStore("records").getAll();
          asked.onsuccess = () => (opening.result.close(), resolve(asked.result.filter(({ key, value }) => key.startsWith(beginning) && value !== undefined)));
          asked.onerror = () => reject(asked.error);
        };
        opening.onerror = () => reject(opening.error);
      }),
    [name_of(root), beginning],
  );
