import { Hono } from "hono";
import { commonPiece } from "../../../domain/voices/pieces.ts";
import { countLaunch, findLaunchLink, launchLinks } from "../../../operations/launch/launch-page.ts";
import { problem } from "../../../operations/problems.ts";
import { heardOf } from "../../http/heard.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, rememberSession } from "../../http/request.ts";
import { pointOfRequest } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";

/** The outside services that the point offers: electricity, insurance, post, shopping; each opened in a window of its own, after a word of warning. */
export const launch = new Hono<Env>()
  .get(paths.launch, async (request) => {
    const place = await pointOfRequest(request);
    const links = place ? await launchLinks(request.var.services, place) : [];
    return page(request, {
      title: "Dịch vụ khác",
      heard: await heardOf(request, [commonPiece("dich-vu")]),
      back: paths.home,
      children: (
        <>
          <h1>Điện, nước, bảo hiểm, bưu điện, mua sắm</h1>
          {place ? null : <p class="notice">Trang này dùng trên máy ở điểm hỗ trợ. Bà con đến điểm, người trực chỉ cho.</p>}
          {place && links.length === 0 ? <p class="notice">Điểm chưa có dịch vụ nào ở đây. Xin hỏi người trực.</p> : null}
          <ul class="cards">
            {links.map((link) => (
              <li>
                <a class="card" href={paths.launchOf(link.link)}>
                  <strong>{link.name}</strong>
                  <small>{link.hint}</small>
                </a>
              </li>
            ))}
          </ul>
        </>
      ),
    });
  })
  .get("/dich-vu/:link", async (request) => {
    const known = await linkOf(request);
    if (!known) return refused(request, problem("launch-not-found"), paths.launch);
    return page(request, {
      title: known.link.name,
      back: paths.launch,
      children: (
        <>
          <h1>{known.link.name}</h1>
          <div class="notice warn">
            <p>
              Bà con sắp sang trang của nơi khác: <strong>{new URL(known.link.address).hostname}</strong>. Trang đó không phải của điểm hỗ
              trợ.
            </p>
            <p>
              Máy này nhiều người dùng: đừng cho trang nhớ mật khẩu, đừng đưa mã gửi về điện thoại cho ai. Xong thì đăng xuất, đóng cửa sổ
              ấy lại là về đây.
            </p>
          </div>
          <div class="row">
            <a class="button" href={paths.launchGo(known.link.link)} target="_blank" rel="noopener noreferrer">
              Mở trang trong cửa sổ mới
            </a>
            <a href={paths.home}>Thôi, về trang đầu</a>
          </div>
        </>
      ),
    });
  })
  .get("/dich-vu/:link/mo", async (request) => {
    const known = await linkOf(request);
    if (!known) return refused(request, problem("launch-not-found"), paths.launch);
    rememberSession(request, await countLaunch(request.var.services, request.var.visitor, known.place, known.link));
    request.header("cache-control", "no-store");
    return request.redirect(known.link.address, 303);
  });

async function linkOf(request: Request) {
  const place = await pointOfRequest(request);
  const link = place ? await findLaunchLink(request.var.services, place, request.req.param("link") ?? "") : null;
  return place && link ? { place, link } : null;
}
