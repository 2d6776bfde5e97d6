// Between the module and the store: steps are written in their order, each has one outcome, and other tabs' changes arrive.
import { name_of, record_store } from './store.mjs'

// Keeps the desk's data even where the browser runs out of space. Asked with the first record that is kept: some browsers
// then ask the person.
async function ask_to_persist() {
    try {
        return (await navigator.storage.persisted()) || (await navigator.storage.persist())
    } catch {
        return false
    }
}

async function is_persisted() {
    try {
        return await navigator.storage.persisted()
    } catch {
        return false
    }
}

function open_channel(name) {
    try {
        return new BroadcastChannel(name)
    } catch {}
}

class Records {
    #store
    #channel
    #tell
    #state = { persistent: false, available: true, newer: false }
    #writing = Promise.resolve()
    #is_started = false
    #has_asked = false
    #pending = 0
    #is_unsaved = false

    // `tell`: { records(list, is_all), written(step, outcome), storage(state) }, each called between frames.
    constructor(root, tell, options) {
        this.#tell = tell
        this.#store = record_store(name_of(root), { ...options, tell: state => this.#database_gone(state) })
        this.#channel = open_channel(name_of(root))
    }

    #database_gone({ is_deleted, is_newer }) {
        this.#say({ available: this.#state.available && !is_deleted, newer: is_newer })
    }

    #say(news) {
        const before = JSON.stringify(this.#state)
        Object.assign(this.#state, news)
        if (this.#is_started && JSON.stringify(this.#state) !== before) this.#tell.storage(this.#state)
    }

    // What there is at the start; without a database, nothing.
    async start() {
        let records = []
        let error
        try {
            records = await this.#store.read()
        } catch (caught) {
            error = caught
        }
        const is_newer = error?.name === 'VersionError'
        Object.assign(this.#state, { persistent: await is_persisted(), available: !error || is_newer, newer: is_newer })
        this.#is_started = true
        this.#tell.storage(this.#state)
        this.#tell.records(records, true)
        if (this.#channel) this.#channel.onmessage = ({ data }) => this.#reread(data.keys)
        // A page that comes back from the browser's back/forward cache heard nothing meanwhile.
        addEventListener('pageshow', ({ persisted }) => persisted && this.#reread())
        addEventListener('beforeunload', event => (this.#pending || this.#is_unsaved) && event.preventDefault())
    }

    async #reread(keys) {
        try {
            this.#tell.records(await this.#store.read(keys, { has_deleted: true }), false)
        } catch {} // the next step says what is wrong
    }

    // One outcome for each step, in the order of the steps, never before this returns.
    write(step, json) {
        this.#pending++
        this.#writing = this.#writing.then(() => this.#write(step, json))
        return this.#writing
    }

    async #write(step, json) {
        const { records, ...outcome } = await this.#store.write(json)
        this.#pending--
        this.#is_unsaved = outcome.outcome === 'refused'
        if (records) this.#tell.records(records, false)
        this.#tell.written(step, outcome)
        if (outcome.outcome !== 'saved') return
        this.#channel?.postMessage({ keys: Object.keys(outcome.revisions) })
        if (this.#has_asked) return
        this.#has_asked = true
        ask_to_persist().then(persistent => this.#say({ persistent }))
    }
}

// `root` is the address of the site's start page.
export const make_records = (...parts) => new Records(...parts)
