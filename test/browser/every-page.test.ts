import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { pino } from "pino";
import type { Browser, Page } from "playwright-core";
import { officeDay } from "../../src/base/clock.ts";
import { formatDay } from "../../src/domain/people/dates.ts";
import { createApp } from "../../src/web/app.ts";
import { openBrowser } from "../support/browser.ts";
import { type Everything, type EverythingId, prepareEverything } from "../support/everything.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { checkPage, collectFaults, go, signIn, weighing } from "../support/pages.ts";
import type { Person } from "../support/person.ts";

const BIRTH = "/quan-tri/thu-tuc/1.001193";

/** Who walks, and past which pages: route, name of the picture, and what stands for the parts of the address (or a query). */
type Stop = readonly [route: string, name: string, more?: string];

const STAFF = {
  officer: "canbo",
  "officer at the books": "canbo",
  leader: "lanhdao",
  police: "congan",
  helper: "truc",
  admin: "quantri",
  "admin who edits": "quantri",
} as const;
type Walker = keyof typeof STAFF | "citizen" | "citizen with an account";

const WALKS: Readonly<Record<Walker, readonly Stop[]>> = {
  citizen: [
    ["/tra-cuu/:code", "tracking-galley"],
    ["/tra-cuu/:code/ban-nhap", "galley"],
    ["/so-lieu", "open-data", "?unit=22615&by=channel"],
    ["/tra-cuu", "tracking-begin"],
    ["/xac-thuc", "verification-begin"],
    ["/tai-khoan", "account"],
    ["/tai-khoan/moi", "account-new"],
    ["/tro-giup", "help"],
    ["/du-lieu", "own-data"],
  ],
  "citizen with an account": [
    ["/tai-khoan", "account-own"],
    ["/tai-khoan/lien-lac", "account-contact"],
  ],
  officer: [
    ["/mot-cua", "inbox"],
    ["/mot-cua/nhan-ho-so", "intake-begin"],
    ["/mot-cua/nhan-ho-so/:intake", "intake"],
    ["/mot-cua/:id", "dossier-asked", "asked"],
    ["/mot-cua/:id", "dossier-twice", "twin"],
    ["/mot-cua/:id", "dossier-galley", "galley"],
    ["/mot-cua/:id", "dossier-transferred", "gone"],
    ["/mot-cua/:id", "dossier-signed", "signed"],
    ["/mot-cua/:id/giong/:other", "pair", "twin"],
    ["/mot-cua/:id/to-khai", "declaration-form", "twin"],
    ["/mot-cua/:id/bo-sung", "supplement", "owing"],
    ["/mot-cua/:id/gan-so", "link-entry", "correcting"],
    ["/mot-cua/ban-nhap", "galleys"],
    ["/mot-cua/tim", "search"],
    ["/mot-cua/da-chuyen", "transferred"],
  ],
  "officer at the books": [
    ["/mot-cua/so", "registers"],
    ["/mot-cua/so/:register/:year{\\d{4}}", "register"],
    ["/mot-cua/so/:register/:year{\\d{4}}/:number{\\d{1,7}}", "entry"],
    ["/mot-cua/tin-nhan", "outbox"],
    ["/mot-cua/gop-y", "feedback-desk"],
    ["/mot-cua/giong-noi", "voice-approval"],
    ["/mot-cua/bao-mat", "security"],
    ["/mot-cua/xin-loi", "apologies"],
    ["/thong-ke/xin-loi", "apologies-counted"],
    ["/mot-cua/du-lieu", "own-requests"],
    ["/mot-cua/du-lieu/:request", "own-request"],
    ["/thong-ke", "statistics-office"],
    ["/thong-ke/phia-sau", "behind", "?so=received"],
  ],
  leader: [
    ["/lanh-dao", "leader"],
    ["/mot-cua/hoi", "questions-to-leader"],
    ["/thong-ke", "statistics-point", "?diem=loc-vung"],
    ["/thong-ke", "statistics-province", "?don-vi=56"],
    ["/thong-ke", "statistics-country", "?don-vi=VN"],
    ["/thong-ke/muc-tieu", "targets"],
    ["/thong-ke/bao-cao-qua-thu", "reports-by-mail"],
    ["/thong-ke/bao-cao", "reports"],
    ["/thong-ke/bao-cao/:report", "report"],
  ],
  police: [
    ["/mot-cua/hoi", "questions"],
    ["/mot-cua/hoi/:question", "question"],
  ],
  helper: [
    ["/ban-truc/goi", "calls"],
    ["/ban-truc/goi/:call", "call"],
    ["/ban-truc/giong-noi", "voices"],
    ["/ban-truc/luot/:id/du-lieu", "own-request-at-point", "visit"],
    ["/ban-truc/ghi-bu", "late-visits"],
  ],
  admin: [
    ["/quan-tri", "admin"],
    ["/quan-tri/chu-ky", "keys"],
    ["/quan-tri/chu-ky/:key/thoi", "key-retiring"],
    ["/quan-tri/gio-lam-viec", "office-days"],
    ["/luu-giu", "retention"],
  ],
  "admin who edits": [
    ["/quan-tri/thu-tuc", "procedures"],
    ["/quan-tri/thu-tuc/:code", "procedure"],
    ...["loi", "giay-to", "le-phi", "thoi-han", "cau-hoi", "ket-qua"].map(
      (part): Stop => ["/quan-tri/thu-tuc/:code/phan/:part", `procedure-${part}`, part],
    ),
    ["/quan-tri/thu-tuc/:code/phan/:part/:item", "procedure-question", "cau-hoi"],
    ["/quan-tri/thu-tuc/:code/nang-cao", "procedure-whole"],
    ["/quan-tri/thu-tuc/:code/kiem-tra", "procedure-check"],
    ["/quan-tri/thu-tuc/:code/xem-truoc", "procedure-preview"],
    ["/quan-tri/thu-tuc/:code/ap-dung", "procedure-publish"],
    ["/quan-tri/thu-tuc/:code/lich-su", "procedure-history"],
  ],
};

