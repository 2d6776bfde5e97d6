// Work in pieces: a generator yields after each step. At the start they are run some milliseconds at a time, so that a
// press or a key need not wait for the whole; later, at once.

const stretch = 8 // ms

// Timers that follow each other wait 4 ms each; messages do not.
const { port1, port2 } = new MessageChannel()
const waiting = []
port1.onmessage = () => waiting.shift()()

export const give_way = () =>
    new Promise(resolve => {
        waiting.push(resolve)
        port2.postMessage(0)
    })

export function run(steps) {
    for (const _ of steps);
}

export async function run_in_pieces(steps) {
    let begun = performance.now()
    for (const _ of steps) {
        if (performance.now() - begun < stretch) continue
        await give_way()
        begun = performance.now()
    }
}
