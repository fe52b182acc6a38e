// Sends files in small pieces that go on where the line broke (the tus protocol, version 1.0). Without this script the form sends them whole.
export {};

const PIECE_BYTES = 256 * 1024;
const TRIES = 8;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]")) {
  form.addEventListener("submit", (event) => {
    const input = form.querySelector<HTMLInputElement>("input[type=file]");
    const files = [...(input?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void sendAll(form, files);
  });
  form.querySelector("input[type=file]")?.addEventListener("change", () => form.requestSubmit());
}

async function sendAll(form: HTMLFormElement, files: File[]): Promise<void> {
  const status = form.querySelector<HTMLElement>("[data-status]");
  const say = (sentence: string) => status?.replaceChildren(sentence);
  const bar = document.createElement("progress");
  bar.max = files.reduce((sum, file) => sum + file.size, 0) || 1;
  bar.setAttribute("aria-label", "Đang gửi");
  status?.after(bar);
  let before = 0;
  for (const [index, file] of files.entries()) {
    say(`Đang gửi tệp ${index + 1} trên ${files.length} …`);
    try {
      const problem = await send(
        form.dataset.upload ?? "",
        file,
        (sent) => (bar.value = before + sent),
        () => say("Đường truyền yếu, đang gửi tiếp …"),
      );
      if (problem) {
        location.href = `${location.pathname}?sai=${encodeURIComponent(problem)}`;
        return;
      }
    } catch {
      bar.remove();
      say("Chưa gửi được vì mất mạng. Phần đã gửi vẫn còn. Xin chọn lại tệp để gửi tiếp.");
      delete form.dataset.sent;
      return;
    }
    before += file.size;
  }
  location.href = location.pathname;
}

async function send(endpoint: string, file: File, sentTo: (bytes: number) => void, slow: () => void): Promise<string | null> {
  const created = await patiently(slow, () =>
    fetch(endpoint, {
      method: "POST",
      headers: {
        "Tus-Resumable": "1.0.0",
        "Upload-Length": String(file.size),
        "Upload-Metadata": `filename ${btoa(String.fromCodePoint(...new TextEncoder().encode(file.name.slice(-80))))}`,
      },
    }),
  );
  const problem = created.headers.get("Upload-Problem");
  if (!created.ok || problem) return problem ?? "interrupted";
  const address = created.headers.get("Location") ?? "";
  let offset = 0;
  while (offset < file.size || file.size === 0) {
    const piece = file.slice(offset, offset + PIECE_BYTES);
    const from = offset;
    const answer = await patiently(slow, async () => {
      const reply = await fetch(address, {
        method: "PATCH",
        headers: { "Tus-Resumable": "1.0.0", "Upload-Offset": String(from), "Content-Type": "application/offset+octet-stream" },
        body: piece,
      });
      if (reply.status !== 409) return reply;
      return fetch(address, { method: "HEAD", headers: { "Tus-Resumable": "1.0.0" } });
    });
    const refusal = answer.headers.get("Upload-Problem");
    if (refusal) return refusal;
    if (!answer.ok) return "interrupted";
    offset = Number(answer.headers.get("Upload-Offset") ?? file.size);
    sentTo(offset);
    if (file.size === 0) break;
  }
  return null;
}

/** Tries again after a broken line, waiting longer each time. */
async function patiently(slow: () => void, request: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await request();
      if (answer.status < 500 || answer.status === 507 || attempt === TRIES) return answer;
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
    slow();
    await new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** attempt, 15_000)));
  }
}
