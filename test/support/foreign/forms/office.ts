import { aKeyFile, makeKey } from "../../key-files.ts";
import { asFile } from "../../paper.ts";
import { BIRTH } from "../office.ts";
import { OWN } from "../two-offices.ts";
import { type Forms, thing } from "./whole-form.ts";

const DAYS = "/quan-tri/gio-lam-viec";
const POINT = "/quan-tri/diem/loc-vung";
const KEYS = "/quan-tri/chu-ky";
const TARGETS = "/thong-ke/muc-tieu";
const MAIL = "/thong-ke/bao-cao-qua-thu";

/** What admins and leaders decide for their office. */
export function officeForms(): Forms {
  const admin = { right: "admin", atHome: ["admin"] } as const;
  const week = { right: "admin", page: `${POINT}/lich` } as const;
  return {
    "office hours": () => ({
      ...admin,
      page: DAYS,
      action: `${DAYS}/gio`,
      fill: { "sang-mo": "7:00", "sang-dong": "11:00", "chieu-mo": "13:30", "chieu-dong": "17:00" },
    }),
    "a day of one's own": () => ({ ...admin, page: DAYS, action: DAYS, fill: { ngay: "17/12/2026", loai: "closed", "vi-sao": "Nước lũ" } }),
    "a day taken back": (_two, things) => ({
      right: "admin",
      page: DAYS,
      action: `${DAYS}/${thing(things, "/quan-tri/gio-lam-viec/:day")}/bo`,
    }),
    "a key that signs no more": (_two, things) => {
      const action = `${KEYS}/${thing(things, "/quan-tri/chu-ky/:key")}/thoi`;
      return { right: "admin", page: action, action };
    },
    "a key for a leader": async (two) => {
      const [leader] = await two.hub.context.database.sql<{ staff: string }[]>`
        select staff from staff where office = ${OWN} and role = 'leader'`;
      const file = asFile(await aKeyFile(await makeKey(), "mat-khau"), "khoa.p12", "application/x-pkcs12");
      const fill = { "cua-ai": leader?.staff ?? "", "mat-khau": "mat-khau" };
      return { right: "admin", page: KEYS, action: KEYS, fill, file: { field: "tep", file }, refusedBy: [422] };
    },
    "a shift more": () => ({ ...week, action: `${POINT}/lich`, fill: { thu: "6", mo: "8:00", dong: "10:30", ngay: "", tu: "" } }),
    "a day off of a point": () => ({ ...week, action: `${POINT}/nghi`, fill: { "ngay-nghi": "18/12/2026", "vi-sao": "họp thôn" } }),
    "a point open again": (_two, things) => ({ ...week, action: `${POINT}/nghi/${thing(things, "/quan-tri/diem/:point/nghi/:day")}/bo` }),
    "a shift less": (_two, things) => ({ ...week, action: `${POINT}/lich/${thing(things, "/quan-tri/diem/:point/lich/:shift")}/bo` }),
    "a service less": (_two, things) => ({
      right: "admin",
      page: `${POINT}/dich-vu`,
      action: `${POINT}/dich-vu/${thing(things, "/quan-tri/diem/:point/dich-vu/:link")}/bo`,
    }),
    "a point as a copy": () => ({
      right: "admin",
      page: "/quan-tri",
      action: `${POINT}/chep`,
      fill: { ten: "Điểm Thử", noi: "thôn Thử", ngay: "2/1/2027" },
    }),
    "the table of retention": () => ({ ...admin, page: "/luu-giu", action: "/luu-giu", fill: { "da-doc": "yes" } }),
    "taking a version back": (_two, things) => ({
      right: "admin",
      page: `${BIRTH}/lich-su`,
      action: `${BIRTH}/lich-su/${thing(things, "/quan-tri/thu-tuc/:code/lich-su/:version")}/rut`,
    }),
    "publishing a procedure": () => ({
      right: "admin",
      page: `${BIRTH}/ap-dung`,
      action: `${BIRTH}/ap-dung`,
      fill: { ngay: "30/12/2099" },
      refusedBy: [409, 422],
    }),
    "a goal": () => ({
      right: "leader",
      atHome: ["leader"],
      page: TARGETS,
      action: TARGETS,
      fill: { unit: "22615", measure: "on-time-rate", percent: "95", from: "2026-11-01", to: "2026-12-31" },
    }),
    "a goal less": (_two, things) => ({
      right: "leader",
      page: TARGETS,
      action: `${TARGETS}/${thing(things, "/thong-ke/muc-tieu/:target")}/bo`,
    }),
    "a report by e-mail": () => ({
      right: "leader",
      also: ["officer"],
      atHome: ["officer", "leader"],
      page: MAIL,
      action: MAIL,
      fill: { "thu-dien-tu": "lanh.dao@vidu.vn" },
    }),
    "a report confirmed": (_two, things) => {
      const action = `${MAIL}/xac-nhan/${thing(things, "/thong-ke/bao-cao-qua-thu/xac-nhan/:token")}`;
      return { right: "leader", page: action, action };
    },
    "a report no more": (_two, things) => ({
      right: "leader",
      page: MAIL,
      action: `${MAIL}/${thing(things, "/thong-ke/bao-cao-qua-thu/:subscription")}/bo`,
    }),
    "a filter less": (_two, things) => ({
      right: "officer",
      page: "/mot-cua",
      action: `/mot-cua/loc/${thing(things, "/mot-cua/loc/:filter")}/bo`,
    }),
  };
}
