// The endpoint's work as a Node.js server usually does it: what script/bench requests compares with. It checks a request,
// stores the same row with the same durability in the same tables (SQLite by better-sqlite3, PostgreSQL by a pool of pg), and
// answers when it is committed. No quote is computed, nothing is logged or delivered.
//
//   node server.mjs STORE     STORE: a SQLite file, or postgresql://…; prints its port
import Database from "better-sqlite3";
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";

const body_bytes_max = 64 * 1024;
const columns = ["reference", "key_hash", "body_hash", "received_at", "kind", "language", "email", "request", "answer"];
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

// A store has insert(row), which resolves to false where the key or the reference is known, and answer_of(key_hash).
function sqlite_store(file) {
  const database = new Database(file);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"]) database.pragma(pragma);
  const insert = database.prepare(
    `INSERT INTO requests (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")}) ON CONFLICT DO NOTHING`,
  );
  const known = database.prepare("SELECT body_hash, answer FROM requests WHERE key_hash = ?");
  return {
    insert: (row) => insert.run(columns.map((column) => row[column])).changes === 1,
    known: (key_hash) => known.get(key_hash),
  };
}

function postgresql_store(address) {
  const pool = new pg.Pool({ connectionString: address, max: 8 });
  const text = `INSERT INTO requests (${columns.join(", ")}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(", ")}) ON CONFLICT DO NOTHING`;
  return {
    insert: async (row) => (await pool.query({ name: "insert", text, values: columns.map((column) => row[column]) })).rowCount === 1,
    known: async (key_hash) =>
      (await pool.query({ name: "known", text: "SELECT body_hash, answer FROM requests WHERE key_hash = $1", values: [key_hash] })).rows[0],
  };
}

function new_reference() {
  const letters = [...randomBytes(10)].map((byte) => alphabet[byte % 32]).join("");
  return `K-${letters.slice(0, 5)}-${letters.slice(5)}`;
}

function is_valid({ format, kind, language, contact, message, consent } = {}) {
  return (
    format === 1 &&
    ["question", "package"].includes(kind) &&
    ["de", "en"].includes(language) &&
    typeof contact?.name === "string" &&
    contact.name.trim() !== "" &&
    /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(contact.email) &&
    typeof message === "string" &&
    consent === true
  );
}

// The status and the body of the answer.
async function take(store, key, body) {
  if (!/^[!-~]{8,128}$/.test(key ?? "")) return [400, { detail: "An Idempotency-Key is required." }];
  let request;
  try {
    request = JSON.parse(body);
  } catch {
    return [400, { detail: "The body is not JSON." }];
  }
  if (!is_valid(request)) return [422, { detail: "The request has errors." }];
  const received_at = new Date().toISOString();
  const reference = new_reference();
  const answer = { reference, received_at, price: null, quote: null };
  const text = JSON.stringify(request);
  const row = {
    reference,
    key_hash: sha256(key),
    body_hash: sha256(text),
    received_at,
    kind: request.kind,
    language: request.language,
    email: request.contact.email.toLowerCase(),
    request: text,
    answer: JSON.stringify(answer),
  };
  if (await store.insert(row)) return [201, answer];
  const known = await store.known(row.key_hash);
  return known?.body_hash === row.body_hash ? [200, JSON.parse(known.answer)] : [409, { detail: "The key was used." }];
}

function read(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let bytes = 0;
    request.on("data", (chunk) => {
      bytes += chunk.length;
      if (bytes > body_bytes_max) reject(new Error("too large"));
      else chunks.push(chunk);
    });
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.on("error", reject);
  });
}

const [address] = process.argv.slice(2);
const store = /^postgres(ql)?:/.test(address) ? postgresql_store(address) : sqlite_store(address);
const server = createServer(async (request, response) => {
  let answer = [404, { detail: "Not found." }];
  try {
    if (request.method === "POST" && request.url === "/requests") answer = await take(store, request.headers["idempotency-key"], await read(request));
  } catch {
    answer = [503, { detail: "The request cannot be stored just now." }];
  }
  const text = `${JSON.stringify(answer[1])}\n`;
  response.writeHead(answer[0], { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
  response.end(text);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
