// What the service workers of the site have alike: a cache for each version, filled from the network and answered from.
// Caches are named after the worker's scope, so sites below several paths of one origin do not touch each other.
import { version } from "contents";

const patience_milliseconds = 3000;
export const { scope } = self.registration;
const own_caches = `kontingent ${scope} `;
const cache_name = own_caches + version;

export const old_caches = async () => (await caches.keys()).filter((name) => name.startsWith(own_caches) && name !== cache_name);
let own; // a promise of the cache: who has it open does not create it anew once it is deleted
export const make_cache = () => (own = caches.open(cache_name));
export const kept_at = (request) => caches.match(request, { cacheName: cache_name, ignoreVary: true });

// A page says which version it belongs to (unless a host has templates of their own): with a page of another
// one, this cache would name files that it does not hold.
async function is_of_this_version(response) {
  const stated = (await response.clone().text()).match(/data-version="(\w*)"/);
  return !stated || stated[1] === version;
}

// An update deletes the cache of the version before, whose worker may still be at work: what it keeps must not create
// that cache anew. Between the two questions here it may be deleted as well; an empty one is one that open() created.
async function open_existing() {
  const is_there = await caches.has(cache_name);
  const cache = is_there && (await caches.open(cache_name));
  if (cache && (await cache.keys()).length > 0) return cache;
  if (cache) await caches.delete(cache_name);
  throw new Error(`${cache_name} is gone`);
}

export const opened_cache = () => (own ??= open_existing());

export async function keep(url, response) {
  const cache = await opened_cache();
  if ([404, 410].includes(response.status)) await cache.delete(url);
  else if (response.ok && (await is_of_this_version(response))) await cache.put(url, response);
  else return false;
  return true;
}

// Those that are not there yet.
export async function keep_all(urls) {
  const cache = await opened_cache();
  const kept = await Promise.all(urls.map((url) => cache.match(url, { ignoreVary: true })));
  await cache.addAll(urls.filter((_, index) => !kept[index]));
}

// What `kontingent pages` rewrites, and the style sheet that a host may have of its own.
export async function keep_fresh(urls) {
  for (const url of urls) {
    const response = await fetch(url, { cache: "no-cache" });
    if (!(await keep(url, response.clone()))) throw new Error(`${url} is of another version`);
    const theme = (await response.text()).match(/href="([./]*theme.css)"/);
    if (theme) await (await opened_cache()).add(new URL(theme[1], url));
  }
}

export async function activate() {
  await Promise.all((await old_caches()).map((name) => caches.delete(name)));
  await self.clients.claim();
}

export async function network_first(event, url) {
  const network = fetch(event.request);
  event.waitUntil(network.then((response) => keep(url, response.clone())).catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, patience_milliseconds));
  const answer = await Promise.race([network, late]).catch(() => {});
  if (answer && answer.status < 500) return answer;
  return (await kept_at(url)) ?? network;
}

export const cache_first = async (request) => (await kept_at(request)) ?? fetch(request);

// A page is cached under its folder's address, as links lead there.
export const address_of = ({ url }) => url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");

// A page says its version: where it is this one there is nothing to ask; else the visitor is offered the update.
export function agree_on_version({ data, source }) {
  if (data.take || data.version === version) self.skipWaiting();
  else source.postMessage("update");
}
