// Reads the folders of languages and checks them: each has every text, with its arguments and a form for each of its
// plural categories. What is wrong is named with its file and key.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const folder = path.dirname(fileURLToPath(import.meta.url));
export const root = path.dirname(folder);

// The files of texts, and the list of their names where code names them one by one.
const lists = { core: "core/base/core_texts.def", program: "cli/text/wording.def", portal: "ui/texts.def", desk: "ui/desk/texts.def" };
export const files = ["core", "program", "page", "portal", "variants", "document", "request", "desk"];

// The names of a list in its order: [{ name, macro, argument_names }]
export function names_in(definition) {
  const entry = /^KONTINGENT_(\w+)\((\w+)((?:,\s*\w+)*)\)$/gm;
  const names = [...definition.matchAll(entry)].map(([, macro, name, rest]) => ({
    name,
    macro,
    argument_names: rest.split(",").map((word) => word.trim()).filter((word) => word !== ""),
  }));
  if (names.length === 0) throw new Error("the list names no text");
  return names;
}

export const names_of = (file) => names_in(readFileSync(path.join(root, lists[file]), "utf8"));

// JSON.parse keeps the last of two members of one name; this names the others.
export function repeated_members(json) {
  const depth_one = [...json.matchAll(/^ {2}"([^"\n]+)":/gm)].map(([, name]) => name);
  return depth_one.filter((name, index) => depth_one.indexOf(name) !== index);
}

// "one-few-many-other", "one-other/below-two"
export const categories_of = (rule) => rule.split("/")[0].split("-");

const forms_of = (text) => (typeof text === "string" ? [text] : Object.values(text));
export const arguments_of = (text) => [...new Set(forms_of(text).flatMap((form) => [...form.matchAll(/\{(\w*)\}/g)].map(([, name]) => name)))].sort();

function errors_of_text(name, text, categories) {
  if (typeof text === "string") return text === "" ? [`${name} is no text`] : [];
  if (text === null || typeof text !== "object") return [`${name} is no text`];
  const bad = Object.values(text).some((form) => typeof form !== "string" || form === "");
  const forms = Object.keys(text).join(", ");
  return [
    ...(bad ? [`${name} has a form that is no text`] : []),
    ...(forms !== categories.join(", ") ? [`${name} has the forms ${forms} instead of ${categories.join(", ")}`] : []),
  ];
}

// Compares a file's texts with those of another language; `wanted`: [{ name, is_counted, argument_names }].
export function errors_of_texts(texts, wanted, categories) {
  const names = wanted.map(({ name }) => name);
  return [
    ...names.filter((name) => !Object.hasOwn(texts, name)).map((name) => `${name} is missing`),
    ...Object.keys(texts).filter((name) => !names.includes(name)).map((name) => `${name} is not known`),
    ...Object.entries(texts).flatMap(([name, text]) => errors_of_text(name, text, categories)),
    ...wanted.filter(({ name }) => Object.hasOwn(texts, name)).flatMap(({ name, is_counted, argument_names }) => {
      const found = arguments_of(texts[name]);
      const errors = [];
      if (is_counted !== (typeof texts[name] !== "string")) errors.push(`${name} ${is_counted ? "needs" : "takes no"} plural forms`);
      if (argument_names && found.join() !== [...argument_names].sort().join())
        errors.push(`${name} has the arguments {${found.join("} {")}} instead of {${[...argument_names].sort().join("} {")}}`);
      return errors;
    }),
  ];
}

export function parsed(file) {
  const json = readFileSync(file, "utf8");
  const twice = repeated_members(json);
  if (twice.length > 0) throw new Error(`${path.relative(root, file)}: ${twice.join(", ")} is there twice`);
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`${path.relative(root, file)}: ${error.message}`);
  }
}

// language.json has the same members in each language, and lists of the same lengths.
function errors_of_head(language, english) {
  const shape = (value) => (Array.isArray(value) ? value.length : value === null || typeof value !== "object" ? typeof value : Object.keys(value).filter((key) => !/^[A-Z]{3}$/.test(key)).join());
  const heads = ["name", "plurals", "numbers", "date", "first_day", "months", "months_in_dates", "months_short", "weekdays"];
  const words = ["hour_words", "minute_words"];
  const is_word = (word) => typeof word === "string" && /^[a-z]\p{L}*$/iu.test(word);
  return [
    ...heads.filter((name) => shape(language[name]) !== shape(english[name])).map((name) => `${name} is missing or not of the form it has in English`),
    ...(typeof language.date === "string" && arguments_of(language.date).join() !== "day,month,year" ? ["date has not the arguments {day} {month} {year}"] : []),
    ...words.filter((name) => !Array.isArray(language[name]) || language[name].length === 0 || !language[name].every(is_word)).map((name) => `${name} is no list of words that begin with a letter from A to Z`),
  ];
}

