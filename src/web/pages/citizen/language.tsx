import { Hono } from "hono";
import { languagesHeard } from "../../../operations/voices/languages-heard.ts";
import { ourPath } from "../../http/back.ts";
import { readLanguage, rememberLanguage } from "../../http/heard.ts";
import { type Env, readForm } from "../../http/request.ts";
import { thisPoint } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";

/** In which language to listen: those in which somebody of the village has recorded something. */
export const language = new Hono<Env>()
  .get(paths.language, async (request) => {
    const { services } = request.var;
    const back = ourPath(request.req.query("ve") ?? "");
    const heard = await languagesHeard(services, (await thisPoint(request)).office);
    const now = readLanguage(request) ?? "vi";
    return page(request, {
      title: "Nghe bằng tiếng nào?",
      back,
      children: (
        <>
          <h1>Bà con muốn nghe bằng tiếng nào?</h1>
          <p>Câu nào chưa có người thu bằng tiếng đó thì máy đọc tiếng Việt. Chữ trên màn hình vẫn là tiếng Việt.</p>
          <form method="post" action={paths.language}>
            <input type="hidden" name="back" value={back} />
            <ul class="cards">
              {heard.map(({ code, name, count }) => (
                <li>
                  <button class={code === now ? undefined : "quiet"} type="submit" name="language" value={code}>
                    {capital(name)}
                    {code === now ? " (đang chọn)" : ""}
                  </button>
                  {code === "vi" ? null : <p class="hint">Đã thu {count} câu.</p>}
                </li>
              ))}
            </ul>
          </form>
        </>
      ),
    });
  })
  .post(paths.language, async (request) => {
    const { language: asked = "", back = "" } = await readForm(request);
    const known = request.var.services.languages.find(({ code }) => code === asked);
    rememberLanguage(request, known?.code ?? "vi");
    return request.redirect(ourPath(back), 303);
  });

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
