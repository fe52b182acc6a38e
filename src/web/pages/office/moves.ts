import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { isUuid } from "../../../base/ids.ts";
import { type Result, refuse } from "../../../base/result.ts";
import type { Dossier } from "../../../domain/dossier/fold.ts";
import { isRegisterMove, MOVES, type Move, type REGISTER_MOVES } from "../../../domain/dossier/moves.ts";
import { parseTypedDate } from "../../../domain/people/dates.ts";
import { isDegree } from "../../../domain/point/degree.ts";
import { groundsOf } from "../../../domain/slips/stop-grounds.ts";
import { type Act, accept, act, type MakeCommand, supplement } from "../../../operations/dossiers/act.ts";
import { askSupplement } from "../../../operations/dossiers/ask-supplement.ts";
import { assign } from "../../../operations/dossiers/assign.ts";
import { apologise, extend, settleFee } from "../../../operations/dossiers/clock-moves.ts";
import { handOver } from "../../../operations/dossiers/hand-over.ts";
import { openNoMore } from "../../../operations/dossiers/lease.ts";
import { ask, type QuestionWanted } from "../../../operations/dossiers/questions.ts";
import { signRefusal } from "../../../operations/dossiers/sign-refusal.ts";
import { signResult } from "../../../operations/dossiers/sign-result.ts";
import { transfer } from "../../../operations/dossiers/transfer.ts";
import { aroundIn } from "../../../operations/dossiers/work-list.ts";
import { sendGalley, takeCorrection } from "../../../operations/galleys/galleys.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readFormData } from "../../http/request.ts";
import { paths } from "../../paths.ts";
import { dossierPage } from "./dossier.tsx";
import { type ChosenList, listAddress, listCameFrom, listQuery } from "./list-choice.ts";

/** A transition is a resource: POST /mot-cua/:id/:move. */
export const moves = new Hono<Env>().post("/mot-cua/:id/:move", (request) =>
  asStaff(request, ["officer", "leader", "helper"], async (member) => {
    const { id, move } = request.req.param();
    if (!(move in MOVES) || !isUuid(id)) return refused(request, problem("dossier-not-found"), paths.office);
    const form = await readFormData(request);
    const list = await listCameFrom(request, member, Object.fromEntries(new URLSearchParams(text(form, "tu"))));
    // the place in the list is looked up before the dossier leaves it
    const around = list ? await aroundIn(request.var.services, member, list.choice, id) : null;
    const done = await make(request, form, member, id, move as Move);
    if (!done.ok) return dossierPage(request, member, id, { problem: done.reason, move: move as Move, form }, list);
    if (list && around && LEAVING.includes(move as Move)) {
      await openNoMore(request.var.services, member, id);
      return request.redirect(nextAddress(member, list, around.after, { vua: id, viec: move }), 303);
    }
    return request.redirect(paths.officeDossierFrom(id, list ? listQuery(list, { viec: move }) : `viec=${move}`), 303);
  }),
);

/** Moves after which the dossier is somebody else's turn: whoever came from a list goes on with the next one in it. */
const LEAVING: readonly Move[] = [
  "accept",
  "decline",
  "request-supplement",
  "request-fee",
  "propose",
  "send-back",
  "sign",
  "stop",
  "hand-over",
  "transfer",
];

function nextAddress(member: StaffMember, list: ChosenList, after: string | null, done: { vua: string; viec: string }): string {
  const query = listQuery(list, done);
  return after === null ? listAddress(member, query) : paths.officeDossierFrom(after, query);
}

