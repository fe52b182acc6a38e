// A signature drawn with finger or mouse: moves and lines of an SVG path, put into a hidden field. Who cannot draw uses the slip's four digits.
export {};

const WIDTH = 600;
const HEIGHT = 200;

for (const canvas of document.querySelectorAll<HTMLCanvasElement>("canvas[data-signature]")) listen(canvas);

function listen(canvas: HTMLCanvasElement): void {
  const field = document.querySelector<HTMLInputElement>(`input[name="${canvas.dataset.signature}"]`);
  const pen = canvas.getContext("2d");
  if (!field || !pen) return;
  canvas.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  pen.lineWidth = 3;
  pen.lineCap = "round";
  let drawing = false;
  const draw = (event: PointerEvent, letter: "M" | "L") => {
    const box = canvas.getBoundingClientRect();
    const x = Math.min(WIDTH, Math.max(0, Math.round(((event.clientX - box.left) / box.width) * WIDTH)));
    const y = Math.min(HEIGHT, Math.max(0, Math.round(((event.clientY - box.top) / box.height) * HEIGHT)));
    field.value += `${letter}${x} ${y}`;
    if (letter === "M") pen.beginPath();
    pen.lineTo(x, y);
    pen.stroke();
  };
  canvas.addEventListener("pointerdown", (event) => {
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    draw(event, "M");
  });
  canvas.addEventListener("pointermove", (event) => drawing && draw(event, "L"));
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => {
      drawing = false;
    });
  }
  document.querySelector("button[data-clear]")?.addEventListener("click", () => {
    field.value = "";
    pen.clearRect(0, 0, WIDTH, HEIGHT);
  });
}
