// The service workers' cache (site/worker/cache.mjs), with a storage whose cache an update deletes at the worst moment.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const entry = fileURLToPath(new URL("../../site/worker/cache.mjs", import.meta.url));
const contents = { name: "contents", setup: (build) => {
  build.onResolve({ filter: /^contents$/ }, () => ({ path: "contents", namespace: "contents" }));
  build.onLoad({ filter: /.*/, namespace: "contents" }, () => ({ contents: 'export const version = "one"' }));
} };
const bundle = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false, plugins: [contents] });
const [{ text }] = bundle.outputFiles;
const name = "kontingent https://example.org/ one";

let starts = 0;
// The module as a worker that has just started finds it.
async function started_worker(caches) {
  Object.assign(globalThis, { self: { registration: { scope: "https://example.org/" } }, caches });
  return import(`data:text/javascript;base64,${Buffer.from(`${text}\n// ${++starts}`).toString("base64")}`);
}

// `after_has` runs between the question whether a cache is there and what its answer leads to.
class Storage {
  names = new Map();
  constructor(after_has = () => {}) {
    this.after_has = after_has;
  }
  async has(name) {
    const is_there = this.names.has(name);
    this.after_has(this);
    return is_there;
  }
  async open(name) {
    const urls = this.names.get(name) ?? new Map();
    this.names.set(name, urls);
    return { keys: async () => [...urls.keys()], put: async (url, response) => void urls.set(url, response) };
  }
  delete = async (name) => this.names.delete(name);
}

const filled = (storage) => storage.names.set(name, new Map([["https://example.org/", "the page"]]));
const answer = () => new Response('<body data-version="one">');

test("a worker that starts keeps what it is given in the cache that is there", async () => {
  const storage = new Storage();
  filled(storage);
  const { keep } = await started_worker(storage);
  assert.ok(await keep("https://example.org/en/", answer()));
  assert.deepEqual([...storage.names.get(name).keys()], ["https://example.org/", "https://example.org/en/"]);
});

for (const [moment, make] of [
  ["before it starts", () => new Storage()],
  ["while it opens it", () => new Storage((storage) => storage.names.clear())],
])
  test(`a worker whose cache is deleted ${moment} leaves no cache behind, also with several answers at once`, async () => {
    const storage = make();
    if (moment !== "before it starts") filled(storage);
    const { keep } = await started_worker(storage);
    const urls = ["", "en/", "catalogue.de.json"];
    const kept = await Promise.allSettled(urls.map((url) => keep(`https://example.org/${url}`, answer())));
    assert.deepEqual(kept.map(({ status }) => status), ["rejected", "rejected", "rejected"]);
    assert.deepEqual([...storage.names.keys()], []);
  });

test("a worker whose cache is deleted while it has it open leaves no cache behind", async () => {
  const storage = new Storage();
  const { make_cache, keep } = await started_worker(storage);
  await make_cache();
  await keep("https://example.org/", answer());
  storage.names.clear();
  await keep("https://example.org/en/", answer());
  assert.deepEqual([...storage.names.keys()], []);
});
