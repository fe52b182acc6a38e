import { getCookie, setCookie } from "hono/cookie";
import { FALLBACK, languageOf } from "../../domain/voices/languages.ts";
import type { PieceAt } from "../../domain/voices/pieces.ts";
import { listenTo } from "../../operations/voices/listen.ts";
import type { Heard } from "../layout/read-aloud.tsx";
import { paths } from "../paths.ts";
import type { Request } from "./request.ts";
import { thisPoint } from "./this-point.ts";

/** In which language somebody wants to listen. It goes with the visit. */
const COOKIE = "tieng";

export function readLanguage(request: Request): string | undefined {
  return getCookie(request, COOKIE);
}

export function rememberLanguage(request: Request, code: string): void {
  setCookie(request, COOKIE, code, { httpOnly: true, sameSite: "Lax", path: "/" });
}

/** What can be heard of a page that says these pieces, in the language of this browser, at this place. */
export async function heardOf(request: Request, pieces: readonly PieceAt[]): Promise<Heard> {
  const { office } = await thisPoint(request);
  const wanted = languageOf(request.var.services.languages, readLanguage(request));
  const listen = await listenTo(request.var.services, office, wanted, pieces);
  const { code, name } = listen.spoken;
  return {
    words: code === FALLBACK ? "Đọc cho nghe" : `Nghe ${name}`,
    sounds: listen.pieces.map(({ procedure, version, piece }) => paths.sound(procedure, version, piece, wanted.code)),
    choice: listen.choice,
  };
}
