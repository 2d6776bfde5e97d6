// The shapes behind the mirror: each layer has a grid of canvases in the page's flow, so that scrolling is the browser's
// alone. A tile is painted by the module when it comes near the window, and anew where what is drawn in it has changed.

import { run } from './pieces.mjs'

const size = { width: 512, height: 256 } // CSS px
const near = 256 // px around the window within which tiles are kept

function place({ style }, left, top, width, height) {
    Object.assign(style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
}

// The layer's size in device pixels. It may begin between two of them; its tiles do not, by a shift.
function box_of(element, { width, height, ratio }) {
    const { left, top } = element.getBoundingClientRect()
    const shift = place => Math.round(place * ratio) - place * ratio
    return {
        ratio,
        width: Math.round(width * ratio),
        height: Math.round(height * ratio),
        shift_x: shift(left + scrollX),
        shift_y: element.matches('.portal-layer') ? 0 : shift(top + scrollY),
    }
}

// Shows what the layer has at a place; in device px.
function paint(module, layer, canvas, left, top) {
    const { width, height } = canvas
    const address = module.paint(layer, left, top, width, height)
    const pixels = new Uint8ClampedArray(module.memory.buffer, address, width * height * 4)
    // In main memory: a copy to a GPU and back for each change costs more.
    canvas.getContext('2d', { willReadFrequently: true }).putImageData(new ImageData(pixels, width, height), 0, 0)
}

const is_near = (start, extent, window_extent) => start < window_extent + near && start + extent > -near

// One layer's tiles. `element` is the layer's.
class Grid {
    #module
    #id
    #element
    #ground = document.createElement('div')
    #tiles = new Map() // index -> { canvas, print: of what is painted }
    #prints = []
    #columns = 1
    #box
    #step

    constructor(module, id, element) {
        this.#module = module
        this.#id = id
        this.#element = element
        this.#ground.className = 'portal-tiles'
        this.#ground.setAttribute('aria-hidden', 'true')
        element.append(this.#ground)
    }

    remove() {
        this.#ground.remove()
    }

    #drop(index) {
        this.#tiles.get(index)?.canvas.remove()
        this.#tiles.delete(index)
    }

    #paint(index, left, top) {
        const { width: all_width, height: all_height, ratio, shift_x, shift_y } = this.#box
        const width = Math.min(this.#step.width, all_width - left)
        const height = Math.min(this.#step.height, all_height - top)
        const canvas = this.#tiles.get(index)?.canvas ?? this.#ground.appendChild(document.createElement('canvas'))
        if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
        place(canvas, (left + shift_x) / ratio, (top + shift_y) / ratio, width / ratio, height / ratio)
        paint(this.#module, this.#id, canvas, left, top)
        this.#tiles.set(index, { canvas, print: this.#prints[index] })
    }

    // Paints what is near the window and not as it is drawn, drops what is far. In steps, a tile each.
    *refreshing() {
        const { left, top } = this.#element.getBoundingClientRect()
        const first_top = top - this.#element.scrollTop
        for (const [index, print] of this.#prints.entries()) {
            const x = (index % this.#columns) * this.#step.width
            const y = Math.floor(index / this.#columns) * this.#step.height
            const is_wanted =
                print &&
                is_near(first_top + y / this.#box.ratio, size.height, innerHeight) &&
                is_near(left + x / this.#box.ratio, size.width, innerWidth)
            if (!is_wanted) this.#drop(index)
            else if (this.#tiles.get(index)?.print !== print) {
                this.#paint(index, x, y)
                yield
            }
        }
    }

    // After a frame. `layer` has the size in CSS px and `ratio`, device px in each.
    *updating(layer) {
        const box = box_of(this.#element, layer)
        if (JSON.stringify(box) !== JSON.stringify(this.#box)) [...this.#tiles.keys()].forEach(index => this.#drop(index))
        this.#box = box
        this.#step = { width: Math.round(size.width * box.ratio), height: Math.round(size.height * box.ratio) }
        const count = side => Math.max(1, Math.ceil(box[side] / this.#step[side]))
        const rows = count('height')
        this.#columns = count('width')
        const address = this.#module.fingerprints(this.#id, this.#step.width, this.#step.height, this.#columns, rows)
        this.#prints = Array.from(new Uint32Array(this.#module.memory.buffer, address, this.#columns * rows))
        for (const index of this.#tiles.keys()) if (index >= this.#prints.length) this.#drop(index)
        yield* this.refreshing()
    }
}

// `layers()`: the mirror's, each { id, element, width, height }.
export function make_tiles(module, layers) {
    const grids = new Map() // element -> grid

    addEventListener('scroll', () => grids.forEach(grid => run(grid.refreshing())), { passive: true, capture: true })

    function* updating(ratio) {
        const now = layers()
        const elements = new Set(now.map(({ element }) => element))
        for (const [element, grid] of grids) {
            if (elements.has(element)) continue
            grid.remove()
            grids.delete(element)
        }
        for (const layer of now) {
            if (!grids.has(layer.element)) grids.set(layer.element, new Grid(module, layer.id, layer.element))
            yield* grids.get(layer.element).updating({ ...layer, ratio })
        }
    }
    // A part of a layer, for paper.
    function picture(layer, [left, top, width, height]) {
        const canvas = document.createElement('canvas')
        Object.assign(canvas, { className: 'portal-picture', width, height })
        paint(module, layer, canvas, left, top)
        return canvas
    }
    return { updating, update: ratio => run(updating(ratio)), picture }
}
