// The DOM mirror: a real element for every record, in reading order, over the drawn shapes. It shows all texts, is operated
// and read out. Patched by key; an element that has focus is never made anew nor moved.
import { containers } from './mirror/containers.mjs'
import { layers } from './mirror/layers.mjs'
import { texts } from './mirror/texts.mjs'
import { live, statuses } from './mirror/status.mjs'
import { buttons } from './mirror/buttons.mjs'
import { choices } from './mirror/choices.mjs'
import { sliders } from './mirror/slider.mjs'
import { fields, settle_field } from './mirror/field.mjs'
import { describe, make, pixels, place, set_scale } from './mirror/common.mjs'
import { arrange } from './mirror/arrange.mjs'
import { run } from './pieces.mjs'

// A role: `make(record)` an element, and `patch(element, record)` whenever the record differs. `is_box`: what is inside
// counts its place from this element. Some `place` their elements themselves, some `agree` with their record.
export const roles = { ...containers, ...layers, ...texts, ...statuses, ...buttons, ...choices, ...sliders, ...fields }

class Mirror {
    root = make('div', { class: 'portal-mirror' })
    #notes = this.root.appendChild(make('div', { hidden: '' }))
    #entries = new Map() // id -> { element, role, parent, record }
    #ids = new WeakMap()
    #wanted_focus = 0

    constructor() {
        this.root.append(live)
    }

    element_of(id) {
        return this.#entries.get(id)?.element
    }

    *#renew(order, records) {
        const kept = new Set(order.map(([id]) => id))
        this.#keep_focus(kept)
        for (const [id, parent, role] of order) {
            const entry = this.#entries.get(id)
            if (entry?.role === role && entry.parent === parent) continue
            const element = roles[role].make(records.get(id), parent)
            element.id = `portal-${id}`
            this.#ids.set(element, id)
            entry?.element.remove()
            this.#entries.set(id, { element, role, parent })
            yield
        }
        for (const [id, { element }] of this.#entries) {
            if (kept.has(id)) continue
            this.#entries.delete(id)
            element.remove()
            describe(element, {}, this.#notes)
        }
        yield* arrange(this.root, order, id => this.element_of(id))
    }

    // Where the focused control goes, the focus is for what stays nearest before it in its section, or else after it.
    #keep_focus(kept) {
        const stays = element => kept.has(this.#ids.get(element))
        const { activeElement } = document
        const stops = [...this.root.querySelectorAll('h2,h3,button,a,input,textarea')]
        const place = stops.indexOf(activeElement)
        if (place < 0 || stays(activeElement)) return
        const section = activeElement.closest('section')
        const is_before = (stop, index) => index < place && stop.closest('section') === section && stays(stop)
        const next = stops.findLast(is_before) ?? stops.find((stop, index) => index > place && stays(stop))
        this.#wanted_focus ||= this.#ids.get(next)
    }

    // The corner from which an entry's place is counted: that of the box around it, or the portal's.
    #origin_of({ parent }) {
        const around = this.#entries.get(parent)
        if (!around) return [0, 0]
        return roles[around.role].is_box ? around.record.rect : this.#origin_of(around)
    }

    #place(entry) {
        const { element, role, record, placed } = entry
        const origin = this.#origin_of(entry)
        entry.placed = `${record.rect} ${origin}`
        if (entry.placed !== placed) (roles[role].place ?? place)(element, record, origin)
    }

    // In steps, which wasm/pieces.mjs runs.
    *patching({ order, records }) {
        if (order) yield* this.#renew(order, new Map(records.map(record => [record.id, record])))
        const changed = records.map(({ id }) => this.#entries.get(id))
        let has_box_moved = false
        changed.forEach((entry, index) => {
            const record = records[index]
            has_box_moved ||= roles[entry.role].is_box && `${entry.record?.rect}` !== `${record.rect}`
            entry.record = record
        })
        for (const entry of has_box_moved ? this.#entries.values() : changed) this.#place(entry)
        for (const { element, role, record } of changed) {
            describe(element, record, this.#notes)
            roles[role].patch(element, record)
            yield
        }
    }

    patch(changes) {
        run(this.patching(changes))
    }

    // CSS pixels for each of the layout's.
    rescale(value) {
        set_scale(value)
        const entries = [...this.#entries.values()].filter(({ record }) => record)
        for (const entry of entries) entry.placed = ''
        this.patch({ records: entries.map(({ record }) => record) })
    }

    // What is being typed gives way to an input that was opened.
    settle() {
        settle_field(document.activeElement)
    }

    // A browser changes checkboxes, radios, sliders and fields by itself when they are used. Whatever the portal made of
    // that, they show its state afterwards, also where no record changed.
    agree() {
        for (const { element, role, record } of this.#entries.values()) roles[role].agree?.(element, record)
    }

    // What the portal gives the focus to, a control or the heading of what follows, once the page is as tall as the content.
    want_focus(id) {
        this.#wanted_focus = id
    }

    give_focus(is_calm) {
        const element = this.element_of(this.#wanted_focus)
        this.#wanted_focus = 0
        if (!element) return
        const is_heading = element.tabIndex < 0
        if (is_heading) element.tabIndex = -1
        element.focus({ preventScroll: true })
        element.scrollIntoView({ block: is_heading ? 'start' : 'nearest', behavior: is_calm ? 'instant' : 'smooth' })
    }

    // The control an event is aimed at, or that a text under the pointer lies upon; 0: none.
    id_at({ target, clientX, clientY }) {
        const controls = 'button,a,input,textarea'
        const control =
            target.closest?.(controls) ??
            (clientX !== undefined && target.closest?.('.portal-text') && document.elementsFromPoint(clientX, clientY).find(element => element.matches(controls)))
        return this.#ids.get(control) ?? 0
    }

    // Charts and other drawings with a name: their layers, and their places in these.
    images() {
        return [...this.#entries.values()]
            .filter(({ role }) => role === 'image')
            .map(entry => {
                const layer = this.#layer_of(entry)
                const [left, top] = layer ? layer.record.rect : [0, 0]
                const [x, y, width, height] = entry.record.rect
                return { layer: layer?.record.id ?? 0, element: entry.element, place: [x - left, y - top, width, height].map(pixels) }
            })
    }

    #layer_of({ parent }) {
        const around = this.#entries.get(parent)
        return !around || around.role === 'layer' ? around : this.#layer_of(around)
    }

    // What is drawn on grounds of its own.
    layers_of(width, height) {
        const held = [...this.#entries.values()].filter(({ role }) => role === 'layer')
        return [
            { id: 0, element: this.root, width, height },
            ...held.map(({ element, record }) => ({ id: record.id, element, width: pixels(record.rect[2]), height: pixels(record.rect[3]) })),
        ]
    }
}

export const make_mirror = () => new Mirror()
