// Puts the portal together: mirror and tiles into the page, module, frames, pointer.
import { fail } from './state.mjs'
import { listen_to_mirror } from './actions.mjs'
import { listen_to_pointer } from './pointer.mjs'
import { make_frames } from './frames.mjs'
import { make_history } from './history/history.mjs'
import { make_links } from './links.mjs'
import { make_mirror } from './mirror.mjs'
import { make_measure } from './measure.mjs'
import { make_scale } from './scale.mjs'
import { make_tiles } from './tiles.mjs'
import { open_module } from './module.mjs'
import { make_work } from './work.mjs'

// Between two parts of the start, so that a press or a key need not wait for the whole.
const give_way = () => new Promise(resolve => setTimeout(resolve))

// Calls an export, after its text where it takes one, and asks for a frame.
const tell_module = (module, frames) => (what, value, text) => {
    if (text !== undefined) module().send_text(text)
    module()[what](value)
    frames.request()
}

export async function start_session(host, { code, files, is_english }, outbox) {
    const stage = host.querySelector('.portal-stage')
    const mirror = make_mirror()
    stage.append(mirror.root)

    let module
    const frames = make_frames(stage, seen => {
        try {
            const text = scale.value()
            const height = text * module.frame(seen.width / text, seen.ratio * text, seen.is_dark, seen.is_calm, seen.now / 1000)
            mirror.agree()
            shown = { width: seen.width, height }
            stage.style.height = mirror.root.style.height = `${height}px`
            tiles.update(seen.ratio)
            mirror.give_focus(seen.is_calm)
            work.go_on()
        } catch (error) {
            frames.stop()
            fail(host, 'failed', error)
            throw error
        }
    })
    let shown
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
        frames.request()
    })
    mirror.rescale(scale.value())
    module = open_module(code, { frames, mirror, host: stage, outbox, history, links, measure, scale })
    await give_way()
    const tiles = make_tiles(module, () => mirror.layers_of(shown.width, shown.height))
    const work = make_work(module, frames)
    files.forEach((file, index) => {
        module.send(file)
        module.take_asset(index)
    })
    module.start(is_english)
    await give_way()
    listen_to_pointer(stage, mirror, module, frames, scale)
    listen_to_mirror(mirror, module, frames)
    frames.begin()
    document.fonts.addEventListener('loadingdone', () => tell('measure_anew'))
    links.start()
    outbox.start(report => tell('outbox_changed', undefined, report))
}
