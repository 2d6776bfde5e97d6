// The portal's texts as visitors get them: without names, in the order of ui/texts.def, which ui/texts.cpp counts on.
const entry = /^KONTINGENT_TEXT\((\w+)\)$/gm;
const member = /^\s*"(\w+)":/gm;

// The names of ui/texts.def, in its order.
export function text_names(definition) {
  const names = [...definition.matchAll(entry)].map(([, name]) => name);
  if (names.length === 0) throw new Error("ui/texts.def names no text");
  return names;
}

// Takes the names and an object of texts by name, as JSON with a member a line. Throws, naming the file and what
// is wrong, unless the object has each name once and no other.
export function ordered_texts(names, json, file) {
  const texts = JSON.parse(json);
  const written = [...json.matchAll(member)].map(([, name]) => name);
  const errors = [
    ...names.filter((name) => !Object.hasOwn(texts, name)).map((name) => `${name} is missing`),
    ...Object.keys(texts).filter((name) => !names.includes(name)).map((name) => `${name} is not in ui/texts.def`),
    ...written.filter((name, index) => written.indexOf(name) !== index).map((name) => `${name} is there twice`),
    ...Object.entries(texts).filter(([, text]) => typeof text !== "string" || text === "").map(([name]) => `${name} is no text`),
  ];
  if (errors.length > 0) throw new Error(`${file}: ${errors.join(", ")}`);
  return names.map((name) => texts[name]);
}
