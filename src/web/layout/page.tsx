import type { Child } from "hono/jsx";
import { readContrast } from "../http/contrast.ts";
import { type Request, readMachine } from "../http/request.ts";
import { readTextSize } from "../http/text-size.ts";
import { paths } from "../paths.ts";
import { type Heard, ReadAloud } from "./read-aloud.tsx";
import { Foot, Head, IdleWarning } from "./shell.tsx";

export interface PageProps {
  /** The page's own name; "Lộc Vừng" is added. */
  readonly title: string;
  readonly children: Child;
  /** Where "Quay lại" leads; none on the first page. */
  readonly back?: string | undefined;
  /** A practice draft is marked on each of its pages. */
  readonly practice?: boolean | undefined;
  /** Drawn from a version of the procedure that is not published: marked as such. */
  readonly preview?: boolean | undefined;
  /** Scripts of src/web/browser that this page is better with. */
  readonly scripts?: readonly string[];
  /** Dense pages for those at work. */
  readonly desk?: boolean;
  /** What can be heard of this page; without it the browser speaks for itself, where it can. */
  readonly heard?: Heard | undefined;
  /** What stands above the column, over the whole width. */
  readonly wide?: Child;
}

/**
 * Answers a whole page: head, banners, way back, contents, foot. Everything in it is escaped by the renderer. Pages are never cached: the next
 * person at a shared computer must not find them by going back.
 */
export function page(request: Request, props: PageProps, status: 200 | 400 | 403 | 404 | 409 | 415 | 422 | 429 | 500 | 507 = 200) {
  request.header("cache-control", "no-store");
  return request.html(`<!doctype html>${Document({ request, props, wrong: status === 422 })}`, status);
}

function Document({ request, props, wrong }: { request: Request; props: PageProps; wrong: boolean }) {
  const { assets, visitor } = request.var;
  const textSize = readTextSize(request);
  const contrast = readContrast(request);
  const classes = [...(textSize === "normal" ? [] : [`text-${textSize}`]), ...(contrast === "normal" ? [] : [`contrast-${contrast}`])];
  const { desk = false } = props;
  const visiting = !desk && visitor.kind !== "nobody";
  const atPoint = readMachine(request) !== undefined;
  const scripts = [
    ...(atPoint ? ["here.js"] : []),
    ...(desk ? [] : ["once.js", "speak.js"]),
    ...(visiting ? ["idle.js"] : []),
    ...(props.scripts ?? []),
  ];
  return (
    <html lang="vi" class={classes.join(" ") || undefined} data-here={atPoint ? paths.machineHere : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#1d5c38" />
        <title>{`${wrong ? "Xin xem lại: " : ""}${props.title} – Lộc Vừng`}</title>
        <link rel="icon" href={assets.url("logo.svg")} />
        <link rel="stylesheet" href={assets.url("style.css")} />
        {desk ? <link rel="stylesheet" href={assets.url("desk.css")} /> : null}
        {contrast === "normal" ? null : <link rel="stylesheet" href={assets.url("contrast.css")} />}
        {scripts.map((script) => (
          <script type="module" src={assets.url(script)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          Đến phần chính
        </a>
        <Head request={request} desk={desk} practice={props.practice ?? false} preview={props.preview ?? false} />
        <main id="noi-dung" tabindex={-1}>
          {props.wide}
          <div class="wrap">
            {desk ? <BackLink to={props.back} /> : <Ways back={props.back} heard={props.heard} here={request.req.url} />}
            {props.children}
          </div>
        </main>
        <Foot />
        {visiting ? <IdleWarning /> : null}
      </body>
    </html>
  );
}

/** The way back, and the page read aloud. */
function Ways({ back, heard, here }: { back: string | undefined; heard: Heard | undefined; here: string }) {
  return (
    <div class="ways">
      <BackLink to={back} />
      <ReadAloud heard={heard} here={here} />
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
