// A slider is a real range input, which keeps its own pointer and keys.
import { make, set_attribute, set_name, set_states } from './common.mjs'

export const sliders = {
    slider: {
        make: () => make('input', { type: 'range', autocomplete: 'off' }),
        patch(element, record) {
            const { minimum = 0, maximum = 0, step = 1, now = 0, text } = record.range
            set_name(element, record)
            set_states(element, record)
            set_attribute(element, 'min', minimum)
            set_attribute(element, 'max', maximum)
            set_attribute(element, 'step', step)
            set_attribute(element, 'aria-valuetext', text)
            set_attribute(element, 'aria-orientation', record.is_vertical ? 'vertical' : null)
            element.classList.toggle('is-vertical', !!record.is_vertical)
            if (element.valueAsNumber !== now) element.value = now
        },
    },
}
