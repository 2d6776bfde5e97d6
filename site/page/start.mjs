// Starts what a host element names as its script, and says so where that cannot be loaded or read (it reports everything
// later itself). `then(state)` once it is ready or has failed: what else the page does waits until then.
export function start_host(host, then) {
  import(new URL(host.dataset.script, document.baseURI)).catch((error) => {
    console.warn(error);
    host.dataset.state = "failed";
    host.querySelector('[data-message="failed"]').hidden = false;
  });
  new MutationObserver((_, observer) => {
    if (host.dataset.state === "loading") return;
    observer.disconnect();
    then(host.dataset.state);
  }).observe(host, { attributeFilter: ["data-state"] });
}
