import { ok, type Result, refuse } from "../../base/result.ts";
import { complaintsOf } from "./complaints.ts";
import { type Procedure, procedureSchema } from "./procedure.ts";

/**
 * Reads one procedure file. What is wrong is said in words, with its place in the file, all of it at once: whoever writes a procedure is not
 * a programmer.
 */
export function parseProcedure(data: unknown, fileName: string): Result<Procedure, string[]> {
  const parsed = procedureSchema.safeParse(data);
  if (!parsed.success)
    return refuse(parsed.error.issues.map((issue) => `${fileName}: ở ${issue.path.join(" › ") || "đầu tệp"}: ${issue.message}`));
  const problems = complaintsOf(parsed.data).map(({ words }) => `${fileName}: ${words}`);
  if (!fileName.startsWith(parsed.data.code)) problems.push(`${fileName}: tên tệp phải bắt đầu bằng mã ${parsed.data.code}`);
  return problems.length > 0 ? refuse(problems) : ok(parsed.data);
}
