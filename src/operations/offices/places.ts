import { type Office, type Point, listOffices as readOffices, listPoints as readPoints } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";

/** All offices, in the order in which they were set up. */
export function listOffices(context: Context): Promise<Office[]> {
  return readOffices(context.database.sql);
}

/** All support points, the oldest first. */
export function listPoints(context: Context): Promise<Point[]> {
  return readPoints(context.database.sql);
}
