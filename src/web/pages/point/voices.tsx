import type { Readable } from "node:stream";
import { Hono } from "hono";
import { FALLBACK, type Language, languageOf } from "../../../domain/voices/languages.ts";
import { RECORDING_BYTES, RECORDING_SECONDS } from "../../../domain/voices/recording.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { soundOf } from "../../../operations/voices/listen.ts";
import { recordVoice } from "../../../operations/voices/record.ts";
import { type PieceLine, readVoiceDesk, soundOfRecording } from "../../../operations/voices/voice-desk.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { readFiles } from "../../http/multipart.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import type { Env, Request } from "../../http/request.ts";
import { sendSound } from "../../http/send-sound.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { PlayLink } from "../../layout/read-aloud.tsx";
import { Languages, PieceLines, VoiceCounts } from "../../layout/voices.tsx";
import { paths } from "../../paths.ts";
import { DESK_ROLES } from "./desk.tsx";

/** Recording the questions in the village's language: what is missing, one piece after the other, listening before sending. */
export const voicePages = new Hono<Env>()
  .get(paths.voices, (request) => asStaff(request, DESK_ROLES, (member) => countsPage(request, member)))
  .get("/ban-truc/giong-noi/:procedure", (request) => asStaff(request, DESK_ROLES, (member) => listPage(request, member)))
  .get("/ban-truc/giong-noi/:procedure/:piece", (request) => asStaff(request, DESK_ROLES, (member) => recordPage(request, member, null)))
  .post("/ban-truc/giong-noi/:procedure/:piece", (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const language = asked(request);
      const line = await lineOf(request, member, language);
      if (!line) return refused(request, problem("voice-of-nothing"), paths.voices);
      let bytes = new Uint8Array();
      for await (const file of readFiles(request)) bytes = await wholeOf(file.stream);
      const kept = await recordVoice(request.var.services, member, line.at, language.code, bytes);
      if (!kept.ok) return recordPage(request, member, kept.reason);
      return request.redirect(`${paths.voicesOf(line.at.procedure, language.code)}#${line.at.piece}`, 303);
    }),
  )
  .get("/giong-noi/:voice", (request) =>
    asStaff(request, ["helper", "officer", "leader"], async (member) => {
      const sound = await soundOfRecording(request.var.services, member.office, request.req.param("voice"));
      return sound ? sendSound(request, sound) : request.notFound();
    }),
  );

/** The language that the page is about: the first that no machine speaks, until somebody chooses. */
function asked(request: Request): Language {
  const { languages } = request.var.services;
  const code = request.req.query("tieng") ?? languages.find(({ speech }) => speech === undefined)?.code;
  return languageOf(languages, code);
}

async function countsPage(request: Request, member: StaffMember) {
  const language = asked(request);
  const procedures = await readVoiceDesk(request.var.services, member.office, language.code);
  return page(request, {
    title: "Giọng đọc của làng",
    desk: true,
    back: paths.helper,
    children: (
      <>
        <h1>Giọng đọc của làng</h1>
        <p>
          Thu câu hỏi bằng tiếng của làng để bà con nghe. Cán bộ nghe và duyệt rồi thì trang mới đọc. Câu nào chưa thu thì đọc tiếng Việt.
        </p>
        <Languages languages={request.var.services.languages} now={language} />
        <VoiceCounts procedures={procedures} language={language} />
      </>
    ),
  });
}

async function listPage(request: Request, member: StaffMember) {
  const language = asked(request);
  const procedures = await readVoiceDesk(request.var.services, member.office, language.code);
  const found = procedures.find(({ procedure }) => procedure === request.req.param("procedure"));
  if (!found) return refused(request, problem("voice-of-nothing"), paths.voices);
  return page(request, {
    title: `Giọng đọc: ${found.name}`,
    desk: true,
    scripts: ["speak.js"],
    back: `${paths.voices}?tieng=${language.code}`,
    children: (
      <>
        <h1>
          {found.name}: {language.name}
        </h1>
        <PieceLines lines={found.lines} language={language} />
      </>
    ),
  });
}

async function lineOf(request: Request, member: StaffMember, language: Language): Promise<PieceLine | null> {
  const { procedure = "", piece = "" } = request.req.param();
  const procedures = await readVoiceDesk(request.var.services, member.office, language.code);
  return procedures.find((item) => item.procedure === procedure)?.lines.find((line) => line.at.piece === piece) ?? null;
}

async function recordPage(request: Request, member: StaffMember, said: Problem | null) {
  const { services } = request.var;
  const language = asked(request);
  const line = await lineOf(request, member, language);
  if (!line) return refused(request, problem("voice-of-nothing"), paths.voices);
  const { at, piece, voice } = line;
  const model = language.code === FALLBACK ? null : await soundOf(services, member.office, FALLBACK, at);
  return page(
    request,
    {
      title: `Thu: ${piece.title}`,
      desk: true,
      back: paths.voicesOf(at.procedure, language.code),
      scripts: ["speak.js", "record.js"],
      children: (
        <>
          <h1>Thu bằng {language.name}</h1>
          <ProblemSummary problem={said} />
          <p>Nói đủ các ý dưới đây, chậm và rõ, như đang nói với người ngồi trước mặt.</p>
          <div class="panel">
            {piece.sentences.map((sentence) => (
              <p>{sentence}</p>
            ))}
            {model ? <PlayLink sound={paths.sound(at.procedure, at.version, at.piece, FALLBACK)} of="bằng tiếng Việt" /> : null}
          </div>
          {voice?.state === "declined" ? <p class="notice warn">Bản trước chưa được duyệt: {voice.reason} Xin thu lại.</p> : null}
          {voice ? (
            <p>
              Bản đang có, {voice.recordedByName} thu: <PlayLink sound={paths.recorded(voice.voice)} of="bản đang có" />
            </p>
          ) : null}
          <form method="post" enctype="multipart/form-data" class="panel" data-record={RECORDING_SECONDS}>
            <label for="tieng-thu">Hoặc chọn tệp tiếng đã thu</label>
            <p class="hint" id="cach-thu">
              Dài không quá {RECORDING_SECONDS} giây, 2 MB. Không thấy nút Thu thì thu bằng điện thoại rồi chọn tệp. Không nói tên hay giấy
              tờ của ai trong bản thu.
            </p>
            <input type="file" id="tieng-thu" name="tieng-thu" accept="audio/*,.m4a,.ogg,.webm,.wav" aria-describedby="cach-thu" />
            <div class="row">
              <button type="submit">Gửi cho cán bộ duyệt</button>
            </div>
          </form>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** The file, or as much of it as shows that it is too large; what follows is let go by. */
async function wholeOf(stream: Readable): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    if (bytes <= RECORDING_BYTES) pieces.push(piece);
    bytes += piece.length;
  }
  return Uint8Array.from(Buffer.concat(pieces));
}
