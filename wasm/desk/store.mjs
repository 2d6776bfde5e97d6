// The desk's records in IndexedDB: a key, a revision that grows with each write, a value. Every step is one transaction
// that is on the disk before it counts as saved, and has exactly one outcome.
//
// A deleted record stays as a mark without a value, so that a revision never comes again: a tab that still has the old
// record cannot overwrite a new one of the same key.

export const version = 1
const patience_ms = 20_000

export const name_of = root => `kontingent-desk:${root}`

// Why nothing was written, for the module.
const reasons = { QuotaExceededError: 'full', VersionError: 'newer', SecurityError: 'unavailable', InvalidStateError: 'unavailable', TimeoutError: 'unavailable' }
const refused = (reason, detail = '') => ({ outcome: 'refused', reason, detail })

function refusal_of(error) {
    // Some browsers name a full disk only in the message.
    const is_full = /quota|disk.*full|full.*disk/i.test(error?.message ?? '')
    const detail = error ? `${error.name}: ${error.message}` : ''
    return refused(is_full ? 'full' : (reasons[error?.name] ?? 'other'), detail)
}

const failed = (name, message) => new DOMException(message, name)

const shown = ({ key, revision, value = null }) => ({ key, revision, value })

class RecordStore {
    #name
    #factory
    #patience
    #tell
    #base
    #opening
    #id // of the database, made with it
    #is_deleted = false
    #is_newer = false

    constructor(name, { factory, patience, tell }) {
        this.#name = name
        this.#factory = factory
        this.#patience = patience
        this.#tell = tell
    }

    get state() {
        return { is_deleted: this.#is_deleted, is_newer: this.#is_newer }
    }

    #mark(state) {
        if (state === 'deleted') this.#is_deleted = true
        else this.#is_newer = true
        this.#tell(this.state)
    }

    // Once there has been a database, none is made in its place: numbers that were given would begin again.
    #make(opening, { oldVersion }) {
        if (oldVersion !== 0) return
        if (this.#id) return opening.transaction.abort()
        opening.result.createObjectStore('records', { keyPath: 'key' })
        opening.result.createObjectStore('about', { keyPath: 'key' }).put({ key: 'id', value: crypto.getRandomValues(new Uint32Array(4)).join('-') })
    }

    #open() {
        return new Promise((resolve, reject) => {
            const opening = this.#factory.open(this.#name, version)
            let is_late = false
            const timer = setTimeout(() => {
                is_late = true
                reject(failed('TimeoutError', 'the database does not open'))
            }, this.#patience)
            opening.onupgradeneeded = event => this.#make(opening, event)
            opening.onerror = event => {
                event.preventDefault()
                clearTimeout(timer)
                reject(opening.error)
            }
            opening.onsuccess = () => {
                clearTimeout(timer)
                if (is_late) opening.result.close()
                else resolve(opening.result)
            }
        })
    }

