// The mouse, a pen or a finger over the portal, in content coordinates. Sliders, fields and links keep their own
// press and release: only hovering is told of them.

const keeps_own_press = 'input:not([type=radio],[type=checkbox]),textarea,a'

export function listen_to_pointer(stage, module, frames) {
    const tell = (what, event) => {
        const { left, top } = stage.getBoundingClientRect()
        module[what](event.clientX - left, event.clientY - top)
        frames.request()
    }
    const leave = () => {
        module.pointer_left()
        frames.request()
    }
    let is_pressed = false

    stage.addEventListener('pointermove', event => tell('pointer_moved', event), { passive: true })
    stage.addEventListener('pointerdown', event => {
        if (event.button || !event.isPrimary || event.target.matches(keeps_own_press)) return
        is_pressed = true
        tell('pointer_pressed', event)
    })
    // Also outside: a press that ends elsewhere is over.
    addEventListener('pointerup', event => {
        if (!is_pressed || event.button) return
        is_pressed = false
        tell('pointer_released', event)
    })
    stage.addEventListener('pointerleave', leave)
    stage.addEventListener('pointercancel', () => {
        is_pressed = false
        leave()
    })
}
