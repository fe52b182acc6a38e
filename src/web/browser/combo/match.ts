import { fold } from "../../../domain/people/names.ts";
import { findTyped } from "../../../domain/people/typed-search.ts";

/** An option of a combobox. */
export interface ComboOption {
  readonly value: string;
  /** What it is found by: the value, and other names. */
  readonly names: readonly string[];
  /** The value of the field that it hangs on, as its list writes it; null when it hangs on none. */
  readonly under: string | null;
}

/** The options of a datalist: value, data-words with other names between commas, data-under. */
export function optionsOf(list: Iterable<HTMLOptionElement>): ComboOption[] {
  return [...list].map(({ value, dataset }) => ({
    value,
    names: [value, ...(dataset.words?.split(",") ?? [])],
    under: dataset.under ?? null,
  }));
}

/**
 * The options that fit what was typed, the best first; all of them while nothing is typed. `parent` is what stands in the field they hang on:
 * with a province typed only its communes are offered, which is none for a province whose communes we do not list.
 */
export function matching(options: readonly ComboOption[], typed: string, parent: string): ComboOption[] {
  const above = fold(parent);
  const offered = options.filter(({ under }) => under === null || above === "" || ` ${fold(under)}`.endsWith(` ${above}`));
  return typed.trim() === "" ? offered : findTyped(typed, offered, ({ names }) => names);
}
