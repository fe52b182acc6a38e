// A part of the page that follows what happens elsewhere: the server hints that something changed, and the page fetches itself anew. A hint can be
// lost, so it looks by itself now and then. What somebody has open or is typing in is left alone.
export {};

const POLL_MS = 15_000;

for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) follow(part);

function follow(part: HTMLElement): void {
  const refresh = () => void renew(part);
  const { live } = part.dataset;
  if (live) new EventSource(live).onmessage = refresh;
  setInterval(refresh, POLL_MS);
}

async function renew(part: HTMLElement): Promise<void> {
  if (part.querySelector("input:focus, select:focus, textarea:focus, details[open]")) return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
  if (!fresh || fresh.innerHTML === part.innerHTML) return;
  const focused = part.contains(document.activeElement) ? document.activeElement?.id : undefined;
  part.replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  part.dispatchEvent(new Event("renewed", { bubbles: true }));
}
