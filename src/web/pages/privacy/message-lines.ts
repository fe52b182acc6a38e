import { CALL_OUTCOMES } from "../../../domain/messages/calls.ts";
import { kindWords } from "../../../domain/messages/kinds.ts";
import { CHANNELS } from "../../../domain/messages/reach.ts";
import type { Kept } from "../../../operations/privacy/gather.ts";

/** A message or a call as the person reads it: what about, by which way, what became of it, and what it said. */
export interface MessageLine {
  readonly at: Date;
  readonly words: string;
  /** Empty once its time is over. */
  readonly text: string;
}

/** All that went out to somebody, the latest first. `place` says how an address or number is shown. */
export function messageLines({ messages, calls }: Kept, place: (to: string) => string): MessageLine[] {
  const lines = [
    ...messages.map(({ kind, channel, to, state, subject, text, sentAt, madeAt }) => ({
      at: sentAt ?? madeAt,
      words: `${kindWords(kind)}: ${CHANNELS[channel]}${to === "" ? "" : ` đến ${place(to)}`}, ${STATES[state]}${to === "" ? "; lời đã xóa" : ""}`,
      text: channel === "email" && subject !== "" ? `${subject}\n${text}` : text,
    })),
    ...calls.map(({ kind, title, outcome, note, at }) => ({
      at,
      words: `${kindWords(kind)}: ${title} gọi điện, ${CALL_OUTCOMES[outcome].words.toLowerCase()}`,
      text: note,
    })),
  ];
  return lines.sort((one, other) => other.at.getTime() - one.at.getTime());
}

const STATES = {
  waiting: "chờ gửi",
  sending: "đang gửi",
  sent: "đã gửi",
  stuck: "không gửi được",
  shown: "không gửi (thực hành)",
} as const satisfies Record<Kept["messages"][number]["state"], string>;
