import type { ProcedureIdentity } from "../catalogue/procedure.ts";
import type { Answers } from "../forms/answers.ts";
import { fold } from "../people/names.ts";

/** Somebody whom a dossier is about. Days are YYYY-MM-DD; what nobody said is an empty text. */
export interface LikePerson {
  /** The part that they have: con, me, cha, nam, nu. */
  readonly of: string;
  /** Whom the dossier registers, or whose parents and the like they are. */
  readonly role: "subject" | "support";
  readonly name: string;
  readonly birthDate: string;
  readonly identityNumber: string;
  readonly sex: string;
}

/** What a dossier is about, as far as two of them can be compared. */
export interface Subject {
  /** birth, marriage; only dossiers of one kind are compared. */
  readonly kind: string;
  readonly people: readonly LikePerson[];
  /** What else makes it this request and no other, folded. */
  readonly details: readonly string[];
  /** The day on which it was lodged, YYYY-MM-DD. */
  readonly day: string;
  /** Only dossiers that were lodged within so many days of each other are compared; null for what happens once in a life. */
  readonly withinDays: number | null;
}

/** Made from answers by the procedure's own word of what makes two dossiers one; null while the answers name nobody. */
export function subjectOf(identity: ProcedureIdentity, answers: Answers, day: string): Subject | null {
  const people = identity.people.map(({ of, role }) => personOf(answers, of, role));
  if (!people.some((person) => person.role === "subject" && (person.name !== "" || person.identityNumber !== ""))) return null;
  const details = identity.details.map((field) => fold(answers[field] ?? ""));
  return { kind: identity.kind, people, details, day, withinDays: identity.withinDays ?? null };
}

/** The fields of a person under the names that the national forms give them: con.hoTen, or hoTen where the form asks of one person only. */
export function personFields(of: string): { name: string; birthDate: string; identityNumber: string; sex: string } {
  const before = of === "" ? "" : `${of}.`;
  return { name: `${before}hoTen`, birthDate: `${before}ngaySinh`, identityNumber: `${before}soDinhDanh`, sex: `${before}gioiTinh` };
}

function personOf(answers: Answers, of: string, role: LikePerson["role"]): LikePerson {
  const fields = personFields(of);
  const said = (field: string) => answers[field] ?? "";
  return {
    of,
    role,
    name: said(fields.name),
    birthDate: said(fields.birthDate),
    identityNumber: said(fields.identityNumber),
    sex: said(fields.sex),
  };
}
