import { maskContact } from "../../../domain/messages/reach.ts";
import type { Kept } from "../../../operations/privacy/gather.ts";
import { moment } from "../../layout/moment.ts";
import { messageLines } from "./message-lines.ts";

/** What went out to the person: messages with their words, calls with what was noted. Numbers and addresses are masked: others see the screen. */
export function ToldThem({ kept }: { kept: Kept }) {
  const lines = messageLines(kept, maskContact);
  return (
    <>
      <h3>Tin đã nhắn, đã gọi</h3>
      {lines.length === 0 ? <p>Chưa nhắn tin, chưa gọi lần nào.</p> : null}
      <ul>
        {lines.map((line) => (
          <li>
            {line.words} – {moment(line.at.toISOString())}
            {line.text === "" ? null : <blockquote>{line.text}</blockquote>}
          </li>
        ))}
      </ul>
    </>
  );
}
