// Puts the portal together.
import { make_deferred } from './deferred.mjs'
import { make_history } from './history/history.mjs'
import { make_links } from './links.mjs'
import { give_way } from './pieces.mjs'
import { portal_imports } from './portal_imports.mjs'
import { make_stage } from './stage.mjs'

export async function start_session(host, { code, files }, outbox) {
    await give_way()
    const stage = await make_stage(host)
    const { element, mirror, frames, tell } = stage
    const deferred = make_deferred(host.dataset.deferred, stage)
    const history = make_history(element, host.dataset.history ?? '', {
        progress: per_mille => tell('history_progress', per_mille),
        read: (name, json) => deferred.then_do(() => tell('history_read', undefined, `${name.replaceAll('\n', ' ')}\n${json}`)),
    })
    const links = make_links(fragment => {
        tell('link_opened', undefined, fragment)
        frames.draw()
        mirror.settle()
    })
    const copied = is_copied => tell('copied', is_copied)
    const module = await stage.open(code, files, portal_imports({ links, history, outbox, deferred, copied }))
    module.read_catalogue()
    await give_way()
    module.start()
    links.start()
    addEventListener('beforeprint', () => deferred.load_at_once()) // before the frame for paper
    await stage.begin()
    deferred.watch()
    outbox.start(report => tell('outbox_changed', undefined, report))
}
