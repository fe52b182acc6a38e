import type { Messengers } from "./messenger.ts";
import { openSmtp, type SmtpSettings } from "./smtp.ts";
import { openWebhook, type WebhookSettings } from "./webhook.ts";

/** Who carries messages out; null for a way that is not set up. */
export interface MessageSettings {
  readonly email: SmtpSettings | null;
  readonly sms: WebhookSettings | null;
  readonly zalo: WebhookSettings | null;
}

export const NO_MESSAGES: MessageSettings = { email: null, sms: null, zalo: null };

export function openMessengers({ email, sms, zalo }: MessageSettings): Messengers {
  return {
    ...(email ? { email: openSmtp(email) } : {}),
    ...(sms ? { sms: openWebhook("sms", sms) } : {}),
    ...(zalo ? { zalo: openWebhook("zalo", zalo) } : {}),
  };
}

export function closeMessengers(messengers: Messengers): void {
  for (const messenger of Object.values(messengers)) messenger.close();
}
