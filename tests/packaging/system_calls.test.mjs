// What `kontingent serve` asks of the kernel is what its service permits: strace watches the program serve a page and store a
// request, and the unit's filters are held against that. systemd itself is not needed.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const unit = readFileSync(path.join(root, "packaging/systemd/kontingent.service"), "utf8");
const works = (program, ...words) => spawnSync(program, words).status === 0;
const skip = works("systemd-analyze", "syscall-filter", "@basic-io") && works("strace", "-o", "/dev/null", "/bin/true") ? false : "strace or systemd-analyze cannot run here";
const work = mkdtempSync(path.join(tmpdir(), "kontingent-calls-"));
after(() => rmSync(work, { recursive: true, force: true }));

const values_of = (setting) => [...unit.matchAll(new RegExp(`^${setting}=(.*)$`, "gm"))].map((match) => match[1]);

// The calls in a group such as @system-service, and in the groups within it.
function calls_of(group) {
  const lines = execFileSync("systemd-analyze", ["--no-pager", "syscall-filter", group], { encoding: "utf8" }).split("\n").slice(1);
  const names = lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  return names.flatMap((name) => (name.startsWith("@") ? calls_of(name) : [name]));
}

function permitted_calls() {
  const permitted = new Set();
  for (const value of values_of("SystemCallFilter")) {
    const is_refusal = value.startsWith("~");
    const calls = value.replace("~", "").split(" ").flatMap((name) => (name.startsWith("@") ? calls_of(name) : [name]));
    for (const call of calls) is_refusal ? permitted.delete(call) : permitted.add(call);
  }
  return permitted;
}

const openapi = JSON.parse(readFileSync(path.join(root, "endpoint/openapi.json"), "utf8"));
const request = openapi.paths["/requests"].post.requestBody.content["application/json"].examples.question.value;

// The program's calls, with their arguments, from its start to its end.
async function traced_calls() {
  const trace = path.join(work, "trace");
  const state = path.join(work, "state");
  mkdirSync(state);
  // The service's user is not root, for whom SQLite would change a file's owner.
  const user = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};
  for (const folder of [work, state]) chmodSync(folder, 0o777);
  const words = ["serve", "--site", path.join(root, "build/site"), "--listen", "127.0.0.1:0", "--store", path.join(state, "requests.sqlite")];
  const server = spawn("strace", ["-f", "-qq", "-o", trace, path.join(root, "build/native/kontingent"), ...words], { ...user, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const read = (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    for (const stream of [server.stdout, server.stderr]) stream.on("data", read);
    ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  assert.equal((await fetch(`${url}/`)).status, 200);
  const headers = { "Content-Type": "application/json", "Idempotency-Key": "00000000-0000-4000-8000-000000000000" };
  const { status } = await fetch(`${url}/requests`, { method: "POST", headers, body: JSON.stringify(request) });
  // strace passes no signal on, but names the program's process in its output.
  process.kill(Number(/^\d+/.exec(readFileSync(trace, "utf8"))[0]), "SIGTERM");
  await ended;
  return { status, calls: readFileSync(trace, "utf8").split("\n").map((line) => line.replace(/^\d+ +/, "")) };
}

const traced = skip ? null : await traced_calls();
const named = (name) => traced.calls.filter((call) => call.startsWith(`${name}(`));

test("the request was stored", { skip }, () => assert.equal(traced.status, 201));

test("every system call is one that the service permits", { skip }, () => {
  const permitted = permitted_calls();
  assert.ok(permitted.has("read") && !permitted.has("mount") && !permitted.has("chown"));
  const used = [...new Set(traced.calls.map((call) => /^([a-z]\w+)\(/.exec(call)?.[1]).filter(Boolean))];
  assert.ok(used.includes("openat") && used.includes("fdatasync"), used.join(" "));
  assert.deepEqual(used.filter((call) => !permitted.has(call)), []);
});

test("every socket is of a family that the service permits", { skip }, () => {
  const permitted = values_of("RestrictAddressFamilies").join(" ").split(" ");
  const families = named("socket").map((call) => /\((AF_\w+)/.exec(call)[1]);
  assert.ok(families.length > 0);
  assert.deepEqual(families.filter((family) => !permitted.includes(family)), []);
});

test("no memory is writable and executable", { skip }, () => {
  const calls = [...named("mmap"), ...named("mprotect")];
  assert.ok(calls.length > 0);
  assert.deepEqual(calls.filter((call) => /PROT_WRITE\|PROT_EXEC/.test(call)), []);
});

test("files are written in the service's folder alone", { skip }, () => {
  const opened = named("openat").filter((call) => /O_WRONLY|O_RDWR|O_CREAT/.test(call)).map((call) => /"([^"]*)"/.exec(call)[1]);
  assert.ok(opened.length > 0);
  assert.deepEqual(opened.filter((file) => !file.startsWith(`${work}/state/`) && file !== "/dev/null"), []);
});
