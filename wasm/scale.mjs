// Text that is larger than the page asks for: by the browser's text zoom, its smallest font size, or the visitor's own
// letter spacing. The portal is then laid out as if it were zoomed by as much, so that nothing is cut off.

const sample = 'Stunden pro Monat 0123456789'
const size = 14 // px; the smallest text, which a smallest font size changes most
const line = 1.22 // of the size: the height of a line in Inter

export function make_scale(stage, measure, changed) {
    const probe = document.createElement('span')
    probe.className = 'portal-probe'
    probe.setAttribute('aria-hidden', 'true')
    probe.textContent = sample
    stage.append(probe)

    function read() {
        const wanted = [...sample].reduce((sum, character) => sum + measure(false, size, character.codePointAt()), 0)
        const { width, height } = probe.getBoundingClientRect()
        const found = Math.max(width / wanted, height / (size * line))
        return found > 1.03 ? found : 1
    }
    let now = read()
    new ResizeObserver(() => {
        const found = read()
        if (Math.abs(found - now) < 0.01) return
        now = found
        changed()
    }).observe(probe)
    return { value: () => now }
}
