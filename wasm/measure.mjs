// Widths of characters as the browser sets them, for the portal's layout. Without kerning, as the mirror's texts are, their
// sums are the widths of lines.

export const weights = [400, 600]
const blanks = [0x20, 0xa0] // between which CSS sets word spacing

export function make_measure(family) {
    const context = document.createElement('canvas').getContext('2d')
    context.fontKerning = 'none'
    let font = ''
    let spacing = { letter: 0, word: 0 } // the visitor's own, in parts of the size
    const measure = (is_semibold, size, character) => {
        const wanted = `${weights[+is_semibold]} ${size}px ${family}`
        if (font !== wanted) context.font = font = wanted
        const added = spacing.letter + (blanks.includes(character) ? spacing.word : 0)
        return context.measureText(String.fromCodePoint(character)).width + added * size
    }
    measure.space = found => (spacing = found)
    return measure
}

// A font that does not come leaves the next of the family.
export const load_fonts = () => Promise.all(weights.map(weight => document.fonts.load(`${weight} 16px Inter`).catch(() => {})))
