import { CONSENT_FOR, CONSENT_WAYS, type ConsentTerms } from "../../../domain/privacy/consent.ts";
import type { Kept } from "../../../operations/privacy/gather.ts";
import type { ProvenPerson } from "../../../operations/privacy/person.ts";
import { moment } from "../../layout/moment.ts";
import { paths } from "../../paths.ts";

/** What was agreed to and taken back, and what could be: each purpose by itself, nothing ticked beforehand. */
export function Consents(props: { person: ProvenPerson; kept: Kept; terms: readonly ConsentTerms[]; typed: Record<string, string> }) {
  const { person, kept, terms, typed } = props;
  const open = whereAsked(person, terms).filter(
    ({ purpose, dossier }) =>
      !kept.consents.some((consent) => consent.withdrawnAt === null && consent.purpose === purpose.purpose && consent.dossier === dossier),
  );
  return (
    <section id="dong-y">
      <h2>Bà con đồng ý những gì</h2>
      {kept.consents.length === 0 ? <p>Chưa đồng ý việc nào.</p> : null}
      {kept.consents.map((consent) => (
        <details class="panel">
          <summary>
            {nameOf(terms, consent.purpose)}: {consent.withdrawnAt === null ? "đang đồng ý" : "đã rút"}
          </summary>
          <Words text={consent.text} />
          <p>
            {CONSENT_FOR[consent.whom]}, {CONSENT_WAYS[consent.way]}, {moment(consent.givenAt.toISOString())}
            {consent.witness === null ? "" : ", có cán bộ hoặc người trực ở đó"}.
          </p>
          {consent.withdrawnAt === null ? (
            <form method="post" action={paths.personalWithdrawal(consent.consent)}>
              <p>{terms.find(({ purpose }) => purpose === consent.purpose)?.withdrawal}</p>
              <button class="quiet" type="submit">
                Rút lời đồng ý
              </button>
            </form>
          ) : (
            <p>Rút lúc {moment(consent.withdrawnAt.toISOString())}.</p>
          )}
        </details>
      ))}
      {open.length > 0 ? (
        <>
          <h3>Có thể đồng ý thêm</h3>
          <p>Không đồng ý việc nào cũng không sao, hồ sơ vẫn giải quyết như thường.</p>
        </>
      ) : null}
      {open.map(({ purpose, dossier, code }) => (
        <ConsentForm terms={purpose} dossier={dossier} code={code} open={typed.purpose === purpose.purpose} />
      ))}
    </section>
  );
}

interface Asked {
  readonly purpose: ConsentTerms;
  readonly dossier: string | null;
  /** Told apart by the tracking code where there are several dossiers. */
  readonly code: string | null;
}

/** Of whom each purpose is asked: once of an account, else of each dossier that was proven. */
function whereAsked(person: ProvenPerson, terms: readonly ConsentTerms[]): Asked[] {
  const several = person.dossiers.length > 1;
  return terms.flatMap((purpose): Asked[] => {
    if (!purpose.offered || purpose.on === "feedback") return [];
    if (person.account && purpose.on === "person") return [{ purpose, dossier: null, code: null }];
    const latest = purpose.on === "dossier" ? person.dossiers.slice(0, 1) : person.dossiers;
    return latest.map(({ dossier, trackingCode }) => ({ purpose, dossier, code: several ? trackingCode : null }));
  });
}

function ConsentForm({ terms, dossier, code, open }: { terms: ConsentTerms; dossier: string | null; code: string | null; open: boolean }) {
  const id = `${terms.purpose}-${dossier ?? "tk"}`;
  return (
    <details class="panel" open={open}>
      <summary>
        {terms.name}
        {code ? ` (hồ sơ ${code})` : ""}
      </summary>
      <form method="post" action={paths.personalConsents}>
        <input type="hidden" name="purpose" value={terms.purpose} />
        {dossier ? <input type="hidden" name="dossier" value={dossier} /> : null}
        <input type="hidden" name="text" value={terms.text} />
        <Words text={terms.text} />
        {terms.children ? <ForWhom id={id} /> : null}
        <label class="choice">
          <input type="checkbox" name="dong-y" value="yes" /> Tôi đã đọc hoặc nghe đọc, và đồng ý
        </label>
        <button class="quiet" type="submit">
          Ghi lời đồng ý
        </button>
      </form>
    </details>
  );
}

export function ForWhom({ id }: { id: string }) {
  return (
    <>
      <div class="field">
        <label for={`cho-${id}`}>Đồng ý cho ai?</label>
        <select id={`cho-${id}`} name="whom">
          {Object.entries(CONSENT_FOR).map(([whom, words]) => (
            <option value={whom}>{words}</option>
          ))}
        </select>
      </div>
      <label class="choice">
        <input type="checkbox" name="chau" value="yes" /> Cháu từ 7 tuổi: cháu đã nghe và cũng đồng ý
      </label>
    </>
  );
}

function Words({ text }: { text: string }) {
  return (
    <blockquote class="panel">
      {text.split("\n").map((line) => (
        <p>{line}</p>
      ))}
    </blockquote>
  );
}

function nameOf(terms: readonly ConsentTerms[], purpose: string): string {
  return terms.find((one) => one.purpose === purpose)?.name ?? purpose;
}
