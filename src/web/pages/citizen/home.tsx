import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { commonPiece } from "../../../domain/voices/pieces.ts";
import { openingNow } from "../../../operations/roster/opening.ts";
import { heardOf } from "../../http/heard.ts";
import type { Env } from "../../http/request.ts";
import { thisPoint } from "../../http/this-point.ts";
import { Faces } from "../../layout/faces.tsx";
import { OpeningLine } from "../../layout/opening-line.tsx";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";

/** What most people come for, offered before anybody types. */
const OFTEN = ["1.001193", "1.004873", "1.000656", "1.000894", "2.000635", "2.000815", "1.004194", "1.004859"];
const HITS = 6;

/** One question: what do you need? Below it the answers, or what people often need. */
export const home = new Hono<Env>().get(paths.home, async (request) => {
  const { services } = request.var;
  const query = (request.req.query("q") ?? "").slice(0, 200);
  const hits = query.trim() === "" ? [] : services.search.search(query, HITS);
  const today = officeDay(services.now());
  const ended = request.req.query("xong");
  const opening = await openingNow(services, await thisPoint(request));
  const often = OFTEN.flatMap((code) => services.catalogue.find(code, today) ?? []);
  return page(request, {
    title: query ? `Tìm: ${query}` : "Bà con cần làm giấy tờ gì?",
    heard: await heardOf(request, [commonPiece("trang-dau")]),
    wide: (
      <div class="hero">
        <div class="wrap">
          <h1 id="cau-hoi">Bà con cần làm giấy tờ gì?</h1>
          <form class="search" method="get" action={paths.home}>
            <input
              type="search"
              name="q"
              value={query}
              aria-labelledby="cau-hoi"
              placeholder="Ví dụ: làm giấy khai sinh cho con"
              autocomplete="off"
            />
            <button type="submit">Tìm</button>
          </form>
          <p class="hint">Cứ viết như nói. Không cần dấu, sai vài chữ cũng được.</p>
          <OpeningLine opening={opening} />
        </div>
      </div>
    ),
    children: (
      <>
        {ended ? (
          <section class="panel" aria-labelledby="cam-on">
            <h2 id="cam-on">Cảm ơn bà con. Hôm nay thấy thế nào?</h2>
            <Faces visit={ended} />
          </section>
        ) : null}
        {query.trim() ? <Found query={query} hits={hits} /> : <Often procedures={often} />}
      </>
    ),
  });
});

function Found({ query, hits }: { query: string; hits: readonly { code: string; name: string }[] }) {
  if (hits.length === 0) {
    return (
      <div class="notice warn" role="status">
        <p>Chưa hiểu “{query}”. Bà con thử viết cách khác, ví dụ “khai sinh”, “độc thân”, “tạm trú”, hoặc hỏi người trực.</p>
      </div>
    );
  }
  return (
    <section aria-label="Kết quả tìm">
      <p role="status">Bà con chọn giấy tờ đúng ý mình:</p>
      <ul class="cards">
        {hits.map((hit) => (
          <li>
            <a class="card" href={paths.procedure(hit.code)}>
              <strong>{hit.name}</strong>
              <small>Mã {hit.code}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Often({ procedures }: { procedures: readonly { code: string; name: string; resultName: string }[] }) {
  return (
    <section>
      <h2>Bà con hay làm</h2>
      <ul class="cards">
        {procedures.map((procedure) => (
          <li>
            <a class="card" href={paths.procedure(procedure.code)}>
              <strong>{procedure.name}</strong>
              <small>{procedure.resultName}</small>
            </a>
          </li>
        ))}
      </ul>
      <div class="split">
        <a class="card" href={paths.ticket}>
          <strong>Tôi muốn có người giúp</strong>
          <small>Lấy số, ngồi chờ gọi</small>
        </a>
        <a class="card" href={paths.resume}>
          <strong>Tôi có phiếu, làm tiếp</strong>
          <small>Gõ mã phiếu và bốn số bí mật</small>
        </a>
        <a class="card" href={paths.copying}>
          <strong>Sao chụp giấy tờ</strong>
          <small>Đặt giấy vào máy, bấm là ra bản chụp</small>
        </a>
        <a class="card" href={paths.launch}>
          <strong>Điện, nước, bảo hiểm, bưu điện</strong>
          <small>Mở trang của nơi khác, tại điểm</small>
        </a>
        <a class="card" href={paths.tracking}>
          <strong>Hồ sơ của tôi đến đâu rồi?</strong>
          <small>Gõ mã tra cứu trên phiếu</small>
        </a>
      </div>
    </section>
  );
}
