/** Which entry of a register is meant: its number of that year, the dossier that it came from, and the code of the paper issued for it. */
export interface EntryRef {
  readonly dossier: string;
  readonly resultCode: string;
  readonly name: string;
  readonly register: string;
  readonly year: number;
  readonly number: number;
}

/** What an entry says, line by line, as it was written. */
export interface EntryRow {
  readonly label: string;
  readonly value: string;
}

/** One line that is put right. `row` counts from 0: labels come twice (the mother's people, the father's people). */
export interface EntryChange {
  readonly row: number;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** A paper drawn from an entry: the code of its QR and its signed PDF by content. */
export interface EntryPaper {
  readonly code: string;
  readonly sha256: string;
}

/** A correction (cải chính): what is written beside the entry. The entry itself stays as it was written (Law 60/2014/QH13, article 28). */
export interface Correction {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly register: string;
  readonly year: number;
  readonly number: number;
  readonly reason: string;
  readonly changes: readonly EntryChange[];
  readonly signer: string;
  /** The paper that stands instead of the old one: what it is called, and where its PDF lies. */
  readonly paper: EntryPaper & { readonly name: string };
  /** The dossier by which it was asked for; none when the office found its own slip of the pen. */
  readonly by?: string;
}

/** Copies given of an entry: one number in the book of copies, and a paper with its own code for each. */
export interface IssuedCopies {
  readonly name: string;
  readonly register: string;
  readonly year: number;
  readonly number: number;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly asker: string;
  readonly purpose: string;
  readonly signer: string;
  readonly papers: readonly EntryPaper[];
  /** The dossier by which they were asked for; none when asked for at the desk. */
  readonly by?: string;
}

/** What an officer has prepared for the leader's signature at an entry. */
export type EntryAsk =
  | { readonly kind: "correction"; readonly changes: readonly EntryChange[]; readonly reason: string }
  | { readonly kind: "copies"; readonly asker: string; readonly count: number; readonly purpose: string };

/** How many copies one number in the book may stand for. */
export const MOST_COPIES = 20;

/** A line as it stands today, with what stood there before, the oldest first. */
export interface MarkedRow extends EntryRow {
  readonly was: readonly string[];
}

/** The entry as it reads today: each line with its last value; what was struck through stays readable beside it. */
export function markedRows(rows: readonly EntryRow[], corrections: readonly Pick<Correction, "changes">[]): MarkedRow[] {
  const changes = corrections.flatMap((correction) => correction.changes);
  return rows.map((row, index) => {
    const own = changes.filter((change) => change.row === index);
    return { label: row.label, value: own.at(-1)?.to ?? row.value, was: own.map(({ from }) => from) };
  });
}

/** The lines that differ from what stands in the entry today; blanks at the ends count for nothing. */
export function changesOf(rows: readonly EntryRow[], typed: readonly (string | undefined)[]): EntryChange[] {
  return rows.flatMap(({ label, value }, row) => {
    const to = typed[row]?.normalize("NFC").replace(/\s+/g, " ").trim();
    return to === undefined || to === value ? [] : [{ row, label, from: value, to }];
  });
}

/** Do the changes fit what stands in the entry today? Somebody else may have corrected it since they were written down. */
export function changesFit(rows: readonly EntryRow[], changes: readonly EntryChange[]): boolean {
  return changes.length > 0 && changes.every(({ row, label, from }) => rows[row]?.label === label && rows[row].value === from);
}

/** "Họ, chữ đệm, tên: từ “BO BO THỊ MẨU” thành “BO BO THỊ MẪU”" */
export function changeWords({ label, from, to }: EntryChange): string {
  return `${label}: từ “${from || "(để trống)"}” thành “${to || "(bỏ)"}”`;
}
