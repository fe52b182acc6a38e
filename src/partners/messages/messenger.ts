import type { Channel } from "../../domain/messages/reach.ts";

/** A message as it leaves the house. `key` is the same however often it is handed over: whoever keeps to it delivers it once. */
export interface Outgoing {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Files that go along with a letter; other channels carry none. */
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/**
 * What became of a handing over. `later`: not delivered, or nobody knows; the same key may be handed over again. `never`: this address will not do, whoever
 * tries again. `error` is short and names nobody: "SMTP 550", "HTTP 503".
 */
export type Handed = { readonly is: "sent" } | { readonly is: "later" | "never"; readonly error: string };

/** One way out. It never throws for what the other side did, and it answers within a few times `SEND_PATIENCE_MS`. */
export interface Messenger {
  readonly channel: Channel;
  /** Can it carry Vietnamese accents? */
  readonly accents: boolean;
  send(message: Outgoing): Promise<Handed>;
  close(): void;
}

export type Messengers = Readonly<Partial<Record<Channel, Messenger>>>;

/** How long the other side is waited for, in milliseconds. */
export const SEND_PATIENCE_MS = 30_000;
