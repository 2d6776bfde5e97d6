// The page's own script: starts the portal's, and says so where that cannot be loaded or read (it reports
// everything later itself).
const host = document.getElementById("portal");
import(new URL(host.dataset.script, document.baseURI)).catch((error) => {
  console.warn(error);
  host.dataset.state = "failed";
  host.querySelector('[data-message="failed"]').hidden = false;
});
