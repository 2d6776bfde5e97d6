// A quote on paper: pages of A4 one below the other, as the PDF has them. Their texts stay where they are laid out; what is
// drawn is a picture for each page.
import { make } from '../mirror/common.mjs'

const px = millimetres => (millimetres * 96) / 25.4
const a4 = { width: px(210), height: px(297) } // CSS px, and not rounded: pages would shift from sheet to sheet
export const paper_width = a4.width

// Those of the latest paper.
const sheets = []

function make_sheet(root, top, height) {
    const element = root.appendChild(make('div', { class: 'portal-sheet' }))
    element.style.top = `${top}px`
    sheets.push(element)
    return { layer: 0, element, place: [0, top, a4.width, Math.min(a4.height, height - top)] }
}

export function pictures_on_paper({ root }) {
    for (const sheet of sheets.splice(0)) sheet.remove()
    const height = parseFloat(root.style.height)
    // A hair more than the last sheet would be another one.
    root.style.height = `${height - 1}px`
    return Array.from({ length: Math.round(height / a4.height) }, (_, index) => make_sheet(root, index * a4.height, height))
}
