// What people do in the mirror, as the portal's events, each addressed to the control it was done to.

const is_choice = ({ type }) => type === 'radio' || type === 'checkbox'

export function listen_to_mirror(mirror, module, frames) {
    const { root } = mirror
    const on = (type, act) =>
        root.addEventListener(type, event => {
            const id = mirror.id_at(event)
            if (id && act(event.target, id) !== false) frames.request()
        })

    on('click', (element, id) => {
        if (element.closest('button') || is_choice(element)) return module.activated(id)
        // A text over a control: the control is pressed, unless the text is being selected.
        if (element.closest('.portal-text') && getSelection().isCollapsed) mirror.element_of(id).click()
        return false
    })
    on('input', (element, id) => {
        if (is_choice(element)) return false // its click has been sent
        if (element.type === 'range') return module.value_set(id, element.valueAsNumber)
        module.send(element.value)
        module.text_entered(id)
    })
    on('focusin', (element, id) => module.focused(id, element.matches(':focus-visible')))
    on('focusout', (_, id) => module.blurred(id))
    root.addEventListener('submit', event => event.preventDefault())
}
