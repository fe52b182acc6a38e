import assert from "node:assert/strict";
import { aSheet, asFile } from "./paper.ts";
import type { Person } from "./person.ts";

/** What a father answers when he registers the birth of his daughter; page by page, as the form asks. */
export const BIRTH_ANSWERS: Readonly<Record<string, Record<string, string>>> = {
  "quan-he": { "nyc.quanHe": "cha-de" },
  "cha-me": { loaiKhaiSinh: "du-cha-me" },
  "chung-sinh": { chungSinh: "co" },
  "nguoi-di-lam": { "nyc.hoTen": "Bo Bo Văn Thử", "nyc.ngaySinh": "2/1/1985" },
  "so-can-cuoc": { "nyc.soDinhDanh": "056085004321", "nyc.giayTo.ngayCap": "5/3/2022" },
  "noi-o": { "nyc.noiCuTru.province": "Khánh Hòa", "nyc.noiCuTru.commune": "Bắc Khánh Vĩnh", "nyc.noiCuTru.detail": "Thôn Suối Thơm" },
  "dien-thoai": { "nyc.soDienThoai": "" },
  "ten-be": { "con.hoTen": "Bo Bo Thị Mẫu" },
  "ngay-sinh-be": { "con.ngaySinh": "1/11/2026" },
  "gioi-tinh-be": { "con.gioiTinh": "nu" },
  "noi-sinh": { "con.noiSinh.province": "56", "con.noiSinh.commune": "22615", "con.noiSinh.detail": "Trạm y tế xã" },
  "ten-me": { "me.hoTen": "Cao Thị Mẫu", "me.ngaySinh": "15/8/1990" },
  "can-cuoc-me": { "me.soDinhDanh": "056190001234" },
  "dan-toc-me": { "me.danToc": "Raglai", "me.quocTich": "Việt Nam" },
  "noi-o-me": { "me.noiCuTru.province": "56", "me.noiCuTru.commune": "22615", "me.noiCuTru.detail": "Thôn Suối Thơm" },
  "ten-cha": { "cha.hoTen": "Bo Bo Văn Thử", "cha.ngaySinh": "2/1/1985" },
  "can-cuoc-cha": { "cha.soDinhDanh": "056085004321" },
  "dan-toc-cha": { "cha.danToc": "Ra-glai", "cha.quocTich": "Việt Nam" },
  "noi-o-cha": { "cha.noiCuTru.province": "56", "cha.noiCuTru.commune": "22615", "cha.noiCuTru.detail": "Thôn Suối Thơm" },
  "ket-hon": { "ketHon.co": "yes", "ketHon.ngay": "", "ketHon.coQuan": "" },
  "dan-toc-be": { "con.danToc": "Ra-glai", "con.quocTich": "Việt Nam" },
  "que-quan": { "con.queQuan.province": "56", "con.queQuan.commune": "22615", "con.queQuan.detail": "" },
  "ban-sao": { "banSao.co": "no" },
};

/** Begins a birth registration and answers all its questions; afterwards the papers are in front of them. Answers the draft's id. */
export async function answerAll(person: Person, practice = false): Promise<string> {
  await person.sends("/thu-tuc/1.001193", practice ? { practice: "yes" } : {});
  const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(person.seen.url)?.[1] ?? "";
  await person.goes(`/ho-so/${draft}?bo-qua=1`);
  for (let page = pageOf(person); page !== null; page = pageOf(person)) {
    const answers = BIRTH_ANSWERS[page];
    assert.ok(answers, `the page ${page} has an answer`);
    await person.sends(`/ho-so/${draft}/cau/${page}`, answers);
    assert.ok(person.seen.status === 200, `${page} is taken: ${person.seen.text.match(/class="error">([^<]*)/)?.[1]}`);
    assert.ok(pageOf(person) !== page, `${page} leads on`);
  }
  return draft;
}

export async function photographBirthNotice(person: Person, draft: string): Promise<void> {
  const form = new FormData();
  form.append("tep", asFile(await aSheet(), "giay.jpg", "image/jpeg"));
  await person.sends(`/ho-so/${draft}/giay-to/giay-chung-sinh`, form);
  person.sees("Đã có 1 trang");
}

/** The question in front of them; null when it is none. */
export function pageOf(person: Person): string | null {
  return /\/cau\/([a-z0-9-]+)/.exec(person.seen.url)?.[1] ?? null;
}
