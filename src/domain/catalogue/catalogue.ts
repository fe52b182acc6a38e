import type { Procedure } from "./procedure.ts";

/** All procedures of an installation, each in the versions that were ever in force. */
export interface Catalogue {
  /** The version in force on that day, by the national code or an older one; null when there is none. */
  find(code: string, day: string): Procedure | null;
  /** The very version that a dossier was filed under. */
  version(code: string, version: string): Procedure | null;
  /** What is in force on that day, by code. */
  all(day: string): readonly Procedure[];
  /** Every version of a code, the one that begins last first. */
  versions(code: string): readonly Procedure[];
}

/** Of two versions that begin on the same day the one that stands first in the list counts. */
export function makeCatalogue(procedures: readonly Procedure[]): Catalogue {
  const sorted = [...procedures].sort((a, b) => a.code.localeCompare(b.code) || b.validFrom.localeCompare(a.validFrom));
  const inForce = (procedure: Procedure, day: string) =>
    procedure.validFrom <= day && (procedure.validTo === undefined || day <= procedure.validTo);
  return {
    find: (code, day) =>
      sorted.find((procedure) => (procedure.code === code || procedure.aliases.includes(code)) && inForce(procedure, day)) ?? null,
    version: (code, version) => sorted.find((procedure) => procedure.code === code && procedure.version === version) ?? null,
    all: (day) => {
      const current = sorted.filter((procedure) => inForce(procedure, day));
      return current.filter(({ code }, index) => current[index - 1]?.code !== code);
    },
    versions: (code) => sorted.filter((procedure) => procedure.code === code),
  };
}
