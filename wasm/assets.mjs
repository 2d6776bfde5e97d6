// Fetches all the portal needs, at once; the addresses stand in the host's data attributes.
import { load_fonts } from './measure.mjs'
import { with_own_texts } from './own_texts.mjs'
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

// What the parts resolve to; the host shows how many are there.
export function load_all(host, parts) {
    let done = 0
    for (const part of parts) part.then(() => show_progress(host, ++done, parts.length), () => {})
    return Promise.all(parts)
}

export async function load_assets(host) {
    const { dataset } = host
    const parts = [compile(dataset.wasm), load_fonts(), bytes(dataset.catalogue), bytes(dataset.texts)]
    const [code, , catalogue, texts] = await load_all(host, parts)
    return { code, files: [catalogue, with_own_texts(texts, dataset.ownTexts)] }
}
