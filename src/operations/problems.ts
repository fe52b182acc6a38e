/**
 * Every expected refusal, with its sentence: what happened, what was kept, what to do now. The status of HTTP is mapped in web only.
 */
export const PROBLEMS = {
  "procedure-unknown": "Không có thủ tục này. Xin tìm lại bằng lời của mình ở trang đầu.",
  "procedure-not-filed-here": "Thủ tục này chưa gửi được tại đây. Trang thủ tục chỉ nơi nộp.",
  "procedure-of-other-office": "Thủ tục này không nộp ở cơ quan này. Xin chỉ bà con đến đúng nơi.",
  "procedure-without-deadline": "Thủ tục này chưa có thời hạn nên chưa hẹn ngày trả được. Xin báo quản trị ghi thời hạn, rồi nhận lại.",
  "intake-papers-missing":
    "Còn thiếu giấy tờ bắt buộc. Những gì đã gõ vẫn còn. Xin đánh dấu nếu đã có, hoặc chọn nhận rồi yêu cầu bổ sung, không tiếp nhận, hay ghi vì sao vẫn nhận.",
  "declaration-owed": "Tờ khai giấy chưa nhập đủ những câu cần cho kết quả. Xin bấm Nhập tờ khai giấy, gõ nốt rồi làm lại.",
  "draft-not-found": "Không thấy tờ khai này, hoặc phiếu đã hết hạn. Xin xem lại mã phiếu, hoặc làm tờ khai mới.",
  "draft-lodged": "Tờ khai này đã gửi rồi, không sửa được nữa. Xin xem hồ sơ bằng mã tra cứu.",
  "draft-at-counter": "Hồ sơ này đang nhận ở quầy. Xin về trang Nhận hồ sơ giấy rồi bấm Nhận.",
  "draft-incomplete": "Tờ khai còn câu chưa trả lời. Những câu đã trả lời vẫn còn. Xin trả lời nốt rồi gửi.",
  "papers-missing": "Còn thiếu giấy tờ. Những tờ đã có vẫn còn. Xin chụp hoặc tải lên nốt rồi gửi.",
  "page-not-open": "Xin trả lời những câu trước rồi mới đến câu này.",
  "practice-not-sent": "Đây là bản làm thử nên không gửi đi. Muốn làm thật, xin bấm Bắt đầu ở trang thủ tục.",
  "answers-refused": "Có câu trả lời chưa dùng được. Xin xem từng câu rồi gửi lại.",
  "no-office": "Chưa có cơ quan nào nhận thủ tục này tại đây. Xin hỏi người trực.",
  "slip-wrong": "Mã phiếu hoặc bốn số bí mật chưa đúng. Xin xem lại trên phiếu.",
  "secret-wrong": "Tên hoặc mật khẩu chưa đúng. Xin thử lại.",
  "too-many-tries": "Thử sai nhiều lần quá. Xin chờ 15 phút rồi thử lại, hoặc hỏi người trực.",
  "code-wrong": "Mã 6 số chưa đúng hoặc đã dùng rồi. Xin chờ mã mới rồi thử lại.",
  "account-exists": "Số định danh này đã có tài khoản. Xin đăng nhập.",
  "secret-too-short": "Mật khẩu cần ít nhất 8 ký tự. Xin chọn lại.",
  "dossier-not-found": "Không thấy hồ sơ này. Xin xem lại mã tra cứu trên phiếu.",
  "move-not-open": "Hồ sơ không còn ở bước đó, có thể người khác vừa xử lý. Xin xem lại rồi chọn bước khác.",
  "move-not-yours": "Việc này do người khác làm. Xin chuyển cho người có thẩm quyền.",
  "reason-missing": "Cần ghi rõ lý do hoặc lời nhắn. Xin ghi rồi gửi lại.",
  "amount-missing": "Chưa có số tiền. Xin ghi số tiền bằng chữ số, ví dụ 8000.",
  "not-later": "Ngày hẹn lại phải sau ngày đã hẹn. Xin ghi ngày khác.",
  "not-a-working-day": "Ngày hẹn lại phải là ngày làm việc, sau hôm nay. Xin ghi ngày khác, ví dụ 2/12/2026.",
  "no-extension": "Thủ tục này luật không cho gia hạn để xác minh. Nếu trễ, xin dùng Xin lỗi và hẹn lại.",
  "nothing-corrected": "Chưa rõ chỗ nào sai. Xin ghi chỗ đúng vào ô, hoặc viết lời nhắn.",
  "too-early": "Chưa hết thời hạn bà con xem bản nháp. Xin chờ, hoặc gọi cho bà con.",
  "no-galley": "Thủ tục này không có bước xem bản nháp. Xin trình ký thẳng.",
  "no-galley-out": "Hồ sơ này không có bản nháp nào đang chờ bà con xem. Xin xem lại trang theo dõi.",
  "call-not-found": "Không thấy cuộc gọi này. Xin xem lại danh sách gọi.",
  "message-not-stuck": "Tin này không kẹt, hoặc vừa có người gửi lại. Xin tải lại trang.",
  "nothing-supplemented": "Chưa có giấy tờ hay lời nào để bổ sung. Xin thêm rồi gửi lại.",
  "not-yours": "Hồ sơ này không mở được bằng phiên này. Xin nhập mã phiếu và bốn số bí mật.",
  "no-signer": "Cơ quan chưa có chữ ký số. Xin báo quản trị nạp chữ ký rồi ký lại.",
  "entry-not-found": "Không thấy việc này trong sổ của cơ quan. Xin xem lại sổ, năm và số.",
  "entry-not-own": "Bản sao, trích lục, văn bản không cải chính hay sao lại được. Xin mở đúng số ở sổ gốc.",
  "entry-changed": "Sổ đã được ghi thêm từ lúc soạn. Xin mở lại số đó, xem rồi soạn lại.",
  "entry-revoked": "Kết quả ở số này đã thu hồi, không cải chính hay cấp bản sao được nữa.",
  "entry-ask-gone": "Không còn gì chờ ký ở số này; có thể đã ký hoặc đã trả lại. Xin xem lại sổ.",
  "nothing-changed": "Chưa sửa dòng nào. Xin sửa dòng ghi sai rồi trình lại.",
  "period-wrong": "Khoảng ngày chưa dùng được. Xin ghi từ ngày, đến ngày như 1/11/2026, không quá 92 ngày, không quá hôm nay.",
  "result-not-found": "Không có kết quả nào mang mã này.",
  "file-refused": "Tệp chưa dùng được.",
  "visit-not-found": "Không thấy lượt này ở điểm. Xin xem lại danh sách lượt đến.",
  "visit-ended": "Lượt này đã kết thúc. Xin mở lượt mới.",
  "visit-taken": "Lượt này vừa có người khác giúp. Xin mời số tiếp theo.",
  "mandate-missing": "Muốn gõ thay, cần bà con đồng ý trước. Xin mở lượt của bà con rồi bấm Làm thay.",
  "phone-link-ended": "Mã này đã hết hạn hoặc đã dùng trên điện thoại khác. Xin bấm Chụp bằng điện thoại trên máy để lấy mã mới.",
  "feedback-said": "Bà con đã cho biết ý rồi, cảm ơn bà con. Muốn nói thêm, xin bấm Góp ý ở cuối trang.",
  "feedback-empty": "Chưa có lời nào. Xin viết vài chữ rồi gửi, hoặc về trang đầu.",
  "feedback-not-found": "Không thấy góp ý này. Xin xem lại mã.",
  "feedback-answered": "Góp ý này vừa có người trả lời. Xin tải lại trang.",
  "receiver-unproven": "Chưa rõ đúng người nhận. Xin xem thẻ căn cước, hoặc bốn số bí mật trên phiếu, hoặc để bà con ký trên màn hình.",
  "card-of-other": "Thẻ này không phải của người đang hỏi. Xin quét đúng thẻ, hoặc tự gõ.",
  "launch-not-found": "Dịch vụ này không còn ở điểm. Xin chọn dịch vụ khác trong danh sách.",
  "point-unknown": "Không thấy điểm này. Xin chọn lại trong danh sách điểm của cơ quan.",
  "shift-unknown": "Ca này không còn trong lịch. Xin xem lại lịch rồi chọn ca khác.",
  "colleague-unknown": "Không thấy người này ở cơ quan. Xin chọn lại trong danh sách.",
  "swap-refused": "Chưa đổi ca được. Xin xem lại lịch rồi chọn ca khác.",
  "swap-answered": "Lời xin đổi ca này đã trả lời hoặc đã rút rồi. Xin xem lại lịch.",
  "feed-unknown": "Địa chỉ lịch này không dùng được nữa. Xin lấy địa chỉ mới ở trang Lịch trực.",
  "no-printer": "Điểm chưa có máy in nào. Xin người trực thêm máy in ở trang Thiết bị, hoặc mở tệp PDF rồi in.",
  "no-scanner": "Điểm chưa có máy quét nào. Xin người trực thêm máy quét ở trang Thiết bị, hoặc chụp bằng điện thoại.",
  "scan-not-found": "Không thấy việc quét này. Xin bấm quét lại.",
  "scanner-address": "Địa chỉ máy quét chưa đúng. Ví dụ: 192.168.1.20 hoặc http://192.168.1.20/eSCL.",
  "printer-address": "Địa chỉ máy in chưa đúng. Ví dụ: 192.168.1.20 hoặc ipp://192.168.1.20/ipp/print.",
  "device-there": "Máy này đã có trong danh sách rồi.",
  "print-not-found": "Không thấy việc in này. Xin bấm in lại.",
  "voice-of-nothing": "Câu này hoặc thứ tiếng này không còn trong danh sách. Xin tải lại trang rồi chọn lại.",
  "voice-not-found": "Không thấy bản thu này, hoặc đã có người duyệt. Xin tải lại trang.",
  "voice-own": "Bản này do chính mình thu. Xin nhờ cán bộ khác nghe và duyệt.",
  "sound-refused": "Bản thu chưa dùng được. Xin thu lại.",
  "consent-missing": "Bà con cần đọc lời nhờ và đánh dấu đồng ý. Xin đánh dấu rồi gửi lại.",
  "signature-missing":
    "Cần chữ ký của bà con trên màn hình, hoặc mã phiếu và bốn số bí mật của phiếu làm trong lượt này. Xin làm một trong hai.",
  "disk-full": "Máy hết chỗ lưu. Những gì đã lưu vẫn còn. Xin báo người trực, rồi thử lại.",
  "too-many-pages": "Giấy này đã có quá nhiều trang. Xin xóa bớt trang thừa.",
  "question-refused": "Câu hỏi số liệu chưa đúng. Xin xem từng mục rồi hỏi lại.",
  "unit-unknown": "Không có đơn vị hành chính mang mã này. Xin xem lại mã: 2 chữ số là tỉnh, 3 là huyện cũ, 5 là xã.",
  "key-of-other-act": "Khóa gửi lại này đã dùng cho một việc khác. Xin dùng khóa mới.",
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal on its way to the page: which one, and what belongs to it (field → sentence, names of what is missing). */
export interface Problem {
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly details?: readonly string[];
}

export function problem(code: ProblemCode, more: Omit<Problem, "code" | "sentence"> & { sentence?: string } = {}): Problem {
  return { ...more, code, sentence: more.sentence ?? PROBLEMS[code] };
}
