import { type Command, decide } from "../../../src/domain/dossier/decide.ts";
import type { DossierEvent, DueDate, LoggedEvent } from "../../../src/domain/dossier/events.ts";
import { type Dossier, fold } from "../../../src/domain/dossier/fold.ts";
import { MOVES, type Move, type Role } from "../../../src/domain/dossier/moves.ts";
import type { Help } from "../../../src/domain/point/degree.ts";

const DUE: DueDate = { day: "2026-11-26", time: "17:00", explanation: ["trong ngày"] };

const ENTRY = { dossier: "d", resultCode: "KQ", name: "Giấy khai sinh", register: "khai-sinh", year: 2026, number: 1 };

/** A command of each move with all that it needs. */
export const COMMANDS: { [Name in Move]: Extract<Command, { move: Name }> } = {
  countersign: { move: "countersign" },
  "judge-duplicate": { move: "judge-duplicate", other: "00000000-0000-7000-8000-000000000001", same: false, reason: "Hai bé sinh đôi" },
  "enter-declaration": { move: "enter-declaration", answers: { a: "b" }, declaration: { title: "", sections: [], oath: "" } },
  accept: { move: "accept", dossierCode: "000.15.22.H32-261125-0001", due: DUE },
  decline: { move: "decline", reason: "Không thuộc xã" },
  "request-supplement": { move: "request-supplement", reasons: ["Ảnh mờ"], words: "Chụp lại" },
  supplement: { move: "supplement", papers: [], words: "Đã chụp lại", due: { ...DUE, day: "2026-11-30" } },
  "send-galley": { move: "send-galley", until: "2026-11-26" },
  "confirm-galley": { move: "confirm-galley", how: "self", words: "" },
  "correct-galley": {
    move: "correct-galley",
    how: "self",
    changes: [{ field: "con.hoTen", label: "Tên", from: "Mẫu", to: "Mẩu" }],
    answers: { "con.hoTen": "Mẩu" },
    words: "",
  },
  "take-correction": {
    move: "take-correction",
    answers: { "con.hoTen": "Mẩu" },
    declaration: { title: "", sections: [], oath: "" },
    words: "",
  },
  "answer-correction": { move: "answer-correction", words: "Giấy chứng sinh ghi như thế" },
  "skip-galley": { move: "skip-galley", reason: "Bà con xem tại quầy" },
  "close-galley": { move: "close-galley", until: "2026-11-26", today: "2026-11-27" },
  start: { move: "start" },
  propose: { move: "propose", note: "" },
  "send-back": { move: "send-back", words: "Xem lại tên" },
  sign: {
    move: "sign",
    result: {
      code: "KQ",
      name: "Giấy khai sinh",
      register: "khai-sinh",
      year: 2026,
      number: 1,
      sha256: "0",
      signer: "Cao Văn Ký Mẫu",
      issuedOn: "2026-11-25",
    },
  },
  stop: { move: "stop", reason: "Đã đăng ký ở nơi khác", grounds: ["Luật Thử số 1/2026/QH16"] },
  withdraw: { move: "withdraw", reason: "" },
  "hand-over": { move: "hand-over", to: "Bo Bo Văn Thử", identityNumber: null, place: "Điểm hỗ trợ", proof: { kind: "card" } },
  revoke: { move: "revoke", reason: "Ghi sai", day: "2026-12-01" },
  "request-fee": { move: "request-fee", amountDong: 8000, words: "Bản sao thêm", payBy: null },
  "settle-fee": { move: "settle-fee", receipt: "BL-01", due: { ...DUE, day: "2026-12-01" } },
  "ask-withdrawal": { move: "ask-withdrawal", reason: "Làm ở nơi khác" },
  "grant-withdrawal": { move: "grant-withdrawal", reason: "Làm ở nơi khác" },
  "decline-withdrawal": { move: "decline-withdrawal", reason: "Đã ký rồi" },
  extend: { move: "extend", days: 3, because: "Hỏi xã khác", due: { ...DUE, day: "2026-12-02" } },
  apologise: { move: "apologise", reasons: ["Hồ sơ nhiều, không kịp"], words: "", before: DUE, due: { ...DUE, day: "2026-12-03" } },
  assign: { move: "assign", to: { id: "s1", name: "Bo Bo Văn Thử" }, words: "Làm tiếp giúp" },
  note: { move: "note", words: "Đã gọi điện, bà con sẽ đến" },
  "ask-opinion": {
    move: "ask-opinion",
    question: {
      id: "q1",
      kind: "verification",
      of: { office: "cong-an", officeName: "Công an xã", staff: null, name: "" },
      words: "Có đúng người này cư trú ở xã không?",
      sections: [],
      papers: [],
      due: { day: "2026-11-27", time: "17:00" },
    },
  },
  "give-opinion": { move: "give-opinion", question: "q1", words: "Đúng", verdict: "yes" },
  transfer: { move: "transfer", to: { office: "xa-khac", officeName: "UBND xã Khác", dossier: "d2" }, reason: "Mẹ cư trú ở xã đó" },
  "link-entry": { move: "link-entry", entry: ENTRY, changes: [] },
  "ask-entry": { move: "ask-entry", ask: { kind: "copies", asker: "Bo Bo Văn Thử", count: 1, purpose: "Đi học" } },
  "decline-entry-ask": { move: "decline-entry-ask", reason: "Xem lại" },
  correct: {
    move: "correct",
    correction: {
      day: "2026-12-01",
      register: "cai-chinh",
      year: 2026,
      number: 1,
      reason: "Chép sai",
      changes: [{ row: 0, label: "Họ, chữ đệm, tên", from: "MẨU", to: "MẪU" }],
      signer: "Cao Văn Ký Mẫu",
      paper: { code: "CC", sha256: "1", name: "Trích lục" },
    },
  },
  copy: {
    move: "copy",
    copies: {
      name: "Bản sao",
      register: "ban-sao",
      year: 2026,
      number: 1,
      day: "2026-12-01",
      asker: "Bo Bo Văn Thử",
      purpose: "",
      signer: "Cao Văn Ký Mẫu",
      papers: [{ code: "BS", sha256: "2" }],
    },
  },
  "sign-refusal": {
    move: "sign-refusal",
    result: {
      code: "TC",
      name: "Văn bản từ chối",
      register: "van-ban-di",
      year: 2026,
      number: 1,
      sha256: "3",
      signer: "Cao Văn Ký Mẫu",
      issuedOn: "2026-11-25",
    },
  },
  "correct-help": { move: "correct-help", degree: "guided", words: "Bà con tự gõ" },
};

