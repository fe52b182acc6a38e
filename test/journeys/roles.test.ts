import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_CITIZEN, PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { aSubmission, submit } from "../support/api.ts";
import { answerAll } from "../support/birth.ts";
import { DOORS } from "../support/doors/doors.ts";
import { OPEN, ROLES, type Role, TOKEN } from "../support/doors/rows.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";
import { addressOf, routesOf } from "../support/routes.ts";

/**
 * Two more whom no row names. The neighbour is an officer of another commune with a dossier of their own: they get in where the police officer does, at
 * the desk of their own office, and nowhere else. The partner comes with a token and no cookie: to pages they are nobody.
 */
const STRANGERS = ["neighbour", "partner"] as const;
type Asker = Role | (typeof STRANGERS)[number];
type Role = (typeof ROLES)[number];

/** Everybody may; what is behind asks for a code and a secret where it must. */
const OPEN = "open";
/** Whoever began the draft, or proved its slip; to all others it does not exist. */
const OWNER: readonly Role[] = ["owner"];
const DESK: readonly Role[] = ["helper", "officer", "police"];
/** A dossier of the commune's office: the police officer's own role would do, but it is not their office's. */
const ADMIN: readonly Role[] = ["admin"];
const TOKEN = "token";

/** Every route of the program, and who gets in. A route that is not here fails the test. */
const DOORS: Readonly<Record<string, typeof OPEN | typeof TOKEN | readonly Role[]>> = {
  "GET /": OPEN,
  "GET /thu-tuc/:code": OPEN,
  "POST /thu-tuc/:code": OPEN,
  "GET /ho-so/quay-lai": OPEN,
  "POST /ho-so/quay-lai": OPEN,
  "GET /ho-so/:id": OWNER,
  "GET /ho-so/:id/the-can-cuoc": OWNER,
  "POST /ho-so/:id/the-can-cuoc": OWNER,
  "GET /ho-so/:id/cau/:page": OWNER,
  "POST /ho-so/:id/cau/:page": OWNER,
  "GET /ho-so/:id/giay-to": OWNER,
  "GET /ho-so/:id/giay-to/:paper": OWNER,
  "POST /ho-so/:id/giay-to/:paper": OWNER,
  "POST /ho-so/:id/giay-to/:paper/gui": OWNER,
  "GET /ho-so/:id/giay-to/:paper/dien-thoai": OWNER,
  "POST /ho-so/:id/giay-to/:paper/dien-thoai": OWNER,
  "HEAD /ho-so/:id/tep/:upload": OWNER,
  "GET /ho-so/:id/tep/:upload": OWNER,
  "PATCH /ho-so/:id/tep/:upload": OWNER,
  "GET /ho-so/:id/trang/:page": OWNER,
  "POST /ho-so/:id/trang/:page/xoa": OWNER,
  "GET /ho-so/:id/xem-lai": OWNER,
  "POST /ho-so/:id/gui": OWNER,
  "GET /ho-so/:id/da-gui": OWNER,
  "GET /ho-so/:id/phieu": OWNER,
  "POST /ho-so/:id/phieu.pdf": OWNER,
  "GET /ho-so/:id/tin": "open",
  "POST /ho-so/:id/phieu/in": OWNER,
  "POST /ho-so/:id/da-gui/in": OWNER,
  "GET /in/:job": OPEN,
  "GET /in/:job/tin": OPEN,
  "POST /in/:job/huy": OPEN,
  "GET /dien-thoai": [],
  "POST /dien-thoai": [],
  "POST /dien-thoai/gui": [],
  "HEAD /dien-thoai/tep/:upload": [],
  "GET /dien-thoai/tep/:upload": [],
  "PATCH /dien-thoai/tep/:upload": [],
  "GET /dien-thoai/:token": OPEN,
  "POST /dien-thoai/:token": [],
  "GET /tra-cuu": OPEN,
  "GET /tra-cuu/:code": OPEN,
  "GET /tra-cuu/:code/phieu.pdf": OPEN,
  "POST /tra-cuu/:code/rut": [],
  "POST /tra-cuu/:code/bo-sung": [],
  "GET /tra-cuu/:code/ban-nhap": OPEN,
  "GET /tra-cuu/:code/ban-nhap.pdf": [],
  "POST /tra-cuu/:code/ban-nhap/mo": [],
  "POST /tra-cuu/:code/ban-nhap/dung": [],
  "POST /tra-cuu/:code/ban-nhap/sua": [],
  "POST /tra-cuu/:code/tin": [],
  "GET /mot-cua/ban-nhap": ["officer", "police"],
  "GET /mot-cua/:id/ban-nhap.pdf": [],
  "GET /mot-cua/tin-nhan": ["officer", "admin", "police"],
  "POST /mot-cua/tin-nhan/kenh/:channel": ADMIN,
  "POST /mot-cua/tin-nhan/:delivery/gui-lai": ["officer", "admin", "police"],
  "GET /ban-truc/goi": DESK,
  "GET /ban-truc/goi/:call": [],
  "POST /ban-truc/goi/:call": [],
  "GET /xac-thuc": OPEN,
  "GET /xac-thuc/:code": OPEN,
  "GET /gop-y": OPEN,
  "POST /gop-y": OPEN,
  "GET /gop-y/:code": OPEN,
  "POST /gop-y/:code": OPEN,
  "POST /gop-y/:code/xoa-tieng": OPEN,
  "GET /tai-khoan": OPEN,
  "POST /tai-khoan": OPEN,
  "GET /tai-khoan/moi": OPEN,
  "POST /tai-khoan/moi": OPEN,
  "POST /ho-so/:id/giay-to/:paper/quet": OWNER,
  "GET /ho-so/:id/giay-to/:paper/quet/:job": OWNER,
  "GET /ho-so/:id/giay-to/:paper/quet/:job/tin": OWNER,
  "POST /ho-so/:id/giay-to/:paper/quet/:job/huy": OWNER,
  "GET /sao-chup": OPEN,
  "POST /sao-chup": OPEN,
  "GET /sao-chup/:job": OPEN,
  "GET /sao-chup/:job/tin": OPEN,
  "POST /sao-chup/:job/huy": OPEN,
  "GET /du-lieu": OPEN,
  "POST /du-lieu": [],
  "POST /du-lieu/dong-y": ["citizen"],
  "POST /du-lieu/dong-y/:consent/rut": ["citizen"],
  "POST /du-lieu/yeu-cau": ["citizen"],
  "POST /du-lieu/ban-sao": ["citizen"],
  "GET /ban-truc/luot/:id/du-lieu": ["helper", "officer"],
  "POST /ban-truc/luot/:id/du-lieu": ["helper", "officer"],
  "GET /mot-cua/du-lieu": ["officer", "leader", "police"],
  "POST /mot-cua/du-lieu": ["officer", "leader", "police"],
  "POST /mot-cua/du-lieu/dong-y": ["officer", "leader", "police"],
  "POST /mot-cua/du-lieu/giu-lai": ["officer", "leader", "police"],
  "POST /mot-cua/du-lieu/giu-lai/:hold/thoi": ["officer", "leader", "police"],
  "GET /mot-cua/du-lieu/:request": ["officer", "leader"],
  "POST /mot-cua/du-lieu/:request": ["officer", "leader"],
  "GET /luu-giu": ["officer", "leader", "admin", "police"],
  "POST /luu-giu": ADMIN,
  "GET /dich-vu": OPEN,
  "GET /dich-vu/:link": [],
  "GET /dich-vu/:link/mo": [],
  "GET /tro-giup": OPEN,
  "POST /co-chu": OPEN,
  "POST /tuong-phan": OPEN,
  "GET /tieng": OPEN,
  "POST /tieng": OPEN,
  "GET /doc/:procedure/:version/:piece/:language": OPEN,
  "GET /hinh/:file": OPEN,
  "GET /luot-den": OPEN,
  "POST /luot-den": OPEN,
  "GET /luot-den/tin": OPEN,
  "GET /man-hinh": OPEN,
  "GET /man-hinh/tin": OPEN,
  "GET /dang-nhap": OPEN,
  "POST /dang-nhap": OPEN,
  "GET /dang-nhap/ma": OPEN,
  "POST /dang-nhap/ma": OPEN,
  "POST /xong": OPEN,
  "GET /mot-cua/bao-mat": ["helper", "officer", "leader", "admin", "police"],
  "POST /mot-cua/bao-mat": ["helper", "officer", "leader", "admin", "police"],
  "GET /mot-cua/gop-y": ["officer", "leader", "police"],
  "GET /mot-cua/gop-y/:feedback/tieng": ["officer", "leader", "police"],
  "POST /mot-cua/gop-y/:feedback": ["officer", "leader", "police"],
  "GET /mot-cua/giong-noi": ["officer", "leader", "police"],
  "POST /mot-cua/giong-noi/:voice/duyet": ["officer", "leader", "police"],
  "POST /mot-cua/giong-noi/:voice/tra-lai": ["officer", "leader", "police"],
  "GET /giong-noi/:voice": ["helper", "officer", "leader", "police"],
  "GET /mot-cua": ["officer", "police"],
  "POST /mot-cua": ["officer", "police"],
  "GET /lanh-dao": ["leader"],
  "POST /lanh-dao": ["leader"],
  "GET /mot-cua/nhan-ho-so": ["officer", "police"],
  "POST /mot-cua/nhan-ho-so": ["officer", "police"],
  "GET /mot-cua/nhan-ho-so/:intake": ["officer"],
  "POST /mot-cua/nhan-ho-so/:intake": ["officer"],
  "GET /mot-cua/:id/giong/:other": [],
  "POST /mot-cua/:id/giong/:other": [],
  "POST /mot-cua/:id/giay-hen.pdf": ["officer"],
  "GET /mot-cua/:id/to-khai": ["officer"],
  "POST /mot-cua/:id/to-khai": ["officer"],
  "GET /mot-cua/:id": ["helper", "officer", "leader"],
  "GET /mot-cua/hoi": ["officer", "leader", "police"],
  "GET /mot-cua/hoi/:question": [],
  "POST /mot-cua/hoi/:question": [],
  "GET /mot-cua/hoi/:question/giay-to/:file{.+\\.pdf}": [],
  "GET /mot-cua/tim": ["officer", "leader", "police"],
  "POST /mot-cua/tim": ["officer", "leader", "police"],
  "GET /mot-cua/da-chuyen": ["officer", "leader", "police"],
  "POST /mot-cua/:id/dang-mo": ["officer", "leader"],
  "POST /mot-cua/:id/lam-tiep": ["officer", "leader"],
  "POST /mot-cua/:id/thoi-mo": ["officer", "leader"],
  "GET /mot-cua/xin-loi": ["officer", "police"],
  "POST /mot-cua/xin-loi/xem-truoc": ["officer", "police"],
  "POST /mot-cua/xin-loi/ky": ["officer", "police"],
  "POST /mot-cua/nhieu": ["helper", "officer", "leader", "police"],
  "POST /mot-cua/nhieu/lam": ["helper", "officer", "leader", "police"],
  "POST /mot-cua/loc": ["officer", "leader", "police"],
  "POST /mot-cua/loc/:filter/bo": ["officer", "leader", "police"],
  "GET /mot-cua/:id/giay-to/:file{.+\\.pdf}": ["officer", "leader"],
  "GET /mot-cua/:id/giay-to/:paper/:page{\\d+\\.webp}": ["officer", "leader"],
  "GET /mot-cua/:id/to-khai.pdf": ["officer", "leader"],
  "GET /mot-cua/:id/ket-qua.pdf": ["helper", "officer", "leader"],
  "GET /mot-cua/:id/kiem-soat.pdf": ["officer", "leader"],
  "GET /mot-cua/:id/:slip{phieu-\\d+\\.pdf}": ["officer", "leader"],
  "POST /mot-cua/:id/ket-qua/in": ["helper", "officer", "leader"],
  "GET /mot-cua/:id/van-ban-tu-choi.pdf": ["officer", "leader"],
  "GET /mot-cua/:id/gan-so": ["officer"],
  "POST /mot-cua/:id/gan-so": ["officer"],
  "GET /mot-cua/so": ["officer", "leader", "police"],
  "GET /mot-cua/so/theo-doi.pdf": ["officer", "leader", "police"],
  "GET /mot-cua/so/:register/:year{\\d{4}}": ["officer", "leader", "police"],
  "POST /mot-cua/so/:register/:year{\\d{4}}": ["officer", "leader", "police"],
  "GET /mot-cua/so/:register/:year{\\d{4}}/trang.pdf": ["officer", "leader", "police"],
  "GET /mot-cua/so/:register/:year{\\d{4}}/:number{\\d{1,7}}": ["officer", "leader"],
  "POST /mot-cua/so/:register/:year{\\d{4}}/:number{\\d{1,7}}/cai-chinh": ["officer"],
  "POST /mot-cua/so/:register/:year{\\d{4}}/:number{\\d{1,7}}/ban-sao": ["officer"],
  "POST /mot-cua/so/:register/:year{\\d{4}}/:number{\\d{1,7}}/ky": ["leader"],
  "POST /mot-cua/so/:register/:year{\\d{4}}/:number{\\d{1,7}}/tra-lai": ["leader"],
  "GET /mot-cua/so/:register/:year{\\d{4}}/:number{\\d{1,7}}/giay/:code": ["officer", "leader"],
  "POST /mot-cua/so/:register/:year{\\d{4}}/:number{\\d{1,7}}/giay/:code/in": ["officer", "leader"],
  "POST /mot-cua/:id/:move": ["helper", "officer", "leader"],
  "GET /ban-truc": DESK,
  "GET /ban-truc/tin": DESK,
  "POST /ban-truc/may-nay": DESK,
  "POST /may-nay": OPEN,
  "GET /ban-truc/ghi-bu": DESK,
  "POST /ban-truc/ghi-bu": DESK,
  "GET /ban-truc/ghi-bu/so.pdf": DESK,
  "POST /ban-truc/ghi-bu/khong-co-ai": DESK,
  "POST /ban-truc/ghi-bu/:sheet/rut": DESK,
  "GET /ban-truc/hoc-duoc": ["helper", "officer", "leader", "admin", "police"],
  "POST /ho-so/:id/cau/:page/nho-giup": OWNER,
  "POST /ho-so/:id/cau/:page/the/:of": OWNER,
  "POST /ho-so/:id/da-gui/bac-thang": OWNER,
  "GET /ban-truc/thiet-bi": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/thiet-bi": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/thiet-bi/:device/in-thu": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/thiet-bi/:device/bo": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/su-co": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/su-co/:outage/xong": ["helper", "officer", "admin", "police"],
  "GET /ban-truc/giong-noi": DESK,
  "GET /ban-truc/giong-noi/:procedure": DESK,
  "GET /ban-truc/giong-noi/:procedure/:piece": DESK,
  "POST /ban-truc/giong-noi/:procedure/:piece": DESK,
  "GET /ban-truc/lich": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/lich/nghi": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/lich/nghi/:id/bo": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/lich/doi": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/lich/doi/:id/:answer{dong-y|tu-choi|rut}": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/lich/dia-chi": ["helper", "officer", "admin", "police"],
  "POST /ban-truc/lich/dia-chi/:id/bo": ["helper", "officer", "admin", "police"],
  "GET /lich/:file{[\\w-]+\\.ics}": [],
  "GET /ban-truc/ket-qua": ["helper"],
  "POST /ban-truc/ket-qua": ["helper"],
  "POST /ban-truc/luot": DESK,
  "GET /ban-truc/luot/:id": ["helper", "officer"],
  "POST /ban-truc/luot/:id": ["helper", "officer"],
  "POST /ban-truc/luot/:id/:move{serve|take-over|finish|leave}": ["helper", "officer"],
  "POST /ban-truc/luot/:id/giao-may": ["helper", "officer"],
  "GET /ban-truc/luot/:id/uy-quyen": ["helper", "officer"],
  "POST /ban-truc/luot/:id/uy-quyen": ["helper", "officer"],
  "POST /ban-truc/luot/:id/thoi-lam-thay": ["helper", "officer"],
  "GET /quan-tri": ADMIN,
  "GET /quan-tri/gio-lam-viec": ADMIN,
  "POST /quan-tri/gio-lam-viec": ADMIN,
  "POST /quan-tri/gio-lam-viec/gio": ADMIN,
  "POST /quan-tri/gio-lam-viec/:day/bo": ADMIN,
  "GET /quan-tri/chu-ky": ADMIN,
  "POST /quan-tri/chu-ky": ADMIN,
  "POST /quan-tri/chu-ky/token": ADMIN,
  "POST /quan-tri/chu-ky/:key/thoi": ADMIN,
  "POST /quan-tri/diem/:point/chep": ADMIN,
  "POST /quan-tri/diem/:point/quen-may": ADMIN,
  "GET /quan-tri/diem/:point/lich": ADMIN,
  "POST /quan-tri/diem/:point/lich": ADMIN,
  "POST /quan-tri/diem/:point/lich/:shift/nguoi": ADMIN,
  "POST /quan-tri/diem/:point/lich/:shift/bo": ADMIN,
  "POST /quan-tri/diem/:point/mo-them": ADMIN,
  "POST /quan-tri/diem/:point/nghi": ADMIN,
  "POST /quan-tri/diem/:point/nghi/:day/bo": ADMIN,
  "GET /quan-tri/diem/:point/dich-vu": ADMIN,
  "POST /quan-tri/diem/:point/dich-vu": ADMIN,
  "POST /quan-tri/diem/:point/dich-vu/:link/bo": ADMIN,
  "GET /quan-tri/thu-tuc": ADMIN,
  "POST /quan-tri/thu-tuc/nhap": ADMIN,
  "GET /quan-tri/thu-tuc/tat-ca.yaml": ADMIN,
  "GET /quan-tri/thu-tuc/:code": ADMIN,
  "GET /quan-tri/thu-tuc/:code/thu-tuc.yaml": ADMIN,
  "GET /quan-tri/thu-tuc/:code/phan/:part": ADMIN,
  "POST /quan-tri/thu-tuc/:code/phan/:part": ADMIN,
  "GET /quan-tri/thu-tuc/:code/phan/:part/:item": ADMIN,
  "POST /quan-tri/thu-tuc/:code/phan/:part/:item": ADMIN,
  "POST /quan-tri/thu-tuc/:code/phan/:part/:item/:act{len|xuong|bo}": ADMIN,
  "GET /quan-tri/thu-tuc/:code/nang-cao": ADMIN,
  "POST /quan-tri/thu-tuc/:code/nang-cao": ADMIN,
  "GET /quan-tri/thu-tuc/:code/kiem-tra": ADMIN,
  "GET /quan-tri/thu-tuc/:code/xem-truoc": ADMIN,
  "POST /quan-tri/thu-tuc/:code/xem-truoc": ADMIN,
  "GET /quan-tri/thu-tuc/:code/ap-dung": ADMIN,
  "POST /quan-tri/thu-tuc/:code/ap-dung": ADMIN,
  "POST /quan-tri/thu-tuc/:code/bo": ADMIN,
  "GET /quan-tri/thu-tuc/:code/lich-su": ADMIN,
  "POST /quan-tri/thu-tuc/:code/lich-su/:version/rut": ADMIN,
  "GET /quan-tri/diem/:point/ap-phich.pdf": ["helper", "officer", "admin"],
  "GET /tai-nguyen/:file": OPEN,
  "GET /api/openapi.json": OPEN,
  "GET /api/v1/procedures": OPEN,
  "GET /api/v1/procedures/:code": OPEN,
  "GET /api/v1/tracking/:code": OPEN,
  "GET /api/v1/health": OPEN,
  "GET /api/v1/statistics": OPEN,
  "GET /api/v1/statistics/data.csv": OPEN,
  "GET /api/v1/statistics/dictionary.csv": OPEN,
  "GET /so-lieu": OPEN,
  "GET /thong-ke": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/phia-sau": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/phia-sau.csv": ["officer", "leader", "police"],
  "GET /thong-ke/xin-loi": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/muc-tieu": ["leader"],
  "POST /thong-ke/muc-tieu": ["leader"],
  "POST /thong-ke/muc-tieu/:target/bo": ["leader"],
  "GET /thong-ke/in.pdf": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao-qua-thu": ["officer", "leader", "police"],
  "POST /thong-ke/bao-cao-qua-thu": ["officer", "leader", "police"],
  "GET /thong-ke/bao-cao-qua-thu/xac-nhan/:token": ["officer", "leader", "police"],
  "POST /thong-ke/bao-cao-qua-thu/xac-nhan/:token": ["officer", "leader", "police"],
  "POST /thong-ke/bao-cao-qua-thu/:subscription/bo": ["officer", "leader", "police"],
  "GET /thong-ke/bao-cao": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao/:report": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao/:report/bao-cao.pdf": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao/:report/bao-cao.xlsx": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao/:report/bao-cao.csv": ["officer", "leader", "admin", "police"],
  "POST /api/v1/dossiers": TOKEN,
};

