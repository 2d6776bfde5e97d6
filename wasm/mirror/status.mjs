// What is announced is seen at its place, at once, and heard from one live region once changes pause: a dragged slider brings
// many, and only the last of each is read out.
import { make, show } from './common.mjs'

const pause_milliseconds = 500
export const live = make('p', { role: 'status', class: 'portal-heard' })
const said = new WeakMap()
const waiting = new Map() // element -> what it says last
let timer
let is_due = false

function speak() {
    is_due = false
    live.replaceChildren([...waiting.values()].join(' '))
    waiting.clear()
}

function say(element, text) {
    if (!text || said.get(element) === text) return
    is_due ||= !said.has(element) // what is new does not wait, or progress would be heard only at its end
    said.set(element, text)
    waiting.set(element, text)
    clearTimeout(timer)
    timer = setTimeout(speak, is_due ? 0 : pause_milliseconds)
}

function patch_status(element, { value, look }) {
    say(element, value)
    element.hidden = !look
    if (look) show(element, value, look)
}

export const statuses = {
    status: { make: () => make('p', { class: 'portal-text' }), patch: patch_status },
}
