// The WebAssembly module: its imports (wasm/imports.hpp), its exports, and text in and out of its memory.
import * as platform from './platform.mjs'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function open_module(code, { frames, mirror, screen, host, outbox, history, links, measure, scale }) {
    const memory = () => instance.exports.memory.buffer
    const view = (address, size) => new Uint8Array(memory(), address, size)
    const text = (address, size) => decoder.decode(view(address, size))

    // Hands bytes over to the call that follows.
    const send = bytes => view(instance.exports.receive(bytes.length), bytes.length).set(bytes)
    const send_text = text => send(encoder.encode(text))

    const page = {
        store: (key, key_size, value, size) => platform.store(text(key, key_size), text(value, size)),
        load: (key, size) => {
            const value = platform.load(text(key, size))
            if (value !== null) send_text(value)
            return value !== null
        },
        copy: (address, size) => platform.copy(text(address, size)),
        store_link: (address, size, is_step) => links.keep(text(address, size), is_step),
        copy_link: (address, size) => platform.copy(links.address_of(text(address, size))),
        download: (name, name_size, type, type_size, content, size) =>
            platform.download(text(name, name_size), text(type, type_size), text(content, size)),
        print: () => print(),
        scroll_to: y => platform.scroll_to(host, y * scale.value()),
        submit: (address, size) => outbox.submit(text(address, size)),
        withdraw: (address, size) => outbox.withdraw(text(address, size)),
        choose_history_file: () => history.choose(),
        read_history_text: (address, size) => history.read_text(text(address, size)),
        read_history_again: (...options) => history.again(...options),
        now_ms: () => Date.now(),
        again: () => frames.request(),
        changed: (address, size) => screen.changed(JSON.parse(text(address, size))),
        focus: id => mirror.want_focus(id >>> 0),
        measure,
    }
    const instance = new WebAssembly.Instance(code, { page, env: { emscripten_notify_memory_growth() {} } })
    instance.exports._initialize()
    return { ...instance.exports, send, send_text }
}
