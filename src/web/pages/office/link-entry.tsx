import { Hono } from "hono";
import { formatDay } from "../../../domain/people/dates.ts";
import { changeWords } from "../../../domain/registers/entry.ts";
import { entryWords } from "../../../domain/registers/numbering.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import { type LinkPage, linkEntry, readLinkPage } from "../../../operations/registers/link-entry.ts";
import { openEntry } from "../../../operations/registers/read-entry.ts";
import { findShelf, slugOf } from "../../../operations/registers/register-desk.ts";
import type { RegisterLine } from "../../../store/views/register-list.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { page } from "../../layout/page.tsx";
import { Facts, ProblemSummary } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { Lines } from "./register-parts.tsx";

/** A dossier that corrects or copies an entry: the officer finds the entry, and for a correction types each line as it should be. */
export const entryLinking = new Hono<Env>()
  .get("/mot-cua/:id/gan-so", (request) => asStaff(request, ["officer"], (member) => linkPage(request, member, "", null)))
  .post("/mot-cua/:id/gan-so", (request) =>
    asStaff(request, ["officer"], async (member) => {
      const id = request.req.param("id");
      const form = await readForm(request);
      if (form.tim !== undefined) return linkPage(request, member, form.tim, null);
      const { services } = request.var;
      const shelf = await findShelf(services, member, form.so ?? "", form.nam ?? "");
      if (!shelf.ok) return linkPage(request, member, "", shelf.reason);
      const number = Number(form.chon);
      const actor = { role: member.role, id: member.staff, name: member.name };
      const lines = Array.from({ length: MOST_LINES }, (_, row) => form[`dong-${row}`]);
      const { register, year } = shelf.value;
      const done = await linkEntry(services, member, { actor, key: `link:${form.key || services.newId()}` }, id, {
        register,
        year,
        number,
        lines,
      });
      return done.ok ? request.redirect(paths.officeDossier(id), 303) : linkPage(request, member, "", done.reason);
    }),
  );

/** No entry has more lines than this. */
const MOST_LINES = 60;

async function linkPage(request: Request, member: StaffMember, words: string, said: Problem | null): Promise<Response> {
  const id = request.req.param("id") ?? "";
  const found = await readLinkPage(request.var.services, member, id, words);
  if (!found.ok) return refused(request, found.reason, paths.officeDossier(id));
  const { candidates, chosen, said: asked, dossier } = found.value;
  const here = paths.officeLinkEntry(id);
  return page(
    request,
    {
      title: "Gắn với sổ",
      desk: true,
      back: paths.officeDossier(id),
      children: (
        <>
          <h1>Hồ sơ này về số nào trong sổ?</h1>
          <ProblemSummary problem={said} />
          <div class="two">
            <section aria-labelledby="ba-con-noi">
              <h2 id="ba-con-noi">Bà con ghi</h2>
              <Facts rows={asked} />
            </section>
            <section aria-labelledby="trong-so">
              <h2 id="trong-so">Trong sổ ở đây</h2>
              {chosen ? (
                <div class="notice">
                  <p>
                    Đã gắn: {chosen.of.name}, {entryWords(chosen.of)}.
                  </p>
                  <ul>
                    {dossier.entry?.changes.map((change) => (
                      <li>{changeWords(change)}</li>
                    ))}
                  </ul>
                </div>
              ) : null}
              <form method="post" action={here} class="row">
                <label class="sr" for="tim">
                  Tìm tên trong sổ
                </label>
                <input type="search" id="tim" name="tim" value={words} placeholder="Tên, có dấu hay không dấu" autocomplete="off" />
                <button class="quiet" type="submit">
                  Tìm
                </button>
              </form>
              {candidates.length === 0 ? (
                <p class="notice">
                  Không thấy trong sổ ở đây. Nếu đăng ký ở nơi khác thì không gắn; ký xong gửi thông báo cho nơi đó ghi vào sổ.
                </p>
              ) : null}
              {await Promise.all(candidates.map((line) => candidate(request, member, found.value, line)))}
            </section>
          </div>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

async function candidate(request: Request, member: StaffMember, { key, onEntry }: LinkPage, line: RegisterLine) {
  const opened = await openEntry(request.var.services, member, line);
  if (!opened.ok || !opened.value.own) return null;
  return (
    <details class="panel">
      <summary>
        {line.subject} – {line.name} số {line.number}/{line.year}, ngày {formatDay(line.enteredOn)}
      </summary>
      <form method="post" action={paths.officeLinkEntry(key.dossier)}>
        <ActKey />
        <input type="hidden" name="so" value={slugOf(line.register)} />
        <input type="hidden" name="nam" value={String(line.year)} />
        <input type="hidden" name="chon" value={String(line.number)} />
        {onEntry === "corrects" ? (
          <>
            <p class="hint">Sửa dòng cần sửa thành chữ đúng. Dòng không đụng tới thì giữ nguyên.</p>
            <Lines rows={opened.value.rows} typed={{}} />
          </>
        ) : (
          <Facts rows={opened.value.rows.filter(({ value }) => value !== "")} />
        )}
        <button type="submit">Đúng số này</button>
      </form>
    </details>
  );
}
