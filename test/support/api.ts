import { createHash, randomBytes } from "node:crypto";
import { ASKER } from "./correction.ts";

/** The answers of a birth registration as a partner sends them, all in one. */
export const PARTNER_ANSWERS: Readonly<Record<string, string>> = {
  "nyc.quanHe": "Cha đẻ",
  loaiKhaiSinh: "du-cha-me",
  chungSinh: "co",
  ...ASKER,
  "con.hoTen": "Bo Bo Thị Mẫu",
  "con.ngaySinh": "2026-11-01",
  "con.gioiTinh": "Nữ",
  "con.noiSinh": "Trạm y tế, Bắc Khánh Vĩnh, Khánh Hòa",
  "me.hoTen": "Cao Thị Mẫu",
  "me.ngaySinh": "15/8/1990",
  "me.soDinhDanh": "056190001234",
  "me.danToc": "Ra-glai",
  "me.quocTich": "Việt Nam",
  "me.noiCuTru": "Thôn Suối Thơm, Bắc Khánh Vĩnh, Khánh Hòa",
  "cha.hoTen": "Bo Bo Văn Thử",
  "cha.ngaySinh": "1985-01-02",
  "cha.soDinhDanh": "056085004321",
  "cha.danToc": "Ra-glai",
  "cha.quocTich": "Việt Nam",
  "cha.noiCuTru": "Thôn Suối Thơm, Bắc Khánh Vĩnh, Khánh Hòa",
  "ketHon.co": "yes",
  "ketHon.ngay": "",
  "ketHon.coQuan": "",
  "con.danToc": "Ra-glai",
  "con.quocTich": "Việt Nam",
  "con.queQuan": "Bắc Khánh Vĩnh, Khánh Hòa",
  "banSao.co": "no",
};

export interface Submission {
  readonly key: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** sha256 of each file, hex */
  readonly hashes: readonly string[];
}

/** A submission with its own key and its own files, so that each can be looked for afterwards. */
export function aSubmission(fileBytes: number, papers: readonly string[] = ["giay-chung-sinh"]): Submission {
  const files = new Map(papers.map((paper) => [paper, new Uint8Array(randomBytes(fileBytes))]));
  const hashes = [...files.values()].map((bytes) => createHash("sha256").update(bytes).digest("hex"));
  return { key: `key-${randomBytes(12).toString("hex")}`, files, hashes };
}

export function submit(url: string, token: string, { key, files }: Submission, change: object = {}): Promise<Response> {
  const form = new FormData();
  const dossier = {
    procedure: "1.001193",
    answers: PARTNER_ANSWERS,
    applicant: { name: "Bo Bo Văn Thử", identityNumber: "056085004321" },
    channel: "online",
    ...change,
  };
  form.append("dossier", JSON.stringify(dossier));
  for (const [paper, bytes] of files) form.append(paper, new File([Uint8Array.from(bytes)], `${paper}.pdf`, { type: "application/pdf" }));
  return fetch(new URL("/api/v1/dossiers", url), {
    method: "POST",
    body: form,
    headers: { authorization: `Bearer ${token}`, "idempotency-key": key },
  });
}
