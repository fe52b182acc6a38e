import { Hono } from "hono";
import type { Env } from "../../http/request.ts";

const YEAR_SECONDS = 31_536_000;

/** Drawings of filled papers. The name changes with the drawing, so a browser keeps it for a year. */
export const pictures = new Hono<Env>().get("/hinh/:file", (request) => {
  const [name = "", version = ""] = request.req.param("file").split(".");
  const picture = request.var.services.pictures.get(name);
  if (picture?.version !== version) return request.notFound();
  return request.body(picture.svg, 200, {
    "content-type": "image/svg+xml",
    "cache-control": `public, max-age=${YEAR_SECONDS}, immutable`,
  });
});
