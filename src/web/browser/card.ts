// The ID card's QR: a hand scanner types it into the field and ends with Enter, which sends the form. A camera reads it where the browser can.
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined;

const field = document.querySelector<HTMLInputElement>("#the");
const holder = document.querySelector<HTMLElement>("#may-anh");
field?.focus();

if (holder && field && typeof BarcodeDetector !== "undefined" && typeof navigator.mediaDevices?.getUserMedia === "function") {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Mở máy ảnh để quét";
  button.addEventListener("click", () => void scan(holder, field, button));
  holder.append(button);
}

async function scan(place: HTMLElement, target: HTMLInputElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: 1280 } });
    video.srcObject = stream;
    place.append(video);
    await video.play();
    const detector = BarcodeDetector ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
    const timer = setInterval(async () => {
      const [code] = (await detector?.detect(video)) ?? [];
      if (!code?.rawValue.includes("|")) return;
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      target.value = code.rawValue;
      target.form?.requestSubmit();
    }, 300);
  } catch {
    button.disabled = false;
    place.append("Không mở được máy ảnh. Xin chụp ảnh thẻ rồi chọn ảnh ở dưới, hoặc bỏ qua bước này.");
  }
}
