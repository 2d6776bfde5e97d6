// Starts a PostgreSQL server in a temporary folder, from the distribution's package.
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const versions = "/usr/lib/postgresql";

// The newest of Debian's, else what PATH has.
function find_programs() {
  const debian = existsSync(versions) ? readdirSync(versions).sort((a, b) => b - a).map((version) => `${versions}/${version}/bin`) : [];
  return [...debian, ...process.env.PATH.split(":")].find((folder) => existsSync(`${folder}/initdb`) && existsSync(`${folder}/postgres`));
}

// The server refuses to run as root.
function server_user() {
  if (process.getuid() !== 0) return {};
  const [, uid, gid] = readFileSync("/etc/passwd", "utf8").match(/^postgres:[^:]*:(\d+):(\d+)/m) ?? [, 65534, 65534]; // nobody
  return { uid: Number(uid), gid: Number(gid) };
}

// Returns { store: its address, stop }, or nothing where PostgreSQL is not installed.
export async function start_postgresql() {
  const programs = find_programs();
  if (!programs) return;
  const user = server_user();
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-postgresql-"));
  if (user.uid) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, "data");
  const settings = ["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"];
  execFileSync(path.join(programs, "initdb"), [...settings, "-D", data], { ...user, cwd: "/", stdio: "ignore" });
  const server = spawn(path.join(programs, "postgres"), ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"], { ...user, cwd: "/", stdio: "ignore" });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const state = path.join(data, "postmaster.pid");
  const is_ready = () => existsSync(state) && /^ready/m.test(readFileSync(state, "utf8"));
  for (let attempt = 0; attempt < 300 && !is_ready(); ++attempt) await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    store: `postgresql://postgres@/postgres?host=${folder}`,
    async stop() {
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
