// Pictures on a quote's pages: a logo is the browser's own picture, from its bytes in the record's value; the mark across a
// draft is text that is turned (site/styles/desk.css). All others are drawn.
import { make, set_attribute, set_look } from '../mirror/common.mjs'
import { roles } from '../mirror.mjs'

const drawn = roles.image

function make_picture({ value, look }) {
    if (value) return make('img', { class: 'portal-image' })
    const element = drawn.make()
    element.classList.toggle('portal-mark', !!look)
    return element
}

function patch(element, record) {
    const { name, value, look } = record
    if (!value) drawn.patch(element, record)
    set_attribute(element, 'alt', value && name)
    set_attribute(element, 'src', value)
    if (look) set_look(element, look)
}

export const pictures = { image: { ...drawn, make: make_picture, patch } }
