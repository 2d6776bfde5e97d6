// The DOM mirror: a real element for every record, in reading order, over the canvas. Patched by key; an element
// that has focus is never made anew nor moved. Invisible: ImGui draws, these are operated and read out.
import { containers } from './mirror/containers.mjs'
import { texts } from './mirror/texts.mjs'
import { statuses } from './mirror/status.mjs'
import { buttons } from './mirror/buttons.mjs'
import { choices } from './mirror/choices.mjs'
import { sliders } from './mirror/slider.mjs'
import { fields, settle_field } from './mirror/field.mjs'
import { describe, make, place } from './mirror/common.mjs'
import { arrange } from './mirror/arrange.mjs'

// A role: `make(record)` an element, and `patch(element, record)` whenever the record differs.
const roles = { ...containers, ...texts, ...statuses, ...buttons, ...choices, ...sliders, ...fields }

export function make_mirror() {
    const root = make('div', { class: 'portal-mirror' })
    const notes = root.appendChild(make('div', { hidden: '' }))
    const entries = new Map() // id -> { element, role, parent, record }
    const ids = new WeakMap()

    function renew(order, records) {
        const kept = new Set()
        for (const [id, parent, role] of order) {
            kept.add(id)
            const entry = entries.get(id)
            if (entry?.role === role && entry.parent === parent) continue
            const element = roles[role].make(records.get(id), parent)
            element.id = `portal-${id}`
            ids.set(element, id)
            entry?.element.remove()
            entries.set(id, { element, role, parent })
        }
        for (const [id, { element }] of entries) {
            if (kept.has(id)) continue
            entries.delete(id)
            element.remove()
            describe(element, {}, notes)
        }
        arrange(root, order, id => entries.get(id)?.element)
    }

    function patch({ order, records }) {
        const by_id = new Map(records.map(record => [record.id, record]))
        if (order) renew(order, by_id)
        for (const record of records) {
            const entry = entries.get(record.id)
            const { element, role } = entry
            entry.record = record
            place(element, record)
            describe(element, record, notes)
            roles[role].patch(element, record)
        }
    }

    // What is being typed gives way to an input that was opened.
    const settle = () => settle_field(document.activeElement)

    // A browser changes checkboxes, radios, sliders and fields by itself when they are used. Whatever the portal made of
    // that, they show its state afterwards, also where no record changed.
    function agree() {
        for (const { element, role, record } of entries.values()) roles[role].agree?.(element, record)
    }

    const element_of = id => entries.get(id)?.element
    const focus = id => element_of(id)?.focus({ preventScroll: true })

    // The control at an event's target, which may be a part of it; 0: none.
    const id_at = target => ids.get(target.closest?.('button,a,input,textarea')) ?? 0

    return { root, patch, settle, agree, focus, element_of, id_at }
}
