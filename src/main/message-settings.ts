import type { MessageSettings } from "../partners/messages/open-messengers.ts";
import type { WebhookSettings } from "../partners/messages/webhook.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of messages; half a setting stops the program with a sentence that says what is missing. */
export function readMessageSettings(environment: Environment): MessageSettings {
  return { email: readSmtp(environment), sms: readWebhook(environment, "SMS"), zalo: readWebhook(environment, "ZALO") };
}

function readSmtp({ LOC_VUNG_SMTP: url, LOC_VUNG_SMTP_FROM: from }: Environment): MessageSettings["email"] {
  if (!url) return null;
  if (!/^smtps?:\/\//.test(url)) throw new Error("LOC_VUNG_SMTP phải bắt đầu bằng smtp:// hoặc smtps://.");
  if (!from) throw new Error("Có LOC_VUNG_SMTP thì cần LOC_VUNG_SMTP_FROM: địa chỉ thư gửi đi, ví dụ UBND xã <motcua@vidu.vn>.");
  return { url, from };
}

function readWebhook(environment: Environment, name: "SMS" | "ZALO"): WebhookSettings | null {
  const url = environment[`LOC_VUNG_${name}`];
  if (!url) return null;
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new Error(`LOC_VUNG_${name} phải là địa chỉ http:// hoặc https://.`);
  const secret = environment[`LOC_VUNG_${name}_SECRET`];
  if (!secret) throw new Error(`Có LOC_VUNG_${name} thì cần LOC_VUNG_${name}_SECRET để ký tin gửi đi.`);
  const accents = environment[`LOC_VUNG_${name}_ACCENTS`];
  return { url, secret, accents: accents === undefined || accents === "" ? name === "ZALO" : accents === "1" };
}
