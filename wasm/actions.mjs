// What people do in the mirror, as the portal's events, each addressed to the control it was done to.

const is_choice = ({ type }) => type === 'radio' || type === 'checkbox'

export function listen_to_mirror({ root, id_at }, module, frames) {
    const on = (type, act) =>
        root.addEventListener(type, event => {
            const id = id_at(event.target)
            if (id && act(event.target, id) !== false) frames.request()
        })

    on('click', (element, id) => (element.closest('button') || is_choice(element) ? module.activated(id) : false))
    on('input', (element, id) => {
        if (is_choice(element)) return false // its click has been sent
        if (element.type === 'range') return module.value_set(id, element.valueAsNumber)
        module.send_text(element.value)
        module.text_entered(id)
    })
    on('focusin', (element, id) => module.focused(id, element.matches(':focus-visible')))
    on('focusout', (_, id) => module.blurred(id))
    root.addEventListener('submit', event => event.preventDefault())
}
