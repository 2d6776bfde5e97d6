// nginx, HAProxy and Caddy before the endpoint, each on a free port with a configuration of its own in a temporary folder.
import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import path from "node:path";

// The proxies end a connection on which nothing comes, so that an unfinished request is over soon.
const patience_seconds = 2;

const configurations = {
  nginx: (port, backend, folder) => ({
    file: "nginx.conf",
    text: `daemon off; pid ${folder}/nginx.pid; error_log stderr crit;
events {}
http {
  access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  client_header_timeout ${patience_seconds}s; client_body_timeout ${patience_seconds}s; keepalive_timeout ${patience_seconds}s;
  upstream endpoint { server 127.0.0.1:${backend}; keepalive 2; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://endpoint; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $http_host;
      proxy_request_buffering off;
    }
  }
}
`,
    words: ["-e", "stderr", "-p", folder, "-c", `${folder}/nginx.conf`],
  }),
  haproxy: (port, backend, folder) => ({
    file: "haproxy.cfg",
    text: `defaults
  mode http
  http-reuse always
  timeout connect 5s
  timeout server 4s
  timeout client ${patience_seconds}s
  timeout http-request ${patience_seconds}s
frontend public
  bind 127.0.0.1:${port}
  default_backend endpoint
backend endpoint
  server one 127.0.0.1:${backend}
`,
    words: ["-db", "-f", `${folder}/haproxy.cfg`],
  }),
  caddy: (port, backend, folder) => ({
    file: "Caddyfile",
    text: `{
  admin off
  auto_https off
  servers {
    timeouts {
      read_header ${patience_seconds}s
      read_body ${patience_seconds}s
      idle ${patience_seconds}s
    }
  }
}
http://127.0.0.1:${port}, http://a:${port} {
  bind 127.0.0.1
  reverse_proxy 127.0.0.1:${backend}
}
`,
    words: ["run", "--adapter", "caddyfile", "--config", `${folder}/Caddyfile`],
  }),
};

export const proxies = Object.keys(configurations);

const search = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` };

export function is_installed(proxy) {
  return !spawnSync(proxy, [proxy === "caddy" ? "version" : "-v"], { env: search }).error;
}

function free_port() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true) || socket.destroy());
    socket.on("error", () => resolve(false));
  });
}

// Returns { port, stop } once it takes connections.
export async function start_proxy(proxy, backend, folder) {
  const port = await free_port();
  const { file, text, words } = configurations[proxy](port, backend, folder);
  writeFileSync(path.join(folder, file), text);
  const environment = { ...search, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(proxy, words, { env: environment, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let is_over = false;
  ended.then(() => (is_over = true));
  while (!(await answers(port))) {
    if (is_over) throw new Error(`${proxy} ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { port, stop };
}
