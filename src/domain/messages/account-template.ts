import { z } from "zod";
import { fillWords, wordsWith } from "./template.ts";

/**
 * Messages to the owner of an account, about the account itself, and what each may name. What is named in `needs` must stand in the text: a code that is not
 * told changes nothing.
 */
export const ACCOUNT_MESSAGES = {
  "contact-code": { places: ["ma", "noi", "phut"], needs: ["ma"] },
  "contact-changed": { places: ["noiMoi", "coQuan"], needs: ["coQuan"] },
  "contact-gone": { places: ["coQuan"], needs: ["coQuan"] },
} as const satisfies Record<string, { readonly places: readonly string[]; readonly needs: readonly string[] }>;

export type AccountMessage = keyof typeof ACCOUNT_MESSAGES;

/** One such file of content/messages. */
export interface AccountTemplate {
  /** The subject of an e-mail. */
  readonly subject: string;
  /** The message itself, for every channel; 160 characters at most once it is filled and without accents. */
  readonly text: string;
}

export type AccountTemplates = Readonly<Record<AccountMessage, AccountTemplate>>;

export function accountTemplateSchema(message: AccountMessage) {
  const { places, needs } = ACCOUNT_MESSAGES[message];
  const text = wordsWith(places).superRefine((words, context) => {
    for (const place of needs) if (!words.includes(`{${place}}`)) context.addIssue({ code: "custom", message: `thiếu chỗ {${place}}` });
  });
  return z.strictObject({ subject: wordsWith(places), text });
}

/** What that message may name, filled in. */
export type AccountPlaces<Message extends AccountMessage> = Readonly<Record<(typeof ACCOUNT_MESSAGES)[Message]["places"][number], string>>;

/** The message with its places filled. */
export function fillAccountMessage<Message extends AccountMessage>(
  { subject, text }: AccountTemplate,
  places: AccountPlaces<Message>,
): AccountTemplate {
  return { subject: fillWords(subject, places), text: fillWords(text, places) };
}
