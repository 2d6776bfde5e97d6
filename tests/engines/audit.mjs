// What each engine, and each condition that a visitor may have set, gives: tables in Markdown, for people to read.
//   node tests/engines/audit.mjs [--engines chromium,firefox,webkit] [--file audit.md]
import { spawnSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { conditions } from "./support/conditions.mjs";
import { criteria } from "./support/criteria.mjs";

const { values: options } = parseArgs({ options: { engines: { type: "string", default: "chromium,firefox,webkit" }, file: { type: "string" } } });
const engines = options.engines.split(",");
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map(() => "---")), ...rows.map(row), ""].join("\n");

// { name: "ok, 1.2 s" or the first line of its error }.
function run_visit(engine) {
  const { stdout } = spawnSync(process.execPath, ["--test", "--test-reporter=tap", here("visit.test.mjs"), here("points.test.mjs")], {
    env: { ...process.env, KONTINGENT_BROWSER: engine },
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const results = {};
  for (const part of stdout.split(/^# Subtest: /m).slice(1)) {
    const [, name, verdict, skipped, rest] = part.match(/^(.*)\n(ok|not ok) \d+ .*?(# SKIP.*)?\n([^]*)/) ?? [];
    if (!name) continue;
    const seconds = (Number(rest.match(/duration_ms: ([\d.]+)/)?.[1]) / 1000).toFixed(1);
    const error = rest.match(/error: (?:\|-\n\s*)?(.*)/)?.[1];
    results[name] = skipped ? "–" : verdict === "ok" ? `ok, ${seconds} s` : `**${error}**`;
  }
  return results;
}

function steps() {
  const by_engine = engines.map(run_visit);
  const names = [...new Set(by_engine.flatMap(Object.keys))];
  return table(["step", ...engines], names.map((name) => [name, ...by_engine.map((results) => results[name] ?? "–")]));
}

// Each as soon as it is there: all of it takes minutes.
const write = (text) => (options.file ? appendFileSync(options.file, `${text}\n`) : console.log(text));
if (options.file) writeFileSync(options.file, "");
write(`## Steps in each engine\n\n${steps()}`);
write(`## Conditions, in Chromium\n\n${table(["condition", "result"], await conditions())}`);
write(`## WCAG 2.2, A and AA\n\n${table(["criterion", "result"], criteria())}`);
