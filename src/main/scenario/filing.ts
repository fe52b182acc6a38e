import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atOffice } from "../../base/clock.ts";
import type { Result } from "../../base/result.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { Context } from "../../operations/context.ts";
import { lodgeDraft } from "../../operations/dossiers/lodge.ts";
import { lodgePaper } from "../../operations/dossiers/lodge-paper.ts";
import { readAnswers } from "../../operations/dossiers/read-answers.ts";
import { beginDraft } from "../../operations/drafts/begin-draft.ts";
import { openDraft } from "../../operations/drafts/open-draft.ts";
import { addFile, wantedPapers } from "../../operations/drafts/papers.ts";
import { chooseReceiver, savePage } from "../../operations/drafts/save-page.ts";
import { openSession, type Visitor, whoIs } from "../../operations/identity/session.ts";
import { giveMandate, mandateTextFor } from "../../operations/visits/mandate.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Visit } from "../../store/records/visits.ts";
import { answersFor, PROCEDURES } from "./answers.ts";
import type { Chance } from "./chance.ts";
import type { Villager } from "./people.ts";
import { OFFICE, POINT } from "./places.ts";
import type { PlannedDossier } from "./plan.ts";

/** The same house with its clock at another moment; and procedures as they stand today, for the versions of that time were never written down. */
export function contextAt(context: Context, day: string, time: string): Context {
  const moment = atOffice(day, time);
  const today = context.now().toISOString().slice(0, 10);
  const { catalogue } = context;
  return { ...context, now: () => moment, catalogue: { ...catalogue, find: (code) => catalogue.find(code, today) } };
}

export function sure<Value, Reason>(result: Result<Value, Reason>, what: string): Value {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${JSON.stringify(result.reason)}`);
}

export interface Filed {
  readonly office: string;
  readonly dossier: string;
}

/** Files a dossier online as people do: a draft, page by page, a paper, sent. The visitor is the session of whoever types. */
export async function fileOnline(
  context: Context,
  visitor: Visitor,
  planned: PlannedDossier,
  person: Villager,
  chance: Chance,
): Promise<Filed> {
  const place = planned.atPoint ? { office: OFFICE, point: POINT } : null;
  const wanted = { procedure: PROCEDURES[planned.wish], practice: false, cases: {}, office: OFFICE, place };
  const begun = sure(await beginDraft(context, visitor, wanted), "the draft begins");
  const writer = begun.token === null ? visitor : await whoIs(context, begun.token);
  const id = begun.draft.draft;
  const typed = answersFor(planned.wish, person, planned.day, chance, planned.index);
  for (;;) {
    const { way } = sure(await openDraft(context, writer, id), "the draft opens");
    if (way.next === null) break;
    sure(await savePage(context, writer, id, way.next.page.id, typed), `the page ${way.next.page.id} of ${planned.wish}`);
  }
  const open = sure(await openDraft(context, writer, id), "the draft opens");
  for (const { paper } of await wantedPapers(context, open.draft, open.procedure)) {
    if (paper.required) await withPaper(context, paper.name, (path) => addFile(context, open.draft, paper.id, path));
  }
  sure(await chooseReceiver(context, writer, id, OFFICE), "the office is chosen");
  return sure(await lodgeDraft(context, writer, id), "the draft is sent");
}

/** Takes a dossier on paper in at the counter; it is accepted in the same act. */
export async function fileOnPaper(
  context: Context,
  officer: StaffMember,
  planned: PlannedDossier & { channel: "direct" | "post" },
  person: Villager,
  chance: Chance,
): Promise<Filed> {
  const procedure = context.catalogue.find(PROCEDURES[planned.wish], planned.day);
  if (!procedure) throw new Error(`${planned.wish} is no procedure of the catalogue`);
  const { answers } = sure(
    readAnswers(context, procedure, answersFor(planned.wish, person, planned.day, chance, planned.index)),
    `the paper of ${planned.wish} is read`,
  );
  const by = { role: "officer" as const, id: officer.staff, name: officer.name };
  return sure(
    await lodgePaper(context, by, {
      office: OFFICE,
      procedure: procedure.code,
      version: procedure.version,
      channel: planned.channel,
      point: null,
      applicant: applicantOf(person),
      answers,
      papers: papersIn(procedure),
      post: planned.channel === "post" ? { number: `KD${100_000 + planned.index}VN`, arrivedOn: planned.day, postmark: null } : null,
      actKey: `scenario:${planned.index}`,
    }),
    "the dossier is taken in",
  );
}

/** A citizen's session in a visit, or at home. */
export async function guest(context: Context, visit: Visit | null): Promise<Visitor> {
  return whoIs(context, await openSession(context, { kind: "guest" }, visit));
}

/** The helper's session, acting for somebody who signed for it on the screen. */
export async function mandated(context: Context, helper: StaffMember, visit: Visit, person: Villager): Promise<Visitor> {
  const token = await openSession(context, { kind: "staff", member: helper });
  const visitor = await whoIs(context, token);
  if (visitor.kind !== "staff") throw new Error("the helper is signed in");
  const given = { citizen: person.name, agreed: true, slipCode: "", slipSecret: "", signature: SIGNATURE };
  const text = await mandateTextFor(context, helper, visit, person.name);
  sure(await giveMandate(context, visitor, visit.visit, { ...given, text }), "the mandate is given");
  return whoIs(context, token);
}

const SIGNATURE = `M10 100${Array.from({ length: 24 }, (_, step) => `L${20 + step * 20} ${step % 2 === 0 ? 60 : 140}`).join("")}`;

function applicantOf({ name, identityNumber, birthDate, sex, hamlet }: Villager) {
  return { name, identityNumber, birthDate, sex, address: `${hamlet}, Khánh Đông, Khánh Vĩnh, Khánh Hòa` };
}

function papersIn(procedure: Procedure) {
  return procedure.papers.map(({ id, originals, copies }) => ({ paper: id, originals: Math.max(1, originals), copies }));
}

/** A sheet that says what it would be; drawn once for each name. */
async function withPaper(context: Context, name: string, use: (path: string) => Promise<Result<true, unknown>>): Promise<void> {
  const bytes = await (SHEETS.get(name) ?? SHEETS.set(name, drawSheet(context, name)).get(name));
  const folder = await mkdtemp(join(tmpdir(), "loc-vung-scenario-"));
  try {
    const path = join(folder, "sheet.pdf");
    await writeFile(path, bytes ?? "");
    sure(await use(path), `the paper ${name}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const SHEETS = new Map<string, Promise<Uint8Array>>();

function drawSheet(context: Context, name: string): Promise<Uint8Array> {
  return context.documents.render({
    template: "declaration",
    at: context.now(),
    data: {
      title: name,
      practice: true,
      addressee: "UBND xã Khánh Đông",
      sections: [],
      oath: "Giấy mẫu của kịch bản.",
      placeAndDay: "",
      signedHow: "",
      applicant: "",
    },
  });
}
