// The end of a calendar day in a time zone, as the browser has it and as the program has it.
import assert from "node:assert/strict";
import test from "node:test";
import { day_in, end_of_day } from "../../wasm/desk/calendar.mjs";

const at = (text) => Date.parse(text);

for (const [zone, day, wanted] of [
  ["Europe/Berlin", [2027, 3, 28], "2027-03-28T21:59:59.999Z"], // clocks go forward that day
  ["Europe/Berlin", [2027, 3, 27], "2027-03-27T22:59:59.999Z"],
  ["Europe/Berlin", [2027, 10, 31], "2027-10-31T22:59:59.999Z"], // clocks go back that day
  ["Europe/Berlin", [2026, 12, 31], "2026-12-31T22:59:59.999Z"],
  ["", [2028, 2, 29], "2028-02-29T23:59:59.999Z"],
  ["UTC", [2026, 11, 27], "2026-11-27T23:59:59.999Z"],
  ["America/Santiago", [2024, 9, 7], "2024-09-08T03:59:59.999Z"], // 24:00 is 1:00 of the next day
  ["Africa/Cairo", [2024, 4, 25], "2024-04-25T21:59:59.999Z"],
  ["Pacific/Kiritimati", [2026, 1, 1], "2026-01-01T09:59:59.999Z"],
  ["Pacific/Pago_Pago", [2026, 1, 1], "2026-01-02T10:59:59.999Z"],
  ["Asia/Kathmandu", [2026, 1, 1], "2026-01-01T18:14:59.999Z"],
])
  test(`the last instant of ${day.join("-")} in ${zone || "no zone"}`, () => {
    const end = end_of_day(zone, ...day);
    assert.equal(new Date(end).toISOString(), wanted);
    const [year, month, date] = day;
    assert.equal(day_in(zone, end), year * 10_000 + month * 100 + date);
    assert.ok(day_in(zone, end + 1) > day_in(zone, end));
  });

test("days are those of the zone", () => {
  assert.equal(day_in("Europe/Berlin", at("2026-12-31T22:59:59.999Z")), 20261231);
  assert.equal(day_in("Europe/Berlin", at("2026-12-31T23:00:00Z")), 20270101);
  assert.equal(day_in("America/New_York", at("2027-01-01T04:59:59Z")), 20261231);
});

test("a zone that is not known has neither", () => {
  for (const zone of ["Mars/Olympus", "Europe/berlin/x", "../etc/passwd"]) {
    assert.equal(day_in(zone, 0), 0);
    assert.ok(Number.isNaN(end_of_day(zone, 2026, 1, 1)));
  }
});
