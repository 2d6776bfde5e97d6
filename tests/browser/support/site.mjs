// The assembled site, build/site, served by the program as visitors get it.
import { spawn, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const site = path.resolve(root, process.env.KONTINGENT_SITE ?? "build/site");
export const program = path.resolve(root, process.env.KONTINGENT_PROGRAM ?? "build/native/kontingent");

// Files of tests run side by side: each has a store of its own unless it names one.
function own_store() {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-store-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, "requests.sqlite");
}

// Returns { url, close }; the url ends with a slash.
export async function serve_site(store = own_store(), more = [], environment = {}) {
  for (const needed of [program, path.join(site, "index.html")])
    if (!existsSync(needed)) throw new Error(`${needed} is missing: build the program, then run site/assemble.mjs`);
  const server = spawn(
    program,
    ["serve", "--site", site, "--listen", "127.0.0.1:0", "--store", store, ...more],
    { stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, ...environment } },
  );
  for await (const line of createInterface({ input: server.stdout })) {
    const url = line.match(/http:\/\/\S+/)?.[0];
    if (url) return { url, close: () => server.kill() };
  }
  throw new Error("the program ended without an address");
}

export const texts = (name, language) =>
  JSON.parse(readFileSync(path.join(root, `languages/${language}/${name}.json`), "utf8"));

export const catalogue = () => JSON.parse(readFileSync(path.join(site, "catalogue.json"), "utf8"));

// What the native program computes for these hours: the expected figures on the page.
export function compare(usage_minutes) {
  const scenario = JSON.stringify({ format: 1, usage_minutes, package: catalogue().packages[0].id });
  const output = execFileSync(
    program,
    ["compare", "--catalogue", path.join(site, "catalogue.json"), "--scenario", "-", "--format", "json"],
    { input: scenario },
  );
  return JSON.parse(output);
}
