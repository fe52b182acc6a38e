import { Hono } from "hono";
import { officeTime } from "../../../base/clock.ts";
import { languageOf } from "../../../domain/voices/languages.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import { approveRecording, declineRecording } from "../../../operations/voices/decide.ts";
import { readWaitingVoices, type WaitingVoice } from "../../../operations/voices/voice-desk.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { PlayLink } from "../../layout/read-aloud.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";

const ROLES = ["officer", "leader"] as const;

/** Listening to what helpers recorded: what is approved is played at the office's points from that minute on. */
export const voiceApproval = new Hono<Env>()
  .get(paths.officeVoices, (request) => asStaff(request, ROLES, (member) => waitingPage(request, member, null)))
  .post("/mot-cua/giong-noi/:voice/duyet", (request) =>
    asStaff(request, ROLES, async (member) => {
      const done = await approveRecording(request.var.services, member, request.req.param("voice"));
      return done.ok ? request.redirect(paths.officeVoices, 303) : waitingPage(request, member, done.reason);
    }),
  )
  .post("/mot-cua/giong-noi/:voice/tra-lai", (request) =>
    asStaff(request, ROLES, async (member) => {
      const { voice } = request.req.param();
      const form = await readForm(request);
      const done = await declineRecording(request.var.services, member, voice, form[`ly-do-${voice}`] ?? "");
      return done.ok ? request.redirect(paths.officeVoices, 303) : waitingPage(request, member, done.reason);
    }),
  );

async function waitingPage(request: Request, member: StaffMember, said: Problem | null) {
  const waiting = await readWaitingVoices(request.var.services, member.office);
  return page(
    request,
    {
      title: "Giọng đọc chờ duyệt",
      desk: true,
      scripts: ["speak.js"],
      back: homeOf(member),
      children: (
        <>
          <h1>Giọng đọc chờ duyệt</h1>
          <ProblemSummary problem={said} />
          <p>Nghe xem có nói đủ và đúng ý không. Không biết tiếng ấy thì nhờ người trong làng cùng nghe trước khi duyệt.</p>
          {waiting.length === 0 ? <p class="notice">Không có bản thu nào chờ duyệt.</p> : null}
          {waiting.map((item) => (
            <One item={item} request={request} />
          ))}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function One({ item: { voice, piece }, request }: { item: WaitingVoice; request: Request }) {
  const language = languageOf(request.var.services.languages, voice.language);
  return (
    <section class="panel" aria-labelledby={`ban-${voice.voice}`}>
      <h2 id={`ban-${voice.voice}`}>
        {piece?.title ?? "Câu đã đổi lời"}: {language.name}
      </h2>
      <p>
        {voice.recordedByName} thu lúc {officeTime(voice.recordedAt)}
        {voice.seconds === null ? "" : `, dài ${Math.ceil(voice.seconds)} giây`}.
      </p>
      {piece ? (
        piece.sentences.map((sentence) => <p>{sentence}</p>)
      ) : (
        <p class="notice warn">Lời của câu này đã đổi sau khi thu. Duyệt cũng không đọc được, xin trả lại để thu bản mới.</p>
      )}
      <p>
        <PlayLink sound={paths.recorded(voice.voice)} of="bản thu" />
      </p>
      <form method="post" action={paths.officeVoice(voice.voice, "duyet")} class="row tight">
        <button type="submit">Duyệt</button>
      </form>
      <form method="post" action={paths.officeVoice(voice.voice, "tra-lai")}>
        <TextField id={`ly-do-${voice.voice}`} label="Chưa được thì ghi vì sao" />
        <button class="quiet" type="submit">
          Trả lại
        </button>
      </form>
    </section>
  );
}
