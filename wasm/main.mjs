// The browser layer's entry: starts the portal in the page's host element, or says why it cannot.
import { fail, show_ready } from './state.mjs'
import { load_assets } from './assets.mjs'
import { give_way } from './pieces.mjs'
import { make_outbox } from './outbox/outbox.mjs'
import { start_session } from './session.mjs'

const host = document.getElementById('portal')

async function start(outbox) {
    await give_way() // what evaluating this script takes is a task by itself
    if (!globalThis.WebAssembly) {
        fail(host, 'unsupported')
        return outbox.start()
    }
    const assets = await load_assets(host)
    await start_session(host, assets, outbox)
    show_ready(host)
}

if (host) {
    const outbox = make_outbox({
        root: new URL('..', import.meta.url).href, // the bundle lies in assets/
        endpoint: new URL(host.dataset.endpoint ?? 'requests', document.baseURI).href,
    })
    start(outbox).catch(error => {
        fail(host, 'failed', error)
        outbox.start()
    })
}
