import { Hono } from "hono";
import { soundOf } from "../../../operations/voices/listen.ts";
import type { Env } from "../../http/request.ts";
import { sendSound } from "../../http/send-sound.ts";
import { thisPoint } from "../../http/this-point.ts";

/** What is heard of a page. It speaks words of the content only: nobody can make this machine say something. */
export const sounds = new Hono<Env>().get("/doc/:procedure/:version/:piece/:language", async (request) => {
  const { procedure, version, piece, language } = request.req.param();
  const { office } = await thisPoint(request);
  const sound = await soundOf(request.var.services, office, language, { procedure, version, piece });
  return sound ? sendSound(request, sound) : request.text("Câu này chưa có tiếng đọc. Xin nhờ người trực đọc giúp.", 404);
});
