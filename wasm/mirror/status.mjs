// Live regions. A status is heard once changes pause (a dragged slider brings many), so that only the last is read out;
// it is seen at once.
import { make, set_name, set_text, show } from './common.mjs'

const pause_milliseconds = 500
const waiting = new WeakMap()

function make_status() {
    const element = make('p', { role: 'status', class: 'portal-text' })
    element.append(make('span', { class: 'portal-heard' }))
    return element
}

function say(element, text) {
    clearTimeout(waiting.get(element))
    if (element.textContent === text) return
    if (!element.textContent) return set_text(element, text)
    waiting.set(element, setTimeout(() => set_text(element, text), pause_milliseconds))
}

function patch_status(element, { value = '', look }) {
    const heard = element.querySelector('.portal-heard')
    say(heard, value)
    if (look && !heard.previousSibling) heard.before(make('span', { 'aria-hidden': 'true' }))
    if (look) show(heard.previousSibling, value, look)
    else heard.previousSibling?.remove()
}

export const statuses = {
    status: { make: make_status, patch: patch_status },
    // A box around what went wrong.
    alert: { make: () => make('div', { role: 'alert' }), patch: set_name },
}
