import { pino } from "pino";
import type { Context } from "../../src/operations/context.ts";
import { createApp } from "../../src/web/app.ts";

/** A place in a route's address: `:year{\d{4}}` is "year". The pattern in braces may hold braces of its own. */
const PLACE = /:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?/g;

/** Every route that the program answers, as "GET /mot-cua/:id". */
export async function routesOf(context: Context): Promise<string[]> {
  const app = await createApp(context, { logger: pino({ level: "silent" }) });
  const routes = app.routes.filter(({ method, path }) => method !== "ALL" && !path.includes("*") && !path.startsWith("/t/"));
  return [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
}

/** An address behind a route: each place filled with what `fill` answers for its name, and for the route up to it ("/mot-cua/so/:register/:year"). */
export function addressOf(path: string, fill: (name: string, upTo: string) => string): string {
  return path.replace(PLACE, (_whole, name: string, at: number) => fill(name, `${plainRoute(path.slice(0, at))}:${name}`));
}

/** The route without the patterns of its places. */
export function plainRoute(path: string): string {
  return path.replace(PLACE, (_whole, name: string) => `:${name}`);
}
