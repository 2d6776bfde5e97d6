// Files for the desk: a request, a copy of everything, a logo. The module gets the name, then the bytes.
import { make_chooser } from '../files.mjs'

// One byte more than the largest that is read: then the module says that it is too large.
const size_max = 32 * 1024 * 1024 + 1

const accepted = ['.json,application/json', '.json,application/json', '.png,.svg,image/png,image/svg+xml']
export const dropped = accepted.length // the purpose of a file that was dropped: its content tells

const is_export = name => /\.(csv|tsv|txt|xlsx)$/i.test(name)

// Files that are dropped are the desk's, but for exports of time trackers: those go on to their reader (wasm/history).
function listen_for_drops(stage, read) {
    const take = event => {
        const [file] = event.dataTransfer?.files ?? []
        if (!file || is_export(file.name)) return
        event.preventDefault()
        event.stopPropagation()
        read(file, file.name)
    }
    stage.addEventListener('drop', take, { capture: true })
}

// `take(purpose, name, bytes)`: bytes are empty where the file can't be read.
export function make_files(stage, take) {
    const read = purpose => async (file, name) => {
        const content = await file.slice(0, size_max).arrayBuffer().catch(() => new ArrayBuffer(0))
        take(purpose, name, new Uint8Array(content))
    }
    const choosers = accepted.map((types, purpose) => make_chooser(types, read(purpose)))
    listen_for_drops(stage, read(dropped))
    return { choose: purpose => choosers[purpose]?.() }
}
