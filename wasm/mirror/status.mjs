// Live regions. A status waits until changes pause (a dragged slider brings many), so that only the last is read out.
import { make, set_name, set_text } from './common.mjs'

const pause_milliseconds = 500
const waiting = new WeakMap()

const content = ({ name, value }) => value ?? name ?? ''

function patch_status(element, record) {
    clearTimeout(waiting.get(element))
    if (element.textContent === content(record)) return
    if (!element.textContent) return set_text(element, content(record))
    waiting.set(element, setTimeout(() => set_text(element, content(record)), pause_milliseconds))
}

export const statuses = {
    status: { make: () => make('p', { role: 'status', class: 'portal-text' }), patch: patch_status },
    // Either a text, or a box around what went wrong.
    alert: {
        make: () => make('div', { role: 'alert' }),
        patch(element, record) {
            if (!record.value) return set_name(element, record)
            element.className = 'portal-text'
            set_text(element, record.value)
        },
    },
}
