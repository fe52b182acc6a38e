import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { atOffice, officeDay } from "../../src/base/clock.ts";
import { addDays } from "../../src/domain/deadlines/days.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { viewpointOf } from "../../src/operations/measures/viewpoint.ts";
import { sendDue } from "../../src/operations/messages/send.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { mailReports } from "../../src/operations/reports/mail-reports.ts";
import { readForMailbox } from "../../src/operations/reports/read-report.ts";
import { findStaffByUsername } from "../../src/store/records/staff.ts";
import { aSubmission, submit } from "../support/api.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { type MailServer, openMailServer } from "../support/message-servers.ts";
import { Person } from "../support/person.ts";

describe("a report by e-mail", () => {
  let hub: TestHub;
  let mail: MailServer;
  const today = officeDay(new Date());
  const month = `${today.slice(0, 7)}-01`;
  const nextMonth = () => atOffice(`${addDays(month, 31).slice(0, 7)}-02`, "08:00");
  before(async () => {
    mail = await openMailServer();
    hub = await openHub({ messages: { email: { url: mail.url, from: "UBND xã Thử <motcua@xa.vidu.vn>" }, sms: null, zalo: null } });
    const admin = await signIn("quantri");
    await admin.sends("/mot-cua/tin-nhan/kenh/email", { on: "yes" });
    const token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    await Promise.all(Array.from({ length: 7 }, () => submit(hub.url, token, aSubmission(400))));
    const { sql } = hub.context.database;
    await sql`update dossier_facts set outcome = 'issued', settled_on = ${today}, took = 0, timeliness = 'late'`;
    await sql`
      insert into outages (office, outage, point, kind, note, began_at) values ('bac-khanh-vinh', gen_random_uuid(), 'loc-vung', 'power', 'gọi chị Cao Thị Mẫu', now())`;
  });
  after(async () => {
    await hub.end();
    await mail.close();
  });

  const signIn = async (username: string) => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    return member;
  };
  const later = () => ({ ...hub.context, now: nextMonth });
  const lettersTo = (address: string) => mail.letters.filter(({ to }) => to.includes(address));
  /** Asks for a report, and says yes from the mailbox. */
  const subscribe = async (report: string, address: string) => {
    const leader = await signIn("lanhdao");
    await leader.sends("/thong-ke/bao-cao-qua-thu", { "bao-cao": report, ky: "month", "thu-dien-tu": address });
    await sendDue(hub.context);
    const path = /\/thong-ke\/bao-cao-qua-thu\/xac-nhan\/[\w-]+/.exec(lettersTo(address)[0]?.text ?? "")?.[0] ?? assert.fail("no letter");
    await leader.sends(path, {});
    leader.sees("đang gửi, từ");
  };

  it("at the desk names five late dossiers and says how many more there are, with the way to all of them", async () => {
    const leader = await signIn("lanhdao");
    await leader.goes(`/thong-ke/bao-cao/hop-giao-ban?tu=${month}&den=${today}`);
    leader.sees("và 2 hồ sơ nữa, xem Số liệu › Quá hạn");
    leader.sees("gọi chị Cao Thị Mẫu");
    await leader.goes(leader.link("và 2 hồ sơ nữa"));
    leader.sees("Quá hạn: 7");
  });

  it("brings the paper along: figures alone, without the code of a dossier and without words that somebody typed", async () => {
    await subscribe("hop-giao-ban", "lanhdao@xa.vidu.vn");
    assert.equal(await mailReports(later()), 1);
    assert.equal(await mailReports(later()), 0);
    await sendDue(later());
    const [, letter, ...more] = lettersTo("lanhdao@xa.vidu.vn");
    assert.equal(more.length, 0);
    assert.ok(letter?.raw.includes(`filename=hop-giao-ban-${today.slice(0, 7)}.pdf`));
    const pdf = /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(letter?.raw ?? "")?.[1] ?? "";
    assert.equal(Buffer.from(pdf, "base64").subarray(0, 5).toString(), "%PDF-");

    const [leader] = await findStaffByUsername(hub.context.database.sql, "lanhdao");
    assert.ok(leader);
    const view = await viewpointOf(hub.context, leader, { unit: "", point: "", since: "", hold: "office", from: month, to: today });
    assert.ok(view.ok);
    const told = JSON.stringify(await readForMailbox(hub.context, leader, view.value, "hop-giao-ban", "Tháng này"));
    assert.match(told, /"Quá hạn","value":"7"/);
    assert.match(told, /mất điện/);
    const codes = await hub.context.database.sql<{ code: string }[]>`select tracking_code as code from dossiers`;
    for (const secret of ["Cao", "Bo Bo", "gọi chị", ...codes.map(({ code }) => code)]) assert.ok(!told.includes(secret), secret);
  });

  it("is a link alone where the report is names", async () => {
    await subscribe("so-theo-doi", "so@xa.vidu.vn");
    assert.equal(await mailReports(later()), 1);
    await sendDue(later());
    const letter = lettersTo("so@xa.vidu.vn")[1];
    assert.match(letter?.text ?? "", /có tên bà con nên không gửi kèm/);
    assert.doesNotMatch(letter?.raw ?? "", /application\/pdf/);
  });

  it("says of a quarter that its days were not read in the law's text", async () => {
    const leader = await signIn("lanhdao");
    await leader.goes("/thong-ke/bao-cao/ii-06a?ky=2026-Q1");
    leader.sees("chưa đối chiếu văn bản");
    await leader.goes(`/thong-ke/bao-cao/ii-06a?tu=${month}&den=${today}`);
    leader.seesNot("chưa đối chiếu văn bản.");
  });
});
