// A form is sent once: a second tap while the first is on its way does nothing, and the page says that it is on its way. The server would do it
// once anyway; this spares the worry.
export {};

/** After this long the answer was a file, or the line is gone: the form may be sent again. */
const AGAIN_AFTER_MS = 8000;

for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]:not([data-upload])")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    const waiting = document.createElement("p");
    waiting.className = "hint";
    waiting.setAttribute("role", "status");
    form.append(waiting);
    waiting.textContent = "Đang gửi, bà con chờ một chút …";
    const again = () => {
      delete form.dataset.sent;
      waiting.remove();
    };
    setTimeout(again, AGAIN_AFTER_MS);
    addEventListener("pagehide", again, { once: true });
  });
}

// What is wrong is said at once to those who listen, and is in view for those who see.
document.querySelector<HTMLElement>(".summary-error")?.focus();
