/** The "procedure" of what is read on every way: which buttons there are, the pages between the questions. */
export const COMMON = "chung";

/** Words of the pages of src/web, so they change with them. */
export const COMMON_PIECES = {
  "trang-dau": {
    title: "Trang đầu",
    sentences: [
      "Bà con cần làm giấy tờ gì?",
      "Viết vào ô rồi bấm nút Tìm. Cứ viết như nói, không cần dấu, sai vài chữ cũng được.",
      "Hoặc chọn một giấy tờ ở dưới.",
    ],
  },
  "lay-so": {
    title: "Lấy số",
    sentences: ["Bà con cần việc gì?", "Bấm một việc để lấy số. Không cần cho biết tên. Khi nào tới số sẽ gọi."],
  },
  "co-phieu": {
    title: "Tôi có phiếu, làm tiếp",
    sentences: ["Gõ mã phiếu, tám chữ và số trên phiếu.", "Gõ bốn số bí mật. Rồi bấm nút Làm tiếp."],
  },
  "tra-cuu": {
    title: "Tra cứu hồ sơ",
    sentences: ["Hồ sơ của tôi đến đâu rồi?", "Gõ mã tra cứu, mười chữ và số trên giấy tiếp nhận. Rồi bấm nút Xem."],
  },
  "gop-y": {
    title: "Góp ý",
    sentences: [
      "Bà con thấy thế nào?",
      "Bấm một mặt: vừa lòng, tạm được, chưa vừa lòng. Không cần cho biết tên. Lời góp ý đến thẳng cơ quan, và được trả lời.",
    ],
  },
  "dich-vu": {
    title: "Dịch vụ khác",
    sentences: ["Điện, nước, bảo hiểm, bưu điện, mua sắm.", "Bấm việc cần làm. Trang đó là của nơi khác, không phải của điểm hỗ trợ."],
  },
  "the-can-cuoc": {
    title: "Quét thẻ căn cước",
    sentences: [
      "Bà con có thẻ căn cước ở đây không?",
      "Quét mã vuông trên thẻ thì khỏi phải gõ tên, số, ngày sinh.",
      "Không có thẻ thì bấm nút Tôi tự gõ.",
    ],
  },
  "giay-to": {
    title: "Danh sách giấy tờ cần nộp",
    sentences: ["Giấy tờ cần nộp.", "Bấm vào từng giấy để chụp hoặc tải lên. Đủ rồi thì bấm nút Xem lại và gửi."],
  },
  "xem-lai": {
    title: "Xem lại trước khi gửi",
    sentences: [
      "Xem lại trước khi gửi.",
      "Dòng nào chưa đúng, bấm chữ Sửa ở dòng đó.",
      "Đúng cả rồi thì bấm nút Tôi cam đoan và gửi hồ sơ. Bấm là bà con chịu trách nhiệm về lời khai của mình.",
    ],
  },
  "da-gui": {
    title: "Đã gửi hồ sơ",
    sentences: [
      "Hồ sơ của bà con đã gửi rồi.",
      "Trên màn hình có ngày hẹn trả kết quả và mã tra cứu. Muốn cầm giấy về, bấm nút In giấy tiếp nhận.",
    ],
  },
  phieu: {
    title: "Phiếu để quay lại",
    sentences: [
      "Những gì bà con đã khai đều đã lưu.",
      "Bấm nút In phiếu. Cầm phiếu này, lúc nào quay lại cũng làm tiếp được, không cần điện thoại.",
    ],
  },
  "nut-thu-tuc": {
    title: "Các nút ở trang thủ tục",
    sentences: ["Muốn làm ngay, bấm nút Bắt đầu.", "Muốn tập trước cho quen, bấm nút Làm thử. Làm thử thì không gửi đi đâu cả."],
  },
  "nut-cau-hoi": {
    title: "Các nút ở trang câu hỏi",
    sentences: [
      "Trả lời xong thì bấm nút Lưu và tiếp tục.",
      "Muốn nghỉ, bấm Lấy phiếu để làm sau. Muốn xem câu trước, bấm Quay lại.",
      "Chưa rõ thì hỏi người trực.",
    ],
  },
  "nut-giay": {
    title: "Các nút ở trang chụp giấy",
    sentences: [
      "Đặt giấy nằm phẳng chỗ sáng, cả tờ vừa khung hình.",
      "Bấm nút Chụp ảnh hoặc chọn tệp, nút Quét bằng máy quét, hoặc nút Chụp bằng điện thoại. Đủ trang rồi thì bấm Xong giấy này.",
    ],
  },
} as const;
