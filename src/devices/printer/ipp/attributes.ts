import type { GroupTag, IppAttribute, IppGroup, IppMessage, IppValue, ValueTag } from "./message.ts";

export const attribute = (name: string, tag: ValueTag, ...values: IppValue[]): IppAttribute => ({ name, tag, values });

/** Attributes by name, each with its values, as a schema reads them. */
export type Named = Readonly<Record<string, readonly IppValue[]>>;

/** Every group of that kind in the answer: one of a printer, one for each job in a list of jobs. */
export function groupsOf(message: IppMessage, tag: GroupTag): Named[] {
  return message.groups.filter((group) => group.tag === tag).map(named);
}

function named(group: IppGroup): Named {
  return Object.fromEntries(group.attributes.map(({ name, values }) => [name, values]));
}
