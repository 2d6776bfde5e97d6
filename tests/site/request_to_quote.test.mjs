// The whole job of a quote with the program alone: a request over HTTP to a running store becomes a quote with 7.5 % off,
// valid for 30 days; it is revised, and the changes are printed; what must be refused is refused.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { program, root, serve_site } from "../browser/support/site.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "kontingent-request-to-quote-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const catalogue = path.join(root, "site/catalogue/catalogue.json");
const requests = path.join(folder, "requests.sqlite");
const quotes = path.join(folder, "quotes");

const file_of = (name, content) => {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
const run = (...args) => execFileSync(program, args, { encoding: "utf8", maxBuffer: 64 << 20 });
const steps = (name, ...args) => [...["documents", name, ...args], "--store", quotes, "--catalogue", catalogue, "--language", "en"];
const documents = (name, ...args) => run(...steps(name, ...args));
const refused = (name, ...args) => {
  const { status, stdout, stderr } = spawnSync(program, steps(name, ...args), { encoding: "utf8" });
  assert.equal(status, 1, `${name} ${args}: ${stderr}`);
  assert.equal(stdout, "");
  return stderr;
};
const text_of = (pdf) => execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");

// A visitor's request, answered by a running endpoint; gives its reference.
async function send_request() {
  const server = await serve_site(requests);
  try {
    const body = {
      format: 1,
      kind: "package",
      language: "de",
      contact: { name: "Käthe Groß", email: "kaethe@gross.example", company: "Groß GmbH" },
      message: "So bald wie möglich, bitte.",
      consent: true,
      scenario: { format: 1, usage_minutes: Array(12).fill(720), package: "standard", term_months: 12 },
      quoted: { catalogue: "sample-2026-11", net: 0, vat: 0, gross: 0 },
    };
    const headers = { "Content-Type": "application/json", "Idempotency-Key": "request-to-quote" };
    const answer = await fetch(`${server.url}requests`, { method: "POST", headers, body: JSON.stringify(body) });
    assert.equal(answer.status, 201, await answer.clone().text());
    return (await answer.json()).reference;
  } finally {
    await server.close();
  }
}

test("a request of a running store becomes a quote, is revised, and only what may be accepted is", async () => {
  const reference = await send_request();
  const shown = file_of("request.json", run("requests", "show", "--store", requests, reference));
  const quote = JSON.parse(run("document", "--from-request", shown, "--catalogue", catalogue, "--format", "json"));
  assert.equal(quote.customer.company, "Groß GmbH");
  assert.ok(quote.notes.includes(reference) && quote.notes.includes("So bald wie möglich, bitte."));
  const [draft] = quote.versions;
  assert.deepEqual(draft.content.scenario.usage_minutes, Array(12).fill(720));
  assert.deepEqual(draft.content.alternatives.map(({ package: name, term_months }) => [name, term_months]), [["standard", 12]]);

  // 7.5 % off, valid for 30 days; a limit of 7.49 % refuses it and takes no number.
  delete draft.alternatives;
  draft.content.special_discounts = [{ reason: "Messe", basis_points: 750, on: "base" }];
  draft.content.valid_until = "2027-03-31";
  documents("put", file_of("quote.json", quote));
  const issue = (...args) => ["issue", quote.id, "--by", "kim", "--at", "2027-03-01T09:00:00Z", ...args];
  assert.match(refused(...issue("--limit", "749")), /special discount of 7\.5% is above what may be granted/);
  const [number, digest] = documents(...issue("--limit", "750")).trim().split(/ +/);
  assert.equal(number, "A-2027-0001/1");
  const totals = JSON.parse(documents("show", quote.id, "--format", "json")).versions[0].alternatives[0].totals;
  assert.deepEqual(totals.fixed, { net: 979020, vat: 186014, gross: 1165034 });
  assert.deepEqual(totals.expected, { net: 630000 });
  assert.deepEqual(totals.all, { net: 1609020, vat: 305714, gross: 1914734 });

  // Accepted neither after its last day nor by another digest.
  const accept = (day, what, time = "12:00:00") => ["accept", quote.id, "--by", "kim", "--digest", what, "--on", day, "--name", "Käthe Groß", "--way", "telephone", "--at", `${day}T${time}Z`];
  assert.match(refused(...accept("2027-04-01", digest)), /The quote expired at 2027-03-31T21:59:59\.999Z; issue a new version\./);
  assert.match(refused(...accept("2027-03-10", digest.replace(/^./, (first) => (first === "0" ? "1" : "0")))), /digest/i);

  // Revised to Starter: what changed is the PDF's last page.
  documents("revise", quote.id);
  const next = JSON.parse(documents("show", quote.id, "--format", "json"));
  delete next.versions[1].alternatives;
  Object.assign(next.versions[1].content, { alternatives: [{ package: "starter", term_months: 12 }], valid_until: "2027-04-07" });
  documents("put", file_of("revised.json", next));
  const [second, new_digest] = documents("issue", quote.id, "--by", "kim", "--at", "2027-03-08T09:00:00Z").trim().split(/ +/);
  assert.equal(second, "A-2027-0001/2");
  const pdf = path.join(folder, "quote.pdf");
  writeFileSync(pdf, execFileSync(program, steps("show", quote.id, "--format", "pdf", "--changes-from", "1"), { maxBuffer: 64 << 20 }));
  const printed = text_of(pdf);
  for (const words of ["A-2027-0001/2", "Standard, 12 Monate → Starter, 12 Monate", "815,85 € → 349,65 € (−466,20 €)", "Gültig bis zum 7. April 2027", "Groß GmbH"]) {
    assert.ok(printed.includes(words), words);
  }
  for (const secret of [reference, "So bald wie möglich"]) assert.ok(!printed.includes(secret), secret);

  assert.match(refused(...accept("2027-03-10", digest)), /superseded|digest/); // the first version was superseded
  assert.match(refused(...accept("2027-04-07", new_digest, "22:00:00.000")), /The quote expired at 2027-04-07T21:59:59\.999Z/); // midnight in Berlin
  documents(...accept("2027-04-07", new_digest, "21:59:59.999"));
  const { versions, events } = JSON.parse(documents("show", quote.id, "--format", "json"));
  assert.deepEqual(versions.map(({ state }) => state), ["superseded", "accepted"]);
  assert.deepEqual(events.map(({ what, version }) => `${what} ${version}`), ["issued 1", "superseded 1", "issued 2", "accepted 2"]);
});
