// Turns a field with a datalist into a list that finds by typing without accents (ARIA combobox with a listbox popup). Without this script the
// browser's own list serves.
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

for (const input of document.querySelectorAll<HTMLInputElement>("input[data-combo]")) enhance(input);

function enhance(input: HTMLInputElement): void {
  const source = document.getElementById(input.getAttribute("list") ?? "");
  if (!source) return;
  const options = [...source.querySelectorAll("option")].map((option) => ({
    value: option.value,
    words: fold(`${option.value} ${option.dataset.words ?? ""}`),
  }));
  input.removeAttribute("list");
  const box = document.createElement("div");
  box.className = "combo";
  input.replaceWith(box);
  const list = document.createElement("ul");
  list.className = "options";
  list.id = `${input.id}-chon`;
  list.role = "listbox";
  list.setAttribute("aria-label", "Chọn một dòng");
  list.hidden = true;
  box.append(input, list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  }))
    input.setAttribute(name, value);
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (value: string) => {
    input.value = value;
    close();
  };
  const mark = (index: number) => {
    chosen = index;
    [...list.children].forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === index));
      if (place === index) {
        input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    });
  };
  const show = () => {
    const typed = fold(input.value.trim());
    const found = options
      .filter((option) => typed.split(" ").every((word) => option.words.includes(word)))
      .sort((a, b) => a.words.indexOf(typed) - b.words.indexOf(typed));
    list.replaceChildren(
      ...found.slice(0, 8).map((option, index) => {
        const item = document.createElement("li");
        item.role = "option";
        item.id = `${list.id}-${index}`;
        item.textContent = option.value;
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(option.value);
        });
        return item;
      }),
    );
    list.hidden = found.length === 0 || typed === "";
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
  };

  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape") close();
    if (list.hidden || count === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark((chosen + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
    }
    if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]?.textContent ?? "");
    }
  });
}
