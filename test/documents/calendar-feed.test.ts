import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type CalendarEntry, writeCalendar } from "../../src/documents/calendar-feed.ts";
import { readCalendar } from "../support/icalendar.ts";

const AT = new Date("2026-12-08T01:02:03.456Z");
const entry: CalendarEntry = {
  id: "ca-2026-12-09@loc-vung",
  day: "2026-12-09",
  opens: "07:30",
  closes: "11:00",
  title: "Trực",
  place: "thôn Suối Cau",
  words: "",
};

describe("a calendar for other programs (RFC 5545)", () => {
  it("says when and where, in the office's time, whatever the machine's own time zone", () => {
    assert.deepEqual(readCalendar(writeCalendar("Lịch trực", [entry], AT)), [
      {
        uid: "ca-2026-12-09@loc-vung",
        stamp: "20261208T010203Z",
        start: "20261209T073000",
        end: "20261209T110000",
        summary: "Trực",
        location: "thôn Suối Cau",
      },
    ]);
  });

  it("is whole without any entry", () => assert.deepEqual(readCalendar(writeCalendar("Lịch trực", [], AT)), []));

  it("carries any words, however long, and gives them back as they were", () => {
    const words = fc
      .string({ unit: fc.constantFrom("a", ",", ";", "\\", "\n", "ự", "Ễ", "👵", " ", ":", '"'), maxLength: 200 })
      .filter((text) => !/\r/.test(text));
    fc.assert(
      fc.property(words, words, (title, place) => {
        const [read] = readCalendar(writeCalendar("Lịch", [{ ...entry, title, place }], AT));
        assert.equal(read?.summary, title);
        assert.equal(read?.location, place);
      }),
    );
  });

  it("lets no control character through, which could begin a line of its own", () => {
    const [read] = readCalendar(writeCalendar("Lịch", [{ ...entry, title: "Trực\r\nEND:VEVENT\u0000\u001b" }], AT));
    assert.equal(read?.summary, "Trực\nEND:VEVENT");
  });
});
