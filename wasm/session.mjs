// Puts the portal together.
import { make_history } from './history/history.mjs'
import { make_links } from './links.mjs'
import { portal_imports } from './portal_imports.mjs'
import { make_stage } from './stage.mjs'

export async function start_session(host, { code, files }, outbox) {
    const { element, mirror, frames, tell, run } = make_stage(host)
    const history = make_history(element, host.dataset.history ?? '', {
        progress: per_mille => tell('history_progress', per_mille),
        read: (name, json) => tell('history_read', undefined, `${name.replaceAll('\n', ' ')}\n${json}`),
    })
    const links = make_links(fragment => {
        tell('link_opened', undefined, fragment)
        frames.draw()
        mirror.settle()
    })
    await run(code, files, portal_imports({ links, history, outbox }), module => {
        module.start()
        links.start()
    })
    outbox.start(report => tell('outbox_changed', undefined, report))
}
