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
      "Trên màn hình có ngày hẹn trả kết quả và mã tra cứu. Bấm nút In giấy tiếp nhận để cầm về.",
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
    sentences: ["Trả lời xong thì bấm nút Lưu và tiếp tục.", "Muốn nghỉ, bấm Lấy phiếu để làm sau. Muốn xem câu trước, bấm Quay lại."],
  },
  "nut-giay": {
    title: "Các nút ở trang chụp giấy",
    sentences: [
      "Đặt giấy nằm phẳng chỗ sáng, cả tờ vừa khung hình.",
      "Bấm nút Chụp ảnh hoặc chọn tệp, hoặc nút Chụp bằng điện thoại. Đủ trang rồi thì bấm Xong giấy này.",
    ],
  },
} as const;
