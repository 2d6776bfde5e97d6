// Radio buttons and checkboxes. Radios of one group share a name, so that arrow keys walk them natively.
import { make, set_name, set_states } from './common.mjs'

function patch(element, record) {
    set_name(element, record)
    set_states(element, record)
}

function agree(element, { is_checked }) {
    if (element.checked !== !!is_checked) element.checked = !!is_checked
}

export const choices = {
    radio: { make: (_, parent) => make('input', { type: 'radio', name: `portal-${parent}` }), patch, agree },
    checkbox: { make: () => make('input', { type: 'checkbox' }), patch, agree },
}
