// What the desk's module imports beside what every module does (wasm/module.mjs).
import { day_in, end_of_day } from './calendar.mjs'

const random_max = 65_536 // bytes at a time

function random_bytes(size) {
    const bytes = new Uint8Array(size)
    for (let begin = 0; begin < size; begin += random_max) crypto.getRandomValues(bytes.subarray(begin, begin + random_max))
    return bytes
}

export const desk_imports =
    ({ records, files, history }) =>
    ({ text, send }) => ({
        write: (step, json, size) => void records.write(step, text(json, size)),
        choose_file: purpose => files.choose(purpose),
        choose_history_file: () => history.choose(),
        read_history_text: (address, size) => history.read_text(text(address, size)),
        read_history_again: (...options) => history.again(...options),
        end_of_day: (zone, size, year, month, day) => end_of_day(text(zone, size), year, month, day),
        day_in: (zone, size, instant) => day_in(text(zone, size), instant),
        random: size => send(random_bytes(size)),
    })
