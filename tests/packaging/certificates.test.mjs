// A certificate that becomes trusted while the server runs is used after SIGHUP: for a webhook whose receiver has a CA of its own.
// The system's list of CAs is replaced for the server alone, in a mount namespace.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = path.join(root, "build/native/kontingent");
const system_list = "/etc/ssl/certs/ca-certificates.crt";
const question = JSON.parse(readFileSync(path.join(root, "endpoint/openapi.json"), "utf8")).paths["/requests"].post.requestBody.content["application/json"]
  .examples.question.value;

const can_mount = () => spawnSync("unshare", ["--mount", "mount", "--bind", system_list, system_list]).status === 0;
const skip = can_mount() ? false : "needs root, unshare and Debian's list of CAs";

function make_certificate(folder) {
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => path.join(folder, name));
  const subject = ["-subj", "/CN=receiver", "-addext", "subjectAltName=IP:127.0.0.1"];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject], { stdio: "ignore" });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

async function start_receiver(certificate) {
  const received = [];
  const server = createServer(certificate, (request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      received.push(JSON.parse(body));
      response.writeHead(204).end();
    });
  });
  server.on("tlsClientError", () => {});
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { received, port: server.address().port, stop: () => server.close() };
}

// Reads its log until a part is there.
function start_server(folder, list, webhook) {
  const secret = path.join(folder, "secret");
  writeFileSync(secret, "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\n", { mode: 0o600 });
  const store = path.join(folder, "requests.sqlite");
  const words = [program, "serve", "--site", path.join(folder, "site"), "--catalogue", path.join(root, "site/catalogue/catalogue.json")];
  words.push("--listen", "127.0.0.1:0", "--store", store, "--webhook", webhook, "--webhook-secret-file", secret);
  const script = `mount --bind "${list}" ${system_list} && exec "$@"`;
  const child = spawn("unshare", ["--mount", "sh", "-c", script, "sh", ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => (log += chunk));
  const says = async (part) => {
    while (!part.test(log)) {
      assert.equal(child.exitCode, null, log);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return part.exec(log);
  };
  return { child, store, says };
}

test("SIGHUP makes a server trust a CA that was added meanwhile", { skip, timeout: 120_000 }, async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-certificates-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, "site"));
  writeFileSync(path.join(folder, "site/index.html"), "<!DOCTYPE html><title>Start</title>");
  const list = path.join(folder, "list.pem");
  copyFileSync(system_list, list);
  const certificate = make_certificate(folder);
  const receiver = await start_receiver(certificate);
  t.after(receiver.stop);
  const server = start_server(folder, list, `https://127.0.0.1:${receiver.port}/hook`);
  t.after(() => server.child.kill("SIGKILL"));
  const [url] = await server.says(/http:\/\/127\.0\.0\.1:\d+/);
  const headers = { "Content-Type": "application/json", "Idempotency-Key": "certificate-of-its-own" };
  assert.equal((await fetch(`${url}/requests`, { method: "POST", headers, body: JSON.stringify(question) })).status, 201);
  const [failed] = await server.says(/.*"notification_failed".*/);
  assert.match(failed, /certificate/i);
  assert.deepEqual(receiver.received, []);

  writeFileSync(list, Buffer.concat([readFileSync(list), certificate.cert])); // the same file, so that the mount shows it
  server.child.kill("SIGHUP");
  await server.says(/"reloaded"/);
  execFileSync(program, ["notifications", "retry", "--store", server.store]);
  await server.says(/"notified"/);
  assert.equal(receiver.received[0].type, "request.received");
  server.child.kill("SIGTERM");
  await new Promise((resolve) => server.child.once("exit", resolve));
});
