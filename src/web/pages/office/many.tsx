import { Hono } from "hono";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { doMany, isManyMove, MANY, type ManyMove, type Outcome, type Previewed, previewMany } from "../../../operations/dossiers/many.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readFormData } from "../../http/request.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { page } from "../../layout/page.tsx";
import { Facts } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { listPage } from "./inbox.tsx";
import { listAddress } from "./list-choice.ts";

/** Several dossiers at once: first what will be done and what cannot be, then each by itself, each told. */
export const manyPages = new Hono<Env>()
  .post(paths.officeMany, (request) =>
    asStaff(request, ["officer", "leader", "helper"], async (member) => {
      const { move, ids, list } = await readMany(request);
      if (!move) return refused(request, problem("dossier-not-found"), homeOf(member));
      const previewed = await previewMany(request.var.services, member, move, ids);
      if (previewed.ok) return previewPage(request, member, move, previewed.value, list);
      return previewed.reason.code === "nothing-chosen"
        ? listPage(request, member, previewed.reason, Object.fromEntries(new URLSearchParams(list)))
        : refused(request, previewed.reason, homeOf(member));
    }),
  )
  .post(paths.officeManyDone, (request) =>
    asStaff(request, ["officer", "leader", "helper"], async (member) => {
      const { move, ids, list, form } = await readMany(request);
      if (!move) return refused(request, problem("dossier-not-found"), homeOf(member));
      const receivers = Object.fromEntries(ids.map((id) => [id, String(form.get(`to-${id}`) ?? "")]));
      const key = String(form.get("key") ?? "") || request.var.services.newId();
      const outcomes = await doMany(request.var.services, member, { move, ids, key, receivers, cardsSeen: form.get("the") === "1" });
      return donePage(request, member, move, outcomes, list);
    }),
  );

async function readMany(request: Request): Promise<{ move: ManyMove | null; ids: string[]; list: string; form: FormData }> {
  const form = await readFormData(request);
  const move = String(form.get("viec") ?? "");
  return { move: isManyMove(move) ? move : null, ids: form.getAll("hs").map(String), list: String(form.get("tu") ?? ""), form };
}

function previewPage(request: Request, member: StaffMember, move: ManyMove, previewed: readonly Previewed[], list: string) {
  const can = previewed.filter(({ cannot }) => cannot === null);
  const cannot = previewed.filter((one) => one.cannot !== null);
  const { words, key } = MANY[move];
  return page(request, {
    title: `Xem trước: ${words.toLowerCase()} ${can.length} hồ sơ`,
    desk: true,
    scripts: ["desk.js"],
    back: listAddress(member, list),
    children: (
      <>
        <h1>
          {words} {can.length} hồ sơ
        </h1>
        {cannot.length > 0 ? (
          <section class="notice warn" aria-labelledby="khong-lam">
            <h2 id="khong-lam">{cannot.length} hồ sơ không làm được</h2>
            <ul>
              {cannot.map((one) => (
                <li>
                  <a href={paths.officeDossier(one.key.dossier)}>{one.dossier.applicant.name}</a>, {one.dossier.procedure.name}:{" "}
                  {one.cannot}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {can.length === 0 ? (
          <p>Không còn hồ sơ nào để làm.</p>
        ) : (
          <form method="post" action={paths.officeManyDone}>
            <input type="hidden" name="viec" value={move} />
            <input type="hidden" name="tu" value={list} />
            <ActKey />
            <div class="row">
              {move === "hand-over" ? (
                <label class="check">
                  <input type="checkbox" name="the" value="1" required /> Tôi đã xem thẻ căn cước của từng người nhận
                </label>
              ) : null}
              <button type="submit" data-key={key} aria-keyshortcuts={key}>
                {words} {can.length} hồ sơ dưới đây <kbd>{key}</kbd>
              </button>
            </div>
            <ol class="preview">
              {can.map((one) => (
                <li>
                  <One one={one} move={move} />
                </li>
              ))}
            </ol>
          </form>
        )}
      </>
    ),
  });
}

function One({ one: { key, dossier, facts }, move }: { one: Previewed; move: ManyMove }) {
  return (
    <>
      <input type="hidden" name="hs" value={key.dossier} />
      <h2>
        <a href={paths.officeDossier(key.dossier)}>
          {dossier.procedure.name}: {dossier.applicant.name}
        </a>
      </h2>
      <p class="soft">
        {dossier.dossierCode ?? dossier.trackingCode}, hẹn {dayWithWeekday(dossier.due.day)}
      </p>
      {move === "hand-over" ? (
        <div class="field">
          <label for={`to-${key.dossier}`}>Trao cho ai</label>
          <input type="text" id={`to-${key.dossier}`} name={`to-${key.dossier}`} value={dossier.applicant.name} autocomplete="off" />
        </div>
      ) : (
        <Facts rows={facts} />
      )}
    </>
  );
}

function donePage(request: Request, member: StaffMember, move: ManyMove, outcomes: readonly Outcome[], list: string) {
  const done = outcomes.filter(({ problem: why }) => why === null);
  const failed = outcomes.filter(({ problem: why }) => why !== null);
  return page(request, {
    title: `${MANY[move].done} ${done.length} hồ sơ`,
    desk: true,
    scripts: ["desk.js"],
    back: listAddress(member, list),
    children: (
      <>
        <h1 role="status">
          {MANY[move].done} {done.length} trên {outcomes.length} hồ sơ
        </h1>
        {failed.length > 0 ? (
          <section class="notice warn" aria-labelledby="chua-lam">
            <h2 id="chua-lam">{failed.length} hồ sơ chưa làm được</h2>
            <ul>
              {failed.map(({ key, problem: why }) => (
                <li>
                  <a href={paths.officeDossier(key.dossier)}>Mở hồ sơ</a>: {why}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <ul>
          {done.map(({ key, dossier }) => (
            <li>
              <a href={paths.officeDossier(key.dossier)}>{dossier?.applicant.name}</a> – {dossier?.dossierCode ?? dossier?.trackingCode}
              {move === "sign" && dossier?.result ? `, ${dossier.result.name} số ${dossier.result.number}/${dossier.result.year}` : ""}
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href={listAddress(member, list)} data-key="u" aria-keyshortcuts="u">
            Về danh sách <kbd>u</kbd>
          </a>
        </p>
      </>
    ),
  });
}
