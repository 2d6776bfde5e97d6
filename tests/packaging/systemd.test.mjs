// The service's unit: systemd knows every setting, and rates what the service is exposed to at most 2.5 of 10.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
