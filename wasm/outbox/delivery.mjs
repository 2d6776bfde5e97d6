// Brings waiting entries to the endpoint. An entry stops waiting only when the endpoint confirms it, or says what is
// wrong with it; everything else is tried again. In a window and in a worker, over a store of store.mjs.
//
// An entry: { key, request, endpoint, made_at, delivery: 'waiting' | 'sent' | 'refused', reference, price, problem,
//   tries, due: when its pause ends, not_before: what Retry-After asked for, lease: who sends it has until then,
//   may_have_arrived: an attempt was made of which nobody knows what became }.
// Times are milliseconds since 1970.

const answer_ms = 30_000
const lease_ms = answer_ms + 10_000
const pause_first_ms = 2_000
const pause_max_ms = 15 * 60_000
const retry_after_max_ms = 24 * 3_600_000
const refusals = [400, 409, 413, 415, 422]

// Twice as long after each try; jitter keeps many visitors from coming back at once.
export const pause_ms = (tries, random) => Math.min(pause_max_ms, pause_first_ms * 2 ** (tries - 1)) * (0.5 + random / 2)

// Seconds or an HTTP date (RFC 9110, 10.2.3); 0 where there is none that can be read.
export function retry_after_ms(text, now) {
    const wait = /^\d+$/.test(text?.trim()) ? text * 1000 : Date.parse(text) - now
    return Math.min(Math.max(wait || 0, 0), retry_after_max_ms)
}

// One line an error, "pointer: sentence", or the sentence alone where the whole is meant.
export function problem_lines(problem, status) {
    const errors = problem?.errors?.length ? problem.errors : [{ detail: problem?.detail ?? problem?.title ?? `HTTP ${status}` }]
    return errors.map(({ pointer, detail }) => (pointer ? `${pointer}: ${detail}` : `${detail}`).replace(/\s+/g, ' ')).join('\n')
}

// What an answer makes of an entry: the members that change.
export function verdict(status, body, retry_after, now) {
    if ((status === 200 || status === 201) && typeof body?.reference === 'string')
        return { delivery: 'sent', reference: body.reference, price: body.price ?? '', problem: '' }
    if (refusals.includes(status)) return { delivery: 'refused', problem: problem_lines(body, status) }
    const is_busy = status === 429 || status === 503
    return {
        problem: is_busy ? 'busy' : 'failed',
        may_have_arrived: !is_busy,
        not_before: now + retry_after_ms(retry_after, now),
    }
}

// What a confirmed request said is the endpoint's from then on; this browser keeps only what kind it was.
export function without_content(request) {
    try {
        return JSON.stringify({ kind: JSON.parse(request).kind })
    } catch {
        return ''
    }
}

async function send({ key, request, endpoint }, { fetch, now }) {
    const abort = new AbortController()
    const limit = setTimeout(() => abort.abort(), answer_ms)
    const is_offline = globalThis.navigator?.onLine === false
    try {
        const response = await fetch(endpoint, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
            body: request,
            credentials: 'omit',
            // Goes on when the page is closed; browsers take no more than 64 KiB that way.
            keepalive: request.length < 16_000,
            signal: abort.signal,
        })
        const body = await response.json().catch(() => null)
        return verdict(response.status, body, response.headers.get('Retry-After'), now())
    } catch {
        return { problem: abort.signal.aborted ? 'busy' : 'offline', may_have_arrived: !is_offline }
    } finally {
        clearTimeout(limit)
    }
}

export const next_try = entry => (entry.delivery === 'waiting' ? Math.max(entry.due, entry.not_before, entry.lease) : Infinity)

// With a lock nobody else is sending: a lease is then left over from a tab that was closed.
const may_send = (entry, { skips_pause, now }, is_locked) =>
    entry?.delivery === 'waiting' && now() >= Math.max(skips_pause(entry) ? 0 : entry.due, entry.not_before, is_locked ? 0 : entry.lease)

async function attempt(store, key, context, is_locked) {
    const { now, random, changed } = context
    let was_doubtful
    const claimed = await store.change(key, entry => {
        if (!may_send(entry, context, is_locked)) return
        was_doubtful = entry.may_have_arrived
        // Until its answer is here: the page may be closed in between.
        return { ...entry, tries: entry.tries + 1, lease: now() + lease_ms, may_have_arrived: true }
    })
    if (!claimed) return
    changed()
    const news = await send(claimed, context)
    const is_sent = news.delivery === 'sent'
    if (is_sent) news.request = without_content(claimed.request)
    news.may_have_arrived = !is_sent && (was_doubtful || news.may_have_arrived)
    const due = Math.max(now(), news.not_before ?? 0) + pause_ms(claimed.tries, random())
    await store.change(key, entry => entry && { ...entry, lease: 0, due, ...news })
    changed()
}

// `act(is_locked)` for one at a time: while somebody else is at it not at all, or, with is_patient, after them.
// Where locks are absent or forbidden it is for `act` to look at the lease.
export async function under_lock(key, act, { locks = globalThis.navigator?.locks, is_patient = false } = {}) {
    let is_answered = false
    try {
        await locks.request(`kontingent:${key}`, { ifAvailable: !is_patient }, lock => {
            is_answered = true
            return lock && act(true)
        })
    } catch (error) {
        if (is_answered) throw error
        await act(false)
    }
}

// Tries what is due, and of what pauses that for which `skips_pause(entry)` holds, though never before the endpoint's
// Retry-After. `changed()` is called after each step. Tests replace the rest.
export async function deliver(store, options) {
    const context = {
        skips_pause: () => false,
        is_patient: false,
        changed() {},
        fetch: (...request) => globalThis.fetch(...request),
        locks: globalThis.navigator?.locks,
        now: Date.now,
        random: Math.random,
        ...options,
    }
    const entries = (await store.all()).filter(entry => may_send(entry, context, context.locks))
    await Promise.all(entries.map(({ key }) => under_lock(key, is_locked => attempt(store, key, context, is_locked), context)))
}
