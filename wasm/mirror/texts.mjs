// Headings, paragraphs, the cells of tables, pictures with a name; words that are heard from another record.
import { make, on_accent, set_name, show } from './common.mjs'

function patch(element, { name, value, look }) {
    element.classList.toggle('portal-text', !!look)
    element.classList.toggle('portal-heard', !look)
    show(element, value ?? name ?? '', look)
}
const text = (tag, attributes) => ({ make: () => make(tag, attributes), patch })

export const texts = {
    text: text('p'),
    heading: { make: ({ level }) => make(`h${level ?? 2}`), patch },
    column_header: text('div', { role: 'columnheader' }),
    row_header: text('div', { role: 'rowheader' }),
    cell: text('div', { role: 'cell' }),
    words: {
        make: () => make('span', { class: 'portal-words', 'aria-hidden': 'true' }),
        patch(element, { name, look }) {
            show(element, name, look)
            element.parentElement.classList.toggle('is-primary', look.ink === on_accent)
        },
    },
    image: {
        is_box: true,
        make: () => make('div', { role: 'img', class: 'portal-image' }),
        patch: set_name,
    },
}
