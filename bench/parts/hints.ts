/** Follows a stream of hints (server-sent events) as a page does. `next` comes back at the next hint, or false when it is over. */
export function followHints(url: URL, cookie: string): { next(): Promise<boolean>; stop(): void } {
  const stopping = new AbortController();
  let waiting: ((more: boolean) => void)[] = [];
  let heard = 0;
  let over = false;
  const wake = (more: boolean) => {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve(more);
  };
  void (async () => {
    try {
      const reply = await fetch(url, { headers: { cookie }, signal: stopping.signal });
      const words = new TextDecoder();
      for await (const part of reply.body ?? []) {
        if (!words.decode(part, { stream: true }).includes("data: changed")) continue;
        heard += 1;
        wake(true);
      }
    } catch {
      // stopped
    }
    over = true;
    wake(false);
  })();
  return {
    next: () => {
      if (heard > 0) {
        heard = 0;
        return Promise.resolve(true);
      }
      return over
        ? Promise.resolve(false)
        : new Promise<boolean>((resolve) => waiting.push(resolve)).then((more) => {
            heard = 0;
            return more;
          });
    },
    stop: () => stopping.abort(),
  };
}
