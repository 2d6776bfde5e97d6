// node languages/generate.mjs FOLDER: writes what the program has of each language as C++, where it has changed.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { history_source, read_history_words } from "./history_words.mjs";
import { entries_of, errors_in, names_of, read_languages } from "./languages.mjs";

const literal = (text) => JSON.stringify(text).replaceAll("?", "\\?");

function write(file, content) {
  if (!existsSync(file) || readFileSync(file, "utf8") !== content) writeFileSync(file, content);
}

// languages() of core/base/language.hpp.
function core_source(languages) {
  const names = names_of("core");
  const arrays = languages.map((language, index) => {
    const entries = entries_of(language, names).map((entry) => `    ${literal(entry)},`);
    return `constexpr std::array<std::string_view, ${entries.length}> language_${index}{\n${entries.join("\n")}\n};`;
  });
  const all = languages.map((_language, index) => `        language_from(language_${index}),`);
  return `#include "core/base/language.hpp"

#include <array>
#include <vector>

namespace kontingent {
namespace {

${arrays.join("\n\n")}

} // namespace

std::span<LanguageData const> languages() {
    static std::vector<LanguageData> const all{
${all.join("\n")}
    };
    return all;
}

} // namespace kontingent
`;
}

const plural_names = ["zero", "one", "two", "few", "many", "other"];

// Arguments become places, "{0}": code gives them in the order of wording.def.
function numbered(form, argument_names) {
  return literal(form.replace(/\{(\w+)\}/g, (_whole, name) => `{${argument_names.indexOf(name)}}`));
}

function word(text, argument_names) {
  if (typeof text === "string") return numbered(text, argument_names);
  return `{{${plural_names.map((name) => (text[name] === undefined ? '""' : numbered(text[name], argument_names))).join(", ")}}}`;
}

// wording() of cli/text/wording.hpp.
function program_source(languages) {
  const names = names_of("program");
  const tables = languages.map(({ program }) => {
    const members = names.map(({ name, argument_names }) => `        .${name} = ${word(program[name], argument_names)},`);
    return `    Wording{\n${members.join("\n")}\n    },`;
  });
  return `#include "cli/text/wording.hpp"

#include <array>

namespace kontingent::cli {
namespace {

constexpr std::array<Wording, ${languages.length}> wordings{
${tables.join("\n")}
};

} // namespace

Wording const& wording(Language language) {
    return wordings.at(language.index());
}

} // namespace kontingent::cli
`;
}

// What is wrong with the arguments; nothing where they are one folder, or the name of a new one.
function error_of_usage(given) {
  if (given.length === 0) return "no folder is given";
  const option = given.find((argument) => argument.startsWith("-") || argument === "");
  if (option !== undefined) return `"${option}" is not known; there are no options`;
  if (given.length > 1) return `"${given[1]}" is one argument too many`;
  return existsSync(given[0]) && !statSync(given[0]).isDirectory() ? `${given[0]} is no folder` : null;
}

const usage_error = error_of_usage(process.argv.slice(2));
if (usage_error) {
  console.error(`generate.mjs: ${usage_error}\nusage: node languages/generate.mjs FOLDER    the folder to write the C++ sources into`);
  process.exit(2);
}

// A counted text's forms are lines, as in site/assemble/portal_texts.mjs.
const as_line = (text) => (typeof text === "string" ? text : Object.values(text).join("\n"));

// What ui/desk/texts.hpp declares: the desk has the texts of all languages, since a quote may be in any of them.
function desk_source(languages) {
  const list = (file, name) => {
    const names = names_of(file);
    const rows = languages.map((language) => `    {{${names.map((text) => literal(as_line(language[file][text.name]))).join(",\n      ")}}},`);
    return `constexpr std::array<std::array<std::string_view, ${names.length}>, ${languages.length}> ${name}{{\n${rows.join("\n")}\n}};`;
  };
  return `#include "ui/desk/texts.hpp"

#include <array>

namespace kontingent::ui {
namespace {

${list("portal", "portal")}

${list("desk", "desk")}

} // namespace

std::span<std::string_view const> portal_text_list(Language language) {
    return portal.at(language.index());
}

std::span<std::string_view const> desk_text_list(Language language) {
    return desk.at(language.index());
}

} // namespace kontingent::ui
`;
}

const out = process.argv[2];
const languages = read_languages();
const history = read_history_words();
const errors = [...errors_in(languages), ...history.errors];
if (errors.length > 0) {
  console.error(errors.join("\n"));
  process.exit(1);
}
mkdirSync(out, { recursive: true });
write(path.join(out, "languages.cpp"), core_source(languages));
write(path.join(out, "program_words.cpp"), program_source(languages));
write(path.join(out, "history_words.cpp"), history_source(history.languages));
write(path.join(out, "desk_texts.cpp"), desk_source(languages));
