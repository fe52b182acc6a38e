import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Result } from "../../src/base/result.ts";
import { papersToSubmit } from "../../src/domain/catalogue/applies.ts";
import type { Procedure } from "../../src/domain/catalogue/procedure.ts";
import type { Answers } from "../../src/domain/forms/answers.ts";
import { parseContext } from "../../src/operations/context.ts";
import { accept, act } from "../../src/operations/dossiers/act.ts";
import { applicantFromAnswers } from "../../src/operations/dossiers/lodge.ts";
import { lodgeByPartner } from "../../src/operations/dossiers/lodge-by-partner.ts";
import { lodgePaper } from "../../src/operations/dossiers/lodge-paper.ts";
import { readResult, signResult } from "../../src/operations/dossiers/sign-result.ts";
import type { DossierKey } from "../../src/store/records/dossier-log.ts";
import { findStaffByUsername, type StaffMember } from "../../src/store/records/staff.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { drawFrom, walk } from "../support/walk.ts";

/** What is done to an entry that stands in a register already has journeys of its own (registers.test.ts). */
const ABOUT_AN_ENTRY = ["1.004859", "2.000635"];

describe("every procedure that is filed here", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  it("is lodged with answers that chance gave, accepted, proposed and signed, and its result is a PDF with a number in its register", async () => {
    const { context } = hub;
    const filed = context.catalogue
      .all(parseContext(context).today)
      .filter(({ code, filing }) => filing !== "elsewhere" && !ABOUT_AN_ENTRY.includes(code));
    assert.ok(filed.length >= 40, `${filed.length} are filed here`);
    for (const [index, procedure] of filed.entries()) {
      const { answers } = walk(procedure, parseContext(context), drawFrom(index));
      const [officer, leader] = await people(procedure);
      const key = procedure.filing === "online" ? await sent(procedure, answers) : await broughtOnPaper(procedure, answers, officer);
      if (procedure.filing === "online") done(procedure, await accept(context, key, actOf(officer)));
      done(procedure, await act(context, key, actOf(officer), "propose", () => ({ move: "propose", note: "" })));
      const signed = done(procedure, await signResult(context, key, actOf(leader), leader));
      assert.equal(signed.result?.register, procedure.result?.register);
      assert.ok((signed.result?.number ?? 0) >= 1);
      assert.deepEqual(
        signed.result?.rows?.filter(({ value }) => value === "" || value === "—"),
        [],
        procedure.code,
      );
      const pdf = done(procedure, await readResult(context, signed));
      assert.equal(pdf.subarray(0, 5).toString("latin1"), "%PDF-");
    }
  });

  async function people({ officeKind }: Procedure): Promise<[StaffMember, StaffMember]> {
    const names = officeKind === "police" ? ["congan", "truongcongan"] : ["canbo", "lanhdao"];
    const [officer, leader] = (await Promise.all(names.map((name) => findStaffByUsername(hub.context.database.sql, name)))).flat();
    assert.ok(officer && leader);
    return [officer, leader];
  }

  async function sent(procedure: Procedure, answers: Answers): Promise<DossierKey> {
    const papers = papersToSubmit(procedure, answers, parseContext(hub.context).today).map(({ id }) => ({
      paper: id,
      sha256: "0".repeat(64),
      sizeBytes: 1,
    }));
    const wanted = { procedure: procedure.code, answers, applicant: applicantFromAnswers(answers, null), channel: "online" as const };
    const partner = { token: "chance", name: "Chance", scopes: [] };
    return done(procedure, await lodgeByPartner(hub.context, partner, crypto.randomUUID(), wanted, papers));
  }

  async function broughtOnPaper(procedure: Procedure, answers: Answers, officer: StaffMember): Promise<DossierKey> {
    const papers = procedure.papers.map(({ id, originals, copies }) => ({ paper: id, originals, copies }));
    const applicant = applicantFromAnswers(answers, null);
    const wanted = {
      office: officer.office,
      procedure: procedure.code,
      channel: "direct" as const,
      point: null,
      applicant,
      answers,
      papers,
    };
    return done(procedure, await lodgePaper(hub.context, actOf(officer).actor, { ...wanted, actKey: crypto.randomUUID() }));
  }
});

function actOf({ role, staff, name }: StaffMember) {
  return { actor: { role, id: staff, name }, key: crypto.randomUUID() };
}

function done<T>({ code }: Procedure, result: Result<T, unknown>): T {
  assert.ok(result.ok, `${code}: ${result.ok ? "" : JSON.stringify(result.reason)}`);
  return result.value;
}
