// What records of several roles share: rectangle, name, description, states.

// Where a value is as it was, the DOM is left alone: screen readers hear of every write.
export function set_attribute(element, name, value) {
    if (value === undefined || value === null || value === false) element.removeAttribute(name)
    else if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, value)
}

export function set_text(element, text) {
    if (element.textContent !== text) element.textContent = text
}

export function make(tag, attributes = {}) {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
}

export const set_name = (element, { name }) => set_attribute(element, 'aria-label', name)

// Rectangles come in hundredths of a CSS pixel.
export function place({ style }, { rect }) {
    const [x, y, width, height] = rect.map(side => `${side / 100}px`)
    style.left = x
    style.top = y
    style.width = width
    style.height = height
}

// Help or error, tied to its control. The text stands in a hidden element among `notes`.
export function describe(element, { description }, notes) {
    const id = `${element.id}-note`
    let note = notes.children[id]
    if (!description) {
        note?.remove()
    } else {
        note ??= notes.appendChild(make('span', { id }))
        set_text(note, description)
    }
    set_attribute(element, 'aria-describedby', description && id)
}

export function set_states(element, { is_disabled, is_invalid, is_required }) {
    element.disabled = !!is_disabled
    set_attribute(element, 'aria-invalid', is_invalid && 'true')
    set_attribute(element, 'aria-required', is_required && 'true')
}
