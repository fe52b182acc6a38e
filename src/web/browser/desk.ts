// Keys for those at work. In a list: j and k move, Enter opens, x marks, / goes to the search field. Everywhere: the single keys that stand on buttons and
// links press them; what is folded away opens with its first field under the fingers; ? shows them all. Who dictates to the computer can switch them off (WCAG 2.1.4); the
// browser remembers it, for a desk is one person's.
import { showKeys } from "./desk/key-help.ts";

const SETTING = "phim-tat";
const rows = [...document.querySelectorAll<HTMLAnchorElement>("[data-row]")];
const search = document.querySelector<HTMLInputElement>("input[type=search]");
const isOn = () => localStorage.getItem(SETTING) !== "tat";
const turn = (on: boolean) => {
  localStorage.setItem(SETTING, on ? "bat" : "tat");
  document.documentElement.classList.toggle("no-keys", !on);
};

addEventListener("keydown", (event) => {
  const typing = (event.target as Element).closest("input:not([type=checkbox]), textarea, select, dialog");
  // a key that is held down would go on to the next dossier
  if (typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
  if (event.key === "?") showKeys({ isOn, turn });
  else if (!pressInList(event.key) && !pressNamed(event.key)) return;
  event.preventDefault();
});

function pressInList(key: string): boolean {
  if (key === "/" && search) return focused(search);
  if (rows.length === 0) return false;
  const here = rows.findIndex((row) => row.closest("tr")?.contains(document.activeElement));
  if (key === "j") return focused(rows[Math.min(here + 1, rows.length - 1)]);
  if (key === "k") return focused(rows[Math.max(here - 1, 0)]);
  const box = key === "x" ? rows[here]?.closest("tr")?.querySelector<HTMLInputElement>("input[type=checkbox]") : null;
  box?.click();
  return box != null;
}

function pressNamed(key: string): boolean {
  const named = /^[a-z]$/.test(key) ? document.querySelector<HTMLElement>(`[data-key="${key}"]`) : null;
  if (!named) return false;
  for (let fold = named.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    if (!named.matches("summary") || fold !== named.parentElement) fold.open = true;
  named.click();
  if (named.matches("summary")) {
    const fold = named.parentElement as HTMLDetailsElement;
    if (fold.open) fold.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, button")?.focus();
    else named.focus();
  }
  return true;
}

function focused(control: HTMLElement | undefined): boolean {
  control?.focus();
  return true;
}

// one box that marks all; without scripts it is not there
for (const all of document.querySelectorAll<HTMLInputElement>("[data-mark-all]")) {
  const boxes = () => all.form?.querySelectorAll<HTMLInputElement>("input[name=hs]") ?? [];
  all.hidden = false;
  all.addEventListener("click", () => {
    for (const box of boxes()) box.checked = all.checked;
  });
}

// the way to the list of keys, for those who do not know that "?" opens it; without scripts there are no keys, and no such button
const explained = document.querySelector("[data-keys]");
if (explained) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  const key = document.createElement("kbd");
  key.textContent = "?";
  button.append("Phím tắt", key);
  button.addEventListener("click", () => showKeys({ isOn, turn }));
  explained.append(button);
}
document.documentElement.classList.toggle("no-keys", !isOn());

// what was just done, or why it was not, is said to those who listen, and the keyboard goes on from there
document.querySelector<HTMLElement>(".summary-error, [data-said]")?.focus();
