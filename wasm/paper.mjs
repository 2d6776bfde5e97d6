// The portal on paper: texts flow over the pages (wasm/print.css), and charts are pictures. The desk has paper of its own
// (wasm/desk/paper.mjs): "imports" in package.json says which one "#paper" is.
export const paper_width = 680 // CSS px; of A4 and letter within usual margins
export const pictures_on_paper = mirror => mirror.images()
