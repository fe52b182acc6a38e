import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openSmtp } from "../../../src/partners/messages/smtp.ts";
import { type MailServer, openMailServer } from "../../support/message-servers.ts";

const message = { key: "0190-key", to: "mau@vidu.vn", subject: "Đã nhận hồ sơ", text: "Hẹn trả thứ Sáu." };

describe("a mail server", () => {
  let server: MailServer;
  before(async () => {
    server = await openMailServer();
  });
  after(() => server.close());
  const messenger = () => openSmtp({ url: server.url, from: "UBND xã Thử <motcua@xa.vidu.vn>" }, 3_000);

  it("gets a letter with all accents, whose Message-ID is the message's key, and that no machine answers", async () => {
    assert.deepEqual(await messenger().send(message), { is: "sent" });
    const letter = server.letters.at(-1);
    assert.deepEqual(letter?.to, ["mau@vidu.vn"]);
    assert.match(letter?.raw ?? "", /^Message-ID: <0190-key@xa\.vidu\.vn>/m);
    assert.match(letter?.raw ?? "", /^Auto-Submitted: auto-generated/m);
    assert.match(letter?.text ?? "", /Hẹn trả thứ Sáu\./);
  });

  it("that knows no such address is not asked again; that is busy or broken is", async () => {
    server.refuse = 550;
    assert.deepEqual(await messenger().send(message), { is: "never", error: "SMTP 550" });
    server.refuse = 451;
    assert.deepEqual(await messenger().send(message), { is: "later", error: "SMTP 451" });
    server.refuse = null;
    const nobody = openSmtp({ url: "smtp://127.0.0.1:9", from: "a@vidu.vn" }, 3_000);
    assert.deepEqual(await nobody.send(message), { is: "later", error: "Không nối được" });
  });

  it("is told one address, whatever was typed", async () => {
    await messenger().send({ ...message, subject: "a\r\nBcc: khac@vidu.vn" });
    assert.doesNotMatch(server.letters.at(-1)?.raw ?? "", /^Bcc:/m);
    assert.deepEqual(server.letters.at(-1)?.to, ["mau@vidu.vn"]);
  });
});
