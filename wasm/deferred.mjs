// The portal's deferred code (ui/deferred.hpp): a second module on the first one's memory. Loaded once the portal needs it:
// when what would show it comes near the window, is pressed, or is printed.
import { compile } from './assets.mjs'

// DeferredState's numbers.
const state = { loading: 1, failed: 2, loaded: 3 }
// Of the window, beyond its edges. With a whole one, a large window would load it at once.
const near = '50%'

// Within the call: before a page is printed nothing can be waited for.
function bytes_at_once(address) {
    const request = new XMLHttpRequest()
    request.open('GET', address, false)
    request.overrideMimeType('text/plain; charset=x-user-defined') // bytes as characters
    request.send()
    if (request.status !== 200) throw new Error(`${request.status} ${address}`)
    return Uint8Array.from(request.responseText, character => character.charCodeAt(0))
}

class Deferred {
    #address
    #stage
    #loading
    #is_loaded = false
    #announced // resolves once it is loaded
    #announce
    #wanted = 0 // the record that is to come near
    #watched
    #observer = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && this.load(), { rootMargin: near })

    constructor(address, stage) {
        this.#address = address
        this.#stage = stage
        this.#announced = new Promise(resolve => (this.#announce = resolve))
    }

    // `act()` once it is loaded.
    then_do(act) {
        this.#announced.then(act)
    }

    #take(code) {
        if (this.#is_loaded) return
        this.#stage.join(code)
        this.#is_loaded = true
        this.#observer.disconnect()
        this.#keep_place(() => {
            this.#stage.tell('deferred_changed', state.loaded)
            this.#stage.frames.draw()
            this.#stage.mirror.settle()
        })
        this.#announce()
    }

    // What comes in above the request moves it. Who reads it stays there, and a link to it still gets there; where it is
    // only at the lower edge of the window, what is above it stays.
    #keep_place(change) {
        const card = this.#watched?.closest('section')
        const top = () => card?.querySelector('h2')?.getBoundingClientRect().top
        const before = top()
        change()
        const target = card?.querySelector(':target')
        if (target) target.scrollIntoView()
        else if (before < innerHeight / 2) scrollBy({ top: top() - before, behavior: 'instant' })
    }

    async #load() {
        await null // asked from within a frame
        this.#stage.tell('deferred_changed', state.loading)
        try {
            this.#take(await compile(this.#address))
        } catch (error) {
            console.warn(error)
            this.#loading = undefined
            if (!this.#is_loaded) this.#stage.tell('deferred_changed', state.failed)
        }
    }

    load() {
        this.#loading ??= this.#load()
    }

    load_at_once() {
        try {
            if (!this.#is_loaded) this.#take(new WebAssembly.Module(bytes_at_once(this.#address)))
        } catch (error) {
            console.warn(error)
        }
    }

    // From within a frame, whose record is in the mirror only after it.
    want(id) {
        if (!id) return this.load()
        this.#wanted = id
        queueMicrotask(() => this.watch())
    }

    // After the first frame, too, which is mirrored in pieces.
    watch() {
        const element = this.#wanted && this.#stage.mirror.element_of(this.#wanted)
        if (!element || element === this.#watched || this.#is_loaded) return
        this.#observer.disconnect()
        this.#watched = element
        this.#observer.observe(element)
    }
}

export const make_deferred = (address, stage) => new Deferred(address, stage)
