// Buttons, disclosures and links. What is written on them is in words of its own, inside. A button's type is HTML's own,
// submit: Enter in a field presses its form's first one.
import { make, set_attribute, set_name, set_states } from './common.mjs'

const button = {
    is_box: true,
    make: () => make('button'),
    patch(element, record) {
        set_name(element, record)
        set_states(element, record)
        set_attribute(element, 'aria-expanded', record.is_expanded === undefined ? null : `${!!record.is_expanded}`)
    },
}

export const buttons = {
    button,
    disclosure: button,
    link: {
        is_box: true,
        make: () => make('a'),
        patch(element, record) {
            set_name(element, record)
            set_attribute(element, 'href', record.value)
        },
    },
}
