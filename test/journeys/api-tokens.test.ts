import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { expectedAt, headersByKind, TOKEN_KINDS, type TokenKind, WHOLE_REQUESTS } from "../support/api-tokens.ts";
import { changedTables, digest, digestAtRest } from "../support/digest.ts";
import { DOORS } from "../support/doors/doors.ts";
import { WORDS } from "../support/foreign/words.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { addressOf } from "../support/routes.ts";

describe("every door of the API", () => {
  let hub: TestHub;
  let headers: Record<TokenKind, string | null>;
  before(async () => {
    hub = await openHub();
    headers = await headersByKind(hub.context);
  });
  after(() => hub.end());

  async function ask(method: string, path: string, kind: TokenKind): Promise<number> {
    const whole = WHOLE_REQUESTS[`${method} ${path}`]?.();
    assert.ok(method === "GET" || whole, `${method} ${path} has a whole request in test/support/api-tokens.ts`);
    const authorization = headers[kind];
    // there is no dossier here: who tracks one sees the same with every token
    const address = addressOf(path, (_name, place) => WORDS[place] ?? "KHONGCOMA1");
    const reply = await fetch(new URL(address, hub.url), {
      method,
      headers: { ...(authorization ? { authorization } : {}), ...(whole ? { "idempotency-key": whole.key } : {}) },
      ...(whole ? { body: whole.body } : {}),
    });
    await reply.arrayBuffer();
    return reply.status;
  }

  it("answers each kind of token as its row says, and writes nothing for those that it refuses", async () => {
    const wrong: string[] = [];
    let before = await digestAtRest(hub.context);
    for (const [route, door] of Object.entries(DOORS)) {
      const [method = "", path = ""] = route.split(" ");
      if (!path.startsWith("/api/")) continue;
      const expected = expectedAt(door);
      for (const kind of TOKEN_KINDS) {
        const status = await ask(method, path, kind);
        const missing = path.includes("/tracking/") && status === 404;
        if (status !== expected[kind] && !missing) wrong.push(`${kind} at ${route}: ${status}, the row says ${expected[kind]}`);
        if (status >= 300 || method === "GET") continue;
        assert.notDeepEqual(changedTables(before, await digest(hub.context.database.sql)), [], `${route} writes for the right token`);
        before = await digestAtRest(hub.context);
      }
    }
    assert.deepEqual(
      changedTables(before, await digest(hub.context.database.sql)),
      [],
      "tables that a refused or a reading request changed",
    );
    assert.deepEqual(wrong, []);
  });
});
