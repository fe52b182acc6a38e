import { Hono } from "hono";

/** A file as it goes over the wire, compressed once, when it is first asked for. */
export interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  brotli(): Uint8Array<ArrayBuffer>;
  gzip(): Uint8Array<ArrayBuffer>;
}

export const FOLDER = "/tai-nguyen";

/**
 * Serves the files under their hashed names. What a name means never changes, so a browser may keep it for a year and never ask again
 * (RFC 8246, immutable); one that asks all the same, on a reload, is told that nothing changed.
 */
export function assetRoutes(byPath: ReadonlyMap<string, Asset>): Hono {
  return new Hono().get(`${FOLDER}/:file`, (request) => {
    const name = request.req.param("file");
    const asset = byPath.get(name);
    if (!asset) return request.text("Không có tệp này.", 404, { "cache-control": "no-store" });
    const encoding = chooseEncoding(request.req.header("accept-encoding") ?? "");
    const etag = `"${name}-${encoding}"`;
    const headers = { etag, "cache-control": `public, max-age=${YEAR_SECONDS}, immutable`, vary: "accept-encoding" };
    if (request.req.header("if-none-match") === etag) return request.body(null, 304, headers);
    const encoded = encoding === "identity" ? {} : { "content-encoding": encoding };
    return request.body(BODIES[encoding](asset), 200, { ...headers, ...encoded, "content-type": asset.type });
  });
}

const YEAR_SECONDS = 31_536_000;

const BODIES = {
  br: (asset: Asset) => asset.brotli(),
  gzip: (asset: Asset) => asset.gzip(),
  identity: (asset: Asset) => asset.plain,
} as const;

/** The smallest form that the browser takes (RFC 9110, section 12.5.3). Most offer brotli over HTTPS only, so gzip matters in a café. */
function chooseEncoding(accepted: string): keyof typeof BODIES {
  const taken = accepted
    .split(",")
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ""))
    .map(([name]) => name);
  if (taken.includes("br")) return "br";
  return taken.includes("gzip") ? "gzip" : "identity";
}
