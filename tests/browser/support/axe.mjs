// What axe finds in a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Its violations in the whole page, or in what `selector` names.
export async function findings(page, selector) {
  await page.evaluate(source);
  const { violations } = await page.evaluate((part) => window.axe.run(part ?? document, { resultTypes: ["violations"] }), selector);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
