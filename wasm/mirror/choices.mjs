// Radio buttons and checkboxes. Radios of one group share a name, so that arrow keys walk them natively.
import { make, set_name, set_states } from './common.mjs'

function patch(element, record) {
    set_name(element, record)
    set_states(element, record)
    element.checked = !!record.is_checked
}

export const choices = {
    radio: { make: (_, parent) => make('input', { type: 'radio', name: `portal-${parent}` }), patch },
    checkbox: { make: () => make('input', { type: 'checkbox' }), patch },
}
