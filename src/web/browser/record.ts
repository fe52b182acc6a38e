// Records with the browser's microphone, and puts what was recorded into the form's own file field: it is sent like every file. Where
// there is no microphone (or the page came over plain HTTP from another machine) the file field is all there is.
export {};

const form = document.querySelector<HTMLFormElement>("form[data-record]");
const input = form?.querySelector<HTMLInputElement>("input[type=file]");

if (form && input && typeof MediaRecorder !== "undefined" && typeof navigator.mediaDevices?.getUserMedia === "function") {
  offer(form, input, Number(form.dataset.record) * 1000);
}

function offer(holder: HTMLFormElement, into: HTMLInputElement, mostMs: number): void {
  const button = document.createElement("button");
  const said = document.createElement("p");
  const player = document.createElement("audio");
  button.type = "button";
  button.textContent = "Thu";
  said.setAttribute("role", "status");
  player.controls = true;
  player.hidden = true;
  player.setAttribute("aria-label", "Nghe lại bản vừa thu");
  holder.prepend(button, said, player);
  let stop: (() => void) | null = null;

  button.addEventListener("click", async () => {
    if (stop) return stop();
    button.disabled = true;
    try {
      const line = await navigator.mediaDevices.getUserMedia({ audio: true });
      stop = record(line, mostMs, (file) => {
        stop = null;
        button.textContent = "Thu lại";
        said.textContent = "Xin nghe lại. Được rồi thì bấm Gửi.";
        const carrier = new DataTransfer();
        carrier.items.add(file);
        into.files = carrier.files;
        player.src = URL.createObjectURL(file);
        player.hidden = false;
      });
      button.textContent = "Dừng";
      said.textContent = `Đang thu. Nói đi, rồi bấm Dừng. Nhiều nhất ${mostMs / 1000} giây.`;
    } catch {
      said.textContent = "Không mở được micrô. Xin cho phép trang dùng micrô, hoặc thu bằng điện thoại rồi chọn tệp.";
    }
    button.disabled = false;
  });
}

/** Records until it is told to stop or the time is over; answers how to stop it. The microphone is let go at once. */
function record(line: MediaStream, mostMs: number, done: (file: File) => void): () => void {
  const recorder = new MediaRecorder(line, { audioBitsPerSecond: 32_000 });
  const pieces: Blob[] = [];
  const end = () => recorder.state === "inactive" || recorder.stop();
  const timer = setTimeout(end, mostMs);
  recorder.addEventListener("dataavailable", ({ data }) => pieces.push(data));
  recorder.addEventListener("stop", () => {
    clearTimeout(timer);
    for (const track of line.getTracks()) track.stop();
    done(new File(pieces, "ban-thu", { type: recorder.mimeType }));
  });
  recorder.start();
  return end;
}
