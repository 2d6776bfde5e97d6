// A session with the accessibility bus that screen readers use, of a test's own.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const script = fileURLToPath(new URL("atspi.py", import.meta.url));
// Debian's own has the bindings.
const python = "/usr/bin/python3";

// Returns { environment: for the browser, at: what is at points of the page with a title, tree: all of it, close }.
export async function start_accessibility_bus() {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-bus-"));
  const own = { XDG_RUNTIME_DIR: folder };
  const bus = spawn("dbus-daemon", ["--session", "--nofork", "--print-address=1"], { stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, ...own } });
  const [address] = await once(createInterface({ input: bus.stdout }), "line");
  const environment = { ...own, DBUS_SESSION_BUS_ADDRESS: address };
  async function ask(...what) {
    const { stdout } = await promisify(execFile)(python, [script, ...what], {
      env: { ...process.env, ...environment },
      maxBuffer: 1 << 26, // outer elements have the text of all that they hold
    });
    return stdout.trim().split("\n").map((line) => JSON.parse(line));
  }
  return {
    environment,
    // For each point, [{ name, text }] from the innermost element outwards.
    at: (title, points) => ask("at", title, ...points.flat().map((number) => String(Math.round(number)))),
    // [{ name, text }] in the order of reading.
    tree: (title) => ask("tree", title),
    close() {
      bus.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
