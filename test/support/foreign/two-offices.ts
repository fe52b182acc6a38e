import type { StaffRole } from "../../../src/operations/identity/member.ts";
import { createPartnerToken } from "../../../src/operations/identity/partner.ts";
import { PRACTICE_CITIZEN, PRACTICE_SECRET } from "../../../src/operations/offices/practice.ts";
import type { Sql } from "../../../src/store/database/database.ts";
import { insertOffice, insertPoint, listOffices } from "../../../src/store/records/offices.ts";
import { aSubmission, PARTNER_ANSWERS, submit } from "../api.ts";
import type { TestHub } from "../hub.ts";
import { Person } from "../person.ts";

/** What stands in everything that belongs to the first office, and nowhere else: whoever reads it saw what is not theirs. Never in a word of the pages. */
export const TELLTALE = "Lộ Tẩy";

export const OWN = "bac-khanh-vinh";
export const NEIGHBOUR = "lang-gieng";
const USERNAMES = { helper: "truc", officer: "canbo", leader: "lanhdao", admin: "quantri" } as const satisfies Record<StaffRole, string>;

/** Who tries things of the first office that are none of theirs. */
export const STRANGERS = ["nobody", "visitor", "citizen", "helper", "officer", "leader", "admin", "partner"] as const;
export type Stranger = (typeof STRANGERS)[number];

/** Whose things they are: people at work in the first office; the citizen whose data they are; the phone that lends them its camera. */
export const OWNERS = ["citizen", "phone", "helper", "officer", "leader", "admin"] as const;
export type Owner = (typeof OWNERS)[number];

/**
 * The practice commune with everything in it, and beside it another commune with a point and people of every role, who do the same work: what keeps
 * them out is whose the things are, and nothing else.
 */
export interface TwoOffices {
  readonly hub: TestHub;
  readonly owners: Readonly<Record<Owner, Person>>;
  readonly strangers: Readonly<Record<Stranger, Person>>;
  /** The partner's, in the header; it may hand in dossiers. */
  readonly token: string;
}

export async function openTwoOffices(hub: TestHub): Promise<TwoOffices> {
  const { sql } = hub.context.database;
  await addNeighbour(sql);
  await sql`
    insert into accounts (account, identity_number, name, phone, birth_date, sex, address, issued_on, secret_hash, created_at)
    select gen_random_uuid(), ${CITIZEN.identityNumber}, ${CITIZEN.name}, '', '1985-01-02', 'male', ${TELLTALE}, issued_on, secret_hash, created_at
    from accounts where identity_number = ${PRACTICE_CITIZEN.identityNumber}`;
  let people = 0;
  // each from an address of their own: one address that asks so much is stopped
  const somebody = () => new Person(hub.url, `10.2.0.${++people}`);
  const atWork = async (ten: string) => signedIn(somebody(), "/dang-nhap", { ten, secret: PRACTICE_SECRET });
  const withAccount = (so: string) => signedIn(somebody(), "/tai-khoan", { so, secret: PRACTICE_SECRET });
  const staffOf = async (prefix: string) => {
    const [helper, officer, leader, admin] = [
      await atWork(prefix + USERNAMES.helper),
      await atWork(prefix + USERNAMES.officer),
      await atWork(prefix + USERNAMES.leader),
      await atWork(prefix + USERNAMES.admin),
    ];
    return { helper, officer, leader, admin };
  };
  const owners = { citizen: await withAccount(CITIZEN.identityNumber), phone: somebody(), ...(await staffOf("")) };
  const citizen = await withAccount(PRACTICE_CITIZEN.identityNumber);
  const visitor = somebody();
  // with a declaration, a number and a session of their own
  await visitor.sends("/luot-den", { purpose: "other" });
  await visitor.sends("/thu-tuc/1.001193", {});
  const strangers = { nobody: somebody(), visitor, citizen, partner: somebody(), ...(await staffOf(`${NEIGHBOUR}-`)) };
  return { hub, owners, strangers, token: await createPartnerToken(hub.context, "thử", ["dossiers:write"]) };
}

/** The citizen whose things they are. */
export const CITIZEN = { identityNumber: "056085004321", name: `Bo Bo Văn ${TELLTALE}` };

async function addNeighbour(sql: Sql): Promise<void> {
  const own = (await listOffices(sql)).find(({ office }) => office === OWN);
  if (!own) throw new Error("the practice set-up has its commune");
  await insertOffice(sql, { ...own, office: NEIGHBOUR, name: "UBND xã Láng Giềng Thử", identifier: "000.15.99.H32" }, new Date());
  await insertPoint(sql, {
    office: NEIGHBOUR,
    point: "diem-lang-gieng",
    name: "Điểm Láng Giềng",
    place: "thôn Thử",
    openedOn: "2026-01-05",
  });
  await sql`
    insert into staff (office, staff, username, name, title, role, secret_hash, created_at)
    select ${NEIGHBOUR}, gen_random_uuid(), ${`${NEIGHBOUR}-`} || username, 'Cao Văn Láng Giềng', title, role, secret_hash, created_at
    from staff where office = ${OWN}`;
}

async function signedIn(person: Person, path: string, fields: Record<string, string>): Promise<Person> {
  await person.sends(path, fields);
  return person;
}

/** A dossier of the first office that came in from a partner; answers its id and its tracking code. */
export async function lodgeTheirs(
  { hub, token }: Pick<TwoOffices, "hub" | "token">,
  change: object = {},
  papers: readonly string[] = ["giay-chung-sinh"],
): Promise<{ id: string; trackingCode: string }> {
  const reply = await submit(hub.url, token, aSubmission(600, papers), { answers: TELLING_ANSWERS, applicant: CITIZEN, ...change });
  return (await reply.json()) as { id: string; trackingCode: string };
}

/** The answers of a birth registration in which every name tells. */
export const TELLING_ANSWERS = {
  ...PARTNER_ANSWERS,
  "nyc.hoTen": CITIZEN.name,
  "con.hoTen": `Bo Bo Thị ${TELLTALE}`,
  "me.hoTen": `Cao Thị ${TELLTALE}`,
  "cha.hoTen": CITIZEN.name,
};

/** The id of the newest row that a statement finds. */
export async function idOf(hub: TestHub, table: string, column: string, newest: string): Promise<string> {
  const { sql } = hub.context.database;
  const [row] = await sql<
    { id: string }[]
  >`select ${sql(column)}::text as id from ${sql(table)} where office = ${OWN} order by ${sql(newest)} desc limit 1`;
  if (!row) throw new Error(`${table} holds nothing of ${OWN}: what should have been made there was refused`);
  return row.id;
}
