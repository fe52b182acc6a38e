// Says once a minute that the dossier is still open here, and that it was left; tells when somebody else goes on with it.
export {};

const EVERY_MS = 60_000;
const part = document.querySelector<HTMLElement>("[data-lease]");
const { lease, leave } = part?.dataset ?? {};

if (part && lease && leave) {
  setInterval(() => void tell(part, lease), EVERY_MS);
  addEventListener("pagehide", () => navigator.sendBeacon(leave));
}

async function tell(where: HTMLElement, address: string): Promise<void> {
  const answer = await fetch(address, { method: "POST" }).catch(() => null);
  if (!answer?.ok) return;
  const { other } = (await answer.json()) as { other: string | null };
  const notice = where.querySelector<HTMLElement>("[data-other]");
  if (!notice || !other || !notice.hidden) return;
  notice.textContent = `${other} vừa nhận làm tiếp hồ sơ này. Xin hỏi nhau trước khi làm.`;
  notice.hidden = false;
}
