/** An option of a combobox with the words under which it is found, folded: no accents, small letters. */
export interface FoldedOption {
  readonly value: string;
  readonly words: string;
  /** The folded value of the field this option hangs on, or null. */
  readonly under: string | null;
}

export function foldedOptions(options: Iterable<HTMLOptionElement>): FoldedOption[] {
  return [...options].map(({ value, dataset }) => ({
    value,
    words: fold(`${value} ${dataset.words ?? ""}`),
    under: dataset.under === undefined ? null : fold(dataset.under),
  }));
}

/**
 * The options that hold every typed word, those first in which it begins earliest. `parent` is what stands in the field they hang on: with a
 * province typed only its communes are offered, which is none for a province whose communes we do not list.
 */
export function matching(options: readonly FoldedOption[], typed: string, parent: string | null): FoldedOption[] {
  const wanted = fold(typed);
  const above = parent === null ? "" : fold(parent);
  const place = ({ words }: FoldedOption) => ` ${words}`.indexOf(` ${wanted}`) >>> 0;
  return options
    .filter(({ under }) => under === null || above === "" || under === above || under.endsWith(` ${above}`))
    .filter(({ words }) => wanted.split(" ").every((word) => words.includes(word)))
    .sort((one, other) => place(one) - place(other));
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
