// Puts the desk together: its module on the stage, its records, its files.
import { desk_imports } from './module.mjs'
import { make_files } from './desk_files.mjs'
import { make_history } from '../history/history.mjs'
import { make_records } from './records.mjs'
import { desk_roles } from './roles.mjs'
import { roles } from '../mirror.mjs'
import { make_stage } from '../stage.mjs'

// `root` is the address of the site's start page; `files` are the module's assets.
export async function start_desk(host, { code, files, root }) {
    Object.assign(roles, desk_roles)
    const stage = await make_stage(host)
    const tell_json = (what, content, value) => stage.tell(what, value, JSON.stringify(content))
    const records = make_records(root, {
        records: (list, is_all) => tell_json('desk_records', list, is_all),
        written: (step, outcome) => tell_json('desk_written', outcome, step),
        storage: state => tell_json('desk_storage', state),
    })
    const take = (purpose, name, bytes) => {
        stage.tell('desk_file_name', undefined, name)
        stage.tell('desk_file', purpose, bytes)
    }
    const history_news = {
        progress: per_mille => stage.tell('history_progress', per_mille),
        read: (name, json) => stage.tell('history_read', undefined, `${name.replaceAll('\n', ' ')}\n${json}`),
    }
    const desk_files = make_files(stage.element, take)
    const history = make_history(stage.element, host.dataset.history, history_news)
    const module = await stage.open(code, files, desk_imports({ records, files: desk_files, history }))
    await records.start()
    module.start()
    await stage.begin()
}
