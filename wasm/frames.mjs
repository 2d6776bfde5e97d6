// When a frame is made. One animation frame for all events of a batch, none while nothing happens: no timer, no loop, and
// none for scrolling.

const is_dark = matchMedia('(prefers-color-scheme: dark)')
const is_calm = matchMedia('(prefers-reduced-motion: reduce)')

// `run(viewport)` makes a frame.
export function make_frames(stage, run) {
    let pending = 0
    let width = 0
    let is_on = false

    function draw(now = performance.now()) {
        cancelAnimationFrame(pending)
        pending = 0
        if (!is_on) return
        width = stage.getBoundingClientRect().width
        run({ width, ratio: devicePixelRatio, is_dark: is_dark.matches, is_calm: is_calm.matches, now })
    }

    function request() {
        pending ||= requestAnimationFrame(draw)
    }

    // Between layout and paint: drawing at once leaves no old picture in between. A scroll bar that came with the new
    // height changes the width again.
    new ResizeObserver(([{ contentRect }]) => {
        if (contentRect.width !== width) draw()
    }).observe(stage)
    // A window dragged to another screen. The query holds for one density, so it is asked anew each time.
    ;(function watch_density() {
        const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
        query.addEventListener('change', () => (request(), watch_density()), { once: true })
    })()
    addEventListener('resize', request) // an emulated density has no event of its own
    is_dark.addEventListener('change', request)
    is_calm.addEventListener('change', request)

    function begin() {
        is_on = true
        draw()
    }

    // After a failure: nothing is asked of the portal any more.
    const stop = () => (is_on = false)

    return { request, draw, begin, stop }
}
