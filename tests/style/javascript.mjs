// Reads JavaScript modules as far as style checks need it.
import { parse } from "acorn";

function children_of(node) {
  return Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === "string");
}

// [{ name, line, lines }] of functions, methods and arrow functions, whether inside others or not.
export function functions_of(source) {
  const functions = [];
  function visit(node, name) {
    if (/Function/.test(node.type)) {
      const { start, end } = node.loc;
      functions.push({ name: node.id?.name ?? name ?? "a function without a name", line: start.line, lines: end.line - start.line + 1 });
    }
    const named = node.type === "VariableDeclarator" ? node.id.name : /^(Property|MethodDefinition|PropertyDefinition)$/.test(node.type) ? node.key.name : undefined;
    for (const child of children_of(node)) visit(child, named);
  }
  visit(parse(source, { ecmaVersion: "latest", sourceType: "module", locations: true, allowHashBang: true, allowAwaitOutsideFunction: true }));
  return functions;
}
