// The service worker: after one visit the whole portal works without network. `contents` is filled in by
// assemble.mjs: `version`, a hash of everything named here, so that the worker's own text changes with the
// content; `assets`, whose names come from their content and which never change; `fresh`, the pages and what
// `kontingent pages` rewrites, which the network answers where it does so quickly, and the cache where not.
import { assets, fresh, version } from "contents";
import { deliver_in_background, sync_tag } from "../wasm/outbox/background.mjs";

const patience_milliseconds = 3000;
const { scope } = self.registration;
const own_caches = `kontingent ${scope} `;
const cache_name = own_caches + version;
const asset_urls = new Set(assets.map((name) => scope + name));
const fresh_urls = new Set(fresh.map((name) => scope + name));

// A page says which version it belongs to (unless a host has templates of their own): with a page of another
// one, this cache would name files that it does not hold.
async function is_of_this_version(response) {
  const stated = (await response.clone().text()).match(/data-version="(\w*)"/);
  return !stated || stated[1] === version;
}

async function keep(url, response) {
  const cache = await caches.open(cache_name);
  if ([404, 410].includes(response.status)) await cache.delete(url);
  else if (response.ok && (await is_of_this_version(response))) await cache.put(url, response);
  else return false;
  return true;
}

// A host's catalogue may speak fewer languages than the sample, and may have a style sheet of its own.
async function install() {
  const cache = await caches.open(cache_name);
  await cache.addAll(assets);
  for (const name of fresh) {
    const url = scope + name;
    const response = await fetch(url, { cache: "no-cache" });
    if (!(await keep(url, response.clone()))) throw new Error(`${url} is of another version`);
    if ((await response.text()).includes('"theme.css"')) await cache.add("theme.css");
  }
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(own_caches) && name !== cache_name);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function network_first(event, url) {
  const network = fetch(event.request);
  event.waitUntil(network.then((response) => keep(url, response.clone())).catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, patience_milliseconds));
  const answer = await Promise.race([network, late]).catch(() => {});
  if (answer && answer.status < 500) return answer;
  return (await caches.match(url, { cacheName: cache_name, ignoreVary: true })) ?? network;
}

async function cache_first(request) {
  return (await caches.match(request, { cacheName: cache_name, ignoreVary: true })) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const url = event.request.url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");
  if (asset_urls.has(url)) event.respondWith(cache_first(event.request));
  else if (fresh_urls.has(url) || url === `${scope}theme.css`) event.respondWith(network_first(event, url));
});

// Requests that wait leave when the network is back, even where no page is open any more.
self.addEventListener("sync", (event) => {
  if (event.tag === sync_tag) event.waitUntil(deliver_in_background(scope));
});

// A page says its version. Where it is this one there is nothing to ask; else the visitor is offered the update.
self.addEventListener("message", ({ data, source }) => {
  if (data.take || data.version === version) self.skipWaiting();
  else source.postMessage("update");
});
