// What the mirror shows of the desk's records otherwise than of the portal's.
import { make, pixels, set_attribute, set_look } from '../mirror/common.mjs'
import { roles } from '../mirror.mjs'

// Pictures on a quote's pages: a logo is the browser's own picture, from its bytes in the record's value; the mark across a
// draft is text that is turned (site/styles/desk.css). All others are drawn.
const drawn = roles.image

function make_picture({ value, look }) {
    if (value) return make('img', { class: 'portal-image' })
    const element = drawn.make()
    element.classList.toggle('portal-mark', !!look)
    return element
}

function patch_picture(element, record) {
    const { name, value, look } = record
    if (!value) drawn.patch(element, record)
    set_attribute(element, 'alt', value && name)
    set_attribute(element, 'src', value)
    if (look) set_look(element, look)
}

// A cell has a text, or encloses controls that have theirs.
const cell = role => ({
    ...role,
    is_box: true,
    patch(element, record) {
        if (record.name || record.value || record.look) role.patch(element, record)
    },
})

// A page that is wider than there is room for scrolls sideways within its track, by keys, too.
const track = {
    ...roles.track,
    patch(element, { value }) {
        if (!value) return
        set_attribute(element, 'role', 'group')
        set_attribute(element, 'tabindex', 0)
        set_attribute(element, 'aria-label', value)
    },
}
const held = roles.layer
const layer = {
    ...held,
    place(element, record) {
        held.place(element, record)
        if (element.parentElement.matches('.is-at-wide-page')) element.style.width = `${pixels(record.rect[2])}px`
    },
}

export const desk_roles = {
    track,
    layer,
    image: { ...drawn, make: make_picture, patch: patch_picture },
    column_header: cell(roles.column_header),
    row_header: cell(roles.row_header),
    cell: cell(roles.cell),
}