    // The database that was open before, not another of its name.
    async #recognise(base) {
        const asking = finished(base.transaction('about').objectStore('about').get('id'))
        const asked = await within(this.#patience, asking, 'the database does not answer')
        if (this.#id && asked?.value !== this.#id) throw failed('InvalidStateError', 'deleted')
        this.#id = asked?.value
    }

    async #connect() {
        if (!this.#factory) throw failed('SecurityError', 'there is no IndexedDB')
        const base = await this.#open().catch(error => {
            if (error?.name === 'AbortError' && this.#id) throw failed('InvalidStateError', 'deleted')
            throw error
        })
        base.onversionchange = ({ newVersion }) => {
            this.#forget(base)
            this.#mark(newVersion === null ? 'deleted' : 'newer')
        }
        base.onclose = () => this.#forget(base)
        try {
            await this.#recognise(base)
        } catch (error) {
            base.close()
            throw error
        }
        return (this.#base = base)
    }

    #forget(base) {
        base.close()
        if (this.#base === base) this.#base = undefined
    }

    async #connection() {
        if (this.#is_deleted) throw failed('InvalidStateError', 'deleted')
        if (this.#is_newer) throw failed('VersionError', 'a newer desk is open')
        if (this.#base) return this.#base
        this.#opening ??= this.#connect().finally(() => (this.#opening = undefined))
        try {
            return await this.#opening
        } catch (error) {
            if (error?.name === 'VersionError' && !this.#is_newer) this.#mark('newer')
            if (error?.message === 'deleted' && !this.#is_deleted) this.#mark('deleted')
            throw error
        }
    }

    // A connection that broke since it was last used is opened anew, once.
    async #transaction(mode) {
        const begin = base => base.transaction('records', mode, { durability: 'strict' })
        const base = await this.#connection()
        try {
            return begin(base)
        } catch {
            this.#forget(base)
            return begin(await this.#connection())
        }
    }

    // All records, those of these keys where given; deleted ones, without a value, only when asked for by key or `has_deleted`.
    async read(keys, { has_deleted = keys !== undefined } = {}) {
        const change = await this.#transaction('readonly')
        const records = change.objectStore('records')
        const answered = asked => within(this.#patience, finished(asked), 'the database does not answer')
        if (!keys) return (await answered(records.getAll())).filter(({ value }) => has_deleted || value !== undefined).map(shown)
        const found = await Promise.all(keys.map(key => answered(records.get(key))))
        return found.map((record, index) => shown(record ?? { key: keys[index], revision: 0 }))
    }

    // `json` is a step: { expect: { key: revision, or 0 for none }, put: [{ key, value }], delete: [key] }. Every key that is put or
    // deleted is expected. Never rejects; { outcome: 'changed_elsewhere' } comes with the `records` as they are.
    async write(json) {
        try {
            const step = JSON.parse(json)
            const error = error_in(step)
            if (error) return refused('other', error)
            return await this.#commit(step, await this.#transaction('readwrite'))
        } catch (error) {
            return error?.message === 'deleted' ? refused('unavailable', 'deleted') : refusal_of(error)
        }
    }

    #commit({ expect, put = [], delete: gone = [] }, change) {
        return new Promise(resolve => {
            const records = change.objectStore('records')
            const found = new Map()
            let outcome
            let problem
            // A transaction that does not end is ended. Where it can't be any more, its end is near; a browser that does not
            // tell it leaves open what was stored, which the next step finds out.
            let timer = setTimeout(() => {
                timer = setTimeout(() => end(refusal_of(failed('TimeoutError', 'the end of the transaction is not known'))), this.#patience)
                try {
                    change.abort()
                } catch {}
            }, this.#patience)
            const end = how => {
                clearTimeout(timer)
                resolve(how)
            }
            const choose = () => {
                const differing = differing_keys(expect, found)
                if (differing.length) {
                    const fresh = differing.map(key => shown(found.get(key) ?? { key, revision: 0 }))
                    outcome = { outcome: 'changed_elsewhere', keys: differing, records: fresh }
                    return
                }
                const revisions = {}
                const next = key => (revisions[key] = (found.get(key)?.revision ?? 0) + 1)
                for (const { key, value } of put) records.put({ key, revision: next(key), value })
                for (const key of gone) records.put({ key, revision: next(key) })
                outcome = { outcome: 'saved', revisions }
            }
            const decide = () => {
                try {
                    choose()
                } catch (error) {
                    problem = error
                    change.abort()
                }
            }
            change.oncomplete = () => end(outcome)
            change.onabort = () => end(refusal_of(problem ?? change.error ?? failed('TimeoutError', 'the transaction was ended')))
            const keys = Object.keys(expect)
            if (!keys.length) return decide()
            for (const key of keys)
                records.get(key).onsuccess = ({ target }) => {
                    found.set(key, target.result)
                    if (found.size === keys.length) decide()
                }
        })
    }

    close() {
        if (this.#base) this.#forget(this.#base)
    }
}

const finished = request =>
    new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
    })

// Rejects where nothing came of it in time.
function within(patience, promise, message) {
    let timer
    const late = new Promise((_, reject) => (timer = setTimeout(() => reject(failed('TimeoutError', message)), patience)))
    return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

// 0 fits a key that never was or was deleted.
function fits(record, expected) {
    const is_there = record?.value !== undefined
    return expected === record?.revision || (expected === 0 && !is_there)
}

const differing_keys = (expect, found) => Object.keys(expect).filter(key => !fits(found.get(key), expect[key]))

// What is wrong with a step, or nothing.
export function error_in({ expect, put = [], delete: gone = [] }) {
    const keys = [...put.map(({ key }) => key), ...gone]
    const unexpected = keys.find(key => !Object.hasOwn(expect ?? {}, key))
    if (unexpected !== undefined) return `${unexpected} is written without a revision that is expected`
    const twice = keys.find((key, index) => keys.indexOf(key) !== index)
    if (twice !== undefined) return `${twice} is written twice`
    const empty = put.find(({ value }) => value === undefined || value === null)
    if (empty) return `${empty.key} has no value`
}

// `tell(state)` when the database was deleted, or a newer desk opened it.
export const record_store = (name, { factory = globalThis.indexedDB, patience = patience_ms, tell = () => {} } = {}) =>
    new RecordStore(name, { factory, patience, tell })
