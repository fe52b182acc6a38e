// A shared computer: after five idle minutes the visit ends. In the last one a dialog counts down and asks; any answer is an act. Every tab of
// the browser counts: who reads the slip in one tab is not idle in the other. The server ends sessions by itself; this is for the screen.
export {};

const IDLE_SECONDS = 5 * 60;
const WARNING_SECONDS = 60;
/** Said aloud at these seconds; every second would drown everything else. */
const SAID_AT = [30, 10];

const dialog = document.querySelector<HTMLDialogElement>("dialog[data-idle]");
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("con-o-day") : null;
let lastAct = Date.now();

if (dialog) watch(dialog);

function watch(warning: HTMLDialogElement): void {
  for (const act of ["pointerdown", "keydown", "scroll"]) addEventListener(act, acted, { passive: true, capture: true });
  if (tabs) tabs.onmessage = stay;
  for (const answer of ["submit", "cancel"]) warning.addEventListener(answer, stay);
  const watching = setInterval(() => {
    const left = IDLE_SECONDS - Math.floor((Date.now() - lastAct) / 1000);
    if (left <= 0) {
      clearInterval(watching);
      warning.querySelector<HTMLFormElement>("form[data-end]")?.submit();
    } else if (left <= WARNING_SECONDS) warn(warning, left);
    else if (warning.open) warning.close();
  }, 1000);
  // whoever goes back to a page that the browser kept sees what the server says now
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

/** While the dialog is open only its own buttons count, so that a hand on the mouse does not answer for somebody who left. */
function acted(): void {
  if (dialog?.open) return;
  stay();
  tabs?.postMessage("");
}

function stay(): void {
  lastAct = Date.now();
}

function warn(warning: HTMLDialogElement, left: number): void {
  if (!warning.open) warning.showModal();
  const seconds = warning.querySelector("[data-seconds]");
  if (seconds) seconds.textContent = String(left);
  const said = warning.querySelector("[data-said]");
  if (said && SAID_AT.includes(left)) said.textContent = `Còn ${left} giây.`;
}
