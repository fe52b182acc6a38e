import { qrSvg } from "../../documents/qr.ts";
import type { Point } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { weekOf } from "../roster/opening.ts";

/** The poster for the point's door: what it is, when it is open by its roster, and a code that leads there. */
export async function drawPoster(context: Context, point: Point, office: string): Promise<Uint8Array> {
  return context.documents.render({
    template: "poster",
    at: context.now(),
    data: {
      title: point.name,
      name: point.name,
      place: point.place,
      office,
      hours: await weekOf(context, point),
      address: context.publicUrl,
      qr: qrSvg(context.publicUrl),
    },
  });
}
