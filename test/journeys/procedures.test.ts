import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { officeDay } from "../../src/base/clock.ts";
import { formatDay } from "../../src/domain/people/dates.ts";
import { hashSecret } from "../../src/operations/identity/secrets.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { answerAll, BIRTH_ANSWERS } from "../support/birth.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { Person } from "../support/person.ts";

const BIRTH = "/quan-tri/thu-tuc/1.001193";
const DAY_MS = 86_400_000;

describe("a procedure changed without a programmer", () => {
  let hub: TestHub;
  let admin: Person;
  let slip = { code: "", secret: "" };
  let draft = "";
  before(async () => {
    hub = await openHub();
    admin = new Person(hub.url);
    await admin.sends("/dang-nhap", { ten: "quantri", secret: PRACTICE_SECRET });
  });
  after(() => hub.end());

  /** Fills in the form in front of the admin as it stands, with these fields changed, and sends it. */
  const fill = async (path: string, changed: Record<string, string>) => {
    await admin.goes(path);
    return admin.sends(path, { ...formOf(admin.seen.text), ...changed });
  };
  const tomorrow = () => officeDay(new Date(hub.context.now().getTime() + DAY_MS));

  it("is found by its name or in people's own words", async () => {
    await admin.goes("/quan-tri");
    await admin.goes(admin.link("Sửa lời, giấy tờ"));
    admin.sees("Đăng ký khai sinh");
    admin.seesNot("Đăng ký tạm trú");
    await admin.goes("/quan-tri/thu-tuc?tim=khai%20sanh");
    admin.sees(">Đăng ký khai sinh<");
    admin.seesNot(">Đăng ký kết hôn<");
  });

  it("lets a citizen begin under the version of today", async () => {
    const mother = new Person(hub.url);
    draft = await answerAll(mother);
    const [row] = await hub.context.database.sql<{ code: string }[]>`select slip_code as code from drafts where draft = ${draft}`;
    slip = { code: row?.code ?? "", secret: "4711" };
    await hub.context.database.sql`update drafts set slip_secret_hash = ${await hashSecret(slip.secret)} where draft = ${draft}`;
  });

  it("raises a fee; what cannot be read is said at its place and stays typed", async () => {
    await fill(`${BIRTH}/phan/le-phi/1`, { amountDong: "mười lăm", words: "Nộp tại quầy." });
    assert.equal(admin.seen.status, 422);
    admin.sees("Xin ghi số tiền bằng chữ số");
    admin.sees('value="mười lăm"');
    admin.sees("Nộp tại quầy.");
    await fill(`${BIRTH}/phan/le-phi/1`, { amountDong: "15.000", words: "Bé đã quá 60 ngày: 15.000 đồng." });
    admin.sees("Đã lưu vào bản sửa");
    admin.sees("15.000 đồng. Bé đã quá 60 ngày");
    await new Person(hub.url).goes("/thu-tuc/1.001193").then(({ text }) => assert.ok(!text.includes("15.000 đồng. ")));
  });

  it("adds a question with its answers and a condition, at the end of a section", async () => {
    await fill(`${BIRTH}/phan/cau-hoi/moi`, {
      section: "em-be",
      ask: "Bé sinh một mình hay sinh đôi?",
      "when.kind": "is",
      "when.answer": "chungSinh=co",
      "o0.label": "Số bé trong lần sinh",
      "o0.type": "choice",
      "o0.required": "yes",
      "o0.c0.label": "Một bé",
      "o0.c1.label": "Sinh đôi",
    });
    assert.equal(admin.seen.status, 200);
    admin.sees("Bé sinh một mình hay sinh đôi?");
    admin.sees("Khi &quot;Giấy tờ về việc sinh&quot; là &quot;Có giấy chứng sinh&quot;");
  });

  it("takes away an answer; open drafts that chose it will be asked again", async () => {
    await fill(`${BIRTH}/phan/cau-hoi/gioi-tinh-be`, { "o0.c1.label": "Con gái" });
    admin.sees("Đã lưu");
  });

  it("refuses a form that was drawn before somebody else's change, and does the same form once", async () => {
    await admin.goes(`${BIRTH}/phan/thoi-han`);
    const old = formOf(admin.seen.text);
    await admin.sends(`${BIRTH}/phan/thoi-han`, { ...old, "deadline.note": "Lời thứ nhất." });
    admin.sees("Đã lưu");
    await admin.sends(`${BIRTH}/phan/thoi-han`, { ...old, "deadline.note": "Lời thứ nhất." });
    admin.sees("Đã lưu");
    await admin.sends(`${BIRTH}/phan/thoi-han`, { ...old, key: "another", "deadline.note": "Lời thứ hai." });
    assert.equal(admin.seen.status, 409);
    admin.sees("Có người vừa sửa");
    admin.sees("Lời thứ hai.");
  });

  it("shows it as citizens will see it, marked, and sends nothing", async () => {
    await admin.goes(`${BIRTH}/xem-truoc`);
    admin.sees("Xem trước bản đang sửa");
    admin.seesNot(">Bắt đầu<");
    await admin.sends(`${BIRTH}/xem-truoc`, { practice: "yes", "nyc.quanHe": "cha-de", loaiKhaiSinh: "du-cha-me", chungSinh: "co" });
    const tried = /\/ho-so\/([0-9a-f-]{36})/.exec(admin.seen.url)?.[1] ?? "";
    const version = await hub.context.database.sql<{ version: string; practice: boolean }[]>`
      select version, practice from drafts where draft = ${tried}`;
    assert.ok(version[0]?.version.startsWith("xem-truoc-") && version[0].practice);
    for (const page of ["nguoi-di-lam", "so-can-cuoc", "noi-o", "dien-thoai", "ten-be", "ngay-sinh-be", "gioi-tinh-be", "noi-sinh"]) {
      await admin.goes(`/ho-so/${tried}/cau/${page}`);
      admin.sees("Xem trước bản đang sửa");
      await admin.sends(`/ho-so/${tried}/cau/${page}`, BIRTH_ANSWERS[page] ?? {});
    }
    admin.sees("Bé sinh một mình hay sinh đôi?");
    admin.sees("Xem trước bản đang sửa");
    await admin.sends(`/ho-so/${tried}/gui`, {});
    assert.equal(admin.seen.status, 422);
  });

  it("names what is wrong with a link to it, and is not published while it is", async () => {
    await fill(`${BIRTH}/phan/ket-qua/3`, { value: "{con.ngaySinhh|date-in-words}" });
    await admin.goes(`${BIRTH}/kiem-tra`);
    admin.sees("nhắc tới câu &quot;con.ngaySinhh&quot; không có trong tờ khai");
    await admin.goes(admin.link("Đến chỗ sửa"));
    assert.equal(admin.seen.url, `${BIRTH}/phan/ket-qua/3`);
    await admin.goes(`${BIRTH}/ap-dung`);
    admin.seesNot("Áp dụng từ ngày này");
    await admin.goes(`${BIRTH}/phan/ket-qua/3`);
    await admin.sends(`${BIRTH}/ap-dung`, { ...formOf(admin.seen.text), ngay: formatDay(tomorrow()) });
    assert.equal(admin.seen.status, 422);
    admin.sees("còn chỗ sai");
    await fill(`${BIRTH}/phan/ket-qua/3`, { value: "{con.ngaySinh|date-in-words}" });
  });

  it("never begins in the past", async () => {
    await fill(`${BIRTH}/ap-dung`, { ngay: formatDay(officeDay(new Date(hub.context.now().getTime() - DAY_MS))) });
    assert.equal(admin.seen.status, 422);
    admin.sees("Ngày bắt đầu phải là hôm nay hoặc sau hôm nay");
  });

  it("is published from tomorrow, says who did what, and can be taken back until then to be worked on again", async () => {
    await fill(`${BIRTH}/ap-dung`, { ngay: formatDay(tomorrow()) });
    admin.sees(`Sắp áp dụng: từ ${formatDay(tomorrow())}`);
    admin.sees("Thêm câu hỏi &quot;Bé sinh một mình hay sinh đôi?&quot;");
    admin.sees("Pi Năng Quản Trị Thử");
    await admin.sends(admin.seen.text.match(/action="([^"]*\/rut)"/)?.[1] ?? "", { key: "rut-1" });
    admin.sees("Đã rút: từ");
    admin.seesNot("Sắp áp dụng");
    await admin.goes(`${BIRTH}/phan/cau-hoi`);
    admin.sees("Bé sinh một mình hay sinh đôi?");
  });

  it("goes out as a file and comes in again as the same; a bad file is refused with its line, whole", async () => {
    const sent = (text: string) => {
      const form = new FormData();
      form.append("tep", new File([text], "thu-tuc.yaml"));
      return admin.sends("/quan-tri/thu-tuc/nhap", form);
    };
    await admin.goes("/quan-tri/thu-tuc/tat-ca.yaml");
    const all = admin.seen.text;
    await sent(all);
    admin.sees("Tệp không khác gì các bản đang có");
    await admin.goes(`${BIRTH}/thu-tuc.yaml`);
    const birth = admin.seen.text;
    await sent(birth);
    admin.sees("Có thủ tục đang sửa dở");
    await admin.goes(BIRTH);
    await admin.sends(`${BIRTH}/bo`, { revision: admin.hidden("revision"), key: "bo-1" });
    admin.sees("Chưa sửa gì");
    await sent(birth.replace("level: full", "level: half"));
    assert.equal(admin.seen.status, 422);
    admin.sees(`Dòng ${birth.slice(0, birth.indexOf("level: full")).split("\n").length}, ở level`);
    await admin.goes("/quan-tri/thu-tuc/1.004194/thu-tuc.yaml");
    assert.equal(admin.seen.status, 403);
    await sent(birth.replace("Không mất tiền khi làm trong 60 ngày", "Miễn phí khi làm trong 60 ngày"));
    assert.equal(admin.seen.url, `${BIRTH}/kiem-tra`);
    await admin.goes(`${BIRTH}/lich-su`);
    admin.sees("nhận từ tệp");
  });

  it("moves a citizen's open draft when it begins: what fits stays, the rest is asked again, the old answer beside it", async () => {
    const day = tomorrow();
    await fill(`${BIRTH}/ap-dung`, { ngay: formatDay(day) });
    admin.sees("Sắp áp dụng");
    const now = hub.context.now;
    Object.assign(hub.context, { now: () => new Date(now().getTime() + DAY_MS) });
    const mother = new Person(hub.url);
    await mother.goes("/thu-tuc/1.001193");
    mother.sees("Miễn phí khi làm trong 60 ngày");
    await mother.sends("/ho-so/quay-lai", { code: slip.code, secret: slip.secret, ma: slip.code, so: slip.secret });
    await mother.goes(`/ho-so/${draft}?bo-qua=1`);
    mother.sees(`Thủ tục có thay đổi từ ${formatDay(day)}: xin trả lời lại 2 câu`);
    mother.sees("Bé là trai hay gái?");
    mother.sees("Lần trước bà con đã trả lời: <strong>Nữ</strong>");
    await mother.sends(mother.seen.url, { "con.gioiTinh": "nu" });
    mother.sees("xin trả lời lại 1 câu");
    await mother.sends(mother.seen.url, { "them.soBeTrongLanSinh": "mot-be" });
    await mother.goes(`/ho-so/${draft}/xem-lai`);
    mother.sees("Những câu bà con đã trả lời vẫn dùng được");
    mother.sees("Bo Bo Thị Mẫu");
    await admin.goes("/dang-nhap");
  });

  it("is not changed by the police office's admin, who looks after residence", async () => {
    const police = new Person(hub.url);
    await police.sends("/dang-nhap", { ten: "quantrica", secret: PRACTICE_SECRET });
    await police.goes("/quan-tri/thu-tuc");
    police.sees("Đăng ký tạm trú");
    police.seesNot("Đăng ký khai sinh");
    for (const path of [BIRTH, `${BIRTH}/phan/le-phi`, `${BIRTH}/ap-dung`, `${BIRTH}/thu-tuc.yaml`]) {
      await police.goes(path);
      assert.equal(police.seen.status, 403, path);
    }
    await police.sends(`${BIRTH}/phan/le-phi/1`, { amountDong: "1", words: "x", revision: "0", key: "p" });
    assert.equal(police.seen.status, 403);
    police.sees("do cơ quan khác phụ trách");
  });
});

/** The fields of the last form of a page that saves, as a browser would send them untouched. */
function formOf(html: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]*method="post"[^>]*novalidate[^>]*>([\s\S]*?)<\/form>/g)].at(-1)?.[1] ?? "";
  const plain = (text: string) =>
    text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (!name || (/type="checkbox"/.test(tag) && !/ checked/.test(tag))) continue;
    fields[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name = "", value = ""] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name] = plain(value);
  for (const [, name = "", options = ""] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options);
    fields[name] = plain(chosen?.[1] ?? "");
  }
  return fields;
}
