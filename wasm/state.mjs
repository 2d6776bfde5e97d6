// What the page shows of the portal's state: loading, ready, or failed with one of its messages.

export function show_progress(host, done, total) {
    const progress = host.querySelector('progress')
    if (!progress) return
    progress.max = total
    progress.value = done
}

export function show_ready(host) {
    host.dataset.state = 'ready'
    host.querySelector('.portal-loading')?.remove()
}

// The page's own HTML stays readable; only the portal's place says what is wrong.
export function fail(host, message, error) {
    if (error) console.warn(error)
    host.dataset.state = 'failed'
    host.querySelector('.portal-loading')?.remove()
    const stage = host.querySelector('.portal-stage')
    stage?.replaceChildren()
    stage?.style.removeProperty('height')
    host.querySelector(`[data-message="${message}"]`)?.removeAttribute('hidden')
}
