import { once } from "node:events";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Visitor } from "../../../src/operations/identity/session.ts";
import { buildAssets } from "../../../src/web/assets/assets.ts";
import { contrast } from "../../../src/web/http/contrast.ts";
import type { Env } from "../../../src/web/http/request.ts";
import { textSize } from "../../../src/web/http/text-size.ts";
import { page } from "../../../src/web/layout/page.tsx";
import { DOSSIER, PAPER } from "./gallery-citizen.tsx";
import { DESK } from "./gallery-desk.tsx";
import { QUESTIONS, WRONG } from "./gallery-questions.tsx";

export interface Gallery {
  readonly url: string;
  close(): Promise<void>;
}

/** Every component on a page, with no program behind them; further routes are what a test wants to answer itself. */
export async function openGallery(more: Hono = new Hono()): Promise<Gallery> {
  const assets = await buildAssets();
  const app = new Hono<Env>();
  app.route("/", assets.routes);
  app.use(async (request, next) => {
    request.header("content-security-policy", "default-src 'self'");
    request.set("assets", assets);
    request.set("practiceSetUp", true);
    request.set("visitor", VISITORS[new URL(request.req.url).pathname] ?? { kind: "nobody" });
    await next();
  });
  app.route("/", textSize);
  app.route("/", contrast);
  for (const [path, props] of Object.entries(PAGES)) app.get(path, (request) => page(request, props));
  app.get("/sai", (request) => page(request, WRONG, 422));
  app.route("/", more);
  const server = serve({ fetch: app.fetch, port: 0 });
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === "object" ? address?.port : ""}`,
    close: async () => {
      server.close();
      await once(server, "close");
    },
  };
}

export const CITIZEN_PAGES = ["/cau-hoi", "/sai", "/giay-to", "/ho-so"] as const;
export const DESK_PAGES = ["/ban-viec"] as const;

const session = new Uint8Array(32);
const VISITORS: Readonly<Record<string, Visitor>> = {
  "/giay-to": { kind: "guest", session, visit: null },
};

const PAGES = { "/cau-hoi": QUESTIONS, "/giay-to": PAPER, "/ho-so": DOSSIER, "/ban-viec": DESK } as const;
