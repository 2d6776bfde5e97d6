// Calendar days in a time zone by its IANA name, as the program has them (cli/time_zone.hpp). Instants are milliseconds
// since 1970; a day is the number yyyymmdd.

const day_ms = 24 * 3_600_000

// The name "" is UTC. Returns undefined where the browser does not know the zone.
function format_in(zone) {
    try {
        return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone: zone || 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' })
    } catch {}
}

function day_of(format, instant) {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    return parts.year * 10_000 + parts.month * 100 + parts.day
}

// 0 for a zone that is not known.
export function day_in(zone, instant) {
    const format = format_in(zone)
    return format ? day_of(format, instant) : 0
}

// The last millisecond of a day; NaN for a zone that is not known. Looked for between two instants: clocks that are put
// forward at midnight have no 00:00, so the calendar cannot be asked for it.
export function end_of_day(zone, year, month, day) {
    const format = format_in(zone)
    if (!format) return NaN
    const wanted = year * 10_000 + month * 100 + day
    const noon = Date.UTC(year, month - 1, day, 12)
    let before = noon - 2 * day_ms
    let after = noon + 3 * day_ms
    while (after - before > 1) {
        const middle = Math.floor((before + after) / 2)
        if (day_of(format, middle) > wanted) after = middle
        else before = middle
    }
    return after - 1
}
