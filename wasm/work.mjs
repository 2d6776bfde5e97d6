// What the portal computes between frames: in slices, so that a press is never kept waiting, and without a frame of
// its own but for a sign of life.

const slice = 8 // ms at a stretch
const sign_of_life = 250 // ms between frames that only show how far it is

export function make_work(module, frames) {
    const { port1, port2 } = new MessageChannel()
    let is_going = false
    let shown = 0

    port1.onmessage = () => {
        is_going = false
        const begun = performance.now()
        let is_news = false
        while (module.has_work() && !is_news && performance.now() - begun < slice) is_news = module.work()
        if (is_news || performance.now() - shown > sign_of_life) {
            shown = performance.now()
            frames.request()
        }
        go_on()
    }

    // Asked after each frame, since its events may have made work.
    function go_on() {
        if (is_going || !module.has_work?.()) return
        is_going = true
        port2.postMessage(0)
    }

    return { go_on }
}