/** Pages that another test walks past with the same eyes. */
const WALKED_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  "story.test.ts": [
    "/",
    "/thu-tuc/:code",
    "/ho-so/:id/the-can-cuoc",
    "/ho-so/:id/cau/:page",
    "/ho-so/:id/giay-to",
    "/ho-so/:id/giay-to/:paper",
    "/ho-so/:id/xem-lai",
    "/ho-so/:id/da-gui",
    "/dang-nhap",
    "/xac-thuc/:code",
  ],
  "point.test.ts": [
    "/ban-truc",
    "/ban-truc/hoc-duoc",
    "/ban-truc/ket-qua",
    "/ban-truc/luot/:id",
    "/ban-truc/luot/:id/uy-quyen",
    "/ban-truc/thiet-bi",
    "/dich-vu",
    "/dich-vu/:link",
    "/gop-y",
    "/ho-so/quay-lai",
    "/ho-so/:id/giay-to/:paper/dien-thoai",
    "/ho-so/:id/giay-to/:paper/quet/:job",
    "/in/:job",
    "/luot-den",
    "/man-hinh",
    "/quan-tri/diem/:point/dich-vu",
    "/sao-chup",
    "/sao-chup/:job",
  ],
  "voices.test.ts": ["/ban-truc/giong-noi/:procedure", "/ban-truc/giong-noi/:procedure/:piece"],
  "roster.test.ts": ["/ban-truc/lich", "/quan-tri/diem/:point/lich"],
};

/** What is no page, or is not walked past for a reason. */
const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [
    /\.(pdf|webp|csv|yaml|ics|xlsx)\b|^\/(hinh|doc|tai-nguyen)\/|\/giay\/:code$|\/(tep|trang|tieng)\/?:?\w*$|^\/giong-noi\/:voice$/,
    "a file, a picture, a sound",
  ],
  [/^\/api\//, "answers programs"],
  [/\/tin$/, "a stream that has no end"],
  [/^\/ho-so\/:id$|^\/dich-vu\/:link\/mo$/, "leads on to another page"],
  [
    /xac-nhan\/:token$|^\/dang-nhap\/ma$|^\/dien-thoai|^\/gop-y\/:code$|^\/ho-so\/:id\/phieu$/,
    "shown once, after a code, a link or a slip; its journey reads it",
  ],
];

