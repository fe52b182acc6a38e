import { createPracticeKey } from "../../documents/practice-key.ts";
import type { Context } from "../../operations/context.ts";
import { hashSecret } from "../../operations/identity/secrets.ts";
import { keepKey } from "../../operations/keys/kept-keys.ts";
import { PRACTICE_SECRET } from "../../operations/offices/practice.ts";
import { insertOffice, insertPoint, type Office } from "../../store/records/offices.ts";
import { insertShift, insertShiftPerson } from "../../store/records/shifts.ts";
import { insertStaff, type StaffMember, type StaffRole } from "../../store/records/staff.ts";
import { insertTarget } from "../../store/records/targets.ts";
import { OPENING_DAY } from "./plan.ts";

export const OFFICE = "khanh-dong";
export const POINT = "loc-vung-khanh-dong";

/** Invented names; the second and third parts of the identifiers are made up, as in practice. */
const PLACE = { province: "56", phone: "", practice: true } as const;
const OFFICES: readonly { office: Office; unit: string }[] = [
  {
    office: {
      ...PLACE,
      office: OFFICE,
      name: "UBND xã Khánh Đông",
      kind: "commune",
      commune: "22621",
      identifier: "000.12.21.H32",
      address: "Xã Khánh Đông, huyện Khánh Vĩnh, tỉnh Khánh Hòa",
    },
    unit: "22621",
  },
  {
    office: {
      ...PLACE,
      office: "huyen-khanh-vinh",
      name: "UBND huyện Khánh Vĩnh",
      kind: "district",
      commune: "",
      identifier: "000.00.12.H32",
      address: "Huyện Khánh Vĩnh, tỉnh Khánh Hòa",
    },
    unit: "573",
  },
];

/** Who signs in where; the password is that of practice. */
export const STAFF = [
  { office: OFFICE, username: "truc.khanhdong", name: "Mấu Thị Đoàn Viên Thử", title: "Đoàn viên trực điểm", role: "helper" },
  { office: OFFICE, username: "truc2.khanhdong", name: "Tro Văn Thanh Niên Mẫu", title: "Đoàn viên trực điểm", role: "helper" },
  { office: OFFICE, username: "canbo.khanhdong", name: "Cao Thị Hộ Tịch Thử", title: "Công chức tư pháp - hộ tịch", role: "officer" },
  { office: OFFICE, username: "lanhdao.khanhdong", name: "Bo Bo Văn Phó Mẫu", title: "Phó Chủ tịch", role: "leader" },
  { office: OFFICE, username: "quantri.khanhdong", name: "Hà Quản Trị Thử", title: "Quản trị", role: "admin" },
  { office: "huyen-khanh-vinh", username: "lanhdao.khanhvinh", name: "Cao Văn Huyện Mẫu", title: "Phó Chủ tịch huyện", role: "leader" },
] as const satisfies readonly { office: string; username: string; name: string; title: string; role: StaffRole }[];

export interface Cast {
  readonly helpers: readonly StaffMember[];
  readonly officer: StaffMember;
  readonly leader: StaffMember;
}

/** The district's goal of the report: by 2025 at least half of all dossiers online. */
const GOAL = { measure: "online-rate", goal: 0.5, from: OPENING_DAY, to: "2025-12-31" };

/** Makes the commune and the district above it, the point, its people and their week; all as they stood then. */
export async function makePlaces(context: Context, at: Date): Promise<Cast> {
  const secretHash = await hashSecret(PRACTICE_SECRET);
  const people = STAFF.map((person) => ({ ...person, staff: context.newId(), secretHash, totpSecret: null, totpLastStep: 0 }));
  const of = (role: StaffRole) => people.filter((person) => person.office === OFFICE && person.role === role);
  const [officer, leader] = [of("officer")[0], of("leader")[0]];
  if (!officer || !leader) throw new Error("the scenario wants an officer and a leader");
  const key = await createPracticeKey("UBND xã Khánh Đông", leader.name, at);
  await context.database.transaction(async (sql) => {
    for (const { office, unit } of OFFICES) await insertOffice(sql, office, at, { unit, from: "1985-06-27", to: "2025-06-30" });
    await insertPoint(sql, { office: OFFICE, point: POINT, name: "Cà phê Lộc Vừng", place: "thôn Suối Cau", openedOn: OPENING_DAY });
    for (const person of people) await insertStaff(sql, person, at);
    for (const on of [{ day: OPENING_DAY }, { weekday: 1 }, { weekday: 3 }, { weekday: 5 }]) {
      for (const hours of [
        { opens: "07:30", closes: "11:00" },
        { opens: "13:30", closes: "16:30" },
      ]) {
        const shift = context.newId();
        await insertShift(sql, { office: OFFICE, point: POINT }, { shift, on, ...hours, from: OPENING_DAY, until: null });
        for (const { staff } of of("helper")) await insertShiftPerson(sql, OFFICE, { shift, staff, from: OPENING_DAY, until: null });
      }
    }
    const district = people.find(({ office, role }) => office === "huyen-khanh-vinh" && role === "leader");
    if (district)
      for (const unit of ["22621", "573"])
        await insertTarget(sql, { ...GOAL, unit, office: district.office, target: context.newId(), setBy: district.staff }, at);
    const holder = { office: OFFICE, key: context.newId(), staff: leader.staff, name: leader.name };
    const kept = await keepKey({ signing: context.signing, now: () => at }, sql, holder, key);
    if (!kept.ok) throw new Error(kept.reason.sentence);
  });
  return { helpers: of("helper"), officer, leader };
}
