// The entry of the desk's page: starts the desk in its host element, or says why it cannot.
import { bytes, compile, load_all } from '../assets.mjs'
import { fail, show_ready } from '../state.mjs'
import { load_fonts } from '../measure.mjs'
import { start_desk } from './session.mjs'

const host = document.getElementById('desk')
const root = new URL('../..', import.meta.url).href // the bundle lies in desk/assets/

// The seller's logo, where the catalogue names one among the site's files; a document is complete without.
async function logo_of(catalogue) {
    try {
        const { seller } = JSON.parse(new TextDecoder().decode(catalogue))
        return seller.logo ? await bytes(new URL(seller.logo, root).href) : new Uint8Array()
    } catch {
        return new Uint8Array()
    }
}

async function start() {
    if (!globalThis.WebAssembly) return fail(host, 'unsupported')
    const { wasm, catalogue, language } = host.dataset
    const [code, , prices] = await load_all(host, [() => compile(wasm), load_fonts, () => bytes(catalogue)])
    const files = [prices, new TextEncoder().encode(language), await logo_of(prices)]
    await start_desk(host, { code, files, root })
    show_ready(host)
}

start().catch(error => fail(host, 'failed', error))
