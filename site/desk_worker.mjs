// The service worker of the desk, whose scope is the desk's folder: after its first opening the desk works without network,
// in every language. `contents` is filled in by assemble/desk.mjs: `version`; `assets` and `fresh` as the site's worker has
// them, by their addresses from the desk's folder, those of the site itself ("../") among them.
import { assets, fresh } from "contents";
import {
  activate, address_of, agree_on_version, cache_first, keep_all, keep_fresh, kept_at, make_cache, network_first,
  opened_cache, scope,
} from "./worker/cache.mjs";

const url_of = (name) => new URL(name, scope).href;
const theme_url = url_of("../theme.css");
const catalogue_url = url_of("../catalogue.json");
const asset_urls = new Set(assets.map(url_of));
const fresh_urls = new Set([...fresh.map(url_of), theme_url]);

// The logo of the letterhead, where it is one of the site's files.
const logo_url = (catalogue) => catalogue.seller?.logo && url_of(`../${catalogue.seller.logo}`);

async function kept_logo_url() {
  const catalogue = await kept_at(catalogue_url);
  return catalogue && logo_url(await catalogue.json());
}

async function keep_logo() {
  const url = await kept_logo_url();
  if (url) await (await opened_cache()).add(url).catch(() => {});
}

async function install() {
  await make_cache();
  await keep_all([...asset_urls]);
  await keep_fresh(fresh.map(url_of));
  await keep_logo();
}

const is_picture = /\.(png|svg)$/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const url = address_of(event.request);
  if (asset_urls.has(url)) event.respondWith(cache_first(event.request));
  else if (fresh_urls.has(url)) event.respondWith(network_first(event, url));
  else if (is_picture.test(url)) event.respondWith(kept_logo_url().then((logo) => (url === logo ? network_first(event, url) : fetch(event.request))));
});
// What else a page says is for workers that keep something for later.
self.addEventListener("message", (event) => (event.data.take || event.data.version) && agree_on_version(event));
