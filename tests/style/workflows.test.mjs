// What the workflows run of others is pinned by commit: a tag can be moved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, repository_files } from "./sources.mjs";

const workflows = repository_files().filter((name) => /^\.github\/.*\.ya?ml$/.test(name));

// Lines of a workflow that run what may change without this repository: an action by a tag or a branch, or a clone
// whose commit nobody compares.
function unpinned(text) {
  const uses = [...text.matchAll(/^\s*-?\s*uses:\s*(\S+)(.*)$/gm)];
  const by_tag = uses.filter(([, action]) => !action.startsWith("./") && !/@[0-9a-f]{40}$/.test(action)).map(([line]) => line.trim());
  const without_version = uses.filter(([, , rest]) => !/^ # v\d+\.\d+\.\d+$/.test(rest)).map(([line]) => line.trim());
  const clones = text.split("\n").filter((line) => /\bgit clone\b/.test(line));
  return [...new Set([...by_tag, ...without_version, ...(/rev-parse HEAD.*_COMMIT/.test(text) ? [] : clones)])];
}

for (const name of workflows) {
  test(`${name} pins what it uses by commit, with its version beside it`, () => {
    assert.deepEqual(unpinned(read(name)), []);
  });

  test(`${name} states its permissions, and none that writes everything`, () => {
    assert.match(read(name), /^permissions:$/m);
    assert.doesNotMatch(read(name), /write-all/);
  });
}

const commit = "0123456789abcdef0123456789abcdef01234567";
const rows = [
  ["an action by tag", "  - uses: actions/checkout@v5 # v5.1.0", 1],
  ["an action by branch", "  - uses: actions/checkout@main", 1],
  ["a short commit", `  - uses: actions/checkout@${commit.slice(0, 12)} # v5.1.0`, 1],
  ["a commit without its version", `  - uses: actions/checkout@${commit}`, 1],
  ["a commit with its version", `  - uses: actions/checkout@${commit} # v5.1.0`, 0],
  ["a clone that nobody checks", "  git clone https://example.org/x.git", 1],
];
for (const [what, text, errors] of rows) {
  test(`the check ${errors ? "finds" : "accepts"} ${what}`, () => assert.equal(unpinned(text).length, errors));
}
