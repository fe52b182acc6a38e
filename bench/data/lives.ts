import { officeDay } from "../../src/base/clock.ts";
import { uuidV7 } from "../../src/base/ids.ts";
import { dossierCode } from "../../src/domain/dossier/dossier-code.ts";
import type { DossierEvent, DueDate, LoggedEvent } from "../../src/domain/dossier/events.ts";
import { BENCH_OFFICES, type BenchOffice } from "./offices.ts";
import { aPerson, type BenchPerson } from "./people.ts";
import { type Seeded, seeded, weighted } from "./seeded.ts";

export interface BenchProcedure {
  readonly code: string;
  readonly version: string;
  readonly name: string;
}

/** A dossier and its whole log, as far as it has come until `now`. */
export interface BenchDossier {
  readonly office: string;
  readonly dossier: string;
  readonly trackingCode: string;
  readonly log: readonly LoggedEvent[];
}

export interface Wanted {
  readonly seed: number;
  readonly count: number;
  readonly now: Date;
  /** The often asked ones first. */
  readonly procedures: readonly BenchProcedure[];
}

const DAY_MS = 86_400_000;
const YEARS = 3;

/**
 * So many dossiers over the three years before `now`, in the order they came in: mostly on working mornings, a third each online at the point, online elsewhere, at
 * the counter. Each lives a plausible life (accepted within a day, an eighth owes a paper, one in twelve is late, most results are fetched within the week), cut
 * off at `now`, so that what is open is recent, as in an office that does its work. Due dates are told without holidays: lists do not care.
 */
export function* benchDossiers({ seed, count, now, procedures }: Wanted): Generator<BenchDossier> {
  const random = seeded(seed);
  const office = weighted(BENCH_OFFICES, (each) => each.weight);
  const procedure = weighted(procedures, (_, place) => 1 / (place + 2));
  const numbers = new Map<string, number>();
  const next = (name: string) => {
    const number = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, number);
    return number;
  };
  const first = now.getTime() - YEARS * 365 * DAY_MS;
  for (let index = 0; index < count; index += 1) {
    const at = inOfficeHours(random, first + ((index + random.share()) / count) * (now.getTime() - first));
    yield aLife(random, {
      office: office(random),
      procedure: procedure(random),
      at: Math.min(at, now.getTime() - 60_000),
      now: now.getTime(),
      next,
    });
  }
}

interface Begun {
  readonly office: BenchOffice;
  readonly procedure: BenchProcedure;
  readonly at: number;
  readonly now: number;
  next(name: string): number;
}

/** The same day between seven and five, at the office (UTC+7); Sundays and most Saturdays move to the Friday before. */
function inOfficeHours(random: Seeded, at: number): number {
  const day = Math.floor(at / DAY_MS);
  const weekday = (day + 4) % 7;
  const back = weekday === 0 ? 2 : weekday === 6 && random.happens(0.8) ? 1 : 0;
  return (day - back) * DAY_MS + Math.floor((random.share() + random.share()) * 5 * 3_600_000);
}

function aLife(random: Seeded, begun: Begun): BenchDossier {
  const { office, now } = begun;
  const person = aPerson(random);
  const key = { office: office.office, dossier: uuidV7(begun.at, random.bytes(10)), trackingCode: code(random, 10) };
  const log: LoggedEvent[] = [];
  let at = begun.at;
  const happen = (afterMs: number, event: () => DossierEvent) => {
    at += afterMs;
    if (at > now) return false;
    log.push({
      sequence: log.length + 1,
      at: new Date(at).toISOString(),
      actor: OFFICER,
      key: `${key.dossier}:${log.length}`,
      event: event(),
    });
    return true;
  };
  const hours = (most: number) => random.share() * most * 3_600_000;
  const term = random.pick([1, 2, 3, 5, 5, 10, 15]);
  const due = (): DueDate => ({ day: workingDayAfter(at, term), time: "17:00", explanation: ["Hẹn trả theo thời hạn."] });
  const live = () => {
    if (!happen(0, () => lodged(random, begun, person, key.trackingCode, due()))) return;
    if (random.happens(0.02)) return void happen(hours(30), () => ({ type: "declined", reason: "Không thuộc thẩm quyền của xã." }));
    const accepted = happen(hours(16), () => {
      const day = officeDay(new Date(at));
      return { type: "accepted", dossierCode: dossierCode(office.identifier, day, begun.next(`${office.office} ${day}`)), due: due() };
    });
    if (!accepted) return;
    if (random.happens(0.12)) {
      if (!happen(hours(24), () => ({ type: "supplement-requested", reasons: ["thieu-giay-to"], words: "Xin bổ sung giấy tờ còn thiếu." })))
        return;
      if (random.happens(0.1)) return void happen(hours(24 * 30), () => ({ type: "stopped", reason: "Quá hạn bổ sung giấy tờ." }));
      if (!happen(hours(24 * 10), () => ({ type: "supplemented", papers: [], words: "", due: due() }))) return;
    }
    const late = random.happens(0.08) ? term * 24 + 48 : term * 18;
    if (!happen(hours(late), () => ({ type: "proposed", note: "Đủ điều kiện giải quyết." }))) return;
    if (!happen(hours(20), () => signed(random, begun, at))) return;
    happen(hours(random.happens(0.9) ? 24 * 7 : 24 * 120), () => ({
      type: "handed-over",
      to: person.name,
      identityNumber: person.identityNumber,
      place: "bộ phận một cửa",
    }));
  };
  live();
  return { ...key, log };
}

