// The words that exports of past hours are written with: history.json of every folder, of languages that the program
// does not speak, too. Checks them, and writes them as C++ for core/history/words.hpp.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { folder, parsed, root } from "./languages.mjs";

// Members beside `headings` and `months`: lists of words.
const lists = ["weekdays", "totals", "joints", "day_units", "in_dates", "behind_times", "before_noon", "after_noon"];

// "means_begin = 1U << 1U" of words.hpp: begin
export function meanings_in(header) {
  const names = [...header.matchAll(/^ {4}means_(\w+) = 1U <</gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error("the header names no meaning");
  return names;
}

export const known_meanings = () => meanings_in(readFileSync(path.join(root, "core/history/words.hpp"), "utf8"));

// As folded() of core/history/text.hpp writes a word.
const folded = (word) =>
  word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łøđßæœ]/g, (letter) => ({ ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe" })[letter]);

function errors_of_list(name, words) {
  if (!Array.isArray(words) || words.some((word) => typeof word !== "string" || word === "")) return [`${name} is no list of words`];
  return words.flatMap((word, index) => [
    ...(words.indexOf(word) < index ? [`${name} has "${word}" twice`] : []),
    ...(folded(word) !== word ? [`${name} has "${word}", which is to be "${folded(word)}": small letters without accents`] : []),
  ]);
}

const is_object = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function errors_of_members(name, found, wanted) {
  if (!is_object(found)) return [`${name === "" ? "the file" : name.slice(0, -1)} is no object`];
  return [
    ...wanted.filter((member) => !Object.hasOwn(found, member)).map((member) => `${name}${member} is missing`),
    ...Object.keys(found).filter((member) => !wanted.includes(member)).map((member) => `${name}${member} is not known`),
  ];
}

function errors_of_months(months) {
  if (!Array.isArray(months) || months.length !== 12) return ["months is no list of twelve lists, from January"];
  const all = months.flat();
  const twice = all.filter((word, index) => all.indexOf(word) < index && !months.some((words) => Array.isArray(words) && words.indexOf(word) !== words.lastIndexOf(word)));
  return [
    ...months.flatMap((words, index) => (Array.isArray(words) && words.length === 0 ? [`months[${index}] has no word`] : errors_of_list(`months[${index}]`, words))),
    ...twice.map((word) => `months has "${word}" in two months`),
  ];
}

// Everything that is wrong, each as "headings.break is missing".
export function errors_of_words(words, meanings) {
  const has = (name) => is_object(words) && Object.hasOwn(words, name);
  const headings = has("headings") && is_object(words.headings) ? words.headings : {};
  return [
    ...errors_of_members("", words, ["headings", "months", ...lists]),
    ...(has("headings") ? errors_of_members("headings.", words.headings, meanings) : []),
    ...Object.entries(headings).flatMap(([meaning, list]) => errors_of_list(`headings.${meaning}`, list)),
    ...(has("months") ? errors_of_months(words.months) : []),
    ...lists.filter(has).flatMap((name) => errors_of_list(name, words[name])),
  ];
}

// { languages: [{ tag, words }], errors: ["languages/es/history.json: months is missing"] }, by their tags.
export function read_history_words(base = folder, meanings = known_meanings()) {
  const languages = [];
  const errors = [];
  const tags = readdirSync(base, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const tag of tags.sort()) {
    const place = `languages/${tag}/history.json`;
    const files = readdirSync(path.join(base, tag));
    if (!files.includes("language.json") && files.some((name) => name !== "history.json")) errors.push(`languages/${tag}/language.json is missing`);
    const file = path.join(base, tag, "history.json");
    if (!existsSync(file)) {
      errors.push(`${place} is missing`);
      continue;
    }
    const words = parsed(file);
    errors.push(...errors_of_words(words, meanings).map((error) => `${place}: ${error}`));
    languages.push({ tag, words });
  }
  return { languages, errors };
}

const list_source = (name, type, rows) => (rows.length === 0 ? [] : [`constexpr ${type} ${name}[] = {\n${rows.map((row) => `    ${row},`).join("\n")}\n};`]);

function headings_of({ headings }) {
  const meanings = new Map();
  for (const [meaning, words] of Object.entries(headings)) for (const word of words) meanings.set(word, [...(meanings.get(word) ?? []), `means_${meaning}`]);
  return [...meanings].map(([word, flags]) => `{${JSON.stringify(word)}, ${flags.join(" | ")}}`);
}

// word_languages() of core/history/words.hpp.
export function history_source(languages) {
  const arrays = languages.flatMap(({ words }, index) => [
    ...list_source(`headings_${index}`, "HeadingWord", headings_of(words)),
    ...list_source(`months_${index}`, "MonthWord", words.months.flatMap((names, month) => names.map((name) => `{${JSON.stringify(name)}, ${month + 1}}`))),
    ...lists.flatMap((name) => list_source(`${name}_${index}`, "std::string_view", words[name].map((word) => JSON.stringify(word)))),
  ]);
  const all = languages.map(({ words }, index) => {
    const members = lists.map((name) => (words[name].length === 0 ? `.${name} = {}` : `.${name} = ${name}_${index}`));
    return `    {.headings = headings_${index},\n     .months = months_${index},\n     ${members.join(",\n     ")}},`;
  });
  return `#include "core/history/words.hpp"

namespace kontingent::history {
namespace {

${arrays.join("\n\n")}

constexpr LanguageWords all[] = {
${all.join("\n")}
};

} // namespace

std::span<LanguageWords const> word_languages() {
    return all;
}

} // namespace kontingent::history
`;
}
