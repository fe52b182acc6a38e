import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Actor, DossierEvent } from "../../../src/domain/dossier/events.ts";
import { messageOf } from "../../../src/domain/messages/kinds.ts";
import { newsWords } from "../../../src/domain/messages/news-words.ts";
import { channelsFor, maskContact, mayMessage } from "../../../src/domain/messages/reach.ts";
import { nextTry } from "../../../src/domain/messages/retry.ts";
import { withoutAccents } from "../../../src/domain/messages/sms.ts";
import { parseTemplate } from "../../../src/domain/messages/template.ts";

const ALL = new Set(["email", "sms", "zalo"] as const);
const both = { phone: "0905000123", email: "mau@vidu.vn", agreed: true, declined: false };

describe("who may be told, and how", () => {
  it("takes a number or an address whose owner agreed, until they say no", () => {
    assert.equal(mayMessage(both), true);
    assert.equal(mayMessage({ ...both, phone: null }), true);
    assert.equal(mayMessage({ ...both, phone: null, email: null }), false);
    assert.equal(mayMessage({ ...both, declined: true }), false);
    assert.equal(mayMessage({ ...both, agreed: false }), false, "silence is no consent");
    assert.deepEqual(channelsFor({ ...both, agreed: false }, ALL), []);
    assert.deepEqual(channelsFor({ ...both, declined: true }, ALL), []);
  });

  it("reads on the receipt by which way news comes, to whom is masked; without any, how they are told else", () => {
    assert.match(newsWords(both, ALL), /^Thư điện tử đến m•••@vidu\.vn và Zalo đến 09••••••23\. /);
    assert.match(newsWords({ ...both, agreed: false }, ALL), /^Không nhắn tin\. .*gọi 09••••••23\.$/);
    assert.match(newsWords({ ...both, declined: true, phone: null }, ALL), /^Không nhắn tin\. .*trưởng thôn/);
    assert.match(newsWords(both, new Set()), /^Không nhắn tin\. /, "no channel is on");
  });

  it("sends on the phone by one way only, and nothing to a landline", () => {
    assert.deepEqual(
      channelsFor(both, ALL).map(({ channel }) => channel),
      ["email", "zalo"],
    );
    assert.deepEqual(channelsFor({ ...both, email: null }, new Set(["sms"] as const)), [{ channel: "sms", to: "0905000123" }]);
    assert.deepEqual(channelsFor({ ...both, email: null, phone: "02583123456" }, ALL), []);
    assert.deepEqual(channelsFor(both, new Set()), []);
  });

  it("masks numbers and addresses where others see them", () => {
    assert.equal(maskContact("0905000123"), "09••••••23");
    assert.equal(maskContact("mau@vidu.vn"), "m•••@vidu.vn");
  });
});

describe("which event is told", () => {
  const by = (role: Actor["role"]): Actor => ({ role, id: null, name: "" });

  it("tells the answer to a wish to withdraw, and not one's own withdrawal", () => {
    const withdrawn: DossierEvent = { type: "withdrawn", reason: "" };
    assert.equal(messageOf({ event: withdrawn, actor: by("citizen") }), null);
    assert.equal(messageOf({ event: withdrawn, actor: by("officer") }), "withdrawal-answered");
  });

  it("tells nothing of what goes on inside the office", () => {
    for (const event of [{ type: "started" }, { type: "proposed", note: "" }, { type: "sent-back", words: "x" }] as const)
      assert.equal(messageOf({ event, actor: by("officer") }), null);
  });
});

describe("trying again", () => {
  it("waits longer each time, days in all, and then asks for a person", () => {
    const at = new Date("2026-11-27T01:00:00Z");
    const pauses: number[] = [];
    for (let tries = 1; ; tries += 1) {
      const next = nextTry(tries, at);
      if (next === null) break;
      pauses.push(next.getTime() - at.getTime());
    }
    assert.deepEqual(
      pauses,
      [...pauses].sort((a, b) => a - b),
    );
    assert.equal(pauses[0], 60_000);
    assert.ok(pauses.reduce((sum, pause) => sum + pause, 0) > 2 * 86_400_000);
  });
});

describe("a text without accents", () => {
  it("keeps every letter of Vietnamese readable, and holds nothing that SMS cannot carry", () => {
    assert.equal(withoutAccents("Đã nhận hồ sơ – “Ừ”, 7:30–11:00 …"), 'Da nhan ho so - "U", 7:30-11:00 ...');
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        assert.match(withoutAccents(text), /^[\n -~]*$/);
      }),
    );
  });
});

describe("a template that is wrong", () => {
  it("is told which place nobody can fill, and that a procedure's name is nobody else's business", () => {
    const fine = { subject: "a", text: "b", call: "c" };
    assert.equal(parseTemplate(fine, "received.yaml").ok, true);
    const unknown = parseTemplate({ ...fine, text: "Chào {hoTen}" }, "received.yaml");
    assert.ok(!unknown.ok && /không biết chỗ \{hoTen\}/.test(unknown.reason.join("\n")));
    assert.equal(parseTemplate({ ...fine, text: "{thuTuc}" }, "received.yaml").ok, false);
    assert.equal(parseTemplate({ ...fine, call: "" }, "received.yaml").ok, false);
  });
});
