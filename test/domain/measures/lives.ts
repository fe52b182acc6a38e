import fc from "fast-check";
import { atOffice } from "../../../src/base/clock.ts";
import { addDays } from "../../../src/domain/deadlines/days.ts";
import { decide } from "../../../src/domain/dossier/decide.ts";
import type { DossierEvent, LoggedEvent } from "../../../src/domain/dossier/events.ts";
import { fold } from "../../../src/domain/dossier/fold.ts";
import { MOVES } from "../../../src/domain/dossier/moves.ts";
import { COMMANDS, NAMES } from "../dossier/life.ts";

/** A dossier with its whole log. */
export interface Told {
  readonly dossier: string;
  readonly log: readonly LoggedEvent[];
}

/** Dossiers that came in within some days and lived through any legal moves, minutes to weeks apart. */
export function lives(firstDay: string, days: number): fc.Arbitrary<Told[]> {
  return fc.array(aLife(firstDay, days), { minLength: 1, maxLength: 12 });
}

export function aLife(firstDay: string, days: number): fc.Arbitrary<Told> {
  return fc
    .record({
      dossier: fc.uuid(),
      day: fc.nat(days),
      minute: fc.integer({ min: 0, max: 23 * 60 }),
      channel: fc.constantFrom("online" as const, "direct" as const, "post" as const),
      point: fc.constantFrom(null, "loc-vung", "cho"),
      degree: fc.constantFrom(null, "alone" as const, "guided" as const, "done-for" as const),
      procedure: fc.constantFrom("1.001193", "1.004873"),
      promisedIn: fc.integer({ min: 0, max: 20 }),
      moves: fc.array(fc.record({ move: fc.constantFrom(...NAMES), wait: fc.integer({ min: 1, max: 60 * 24 * 20 }) }), { maxLength: 14 }),
    })
    .map(({ dossier, day, minute, moves, ...first }) => {
      const start = atOffice(addDays(firstDay, day), "00:00").getTime() + minute * 60_000;
      const dueIn = (at: number, more: number) => ({
        day: addDays(new Date(at + 7 * 3_600_000).toISOString().slice(0, 10), more),
        time: "17:00",
        explanation: [],
      });
      const log: LoggedEvent[] = [logged(1, start, lodged(first, dueIn(start, first.promisedIn)))];
      let at = start;
      for (const { move, wait } of moves) {
        at += wait * 60_000;
        const command = COMMANDS[move];
        const dated =
          "due" in command
            ? { ...command, due: dueIn(at, first.promisedIn + 1), ...("before" in command ? { before: fold(log).due } : {}) }
            : command;
        const decided = decide(fold(log), dated, MOVES[move].by[0]);
        if (decided.ok) log.push(logged(log.length + 1, at, decided.value));
      }
      return { dossier, log };
    });
}

function logged(sequence: number, at: number, event: DossierEvent): LoggedEvent {
  return { sequence, at: new Date(at).toISOString(), actor: { role: "officer", id: null, name: "" }, key: `k${sequence}`, event };
}

function lodged(
  first: { channel: "online" | "direct" | "post"; point: string | null; degree: "alone" | "guided" | "done-for" | null; procedure: string },
  due: { day: string; time: string; explanation: string[] },
): DossierEvent {
  return {
    type: "lodged",
    procedure: { code: first.procedure, version: "1", name: "Thủ tục" },
    answers: {},
    declaration: { title: "", sections: [], oath: "" },
    applicant: { name: "Cao Thị Mẫu" },
    papers: [],
    channel: first.channel,
    point: first.point,
    trackingCode: "ABCD",
    fee: { amountDong: 0, words: "" },
    due,
    ...(first.degree ? { help: { degree: first.degree, helpers: [], byVolunteer: false, mandate: null } } : {}),
  };
}