describe("every page", () => {
  let hub: TestHub;
  let browser: Browser;
  let all: Everything;
  before(async () => {
    [hub, browser] = await Promise.all([openHub(), openBrowser()]);
    all = await prepareEverything(hub);
  });
  after(async () => {
    await browser.close();
    await hub.end();
  });

  it("of figures needs at most 60 KB over the wire at the first visit", async () => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, hub.url, "lanhdao");
    const cookies = await page.context().cookies();
    for (const path of ["/thong-ke", "/thong-ke?don-vi=56", "/thong-ke/bao-cao/ii-06a", "/so-lieu?unit=56&by=month"]) {
      const fresh = await browser.newContext();
      await fresh.addCookies(cookies);
      const first = await fresh.newPage();
      const weigh = await weighing(first);
      await first.goto(`${hub.url}${path}`, { waitUntil: "networkidle" });
      assert.ok(weigh() > 5_000 && weigh() <= 60_000, `${path}: ${weigh()} bytes`);
      await fresh.close();
    }
  });

  it("has a place in a walk, or a reason why not", async () => {
    const app = await createApp(hub.context, { logger: pino({ level: "silent" }) });
    const routes = new Set(app.routes.filter(({ method, path }) => method === "GET" && !path.includes("*")).map(({ path }) => path));
    const walked = [
      ...Object.values(WALKS)
        .flat()
        .map(([route]) => route),
      ...Object.values(WALKED_ELSEWHERE).flat(),
    ];
    const left = (path: string) => LEFT_OUT.some(([pattern]) => pattern.test(path));
    assert.deepEqual([...routes].filter((path) => !walked.includes(path) && !left(path)).sort(), [], "pages that nobody walks past");
    assert.deepEqual(walked.filter((path) => !routes.has(path)).sort(), [], "places where no page is");
  });

  for (const [walker, stops] of Object.entries(WALKS) as [Walker, readonly Stop[]][])
    it(`of the ${walker} has no fault of WCAG 2.2 AA at 320 and 1280 pixels, fits, and breaks no rule of its own`, async () => {
      const page = await (await browser.newContext()).newPage();
      const faults = collectFaults(page);
      await enter(page, walker);
      for (const [route, name, more = ""] of stops) {
        const reply = await page.goto(hub.url + addressOf(route, more));
        assert.equal(reply?.status(), 200, `${name}: ${page.url()}`);
        await checkPage(page, `every-${name}`);
      }
      if (walker === "admin who edits") await publish(page);
      assert.deepEqual(faults, []);
    });

  async function enter(page: Page, walker: Walker): Promise<void> {
    if (walker === "citizen") await become(page, all.citizen);
    else if (walker === "citizen with an account") await become(page, all.owner);
    else await signIn(page, hub.url, STAFF[walker]);
    if (walker !== "admin who edits") return;
    await page.goto(`${hub.url}${BIRTH}/phan/cau-hoi/gioi-tinh-be`);
    await page.fill('[name="o0.c1.label"]', "Con gái");
    await go(page, () => page.click("main button:has-text('Lưu')"));
  }

  /** The question's own pages in preview; then from today on the procedure is another, and an open draft says so. */
  async function publish(page: Page): Promise<void> {
    await page.goto(`${hub.url}${BIRTH}/xem-truoc`);
    await go(page, () => page.click("main button:has-text('Thử')"));
    await checkPage(page, "every-preview-question");
    await page.goto(`${hub.url}${BIRTH}/ap-dung`);
    await page.fill('[name="ngay"]', formatDay(officeDay(hub.context.now())));
    await go(page, () => page.click("main button:has-text('Áp dụng')"));
    await checkPage(page, "every-procedure-history-published");
    const citizen = await (await browser.newContext()).newPage();
    const faults = collectFaults(citizen);
    await become(citizen, all.waiting);
    await citizen.goto(`${hub.url}/ho-so/${all.ids.draft}?bo-qua=1`);
    await checkPage(citizen, "every-draft-changed");
    assert.deepEqual(faults, []);
  }

  async function become(page: Page, person: Person): Promise<void> {
    const cookies = person.cookie.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url: hub.url };
    });
    await page.context().addCookies(cookies);
  }

  /** The address of a stop: `more` is a query, the name of one of the dossiers, or the last part of the address. */
  function addressOf(route: string, more: string): string {
    const { ids } = all;
    const id = more in ids ? ids[more as EverythingId] : "";
    const parts: Readonly<Record<string, string>> = {
      id,
      other: ids.twinOf,
      intake: ids.intake,
      question: ids.question,
      key: ids.key,
      call: ids.call,
      request: ids.request,
      code: route.startsWith("/tra-cuu") ? ids.tracking : "1.001193",
      register: "so-dang-ky-khai-sinh",
      year: officeDay(hub.context.now()).slice(0, 4),
      number: "1",
      part: more,
      report: "hop-giao-ban",
      item: "gioi-tinh-be",
      point: "loc-vung",
    };
    return route.replace(/:(\w+)(?:\{.*?\}(?=\/|$))?/g, (_whole, name: string) => parts[name] ?? "") + (more.startsWith("?") ? more : "");
  }
});
