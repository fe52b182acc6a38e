import type { Child } from "hono/jsx";
import type { Request } from "../http/request.ts";
import { readTextSize } from "../http/text-size.ts";
import { Foot, Head, IdleWarning } from "./shell.tsx";

export interface PageProps {
  /** The page's own name; "Lộc Vừng" is added. */
  readonly title: string;
  readonly children: Child;
  /** Where "Quay lại" leads; none on the first page. */
  readonly back?: string | undefined;
  /** A practice draft is marked on each of its pages. */
  readonly practice?: boolean | undefined;
  /** Scripts of src/web/browser that this page is better with. */
  readonly scripts?: readonly string[];
  /** Dense pages for those at work. */
  readonly desk?: boolean;
  /** What stands above the column, over the whole width. */
  readonly wide?: Child;
}

/**
 * Answers a whole page: head, banners, way back, contents, foot. Everything in it is escaped by the renderer. Pages are never cached: the next
 * person at a shared computer must not find them by going back.
 */
export function page(request: Request, props: PageProps, status: 200 | 403 | 404 | 409 | 422 | 429 | 500 | 507 = 200) {
  request.header("cache-control", "no-store");
  return request.html(`<!doctype html>${Document({ request, props, wrong: status === 422 })}`, status);
}

function Document({ request, props, wrong }: { request: Request; props: PageProps; wrong: boolean }) {
  const { assets, visitor } = request.var;
  const textSize = readTextSize(request);
  const { desk = false } = props;
  const visiting = !desk && visitor.kind !== "nobody";
  const scripts = [...(desk ? [] : ["once.js", "speak.js"]), ...(visiting ? ["idle.js"] : []), ...(props.scripts ?? [])];
  return (
    <html lang="vi" class={textSize === "normal" ? undefined : `text-${textSize}`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#1d5c38" />
        <title>{`${wrong ? "Xin xem lại: " : ""}${props.title} – Lộc Vừng`}</title>
        <link rel="icon" href={assets.url("logo.svg")} />
        <link rel="stylesheet" href={assets.url("style.css")} />
        {desk ? <link rel="stylesheet" href={assets.url("desk.css")} /> : null}
        {scripts.map((script) => (
          <script type="module" src={assets.url(script)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          Đến phần chính
        </a>
        <Head request={request} desk={desk} practice={props.practice ?? false} />
        <main id="noi-dung" tabindex={-1}>
          {props.wide}
          <div class="wrap">
            {desk ? <BackLink to={props.back} /> : <Ways back={props.back} />}
            {props.children}
          </div>
        </main>
        <Foot />
        {visiting ? <IdleWarning /> : null}
      </body>
    </html>
  );
}

/** The way back, and the page read aloud; the second shows itself where the browser has a Vietnamese voice. */
function Ways({ back }: { back: string | undefined }) {
  return (
    <div class="ways">
      <BackLink to={back} />
      <button class="quiet speak" type="button" data-speak hidden>
        Đọc cho nghe
      </button>
    </div>
  );
}

function BackLink({ to }: { to: string | undefined }) {
  if (to === undefined) return null;
  return (
    <a class="back" href={to}>
      Quay lại
    </a>
  );
}
