import { type Forms, thing } from "./whole-form.ts";

const ROSTER = "/ban-truc/lich";

/** What is done at the desk of a point: visits, machines, the roster, calls, recordings. */
export function pointForms(): Forms {
  return {
    "a call that was made": (_two, things) => {
      const action = `/ban-truc/goi/${thing(things, "/ban-truc/goi/:call")}`;
      return { right: "helper", also: ["officer"], page: action, action, fill: { outcome: "told", words: "Đã nghe" } };
    },
    "who came": (_two, things) => {
      const action = `/ban-truc/luot/${thing(things, "/ban-truc/luot/:id")}`;
      return { right: "helper", also: ["officer"], page: action, action, fill: { ten: "Cao Thị Mẫu", peer: "yes" } };
    },
    "ending a mandate": (_two, things) => {
      const visit = `/ban-truc/luot/${thing(things, "/ban-truc/luot/:id")}`;
      return { right: "helper", also: ["officer"], page: visit, action: `${visit}/thoi-lam-thay` };
    },
    "ending a visit": (_two, things) => {
      const visit = `/ban-truc/luot/${thing(things, "/ban-truc/luot/:id")}`;
      return { right: "helper", also: ["officer"], page: visit, action: `${visit}/finish` };
    },
    "adding a machine": () => ({
      right: "helper",
      also: ["officer", "leader", "admin"],
      atHome: ["helper", "officer", "leader", "admin"],
      page: "/ban-truc/thiet-bi",
      action: "/ban-truc/thiet-bi",
      fill: { loai: "scanner", "dia-chi": "http://127.0.0.1:9/eSCL", ten: "Máy quét" },
    }),
    "taking a machine away": (_two, things) => ({
      right: "helper",
      also: ["officer", "leader", "admin"],
      page: "/ban-truc/thiet-bi",
      action: `/ban-truc/thiet-bi/${thing(things, "/ban-truc/thiet-bi/:device")}/bo`,
    }),
    "the end of an outage": (_two, things) => ({
      right: "helper",
      also: ["officer", "leader", "admin"],
      page: "/ban-truc/thiet-bi",
      action: `/ban-truc/su-co/${thing(things, "/ban-truc/su-co/:outage")}/xong`,
    }),
    "taking visits on paper back": (_two, things) => ({
      right: "helper",
      also: ["officer"],
      page: "/ban-truc/ghi-bu",
      action: `/ban-truc/ghi-bu/${thing(things, "/ban-truc/ghi-bu/:sheet")}/rut`,
    }),
    "a leave taken back": (_two, things) => ({
      right: "helper",
      also: ["admin"],
      page: ROSTER,
      action: `${ROSTER}/nghi/${thing(things, "/ban-truc/lich/nghi/:id")}/bo`,
    }),
    "agreeing to a swap": (_two, things) => ({
      right: "officer",
      page: ROSTER,
      action: `${ROSTER}/doi/${thing(things, "/ban-truc/lich/doi/:id")}/dong-y`,
      refusedBy: [409],
    }),
    "ending a calendar's address": (_two, things) => ({
      right: "officer",
      page: ROSTER,
      action: `${ROSTER}/dia-chi/${thing(things, "/ban-truc/lich/dia-chi/:id")}/bo`,
    }),
    "approving a recording": (_two, things) => ({
      right: "officer",
      also: ["leader"],
      page: "/mot-cua/giong-noi",
      action: `/mot-cua/giong-noi/${thing(things, "/mot-cua/giong-noi/:voice")}/duyet`,
    }),
    "sending a message again": (_two, things) => ({
      right: "officer",
      also: ["admin"],
      page: "/mot-cua/tin-nhan",
      action: `/mot-cua/tin-nhan/${thing(things, "/mot-cua/tin-nhan/:delivery")}/gui-lai`,
      refusedBy: [409],
    }),
  };
}
