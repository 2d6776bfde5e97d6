// Registers the service worker, late enough to delay nothing, and offers what is new: the page says its version
// to every worker that appears, and one of another version answers.

// A page on a busy machine may never be idle.
const patience = { timeout: 5000 };
const idle = (run) => (globalThis.requestIdleCallback ? requestIdleCallback(run, patience) : setTimeout(run));
const loaded = () => new Promise((resolve) => (document.readyState === "complete" ? resolve() : addEventListener("load", resolve)));

async function register({ worker, version }) {
  const { serviceWorker } = navigator;
  const bar = document.querySelector(".update p");
  let is_wanted = false;
  const ask = (worker) => worker?.postMessage({ version });

  // The portal's place in the window moves with the bar.
  const show = () => {
    bar.hidden = false;
    dispatchEvent(new Event("resize"));
  };

  serviceWorker.addEventListener("message", ({ data }) => data === "update" && show());
  serviceWorker.addEventListener("controllerchange", () => (is_wanted ? location.reload() : ask(serviceWorker.controller)));
  // This visit is not the first: there is time for what that one did without.
  serviceWorker.controller?.postMessage({ is_back: true });
  const registration = await serviceWorker.register(new URL(worker, document.baseURI));
  bar.querySelector("button").addEventListener("click", () => {
    is_wanted = true;
    if (registration.waiting) registration.waiting.postMessage({ take: true });
    else location.reload();
  });
  const await_worker = () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && ask(installing));
  };
  ask(registration.waiting);
  await_worker();
  registration.addEventListener("updatefound", await_worker);
  fetch_rest();
}

// The rest of the portal and the other languages, unless the visitor wants to save data.
async function fetch_rest() {
  if (navigator.connection?.saveData) return;
  const { active } = await navigator.serviceWorker.ready;
  idle(() => active.postMessage({ has_time: true }));
}

// There is none on a page without TLS, and some browsers forbid it.
export async function work_offline({ dataset }) {
  if (!navigator.serviceWorker || !dataset.worker) return;
  await loaded();
  idle(() => register(dataset).catch(() => {}));
}
