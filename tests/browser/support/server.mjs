// A folder over HTTP on a free port, for tests that need no program: media types, precompressed files, nothing else.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
  ".svg": "image/svg+xml",
};

// Returns { url, close }. `overrides` maps a path to the body served in its place, or to a status.
export async function serve_folder(folder, overrides = new Map()) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const name = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const override = overrides.get(name);
    try {
      if (typeof override === "number") throw override;
      const body = override ?? (await readFile(path.join(folder, path.normalize(name))));
      response.writeHead(200, { "content-type": types[path.extname(name)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(typeof override === "number" ? override : 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
