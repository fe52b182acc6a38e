export interface PickerOption {
  readonly value: string;
  /** Other names under which people look for it, with commas between. */
  readonly alsoCalled?: string;
  /** The value of the picker this one hangs on: a commune's province. */
  readonly under?: string | undefined;
}

interface PickerProps {
  readonly attributes: { readonly id: string; readonly name: string };
  readonly value: string;
  readonly options: readonly PickerOption[];
  /** The id of the picker whose value chooses among the options. */
  readonly dependsOn?: string;
}

/**
 * A field that finds by typing. What is typed is what is sent, and the server knows names and codes with or without accents, so it works
 * without scripts; the browser's own list helps a little then. With combo.ts it is a combobox that listeners and keys can use.
 */
export function Picker({ attributes, value, options, dependsOn }: PickerProps) {
  const list = `${attributes.id}-danh-sach`;
  return (
    <>
      <input {...attributes} type="text" value={value} list={list} data-combo data-depends-on={dependsOn} />
      <datalist id={list}>
        {options.map((option) => (
          <option value={option.value} data-words={option.alsoCalled || undefined} data-under={option.under} />
        ))}
      </datalist>
    </>
  );
}
