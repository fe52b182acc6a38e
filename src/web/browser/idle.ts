// A shared computer: after five idle minutes the visit ends, with a minute's warning that anybody can see and stop.
export {};

const IDLE_MS = 5 * 60_000;
const WARNING_SECONDS = 60;
let lastAct = Date.now();
let notice: HTMLElement | null = null;

for (const act of ["pointerdown", "keydown", "scroll"]) addEventListener(act, () => (lastAct = Date.now()), { passive: true });

setInterval(() => {
  const left = Math.ceil((IDLE_MS - (Date.now() - lastAct)) / 1000);
  if (left <= 0) end();
  else if (left <= WARNING_SECONDS) warn(left);
  else {
    notice?.remove();
    notice = null;
  }
}, 1000);

function warn(seconds: number): void {
  if (!notice) {
    notice = document.createElement("div");
    notice.className = "idle";
    notice.setAttribute("role", "status");
    document.body.append(notice);
  }
  notice.textContent = `Không thấy ai làm. Còn ${seconds} giây nữa trang tự đóng. Chạm vào màn hình để ở lại.`;
}

function end(): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/xong";
  document.body.append(form);
  form.submit();
}
