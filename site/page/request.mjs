// Two forms for one request would be one too many: where the portal has one, the page's plain form goes and links
// to it lead to the portal's. What somebody is typing stays.

const is_in_use = (form) =>
  form.matches(":focus-within") || [...form.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);

function give_way(portals_form) {
  const plain = document.querySelector("form.request");
  if (!plain || is_in_use(plain)) return;
  plain.hidden = true;
  const heading = portals_form.querySelector("h2, h3") ?? portals_form.closest("section")?.querySelector("h2, h3");
  if (!heading) return;
  for (const link of document.querySelectorAll('a[href="#contact"]')) link.hash = heading.id;
}

export function give_way_to_portal(host) {
  const look = (_, observer) => {
    const form = host.querySelector("form");
    if (!form) return;
    observer.disconnect();
    give_way(form);
  };
  const observer = new MutationObserver(look);
  observer.observe(host, { childList: true, subtree: true });
  look(null, observer);
}
