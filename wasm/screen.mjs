// What a frame shows: the module lays out, mirror and tiles follow.
import { paper_width, pictures_on_paper } from '#paper'
import { give_way, run_in_pieces } from './pieces.mjs'
import { make_tiles } from './tiles.mjs'

const narrowest = 320 // CSS px that the layout needs; with large text the page scrolls sideways
const paper_ratio = 2

class Screen {
    #stage
    #mirror
    #scale
    #module
    #tiles
    #size
    #first_changes
    #pictures = []
    #is_shown = false

    constructor(stage, mirror, scale) {
        this.#stage = stage
        this.#mirror = mirror
        this.#scale = scale
    }

    take(module) {
        this.#module = module
        this.#tiles = make_tiles(module, () => this.#mirror.layers_of(this.#size.width, this.#size.height))
    }

    // The module says what changed, within a frame.
    changed(changes) {
        if (this.#is_shown) this.#mirror.patch(changes)
        else this.#first_changes = changes
    }

    // Returns whether all was laid out: `parts` as the module's frame() has it.
    #lay_out({ width, ratio, colours, is_calm, is_paper, now }, parts = -1) {
        const text = this.#scale.value()
        const wide = Math.max(width, narrowest * text)
        this.#module.colours(...colours)
        const height = text * this.#module.frame(wide / text, ratio * text, is_calm, !!is_paper, now / 1000, parts)
        if (height < 0) return false
        this.#size = { width: wide, height }
        Object.assign(this.#mirror.root.style, { width: `${wide}px`, height: `${height}px` })
        return true
    }

    #settle() {
        this.#mirror.agree()
        this.#stage.style.height = `${this.#size.height}px`
    }

    // The first frame, in pieces; nothing of it is seen before it is complete.
    async begin(seen) {
        for (let parts = 0; !this.#lay_out(seen, parts); ++parts) await give_way()
        await give_way()
        await run_in_pieces(this.#mirror.patching(this.#first_changes))
        await give_way()
        await run_in_pieces(this.#tiles.updating(seen.ratio))
        this.#is_shown = true
        this.#settle()
    }

    // For paper: as wide as a page, in light colours. The style sheet places the mirror's texts.
    #show_on_paper(seen) {
        const paper = { ...seen, width: paper_width, ratio: paper_ratio, colours: [false, false, -1], is_calm: true }
        this.#lay_out(paper)
        this.#mirror.agree()
        for (const { layer, element, place } of pictures_on_paper(this.#mirror)) {
            const picture = this.#tiles.picture(layer, place.map(side => Math.round(side * paper_ratio)))
            const [, , width, height] = place
            Object.assign(picture.style, { width: `${width}px`, height: `${height}px` })
            element.prepend(picture)
            this.#pictures.push(picture)
        }
    }

    show(seen) {
        for (const picture of this.#pictures.splice(0)) picture.remove()
        if (seen.is_paper) return this.#show_on_paper(seen)
        this.#lay_out(seen)
        this.#settle()
        this.#tiles.update(seen.ratio)
        this.#mirror.give_focus(seen.is_calm)
    }
}

export const make_screen = (...parts) => new Screen(...parts)
