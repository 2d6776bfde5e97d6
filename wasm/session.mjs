// Puts the portal together: mirror and tiles into the page, module, frames, pointer. A piece at a time, so that the page
// answers meanwhile.
import { fail } from './state.mjs'
import { listen_to_mirror } from './actions.mjs'
import { listen_to_pointer } from './pointer.mjs'
import { make_frames } from './frames.mjs'
import { make_history } from './history/history.mjs'
import { make_links } from './links.mjs'
import { make_mirror } from './mirror.mjs'
import { make_measure } from './measure.mjs'
import { make_scale } from './scale.mjs'
import { make_screen } from './screen.mjs'
import { open_module } from './module.mjs'
import { give_way } from './pieces.mjs'
import { make_work } from './work.mjs'

// Calls an export, after its text where it takes one, and asks for a frame.
const tell_module = (module, frames) => (what, value, text) => {
    if (text !== undefined) module().send_text(text)
    module()[what](value)
    frames.request()
}

export async function start_session(host, { code, files }, outbox) {
    const stage = host.querySelector('.portal-stage')
    const mirror = make_mirror()
    stage.append(mirror.root)

    let module
    let is_started = false
    const frames = make_frames(stage, seen => {
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
    const history = make_history(stage, host.dataset.history ?? '', {
        progress: per_mille => tell('history_progress', per_mille),
        read: (name, json) => tell('history_read', undefined, `${name.replaceAll('\n', ' ')}\n${json}`),
    })
    const links = make_links(fragment => {
        module.send_text(fragment)
        module.link_opened()
        frames.draw()
        mirror.settle()
    })
    const measure = make_measure(getComputedStyle(stage).fontFamily)
    const scale = make_scale(stage, measure, () => {
        mirror.rescale(scale.value())
        if (is_started) tell('measure_anew')
    })
    mirror.rescale(scale.value())
    const screen = make_screen(stage, mirror, scale)
    module = open_module(code, { frames, mirror, screen, host: stage, outbox, history, links, measure, scale })
    await give_way()
    screen.take(module)
    const work = make_work(module, frames)
    files.forEach((file, index) => {
        module.send(file)
        module.take_asset(index)
    })
    module.start()
    is_started = true
    links.start()
    await give_way()
    await screen.begin(frames.look())
    listen_to_pointer(stage, mirror, module, frames, scale)
    listen_to_mirror(mirror, module, frames)
    addEventListener('beforeprint', () => frames.draw_on_paper())
    addEventListener('afterprint', () => frames.draw())
    frames.begin()
    work.go_on()
    document.fonts.addEventListener('loadingdone', () => tell('measure_anew'))
    outbox.start(report => tell('outbox_changed', undefined, report))
}
