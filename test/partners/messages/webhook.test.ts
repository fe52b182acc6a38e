import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { openWebhook } from "../../../src/partners/messages/webhook.ts";
import { openWebhookServer, type WebhookServer } from "../../support/message-servers.ts";

const message = { key: "0190-key", to: "0905000123", subject: "x", text: "Da nhan ho so" };

describe("a webhook provider", () => {
  let provider: WebhookServer;
  before(async () => {
    provider = await openWebhookServer();
  });
  after(() => provider.close());
  const messenger = (patienceMs?: number) => openWebhook("sms", { url: provider.url, secret: "bí mật", accents: false }, patienceMs);

  it("gets the text and the number as E.164, signed over id, time and body, with the key by which it knows it again", async () => {
    assert.deepEqual(await messenger().send(message), { is: "sent" });
    const got = provider.received.at(-1);
    assert.ok(got);
    assert.deepEqual(JSON.parse(got.body), { id: "0190-key", channel: "sms", to: "+84905000123", text: "Da nhan ho so" });
    assert.equal(got.headers["idempotency-key"], "0190-key");
    const signed = `${got.headers["webhook-id"]}.${got.headers["webhook-timestamp"]}.${got.body}`;
    assert.equal(got.headers["webhook-signature"], `v1,${createHmac("sha256", "bí mật").update(signed).digest("base64")}`);
    assert.ok(Math.abs(Date.now() / 1000 - Number(got.headers["webhook-timestamp"])) < 60);
  });

  it("is asked again after what may pass, and not after a clear no", async () => {
    const expected = {
      200: "sent",
      202: "sent",
      400: "never",
      401: "later",
      404: "never",
      408: "later",
      422: "never",
      429: "later",
      500: "later",
      503: "later",
    };
    for (const [status, is] of Object.entries(expected)) {
      provider.answer = Number(status);
      assert.equal((await messenger().send(message)).is, is, status);
    }
  });

  it("that does not answer is given up in time; that is not there is asked again", async () => {
    provider.answer = null;
    assert.deepEqual(await messenger(50).send(message), { is: "later", error: "Không trả lời kịp" });
    provider.answer = 200;
    const nobody = openWebhook("zalo", { url: "http://127.0.0.1:9/", secret: "x", accents: true });
    assert.deepEqual(await nobody.send(message), { is: "later", error: "Không nối được" });
  });
});
