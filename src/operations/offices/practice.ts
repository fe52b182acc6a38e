import { createPracticeKey } from "../../documents/practice-key.ts";
import { insertAccount } from "../../store/records/accounts.ts";
import { insertLaunchLink } from "../../store/records/launch-links.ts";
import { insertOffice, insertPoint, listOffices, type Office } from "../../store/records/offices.ts";
import { insertShift, insertShiftPerson } from "../../store/records/shifts.ts";
import { insertStaff, type StaffRole } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { hashSecret } from "../identity/secrets.ts";
import { keepKey, type WithSafe } from "../keys/kept-keys.ts";

/** The password of all sample accounts; it stands on the sign-in page of a practice set-up. */
export const PRACTICE_SECRET = "thuc-hanh-2026";

/** One sample person per role, for the sign-in page. Invented, and look invented. */
export const PRACTICE_PEOPLE: readonly { office: string; username: string; name: string; title: string; role: StaffRole }[] = [
  { office: "bac-khanh-vinh", username: "truc", name: "Mấu Thị Trực Thử", title: "Người trực điểm hỗ trợ", role: "helper" },
  { office: "bac-khanh-vinh", username: "canbo", name: "Bo Bo Văn Thử", title: "Công chức tư pháp - hộ tịch", role: "officer" },
  { office: "bac-khanh-vinh", username: "lanhdao", name: "Cao Văn Ký Mẫu", title: "Chủ tịch", role: "leader" },
  { office: "bac-khanh-vinh", username: "quantri", name: "Pi Năng Quản Trị Thử", title: "Quản trị hệ thống", role: "admin" },
  { office: "cong-an-bac-khanh-vinh", username: "congan", name: "Tro Văn Mẫu", title: "Cán bộ đăng ký cư trú", role: "officer" },
  { office: "cong-an-bac-khanh-vinh", username: "truongcongan", name: "Cao Xuân Thí Dụ", title: "Trưởng Công an xã", role: "leader" },
  { office: "cong-an-bac-khanh-vinh", username: "quantrica", name: "Mang Thị Quản Trị Mẫu", title: "Quản trị hệ thống", role: "admin" },
];

export const PRACTICE_CITIZEN = { identityNumber: "056190001234", name: "Cao Thị Mẫu" };

/** The agency parts of the codes (QCVN 102:2016) are made up for practice; a real office enters its own. */
const OFFICES: readonly Office[] = [
  {
    office: "bac-khanh-vinh",
    name: "UBND xã Bắc Khánh Vĩnh",
    kind: "commune",
    province: "56",
    commune: "22615",
    identifier: "000.15.22.H32",
    address: "Xã Bắc Khánh Vĩnh, tỉnh Khánh Hòa",
    phone: "",
    practice: true,
  },
  {
    office: "cong-an-bac-khanh-vinh",
    name: "Công an xã Bắc Khánh Vĩnh",
    kind: "police",
    province: "56",
    commune: "22615",
    identifier: "000.15.23.H32",
    address: "Xã Bắc Khánh Vĩnh, tỉnh Khánh Hòa",
    phone: "",
    practice: true,
  },
];

const POINT = {
  office: "bac-khanh-vinh",
  point: "loc-vung",
  name: "Điểm hỗ trợ Cà phê Lộc Vừng",
  place: "thôn Suối Cau",
  openedOn: "2023-11-21",
};

/** Monday, Wednesday, Friday, in the morning and in the afternoon; who stands by is one of the sample people. */
const WEEK = [
  { weekday: 1, username: "truc" },
  { weekday: 3, username: "truc" },
  { weekday: 5, username: "canbo" },
].flatMap(({ weekday, username }) => [
  { on: { weekday }, username, opens: "07:30", closes: "11:00" },
  { on: { weekday }, username, opens: "13:30", closes: "16:30" },
]);

/** Names and addresses from memory, to show what the page is for: the admin looks at each before people use it. */
const LAUNCH_LINKS = [
  { name: "Tiền điện", hint: "Xem và trả tiền điện (địa chỉ mẫu)", address: "https://cskh.cpc.vn/", purpose: "utility" },
  { name: "Bưu điện", hint: "Hỏi thư, hàng đang đi đến đâu (địa chỉ mẫu)", address: "https://vnpost.vn/", purpose: "post" },
  {
    name: "Bảo hiểm xã hội, bảo hiểm y tế",
    hint: "Hỏi thẻ, hỏi chế độ (địa chỉ mẫu)",
    address: "https://baohiemxahoi.gov.vn/",
    purpose: "look-up",
  },
] as const;

/** Makes the sample commune, its point and people, when there is no office at all. Answers whether it did. */
export async function setUpPractice(context: WithSafe & Pick<Context, "database" | "now" | "newId">): Promise<boolean> {
  if ((await listOffices(context.database.sql)).length > 0) return false;
  const now = context.now();
  const secretHash = await hashSecret(PRACTICE_SECRET);
  const people = PRACTICE_PEOPLE.map((person) => ({ ...person, staff: context.newId() }));
  const leaders = PRACTICE_PEOPLE.filter((person) => person.role === "leader");
  const keys = await Promise.all(
    leaders.map(async (leader) => ({ leader, key: await createPracticeKey(officeName(leader.office), leader.name, now) })),
  );
  await context.database.transaction(async (sql) => {
    for (const office of OFFICES) await insertOffice(sql, office, now);
    await insertPoint(sql, POINT);
    for (const [index, link] of LAUNCH_LINKS.entries())
      await insertLaunchLink(sql, { ...POINT, ...link, link: context.newId(), position: index + 1 });
    for (const person of people) await insertStaff(sql, { ...person, secretHash }, now);
    for (const shift of WEEK) {
      const id = context.newId();
      const staff = people.find(({ username, office }) => office === POINT.office && username === shift.username)?.staff ?? "";
      await insertShift(sql, POINT, { ...shift, shift: id, from: POINT.openedOn, until: null });
      await insertShiftPerson(sql, POINT.office, { shift: id, staff, from: POINT.openedOn, until: null });
    }
    for (const { leader, key } of keys) {
      const staff = people.find(({ office, username }) => office === leader.office && username === leader.username)?.staff ?? null;
      const kept = await keepKey(context, sql, { office: leader.office, key: context.newId(), staff, name: leader.name }, key);
      if (!kept.ok) throw new Error(kept.reason.sentence);
    }
    await insertAccount(
      sql,
      {
        ...PRACTICE_CITIZEN,
        account: context.newId(),
        phone: "",
        birthDate: "1990-08-15",
        sex: "female",
        address: "Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa",
        issuedOn: "2021-07-10",
        secretHash,
      },
      now,
    );
  });
  return true;
}

function officeName(id: string): string {
  return OFFICES.find((office) => office.office === id)?.name ?? id;
}
