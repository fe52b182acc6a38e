import { officeDay, officeTime } from "../../base/clock.ts";
import { qrSvg } from "../../documents/qr.ts";
import { formatDay } from "../../domain/people/dates.ts";
import type { Context } from "../context.ts";

/** A sheet that shows whether letters, lines and codes come out well. */
export function drawTestPage(context: Context): Promise<Uint8Array> {
  const now = context.now();
  return context.documents.render({
    template: "test-page",
    at: now,
    data: { title: "Trang in thử", printedAt: `${officeTime(now)} ngày ${formatDay(officeDay(now))}`, qr: qrSvg(context.publicUrl) },
  });
}
