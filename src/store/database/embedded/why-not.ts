import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Why a start failed. `passes`: the reason goes away by itself, so it is worth trying again. */
export interface Complaint {
  readonly sentence: string;
  readonly passes: boolean;
}

/** What the server's log has to say since it was that long, as a sentence to act on; null when it complains of nothing. */
export function whyNot(logFile: string, lengthBefore = 0): Complaint | null {
  const lines = readFrom(logFile, lengthBefore).split("\n");
  const line =
    lines.findLast((text) => /\b(FATAL|PANIC):/.test(text)) ?? lines.findLast((text) => /\berror\b|could not|cannot/i.test(text));
  if (line === undefined) return null;
  if (line.includes("No space left on device"))
    return { sentence: "Ổ đĩa đã đầy. Xin dọn bớt rồi chạy lại; những gì đã lưu vẫn còn nguyên.", passes: false };
  return { sentence: `${line.replace(/^.*?\b(FATAL|PANIC):\s*/, "")} (xem ${logFile})`, passes: /lock file|shared memory/.test(line) };
}

const LIMIT_BYTES = 100_000;

function readFrom(file: string, offset: number): string {
  const handle = openSync(file, "r");
  try {
    const text = Buffer.alloc(Math.min(Math.max(fstatSync(handle).size - offset, 0), LIMIT_BYTES));
    readSync(handle, text, 0, text.length, offset);
    return text.toString("utf8");
  } finally {
    closeSync(handle);
  }
}
