import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  type Calendar,
  COMMUNE_HOURS,
  type HolidayYear,
  makeCalendar,
  parseHolidays,
  type WorkingHours,
} from "../../../src/domain/deadlines/calendar.ts";

const folder = new URL("../../../content/holidays/", import.meta.url);

/** The years of content/holidays, as the program reads them. */
export function contentYears(): HolidayYear[] {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const year = parseHolidays(parse(readFileSync(new URL(file, folder), "utf8")), file);
      assert.ok(year.ok, year.ok ? "" : year.reason.join("\n"));
      assert.equal(file, `${year.value.year}.yaml`);
      return year.value;
    });
}

export function contentCalendar(hours: WorkingHours = COMMUNE_HOURS): Calendar {
  return makeCalendar(contentYears(), hours);
}
