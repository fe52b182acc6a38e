import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** What the end of the server's log gives as the reason why it does not run, as a sentence to act on; null when it says nothing. */
export function whyNot(logFile: string): string | null {
  const lines = tail(logFile).split("\n");
  const complaint =
    lines.findLast((line) => /\b(FATAL|PANIC):/.test(line)) ?? lines.findLast((line) => /\berror\b|could not|cannot/i.test(line));
  if (complaint === undefined) return null;
  if (/No space left on device/.test(complaint)) return "Ổ đĩa đã đầy. Xin dọn bớt rồi chạy lại; những gì đã lưu vẫn còn nguyên.";
  return `${complaint.replace(/^.*?\b(FATAL|PANIC):\s*/, "")} (xem ${logFile})`;
}

const TAIL_BYTES = 4_000;

function tail(file: string): string {
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    const end = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(handle, end, 0, end.length, size - end.length);
    return end.toString("utf8");
  } finally {
    closeSync(handle);
  }
}
