// Reads an export in a worker, with the module history.wasm: the page stays free, and the bytes stay in the browser.
// Asked with { job: a number, wasm: address, file: Blob, options: [nine numbers of core/history/history_json.hpp] }; answers with
// [job, per mille done], then once with [job, JSON of core/history/history_json.hpp], or [job, null] where something could not
// be loaded or read. A later question ends the one before it.

const slice_bytes = 1 << 18

const decoder = new TextDecoder()
let loading
let current = 0

async function load(address) {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${response.status} ${address}`)
    const code = await WebAssembly.compile(await response.arrayBuffer())
    const { exports } = await WebAssembly.instantiate(code, { env: { emscripten_notify_memory_growth() {} } })
    exports._initialize()
    return exports
}

// An address first, then its view: asking for room may move the memory.
function view(reader, address, size) {
    return new Uint8Array(reader.memory.buffer, address >>> 0, size)
}

// Lets other messages be handled.
const pause = () => new Promise(resolve => setTimeout(resolve))

async function read({ wasm, file, options }, is_current, tell) {
    const reader = await (loading ??= load(wasm))
    const bytes = new Uint8Array(await file.slice(0, reader.bytes_max() + 1).arrayBuffer())
    if (!is_current()) return
    const address = reader.receive(bytes.length)
    view(reader, address, bytes.length).set(bytes)
    reader.begin(...options)
    for (let done = 0; ; ) {
        const now = reader.read(slice_bytes)
        if (now === 1000) break
        if (now > done) tell((done = now))
        await pause()
        if (!is_current()) return
    }
    const answer = reader.answer()
    tell(decoder.decode(view(reader, answer, reader.answer_size())))
}

onmessage = async ({ data }) => {
    current = data.job
    const is_current = () => data.job === current
    const tell = news => postMessage([data.job, news])
    try {
        await read(data, is_current, tell)
    } catch (error) {
        console.warn(error)
        loading = undefined
        if (is_current()) tell(null)
    }
}
