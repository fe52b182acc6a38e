import assert from "node:assert/strict";
import { changedTables, digest, digestAtRest } from "../../digest.ts";
import { formTo } from "../../form-on-page.ts";
import { type Answered, askAs, askAsPerson } from "../ask.ts";
import type { Things } from "../things.ts";
import { OWNERS, type Owner, STRANGERS, type Stranger, TELLTALE, type TwoOffices } from "../two-offices.ts";

/** A form as somebody who may sends it: every field filled in with what is valid, the hidden ones as the page has them. */
export interface WholeForm {
  readonly right: Owner;
  /** The page that it stands on, and where it is sent. */
  readonly page: string;
  readonly action: string;
  /** What is sent to the page so that it shows the form. */
  readonly open?: Readonly<Record<string, string>>;
  readonly fill?: Readonly<Record<string, string>>;
  /** Sent beside the fields. */
  readonly file?: { readonly field: string; readonly file: File };
  /** Who of the same office may as well. */
  readonly also?: readonly Owner[];
  /** It names no thing: the same role of another office does it there, at home. */
  readonly atHome?: readonly Stranger[];
  /** Statuses that refuse besides those of doors: the page is drawn again and says what is wrong. */
  readonly refusedBy?: readonly number[];
}

export interface Forms {
  /** What the forms are about, and one form after the other; each is made when those before it were sent. */
  readonly [what: string]: (two: TwoOffices, things: Things) => WholeForm | Promise<WholeForm>;
}

const SHUT = [403, 404];

/**
 * Sends the form as everybody who may not, and looks that nothing changed; then as who may, and looks that something did. Answers what went wrong, in
 * words.
 */
export async function tryForm(two: TwoOffices, what: string, form: WholeForm): Promise<string[]> {
  const { sql } = two.hub.context.database;
  const right = two.owners[form.right];
  await (form.open ? right.sends(form.page, form.open) : right.goes(form.page));
  const fields = { ...formTo(right, form.action), ...form.fill };
  const body = () => (form.file ? multipart(fields, form.file) : fields);
  const before = await digestAtRest(two.hub.context);
  const wrong: string[] = [];
  const judge = (who: string, reply: Answered) => {
    const toSignIn = reply.status === 303 && /^\/(dang-nhap|tai-khoan)/.test(reply.headers.get("location") ?? "");
    if (!toSignIn && ![...SHUT, ...(form.refusedBy ?? [])].includes(reply.status)) wrong.push(`${what}: ${who} got ${reply.status}`);
    if (reply.text.includes(TELLTALE) && who.startsWith("another")) wrong.push(`${what}: ${who} read it`);
  };
  const others = STRANGERS.filter((who) => !(form.atHome ?? []).includes(who));
  const colleagues = OWNERS.filter((who) => who !== form.right && who !== "phone" && !(form.also ?? []).includes(who));
  await Promise.all([
    ...others.map(async (who) => judge(`another's ${who}`, await askAs(two, who, "POST", form.action, body()))),
    ...colleagues.map(async (who) => judge(`our ${who}`, await askAsPerson(two, two.owners[who], "POST", form.action, body()))),
  ]);
  const tried = await digest(sql);
  // a colleague who is refused sees the dossier's page, and has it open
  const changed = changedTables(before, tried).filter((table) => table !== "dossier_leases");
  if (changed.length > 0) wrong.push(`${what}: a refused form changed ${changed.join(", ")}`);
  const done = await askAsPerson(two, right, "POST", form.action, body());
  const went =
    done.status === 200 || done.status === 204 || (done.status === 303 && !/^\/dang-nhap/.test(done.headers.get("location") ?? ""));
  const moved = changedTables(tried, await digest(sql)).length > 0;
  if (!went || !moved)
    wrong.push(
      `${what}: sent by our ${form.right} it was ${done.status} and ${moved ? "changed something" : "changed nothing"}: ${saidOn(done.text)}`,
    );
  return wrong;
}

function multipart(fields: Readonly<Record<string, string>>, { field, file }: NonNullable<WholeForm["file"]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append(field, file);
  return form;
}

function saidOn(html: string): string {
  return (/role="alert"[^>]*>([\s\S]{0,400})/.exec(html)?.[1] ?? html.slice(0, 200))
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

export function thing(things: Things, place: string): string {
  return things[place] ?? assert.fail(`no thing for ${place}`);
}
