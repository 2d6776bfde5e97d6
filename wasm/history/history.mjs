// Exports that a person brings: chosen, dropped onto the portal or pasted. The first one loads a worker (worker.mjs);
// what it reads comes back as `tell`: `progress(per mille)`, then `read(file's name, JSON of core/history/history_json.hpp)`.

import { listen_for_drops, make_chooser } from '../files.mjs'

// Every option of core/history/history_json.hpp is left to the reader.
const recognised = Array(9).fill(-1)
// HistoryError::not_read.
const not_read = '{"numbers":[6]}'

// One export at a time, read by a worker that starts with the first.
class Reader {
    #script
    #wasm
    #tell
    #worker
    #job = 0
    #file
    #name = ''

    // `addresses` are those of the worker and of its module; empty where the page does not name them.
    constructor(addresses, tell) {
        ;[this.#script, this.#wasm] = addresses.split(' ').map(name => new URL(name, document.baseURI).href)
        this.#tell = tell
    }

    #fail = () => {
        this.#worker?.terminate()
        this.#worker = undefined
        this.#tell.read(this.#name, not_read)
    }

    #hear = ({ data: [answered, news] }) => {
        if (answered !== this.#job) return
        if (news === null) this.#fail()
        else if (typeof news === 'number') this.#tell.progress(news)
        else this.#tell.read(this.#name, news)
    }

    #start() {
        this.#worker = new Worker(this.#script)
        this.#worker.onerror = this.#fail
        this.#worker.onmessage = this.#hear
    }

    // Asked from within a frame: the portal hears of it after that.
    async again(...options) {
        await null
        this.#tell.progress(0)
        try {
            if (!this.#worker) this.#start()
            this.#worker.postMessage({ job: ++this.#job, wasm: this.#wasm, file: this.#file, options })
        } catch {
            this.#fail()
        }
    }

    read(file, name) {
        this.#file = file
        this.#name = name
        this.again(...recognised)
    }
}

export function make_history(stage, addresses, tell) {
    const reader = new Reader(addresses, tell)
    const read = (file, name) => reader.read(file, name)
    listen_for_drops(stage, read)
    return {
        choose: make_chooser('.csv,.txt,.tsv,.xlsx', read),
        read_text: text => read(new Blob([text]), ''),
        again: (...options) => reader.again(...options),
    }
}
