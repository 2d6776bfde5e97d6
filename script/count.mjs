// Counts what a test run said, for script/test: prints "<passed> <failed>".
//
//   node script/count.mjs junit FILE    ctest's report; a doctest program counts case by case
//   node script/count.mjs tap FILE      the output of node's test runner
//
// A run that cannot be read, or in which nothing ran, is one failure.
import { existsSync, readFileSync } from "node:fs";

const [kind, file] = process.argv.slice(2);
const text = existsSync(file) ? readFileSync(file, "utf8") : "";

function junit() {
  return [...text.matchAll(/<testcase\b[^>]*?(?:\/>|>([^]*?)<\/testcase>)/g)].map(([whole, body = ""]) => {
    const has_failed = !/\bstatus="run"/.test(whole);
    const plain = body.replace(/(?:\x1b|&#27;|&#x1b;)?\[[0-9;]*m/gi, "");
    const cases = /test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed/.exec(plain);
    if (!cases) return has_failed ? [0, 1] : [1, 0];
    const [passed, failed] = cases.slice(1).map(Number);
    // A program that breaks off after its summary, or ran no case, has failed nevertheless.
    return [passed, Math.max(failed, has_failed || passed + failed === 0 ? 1 : 0)];
  });
}

function tap() {
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  const failed = number("fail") + number("cancelled");
  return number("pass") + failed > 0 ? [[number("pass"), failed]] : [];
}

const runs = { junit, tap }[kind]();
const sum = (index) => runs.reduce((total, run) => total + run[index], 0);
console.log(runs.length > 0 ? `${sum(0)} ${sum(1)}` : "0 1");
