// Where entries are kept: IndexedDB, or this tab's memory where that fails. Both have `all()` and `change(key,
// decide)`: `decide` gets the entry, or undefined, and returns the next one, null to remove it, undefined to leave
// it; the promise holds what was written. In a window and in a worker.

// A database for each site; `root` is the address of its start page, and the scope of its service worker.
export const name_of = root => `kontingent:${root}`

// Opened for each use: nothing is held that another tab, the back/forward cache or a deletion would break.
export function database(name) {
    const use = (mode, act) =>
        new Promise((resolve, reject) => {
            const opening = indexedDB.open(name, 1)
            opening.onupgradeneeded = () => opening.result.createObjectStore('entries', { keyPath: 'key' })
            opening.onerror = () => reject(opening.error)
            opening.onsuccess = () => {
                const base = opening.result
                const end = (settle, value) => {
                    base.close()
                    settle(value)
                }
                try {
                    // On the disk before the portal reports it as stored.
                    const change = base.transaction('entries', mode, { durability: 'strict' })
                    const asked = act(change.objectStore('entries'))
                    change.oncomplete = () => end(resolve, asked())
                    change.onabort = () => end(reject, change.error)
                } catch (error) {
                    end(reject, error)
                }
            }
        })
    return {
        all: () =>
            use('readonly', entries => {
                const asked = entries.getAll()
                return () => asked.result
            }),
        change: (key, decide) =>
            use('readwrite', entries => {
                let next
                entries.get(key).onsuccess = ({ target }) => {
                    next = decide(target.result)
                    if (next) entries.put(next)
                    else if (next === null) entries.delete(key)
                }
                return () => next
            }),
    }
}

export function memory() {
    const entries = new Map()
    return {
        all: async () => [...entries.values()],
        change: async (key, decide) => {
            const next = decide(entries.get(key))
            if (next) entries.set(key, next)
            else if (next === null) entries.delete(key)
            return next
        },
    }
}
