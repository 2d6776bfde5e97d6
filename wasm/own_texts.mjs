// Puts a catalogue's own texts, by their places, into the portal's: the last list of the file that assemble.mjs writes
// (wasm/page_language.hpp). `file` and the result are bytes of JSON, `own` is JSON or undefined.
export function with_own_texts(file, own) {
    if (!own) return file
    const content = JSON.parse(new TextDecoder().decode(file))
    Object.assign(content.at(-1), JSON.parse(own))
    return new TextEncoder().encode(JSON.stringify(content))
}
