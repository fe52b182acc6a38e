import { createHmac } from "node:crypto";
import type { Channel } from "../../domain/messages/reach.ts";
import { type Handed, type Messenger, type Outgoing, SEND_PATIENCE_MS } from "./messenger.ts";

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
  readonly accents: boolean;
}

/**
 * SMS and Zalo go through a provider of the office's choice: a POST of JSON, signed as Standard Webhooks says (HMAC-SHA256 over id, time and body), with the
 * message's key in `webhook-id` and in `Idempotency-Key`. Numbers are E.164. 2xx is taken over; 408, 409, 425, 429 and 5xx are tried again; every other
 * answer is a no to this message.
 */
export function openWebhook(channel: Channel, settings: WebhookSettings, patienceMs = SEND_PATIENCE_MS): Messenger {
  return {
    channel,
    accents: settings.accents,
    send: (message) => post(channel, settings, message, patienceMs),
    close: () => {},
  };
}

async function post(channel: Channel, settings: WebhookSettings, message: Outgoing, patienceMs: number): Promise<Handed> {
  const body = JSON.stringify({ id: message.key, channel, to: international(message.to), text: message.text });
  const seconds = String(Math.floor(Date.now() / 1000));
  try {
    const reply = await fetch(settings.url, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        "content-type": "application/json",
        "idempotency-key": message.key,
        "webhook-id": message.key,
        "webhook-timestamp": seconds,
        "webhook-signature": `v1,${signatureOf(settings.secret, message.key, seconds, body)}`,
      },
      body,
    });
    await reply.body?.cancel();
    return judge(reply.status);
  } catch (error) {
    return { is: "later", error: error instanceof Error && error.name === "TimeoutError" ? "Không trả lời kịp" : "Không nối được" };
  }
}

/** The signature of Standard Webhooks, base64. */
export function signatureOf(secret: string, id: string, seconds: string, body: string): string {
  return createHmac("sha256", secret).update(`${id}.${seconds}.${body}`).digest("base64");
}

const AGAIN = new Set([408, 409, 425, 429]);

function judge(status: number): Handed {
  if (status >= 200 && status < 300) return { is: "sent" };
  return { is: status >= 500 || AGAIN.has(status) || status === 401 || status === 403 ? "later" : "never", error: `HTTP ${status}` };
}

/** 0905000123 as +84905000123. */
function international(phone: string): string {
  return phone.replace(/^0/, "+84");
}
