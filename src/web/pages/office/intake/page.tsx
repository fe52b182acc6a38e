import type { Procedure } from "../../../../domain/catalogue/procedure.ts";
import { INTAKE_FIELDS as F } from "../../../../domain/dossier/intake-form.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import { intakeNames, type OpenIntake } from "../../../../operations/intake/intake-desk.ts";
import type { Problem } from "../../../../operations/problems.ts";
import { STATUS_OF } from "../../../http/refusals.ts";
import type { Request } from "../../../http/request.ts";
import { controlAttributes, Labelled } from "../../../layout/labelled.tsx";
import { page } from "../../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../../layout/parts.tsx";
import { Picker } from "../../../layout/picker.tsx";
import { paths } from "../../../paths.ts";
import { Outcome } from "./outcome.tsx";
import { Papers } from "./papers.tsx";

export interface Said {
  readonly problem: Problem | null;
  /** Other procedures that the typed words may mean. */
  readonly others: readonly Procedure[];
}

interface Shown {
  readonly typed: Readonly<Record<string, string>>;
  readonly open: OpenIntake | null;
}

/** The one page. What the scanner or the clerk still owes has the focus: the card first, then the procedure, then the papers. */
export async function intakePage(
  request: Request,
  member: StaffMember,
  { typed, open }: Shown,
  { problem, others }: Said,
): Promise<Response> {
  const names = await intakeNames(request.var.services, member);
  const value = (field: string) => ({ id: field, value: typed[field] ?? "", error: problem?.fields?.[field] });
  const stage = open ? "papers" : typed[F.name] ? "procedure" : "card";
  return page(
    request,
    {
      title: "Nhận hồ sơ giấy",
      desk: true,
      scripts: stage === "card" ? ["combo.js", "card.js"] : ["combo.js", "card.js", "intake.js"],
      back: paths.office,
      children: (
        <>
          <h1>Nhận hồ sơ giấy</h1>
          <ProblemSummary problem={problem} />
          <form method="post" action={open ? paths.officeIntakeOf(open.draft.draft) : paths.officeIntake} class="two" novalidate>
            <section aria-labelledby="ai-nop">
              <h2 id="ai-nop">Ai nộp</h2>
              <Labelled labels={{ id: "the", label: "Quét mã vuông trên thẻ", error: problem?.fields?.the }}>
                <div class="row tight">
                  <input {...controlAttributes({ id: "the", label: "" })} type="text" class="short" />
                  <button class="quiet" type="submit" name="lam" value="xem">
                    Đọc
                  </button>
                </div>
              </Labelled>
              <TextField {...value(F.name)} label="Họ tên người nộp" />
              <TextField {...value(F.identityNumber)} label="Số định danh" numeric short />
              <TextField {...value(F.birthDate)} label="Ngày sinh" short />
              <TextField {...value(F.address)} label="Nơi ở" />
              <TextField {...value(F.phone)} label="Số điện thoại" type="tel" short />
              <Channel value={value} channel={typed[F.channel] ?? "direct"} />
            </section>
            <section aria-labelledby="viec-gi">
              <h2 id="viec-gi">Thủ tục gì</h2>
              <Labelled
                labels={{ id: "tim", label: "Gõ tên thủ tục", hint: "Không cần dấu. Ví dụ: khai sinh", error: problem?.fields?.tim }}
              >
                <Picker
                  attributes={{ ...controlAttributes({ id: "tim", label: "" }), ...(stage === "procedure" ? { autofocus: true } : {}) }}
                  value={typed.tim ?? ""}
                  options={names.map((name) => ({ value: name }))}
                />
              </Labelled>
              <Others others={others} />
              {open ? <Cases open={open} typed={typed} /> : null}
              {open && open.procedure.papers.length === 0 ? <p>Thủ tục này không cần nộp kèm giấy tờ.</p> : null}
              {open && open.procedure.papers.length > 0 ? (
                <Papers papers={open.procedure.papers} scanned={open.scanned} typed={typed} errors={problem?.fields ?? {}} />
              ) : null}
              {open ? (
                <Outcome
                  open={open}
                  typed={typed}
                  missing={problem?.code === "intake-papers-missing" || problem?.code === "reason-missing"}
                />
              ) : (
                <button type="submit" name="lam" value="tiep">
                  Xem giấy tờ cần có
                </button>
              )}
            </section>
          </form>
        </>
      ),
    },
    problem ? STATUS_OF[problem.code] : 200,
  );
}

type Value = (field: string) => { id: string; value: string; error: string | undefined };

function Channel({ value, channel }: { value: Value; channel: string }) {
  return (
    <fieldset>
      <legend>Đến bằng đường nào</legend>
      <label class="check">
        <input type="radio" name={F.channel} value="direct" checked={channel !== "post"} /> Trực tiếp tại quầy
      </label>
      <label class="check">
        <input type="radio" name={F.channel} value="post" checked={channel === "post"} /> Qua bưu điện
      </label>
      <details open={channel === "post"}>
        <summary>Ghi trên bì thư</summary>
        <TextField {...value(F.itemNumber)} label="Số hiệu bưu gửi" short />
        <TextField {...value(F.arrivedOn)} label="Ngày đến" hint="Để trống là hôm nay." short />
        <TextField {...value(F.postmark)} label="Ngày trên dấu bưu điện" hint="Không đọc được thì để trống." short />
      </details>
    </fieldset>
  );
}

function Others({ others }: { others: readonly Procedure[] }) {
  if (others.length === 0) return null;
  return (
    <div class="notice" role="status">
      <p>Không phải thủ tục này? Chọn:</p>
      <div class="row tight">
        {others.map((procedure) => (
          <button class="quiet" type="submit" name="thu-tuc" value={procedure.code}>
            {procedure.name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The questions that decide papers, fee and day; they may be left for the declaration. */
function Cases({ open: { procedure, draft }, typed }: { open: OpenIntake; typed: Shown["typed"] }) {
  const fields = procedure.cases.flatMap((one) => one.fields).filter(({ type }) => type === "choice" || type === "yes-no");
  if (fields.length === 0) return null;
  return (
    <details>
      <summary>Trường hợp (chưa rõ thì để sau)</summary>
      {fields.map((field) => {
        const chosen = typed[field.id] ?? draft.answers[field.id] ?? "";
        const options = field.options ?? [
          { value: "yes", label: "Có" },
          { value: "no", label: "Không" },
        ];
        return (
          <div class="field">
            <label for={field.id}>{field.label}</label>
            <select id={field.id} name={field.id}>
              <option value="">Chưa rõ</option>
              {options.map((option) => (
                <option value={option.value} selected={option.value === chosen}>
                  {option.label}
                </option>
              ))}
            </select>
          </div>
        );
      })}
      <button class="quiet" type="submit" name="lam" value="xem">
        Xem lại giấy tờ theo trường hợp
      </button>
    </details>
  );
}
