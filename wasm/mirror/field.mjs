// Text fields are real inputs: soft keyboard, IME, clipboard, undo and autofill are the browser's. What is being
// typed is never written over; the portal's form of it comes when the field is left, or when another input was opened.
import { make, set_attribute, set_look, set_name, set_states } from './common.mjs'

const wanted = new WeakMap()

// Gives a field the portal's form of its value.
export function settle_field(element) {
    if (wanted.has(element) && element.value !== wanted.get(element)) element.value = wanted.get(element)
}

function agree(element) {
    if (element !== document.activeElement) settle_field(element)
}

const field = (tag, attributes) => ({
    make() {
        const element = make(tag, { class: 'portal-field', ...attributes })
        element.addEventListener('blur', () => settle_field(element))
        return element
    },
    patch(element, record) {
        const { name, type, autocomplete, input_mode, placeholder, length_max } = record.field ?? {}
        set_name(element, record)
        set_states(element, record)
        if (record.look) set_look(element, record.look)
        set_attribute(element, 'name', name)
        if (tag === 'input') set_attribute(element, 'type', type ?? 'text')
        set_attribute(element, 'autocomplete', autocomplete ?? 'off')
        set_attribute(element, 'inputmode', input_mode ?? attributes?.inputmode)
        set_attribute(element, 'placeholder', placeholder)
        set_attribute(element, 'maxlength', length_max)
        element.classList.toggle('is-empty', !record.value)
        wanted.set(element, record.value ?? '')
    },
    agree,
})

export const fields = {
    text_field: field('input'),
    number_field: field('input', { inputmode: 'decimal' }),
    text_area: field('textarea'),
}
