// The service worker: after one visit the whole portal works without network. `contents` is filled in by
// assemble.mjs: `version`, a hash of everything named here, so that the worker's own text changes with the
// content; `assets`, whose names come from their content and which never change; `on_demand`, such assets too, but
// not needed by everybody and left for later; `fresh`, the pages and what
// `kontingent pages` rewrites, which the network answers where it does so quickly, and the cache where not; `spoken`,
// the assets and fresh files of each language, the root's first.
import { assets, fresh, on_demand, spoken, version } from "contents";
import { deliver_in_background, sync_tag } from "../wasm/outbox/background.mjs";

const patience_milliseconds = 3000;
const { scope } = self.registration;
const own_caches = `kontingent ${scope} `;
const cache_name = own_caches + version;
const languages = Object.keys(spoken);
const in_all = (kind) => Object.values(spoken).flatMap((language) => language[kind]);
const asset_urls = new Set([...assets, ...in_all("assets")].map((name) => scope + name));
const on_demand_urls = on_demand.map((name) => scope + name);
const fresh_urls = new Set([...fresh, ...in_all("fresh")].map((name) => scope + name));

// A page says which version it belongs to (unless a host has templates of their own): with a page of another
// one, this cache would name files that it does not hold.
async function is_of_this_version(response) {
  const stated = (await response.clone().text()).match(/data-version="(\w*)"/);
  return !stated || stated[1] === version;
}

// An update deletes the cache of the version before, whose worker may still be at work: what it keeps must not create
// that cache anew.
async function opened_cache() {
  if (!(await caches.has(cache_name))) throw new Error(`${cache_name} is gone`);
  return caches.open(cache_name);
}

async function keep(url, response) {
  const cache = await opened_cache();
  if ([404, 410].includes(response.status)) await cache.delete(url);
  else if (response.ok && (await is_of_this_version(response))) await cache.put(url, response);
  else return false;
  return true;
}

// Those that are not there yet.
async function keep_all(urls) {
  const cache = await opened_cache();
  const kept = await Promise.all(urls.map((url) => cache.match(url, { ignoreVary: true })));
  await cache.addAll(urls.filter((_, index) => !kept[index]));
}

const keep_on_demand = () => keep_all(on_demand_urls);

// A host's catalogue may speak fewer languages than the sample, and may have a style sheet of its own.
async function keep_fresh(names) {
  for (const name of names) {
    const url = scope + name;
    const response = await fetch(url, { cache: "no-cache" });
    if (!(await keep(url, response.clone()))) throw new Error(`${url} is of another version`);
    if ((await response.text()).includes('"theme.css"')) await (await opened_cache()).add("theme.css");
  }
}

async function keep_languages(which) {
  for (const language of which) {
    await keep_all(spoken[language].assets.map((name) => scope + name));
    await keep_fresh(spoken[language].fresh);
  }
}

// The root's page is in another language where a catalogue lacks the first.
async function keep_language_of_root() {
  const page = await caches.match(scope, { cacheName: cache_name, ignoreVary: true });
  const language = (await page?.text())?.match(/data-language="(\w+)"/)?.[1];
  if (spoken[language] && language !== languages[0]) await keep_languages([language]);
}

// Of the pages that are open.
async function languages_in_use() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return new Set(pages.map(({ url }) => languages.find((language) => url.startsWith(`${scope}${language}/`)) ?? languages[0]));
}

// With an update, everything that worked offline still does.
async function install() {
  const is_update = (await caches.keys()).some((name) => name.startsWith(own_caches) && name !== cache_name);
  await caches.open(cache_name);
  await keep_all(assets.map((name) => scope + name));
  await keep_fresh(fresh);
  await keep_languages(is_update ? languages : await languages_in_use());
  await keep_language_of_root();
  if (is_update) await keep_on_demand();
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

async function cache_first_used(event, url) {
  const kept = await caches.match(url, { cacheName: cache_name, ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) {
    const copy = response.clone();
    event.waitUntil(opened_cache().then((cache) => cache.put(url, copy)).catch(() => {}));
  }
  return response;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const url = event.request.url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");
  if (asset_urls.has(url)) event.respondWith(cache_first(event.request));
  else if (on_demand_urls.includes(url)) event.respondWith(cache_first_used(event, url));
  else if (fresh_urls.has(url) || url === `${scope}theme.css`) event.respondWith(network_first(event, url));
});

// Requests that wait leave when the network is back, even where no page is open any more.
self.addEventListener("sync", (event) => {
  if (event.tag === sync_tag) event.waitUntil(deliver_in_background(scope));
});

// A page that the worker served says so: what is loaded on demand may come now. One that has nothing more to do says that,
// too: then the other languages come. And it says its version: where it is
// this one there is nothing to ask; else the visitor is offered the update.
self.addEventListener("message", (event) => {
  const { data, source } = event;
  if (data.is_back) return event.waitUntil(keep_on_demand().catch(() => {}));
  if (data.has_time) return event.waitUntil(keep_languages(languages).catch(() => {}));
  if (data.take || data.version === version) self.skipWaiting();
  else source.postMessage("update");
});
