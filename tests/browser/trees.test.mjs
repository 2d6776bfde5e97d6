// The accessibility tree of each screen, as golden text: roles, names, values and states in the order of reading. One file
// for all engines, and one more for an engine that differs. KONTINGENT_UPDATE_GOLDEN=1 writes them anew.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { engine } from "./support/browser.mjs";
import { open_desk } from "./support/desk.mjs";
import { eventually, start } from "./support/portal.mjs";
import { now, part_of, walk_desk, walk_portal } from "./support/screens.mjs";
import { root, texts } from "./support/site.mjs";
import { after, before, test } from "./support/test.mjs";

const folder = path.join(root, "tests/golden/trees");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

const fixed = { before: (page) => page.clock.setFixedTime(now) };

// What is another at each run: the server's port, a request's reference, a document's digest; and what was announced last,
// together or one after another.
const masked = (text) =>
  text.replace(/\n *- status.*/g, "").replace(/http:\/\/127\.0\.0\.1:\d+/g, "").replace(/(Vorgangsnummer: )[\w-]+/g, "$1REFERENCE").replace(/\b[0-9a-f]{32,}\b/g, "DIGEST");

const update = process.env.KONTINGENT_UPDATE_GOLDEN;
const files_of = (name) => ["", `.${engine}`].map((which) => path.join(folder, `${name}${which}.yaml`));

// The golden trees by screen.
function golden_trees(name) {
  const [common, own] = files_of(name);
  const text = readFileSync(existsSync(own) ? own : common, "utf8");
  return Object.fromEntries(text.split(/^# /m).slice(1).map((part) => part.split(/\n(.*)/s).slice(0, 2)));
}

function write_trees(name, trees) {
  const text = Object.entries(trees).map(([screen, tree]) => `# ${screen}\n${tree}`).join("");
  const [common, own] = files_of(name);
  mkdirSync(folder, { recursive: true });
  rmSync(own, { force: true });
  if (engine === "chromium") writeFileSync(common, text);
  else if (readFileSync(common, "utf8") !== text) writeFileSync(own, text);
}

// Once nothing changes any more.
async function calm(read) {
  for (let before; ; ) {
    const tree = await read();
    if (tree === before) return tree;
    before = tree;
    await pause(700);
  }
}

// Names the lines where a tree begins to differ: of a long text, Node's message leaves them out.
function assert_same_tree(seen, wanted, where) {
  if (seen === wanted) return;
  const trees = [seen, wanted ?? ""].map((tree) => tree.split("\n"));
  let at = 0;
  while (trees[0][at] === trees[1][at]) at++;
  const [actual, expected] = trees.map((lines) => lines.slice(at, at + 6).join("\n"));
  assert.fail(`${where}, line ${at + 1}:\n${actual}\nshould be:\n${expected}`);
}

// Walks, and compares each tree with the golden one; what follows a step may come a moment later.
async function compare_trees(name, page, walk, words, everything) {
  const golden = update ? {} : golden_trees(name);
  const seen = [];
  await walk(page, words, async (screen, region) => {
    seen.push(screen);
    const part = region ? part_of(page, region) : page.locator(everything);
    const read = async () => `${masked(await part.ariaSnapshot())}\n\n`;
    if (update) golden[screen] = await calm(read);
    else await eventually(async () => assert_same_tree(await read(), golden[screen], `${name}: ${screen}`));
  });
  if (update) write_trees(name, golden);
  assert.deepEqual(Object.keys(golden), seen);
}

test("the accessibility tree of each screen of the portal", async (t) => {
  const page = await portal.open(t, fixed);
  await compare_trees("portal", page, walk_portal, texts("portal", "de"), "body");
});

test("the accessibility tree of each screen of the desk", async (t) => {
  const page = await open_desk(t, portal.browser, `${portal.url}desk/`, { ...fixed, serviceWorkers: "block", allowed: /^Service Worker/ });
  await compare_trees("desk", page, walk_desk, texts("desk", "de"), "main");
});
