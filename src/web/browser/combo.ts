// Turns a field with a datalist into a list that finds by typing without accents: the editable combobox with list autocomplete of the ARIA
// Authoring Practices. Focus stays in the field; the arrow keys move aria-activedescendant. What stands in the field is what is sent, so free
// words remain possible, and without this script the browser's own list serves.
import { matching, optionsOf } from "./combo/match.ts";

for (const input of document.querySelectorAll<HTMLInputElement>("input[data-combo]")) enhance(input);

function enhance(input: HTMLInputElement): void {
  const source = document.getElementById(input.getAttribute("list") ?? "");
  if (!source) return;
  const options = optionsOf(source.querySelectorAll("option"));
  const parent = document.getElementById(input.dataset.dependsOn ?? "");
  const { list, count } = build(input);
  let marked = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    marked = -1;
  };
  const take = (item: Element | undefined) => {
    if (item) input.value = item.textContent ?? "";
    close();
  };
  const mark = (index: number) => {
    marked = index;
    for (const [place, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(place === index));
    const item = list.children[index];
    if (!item) return;
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  };
  const open = (typed: string) => {
    const found = matching(options, typed, parent instanceof HTMLInputElement ? parent.value : "");
    close();
    list.replaceChildren(...found.map((option, index) => itemOf(option.value, `${list.id}-${index}`)));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    count.textContent = found.length > 0 ? `Có ${found.length} dòng. Bấm mũi tên xuống để chọn.` : "Không thấy trong danh sách.";
  };

  input.addEventListener("input", () => open(input.value));
  input.addEventListener("click", () => list.hidden && open(""));
  input.addEventListener("blur", close);
  // keeps the focus in the field; the tap itself comes as a click, so that a finger can scroll the list
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => take((event.target as Element).closest("li") ?? undefined));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open(input.value);
      const { length } = list.children;
      if (length > 0) mark(event.key === "ArrowDown" ? (marked + 1) % length : (Math.max(marked, 0) - 1 + length) % length);
    } else if (event.key === "Enter" && marked >= 0) {
      event.preventDefault();
      take(list.children[marked]);
    } else if (event.key === "Escape") close();
  });
}

/** The list and the line for listeners, put round the field. */
function build(input: HTMLInputElement): { list: HTMLUListElement; count: HTMLElement } {
  const list = document.createElement("ul");
  list.className = "options";
  list.id = `${input.id}-chon`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? "");
  list.hidden = true;
  const count = document.createElement("p");
  count.className = "sr";
  count.setAttribute("role", "status");
  const box = document.createElement("div");
  box.className = "combo";
  input.removeAttribute("list");
  input.replaceWith(box);
  box.append(input, list, count);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  return { list, count };
}

function itemOf(words: string, id: string): HTMLLIElement {
  const item = document.createElement("li");
  item.id = id;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.textContent = words;
  return item;
}
