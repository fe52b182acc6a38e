/** Why an answer cannot be taken, and what to write instead. The sentences are read at the field, so they are short and never blame. */
export const ANSWER_PROBLEMS = {
  missing: "Bà con chưa trả lời câu này. Xin điền vào rồi bấm tiếp.",
  "missing-choice": "Xin chọn một câu trả lời rồi bấm tiếp.",
  "missing-place": "Xin điền tỉnh và xã, phường.",
  "not-an-option": "Câu trả lời này không có trong danh sách. Xin chọn một dòng trong danh sách.",
  "not-a-date": "Chưa rõ ngày. Xin viết ngày, tháng, năm, ví dụ 15/8/1990.",
  "day-does-not-exist": "Ngày này không có trong lịch. Xin xem lại ngày và tháng.",
  "day-ahead": "Ngày này chưa tới. Xin xem lại năm.",
  "day-too-old": "Ngày này quá xa. Xin xem lại năm.",
  "not-a-number": "Xin viết một con số, ví dụ 2.",
  "too-small": "Số này nhỏ quá. Xin xem lại.",
  "too-big": "Số này lớn quá. Xin xem lại.",
  "identity-length": "Số định danh có đúng 12 chữ số. Xin đếm lại trên thẻ.",
  "identity-province": "Ba chữ số đầu không có trong danh sách tỉnh. Xin xem lại trên thẻ.",
  "name-letters": "Tên chỉ gồm chữ cái, không có chữ số hay dấu lạ. Xin viết như trong giấy tờ.",
  "phone-shape": "Số điện thoại có 10 chữ số, bắt đầu bằng 0. Không có thì để trống.",
  "email-shape": "Thư điện tử có dạng ten@noi.vn. Không có thì để trống.",
  "not-an-ethnic-group": "Chưa tìm thấy dân tộc này. Xin gõ vài chữ rồi chọn trong danh sách.",
  "not-a-province": "Chưa tìm thấy tỉnh này. Xin gõ vài chữ rồi chọn trong danh sách.",
  "too-long": "Câu trả lời dài quá. Xin viết ngắn lại.",
} as const;

export type AnswerProblem = keyof typeof ANSWER_PROBLEMS;
