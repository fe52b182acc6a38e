import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { aSubmission, PARTNER_ANSWERS, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";

describe("the API", () => {
  let hub: TestHub;
  let token: string;
  before(async () => {
    hub = await openHub();
    token = await createPartnerToken(hub.context, "đối tác thử", ["dossiers:write"]);
  });
  after(() => hub.end());

  const get = (path: string) => fetch(new URL(`/api/v1/${path}`, hub.url));
  const post = (headers: Record<string, string>, body: BodyInit = new FormData()) =>
    fetch(new URL("/api/v1/dossiers", hub.url), { method: "POST", body, headers });
  /** Every refusal is a problem document (RFC 9457), with words and the same status inside and out. */
  async function refusal(reply: Response): Promise<Record<string, unknown> & { detail: string }> {
    assert.match(reply.headers.get("content-type") ?? "", /^application\/problem\+json/);
    const body = (await reply.json()) as Record<string, unknown> & { detail: string };
    assert.equal(body.status, reply.status);
    assert.match(String(body.type), /^urn:loc-vung:problem:/);
    assert.ok(body.detail.length > 10);
    return body;
  }
  const count = async () => {
    const [row] = await hub.context.database.sql<{ count: number }[]>`select count(*) as count from dossiers`;
    return row?.count ?? -1;
  };

  it("says how it is", async () => {
    const health = (await (await get("health")).json()) as Record<string, string>;
    assert.equal(health.status, "ok");
    assert.match(health.database ?? "", /^\d+\.\d+/);
  });

  it("finds procedures in people's own words, the likeliest first, and reads one", async () => {
    const found = (await (await get("procedures?q=mun%20lm%20giay%20kha%20sanh&limit=3")).json()) as {
      items: { code: string; score: number }[];
    };
    assert.equal(found.items[0]?.code, "1.001193");
    assert.ok(found.items.length <= 3);
    const one = (await (await get("procedures/1.001193")).json()) as { code: string; papers: unknown[] };
    assert.equal(one.code, "1.001193");
    assert.ok(one.papers.length > 0);
    await refusal(await get("procedures/9.999999"));
    assert.deepEqual(((await (await get("procedures?q=zzqx%20vvkk")).json()) as { items: unknown[] }).items, []);
  });

  it("lodges once: the same key gets the same answer, however many come at the same time", async () => {
    const before = await count();
    const wanted = aSubmission(2_000);
    const replies = await Promise.all(Array.from({ length: 8 }, () => submit(hub.url, token, wanted)));
    const bodies = await Promise.all(replies.map((reply) => reply.text()));
    assert.deepEqual([...new Set(replies.map(({ status }) => status))], [201]);
    assert.equal(new Set(bodies).size, 1, bodies.join("\n"));
    assert.equal(await count(), before + 1);
    const lodged = JSON.parse(bodies[0] ?? "{}") as { id: string; trackingCode: string; status: string };
    assert.equal(lodged.status, "lodged");
    const tracked = (await (await get(`tracking/${lodged.trackingCode}`)).json()) as { status: string; due: { explanation: string[] } };
    assert.equal(tracked.status, "lodged");
    assert.ok(tracked.due.explanation.length > 0);
    assert.doesNotMatch(JSON.stringify(tracked), /Bo Bo|056085004321/, "tracking shows nobody");
  });

  it("lets in only who has a token with the right, and a key", async () => {
    assert.equal((await refusal(await post({}))).status, 401);
    assert.equal((await refusal(await post({ authorization: "Bearer lv_sai" }))).status, 401);
    const reader = await createPartnerToken(hub.context, "chỉ đọc", []);
    assert.equal((await refusal(await post({ authorization: `Bearer ${reader}` }))).status, 403);
    assert.equal((await refusal(await post({ authorization: `Bearer ${token}` }))).status, 400);
    assert.equal((await refusal(await post({ authorization: `Bearer ${token}`, "idempotency-key": "ngan" }))).status, 400);
  });

  it("says what is wrong with what was sent, and keeps nothing of it", async () => {
    const before = await count();
    const headers = { authorization: `Bearer ${token}`, "idempotency-key": "khoa-cua-bai-nay" };
    const form = new FormData();
    form.append("dossier", "{ không phải JSON");
    assert.equal((await refusal(await post(headers, form))).status, 400);
    assert.equal(
      (await refusal(await post({ ...headers, "content-type": "multipart/form-data; boundary=x" }, "--x\r\nnửa chừng"))).status,
      400,
    );
    assert.equal((await refusal(await submit(hub.url, token, aSubmission(100), { procedure: "9.999999" }))).status, 404);
    assert.equal((await refusal(await submit(hub.url, token, aSubmission(100), { procedure: "2.000815" }))).status, 422);
    assert.equal((await refusal(await submit(hub.url, token, aSubmission(100), { channel: "bồ câu" }))).status, 400);
    const wrong = await refusal(
      await submit(hub.url, token, aSubmission(100), {
        answers: { ...PARTNER_ANSWERS, "con.ngaySinh": "31/2/2026", "me.soDinhDanh": "12" },
      }),
    );
    assert.deepEqual(Object.keys(wrong.fields as object).sort(), ["con.ngaySinh", "me.soDinhDanh"]);
    const missing = await refusal(await submit(hub.url, token, aSubmission(100, ["to-khac"])));
    assert.match(JSON.stringify(missing.details), /giay-chung-sinh/);
    assert.equal((await refusal(await submit(hub.url, token, aSubmission(0)))).status, 422);
    assert.equal((await refusal(await submit(hub.url, token, aSubmission(21_000_000)))).status, 413);
    assert.equal(await count(), before);
  });

  it("answers problems, not pages, wherever under /api one goes astray", async () => {
    for (const path of ["/api", "/api/v2/x", "/api/v1/dossiers"]) {
      assert.equal((await refusal(await fetch(new URL(path, hub.url)))).status, 404, path);
    }
  });

  it("is described by OpenAPI 3.1: every reference leads somewhere, every path that is described is there", async () => {
    const document = (await (await fetch(new URL("/api/openapi.json", hub.url))).json()) as OpenApi;
    assert.match(document.openapi, /^3\.1\./);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, it]) => ({ path, method, it })),
    );
    assert.equal(new Set(operations.map(({ it }) => it.operationId)).size, operations.length);
    for (const { path, method, it } of operations) {
      const reply = await fetch(new URL(`/api/v1${path.replace(/\{\w+\}/g, "1.001193")}`, hub.url), { method: method.toUpperCase() });
      const type = (reply.headers.get("content-type") ?? "").split(";")[0];
      assert.ok(it.responses[reply.status], `${method} ${path} answers ${reply.status}, which is not described`);
      assert.ok(type === "application/json" || type === "application/problem+json");
    }
    const text = JSON.stringify(document);
    for (const [, reference = ""] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
      const target = reference
        .split("/")
        .slice(1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key.replaceAll("~1", "/")], document);
      assert.ok(target, `#${reference} leads somewhere`);
    }
  });
});

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
}
