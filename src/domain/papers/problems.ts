/** Why a file was not taken as a paper: what happened, what was kept, what to do now. */
export const PAPER_PROBLEMS = {
  empty: "Tệp này rỗng, không có gì bên trong. Những tờ trước vẫn còn. Xin chụp lại hoặc chọn tệp khác.",
  "too-large": "Tệp này lớn hơn 20 MB. Những tờ trước vẫn còn. Xin chụp từng trang một, hoặc quét với độ nét thấp hơn.",
  "not-a-paper": "Đây không phải ảnh hay tệp PDF. Xin chụp tờ giấy bằng máy ảnh, hoặc chọn tệp JPG, PNG, HEIC, PDF.",
  damaged: "Tệp bị hỏng, không mở được. Những tờ trước vẫn còn. Xin chụp lại hoặc tải lại.",
  "too-many-pixels": "Ảnh này khai kích thước quá lớn nên không mở. Xin chụp lại bằng máy ảnh thường.",
  "pdf-locked": "Tệp PDF có mật khẩu. Xin bỏ mật khẩu, hoặc in ra rồi quét lại.",
  "pdf-active": "Tệp PDF có chứa chương trình hoặc tệp đính kèm nên không nhận. Xin in ra rồi quét lại.",
  "too-many-pages": "Giấy này quá 30 trang. Xin bỏ bớt trang không cần.",
  tiny: "Ảnh nhỏ quá, chưa đọc được chữ. Xin chụp lại gần hơn, cả tờ giấy vừa khung hình.",
  "too-dark": "Ảnh tối quá, chưa đọc được chữ. Xin chụp lại ở chỗ sáng, gần cửa sổ hoặc bật đèn.",
  blank: "Trang này trắng, chưa thấy chữ. Xin xem giấy đã đặt đúng mặt chưa rồi chụp lại.",
  blurred: "Ảnh bị mờ, chưa đọc được chữ. Bà con giữ máy yên, đợi ảnh nét rồi chụp lại.",
  "disk-full": "Máy hết chỗ lưu. Những tờ trước vẫn còn. Xin báo người trực, rồi thử lại.",
  interrupted: "Đường truyền bị ngắt giữa chừng. Những tờ trước vẫn còn. Xin gửi lại tệp này.",
} as const;

export type PaperProblem = keyof typeof PAPER_PROBLEMS;
