// The words of exports: what a language's history.json lacks, has too much or writes otherwise is named; and the
// generator refuses arguments that it does not know.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { errors_of_words, history_source, known_meanings, meanings_in, read_history_words } from "../../languages/history_words.mjs";
import { folder as languages_folder, read_languages } from "../../languages/languages.mjs";

const work = mkdtempSync(path.join(tmpdir(), "history-words-"));
after(() => rmSync(work, { recursive: true }));

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map((name) => [name]);
const good = {
  headings: { date: ["day", "date"], hours: ["hours"] },
  months,
  weekdays: ["mon"],
  totals: ["total"],
  joints: [],
  day_units: ["d"],
  in_dates: [],
  behind_times: [],
  before_noon: ["am"],
  after_noon: ["pm"],
};
const without = (name) => Object.fromEntries(Object.entries(good).filter(([member]) => member !== name));

test("every language of the pages and three more have words of exports, each with every member", () => {
  const { languages, errors } = read_history_words();
  assert.deepEqual(errors, []);
  const of_pages = read_languages().map(({ tag }) => tag);
  const expected = [...new Set([...of_pages, "es", "it", "nl"])].sort();
  assert.deepEqual(languages.map(({ tag }) => tag), expected);
});

test("months and weekdays that the program writes are read back", () => {
  const words = Object.fromEntries(read_history_words().languages.map(({ tag, words: own }) => [tag, own]));
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l").replace(/\.$/, "");
  for (const { tag, months: named, months_in_dates, months_short, weekdays } of read_languages()) {
    for (const names of [named, months_in_dates, months_short]) names.forEach((name, month) => assert.ok(words[tag].months[month].includes(plain(name)), `${tag}: ${name}`));
    for (const name of Object.values(weekdays).flat()) assert.ok(words[tag].weekdays.includes(plain(name)), `${tag}: ${name}`);
  }
});

for (const name of Object.keys(good)) {
  test(`without ${name}: named`, () => assert.deepEqual(errors_of_words(without(name), ["date", "hours"]), [`${name} is missing`]));
}

for (const [what, words, errors] of [
  ["all words", good, []],
  ["a list that nothing asks for", { ...good, moods: [] }, ["moods is not known"]],
  ["headings without a meaning", { ...good, headings: { date: ["day"] } }, ["headings.hours is missing"]],
  ["headings with a meaning that code does not know", { ...good, headings: { ...good.headings, mood: [] } }, ["headings.mood is not known"]],
  ["headings that are a list", { ...good, headings: [] }, ["headings is no object"]],
  ["a text instead of a list", { ...good, totals: "total" }, ["totals is no list of words"]],
  ["a number in a list", { ...good, headings: { date: [1], hours: [] } }, ["headings.date is no list of words"]],
  ["an empty word", { ...good, joints: [""] }, ["joints is no list of words"]],
  ["a word twice", { ...good, totals: ["sum", "total", "sum"] }, ['totals has "sum" twice']],
  ["a capital and an accent", { ...good, weekdays: ["Śr"] }, ['weekdays has "Śr", which is to be "sr": small letters without accents']],
  ["a letter that is no accent", { ...good, weekdays: ["niedziełß"] }, ['weekdays has "niedziełß", which is to be "niedzielss": small letters without accents']],
  ["eleven months", { ...good, months: months.slice(1) }, ["months is no list of twelve lists, from January"]],
  ["a month without a name", { ...good, months: [[], ...months.slice(1)] }, ["months[0] has no word"]],
  ["a name of two months", { ...good, months: [["jan", "feb"], ...months.slice(1)] }, ['months has "feb" in two months']],
  ["a text", "words", ["the file is no object"]],
]) {
  test(`${what}: ${errors.length === 0 ? "right" : "named"}`, () => assert.deepEqual(errors_of_words(words, ["date", "hours"]), errors));
}

test("a folder is named that has no words, has a member too few, or has texts and no language", () => {
  for (const tag of ["aa", "bb", "cc", "dd"]) mkdirSync(path.join(work, "folders", tag), { recursive: true });
  const put = (tag, name, value) => writeFileSync(path.join(work, "folders", tag, name), JSON.stringify(value));
  put("aa", "history.json", good);
  put("bb", "language.json", {});
  put("cc", "history.json", without("weekdays"));
  put("dd", "history.json", good);
  put("dd", "page.json", {});
  const { languages, errors } = read_history_words(path.join(work, "folders"), ["date", "hours"]);
  assert.deepEqual(errors, ["languages/bb/history.json is missing", "languages/cc/history.json: weekdays is missing", "languages/dd/language.json is missing"]);
  assert.deepEqual(languages.map(({ tag }) => tag), ["aa", "cc", "dd"]);
});

test("meanings are those of the header, in its order", () => {
  assert.deepEqual(meanings_in("enum Meaning {\n    means_nothing = 0,\n    means_date = 1U << 0U, // a day\n    means_end = 1U << 2U,\n};\n"), ["date", "end"]);
  assert.throws(() => meanings_in("// nothing"), /names no meaning/);
  assert.ok(known_meanings().includes("break"));
});

test("a word of several meanings is written once, with all of them", () => {
  const source = history_source([{ tag: "aa", words: { ...good, headings: { date: ["day"], worked: ["spent"], duration: ["spent"] } } }]);
  assert.match(source, /\{"day", means_date\},\n {4}\{"spent", means_worked \| means_duration\},/);
  assert.match(source, /\{"feb", 2\},/);
});

const generate = (...given) => spawnSync(process.execPath, [path.join(languages_folder, "generate.mjs"), ...given], { encoding: "utf8", cwd: work });

for (const [what, given, error] of [
  ["no argument", [], "no folder is given"],
  ["an option", ["--help"], '"--help" is not known; there are no options'],
  ["an option behind a folder", ["out", "-v"], '"-v" is not known; there are no options'],
  ["an empty argument", [""], '"" is not known; there are no options'],
  ["two folders", ["out", "more"], '"more" is one argument too many'],
  ["a file", [path.join(languages_folder, "generate.mjs")], "generate.mjs is no folder"],
]) {
  test(`the generator refuses ${what}`, () => {
    const { status, stderr } = generate(...given);
    assert.equal(status, 2);
    assert.ok(stderr.includes(error), stderr);
    assert.match(stderr, /usage: node languages\/generate\.mjs FOLDER/);
  });
}

test("the generator writes into a new folder", () => {
  assert.equal(generate("out").status, 0);
});
