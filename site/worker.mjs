// The service worker: after one visit the whole portal works without network. `contents` is filled in by
// assemble.mjs: `version`, a hash of everything named here, so that the worker's own text changes with the
// content; `assets`, whose names come from their content and which never change; `on_demand`, such assets too, but
// not needed by everybody and left for later; `deferred`, those of them that come as soon as there is time; `fresh`, the pages and what
// `kontingent pages` rewrites, which the network answers where it does so quickly, and the cache where not; `spoken`,
// the assets and fresh files of each language, the root's first.
import { assets, deferred, fresh, on_demand, spoken } from "contents";
import { deliver_in_background, sync_tag } from "../wasm/outbox/background.mjs";
import {
  activate, address_of, agree_on_version, cache_first, keep_all, keep_fresh, kept_at, make_cache,
  network_first, old_caches, opened_cache, scope,
} from "./worker/cache.mjs";

const languages = Object.keys(spoken);
const in_all = (kind) => Object.values(spoken).flatMap((language) => language[kind]);
const urls_of = (names) => names.map((name) => scope + name);
const asset_urls = new Set(urls_of([...assets, ...in_all("assets")]));
const on_demand_urls = urls_of(on_demand);
const fresh_urls = new Set(urls_of([...fresh, ...in_all("fresh"), "theme.css"]));

const keep_on_demand = () => keep_all(on_demand_urls);
// A host's catalogue may speak fewer languages than the sample.
const keep_pages = (names) => keep_fresh(urls_of(names));

async function keep_languages(which) {
  for (const language of which) {
    await keep_all(urls_of(spoken[language].assets));
    await keep_pages(spoken[language].fresh);
  }
}

async function keep_rest() {
  await keep_all(urls_of(deferred));
  await keep_languages(languages);
}

// The root's page is in another language where a catalogue lacks the first.
async function keep_language_of_root() {
  const page = await kept_at(scope);
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
  const is_update = (await old_caches()).length > 0;
  await make_cache();
  await keep_all(urls_of(assets));
  await keep_pages(fresh);
  await keep_languages(is_update ? languages : await languages_in_use());
  await keep_language_of_root();
  if (is_update) await keep_on_demand();
}

async function cache_first_used(event, url) {
  const kept = await kept_at(url);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) {
    const copy = response.clone();
    event.waitUntil(opened_cache().then((opened) => opened.put(url, copy)).catch(() => {}));
  }
  return response;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const url = address_of(event.request);
  if (asset_urls.has(url)) event.respondWith(cache_first(event.request));
  else if (on_demand_urls.includes(url)) event.respondWith(cache_first_used(event, url));
  else if (fresh_urls.has(url)) event.respondWith(network_first(event, url));
});

// Requests that wait leave when the network is back, even where no page is open any more.
self.addEventListener("sync", (event) => {
  if (event.tag === sync_tag) event.waitUntil(deliver_in_background(scope));
});

// A page that the worker served says so: what is loaded on demand may come now. One that has nothing more to do says that,
// too: then the rest of the portal comes, without which it does not work offline as a whole, and the other languages.
self.addEventListener("message", (event) => {
  const { data } = event;
  if (data.is_back) return event.waitUntil(keep_on_demand().catch(() => {}));
  if (data.has_time) return event.waitUntil(keep_rest().catch(() => {}));
  agree_on_version(event);
});
