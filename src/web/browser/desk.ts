// Keys for a list of dossiers: j and k move, Enter opens, / goes to the search field.
export {};

const rows = [...document.querySelectorAll<HTMLAnchorElement>("[data-row]")];
let place = -1;
addEventListener("keydown", (event) => {
  const typing =
    event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement;
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
  }
  if (event.key !== "j" && event.key !== "k") return;
  place = Math.min(Math.max(place + (event.key === "j" ? 1 : -1), 0), rows.length - 1);
  rows[place]?.focus();
});
