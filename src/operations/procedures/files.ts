import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { differences } from "../../domain/catalogue/differences.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { readProcedureFile, writeProcedureFile } from "../../domain/catalogue/procedure-file.ts";
import { knowsChange } from "../../store/records/procedure-changes.ts";
import { listEdits, saveEdit } from "../../store/records/procedure-edits.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import { looksAfter, note, openEditing } from "./editing.ts";

/** The procedure as a file: the edit where there is one, else the latest version. */
export async function exportProcedure(context: Context, member: StaffMember, code: string): Promise<Result<string, Problem>> {
  const opened = await openEditing(context, member, code);
  return opened.ok ? ok(writeProcedureFile([opened.value.body])) : opened;
}

/** All procedures that are in force today as one file. */
export function exportAll(context: Context): string {
  return writeProcedureFile(context.catalogue.all(officeDay(context.now())));
}

/**
 * Takes a file of one or several procedures in: each that differs from its latest version becomes an edit, to be looked at, checked and published like every
 * other. All or nothing; no edit that is there is written over. Answers the codes.
 */
export async function importProcedures(
  context: Context,
  member: StaffMember,
  text: string,
  key: string,
): Promise<Result<readonly string[], Problem>> {
  const read = readProcedureFile(text);
  if (!read.ok) return refuse(problem("procedure-file", { details: read.reason }));
  const changed = read.value.filter((procedure) => differs(context, procedure));
  if (changed.length === 0)
    return refuse(problem("procedure-unchanged", { sentence: "Tệp không khác gì các bản đang có. Không có gì để nhận." }));
  const bases = changed.flatMap(({ code }) => context.catalogue.versions(code)[0] ?? []);
  if (!(await looksAfter(context, member, [...changed, ...bases])))
    return refuse(problem("procedure-not-yours", { sentence: "Trong tệp có thủ tục do cơ quan khác phụ trách. Xin bỏ ra rồi gửi lại." }));
  const [first] = changed;
  if (first && (await knowsChange(context.database.sql, member.office, `${key}:${first.code}`))) return ok(changed.map(({ code }) => code));
  const underWay = new Set((await listEdits(context.database.sql, member.office)).map(({ procedure }) => procedure));
  const busy = changed.filter(({ code }) => underWay.has(code));
  if (busy.length > 0) return refuse(problem("procedure-being-edited", { details: busy.map(({ code, name }) => `${code} ${name}`) }));
  return context.database.transaction(async (sql) => {
    const taken: string[] = [];
    for (const body of changed) {
      const base = context.catalogue.versions(body.code)[0] ?? null;
      const edit = { office: member.office, basedOn: base?.version ?? null, revision: 0, body };
      if (!(await saveEdit(sql, edit, context.now()))) continue;
      taken.push(body.code);
      const words = base ? differences(base, body) : ["Thủ tục mới."];
      await note(context, sql, member, { procedure: body.code, act: "import", version: null, words, key: `${key}:${body.code}` });
    }
    return ok(taken);
  });
}

function differs(context: Context, procedure: Procedure): boolean {
  const [latest] = context.catalogue.versions(procedure.code);
  return latest === undefined || differences(latest, procedure).length > 0;
}
