import type { Readable } from "node:stream";
import { ok, type Result, refuse } from "../../base/result.ts";
import { type ZipEntry, zipOf } from "../../documents/copy-of-data.ts";
import { heldFiles } from "../../domain/dossier/files.ts";
import { insertAccess } from "../../store/records/access-log.ts";
import type { Context } from "../context.ts";
import { drawDeclaration } from "../dossiers/declaration.ts";
import { countTry, isClosed } from "../identity/attempts.ts";
import type { Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";
import { gather, type Kept, type KeptDossier } from "./gather.ts";
import type { ProvenPerson } from "./person.ts";

/** A copy of everything that is kept: what a machine reads, and what the page made of it for people to read comes as `overview`. */
export async function copyOfData(
  context: Context,
  visitor: Visitor,
  person: ProvenPerson,
  overview: (kept: Kept) => string,
): Promise<Result<Readable, Problem>> {
  const subject = `copy:${person.account?.account ?? person.dossiers[0]?.dossier ?? ""}`;
  if (visitor.kind === "nobody" || (await isClosed(context, subject))) return refuse(problem("export-too-often"));
  await countTry(context, subject, false);
  const kept = await gather(context, person);
  await noteCopy(context, kept);
  const entries: ZipEntry[] = [
    { name: "doc-duoc.html", bytes: Buffer.from(overview(kept)) },
    { name: "du-lieu.json", bytes: Buffer.from(JSON.stringify(asData(person, kept), null, 2)) },
  ];
  for (const one of kept.dossiers) entries.push(...(await filesOf(context, one)));
  for (const said of kept.feedback) {
    const { voiceSha256 } = said;
    if (voiceSha256 && (await context.files.has(voiceSha256)))
      entries.push({ name: `gop-y/${said.dossier}.bin`, open: () => context.files.stream(voiceSha256) });
  }
  return ok(zipOf(entries, context.now()));
}

/** That the person took a copy stands where it stands who looked. */
async function noteCopy(context: Context, kept: Kept): Promise<void> {
  for (const { head } of kept.dossiers) {
    const access = { office: head.office, access: context.newId(), staff: null, dossier: head.dossier, what: "export" };
    await insertAccess(context.database.sql, access, context.now());
  }
}

async function filesOf(context: Context, { head, dossier, log, office }: KeptDossier): Promise<ZipEntry[]> {
  const folder = `ho-so/${dossier.trackingCode}`;
  const held = new Set(heldFiles(log.map(({ event }) => event)));
  const entries: ZipEntry[] = [
    { name: `${folder}/to-khai.pdf`, bytes: await drawDeclaration(context, { key: head, dossier, log, office }) },
  ];
  for (const paper of dossier.papers)
    if (held.has(paper.sha256) && (await context.files.has(paper.sha256)))
      entries.push({ name: `${folder}/giay-to/${paper.paper}.pdf`, open: () => context.files.stream(paper.sha256) });
  const { result } = dossier;
  if (result && (await context.files.has(result.sha256)))
    entries.push({ name: `${folder}/ket-qua.pdf`, open: () => context.files.stream(result.sha256) });
  return entries;
}

/** What a machine reads. Staff appear by what they are to the dossier, not by name; hashes and secrets of ours are none of the person's data. */
function asData(person: ProvenPerson, kept: Kept): object {
  const { account } = person;
  const codeOf = (dossier: string) => person.dossiers.find((head) => head.dossier === dossier)?.trackingCode ?? null;
  return {
    format: "loc-vung/personal-data/1",
    account: account && {
      identityNumber: account.identityNumber,
      name: account.name,
      phone: account.phone,
      email: kept.email,
      birthDate: account.birthDate,
      sex: account.sex,
      address: account.address,
      issuedOn: account.issuedOn,
    },
    drafts: kept.drafts.map(({ name, answers, applicant, cards, expiresAt }) => ({ name, answers, applicant, cards, expiresAt })),
    dossiers: kept.dossiers.map(({ head, office, dossier, log, looks }) => ({
      office: office.name,
      trackingCode: head.trackingCode,
      status: dossier.status,
      events: log.map(({ at, actor, event }) => ({ at, by: actor.role, ...event })),
      looks,
    })),
    visits: kept.visits.map(({ visit: _visit, ...seen }) => seen),
    messages: kept.messages.map(({ dossier, ...message }) => ({ trackingCode: codeOf(dossier), ...message })),
    calls: kept.calls.map(({ dossier, ...call }) => ({ trackingCode: codeOf(dossier), ...call })),
    feedback: kept.feedback.map(({ voiceSha256, ...said }) => ({ ...said, voice: voiceSha256 !== null })),
    consents: kept.consents.map(({ witness, ...consent }) => ({ ...consent, witnessed: witness !== null })),
    requests: kept.requests.map(({ takenBy, ...asked }) => ({ ...asked, takenByStaff: takenBy !== null })),
  };
}
