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

export const sliders = {
    slider: {
        make() {
            const element = make('input', { type: 'range', autocomplete: 'off' })
            element.addEventListener('keydown', step_by_key)
            element.addEventListener('pointerdown', keep_while_scrolled)
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
