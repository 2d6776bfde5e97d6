// A slider is a real range input, which keeps its own pointer and most keys.
import { make, set_attribute, set_name, set_states } from './common.mjs'

const directions = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }
const steps = new WeakMap()

const step_of = element => steps.get(element)
const enter = (element, value) => {
    element.value = value
    element.dispatchEvent(new Event('input', { bubbles: true }))
}

// To the next step, also from a value between two; browsers disagree on both, and on upright sliders' keys.
function step_by_key(event) {
    const direction = directions[event.key]
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const { target } = event
    const steps_to_here = (target.valueAsNumber - target.min) / step_of(target)
    const next = direction > 0 ? Math.floor(steps_to_here) + 1 : Math.ceil(steps_to_here) - 1
    enter(target, +target.min + next * step_of(target))
}

// A touch that begins on a slider and becomes a scroll changes nothing.
function keep_while_scrolled({ target }) {
    const value = target.valueAsNumber
    const press = new AbortController()
    target.addEventListener('pointercancel', () => enter(target, value), { once: true, signal: press.signal })
    target.addEventListener('pointerup', () => press.abort(), { once: true })
}

// The value of an upright bar is where the pointer is. Browsers' own upright sliders differ, and WebKitGTK has none: a
// press there gives the least value. A finger sets it by a tap; its swipe scrolls.
function follow_pointer({ target, pointerType, pointerId, button, isPrimary, clientY }) {
    if (!target.classList.contains('is-vertical') || button || !isPrimary) return
    const release = new AbortController()
    const on = (type, act) => target.addEventListener(type, act, { signal: release.signal })
    const follow = ({ clientY }) => {
        const { bottom, height } = target.getBoundingClientRect()
        const { min, max } = target
        const step = step_of(target)
        const reached = +min + Math.round((((bottom - clientY) / height) * (max - min)) / step) * step
        enter(target, Math.min(Math.max(reached, min), max))
    }
    on('pointerup', event => {
        release.abort()
        if (pointerType === 'touch') follow(event)
    })
    on('pointercancel', () => release.abort())
    if (pointerType === 'touch') return
    target.setPointerCapture(pointerId)
    on('pointermove', follow)
    follow({ clientY })
}
function keep_from_browser(event) {
    if (!event.target.classList.contains('is-vertical')) return
    event.preventDefault()
    event.target.focus({ preventScroll: true })
}

export const sliders = {
    slider: {
        make() {
            const element = make('input', { type: 'range', autocomplete: 'off' })
            element.addEventListener('keydown', step_by_key)
            element.addEventListener('pointerdown', keep_while_scrolled)
            element.addEventListener('pointerdown', follow_pointer)
            element.addEventListener('mousedown', keep_from_browser)
            return element
        },
        patch(element, record) {
            const { minimum = 0, maximum = 0, step = 1, now = 0, text } = record.range
            set_name(element, record)
            set_states(element, record)
            steps.set(element, step)
            set_attribute(element, 'min', minimum)
            set_attribute(element, 'max', maximum)
            // A value between two steps would be rounded by the browser.
            set_attribute(element, 'step', (now - minimum) % step ? 'any' : step)
            set_attribute(element, 'aria-valuetext', text)
            set_attribute(element, 'aria-orientation', record.is_vertical ? 'vertical' : null)
            element.classList.toggle('is-vertical', !!record.is_vertical)
        },
        agree(element, { range: { now = 0 } }) {
            if (element.valueAsNumber !== now) element.value = now
        },
    },
}
