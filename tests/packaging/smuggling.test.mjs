// Requests that a proxy and the endpoint may read differently. However they are sent, directly or through nginx, HAProxy and Caddy:
// the endpoint answers no more requests than the clients that sent them get answers, and nobody gets the answer to another's.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { is_installed, proxies, start_proxy } from "./proxies.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), "kontingent-smuggling-"));
after(() => rmSync(work, { recursive: true, force: true }));

const hidden = "OPTIONS /requests HTTP/1.1\r\nHost: a\r\n\r\n";
const post = (headers, body, version = "1.1") => `POST /requests HTTP/${version}\r\nHost: a\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`;
// A body that is over for one who reads chunks, and goes on for one who counts bytes; and the other way round.
const ends_by_chunks = `0\r\n\r\n${hidden}`;
const ends_by_length = `${(hidden.length + 4).toString(16)}\r\n${hidden}x\r\n0\r\n\r\n`;
const by_length = `Content-Length: ${ends_by_chunks.length}`;

const codings = [
  "Transfer-Encoding: chunked",
  "Transfer-Encoding : chunked",
  " Transfer-Encoding: chunked",
  "Transfer-Encoding:\tchunked",
  "Transfer-Encoding: chunked ",
  "Transfer-Encoding: xchunked",
  "Transfer-Encoding: identity",
  "Transfer-Encoding: identity, chunked",
  "Transfer-Encoding: chunked, identity",
  "Transfer-Encoding: chunked, chunked",
  "Transfer-Encoding: gzip, chunked",
  "Transfer-Encoding: \"chunked\"",
  "Transfer-Encoding:\r\n chunked",
  "Transfer-Encoding: x\r\nTransfer-Encoding: chunked",
  "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
  "X: y\nTransfer-Encoding: chunked",
  "X: y\rTransfer-Encoding: chunked",
  "X: y\r\n\tTransfer-Encoding: chunked",
  "Transfer_Encoding: chunked",
  "TRANSFER-ENCODING: CHUNKED",
  "Transfer-Encoding: chunked\0",
];
const lengths = ["0, 41", "41, 0", "+41", "0x29", "41 ", "-41", "4 1", "41;", "041", "99999999999999999999", "0\r\nContent-Length: 41", "41\r\nContent-Length: 0", "41\r\nContent-Length: 41", "\r\n 41"];
const chunks = {
  "an extension": `5;a=b\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n`,
  "an extension with a line break": `5;a\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n${hidden}`,
  "a space after the size": `7 \r\n{"a":1}\r\n0\r\n\r\n${hidden}`,
  "a space before the size": ` 7\r\n{"a":1}\r\n0\r\n\r\n${hidden}`,
  "a size as in C": `0x7\r\n{"a":1}\r\n0\r\n\r\n${hidden}`,
  "a size with a sign": `+7\r\n{"a":1}\r\n0\r\n\r\n${hidden}`,
  "a size beyond 64 bits": `10000000000000007\r\n{"a":1}\r\n0\r\n\r\n${hidden}`,
  "bare line feeds": `7\n{"a":1}\n0\n\n${hidden}`,
  "a bare carriage return": `7\r{"a":1}\r\n0\r\n\r\n${hidden}`,
  "no line break after the data": `7\r\n{"a":1}0\r\n\r\n${hidden}`,
  "more data than said": `1\r\n{"a":1}\r\n0\r\n\r\n${hidden}`,
  "a trailer that is a header": `0\r\nContent-Length: 41\r\n\r\n${hidden}`,
  "a trailer without an end": `0\r\nX: y\r\n${hidden}`,
};
const others = {
  "two requests at once": "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\n\r\n",
  "absolute form": "GET http://a/healthz HTTP/1.1\r\nHost: a\r\n\r\n",
  "absolute form of another host": `GET http://b/healthz HTTP/1.1\r\nHost: a\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  "a GET with a body": `GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  "a GET with chunks": `GET /healthz HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${ends_by_length}`,
  "a HEAD with a body": `HEAD /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  "two hosts": `GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`,
  "no host": `GET /healthz HTTP/1.1\r\n\r\n${hidden}`,
  "a header line without a name": `GET /healthz HTTP/1.1\r\nHost: a\r\n: x\r\nX\r\n\r\n${hidden}`,
  "a request line with bare line feeds": `GET /healthz HTTP/1.1\nHost: a\n\n${hidden}`,
  "chunks in HTTP/1.0": post("Transfer-Encoding: chunked\r\nConnection: keep-alive", ends_by_chunks, "1.0"),
  "100-continue": post(`${by_length}\r\nExpect: 100-continue`, ends_by_chunks),
  "an upgrade": post(`${by_length}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__`, ends_by_chunks),
  "a length that the connection may drop": post(`${by_length}\r\nConnection: close, Content-Length`, ends_by_chunks),
  "an old protocol": `GET /healthz HTTP/0.9\r\n\r\n${hidden}`,
};

const attacks = [
  ...codings.flatMap((coding) => [
    [`length before, ${JSON.stringify(coding)}`, post(`${by_length}\r\n${coding}`, ends_by_chunks)],
    [`${JSON.stringify(coding)}, length after`, post(`${coding}\r\nContent-Length: 4`, ends_by_length)],
    [`${JSON.stringify(coding)} alone`, post(coding, ends_by_length)],
  ]),
  ...lengths.map((length) => [`length ${JSON.stringify(length)}`, post(`Content-Length: ${length}`, hidden)]),
  ...Object.entries(chunks).map(([name, body]) => [`chunks: ${name}`, post("Transfer-Encoding: chunked", body)]),
  ...Object.entries(others),
];

// All that comes back until the other side closes. A connection may also be reset. Proxies take a half-closed connection for one
// that was given up; the endpoint answers, and need not wait for more.
function send(port, bytes, { half_closes }) {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => socket.write(bytes, "latin1", () => half_closes && socket.end()));
    socket.on("end", () => socket.end());
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => (text += chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });
}

const count_answers = (text) => (text.match(/^HTTP\/1\.[01] (?!100)\d{3} /gm) ?? []).length;

async function start_endpoint(folder) {
  const site = path.join(folder, "site");
  mkdirSync(site);
  writeFileSync(path.join(site, "index.html"), "<!DOCTYPE html><title>Start</title>");
  const words = ["serve", "--site", site, "--listen", "127.0.0.1:0", "--store", path.join(folder, "requests.sqlite"), "--rate", "0"];
  words.push("--catalogue", path.join(root, "site/catalogue/catalogue.json"), "--trust-proxy", "127.0.0.1");
  const child = spawn(path.join(root, "build/native/kontingent"), words, { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (chunk) => (log += chunk));
  const port = await new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text) => resolve(Number(/:(\d+)/.exec(text)?.[1])));
    child.once("exit", () => reject(new Error(log)));
  });
  // What it has answered, once it has ended.
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners("exit");
      child.once("close", (code) => resolve({ code, answered: log.split("\n").filter((line) => line.includes('"event":"request"')).length }));
      child.kill("SIGTERM");
    });
  return { port, stop };
}

const places = {
  "/healthz": '{"status":"ok"}\n',
  "/readyz": '{"status":"ok","store":"ok","catalogue":"ok"}\n',
};

// Sends one request after another as long as the attacks last; returns how many were answered, each with its own answer.
async function ask_meanwhile(port, is_over) {
  let count = 0;
  while (!is_over()) {
    for (const [place, expected] of Object.entries(places)) {
      const response = await fetch(`http://127.0.0.1:${port}${place}`);
      assert.equal(await response.text(), expected, `the answer of ${place}`);
      ++count;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return count;
}

