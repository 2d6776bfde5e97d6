// The page's own script: starts the portal's; then the portal's form takes the place of the plain one, and the page learns to
// work offline.
import { give_way_to_portal } from "./page/request.mjs";
import { start_host } from "./page/start.mjs";
import { work_offline } from "./page/updates.mjs";

const host = document.getElementById("portal");
start_host(host, (state) => {
  if (state === "ready") give_way_to_portal(host);
  work_offline(host);
});
