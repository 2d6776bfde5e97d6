// When a frame is made. One animation frame for all events of a batch, none while nothing happens: no timer, no loop, and
// none for scrolling.

const is_dark = matchMedia('(prefers-color-scheme: dark)')
const has_contrast = matchMedia('(prefers-contrast: more)')
const are_forced = matchMedia('(forced-colors: active)')
const is_calm = matchMedia('(prefers-reduced-motion: reduce)')

const number_of = colour => colour.match(/\d+/g).reduce((number, part, at) => (at < 3 ? number * 256 + +part : number), 0)

// The module's colours(): scheme, contrast, and what the system forces, which the style sheet gives to the stage.
function colours_of(stage) {
    const given = ['backgroundColor', 'color', 'outlineColor']
    const forced = are_forced.matches ? given.map(name => number_of(getComputedStyle(stage)[name])) : [-1]
    return [is_dark.matches, has_contrast.matches, ...forced]
}

// `run(viewport)` makes a frame.
export function make_frames(stage, run) {
    let pending = 0
    let width = 0
    let is_on = false
    let is_on_paper = false
    let is_missed = false // a frame that was asked for before there can be any

    // What a frame is made for.
    function look(now = performance.now()) {
        width = stage.getBoundingClientRect().width
        return { width, ratio: devicePixelRatio, colours: colours_of(stage), is_calm: is_calm.matches, now }
    }

    function draw(now) {
        cancelAnimationFrame(pending)
        pending = 0
        if (is_on && !is_on_paper) run(look(now))
        else is_missed = true
    }

    // For paper, at once. What is asked for until the end waits: in WebKit it would come first, and the screen be printed.
    function begin_paper() {
        is_on_paper = is_on
        if (is_on) run({ ...look(), is_paper: true })
    }

    function end_paper() {
        is_on_paper = false
        draw()
    }

    function request() {
        if (!is_on || is_on_paper) is_missed = true
        else pending ||= requestAnimationFrame(draw)
    }

    // Between layout and paint: drawing at once leaves no old picture in between. A scroll bar that came with the new
    // height changes the width again.
    new ResizeObserver(([{ contentRect }]) => {
        if (width && contentRect.width !== width) draw()
    }).observe(stage)
    // A window dragged to another screen. The query holds for one density, so it is asked anew each time.
    ;(function watch_density() {
        const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
        query.addEventListener('change', () => (request(), watch_density()), { once: true })
    })()
    addEventListener('resize', request) // an emulated density has no event of its own
    for (const query of [is_dark, has_contrast, are_forced, is_calm]) query.addEventListener('change', request)

    // From now on; the first frame is made already (wasm/session.mjs).
    function begin() {
        is_on = true
        if (is_missed) request()
    }

    // After a failure: nothing is asked of the portal any more.
    const stop = () => (is_on = false)

    return { look, request, draw, begin_paper, end_paper, begin, stop }
}