const OFFICER = { role: "officer", id: null, name: "Bo Bo Văn Thử" } as const;

function lodged(random: Seeded, { office, procedure }: Begun, person: BenchPerson, trackingCode: string, due: DueDate): DossierEvent {
  const online = random.happens(0.66);
  const point = online && office.point && random.happens(0.5) ? office.point : null;
  const others = [aPerson(random), aPerson(random)];
  const answers: Record<string, string> = { "nyc.hoTen": person.name, "nyc.soDinhDanh": person.identityNumber };
  for (const [place, other] of others.entries()) {
    Object.assign(answers, { [`nguoi${place}.hoTen`]: other.name, [`nguoi${place}.soDinhDanh`]: other.identityNumber });
    for (const field of FIELDS) answers[`nguoi${place}.${field}`] = `Thôn Suối Thơm số ${random.below(200)}`;
  }
  const degree = random.pick(["alone", "guided", "guided", "done-for"] as const);
  return {
    type: "lodged",
    procedure,
    answers,
    declaration: {
      title: `Tờ khai: ${procedure.name}`,
      sections: [
        { title: "Nội dung", rows: Object.entries(answers).map(([field, value]) => ({ field, page: field, label: field, value })) },
      ],
      oath: "Tôi cam đoan những nội dung khai trên đây là đúng.",
    },
    applicant: { name: person.name, identityNumber: person.identityNumber, phone: person.phone },
    papers: [],
    channel: online ? "online" : random.happens(0.9) ? "direct" : "post",
    point,
    trackingCode,
    fee: { amountDong: 0, words: "Không thu lệ phí" },
    due,
    ...(point ? { help: { degree, helpers: degree === "alone" ? [] : ["Mấu Thị Trực Thử"], byVolunteer: false, mandate: null } } : {}),
  };
}

const FIELDS = ["noiCuTru", "queQuan", "noiSinh", "danToc", "quocTich"];

function signed(random: Seeded, { office, procedure, next }: Begun, at: number): DossierEvent {
  const issuedOn = officeDay(new Date(at));
  const year = Number(issuedOn.slice(0, 4));
  const register = `so-${procedure.code}`;
  return {
    type: "signed",
    result: {
      code: code(random, 12),
      name: `Kết quả: ${procedure.name}`,
      register,
      year,
      number: next(`${office.office} ${register} ${year}`),
      sha256: Array.from(random.bytes(32), (byte) => byte.toString(16).padStart(2, "0")).join(""),
      signer: "Cao Văn Ký Mẫu",
      issuedOn,
    },
  };
}

/** So many days on at the office, moved from a weekend to the Monday. */
function workingDayAfter(at: number, days: number): string {
  const moment = at + OFFICE_AHEAD_MS + days * DAY_MS;
  const weekday = new Date(moment).getUTCDay();
  const on = weekday === 0 ? 1 : weekday === 6 ? 2 : 0;
  return new Date(moment + on * DAY_MS).toISOString().slice(0, 10);
}

/** UTC+7 all year. */
const OFFICE_AHEAD_MS = 7 * 3_600_000;

const LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";

function code(random: Seeded, length: number): string {
  return Array.from({ length }, () => LETTERS[random.below(LETTERS.length)]).join("");
}
