// Groups C++ sources that can be compiled as one: no file of a group sees a name that is another's own.
//
//   node cmake/unity.mjs LIST    LIST has a line "target|source" for each source; prints "source|group" for each that
//                                shares a group with others. Used by cmake/unity.cmake and tests/style/lint.mjs.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { declarations_of, includes_of, macros_of } from "./cpp_code.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
// So that two processors have enough to do, and a change compiles no more than this anew.
const built_lines_max = 2500;

function remember(compute) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key);
  };
}

const facts_of = remember((file) => {
  const source = readFileSync(file, "utf8");
  const included = includes_of(source).filter(({ is_ours }) => is_ours).map(({ name }) => path.join(root, name)).filter(existsSync);
  return { ...declarations_of(source), included, macros: macros_of(source), lines: source.split("\n").length };
});

// The names that are declared at namespace scope when the file is compiled: by itself and by the headers of ours.
const visible_in = remember((file) => {
  const [names, namespaces] = [new Set(), new Set()];
  const reached = new Set([file]);
  for (const each of reached) {
    const facts = facts_of(each);
    for (const name of [...facts.names, ...facts.internal]) names.add(name);
    for (const name of facts.namespaces) namespaces.add(name);
    for (const header of facts.included) reached.add(header);
  }
  return { names, namespaces };
});

// Whether a name of the owner's own could be taken for something that the guest sees under this name.
function is_ambiguous(owner, guest) {
  const { internal, names, aliases } = facts_of(owner);
  const seen = visible_in(guest);
  const theirs = facts_of(guest);
  return (
    [...internal].some((name) => seen.names.has(name) && !names.has(name)) ||
    [...aliases].some(
      ([name, target]) =>
        seen.namespaces.has(name) || theirs.internal.has(name) || (theirs.aliases.has(name) && theirs.aliases.get(name) !== target),
    )
  );
}

const can_meet = (one, other) => !is_ambiguous(one, other) && !is_ambiguous(other, one);

// The headers of ours that a source reads, directly or not.
export function headers_of(source) {
  const reached = new Set([source]);
  for (const each of reached) for (const header of facts_of(each).included) reached.add(header);
  reached.delete(source);
  return [...reached];
}

// [[source, …], …] for the sources of one target, each group of at most so many lines or of one source.
export function groups_of(sources, lines_max = built_lines_max) {
  const groups = [];
  for (const source of sources) {
    const { macros, lines } = facts_of(source);
    const fitting = groups.find(
      (group) => macros.length === 0 && !group.is_closed && group.lines + lines <= lines_max && group.sources.every((other) => can_meet(source, other)),
    );
    if (fitting) {
      fitting.sources.push(source);
      fitting.lines += lines;
    } else {
      // A macro would change what is compiled behind it.
      groups.push({ sources: [source], lines, is_closed: macros.length > 0 });
    }
  }
  return groups.map(({ sources: members }) => members);
}

function print_groups(list) {
  const by_target = new Map();
  for (const line of readFileSync(list, "utf8").split("\n").filter((text) => text !== "")) {
    const [target, source] = line.split("|");
    by_target.set(target, [...(by_target.get(target) ?? []), source]);
  }
  for (const [target, sources] of by_target) {
    for (const [number, group] of groups_of(sources).entries()) {
      if (group.length > 1) for (const source of group) console.log(`${source}|${target}_${number}`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print_groups(process.argv[2]);
