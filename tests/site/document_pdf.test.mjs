// Quotes as PDF: valid, with all that the document says, in every language, long and hostile, and with the same bytes from
// the program and from WebAssembly.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const program = process.env.KONTINGENT ?? root("build/native/kontingent");
const module_of_wasm = process.env.KONTINGENT_PDF_OF ?? root("build/wasm/tests/documents/pdf_of.cjs");
const folder = mkdtempSync(path.join(tmpdir(), "kontingent-pdf-"));
after(() => rmSync(folder, { recursive: true }));

// The sample catalogue in every language there is; what it lacks is in its last language.
const languages = readdirSync(root("languages")).filter((name) => existsSync(root(`languages/${name}/language.json`)));
function in_all_languages(value, spoken) {
  if (typeof value !== "object" || value === null) return value;
  if (spoken.every((language) => typeof value[language] === "string")) {
    return Object.fromEntries(languages.map((language) => [language, value[language] ?? value[spoken.at(-1)]]));
  }
  const entries = Object.entries(value).map(([key, part]) => [key, in_all_languages(part, spoken)]);
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}
const sample = JSON.parse(readFileSync(root("site/catalogue/catalogue.json"), "utf8"));
const catalogue = path.join(folder, "catalogue.json");
writeFileSync(catalogue, JSON.stringify({ ...in_all_languages(sample, sample.languages), languages }));

const run = (command, args, options = {}) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 64 << 20, ...options });
const kontingent = (...args) => run(program, [...args, "--catalogue", catalogue, "--language", "en"]);

function file_of(name, content) {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return file;
}

const document_of = (language, content = {}, customer = {}) => ({
  format: 1,
  id: "printed",
  customer: { name: "Ada Ä. Example", company: "Example & Söhne", street: "Weg 1", postcode: "12345", city: "Köln", vat_id: "DE1", ...customer },
  versions: [
    {
      content: {
        language,
        introduction: "First paragraph.\nSecond paragraph.",
        closing: "Good-bye.",
        payment_terms: "14 days",
        scenario: { format: 1, usage_minutes: Array(12).fill(720) },
        alternatives: ["starter", "standard", "flexible"].map((name) => ({ package: name, term_months: 12 })),
        special_discounts: [{ reason: "Fair", basis_points: 750, on: "base", months: [1, 3] }],
        valid_until: "2099-03-28",
        ...content,
      },
    },
  ],
});

const items_of = (count) => Array.from({ length: count }, (_, i) => ({ text: `Item number ${i + 1}`, price: 1234567 + i, every: "once" }));

function pdf_of(document, name = "draft") {
  const file = file_of(`${name}.json`, document);
  const pdf = file_of(`${name}.pdf`, execFileSync(program, ["document", file, "--catalogue", catalogue, "--format", "pdf"], { maxBuffer: 64 << 20 }));
  run("qpdf", ["--check", pdf]);
  return pdf;
}

// The same PDF from WebAssembly, under node; of a later version with what changed.
function pdf_of_module(file, own_catalogue, ...logo) {
  const pdf = path.join(folder, "wasm.pdf");
  run("node", [module_of_wasm, own_catalogue, file, pdf, ...logo]);
  return readFileSync(pdf);
}

// Without the places where lines are broken.
const flat = (text) => text.replace(/[\s\u00a0]+/g, " ").trim();
const squeezed = (text) => text.replace(/[\s\u00a0]+/g, "");
const text_of = (pdf, ...options) => run("pdftotext", [...options, pdf, "-"]);

// Issued in a store of its own: the PDF, and what `issue` printed.
function issued(document) {
  const store = mkdtempSync(path.join(folder, "store-"));
  kontingent("documents", "put", file_of("to-issue.json", document), "--store", store);
  const [number, digest] = kontingent("documents", "issue", "printed", "--store", store, "--by", "sales", "--at", "2027-03-01T09:00:00Z").trim().split(/ +/);
  const show = (format) =>
    execFileSync(program, ["documents", "show", "printed", "--store", store, "--catalogue", catalogue, "--format", format], { maxBuffer: 64 << 20 });
  const pdf = file_of("issued.pdf", show("pdf"));
  run("qpdf", ["--check", pdf]);
  return { number, digest, pdf, show };
}