export const NAMES = Object.keys(MOVES) as Move[];

/** A dossier's life told move by move: `aDossier().does("accept").does("propose")`. Refused moves throw, unless they are tried. */
export class Life {
  readonly log: readonly LoggedEvent[];

  constructor(log: readonly LoggedEvent[]) {
    this.log = log;
  }

  get dossier(): Dossier {
    return fold(this.log);
  }

  does(move: Move, role: Role = MOVES[move].by[0]): Life {
    const done = this.tries(move, role);
    if (done === null) throw new Error(`${move} is refused in ${this.dossier.status}`);
    return done;
  }

  /** The life after the move, or null where it is refused. */
  tries(move: Move, role: Role = MOVES[move].by[0]): Life | null {
    const decided = decide(this.dossier, COMMANDS[move], role);
    return decided.ok ? this.with(decided.value) : null;
  }

  with(event: DossierEvent): Life {
    const sequence = this.log.length + 1;
    const at = new Date(Date.UTC(2026, 10, 25, 1, sequence)).toISOString();
    return new Life([...this.log, { sequence, at, actor: { role: "officer", id: null, name: "" }, key: `k${sequence}`, event }]);
  }
}

export function aDossier(help?: Help): Life {
  return new Life([]).with({
    type: "lodged",
    procedure: { code: "1.001193", version: "1", name: "Đăng ký khai sinh" },
    answers: {},
    declaration: { title: "", sections: [], oath: "" },
    applicant: { name: "Bo Bo Văn Thử" },
    papers: [],
    channel: "online",
    point: null,
    trackingCode: "ABCDEFGHJK",
    fee: { amountDong: 0, words: "" },
    due: DUE,
    ...(help ? { help } : {}),
  });
}
