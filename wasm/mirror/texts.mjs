// Headings, paragraphs, the cells of tables, pictures with a name.
import { make, set_name, set_text } from './common.mjs'

const patch = (element, { name, value }) => {
    element.classList.add('portal-text')
    // A cell may hold further records; its own text is theirs then.
    if (!element.firstElementChild) set_text(element, value ?? name ?? '')
}
const text = (tag, attributes) => ({ make: () => make(tag, attributes), patch })

export const texts = {
    text: text('p'),
    heading: { make: ({ level }) => make(`h${level ?? 2}`), patch },
    column_header: text('div', { role: 'columnheader' }),
    row_header: text('div', { role: 'rowheader' }),
    cell: text('div', { role: 'cell' }),
    image: {
        make: () => make('div', { role: 'img', class: 'portal-text' }),
        patch: set_name,
    },
}
