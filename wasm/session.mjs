// Puts the portal together: canvas and mirror into the page, module, frames, pointer.
import { fail } from './state.mjs'
import { listen_to_mirror } from './actions.mjs'
import { listen_to_pointer } from './pointer.mjs'
import { make_frames } from './frames.mjs'
import { make_history } from './history/history.mjs'
import { make_links } from './links.mjs'
import { make_mirror } from './mirror.mjs'
import { make_renderer } from './renderer.mjs'
import { open_module } from './module.mjs'
import { make_work } from './work.mjs'

export function start_session(host, canvas, gl, { code, files, is_english }, outbox) {
    const stage = host.querySelector('.portal-stage')
    canvas.className = 'portal-canvas'
    canvas.setAttribute('aria-hidden', 'true')
    const mirror = make_mirror()
    stage.append(canvas, mirror.root)

    let module
    const frames = make_frames(stage, canvas, seen => {
        try {
            const height = module.frame(seen.width, seen.height, seen.scroll_y, seen.visible_top, seen.visible_bottom, seen.ratio, seen.is_dark, seen.is_calm, seen.now / 1000, seen.is_drawn)
            mirror.agree()
            work.go_on()
            return height
        } catch (error) {
            frames.stop()
            fail(host, 'failed', error)
            throw error
        }
    })
    const renderer = make_renderer(gl, () => {
        module.textures_lost()
        frames.request()
    })
    const history = make_history(stage, host.dataset.history ?? '', {
        progress(per_mille) {
            module.history_progress(per_mille)
            frames.request()
        },
        read(name, json) {
            module.send_text(`${name.replaceAll('\n', ' ')}\n${json}`)
            module.history_read()
            frames.request()
        },
    })
    const links = make_links(fragment => {
        module.send_text(fragment)
        module.link_opened()
        frames.draw()
        mirror.settle()
    })
    module = open_module(code, { renderer, frames, mirror, host: stage, outbox, history, links })
    const work = make_work(module, frames)
    files.forEach((file, index) => {
        module.send(file)
        module.take_asset(index)
    })
    module.start(is_english)
    listen_to_pointer(stage, mirror, module, frames)
    listen_to_mirror(mirror, module, frames)
    frames.draw()
    links.start()
    outbox.start(report => {
        module.send_text(report)
        module.outbox_changed()
        frames.request()
    })
}