async function attack(port, endpoint, how) {
  let is_over = false;
  const asking = ask_meanwhile(port, () => is_over);
  const received = await Promise.all(attacks.map(async ([name, bytes]) => [name, await send(port, bytes, how)]));
  is_over = true;
  const asked = await asking;
  const { code, answered } = await endpoint.stop();
  assert.equal(code, 0);
  assert.ok(asked > 0);
  return { answered: answered - asked, received };
}

async function holds(proxy, t) {
  const folder = path.join(work, proxy ?? "none");
  mkdirSync(folder);
  const endpoint = await start_endpoint(folder);
  const before = proxy ? await start_proxy(proxy, endpoint.port, folder) : { port: endpoint.port, stop: () => {} };
  t.after(before.stop);
  const { answered, received } = await attack(before.port, endpoint, { half_closes: !proxy });
  const answers = received.map(([name, text]) => [name, count_answers(text)]);
  const sum = answers.reduce((so_far, [, count]) => so_far + count, 0);
  assert.ok(answered <= sum, `the endpoint answered ${answered} requests, and clients got ${sum}: ${JSON.stringify(answers)}`);
  assert.equal(Object.fromEntries(answers)["two requests at once"], 2);
}

const is_debian = existsSync("/etc/debian_version");

test("nothing is smuggled to the endpoint", { concurrency: true }, (t) =>
  Promise.all(
    [undefined, ...proxies].map((proxy) => {
      const skip = !proxy || is_debian || is_installed(proxy) ? false : `${proxy} is not installed`;
      return t.test(proxy ? `through ${proxy}` : "directly", { skip }, (inner) => holds(proxy, inner));
    }),
  ),
);
