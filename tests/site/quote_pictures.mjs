// Makes the pictures of docs/quotes.md: node tests/site/quote_pictures.mjs docs
//
// The quote is that page's example, issued and revised with the program, in a store that is removed afterwards.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const program = process.env.KONTINGENT ?? root("build/native/kontingent");
const output = process.argv[2];
if (output === undefined) throw new Error("usage: quote_pictures.mjs FOLDER");

const folder = mkdtempSync(path.join(tmpdir(), "kontingent-pictures-"));
const store = path.join(folder, "quotes");
const documents = (...args) =>
  execFileSync(program, ["documents", ...args, "--store", store, "--catalogue", path.join(folder, "catalogue.json")], { maxBuffer: 64 << 20 });

function put(document) {
  const file = path.join(folder, "quote.json");
  writeFileSync(file, JSON.stringify(document));
  documents("put", file);
}

try {
  // The sample catalogue with a letterhead.
  const catalogue = JSON.parse(readFileSync(root("site/catalogue/catalogue.json"), "utf8"));
  catalogue.seller.logo = "logo.png";
  catalogue.seller.legal = ["Managing director: Kim Example", "Berlin, HRB 12345", "IBAN DE02 1203 0000 0000 2020 51"];
  writeFileSync(path.join(folder, "catalogue.json"), JSON.stringify(catalogue));
  writeFileSync(path.join(folder, "logo.png"), readFileSync(root("site/icon.png")));

  const [, example] = readFileSync(root("docs/quotes.md"), "utf8").match(/```json\n([\s\S]*?)```/);
  const quote = JSON.parse(example);
  put(quote);
  documents("issue", quote.id, "--by", "kim", "--at", "2027-03-01T09:00:00Z");
  documents("revise", quote.id);
  const revised = JSON.parse(documents("show", quote.id, "--format", "json"));
  const draft = revised.versions.at(-1);
  delete draft.alternatives;
  draft.content.alternatives = [{ package: "starter", term_months: 12 }];
  draft.content.valid_until = "2027-04-30";
  put(revised);
  documents("issue", quote.id, "--by", "kim", "--at", "2027-03-08T09:00:00Z");

  const pdf = path.join(folder, "quote.pdf");
  writeFileSync(pdf, documents("show", quote.id, "--format", "pdf", "--changes-from", "1"));
  execFileSync("pdftoppm", ["-r", "64", "-png", pdf, path.join(output, "quote-page")]);
} finally {
  rmSync(folder, { recursive: true });
}
