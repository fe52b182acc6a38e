import { qrSvg } from "../../documents/qr.ts";
import type { Point } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";

/** The poster for the point's door: what it is, when it is open, and a code that leads there. `hours` are sentences, one a line. */
export function drawPoster(context: Context, point: Point, office: string, hours: readonly string[]): Promise<Uint8Array> {
  return context.documents.render({
    template: "poster",
    at: context.now(),
    data: {
      title: point.name,
      name: point.name,
      place: point.place,
      office,
      hours,
      address: context.publicUrl,
      qr: qrSvg(context.publicUrl),
    },
  });
}
