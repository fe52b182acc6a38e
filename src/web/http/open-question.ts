import { ok, type Result, refuse } from "../../base/result.ts";
import { NATION } from "../../domain/units/territory.ts";
import { type OpenQuestion, readMark, thisYear } from "../../operations/measures/open-data.ts";
import { type Problem, problem } from "../../operations/problems.ts";
import type { Request } from "./request.ts";

/** The question of an address: ?unit=22621&from=2023-11-21&to=2024-04-12&by=month&hold=territory. What is wrong is said field by field. */
export function readQuestion(request: Request): Result<OpenQuestion, Problem> {
  const { unit, from, to, by, hold } = request.req.query();
  const usual = thisYear(request.var.services);
  const mark = readMark(by);
  const question = { unit: unit ?? NATION, from: from || usual.from, to: to || usual.to, by: mark.ok ? mark.value : null };
  const fields = {
    ...(/^(VN|\d{2}|\d{3}|\d{5})$/.test(question.unit)
      ? {}
      : { unit: "Mã đơn vị: VN, 2 chữ số là tỉnh, 3 là huyện cũ, 5 là xã. Ví dụ 22621." }),
    ...(isDay(question.from) ? {} : { from: "Ngày đầu, ví dụ 2023-11-21." }),
    ...(isDay(question.to) && (question.to >= question.from || !isDay(question.from))
      ? {}
      : { to: "Ngày cuối, không trước ngày đầu, ví dụ 2024-04-12." }),
    ...(mark.ok ? {} : mark.reason.fields),
    ...(hold === undefined || hold === "" || hold === "office" || hold === "territory" ? {} : { hold: "office hoặc territory." }),
  };
  if (Object.keys(fields).length > 0) return refuse(problem("question-refused", { fields }));
  return ok({ ...question, hold: hold === "territory" ? "territory" : "office" });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
