import { Hono } from "hono";
import {
  INCOMPLETE_WORDS,
  OPEN_COLUMNS,
  type OpenColumn,
  type OpenData,
  type OpenQuestion,
  type OpenRow,
  openDictionary,
  readOpenData,
} from "../../operations/measures/open-data.ts";
import type { Problem } from "../../operations/problems.ts";
import { csv } from "../http/csv.ts";
import { readQuestion } from "../http/open-question.ts";
import { STATUS_OF } from "../http/refusals.ts";
import type { Env, Request } from "../http/request.ts";
import { problemDocument } from "./problem-document.ts";

/** Open data: GET /api/v1/statistics?unit=&from=&to=&by= as JSON, the same as CSV, and the dictionary of its columns. */
export const statistics = new Hono<Env>()
  .get("/", async (request) => {
    const asked = readQuestion(request);
    if (!asked.ok) return refused(request, asked.reason);
    const found = await readOpenData(request.var.services, asked.value);
    return found.ok ? request.json(document(asked.value, found.value)) : refused(request, found.reason);
  })
  .get("/data.csv", async (request) => {
    const asked = readQuestion(request);
    if (!asked.ok) return refused(request, asked.reason);
    const found = await readOpenData(request.var.services, asked.value);
    if (!found.ok) return refused(request, found.reason);
    return csv(request, `so-lieu-${asked.value.unit}-${asked.value.from}-${asked.value.to}.csv`, table(found.value));
  })
  .get("/dictionary.csv", (request) =>
    csv(request, "tu-dien-so-lieu.csv", [
      ["field", "name", "definition"],
      ...openDictionary().map(({ field, name, definition }) => [field, name, definition]),
      ["incompleteDays", "Ngày có thể thiếu số", INCOMPLETE_WORDS],
    ]),
  );

const COLUMNS = [...Object.keys(OPEN_COLUMNS), "onlineRate", "onTimeRate"] as (OpenColumn | "onlineRate" | "onTimeRate")[];

function document({ unit, by, hold }: OpenQuestion, { from, to, wider, incompleteDays, total, rows, unit: { name } }: OpenData) {
  return {
    unit: { code: unit, name },
    from,
    to,
    hold,
    wider,
    incompleteDays,
    ...withHidden(total),
    ...(by === null ? {} : { by, items: rows.map(({ key, name, row }) => ({ [by]: key, name, ...withHidden(row) })) }),
    definition: {
      ...Object.fromEntries(openDictionary().map(({ field, definition }) => [field, definition])),
      incompleteDays: INCOMPLETE_WORDS,
      hidden: "Số từ 1 đến 4 không công bố; kèm theo là những số mà lấy hiệu thì lộ ra. Cột bị giấu là null.",
    },
  };
}

/** A hidden count is null, and named: null alone could also mean that there is nothing to divide by. */
function withHidden(row: OpenRow) {
  return { ...row, hidden: Object.keys(OPEN_COLUMNS).filter((column) => row[column as OpenColumn] === null) };
}

function table({ total, rows }: OpenData): (string | number | null)[][] {
  const line = (key: string, name: string, row: OpenRow) => [key, name, ...COLUMNS.map((column) => row[column])];
  return [["key", "name", ...COLUMNS], ...rows.map(({ key, name, row }) => line(key, name, row)), line("total", "Tổng", total)];
}

function refused(request: Request, { code, sentence, fields }: Problem): Response {
  return problemDocument(request, STATUS_OF[code], code, sentence, { fields });
}
