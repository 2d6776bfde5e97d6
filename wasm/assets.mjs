// Fetches all the portal needs, at once; the addresses stand in the host's data attributes.
import { load_fonts } from './measure.mjs'
import { with_own_texts } from './own_texts.mjs'
import { give_way } from './pieces.mjs'
import { show_progress } from './state.mjs'

export async function get(address) {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${response.status} ${address}`)
    return response
}

export const bytes = async address => new Uint8Array(await (await get(address)).arrayBuffer())

// A host that does not name the media type cannot be streamed from.
export async function compile(address) {
    const response = await get(address)
    return response.headers.get('content-type')?.startsWith('application/wasm')
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer())
}

// Begins to load the parts, each in a task of its own; the host shows how many are there. Resolves to all of them.
export async function load_all(host, loads) {
    let done = 0
    const parts = []
    for (const load of loads) {
        const part = load()
        part.then(() => show_progress(host, ++done, loads.length), () => {})
        parts.push(part)
        await give_way()
    }
    return Promise.all(parts)
}

export async function load_assets(host) {
    const { dataset } = host
    const loads = [() => compile(dataset.wasm), () => bytes(dataset.texts), () => bytes(dataset.catalogue), load_fonts]
    const [code, texts, catalogue] = await load_all(host, loads)
    return { code, files: [with_own_texts(texts, dataset.ownTexts), catalogue] }
}
