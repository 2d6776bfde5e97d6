// The desk's own script: starts the desk, then learns to work offline.
import { start_host } from "./page/start.mjs";
import { work_offline } from "./page/updates.mjs";

const host = document.getElementById("desk");
start_host(host, () => work_offline(host));
