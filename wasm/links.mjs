// The whole input in the address's fragment, and a step of the browser's history for each change that has settled.
// Each entry of the history carries its input as well, so that going back also finds what stood before any fragment.

const settled_after = 600 // ms without a further change

const fragment = () => location.hash.slice(1)
const is_input = text => /^k\d/.test(text)

// `open(fragment)` shows an input: at the start, and where the browser goes back, forward, or to another link.
export function make_links(open) {
    let timer = 0
    let latest

    const remember = () => history.replaceState({ ...history.state, input: latest }, '')

    function step() {
        timer = 0
        if (history.state?.input !== latest) history.pushState({ input: latest }, '', `#${latest}`)
    }

    function keep(text, is_step) {
        latest = text
        if (timer || is_step) {
            clearTimeout(timer)
            timer = setTimeout(step, settled_after)
        } else remember()
    }

    function went() {
        clearTimeout(timer)
        timer = 0
        const input = history.state?.input ?? (is_input(fragment()) ? fragment() : undefined)
        if (input === undefined) remember() // a place on the page: the input stays
        else open(input)
    }

    return {
        keep,
        address_of: text => `${location.href.split('#')[0]}#${text}`,
        start() {
            if (is_input(fragment())) open(fragment())
            addEventListener('popstate', went)
        },
    }
}
