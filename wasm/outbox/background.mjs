// The outbox without a page: what a service worker does on the sync event `sync_tag`.
import { database, name_of } from './store.mjs'
import { deliver } from './delivery.mjs'

export const sync_tag = 'kontingent-outbox'

// Rejects while something still waits: the browser then calls again. What the endpoint itself put off keeps its
// pause; what the network did does not.
export async function deliver_in_background(root = registration.scope) {
    const store = database(name_of(root))
    const channel = new BroadcastChannel(name_of(root))
    try {
        await deliver(store, {
            skips_pause: ({ problem }) => !problem || problem === 'offline',
            is_patient: true,
            changed: () => channel.postMessage(0),
        })
    } finally {
        channel.close()
    }
    if ((await store.all()).some(({ delivery }) => delivery === 'waiting')) throw new Error('requests are waiting')
}
