import { officeDay } from "../../base/clock.ts";
import { differences } from "../../domain/catalogue/differences.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { fold } from "../../domain/people/names.ts";
import { listChanges, type ProcedureChange } from "../../store/records/procedure-changes.ts";
import { listEdits } from "../../store/records/procedure-edits.ts";
import { listVersions } from "../../store/records/procedure-versions.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { isOwn, kindOf } from "./editing.ts";

export interface ListedProcedure {
  readonly code: string;
  readonly name: string;
  readonly filing: Procedure["filing"] | null;
  readonly validFrom: string | null;
  readonly editing: boolean;
  /** The day on which a version begins that was published already. */
  readonly begins: string | null;
}

/** The procedures that the office looks after, those being edited first. `query` is part of a name or code, or people's own words. */
export async function listProcedures(context: Context, member: StaffMember, query: string): Promise<ListedProcedure[]> {
  const today = officeDay(context.now());
  const kind = await kindOf(context, member);
  const edits = new Map((await listEdits(context.database.sql, member.office)).map((edit) => [edit.procedure, edit]));
  const current = context.catalogue.all(today).filter(({ officeKind }) => isOwn(kind, officeKind));
  const fresh = [...edits.values()].filter(({ procedure }) => !current.some(({ code }) => code === procedure));
  const all: ListedProcedure[] = [
    ...fresh.map(({ procedure, name }) => ({ code: procedure, name, filing: null, validFrom: null, editing: true, begins: null })),
    ...current.map(({ code, name, filing, validFrom }) => {
      const next = context.catalogue.versions(code)[0]?.validFrom ?? today;
      return { code, name, filing, validFrom, editing: edits.has(code), begins: next > today ? next : null };
    }),
  ];
  const wanted = fold(query);
  const meant = new Set(wanted === "" ? [] : context.search.search(query, 10).map(({ code }) => code));
  return all
    .filter(({ code, name }) => wanted === "" || meant.has(code) || fold(`${code} ${name}`).includes(wanted))
    .sort((a, b) => Number(b.editing) - Number(a.editing) || ORDER.indexOf(a.filing) - ORDER.indexOf(b.filing));
}

const ORDER: readonly (Procedure["filing"] | null)[] = [null, "online", "counter", "elsewhere"];

export interface VersionOfHistory {
  readonly version: string;
  readonly validFrom: string;
  readonly state: "coming" | "now" | "past" | "withdrawn";
  /** Published here; one that came with the program is not. */
  readonly publishedAt: Date | null;
  /** By the very office that looks: it may take it back before it begins. */
  readonly own: boolean;
  /** What is different from the version before, in words. */
  readonly changes: readonly string[];
}

/** Every version there was, the newest first, and who changed what: what other offices have not published stays theirs. */
export async function historyOf(
  context: Context,
  { office }: Pick<StaffMember, "office">,
  code: string,
): Promise<{ versions: readonly VersionOfHistory[]; changes: readonly ProcedureChange[] }> {
  const today = officeDay(context.now());
  const published = new Map((await listVersions(context.database.sql, code)).map((one) => [one.version, one]));
  const all = context.catalogue.versions(code);
  const now = context.catalogue.find(code, today)?.version;
  const known = all.map((one, index): VersionOfHistory => {
    const before = all[index + 1];
    return {
      version: one.version,
      validFrom: one.validFrom,
      state: one.validFrom > today ? "coming" : one.version === now ? "now" : "past",
      publishedAt: published.get(one.version)?.publishedAt ?? null,
      own: published.get(one.version)?.office === office,
      changes: published.get(one.version)?.changes ?? (before ? differences(before, one) : ["Bản đi kèm chương trình."]),
    };
  });
  const withdrawn = [...published.values()].flatMap(
    ({ version, validFrom, publishedAt, changes, withdrawnAt, ...by }): VersionOfHistory[] =>
      withdrawnAt === null ? [] : [{ version, validFrom, state: "withdrawn", publishedAt, own: by.office === office, changes }],
  );
  const versions = [...known, ...withdrawn].sort((a, b) => b.validFrom.localeCompare(a.validFrom));
  return { versions, changes: await listChanges(context.database.sql, office, code, CHANGES_SHOWN) };
}

const CHANGES_SHOWN = 100;
