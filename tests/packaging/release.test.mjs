// script/release as a user of its results sees them: checksums that hold, a zip that is the site, a .deb whose files are where
// they belong, an image that runs unprivileged on a read-only root, and the same bytes a second time.
import assert from "node:assert/strict";
import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { hardening_errors } from "../style/elf.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const skip = existsSync("/usr/bin/dpkg-shlibdeps") ? false : "releases are made on Debian";
const work = mkdtempSync(path.join(tmpdir(), "kontingent-release-"));
after(() => rmSync(work, { recursive: true, force: true }));

// Two releases at once: the second shows that the bytes are the same.
const outs = ["first", "second"].map((name) => path.join(work, name));
const make = (out) => promisify(execFile)(path.join(root, "script/release"), ["--built"], { env: { ...process.env, OUT: out } });
const made = skip ? [] : await Promise.all(outs.map(make));
const [out] = outs;
const files = skip ? [] : readdirSync(out).sort();
const file_like = (pattern) => path.join(out, files.find((name) => pattern.test(name)));
const run = (program, ...words) => execFileSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });

function files_below(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return names.filter((name) => statSync(path.join(folder, name)).isFile()).sort();
}

function unpacked(name, unpack) {
  const folder = path.join(work, name);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    unpack(folder);
  }
  return folder;
}
const deb = () => unpacked("deb", (folder) => run("dpkg-deb", "-x", file_like(/\.deb$/), folder));
const layout = () => unpacked("layout", (folder) => run("tar", "-xf", file_like(/image\.tar$/), "-C", folder));
const blob = (digest) => readFileSync(path.join(layout(), "blobs", digest.replace(":", "/")));
const manifest = () => JSON.parse(blob(JSON.parse(readFileSync(path.join(layout(), "index.json"), "utf8")).manifests[0].digest));
const layer = () => path.join(layout(), "blobs", manifest().layers[0].digest.replace(":", "/"));
const image = () => unpacked("image", (folder) => run("tar", "-xzf", layer(), "-C", folder, "--no-same-owner"));

test("a release has a zip, a .deb, an image, an SBOM and their checksums, the same bytes twice", { skip }, () => {
  assert.equal(made.length, 2);
  const kinds = [/^SHA256SUMS$/, /-image\.tar$/, /\.cdx\.json$/, /^kontingent-site-.*\.zip$/, /\.deb$/];
  assert.equal(files.length, kinds.length, files.join(" "));
  for (const kind of kinds) assert.ok(files.some((name) => kind.test(name)), String(kind));
  assert.equal(readFileSync(path.join(outs[0], "SHA256SUMS"), "utf8"), readFileSync(path.join(outs[1], "SHA256SUMS"), "utf8"));
});

test("the checksums are those of all other files, and a changed file is noticed", { skip }, () => {
  const check = () => spawnSync("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: outs[1], encoding: "utf8" });
  assert.equal(check().status, 0, check().stdout);
  const listed = readFileSync(path.join(out, "SHA256SUMS"), "utf8").trim().split("\n").map((line) => line.split("  ")[1]);
  assert.deepEqual(listed.sort(), files.filter((name) => name !== "SHA256SUMS"));
  appendFileSync(path.join(outs[1], listed[0]), "x");
  assert.equal(check().status, 1);
});

test("the zip is the site, file by file", { skip }, () => {
  const folder = unpacked("zip", (target) => run("unzip", "-q", file_like(/\.zip$/), "-d", target));
  const site = path.join(root, "build/site");
  assert.deepEqual(files_below(folder), files_below(site));
  for (const name of files_below(site)) assert.ok(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(site, name))), name);
});

test("the .deb holds program, site, service, settings and licences, owned by root", { skip }, () => {
  const listing = run("dpkg-deb", "-c", file_like(/\.deb$/)).trim().split("\n");
  assert.deepEqual(listing.filter((line) => !/^[-d]\S+ root\/root /.test(line)), []);
  const mode_of = (name) => listing.find((line) => line.endsWith(` .${name}`))?.split(" ")[0];
  assert.equal(mode_of("/usr/bin/kontingent"), "-rwxr-xr-x");
  assert.equal(mode_of("/etc/kontingent/kontingent.env"), "-rw-------");
  assert.deepEqual(hardening_errors(path.join(deb(), "usr/bin/kontingent")), []);
  const unit = "usr/lib/systemd/system/kontingent.service";
  assert.deepEqual(readFileSync(path.join(deb(), unit)), readFileSync(path.join(root, "packaging/systemd/kontingent.service")));
  assert.deepEqual(files_below(path.join(deb(), "usr/share/kontingent/site")), files_below(path.join(root, "build/site")));
  const notices = readFileSync(path.join(deb(), "usr/share/doc/kontingent/copyright"), "utf8");
  for (const name of ["Kontingent", "Dear ImGui", "nlohmann/json", "Inter", "CLI11", "Mustache", "musl"]) assert.match(notices, new RegExp(`^${name}\\b.*\\(.*\\)$`, "m"), name);
  assert.equal(readFileSync(path.join(deb(), "usr/share/doc/kontingent/sbom.cdx.json"), "utf8"), readFileSync(file_like(/\.cdx\.json$/), "utf8"));
});

