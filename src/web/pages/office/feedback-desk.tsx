import { Hono } from "hono";
import { ageOf, FACES, type Face } from "../../../domain/point/feedback.ts";
import { answer, type FeedbackDesk, readFeedbackDesk, voiceOfFeedback } from "../../../operations/feedback/answer.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { sendSound } from "../../http/send-sound.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, WordsField } from "../../layout/parts.tsx";
import { PlayLink } from "../../layout/read-aloud.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";

const ROLES = ["officer", "leader"] as const;

/** What people said, the oldest unanswered on top: it ages where everybody at work sees it. */
export const feedbackDesk = new Hono<Env>()
  .get(paths.officeFeedback, (request) => asStaff(request, ROLES, (member) => deskPage(request, member, null)))
  .get("/mot-cua/gop-y/:feedback/tieng", (request) =>
    asStaff(request, ROLES, async (member) => {
      const sound = await voiceOfFeedback(request.var.services, member, request.req.param("feedback"));
      return sound ? sendSound(request, sound) : request.notFound();
    }),
  )
  .post("/mot-cua/gop-y/:feedback", (request) =>
    asStaff(request, ROLES, async (member) => {
      const { feedback } = request.req.param();
      const form = await readForm(request);
      const done = await answer(request.var.services, member, feedback, form[`words-${feedback}`] ?? "", form.shown === "yes");
      return done.ok ? request.redirect(paths.officeFeedback, 303) : deskPage(request, member, done.reason);
    }),
  );

async function deskPage(request: Request, member: StaffMember, said: Problem | null): Promise<Response> {
  const desk = await readFeedbackDesk(request.var.services, member.office);
  return page(
    request,
    {
      title: "Góp ý của bà con",
      desk: true,
      back: homeOf(member),
      scripts: ["speak.js"],
      children: (
        <>
          <h1>Góp ý của bà con</h1>
          <ProblemSummary problem={said} />
          <p>
            30 ngày qua:{" "}
            {(Object.keys(FACES) as Face[]).map((face) => (
              <>
                {FACES[face]} <strong>{desk.faces[face]}</strong>{" "}
              </>
            ))}
          </p>
          <Open desk={desk} now={request.var.services.now()} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function Open({ desk, now }: { desk: FeedbackDesk; now: Date }) {
  if (desk.open.length === 0) return <p class="notice">Không có góp ý nào chờ trả lời.</p>;
  return (
    <>
      {desk.open.map((item) => {
        const age = ageOf(item.saidAt, now);
        return (
          <section class="panel">
            <p>
              <span class={age.late ? "late" : ""}>{age.days === 0 ? "Hôm nay" : `Đã ${age.days} ngày`}</span> · {FACES[item.face]} ·{" "}
              {item.name ?? "Không ghi tên"}
            </p>
            {item.words === "" ? null : <p>“{item.words}”</p>}
            {item.voiceSha256 ? (
              <p>
                <PlayLink sound={paths.officeFeedbackVoice(item.feedback)} of="lời nói của bà con" />
              </p>
            ) : null}
            <form method="post" action={paths.officeFeedbackAnswer(item.feedback)}>
              <WordsField id={`words-${item.feedback}`} label="Trả lời" />
              <label class="check">
                <input type="checkbox" name="shown" value="yes" /> Cho mọi người cùng đọc (không có tên ai trong lời)
              </label>
              <button type="submit">Gửi trả lời</button>
            </form>
          </section>
        );
      })}
    </>
  );
}
