import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { ACCOUNT_MESSAGES, type AccountMessage, accountTemplateSchema } from "../../src/domain/messages/account-template.ts";
import { KINDS } from "../../src/domain/messages/kinds.ts";
import { SMS_CHARACTERS, withoutAccents } from "../../src/domain/messages/sms.ts";
import { fillPlaces, fillWords, type Places } from "../../src/domain/messages/template.ts";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { readContent } from "../../src/main/content.ts";

const { messages, accountMessages } = readContent(join(PROJECT_FOLDER, "content"));

const ACCOUNT_NAMES = Object.keys(ACCOUNT_MESSAGES) as AccountMessage[];

/** As long as each place gets here. */
const LONG: Places = {
  coQuan: "Công an xã Bắc Khánh Vĩnh",
  thuTuc: "Xác nhận tình trạng hôn nhân",
  maTraCuu: "BCDFGHJKMN",
  ngayHen: "chủ nhật 27/12",
  hanXem: "thứ Năm 24/12",
  soTien: "1.000.000 đồng",
  noiNhan: "Điểm hỗ trợ Cà phê Lộc Vừng, từ thứ Năm 24/12, 13:30–16:30",
};

describe("the messages", () => {
  it("have a file for each kind, and no file is there for none", () => {
    const files = readdirSync(join(PROJECT_FOLDER, "content/messages")).map((file) => file.replace(".yaml", ""));
    assert.deepEqual(files.sort(), [...KINDS, ...ACCOUNT_NAMES].sort());
  });

  for (const kind of KINDS) {
    it(`${kind}: fits one SMS in practice and out of it, leaves no place open, and can be said in one breath`, () => {
      const { subject, text, call } = messages[kind];
      const filled = [subject, text, call].map((words) => fillPlaces(words, LONG));
      for (const words of filled) assert.doesNotMatch(words, /[{}]/);
      assert.ok(withoutAccents(`[Thực hành] ${filled[1]}`).length <= SMS_CHARACTERS, `${filled[1]?.length}: ${filled[1]}`);
      assert.match(text, /\{maTraCuu\}/, "people can look it up");
      assert.ok((call.match(/\.(?:\s|$)/g) ?? []).length <= 1, "one sentence");
    });
  }

  for (const name of ACCOUNT_NAMES) {
    it(`${name}: fits one SMS in practice and out of it, and leaves no place open`, () => {
      const long = { ma: "123456", noi: "địa chỉ thư điện tử", phut: "30", noiMoi: "b•••••@thu-dien-tu.vidu.vn", coQuan: LONG.coQuan };
      const { subject, text } = accountMessages[name];
      const filled = [subject, text].map((words) => fillWords(words, long));
      for (const words of filled) assert.doesNotMatch(words, /[{}]/);
      assert.ok(withoutAccents(`[Thực hành] ${filled[1]}`).length <= SMS_CHARACTERS, `${filled[1]?.length}: ${filled[1]}`);
    });
  }

  it("about an account are refused when they name what nobody fills in, or leave the code out", () => {
    const wrong = (text: string) => accountTemplateSchema("contact-code").safeParse({ subject: "Mã", text }).success;
    assert.deepEqual(["Mã {ma}.", "Mã {ma} cho {ten}.", "Mã ở trong thư."].map(wrong), [true, false, false]);
  });
});
