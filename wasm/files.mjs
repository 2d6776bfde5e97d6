// Files that a person brings: chosen, or dropped onto the stage.

// Calls `read(file, name)` with what is dropped; else the browser leaves the page for the file.
export function listen_for_drops(stage, read) {
    stage.addEventListener('dragover', event => event.dataTransfer?.types.includes('Files') && event.preventDefault())
    stage.addEventListener('drop', event => {
        const [dropped] = event.dataTransfer?.files ?? []
        if (!dropped) return
        event.preventDefault()
        read(dropped, dropped.name)
    })
}

// Returns what lets the person choose; `read(file, name)` is called with the choice.
export function make_chooser(accept, read) {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => {
        const [chosen] = input.files
        if (chosen) read(chosen, chosen.name)
    })
    return () => {
        input.value = '' // the same file, changed, is a choice too
        input.click()
    }
}
