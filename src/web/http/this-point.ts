import type { Context } from "../../operations/context.ts";
import { listOffices, listPoints } from "../../operations/offices/places.ts";

/** The office and point that this installation stands at: the first point, or the first office where there is none. */
export async function thisPoint(services: Context): Promise<{ office: string; point: string | null }> {
  const [point] = await listPoints(services);
  if (point) return { office: point.office, point: point.point };
  const [office] = await listOffices(services);
  return { office: office?.office ?? "", point: null };
}
