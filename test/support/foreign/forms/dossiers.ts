import type { Move } from "../../../../src/domain/dossier/moves.ts";
import { lodgeTheirs, NEIGHBOUR, OWN, type Owner, type TwoOffices } from "../two-offices.ts";
import type { Forms, WholeForm } from "./whole-form.ts";

const WORDS = "Ghi thử một dòng";

/** One dossier from lodging to its end, and three that end otherwise: each move as its page sends it. */
export function dossierForms(): Forms {
  const at: Record<string, string> = {};
  const dossier = async (two: TwoOffices, name: string) => {
    at[name] ??= (await lodgeTheirs(two)).id;
    return at[name] ?? "";
  };
  const move =
    (name: string, what: Move, right: Owner, fill: Record<string, string> = {}, more: Partial<WholeForm> = {}) =>
    async (two: TwoOffices): Promise<WholeForm> => {
      const id = await dossier(two, name);
      return { right, page: `/mot-cua/${id}`, action: `/mot-cua/${id}/${what}`, fill, ...more };
    };
  return {
    "a note": move("signed", "note", "officer", { "words-note": WORDS }, { also: ["leader"] }),
    accepting: move("signed", "accept", "officer"),
    "asking a fee": move("signed", "request-fee", "officer", { "so-tien": "16.000", "words-request-fee": WORDS }),
    "settling a fee": move("signed", "settle-fee", "officer", { "bien-lai": "BL-0042" }),
    extending: move("signed", "extend", "officer", { "words-extend": WORDS }),
    starting: move("signed", "start", "officer"),
    proposing: move("signed", "propose", "officer", { "words-propose": WORDS }),
    "sending back": move("signed", "send-back", "leader", { "words-send-back": WORDS }),
    "proposing again": move("signed", "propose", "officer", { "words-propose": WORDS }),
    signing: move("signed", "sign", "leader"),
    "handing over": move("signed", "hand-over", "officer", { "to-hand-over": "Bo Bo Văn Thử", proof: "card" }, { also: ["helper"] }),
    revoking: move("signed", "revoke", "leader", { "words-revoke": WORDS }),
    refusing: move("refused", "decline", "officer", { "words-decline": WORDS }),
    "signing the refusal": move("refused", "sign-refusal", "leader"),
    assigning: async (two) => {
      const [officer] = await two.hub.context.database.sql<{ staff: string }[]>`
        select staff from staff where office = ${OWN} and username = 'canbo'`;
      return move("stopped", "assign", "officer", { cho: officer?.staff ?? "" }, { also: ["leader"] })(two);
    },
    "accepting what will be stopped": move("stopped", "accept", "officer"),
    "asking for papers": move("stopped", "request-supplement", "officer", { "words-request-supplement": WORDS }),
    "taking papers in": async (two) => {
      const page = `/mot-cua/${await dossier(two, "stopped")}/bo-sung`;
      return { right: "officer", page, action: page, fill: { "loi-nhan": WORDS, lam: "nhan" } };
    },
    stopping: move("stopped", "stop", "officer", { "words-stop": WORDS, "can-cu-khac": "Luật Thử số 1/2026/QH16" }),
    "handing on": move("handed-on", "transfer", "officer", { "chuyen-den": NEIGHBOUR, "words-transfer": WORDS }),
    "accepting several": async (two) => {
      const id = await dossier(two, "several");
      return {
        right: "officer",
        page: "/mot-cua/nhieu",
        open: { viec: "accept", hs: id },
        action: "/mot-cua/nhieu/lam",
        refusedBy: [200],
      };
    },
  };
}
