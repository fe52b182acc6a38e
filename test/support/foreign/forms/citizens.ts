import { officeDay } from "../../../../src/base/clock.ts";
import { REGISTER } from "../desk.ts";
import { TELLTALE } from "../two-offices.ts";
import { type Forms, thing } from "./whole-form.ts";

const ENTRY = `/mot-cua/so/${REGISTER}/${officeDay(new Date()).slice(0, 4)}/1`;

/** What citizens send of their own, and what the desk answers them; and the registers. */
export function citizenForms(): Forms {
  return {
    "answering a question": (_two, things) => {
      const page = `/ho-so/${thing(things, "/ho-so/:id")}/cau/ten-me`;
      return {
        right: "citizen",
        page: `${page}?sua=1`,
        action: page,
        fill: { "me.hoTen": `Cao Thị ${TELLTALE} Hai`, "me.ngaySinh": "15/8/1990" },
      };
    },
    "sending a declaration": (_two, things) => {
      const draft = `/ho-so/${thing(things, "/ho-so/:id")}`;
      return { right: "citizen", page: `${draft}/xem-lai`, action: `${draft}/gui` };
    },
    "confirming a galley": (_two, things) => {
      const galley = `/tra-cuu/${thing(things, "/tra-cuu/:code")}/ban-nhap`;
      return { right: "citizen", page: galley, action: `${galley}/dung`, refusedBy: [429] };
    },
    withdrawing: (_two, things) => {
      const tracked = `/tra-cuu/${thing(things, "/tra-cuu/:code")}`;
      return { right: "citizen", page: tracked, action: `${tracked}/rut`, fill: { reason: "Làm ở nơi khác" }, refusedBy: [429] };
    },
    "taking a consent back": (_two, things) => {
      const action = `/du-lieu/dong-y/${thing(things, "/du-lieu/dong-y/:consent")}/rut`;
      return { right: "citizen", page: "/du-lieu", action };
    },
    "answering a request": (_two, things) => {
      const action = `/mot-cua/du-lieu/${thing(things, "/mot-cua/du-lieu/:request")}`;
      return { right: "officer", also: ["leader"], page: action, action, fill: { outcome: "done", words: "Đã xem cùng bà con" } };
    },
    "ending a hold": (_two, things) => {
      const action = `/mot-cua/du-lieu/giu-lai/${thing(things, "/mot-cua/du-lieu/giu-lai/:hold")}/thoi`;
      return { right: "officer", also: ["leader"], page: "/mot-cua/du-lieu", action };
    },
    "answering what was said": (_two, things) => {
      const id = thing(things, "/mot-cua/gop-y/:feedback");
      const fill = { [`words-${id}`]: "Đã sửa máy in" };
      return { right: "officer", also: ["leader"], page: "/mot-cua/gop-y", action: `/mot-cua/gop-y/${id}`, fill, refusedBy: [409] };
    },
    "answering a question of a colleague": (_two, things) => {
      const action = `/mot-cua/hoi/${thing(things, "/mot-cua/hoi/:question")}`;
      return { right: "leader", page: action, action, fill: { dung: "yes", words: "Đúng" } };
    },
    "taking a paper dossier in": (_two, things) => {
      const action = `/mot-cua/nhan-ho-so/${thing(things, "/mot-cua/nhan-ho-so/:intake")}`;
      return {
        right: "officer",
        page: action,
        action,
        fill: { "ho-ten": "Bo Bo Văn Thử", lam: "nhan:khong", "loi-nhan": "Không thuộc xã" },
      };
    },
    "asking for copies": () => ({
      right: "officer",
      page: ENTRY,
      action: `${ENTRY}/ban-sao`,
      fill: { "nguoi-xin": "Cao Thị Mẫu", "so-ban": "1" },
    }),
    "sending copies back": () => ({ right: "leader", page: ENTRY, action: `${ENTRY}/tra-lai`, fill: { "loi-tra": "Ghi rõ số bản" } }),
    "correcting an entry": () => ({
      right: "officer",
      page: ENTRY,
      action: `${ENTRY}/cai-chinh`,
      fill: { "dong-0": "Bo Bo Thị Mận", "ly-do": "Ghi lộn" },
    }),
    "signing a correction": () => ({ right: "leader", page: ENTRY, action: `${ENTRY}/ky` }),
  };
}
