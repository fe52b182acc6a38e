// A form is sent once: a second tap while the first is on its way does nothing. The server would do it once anyway; this spares the wait.
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 8000);
  });
}
// What is wrong is said at once to those who listen, and is in view for those who see.
document.querySelector<HTMLElement>(".summary-error")?.focus();
