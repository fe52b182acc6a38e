import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import type { Context } from "../../src/operations/context.ts";
import { act } from "../../src/operations/dossiers/act.ts";
import { enterDeclaration } from "../../src/operations/dossiers/enter-declaration.ts";
import { lodgePaper, type PaperDossier } from "../../src/operations/dossiers/lodge-paper.ts";
import { BIRTH_ANSWERS } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";

const CLERK = { role: "officer", id: null, name: "Bo Bo Văn Thử" } as const;
const OFFICES = { commune: "bac-khanh-vinh", police: "cong-an-bac-khanh-vinh" } as const;

function onPaper(change: Partial<PaperDossier> = {}): PaperDossier {
  return {
    office: "bac-khanh-vinh",
    procedure: "1.001193",
    channel: "direct",
    point: null,
    applicant: { name: "Cao Thị Mẫu", identityNumber: "056190001234" },
    answers: { chungSinh: "co" },
    papers: [{ paper: "giay-chung-sinh", originals: 1, copies: 0 }],
    actKey: `intake:${crypto.randomUUID()}`,
    ...change,
  };
}

describe("a dossier on paper", () => {
  let hub: TestHub;
  let context: Context;
  before(async () => {
    hub = await openHub();
    context = hub.context;
  });
  after(() => hub.end());

  async function taken(change: Partial<PaperDossier> = {}, at: Context = context) {
    const done = await lodgePaper(at, CLERK, onPaper(change));
    assert.ok(done.ok, done.ok ? "" : `${done.reason.code}: ${done.reason.sentence} ${JSON.stringify(done.reason.fields ?? {})}`);
    return done.value;
  }
  async function refusedWith(change: Partial<PaperDossier>) {
    const [before] = await context.database.sql<{ count: number }[]>`select count(*) from dossiers`;
    const done = await lodgePaper(context, CLERK, onPaper(change));
    assert.ok(!done.ok);
    const [afterwards] = await context.database.sql<{ count: number }[]>`select count(*) from dossiers`;
    assert.deepEqual(afterwards, before, "what is refused leaves nothing behind");
    return done.reason;
  }

  it("is lodged and accepted at once: code, promise, what lay in it", async () => {
    const { dossierNow } = await taken();
    assert.equal(dossierNow.status, "accepted");
    assert.match(dossierNow.dossierCode ?? "", /^000\.15\.22\.H32-\d{6}-\d{4}$/);
    assert.deepEqual(dossierNow.intake?.papers, [{ paper: "giay-chung-sinh", name: "Giấy chứng sinh", originals: 1, copies: 0 }]);
    assert.ok(dossierNow.due.explanation.length > 0);
    assert.equal(dossierNow.channel, "direct");
  });

  it("is taken in once, however often and however much at the same time the same act is sent", async () => {
    const wanted = onPaper();
    const done = await Promise.all([1, 2, 3].map(() => lodgePaper(context, CLERK, wanted)));
    const ids = done.map((one) => (one.ok ? one.value.dossier : ""));
    assert.equal(new Set(ids).size, 1);
    assert.notEqual(ids[0], "");
  });

  it("can be written down for a day that was: the day is the clock's, the code and the promise follow it", async () => {
    const then = { ...context, now: () => new Date("2026-03-02T02:00:00Z") };
    const { dossierNow } = await taken({ version: "2026-1" }, then);
    assert.match(dossierNow.dossierCode ?? "", /-260302-0001$/);
    assert.equal(officeDay(new Date(dossierNow.lodgedAt)), "2026-03-02");
    assert.ok(dossierNow.due.day >= "2026-03-02" && dossierNow.due.day < "2026-03-20");
  });

  it("can be of every procedure that an office of its kind takes in, whatever is filed online", async () => {
    const procedures = context.catalogue.all(officeDay(context.now()));
    let count = 0;
    for (const [kind, office] of Object.entries(OFFICES)) {
      for (const { code, papers, result } of procedures.filter(({ officeKind }) => officeKind === kind)) {
        const all = papers.map(({ id, originals, copies }) => ({ paper: id, originals: Math.max(1, originals), copies }));
        const { dossierNow } = await taken({ office, procedure: code, answers: {}, papers: all });
        assert.equal(dossierNow.status, "accepted", code);
        assert.ok(result === undefined || dossierNow.declaration.sections.length === 0);
        count += 1;
      }
    }
    assert.ok(count > 60);
  });

  it("is refused with words where it does not belong, or nobody could promise a day", async () => {
    const elsewhere = await refusedWith({ office: OFFICES.police });
    assert.equal(elsewhere.code, "procedure-of-other-office");
    assert.match(elsewhere.sentence, /Nơi nộp:/);
    assert.equal((await refusedWith({ procedure: "9.999999" })).code, "procedure-unknown");
    assert.ok((await refusedWith({ applicant: { name: " " } })).fields?.["ho-ten"]);
    assert.ok((await refusedWith({ channel: "post" })).fields?.["so-hieu"]);
    const birth = context.catalogue.find("1.001193", officeDay(context.now()));
    assert.ok(birth);
    const undated = { ...birth, deadline: { rules: [] } };
    const catalogue = { ...context.catalogue, find: () => undated };
    const done = await lodgePaper({ ...context, catalogue }, CLERK, onPaper());
    assert.equal(done.ok ? "" : done.reason.code, "procedure-without-deadline");
  });

  it("with a required paper missing waits for the officer's word: why it is taken all the same, what to bring, or no", async () => {
    const missing = await refusedWith({ papers: [] });
    assert.deepEqual([missing.code, missing.details], ["intake-papers-missing", ["Giấy chứng sinh"]]);
    const because = "Tra được trong cơ sở dữ liệu";
    const all = await taken({ papers: [], outcome: { kind: "accept", because } });
    assert.deepEqual(all.dossierNow.intake?.missing, { papers: ["Giấy chứng sinh"], because });
    const more = await taken({ papers: [], outcome: { kind: "request-supplement", reasons: ["Thiếu giấy chứng sinh"], words: "" } });
    assert.equal(more.dossierNow.status, "supplement-requested");
    assert.equal(more.dossierNow.dossierCode, null, "what is not accepted takes no number");
    const no = await taken({ papers: [], outcome: { kind: "decline", reason: "Không thuộc xã này" } });
    assert.equal(no.dossierNow.status, "not-accepted");
    assert.equal((await refusedWith({ papers: [], outcome: { kind: "decline", reason: " " } })).code, "reason-missing");
  });

  it("is not proposed and not signed before the result's answers stand in it; they are entered in one go or several", async () => {
    const { office, dossier } = await taken({ answers: {} });
    const key = { office, dossier };
    const by = () => ({ actor: CLERK, key: crypto.randomUUID() });
    const propose = () => act(context, key, by(), "propose", () => ({ move: "propose", note: "" }));
    const early = await propose();
    assert.ok(!early.ok);
    assert.equal(early.reason.code, "declaration-owed");
    assert.ok((early.reason.details?.length ?? 0) > 0);

    const all = Object.assign({}, ...Object.values(BIRTH_ANSWERS)) as Record<string, string>;
    const wrong = await enterDeclaration(context, key, by(), { ...all, "con.ngaySinh": "31/2/2026" });
    assert.ok(!wrong.ok && wrong.reason.fields?.["con.ngaySinh"]);
    const some = await enterDeclaration(context, key, by(), { ...all, "con.hoTen": "", "con.ngaySinh": "" });
    assert.ok(some.ok);
    assert.equal((await propose()).ok, false, "the child's name is owed");
    const rest = await enterDeclaration(context, key, by(), { "con.hoTen": "Bo Bo Thị Mẫu", "con.ngaySinh": "1/11/2026" });
    assert.ok(rest.ok);
    assert.equal(rest.value.answers["con.ngaySinh"], "2026-11-01");
    assert.equal(rest.value.answers["me.hoTen"], "Cao Thị Mẫu", "what was entered before stays");
    assert.ok(rest.value.declaration.sections.some(({ rows }) => rows.some(({ value }) => value === "Bo Bo Thị Mẫu")));
    const proposed = await propose();
    assert.ok(proposed.ok);
    const late = await enterDeclaration(context, key, by(), all);
    assert.equal(late.ok ? "" : late.reason.code, "move-not-open", "what waits for the leader is not changed behind their back");
  });
});
