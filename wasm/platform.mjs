// What the portal may want from the browser (ui/platform.hpp). Storage throws where it is forbidden.

export function store(key, value) {
    try {
        sessionStorage.setItem(`kontingent:${key}`, value)
    } catch {}
}

export function load(key) {
    try {
        return sessionStorage.getItem(`kontingent:${key}`)
    } catch {
        return null
    }
}

// Pages that are not served over TLS have no navigator.clipboard. Returns whether it was copied.
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text)
        return true
    } catch {
        const area = document.createElement('textarea')
        const focused = document.activeElement
        area.value = text
        document.body.append(area)
        area.select()
        const is_copied = document.execCommand('copy')
        area.remove()
        focused?.focus({ preventScroll: true })
        return is_copied
    }
}

// `content` is copied at once: the module's memory changes before the browser has saved it.
export function download(name, type, content) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([content], { type }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
