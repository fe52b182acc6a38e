import { type Field, fieldSchema } from "../../../src/domain/forms/field.ts";
import { problem } from "../../../src/operations/problems.ts";
import { FormField } from "../../../src/web/layout/fields.tsx";
import type { PageProps } from "../../../src/web/layout/page.tsx";
import { ProblemSummary, Progress } from "../../../src/web/layout/parts.tsx";

function field(id: string, type: Field["type"], label: string, more: Partial<Field> = {}): Field {
  return fieldSchema.parse({ id, type, label, ...more });
}

const FIELDS: readonly Field[] = [
  field("ten", "name", "Họ, chữ đệm, tên", { hint: "Ví dụ Cao Thị Mẫu." }),
  field("ngay", "date", "Ngày sinh"),
  field("so", "identity-number", "Số định danh", { required: false }),
  field("goi", "phone", "Số điện thoại", { required: false }),
  field("ban", "number", "Số bản sao"),
  field("loi", "paragraph", "Lời nhắn"),
  field("danToc", "ethnic-group", "Dân tộc"),
  field("noiO", "place", "Nơi cư trú"),
  field("co", "yes-no", "Đã đăng ký kết hôn"),
  field("quanHe", "choice", "Quan hệ với bé", {
    options: [
      { value: "cha", label: "Cha đẻ" },
      { value: "khac", label: "Người thân thích khác", hint: "Ông, bà, cô, dì, chú, bác." },
    ],
  }),
];

const PICKERS = {
  ethnicGroups: [
    { code: "01", name: "Kinh", aliases: ["Việt"] },
    { code: "16", name: "Cơ-ho", aliases: ["T'rin", "K'Ho"] },
    { code: "21", name: "Ra-glai", aliases: ["Raglai", "Raglay"] },
  ],
  provinces: [
    { code: "01", name: "Thành phố Hà Nội" },
    { code: "56", name: "Tỉnh Khánh Hòa" },
  ],
  communes: { "56": [{ code: "22615", name: "Xã Bắc Khánh Vĩnh" }] },
};

function Questions({ values, error, filled }: { values: Record<string, string>; error?: string; filled: boolean }) {
  return (
    <form method="post">
      <Progress procedure="Đăng ký khai sinh" section={{ number: 2, of: 5, title: "Người mẹ" }} />
      <h1>Mẹ của bé tên là gì, sinh ngày nào?</h1>
      {FIELDS.map((one) => (
        <FormField field={one} values={values} error={error} pickers={PICKERS} alone={false} filled={filled} />
      ))}
      <div class="row">
        <button type="submit">Lưu và tiếp tục</button>
        <a href="/cau-hoi">Lấy phiếu để làm sau</a>
      </div>
    </form>
  );
}

const SAID = "Bà con chưa trả lời câu này. Xin điền vào rồi bấm tiếp.";

/** Every kind of question, all answered wrongly. */
export const WRONG: PageProps = {
  title: "Câu trả lời chưa dùng được",
  back: "/cau-hoi",
  practice: true,
  children: (
    <>
      <ProblemSummary
        problem={problem("answers-refused", { fields: Object.fromEntries(FIELDS.map(({ id, label }) => [id, `${label}: ${SAID}`])) })}
      />
      <Questions values={{ ten: "Cao 1", ngay: "40/1/1990" }} error={SAID} filled={false} />
    </>
  ),
};

/** Every kind of question, some known beforehand. */
export const QUESTIONS: PageProps = {
  title: "Câu hỏi",
  back: "/giay-to",
  scripts: ["combo.js"],
  children: (
    <Questions
      values={{
        ten: "Cao Thị Mẫu",
        ngay: "1990-08-15",
        danToc: "21",
        "noiO.province": "56",
        "noiO.commune": "22615",
        co: "yes",
      }}
      filled
    />
  ),
};
