// Puts the mirror's elements into the records' order. Moving an element with focus would blur it, so around it
// the others move.

function place_before(parent, element, cursor) {
    if (!element.contains(document.activeElement) || element.parentNode !== parent) {
        parent.insertBefore(element, cursor)
        return cursor
    }
    while (cursor !== element) {
        const next = cursor.nextSibling
        parent.append(cursor)
        cursor = next
    }
    return element.nextSibling
}

// order: [[id, parent, …], …]; parents come before their children. Yields after each (wasm/pieces.mjs).
export function* arrange(root, order, element_of) {
    const cursors = new Map()
    for (const [id, parent_id] of order) {
        const element = element_of(id)
        const parent = element_of(parent_id) ?? root
        const cursor = cursors.has(parent) ? cursors.get(parent) : parent.firstChild
        cursors.set(parent, element === cursor ? cursor.nextSibling : place_before(parent, element, cursor))
        yield
    }
}
