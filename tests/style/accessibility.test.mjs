// docs/accessibility.md names each criterion of WCAG 2.2, A and AA, once, and only tests that there are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { criteria_of, test_files } from "../engines/support/criteria.mjs";

const numbers = (part, ...ends) => ends.map((end) => `${part}.${end}`);
const wanted = [
  ...["1.1.1", ...numbers("1.2", 1, 2, 3, 4, 5), ...numbers("1.3", 1, 2, 3, 4, 5), ...numbers("1.4", 1, 2, 3, 4, 5, 10, 11, 12, 13)],
  ...[...numbers("2.1", 1, 2, 4), ...numbers("2.2", 1, 2), "2.3.1", ...numbers("2.4", 1, 2, 3, 4, 5, 6, 7, 11), ...numbers("2.5", 1, 2, 3, 4, 7, 8)],
  ...[...numbers("3.1", 1, 2), ...numbers("3.2", 1, 2, 3, 4, 6), ...numbers("3.3", 1, 2, 3, 4, 7, 8), ...numbers("4.1", 2, 3)],
];

test("docs/accessibility.md has each criterion once", () => {
  assert.equal(wanted.length, 55);
  assert.deepEqual(criteria_of().map(({ criterion }) => criterion.split(" ")[0]), wanted);
});

test("every test that docs/accessibility.md names is there", () => {
  const files = test_files();
  const missing = criteria_of().flatMap(({ criterion, tests }) =>
    tests.filter(({ file, name }) => !files[file]?.text.includes(`"${name}`) && !files[file]?.text.includes(`\`${name}`)).map(({ file, name }) => `${criterion}: ${file}: ${name}`),
  );
  assert.deepEqual(missing, []);
});
