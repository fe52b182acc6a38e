import type { HttpBindings } from "@hono/node-server";
import type { Context as HonoContext } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { HTTPException } from "hono/http-exception";
import type { Context } from "../../operations/context.ts";
import { type Visitor, whoIs } from "../../operations/identity/session.ts";
import type { Assets } from "../assets/assets.ts";
import { isFormType } from "./forms-only.ts";

/** What every handler finds in its request. */
export type Env = {
  Bindings: Partial<HttpBindings>;
  Variables: { services: Context; visitor: Visitor; assets: Assets; practiceSetUp: boolean };
};

export type Request = HonoContext<Env>;

const COOKIE = "loc_vung";

/** The visitor of this request, by its cookie. */
export function readVisitor(request: Request): Promise<Visitor> {
  return whoIs(request.var.services, getCookie(request, COOKIE));
}

/** Hands the session to the browser: for this site only, out of scripts' reach, gone with the browser. */
export function rememberSession(request: Request, token: string | null): void {
  if (token === null) return;
  setCookie(request, COOKIE, token, { httpOnly: true, sameSite: "Lax", path: "/", secure: new URL(request.req.url).protocol === "https:" });
}

/** A phone that lends its camera is known by a cookie of its own, good for one paper. */
const PHONE_COOKIE = "loc_vung_anh";

export function rememberPhone(request: Request, token: string): void {
  setCookie(request, PHONE_COOKIE, token, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/dien-thoai",
    secure: new URL(request.req.url).protocol === "https:",
  });
}

export function readPhone(request: Request): string | undefined {
  return getCookie(request, PHONE_COOKIE);
}

/** Where this browser stands, for as long as it stands there: years. It outlives "Xong", and tells nothing about anybody. */
const MACHINE_COOKIE = "loc_vung_may";
const MACHINE_SECONDS = 400 * 86_400;

export function rememberMachine(request: Request, token: string): void {
  const secure = new URL(request.req.url).protocol === "https:";
  setCookie(request, MACHINE_COOKIE, token, { httpOnly: true, sameSite: "Lax", path: "/", secure, maxAge: MACHINE_SECONDS });
}

export function readMachine(request: Request): string | undefined {
  return getCookie(request, MACHINE_COOKIE);
}

/** Everything that this browser remembers of somebody; where it stands it keeps. */
export function forgetVisitor(request: Request): void {
  for (const name of Object.keys(getCookie(request))) if (name !== MACHINE_COOKIE) deleteCookie(request, name, { path: "/" });
}

/** The fields of a posted form as text; files and repeated fields are not what this is for. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const form = await readFormData(request);
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") fields[name] = value;
  return fields;
}

/** The form as it was posted; a post without a form is an empty one. */
export async function readFormData(request: Request): Promise<FormData> {
  if (!isFormType(request.req.header("content-type"))) return new FormData();
  const form = await request.req.formData().catch((cause: unknown) => {
    throw new HTTPException(400, { cause });
  });
  return withoutNul(form);
}

/** PostgreSQL keeps no NUL, and nobody types one: it is left out, as if it had not come. */
function withoutNul(form: FormData): FormData {
  const fields = [...form];
  if (!fields.some(([, value]) => typeof value === "string" && value.includes("\0"))) return form;
  const clean = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === "string") clean.append(name, value.replaceAll("\0", ""));
    else clean.append(name, value, value.name);
  }
  return clean;
}
