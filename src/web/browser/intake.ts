// Taking in a dossier on paper: who comes back from scanning, or chose the procedure, finds the focus at what is owed next, or at what was wrong. The card's script
// puts it into the card's field; here it goes on.
export {};

(document.querySelector<HTMLElement>(".summary-error") ?? document.querySelector<HTMLElement>("form [autofocus]"))?.focus();

// Enter on a tick is the same as the page's main button: space ticks, Enter takes in.
const main = document.querySelector<HTMLButtonElement>("button[name=lam][value=nhan]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement) || event.target.type !== "checkbox" || !main) return;
  event.preventDefault();
  main.click();
});
