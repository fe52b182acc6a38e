import { officeDay } from "../../base/clock.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import { parseTypedDate } from "../../domain/people/dates.ts";
import type { Looking } from "../../operations/measures/viewpoint.ts";
import type { Request } from "./request.ts";

/** What a dashboard's address says; days may be typed as people write them. A day that cannot be read is the usual one: the year until today. */
export function readLooking(request: Request): Looking {
  const { "don-vi": unit = "", diem: point = "", tu, den, moc, giu } = request.req.query();
  const today = officeDay(request.var.services.now());
  const to = dayOf(den) ?? today;
  const from = dayOf(tu) ?? `${to.slice(0, 4)}-01-01`;
  return {
    unit: /^(VN|\d{2}|\d{3}|\d{5})$/.test(unit) ? unit : "",
    point,
    from: from <= to ? from : addDays(to, -30),
    to,
    since: dayOf(moc) ?? "",
    hold: giu === "dia-ban" ? "territory" : "office",
  };
}

/** The same as the address's query, to go on from there. */
export function lookingQuery(looking: Looking, more: Readonly<Record<string, string>> = {}): string {
  const { unit, point, from, to, since, hold } = looking;
  const said = { "don-vi": unit, diem: point, tu: from, den: to, moc: since, giu: hold === "territory" ? "dia-ban" : "", ...more };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== "")).toString();
}

function dayOf(typed: string | undefined): string | null {
  if (!typed) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return Number.isNaN(Date.parse(typed)) ? null : typed;
  const parsed = parseTypedDate(typed);
  return parsed.ok ? parsed.value : null;
}
