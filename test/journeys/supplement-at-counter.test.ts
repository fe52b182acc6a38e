import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { atOffice } from "../../src/base/clock.ts";
import { writeScannerAddress } from "../../src/devices/scanner/scanner-address.ts";
import { fold } from "../../src/domain/dossier/fold.ts";
import { lodgePaper } from "../../src/operations/dossiers/lodge-paper.ts";
import { track } from "../../src/operations/dossiers/track.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { readLog } from "../../src/store/records/dossier-log.ts";
import { aPdf } from "../files/pdfs.ts";
import { SimulatedScanner } from "../support/escl-scanner.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { aScannedSheet, asFile } from "../support/paper.ts";
import { Person } from "../support/person.ts";
import { until } from "../support/test-printer.ts";

const OFFICE = "bac-khanh-vinh";
const CLERK = { role: "officer", id: null, name: "Bo Bo Văn Thử" } as const;

/**
 * Registering a birth again takes five working days. Of November 2026: Saturday the 21st, Sunday the 22nd and Tuesday the 24th (Ngày Văn hóa Việt Nam) are days
 * off, the 28th and 29th a weekend.
 */
describe("missing papers brought to the counter", () => {
  let hub: TestHub;
  let officer: Person;
  const scanner = new SimulatedScanner({ feeder: true, glass: true });
  /** It is that time; whoever works then has signed in on that day. */
  const clock = async (day: string, time: string) => {
    Object.assign(hub.context, { now: () => atOffice(day, time) });
    officer = await signedIn("canbo");
  };
  before(async () => {
    [hub] = await Promise.all([openHub(), scanner.start()]);
  });
  after(async () => {
    await hub.end();
    await scanner.unplug();
  });

  async function signedIn(username: string): Promise<Person> {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  }
  /** Taken in on Tuesday the 17th at nine, and asked for two papers on Thursday the 19th at ten. */
  async function aWaitingDossier(): Promise<string> {
    await clock("2026-11-17", "09:00");
    const taken = await lodgePaper(hub.context, CLERK, {
      office: OFFICE,
      procedure: "1.004884",
      channel: "direct",
      point: null,
      applicant: { name: "Cao Thị Mẫu" },
      answers: { giayCu: "ban-sao", "nyc.quanHe": "uy-quyen" },
      papers: [],
      outcome: { kind: "accept", because: "Đối chiếu sau" },
      actKey: crypto.randomUUID(),
    });
    assert.ok(taken.ok);
    await clock("2026-11-19", "10:00");
    const form = new FormData();
    for (const [name, value] of [
      ["key", crypto.randomUUID()],
      ["giay", "ban-sao-khai-sinh"],
      ["giay", "giay-uy-quyen"],
      ["words-request-supplement", "Mang đến quầy"],
    ] as const)
      form.append(name, value);
    await officer.sends(`/mot-cua/${taken.value.dossier}/request-supplement`, form);
    officer.sees("Bản sao giấy khai sinh cũ");
    return taken.value.dossier;
  }
  const dossierOf = async (dossier: string) => fold(await readLog(hub.context.database.sql, { office: OFFICE, dossier }));
  const page = (dossier: string) => `/mot-cua/${dossier}/bo-sung`;

  it("move the day by what the clock slept: the old and the new day are shown before and after, on the slip and to the citizen", async () => {
    const dossier = await aWaitingDossier();
    // 18, 19, 20, 23, 25
    assert.equal((await dossierOf(dossier)).due.day, "2026-11-25");
    await clock("2026-11-30", "09:00");
    await officer.goes(`/mot-cua/${dossier}`);
    await officer.goes(officer.link("Nhận giấy tờ bổ sung"));
    officer.sees("Đã hẹn trả");
    officer.sees("thứ Tư 25/11/2026");
    // two days were used when it fell asleep, the 18th and the 19th; three are left: 1, 2, 3 December
    officer.sees("thứ Năm 3/12/2026");
    await officer.sends(page(dossier), { "co-ban-sao-khai-sinh": "1", "co-giay-uy-quyen": "1", lam: "nhan" });
    assert.equal(officer.seen.url, page(dossier));
    officer.sees("Đã nhận bổ sung: Cao Thị Mẫu");
    officer.sees("thứ Tư 25/11/2026");
    officer.sees("thứ Năm 3/12/2026");
    officer.sees("Bản sao giấy khai sinh cũ, Giấy ủy quyền có chứng thực");
    const now = await dossierOf(dossier);
    assert.deepEqual([now.status, now.due.day, now.due.time], ["accepted", "2026-12-03", "17:00"]);
    await officer.goes(officer.link("In giấy hẹn mới"));
    assert.equal(Buffer.from(officer.seen.bytes.slice(0, 5)).toString(), "%PDF-");
    const slip = Buffer.from(officer.seen.bytes);
    await officer.goes(officer.seen.url);
    assert.ok(slip.equals(Buffer.from(officer.seen.bytes)), "printed again it is the same, byte for byte");
    const citizen = new Person(hub.url);
    await citizen.goes(`/tra-cuu/${now.trackingCode}`);
    citizen.sees("thứ Năm 3/12/2026");
  });

  it("answered on the same day cost nothing, and after a weekend and a holiday only the working days between", async () => {
    const [same, later] = [await aWaitingDossier(), await aWaitingDossier()];
    await clock("2026-11-19", "15:00");
    await officer.sends(page(same), { "co-ban-sao-khai-sinh": "1", "co-giay-uy-quyen": "1", lam: "nhan" });
    assert.equal((await dossierOf(same)).due.day, "2026-11-25");
    await clock("2026-11-25", "08:00");
    await officer.sends(page(later), { "co-ban-sao-khai-sinh": "1", "co-giay-uy-quyen": "1", lam: "nhan" });
    // 26, 27, 30
    assert.equal((await dossierOf(later)).due.day, "2026-11-30");
  });

  it("come by upload and from the point's scanner, under the papers that were asked for", async () => {
    const dossier = await aWaitingDossier();
    const helper = await signedIn("truc");
    await helper.sends("/ban-truc/thiet-bi", { loai: "scanner", "dia-chi": writeScannerAddress(scanner.address), ten: "Máy quét" });
    await officer.sends(page(dossier), { lam: "giay:ban-sao-khai-sinh" });
    const upload = officer.seen.url;
    assert.match(upload, /^\/ho-so\/[0-9a-f-]{36}\/giay-to\/ban-sao-khai-sinh$/);
    const form = new FormData();
    form.append("tep", asFile(await aPdf(), "ban-sao.pdf", "application/pdf"));
    await officer.sends(upload, form);
    officer.sees("Đã có 1 trang");
    await officer.goes(officer.link("Xong giấy này"));
    assert.equal(officer.seen.url, page(dossier));
    await officer.sends(page(dossier), { lam: "giay:giay-uy-quyen" });
    scanner.sheets = [await aScannedSheet(1)];
    await officer.sends(`${officer.seen.url}/quet`, {});
    const errand = officer.seen.url;
    await until(async () => (await officer.goes(errand)).text.includes("Đã quét xong 1 trang"), "the scanned page");
    await officer.goes(page(dossier));
    assert.equal(officer.seen.text.match(/>1 trang</g)?.length, 2);
    await clock("2026-11-20", "09:00");
    await officer.sends(page(dossier), { lam: "nhan" });
    officer.sees("Đã nhận bổ sung");
    const { papers } = await dossierOf(dossier);
    assert.deepEqual(
      papers.map(({ paper, pages }) => [paper, pages]),
      [
        ["ban-sao-khai-sinh", 1],
        ["giay-uy-quyen", 1],
      ],
    );
    await officer.goes(upload);
    assert.equal(officer.seen.status, 409, "what was taken in is changed no more");
  });

  it("that are not all there, or miscounted, are not taken in unless somebody says why; what was uploaded and typed stays", async () => {
    const dossier = await aWaitingDossier();
    await officer.sends(page(dossier), { lam: "giay:bo-sung-1", "loi-nhan": "" });
    const form = new FormData();
    form.append("tep", asFile(await aPdf(), "khac.pdf", "application/pdf"));
    await officer.sends(officer.seen.url, form);
    await officer.sends(page(dossier), { "co-giay-uy-quyen": "1", "chinh-giay-uy-quyen": "hai", lam: "nhan" });
    assert.equal(officer.seen.status, 422);
    officer.sees("Số bản là chữ số");
    officer.sees('value="hai"');
    await officer.sends(page(dossier), { "co-giay-uy-quyen": "1", lam: "nhan" });
    assert.equal(officer.seen.status, 422);
    officer.sees("Còn thiếu giấy đã yêu cầu");
    officer.sees("Bản sao giấy khai sinh cũ");
    officer.sees("1 trang");
    const colleague = await signedIn("canbo");
    await colleague.goes(page(dossier));
    colleague.sees("1 trang");
    await colleague.sends(page(dossier), { "co-giay-uy-quyen": "1", "loi-nhan": "Sổ gốc còn ở xã", lam: "nhan" });
    colleague.sees("Đã nhận bổ sung");
    const { papers, intake } = await dossierOf(dossier);
    assert.deepEqual(
      papers.map(({ name }) => name),
      ["Giấy tờ bổ sung lần 1"],
    );
    assert.deepEqual(intake?.papers, [{ paper: "giay-uy-quyen", name: "Giấy ủy quyền có chứng thực", originals: 1, copies: 0 }]);
  });

  it("are taken in once, and are no one else's to look at: not another office's, not a helper's", async () => {
    const dossier = await aWaitingDossier();
    await officer.sends(page(dossier), { lam: "giay:giay-uy-quyen" });
    const paper = officer.seen.url;
    for (const other of [await signedIn("congan"), await signedIn("truc")]) {
      await other.goes(page(dossier));
      assert.ok([403, 404].includes(other.seen.status), String(other.seen.status));
      await other.goes(paper);
      assert.equal(other.seen.status, 404);
    }
    const sent = { "loi-nhan": "Đủ rồi", lam: "nhan" };
    for (const _tap of [1, 2]) await officer.sends(page(dossier), sent);
    officer.sees("Đã nhận bổ sung");
    const log = await readLog(hub.context.database.sql, { office: OFFICE, dossier });
    assert.equal(log.filter(({ event }) => event.type === "supplemented").length, 1);
    const tracked = await track(hub.context, (await dossierOf(dossier)).trackingCode);
    assert.ok(tracked.ok);
  });

  it("and that never came: it is stopped by a reason and a ground, which stand on the notice; without a ground nothing typed is lost", async () => {
    const dossier = await aWaitingDossier();
    const stop = (fields: Record<string, string>) => officer.sends(`/mot-cua/${dossier}/stop`, { key: crypto.randomUUID(), ...fields });
    await stop({ "words-stop": "Hẹn hai lần không đến" });
    assert.equal(officer.seen.status, 422);
    officer.sees("phải nêu căn cứ");
    officer.sees("Hẹn hai lần không đến</textarea>");
    await stop({ "can-cu-khac": "Luật Thử số 1/2026/QH16" });
    assert.equal(officer.seen.status, 422);
    officer.sees("Luật Thử số 1/2026/QH16</textarea>");
    const reason = "Đã quá hạn mà bà con chưa bổ sung giấy tờ";
    await stop({ "ly-do": reason, "words-stop": "Hẹn hai lần không đến", "can-cu": "Luật A", "can-cu-khac": "Nghị định B, Điều 3" });
    const { status, ending, grounds } = await dossierOf(dossier);
    assert.deepEqual([status, ending, grounds], ["stopped", `${reason}. Hẹn hai lần không đến`, ["Luật A", "Nghị định B, Điều 3"]]);
    await officer.goes(officer.link("Thông báo dừng giải quyết"));
    assert.equal(Buffer.from(officer.seen.bytes.slice(0, 5)).toString(), "%PDF-");
    // the leader's key was made today
    Object.assign(hub.context, { now: () => new Date() });
    const leader = await signedIn("lanhdao");
    await leader.sends(`/mot-cua/${dossier}/sign-refusal`, { key: crypto.randomUUID() });
    await leader.goes(`/mot-cua/${dossier}/van-ban-tu-choi.pdf`);
    assert.equal(Buffer.from(leader.seen.bytes.slice(0, 5)).toString(), "%PDF-");
  });
});
