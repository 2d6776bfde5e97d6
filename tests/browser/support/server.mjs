// Serves a folder over HTTP on a free port, for tests that need no endpoint.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".js": "text/javascript",
  ".webmanifest": "application/manifest+json",
};

// Returns { url, close }. `overrides` maps a path to the body served in its place, or to a status, or to "never"
// for no answer at all. Outside of `base` everything is 404.
export async function serve_folder(folder, overrides = new Map(), base = "/") {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const name = pathname.replace(base, "/").replace(/\/$/, "/index.html");
    const override = overrides.get(name);
    if (override === "never") return;
    try {
      if (!pathname.startsWith(base)) throw 404;
      if (typeof override === "number") throw override;
      const body = override ?? (await readFile(path.join(folder, path.normalize(name))));
      response.writeHead(200, { "content-type": types[path.extname(name)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(typeof override === "number" ? override : 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
