// Exports that a person brings: chosen, dropped onto the portal or pasted. The first one loads a worker (worker.mjs);
// what it reads comes back as `tell`: `progress(per mille)`, then `read(file's name, JSON of core/history/history_json.hpp)`.

// Every option of core/history/history_json.hpp is left to the reader.
const recognised = Array(9).fill(-1)
// HistoryError::not_read.
const not_read = '{"numbers":[6]}'

// `addresses` are those of the worker and of its module; empty where the page does not name them.
export function make_history(stage, addresses, tell) {
    const [script, wasm] = addresses.split(' ').map(name => new URL(name, document.baseURI).href)
    let worker
    let job = 0
    let file
    let name = ''

    function fail() {
        worker?.terminate()
        worker = undefined
        tell.read(name, not_read)
    }

    function start() {
        worker = new Worker(script)
        worker.onerror = fail
        worker.onmessage = ({ data: [answered, news] }) => {
            if (answered !== job) return
            if (news === null) fail()
            else if (typeof news === 'number') tell.progress(news)
            else tell.read(name, news)
        }
    }

    // Asked from within a frame: the portal hears of it after that.
    async function again(...options) {
        await null
        tell.progress(0)
        try {
            if (!worker) start()
            worker.postMessage({ job: ++job, wasm, file, options })
        } catch {
            fail()
        }
    }

    function read(next, next_name) {
        file = next
        name = next_name
        again(...recognised)
    }

    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.csv,.txt,.tsv,.xlsx'
    input.addEventListener('change', () => {
        const [chosen] = input.files
        if (chosen) read(chosen, chosen.name)
    })

    // Else the browser leaves the page for the file.
    stage.addEventListener('dragover', event => event.dataTransfer?.types.includes('Files') && event.preventDefault())
    stage.addEventListener('drop', event => {
        const [dropped] = event.dataTransfer?.files ?? []
        if (!dropped) return
        event.preventDefault()
        read(dropped, dropped.name)
    })

    return {
        choose() {
            input.value = '' // the same file, changed, is a choice too
            input.click()
        },
        read_text: text => read(new Blob([text]), ''),
        again,
    }
}
