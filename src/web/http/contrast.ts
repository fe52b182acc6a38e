import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { paths } from "../paths.ts";
import { ourPath } from "./back.ts";
import { type Env, type Request, readForm } from "./request.ts";

/** How far apart the colours stand: as drawn; black on white; yellow on black. The last two keep 7:1 (WCAG 2.2, 1.4.6); see contrast.css. */
export const CONTRASTS = ["normal", "light", "dark"] as const;

export type Contrast = (typeof CONTRASTS)[number];

const COOKIE = "tuong_phan";

/** What this browser asked for. It goes with the visit, as the size of the letters does. */
export function readContrast(request: Request): Contrast {
  const asked = getCookie(request, COOKIE);
  return CONTRASTS.find((contrast) => contrast === asked) ?? "normal";
}

/** The one after this; after the last comes the usual again. */
export function nextContrast(contrast: Contrast): Contrast {
  return CONTRASTS[(CONTRASTS.indexOf(contrast) + 1) % CONTRASTS.length] ?? "normal";
}

/** Takes the wish and goes back to the page it came from. */
export const contrast = new Hono<Env>().post(paths.contrast, async (request) => {
  const { contrast: asked = "", back = "" } = await readForm(request);
  const wanted = CONTRASTS.find((known) => known === asked) ?? "normal";
  setCookie(request, COOKIE, wanted, { httpOnly: true, sameSite: "Lax", path: "/" });
  return request.redirect(ourPath(back), 303);
});
