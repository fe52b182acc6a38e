import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { BIRTH_ANSWERS, pageOf } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

/** What the QR of the cards says: the father, who files, and the mother. */
const FATHER = "056085004321||Bo Bo Văn Thử|02011985|Nam|Thôn Suối Thơm, Bắc Khánh Vĩnh, Khánh Hòa|05032022";
const MOTHER = "056190001234||Cao Thị Mẫu|15081990|Nữ|Thôn Suối Thơm, Bắc Khánh Vĩnh, Khánh Hòa|10072021";

/** In names, as people would type them where they must. */
const NAMES: Readonly<Record<string, string>> = { "56": "Khánh Hòa", "22615": "Bắc Khánh Vĩnh" };
const WANTED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.values(BIRTH_ANSWERS).flatMap((page) => Object.entries(page).map(([name, value]) => [name, NAMES[value] ?? value])),
  ),
  "cha.danToc": "Raglai",
};

const MOST_CHARACTERS = 60;

describe("a birth registration with the parents' cards at hand", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.end());

  it(`takes at most ${MOST_CHARACTERS} typed characters, and the declaration says the same as one typed whole`, async (test) => {
    const person = new Person(hub.url);
    await person.sends("/thu-tuc/1.001193", {});
    const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(person.seen.url)?.[1] ?? "";
    await person.sends(`/ho-so/${draft}/the-can-cuoc`, { the: FATHER });
    const typed: string[] = [];
    for (let page = pageOf(person); page !== null; page = pageOf(person)) {
      if (person.seen.text.includes(`/cau/${page}/the/me`)) {
        await person.sends(`/ho-so/${draft}/cau/${page}/the/me`, { the: MOTHER });
        assert.equal(pageOf(person), page);
      }
      const answers = answersOf(person);
      for (const [name, value] of Object.entries(answers)) {
        const wanted = WANTED[name];
        if (wanted === undefined || sameAs(value, wanted)) continue;
        if (!isChosen(person, name)) typed.push(wanted);
        answers[name] = wanted;
      }
      await person.sends(`/ho-so/${draft}/cau/${page}`, answers);
      assert.ok(pageOf(person) !== page, `${page}: ${person.seen.text.match(/class="error"[^>]*>([^<]*)/)?.[1]}`);
    }
    const characters = [...typed.join("")].length;
    test.diagnostic(`typed ${characters} characters: ${typed.join(" | ")}`);
    assert.ok(characters <= MOST_CHARACTERS, `${characters} characters: ${typed.join(" | ")}`);

    await person.goes(`/ho-so/${draft}/giay-to`);
    const [row] = await hub.context.database.sql<{ answers: Record<string, string> }[]>`select answers from drafts where draft = ${draft}`;
    assert.equal(row?.answers["me.soDinhDanh"], "056190001234");
    assert.equal(row?.answers["cha.soDinhDanh"], "056085004321");
    assert.equal(row?.answers["me.ngaySinh"], "1990-08-15");
    assert.equal(row?.answers["me.noiCuTru.commune"], "22615");
  });

  it("does not take the father's card for the mother's, and says so", async () => {
    const person = new Person(hub.url);
    await person.sends("/thu-tuc/1.001193", {});
    const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(person.seen.url)?.[1] ?? "";
    await person.sends(`/ho-so/${draft}/the-can-cuoc`, { the: FATHER });
    for (const page of [
      "quan-he",
      "cha-me",
      "chung-sinh",
      "nguoi-di-lam",
      "so-can-cuoc",
      "noi-o",
      "dien-thoai",
      "ten-be",
      "ngay-sinh-be",
      "gioi-tinh-be",
      "noi-sinh",
    ])
      await person.sends(`/ho-so/${draft}/cau/${page}`, BIRTH_ANSWERS[page] ?? {});
    assert.equal(pageOf(person), "ten-me");
    await person.sends(`/ho-so/${draft}/cau/ten-me/the/me`, { the: FATHER });
    assert.equal(person.seen.status, 422);
    person.sees("Thẻ này không phải của người mẹ");
    await person.sends(`/ho-so/${draft}/cau/ten-me/the/ong-hang-xom`, { the: MOTHER });
    assert.equal(person.seen.status, 404);
  });
});

/** What the page's form would send as it stands. */
function answersOf(person: Person): Record<string, string> {
  const form = person.seen.text.slice(person.seen.text.indexOf('<form method="post" novalidate'));
  const answers: Record<string, string> = {};
  for (const [tag] of form.slice(0, form.indexOf("</form>")).matchAll(/<(?:input|select|textarea)[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name === null || tag.includes('type="submit"')) continue;
    if (/type="(?:radio|checkbox)"/.test(tag))
      answers[name] = tag.includes("checked") ? (attribute(tag, "value") ?? "") : (answers[name] ?? "");
    else answers[name] = attribute(tag, "value") ?? "";
  }
  return answers;
}

function isChosen(person: Person, name: string): boolean {
  return (
    new RegExp(`<input type="radio"[^>]*name="${name}"|<select[^>]*name="${name}"`).test(person.seen.text) ||
    new RegExp(`name="${name}"[^>]*type="radio"`).test(person.seen.text)
  );
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

/** A day may be shown with noughts in front, a unit with what kind of unit it is. */
function sameAs(shown: string, wanted: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/\b0(\d)\b/g, "$1")
      .replace(/^(tỉnh|xã) /i, "")
      .normalize("NFC");
  return plain(shown) === plain(wanted);
}