/** Streams have no end; that they are open is seen elsewhere. The police have no point: their desk says so. */
const NOT_ASKED = /\/tin$/;

const NEIGHBOUR = "lang-gieng";

/** What would act, were it let in: every field that some form has. */
const ACTING = new URLSearchParams({
  key: "hostile",
  words: "Thử",
  reason: "Thử",
  outcome: "done",
  kind: "erase",
  note: "Thử",
  so: "0000",
  "dong-y": "yes",
  "vi-sao": "Thử",
  "bien-lai": "1",
  "so-tien": "1000",
  "to-hand-over": "Thử",
  proof: "card",
  purpose: "other",
  ten: "Thử",
}).toString();

function mayEnter(who: readonly Role[], asker: Asker): boolean {
  if (asker === "partner") return false;
  return who.includes(asker === "neighbour" ? "police" : asker);
}

describe("every door", () => {
  let hub: TestHub;
  let people: Record<Asker, Person>;
  let token: string;
  let at: Record<string, string>;
  before(async () => {
    hub = await openHub();
    const person = () => new Person(hub.url);
    people = Object.fromEntries([...ROLES, ...STRANGERS].map((role) => [role, person()])) as Record<Asker, Person>;
    const staff = { helper: "truc", officer: "canbo", leader: "lanhdao", admin: "quantri", police: "congan" } as const;
    for (const [role, username] of Object.entries(staff)) {
      await people[role as Role].sends("/dang-nhap", { ten: username, secret: PRACTICE_SECRET });
    }
    await people.visitor.sends("/luot-den", { purpose: "other" });
    await people.citizen.sends("/tai-khoan", { so: PRACTICE_CITIZEN.identityNumber, secret: PRACTICE_SECRET });
    token = await createPartnerToken(hub.context, "thử", ["dossiers:write"]);
    const lodged = (await (await submit(hub.url, token, aSubmission(500))).json()) as { id: string; trackingCode: string };
    const draft = await answerAll(people.owner);
    const visitor = await hub.context.database.sql<{ visit: string }[]>`select visit from visits where state = 'waiting'`;
    await people.officer.sends("/mot-cua/du-lieu", { kind: "see", words: "", ten: "Cao Thị Mẫu", the: "yes", key: crypto.randomUUID() });
    const asked = await hub.context.database.sql<{ request: string }[]>`select request from personal_requests`;
    await people.officer.sends("/mot-cua/nhan-ho-so", { tim: "khai sinh" });
    const intake = /nhan-ho-so\/([0-9a-f-]{36})/.exec(people.officer.seen.text + people.officer.seen.url)?.[1] ?? "";
    await people.officer.sends("/mot-cua/du-lieu/giu-lai", { "ma-giu": lodged.trackingCode, "vi-sao": "Đơn khiếu nại" });
    const [held] = await hub.context.database.sql<{ hold: string }[]>`select hold from legal_holds`;
    at = {
      intake,
      request: asked[0]?.request ?? "",
      hold: held?.hold ?? "",
      dossier: lodged.id,
      draft,
      visit: visitor[0]?.visit ?? "",
      tracking: lodged.trackingCode,
    };
    at.neighbours = await aNeighbour(lodged.id);
    at = { ...at, intake };
  });
  after(() => hub.end());

  /** An office of another commune with an officer, and a dossier of its own: a copy of ours. */
  async function aNeighbour(dossier: string): Promise<string> {
    const { sql } = hub.context.database;
    const own = crypto.randomUUID();
    await sql`insert into offices select ${NEIGHBOUR}, 'UBND xã Láng Giềng Thử', kind, province, commune, '000.15.99.H32', address, phone, practice, created_at
      from offices where office = 'bac-khanh-vinh'`;
    await sql`insert into office_units select ${NEIGHBOUR}, unit, valid_from, valid_to from office_units where office = 'bac-khanh-vinh'`;
    await sql`insert into staff (office, staff, username, name, title, role, secret_hash, created_at)
      select ${NEIGHBOUR}, gen_random_uuid(), 'langgieng', 'Cao Văn Láng Giềng', title, role, secret_hash, created_at from staff where username = 'canbo'`;
    await sql`insert into dossiers (office, dossier, tracking_code, sequence, created_at)
      select ${NEIGHBOUR}, ${own}, 'NEIGHBOURS', sequence, created_at from dossiers where dossier = ${dossier}`;
    await sql`insert into dossier_events (office, dossier, sequence, at, actor, key, type, data)
      select ${NEIGHBOUR}, ${own}, sequence, at, actor, key, type, data from dossier_events where dossier = ${dossier}`;
    await people.neighbour.sends("/dang-nhap", { ten: "langgieng", secret: PRACTICE_SECRET });
    return own;
  }

  /** A real address behind a route: of a dossier, a draft, a visit that are there. */
  function addressBehind(path: string): string {
    const id = path.startsWith("/mot-cua") ? at.dossier : path.startsWith("/ban-truc") ? at.visit : at.draft;
    const parts: Record<string, string | undefined> = {
      id,
      code: /tra-cuu|tracking/.test(path) ? at.tracking : /thu-tuc|procedures/.test(path) ? "1.001193" : "ABCD2345",
      page: path.includes("/trang/") ? crypto.randomUUID() : "1.webp",
      move: path.startsWith("/ban-truc") ? "finish" : "accept",
      paper: "giay-chung-sinh",
      file: "giay-chung-sinh.pdf",
      slip: "phieu-1.pdf",
      point: "loc-vung",
      report: "ii-06a",
      request: at.request,
      hold: at.hold,
      procedure: "1.001193",
      piece: "cau.ten-be",
      part: "giay-to",
      item: "can-cuoc",
      act: "len",
      register: "so-dang-ky-khai-sinh",
      year: "2026",
      number: "1",
      intake: at.intake,
    };
    return addressOf(path, (name) => parts[name] ?? crypto.randomUUID());
  }

  /** Each from an address of their own: one address that asks so much is stopped. */
  function ask(method: string, path: string, role: Asker, body = ""): Promise<Response> {
    const headers = {
      cookie: people[role].cookie,
      origin: hub.url,
      "x-forwarded-for": `10.0.0.${[...ROLES, ...STRANGERS].indexOf(role) + 1}`,
      ...(role === "partner" ? { authorization: `Bearer ${token}` } : {}),
      ...(body === "" ? {} : { "content-type": "application/x-www-form-urlencoded" }),
    };
    return fetch(new URL(path, hub.url), {
      method,
      headers,
      redirect: "manual",
      ...(method === "GET" || method === "HEAD" ? {} : { body }),
    });
  }

  it("is in the table, and nothing is in the table that is no door", async () => {
    const routes = new Set(await routesOf(hub.context));
    assert.deepEqual([...routes].filter((route) => !(route in DOORS)).sort(), [], "doors without a row in test/support/doors");
    assert.deepEqual(
      Object.keys(DOORS)
        .filter((route) => !routes.has(route))
        .sort(),
      [],
      "rows without a door",
    );
  });

  it("stays shut for everybody who has no business behind it", async () => {
    const open: string[] = [];
    for (const [route, who] of Object.entries(DOORS)) {
      if (who === OPEN || who === TOKEN) continue;
      const [method = "", path = ""] = route.split(" ");
      const kept = [...ROLES, ...STRANGERS].filter((candidate) => !mayEnter(who, candidate));
      const replies = await Promise.all(kept.map(async (role) => ({ role, reply: await ask(method, addressBehind(path), role, ACTING) })));
      for (const { role, reply } of replies) {
        const toSignIn = reply.status === 303 && /^\/dang-nhap/.test(reply.headers.get("location") ?? "");
        // wrong secrets are counted, and after five the door is shut for a while
        const shut = path.startsWith("/tra-cuu") ? [403, 429] : [401, 403, 404];
        if (!toSignIn && !shut.includes(reply.status))
          open.push(`${role} at ${route}: ${reply.status} ${reply.headers.get("location") ?? ""}`);
        await reply.body?.cancel();
      }
    }
    assert.deepEqual(open, []);
    const [untouched] = await hub.context.database.sql<{ events: number; answered: number; ended: number }[]>`select
      (select count(*)::int from dossier_events where dossier = ${at.dossier ?? ""}) as events,
      (select count(*)::int from personal_requests where answered_at is not null) as answered,
      (select count(*)::int from legal_holds where ended_at is not null) as ended`;
    assert.deepEqual({ ...untouched }, { events: 1, answered: 0, ended: 0 }, "nobody who was kept out did anything");
  });

  it("opens to an officer of another commune for their own dossier, and for no other; theirs is shut to ours", async () => {
    const own = at.neighbours ?? "";
    assert.equal((await people.neighbour.goes(`/mot-cua/${own}`)).status, 200);
    assert.equal((await people.neighbour.goes(`/mot-cua/${at.dossier}`)).status, 404);
    assert.equal((await people.officer.goes(`/mot-cua/${own}`)).status, 404);
    await people.neighbour.sends(`/mot-cua/${at.dossier}/accept`, { key: "hostile-accept" });
    await people.officer.sends(`/mot-cua/${own}/accept`, { key: "hostile-accept" });
    const events = await hub.context.database.sql`select 1 from dossier_events where dossier in (${at.dossier ?? ""}, ${own})`;
    assert.equal(events.length, 2, "neither was accepted by the other's officer");
  });

  it("asks a partner for a token that stands and has the right: not for a wrong one, another right, or one that was revoked", async () => {
    const [other, gone] = await Promise.all([
      createPartnerToken(hub.context, "quyền khác", ["statistics:read"]),
      createPartnerToken(hub.context, "đã thu hồi", ["dossiers:write"]),
    ]);
    await hub.context.database.sql`update partner_tokens set revoked_at = now() where name = 'đã thu hồi'`;
    const answers: number[] = [];
    for (const tried of [token, "lv_wrong", other, gone]) answers.push((await submit(hub.url, tried, aSubmission(500))).status);
    assert.deepEqual(answers, [201, 401, 403, 401]);
  });

  it("opens for those who belong there", async () => {
    const shut: string[] = [];
    for (const [route, who] of Object.entries(DOORS)) {
      const [method = "", path = ""] = route.split(" ");
      if (method !== "GET" || NOT_ASKED.test(path) || who === TOKEN) continue;
      const roles = who === OPEN ? (["nobody"] as const) : who;
      // what is not there yet is not there for its owner either
      if (
        /da-gui|tep|trang|webp|gan-so|van-ban-tu-choi|so\/:register|ket-qua\.pdf|dien-thoai\/tep|(gop-y|xac-thuc)\/:code|phieu\.pdf|tai-nguyen|hinh|doc\/|giong-noi\/:voice|^\/in\/|(quet|sao-chup)\/:job|gop-y\/:feedback\/tieng/.test(
          path,
        )
      )
        continue;
      for (const role of roles) {
        // their office has no point
        if (role === "police" && ["/ban-truc/thiet-bi", "/ban-truc/lich"].includes(path)) continue;
        const reply = await ask(method, addressBehind(path), role);
        if (reply.status !== 200 && !(reply.status === 303 && !/dang-nhap/.test(reply.headers.get("location") ?? "")))
          shut.push(`${role} at ${route}: ${reply.status}`);
        await reply.body?.cancel();
      }
    }
    assert.deepEqual(shut, []);
  });

  it("does not say whether a dossier of another office is there: it answers the same as for one that is not", async () => {
    const [there, gone] = await Promise.all([
      people.police.goes(`/mot-cua/${at.dossier}`).then(({ status, text }) => ({ status, text })),
      new Person(hub.url).goes("/").then(() => people.police.goes(`/mot-cua/${crypto.randomUUID()}`)),
    ]);
    assert.equal(there.status, 404);
    assert.equal(gone.status, 404);
  });

  it("refuses what another site sends", async () => {
    const reply = await fetch(new URL(`/mot-cua/${at.dossier}/accept`, hub.url), {
      method: "POST",
      headers: { cookie: people.officer.cookie, origin: "http://evil.example", "content-type": "application/x-www-form-urlencoded" },
      body: "key=x",
    });
    assert.equal(reply.status, 403);
    const [row] = await hub.context.database.sql<{ status: string }[]>`select status from dossier_list where dossier = ${at.dossier ?? ""}`;
    assert.equal(row?.status, "lodged");
  });
});
