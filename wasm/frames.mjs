// When a frame is drawn, and how the portal is seen in it. One animation frame for all events of a batch,
// none while nothing happens: no timer, no loop. Out of sight the portal is laid out, but not drawn.

const is_dark = matchMedia('(prefers-color-scheme: dark)')
const is_calm = matchMedia('(prefers-reduced-motion: reduce)')

// What the browser's snapping to device pixels made of the canvas. An emulated density is not in it: then the ratio counts.
function exact_pixels({ contentRect, devicePixelContentBoxSize }) {
    const rounded = [contentRect.width, contentRect.height].map(side => Math.round(side * devicePixelRatio))
    const [box] = devicePixelContentBoxSize ?? []
    const exact = box ? [box.inlineSize, box.blockSize] : rounded
    return exact.every((side, axis) => Math.abs(side - rounded[axis]) <= 1) ? exact : rounded
}

// `run(viewport)` makes a frame and returns the content's height.
export function make_frames(stage, canvas, run) {
    let pending = 0
    let is_in_sight = true
    let is_stale = false
    let pixels = null
    let density = 0
    let is_over = false

    function measure() {
        const ratio = devicePixelRatio
        const content = stage.getBoundingClientRect()
        const shown = canvas.getBoundingClientRect()
        if (!pixels || density !== ratio) pixels = [Math.round(shown.width * ratio), Math.round(shown.height * ratio)]
        density = ratio
        return {
            width: pixels[0] / ratio,
            height: pixels[1] / ratio,
            // On a whole pixel of the device, so that text stays crisp.
            scroll_y: Math.round(Math.max(0, shown.top - content.top) * ratio) / ratio,
            visible_top: Math.max(0, -content.top),
            visible_bottom: Math.min(content.height, innerHeight - content.top),
            ratio,
        }
    }

    function draw(now = performance.now()) {
        cancelAnimationFrame(pending)
        pending = 0
        if (is_over) return
        const seen = measure()
        if (is_in_sight && (canvas.width !== pixels[0] || canvas.height !== pixels[1])) [canvas.width, canvas.height] = pixels
        is_stale = !is_in_sight
        const height = run({ ...seen, is_dark: is_dark.matches, is_calm: is_calm.matches, now, is_drawn: is_in_sight })
        stage.style.height = `${height}px`
        canvas.style.height = `min(100lvh, ${height}px)`
        // The new height may have moved the canvas in the content, or the content in the window.
        const now_seen = measure()
        if (now_seen.scroll_y !== seen.scroll_y || now_seen.visible_top !== seen.visible_top) request()
    }

    function request() {
        pending ||= requestAnimationFrame(draw)
    }

    // Between layout and paint: drawing at once leaves no stretched picture in between.
    const resized = new ResizeObserver(([entry]) => {
        const now = exact_pixels(entry)
        if (pixels && now[0] === pixels[0] && now[1] === pixels[1]) return
        pixels = now
        draw()
    })
    try {
        resized.observe(canvas, { box: 'device-pixel-content-box' })
    } catch {
        resized.observe(canvas)
    }
    new IntersectionObserver(([entry]) => {
        is_in_sight = entry.isIntersecting
        if (is_in_sight && is_stale) request()
    }).observe(stage)
    addEventListener('scroll', () => (is_in_sight ? request() : (is_stale = true)), { passive: true })
    function resize() {
        pixels = null
        request()
    }
    addEventListener('resize', resize)
    // A window dragged to another screen. The query holds for one density, so it is asked anew each time.
    ;(function watch_density() {
        const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
        query.addEventListener('change', () => (resize(), watch_density()), { once: true })
    })()
    is_dark.addEventListener('change', request)
    is_calm.addEventListener('change', request)

    // After a failure: nothing is asked of the portal any more.
    const stop = () => (is_over = true)

    return { request, draw, stop }
}
