// Buttons, disclosures and links.
import { make, set_attribute, set_states, set_text } from './common.mjs'

const button = {
    make: () => make('button', { type: 'button' }),
    patch(element, record) {
        set_text(element, record.name)
        set_states(element, record)
        set_attribute(element, 'aria-expanded', record.is_expanded === undefined ? null : `${!!record.is_expanded}`)
    },
}

export const buttons = {
    button,
    disclosure: button,
    link: {
        make: () => make('a'),
        patch(element, { name, value }) {
            set_text(element, name)
            set_attribute(element, 'href', value)
        },
    },
}
