import { stringify } from "csv-stringify/sync";
import type { Request } from "./request.ts";

/** A table as CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read the accents); nothing in it is taken for a formula. */
export function csv(request: Request, fileName: string, rows: readonly (readonly (string | number | null)[])[]): Response {
  const body = stringify(rows as (string | number | null)[][], { bom: true, escape_formulas: true, record_delimiter: "windows" });
  return request.body(body, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "no-store",
  });
}
