// Sends a paper's files as soon as they are chosen, in pieces that survive a weak line (upload/tus.ts), and says how far it is. Stopped or cut
// off, it goes on at a tap. Without this script the form sends the files whole, by its own button.
import { turnIntoChooser } from "./upload/chooser.ts";
import { type Line, SlowFile } from "./upload/tus.ts";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]")) enhance(form);

function enhance(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  const status = form.querySelector<HTMLElement>("[data-status]");
  const send = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (!input || !status || !send) return;
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", "Đã gửi được");
  const stop = document.createElement("button");
  stop.type = "button";
  stop.className = "quiet";
  stop.textContent = "Dừng";
  turnIntoChooser(input, send, "Chụp ảnh hoặc chọn tệp");

  let waiting: SlowFile[] = [];
  let firstRefusal: string | null = null;
  let sending: AbortController | null = null;

  const run = async () => {
    const total = waiting.length;
    sending = new AbortController();
    send.hidden = true;
    status.after(bar, stop);
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        const which = total > 1 ? `tệp ${total - waiting.length + 1} trên ${total}` : "tệp";
        status.textContent = `Đang gửi ${which} …`;
        firstRefusal ??= await next.send(form.dataset.upload ?? "", lineOf(bar, status, which, next.file.size, sending.signal));
        waiting.shift();
      }
      location.replace(location.pathname + (firstRefusal ? `?sai=${encodeURIComponent(firstRefusal)}` : ""));
    } catch {
      status.textContent = sending.signal.aborted
        ? "Đã dừng. Phần đã gửi vẫn còn."
        : "Mất mạng nên chưa gửi xong. Phần đã gửi vẫn còn. Có mạng lại thì bấm Gửi tiếp.";
      bar.remove();
      stop.remove();
      send.textContent = "Gửi tiếp";
      send.hidden = false;
    }
    sending = null;
  };

  const goOn = () => {
    if (sending === null && waiting.length > 0) void run();
  };
  input.addEventListener("change", () => {
    if (sending) return;
    waiting = [...(input.files ?? [])].map((file) => new SlowFile(file));
    goOn();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    goOn();
  });
  stop.addEventListener("click", () => sending?.abort());
  addEventListener("online", goOn);
}

function lineOf(bar: HTMLProgressElement, status: HTMLElement, which: string, sizeBytes: number, signal: AbortSignal): Line {
  bar.max = sizeBytes;
  bar.value = 0;
  return {
    signal,
    progress(bytes) {
      bar.value = bytes;
      const last = bytes >= sizeBytes;
      status.textContent = last ? "Đã gửi đủ, máy đang xem giấy …" : `Đang gửi ${which}: ${Math.floor((100 * bytes) / sizeBytes)} %`;
    },
    broken() {
      status.textContent = "Đường truyền yếu, đang gửi lại phần bị mất …";
    },
  };
}
