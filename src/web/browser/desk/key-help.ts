// What the keys of this page are, read off the page itself: every key that stands on a button or a link, and those of the list where there is one.

const LIST_KEYS: readonly (readonly [key: string, words: string])[] = [
  ["j", "xuống một hồ sơ"],
  ["k", "lên một hồ sơ"],
  ["Enter", "mở hồ sơ đang chọn"],
  ["x", "đánh dấu hồ sơ đang chọn"],
];

export interface KeySwitch {
  readonly isOn: () => boolean;
  readonly turn: (on: boolean) => void;
}

/** Opens the list of keys over the page, with the switch for those who dictate to the computer; the browser gives the focus back where it was. */
export function showKeys({ isOn, turn }: KeySwitch): void {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "phim-tat");
  const title = part("h2", "Phím tắt của trang này");
  title.id = "phim-tat";
  const toggle = part("button", "");
  toggle.className = "quiet";
  const name = () => {
    toggle.textContent = isOn() ? "Tắt phím tắt" : "Bật phím tắt";
  };
  toggle.addEventListener("click", () => {
    turn(!isOn());
    name();
  });
  name();
  const close = part("button", "Đóng");
  close.addEventListener("click", () => dialog.close());
  const row = part("div", "");
  row.className = "row";
  row.append(close, toggle);
  dialog.append(title, listOf(keysHere()), row);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function keysHere(): (readonly [key: string, words: string])[] {
  const list = document.querySelector("[data-row]") ? LIST_KEYS : [];
  const search = document.querySelector("input[type=search]") ? [["/", "tìm"] as const] : [];
  const named = [...document.querySelectorAll<HTMLElement>("[data-key]")].map(
    (control) => [control.dataset.key ?? "", wordsOf(control)] as const,
  );
  const seen = new Set<string>();
  return [...list, ...search, ...named, ["?", "xem phím tắt"] as const].filter(([key]) => !seen.has(key) && seen.add(key));
}

/** What stands on a control, without the picture of its key. */
function wordsOf(control: HTMLElement): string {
  const copy = control.cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll("kbd")) key.remove();
  return copy.textContent?.trim() || (control.getAttribute("aria-label") ?? "");
}

function listOf(keys: readonly (readonly [key: string, words: string])[]): HTMLElement {
  const list = part("dl", "");
  for (const [key, words] of keys) {
    const term = part("dt", "");
    term.append(part("kbd", key));
    list.append(term, part("dd", words));
  }
  return list;
}

function part(name: string, words: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}
