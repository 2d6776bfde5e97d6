// Puts a module on its stage: mirror and tiles into the page, frames, pointer. A piece at a time, so that the page answers
// meanwhile.
import { fail } from './state.mjs'
import { listen_to_mirror } from './actions.mjs'
import { listen_to_pointer } from './pointer.mjs'
import { make_frames } from './frames.mjs'
import { make_mirror } from './mirror.mjs'
import { make_measure } from './measure.mjs'
import { make_scale } from './scale.mjs'
import { make_screen } from './screen.mjs'
import { open_module } from './module.mjs'
import { give_way } from './pieces.mjs'
import { make_work } from './work.mjs'

function listen_to_printing(frames) {
    addEventListener('beforeprint', () => frames.begin_paper())
    addEventListener('afterprint', () => frames.end_paper())
}

// Calls an export, after its text or bytes where it takes them, and asks for a frame.
const tell_module = (module, frames) => (what, value, content) => {
    if (content !== undefined) module().send(content)
    module()[what](value)
    frames.request()
}

// open() first; then what the module is to know before the first frame; then begin().
export async function make_stage(host) {
    const element = host.querySelector('.portal-stage')
    const measure = make_measure(getComputedStyle(element).fontFamily)
    await give_way()
    const mirror = make_mirror()
    element.append(mirror.root)

    let module
    let work
    let is_started = false
    const frames = make_frames(element, seen => {
        try {
            screen.show(seen)
            work.go_on()
        } catch (error) {
            frames.stop()
            fail(host, 'failed', error)
            throw error
        }
    })
    const tell = tell_module(() => module, frames)
    await give_way()
    const scale = make_scale(element, measure, () => {
        mirror.rescale(scale.value())
        if (is_started) tell('measure_anew')
    })
    mirror.rescale(scale.value())
    const screen = make_screen(element, mirror, scale)

    // `further` as open_module() takes it; `files` are the module's assets in its order.
    async function open(code, files, further) {
        await give_way()
        module = open_module(code, { frames, mirror, screen, measure }, further)
        await give_way()
        screen.take(module)
        work = make_work(module, frames)
        for (const [index, file] of files.entries()) {
            module.send(file)
            module.take_asset(index)
            await give_way()
        }
        return module
    }

    async function begin() {
        is_started = true
        await give_way()
        await screen.begin(frames.look())
        listen_to_pointer(element, mirror, module, frames, scale)
        listen_to_mirror(mirror, module, frames)
        listen_to_printing(frames)
        frames.begin()
        work.go_on()
        document.fonts.addEventListener('loadingdone', () => tell('measure_anew'))
    }

    return { element, mirror, frames, tell, open, begin, join: code => module.join(code) }
}