async function make(request: Request, form: FormData, member: StaffMember, id: string, move: Move): Promise<Result<Dossier, Problem>> {
  const { services } = request.var;
  const key = { office: member.office, dossier: id };
  const by: Act = {
    actor: { role: member.role, id: member.staff, name: member.name },
    key: `${move}:${text(form, "key") || services.newId()}`,
  };
  // they have pages of their own
  if (move === "enter-declaration" || move === "judge-duplicate") return refuse(problem("move-not-open"));
  if (move === "accept") return accept(services, key, by);
  if (isRegisterMove(move)) return refuse(problem("move-not-open"));
  if (move === "sign-refusal") return signRefusal(services, key, by, member);
  if (move === "sign") return signResult(services, key, by, member);
  if (move === "hand-over") {
    const proof = text(form, "proof");
    return handOver(services, key, by, {
      to: text(form, "to-hand-over"),
      place: text(form, "place") === "point" ? "point" : "office",
      proof: proof === "slip" || proof === "signature" ? proof : "card",
      slipSecret: text(form, "so-trao"),
      signature: text(form, "chu-ky-trao"),
    });
  }
  if (move === "send-galley") return sendGalley(services, key, by);
  if (move === "take-correction") return takeCorrection(services, key, by, text(form, "words-take-correction"));
  if (move === "assign") return assign(services, key, by, text(form, "cho"), text(form, "loi"));
  if (move === "ask-opinion") return ask(services, key, by, questionOf(form, member));
  if (move === "transfer") return transfer(services, key, by, text(form, "chuyen-den"), text(form, "words-transfer"));
  // answered where it is asked: pages/office/questions.tsx
  if (move === "give-opinion") return refuse(problem("move-not-open"));
  if (move === "request-supplement")
    return askSupplement(services, key, by, {
      papers: form.getAll("giay").map(String),
      reasons: form.getAll("reasons").map(String),
      words: text(form, "words-request-supplement"),
    });
  if (move === "supplement") return supplement(services, key, by, { papers: [], words: text(form, "words-supplement") });
  if (move === "settle-fee") return settleFee(services, key, by, text(form, "bien-lai"));
  if (move === "extend") return extend(services, key, by, text(form, "words-extend"));
  if (move === "apologise") {
    const day = parseTypedDate(text(form, "ngay-hen"));
    return apologise(services, key, by, {
      reasons: form.getAll("reasons").map(String),
      words: text(form, "words-apologise"),
      day: day.ok ? day.value : "",
    });
  }
  // the clock alone makes it
  if (move === "close-galley") return refuse(problem("move-not-yours"));
  return act(services, key, by, move, commandOf(move, form, officeDay(services.now())));
}

function commandOf(
  move: Exclude<
    Move,
    | "enter-declaration"
    | "judge-duplicate"
    | "accept"
    | "sign"
    | "hand-over"
    | "request-supplement"
    | "supplement"
    | "settle-fee"
    | "extend"
    | "apologise"
    | "assign"
    | "ask-opinion"
    | "give-opinion"
    | "transfer"
    | "sign-refusal"
    | "send-galley"
    | "take-correction"
    | "close-galley"
    | (typeof REGISTER_MOVES)[number]
  >,
  form: FormData,
  today: string,
): MakeCommand {
  const words = text(form, `words-${move}`);
  switch (move) {
    case "confirm-galley":
      return () => ({ move, how: "call", words });
    case "correct-galley":
      return () => ({ move, how: "call", changes: [], answers: {}, words });
    case "answer-correction":
      return () => ({ move, words });
    case "skip-galley":
      return () => ({ move, reason: words });
    case "start":
    case "countersign":
      return () => ({ move });
    case "correct-help": {
      const degree = text(form, "degree");
      return () => ({ move, degree: isDegree(degree) ? degree : "done-for", words });
    }
    case "note":
      return () => ({ move, words });
    case "propose":
      return () => ({ move, note: words });
    case "send-back":
      return () => ({ move, words });
    case "revoke":
      return () => ({ move, reason: words, day: today });
    case "request-fee": {
      const amountDong = Number(text(form, "so-tien").replace(/[.\s]/g, "") || Number.NaN);
      const payBy = parseTypedDate(text(form, "han-nop"));
      return () => ({ move, amountDong, words, payBy: payBy.ok ? payBy.value : null });
    }
    case "stop": {
      const grounds = groundsOf(form.getAll("can-cu").map(String), text(form, "can-cu-khac"));
      const reason = [text(form, "ly-do"), words].filter((part) => part.trim() !== "").join(". ");
      return () => ({ move, reason, grounds });
    }
    case "grant-withdrawal":
      return (dossier) => ({ move, reason: dossier.withdrawalAsked ?? "" });
    case "decline":
    case "ask-withdrawal":
    case "decline-withdrawal":
    case "withdraw":
      return () => ({ move, reason: words });
  }
}

function questionOf(form: FormData, member: StaffMember): QuestionWanted {
  const [kind, whom = ""] = text(form, "hoi-ai").split(":");
  return {
    office: kind === "nguoi" ? member.office : whom,
    staff: kind === "nguoi" ? whom : "",
    words: text(form, "words-ask"),
    days: Number(text(form, "so-ngay") || Number.NaN),
    sections: form.getAll("phan").map(String),
    papers: form.getAll("giay").map(String),
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
