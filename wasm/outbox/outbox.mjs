// The outbox in a window: stores requests, has them delivered at the right moments and reports their state to the
// portal. Nothing runs while no request waits.
import { database, memory, name_of } from './store.mjs'
import { deliver, next_try, under_lock } from './delivery.mjs'
import { sync_tag } from './background.mjs'

const sent_max = 20
const storage_ms = 3_000
const silent_storage_ms = 300
const timer_min_ms = 1_000
const timer_max_ms = 3_600_000

// Pages that are not served over TLS have no randomUUID.
const random_key = () =>
    crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')

// A database that neither opens nor fails counts as absent; from then on nobody waits long for it.
let patience_ms = storage_ms
function in_time(promise) {
    const late = new Promise((_, reject) => {
        const give_up = () => reject((patience_ms = silent_storage_ms))
        const timer = setTimeout(give_up, patience_ms)
        promise.then(() => (patience_ms = storage_ms), () => {}).then(() => clearTimeout(timer))
    })
    return Promise.race([promise, late])
}

async function ask_for_sync() {
    try {
        const { sync } = await navigator.serviceWorker.ready
        await sync.register(sync_tag)
    } catch {} // no worker, no background sync, or not allowed: the other occasions remain
}

function open_channel(name) {
    try {
        return new BroadcastChannel(name)
    } catch {}
}

// Newest first. wasm/outbox.hpp describes the members.
const report = (entries, is_durable) =>
    JSON.stringify({
        is_durable,
        entries: entries.map(({ key, delivery, request, reference, price, problem, may_have_arrived, lease }) => ({
            key, request, reference, price, problem, may_have_arrived,
            delivery: delivery === 'waiting' && lease > Date.now() ? 'sending' : delivery,
        })),
    })

class Outbox {
    #endpoint
    #kept
    #unkept = memory()
    #stores
    #channel
    #tell = () => {}
    #reported = report([], true)
    #timer = 0
    #is_waiting = false
    #readings = 0

    constructor({ root, endpoint }) {
        this.#endpoint = endpoint
        this.#kept = database(name_of(root))
        this.#stores = [this.#kept, this.#unkept]
        this.#channel = open_channel(name_of(root))
    }

    async #read() {
        const entries = await this.#unkept.all()
        const is_durable = !entries.length
        try {
            return [[...entries, ...(await in_time(this.#kept.all()))], is_durable]
        } catch {
            return [entries, false]
        }
    }

    #refresh = async () => {
        const reading = ++this.#readings
        const [all, is_durable] = await this.#read()
        if (reading !== this.#readings) return
        const entries = [...new Map(all.map(entry => [entry.key, entry])).values()].sort((a, b) => b.made_at - a.made_at)
        const dismissed = entries.filter(({ delivery }) => delivery === 'sent').slice(sent_max)
        for (const { key } of dismissed) this.#remove(key, () => true)
        this.#wait_for(Math.min(...entries.map(next_try)), is_durable)
        const now = report(entries.filter(entry => !dismissed.includes(entry)), is_durable)
        if (now !== this.#reported) this.#tell((this.#reported = now))
    }

    #wait_for(next, is_durable) {
        clearTimeout(this.#timer)
        this.#is_waiting = next < Infinity
        if (this.#is_waiting) this.#timer = setTimeout(() => this.#round(), Math.min(timer_max_ms, Math.max(timer_min_ms, next - Date.now())))
        // What only this tab has is lost with it: the browser asks before it closes.
        globalThis.onbeforeunload = this.#is_waiting && !is_durable ? event => event.preventDefault() : null
    }

    #changed = () => {
        this.#channel?.postMessage(0)
        return this.#refresh()
    }

    #remove(key, may_go) {
        const change = entry => (entry && may_go(entry) ? null : undefined)
        return Promise.allSettled(this.#stores.map(store => in_time(store.change(key, change))))
    }

    async #round(skips_pause = () => false) {
        const deliveries = this.#stores.map(store => deliver(store, { skips_pause, changed: this.#changed }))
        await Promise.allSettled([this.#refresh(), ...deliveries])
        await this.#refresh()
        if (this.#is_waiting) ask_for_sync()
    }

    async submit(request) {
        const key = random_key()
        const entry = {
            key, request, endpoint: this.#endpoint, made_at: Date.now(), delivery: 'waiting', reference: '', price: '', problem: '',
            tries: 0, due: 0, not_before: 0, lease: 0, may_have_arrived: false,
        }
        await in_time(this.#kept.change(key, () => entry)).catch(() => this.#unkept.change(key, () => entry))
        this.#changed()
        ask_for_sync()
        await this.#round()
    }

    async withdraw(key) {
        await under_lock(key, is_locked => this.#remove(key, ({ lease }) => is_locked || lease <= Date.now()))
        this.#changed()
    }

    // `hear(report)` from now on, whenever it differs. Without a portal, what waits is delivered all the same.
    start(hear = this.#tell) {
        this.#tell = hear
        if (this.#channel) this.#channel.onmessage = this.#refresh
        const try_all = () => this.#round(() => true)
        addEventListener('online', try_all)
        document.addEventListener('visibilitychange', () => document.hidden || try_all())
        return try_all()
    }
}

// `root` names the site, `endpoint` is the whole address to send to.
export const make_outbox = place => new Outbox(place)
