// script/server: what it starts, with a stand-in for the program and for the long build.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const scripts = fileURLToPath(new URL("../../script/", import.meta.url));

// The words that script/server starts the program with.
function words_with(settings) {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-script-"));
  try {
    mkdirSync(path.join(folder, "script"));
    mkdirSync(path.join(folder, "build/native"), { recursive: true });
    for (const name of ["server", "common.sh"]) copyFileSync(path.join(scripts, name), path.join(folder, "script", name));
    for (const [name, text] of [["script/site", "#!/bin/sh\n"], ["build/native/kontingent", '#!/bin/sh\nprintf "%s\\n" "$@"\n']]) {
      writeFileSync(path.join(folder, name), text);
      chmodSync(path.join(folder, name), 0o755);
    }
    const { status, stdout, stderr } = spawnSync("bash", [path.join(folder, "script/server")], { encoding: "utf8", env: { PATH: process.env.PATH, HOME: folder, ...settings } });
    assert.equal(status, 0, stderr);
    return stdout.slice(stdout.indexOf("\nserve\n") + 1).trim().split("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("script/server makes its store where there is none, also after the file was deleted", () => {
  const words = words_with({ PORT: "47119" });
  assert.deepEqual(words, ["serve", "--site", "build/site", "--listen", "127.0.0.1:47119", "--store", "build/requests.sqlite", "--create-store"]);
});

test("script/server takes another store", () => {
  const words = words_with({ PORT: "47119", STORE: "postgresql:///requests" });
  assert.equal(words[words.indexOf("--store") + 1], "postgresql:///requests");
  assert.ok(words.includes("--create-store"));
});
