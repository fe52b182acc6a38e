import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { paths } from "../paths.ts";
import { ourPath } from "./back.ts";
import { type Env, type Request, readForm } from "./request.ts";

/** How large the reader wants the letters; each is a class of style.css. */
export const TEXT_SIZES = ["normal", "large", "largest"] as const;

export type TextSize = (typeof TEXT_SIZES)[number];

const COOKIE = "co_chu";

/** What this browser asked for. It goes with the visit: "Xong" clears it, the next person reads in the usual size. */
export function readTextSize(request: Request): TextSize {
  const asked = getCookie(request, COOKIE);
  return TEXT_SIZES.find((size) => size === asked) ?? "normal";
}

/** The size after this one; after the largest comes the usual again. */
export function nextTextSize(size: TextSize): TextSize {
  return TEXT_SIZES[(TEXT_SIZES.indexOf(size) + 1) % TEXT_SIZES.length] ?? "normal";
}

/** Takes the wish and goes back to the page it came from. */
export const textSize = new Hono<Env>().post(paths.textSize, async (request) => {
  const { size = "", back = "" } = await readForm(request);
  const wanted = TEXT_SIZES.find((known) => known === size) ?? "normal";
  setCookie(request, COOKIE, wanted, { httpOnly: true, sameSite: "Lax", path: "/" });
  return request.redirect(ourPath(back), 303);
});
