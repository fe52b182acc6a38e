import { listOffices } from "../../store/records/offices.ts";
import { findResult } from "../../store/views/result-list.ts";
import type { Context } from "../context.ts";
import { plainCode } from "../drafts/slip.ts";

export interface Verification {
  readonly state: "genuine" | "revoked" | "unknown";
  readonly name?: string;
  readonly office?: string;
  readonly issuedOn?: string;
  readonly revokedOn?: string | null;
  /** "12/2026, Sổ đăng ký khai sinh" */
  readonly number?: string;
  readonly practice?: boolean;
}

/** Is there a result with this code, and does it still stand? Answers nothing about any person. */
export async function verifyResult(context: Context, typedCode: string): Promise<Verification> {
  const found = await findResult(context.database.sql, plainCode(typedCode));
  if (!found) return { state: "unknown" };
  const office = (await listOffices(context.database.sql)).find((candidate) => candidate.office === found.office);
  return {
    state: found.revokedOn ? "revoked" : "genuine",
    name: found.name,
    office: office?.name ?? "",
    issuedOn: found.issuedOn,
    revokedOn: found.revokedOn,
    number: `${found.number}/${found.year}, ${found.register}`,
    practice: office?.practice ?? false,
  };
}
