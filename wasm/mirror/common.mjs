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

// CSS pixels for each of the layout's (wasm/scale.mjs).
let scale = 1
export const set_scale = value => (scale = value)

// Lengths come in hundredths.
export const pixels = length => (length / 100) * scale
const px = length => `${pixels(length)}px`

// `origin` is the corner of the box around the element.
export function place({ style }, { rect }, [left, top]) {
    style.left = px(rect[0] - left)
    style.top = px(rect[1] - top)
    style.width = px(rect[2])
    style.height = px(rect[3])
}

const inks = ['text', 'muted', 'accent', 'on-accent', 'good', 'warn', 'bad']
export const on_accent = inks.indexOf('on-accent')
const aligns = ['left', 'center', 'right']

export function set_look({ style }, { size, line_height, weight, ink, align = 0 }) {
    style.fontSize = `${size / 100}px`
    style.lineHeight = px(line_height)
    style.fontWeight = weight ? 600 : 400
    style.color = `var(--${inks[ink ?? 0]})`
    style.textAlign = aligns[align]
}

// Each line in an element that does not wrap, with the blank between that was there: lines break where they were laid out
// to, are copied as one text, and a translator sees one, too.
function lines_of(lines) {
    return lines.split(/([\n\r])/).map(part => {
        if (part === '\n') return ' '
        if (part === '\r') return make('wbr')
        const line = make('span')
        line.textContent = part
        return line
    })
}

const shown = new WeakMap()

// Replaces what is in the element, which a translator may have rebuilt, when the text is another.
export function show(element, text, look) {
    const wanted = look?.lines ?? text
    if (shown.get(element) !== wanted) element.replaceChildren(...(look?.lines ? lines_of(wanted) : [text]))
    shown.set(element, wanted)
    element.classList.toggle('has-lines', !!look?.lines)
    if (look) set_look(element, look)
}

// Help or error, tied to its control. The text is in a hidden element among `notes`.
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
