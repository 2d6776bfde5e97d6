// What the desk's module imports beside what every module does (wasm/module.mjs).
import { day_in, end_of_day } from './calendar.mjs'
import { download } from '../platform.mjs'

const random_max = 65_536 // bytes at a time

function fill_at_random(bytes) {
    for (let begin = 0; begin < bytes.length; begin += random_max) crypto.getRandomValues(bytes.subarray(begin, begin + random_max))
}

export const desk_imports =
    ({ records, files, history }) =>
    ({ view, text }) => ({
        write: (step, json, size) => void records.write(step, text(json, size)),
        // A copy: the module's memory changes before the browser has saved it.
        download: (name, name_size, type, type_size, content, size) => download(text(name, name_size), text(type, type_size), view(content, size).slice()),
        choose_file: purpose => files.choose(purpose),
        choose_history_file: () => history.choose(),
        read_history_text: (address, size) => history.read_text(text(address, size)),
        read_history_again: (...options) => history.again(...options),
        end_of_day: (zone, size, year, month, day) => end_of_day(text(zone, size), year, month, day),
        day_in: (zone, size, instant) => day_in(text(zone, size), instant),
        random: (address, size) => fill_at_random(view(address, size)),
    })