for (const language of languages) {
  test(`${language}: the PDF says what the document's text says`, () => {
    const document = document_of(language, { items: items_of(3) });
    const pdf = pdf_of(document, language);
    const found = squeezed(text_of(pdf));
    const text = kontingent("document", path.join(folder, `${language}.json`), "--format", "text");
    const amounts = [...text.matchAll(/[−-]?(?:€[\d.,]*\d|\d[\d.,]*(?: \d{3})*(?:,\d+)? €)/g)].map(([amount]) => squeezed(amount));
    assert.ok(amounts.length > 30);
    for (const amount of amounts) assert.ok(found.includes(amount), amount);
    for (const part of ["Example&Söhne", "AdaÄ.Example", "12345Köln", "Firstparagraph.", "Secondparagraph.", "Good-bye.", "14days", "Itemnumber3"]) {
      assert.ok(found.includes(part), part);
    }
  });

  test(`${language}: language, title and searchable text`, () => {
    const pdf = pdf_of(document_of(language));
    assert.match(run("qpdf", ["--qdf", "--object-streams=disable", pdf, "-"], { encoding: "latin1" }), new RegExp(`/Lang \\(${language}\\)`));
    assert.match(run("pdfinfo", [pdf]), /^Title: +\S+ printed$/m);
    const fonts = run("pdffonts", [pdf]).split("\n").slice(2).filter((line) => line !== "");
    assert.equal(fonts.length, 2);
    for (const font of fonts) assert.match(font, /^KNT\w+\+Inter.* CID TrueType +Identity-H +yes yes yes /);
  });
}

test("from 1 to 200 items: every item once, each page numbered and with a table's head", () => {
  for (const count of [1, 2, 19, 20, 21, 22, 23, 40, 57, 200]) {
    const pdf = pdf_of(document_of("en", { items: items_of(count), alternatives: [{ package: "standard", term_months: 12 }] }));
    const pages = text_of(pdf).split("\f").slice(0, -1);
    const all = pages.join("\n");
    for (let i = 1; i <= count; ++i) assert.equal(all.split(new RegExp(`Item number ${i}\\b`)).length, 2, `item ${i} of ${count}`);
    pages.forEach((page, i) => {
      assert.match(page, new RegExp(`Page ${i + 1} of ${pages.length}\\b`));
      if (/Item number/.test(page)) assert.match(flat(page), /Item When In a month In total/);
    });
  }
});

test("a draft says so on each page, an issued version nowhere", () => {
  const draft = pdf_of(document_of("en", { items: items_of(60) }));
  // The large letters are drawn but are no text: they would stand between the words of a copied paragraph.
  assert.match(text_of(draft), /DRAFT, not an offer yet/);
  const { pdf } = issued(document_of("en", { items: items_of(60) }));
  assert.doesNotMatch(text_of(pdf), /DRAFT/);
  const drawn = (file) => run("qpdf", ["--qdf", "--object-streams=disable", file, "-"], { encoding: "latin1" }).split("/ActualText").length - 1;
  assert.equal(drawn(draft), text_of(draft).split("\f").length - 1);
  assert.equal(drawn(pdf), 0);
});

test("an issued version carries the JSON that its digest is of, and a UBL quotation for each alternative", () => {
  const { number, digest, pdf, show } = issued(document_of("en"));
  assert.ok(text_of(pdf).includes(`SHA-256): ${digest}`));
  const name = number.replace("/", "-");
  const attached = (file) => execFileSync("qpdf", [`--show-attachment=${file}`, pdf]);
  const names = run("qpdf", ["--list-attachments", pdf]).split("\n").map((line) => line.split(" ")[0]).filter((line) => line !== "");
  assert.deepEqual(names, [1, 2, 3].map((i) => `${name}-alternative-${i}.xml`).concat(`${name}.json`));
  const json = attached(`${name}.json`);
  assert.equal(createHash("sha256").update(json).digest("hex"), digest);
  assert.deepEqual(json, show("customer-json"));
  assert.deepEqual(attached(`${name}-alternative-1.xml`), show("ubl"));
  const draft = pdf_of(document_of("en"));
  assert.match(run("qpdf", ["--list-attachments", draft]), /no embedded files|^$/);
});

