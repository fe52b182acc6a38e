interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined;

const LOOK_EVERY_MS = 300;

/** Offers the camera where the browser has one and reads QR codes itself; `found` gets the card's text. Needs HTTPS or this very machine. */
export function scanWithCamera(holder: HTMLElement, found: (text: string) => void): void {
  if (typeof BarcodeDetector === "undefined" || typeof navigator.mediaDevices?.getUserMedia !== "function") return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Mở máy ảnh để quét";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  holder.append(button, said);
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      said.textContent = "Đưa mã vuông trên thẻ vào giữa khung hình.";
      found(await look(holder, detector));
    } catch {
      said.textContent = "Không mở được máy ảnh. Xin chụp ảnh thẻ ở dưới, hoặc tự gõ.";
    }
    button.disabled = false;
  });
}

/** Shows the camera's picture until a card's code is in it; the camera is off again whatever happens. */
async function look(holder: HTMLElement, detector: Detector): Promise<string> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: 1280 } });
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  holder.append(video);
  try {
    await video.play();
    for (;;) {
      const codes = await detector.detect(video);
      const card = codes.find(({ rawValue }) => rawValue.includes("|"));
      if (card) return card.rawValue;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.remove();
  }
}
