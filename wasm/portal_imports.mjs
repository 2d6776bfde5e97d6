// What the portal's module imports beside what every module does (wasm/module.mjs).
import * as platform from './platform.mjs'

export const portal_imports =
    ({ links, history, outbox, deferred, copied }) =>
    ({ text, send }) => ({
        // The first month is by the visitor's calendar: their clock's time, as if it were UTC.
        now_ms: () => Date.now() - new Date().getTimezoneOffset() * 60_000,
        copy: (address, size) => platform.copy(text(address, size)).then(copied),
        store: (key, key_size, value, size) => platform.store(text(key, key_size), text(value, size)),
        load: (key, size) => {
            const value = platform.load(text(key, size))
            if (value !== null) send(value)
            return value !== null
        },
        store_link: (address, size, is_step) => links.keep(text(address, size), is_step),
        copy_link: (address, size) => platform.copy(links.address_of(text(address, size))).then(copied),
        submit: (address, size) => outbox.submit(text(address, size)),
        withdraw: (address, size) => outbox.withdraw(text(address, size)),
        want_deferred: id => deferred.want(id >>> 0),
        choose_history_file: () => history.choose(),
        read_history_text: (address, size) => history.read_text(text(address, size)),
        read_history_again: (...options) => history.again(...options),
    })
