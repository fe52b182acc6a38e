/**
 * What somebody answered so far: field id → text in its stored form (a day is YYYY-MM-DD, a choice is its value, an ethnic group its code).
 * A key that is missing was never asked; an empty text was asked and left blank. A place has three keys: see placeKeys.
 */
export type Answers = Readonly<Record<string, string>>;

/** The keys under which the parts of a place are kept: province code, commune code or its typed name, and the rest of the address. */
export function placeKeys(fieldId: string) {
  return { province: `${fieldId}.province`, commune: `${fieldId}.commune`, detail: `${fieldId}.detail` } as const;
}