function read_language(tag) {
  const own = (name) => path.join(folder, tag, `${name}.json`);
  const texts = Object.fromEntries(files.map((file) => [file, existsSync(own(file)) ? parsed(own(file)) : null]));
  const same = existsSync(own("same")) ? parsed(own("same")) : [];
  return { tag, ...parsed(own("language")), ...texts, same };
}

// English first, since it is written where nobody chose a language; then by their tags.
export function read_languages() {
  const tags = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "language.json")))
    .map((entry) => entry.name)
    .sort();
  return [...tags.filter((tag) => tag === "en"), ...tags.filter((tag) => tag !== "en")].map(read_language);
}

// What a file of texts must have: what code names, else what English has.
function wanted_of(file, english) {
  const same_as_english = (name) => ({ name, is_counted: typeof english[file][name] !== "string", argument_names: arguments_of(english[file][name]) });
  // Variants of other texts, whose arguments they may leave out (tests/site/own_texts.test.mjs).
  if (file === "variants") return Object.keys(english[file]).map((name) => ({ name, is_counted: false, argument_names: null }));
  if (!lists[file]) return Object.keys(english[file]).map(same_as_english);
  return names_of(file).map(({ name, macro, argument_names }) => ({
    name,
    is_counted: macro === "COUNTED",
    argument_names: file === "portal" || file === "desk" ? (english[file][name] === undefined ? null : arguments_of(english[file][name])) : argument_names,
  }));
}

// Everything that is wrong, each as "languages/fr/page.json: months is missing".
export function errors_in(languages) {
  return languages.flatMap((language) => [
    ...errors_of_head(language, languages[0]).map((error) => `languages/${language.tag}/language.json: ${error}`),
    ...files.flatMap((file) => {
      const place = `languages/${language.tag}/${file}.json`;
      if (language[file] === null) return [`${place} is missing`];
      const categories = categories_of(language.plurals);
      return errors_of_texts(language[file], wanted_of(file, languages[0]), categories).map((error) => `${place}: ${error}`);
    }),
  ]);
}

// A language as core/base/language.hpp takes it: the head, and then the texts of these names.
export function entries_of(language, core_names) {
  const { tag, name, plurals, numbers, core } = language;
  const signs = Object.entries(numbers.currency_signs).flat().join(" ");
  return [
    tag,
    name,
    plurals,
    numbers.decimal_mark,
    numbers.group_mark,
    String(numbers.group_from),
    numbers.currency_place,
    numbers.currency_space,
    numbers.percent_space,
    signs,
    language.date,
    language.first_day,
    ...language.months,
    ...language.months_in_dates,
    ...language.months_short,
    language.hour_words.join(" "),
    language.minute_words.join(" "),
    ...core_names.map((text) => core[text.name]),
  ];
}

// Texts that two languages have alike, as "de en portal.gross"; those without a word are no language's.
export function same_texts(languages) {
  const all = languages.map(({ tag, ...language }) => ({ tag, texts: files.flatMap((file) => Object.entries(language[file] ?? {}).map(([name, text]) => [`${file}.${name}`, JSON.stringify(text)])) }));
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      const theirs = new Map(other.texts);
      const has_words = (text) => /\p{L}/u.test(text.replace(/\{\w*\}|"(one|few|many|other)":/g, ""));
      return one.texts.filter(([name, text]) => theirs.get(name) === text && has_words(text)).map(([name]) => line_of(one.tag, other.tag, name));
    }),
  );
}

const line_of = (tag, other, name) => `${[tag, other].sort().join(" ")} ${name}`;

// The same of same.json in each folder: [{ "with": "en", "reason": "…", "texts": ["portal.gross"] }]
export function listed_texts(languages) {
  return languages.flatMap(({ tag, same }) =>
    same.flatMap((group) => {
      if (typeof group.reason !== "string" || group.reason === "") throw new Error(`languages/${tag}/same.json: a group has no reason`);
      return group.texts.map((name) => line_of(tag, group.with, name));
    }),
  );
}