// The sample catalogue with a logo beside it.
function catalogue_with_logo(name, content, legal = ["Managing director: Kim Example", "Register of companies: HRB 12345", "Bank: DE02 1203 0000 0000 2020 51"]) {
  const place = mkdtempSync(path.join(folder, "catalogue-"));
  const own = JSON.parse(readFileSync(catalogue, "utf8"));
  own.seller.logo = name;
  own.seller.legal = legal;
  writeFileSync(path.join(place, name), content);
  writeFileSync(path.join(place, "catalogue.json"), JSON.stringify(own));
  return path.join(place, "catalogue.json");
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" rx="2" fill="#1e5fbf"/></svg>';
const png = readFileSync(root("site/icon.png"));

test("the letterhead has logo and legal lines, in PDF and HTML", () => {
  for (const [name, content, found, type] of [
    ["logo.svg", svg, /\/XObject <<\s*\/Logo/, "data:image/svg+xml;base64,"],
    ["logo.png", png, /\/Subtype \/Image/, "data:image/png;base64,"],
  ]) {
    const own = catalogue_with_logo(name, content);
    const file = file_of("with-logo.json", document_of("en"));
    const write = (format) => execFileSync(program, ["document", file, "--catalogue", own, "--format", format], { maxBuffer: 64 << 20 });
    const pdf = file_of("with-logo.pdf", write("pdf"));
    run("qpdf", ["--check", pdf]);
    assert.match(run("qpdf", ["--qdf", "--object-streams=disable", pdf, "-"], { encoding: "latin1" }), found);
    const first_page = squeezed(text_of(pdf, "-l", "1"));
    assert.ok(pdf_of_module(file, own, path.join(path.dirname(own), name)).equals(readFileSync(pdf)), `${name} from WebAssembly`);
    for (const line of ["KimExample", "HRB12345", "DE02120300000000202051"]) assert.ok(first_page.includes(line), line);
    assert.ok(write("html").includes(type + Buffer.from(content).toString("base64")));
  }
});

test("legal lines are at the foot of the first page, or at the end where they are too many, and never over other text", () => {
  const line = (i, length) => `Legal line ${i} `.padEnd(length, "Wide words of it ").trim();
  // In three columns; 12 lines of print of 10 points are the most within 45 mm.
  for (const [count, length, place, first_length = length] of [
    [16, 30, "foot"],
    [16, 60, "foot"], // 6 legal lines of 2 lines each
    [16, 60, "end", 100], // one more
    [16, 200, "end"],
    [15, 199, "end"],
  ]) {
    const lines = Array.from({ length: count }, (_, i) => line(i + 1, i === 0 ? first_length : length));
    const own = catalogue_with_logo("logo.svg", svg, lines);
    const pdf = file_of("legal.pdf", execFileSync(program, ["document", file_of("legal.json", document_of("de")), "--catalogue", own, "--format", "pdf"], { maxBuffer: 64 << 20 }));
    const pages = text_of(pdf).split("\f").slice(0, -1).map(squeezed);
    for (const text of lines) assert.equal(pages.join("").split(squeezed(text)).length, 2, `${text} of ${count}`);
    assert.equal(pages[0].includes(squeezed(lines[0])), place === "foot");
    const boxes = [...run("pdftotext", ["-bbox", pdf, "-"]).matchAll(/<page|<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)];
    let words = [];
    for (const [found, ...numbers] of boxes) {
      if (found === "<page") words = [];
      else {
        const [left, top, right, bottom] = numbers.map(Number);
        const is_over = words.some((word) => left < word[2] - 0.5 && word[0] < right - 0.5 && top + 2.5 < word[3] && word[1] + 2.5 < bottom);
        assert.ok(!is_over && bottom < 842, `a word at ${numbers} with ${count} lines of ${length}`);
        words.push([left, top, right, bottom]);
      }
    }
  }
});

test("a logo that cannot be printed is refused before anything is written or issued", () => {
  const file = file_of("bad-logo.json", document_of("en"));
  for (const [name, content] of [
    ["logo.svg", "<svg viewBox='0 0 1 1'><script>alert(1)</script></svg>"],
    ["logo.svg", svg + " ".repeat(64 << 10)],
    ["logo.png", png.subarray(0, 100)],
    ["logo.jpg", "a photograph"],
  ]) {
    const own = catalogue_with_logo(name, content);
    assert.throws(
      () => run(program, ["document", file, "--catalogue", own, "--format", "pdf", "--language", "en"], { stdio: "pipe" }),
      (error) => error.status === 1 && error.stdout === "" && error.stderr.includes(`The logo ${name} cannot be printed: it may be a PNG`),
    );
  }
});

test("what changed since an earlier version is the last page", () => {
  const store = mkdtempSync(path.join(folder, "store-"));
  const documents = (...args) => kontingent("documents", args[0], ...args.slice(1), "--store", store);
  const issue = (at) => documents("issue", "printed", "--by", "sales", "--at", at);
  documents("put", file_of("first.json", document_of("en", { alternatives: [{ package: "standard", term_months: 12 }] })));
  issue("2027-03-01T09:00:00Z");
  documents("revise", "printed");
  const next = JSON.parse(documents("show", "printed", "--format", "json"));
  delete next.versions[1].alternatives;
  Object.assign(next.versions[1].content, { alternatives: [{ package: "starter", term_months: 12 }], valid_until: "2099-04-01" });
  documents("put", file_of("second.json", next));
  issue("2027-03-02T09:00:00Z");
  const pdf = file_of("changes.pdf", execFileSync(program, ["documents", "show", "printed", "--store", store, "--catalogue", catalogue, "--format", "pdf", "--changes-from", "1"]));
  run("qpdf", ["--check", pdf]);
  const pages = text_of(pdf).split("\f").slice(0, -1);
  const [title, , ...changes] = documents("changes", "printed").trimEnd().split("\n");
  assert.ok(changes.length > 5);
  for (const line of [title, ...changes.map((change) => change.slice(2))]) {
    assert.ok(squeezed(pages.at(-1)).includes(squeezed(line)), line);
    assert.ok(!squeezed(pages.slice(0, -1).join("")).includes(squeezed(line)), line);
  }
  const whole = file_of("both-versions.json", documents("show", "printed", "--format", "json"));
  assert.ok(pdf_of_module(whole, catalogue).equals(readFileSync(pdf)), "from WebAssembly");
  const html = documents("show", "printed", "--format", "html", "--changes-from", "1");
  assert.ok(html.includes(`<h2 id="changes">${title}</h2>`));
  assert.throws(() => documents("show", "printed", "--changes-from", "3"), /There is no such version; versions of the quote: 2\./);
});

test("notes and owner are in no PDF", () => {
  const { pdf } = issued({ ...document_of("en"), notes: "secret-note", owner: "secret-owner" });
  assert.doesNotMatch(text_of(pdf), /secret/);
  assert.doesNotMatch(run("qpdf", ["--qdf", "--object-streams=disable", pdf, "-"], { encoding: "latin1" }), /secret/);
});

test("hostile names are printed as they are", () => {
  const names = [
    ") Tj ET Q /Evil <script>&amp; \\( [x] %",
    "Łukasz Žižek-Dvořák",
    "Ελένη Παπαδοπούλου",
    "Олександр Шевченко",
    "Nguyễn Thị Hoà",
    "W".repeat(254),
    "e\u0301t\u00e9 \u00ad\u200bx",
  ];
  const shown = [...names.slice(0, -1), "été x"];
  names.forEach((name, i) => {
    const pdf = pdf_of(document_of("en", { items: [{ text: name, price: 1, every: "once" }] }, { name, city: name }));
    assert.ok(squeezed(text_of(pdf)).includes(squeezed(shown[i])), name);
  });
});

test("amounts as large as there are stay inside the page", () => {
  const pdf = pdf_of(document_of("en", { items: [{ text: "A text that needs some room beside its amounts", quantity: 100, price: 1e11, every: "month" }] }));
  const boxes = run("pdftotext", ["-bbox", pdf, "-"]);
  for (const [, left, right] of boxes.matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)"/g)) {
    assert.ok(Number(left) >= 70 && Number(right) <= 539.5, `${left} to ${right}`);
  }
  assert.ok(flat(text_of(pdf)).includes("€1,200,000,000,000.00"));
});

