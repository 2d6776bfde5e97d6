// The mouse, a pen or a finger over the portal: which control it is over or holds, and where on it. Sliders, fields and
// links keep their own press and release: for them the portal only hears of hovering.

const keeps_own_press = 'input:not([type=radio],[type=checkbox]),textarea,a'
const is_same_place = 8 // px that a hand moves while it presses

export function listen_to_pointer(stage, mirror, module, frames, scale) {
    let pressed = null // { id, x, y }: the control that is held, and where the press began
    let over = 0

    function tell(what, id, event) {
        const { left = 0, top = 0 } = mirror.element_of(id)?.getBoundingClientRect() ?? {}
        module[what](id, (event.clientX - left) / scale.value(), (event.clientY - top) / scale.value())
        over = id
        frames.request()
    }
    function move(event) {
        const id = pressed?.id ?? mirror.id_at(event)
        stage.classList.toggle('is-over-control', id > 0)
        if (pressed || id !== over) tell('pointer_moved', id, event)
    }
    function leave() {
        pressed = null
        over = 0
        module.pointer_left()
        frames.request()
    }

    stage.addEventListener('pointermove', move, { passive: true })
    stage.addEventListener('pointerdown', event => {
        const id = mirror.id_at(event)
        if (event.button || !event.isPrimary || !id || event.target.closest(keeps_own_press)) return
        pressed = { id, x: event.clientX, y: event.clientY }
        tell('pointer_pressed', id, event)
    })
    // Also outside: a press that ends elsewhere is over. Where not the pointer but the control moved meanwhile (the page
    // scrolled, what was above went), the browser finds no click in it: then it is made here.
    addEventListener('pointerup', event => {
        if (!pressed || event.button) return
        const { id, x, y } = pressed
        pressed = null
        module.pointer_released()
        tell('pointer_moved', mirror.id_at(event), event)
        const is_still = Math.hypot(event.clientX - x, event.clientY - y) < is_same_place
        if (is_still && mirror.id_at(event) !== id) mirror.element_of(id)?.click()
    })
    stage.addEventListener('pointerleave', () => pressed || leave())
    stage.addEventListener('pointercancel', leave)
}
