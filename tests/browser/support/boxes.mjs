// Runs in the page: groups, lists, tables and regions of the portal or desk that do not enclose their contents, and how many
// there are in all.
export function outside_their_boxes() {
  const boxes = [...document.querySelectorAll("#portal, #desk")].flatMap((host) => [
    ...host.querySelectorAll("[role=group], [role=radiogroup], [role=table], [role=row], ul, li, section, form"),
  ]);
  const outside = boxes.filter((box) => {
    const { left, top, right, bottom } = box.getBoundingClientRect();
    return [...box.children].some((child) => {
      const inner = child.getBoundingClientRect();
      return inner.width > 1 && (inner.left < left - 1 || inner.top < top - 1 || inner.right > right + 1 || inner.bottom > bottom + 1);
    });
  });
  return { all: boxes.length, outside: outside.map((box) => `${box.tagName} ${box.role ?? ""} ${box.ariaLabel ?? box.textContent.slice(0, 60)}`) };
}