test("characters that the fonts lack are reported, and nothing is written", () => {
  const file = file_of("missing.json", document_of("en", {}, { company: "山田 😀 Zoë" }));
  const sentence =
    `${file}: The PDF’s fonts lack these characters: “山田 😀 Zoë”: 山 (U+5C71), 田 (U+7530), 😀 (U+1F600). ` +
    "Latin, Greek and Cyrillic letters are possible.\n";
  assert.throws(() => kontingent("document", file, "--format", "pdf"), (error) => error.status === 1 && error.stdout === "" && error.stderr === sentence);
  // In another form the draft is written, and the sentence warns.
  assert.ok(kontingent("document", file, "--format", "text").includes("山田 😀 Zoë"));
  const store = mkdtempSync(path.join(folder, "store-"));
  kontingent("documents", "put", file, "--store", store);
  assert.throws(() => kontingent("documents", "issue", "printed", "--store", store, "--by", "sales"), /山 \(U\+5C71\)/);
  assert.match(kontingent("documents", "show", "printed", "--store", store), /DRAFT/);
});

test("the same bytes each time, and from WebAssembly under node", () => {
  const documents = [
    document_of(languages[0], { items: items_of(200) }, { name: "Łukasz Žižek e\u0301" }),
    document_of(languages.at(-1), { vat: "reverse_charge", items: items_of(3) }),
    JSON.parse(issued(document_of("en")).show("json")),
  ];
  for (const document of documents) {
    const pdf = pdf_of(document);
    const again = pdf_of(document, "again");
    assert.deepEqual(readFileSync(again), readFileSync(pdf));
    assert.ok(pdf_of_module(path.join(folder, "draft.json"), catalogue).equals(readFileSync(pdf)));
  }
});
