// Sends a request in the German portal and reads its state.
import assert from "node:assert/strict";
import { eventually, load_whole, plain } from "./portal.mjs";
import { texts } from "./site.mjs";

const de = texts("portal", "de");
const sent_words = new RegExp(`${de.delivery_sent.replace("{reference}", "(\\S+)")} ?${de.dismiss}`);

// Sends a question, or the kind of request with the text `kind`, and waits until it is listed, as the first: what is read
// of the list afterwards is of this request, not of an earlier one.
export async function send(page, message, { kind = de.kind_question, email = "ada@example.org" } = {}) {
  await load_whole(page);
  const form = page.getByRole("form", { name: de.request_title });
  await form.getByRole("radio", { name: kind, exact: true }).click();
  await form.getByRole("textbox", { name: de.field_name }).fill("Ada Lovelace");
  await form.getByRole("textbox", { name: de.field_email }).fill(email);
  await form.getByRole("textbox", { name: de.field_message }).fill(message);
  await form.getByRole("checkbox").click();
  await page.getByRole("button", { name: de.check_request }).click();
  const listed = await entries(page).count();
  await page.getByRole("button", { name: de.send_now }).click();
  await eventually(async () => assert.equal(await entries(page).count(), listed + 1, "the request is not listed"));
}

export const entries = (page) => page.getByRole("list", { name: de.outbox_title }).getByRole("listitem");

export const shows = (page, words, milliseconds) =>
  eventually(async () => assert.ok(plain(await entries(page).first().textContent({ timeout: 1000 })).includes(plain(words)), words), milliseconds);

// The reference of the newest request, once it is confirmed.
export async function reference_in(page, milliseconds) {
  let found;
  await eventually(async () => {
    found = plain(await entries(page).first().textContent({ timeout: 1000 })).match(sent_words);
    assert.ok(found, "the request is not confirmed");
  }, milliseconds);
  return found[1];
}
