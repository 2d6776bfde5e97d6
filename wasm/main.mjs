// The browser layer's entry: starts the portal in the page's host element, or says why it cannot.
import { fail, show_ready } from './state.mjs'
import { load_assets } from './assets.mjs'
import { start_session } from './session.mjs'

const host = document.getElementById('portal')

async function start() {
    const canvas = document.createElement('canvas')
    const gl = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false })
    if (!gl || !globalThis.WebAssembly) return fail(host, 'unsupported')
    const assets = await load_assets(host)
    start_session(host, canvas, gl, assets)
    show_ready(host)
}

if (host) start().catch(error => fail(host, 'failed', error))
