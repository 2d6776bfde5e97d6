// Every screen, reached as a person reaches it: a walk calls `at(name, region)` on each, with the name of the region in
// which it differs from the one before, if it is not the whole page. Written once for the rule engines, the accessibility
// trees and the boxes; the page is one that portal.mjs or desk.mjs opens.
import { readFileSync } from "node:fs";
import path from "node:path";
import * as desk from "./desk.mjs";
import { eventually, load_whole, settle } from "./portal.mjs";
import { root } from "./site.mjs";

// A person's clock stands still here, so that months and dates are always the same.
export const now = new Date("2026-03-10T09:00:00Z");

const sample_export = readFileSync(path.join(root, "tests/core/exports/clockify.csv"), "utf8");

// A region of the desk, or a section of the portal by its heading.
export const part_of = (page, name) =>
  page.getByRole("region", { name, exact: true }).or(page.locator("#portal section").filter({ has: page.getByRole("heading", { name, exact: true }) }));

const is_there = (locator) => locator.first().waitFor({ state: "attached" });

// `words`: texts("portal", language). The page is the portal's, ready.
export async function walk_portal(page, words, at) {
  const radio = async (name) => {
    const choice = page.getByRole("radio", { name, exact: true });
    await choice.click();
    await eventually(async () => (await choice.isChecked()) || Promise.reject(new Error(`not chosen: ${name}`)));
    await settle(page); // the browser checks it at once; what follows from it, as the order of the offers, is a frame later
  };
  const button = (name) => page.getByRole("button", { name });
  await load_whole(page);
  await at("start");
  await radio(words.certainty_quarter);
  await is_there(page.getByRole("table", { name: words.outlook_caption.split("{period}")[0].trim() }));
  await at("uncertain hours", words.outlook_title);
  await radio(words.certainty_exact);
  await radio(words.way_by_month);
  await at("months", words.needs_title);
  await page.getByRole("textbox").first().fill("viel");
  await page.locator("#portal [aria-invalid=true]").first().waitFor();
  await at("a field with an error", words.needs_title);
  await radio(words.way_incidents);
  await at("incidents", words.needs_title);
  await radio(words.way_average);
  await page.getByRole("list", { name: words.compare_title }).getByRole("button").first().press("Enter");
  await is_there(page.getByRole("table", { name: words.months_caption }));
  await at("an offer, opened", words.compare_heading);
  await page.getByRole("list", { name: words.compare_title }).getByRole("button").first().press("Space");
  await button(words.requirements_none).press("Enter");
  await is_there(page.getByRole("radio", { name: words.required_any }));
  await at("requirements", words.needs_title);
  await button(words.requirements_none).press("Enter");
  await radio(words.way_history);
  await at("past hours", words.needs_title);
  await button(words.history_paste).press("Enter");
  const field = page.getByRole("textbox", { name: words.history_paste_field });
  await field.waitFor();
  await at("an export is pasted", words.needs_title);
  await field.fill(sample_export);
  await page.getByRole("button", { name: words.history_read, exact: true }).press("Enter");
  await is_there(page.getByRole("table", { name: words.history_months }));
  await at("an export, read", words.needs_title);
  await radio(words.way_average);
  await walk_request(page, words, at);
}

async function walk_request(page, words, at) {
  const form = page.getByRole("form", { name: words.request_title });
  const check = page.getByRole("button", { name: words.check_request });
  await form.getByRole("radio", { name: words.kind_question, exact: true }).click();
  await check.press("Enter");
  await form.locator("[aria-invalid=true]").first().waitFor();
  await at("a request with errors", words.request_title);
  await form.getByRole("textbox", { name: words.field_name }).fill("Ada Lovelace");
  await form.getByRole("textbox", { name: words.field_email }).fill("ada@example.org");
  await form.getByRole("textbox", { name: words.field_message }).fill("Was kostet das?");
  await form.getByRole("checkbox").press("Space");
  await check.press("Enter");
  await page.getByRole("button", { name: words.send_now }).waitFor();
  await at("a request to be checked", words.request_title);
  await page.getByRole("button", { name: words.send_now }).press("Enter");
  await page.getByRole("button", { name: words.dismiss }).waitFor();
  await at("a request, sent", words.request_title);
}

// `words`: texts("desk", language). The page is the desk's, ready and empty.
export async function walk_desk(page, words, at) {
  const press = (name) => desk.press(page, name);
  await at("an empty desk");
  await press(words.go_settings);
  await desk.type(page, words.prefix, "A");
  await desk.type(page, words.owner, "Ida Verkauf");
  await press(words.add_template);
  await at("settings");
  await press(words.save_settings);
  await desk.says(page, words.said_settings);
  await press(words.go_start);
  await page.getByRole("textbox", { name: words.paste_caption, exact: true }).waitFor();
  await at("a new quote");
  await desk.type(page, words.paste_caption, desk.sample_request());
  await press(words.take_pasted);
  await press(words.add_discount);
  await desk.type(page, words.percentage, "viel");
  await page.locator("#desk [aria-invalid=true]").first().waitFor();
  await at("a draft with an error");
  await desk.type(page, words.percentage, "7,5");
  await desk.saved(page);
  await press(words.show_preview);
  await page.getByRole("region", { name: words.preview }).waitFor({ state: "attached" });
  await at("a draft with its preview");
  await press(words.issue);
  await page.getByRole("button", { name: words.issue_now, exact: true }).waitFor();
  await at("a draft before it is issued");
  await press(words.issue_now);
  await page.getByRole("button", { name: words.accept, exact: true }).waitFor();
  await at("an issued quote");
  await press(words.accept);
  await page.getByRole("button", { name: words.record_acceptance }).waitFor();
  await at("an acceptance");
  await press(words.go_list);
  await page.getByRole("button", { name: /Groß GmbH/ }).first().waitFor();
  await at("the list");
}
