// The service's unit: systemd knows every setting, and rates what the service is exposed to at most 2.5 of 10. Its command
// starts the program, as far as that shows without a service manager.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const unit = fileURLToPath(new URL("../../packaging/systemd/kontingent.service", import.meta.url));
const text = readFileSync(unit, "utf8");
const analyze = (...words) => spawnSync("systemd-analyze", ["--no-pager", ...words], { encoding: "utf8" });
const skip = analyze("--version").error ? "systemd-analyze is not installed" : false;
const highest_exposure = "25"; // tenths

// The unit under its own name, changed, in a folder of its own.
function with_unit(content, use) {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-unit-"));
  try {
    const file = path.join(folder, "kontingent.service");
    writeFileSync(file, content);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const exposure = (file) => analyze("security", "--offline=true", `--threshold=${highest_exposure}`, file);

test("the service is exposed at most 2.5 of 10", { skip }, () => {
  const { status, stdout, stderr } = exposure(unit);
  const rating = stdout.split("\n").find((line) => line.includes("Overall exposure level"));
  assert.equal(status, 0, `${rating}\n${stderr}`);
  console.log(rating.trim());
});

test("the same service without its sandbox is rated worse", { skip }, () => {
  const bare = text.replace(/^(Restrict|Protect|Private|SystemCall|Capability|NoNew|DynamicUser).*$/gm, "");
  with_unit(bare, (file) => assert.notEqual(exposure(file).status, 0));
});

// systemd warns of what it does not know and goes on, so a misspelt setting would protect nothing.
const known = (content) => with_unit(content.replaceAll("/usr/bin/kontingent", "/bin/true"), (file) => analyze("verify", file).stderr);

test("systemd knows every setting", { skip }, () => {
  assert.equal(known(text), "");
});

test("a misspelt setting is noticed", { skip }, () => {
  assert.match(known(text.replace("ProtectSystem=", "ProtectSytem=")), /ProtectSytem/);
});

test("the service can write its own state folder and nothing else", () => {
  const settings = Object.fromEntries([...text.matchAll(/^(\w+)=(.*)$/gm)].map((match) => match.slice(1)));
  assert.equal(settings.ProtectSystem, "strict");
  assert.equal(settings.StateDirectory, "kontingent");
  assert.match(text, /^Environment=KONTINGENT_STORE=\/var\/lib\/kontingent\//m);
  assert.doesNotMatch(text, /^(ReadWritePaths|BindPaths)=/m);
});

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = path.join(root, "build/native/kontingent");
const not_built = existsSync(built) && existsSync(path.join(root, "build/site/index.html")) ? false : "program and site are not built";

// The words of ExecStart as systemd makes them: a variable is split at blanks.
function command_in(environment) {
  const words = /^ExecStart=(.*)$/m.exec(text)[1].split(" ");
  return words.flatMap((word) => (word.startsWith("$") ? (environment[word.slice(1)] ?? "").split(" ").filter(Boolean) : [word]));
}

// The unit's own settings, then those of a settings file, as the service has them.
function environment_with(settings) {
  const lines = [...text.matchAll(/^Environment=(.*)$/gm)].map((match) => match[1]).concat(settings);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

test("the service's command starts the program with the settings of the file, and its stop signal ends it", { skip: not_built }, async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-service-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const store = path.join(folder, "requests.sqlite");
  const environment = environment_with([
    `KONTINGENT_SITE=${path.join(root, "build/site")}`,
    `KONTINGENT_STORE=${store}`,
    "KONTINGENT_LISTEN=127.0.0.1:0",
    "KONTINGENT_OPTIONS=--rate 7 --trust-proxy 127.0.0.1",
  ]);
  const [program, ...words] = command_in(environment);
  assert.equal(program, "/usr/bin/kontingent");
  assert.deepEqual(words, ["serve", "--rate", "7", "--trust-proxy", "127.0.0.1"]);
  const service = spawn(built, words, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => service.once("exit", (code, signal) => resolve(code ?? signal)));
  let said = "";
  for (const stream of [service.stdout, service.stderr]) stream.on("data", (chunk) => (said += chunk));
  try {
    const address = /http:\/\/127\.0\.0\.1:\d+/;
    while (!address.test(said) && service.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.match(said, address);
    assert.equal((await fetch(`${address.exec(said)[0]}/readyz`)).status, 200);
    assert.ok(existsSync(store));
  } finally {
    service.kill("SIGTERM");
  }
  assert.equal(await ended, 0, said);
});
