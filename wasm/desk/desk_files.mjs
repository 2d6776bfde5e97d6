// Files for the desk: a request, a copy of everything, a logo. The module gets the name, then the bytes.
import { listen_for_drops, make_chooser } from '../files.mjs'

// One byte more than the largest that is read: then the module says that it is too large.
const size_max = 32 * 1024 * 1024 + 1

const accepted = ['.json,application/json', '.json,application/json', '.png,.svg,image/png,image/svg+xml']
export const dropped = accepted.length // the purpose of a file that was dropped: its content tells

const is_export = name => /\.(csv|tsv|txt|xlsx)$/i.test(name)

// `take(purpose, name, bytes)`: bytes are empty where the file can't be read. A dropped export of a time tracker goes to
// `read_export(file, name)`.
export function make_files(stage, take, read_export) {
    const read = purpose => async (file, name) => {
        const content = await file.slice(0, size_max).arrayBuffer().catch(() => new ArrayBuffer(0))
        take(purpose, name, new Uint8Array(content))
    }
    const choosers = accepted.map((types, purpose) => make_chooser(types, read(purpose)))
    listen_for_drops(stage, (file, name) => (is_export(name) ? read_export : read(dropped))(file, name))
    return { choose: purpose => choosers[purpose]?.() }
}
