// Text that is larger than the page asks for: by the browser's text zoom, its smallest font size, or the visitor's own
// style sheet. Spacing of letters and words is measured with the characters; for all else, the portal is laid out as if
// it were zoomed by as much. So nothing is cut off.

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
        const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(probe)
        const part = length => (parseFloat(length) || 0) / parseFloat(fontSize)
        const spacing = { letter: part(letterSpacing), word: part(wordSpacing) }
        measure.space(spacing)
        const wanted = [...sample].reduce((sum, character) => sum + measure(false, size, character.codePointAt()), 0)
        const { width, height } = probe.getBoundingClientRect()
        const found = Math.max(width / wanted, height / (size * line))
        return { ...spacing, scale: found > 1.03 ? found : 1 }
    }
    let now = read()
    new ResizeObserver(() => {
        const found = read()
        if (Object.keys(found).every(key => Math.abs(found[key] - now[key]) < 0.01)) return
        now = found
        changed()
    }).observe(probe)
    return { value: () => now.scale }
}
