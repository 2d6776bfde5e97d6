// Layers that stay in view, by the style sheet, within their tracks.
import { make, pixels } from './common.mjs'

// Says by its edge whether there is more below: a layer taller than the window scrolls within itself.
function watch_edge(layer) {
    const mark = () => layer.classList.toggle('has-more', layer.scrollTop + layer.clientHeight < layer.scrollHeight - 1)
    layer.addEventListener('scroll', mark, { passive: true })
    new ResizeObserver(mark).observe(layer)
}

// The bar goes when the end of its track comes into view: what it leads to is there.
function watch_end(track) {
    const end = track.appendChild(make('div', { class: 'portal-track-end' }))
    new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
        const is_over = isIntersecting || boundingClientRect.top < 0
        track.querySelector('.portal-layer')?.classList.toggle('is-over', is_over)
    }).observe(end)
}

export const layers = {
    track: {
        is_box: true,
        make({ name }) {
            const track = make('div', { class: `portal-track is-at-${name}` })
            if (name === 'bottom') watch_end(track)
            return track
        },
        patch() {},
    },
    layer: {
        is_box: true,
        make({ name }) {
            const layer = make('div', { class: 'portal-layer' })
            if (name === 'top') watch_edge(layer)
            return layer
        },
        place: ({ style }, { rect }) => (style.height = `${pixels(rect[3])}px`),
        patch() {},
    },
}
