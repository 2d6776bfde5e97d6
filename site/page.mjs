// The page's own script: starts the portal's, and says so where that cannot be loaded or read (it reports
// everything later itself). What else the page does waits until that is done.
import { give_way_to_portal } from "./page/request.mjs";
import { work_offline } from "./page/updates.mjs";

const host = document.getElementById("portal");
import(new URL(host.dataset.script, document.baseURI)).catch((error) => {
  console.warn(error);
  host.dataset.state = "failed";
  host.querySelector('[data-message="failed"]').hidden = false;
});

new MutationObserver((_, observer) => {
  if (host.dataset.state === "loading") return;
  observer.disconnect();
  if (host.dataset.state === "ready") give_way_to_portal(host);
  work_offline(host);
}).observe(host, { attributeFilter: ["data-state"] });
