const WIDTH = 30;

/** A bar on one line of the terminal: how many are done of how many, and how long the rest will take at the pace until now. */
export function progressBar(write: (text: string) => void, now: () => number): (done: number, total: number) => void {
  let begun: { readonly at: number; readonly done: number } | null = null;
  return (done, total) => {
    begun ??= { at: now(), done };
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
    const pace = (done - begun.done) / (now() - begun.at);
    const left = pace > 0 ? `, còn ${timeWords(Math.max(0, total - done) / pace)}` : "";
    write(`\r${bar} ${done.toLocaleString("vi-VN")}/${total.toLocaleString("vi-VN")} hồ sơ${left}\u001b[K`);
  };
}

function timeWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} giây`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} phút` : `${Math.floor(minutes / 60)} giờ ${minutes % 60} phút`;
}
