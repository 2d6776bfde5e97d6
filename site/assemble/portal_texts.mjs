// The portal's language as visitors get it: without names, in the orders that core/base/language.hpp and ui/texts.hpp
// count on, and with nothing of another language but its tag.
import { entries_of, errors_in, names_of } from "../../languages/languages.mjs";

// A counted text's forms are lines.
const as_line = (text) => (typeof text === "string" ? text : Object.values(text).join("\n"));

// [tags of all languages, the page's as core takes it, the portal's texts]; wasm/page_language.hpp reads it.
export function portal_language(language, languages) {
  const shared = names_of("core").filter(({ macro }) => macro === "SHARED_TEXT");
  return [
    languages.map(({ tag }) => tag),
    entries_of(language, shared),
    names_of("portal").map(({ name }) => as_line(language.portal[name])),
  ];
}

// Throws, naming the files and what is wrong, unless each language has each text.
export function checked(languages) {
  const errors = errors_in(languages);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return languages;
}
