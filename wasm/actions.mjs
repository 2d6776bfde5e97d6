// What people do in the mirror, as the portal's events. A press by pointer reaches ImGui through the canvas's
// coordinates (pointer.mjs); the click that follows it is the same action, and is not told again.

export function listen_to_mirror({ root, id_of }, module, frames) {
    let pressed = null

    const on = (type, act) =>
        root.addEventListener(type, event => {
            const id = id_of(event.target)
            if (id !== undefined && act(event.target, id, event) !== false) frames.request()
        })

    const is_told = (element, event) => {
        const is_same = event.detail > 0 && pressed === element
        pressed = null
        return is_same
    }
    root.addEventListener('pointerdown', event => (pressed = event.target))
    root.addEventListener('pointercancel', () => (pressed = null))

    on('click', (element, id, event) => {
        if (element.localName !== 'button' && element.type !== 'radio' && element.type !== 'checkbox') return false
        if (is_told(element, event)) return false
        module.activated(id)
    })
    on('input', (element, id) => {
        if (element.type === 'range') {
            module.value_set(id, element.valueAsNumber)
        } else if (element.type !== 'radio' && element.type !== 'checkbox') {
            module.send_text(element.value)
            module.text_entered(id)
        } else return false
    })
    on('focusin', (element, id) => module.focused(id, element.matches(':focus-visible')))
    on('focusout', (_, id) => module.blurred(id))
    root.addEventListener('submit', event => event.preventDefault())
}
