// Reads C++ as far as builds and style checks need it: code without comments, includes, and what a file declares at
// namespace scope. It knows the forms that clang-format leaves in this repository, not the whole language.

// The code without comments and without what is in quotes; line numbers stay the same.
export function bare_code(source) {
  const literal = /\/\/[^\n]*|\/\*[^]*?\*\/|R"([^(\s]*)\([^]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'/g;
  // A digit separator (1'000) is no quote.
  return source
    .replace(/(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])/g, "")
    .replace(literal, (text) => (text.startsWith("/") ? "" : '""') + text.replace(/[^\n]/g, ""));
}

// [{ line, name, is_ours }]: is_ours for "…", not for <…>.
export function includes_of(source) {
  return source.split("\n").flatMap((text, index) => {
    const found = /^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)/.exec(text);
    return found ? [{ line: index + 1, name: found[1] ?? found[2], is_ours: found[1] !== undefined }] : [];
  });
}

// The names of macros that the file defines and does not undefine.
export function macros_of(source) {
  const names = (directive) => [...source.matchAll(new RegExp(`^\\s*#\\s*${directive}\\s+(\\w+)`, "gm"))].map(([, name]) => name);
  const undefined_again = new Set(names("undef"));
  return names("define").filter((name) => !undefined_again.has(name));
}

// The text with nothing inside its brackets, and without template arguments: `=`, `(` and `:` that are left belong to
// the declaration itself.
function outside_brackets(text) {
  let before;
  do {
    before = text;
    text = text.replace(/\([^()]*\)/g, "()").replace(/<[^<>;]*>/g, "").replace(/\[[^[\]]*\]/g, "[]");
  } while (text !== before);
  return text;
}

// What an opening brace begins, judged by the text before it and the kind of scope it is in:
// "namespace", "type", "function", or "value" (an initialiser, or anything inside a function).
function kind_of_brace(head, outer) {
  if (outer === "function" || outer === "value") return "value";
  if (/(^|\s)namespace\b/.test(head) || /^\s*extern\s+""\s*$/.test(head)) return "namespace";
  // Inside the parentheses of a call or of default arguments.
  if ((head.match(/\(/g) ?? []).length > (head.match(/\)/g) ?? []).length) return "value";
  const plain = outside_brackets(head.replace(/\boperator\s*(\(\)|[^\s(\w]+)/g, "operator_")).trim();
  if (/\b(class|struct|union|enum)\b/.test(plain) && !plain.includes("(")) return "type";
  if (/=/.test(plain)) return /\[\]\s*(\(\)\s*)?(noexcept|mutable|->[^{]*)?$/.test(plain) ? "function" : "value";
  if (!plain.includes("(")) return "value";
  // A member initialised with braces: X::X() : member_{…} {
  if (/\)[^:]*[^:]:(?!:)/.test(plain) && /[\w>]$/.test(plain)) return "value";
  return "function";
}

const keywords = new Set(["if", "for", "while", "switch", "return", "static_assert", "decltype", "alignas", "noexcept", "requires"]);

// The name that a declaration at namespace scope introduces, or nothing. Members defined outside of their class have
// names with `::` and introduce none.
function declared_name(head) {
  const text = outside_brackets(head.replace(/\[\[[^\]]*\]\]/g, " ").replace(/\btemplate\b/g, " ")).trim();
  const found =
    /^using\s+(\w+)\s*=/.exec(text) ??
    /\b(?:class|struct|union|enum(?:\s+class)?)\s+(\w+)\s*(?:final\b)?\s*(?::[^:].*)?$/.exec(text) ??
    /^[^=(]*?[\w&*>]\s+[&*]*(?<!::)\b(\w+)\s*\(\)/.exec(text) ??
    /^[^=(]*?[\w&*>]\s+[&*]*(\w+)\s*(?:\[\])*\s*(?:=.*|\{\}.*)?$/s.exec(text);
  return found && !keywords.has(found[1]) ? found[1] : undefined;
}

// Walks over the file and returns
//   names       names declared in named namespaces
//   internal    names that are the file's own: in anonymous namespaces, or static
//   namespaces  names of namespaces
//   aliases     name → what it stands for, of using-declarations at namespace scope
//   functions   [{ name, line, lines }] with a body, from the line of its name to that of its closing brace; a function
//               inside another counts as part of it
export function declarations_of(source) {
  const code = bare_code(source).replace(/^[ \t]*#(?:\\\n|[^\n])*/gm, (text) => text.replace(/[^\n]/g, ""));
  const names = new Set();
  const namespaces = new Set();
  const aliases = new Map();
  const internal = new Set();
  const functions = [];
  const scopes = [];
  let head = "";
  let line = 1;
  let head_line = 1;
  const kind = () => scopes.at(-1)?.kind ?? "namespace";
  const declare = () => {
    const alias = /^\s*using\s+(?!namespace)([\w:]*::(\w+))\s*$/.exec(head);
    if (alias !== null && kind() === "namespace") aliases.set(alias[2], alias[1]);
    const name = kind() === "namespace" ? declared_name(head) : undefined;
    if (name === undefined) return;
    const is_internal = scopes.some(({ is_anonymous }) => is_anonymous) || /^\s*static\b/.test(head);
    (is_internal ? internal : names).add(name);
  };
  for (const character of code) {
    if (character === "\n") line += 1;
    if (character === "{") {
      const opened = kind_of_brace(head, kind());
      if (opened === "value") {
        scopes.push({ kind: "value", head, head_line });
      } else {
        if (opened === "namespace") for (const part of /namespace\s+([\w:]+)/.exec(head)?.[1].split("::") ?? []) namespaces.add(part);
        else declare();
        const is_anonymous = opened === "namespace" && /(^|\s)namespace\s*$/.test(head);
        scopes.push({ kind: opened, is_anonymous, line: head_line, head });
      }
      head = "";
    } else if (character === "}") {
      const closed = scopes.pop() ?? { kind: "namespace" };
      if (closed.kind === "value") {
        // The declaration goes on behind its initialiser.
        head = `${closed.head}{}`;
        head_line = closed.head_line;
        continue;
      }
      if (closed.kind === "function") {
        const [, name] = /([\w~:]+)\s*\(/.exec(closed.head) ?? /(\w+)\s*=/.exec(closed.head) ?? [, "?"];
        functions.push({ name, line: closed.line, lines: line - closed.line + 1 });
      }
      head = "";
    } else if (character === ";" && (kind() === "namespace" || kind() === "type")) {
      declare();
      head = "";
    } else if (kind() !== "function" && kind() !== "value") {
      if (head.trim() === "" && /\S/.test(character)) head_line = line;
      head += character;
    }
  }
  return { names, internal, namespaces, aliases, functions };
}
