// The template marks what belongs to a part (fonts, portal) with `<!-- with PART -->` … `<!-- end PART -->`.
// Where a part is missing the marked lines go, and without the portal its place shows the message `failed`.
export function without_parts(template, parts) {
  let result = template;
  for (const [part, is_there] of Object.entries(parts)) {
    const marked = new RegExp(`<!-- with ${part} -->\\n([\\s\\S]*?)<!-- end ${part} -->\\n`, "g");
    if (!marked.test(result)) throw new Error(`the template marks nothing with "${part}"`);
    result = result.replace(marked, is_there ? "$1" : "");
  }
  if (parts.portal) return result;
  return result
    .replace('data-state="loading"', 'data-state="failed"')
    .replace('data-message="failed" role="alert" hidden', 'data-message="failed" role="alert"');
}
