import { Readable } from "node:stream";
import { Hono } from "hono";
import { copyOfData } from "../../../operations/privacy/copy-of-data.ts";
import type { Env } from "../../http/request.ts";
import { paths } from "../../paths.ts";
import { overview } from "./overview.tsx";
import { asPerson, personalPage } from "./personal.tsx";

/** A copy of everything that is kept of somebody, for them: streamed as it is made, counted, and written down. */
export const personalCopy = new Hono<Env>().post(paths.personalCopy, (request) =>
  asPerson(request, async (person) => {
    const { services, visitor } = request.var;
    const copy = await copyOfData(services, visitor, person, (kept) => overview(person, kept, services));
    if (!copy.ok) return personalPage(request, copy.reason);
    return request.body(Readable.toWeb(copy.value) as ReadableStream<Uint8Array>, 200, {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="du-lieu-cua-toi.zip"',
      "cache-control": "no-store",
    });
  }),
);
