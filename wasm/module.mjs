// A WebAssembly module that draws: its imports (wasm/imports.hpp), its exports, and text in and out of its memory.
import * as platform from './platform.mjs'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

// `further(exchange)` gives the imports that one module alone has; `exchange`: { text, send } with its memory.
export function open_module(code, { frames, mirror, screen, measure }, further) {
    const memory = () => instance.exports.memory.buffer
    const view = (address, size) => new Uint8Array(memory(), address, size)
    const text = (address, size) => decoder.decode(view(address, size))

    // Hands text or bytes over to the call that follows.
    function send(content) {
        const bytes = typeof content === 'string' ? encoder.encode(content) : content
        view(instance.exports.receive(bytes.length), bytes.length).set(bytes)
    }

    const page = {
        copy: (address, size) => platform.copy(text(address, size)),
        download: (name, name_size, type, type_size, content, size) =>
            platform.download(text(name, name_size), text(type, type_size), view(content, size)),
        print: () => print(),
        now_ms: () => Date.now(),
        again: () => frames.request(),
        changed: (address, size) => screen.changed(JSON.parse(text(address, size))),
        focus: id => mirror.want_focus(id >>> 0),
        measure,
        ...further({ text, send }),
    }
    const instance = new WebAssembly.Instance(code, { page, env: { emscripten_notify_memory_growth() {} } })
    instance.exports._initialize()
    // A module that was divided from this one (cmake/split_module.mjs) works on its memory and table.
    const join = code => new WebAssembly.Instance(code, { primary: instance.exports })
    return { ...instance.exports, send, join }
}
