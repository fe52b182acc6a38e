// Keys for a list of dossiers: j and k move, Enter opens, / goes to the search field, n takes in a dossier on paper. Who dictates to the computer can switch them off (WCAG
// 2.1.4); the browser remembers it, for a desk is one person's.
export {};

const SETTING = "phim-tat";
const rows = [...document.querySelectorAll<HTMLAnchorElement>("[data-row]")];
const search = document.querySelector<HTMLInputElement>("input[type=search]");
const intake = document.querySelector<HTMLAnchorElement>("[data-new]");
const isOn = () => localStorage.getItem(SETTING) !== "tat";

addEventListener("keydown", (event) => {
  const typing = (event.target as Element).closest("input, textarea, select, dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
  const here = rows.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === "j") rows[Math.min(here + 1, rows.length - 1)]?.focus();
  else if (event.key === "k") rows[Math.max(here - 1, 0)]?.focus();
  else if (event.key === "/" && search) search.focus();
  else if (event.key === "n" && intake) intake.click();
  else return;
  event.preventDefault();
});

const explained = document.querySelector("kbd")?.parentElement;
if (explained) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  const show = () => (button.textContent = isOn() ? "Tắt phím tắt" : "Bật phím tắt");
  button.addEventListener("click", () => {
    localStorage.setItem(SETTING, isOn() ? "tat" : "bat");
    show();
  });
  show();
  explained.append(" ", button);
}
