// A quote on paper: pages of A4 one below the other, as the PDF has them. Their texts stay where they are laid out; what is
// drawn is a picture for each page.
const a4 = { width: 794, height: 1123 } // CSS px

function* sheets(root, { width, height }) {
    for (let top = 0; top < height; top += a4.height)
        yield { layer: 0, element: root, place: [0, top, width, Math.min(a4.height, height - top)], below: top }
}

export const make_paper = ({ root }) => ({ width: a4.width, pictures: size => sheets(root, size) })