test("the .deb depends on the packages of the libraries its program loads, and lists its settings", { skip }, () => {
  const field = (name) => run("dpkg-deb", "-f", file_like(/\.deb$/), name).trim();
  for (const name of ["libc6", "libcurl4", "libpq5", "libsqlite3-0", "libstdc++6", "ca-certificates"]) assert.match(field("Depends"), new RegExp(`(^|, )${name.replace(/\+/g, "\\+")}\\b`), name);
  assert.equal(field("Version"), run(path.join(root, "build/native/kontingent"), "--version").trim().split(" ")[1]);
  const control = unpacked("control", (folder) => run("dpkg-deb", "-e", file_like(/\.deb$/), folder));
  assert.equal(readFileSync(path.join(control, "conffiles"), "utf8"), "/etc/kontingent/kontingent.env\n");
  for (const script of ["postinst", "prerm", "postrm"]) run("sh", "-n", path.join(control, script));
});

test("program and npm's package have one version", () => {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  assert.equal(run(path.join(root, "build/native/kontingent"), "--version"), `kontingent ${version}\n`);
});

test("the image's blobs are what their names say, and its user is not root", { skip }, () => {
  const { config, layers } = manifest();
  for (const { digest, size } of [config, ...layers]) {
    const content = blob(digest);
    assert.equal(content.length, size);
    assert.equal(`sha256:${createHash("sha256").update(content).digest("hex")}`, digest);
  }
  const settings = JSON.parse(blob(config.digest));
  assert.equal(settings.config.User, "65532:65532");
  assert.deepEqual(Object.keys(settings.config.Volumes), ["/var/lib/kontingent"]);
  const content = execFileSync("gzip", ["-dc", layer()], { maxBuffer: 1 << 28 });
  assert.deepEqual(settings.rootfs.diff_ids, [`sha256:${createHash("sha256").update(content).digest("hex")}`]);
});

test("in the image only the store's folder belongs to its user, nothing gains rights, and there is no shell", { skip }, () => {
  const listing = run("tar", "-tvzf", layer(), "--numeric-owner").trim().split("\n");
  const not_root = listing.filter((line) => !/^\S+ 0\/0 /.test(line));
  assert.equal(not_root.length, 1);
  assert.match(not_root[0], /^drwx------ 65532\/65532 .* \.\/var\/lib\/kontingent\/$/);
  assert.deepEqual(listing.filter((line) => /^\S*[sS]/.test(line.split(" ")[0])), []);
  assert.deepEqual(listing.filter((line) => /\/(sh|bash|dash|busybox|apt|dpkg)$/.test(line)), []);
  const executables = listing.filter((line) => /^-..x/.test(line) && !/\.so(\.|$)/.test(line));
  assert.equal(executables.length, 1, executables.join("\n"));
});

test("the image has the zones by which quotes expire, and not the zone of the machine that made it", { skip }, () => {
  const zones = path.join(image(), "usr/share/zoneinfo");
  for (const zone of ["Europe/Berlin", "Etc/UTC", "UTC"]) {
    assert.ok(readFileSync(path.join(zones, zone)).equals(readFileSync(path.join("/usr/share/zoneinfo", zone))), zone);
  }
  assert.ok(!readdirSync(zones).includes("localtime"));
});

// Bubblewrap gives what a container runtime would: the image's root, read-only, and its user.
const state = path.join(work, "state");
const contained = (...words) => ["--ro-bind", image(), "/", "--bind", state, "/var/lib/kontingent", "--unshare-user", "--unshare-pid", "--uid", "65532", "--gid", "65532", "--die-with-parent", "--clearenv", "/usr/bin/kontingent", ...words];
const no_bwrap = skip || (spawnSync("bwrap", ["--ro-bind", "/", "/", "--unshare-user", "/bin/true"]).status === 0 ? false : "bubblewrap may not run here");

test("the program of .deb and image runs with the image's libraries alone", { skip: no_bwrap }, () => {
  mkdirSync(state, { recursive: true });
  const program = "usr/bin/kontingent";
  assert.ok(readFileSync(path.join(deb(), program)).equals(readFileSync(path.join(image(), program))));
  assert.equal(run("bwrap", ...contained("--version")), run(path.join(root, "build/native/kontingent"), "--version"));
});

test("the image serves the site, unprivileged, on a read-only root", { skip: no_bwrap }, async () => {
  mkdirSync(state, { recursive: true });
  const settings = JSON.parse(blob(manifest().config.digest)).config;
  const words = settings.Cmd.map((word) => (word === "0.0.0.0:8080" ? "127.0.0.1:0" : word));
  const server = spawn("bwrap", contained(...words), { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  let said = "";
  try {
    const url = await new Promise((resolve, reject) => {
      const read = (chunk) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (found) resolve(found[0]);
      };
      server.stdout.on("data", read);
      server.stderr.on("data", read);
      ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
    });
    const page = await fetch(`${url}/`);
    assert.equal(page.status, 200);
    assert.equal(await page.text(), readFileSync(path.join(root, "build/site/index.html"), "utf8"));
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    assert.ok(readdirSync(state).includes("requests.sqlite"));
  } finally {
    server.kill("SIGTERM");
    await ended;
  }
});
