import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";
import { PRACTICE_CITIZEN, PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { ACTING } from "../support/acting.ts";
import { aSubmission, submit } from "../support/api.ts";
import { answerAll } from "../support/birth.ts";
import { DOORS } from "../support/doors/doors.ts";
import { isOpen, ROLES, type Role, TOKEN } from "../support/doors/rows.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";
import { addressOf, routesOf } from "../support/routes.ts";

/**
 * Two more whom no row names. The neighbour is an officer of another commune with a dossier of their own: they get in where the police officer does, at
 * the desk of their own office, and nowhere else. The partner comes with a token and no cookie: to pages they are nobody.
 */
const STRANGERS = ["neighbour", "partner"] as const;
type Asker = Role | (typeof STRANGERS)[number];

/** Streams have no end; that they are open is seen elsewhere. The police have no point: their desk says so. */
const NOT_ASKED = /\/tin$/;

const NEIGHBOUR = "lang-gieng";

const ACT = new URLSearchParams({ ...ACTING, key: "hostile" }).toString();

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
    const [signing] = await hub.context.database.sql<{ key: string }[]>`select key from signing_keys where office = 'bac-khanh-vinh'`;
    at = {
      intake,
      key: signing?.key ?? "",
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
      key: at.key,
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
      if (isOpen(who) || who === TOKEN) continue;
      const [method = "", path = ""] = route.split(" ");
      const kept = [...ROLES, ...STRANGERS].filter((candidate) => !mayEnter(who, candidate));
      const replies = await Promise.all(kept.map(async (role) => ({ role, reply: await ask(method, addressBehind(path), role, ACT) })));
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
      if (method !== "GET" || NOT_ASKED.test(path) || isOpen(who) || who === TOKEN) continue;
      // what is not there yet is not there for its owner either
      if (
        /da-gui|tep|trang|webp|gan-so|van-ban-tu-choi|so\/:register|ket-qua\.pdf|dien-thoai\/tep|(gop-y|xac-thuc)\/:code|phieu\.pdf|tai-nguyen|hinh|doc\/|giong-noi\/:voice|^\/in\/|(quet|sao-chup)\/:job|gop-y\/:feedback\/tieng/.test(
          path,
        )
      )
        continue;
      for (const role of who) {
        // their office has no point
        if (role === "police" && /^\/ban-truc\/(thiet-bi|lich|ghi-bu.*)$/.test(path)) continue;
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
